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
func checkBeside(root string, files fileSet) error {
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
			if other, ok := byHand[declared]; ok {
				problems = append(problems, fmt.Errorf("%s would declare %s, as %s does", name, declared, other))
			}
		}
	}
	return errors.Join(problems...)
}

// handWritten is what was not generated: the file of each name that is declared.
func handWritten(root string) (map[string]string, error) {
	declared := map[string]string{}
	paths, err := filepath.Glob(filepath.Join(root, "*.go"))
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		if isGenerated(content) || strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, content, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, name := range declarations(file) {
			declared[name] = filepath.Base(path)
		}
	}
	return declared, nil
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
