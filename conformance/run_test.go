package conformance_test

// Runs: bounded, side by side, and leaving nothing behind.

import (
	"context"
	"errors"
	"io"
	"net/http"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/stretchr/testify/require"
)

func TestRulesHaveStableNamesAndReasons(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range conformance.Rules() {
		require.Regexp(t, regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`), rule.Name)
		require.False(t, seen[rule.Name], rule.Name)
		seen[rule.Name] = true
		require.Regexp(t, `^[A-Z].*\.$`, rule.Why)
		require.NotContains(t, strings.TrimSuffix(rule.Why, "."), ". ", "one sentence: %s", rule.Name)
		require.NotEmpty(t, rule.Area)
	}
	require.GreaterOrEqual(t, len(seen), 40)
}

func TestARunIsBoundedAndLeavesNothingBehind(t *testing.T) {
	http.DefaultTransport.(*http.Transport).CloseIdleConnections()
	before := runtime.NumGoroutine()
	reports := make(chan conformance.Report, 2)
	for range cap(reports) {
		go func() { reports <- conformance.Run(t.Context(), toy()) }()
	}
	for range cap(reports) {
		report := <-reports
		var text strings.Builder
		require.NoError(t, report.WriteText(&text))
		require.True(t, report.OK(), text.String())
		require.Equal(t, len(conformance.Rules()), report.Count(conformance.Passed), text.String())
		require.Less(t, report.Took, 30*time.Second)
	}
	// Others' goroutines may be among those from before, and end meanwhile.
	stacks := make([]byte, 1<<20)
	for range 500 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
}

func TestWhatAClientDoesNotOfferIsNotHeldAgainstIt(t *testing.T) {
	adapter := toy()
	adapter.Offers, adapter.Kind = nil, nil
	report := conformance.Run(t.Context(), adapter)
	for _, result := range report.Results {
		// What a client in this process offers by being there needs no mention.
		needs := slices.DeleteFunc(slices.Clone(result.Rule.Needs), func(need conformance.Capability) bool {
			return need == conformance.SameProcess || need == conformance.Cancellation
		})
		if len(needs) > 0 {
			require.Equal(t, conformance.NotOffered, result.Outcome, result.Rule.Name)
			require.Equal(t, needs[0], result.Missing)
		} else {
			require.Equal(t, conformance.Passed, result.Outcome, "%s: %q", result.Rule.Name, result.Problems)
		}
	}
}

// Clients may be made otherwise than this API's own, and be none the worse for it.
func TestOtherWaysAreNoFlaws(t *testing.T) {
	for way, tt := range map[string]struct {
		shortest, longest time.Duration
		rules             []string
	}{
		"pauses a second, a tenth more or less": {900 * time.Millisecond, 1100 * time.Millisecond, []string{"backoff-*", "retries-end"}},
		// Who makes no pause has none to be woken from.
		"never tries again": {0, 0, []string{"cancel-*", "deadlines-are-told"}},
	} {
		t.Run(way, func(t *testing.T) {
			adapter := toy(way)
			adapter.ShortestPause, adapter.LongestPause = tt.shortest, tt.longest
			rules, err := conformance.Select(tt.rules...)
			require.NoError(t, err)
			conformance.Test(t, adapter, rules...)
		})
	}
}

func TestPromisesThatAreNotKept(t *testing.T) {
	offered := toy().Offers
	for name, adapter := range map[string]conformance.Adapter{
		"no client": {New: func(conformance.Settings) (conformance.Client, error) { return nil, errors.New("no licence") }},
		"no New":    {},
		"a client that panics": {New: func(conformance.Settings) (conformance.Client, error) {
			return conformance.ClientFunc(func(context.Context, conformance.Call) conformance.Result { panic("oh") }), nil
		}},
		"a client that says nothing": {Offers: offered, New: func(conformance.Settings) (conformance.Client, error) {
			return conformance.ClientFunc(func(context.Context, conformance.Call) conformance.Result { return conformance.Result{} }), nil
		}},
		"a client that only fails": {Offers: offered, Kind: toy().Kind, New: func(conformance.Settings) (conformance.Client, error) {
			return conformance.ClientFunc(func(context.Context, conformance.Call) conformance.Result {
				return conformance.Result{Err: errors.New(strings.Repeat("no ", 100))}
			}), nil
		}},
	} {
		t.Run(name, func(t *testing.T) {
			report := conformance.Run(t.Context(), adapter)
			require.False(t, report.OK())
			for _, result := range report.Results {
				// Who never makes a request reveals nothing and retries nothing.
				if result.Outcome == conformance.Passed {
					require.Contains(t, []string{"error-bodies-are-bounded", "redirects-stay-with-the-host", "redirects-keep-the-request",
						"no-credentials-in-the-clear", "errors-hide-credentials", "retry-after-is-bounded"}, result.Rule.Name)
				}
			}
			require.NoError(t, report.WriteText(io.Discard))
		})
	}
}

func TestAnAdapterThatReturnsNothing(t *testing.T) {
	rules, err := conformance.Select("connections-are-reused")
	require.NoError(t, err)
	report := conformance.Run(t.Context(), conformance.Adapter{New: func(conformance.Settings) (conformance.Client, error) { return nil, nil }}, rules...)
	require.Equal(t, []conformance.Problem{{Expected: "a client", Seen: "none, and no error"}}, report.Results[0].Problems)
}

func TestTheEndOfTheContextEndsARun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	start := time.Now()
	report := conformance.Run(ctx, toy())
	require.Less(t, time.Since(start), 5*time.Second)
	require.Zero(t, report.Count(conformance.Passed))
}

func TestRulesAreSelectedByName(t *testing.T) {
	for pattern, want := range map[string][]string{
		"retries-end":      {"retries-end"},
		"connections-*":    {"connections-are-reused", "connections-survive-errors", "connections-work-over-http2", "retries-end"},
		"retry-after-?s-*": {"retries-end", "retry-after-as-a-date-is-followed", "retry-after-is-bounded"},
	} {
		rules, err := conformance.Select(pattern, "retries-end")
		require.NoError(t, err, pattern)
		var names []string
		for _, rule := range rules {
			names = append(names, rule.Name)
		}
		require.Equal(t, want, names, pattern)
	}
	for _, wrong := range []string{"", "no-such-rule", "Retries", "["} {
		_, err := conformance.Select("retries-end", wrong)
		require.ErrorContains(t, err, wrong)
	}

	report := conformance.Run(t.Context(), toy(), conformance.Rule{Name: "home-made"})
	require.Len(t, report.Results, 1)
	require.Contains(t, report.Results[0].Problems[0].Seen, `"home-made"`)
}

// A problem tells what it takes to see it again.
func TestProblemsTellTheRequests(t *testing.T) {
	rules, err := conformance.Select("passing-failures-are-retried")
	require.NoError(t, err)
	report := conformance.Run(t.Context(), toy("gives up after a 502"), rules...)
	problems := report.Results[0].Problems
	require.Len(t, problems, 6, "two for each method")
	require.Equal(t, "DeleteCluster after one 502", problems[0].Case)
	require.Equal(t, "2 requests", problems[0].Expected)
	require.Equal(t, "1 request", problems[0].Seen)
	require.Equal(t, []string{"0 ms: DELETE /dataplatform/clusters/1f0c2a3b-4d5e-6f70-8192-a3b4c5d6e7f8 -> 502"}, problems[0].Requests)

	var text strings.Builder
	require.NoError(t, report.WriteText(&text))
	require.Equal(t, 3, strings.Count(text.String(), "-> 502\n"), "each case once")
}

// hanging hangs when it is made, or when it is closed.
type hanging struct {
	conformance.Client
	made chan struct{}
}

func (h hanging) Close() error {
	<-h.made
	return nil
}

func TestAClientThatHangsIsNotWaitedFor(t *testing.T) {
	release := make(chan struct{})
	t.Cleanup(func() { close(release) }) // after the parallel subtests
	rules, err := conformance.Select("service-errors-are-readable")
	require.NoError(t, err)
	for name, make := range map[string]func(conformance.Settings) (conformance.Client, error){
		"when it is made": func(conformance.Settings) (conformance.Client, error) {
			<-release
			return nil, errors.New("too late")
		},
		"when it is closed": func(s conformance.Settings) (conformance.Client, error) {
			client, err := toy().New(s)
			return hanging{client, release}, err
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
			defer cancel()
			report := conformance.Run(ctx, conformance.Adapter{New: make}, rules...)
			require.Equal(t, 1, report.Count(conformance.Failed))
			var text strings.Builder
			require.NoError(t, report.WriteText(&text))
			require.Contains(t, text.String(), "clients to be made and closed in time")
		})
	}
}
