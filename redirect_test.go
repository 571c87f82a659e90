package ionoscloud

import (
	"errors"
	"fmt"
	"net/http"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRedirectsStayWithTheirHostAndMethod(t *testing.T) {
	var elsewhereAsked atomic.Bool
	elsewhere := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		elsewhereAsked.Store(true)
		writeJSON(w, 200, clusterJSON)
	})
	for name, row := range map[string]struct {
		status   int
		target   string
		method   string
		followed bool
		err      string
	}{
		"same host":               {302, "/moved", http.MethodGet, true, ""},
		"same host, kept method":  {307, "/moved", http.MethodPost, true, ""},
		"another host":            {302, elsewhere.URL, http.MethodGet, false, "302 Found: not followed to another host, " + elsewhere.URL},
		"another host, permanent": {308, elsewhere.URL + "/x", http.MethodDelete, false, "not followed to another host"},
		"another method":          {303, "/moved", http.MethodPost, false, "303 See Other: not followed: the request would become another one"},
		"nowhere":                 {302, "", http.MethodGet, false, "302 Found: a redirect to nowhere"},
		"not a redirect":          {304, "", http.MethodGet, false, "304 Not Modified"},
	} {
		t.Run(name, func(t *testing.T) {
			elsewhereAsked.Store(false)
			server := serve(t, func(w http.ResponseWriter, req *http.Request) {
				if req.URL.Path == "/moved" {
					if req.Method != row.method || len(req.Header["Authorization"]) != 1 {
						t.Errorf("%s with %d credentials arrived", req.Method, len(req.Header["Authorization"]))
					}
					writeJSON(w, 200, clusterJSON)
					return
				}
				if row.target != "" {
					w.Header().Set("Location", row.target)
				}
				w.WriteHeader(row.status)
			})
			client := clientOf(server, func(cfg *Configuration) { cfg.Token = "token" })
			err := methods[row.method](t, client)
			require.False(t, elsewhereAsked.Load())
			if row.followed {
				require.NoError(t, err)
				return
			}
			var apiError GenericOpenAPIError
			require.ErrorAs(t, err, &apiError)
			require.Equal(t, row.status, apiError.StatusCode())
			require.ErrorContains(t, err, row.err)
		})
	}
}

func TestTheCallersRedirectPolicyStillCounts(t *testing.T) {
	var asked atomic.Int32
	server := serve(t, func(w http.ResponseWriter, req *http.Request) {
		asked.Add(1)
		http.Redirect(w, req, "/again"+req.URL.Path, http.StatusFound)
	})
	no := errors.New("no redirects here")
	callers := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return no }}
	client := clientOf(server, func(cfg *Configuration) { cfg.HTTPClient = callers })
	err := methods[http.MethodGet](t, client)
	require.ErrorIs(t, err, no)
	require.NotErrorIs(t, err, ErrUnavailable)
	require.Equal(t, int32(1), asked.Swap(0), "and is not asked again")

	callers.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	require.ErrorContains(t, methods[http.MethodGet](t, client), "302 Found")
	require.Equal(t, int32(1), asked.Swap(0))

	err = methods[http.MethodGet](t, clientOf(server))
	require.ErrorContains(t, err, "stopped after 10 redirects")
	require.NotErrorIs(t, err, ErrUnavailable)
	require.Equal(t, int32(10), asked.Load())
}

func TestDefaultPortsAreTheSameHost(t *testing.T) {
	for _, row := range []struct {
		from, to string
		same     bool
	}{
		{"https://a.test/x", "https://a.test:443/y", true},
		{"http://a.test:80/x", "http://A.test/y", true},
		{"https://a.test", "http://a.test", false},
		{"https://a.test", "https://a.test:8443", false},
		{"https://a.test", "https://b.a.test", false},
	} {
		from, err := http.NewRequest(http.MethodGet, row.from, nil)
		require.NoError(t, err)
		to, err := http.NewRequest(http.MethodGet, row.to, nil)
		require.NoError(t, err)
		require.Equal(t, row.same, sameOrigin(from.URL, to.URL), fmt.Sprint(row))
	}
}
