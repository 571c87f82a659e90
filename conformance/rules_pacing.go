package conformance

// Pacing: what a client does with the rate-limit headers of an answer. That
// nothing needs to be done with them is why the rules concern only those who
// offer it: who comes too early is told so by a 429.

import (
	"context"
	"strconv"
	"time"
)

func pacingRules() []Rule {
	needs := []Capability{Pacing}
	return []Rule{
		{
			Name:  "rate-limits-are-waited-for",
			Why:   "A request for which nothing is left is refused, and counts.",
			Needs: needs,
			check: checkRateLimits,
		},
		{
			Name:  "rate-limit-waits-are-bounded",
			Why:   "A reset that somebody mistyped must not put a program to sleep for an hour.",
			Needs: needs,
			check: checkRateLimitBound,
		},
		{
			Name:  "rate-limit-waits-end-with-the-context",
			Why:   "Whoever cancels has stopped caring for the turn of the request.",
			Needs: []Capability{Pacing, Cancellation},
			check: checkRateLimitCancelled,
		},
	}
}

// limited is the answer of a service in good health, with headers.
func limited(headers ...string) Script {
	return func(n int, r Request) Reply {
		reply := fine(n, r)
		reply.Header = header(headers...)
		return reply
	}
}

// twice makes two calls, one after the other, and returns how far apart their
// requests came.
func (p *probe) twice(script Script) (apart time.Duration, ok bool) {
	server := p.serve(script)
	client := p.client(server.URL)
	for range 2 {
		if !p.succeeded(p.call(client, get)) {
			return 0, false
		}
	}
	if !p.requested(2, server) {
		return 0, false
	}
	return pauses(server)[0], true
}

func checkRateLimits(p *probe) {
	var g group
	for name, script := range map[string]Script{
		"RateLimit headers":   limited("RateLimit-Limit", "10", "RateLimit-Remaining", "0", "RateLimit-Reset", "1"),
		"X-RateLimit headers": limited("X-RateLimit-Limit", "10", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1"),
		// Such a point in time knows whole seconds only: two from now are at least one.
		"X-RateLimit headers with a point in time": func(n int, r Request) Reply {
			reset := strconv.FormatInt(time.Now().Unix()+2, 10)
			return limited("X-RateLimit-Limit", "10", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset)(n, r)
		},
	} {
		g.add(p.in("none left by %s", name), func(p *probe) {
			if apart, ok := p.twice(script); ok {
				p.want(apart >= 950*time.Millisecond && apart <= 2*time.Second+slack, "the next request after the reset", "it after %s", round(apart))
			}
		})
	}
	g.add(p.in("some left"), func(p *probe) {
		apart, ok := p.twice(limited("X-RateLimit-Limit", "10", "X-RateLimit-Remaining", "5", "X-RateLimit-Reset", "60"))
		p.want(!ok || apart < atOnce, "the next request at once", "it after %s", round(apart))
	})
	g.running.Wait()
}

func checkRateLimitBound(p *probe) {
	var g group
	for _, value := range []string{"3600", "99999999999999999999", "4000000000"} {
		g.add(p.in("none left and a reset of %s", value), func(p *probe) {
			server := p.serve(limited("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", value))
			client := p.client(server.URL)
			p.succeeded(p.call(client, get))
			p.requested(1, server)
			// Giving up is as good as going on early.
			start := time.Now()
			result := p.call(client, get)
			took := time.Since(start)
			p.want(took < callLimit, "an end within "+callLimit.String(), "%s after %s", outcome(result), round(took))
		})
	}
	g.running.Wait()
}

func checkRateLimitCancelled(p *probe) {
	ctx, cancel := context.WithCancel(p.ctx)
	defer cancel()
	server := p.serve(limited("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "2"))
	client := p.client(server.URL)
	p.succeeded(p.call(client, get))
	timer := time.AfterFunc(150*time.Millisecond, cancel)
	defer timer.Stop()
	start := time.Now()
	result := p.callWith(ctx, client, get)
	took := time.Since(start)
	p.want(took < 150*time.Millisecond+atOnce, "an end at once", "it after %s", round(took))
	p.is(result, context.Canceled)
	p.want(len(server.Requests()) == 1, "no request after the end", "one")
}
