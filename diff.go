package ionoscloud

// Differences: what is wanted against what there is, and the patch between them.

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Difference is a property in which a resource is not as wanted.
type Difference struct {
	Property string // its JSON name, for example "nodeCount"
	Have     any    // as its JSON would decode; nil: not set
	Want     any    // nil: not set
	// Replace tells that no patch makes up for it, only another resource in the
	// place of this one.
	Replace bool
}

// String tells the difference: `nodeCount: 3 → 5`.
func (d Difference) String() string {
	text := fmt.Sprintf("%s: %s → %s", d.Property, showJSON(d.Have), showJSON(d.Want))
	if d.Replace {
		text += " (by replacement only)"
	}
	return text
}

// Differences are the properties in which a resource is not as wanted, in the
// order of the description.
type Differences []Difference

// Replacements names the properties that only another resource can have as
// wanted.
func (d Differences) Replacements() []string {
	var names []string
	for _, each := range d {
		if each.Replace {
			names = append(names, each.Property)
		}
	}
	return names
}

// CanPatch tells whether there is a difference for which a patch makes up.
func (d Differences) CanPatch() bool { return len(d.Replacements()) < len(d) }

// String tells all differences, in one line.
func (d Differences) String() string {
	all := make([]string, len(d))
	for i, each := range d {
		all[i] = each.String()
	}
	return strings.Join(all, "; ")
}

// compare notes a difference unless same, and tells whether there is one.
func (d *Differences) compare(property string, same bool, have, want any, replace bool) bool {
	if same {
		return false
	}
	*d = append(*d, Difference{Property: property, Have: plain(have), Want: plain(want), Replace: replace})
	return true
}

// ClusterDiff is the difference between a cluster and what is wanted of it.
type ClusterDiff struct {
	Differences
	// Patch is the smallest change that makes up for everything that a change
	// can make up for. It is worth sending if CanPatch.
	Patch PatchClusterProperties
}

// NodePoolDiff is the difference between a node pool and what is wanted of it.
type NodePoolDiff struct {
	Differences
	// Patch is the smallest change that makes up for everything that a change
	// can make up for. It is worth sending if CanPatch.
	Patch PatchNodePoolProperties
}

// plain is a value as its JSON decodes, so that neither pointers nor models show
// in a Difference; nil for a nil pointer.
func plain(value any) any {
	encoded, err := json.Marshal(value)
	var decoded any
	if err != nil || json.Unmarshal(encoded, &decoded) != nil {
		return fmt.Sprint(value) // a label that no JSON holds, say
	}
	return decoded
}

func showJSON(value any) string {
	encoded, err := json.Marshal(value)
	if err != nil { // plain made it
		return fmt.Sprint(value)
	}
	return string(encoded)
}

// sameValue compares two optional values; one that is not set stands for the
// default.
func sameValue[T comparable](have, want *T, byDefault T) bool {
	value := func(p *T) T {
		if p == nil {
			return byDefault
		}
		return *p
	}
	return value(have) == value(want)
}

// sameMap compares labels or annotations as JSON objects: 1 and 1.0 are the
// same, and so are none and an empty object. Numbers count as float64, which is
// all that a model keeps of them: an exact comparison would find a difference
// that no patch removes.
func sameMap(have, want *map[string]any) bool {
	a, b := ToValue(have), ToValue(want)
	if len(a) != len(b) {
		return false
	}
	for name, value := range a {
		other, ok := b[name]
		if !ok || showJSON(plain(value)) != showJSON(plain(other)) {
			return false
		}
	}
	return true
}

// sameWindow compares maintenance windows. One that is not wanted is left to the
// service, which cannot be asked to have none.
func sameWindow(have, want *MaintenanceWindow) bool {
	if want == nil {
		return true
	}
	return have != nil && ToValue(have.Time) == ToValue(want.Time) &&
		ToValue(have.DayOfTheWeek) == ToValue(want.DayOfTheWeek)
}
