package conformance

// Pauses: how long a client waits before it tries again.

import (
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"
)

// slack is what a busy machine may add to a pause.
const slack = 2 * time.Second

func pauseRules() []Rule {
	return []Rule{
		{
			Name:  "retry-after-in-seconds-is-followed",
			Why:   "The service knows when it will listen again.",
			check: checkRetryAfterSeconds,
		},
		{
			Name:  "retry-after-as-a-date-is-followed",
			Why:   "HTTP lets the service name a point in time, and gateways do.",
			check: checkRetryAfterDate,
		},
		{
			Name:  "retry-after-is-bounded",
			Why:   "A number that somebody mistyped must not put a program to sleep for an hour.",
			check: checkRetryAfterBound,
		},
		{
			Name:  "backoff-stays-within-bounds",
			Why:   "Tries without a pause make an outage worse, and pauses without an end look like one.",
			check: checkBackoff,
		},
		{
			Name:  "backoff-is-spread",
			Why:   "Clients that failed together and wait equally long come back together.",
			check: checkSpread,
			alone: true,
		},
	}
}

// pauses are the times between the requests that came.
func pauses(server *Server) []time.Duration {
	var between []time.Duration
	requests := server.Requests()
	for i := 1; i < len(requests); i++ {
		between = append(between, requests[i].At.Sub(requests[i-1].At))
	}
	return between
}

func (p *probe) paused(server *Server, least, most time.Duration) {
	for _, pause := range pauses(server) {
		p.want(pause >= least && pause <= most, "a pause of "+least.String()+" to "+most.String(), "%s", round(pause))
	}
}

func checkRetryAfterSeconds(p *probe) {
	var g group
	for _, status := range []int{429, 503} {
		g.add(p.in("%d with Retry-After: 1", status), func(p *probe) {
			result, server := p.once(first(refusal(status, "Retry-After", "1")), get)
			p.succeeded(result)
			p.requested(2, server)
			p.paused(server, 950*time.Millisecond, time.Second+slack)
		})
	}
	g.running.Wait()
}

func checkRetryAfterDate(p *probe) {
	// Dates know whole seconds only: two from now are at least one.
	server := p.serve(func(n int, r Request) Reply {
		if n > 0 {
			return fine(n, r)
		}
		now := time.Now().UTC()
		return refusal(http.StatusTooManyRequests, "Date", now.Format(http.TimeFormat),
			"Retry-After", now.Add(2*time.Second).Format(http.TimeFormat))
	})
	p.succeeded(p.call(p.client(server.URL), get))
	p.requested(2, server)
	p.paused(server, 950*time.Millisecond, 2*time.Second+slack)
}

func checkRetryAfterBound(p *probe) {
	var g group
	for _, value := range []string{"3600", "99999999999999999999", "Fri, 31 Dec 2100 23:59:59 GMT"} {
		g.add(p.in("429 with Retry-After: %s", value), func(p *probe) {
			// Giving up is as good as trying again early.
			start := time.Now()
			result, _ := p.once(first(refusal(http.StatusTooManyRequests, "Retry-After", value)), get)
			took := time.Since(start)
			p.want(took < callLimit, "an end within "+callLimit.String(), "%s after %s", outcome(result), round(took))
		})
	}
	g.running.Wait()
}

func checkBackoff(p *probe) {
	_, server := p.once(always(refusal(http.StatusServiceUnavailable)), get)
	if !p.want(len(pauses(server)) > 0, "another try after a 503", "none") {
		return
	}
	p.paused(server, p.adapter.shortestPause()*9/10, p.adapter.longestPause()+slack)
}

func checkSpread(p *probe) {
	// Much less than jitter makes of it, and more than a machine does. Pauses
	// that are a tenth longer or shorter differ enough.
	least := min(p.adapter.shortestPause()/8, 25*time.Millisecond)
	var seen string
	start := time.Now()
	for kept := 0; kept < 2; {
		halt := make(chan struct{})
		stumbled := make(chan time.Duration, 1)
		go func() { stumbled <- longestStumble(halt) }()
		firsts := p.firstPauses()
		close(halt)
		// A machine that stumbles makes pauses end together, or spreads them by
		// itself. It doesn't do so all the time.
		if <-stumbled > 2*least && time.Since(start) < RuleLimit/4 {
			continue
		}
		spread := firsts[len(firsts)*3/4] - firsts[len(firsts)/4]
		now := fmt.Sprintf("%s (from %s to %s in all)", round(spread), round(firsts[0]), round(firsts[len(firsts)-1]))
		if spread >= least {
			kept++
			continue
		}
		if seen != "" {
			p.want(false, "first pauses whose middle half differs by "+least.String()+" or more", "%s, and %s", seen, now)
			return
		}
		seen = now
	}
}

// longestStumble is the longest time until halt in which this process didn't run
// although it wanted to.
func longestStumble(halt <-chan struct{}) time.Duration {
	var longest time.Duration
	for {
		last := time.Now()
		select {
		case <-halt:
			return longest
		case <-time.After(time.Millisecond):
			longest = max(longest, time.Since(last))
		}
	}
}

// firstPauses are the first pauses of clients that fail together, sorted.
func (p *probe) firstPauses() []time.Duration {
	const clients = 16
	var (
		g      group
		mu     sync.Mutex
		firsts []time.Duration
	)
	for range clients {
		g.add(p, func(p *probe) {
			_, server := p.once(first(refusal(http.StatusServiceUnavailable)), get)
			mu.Lock()
			defer mu.Unlock()
			firsts = append(firsts, append(pauses(server), 0)[0])
		})
	}
	g.running.Wait()
	firsts = append(firsts, make([]time.Duration, clients-len(firsts))...) // of those that panicked
	slices.Sort(firsts)
	return firsts
}
