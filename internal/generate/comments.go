package main

// Comments of the generated code: made of the description's texts and rules.

import (
	"fmt"
	"strings"
)

// comment makes a Go comment of a text: wrapped, behind an opening and an
// indentation.
func comment(text, opening, indent string) string {
	const width = 78
	var lines []string
	for i, paragraph := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			lines = append(lines, indent+"//")
		} else {
			paragraph = opening + paragraph
		}
		line := indent + "//"
		for _, word := range strings.Fields(paragraph) {
			if len(line)+1+len(word) > width && line != indent+"//" {
				lines = append(lines, line)
				line = indent + "//"
			}
			line += " " + word
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// facts are the rules of a field as sentences. mark encloses what is literal.
func facts(f *field, mark string) []string {
	var said []string
	say := func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) }
	if f.ReadOnly {
		say("Read-only.")
	}
	if f.Minimum != nil && f.Maximum != nil {
		say("From %s to %s.", number(*f.Minimum), number(*f.Maximum))
	} else if f.Minimum != nil {
		say("At least %s.", number(*f.Minimum))
	} else if f.Maximum != nil {
		say("At most %s.", number(*f.Maximum))
	}
	if f.MultipleOf != nil {
		say("A multiple of %s.", number(*f.MultipleOf))
	}
	if f.MinItems > 0 {
		say("At least %d elements.", f.MinItems)
	}
	if f.MaxItems > 0 {
		say("At most %d elements.", f.MaxItems)
	}
	said = append(said, ruleFacts(f.Rule, mark)...)
	if f.Type.Kind == kindEnum {
		say("One of %s.", marked(f.Type.Model.Values, mark))
	}
	return said
}

func ruleFacts(r *rule, mark string) []string {
	if r == nil {
		return nil
	}
	var said []string
	switch {
	case r.MinLength > 0 && r.MaxLength > 0:
		said = append(said, fmt.Sprintf("%d to %d characters.", r.MinLength, r.MaxLength))
	case r.MinLength > 0:
		said = append(said, fmt.Sprintf("At least %d characters.", r.MinLength))
	case r.MaxLength > 0:
		said = append(said, fmt.Sprintf("At most %d characters.", r.MaxLength))
	}
	if r.Pattern != nil {
		said = append(said, "Matches "+mark+r.Pattern.Source+mark+".")
	}
	if r.Values != nil {
		said = append(said, "One of "+marked(r.Values, mark)+".")
	}
	return said
}

func marked(values []string, mark string) string {
	return mark + strings.Join(values, mark+", "+mark) + mark
}

func fieldText(f *field) string {
	said := []string{strings.TrimSpace(f.Description)}
	if f.Required {
		said = append(said, "Required.")
	}
	said = append(said, facts(f, "")...)
	if f.Default != nil {
		said = append(said, fmt.Sprintf("Default: %v.", f.Default))
	}
	return strings.Join(said, " ")
}

func fieldDoc(f *field) string { return fieldText(f) }

func setterDoc(f *field) string {
	return fmt.Sprintf("Set%s sets %s: %s", f.GoName(), f.GoName(), fieldText(f))
}

func constructorDoc(m *model) string {
	text := fmt.Sprintf("New%s returns %s with", m.Name, withArticle(m.Name))
	required, defaults := m.Required(), m.Defaulted()
	switch {
	case len(required) > 0 && len(defaults) > 0:
		text += " what is required, and the defaults: " + listDefaults(defaults)
	case len(required) > 0:
		text += " what is required"
	case len(defaults) > 0:
		text += " the defaults set: " + listDefaults(defaults)
	default:
		text += " nothing set: nothing is required and there are no defaults"
	}
	text += "."
	for _, f := range m.Fields {
		if f.LeaveDefault {
			text += fmt.Sprintf(" %s is left to the service, whose default is %v.", f.GoName(), f.Default)
		}
	}
	return text
}

func listDefaults(fields []*field) string {
	var said []string
	for _, f := range fields {
		said = append(said, fmt.Sprintf("%s %v", f.GoName(), f.Default))
	}
	return strings.Join(said, ", ")
}

func unmarshalDoc(m *model) string {
	text := "UnmarshalJSON"
	if m.BareField != nil {
		text += fmt.Sprintf(" takes the object, or the list alone, which becomes %s.", m.BareField.GoName())
	} else {
		text += " remembers an explicit null of"
		for i, f := range m.Nullable() {
			if i > 0 {
				text += ","
			}
			text += " " + f.GoName()
		}
		text += "."
	}
	return text
}

// UsedAs says what a schema can't say in its fields.
func (m *model) UsedAs() string {
	var said []string
	if m.BareField != nil {
		said = append(said, "It is decoded from the bare list as well, which becomes "+m.BareField.GoName()+".")
	}
	for _, pair := range m.OrderedPairs() {
		said = append(said, fmt.Sprintf("%s is at most %s.", pair[0].GoName(), pair[1].GoName()))
	}
	for _, f := range m.Nullable() {
		said = append(said, fmt.Sprintf("An explicit null for %s is made by Set%sNil.", f.GoName(), f.GoName()))
	}
	if m.IsEnum() && m.Default != nil {
		said = append(said, fmt.Sprintf("The default is %v.", m.Default))
	}
	return strings.Join(said, " ")
}

func requestDoc(o *operation) string {
	return fmt.Sprintf("%s is a call of [%s.%s] in the making.", o.Request(), o.Service.Type(), o.Name)
}

func operationDoc(o *operation) string {
	begin := fmt.Sprintf("%s: %s.\n\n%s", o.Name, o.Summary, o.Description)
	var said []string
	for _, p := range o.PathParams {
		said = append(said, fmt.Sprintf("%s: %s", p.Name, parameterText(p)))
	}
	for _, p := range o.Query {
		said = append(said, fmt.Sprintf("%s (optional, by the method %s): %s", p.Name, p.GoName(), parameterText(p)))
	}
	if o.Body != nil {
		need := "optional"
		if o.Body.Required {
			need = "required"
		}
		said = append(said, fmt.Sprintf("Its body is a [%s] (%s).", o.Body.Model.Name, need))
	}
	if len(said) > 0 {
		begin += "\n\n" + strings.Join(said, "\n\n")
	}
	begin += fmt.Sprintf("\n\nIt sends %s %s.", strings.ToUpper(o.Method), o.Path)
	if o.Second != "" {
		begin += fmt.Sprintf(" Its second name is [%s.%s]", o.Service.Type(), o.Second)
		if o.Raw {
			begin += ", which answers the decoded document; here it is handed through as it is"
		}
		begin += "."
	}
	return begin
}

func parameterText(p *parameter) string {
	return strings.Join(append([]string{strings.TrimSpace(p.Description)}, ruleFacts(p.Rule, "")...), " ")
}

func queryDoc(p *parameter) string {
	return fmt.Sprintf("%s sets the query parameter %s. %s", p.GoName(), p.Name, parameterText(p))
}

func bodyDoc(b *body) string {
	return fmt.Sprintf("%s sets the body of the request. It is copied; what it points to is not.", b.Model.Name)
}

// withArticle puts "a" or "an" before a name.
func withArticle(name string) string {
	if strings.ContainsRune("AEIOU", rune(name[0])) {
		return "an " + name
	}
	return "a " + name
}

// setNilDoc says what Set…Nil does.
func setNilDoc(f *field) string {
	name := f.GoName()
	return "Set" + name + "Nil makes " + name + " an explicit null, which is not the same as leaving it out. It holds until Set" +
		name + " or Unset" + name + " is called: a value that is assigned to the field goes before it, a nil does not take it back."
}

// defaultsDoc says what New…WithDefaults does.
func defaultsDoc(m *model) string {
	text := "New" + m.Name + "WithDefaults returns " + withArticle(m.Name)
	if len(m.Defaulted()) > 0 {
		return text + " with only its defaults set."
	}
	return text + " with nothing set: it has no defaults."
}

// nullableDoc says what the Nullable type of a model is.
func nullableDoc(m *model) string {
	return "Nullable" + m.Name + " is " + withArticle(m.Name) + " that can be null, or not be there at all."
}
