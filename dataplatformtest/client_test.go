// The tests' own client: plain net/http, nothing of the SDK.

package dataplatformtest

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const vdc = "d3c1a2b4-0000-4000-8000-0123456789ab"

// caller sends requests and reads their answers.
type caller struct {
	t    testing.TB
	base string
	http *http.Client
	auth func(*http.Request)
}

func bearer(token string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+token) }
}

func basic(name, password string) func(*http.Request) {
	return func(r *http.Request) { r.SetBasicAuth(name, password) }
}

// inProcess calls an API without any network.
func inProcess(t testing.TB, opts ...Option) *caller {
	return callerOf(t, New(opts...))
}

func callerOf(t testing.TB, api *API) *caller {
	return &caller{
		t: t, base: "https://api.ionos.com" + basePath,
		http: &http.Client{Transport: api.Transport()}, auth: bearer("token"),
	}
}

func overHTTP(t testing.TB, srv *Server) *caller {
	return &caller{t: t, base: srv.URL, http: srv.Client(), auth: bearer("token")}
}

func (c *caller) as(auth func(*http.Request)) *caller {
	other := *c
	other.auth = auth
	return &other
}

// reply is what came back.
type reply struct {
	status int
	header http.Header
	raw    string
	doc    map[string]any
}

func (c *caller) do(method, path, body string, change ...func(*http.Request)) reply {
	c.t.Helper()
	var reader io.Reader
	if body != "" {
		reader = strings.NewReader(body)
	}
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.base+path, reader)
	require.NoError(c.t, err)
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	if c.auth != nil {
		c.auth(r)
	}
	for _, f := range change {
		f(r)
	}
	resp, err := c.http.Do(r)
	require.NoError(c.t, err)
	defer func() { require.NoError(c.t, resp.Body.Close()) }()
	raw, err := io.ReadAll(resp.Body)
	require.NoError(c.t, err)
	out := reply{status: resp.StatusCode, header: resp.Header, raw: string(raw)}
	if strings.HasPrefix(out.raw, "{") {
		require.NoError(c.t, json.Unmarshal(raw, &out.doc), out.raw)
	}
	require.Equal(c.t, "application/json", resp.Header.Get("Content-Type"))
	_, ok := parseIdentifier(resp.Header.Get("X-Request-Id"))
	require.True(c.t, ok, "request id %q", resp.Header.Get("X-Request-Id"))
	return out
}

func (c *caller) want(status int, method, path, body string) reply {
	c.t.Helper()
	r := c.do(method, path, body)
	require.Equal(c.t, status, r.status, "%s %s: %s", method, path, r.raw)
	return r
}

func (c *caller) get(path string) reply {
	c.t.Helper()
	return c.want(http.StatusOK, http.MethodGet, path, "")
}

// refused wants an error with its body and answers the messages as one text.
func (c *caller) refused(status int, method, path, body string) string {
	c.t.Helper()
	return c.want(status, method, path, body).messages(c.t)
}

func (r reply) messages(t testing.TB) string {
	t.Helper()
	var body struct {
		HTTPStatus int `json:"httpStatus"`
		Messages   []struct{ ErrorCode, Message string }
	}
	require.NoError(t, json.Unmarshal([]byte(r.raw), &body), r.raw)
	require.Equal(t, r.status, body.HTTPStatus)
	require.NotEmpty(t, body.Messages)
	var all []string
	for _, m := range body.Messages {
		require.NotEmpty(t, m.ErrorCode)
		require.NotEmpty(t, m.Message)
		all = append(all, m.Message)
	}
	return strings.Join(all, "\n")
}

// at goes into a document: at("metadata", "state").
func (r reply) at(keys ...string) any {
	var v any = r.doc
	for _, key := range keys {
		object, _ := v.(map[string]any)
		v = object[key]
	}
	return v
}

func (r reply) id() string    { s, _ := r.at("id").(string); return s }
func (r reply) state() string { s, _ := r.at("metadata", "state").(string); return s }
func (r reply) items() []any  { items, _ := r.at("items").([]any); return items }

func clusterBody(name string) string {
	return `{"properties":{"name":"` + name + `","datacenterId":"` + vdc + `"}}`
}

func poolBody(name string) string {
	return `{"properties":{"name":"` + name + `","nodeCount":3}}`
}

func (c *caller) createCluster(name string) string {
	c.t.Helper()
	return c.want(http.StatusAccepted, http.MethodPost, "/clusters", clusterBody(name)).id()
}

func (c *caller) createPool(cluster, name string) string {
	c.t.Helper()
	return c.want(http.StatusAccepted, http.MethodPost, "/clusters/"+cluster+"/nodepools", poolBody(name)).id()
}
