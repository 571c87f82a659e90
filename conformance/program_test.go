package conformance_test

// Programs: as good as a client in this process, and clear when they are broken.

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/stretchr/testify/require"
)

// program plugs this test binary in as a program.
func program(t *testing.T, args ...string) (conformance.Adapter, error) {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	return conformance.Program(ctx, self, append([]string{asProgram}, args...)...)
}

func TestAProgramKeepsTheRulesAsAClientDoes(t *testing.T) {
	adapter, err := program(t, "toy")
	require.NoError(t, err)
	require.Equal(t, "toy program", adapter.Name)
	report := conformance.Run(t.Context(), adapter)
	var text strings.Builder
	require.NoError(t, report.WriteText(&text))
	require.True(t, report.OK(), text.String())
	for _, result := range report.Results {
		inside := slices.Contains(result.Rule.Needs, conformance.HTTPClient) || slices.Contains(result.Rule.Needs, conformance.SameProcess)
		require.Equal(t, inside, result.Outcome == conformance.NotOffered, result.Rule.Name)
	}
}

func TestAProgramBreaksTheRulesAsAClientDoes(t *testing.T) {
	adapter, err := program(t, "toy", "sleeps through the end", "logs headers", "asks for a token each time", "takes half an answer", "alters the configuration")
	require.NoError(t, err)
	rules, err := conformance.Select("cancel-ends-a-pause", "logs-hide-credentials", "token-source-is-asked-once", "cut-off-bodies-are-errors", "configuration-is-not-altered", "retries-end")
	require.NoError(t, err)
	report := conformance.Run(t.Context(), adapter, rules...)
	require.Equal(t, 5, report.Count(conformance.Failed))
	require.Equal(t, 1, report.Count(conformance.Passed))
}

func TestProgramsThatAreNoClients(t *testing.T) {
	for want, args := range map[string][]string{
		"wrote no first line in time":      {"silent"},
		"standard error: no such library":  {"missing"},
		"exit status 3":                    {"missing"},
		"is no line of the protocol":       {"first", "hello"},
		"says protocol 2, and not 1":       {"first", `{"protocol":2}`},
		`offers "magic"; known are body-`:  {"first", `{"protocol":1,"name":"x","offers":["magic"]}`},
		`unknown field "nmae"`:             {"first", `{"protocol":1,"nmae":"x"}`},
		"more after the object":            {"first", `{"protocol":1,"name":"x"} {}`},
		"says protocol 0, and not 1 as it": {"first", `{"name":"x"}`},
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			_, err := program(t, args...)
			require.ErrorContains(t, err, want)
			require.ErrorContains(t, err, asProgram, "which program it was")
		})
	}
	_, err := conformance.Program(t.Context(), "./no-such-program")
	require.ErrorContains(t, err, "no-such-program")
}

func TestProgramsThatBreakOnTheWay(t *testing.T) {
	for want, args := range map[string][]string{
		`it ended with exit status 4, in the middle of the line "{\"id\":1,\"sta"; its standard error: out of memory`: {"dies"},
		`no answer to "new" in time`:                        {"then", ""},
		`it stopped writing, in the middle of the line`:     {"half"},
		`"Traceback", which is no line of the protocol`:     {"then", "Traceback"},
		"answers 7, which nobody asked":                     {"then", `{"id":7}`},
		"which nobody asked or which it has answered":       {"then", "{\"id\":1}\n{\"id\":1}"},
		"of the unknown kind":                               {"then", `{"id":1,"error":{"text":"no","kind":"bad"}}`},
		`asks for "money"`:                                  {"then", `{"id":1,"ask":"money"}`},
		"client 9, which there is not":                      {"then", `{"id":1,"ask":"token","client":9}`},
		"client 8, which there is not":                      {"then", `{"log":"x","client":8}`},
		"a line of more than 64 MiB":                        {"endless"},
		`expected a client; saw too expensive`:              {"then", `{"id":1,"error":{"text":"too expensive"}}`},
		"the call had not returned 2s after the end of":     {"answers once"},
		"expected a client; saw the program gave no answer": {"deaf"},
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			adapter, err := program(t, args...)
			require.NoError(t, err)
			rules, err := conformance.Select("a-list-is-no-object")
			require.NoError(t, err)
			ctx, cancel := context.WithTimeout(t.Context(), 4*time.Second)
			defer cancel()
			report := conformance.Run(ctx, adapter, rules...)
			require.Equal(t, 1, report.Count(conformance.Failed))
			var text strings.Builder
			require.NoError(t, report.WriteText(&text))
			require.Contains(t, text.String(), want)
		})
	}
}

// A program that doesn't end when its input does is ended.
func TestAProgramThatStaysIsEnded(t *testing.T) {
	_, err := program(t, "stays")
	require.NoError(t, err)
}
