package conformance

// The fault server: answers by a script, misbehaves on demand, remembers what
// came.

import (
	"context"
	"crypto/tls"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"
)

// Server is a service that answers by a script, on a loopback port.
type Server struct {
	// URL is the base URL for clients, "/dataplatform" included.
	URL string

	script   Script
	http     *http.Server
	client   *http.Client // trusts the server; nil for plain HTTP
	ending   chan struct{}
	close    sync.Once
	serving  sync.WaitGroup // the listener and its connections
	arrivals chan struct{}

	mu          sync.Mutex
	connections int
	cut         int // answers that were not read to their end
	writing     int // answers under way
	requests    []Request
	replies     []string // how they were answered, for the journal
}

// Request is a request that came.
type Request struct {
	Method string
	// Path begins with /dataplatform if the client kept to the base URL.
	Path   string
	Query  url.Values
	Header http.Header
	Host   string
	Body   []byte
	// HTTP2 tells whether it came over HTTP/2.
	HTTP2 bool
	// At is when it came.
	At time.Time
}

// Script says what to answer to the n-th request, counted from 0.
type Script func(n int, r Request) Reply

// Reply is an answer, or what comes in place of one.
type Reply struct {
	Status int
	Header http.Header
	Body   []byte
	// Repeat sends the body as many times more.
	Repeat int
	// Fault is what goes wrong on the way.
	Fault Fault
}

// Fault is what goes wrong with an answer.
type Fault int

const (
	// NoFault: the answer arrives.
	NoFault Fault = iota
	// Break ends the connection without an answer.
	Break
	// BreakInBody ends the connection after half of the body.
	BreakInBody
	// Hang never answers.
	Hang
	// HangInBody never sends the second half of the body.
	HangInBody
)

// NewServer starts a server; the caller closes it.
func NewServer(script Script) (*Server, error) { return newServer(script, false) }

// NewTLSServer starts a server that speaks TLS, and HTTP/2 with those who want
// to. [Server.Client] trusts it.
func NewTLSServer(script Script) (*Server, error) { return newServer(script, true) }

func newServer(script Script, secure bool) (*Server, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &Server{script: script, ending: make(chan struct{}), arrivals: make(chan struct{}, 1)}
	s.http = &http.Server{
		Handler:           http.HandlerFunc(s.serve),
		ErrorLog:          log.New(io.Discard, "", 0), // faults are wanted here
		ReadHeaderTimeout: RuleLimit,
		ConnState:         s.connState,
	}
	s.URL = "http://" + listener.Addr().String() + basePath
	if secure {
		certificate, roots, err := selfSigned()
		if err != nil {
			_ = listener.Close()
			return nil, err
		}
		s.URL = "https://" + listener.Addr().String() + basePath
		s.http.TLSConfig = &tls.Config{MinVersion: tls.VersionTLS12, Certificates: []tls.Certificate{certificate}}
		s.client = &http.Client{Transport: &http.Transport{
			ForceAttemptHTTP2: true,
			TLSClientConfig:   &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: roots},
		}}
	}
	s.serving.Go(func() {
		if secure {
			_ = s.http.ServeTLS(listener, "", "")
		} else {
			_ = s.http.Serve(listener)
		}
	})
	return s, nil
}

func (s *Server) connState(_ net.Conn, state http.ConnState) {
	switch state {
	case http.StateNew:
		s.serving.Add(1)
		s.mu.Lock()
		s.connections++
		s.mu.Unlock()
	case http.StateClosed, http.StateHijacked:
		s.serving.Done()
	}
}

// Client returns an http.Client that trusts the server.
func (s *Server) Client() *http.Client {
	if s.client == nil {
		return &http.Client{}
	}
	return s.client
}

// Close ends the server and all connections to it, and waits for their end.
func (s *Server) Close() {
	s.close.Do(func() {
		close(s.ending)
		_ = s.http.Close()
		s.serving.Wait()
		if s.client != nil {
			s.client.CloseIdleConnections()
		}
	})
}

// Connections returns how many connections clients have opened.
func (s *Server) Connections() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.connections
}

// Cut returns how many answers clients did not read to their end. One that has
// just been given up is waited for, as the news of it takes a moment.
func (s *Server) Cut() int {
	deadline := time.Now().Add(time.Second)
	for {
		s.mu.Lock()
		cut, writing := s.cut, s.writing
		s.mu.Unlock()
		if writing == 0 || time.Now().After(deadline) {
			return cut
		}
		time.Sleep(time.Millisecond)
	}
}

// Requests returns the requests that came, in their order.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

// Await waits until n requests have come, and tells whether they have.
func (s *Server) Await(ctx context.Context, n int) bool {
	for {
		if len(s.Requests()) >= n {
			return true
		}
		select {
		case <-s.arrivals:
		case <-s.ending:
			return false
		case <-ctx.Done():
			return false
		}
	}
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	request := Request{
		Method: r.Method, Path: r.URL.Path, Query: r.URL.Query(), Header: r.Header.Clone(),
		Host: r.Host, Body: body, HTTP2: r.ProtoMajor == 2, At: time.Now(),
	}
	s.mu.Lock()
	n := len(s.requests)
	s.requests = append(s.requests, request)
	s.replies = append(s.replies, "not answered yet")
	s.writing++
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		s.writing--
		s.mu.Unlock()
	}()
	select {
	case s.arrivals <- struct{}{}:
	default:
	}
	reply := s.script(n, request)
	s.mu.Lock()
	s.replies[n] = reply.String()
	s.mu.Unlock()
	s.answer(w, r, reply)
}

func (s *Server) answer(w http.ResponseWriter, r *http.Request, reply Reply) {
	switch reply.Fault {
	case Break:
		panic(http.ErrAbortHandler)
	case Hang:
		s.hang(r)
	}
	for name, values := range reply.Header {
		w.Header()[name] = values
	}
	if w.Header().Get("Content-Type") == "" {
		w.Header().Set("Content-Type", "application/json")
	}
	w.WriteHeader(reply.Status)
	if reply.Fault != NoFault {
		_, _ = w.Write(reply.Body[:len(reply.Body)/2])
		_ = http.NewResponseController(w).Flush()
		if reply.Fault == HangInBody {
			s.hang(r)
		}
		panic(http.ErrAbortHandler)
	}
	for range reply.Repeat + 1 {
		if _, err := w.Write(reply.Body); err != nil {
			s.mu.Lock()
			s.cut++
			s.mu.Unlock()
			return
		}
	}
}

// hang returns never, and ends when the client or the server does.
func (s *Server) hang(r *http.Request) {
	select {
	case <-r.Context().Done():
	case <-s.ending:
	}
	panic(http.ErrAbortHandler)
}
