// Checks: request bodies against the description, all violations at once.

package dataplatformtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"net/netip"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// maxViolations bounds the answer to a large body that is wrong throughout.
const maxViolations = 1000

// violation is one offending field: its path in the body and what is wrong.
type violation struct {
	path, text string
}

// patterns holds the compiled patterns of the description.
type patterns map[string]*regexp.Regexp

// compilePatterns collects the patterns of all schemas. A pattern that doesn't
// compile is left out here and reported by this package's own tests.
func compilePatterns(schemas map[string]*schema) patterns {
	p := patterns{}
	seen := map[*schema]bool{nil: true}
	for _, s := range schemas {
		p.collect(s, seen)
	}
	return p
}

// collect goes through a schema once, as schemas may contain themselves.
func (p patterns) collect(s *schema, seen map[*schema]bool) {
	if seen[s] {
		return
	}
	seen[s] = true
	if s.pattern != "" && p[s.pattern] == nil {
		if re, err := regexp.Compile(s.pattern); err == nil {
			p[s.pattern] = re
		}
	}
	for _, property := range s.properties {
		p.collect(property.schema, seen)
	}
	p.collect(s.items, seen)
}

// check is one body's examination.
type check struct {
	patterns   patterns
	patch      bool   // absent properties stay as they are: no defaults for them
	path       []byte // of the value that is looked at
	depth      int    // of the objects around it
	violations []violation
}

// at notes a violation of the value that is looked at.
func (c *check) at(format string, args ...any) {
	c.add(string(c.path), format, args...)
}

func (c *check) add(path, format string, args ...any) {
	if len(c.violations) < maxViolations {
		c.violations = append(c.violations, violation{path, fmt.Sprintf(format, args...)})
	}
}

// enter goes on to a member of the value; leave gets what it answers.
func (c *check) enter(name string) int {
	before := len(c.path)
	if before > 0 {
		c.path = append(c.path, '.')
	}
	c.path = append(c.path, name...)
	return before
}

func (c *check) enterItem(i int) int {
	before := len(c.path)
	c.path = append(c.path, '[')
	c.path = strconv.AppendInt(c.path, int64(i), 10)
	c.path = append(c.path, ']')
	return before
}

func (c *check) leave(before int) {
	c.path = c.path[:before]
}

// value examines v and answers it in its normal form: integers as int64,
// defaults filled in, only described properties. Objects and arrays are changed
// in place.
func (c *check) value(s *schema, v any) any {
	if s == nil {
		return v
	}
	if v == nil {
		if !s.nullable {
			c.at("must not be null")
		}
		return nil
	}
	switch s.typ {
	case "object":
		c.depth++
		v = c.object(s, v)
		c.depth--
		return v
	case "array":
		return c.array(s, v)
	case "string":
		return c.string(s, v)
	case "integer":
		return c.integer(s, v)
	case "boolean":
		if _, ok := v.(bool); !ok {
			c.at("is %s, must be true or false", show(v))
		}
	}
	return v
}

func (c *check) object(s *schema, v any) any {
	object, ok := v.(map[string]any)
	if !ok {
		c.at("is %s, must be an object", show(v))
		return v
	}
	// What a PATCH leaves out stays, but what it gives is whole.
	fill := !c.patch || c.depth > 2
	described := 0
	for i := range s.properties {
		p := &s.properties[i]
		value, given := object[p.name]
		switch {
		case given:
			described++
			before := c.enter(p.name)
			object[p.name] = c.value(p.schema, value)
			c.leave(before)
		case slices.Contains(s.required, p.name):
			before := c.enter(p.name)
			c.at("is missing, it is required")
			c.leave(before)
		case fill && p.schema != nil && p.schema.defaultValue != nil:
			described++
			object[p.name] = p.schema.defaultValue
		}
	}
	if len(object) > described && !s.freeForm {
		maps.DeleteFunc(object, func(name string, _ any) bool { return !s.has(name) })
	}
	for _, pair := range s.ordered {
		low, okLow := object[pair[0]].(int64)
		high, okHigh := object[pair[1]].(int64)
		if okLow && okHigh && low > high {
			before := c.enter(pair[0])
			c.at("is %d, must be at most %s, which is %d", low, pair[1], high)
			c.leave(before)
		}
	}
	return object
}

func (c *check) array(s *schema, v any) any {
	items, ok := v.([]any)
	if !ok {
		c.at("is %s, must be an array", show(v))
		return v
	}
	for i, item := range items {
		if len(c.violations) == maxViolations {
			break
		}
		before := c.enterItem(i)
		items[i] = c.value(s.items, item)
		c.leave(before)
	}
	return items
}

func (c *check) string(s *schema, v any) any {
	text, ok := v.(string)
	if !ok {
		c.at("is %s, must be a string", show(v))
		return v
	}
	if len(s.enum) > 0 && !slices.Contains(s.enum, text) {
		c.at("is %s, must be one of %s", show(v), strings.Join(s.enum, ", "))
	}
	n := utf8.RuneCountInString(text)
	if n < s.minLength {
		c.at("has %d characters, must have at least %d", n, s.minLength)
	}
	if s.maxLength > 0 && n > s.maxLength {
		c.at("has %d characters, must have at most %d", n, s.maxLength)
	}
	if re := c.patterns[s.pattern]; re != nil && !re.MatchString(text) {
		c.at("is %s, must match %s", show(v), s.pattern)
	}
	if what := wrongFormat(s.format, text); what != "" {
		c.at("is %s, must be %s", show(v), what)
	}
	return v
}

// wrongFormat names the format that text should have and hasn't.
func wrongFormat(format, text string) string {
	switch format {
	case "cidr":
		if _, err := netip.ParsePrefix(text); err != nil {
			return "a network in CIDR notation"
		}
	case "ip":
		if a, err := netip.ParseAddr(text); err != nil || a.Zone() != "" {
			return "an IPv4 or IPv6 address"
		}
	case "date-time":
		if _, err := time.Parse(time.RFC3339, text); err != nil {
			return "a date and time as in RFC 3339"
		}
	}
	return ""
}

func (c *check) integer(s *schema, v any) any {
	number, ok := v.(json.Number)
	if !ok {
		c.at("is %s, must be an integer", show(v))
		return v
	}
	n, err := strconv.ParseInt(number.String(), 10, 64)
	if err != nil {
		// 3.0 and 3e0 are integers to JSON Schema; 3.5 and 1e300 aren't ours.
		f, err := number.Float64()
		if err != nil || f != math.Trunc(f) || math.Abs(f) >= 1<<53 {
			c.at("is %s, must be an integer", show(v))
			return v
		}
		n = int64(f)
	}
	low, high := int64(math.MinInt64), int64(math.MaxInt64)
	if s.format == "int32" {
		low, high = math.MinInt32, math.MaxInt32
	}
	if s.minimum != nil {
		low = max(low, *s.minimum)
	}
	if s.maximum != nil {
		high = min(high, *s.maximum)
	}
	switch {
	case n < low:
		c.at("is %d, must be at least %d", n, low)
	case n > high:
		c.at("is %d, must be at most %d", n, high)
	}
	if s.multipleOf > 0 && n%s.multipleOf != 0 {
		c.at("is %d, must be a multiple of %d", n, s.multipleOf)
	}
	return n
}

// show quotes a value for a message, at a length that a message can bear.
func show(v any) string {
	const most = 80
	switch v := v.(type) {
	case string:
		if len(v) > most {
			return strconv.Quote(strings.ToValidUTF8(v[:most], "")) + "…"
		}
		return strconv.Quote(v)
	case json.Number:
		if len(v) > most {
			return string(v[:most]) + "…"
		}
		return string(v)
	case bool:
		return strconv.FormatBool(v)
	case map[string]any:
		return "an object"
	case []any:
		return "an array"
	}
	return "null"
}
