package conformance_test

// Reports: what people read.

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/stretchr/testify/require"
)

func sampleReport(client string, second conformance.Outcome) conformance.Report {
	return conformance.Report{
		Client: client,
		Took:   1234 * time.Millisecond,
		Results: []conformance.RuleResult{
			{Rule: conformance.Rule{Name: "be-kind", Area: "Manners", Why: "It costs nothing."}, Outcome: conformance.Passed},
			{
				Rule:    conformance.Rule{Name: "be-quick", Area: "Speed", Why: "Life is short."},
				Outcome: second, Problems: map[conformance.Outcome][]string{conformance.Failed: {"expected 1 s; saw 2 s"}}[second],
			},
			{
				Rule:    conformance.Rule{Name: "be-funny", Area: "Speed", Why: "Life is long."},
				Outcome: conformance.NotOffered, Missing: conformance.Logs,
			},
		},
	}
}

func TestReportAsText(t *testing.T) {
	var text strings.Builder
	require.NoError(t, sampleReport("mine", conformance.Failed).WriteText(&text))
	require.Equal(t, `mine: 1 passed, 1 failed, 1 not offered in 1.2s

Manners
  pass         be-kind

Speed
  FAIL         be-quick
               Life is short.
               - expected 1 s; saw 2 s
  not offered  be-funny (logs)
`, text.String())
}

func TestReportsAsMarkdown(t *testing.T) {
	var text strings.Builder
	require.NoError(t, conformance.Compare(&text, sampleReport("mine", conformance.Passed), sampleReport("yours", conformance.Failed)))
	require.Equal(t, `| Rule | Why | mine | yours |
|---|---|---|---|
| **Manners** | | | |
| `+"`be-kind`"+` | It costs nothing. | pass | pass |
| **Speed** | | | |
| `+"`be-quick`"+` | Life is short. | pass | FAIL |
| `+"`be-funny`"+` | Life is long. | not offered | not offered |
| | | 2 passed, 0 failed, 1 not offered | 1 passed, 1 failed, 1 not offered |
`, text.String())

	text.Reset()
	require.NoError(t, sampleReport("mine", conformance.Passed).WriteMarkdown(&text))
	require.Contains(t, text.String(), "| Rule | Why | mine |\n")
	text.Reset()
	require.NoError(t, conformance.Compare(&text))
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestReportsThatCannotBeWritten(t *testing.T) {
	require.Error(t, sampleReport("mine", conformance.Passed).WriteText(fullDisk{}))
	require.Error(t, sampleReport("mine", conformance.Passed).WriteMarkdown(fullDisk{}))
}
