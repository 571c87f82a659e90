package ionoscloud

// A request as a command line, for bug reports and for trying it again.

import (
	"cmp"
	"io"
	"net/http"
	"sort"
	"strings"
)

// AsCurl renders req as a curl command that can be pasted into a shell. Secrets
// are left out: credentials become the environment variables that the SDK reads
// (IONOS_TOKEN, or IONOS_USERNAME and IONOS_PASSWORD), other secret headers a
// placeholder. The request of a call is in its [APIResponse].
func AsCurl(req *http.Request) string {
	if req == nil || req.URL == nil {
		return ""
	}
	command := []string{"curl"}
	target := redactURL(req.URL.String())
	if strings.ContainsAny(target, "[]{}") {
		command = append(command, "-g") // or they would stand for several URLs
	}
	body := bodyOf(req)
	if req.Method != "" && req.Method != http.MethodGet || body != "" {
		command = append(command, "-X", shellQuote(cmp.Or(req.Method, http.MethodGet)))
	}
	if req.Host != "" && req.Host != req.URL.Host {
		command = append(command, "-H", shellQuote("Host: "+req.Host))
	}
	names := make([]string, 0, len(req.Header))
	for name := range req.Header {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		for _, value := range req.Header[name] {
			command = append(command, curlHeader(name, value)...)
		}
	}
	if body != "" {
		command = append(command, "--data-raw", shellQuote(body))
	}
	return strings.Join(append(command, shellQuote(target)), " ")
}

// bodyOf is the body of a request that can be sent again.
func bodyOf(req *http.Request) string {
	if req.GetBody == nil {
		return ""
	}
	body, err := req.GetBody()
	if err != nil {
		return ""
	}
	content, _ := io.ReadAll(body)
	_ = body.Close()
	return string(content)
}

func curlHeader(name, value string) []string {
	if name == "Authorization" {
		scheme, _, _ := strings.Cut(value, " ")
		switch {
		case strings.EqualFold(scheme, "Basic"):
			return []string{"-u", `"$IONOS_USERNAME:$IONOS_PASSWORD"`}
		case strings.EqualFold(scheme, "Bearer"):
			return []string{"-H", `"Authorization: Bearer $IONOS_TOKEN"`}
		}
	}
	if value == "" {
		return []string{"-H", shellQuote(name + ";")} // with a colon it would be left out
	}
	return []string{"-H", shellQuote(name + ": " + redactHeader(name, value))}
}

// shellQuote keeps a shell from reading anything into text.
func shellQuote(text string) string {
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}
