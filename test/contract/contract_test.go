// Tests of the checker: it has to find what is wrong.

package contract

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	description = "../../openapi.yaml"
	id          = "0b2a7a1e-6f0e-4e7e-9d2c-5a3f3f1f6c11"
	good        = `{"id":"` + id + `","type":"cluster","href":"/x","metadata":{"state":"AVAILABLE","createdDate":"2026-03-01T08:00:00Z"},"properties":{"name":"lake"}}`
	order       = `{"properties":{"name":"lake","datacenterId":"` + id + `"}}`
	problem     = `{"httpStatus":404,"messages":[{"errorCode":"not-found","message":"there is no such cluster"}]}`
)

func TestChecker(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		method, path, body string
		noCredentials      bool
		status             int
		kind               string
		answer             string
		want               string // in the only violation; "": there is none
	}{
		"a good read":              {status: 200, answer: good},
		"a good create":            {method: "POST", path: "/clusters", body: order, status: 202, answer: good},
		"a described error":        {status: 404, answer: problem},
		"a refused bad request":    {method: "POST", path: "/clusters", body: `{}`, status: 400, answer: strings.Replace(problem, "404", "400", 1)},
		"an unknown route":         {path: "/nothing", status: 404, answer: problem},
		"another service":          {path: "../cloudapi/v6/", status: 200, answer: "anything"},
		"a bare list of versions":  {path: "/versions", status: 200, answer: `["23.7"]`},
		"versions in an object":    {path: "/versions", status: 200, answer: `{"items":["23.7"]}`},
		"refused credentials":      {noCredentials: true, status: 401, answer: strings.Replace(problem, "404", "401", 1)},
		"a missing field":          {status: 200, answer: `{"id":"x","metadata":{}}`, want: `property "properties" is missing`},
		"a field of a wrong type":  {status: 200, answer: strings.Replace(good, `"lake"`, `7`, 1), want: "must be a string"},
		"a state nobody knows":     {status: 200, answer: strings.Replace(good, "AVAILABLE", "SLEEPING", 1), want: "not one of the allowed values"},
		"a bad date":               {status: 200, answer: strings.Replace(good, "2026-03-01T08:00:00Z", "yesterday", 1), want: "date-time"},
		"an undescribed field":     {status: 200, answer: strings.Replace(good, `"name"`, `"nick":"x","name"`, 1), want: `property "nick" is unsupported`},
		"an unchanged resource":    {status: 304},
		"an unchanged list":        {path: "/clusters", status: 304, want: "status is not supported"},
		"an unchanged body":        {status: 304, answer: good, want: "has a body"},
		"a changed resource":       {method: "DELETE", status: 412, answer: strings.Replace(problem, "404", "412", 1)},
		"a changed read":           {status: 412, answer: strings.Replace(problem, "404", "412", 1), want: "status is not supported"},
		"a large body":             {method: "PATCH", body: `{"properties":{}}`, status: 413, answer: strings.Replace(problem, "404", "413", 1)},
		"a body of another type":   {method: "POST", path: "/clusters", body: order, status: 415, answer: strings.Replace(problem, "404", "415", 1)},
		"a large delete":           {method: "DELETE", status: 413, answer: strings.Replace(problem, "404", "413", 1), want: "status is not supported"},
		"a method nobody knows":    {method: "PUT", status: 405, answer: strings.Replace(problem, "404", "405", 1)},
		"an accepted method":       {method: "PUT", status: 200, answer: good, want: "is not described and was answered 200"},
		"a page of a gateway":      {status: 401, kind: "text/html; charset=utf-8", answer: "<html>"},
		"a text of a gateway":      {status: 503, kind: "text/plain", answer: "try again"},
		"a page of the service":    {status: 403, kind: "text/html", answer: "<html>", want: "text/html"},
		"an undescribed status":    {status: 418, answer: strings.Replace(problem, "404", "418", 1), want: "status is not supported"},
		"a wrong content type":     {status: 200, kind: "text/html", answer: good, want: "text/html"},
		"two different statuses":   {status: 409, answer: problem, want: "says status 404"},
		"an error without message": {status: 404, answer: `{"httpStatus":404,"messages":[]}`, want: "with 0 messages"},
		"an accepted bad request":  {method: "POST", path: "/clusters", body: `{"properties":{"name":"x"}}`, status: 202, answer: good, want: "although the description forbids it"},
		"an accepted bad id":       {path: "/clusters/1", status: 200, answer: good, want: "although the description forbids it"},
		"an accepted stranger":     {noCredentials: true, status: 200, answer: good, want: "although the description forbids it"},
		"an answered unknown":      {path: "/nothing", status: 200, answer: good, want: "is not described and was answered 200"},
		"a page for an unknown":    {path: "/nothing", status: 404, answer: "<html>", want: "not the described error"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			handler := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				kind := test.kind
				if kind == "" {
					kind = "application/json"
				}
				w.Header().Set("Content-Type", kind)
				w.WriteHeader(test.status)
				_, _ = io.WriteString(w, test.answer)
			})
			method, path := test.method, test.path
			if method == "" {
				method = "GET"
			}
			if path == "" {
				path = "/clusters/" + id
			}
			request := func() *http.Request {
				r := httptest.NewRequest(method, "https://api.example.com"+BasePath+path, bytes.NewReader([]byte(test.body)))
				if rest, ok := strings.CutPrefix(path, ".."); ok {
					r.URL.Path = rest
				}
				if test.body != "" {
					r.Header.Set("Content-Type", "application/json")
				}
				if !test.noCredentials {
					r.Header.Set("Authorization", "Bearer token")
				}
				return r
			}
			wanted := func(c *Checker) {
				t.Helper()
				if test.want == "" {
					require.Empty(t, c.Violations())
					return
				}
				require.Len(t, c.Violations(), 1)
				require.Contains(t, c.Violations()[0], test.want)
			}

			front, err := Load(description)
			require.NoError(t, err)
			recorder := httptest.NewRecorder()
			front.Middleware(handler).ServeHTTP(recorder, request())
			wanted(front)
			require.Equal(t, test.answer, recorder.Body.String(), "it passes on what it hears")

			behind, err := Load(description)
			require.NoError(t, err)
			response, err := behind.Transport(roundTrip(handler)).RoundTrip(request())
			require.NoError(t, err)
			wanted(behind)
			raw, err := io.ReadAll(response.Body)
			require.NoError(t, err)
			require.Equal(t, test.answer, string(raw))
		})
	}
}

type roundTrip http.HandlerFunc

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	f(w, r)
	return w.Result(), nil
}

func TestSeen(t *testing.T) {
	t.Parallel()
	c, err := Load(description)
	require.NoError(t, err)
	handler := c.Middleware(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `["23.7"]`)
	}))
	for range 3 {
		r := httptest.NewRequest("GET", BasePath+"/versions", nil)
		r.SetBasicAuth("user", "password")
		handler.ServeHTTP(httptest.NewRecorder(), r)
	}
	require.Empty(t, c.Violations())
	require.Equal(t, map[Exchange]int{{"VersionsGet", 200}: 3}, c.Seen())
	require.Equal(t, map[string]bool{"VersionsGet": true}, c.Operations())
}

func TestLoad(t *testing.T) {
	t.Parallel()
	_, err := Load("missing.yaml")
	require.ErrorContains(t, err, "missing.yaml")
	_, err = Load("contract_test.go")
	require.ErrorContains(t, err, "contract_test.go")
}
