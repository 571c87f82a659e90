package conformance_test

// Runs: bounded, side by side, and leaving nothing behind.

import (
	"context"
	"errors"
	"io"
	"net/http"
	"regexp"
	"runtime"
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
	require.True(t, report.OK())
	for _, result := range report.Results {
		if len(result.Rule.Needs) > 0 {
			require.Equal(t, conformance.NotOffered, result.Outcome, result.Rule.Name)
			require.Equal(t, result.Rule.Needs[0], result.Missing)
		} else {
			require.Equal(t, conformance.Passed, result.Outcome, result.Rule.Name)
		}
	}
}

func TestPromisesThatAreNotKept(t *testing.T) {
	offered := toy().Offers
	for name, adapter := range map[string]conformance.Adapter{
		"no client": {New: func(conformance.Settings) (conformance.Client, error) { return nil, errors.New("no licence") }},
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

func TestTheEndOfTheContextEndsARun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	start := time.Now()
	report := conformance.Run(ctx, toy())
	require.Less(t, time.Since(start), 5*time.Second)
	require.Zero(t, report.Count(conformance.Passed))
}
