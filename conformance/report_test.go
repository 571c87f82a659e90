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
				Outcome: second, Problems: map[conformance.Outcome][]conformance.Problem{conformance.Failed: {
					{Case: "by day", Expected: "1 s", Seen: "2 s", Requests: []string{"0 ms: GET / -> 200"}},
					{Case: "by day", Expected: "3 s", Seen: "4 s", Requests: []string{"0 ms: GET / -> 200"}},
				}}[second],
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
               - by day: expected 1 s; saw 2 s
                   0 ms: GET / -> 200
               - by day: expected 3 s; saw 4 s
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

func TestATextIsNoList(t *testing.T) {
	report := sampleReport("mine", conformance.Failed)
	problems := &report.Results[1].Problems
	for len(*problems) < 30 {
		*problems = append(*problems, (*problems)[0])
	}
	var text strings.Builder
	require.NoError(t, report.WriteText(&text))
	require.Equal(t, 8, strings.Count(text.String(), "expected"))
	require.Contains(t, text.String(), "… 22 more, which WriteJSON writes\n")
}

// Reports of different rules stand beside each other too.
func TestReportsOfDifferentRules(t *testing.T) {
	all := sampleReport("mine", conformance.Passed)
	few := sampleReport("yours", conformance.Passed)
	few.Results = few.Results[1:2]
	var text strings.Builder
	require.NoError(t, conformance.Compare(&text, few, all))
	require.Contains(t, text.String(), "| `be-kind` | It costs nothing. | not run | pass |\n")
	require.Contains(t, text.String(), "| `be-quick` | Life is short. | pass | pass |\n")
	require.Equal(t, 3, strings.Count(text.String(), "\n| `"))
}

func TestReportAsJSON(t *testing.T) {
	var text strings.Builder
	require.NoError(t, sampleReport("mine", conformance.Failed).WriteJSON(&text))
	require.JSONEq(t, `{"client":"mine","passed":1,"failed":1,"notOffered":1,"tookMs":1234,"rules":[
		{"name":"be-kind","area":"Manners","why":"It costs nothing.","outcome":"pass","tookMs":0},
		{"name":"be-quick","area":"Speed","why":"Life is short.","outcome":"FAIL","tookMs":0,"problems":[
			{"case":"by day","expected":"1 s","seen":"2 s","requests":["0 ms: GET / -> 200"]},
			{"case":"by day","expected":"3 s","seen":"4 s","requests":["0 ms: GET / -> 200"]}]},
		{"name":"be-funny","area":"Speed","why":"Life is long.","outcome":"not offered","missing":"logs","tookMs":0}]}`, text.String())
	require.Contains(t, text.String(), "->", "readable by people too")

	text.Reset()
	require.NoError(t, conformance.Report{}.WriteJSON(&text))
	require.Contains(t, text.String(), `"rules": []`)
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestReportsThatCannotBeWritten(t *testing.T) {
	require.Error(t, sampleReport("mine", conformance.Passed).WriteText(fullDisk{}))
	require.Error(t, sampleReport("mine", conformance.Passed).WriteMarkdown(fullDisk{}))
	require.Error(t, sampleReport("mine", conformance.Passed).WriteJSON(fullDisk{}))
}
