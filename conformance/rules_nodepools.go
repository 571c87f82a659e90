package conformance

// Waiting for node pools: what holds for clusters holds for them.

func nodePoolRules() []Rule {
	needs := []Capability{NodePoolWaiting}
	return []Rule{
		{
			Name:  "node-pool-waiting-ends-when-available",
			Why:   "Services have nodes to run on from the moment the node pool is AVAILABLE, and not before.",
			Needs: needs,
			check: func(p *probe) { p.awaitsAvailable(awaitPoolAvailable) },
		},
		{
			Name:  "node-pool-waiting-ends-when-failed",
			Why:   "A node pool in a state that begins with FAILED stays there; whoever waits on waits for nothing.",
			Needs: needs,
			check: func(p *probe) { p.awaitsFailed(awaitPoolAvailable) },
		},
		{
			Name:  "node-pool-waiting-ends-when-deleted",
			Why:   "A deleted node pool is a 404 or missing in the list, and that is what was waited for and no error.",
			Needs: needs,
			check: func(p *probe) { p.awaitsDeleted(awaitPoolDeleted) },
		},
	}
}
