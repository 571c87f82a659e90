package conformance

// Report: how a client did.

import (
	"fmt"
	"io"
	"slices"
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
	// Problems say what was expected and what was seen, in the order of cases.
	Problems []Problem
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

// problemsInText bounds the problems of a rule in a text; they are alike.
const problemsInText = 8

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
		for i, problem := range result.Problems {
			if i == problemsInText {
				fmt.Fprintf(&text, "               … %d more, which WriteJSON writes\n", len(result.Problems)-i)
				break
			}
			fmt.Fprintf(&text, "               - %s\n", problem)
			for _, request := range result.requests(i) {
				fmt.Fprintf(&text, "                   %s\n", request)
			}
		}
	}
	_, err := io.WriteString(w, text.String())
	return err
}

// WriteMarkdown writes the report as a table with a row a rule.
func (r Report) WriteMarkdown(w io.Writer) error { return Compare(w, r) }

// requests are what to show of a problem's requests: each case once, and not
// all cases where there are many of them, since they are alike then.
func (r RuleResult) requests(problem int) []string {
	const cases = 3
	seen := map[string]bool{}
	for _, before := range r.Problems[:problem] {
		seen[before.Case] = true
	}
	if p := r.Problems[problem]; !seen[p.Case] && len(seen) < cases {
		return p.Requests
	}
	return nil
}

// Compare writes reports as one Markdown table, a column each. A rule that a
// report doesn't have is "not run" there.
func Compare(w io.Writer, reports ...Report) error {
	var text strings.Builder
	text.WriteString("| Rule | Why |")
	for _, report := range reports {
		fmt.Fprintf(&text, " %s |", report.Client)
	}
	text.WriteString("\n|---|---|" + strings.Repeat("---|", len(reports)) + "\n")
	area := ""
	for _, rule := range rulesOf(reports) {
		if rule.Area != area {
			area = rule.Area
			fmt.Fprintf(&text, "| **%s** | |%s\n", area, strings.Repeat(" |", len(reports)))
		}
		fmt.Fprintf(&text, "| `%s` | %s |", rule.Name, rule.Why)
		for _, report := range reports {
			fmt.Fprintf(&text, " %s |", report.outcome(rule.Name))
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

// rulesOf returns the rules that any of the reports has, in the order of Rules
// and those that are not among them, if any, as they come.
func rulesOf(reports []Report) []Rule {
	place := map[string]int{}
	for i, rule := range Rules() {
		place[rule.Name] = i
	}
	var rules []Rule
	seen := map[string]bool{}
	for _, report := range reports {
		for _, result := range report.Results {
			if !seen[result.Rule.Name] {
				seen[result.Rule.Name] = true
				rules = append(rules, result.Rule)
			}
		}
	}
	slices.SortStableFunc(rules, func(a, b Rule) int { return place[a.Name] - place[b.Name] })
	return rules
}

func (r Report) outcome(rule string) Outcome {
	for _, result := range r.Results {
		if result.Rule.Name == rule {
			return result.Outcome
		}
	}
	return "not run"
}
