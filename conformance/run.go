package conformance

// Run and Test: all rules against one client.

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"
)

// rulesAtOnce bounds the rules that run at the same time. They spend their time
// waiting, but those that measure it must not be crowded out.
const rulesAtOnce = 8

// Run holds a client against all rules. The end of ctx ends it; the rules that
// were not done by then have failed.
func Run(ctx context.Context, adapter Adapter) Report {
	start := time.Now()
	rules := Rules()
	report := Report{Client: adapter.Name, Results: make([]RuleResult, len(rules))}
	defaults := rememberDefaults(ctx)
	slots := make(chan struct{}, rulesAtOnce)
	var running sync.WaitGroup
	for i, rule := range rules {
		if rule.alone {
			report.Results[i] = runRule(ctx, adapter, rule, defaults)
		}
	}
	for i, rule := range rules {
		if rule.alone {
			continue
		}
		running.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			report.Results[i] = runRule(ctx, adapter, rule, defaults)
		})
	}
	running.Wait()
	report.Took = time.Since(start)
	return report
}

// Test holds a client against all rules, each in a subtest of its name,
// nearly all of them parallel.
// Rules that the client does not concern itself with are logged and pass.
func Test(t *testing.T, adapter Adapter) {
	t.Helper()
	defaults := rememberDefaults(t.Context())
	for _, rule := range Rules() {
		t.Run(rule.Name, func(t *testing.T) {
			if !rule.alone {
				t.Parallel()
			}
			tell(t, runRule(t.Context(), adapter, rule, defaults))
		})
	}
}

// tell reports a result to a test.
func tell(t interface {
	Helper()
	Logf(format string, args ...any)
	Errorf(format string, args ...any)
}, result RuleResult) {
	t.Helper()
	switch result.Outcome {
	case NotOffered:
		t.Logf("not offered: %s", result.Missing)
	case Failed:
		t.Logf("%s", result.Rule.Why)
		for _, problem := range result.Problems {
			t.Errorf("%s", problem)
		}
	}
}

func runRule(ctx context.Context, adapter Adapter, rule Rule, defaults *defaults) RuleResult {
	result := RuleResult{Rule: rule, Outcome: Passed}
	if missing, ok := adapter.offers(rule.Needs); !ok {
		result.Outcome, result.Missing = NotOffered, missing
		return result
	}
	start := time.Now()
	ctx, cancel := context.WithTimeout(ctx, RuleLimit)
	defer cancel()
	p := &probe{ctx: ctx, adapter: adapter, defaults: defaults, shared: &shared{}}
	p.guarded(rule.check)
	p.shared.end()
	if err := ctx.Err(); err != nil {
		p.failf("expected the rule to be done within %s; saw %v", RuleLimit, err)
	}
	if result.Problems = p.shared.found(); len(result.Problems) > 0 {
		result.Outcome = Failed
	}
	result.Took = time.Since(start)
	return result
}

// guarded runs a check and takes a panic for what it is: the client's failure.
func (p *probe) guarded(check func(*probe)) {
	defer func() {
		if r := recover(); r != nil {
			p.failf("expected no panic; saw %s", fmt.Sprint(r))
		}
	}()
	check(p)
}
