package main

// The reference: what its templates call.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/format"
	"strconv"
	"strings"
	"text/template"

	"gopkg.in/yaml.v3"
)

func docFuncs() template.FuncMap {
	return template.FuncMap{
		"mdHead":      func() string { return "<!-- " + generatedHead + " -->" },
		"typeLink":    typeLink,
		"cell":        cell,
		"fieldFacts":  func(f *field) string { return strings.Join(facts(f, "`"), " ") },
		"paramFacts":  func(p *parameter) string { return strings.Join(ruleFacts(p.Rule, "`"), " ") },
		"exampleJSON": exampleJSON,
		"program":     program,
		"upper":       strings.ToUpper,
		"anchor":      strings.ToLower,
		"statusText":  statusText,
		"defaultText": defaultText,
	}
}

// cell makes a text fit for a cell of a table.
func cell(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "|", "\\|")
}

// typeLink names a type and leads to its page, from the directory given.
func typeLink(t *goType, to string) string {
	switch t.Kind {
	case kindModel, kindEnum:
		return fmt.Sprintf("[%s](%s%s.md)", t.Model.Name, to, t.Model.Name)
	case kindList:
		return "list of " + typeLink(t.Elem, to)
	case kindMap:
		return "object"
	case kindTime:
		return "[IonosTime](https://pkg.go.dev/github.com/ionos-cloud/sdk-go-dataplatform#IonosTime)"
	}
	return "`" + t.Go() + "`"
}

func defaultText(f *field) string {
	if f.Default == nil {
		return ""
	}
	text := fmt.Sprintf("`%v`", f.Default)
	if f.LeaveDefault {
		text += " (left to the service)"
	}
	return text
}

func statusText(a *answer) string {
	text := strings.TrimSpace(a.Description)
	for _, header := range a.Headers {
		text += fmt.Sprintf(" Header: `%s`.", header)
	}
	return text
}

// exampleJSON writes an example as JSON, its fields in the order of the
// description.
func exampleJSON(node *yaml.Node) (string, error) {
	var compact bytes.Buffer
	if err := writeJSON(&compact, node); err != nil {
		return "", err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, compact.Bytes(), "", "  "); err != nil {
		return "", err
	}
	return b.String(), nil
}

func writeJSON(b *bytes.Buffer, node *yaml.Node) error {
	switch node.Kind {
	case yaml.MappingNode:
		b.WriteByte('{')
		for i := 0; i+1 < len(node.Content); i += 2 {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(strconv.Quote(node.Content[i].Value) + ":")
			if err := writeJSON(b, node.Content[i+1]); err != nil {
				return err
			}
		}
		b.WriteByte('}')
	case yaml.SequenceNode:
		b.WriteByte('[')
		for i, item := range node.Content {
			if i > 0 {
				b.WriteByte(',')
			}
			if err := writeJSON(b, item); err != nil {
				return err
			}
		}
		b.WriteByte(']')
	default:
		var v any
		if err := node.Decode(&v); err != nil {
			return err
		}
		encoded, err := json.Marshal(v)
		if err != nil {
			return err
		}
		b.Write(encoded)
	}
	return nil
}

// program is an example of a call that builds and runs.
func program(o *operation) (string, error) {
	statements, err := exampleCall(o)
	if err != nil {
		return "", fmt.Errorf("example of %s: %w", o.Name, err)
	}
	imports := []string{"context", "fmt", "log"}
	if strings.Contains(statements, "time.") {
		imports = append(imports, "time")
	}
	var b strings.Builder
	b.WriteString("package main\n\nimport (\n")
	for _, path := range imports {
		fmt.Fprintf(&b, "%q\n", path)
	}
	b.WriteString("\nionoscloud \"github.com/ionos-cloud/sdk-go-dataplatform\"\n)\n\nfunc main() {\n" + statements + "}\n")
	formatted, err := format.Source([]byte(b.String()))
	if err != nil {
		return "", fmt.Errorf("example of %s: %w\n%s", o.Name, err, b.String())
	}
	return string(formatted), nil
}

// exampleCall is what the example does.
func exampleCall(o *operation) (string, error) {
	var b strings.Builder
	b.WriteString("client := ionoscloud.NewAPIClient(ionoscloud.NewConfigurationFromEnv())\n")
	call := fmt.Sprintf("client.%s.%s(context.Background()", o.Service.Class(), o.Name)
	for _, p := range o.PathParams {
		fmt.Fprintf(&b, "%s := %q\n", argument(p.Name), fmt.Sprint(decodeExample(p.Example)))
		call += ", " + argument(p.Name)
	}
	call += ")"
	for _, p := range o.Query {
		if p.Example != nil {
			call += fmt.Sprintf(".%s(%#v)", p.GoName(), decodeExample(p.Example))
		}
	}
	if o.Body != nil {
		body, err := literal(&goType{Kind: kindModel, Model: o.Body.Model}, decodeExample(o.Body.Example))
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "request := %s\n", body)
		call += "." + o.Body.Model.Name + "(request)"
	}
	fmt.Fprintf(&b, "answer, response, err := %s.Execute()\n", call)
	b.WriteString("if err != nil {\nlog.Fatal(err)\n}\nfmt.Println(response.Status)\n" + show(o))
	return b.String(), nil
}

// show prints what is worth printing of an answer.
func show(o *operation) string {
	if o.Raw {
		return "\tfmt.Println(len(answer), \"bytes\")\n"
	}
	m := o.Answer.Type.Model
	items := m.filter(func(f *field) bool { return f.Type.Kind == kindList })
	ids := m.filter(func(f *field) bool { return f.Name == "id" })
	switch {
	case len(items) == 1:
		item := "item"
		if elem := items[0].Type.Elem; elem.Kind == kindModel {
			if elem.Model.field("id") == nil {
				return "\tfmt.Println(answer.Has" + items[0].GoName() + "())\n"
			}
			item = "ionoscloud.ToValue(item.Id)"
		}
		return fmt.Sprintf("\tfor _, item := range ionoscloud.ToValue(answer.%s) {\n\t\tfmt.Println(%s)\n\t}\n", items[0].GoName(), item)
	case len(ids) == 1:
		return "\tfmt.Println(ionoscloud.ToValue(answer.Id))\n"
	}
	return "\tfmt.Printf(\"%T\\n\", answer)\n"
}
