package main

// Names again: two things that would have the same name in Go are found before
// the compiler finds them.

import (
	"fmt"
	"strings"
)

// checkNames reports what would be declared twice.
func (r *reader) checkNames(d *description) {
	taken := map[string]string{}
	take := func(name, owner string) {
		if other, ok := taken[name]; ok {
			r.problem(owner, "would declare %s, as %s does", name, other)
			return
		}
		taken[name] = owner
	}
	files := map[string]string{}
	for _, m := range d.Models {
		place := "components.schemas." + m.Name
		for _, name := range []string{m.Name, "New" + m.Name, "New" + m.Name + "WithDefaults", "Nullable" + m.Name, "NewNullable" + m.Name} {
			take(name, place)
		}
		if other, ok := files[strings.ToLower(modelFile(m.Name))]; ok {
			r.problem(place, "would be written to the same file as %s", other)
		}
		files[strings.ToLower(modelFile(m.Name))] = m.Name
		if m.IsEnum() {
			r.checkConstants(place, m, take)
		} else {
			r.checkMembers(place, m)
		}
	}
	for _, s := range d.Services {
		take(s.Type(), "tag "+s.Tag)
		for _, o := range s.Operations {
			take(o.Request(), "operation "+o.Name)
			if o.Second != "" {
				take(o.SecondRequest(), "operation "+o.Name)
			}
			for _, p := range o.Query {
				if p.GoName() == "Execute" || p.GoName() == "ApiService" || o.Body != nil && p.GoName() == o.Body.Model.Name {
					r.problem("operation "+o.Name, "the parameter %s has the name of a method", p.Name)
				}
			}
		}
	}
}

func (r *reader) checkConstants(place string, m *model, take func(name, owner string)) {
	for _, value := range m.Values {
		if !propertyName.MatchString("v" + shortConstant(value)) {
			r.problem(place, "the value %q has no form in Go", value)
			continue
		}
		take(constant(m.Name, value), place)
		if m.ShortNames {
			take(shortConstant(value), place)
		}
	}
}

func (r *reader) checkMembers(place string, m *model) {
	members := map[string]string{
		"Validate": "a method of every model", "MarshalJSON": "a method of every model", "UnmarshalJSON": "a method of models",
	}
	for _, f := range m.Fields {
		names := []string{f.GoName(), "Get" + f.GoName(), "Get" + f.GoName() + "Ok", "Set" + f.GoName(), "Has" + f.GoName()}
		if f.Nullable {
			names = append(names, "Set"+f.GoName()+"Nil", "Unset"+f.GoName(), "Is"+f.GoName()+"Nil")
		}
		for _, name := range names {
			if other, ok := members[name]; ok {
				r.problem(place, "the property %s would declare %s, which is %s", f.Name, name, other)
				continue
			}
			members[name] = fmt.Sprintf("of the property %s", f.Name)
		}
	}
}
