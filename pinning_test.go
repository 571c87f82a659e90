package ionoscloud

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

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

// TestAPinWithACallersTransport: net/http makes an ordinary transport fit for
// HTTP/2 at its first use, and a copy of it is only half fit.
func TestAPinWithACallersTransport(t *testing.T) {
	server := secureServer(t, func(w http.ResponseWriter, _ *http.Request) { writeJSON(w, 200, clusterJSON) },
		func(s *httptest.Server) { s.EnableHTTP2 = true })
	used := &http.Transport{}
	_, err := (&http.Client{Transport: used}).Get(server.URL)
	require.Error(t, err, "it doesn't trust the server")
	for name, transport := range map[string]*http.Transport{
		"new": {}, "used": used, "without HTTP/2": {TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, settings := range []func(*Configuration){
				func(cfg *Configuration) { cfg.PinnedCertificates = []string{fingerprintOf(server)} },
				func(cfg *Configuration) { cfg.CAFile = caFileOf(t, server) },
			} {
				client := clientOf(server, settings, func(cfg *Configuration) { cfg.HTTPClient = &http.Client{Transport: transport} })
				require.NoError(t, methods[http.MethodGet](t, client))
			}
		})
	}
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

// Programs of the releases set up what else they want after the pin.
func TestAPinOutlastsAnotherTLSConfiguration(t *testing.T) {
	server := secureServer(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "hello") },
		func(s *httptest.Server) { s.EnableHTTP2 = true })
	for fingerprint, want := range map[string]error{fingerprintOf(server): nil, strings.Repeat("0", 64): errPinMismatch} {
		transport := &http.Transport{}
		AddPinnedCert(transport, fingerprint)
		transport.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
		resp, err := (&http.Client{Transport: transport}).Get(server.URL)
		require.ErrorIs(t, err, want)
		if err == nil {
			require.NoError(t, resp.Body.Close())
		}
		transport.CloseIdleConnections()
	}
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
