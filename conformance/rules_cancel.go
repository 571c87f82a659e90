package conformance

// Cancellation: the end of a context ends whatever is going on, at once.

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// atOnce is as fast as a busy machine can be relied upon to be.
const atOnce = time.Second

func cancelRules() []Rule {
	return []Rule{
		{
			Name:  "cancel-ends-a-pause",
			Why:   "Whoever cancels has stopped caring, and a pause that goes on keeps a program from ending.",
			Needs: []Capability{Cancellation},
			check: checkCancelPause,
		},
		{
			Name:  "cancel-ends-a-request",
			Why:   "A service that doesn't answer, or not to the end, must not hold its caller.",
			Needs: []Capability{Cancellation},
			check: checkCancelRequest,
		},
		{
			Name:  "deadlines-are-told",
			Why:   "Callers tell running out of time from failing by errors.Is(err, ctx.Err()).",
			check: checkDeadline,
		},
		{
			Name:  "nothing-is-sent-after-cancel",
			Why:   "A call whose context has ended must have no effect.",
			Needs: []Capability{Cancellation},
			check: checkCancelled,
		},
	}
}

// ends makes a call whose context is cancelled a moment after the first request
// has come, and wants it to end at once with the context's error.
func (p *probe) ends(script Script, call Call, with ...func(*Settings)) {
	ctx, cancel := context.WithCancel(p.ctx)
	defer cancel()
	server := p.serve(script)
	client := p.client(server.URL, with...)
	cancelled := make(chan time.Time, 1)
	go func() {
		server.Await(ctx, 1)
		// Long enough to be in the pause, or in the middle of the answer.
		time.Sleep(150 * time.Millisecond)
		cancelled <- time.Now()
		cancel()
	}()
	result := p.callWith(ctx, client, call)
	ended := time.Now()
	cancel()
	took := ended.Sub(<-cancelled)
	if took < 0 && p.gaveUp(result, server) {
		return
	}
	p.want(took >= 0, "the call to last until it is cancelled", "%s", outcome(result))
	p.want(took < atOnce, "an end at once", "it took another %s", round(took))
	p.is(result, context.Canceled)
}

// gaveUp tells whether a client took a 429 for its answer. Who makes no pause
// has none to be woken from.
func (p *probe) gaveUp(result Result, server *Server) bool {
	return result.Err != nil && result.Status == http.StatusTooManyRequests && len(server.Requests()) == 1
}

func (p *probe) is(result Result, target error) {
	p.want(errors.Is(result.Err, target), "an error that is the context's, "+target.Error(), "%s", outcome(result))
}

func checkCancelPause(p *probe) {
	p.ends(always(refusal(http.StatusTooManyRequests, "Retry-After", "2")), get)
}

func checkCancelRequest(p *probe) {
	var g group
	for _, call := range []Call{get, create} {
		g.add(p.in("%s without an answer", call.Operation), func(p *probe) { p.ends(always(Reply{Fault: Hang}), call) })
		g.add(p.in("%s with half an answer", call.Operation), func(p *probe) {
			p.ends(func(n int, r Request) Reply {
				reply := fine(n, r)
				reply.Fault = HangInBody
				return reply
			}, call)
		})
	}
	g.running.Wait()
}

func checkDeadline(p *probe) {
	var g group
	for name, script := range map[string]Script{
		"in a pause":   always(refusal(http.StatusTooManyRequests, "Retry-After", "2")),
		"in a request": always(Reply{Fault: Hang}),
	} {
		g.add(p.in("%s", name), func(p *probe) {
			server := p.serve(script)
			client := p.client(server.URL)
			const limit = 300 * time.Millisecond
			ctx, cancel := context.WithTimeout(p.ctx, limit)
			defer cancel()
			start := time.Now()
			result := p.callWith(ctx, client, get)
			took := time.Since(start)
			if took < limit && p.gaveUp(result, server) {
				return
			}
			p.want(took < limit+atOnce, "an end after "+limit.String(), "it took %s", round(took))
			p.is(result, context.DeadlineExceeded)
		})
	}
	g.running.Wait()
}

func checkCancelled(p *probe) {
	ctx, cancel := context.WithCancel(p.ctx)
	cancel()
	server := p.serve(fine)
	result := p.callWith(ctx, p.client(server.URL), create)
	p.is(result, context.Canceled)
	p.requested(0, server)
}
