package conformance_test

// The rules are worth something when a client that breaks one is told so, and
// nothing else: each flaw must fail exactly the rules that it breaks.

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/stretchr/testify/require"
)

// flaws are what a client can do wrong, and the rules that it breaks then.
// Those in one group don't concern each other and are had all at once.
var flaws = []map[string][]string{
	{
		"closes connections":         {"connections-are-reused", "connections-survive-errors", "connections-work-over-http2"},
		"repeats a POST":             {"post-is-not-repeated-in-doubt"},
		"loses the body":             {"retries-keep-the-request"},
		"reads errors to the end":    {"error-bodies-are-bounded"},
		"sleeps through the end":     {"cancel-ends-a-pause", "deadlines-are-told", "rate-limit-waits-end-with-the-context", "waiting-ends-with-the-context"},
		"sends all credentials":      {"one-authorization-header"},
		"never renews a token":       {"token-is-renewed-once-after-401"},
		"takes a list for an object": {"a-list-is-no-object"},
		"waits for what has failed":  {"waiting-ends-when-failed", "waiting-ends-when-deleted"},
		"has no retry budget":        {"outages-are-not-made-worse"},
		"creates without looking":    {"ensuring-finds-what-is-there"},
	},
	{
		"speaks HTTP/1 only":             {"connections-work-over-http2"},
		"retries a 409":                  {"final-answers-are-not-retried"},
		"alters the configuration":       {"configuration-is-not-altered"},
		"shows credentials in errors":    {"errors-hide-credentials"},
		"knows one shape of versions":    {"versions-come-in-both-shapes"},
		"looks without a pause":          {"waiting-pauses"},
		"reads the first document only":  {"a-list-is-no-object", "broken-json-is-an-error", "errors-tell-what-was-wrong"},
		"sends credentials in the clear": {"no-credentials-in-the-clear"},
		"ignores rate limits":            {"rate-limits-are-waited-for", "rate-limit-waits-end-with-the-context"},
		"takes any data center":          {"ensuring-tells-clusters-apart"},
	},
	{
		"leaves errors unread":              {"connections-survive-errors"},
		"gives up when a connection breaks": {"broken-connections-are-retried"},
		"reads no dates":                    {"retry-after-as-a-date-is-followed"},
		"logs headers":                      {"logs-hide-credentials"},
		"asks for a token each time":        {"token-source-is-asked-once", "token-is-renewed-once-after-401"},
		"takes an empty body":               {"empty-bodies-are-errors", "errors-tell-what-was-wrong"},
		"takes any state for available":     {"waiting-ends-when-available"},
		"lets redirects change the method":  {"redirects-keep-the-request"},
		"believes any reset":                {"rate-limit-waits-are-bounded"},
		"takes any node pool for available": {"node-pool-waiting-ends-when-available"},
		"repeats a create in doubt":         {"ensuring-survives-lost-answers"},
	},
	{
		"gives up after a 502":                 {"passing-failures-are-retried"},
		"gives up a POST after 429":            {"post-is-repeated-after-429", "retries-keep-the-request"},
		"gives up a POST that never connected": {"post-is-repeated-when-never-connected"},
		"believes any Retry-After":             {"retry-after-is-bounded"},
		"alters the http.Client":               {"http-client-is-not-altered"},
		"refuses unknown values":               {"unknown-values-survive"},
		"logs kubeconfigs":                     {"logs-hide-kubeconfigs"},
		"has no bound on bodies":               {"oversize-bodies-are-errors", "errors-tell-what-was-wrong"},
		"takes a deleted cluster for lost":     {"waiting-ends-when-deleted"},
		"does not look for rivals":             {"ensuring-together-leaves-one"},
		"waits by its own watch":               {"waiting-follows-retry-after"},
	},
	{
		"never gives up":                     {"retries-end"},
		"doesn't cancel requests":            {"cancel-ends-a-request", "deadlines-are-told"},
		"drops what it doesn't know":         {"unknown-fields-are-no-errors"},
		"panics on an empty body":            {"empty-bodies-are-errors", "errors-tell-what-was-wrong"},
		"waits on after the end":             {"waiting-ends-with-the-context"},
		"takes a deleted node pool for lost": {"node-pool-waiting-ends-when-deleted"},
		"waits whatever is left":             {"rate-limits-are-waited-for"},
		"takes what is being deleted":        {"ensuring-tells-clusters-apart"},
	},
	{
		"ignores Retry-After":                   {"retry-after-in-seconds-is-followed", "retry-after-as-a-date-is-followed", "waiting-follows-retry-after"},
		"sends after the end":                   {"nothing-is-sent-after-cancel", "cancel-ends-a-pause", "cancel-ends-a-request", "deadlines-are-told", "rate-limit-waits-end-with-the-context", "waiting-ends-with-the-context"},
		"follows redirects anywhere":            {"redirects-stay-with-the-host", "redirects-keep-the-request", "no-credentials-in-the-clear"},
		"doesn't repeat the message":            {"service-errors-are-readable"},
		"takes any content type":                {"pages-are-errors", "errors-tell-what-was-wrong"},
		"reformats kubeconfigs":                 {"kubeconfig-is-untouched"},
		"gives up in an outage":                 {"waiting-survives-an-outage", "waiting-follows-retry-after"},
		"waits for node pools that have failed": {"node-pool-waiting-ends-when-failed", "node-pool-waiting-ends-when-deleted"},
		"gives up a create in doubt":            {"ensuring-survives-lost-answers"},
	},
	{
		"hides the context's error": {"cancel-ends-a-pause", "cancel-ends-a-request", "deadlines-are-told", "nothing-is-sent-after-cancel", "rate-limit-waits-end-with-the-context", "waiting-ends-with-the-context"},
		"takes half an answer":      {"cut-off-bodies-are-errors", "errors-tell-what-was-wrong", "cancel-ends-a-request"},
	},
	{
		"alters the defaults":   {"package-defaults-are-not-altered"},
		"pauses in step":        {"backoff-is-spread"},
		"sleeps through a turn": {"rate-limit-waits-end-with-the-context"},
	},
	{
		"doesn't pause": {"backoff-stays-within-bounds", "backoff-is-spread"},
	},
}

func TestEachFlawFailsTheRulesThatItBreaks(t *testing.T) {
	timeout := http.DefaultClient.Timeout
	t.Cleanup(func() { http.DefaultClient.Timeout = timeout })
	reports := make([]conformance.Report, len(flaws))
	var running sync.WaitGroup
	slots := make(chan struct{}, 4) // any more would make the rules wait for the machine
	for i, group := range flaws {
		if !alone(group) {
			running.Go(func() {
				slots <- struct{}{}
				defer func() { <-slots }()
				reports[i] = conformance.Run(t.Context(), toy(names(group)...))
			})
		}
	}
	running.Wait()
	for i, group := range flaws {
		// A machine that stumbles may make pauses longer than a client does.
		for tries := 0; tries < 3 && !slices.Equal(failed(reports[i]), expected(group)); tries++ {
			reports[i] = conformance.Run(t.Context(), toy(names(group)...))
		}
	}

	broken := map[string]bool{}
	for i, group := range flaws {
		t.Run(strings.Join(names(group), ", "), func(t *testing.T) {
			for _, rule := range expected(group) {
				broken[rule] = true
			}
			for _, result := range reports[i].Results {
				if result.Outcome == conformance.Failed {
					require.Contains(t, expected(group), result.Rule.Name, "%q", result.Problems)
				}
			}
			require.Equal(t, expected(group), failed(reports[i]))
		})
	}
	for _, rule := range conformance.Rules() {
		require.True(t, broken[rule.Name], "no flaw breaks %s", rule.Name)
	}
}

// alone tells whether a group's flaws concern all that runs at the same time, or
// show only when not much does.
func alone(group map[string][]string) bool {
	return group["alters the defaults"] != nil || group["doesn't pause"] != nil
}

// failed are the rules that a client broke, sorted.
func failed(report conformance.Report) []string {
	var rules []string
	for _, result := range report.Results {
		if result.Outcome == conformance.Failed {
			rules = append(rules, result.Rule.Name)
		}
	}
	slices.Sort(rules)
	return rules
}

// expected are the rules that the flaws of a group break, sorted.
func expected(group map[string][]string) []string {
	var rules []string
	for _, broken := range group {
		rules = append(rules, broken...)
	}
	slices.Sort(rules)
	return slices.Compact(rules)
}

func names(group map[string][]string) []string { return slices.Sorted(maps.Keys(group)) }

func TestACorrectClientKeepsAllRules(t *testing.T) {
	conformance.Test(t, toy())
}
