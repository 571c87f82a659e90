// Labels: what Kubernetes takes as the labels and annotations of nodes. The
// description leaves these objects open; what Kubernetes would refuse, and what
// some reader could not read back, is refused here.

package dataplatformtest

import (
	"maps"
	"slices"
	"strings"
)

// Kubernetes' own limits.
const (
	longestLabel       = 63
	longestLabelDomain = 253
	largestAnnotations = 256 << 10
)

// labels examines the labels and annotations of a node pool's properties.
func (c *check) labels(wanted map[string]any) {
	labels, _ := wanted["labels"].(map[string]any)
	c.texts("properties.labels", labels, func(name string) string { return name }, func(path, value string) {
		switch {
		case value != "" && !isLabel(value):
			c.add(path, "is %s, must begin and end with a letter or a digit, with dashes, underscores and dots between", show(value))
		case len(value) > longestLabel:
			c.add(path, "has %d characters, must have at most %d", len(value), longestLabel)
		}
	})
	size := 0
	annotations, _ := wanted["annotations"].(map[string]any)
	c.texts("properties.annotations", annotations, strings.ToLower, func(_, value string) { size += len(value) })
	for name := range annotations {
		size += len(name)
	}
	if size > largestAnnotations {
		c.add("properties.annotations", "have %d bytes, must have at most %d", size, largestAnnotations)
	}
}

// texts examines the names of an object, in the form that fold gives them, and
// hands its values over when they are texts.
func (c *check) texts(path string, object map[string]any, fold func(string) string, value func(path, value string)) {
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if what := wrongLabelName(fold(name)); what != "" {
			c.add(path, "has the name %s, %s", show(name), what)
			continue
		}
		text, ok := object[name].(string)
		if !ok {
			c.add(path+"."+name, "is %s, must be a string", show(object[name]))
			continue
		}
		value(path+"."+name, text)
	}
}

// wrongLabelName says what is wrong with the name of a label: team, or
// example.com/team.
func wrongLabelName(name string) string {
	domain, rest, ok := strings.Cut(name, "/")
	if !ok {
		domain, rest = "", name
	}
	switch {
	case ok && !isDomain(domain):
		return "the part before the slash must be a DNS name in lower case"
	case !isLabel(rest):
		return "the part after the slash, or all of it, must begin and end with a letter or a digit, with dashes, underscores and dots between"
	case len(rest) > longestLabel:
		return "the part after the slash, or all of it, must have at most 63 characters"
	}
	return ""
}

// isLabel tells whether s is of letters and digits, with dashes, underscores
// and dots between them.
func isLabel(s string) bool {
	if strings.ContainsFunc(s, notInName) {
		return false
	}
	return s != "" && !strings.ContainsRune("-_.", rune(s[0])) && !strings.ContainsRune("-_.", rune(s[len(s)-1]))
}

// isDomain tells whether s is a DNS name in lower case.
func isDomain(s string) bool {
	for part := range strings.SplitSeq(s, ".") {
		if !isLabel(part) || strings.ContainsAny(part, "_ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
			return false
		}
	}
	return len(s) <= longestLabelDomain
}
