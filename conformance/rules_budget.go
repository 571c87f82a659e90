package conformance

// The retry budget: an outage is not made worse by those who wait for its end.

import (
	"net/http"
	"sync/atomic"
	"time"
)

const (
	// stormCalls are the calls of a storm, and stormCallers make them.
	stormCalls   = 1000
	stormCallers = 64
	// stormLimit is when a storm ends, whatever it has come to.
	stormLimit = 4 * time.Second
	// sparedRetries are what any client may spend on what may be a short
	// trouble; beyond them it may retry one call in five.
	sparedRetries = 200
)

func budgetRule() Rule {
	return Rule{
		Name:  "outages-are-not-made-worse",
		Why:   "A service that is down gets three times its load from callers who all try three times, just when it comes back.",
		check: checkStorm,
	}
}

func checkStorm(p *probe) {
	var back atomic.Bool
	server := p.serve(func(n int, r Request) Reply {
		if back.Load() {
			return fine(n, r)
		}
		return refusal(http.StatusServiceUnavailable)
	})
	client := p.client(server.URL)
	var (
		g     group
		calls atomic.Int64
	)
	end := time.Now().Add(stormLimit)
	for range stormCallers {
		g.add(p, func(p *probe) {
			for time.Now().Before(end) && calls.Add(1) <= stormCalls {
				p.call(client, get)
			}
		})
	}
	g.running.Wait()
	p.want(len(server.Requests()) > 0, "requests", "none")
	made := min(int(calls.Load()), stormCalls)
	retries := len(server.Requests()) - made
	most := sparedRetries + made/5
	p.want(retries <= most, itoa(most)+" retries at the most for "+plural(made, "call")+" during an outage", "%d", retries)

	// Who was careful with retries must not be with calls.
	back.Store(true)
	result := Result{}
	for end := time.Now().Add(slack); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if result = p.call(client, get); result.Err == nil {
			return
		}
	}
	p.want(false, "success within "+slack.String()+" after the outage", "%s", outcome(result))
}
