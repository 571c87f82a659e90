package conformance

// The probe: what a rule's check works with. It makes servers and clients, ends
// them, and collects what went wrong.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"sync"
	"time"
)

// callLimit is how long a single call may take. Three tries with the longest
// pauses that an API's client has by default fit in.
const callLimit = 6 * time.Second

// patience is how long after the end of its context a call is waited for.
const patience = 2 * time.Second

// errStuck is the error of a call that did not end when its context did.
var errStuck = errors.New("the call had not returned " + patience.String() + " after the end of its context")

type probe struct {
	ctx      context.Context
	adapter  Adapter
	defaults *defaults
	name     string // which case of a rule it is
	*shared
}

// shared is what the cases of one rule have in common.
type shared struct {
	mu       sync.Mutex
	problems []Problem
	servers  []servedCase
	closers  []func()
	ended    bool
}

// servedCase is a server and the case of the rule that it was started for.
type servedCase struct {
	name   string
	server *Server
}

func (s *shared) onEnd(f func()) {
	s.mu.Lock()
	if !s.ended {
		s.closers = append(s.closers, f)
		f = func() {}
	}
	s.mu.Unlock()
	f()
}

func (s *shared) end() {
	s.mu.Lock()
	closers := s.closers
	s.closers, s.ended = nil, true
	s.mu.Unlock()
	for i := len(closers) - 1; i >= 0; i-- {
		closers[i]()
	}
}

// want notes what was expected and what was seen, if kept is false.
func (p *probe) want(kept bool, expected, seen string, args ...any) bool {
	if !kept {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.problems = append(p.problems, Problem{Case: p.name, Expected: expected, Seen: fmt.Sprintf(seen, args...)})
	}
	return kept
}

// in is a probe for one case of a rule.
func (p *probe) in(format string, args ...any) *probe {
	sub := *p
	sub.name = fmt.Sprintf(format, args...)
	if p.name != "" {
		sub.name = p.name + ": " + sub.name
	}
	return &sub
}

// group runs cases at the same time.
type group struct{ running sync.WaitGroup }

func (g *group) add(p *probe, check func(*probe)) {
	g.running.Go(func() { p.guarded(check) })
}

// serve starts a server that ends with the rule.
func (p *probe) serve(script Script) *Server { return p.started(NewServer(script)) }

func (p *probe) serveTLS(script Script) *Server { return p.started(NewTLSServer(script)) }

func (p *probe) started(s *Server, err error) *Server {
	if err != nil {
		panic(missing{"a server of the rule to start", err})
	}
	p.mu.Lock()
	p.servers = append(p.servers, servedCase{p.name, s})
	p.mu.Unlock()
	p.onEnd(s.Close)
	return s
}

// secretToken is the bearer token of the rules. It is long enough to be found.
const secretToken = "bearer-token-of-the-caller"

// client makes a client of the service at url.
func (p *probe) client(url string, with ...func(*Settings)) Client {
	if p.adapter.New == nil {
		panic(missing{"an adapter with New", errors.New("none")})
	}
	client, err := p.adapter.New(settingsFor(url, with...))
	if err == nil && client == nil {
		err = errors.New("none, and no error")
	}
	if err != nil {
		panic(missing{"a client", err})
	}
	if closer, ok := client.(io.Closer); ok {
		p.onEnd(func() { _ = closer.Close() })
	}
	return client
}

func settingsFor(url string, with ...func(*Settings)) Settings {
	settings := Settings{URL: url, Token: secretToken}
	for _, f := range with {
		f(&settings)
	}
	return settings
}

// call makes a call that ends in time, whatever the client does.
func (p *probe) call(client Client, call Call) Result {
	ctx, cancel := context.WithTimeout(p.ctx, callLimit)
	defer cancel()
	return p.callWith(ctx, client, call)
}

func (p *probe) callWith(ctx context.Context, client Client, call Call) Result {
	done := make(chan Result, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				p.want(false, string(call.Operation)+" not to panic", "%v", r)
				done <- Result{Err: errors.New("panic")}
			}
		}()
		done <- client.Do(ctx, call)
	}()
	select {
	case result := <-done:
		return result
	case <-ctx.Done():
	}
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case result := <-done:
		return result
	case <-timer.C:
		return Result{Err: errStuck}
	}
}

// once makes one call of a new client of a new server.
func (p *probe) once(script Script, call Call, with ...func(*Settings)) (Result, *Server) {
	server := p.serve(script)
	return p.call(p.client(server.URL, with...), call), server
}

// succeeded wants a call to have gone well.
func (p *probe) succeeded(result Result) bool {
	return p.want(result.Err == nil, "success", "%s", outcome(result))
}

// failedWith wants an error that tells the status.
func (p *probe) failedWith(status int, result Result) bool {
	return p.want(result.Err != nil && result.Status == status, "an error that tells the status "+itoa(status), "%s", outcome(result))
}

// refused wants an error about an answer that said to be a success. The error
// need not tell its status, but there must have been an answer.
func (p *probe) refused(status int, result Result, server *Server) {
	told := result.Status == status || result.Status == 0
	p.want(result.Err != nil && told && len(server.Requests()) > 0, "an error about the answer", "%s", outcome(result))
}

// requested wants the server to have got n requests.
func (p *probe) requested(n int, server *Server) bool {
	got := len(server.Requests())
	return p.want(got == n, plural(n, "request"), "%s", plural(got, "request"))
}

func outcome(result Result) string {
	switch {
	case result.Err != nil && result.Status != 0:
		return fmt.Sprintf("status %d and the error %q", result.Status, shorten(result.Err.Error()))
	case result.Err != nil:
		return fmt.Sprintf("no status and the error %q", shorten(result.Err.Error()))
	}
	return fmt.Sprintf("success with status %d and the document %q", result.Status, shorten(string(result.Document)))
}

func shorten(text string) string {
	const most = 160
	if len(text) > most {
		return text[:most] + "…"
	}
	return text
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return itoa(n) + " " + what + "s"
}

func itoa(n int) string { return strconv.Itoa(n) }

func round(d time.Duration) time.Duration { return d.Round(time.Millisecond) }
