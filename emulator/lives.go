// Lives: how single changes shall go, in place of the usual way.

package main

import (
	"fmt"
	"path"
	"slices"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// lifeYAML is a rule of the faults file. The first rule that fits a change, and
// hasn't been used up, decides.
type lifeYAML struct {
	Kind     located[string] `yaml:"kind"`   // cluster or nodepool; "": both
	Action   located[string] `yaml:"action"` // create, update or delete; "": all
	Name     located[string] `yaml:"name"`   // a pattern like lake-*; "": all
	Person   string          `yaml:"person"`
	Skip     int             `yaml:"skip"`
	Count    int             `yaml:"count"`    // 0: no end
	Duration *time.Duration  `yaml:"duration"` // nil: the usual
	Fails    bool            `yaml:"fails"`

	seen, used int
}

func (l *lifeYAML) check() error {
	if l == nil {
		return fmt.Errorf("lives has an empty rule")
	}
	for _, choice := range []struct {
		name  string
		given located[string]
		among []string
	}{
		{"kind", l.Kind, []string{"", string(dataplatformtest.Cluster), string(dataplatformtest.NodePool)}},
		{"action", l.Action, []string{"", string(dataplatformtest.Create), string(dataplatformtest.Update), string(dataplatformtest.Delete)}},
	} {
		if !slices.Contains(choice.among, choice.given.value) {
			return fmt.Errorf("line %d: %s is %q, must be one of %v", choice.given.line, choice.name, choice.given.value, choice.among[1:])
		}
	}
	if _, err := path.Match(l.Name.value, ""); err != nil {
		return fmt.Errorf("line %d: name is %q: %w", l.Name.line, l.Name.value, err)
	}
	if l.Skip < 0 || l.Count < 0 || l.Duration != nil && *l.Duration < 0 {
		return fmt.Errorf("a rule of lives has a negative skip, count or duration")
	}
	return nil
}

// decides tells whether the rule is for the change, and counts.
func (l *lifeYAML) decides(c dataplatformtest.Change) bool {
	fits := (l.Kind.value == "" || l.Kind.value == string(c.Kind)) &&
		(l.Action.value == "" || l.Action.value == string(c.Action)) &&
		(l.Person == "" || l.Person == c.Person)
	if fits && l.Name.value != "" {
		fits, _ = path.Match(l.Name.value, c.Name)
	}
	if !fits {
		return false
	}
	l.seen++
	if l.seen <= l.Skip || l.Count > 0 && l.used >= l.Count {
		return false
	}
	l.used++
	return true
}

// script is called with the API locked, so the rules need no lock of their own.
func script(rules []*lifeYAML) func(dataplatformtest.Change, dataplatformtest.Outcome) dataplatformtest.Outcome {
	return func(c dataplatformtest.Change, usual dataplatformtest.Outcome) dataplatformtest.Outcome {
		for _, rule := range rules {
			if rule.decides(c) {
				usual.Fails = rule.Fails
				if rule.Duration != nil {
					usual.Duration = *rule.Duration
				}
				break
			}
		}
		return usual
	}
}
