package ionoscloud

// A request as a command line, for bug reports and for trying it again.

import (
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
	if req.Method != "" && req.Method != http.MethodGet {
		command = append(command, "-X", shellQuote(req.Method))
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
	if req.GetBody != nil {
		if body, err := req.GetBody(); err == nil {
			content, _ := io.ReadAll(body)
			_ = body.Close()
			command = append(command, "--data-binary", shellQuote(string(content)))
		}
	}
	return strings.Join(append(command, shellQuote(redactURL(req.URL.String()))), " ")
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
	return []string{"-H", shellQuote(name + ": " + redactHeader(name, value))}
}

// shellQuote keeps a shell from reading anything into text.
func shellQuote(text string) string {
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}
