package main

// What stands beside the generated code: the hand-written files of the package.
// Where the two would not fit together, the generator says it better than the
// compiler.

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// checkBeside compares the generated Go files of the root with the hand-written
// ones.
func checkBeside(root string, d *description, files fileSet) error {
	byHand, err := handWritten(root)
	if err != nil {
		return err
	}
	var problems []error
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if filepath.Ext(name) != ".go" || strings.Contains(name, "/") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, files[name], parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, declared := range declarations(file) {
			if other, ok := byHand.declared[declared]; ok {
				problems = append(problems, fmt.Errorf("%s would declare %s, as %s does", name, declared, other))
			}
		}
	}
	for _, s := range d.Services {
		if byHand.client != nil && !byHand.client[s.Class()] {
			problems = append(problems, fmt.Errorf("the tag %s is a new service: APIClient needs a field %s for it", s.Tag, s.Class()))
		}
	}
	return errors.Join(problems...)
}

// handWrittenCode is what was not generated.
type handWrittenCode struct {
	declared map[string]string // file by name of what it declares
	client   map[string]bool   // fields of APIClient, nil if there is none
}

func handWritten(root string) (handWrittenCode, error) {
	code := handWrittenCode{declared: map[string]string{}}
	paths, err := filepath.Glob(filepath.Join(root, "*.go"))
	if err != nil {
		return code, err
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return code, err
		}
		if isGenerated(content) || strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, content, parser.SkipObjectResolution)
		if err != nil {
			return code, err
		}
		for _, name := range declarations(file) {
			code.declared[name] = filepath.Base(path)
		}
		if fields := structFields(file, "APIClient"); fields != nil {
			code.client = fields
		}
	}
	return code, nil
}

// declarations are the names that a file declares for its package.
func declarations(file *ast.File) []string {
	var names []string
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if decl.Recv == nil && decl.Name.Name != "init" {
				names = append(names, decl.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					names = append(names, spec.Name.Name)
				case *ast.ValueSpec:
					for _, name := range spec.Names {
						names = append(names, name.Name)
					}
				}
			}
		}
	}
	return slices.DeleteFunc(names, func(name string) bool { return name == "_" })
}

// structFields are the fields of a struct, nil if the file has none of the name.
func structFields(file *ast.File, name string) map[string]bool {
	var fields map[string]bool
	ast.Inspect(file, func(node ast.Node) bool {
		spec, ok := node.(*ast.TypeSpec)
		if !ok || spec.Name.Name != name {
			return true
		}
		if structure, ok := spec.Type.(*ast.StructType); ok {
			fields = map[string]bool{}
			for _, field := range structure.Fields.List {
				for _, name := range field.Names {
					fields[name.Name] = true
				}
			}
		}
		return false
	})
	return fields
}
