package main

// Properties: the fields of a model and the types of their values.

import "github.com/pb33f/libopenapi/datamodel/high/base"

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
	r.knownExtensions(place, extensions, "x-constructor-default", "x-null-ignored")
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
	if r.extension(place, extensions, "x-null-ignored", &f.NullIgnored) && !f.Nullable {
		r.problem(place, "x-null-ignored is there and null is not allowed")
	}
	f.Nullable = f.Nullable && !f.NullIgnored
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
