// Schemas: the form that the API description's models have here. The generated
// schemas.go fills it in; check.go reads it.

package dataplatformtest

import "slices"

// schema is one model or one property of the description. Schemas are never
// changed after describedSchemas has built them.
type schema struct {
	name       string // "CreateClusterProperties"
	typ        string // "object", "string", "integer", "boolean", "array"; "" is anything
	format     string // "int32", "date-time", "cidr", "ip", "uuid", ...
	nullable   bool
	required   []string
	properties []property // in the description's order
	freeForm   bool       // an object with any further properties
	items      *schema
	enum       []string

	minLength, maxLength int // maxLength 0: unbounded
	pattern              string
	minimum, maximum     *int64
	multipleOf           int64
	defaultValue         any         // string, int64, bool or nil
	ordered              [][2]string // pairs of properties of which the first may not exceed the second
}

type property struct {
	name   string
	schema *schema
}

// property finds a property by its name; nil: there is none.
func (s *schema) property(name string) *schema {
	if s == nil {
		return nil
	}
	for i := range s.properties {
		if s.properties[i].name == name {
			return s.properties[i].schema
		}
	}
	return nil
}

// has tells whether a property is described.
func (s *schema) has(name string) bool {
	return slices.ContainsFunc(s.properties, func(p property) bool { return p.name == name })
}
