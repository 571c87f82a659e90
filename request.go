package ionoscloud

// The request of a call: server, path, query, headers and body.

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// newRequest builds the request that goes out with each try, but for its
// credential.
func (c *call) newRequest() error {
	server, err := c.server()
	if err != nil {
		return err
	}
	if strings.ContainsAny(server, "?#") {
		return fmt.Errorf("server URL %s: a query or a fragment has no place in it", redactURL(server))
	}
	if c.in.body != nil {
		if c.body, err = encode(c.in.body); err != nil {
			return fmt.Errorf("encode %s: %w", c.in.bodyName, err)
		}
	}
	c.url = strings.TrimSuffix(server, "/") + c.in.expand(c.op.path)
	request, err := http.NewRequestWithContext(c.contextOf(1), c.op.method, c.url, bodyReader(c.body))
	if err != nil {
		return fmt.Errorf("server URL %s: %w", redactURL(server), unwrapURLError(err))
	}
	if c.cfg.Host != "" {
		request.URL.Host, request.Host = c.cfg.Host, c.cfg.Host
	}
	if c.cfg.Scheme != "" {
		request.URL.Scheme = c.cfg.Scheme
	}
	if request.URL.Host == "" {
		return fmt.Errorf("server URL %s: there is no host in it", redactURL(server))
	}
	c.credential = credentialOf(c.ctx, c.cfg, request.URL)
	if request.URL.User != nil {
		// It is the credential now, or nothing; either way it must not show.
		request.URL.User = nil
		c.url = redactURL(c.url)
	}
	c.addQuery(request.URL)
	c.template = request
	c.hidden.cfg, c.hidden.connection = c.cfg, &c.client.connect.settings
	return c.addHeaders(request.Header)
}

// server returns the URL of the server that the call goes to.
func (c *call) server() (string, error) {
	var endpoints []string
	if c.cfg.namesOperations() || c.ctx.Value(keyOperationServerIndices) != nil || c.ctx.Value(keyOperationServerVariables) != nil {
		endpoints = c.op.endpoints(c.name)
	}
	return c.cfg.serverURL(c.ctx, endpoints...)
}

func (c *call) addQuery(u *url.URL) {
	if len(c.in.query) == 0 && len(c.cfg.DefaultQueryParams) == 0 {
		return
	}
	query := u.Query()
	for name, values := range c.cfg.DefaultQueryParams {
		query[name] = append(query[name], values...)
	}
	for _, p := range c.in.query {
		query.Set(p.name, p.value)
	}
	u.RawQuery = query.Encode()
}

func (c *call) addHeaders(headers http.Header) error {
	headers.Set("Accept", "application/json")
	headers.Set("User-Agent", c.cfg.UserAgent) // empty: none, nor net/http's own
	for name, value := range c.cfg.DefaultHeader {
		if !validHeader(name, value) {
			return fmt.Errorf("%w: the default header %q has a name or a value that HTTP does not allow", ErrInvalid, name)
		}
		headers.Set(name, value)
	}
	if c.body != nil {
		headers.Set("Content-Type", "application/json")
	}
	return nil
}

// validHeader tells whether HTTP can carry a header. net/http would find out too,
// but only when it sends, as if the network were to blame.
func validHeader(name, value string) bool {
	for _, c := range []byte(name) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte(`"(),/:;<=>?@[\]{}`, c) >= 0 {
			return false
		}
	}
	return name != "" && validHeaderValue(value)
}

func validHeaderValue(value string) bool {
	return strings.IndexFunc(value, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }) < 0
}

// nextRequest is the next request to go out: the template itself at first,
// copies of it afterwards, since a transport may hold on to what it has sent, and
// where there is a jar, whose cookies http.Client adds.
func (c *call) nextRequest(authorization string) *http.Request {
	request := c.template
	if c.sent > 0 || c.httpClient.Jar != nil {
		request = c.template.Clone(c.contextOf(c.sent + 1))
		if c.body != nil {
			request.Body, _ = c.template.GetBody() // a reader over bytes: it cannot fail
		}
	}
	c.sent++
	if authorization == "" {
		delete(request.Header, "Authorization")
	} else {
		request.Header["Authorization"] = []string{authorization}
	}
	c.hidden.saw(authorization)
	return request
}
