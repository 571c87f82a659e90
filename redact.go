package ionoscloud

// Redaction: secrets stay out of logs, errors and printed values.

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/url"
	"slices"
	"sort"
	"strings"
)

// redacted stands where a secret stood.
const redacted = "[redacted]"

// redactor knows the secrets of one call and takes them out of texts that may
// echo them, such as a gateway's error page or a proxy's error.
type redactor struct {
	first, latest string // the Authorization headers that went out
	cfg           *Configuration
	connection    *connectionSettings
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
		for _, form := range []string{secret, url.QueryEscape(secret), url.PathEscape(secret), html.EscapeString(secret), jsonEscape(secret)} {
			text = strings.ReplaceAll(text, form, redacted)
		}
	}
	return text
}

// jsonEscape is text as it stands between the quotes of a JSON string.
func jsonEscape(text string) string {
	encoded := appendString(nil, text)
	return string(encoded[1 : len(encoded)-1])
}

// secrets are the credentials that the call may have shown to somebody.
func (r *redactor) secrets() []string {
	var secrets []string
	add := func(secret string) {
		// Anything shorter is hardly a secret, and hiding it would garble the text.
		if len(secret) >= 6 {
			secrets = append(secrets, secret)
		}
	}
	for _, header := range []string{r.first, r.latest} {
		scheme, value, ok := strings.Cut(header, " ")
		if !ok {
			value = header
		}
		add(value)
		if strings.EqualFold(scheme, "Basic") {
			if plain, err := base64.StdEncoding.DecodeString(value); err == nil {
				_, password, _ := strings.Cut(string(plain), ":")
				add(password)
			}
		}
	}
	if r.cfg != nil {
		for name, value := range r.cfg.DefaultHeader {
			if isSecretHeader(name) {
				add(value)
			}
		}
		for name, values := range r.cfg.DefaultQueryParams {
			if isSecretHeader(name) {
				for _, value := range values {
					add(value)
				}
			}
		}
	}
	if r.connection != nil {
		for _, values := range r.connection.proxyHeader {
			for _, value := range values {
				add(value)
			}
		}
		if proxy := r.connection.proxy; proxy != nil && proxy.User != nil {
			password, _ := proxy.User.Password()
			add(password)
			add(strings.TrimPrefix(basicHeader(proxy.User.Username(), password), "Basic "))
		}
	}
	return secrets
}

// redactURL takes user name and password, and parameters that are secret by
// their name, out of a URL, be it one or not.
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
	path, query, ok := strings.Cut(path, "?")
	if !ok {
		return scheme + authority + path
	}
	return scheme + authority + path + "?" + redactQuery(query)
}

func redactQuery(query string) string {
	parts := strings.Split(query, "&")
	for i, part := range parts {
		if name, value, ok := strings.Cut(part, "="); ok && value != "" && isSecretHeader(name) {
			parts[i] = name + "=" + redacted
		}
	}
	return strings.Join(parts, "&")
}

// isSecretHeader tells whether a header, or a query parameter, carries
// credentials, by its name.
func isSecretHeader(name string) bool {
	name = strings.ReplaceAll(strings.ToLower(name), "_", "-")
	for _, word := range []string{"authorization", "cookie", "token", "secret", "passw", "passphrase", "api-key", "apikey", "access-key",
		"credential", "session", "signature", "jwt", "x-auth"} {
		if strings.Contains(name, word) {
			return true
		}
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
	sort.Strings(described)
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
	each := func(show func(name, value string) string) func(string, []string) []string {
		return func(name string, values []string) []string {
			shown := make([]string, len(values))
			for i, value := range values {
				shown[i] = show(name, value)
			}
			return shown
		}
	}
	c.DefaultQueryParams = mapValues(c.DefaultQueryParams, each(redactHeader))
	// Whatever goes to a proxy is there to be let through.
	c.ProxyHeader = mapValues(c.ProxyHeader, each(func(_, value string) string { return hide(value) }))
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
	c.HTTPClient, c.WrapTransport, c.Logger, c.TokenSource, c.Limiter, c.ClientCertificates = nil, nil, nil, nil, nil, nil
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

// Format shows where the client calls and nothing of what it knows.
func (c *APIClient) Format(f fmt.State, _ rune) {
	if c == nil || c.cfg == nil {
		_, _ = io.WriteString(f, "ionoscloud.APIClient(nil)")
		return
	}
	server, _ := c.cfg.serverURL(context.Background())
	_, _ = fmt.Fprintf(f, "ionoscloud.APIClient(%s)", redactURL(server))
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
