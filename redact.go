package ionoscloud

// Redaction: secrets stay out of logs, errors and printed values.

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// redacted stands where a secret stood.
const redacted = "[redacted]"

// redactor knows the secrets of one call and takes them out of texts that may
// echo them, such as a gateway's error page or a proxy's error.
type redactor struct {
	first, latest string   // the Authorization headers that went out
	proxy         *url.URL // the proxy, with its password
}

// saw remembers an Authorization header.
func (r *redactor) saw(authorization string) {
	if r.first == "" {
		r.first = authorization
	}
	r.latest = authorization
}

func (r *redactor) hide(text string) string {
	for _, secret := range r.secrets() {
		text = strings.ReplaceAll(text, secret, redacted)
		if escaped := url.QueryEscape(secret); escaped != secret {
			text = strings.ReplaceAll(text, escaped, redacted)
		}
	}
	return text
}

// secrets are the headers' values and the passwords in them.
func (r *redactor) secrets() []string {
	var secrets []string
	add := func(secret string) {
		// Anything shorter is no secret, and hiding it would garble the text.
		if len(secret) >= 6 {
			secrets = append(secrets, secret)
		}
	}
	for _, header := range []string{r.first, r.latest} {
		scheme, value, _ := strings.Cut(header, " ")
		add(value)
		if strings.EqualFold(scheme, "Basic") {
			if plain, err := base64.StdEncoding.DecodeString(value); err == nil {
				_, password, _ := strings.Cut(string(plain), ":")
				add(password)
			}
		}
	}
	if r.proxy != nil {
		password, _ := r.proxy.User.Password()
		add(password)
	}
	return secrets
}

// redactURL takes user name and password out of a URL, be it one or not.
func redactURL(raw string) string {
	rest := raw
	scheme := ""
	if before, after, ok := strings.Cut(raw, "://"); ok {
		scheme, rest = before+"://", after
	}
	authority, path := rest, ""
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		authority, path = rest[:i], rest[i:]
	}
	if i := strings.LastIndex(authority, "@"); i >= 0 {
		authority = redacted + "@" + authority[i+1:]
	}
	return scheme + authority + path
}

// isSecretHeader tells whether the header carries credentials.
func isSecretHeader(name string) bool {
	switch http.CanonicalHeaderKey(name) {
	case "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Api-Key", "X-Auth-Token":
		return true
	}
	return false
}

func redactHeader(name, value string) string {
	if value != "" && isSecretHeader(name) {
		return redacted
	}
	return value
}

// describeHeaders writes headers on one line, sorted, secrets left out.
func describeHeaders(headers http.Header) string {
	var described []string
	for name, values := range headers {
		for _, value := range values {
			described = append(described, name+": "+redactHeader(name, value))
		}
	}
	slices.Sort(described)
	return strings.Join(described, ", ")
}

// redacted returns a copy of c that can be shown to anybody.
func (c Configuration) redacted() any {
	hide := func(secret string) string {
		if secret == "" {
			return ""
		}
		return redacted
	}
	c.Password, c.Token = hide(c.Password), hide(c.Token)
	c.ProxyURL = redactURL(c.ProxyURL)
	c.Host = redactURL(c.Host)
	c.DefaultHeader = mapValues(c.DefaultHeader, redactHeader)
	c.ProxyHeader = mapValues(c.ProxyHeader, func(name string, values []string) []string {
		shown := make([]string, len(values))
		for i, value := range values {
			// Whatever goes to a proxy is there to be let through.
			shown[i] = hide(value)
		}
		return shown
	})
	redactServers := func(_ string, servers ServerConfigurations) ServerConfigurations {
		shown := slices.Clone(servers)
		for i := range shown {
			shown[i].URL = redactURL(shown[i].URL)
		}
		return shown
	}
	c.Servers = redactServers("", c.Servers)
	c.OperationServers = mapValues(c.OperationServers, redactServers)
	// Their insides may hold credentials of their own.
	c.HTTPClient, c.Logger, c.TokenSource, c.Limiter, c.ClientCertificates = nil, nil, nil, nil, nil
	return plainConfiguration(c)
}

func mapValues[M ~map[string]V, V any](m M, f func(string, V) V) M {
	if m == nil {
		return nil
	}
	mapped := make(M, len(m))
	for key, value := range m {
		mapped[key] = f(key, value)
	}
	return mapped
}

// plainConfiguration has the fields of a Configuration and none of its methods.
type plainConfiguration Configuration

// Format shows the configuration without its secrets, for every verb.
func (c Configuration) Format(f fmt.State, verb rune) {
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), c.redacted())
}

// MarshalJSON encodes the configuration without its secrets.
func (c Configuration) MarshalJSON() ([]byte, error) {
	return json.Marshal(c.redacted())
}

// Format shows the user name and never the password.
func (a BasicAuth) Format(f fmt.State, verb rune) {
	type plain BasicAuth
	if a.Password != "" {
		a.Password = redacted
	}
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), plain(a))
}

// MarshalJSON encodes the user name and never the password.
func (a BasicAuth) MarshalJSON() ([]byte, error) {
	type plain BasicAuth
	if a.Password != "" {
		a.Password = redacted
	}
	return json.Marshal(plain(a))
}

// Format shows the prefix and never the key.
func (k APIKey) Format(f fmt.State, verb rune) {
	type plain APIKey
	if k.Key != "" {
		k.Key = redacted
	}
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), plain(k))
}
