package main

// What the templates of Go code call.

import (
	"fmt"
	"strconv"
	"strings"
	"text/template"
)

func goFuncs() template.FuncMap {
	return template.FuncMap{
		"head":           func() string { return "// " + generatedHead + "\n" },
		"comment":        comment,
		"argument":       argument,
		"constant":       constant,
		"shortConstant":  shortConstant,
		"quote":          quote,
		"pointerTo":      pointerTo,
		"checks":         checks,
		"writer":         writer,
		"scan":           scan,
		"ruleFields":     ruleFields,
		"queryField":     queryField,
		"queryValue":     queryValue,
		"testSchema":     testSchema,
		"fieldDoc":       fieldDoc,
		"setterDoc":      setterDoc,
		"setNilDoc":      setNilDoc,
		"constructorDoc": constructorDoc,
		"unmarshalDoc":   unmarshalDoc,
		"defaultsDoc":    defaultsDoc,
		"nullableDoc":    nullableDoc,
		"operationDoc":   operationDoc,
		"requestDoc":     requestDoc,
		"queryDoc":       queryDoc,
		"bodyDoc":        bodyDoc,
	}
}

// quote writes a Go string, a raw one where that reads better.
func quote(s string) string {
	if strings.ContainsRune(s, '\\') && strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// pointerTo is an expression for a pointer to a value.
func pointerTo(t *goType, value any) string {
	switch t.Kind {
	case kindEnum:
		return fmt.Sprintf("ToPtr(%s)", constant(t.Model.Name, value.(string)))
	case kindString, kindBool:
		return fmt.Sprintf("ToPtr(%#v)", value)
	}
	return fmt.Sprintf("ToPtr(%s(%v))", t.Go(), value)
}

// checks are the statements of a model's validation that concern a field.
func checks(f *field) []string {
	var lines []string
	name, of := strconv.Quote(f.Name), "o."+f.GoName()
	if f.Required {
		lines = append(lines, fmt.Sprintf("v.require(%s, %s != nil)", name, of))
	}
	check := func(function, more string) {
		lines = append(lines, fmt.Sprintf("%s(v, %s, %s%s)", function, name, of, more))
	}
	for _, bound := range []struct {
		function string
		value    *float64
	}{{"checkAtLeast", f.Minimum}, {"checkAtMost", f.Maximum}, {"checkMultipleOf", f.MultipleOf}} {
		if bound.value != nil {
			check(bound.function, ", "+number(*bound.value))
		}
	}
	if f.MinItems > 0 || f.MaxItems > 0 {
		check("checkCount", fmt.Sprintf(", %d, %d", f.MinItems, f.MaxItems))
	}
	switch {
	case f.Type.Kind == kindModel || f.Type.Kind == kindEnum:
		lines = append(lines, fmt.Sprintf("v.inside(%s, %s)", name, of))
	case f.Type.Kind == kindList && f.Type.Elem.Kind != kindString:
		check("checkModels", "")
	case f.Rule != nil && f.Type.Kind == kindList:
		check("checkStrings", ", "+f.Rule.Name)
	case f.Rule != nil:
		check("checkString", ", "+f.Rule.Name)
	}
	return lines
}

func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// writer is the statement that encodes a field.
func writer(f *field) string {
	args := fmt.Sprintf("%q, o.%s", f.Name, f.GoName())
	switch f.Type.Kind {
	case kindString, kindEnum:
		return "writeString(e, " + args + ")"
	case kindInt32, kindInt64, kindBool, kindTime:
		return "e." + string(f.Type.Kind) + "(" + args + ")"
	case kindMap:
		return "e.anyMap(" + args + ")"
	case kindModel:
		return fmt.Sprintf("if o.%s != nil {\ne.model(%s)\n}", f.GoName(), args)
	case kindList:
		if f.Type.Elem.Kind == kindModel {
			return "writeModels(e, " + args + ")"
		}
		return "writeStrings(e, " + args + ")"
	}
	return fmt.Sprintf("if o.%s != nil {\ne.any(%q, *o.%s)\n}", f.GoName(), f.Name, f.GoName())
}

// scan is the statement that reads a field of an answer.
func scan(f *field) string {
	args := fmt.Sprintf("(s, &o.%s)", f.GoName())
	switch t := f.Type; t.Kind {
	case kindString, kindEnum:
		return "scanString" + args
	case kindInt32:
		return "scanInt32" + args
	case kindInt64:
		return "scanInt64" + args
	case kindBool:
		return "scanBool" + args
	case kindTime:
		return "scanTime" + args
	case kindModel:
		if t.Model.Scanned() {
			return "scanModel" + args
		}
	case kindList:
		if t.Elem.Kind == kindModel && t.Elem.Model.Scanned() {
			return "scanModels" + args
		}
		if t.Elem.Kind == kindString || t.Elem.Kind == kindEnum {
			return "scanStrings" + args
		}
	}
	return "scanAny" + args
}

// lengthFields are the bounds of a string's length, in the SDK as in the embedded
// API.
func lengthFields(r *rule) []string {
	var fields []string
	if r.MinLength > 0 {
		fields = append(fields, fmt.Sprintf("minLength: %d", r.MinLength))
	}
	if r.MaxLength > 0 {
		fields = append(fields, fmt.Sprintf("maxLength: %d", r.MaxLength))
	}
	return fields
}

func ruleFields(r *rule) string {
	fields := lengthFields(r)
	if r.Pattern != nil {
		fields = append(fields, "pattern: "+r.Pattern.Name)
	}
	if r.Format != "" {
		fields = append(fields, fmt.Sprintf("format: %q", r.Format))
	}
	if r.Values != nil {
		fields = append(fields, fmt.Sprintf("values: %#v", r.Values))
	}
	return strings.Join(fields, ", ")
}

// queryField is the field of a request that holds a query parameter. Its name
// is never that of a body or of a path parameter.
func queryField(p *parameter) string { return "query" + p.GoName() }

func queryValue(p *parameter) string {
	of := "*r." + queryField(p)
	switch p.Type.Kind {
	case kindInt32, kindInt64:
		return "strconv.FormatInt(int64(" + of + "), 10)"
	case kindBool:
		return "strconv.FormatBool(" + of + ")"
	}
	return of
}

// testSchema is a property as the embedded API has it.
func testSchema(f *field) string {
	if f.Type.Kind == kindModel || f.Type.Kind == kindEnum {
		return fmt.Sprintf("models[%q]", f.Type.Model.Name)
	}
	return "&schema{" + strings.Join(schemaFields(f), ", ") + "}"
}

func schemaFields(f *field) []string {
	fields := []string{fmt.Sprintf("typ: %q", schemaType(f.Type))}
	add := func(format string, args ...any) { fields = append(fields, fmt.Sprintf(format, args...)) }
	if f.Type.Format != "" {
		add("format: %q", f.Type.Format)
	}
	switch f.Type.Kind {
	case kindMap:
		add("freeForm: true")
	case kindList:
		if elem := f.Type.Elem; elem.Kind == kindString {
			add("items: &schema{%s}", strings.Join(schemaFields(&field{Type: elem, Rule: f.Rule}), ", "))
		} else {
			add("items: models[%q]", elem.Model.Name)
		}
	case kindString:
		fields = append(fields, schemaRule(f.Rule)...)
	}
	if f.NullIgnored {
		add("nullIgnored: true")
	}
	if f.Minimum != nil {
		add("minimum: describedBound(%d)", int64(*f.Minimum))
	}
	if f.Maximum != nil {
		add("maximum: describedBound(%d)", int64(*f.Maximum))
	}
	if f.MultipleOf != nil {
		add("multipleOf: %d", int64(*f.MultipleOf))
	}
	switch value := f.Default.(type) {
	case int64:
		add("defaultValue: int64(%d)", value)
	case nil:
	default:
		add("defaultValue: %#v", value)
	}
	return fields
}

func schemaRule(r *rule) []string {
	if r == nil {
		return nil
	}
	fields := lengthFields(r)
	if r.Pattern != nil {
		fields = append(fields, "pattern: "+quote(r.Pattern.Source))
	}
	if r.Values != nil {
		fields = append(fields, fmt.Sprintf("enum: %#v", r.Values))
	}
	return fields
}

func schemaType(t *goType) string {
	switch t.Kind {
	case kindString, kindTime:
		return "string"
	case kindInt32, kindInt64:
		return "integer"
	case kindFloat32, kindFloat64:
		return "number"
	case kindBool:
		return "boolean"
	case kindList:
		return "array"
	}
	return "object"
}
