package ionoscloud

import (
	"bytes"
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
	closed := make(chan struct{}, 16)
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, 200, clusterJSON) }))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateClosed {
			closed <- struct{}{}
		}
	}
	server.Start()
	defer server.Close()
	for name, configure := range map[string]func(*Configuration){
		"of its own": func(cfg *Configuration) { cfg.HTTPClient, cfg.ProxyURL = nil, "http://proxy.test" },
		// The releases kept no connection, so nobody has closed them.
		"of a caller's transport": func(cfg *Configuration) { cfg.HTTPClient = &http.Client{Transport: &http.Transport{}} },
	} {
		t.Run(name, func(t *testing.T) {
			func() {
				require.NoError(t, methods[http.MethodGet](t, clientOf(server, configure)))
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
		})
	}
	t.Run("of a transport that another took the place of", func(t *testing.T) {
		client := clientOf(server)
		for range 2 {
			client.GetConfig().HTTPClient = &http.Client{Transport: &http.Transport{}}
			require.NoError(t, methods[http.MethodGet](t, client))
		}
		select {
		case <-closed:
		case <-time.After(10 * time.Second):
			t.Fatal("it stays open")
		}
		runtime.KeepAlive(client)
	})
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
				if own, ok := cfg.HTTPClient.Transport.(*http.Transport); ok && row.err == "" && http2 {
					own.ForceAttemptHTTP2 = true
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

// Programs reach for the http.Client of a configuration that they did not give
// one to, in order to set its timeout or its transport.
func TestTheConfigurationHasAnHTTPClient(t *testing.T) {
	client := NewAPIClient(NewConfiguration("", "", "token", "https://service.test"))
	other := NewAPIClient(NewConfigurationFromEnv())
	require.NotSame(t, client.GetConfig().HTTPClient, other.GetConfig().HTTPClient)
	require.NotSame(t, http.DefaultClient, client.GetConfig().HTTPClient)
	client.GetConfig().HTTPClient.Transport = roundTripper(says(200, `["24.7"]`))
	_, _, err := client.DataPlatformMetaDataApi.VersionsGet(t.Context()).Execute()
	require.NoError(t, err)
}
