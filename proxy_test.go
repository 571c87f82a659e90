package ionoscloud

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func tunnel(t *testing.T, target string, seen *http.Header) *httptest.Server {
	return serve(t, func(w http.ResponseWriter, req *http.Request) {
		*seen = req.Header.Clone()
		if req.Method != http.MethodConnect {
			t.Errorf("the proxy was asked to %s", req.Method)
			return
		}
		upstream, err := net.Dial("tcp", target)
		if err != nil {
			w.WriteHeader(502)
			return
		}
		defer upstream.Close()
		client, buffered, err := http.NewResponseController(w).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		defer client.Close()
		_, _ = io.WriteString(client, "HTTP/1.1 200 Connected\r\n\r\n")
		go func() {
			_, _ = io.Copy(upstream, bufio.NewReader(io.MultiReader(buffered, client)))
			_ = upstream.Close()
		}()
		_, _ = io.Copy(client, upstream)
	})
}

func TestProxies(t *testing.T) {
	for protocol, http2 := range map[string]bool{"HTTP/1.1": false, "HTTP/2.0": true} {
		for name, configure := range map[string]func(t *testing.T, cfg *Configuration, proxy string){
			"configuration": func(_ *testing.T, cfg *Configuration, proxy string) {
				cfg.ProxyURL, cfg.ProxyHeader = proxy, http.Header{"X-Team": {"data"}}
			},
			"environment": func(t *testing.T, _ *Configuration, proxy string) {
				t.Setenv(IonosHttpProxyEnvVar, proxy)
				t.Setenv(IonosHttpProxyHeadersEnvVar, "X-Team: data\nnot a header\n: neither\n")
			},
			"over the caller's transport": func(_ *testing.T, cfg *Configuration, proxy string) {
				cfg.HTTPClient = &http.Client{Transport: &http.Transport{ForceAttemptHTTP2: true}}
				cfg.ProxyURL, cfg.ProxyHeader = proxy, http.Header{"X-Team": {"data"}}
			},
		} {
			t.Run(name+" over "+protocol, func(t *testing.T) {
				var seen http.Header
				server := secureServer(t, func(w http.ResponseWriter, req *http.Request) {
					if req.Proto != protocol {
						t.Errorf("asked over %s", req.Proto)
					}
					writeJSON(w, 200, clusterJSON)
				}, func(s *httptest.Server) { s.EnableHTTP2 = http2 })
				proxy := tunnel(t, server.Listener.Addr().String(), &seen)
				withPassword := strings.Replace(proxy.URL, "http://", "http://user:proxy-secret@", 1)
				// A name that only the proxy can reach, and a pinned server behind it.
				cfg := NewConfiguration("", "", "a-token", "https://service.test")
				cfg.Logger = nil
				cfg.PinnedCertificates = []string{fingerprintOf(server)}
				configure(t, cfg, withPassword)
				require.NoError(t, methods[http.MethodGet](t, NewAPIClient(cfg)))
				require.Equal(t, "data", seen.Get("X-Team"))
				require.Equal(t, basicHeader("user", "proxy-secret"), seen.Get("Proxy-Authorization"))
				require.Empty(t, seen.Get("Authorization"), "the service's credentials are not the proxy's business")

				cfg.PinnedCertificates = []string{strings.Repeat("00", 32)}
				require.ErrorIs(t, methods[http.MethodGet](t, NewAPIClient(cfg)), errPinMismatch)
			})
		}
	}
}

func TestAProxyIsNotAskedForThisMachine(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, 200, clusterJSON) })
	client := clientOf(server, func(cfg *Configuration) { cfg.HTTPClient, cfg.ProxyURL = nil, "http://127.0.0.1:1" })
	require.NoError(t, methods[http.MethodGet](t, client))
}

func TestProxiesThatCannotBe(t *testing.T) {
	for address, want := range map[string]string{
		"http://user:proxy-secret@host:port": "its URL cannot be parsed",
		"user:proxy-secret@":                 "its URL cannot be parsed",
		"ftp://user:proxy-secret@host":       `the scheme is "ftp", must be http, https or socks5`,
	} {
		err := methods[http.MethodGet](t, clientOver(nil, func(cfg *Configuration) { cfg.ProxyURL = address }))
		require.ErrorContains(t, err, want)
		require.NotContains(t, err.Error(), "proxy-secret")
	}
	proxy, err := parseProxy("host:3128")
	require.NoError(t, err)
	require.Equal(t, &url.URL{Scheme: "http", Host: "host:3128"}, proxy)
}

func TestAProxyOverARoundTripper(t *testing.T) {
	answer := func(req *http.Request) (*http.Response, error) { return reply(req, 200, clusterJSON), nil }
	client := clientOver(answer, func(cfg *Configuration) { cfg.ProxyURL = "http://proxy.test" })
	require.ErrorContains(t, methods[http.MethodGet](t, client), "cannot be added to the ionoscloud.roundTripper")
	t.Setenv(IonosHttpProxyEnvVar, "http://proxy.test")
	require.NoError(t, methods[http.MethodGet](t, clientOver(answer)), "what was only in the environment is its own business")
}
