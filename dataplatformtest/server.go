// Server: an API on a loopback port of its own.

package dataplatformtest

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"sync"
	"time"
)

// TB is what a Server needs of a test; *testing.T, B and F have it.
type TB interface {
	Helper()
	Cleanup(func())
	Fatalf(format string, args ...any)
}

// Server is an API that listens on a loopback port.
type Server struct {
	// URL is the base URL for clients, /dataplatform included.
	URL string
	// API is the API behind it.
	API *API

	mu          sync.Mutex
	http        *http.Server // nil: connections are refused
	address     string
	tls         *tls.Config
	base        context.Context // of all requests
	cancel      context.CancelFunc
	transport   *http.Transport
	certificate *x509.Certificate
	running     sync.WaitGroup // the listener and its connections
	close       sync.Once
}

// NewServer starts a Server that ends with the test. What [Start] would answer
// as an error fails the test.
//
// In a bubble of testing/synctest time stands still while connections wait for
// the network, so nothing there can sleep as long as a Server has connections:
// [New] and [API.Transport] are for such tests.
func NewServer(t TB, opts ...Option) *Server {
	t.Helper()
	s, err := Start(opts...)
	return started(t, s, err)
}

func started(t TB, s *Server, err error) *Server {
	t.Helper()
	if err != nil {
		t.Fatalf("%v", err)
		return nil
	}
	t.Cleanup(s.Close)
	return s
}

// Start starts a Server; the caller closes it. Its errors are those of [Open],
// and that no loopback port is to be had.
func Start(opts ...Option) (*Server, error) {
	c := newConfig(opts)
	api, err := newAPI(c)
	if err != nil {
		return nil, fmt.Errorf("dataplatformtest: %w", err)
	}
	listener, err := listen()
	if err != nil {
		return nil, fmt.Errorf("dataplatformtest: %w", err)
	}
	s := &Server{
		URL:     "http://" + listener.Addr().String() + basePath,
		API:     api,
		address: listener.Addr().String(),
		transport: &http.Transport{
			MaxIdleConnsPerHost: 64,
			IdleConnTimeout:     time.Minute,
			ForceAttemptHTTP2:   true,
		},
	}
	s.base, s.cancel = context.WithCancel(context.Background())
	if c.tls {
		if err := s.useTLS(); err != nil {
			_ = listener.Close()
			return nil, fmt.Errorf("dataplatformtest: %w", err)
		}
		s.URL = "https://" + listener.Addr().String() + basePath
	}
	s.serve(listener)
	return s, nil
}

// serve begins to accept connections.
func (s *Server) serve(listener net.Listener) {
	server := &http.Server{
		Handler:           s.API,
		ReadHeaderTimeout: 10 * time.Second,
		ErrorLog:          log.New(panics{os.Stderr}, "", 0),
		ConnState:         s.connState,
		BaseContext:       func(net.Listener) context.Context { return s.base }, // ends what waits in a fault
	}
	s.http = server
	s.running.Add(1)
	go func() {
		defer s.running.Done()
		if s.tls != nil {
			server.TLSConfig = s.tls.Clone()
			_ = server.ServeTLS(listener, "", "")
		} else {
			_ = server.Serve(listener)
		}
	}()
}

// panics shows a server's panics, which come from a script or another hook of
// the test, and nothing else: aborted handshakes are part of tests.
type panics struct{ out io.Writer }

func (w panics) Write(p []byte) (int, error) {
	if bytes.Contains(p, []byte("panic serving")) {
		_, _ = w.out.Write(p)
	}
	return len(p), nil
}

// Refuse ends all connections and refuses new ones, until Accept. The operating
// system answers in the Server's place, as for a machine without the service.
func (s *Server) Refuse() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.http != nil {
		_ = s.http.Close()
		s.http = nil
	}
}

// Accept lets connections in again after Refuse, on the same port. It fails when
// somebody else has taken the port, and after Close.
func (s *Server) Accept() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.base.Err() != nil {
		return http.ErrServerClosed
	}
	if s.http != nil {
		return nil
	}
	listener, err := net.Listen("tcp", s.address)
	if err != nil {
		return fmt.Errorf("listen again: %w", err)
	}
	s.serve(listener)
	return nil
}

func listen() (net.Listener, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err == nil {
		return listener, nil
	}
	if listener, err6 := net.Listen("tcp", "[::1]:0"); err6 == nil {
		return listener, nil
	}
	return nil, fmt.Errorf("listen on a loopback port: %w", err)
}

// connState counts the connections, so that Close can wait for their end.
func (s *Server) connState(_ net.Conn, state http.ConnState) {
	switch state {
	case http.StateNew:
		s.running.Add(1)
	case http.StateClosed, http.StateHijacked:
		s.running.Done()
	}
}

func (s *Server) useTLS() error {
	now := time.Now()
	der, key, err := selfSigned(&x509.Certificate{
		Subject:     pkix.Name{CommonName: "dataplatformtest"},
		NotBefore:   now.Add(-24 * time.Hour),
		NotAfter:    now.AddDate(10, 0, 0),
		KeyUsage:    x509.KeyUsageDigitalSignature,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		DNSNames:    []string{"localhost"},
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1), net.IPv6loopback},
		// It is no authority: released clients refuse to pin one.
		BasicConstraintsValid: true,
	})
	if err != nil {
		return fmt.Errorf("make a certificate: %w", err)
	}
	if s.certificate, err = x509.ParseCertificate(der); err != nil {
		return fmt.Errorf("make a certificate: %w", err)
	}
	s.tls = &tls.Config{
		MinVersion:   tls.VersionTLS12,
		Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key, Leaf: s.certificate}},
	}
	roots := x509.NewCertPool()
	roots.AddCert(s.certificate)
	s.transport.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: roots}
	return nil
}

// Client is an HTTP client that reaches the Server and trusts its certificate.
// Its idle connections end with the Server.
func (s *Server) Client() *http.Client {
	return &http.Client{Transport: s.transport}
}

// Certificate is the certificate of a Server with TLS, else nil.
func (s *Server) Certificate() *x509.Certificate {
	return s.certificate
}

// Close ends the Server with all its connections, waits until they have ended,
// and may be called again.
func (s *Server) Close() {
	s.close.Do(func() {
		s.cancel()
		s.Refuse()
		s.transport.CloseIdleConnections()
		s.running.Wait()
		_ = s.API.Close()
	})
}
