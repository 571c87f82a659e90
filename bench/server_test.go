package bench

// The servers of the benchmarks: they answer bytes rendered beforehand and
// count the connections that clients open.

import (
	"bytes"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
)

// callers is how many goroutines share a client in the parallel benchmark.
const callers = 16

type server struct {
	*httptest.Server
	opened atomic.Int64
}

// newServer starts a server, over TLS when via says so, and stops it with the test.
func newServer(tb testing.TB, via string, handler http.Handler) *server {
	tb.Helper()
	s := &server{Server: httptest.NewUnstartedServer(handler)}
	// A client that ends may leave a handshake half done; a line about that in
	// the middle of a result would spoil it.
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			s.opened.Add(1)
		}
	}
	if via == "tls" {
		s.StartTLS()
	} else {
		s.Start()
	}
	tb.Cleanup(s.Close)
	return s
}

// httpClient makes a client with connections of its own that trusts the server.
// Every implementation is given one like it; what it does with the connections
// is part of what is measured.
func (s *server) httpClient() *http.Client {
	transport := s.Client().Transport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = callers
	return &http.Client{Transport: transport}
}

// respond answers every request with one document.
func respond(status int, document []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = w.Write(document)
	})
}

// failFirst answers every other request, beginning with the first, with a 503
// and a page of 64 KiB as a gateway would, and the rest with the document.
func failFirst(document []byte) http.Handler {
	page := []byte(strings.Repeat("<p>The service is not available.</p>", 64<<10/36+1)[:64<<10])
	answer := respond(http.StatusOK, document)
	var requests atomic.Int64
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if requests.Add(1)%2 == 0 {
			answer.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = w.Write(page)
	})
}

// memory is a transport without a network: it answers with one document.
type memory []byte

func (m memory) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{
		Status:        "200 OK",
		StatusCode:    http.StatusOK,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Header:        http.Header{"Content-Type": {"application/json"}},
		Body:          io.NopCloser(bytes.NewReader(m)),
		ContentLength: int64(len(m)),
		Request:       r,
	}, nil
}
