package main

// Rendering: the templates are filled in and the Go among them is formatted.

import (
	"bytes"
	"embed"
	"fmt"
	"go/format"
	"text/template"
)

//go:embed templates
var templateFiles embed.FS

// render makes all output files.
func render(d *description) (fileSet, error) {
	templates, err := template.New("").Funcs(goFuncs()).Funcs(docFuncs()).ParseFS(templateFiles, "templates/*.tmpl")
	if err != nil {
		return nil, err
	}
	out := &renderer{templates: templates, files: fileSet{}}
	for _, s := range d.Services {
		out.goFile("api_"+serviceFile(s.Tag)+".go", "api.go.tmpl", s)
		out.file("docs/api/"+serviceFile(s.Tag)+".md", "api.md.tmpl", s)
	}
	out.goFile("api_client.go", "client.go.tmpl", d)
	out.goFile("api_second_names.go", "second_names.go.tmpl", d)
	for _, m := range d.Models {
		name := "model.go.tmpl"
		if m.IsEnum() {
			name = "enum.go.tmpl"
		}
		out.goFile(modelFile(m.Name), name, m)
		out.file("docs/models/"+m.Name+".md", "model.md.tmpl", m)
	}
	out.goFile("rules.go", "rules.go.tmpl", d)
	out.goFile("model_list_test.go", "model_list_test.go.tmpl", d)
	out.goFile("dataplatformtest/schemas.go", "schemas.go.tmpl", d)
	return out.files, out.err
}

type renderer struct {
	templates *template.Template
	files     fileSet
	err       error // the first one
}

func (r *renderer) file(name, template string, data any) {
	if r.err != nil {
		return
	}
	var b bytes.Buffer
	if err := r.templates.ExecuteTemplate(&b, template, data); err != nil {
		r.err = fmt.Errorf("%s: %w", name, err)
		return
	}
	r.files[name] = b.Bytes()
}

func (r *renderer) goFile(name, template string, data any) {
	r.file(name, template, data)
	if r.err != nil {
		return
	}
	formatted, err := format.Source(r.files[name])
	if err != nil {
		r.err = fmt.Errorf("%s: %w\n%s", name, err, r.files[name])
		return
	}
	r.files[name] = formatted
}
