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
			Name:  "waiting-follows-retry-after",
			Why:   "A service that says when it will listen again says it to those who wait for long, too.",
			Needs: needs,
			check: checkAwaitRetryAfter,
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
			Needs: []Capability{Waiting, Cancellation},
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

// gone is the answer for a resource that is no more, alone or in a list.
func gone(_ int, r Request) Reply {
	for _, list := range []string{"clusters", "nodepools"} {
		if strings.HasSuffix(r.Path, "/"+list) {
			return answer(collection(list))
		}
	}
	return refusal(http.StatusNotFound)
}

func checkAwaitAvailable(p *probe) { p.awaitsAvailable(awaitAvailable) }
func checkAwaitFailed(p *probe)    { p.awaitsFailed(awaitAvailable) }
func checkAwaitDeleted(p *probe)   { p.awaitsDeleted(awaitDeleted) }

func (p *probe) awaitsAvailable(await Call) {
	result, server := p.once(through(inState("DEPLOYING"), inState("BUSY"), inState("UPDATING"), inState("AVAILABLE")), await, polling)
	p.succeeded(result)
	p.requested(4, server)
}

func (p *probe) awaitsFailed(await Call) {
	var g group
	for _, state := range []string{"FAILED", "FAILED_UPDATING", "FAILED_DESTROYING"} {
		g.add(p.in("%s", state), func(p *probe) {
			result, server := p.once(through(inState("BUSY"), inState(state)), await, polling)
			p.namesState(state, result)
			p.requested(2, server)
		})
	}
	g.running.Wait()
}

func (p *probe) awaitsDeleted(await Call) {
	result, server := p.once(through(inState("DESTROYING"), inState("DESTROYING"), gone), await, polling)
	p.succeeded(result)
	p.requested(3, server)

	failed := p.in("FAILED_DESTROYING")
	result, _ = failed.once(through(inState("DESTROYING"), inState("FAILED_DESTROYING")), await, polling)
	failed.namesState("FAILED_DESTROYING", result)
}

func (p *probe) namesState(state string, result Result) {
	p.want(result.Err != nil && strings.Contains(result.Err.Error(), state), "an error that names the state "+state, "%s", outcome(result))
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

func checkAwaitRetryAfter(p *probe) {
	// More refusals in a row than a single call has tries.
	refused := always(refusal(http.StatusServiceUnavailable, "Retry-After", "1"))
	result, server := p.once(through(inState("BUSY"), refused, refused, refused, refused, fine), awaitAvailable, polling)
	p.succeeded(result)
	p.requested(6, server)
	for i, pause := range pauses(server) {
		if i > 0 {
			p.want(pause >= 950*time.Millisecond && pause <= time.Second+slack, "a pause of 1s after each refusal", "%s", round(pause))
		}
	}
}

func checkAwaitCancelled(p *probe) {
	var g group
	for name, script := range map[string]Script{
		"between two looks":                     inState("BUSY"),
		"in a look without an answer":           through(inState("BUSY"), always(Reply{Fault: Hang})),
		"in a pause that the service asked for": always(refusal(http.StatusServiceUnavailable, "Retry-After", "2")),
	} {
		g.add(p.in("%s", name), func(p *probe) { p.ends(script, awaitAvailable, polling) })
	}
	g.running.Wait()
}
