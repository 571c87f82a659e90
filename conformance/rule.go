package conformance

// Rule: what a client is held against, by name.

import (
	"fmt"
	"path"
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
		{"Pacing", pacingRules()},
		{"Cancellation", cancelRules()},
		{"The caller's own", callerRules()},
		{"Redirects", redirectRules()},
		{"Credentials", credentialRules()},
		{"Answers", answerRules()},
		{"Waiting", waitingRules()},
		{"Waiting for node pools", nodePoolRules()},
		{"Creating once", ensureRules()},
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

// Select returns the rules whose names match one of the patterns, in the order
// of reports. A pattern is a name, or has * and ? in it for any letters and any
// one. One that matches no rule is an error.
func Select(patterns ...string) ([]Rule, error) {
	all := Rules()
	chosen := make([]bool, len(all))
	for _, pattern := range patterns {
		found := false
		for i, rule := range all {
			matches, err := path.Match(pattern, rule.Name)
			if err != nil {
				return nil, fmt.Errorf("%q is no pattern for names of rules: %w", pattern, err)
			}
			found, chosen[i] = found || matches, chosen[i] || matches
		}
		if !found {
			return nil, fmt.Errorf("no rule has a name like %q; Rules lists them all", pattern)
		}
	}
	var rules []Rule
	for i, rule := range all {
		if chosen[i] {
			rules = append(rules, rule)
		}
	}
	return rules, nil
}
