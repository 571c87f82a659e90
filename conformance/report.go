package conformance

// Report: how a client did.

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// Outcome is how a client did by one rule.
type Outcome string

// The outcomes. NotOffered is neither good nor bad: the client does not do what
// the rule is about.
const (
	Passed     Outcome = "pass"
	Failed     Outcome = "FAIL"
	NotOffered Outcome = "not offered"
)

// RuleResult is how a client did by one rule.
type RuleResult struct {
	Rule    Rule
	Outcome Outcome
	// Problems say what was expected and what was seen.
	Problems []string
	// Missing is what the client does not offer.
	Missing Capability
	Took    time.Duration
}

// Report is how a client did by all rules.
type Report struct {
	Client  string
	Results []RuleResult
	Took    time.Duration
}

// Count returns how many rules had that outcome.
func (r Report) Count(outcome Outcome) int {
	n := 0
	for _, result := range r.Results {
		if result.Outcome == outcome {
			n++
		}
	}
	return n
}

// OK tells whether no rule failed.
func (r Report) OK() bool { return r.Count(Failed) == 0 }

func (r Report) summary() string {
	return fmt.Sprintf("%d passed, %d failed, %d not offered", r.Count(Passed), r.Count(Failed), r.Count(NotOffered))
}

// WriteText writes the report for a terminal: a line a rule, and under those
// that failed why the rule is there and what was seen.
func (r Report) WriteText(w io.Writer) error {
	var text strings.Builder
	fmt.Fprintf(&text, "%s: %s in %s\n", r.Client, r.summary(), r.Took.Round(100*time.Millisecond))
	area := ""
	for _, result := range r.Results {
		if result.Rule.Area != area {
			area = result.Rule.Area
			fmt.Fprintf(&text, "\n%s\n", area)
		}
		fmt.Fprintf(&text, "  %-11s  %s", result.Outcome, result.Rule.Name)
		if result.Outcome == NotOffered {
			fmt.Fprintf(&text, " (%s)", result.Missing)
		}
		text.WriteString("\n")
		if result.Outcome == Failed {
			fmt.Fprintf(&text, "               %s\n", result.Rule.Why)
		}
		for _, problem := range result.Problems {
			fmt.Fprintf(&text, "               - %s\n", problem)
		}
	}
	_, err := io.WriteString(w, text.String())
	return err
}

// WriteMarkdown writes the report as a table with a row a rule.
func (r Report) WriteMarkdown(w io.Writer) error { return Compare(w, r) }

// Compare writes reports as one Markdown table, a column each.
func Compare(w io.Writer, reports ...Report) error {
	var text strings.Builder
	text.WriteString("| Rule | Why |")
	for _, report := range reports {
		fmt.Fprintf(&text, " %s |", report.Client)
	}
	text.WriteString("\n|---|---|" + strings.Repeat("---|", len(reports)) + "\n")
	area := ""
	for i, rule := range rulesOf(reports) {
		if rule.Area != area {
			area = rule.Area
			fmt.Fprintf(&text, "| **%s** | |%s\n", area, strings.Repeat(" |", len(reports)))
		}
		fmt.Fprintf(&text, "| `%s` | %s |", rule.Name, rule.Why)
		for _, report := range reports {
			fmt.Fprintf(&text, " %s |", report.Results[i].Outcome)
		}
		text.WriteString("\n")
	}
	text.WriteString("| | |")
	for _, report := range reports {
		fmt.Fprintf(&text, " %s |", report.summary())
	}
	text.WriteString("\n")
	_, err := io.WriteString(w, text.String())
	return err
}

// rulesOf returns the rules of reports, which are the same for all that Run made.
func rulesOf(reports []Report) []Rule {
	var rules []Rule
	if len(reports) > 0 {
		for _, result := range reports[0].Results {
			rules = append(rules, result.Rule)
		}
	}
	return rules
}
