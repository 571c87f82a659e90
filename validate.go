package ionoscloud

// Validation: what the API description says of a value is checked before the
// value leaves the program, and everything that is wrong is told at once.

import (
	"cmp"
	"fmt"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ValidationError tells all that is wrong with the input of a call or with a
// model. errors.Is finds [ErrInvalid] in it.
type ValidationError struct {
	Fields []FieldError
}

// FieldError is one thing that is wrong.
type FieldError struct {
	// Path leads to the value as in its JSON: properties.lans[0].routes[1].gateway.
	// For a parameter it is the parameter's name, for the value that Validate
	// was called on it is empty.
	Path string
	// Message names the value and the bound that it breaks: is 1000, must be at
	// least 2048.
	Message string
}

// Error returns path and message.
func (e FieldError) Error() string {
	if e.Path == "" {
		return e.Message
	}
	return e.Path + " " + e.Message
}

// Error lists what is wrong. It stops after a screenful; Fields has all of it.
func (e *ValidationError) Error() string {
	const most = 20
	var b strings.Builder
	b.WriteString("invalid: ")
	for i, field := range e.Fields {
		if i == most {
			fmt.Fprintf(&b, "; and %d more", len(e.Fields)-most)
			break
		}
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(field.Error())
	}
	return b.String()
}

// Is makes every ValidationError an [ErrInvalid].
func (e *ValidationError) Is(target error) bool { return target == ErrInvalid }

// violations collects what is wrong with a value. The zero value is ready for use.
// A model says only the names of its own fields; whoever looks into it puts the
// model's name before them, so that a path is made only of what is wrong.
type violations struct {
	fields []FieldError
}

// add is called for what is wrong, which is seldom: not inlined, the code of the
// models is half as long.
//
//go:noinline
func (v *violations) add(name, message string) {
	v.fields = append(v.fields, FieldError{Path: name, Message: message})
}

func (v *violations) require(name string, present bool) {
	if !present {
		v.add(name, "is required")
	}
}

// inside adds what is wrong with the value of a field.
func (v *violations) inside(name string, value validator) {
	first := len(v.fields)
	value.validate(v)
	v.prefix(first, name)
}

// element adds what is wrong with an element of a list.
func (v *violations) element(name string, i int, value validator) {
	first := len(v.fields)
	value.validate(v)
	if len(v.fields) > first {
		v.prefix(first, indexed(name, i))
	}
}

// prefix puts a name before the paths of what was added from first on.
func (v *violations) prefix(first int, name string) {
	for i := range v.fields[first:] {
		field := &v.fields[first+i]
		if field.Path != "" {
			field.Path = "." + field.Path
		}
		field.Path = name + field.Path
	}
}

// err returns what was collected as a *ValidationError, nil if it is nothing.
func (v *violations) err() error {
	if len(v.fields) == 0 {
		return nil
	}
	return &ValidationError{Fields: v.fields}
}

func indexed(name string, i int) string { return name + "[" + strconv.Itoa(i) + "]" }

// validator is what a model is. Its method takes a nil model for one that has
// nothing to check.
type validator interface {
	validate(v *violations)
}

func validate(value validator) error {
	var v violations
	value.validate(&v)
	return v.err()
}

func checkModels[T any, P interface {
	*T
	validator
}](v *violations, name string, values *[]T) {
	if values == nil {
		return
	}
	for i := range *values {
		v.element(name, i, P(&(*values)[i]))
	}
}

func checkString[T ~string](v *violations, name string, value *T, rule *stringRule) {
	if value == nil {
		return
	}
	if message := rule.check(string(*value)); message != "" {
		v.add(name, message)
	}
}

func checkStrings[T ~string](v *violations, name string, values *[]T, rule *stringRule) {
	if values == nil {
		return
	}
	for i, value := range *values {
		if message := rule.check(string(value)); message != "" {
			v.add(indexed(name, i), message)
		}
	}
}

func checkCount[T any](v *violations, name string, values *[]T, least, most int) {
	if values == nil {
		return
	}
	if n := len(*values); n < least {
		v.add(name, fmt.Sprintf("has %d elements, must have at least %d", n, least))
	} else if most > 0 && n > most {
		v.add(name, fmt.Sprintf("has %d elements, must have at most %d", n, most))
	}
}

func checkAtLeast[T cmp.Ordered](v *violations, name string, value *T, least T) {
	if value != nil && !(*value >= least) { // not <: NaN is not at least anything
		v.add(name, fmt.Sprintf("is %v, must be at least %v", *value, least))
	}
}

func checkAtMost[T cmp.Ordered](v *violations, name string, value *T, most T) {
	if value != nil && !(*value <= most) {
		v.add(name, fmt.Sprintf("is %v, must be at most %v", *value, most))
	}
}

func checkMultipleOf[T int32 | int64](v *violations, name string, value *T, unit T) {
	if value != nil && *value%unit != 0 {
		v.add(name, fmt.Sprintf("is %v, must be a multiple of %v", *value, unit))
	}
}

// checkOrder sees to it that the first of two fields is at most the second.
func checkOrder[T cmp.Ordered](v *violations, name string, value *T, nextName string, next *T) {
	if value != nil && next != nil && *value > *next {
		v.add(name, fmt.Sprintf("is %v, must be at most %s, which is %v", *value, nextName, *next))
	}
}

// stringRule is what the description says of a string.
type stringRule struct {
	minLength int // in characters
	maxLength int // in characters; 0: no bound
	pattern   *pattern
	format    string   // "cidr", "ip"; others are for readers
	values    []string // nil: any
}

// check says what is wrong with a value, "" if nothing is.
func (r *stringRule) check(value string) string {
	var broken []string
	if r.minLength > 0 || r.maxLength > 0 {
		n := utf8.RuneCountInString(value)
		if n < r.minLength {
			broken = append(broken, fmt.Sprintf("have at least %d characters", r.minLength))
		}
		if r.maxLength > 0 && n > r.maxLength {
			broken = append(broken, fmt.Sprintf("have at most %d characters", r.maxLength))
		}
	}
	if r.pattern != nil && !r.pattern.match(value) {
		broken = append(broken, "match "+r.pattern.source)
	}
	if r.values != nil && !slices.Contains(r.values, value) {
		broken = append(broken, "be one of "+strings.Join(r.values, ", "))
	}
	if what := wrongFormat(r.format, value); what != "" {
		broken = append(broken, "be "+what)
	}
	if broken == nil {
		return ""
	}
	return "is " + quoteShort(value) + ", must " + strings.Join(broken, " and ")
}

// wrongFormat says what a value should be and is not, "" if it is.
func wrongFormat(format, value string) string {
	switch format {
	case "cidr":
		if _, err := netip.ParsePrefix(value); err != nil {
			return "a network in CIDR notation, like 10.10.0.0/16 or 2001:db8::/32"
		}
	case "ip":
		if addr, err := netip.ParseAddr(value); err != nil || addr.Zone() != "" {
			return "an IPv4 or IPv6 address"
		}
	}
	return ""
}

// quoteShort quotes a value for a message and cuts what no message can bear.
func quoteShort(value string) string {
	const most = 80
	if len(value) <= most {
		return strconv.Quote(value)
	}
	cut := most
	for cut > most-utf8.UTFMax && !utf8.RuneStart(value[cut]) {
		cut--
	}
	return strconv.Quote(value[:cut]) + "…"
}

// pattern is a regular expression, and the automaton that the generator has made
// of it: a table to follow from state to state, character by character.
type pattern struct {
	source string
	bounds []rune // ascending; the class of a character is how many are not above it
	next   string // the next state, by state and class
	accept string // the states in which the text may end
}

func (p *pattern) match(value string) bool {
	classes := len(p.bounds) + 1
	state := 0
	for _, r := range value {
		class := 0
		for class < len(p.bounds) && r >= p.bounds[class] {
			class++
		}
		state = int(p.next[state*classes+class])
	}
	return strings.IndexByte(p.accept, byte(state)) >= 0
}
