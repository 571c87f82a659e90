package ionoscloud

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// countConnections counts the connections that server accepts from now on.
func countConnections(server *httptest.Server) *atomic.Int32 {
	var opened atomic.Int32
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			opened.Add(1)
		}
	}
	return &opened
}

// secureServer starts a TLS server; configure may change it before that.
func secureServer(t *testing.T, handler http.HandlerFunc, configure ...func(*httptest.Server)) *httptest.Server {
	t.Helper()
	server := httptest.NewUnstartedServer(handler)
	server.Config.ErrorLog = log.New(io.Discard, "", 0) // refused handshakes are what is tested
	for _, c := range configure {
		c(server)
	}
	server.StartTLS()
	t.Cleanup(server.Close)
	return server
}

func caFileOf(t *testing.T, server *httptest.Server) string {
	t.Helper()
	return writeFile(t, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw}))
}

func writeFile(t *testing.T, content []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "file.pem")
	require.NoError(t, os.WriteFile(file, content, 0o600))
	return file
}

func fingerprintOf(server *httptest.Server) string {
	sum := sha256.Sum256(server.Certificate().Raw)
	return hex.EncodeToString(sum[:])
}

func TestConnectionsAreKept(t *testing.T) {
	for name, answer := range map[string]func(w http.ResponseWriter, n int32){
		"after good answers": func(w http.ResponseWriter, _ int32) { writeJSON(w, 200, clusterJSON) },
		"after errors with large bodies": func(w http.ResponseWriter, n int32) {
			if n%2 == 1 {
				w.WriteHeader(503)
				_, _ = w.Write(bytes.Repeat([]byte("x"), 64<<10))
				return
			}
			writeJSON(w, 200, clusterJSON)
		},
		"after bad JSON": func(w http.ResponseWriter, _ int32) { writeJSON(w, 200, "["+strings.Repeat(" ", 9000)) },
		"after wrong content": func(w http.ResponseWriter, _ int32) {
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write(bytes.Repeat([]byte("x"), 9000))
		},
	} {
		for protocol, http2 := range map[string]bool{"HTTP/1.1": false, "HTTP/2.0": true} {
			t.Run(name+" over "+protocol, func(t *testing.T) {
				var requests atomic.Int32
				var opened *atomic.Int32
				server := secureServer(t, func(w http.ResponseWriter, req *http.Request) {
					if req.Proto != protocol {
						t.Errorf("asked over %s", req.Proto)
					}
					answer(w, requests.Add(1))
				}, func(s *httptest.Server) {
					opened = countConnections(s)
					s.EnableHTTP2 = http2
				})
				client := clientOf(server, func(cfg *Configuration) {
					cfg.HTTPClient, cfg.CAFile, cfg.WaitTime = nil, caFileOf(t, server), 0
				})
				for range 20 {
					_ = methods[http.MethodGet](t, client)
				}
				require.GreaterOrEqual(t, requests.Load(), int32(20))
				require.Equal(t, int32(1), opened.Load())
			})
		}
	}
}

func TestParallelCallersKeepTheirConnections(t *testing.T) {
	var opened *atomic.Int32
	server := secureServer(t, func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, 200, clusterJSON) },
		func(s *httptest.Server) { opened = countConnections(s) })
	client := clientOf(server, func(cfg *Configuration) { cfg.HTTPClient, cfg.CAFile = nil, caFileOf(t, server) })
	for range 20 {
		var calls sync.WaitGroup
		for range 16 {
			calls.Go(func() {
				_, _, err := client.DataPlatformClusterApi.GetCluster(t.Context(), testClusterID).Execute()
				require.NoError(t, err)
			})
		}
		calls.Wait()
	}
	require.LessOrEqual(t, opened.Load(), int32(64), "of 320 calls")
}

func TestIdleConnectionsEndWithTheirClient(t *testing.T) {
	closed := make(chan struct{}, 1)
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, 200, clusterJSON) }))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateClosed {
			closed <- struct{}{}
		}
	}
	server.Start()
	defer server.Close()
	func() {
		client := clientOf(server, func(cfg *Configuration) { cfg.HTTPClient, cfg.ProxyURL = nil, "http://proxy.test" })
		require.NoError(t, methods[http.MethodGet](t, client))
	}()
	deadline := time.After(10 * time.Second)
	for {
		runtime.GC()
		select {
		case <-closed:
			return
		case <-deadline:
			t.Fatal("the connection of a client that is gone stays open")
		case <-time.After(10 * time.Millisecond):
		}
	}
}

func TestTheCallersThingsAreLeftAlone(t *testing.T) {
	server := secureServer(t, func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, 200, clusterJSON) })
	t.Setenv(IonosPinnedCertEnvVar, fingerprintOf(server))
	transport := &http.Transport{TLSClientConfig: &tls.Config{ServerName: "example.com"}}
	defer transport.CloseIdleConnections()
	callers := &http.Client{Transport: transport, Timeout: time.Minute}
	cfg := NewConfiguration("user", "pass", "", server.URL)
	cfg.HTTPClient, cfg.MaxRetries = callers, 1
	cfg.ProxyURL, cfg.CAFile = "http://proxy.test:1", caFileOf(t, server)
	before := *cfg
	defaultClient, defaultTransport := *http.DefaultClient, reflect.ValueOf(http.DefaultTransport).Pointer()

	client := NewAPIClient(cfg)
	require.NoError(t, methods[http.MethodGet](t, client))

	require.True(t, reflect.DeepEqual(before, *cfg), "the configuration")
	require.Same(t, cfg, client.GetConfig())
	require.Same(t, callers, cfg.HTTPClient)
	require.Same(t, transport, callers.Transport)
	require.Nil(t, callers.CheckRedirect)
	require.Nil(t, transport.Proxy)
	require.Nil(t, transport.DialTLSContext)
	require.Nil(t, transport.TLSClientConfig.RootCAs)
	require.Nil(t, transport.TLSClientConfig.VerifyConnection)
	require.False(t, transport.TLSClientConfig.InsecureSkipVerify)
	require.Equal(t, defaultClient, *http.DefaultClient)
	require.Equal(t, defaultTransport, reflect.ValueOf(http.DefaultTransport).Pointer())
}

func TestTransportSettings(t *testing.T) {
	for name, row := range map[string]struct {
		change func(t *testing.T, cfg *Configuration, server *httptest.Server)
		err    string
	}{
		"nothing":      {func(*testing.T, *Configuration, *httptest.Server) {}, "certificate"},
		"a CA file":    {func(t *testing.T, cfg *Configuration, s *httptest.Server) { cfg.CAFile = caFileOf(t, s) }, ""},
		"a missing CA": {func(t *testing.T, cfg *Configuration, _ *httptest.Server) { cfg.CAFile = t.TempDir() + "/none" }, "CA file: open"},
		"an empty CA":  {func(t *testing.T, cfg *Configuration, _ *httptest.Server) { cfg.CAFile = writeFile(t, nil) }, "no PEM certificate"},
		"a pin": {func(_ *testing.T, cfg *Configuration, s *httptest.Server) {
			cfg.PinnedCertificates = []string{fingerprintOf(s)}
		}, ""},
		"pins, rotated": {func(_ *testing.T, cfg *Configuration, s *httptest.Server) {
			cfg.PinnedCertificates = []string{strings.Repeat("00", 32), strings.ToUpper(fingerprintOf(s))}
		}, ""},
		"another pin": {func(_ *testing.T, cfg *Configuration, _ *httptest.Server) {
			cfg.PinnedCertificates = []string{strings.Repeat("00", 32)}
		}, "not the pinned one: it has the fingerprint"},
		"a pin that cannot be read": {func(_ *testing.T, cfg *Configuration, _ *httptest.Server) {
			cfg.PinnedCertificates = []string{"not hex"}
		}, `pinned certificate "not hex": want the SHA-256 fingerprint, 64 hexadecimal digits`},
		"a pin of the wrong length": {func(_ *testing.T, cfg *Configuration, _ *httptest.Server) {
			cfg.PinnedCertificates = []string{"abcd"}
		}, "64 hexadecimal digits"},
		"empty pins": {func(_ *testing.T, cfg *Configuration, _ *httptest.Server) {
			cfg.PinnedCertificates = []string{""}
		}, "there are only empty fingerprints"},
		"a CA file over an insecure transport": {func(t *testing.T, cfg *Configuration, _ *httptest.Server) {
			cfg.HTTPClient = &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
			cfg.CAFile = writeFile(t, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: newCertificate(t).Certificate[0]}))
		}, "unknown authority"},
		"a CA file over a dialer": {func(t *testing.T, cfg *Configuration, s *httptest.Server) {
			cfg.HTTPClient = &http.Client{Transport: &http.Transport{DialTLSContext: (&tls.Dialer{}).DialContext}}
			cfg.CAFile = caFileOf(t, s)
		}, "dials TLS by itself (DialTLSContext): set it up there"},
		"a pin and an https proxy": {func(_ *testing.T, cfg *Configuration, s *httptest.Server) {
			cfg.PinnedCertificates, cfg.ProxyURL = []string{fingerprintOf(s)}, "https://proxy.test"
		}, "does not go with an https proxy"},
		"only separators": {func(_ *testing.T, cfg *Configuration, _ *httptest.Server) {
			cfg.PinnedCertificates = []string{" , ; "}
		}, "there is no fingerprint in it"},
		"a CA file and a pin": {func(t *testing.T, cfg *Configuration, s *httptest.Server) {
			cfg.CAFile, cfg.PinnedCertificates = caFileOf(t, s), []string{fingerprintOf(s)}
		}, ""},
		"a CA file and another pin": {func(t *testing.T, cfg *Configuration, s *httptest.Server) {
			cfg.CAFile, cfg.PinnedCertificates = caFileOf(t, s), []string{strings.Repeat("00", 32)}
		}, "not the pinned one"},
		"a pin over a custom transport": {func(_ *testing.T, cfg *Configuration, s *httptest.Server) {
			cfg.HTTPClient = &http.Client{Transport: &http.Transport{}}
			cfg.PinnedCertificates = []string{fingerprintOf(s)}
		}, ""},
		"a pin over something else": {func(_ *testing.T, cfg *Configuration, s *httptest.Server) {
			cfg.HTTPClient = &http.Client{Transport: roundTripper(http.DefaultTransport.RoundTrip)}
			cfg.PinnedCertificates = []string{fingerprintOf(s)}
		}, "cannot be added to the ionoscloud.roundTripper of Configuration.HTTPClient"},
	} {
		for protocol, http2 := range map[string]bool{"HTTP/1.1": false, "HTTP/2.0": true} {
			t.Run(name+" over "+protocol, func(t *testing.T) {
				server := secureServer(t, func(w http.ResponseWriter, req *http.Request) {
					if req.Proto != protocol {
						t.Errorf("asked over %s", req.Proto)
					}
					writeJSON(w, 200, clusterJSON)
				}, func(s *httptest.Server) { s.EnableHTTP2 = http2 })
				cfg := NewConfiguration("user", "pass", "", server.URL)
				cfg.Logger = nil
				row.change(t, cfg, server)
				if row.err == "" && cfg.HTTPClient != nil && http2 {
					cfg.HTTPClient.Transport.(*http.Transport).ForceAttemptHTTP2 = true
				}
				err := methods[http.MethodGet](t, NewAPIClient(cfg))
				if row.err == "" {
					require.NoError(t, err)
				} else {
					require.ErrorContains(t, err, row.err)
				}
			})
		}
	}
}

func TestAPinnedCertificateFromTheEnvironment(t *testing.T) {
	server := secureServer(t, func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, 200, clusterJSON) })
	spaced := strings.TrimSpace(strings.Join(strings.SplitAfter(fingerprintOf(server), "a"), " "))
	t.Setenv(IonosPinnedCertEnvVar, spaced)
	require.NoError(t, methods[http.MethodGet](t, clientOf(server, func(cfg *Configuration) { cfg.HTTPClient = nil })))
	t.Setenv(IonosPinnedCertEnvVar, strings.Repeat("00", 32))
	err := methods[http.MethodGet](t, clientOf(server))
	require.ErrorIs(t, err, errPinMismatch, "the caller's client is pinned too")
	for _, blank := range []string{" ", "\n", ","} {
		t.Setenv(IonosPinnedCertEnvVar, blank)
		require.Error(t, methods[http.MethodGet](t, clientOf(server)), "%q", blank)
	}
	t.Setenv(IonosPinnedCertEnvVar, "nonsense")
	require.ErrorContains(t, methods[http.MethodGet](t, clientOf(server)), "64 hexadecimal digits", "fails closed")
}

func TestPinsLetNothingThroughOverPlainHTTP(t *testing.T) {
	asked := false
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) { asked = true; writeJSON(w, 200, clusterJSON) })
	client := clientOf(server, func(cfg *Configuration) {
		cfg.PinnedCertificates, cfg.AllowInsecureCredentials = []string{strings.Repeat("00", 32)}, true
	})
	err := methods[http.MethodGet](t, client)
	require.ErrorIs(t, err, ErrInsecure)
	require.ErrorContains(t, err, "unset IONOS_PINNED_CERT")
	require.False(t, asked)
}

func TestACertificateInTheChainIsNotAPin(t *testing.T) {
	// Whoever stands in between can append a copy of the pinned certificate to
	// his own chain; it proves nothing.
	pinned := secureServer(t, func(http.ResponseWriter, *http.Request) {})
	attacker := secureServer(t, func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, 200, clusterJSON) },
		func(s *httptest.Server) {
			own := newCertificate(t)
			own.Certificate = append(own.Certificate, pinned.Certificate().Raw)
			s.TLS = &tls.Config{Certificates: []tls.Certificate{own}}
		})
	client := clientOf(attacker, func(cfg *Configuration) {
		cfg.HTTPClient, cfg.PinnedCertificates = nil, []string{fingerprintOf(pinned)}
	})
	require.ErrorIs(t, methods[http.MethodGet](t, client), errPinMismatch)
}

func TestAddPinnedCert(t *testing.T) {
	server := secureServer(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "hello") })
	dial := func(_ context.Context, network, addr string) (net.Conn, error) {
		return tls.Dial(network, addr, &tls.Config{InsecureSkipVerify: true})
	}
	old := &http.Transport{}
	//lint:ignore SA1019 a transport that still uses it has to be pinned too
	old.DialTLS = func(network, addr string) (net.Conn, error) { return dial(context.Background(), network, addr) }
	for name, row := range map[string]struct {
		transport   *http.Transport
		fingerprint string
		err         string
	}{
		"right":                   {&http.Transport{}, fingerprintOf(server), ""},
		"wrong":                   {&http.Transport{}, strings.Repeat("0", 64), "not the pinned one"},
		"unreadable":              {&http.Transport{}, "x", "64 hexadecimal digits"},
		"empty, and no authority": {&http.Transport{}, "", "certificate"},
		"with authorities":        {&http.Transport{TLSClientConfig: &tls.Config{RootCAs: x509.NewCertPool()}}, fingerprintOf(server), "unknown authority"},
		"a dialer of its own":     {&http.Transport{DialTLSContext: dial}, fingerprintOf(server), ""},
		"an old dialer":           {old, strings.Repeat("0", 64), "not the pinned one"},
		"a dialer, but wrong":     {&http.Transport{DialTLSContext: dial}, strings.Repeat("0", 64), "not the pinned one"},
		"a dialer that shows nothing": {&http.Transport{DialTLSContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			conn, err := dial(ctx, network, addr)
			return struct{ net.Conn }{conn}, err
		}}, fingerprintOf(server), "does not show its certificate"},
		"a dialer that fails":      {&http.Transport{DialTLSContext: func(context.Context, string, string) (net.Conn, error) { return nil, net.ErrClosed }}, fingerprintOf(server), net.ErrClosed.Error()},
		"an earlier check is kept": {&http.Transport{TLSClientConfig: &tls.Config{VerifyConnection: func(tls.ConnectionState) error { return net.ErrClosed }}}, fingerprintOf(server), net.ErrClosed.Error()},
	} {
		t.Run(name, func(t *testing.T) {
			AddPinnedCert(row.transport, row.fingerprint)
			defer row.transport.CloseIdleConnections()
			resp, err := (&http.Client{Transport: row.transport}).Get(server.URL)
			if row.err != "" {
				require.ErrorContains(t, err, row.err)
				return
			}
			require.NoError(t, err)
			require.NoError(t, resp.Body.Close())
		})
	}
	AddPinnedCert(nil, "x")
	require.ErrorIs(t, verifyPins(nil)(tls.ConnectionState{}), errPinMismatch)
}

func FuzzPinnedFingerprints(f *testing.F) {
	f.Add(strings.Repeat("ab", 32))
	f.Add(strings.Repeat("AB:", 31) + "ab")
	f.Add(strings.Repeat("00", 32) + "," + strings.Repeat("01 ", 32))
	f.Add("x")
	f.Fuzz(func(t *testing.T, text string) {
		pins, err := parsePins(text)
		if err != nil && pins != nil || err == nil && len(pins) == 0 && strings.TrimSpace(text) != "" {
			t.Fatalf("%q: %d pins, %v", text, len(pins), err)
		}
		for _, p := range pins {
			again, err := parsePins(hex.EncodeToString(p[:]))
			if err != nil || len(again) != 1 || again[0] != p {
				t.Fatalf("%x: %v, %v", p, again, err)
			}
		}
	})
}

func TestAClientCertificateIsShown(t *testing.T) {
	own := newCertificate(t)
	key, err := x509.MarshalPKCS8PrivateKey(own.PrivateKey)
	require.NoError(t, err)
	server := secureServer(t, func(w http.ResponseWriter, req *http.Request) {
		if len(req.TLS.PeerCertificates) != 1 || !bytes.Equal(req.TLS.PeerCertificates[0].Raw, own.Certificate[0]) {
			t.Error("another certificate, or none")
		}
		writeJSON(w, 200, clusterJSON)
	}, func(s *httptest.Server) { s.TLS = &tls.Config{ClientAuth: tls.RequireAnyClientCert} })
	client := clientOf(server, func(cfg *Configuration) {
		cfg.HTTPClient = nil
		cfg.CAFile = caFileOf(t, server)
		cfg.PinnedCertificates = []string{fingerprintOf(server)}
		require.NoError(t, cfg.LoadClientCertificate(
			writeFile(t, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: own.Certificate[0]})),
			writeFile(t, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: key}))))
		require.ErrorContains(t, cfg.LoadClientCertificate(t.TempDir()+"/none", ""), "client certificate: open")
	})
	require.NoError(t, methods[http.MethodGet](t, client))
	require.NotContains(t, fmt.Sprintf("%+v", client.GetConfig()), "PrivateKey:0x")
}

// tunnel is a proxy that connects every host to one address.
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
