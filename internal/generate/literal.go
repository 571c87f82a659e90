package main

// Literals: an example of the description as an expression in Go, as a program
// that imports the SDK writes it.

import (
	"fmt"
	"strings"
	"time"
)

const sdk = "ionoscloud."

// literal is the expression for a value of a type.
func literal(t *goType, value any) (string, error) {
	switch t.Kind {
	case kindModel:
		return modelLiteral(t.Model, value)
	case kindList:
		return listLiteral(t, value)
	case kindMap:
		return mapLiteral(value)
	case kindTime:
		return timeLiteral(value)
	case kindEnum:
		text := fmt.Sprint(value)
		for _, known := range t.Model.Values {
			if known == text {
				return sdk + constant(t.Model.Name, text), nil
			}
		}
		return fmt.Sprintf("%s%s(%q)", sdk, t.Model.Name, text), nil
	case kindString:
		return fmt.Sprintf("%q", fmt.Sprint(value)), nil
	case kindBool:
		return fmt.Sprint(value), nil
	}
	return fmt.Sprintf("%s(%v)", t.Go(), value), nil
}

func modelLiteral(m *model, value any) (string, error) {
	object, ok := value.(map[string]any)
	if !ok {
		return "", fmt.Errorf("%s: the example must be an object", m.Name)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s{\n", sdk, m.Name)
	for _, f := range m.Fields {
		v, given := object[f.Name]
		if !given || v == nil {
			continue
		}
		expression, err := literal(f.Type, v)
		if err != nil {
			return "", fmt.Errorf("%s: %w", f.Name, err)
		}
		if f.Type.Kind == kindTime || f.Type.Kind == kindModel || f.Type.Kind == kindList || f.Type.Kind == kindMap {
			expression = "&" + expression
		} else {
			expression = sdk + "ToPtr(" + expression + ")"
		}
		fmt.Fprintf(&b, "%s: %s,\n", f.GoName(), expression)
	}
	b.WriteByte('}')
	return b.String(), nil
}

func listLiteral(t *goType, value any) (string, error) {
	items, ok := value.([]any)
	if !ok {
		return "", fmt.Errorf("the example must be a list")
	}
	name := t.Elem.Go()
	if t.Elem.Kind != kindString {
		name = sdk + name
	}
	var b strings.Builder
	fmt.Fprintf(&b, "[]%s{", name)
	for _, item := range items {
		expression, err := literal(t.Elem, item)
		if err != nil {
			return "", err
		}
		if t.Elem.Kind == kindModel {
			expression = strings.TrimPrefix(expression, name)
		}
		fmt.Fprintf(&b, "\n%s,", expression)
	}
	b.WriteString("\n}")
	return b.String(), nil
}

func mapLiteral(value any) (string, error) {
	object, ok := value.(map[string]any)
	if !ok {
		return "", fmt.Errorf("the example must be an object")
	}
	return fmt.Sprintf("%#v", object), nil
}

func timeLiteral(value any) (string, error) {
	when, err := time.Parse(time.RFC3339, fmt.Sprint(value))
	if err != nil {
		return "", err
	}
	when = when.UTC()
	return fmt.Sprintf("%sIonosTime{Time: time.Date(%d, %d, %d, %d, %d, %d, 0, time.UTC)}", sdk,
		when.Year(), when.Month(), when.Day(), when.Hour(), when.Minute(), when.Second()), nil
}
