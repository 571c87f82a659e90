// YAML files: read strictly, so that a misspelled key is an error with its line
// and not a setting that is silently missing.

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// readYAML reads a file of one document. Errors begin with the file and name
// the line.
func readYAML(path string, into any) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err // it names the file
	}
	decoder := yaml.NewDecoder(bytes.NewReader(raw))
	decoder.KnownFields(true)
	if err := decoder.Decode(into); err != nil {
		if errors.Is(err, io.EOF) {
			return fmt.Errorf("%s: line 1: the file is empty", path)
		}
		return fmt.Errorf("%s: %s", path, plainYAML(err))
	}
	if err := decoder.Decode(&struct{}{}); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s: there must be one YAML document in the file, not several", path)
	}
	return nil
}

// goType is how the library's messages name what was read into.
var goType = regexp.MustCompile(` (?:not found|already set) in type \S+`)

// plainYAML is the library's message without what only we can know.
func plainYAML(err error) string {
	var several *yaml.TypeError
	if !errors.As(err, &several) {
		return strings.TrimPrefix(err.Error(), "yaml: ")
	}
	lines := make([]string, len(several.Errors))
	for i, line := range several.Errors {
		line = goType.ReplaceAllStringFunc(line, func(s string) string {
			if strings.Contains(s, "already set") {
				return " is given twice"
			}
			return " is not known here"
		})
		lines[i] = strings.Replace(line, " into main.", " into ", 1)
	}
	return strings.Join(lines, "; ")
}

// located is a value of a file and its line, for messages about it.
type located[T any] struct {
	value T
	line  int
}

// UnmarshalYAML keeps the line.
func (l *located[T]) UnmarshalYAML(node *yaml.Node) error {
	l.line = node.Line
	return node.Decode(&l.value)
}
