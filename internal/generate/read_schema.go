package main

// Schemas: which models there are, and of which properties each is made.

import (
	"slices"
	"strings"

	"github.com/pb33f/libopenapi/datamodel/high/base"
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
