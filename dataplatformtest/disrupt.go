// Disruption: what a fault does to a request and its answer.

package dataplatformtest

import (
	"bytes"
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"syscall"
	"time"
)

// disrupt answers a request that has met a fault.
func (a *API) disrupt(c *call, m *met, known bool) {
	c.fault, c.skew = m.kind, m.skew
	if m.latency > 0 {
		c.buffer() // while it is unread nobody notices that the client has gone
		if !pause(c.r.Context(), m.latency) {
			a.note(c, 0)
			c.drop(c.r.Context().Err())
			return
		}
		c.now = a.clock.Now()
	}
	if m.final == nil {
		a.deliver(c, a.handle(c, known), m)
		return
	}
	switch m.final.Kind {
	case FaultStatus:
		reply := m.final.answer()
		a.note(c, reply.status)
		drain(c.w, c.r)
		a.deliver(c, reply, m)
	case FaultRefuse:
		a.note(c, 0)
		c.drop(networkError("dial", "connect", syscall.ECONNREFUSED))
	case FaultReset:
		a.note(c, 0)
		c.drop(networkError("read", "read", syscall.ECONNRESET))
	case FaultResetAfter:
		a.handle(c, known)
		c.drop(networkError("read", "read", syscall.ECONNRESET))
	case FaultDuplicate:
		again := a.duplicate(c)
		a.handle(c, known)
		a.deliver(again, a.handle(again, known), m)
	case FaultExpireToken:
		if c.token != "" {
			a.revoked.add(c.token)
		}
		c.person, c.denied = nil, expiredCredentials
		a.deliver(c, a.handle(c, known), m)
	default: // the others are about the answer
		a.deliver(c, a.handle(c, known), m)
	}
}

// answer is that of a fault that answers in the API's place.
func (f *Fault) answer() answer {
	reply := newProblem(f.Status, "fault", "%s, because a fault was asked for",
		cmp.Or(http.StatusText(f.Status), "Status "+strconv.Itoa(f.Status))).answer()
	reply.retry, reply.date, reply.html = f.RetryAfter, f.RetryAfterDate, f.HTML
	return reply
}

// buffer reads the request's body as far as anybody may want it; what is left
// of a larger one comes after it.
func (c *call) buffer() []byte {
	if c.r.Body == nil {
		return nil
	}
	raw, err := io.ReadAll(io.LimitReader(c.r.Body, maxBody+1))
	if err != nil {
		c.replaceBody(io.MultiReader(bytes.NewReader(raw), failingReader{err}))
		return raw
	}
	c.replaceBody(io.MultiReader(bytes.NewReader(raw), c.r.Body))
	return raw
}

// replaceBody gives the call a request of its own with another body.
func (c *call) replaceBody(body io.Reader) {
	r := *c.r
	r.Body = io.NopCloser(body)
	c.r = &r
}

type failingReader struct{ err error }

func (r failingReader) Read([]byte) (int, error) { return 0, r.err }

// duplicate is the call as it comes in a second time.
func (a *API) duplicate(c *call) *call {
	raw := c.buffer()
	again := *c
	again.requestID = a.nextRequestID()
	if c.r.Body != nil {
		again.replaceBody(bytes.NewReader(raw))
	}
	return &again
}

// pause waits and tells whether it could, for nobody has cancelled it.
func pause(ctx context.Context, d time.Duration) bool {
	if d <= 0 {
		return ctx.Err() == nil
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// networkError is what a client of [API.Transport] gets in place of an answer.
func networkError(operation, call string, number syscall.Errno) error {
	return &net.OpError{Op: operation, Net: "tcp", Err: os.NewSyscallError(call, number)}
}

// dropper is a writer whose request can fail without an answer.
type dropper interface{ drop(error) }

// taker is a writer that wants to read an answer's body when it needs it.
type taker interface{ take(io.ReadCloser) }

// find looks for what a writer, or one that it wraps, can do.
func find[T any](w http.ResponseWriter) (T, bool) {
	for {
		if found, ok := w.(T); ok {
			return found, true
		}
		wrapper, ok := w.(interface{ Unwrap() http.ResponseWriter })
		if !ok {
			var none T
			return none, false
		}
		w = wrapper.Unwrap()
	}
}

// drop ends the request without an answer: the client of a Transport gets err,
// that of a server a reset connection, or a reset stream with HTTP/2.
func (c *call) drop(err error) {
	if d, ok := find[dropper](c.w); ok {
		d.drop(err)
		return
	}
	if conn, _, err := http.NewResponseController(c.w).Hijack(); err == nil {
		reset(conn)
		return
	}
	c.abort()
	// Whoever calls the handler without a server has no connection to lose.
	c.w.WriteHeader(http.StatusBadGateway)
}

// reset closes a connection so that the other side gets an error.
func reset(conn net.Conn) {
	if secure, ok := conn.(*tls.Conn); ok {
		conn = secure.NetConn()
	}
	if linger, ok := conn.(interface{ SetLinger(int) error }); ok {
		_ = linger.SetLinger(0) // else it ends in an orderly way
	}
	_ = conn.Close()
}

// abort ends the connection of a request in a server, or in a Transport, in the
// way that net/http has for it.
func (c *call) abort() {
	if ctx := c.r.Context(); ctx.Value(http.ServerContextKey) != nil || ctx.Value(aborts{}) != nil {
		panic(http.ErrAbortHandler)
	}
}

// deliver sends an answer as the faults want it.
func (a *API) deliver(c *call, reply answer, m *met) {
	f := m.final
	if f == nil {
		f = &Fault{}
	}
	a.spoil(&reply, f)
	plain := f.Kind != FaultTruncate && f.Kind != FaultOversize && m.drip == nil
	if plain || c.r.Method == http.MethodHead || reply.status == http.StatusNotModified {
		a.write(c, reply)
		return
	}
	a.header(c, &reply)
	d := &delivery{ctx: c.r.Context(), left: a.bytes(reply)}
	length := int64(len(d.left))
	switch f.Kind {
	case FaultTruncate:
		d.cut = true
		most := length / 2
		if f.Size > 0 {
			most = min(f.Size, max(0, length-1))
		}
		d.left = d.left[:most]
	case FaultOversize:
		size := f.Size
		if size == 0 {
			size = usualOversize
		}
		d.spaces = max(0, size-length)
		length += d.spaces
	}
	if m.drip != nil {
		d.pause, d.piece = cmp.Or(m.drip.Pause, usualPause), cmp.Or(int(m.drip.Size), usualPiece)
	}
	c.w.Header()["Content-Length"] = []string{strconv.FormatInt(length, 10)}
	c.w.WriteHeader(reply.status)
	c.send(d)
}

// spoil makes an answer wrong.
func (a *API) spoil(r *answer, f *Fault) {
	switch f.Kind {
	case FaultGarbage:
		r.gateway = false // no page in its place
		raw := a.bytes(*r)
		r.body, r.items = append(raw[:len(raw)/2:len(raw)/2], "\x00<not json>"...), nil
	case FaultContentType:
		r.contentType = f.ContentType
		if r.contentType == "" {
			r.contentType = "text/html; charset=utf-8"
		}
	}
}

// bytes is the whole body of an answer.
func (a *API) bytes(r answer) []byte {
	var all bytes.Buffer
	a.writeBody(&all, r)
	return all.Bytes()
}

// send writes a delivery, or lets the client read it.
func (c *call) send(d *delivery) {
	if t, ok := find[taker](c.w); ok {
		t.take(d)
		return
	}
	control := http.NewResponseController(c.w)
	_ = control.Flush() // the header comes, whatever happens to the body
	piece := make([]byte, 32<<10)
	for {
		n, err := d.Read(piece)
		if n > 0 {
			if _, err := c.w.Write(piece[:n]); err != nil {
				return
			}
			_ = control.Flush()
		}
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			c.abort()
			return
		}
	}
}

// delivery is a body that comes as a fault wants it.
type delivery struct {
	ctx    context.Context
	left   []byte
	spaces int64 // after it
	cut    bool  // its end is missing
	piece  int   // bytes at a time; 0: as many as asked for
	pause  time.Duration
}

func (d *delivery) Read(p []byte) (int, error) {
	if len(d.left) == 0 && d.spaces == 0 {
		if d.cut {
			return 0, io.ErrUnexpectedEOF
		}
		return 0, io.EOF
	}
	if !pause(d.ctx, d.pause) {
		return 0, d.ctx.Err()
	}
	if d.piece > 0 && len(p) > d.piece {
		p = p[:d.piece]
	}
	if len(d.left) > 0 {
		n := copy(p, d.left)
		d.left = d.left[n:]
		return n, nil
	}
	n := int(min(int64(len(p)), d.spaces))
	for i := range n {
		p[i] = ' '
	}
	d.spaces -= int64(n)
	return n, nil
}

func (d *delivery) Close() error { return nil }
