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
// the line. The document as it is written is for lineOf.
func readYAML(path string, into any) (document *yaml.Node, err error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err // it names the file
	}
	decoder := yaml.NewDecoder(bytes.NewReader(raw))
	decoder.KnownFields(true)
	if err := decoder.Decode(into); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("%s: line 1: the file is empty", path)
		}
		return nil, fmt.Errorf("%s: %s", path, plainYAML(err))
	}
	if err := decoder.Decode(&struct{}{}); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: there must be one YAML document in the file, not several", path)
	}
	document = &yaml.Node{}
	if err := yaml.Unmarshal(raw, document); err != nil { // it has just been read
		return nil, fmt.Errorf("%s: %s", path, plainYAML(err))
	}
	if line := emptyItem(document); line > 0 {
		return nil, fmt.Errorf("%s: line %d: an item of the list is empty", path, line)
	}
	return document, nil
}

// emptyItem is the line of the first list item without a value, which the
// library leaves out silently; 0: there is none.
func emptyItem(node *yaml.Node) int {
	for _, each := range node.Content {
		if node.Kind == yaml.SequenceNode && each.ShortTag() == "!!null" {
			return each.Line
		}
		if line := emptyItem(each); line > 0 {
			return line
		}
	}
	return 0
}

// lineOf is the line of what is at the end of a way of keys and indexes, or as
// far on the way as the document goes.
func lineOf(node *yaml.Node, way ...any) int {
	line := node.Line
	for _, step := range append([]any{0}, way...) { // the document's first node is its content
		if node = child(node, step); node == nil {
			break
		}
		line = node.Line
	}
	return line
}

// child is a member of a mapping or an item of a list; nil: there is none.
func child(node *yaml.Node, step any) *yaml.Node {
	if node.Kind == yaml.AliasNode {
		node = node.Alias
	}
	switch step := step.(type) {
	case int:
		if step < len(node.Content) {
			return node.Content[step]
		}
	case string:
		for i := 0; node.Kind == yaml.MappingNode && i+1 < len(node.Content); i += 2 {
			if node.Content[i].Value == step {
				return node.Content[i+1]
			}
		}
	}
	return nil
}

// How the library's messages name what was read into.
var (
	goType   = regexp.MustCompile(` (?:not found|already set) in type \S+`)
	goList   = regexp.MustCompile(` into \[\]\S+`)
	goStruct = regexp.MustCompile(` into (?:main\.\S+|map\[string\]interface \{\})`)
)

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
		line = goList.ReplaceAllString(line, " into a list")
		lines[i] = goStruct.ReplaceAllString(line, " into keys with values")
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
