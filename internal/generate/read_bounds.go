package main

// Bounds: what a schema says of a value beyond its type, and its default.

import (
	"math"

	"github.com/pb33f/libopenapi/datamodel/high/base"
	"gopkg.in/yaml.v3"
)

func (r *reader) readBounds(place string, m *model, f *field, s *base.Schema) {
	for name, there := range map[string]bool{
		"exclusiveMinimum": s.ExclusiveMinimum != nil, "exclusiveMaximum": s.ExclusiveMaximum != nil,
		"uniqueItems": s.UniqueItems != nil, "minProperties": s.MinProperties != nil, "maxProperties": s.MaxProperties != nil,
	} {
		if there {
			r.problem(place, "%s is not supported", name)
		}
	}
	switch f.Type.Kind {
	case kindString:
		f.Rule = r.ruleOf(place, f.Name, m.Name, s)
	case kindInt32, kindInt64, kindFloat32, kindFloat64:
		f.Minimum, f.Maximum, f.MultipleOf = s.Minimum, s.Maximum, s.MultipleOf
		r.checkNumbers(place, f)
	case kindList:
		f.MinItems, f.MaxItems = int(value(s.MinItems)), int(value(s.MaxItems))
		if items := s.Items.A; f.Type.Elem.Kind == kindString && !items.IsReference() {
			f.Rule = r.ruleOf(place+".items", f.Name, m.Name, items.Schema())
		}
	}
}

func (r *reader) checkNumbers(place string, f *field) {
	isFloat := f.Type.Kind == kindFloat32 || f.Type.Kind == kindFloat64
	if f.MultipleOf != nil && (isFloat || *f.MultipleOf < 1) {
		r.problem(place, "multipleOf is only known for integers and must be at least 1")
	}
	for _, bound := range []*float64{f.Minimum, f.Maximum, f.MultipleOf} {
		if bound != nil && !isFloat && *bound != math.Trunc(*bound) {
			r.problem(place, "the bound %v of an integer is none", *bound)
		}
	}
}

// ruleOf reads what is said of a string, nil if nothing is.
func (r *reader) ruleOf(place, name, owner string, s *base.Schema) *rule {
	found := &rule{
		MinLength: int(value(s.MinLength)),
		MaxLength: int(value(s.MaxLength)),
		Pattern:   r.patternOf(place, s.Pattern),
	}
	if s.Format == "cidr" || s.Format == "ip" {
		found.Format = s.Format
	}
	if len(s.Enum) > 0 {
		found.Values = r.enumValues(place, s)
	}
	if found.equal(&rule{}) {
		return nil
	}
	return r.rules.add(name, owner, found)
}

func value(n *int64) int64 {
	if n == nil {
		return 0
	}
	return *n
}

// defaultOf reads a default and sees to it that it is of the type.
func (r *reader) defaultOf(place string, t *goType, node *yaml.Node) any {
	var err error
	switch t.Kind {
	case kindString, kindEnum:
		var v string
		if err = node.Decode(&v); err == nil {
			return v
		}
	case kindInt32, kindInt64:
		var v int64
		if err = node.Decode(&v); err == nil {
			return v
		}
	case kindFloat32, kindFloat64:
		var v float64
		if err = node.Decode(&v); err == nil {
			return v
		}
	case kindBool:
		var v bool
		if err = node.Decode(&v); err == nil {
			return v
		}
	default:
		r.problem(place, "a default is not supported for %s", t.Go())
		return nil
	}
	r.problem(place, "the default %s is no %s", node.Value, t.Go())
	return nil
}

// order finds the fields of x-ordered.
func (r *reader) order(place string, m *model) {
	for _, name := range m.OrderedNames {
		f := m.field(name)
		switch {
		case f == nil:
			r.problem(place, "x-ordered names %s, which is no property", name)
			return
		case len(m.Ordered) > 0 && m.Ordered[0].Type.Go() != f.Type.Go():
			r.problem(place, "x-ordered: %s and %s are not of one type", m.Ordered[0].Name, name)
			return
		}
		switch f.Type.Kind {
		case kindInt32, kindInt64, kindFloat32, kindFloat64:
			m.Ordered = append(m.Ordered, f)
		default:
			r.problem(place, "x-ordered: %s is no number", name)
			return
		}
	}
	if len(m.Ordered) < 2 {
		r.problem(place, "x-ordered must name two properties or more")
	}
}
