package ionoscloud

// Goals: the states that somebody waits for.

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
)

// Goal is what a resource is awaited to become: [UntilAvailable], [UntilDeleted]
// or [UntilState]. The zero value is none and is refused.
type Goal struct {
	deleted bool
	states  []string
}

// UntilAvailable waits for the state AVAILABLE. A resource that is not there, or
// not any more, is an error at once; one that was just created or changed is
// given the time of [WithSettle] to show itself.
func UntilAvailable() Goal { return UntilState(StateAvailable) }

// UntilDeleted waits until the resource answers 404 or is TERMINATED. Only
// FAILED_DESTROYING is a failure here: what failed before can be deleted.
func UntilDeleted() Goal { return Goal{deleted: true} }

// UntilState waits for any of the given states, FAILED… ones included if they
// are among them. With TERMINATED, a resource that is gone has got there.
func UntilState(states ...string) Goal { return Goal{states: slices.Clone(states)} }

// String tells the goal: "deleted", "AVAILABLE or BUSY".
func (g Goal) String() string {
	if g.deleted {
		return "deleted"
	}
	return strings.Join(g.states, " or ")
}

func (g Goal) reachedBy(state string) bool {
	if g.deleted {
		return state == StateTerminated
	}
	return slices.Contains(g.states, state)
}

// missedBy tells whether a state that is not the goal means that it can't be
// reached any more.
func (g Goal) missedBy(state string) bool {
	if g.deleted {
		return state == StateFailedDestroying
	}
	return isFailed(state)
}

func (g Goal) validate() error {
	if !g.deleted && len(g.states) == 0 {
		return errors.New("the goal names no state")
	}
	if slices.Contains(g.states, "") {
		return errors.New("the goal names an empty state")
	}
	return nil
}

// MarshalJSON encodes the goal: "deleted", or the list of states.
func (g Goal) MarshalJSON() ([]byte, error) {
	if g.deleted {
		return []byte(`"deleted"`), nil
	}
	return json.Marshal(g.states)
}

// UnmarshalJSON decodes what MarshalJSON has encoded.
func (g *Goal) UnmarshalJSON(data []byte) error {
	if string(data) == `"deleted"` {
		*g = UntilDeleted()
		return nil
	}
	var states []string
	if err := json.Unmarshal(data, &states); err != nil {
		return errors.New(`a goal is "deleted" or a list of states`)
	}
	*g = Goal{states: states}
	return nil
}
