package conformance

// Run and Test: rules against one client.

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

// Run holds a client against rules, against all if none are given; [Select]
// finds some by name. The end of ctx ends it; the rules that were not done by
// then have failed. Runs may go on at the same time.
func Run(ctx context.Context, adapter Adapter, rules ...Rule) Report {
	start := time.Now()
	if len(rules) == 0 {
		rules = Rules()
	}
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

// Test holds a client against rules, against all if none are given, each in a
// subtest of its name, nearly all of them parallel.
// Rules that the client does not concern itself with are logged and pass.
func Test(t *testing.T, adapter Adapter, rules ...Rule) {
	t.Helper()
	if len(rules) == 0 {
		rules = Rules()
	}
	defaults := rememberDefaults(t.Context())
	for _, rule := range rules {
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
		for i, problem := range result.Problems {
			t.Errorf("%s", problem)
			for _, request := range result.requests(i) {
				t.Logf("    %s", request)
			}
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
	p := &probe{adapter: adapter, defaults: defaults, shared: &shared{}}
	if p.adapter.begin != nil {
		p.runBegun(ctx, rule)
	} else {
		p.run(ctx, rule)
	}
	if result.Problems = p.shared.found(); len(result.Problems) > 0 {
		result.Outcome = Failed
	}
	result.Took = time.Since(start)
	return result
}

// runBegun is run with a client that lives elsewhere. Time counts from when it
// does.
func (p *probe) runBegun(ctx context.Context, rule Rule) {
	begun, end, err := p.adapter.begin(ctx)
	if !p.want(err == nil, "the program to start", "%v", err) {
		return
	}
	p.adapter = begun
	p.run(ctx, rule)
	err = end()
	p.want(err == nil, "the program to run and keep to the protocol", "%v", err)
}

// run makes the check of a rule and returns in time, also if the client doesn't.
func (p *probe) run(ctx context.Context, rule Rule) {
	if ctx.Err() != nil {
		p.want(false, "the run to last until the rule is done", "its end: %v", ctx.Err())
		return
	}
	limited, cancel := context.WithTimeout(ctx, RuleLimit)
	defer cancel()
	p.ctx = limited
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if rule.check == nil {
			p.want(false, "a rule of Rules or Select", "%q, which is none", rule.Name)
			return
		}
		p.guarded(rule.check)
		p.guarded(func(*probe) { p.shared.end() })
	}()
	select {
	case <-ended:
	case <-limited.Done():
		p.want(false, "the rule to be done within "+RuleLimit.String(), "%v", limited.Err())
		// A call that was given up took its patience; New and Close have none.
		timer := time.NewTimer(2 * patience)
		defer timer.Stop()
		select {
		case <-ended:
		case <-timer.C:
			p.want(false, "clients to be made and closed in time", "one that still is not")
			go p.shared.end()
		}
	}
}

// guarded runs a check and takes a panic for what it is: the client's failure.
func (p *probe) guarded(check func(*probe)) {
	defer func() {
		if r := recover(); r != nil {
			if m, ok := r.(missing); ok {
				p.want(false, m.what, "%v", m.err)
				return
			}
			p.want(false, "no panic", "%s", fmt.Sprint(r))
		}
	}()
	check(p)
}

// missing is the panic of a check that can't go on for the lack of something.
type missing struct {
	what string
	err  error
}
