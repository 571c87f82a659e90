package conformance

// Rule: what a client is held against, by name.

import (
	"slices"
	"time"
)

// RuleLimit is how long a rule may take; a client that is still busy then has
// not kept it.
const RuleLimit = 10 * time.Second

// Rule is one thing that a client must do or leave.
type Rule struct {
	// Name never changes: reports of different versions can be compared.
	Name string
	// Area is the headline under which the rule stands.
	Area string
	// Why says in one sentence what the rule is good for.
	Why string
	// Needs lists what a client must offer for the rule to concern it.
	Needs []Capability

	check func(p *probe)
	alone bool // it measures too finely for company
}

// Rules returns all rules in the order of reports.
func Rules() []Rule {
	areas := []struct {
		name  string
		rules []Rule
	}{
		{"Connections", connectionRules()},
		{"Retries", retryRules()},
		{"Pauses", pauseRules()},
		{"Cancellation", cancelRules()},
		{"The caller's own", callerRules()},
		{"Redirects", redirectRules()},
		{"Credentials", credentialRules()},
		{"Answers", answerRules()},
		{"Waiting", waitingRules()},
	}
	var all []Rule
	for _, area := range areas {
		for _, rule := range area.rules {
			rule.Area = area.name
			all = append(all, rule)
		}
	}
	return slices.Clip(all)
}
