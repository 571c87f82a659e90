package conforming_test

// The table: that it is right is seen, and so is each way of being wrong.

import (
	"bytes"
	"strings"
	"testing"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/ionos-cloud/sdk-go-dataplatform/internal/conforming"
	"github.com/stretchr/testify/require"
)

func report(client string, outcomes ...conformance.Outcome) conformance.Report {
	r := conformance.Report{Client: client}
	for i, outcome := range outcomes {
		r.Results = append(r.Results, conformance.RuleResult{Rule: conformance.Rules()[i], Outcome: outcome})
	}
	return r
}

func TestDifferencesBetweenTableAndReport(t *testing.T) {
	mine := report("mine", conformance.Passed, conformance.Failed)
	yours := report("yours", conformance.Failed, conformance.NotOffered)
	var table bytes.Buffer
	require.NoError(t, conformance.Compare(&table, mine, yours))
	document := []byte("# Title\n" + conforming.TableBegin + table.String() + conforming.TableEnd + "the end\n")

	for _, r := range []conformance.Report{mine, yours} {
		differences, err := conforming.Differences(document, r)
		require.NoError(t, err)
		require.Empty(t, differences)
	}
	for name, wrong := range map[string]conformance.Report{
		"another outcome": report("mine", conformance.Passed, conformance.Passed),
		"a rule more":     report("mine", conformance.Passed, conformance.Failed, conformance.Passed),
		"a rule less":     report("mine", conformance.Passed),
	} {
		t.Run(name, func(t *testing.T) {
			differences, err := conforming.Differences(document, wrong)
			require.NoError(t, err)
			require.NotEmpty(t, differences)
		})
	}
	_, err := conforming.Differences(document, report("theirs"))
	require.ErrorContains(t, err, "theirs")
	_, err = conforming.Differences([]byte("# Title\n"), mine)
	require.ErrorContains(t, err, "no place")

	before, within, after, err := conforming.Around(document)
	require.NoError(t, err)
	require.Equal(t, table.String(), string(within))
	require.True(t, strings.HasPrefix(string(before), "# Title\n") && strings.HasSuffix(string(after), "the end\n"))
}
