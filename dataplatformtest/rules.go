// Rules: scripts of lives as data, for those who can't or needn't write code.

package dataplatformtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Rule decides how accepted changes go. Everything that limits it must hold.
//
// As JSON its names begin with a small letter and the duration is a text such as
// "10m".
type Rule struct {
	Kind   Kind   // "": both
	Action Action // "": all
	Name   string // of the resource, as a pattern of [path.Match]; "": all
	Skip   int    // changes that it leaves alone at first
	Times  int    // changes that it is for after those; 0: no end

	Duration time.Duration // 0: as usual, negative: none at all
	Fails    bool
}

// WithRules makes lives follow rules. For each change the first rule holds that
// is for it; a [WithScript] comes after them and has the last word. [Open] and
// [Start] refuse rules that aren't valid.
func WithRules(rules ...Rule) Option {
	return func(c *config) { c.rules = append(c.rules, rules...) }
}

// Validate names everything that is wrong with the rule.
func (r *Rule) Validate() error {
	var errs []error
	if r.Kind != "" && r.Kind != Cluster && r.Kind != NodePool {
		errs = append(errs, fmt.Errorf("kind: is %s, must be %s or %s", show(string(r.Kind)), Cluster, NodePool))
	}
	if r.Action != "" && !slices.Contains(actions[:], r.Action) {
		errs = append(errs, fmt.Errorf("action: is %s, must be one of %s", show(string(r.Action)), actions))
	}
	if r.Kind == Cluster && r.Action == Scale {
		errs = append(errs, errors.New("action: a cluster does not scale, only its node pools do"))
	}
	if _, err := path.Match(r.Name, ""); err != nil {
		errs = append(errs, fmt.Errorf("name: is %s, must be a pattern", show(r.Name)))
	}
	if r.Skip < 0 || r.Times < 0 {
		errs = append(errs, errors.New("skip, times: must be at least 0"))
	}
	return errors.Join(errs...)
}

type ruleJSON struct {
	Kind     Kind   `json:"kind,omitempty"`
	Action   Action `json:"action,omitempty"`
	Name     string `json:"name,omitempty"`
	Skip     int    `json:"skip,omitempty"`
	Times    int    `json:"times,omitempty"`
	Duration span   `json:"duration,omitempty"`
	Fails    bool   `json:"fails,omitempty"`
}

// MarshalJSON writes the rule in its form for people.
func (r Rule) MarshalJSON() ([]byte, error) {
	return json.Marshal(ruleJSON{r.Kind, r.Action, r.Name, r.Skip, r.Times, span(r.Duration), r.Fails})
}

// UnmarshalJSON reads a rule and refuses names that it doesn't know.
func (r *Rule) UnmarshalJSON(raw []byte) error {
	var in ruleJSON
	if err := decodeStrictly(raw, &in); err != nil {
		return err
	}
	*r = Rule{in.Kind, in.Action, in.Name, in.Skip, in.Times, time.Duration(in.Duration), in.Fails}
	return nil
}

// rules are those of an API, with how often each was for a change.
type rules struct {
	some atomic.Bool // for reading without the lock
	mu   sync.Mutex
	list []Rule
	seen []int
}

// SetRules replaces the rules for the changes that come from now on. How changes
// go that were accepted before is settled.
func (a *API) SetRules(list ...Rule) error {
	for i := range list {
		if err := list[i].Validate(); err != nil {
			return fmt.Errorf("rule %d: %w", i+1, err)
		}
	}
	r := &a.store.rules
	r.mu.Lock()
	defer r.mu.Unlock()
	r.list, r.seen = slices.Clone(list), make([]int, len(list))
	r.some.Store(len(list) > 0)
	return nil
}

// Rules are those that the API has.
func (a *API) Rules() []Rule {
	r := &a.store.rules
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.list)
}

// apply lets the first rule that is for a change decide.
func (r *rules) apply(c Change, usual Outcome) Outcome {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i := range r.list {
		rule := &r.list[i]
		if rule.Kind != "" && rule.Kind != c.Kind || rule.Action != "" && rule.Action != c.Action {
			continue
		}
		if ok, _ := path.Match(rule.Name, c.Name); rule.Name != "" && !ok {
			continue
		}
		r.seen[i]++
		if n := r.seen[i] - rule.Skip; n < 1 || rule.Times > 0 && n > rule.Times {
			continue
		}
		if rule.Duration != 0 {
			usual.Duration = max(0, rule.Duration)
		}
		usual.Fails = rule.Fails
		break
	}
	return usual
}
