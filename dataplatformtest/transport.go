// Transport: the way to an API without any network.

package dataplatformtest

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"net/http"
	"strconv"
	"time"
)

// Transport is an [http.RoundTripper] that hands each request to the API in the
// caller's own goroutine, whatever host it is meant for: no listener, no
// connection, nothing to wait for. It suits synctest bubbles and benchmarks.
// Faults of the connection come as the errors that a network would give.
func (a *API) Transport() http.RoundTripper {
	return transport{a}
}

type transport struct{ handler http.Handler }

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	body := r.Body
	if body == nil {
		body = http.NoBody
	}
	defer body.Close()
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	in := r.Clone(context.WithValue(r.Context(), aborts{}, true))
	in.Body = body
	in.Method = cmp.Or(r.Method, http.MethodGet) // a client may leave it out
	in.RequestURI = r.URL.RequestURI()
	in.RemoteAddr = "127.0.0.1:0"
	if in.Host == "" {
		in.Host = r.URL.Host
	}
	out := newRecorder()
	t.serve(out, in)
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	if out.err != nil {
		return nil, out.err
	}
	if out.header["Date"] == nil {
		out.header["Date"] = []string{time.Now().UTC().Format(http.TimeFormat)} // as a server does
	}
	resp := &http.Response{
		Status:     strconv.Itoa(out.status) + " " + http.StatusText(out.status),
		StatusCode: out.status,
		Proto:      "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header:        out.header,
		Body:          io.NopCloser(out.body),
		ContentLength: int64(out.body.Len()),
		Request:       r,
	}
	if out.lazy != nil {
		resp.Body = out.lazy
		resp.ContentLength = -1
		if length, err := strconv.ParseInt(out.header.Get("Content-Length"), 10, 64); err == nil {
			resp.ContentLength = length
		}
	}
	return resp, nil
}

// aborts is the key of the contexts whose requests end at [http.ErrAbortHandler],
// as those of a server do.
type aborts struct{}

// serve answers the request; what is cut off then ends in the errors of a
// connection that has ended.
func (t transport) serve(out *recorder, in *http.Request) {
	defer func() {
		switch p := recover(); {
		case p == nil:
		case p != http.ErrAbortHandler:
			panic(p)
		case !out.wrote:
			out.err = io.EOF
		default:
			out.lazy = io.NopCloser(io.MultiReader(out.body, failingReader{io.ErrUnexpectedEOF}))
		}
	}()
	t.handler.ServeHTTP(out, in)
}

// recorder keeps an answer for the caller.
type recorder struct {
	header http.Header
	status int
	wrote  bool
	body   *bytes.Buffer
	lazy   io.ReadCloser // in place of the body
	err    error         // in place of the answer
}

func newRecorder() *recorder {
	return &recorder{header: http.Header{}, status: http.StatusOK, body: &bytes.Buffer{}}
}

func (r *recorder) Header() http.Header { return r.header }

func (r *recorder) WriteHeader(status int) {
	if !r.wrote {
		r.status, r.wrote = status, true
	}
}

func (r *recorder) Write(p []byte) (int, error) {
	if r.body.Len() == 0 { // all of it is to come
		length, _ := strconv.Atoi(r.header.Get("Content-Length"))
		r.body.Grow(min(max(length, 0), largestBody))
	}
	r.wrote = true
	return r.body.Write(p)
}

func (r *recorder) drop(err error)          { r.err = err }
func (r *recorder) take(body io.ReadCloser) { r.lazy = body }
