package conformance

// Waiting: until a cluster is available, or gone, or never will be.

import (
	"net/http"
	"strings"
	"time"
)

func waitingRules() []Rule {
	needs := []Capability{Waiting}
	return []Rule{
		{
			Name:  "waiting-ends-when-available",
			Why:   "A cluster can be used from the moment it is AVAILABLE, and not before.",
			Needs: needs,
			check: checkAwaitAvailable,
		},
		{
			Name:  "waiting-ends-when-failed",
			Why:   "A state that begins with FAILED is there to stay; whoever waits on waits for nothing.",
			Needs: needs,
			check: checkAwaitFailed,
		},
		{
			Name:  "waiting-ends-when-deleted",
			Why:   "A deleted resource answers 404, and that is what was waited for and no error.",
			Needs: needs,
			check: checkAwaitDeleted,
		},
		{
			Name:  "waiting-survives-an-outage",
			Why:   "Provisioning takes minutes, and in minutes gateways fail and connections break.",
			Needs: needs,
			check: checkAwaitOutage,
		},
		{
			Name:  "waiting-pauses",
			Why:   "A client that looks without a pause is an attack.",
			Needs: needs,
			check: checkAwaitPauses,
		},
		{
			Name:  "waiting-ends-with-the-context",
			Why:   "Whoever cancels has stopped waiting.",
			Needs: needs,
			check: checkAwaitCancelled,
		},
	}
}

// pollInterval is how often waits of rules look.
const pollInterval = 50 * time.Millisecond

func polling(s *Settings) { s.PollInterval = pollInterval }

// inState is the answer for a cluster in that state, alone or in a list.
func inState(state string) Script {
	return func(n int, r Request) Reply {
		reply := fine(n, r)
		reply.Body = []byte(strings.ReplaceAll(string(reply.Body), `"AVAILABLE"`, `"`+state+`"`))
		return reply
	}
}

// through goes through scripts request by request and stays with the last one.
func through(scripts ...Script) Script {
	return func(n int, r Request) Reply { return scripts[min(n, len(scripts)-1)](n, r) }
}

// gone is the answer for a cluster that is no more, alone or in a list.
func gone(_ int, r Request) Reply {
	if strings.HasSuffix(r.Path, "/clusters") {
		return answer(`{"id":"clusters","type":"collection","items":[]}`)
	}
	return refusal(http.StatusNotFound)
}

func checkAwaitAvailable(p *probe) {
	result, server := p.once(through(inState("DEPLOYING"), inState("BUSY"), inState("UPDATING"), inState("AVAILABLE")), awaitAvailable, polling)
	p.succeeded(result)
	p.requested(4, server)
}

func checkAwaitFailed(p *probe) {
	var g group
	for _, state := range []string{"FAILED", "FAILED_UPDATING", "FAILED_DESTROYING"} {
		g.add(p.in("%s", state), func(p *probe) {
			result, server := p.once(through(inState("BUSY"), inState(state)), awaitAvailable, polling)
			p.want(result.Err != nil && strings.Contains(result.Err.Error(), state), "an error that names the state", "%s", outcome(result))
			p.requested(2, server)
		})
	}
	g.running.Wait()
}

func checkAwaitDeleted(p *probe) {
	result, server := p.once(through(inState("DESTROYING"), inState("DESTROYING"), gone), awaitDeleted, polling)
	p.succeeded(result)
	p.requested(3, server)

	failed := p.in("FAILED_DESTROYING")
	result, _ = failed.once(through(inState("DESTROYING"), inState("FAILED_DESTROYING")), awaitDeleted, polling)
	failed.want(result.Err != nil && strings.Contains(result.Err.Error(), "FAILED_DESTROYING"), "an error that names the state", "%s", outcome(result))
}

func checkAwaitOutage(p *probe) {
	// More failures in a row than a single call has tries.
	script := func(n int, r Request) Reply {
		switch {
		case n == 0 || n == 9:
			return inState("BUSY")(n, r)
		case n == 3:
			return Reply{Fault: Break}
		case n < 9:
			return refusal(http.StatusServiceUnavailable)
		}
		return fine(n, r)
	}
	result, server := p.once(script, awaitAvailable, polling)
	p.succeeded(result)
	p.requested(11, server)
}

func checkAwaitPauses(p *probe) {
	busy := inState("BUSY")
	result, server := p.once(through(busy, busy, busy, busy, busy, busy, busy, fine), awaitAvailable, polling)
	p.succeeded(result)
	p.requested(8, server)
	p.paused(server, pollInterval/2, pollInterval*4+slack)
}

func checkAwaitCancelled(p *probe) {
	p.ends(inState("BUSY"), awaitAvailable, polling)
}
