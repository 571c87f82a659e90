// The two places to listen in: in front of a handler, and behind a client.

package contract

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"net/http"
)

// Middleware checks what reaches next and what next answers.
func (c *Checker) Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil { // a client that went away in the middle: nothing was said
			next.ServeHTTP(w, r)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		tap := &tap{ResponseWriter: w, status: http.StatusOK}
		request := r.Clone(r.Context())
		next.ServeHTTP(tap, r)
		if tap.hijacked {
			return
		}
		c.check(exchange{request, body, tap.status, w.Header().Clone(), tap.body.Bytes()})
	})
}

// Transport checks what a client sends through next and what it gets.
func (c *Checker) Transport(next http.RoundTripper) http.RoundTripper {
	return transport{c, next}
}

type transport struct {
	checker *Checker
	next    http.RoundTripper
}

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	var sent []byte
	if r.Body != nil {
		raw, err := io.ReadAll(r.Body)
		_ = r.Body.Close()
		if err != nil {
			return nil, err
		}
		sent = raw
		r = r.Clone(r.Context())
		r.Body = io.NopCloser(bytes.NewReader(raw))
	}
	response, err := t.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	got, err := io.ReadAll(response.Body)
	_ = response.Body.Close()
	if err != nil {
		return nil, err
	}
	response.Body = io.NopCloser(bytes.NewReader(got))
	t.checker.check(exchange{r, sent, response.StatusCode, response.Header, got})
	return response, nil
}

// tap copies what passes through it.
type tap struct {
	http.ResponseWriter
	status   int
	body     bytes.Buffer
	hijacked bool
}

func (t *tap) Unwrap() http.ResponseWriter { return t.ResponseWriter }

func (t *tap) WriteHeader(status int) {
	t.status = status
	t.ResponseWriter.WriteHeader(status)
}

func (t *tap) Write(p []byte) (int, error) {
	t.body.Write(p)
	return t.ResponseWriter.Write(p)
}

func (t *tap) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	t.hijacked = true
	return http.NewResponseController(t.ResponseWriter).Hijack()
}
