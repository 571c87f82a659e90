package conformance

// The report as JSON, for programs that read it.

import (
	"encoding/json"
	"io"
)

type jsonReport struct {
	Client     string     `json:"client"`
	Passed     int        `json:"passed"`
	Failed     int        `json:"failed"`
	NotOffered int        `json:"notOffered"`
	TookMs     int64      `json:"tookMs"`
	Rules      []jsonRule `json:"rules"`
}

type jsonRule struct {
	Name     string        `json:"name"`
	Area     string        `json:"area"`
	Why      string        `json:"why"`
	Outcome  Outcome       `json:"outcome"`
	Missing  Capability    `json:"missing,omitempty"`
	TookMs   int64         `json:"tookMs"`
	Problems []jsonProblem `json:"problems,omitempty"`
}

type jsonProblem struct {
	Case     string   `json:"case,omitempty"`
	Expected string   `json:"expected"`
	Seen     string   `json:"seen"`
	Requests []string `json:"requests,omitempty"`
}

// WriteJSON writes the report as an indented JSON object: the client, how many
// rules passed, failed and were not offered, and the rules with their outcomes
// ("pass", "FAIL", "not offered") and problems. Times are in milliseconds.
func (r Report) WriteJSON(w io.Writer) error {
	report := jsonReport{
		Client: r.Client, Passed: r.Count(Passed), Failed: r.Count(Failed), NotOffered: r.Count(NotOffered),
		TookMs: r.Took.Milliseconds(), Rules: []jsonRule{},
	}
	for _, result := range r.Results {
		rule := jsonRule{
			Name: result.Rule.Name, Area: result.Rule.Area, Why: result.Rule.Why,
			Outcome: result.Outcome, Missing: result.Missing, TookMs: result.Took.Milliseconds(),
		}
		for _, problem := range result.Problems {
			rule.Problems = append(rule.Problems, jsonProblem(problem))
		}
		report.Rules = append(report.Rules, rule)
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(report)
}
