package main

// Schemas: models with their fields, and the types of values.

import (
	"math"
	"slices"
	"strings"

	"github.com/pb33f/libopenapi/datamodel/high/base"
	"gopkg.in/yaml.v3"
)

func (r *reader) readModels() []*model {
	schemas := r.document.Components.Schemas
	var models []*model
	for name := range schemas.KeysFromOldest() {
		if !typeName.MatchString(name) {
			r.problem("components.schemas."+name, "the name must be a Go type's: letters and digits, the first a capital")
			continue
		}
		m := &model{Name: name}
		r.models[name] = m
		models = append(models, m)
	}
	slices.SortFunc(models, func(a, b *model) int { return strings.Compare(a.Name, b.Name) })
	// Enums first: what a property is depends on what it refers to.
	for _, m := range models {
		if s := r.schemaOf(m.Name); s != nil && len(s.Enum) > 0 {
			r.readEnum("components.schemas."+m.Name, m, s)
		}
	}
	for _, m := range models {
		if s := r.schemaOf(m.Name); s != nil && !m.IsEnum() {
			r.readObject("components.schemas."+m.Name, m, s)
		}
	}
	return models
}

func (r *reader) schemaOf(name string) *base.Schema {
	proxy := r.document.Components.Schemas.GetOrZero(name)
	if proxy.IsReference() {
		r.problem("components.schemas."+name, "is another name for %s, write it out", proxy.GetReference())
		return nil
	}
	return r.build("components.schemas."+name, proxy)
}

func (r *reader) build(place string, proxy *base.SchemaProxy) *base.Schema {
	s, err := proxy.BuildSchema()
	if err != nil {
		r.problem(place, "%v", err)
		return nil
	}
	if s == nil {
		r.problem(place, "there is no schema")
	}
	return s
}

func (r *reader) readEnum(place string, m *model, s *base.Schema) {
	extensions := extensionsOf(s.Extensions)
	r.knownExtensions(place, extensions, "x-short-names")
	r.extension(place, extensions, "x-short-names", &m.ShortNames)
	m.Description = s.Description
	m.Example = s.Example
	m.Values = r.enumValues(place, s)
	if m.Values == nil {
		m.Values = []string{}
	}
	m.Rule = r.rules.add(m.Name, m.Name, &rule{Values: m.Values})
	if s.Default != nil {
		m.Default = r.defaultOf(place, &goType{Kind: kindString}, s.Default)
		if value, ok := m.Default.(string); ok && !slices.Contains(m.Values, value) {
			r.problem(place, "the default %q is none of its values", value)
		}
	}
}

func (r *reader) enumValues(place string, s *base.Schema) []string {
	if !slices.Equal(s.Type, []string{"string"}) {
		r.problem(place, "an enum must be of type string")
		return nil
	}
	var values []string
	for _, node := range s.Enum {
		var value string
		if err := node.Decode(&value); err != nil || node.Tag == "!!null" {
			r.problem(place, "the enum's value %s is no string", node.Value)
			continue
		}
		values = append(values, value)
	}
	return values
}

func (r *reader) readObject(place string, m *model, s *base.Schema) {
	m.Description = s.Description
	m.Example = s.Example
	extensions := extensionsOf(s.Extensions)
	r.knownExtensions(place, extensions, "x-ordered")
	r.addFields(place, m, s, nil)
	if len(m.Fields) == 0 {
		r.problem(place, "must be an enum or an object with properties")
	}
	if r.extension(place, extensions, "x-ordered", &m.OrderedNames) {
		r.order(place, m)
	}
}

// addFields adds the properties of a schema, and of those that it is made of.
// The model is in making, so that it isn't made of itself.
func (r *reader) addFields(place string, m *model, s *base.Schema, making []string) {
	if len(s.OneOf) > 0 || len(s.AnyOf) > 0 || s.Not != nil {
		r.problem(place, "oneOf, anyOf and not have no place in a model")
		return
	}
	for i, proxy := range s.AllOf {
		part := proxy
		if proxy.IsReference() {
			if slices.Contains(making, proxy.GetReference()) {
				r.problem(place, "allOf leads back to %s", proxy.GetReference())
				return
			}
			making = append(making, proxy.GetReference())
		}
		if built := r.build(place, part); built != nil {
			if len(built.Enum) > 0 {
				r.problem(place, "allOf[%d] is an enum, must be an object", i)
				continue
			}
			r.addFields(place, m, built, making)
		}
	}
	if s.Type != nil && !slices.Equal(s.Type, []string{"object"}) {
		r.problem(place, "is of type %s, must be an enum or an object", strings.Join(s.Type, ", "))
		return
	}
	if s.AdditionalProperties != nil && s.AdditionalProperties.N == 0 {
		r.problem(place, "additionalProperties with a schema have no place in a model")
	}
	if s.Properties != nil {
		for name, proxy := range s.Properties.FromOldest() {
			r.addField(place+"."+name, m, name, proxy)
		}
	}
	for _, name := range s.Required {
		f := m.field(name)
		if f == nil {
			r.problem(place, "requires %s, which is no property", name)
			continue
		}
		f.Required = true
	}
}

func (m *model) field(name string) *field {
	for _, f := range m.Fields {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// addField adds a property, or says more of one that allOf has brought.
func (r *reader) addField(place string, m *model, name string, proxy *base.SchemaProxy) {
	if !propertyName.MatchString(name) {
		r.problem(place, "the name has no form in Go")
		return
	}
	f := r.readField(place, m, name, proxy)
	if f == nil {
		return
	}
	if known := m.field(name); known != nil {
		known.refine(f)
		if known.Type.Go() != f.Type.Go() {
			r.problem(place, "is %s here and %s in what the model is made of", f.Type.Go(), known.Type.Go())
		}
		return
	}
	m.Fields = append(m.Fields, f)
}

// refine takes over what other says and f does not.
func (f *field) refine(other *field) {
	if other.Description != "" {
		f.Description = other.Description
	}
	if other.Rule != nil {
		f.Rule = other.Rule
	}
	if other.Default != nil {
		f.Default = other.Default
	}
	if other.Minimum != nil {
		f.Minimum = other.Minimum
	}
	if other.Maximum != nil {
		f.Maximum = other.Maximum
	}
	if other.MultipleOf != nil {
		f.MultipleOf = other.MultipleOf
	}
	if other.Example != nil {
		f.Example = other.Example
	}
}

func (r *reader) readField(place string, m *model, name string, proxy *base.SchemaProxy) *field {
	f := &field{Name: name}
	if proxy.IsReference() {
		target := r.modelOf(place, proxy)
		if target == nil {
			return nil
		}
		f.refersTo(target)
		if s := r.build(place, proxy); s != nil {
			f.Description, f.Example = s.Description, s.Example
		}
		return f
	}
	s := r.build(place, proxy)
	if s == nil {
		return nil
	}
	extensions := extensionsOf(s.Extensions)
	r.knownExtensions(place, extensions, "x-constructor-default")
	f.Description, f.Example = s.Description, s.Example
	f.Nullable = s.Nullable != nil && *s.Nullable
	f.ReadOnly = s.ReadOnly != nil && *s.ReadOnly
	if len(s.AllOf) == 1 && s.AllOf[0].IsReference() && s.Properties == nil {
		// How OpenAPI 3.0 says something beside a reference.
		target := r.modelOf(place, s.AllOf[0])
		if target == nil {
			return nil
		}
		f.refersTo(target)
	} else if f.Type = r.typeOf(place, s); f.Type == nil {
		return nil
	}
	if f.Nullable && f.Type.Kind != kindModel {
		r.problem(place, "nullable is only known for models")
	}
	r.readBounds(place, m, f, s)
	if s.Default != nil {
		f.Default = r.defaultOf(place, f.Type, s.Default)
	}
	sets := true
	if r.extension(place, extensions, "x-constructor-default", &sets) && f.Default == nil {
		r.problem(place, "x-constructor-default is there and no default")
	}
	f.LeaveDefault = !sets
	return f
}

func (f *field) refersTo(target *model) {
	f.Type = &goType{Kind: kindModel, Model: target}
	if target.IsEnum() {
		f.Type.Kind = kindEnum
		f.Default = target.Default
	}
}

// typeOf finds the Go type of a schema that is not a reference.
func (r *reader) typeOf(place string, s *base.Schema) *goType {
	if len(s.OneOf) > 0 || len(s.AnyOf) > 0 || len(s.AllOf) > 0 || s.Not != nil {
		r.problem(place, "oneOf, anyOf, not, and an allOf of more than one reference have no Go type; name a model in components.schemas")
		return nil
	}
	if len(s.Type) != 1 {
		r.problem(place, "must have one type, has %d", len(s.Type))
		return nil
	}
	switch s.Type[0] {
	case "string":
		if s.Format == "date-time" {
			return &goType{Kind: kindTime, Format: s.Format}
		}
		return &goType{Kind: kindString, Format: s.Format}
	case "boolean":
		return &goType{Kind: kindBool}
	case "integer":
		switch s.Format {
		case "int32", "int64":
			return &goType{Kind: kind(s.Format), Format: s.Format}
		}
		r.problem(place, "an integer must have the format int32 or int64, has %q", s.Format)
	case "number":
		switch s.Format {
		case "float":
			return &goType{Kind: kindFloat32, Format: s.Format}
		case "double":
			return &goType{Kind: kindFloat64, Format: s.Format}
		}
		r.problem(place, "a number must have the format float or double, has %q", s.Format)
	case "object":
		if s.Properties != nil && s.Properties.Len() > 0 {
			r.problem(place, "an object with properties must be named in components.schemas")
			return nil
		}
		if s.AdditionalProperties != nil && s.AdditionalProperties.N == 0 {
			r.problem(place, "additionalProperties must be true; a schema for them is not supported")
			return nil
		}
		return &goType{Kind: kindMap}
	case "array":
		return r.listOf(place, s)
	default:
		r.problem(place, "the type %s is not supported", s.Type[0])
	}
	return nil
}

func (r *reader) listOf(place string, s *base.Schema) *goType {
	if s.Items == nil || s.Items.A == nil {
		r.problem(place, "an array must have items")
		return nil
	}
	var elem *goType
	if proxy := s.Items.A; proxy.IsReference() {
		if target := r.modelOf(place+".items", proxy); target != nil {
			f := &field{}
			f.refersTo(target)
			elem = f.Type
		}
	} else if items := r.build(place+".items", proxy); items != nil {
		elem = r.typeOf(place+".items", items)
	}
	if elem == nil {
		return nil
	}
	switch elem.Kind {
	case kindString, kindModel, kindEnum:
		return &goType{Kind: kindList, Elem: elem}
	}
	r.problem(place, "a list of %s is not supported", elem.Go())
	return nil
}

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
