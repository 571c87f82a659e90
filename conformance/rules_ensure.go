package conformance

// Creating once: on a service that knows neither unique names nor idempotency
// keys, over a network that loses answers.

import (
	"encoding/json"
	"net/http"
	"slices"
	"time"
)

func ensureRules() []Rule {
	needs := []Capability{Ensuring}
	return []Rule{
		{
			Name:  "ensuring-finds-what-is-there",
			Why:   "A program that runs a second time must not create a second cluster.",
			Needs: needs,
			check: checkEnsureFinds,
		},
		{
			Name:  "ensuring-tells-clusters-apart",
			Why:   "A cluster of a similar name, in another data center or on its way out is not the one that was wanted.",
			Needs: needs,
			check: checkEnsureApart,
		},
		{
			Name:  "ensuring-survives-lost-answers",
			Why:   "A create without an answer may have had its effect or not, and only looking tells.",
			Needs: needs,
			check: checkEnsureLost,
		},
		{
			Name:  "ensuring-together-leaves-one",
			Why:   "Two programs that look at the same time both see nothing and both create.",
			Needs: needs,
			check: checkEnsureTogether,
		},
	}
}

// ensured wants a call to have answered with the only cluster there is, after
// so many creates that had their effect.
func (p *probe) ensured(m *memory, made int, results ...Result) {
	alive := m.alive()
	p.want(len(alive) == 1, "1 cluster of the name in the data center", "%d", len(alive))
	m.mu.Lock()
	p.want(m.made == made, plural(made, "cluster")+" to be created", "%d", m.made)
	m.mu.Unlock()
	for _, result := range results {
		if p.succeeded(result) && len(alive) == 1 {
			p.want(idOf(result) == alive[0], "the cluster "+alive[0], "%s", outcome(result))
		}
	}
}

func idOf(result Result) string {
	var document struct{ ID string }
	_ = json.Unmarshal(result.Document, &document)
	return document.ID
}

func checkEnsureFinds(p *probe) {
	there := p.in("one that is there")
	m := &memory{}
	m.add(clusterName, datacenterID, "AVAILABLE")
	result, _ := there.once(m.serve, ensure)
	there.ensured(m, 0, result)

	again := p.in("one that it made before")
	m = &memory{}
	server := again.serve(m.serve)
	first, second := again.client(server.URL), again.client(server.URL)
	again.ensured(m, 1, again.call(first, ensure), again.call(first, ensure), again.call(second, ensure))
}

func checkEnsureApart(p *probe) {
	m := &memory{}
	m.add(clusterName+"-2", datacenterID, "AVAILABLE")
	m.add(clusterName, "5f0c2a3b-4d5e-6f70-8192-a3b4c5d6e7f8", "AVAILABLE")
	m.add(clusterName, datacenterID, "DESTROYING")
	result, _ := p.once(m.serve, ensure)
	p.ensured(m, 1, result)
}

func checkEnsureLost(p *probe) {
	var g group
	for name, lose := range map[string]func(effect func() Reply) Reply{
		"the connection broken after the effect": func(effect func() Reply) Reply {
			effect()
			return Reply{Fault: Break}
		},
		"the connection broken before the effect": func(func() Reply) Reply { return Reply{Fault: Break} },
		"a 504 after the effect": func(effect func() Reply) Reply {
			effect()
			return refusal(http.StatusGatewayTimeout)
		},
		"a 503 without an effect": func(func() Reply) Reply { return refusal(http.StatusServiceUnavailable) },
		"the answer cut off": func(effect func() Reply) Reply {
			reply := effect()
			reply.Fault = BreakInBody
			return reply
		},
	} {
		g.add(p.in("%s", name), func(p *probe) {
			m := &memory{onCreate: func(n int, effect func() Reply) Reply {
				if n == 0 {
					return lose(effect)
				}
				return effect()
			}}
			result, _ := p.once(m.serve, ensure)
			p.ensured(m, 1, result)
		})
	}
	g.running.Wait()
}

func checkEnsureTogether(p *probe) {
	// The first create is held back until there is another one, so that neither
	// can see the other's cluster before it sends its own.
	second := make(chan struct{})
	m := &memory{onCreate: func(n int, effect func() Reply) Reply {
		switch n {
		case 0:
			timer := time.NewTimer(time.Second)
			defer timer.Stop()
			select {
			case <-second:
			case <-timer.C:
			}
		case 1:
			close(second)
		}
		return effect()
	}}
	server := p.serve(m.serve)
	clients := []Client{p.client(server.URL), p.client(server.URL)}
	results := make([]Result, len(clients))
	var g group
	for i, client := range clients {
		g.add(p, func(p *probe) { results[i] = p.call(client, ensure) })
	}
	g.running.Wait()

	alive := m.alive()
	p.want(len(alive) == 1, "1 cluster of the name in the data center", "%d", len(alive))
	// An error says that there was another one, and is the better end of the two.
	p.want(slices.ContainsFunc(results, func(r Result) bool { return r.Err == nil }), "success for one of the two at least", "%s", outcome(results[0]))
	for _, result := range results {
		if result.Err == nil && len(alive) == 1 {
			p.want(idOf(result) == alive[0], "the cluster "+alive[0]+" or an error", "%s", outcome(result))
		}
	}
}
