package main

// Output: what is on the disk is compared with what should be there.

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// generatedHead begins every generated file. The Markdown has it in a comment.
const generatedHead = "Code generated from openapi.yaml by internal/generate. DO NOT EDIT."

var generatedLine = regexp.MustCompile(`^(?:// |<!-- )` + regexp.QuoteMeta(generatedHead) + `(?: -->)?$`)

// outputDirs are searched for files that are no longer generated.
var outputDirs = []string{".", "dataplatformtest", filepath.Join("docs", "api"), filepath.Join("docs", "models")}

// fileSet is the whole output: contents by slash-separated path.
type fileSet map[string][]byte

// change is one file that is not as it should be.
type change struct {
	path string
	what string // "new", "changed", "gone"
}

func (c change) String() string { return c.what + ": " + c.path }

type changes []change

// err names the stale files, nil if there are none.
func (c changes) err() error {
	if len(c) == 0 {
		return nil
	}
	lines := []string{"the generated files are stale, run go generate ./..."}
	for _, change := range c {
		lines = append(lines, "\t"+change.String())
	}
	return errors.New(strings.Join(lines, "\n"))
}

type outputTree struct {
	root string
}

func (t outputTree) path(name string) string { return filepath.Join(t.root, filepath.FromSlash(name)) }

// compare finds the files that differ from those that should be there. A file
// that is in the way and was written by hand is an error.
func (t outputTree) compare(files fileSet) (changes, error) {
	var stale changes
	for name, want := range files {
		have, err := os.ReadFile(t.path(name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			stale = append(stale, change{name, "new"})
		case err != nil:
			return nil, err
		case !isGenerated(have):
			return nil, fmt.Errorf("%s is in the way: it was not generated", name)
		case !bytes.Equal(have, want):
			stale = append(stale, change{name, "changed"})
		}
	}
	for _, dir := range outputDirs {
		gone, err := t.gone(dir, files)
		if err != nil {
			return nil, err
		}
		stale = append(stale, gone...)
	}
	slices.SortFunc(stale, func(a, b change) int { return strings.Compare(a.path, b.path) })
	return stale, nil
}

// gone finds the generated files of a directory that are not generated any more.
func (t outputTree) gone(dir string, files fileSet) (changes, error) {
	entries, err := os.ReadDir(filepath.Join(t.root, dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var gone changes
	for _, entry := range entries {
		name := filepath.ToSlash(filepath.Join(dir, entry.Name()))
		if _, wanted := files[name]; wanted || !entry.Type().IsRegular() {
			continue
		}
		if ext := filepath.Ext(name); ext != ".go" && ext != ".md" {
			continue
		}
		content, err := os.ReadFile(t.path(name))
		if err != nil {
			return nil, err
		}
		if isGenerated(content) {
			gone = append(gone, change{name, "gone"})
		}
	}
	return gone, nil
}

func (t outputTree) apply(files fileSet, stale changes) error {
	for _, change := range stale {
		path := t.path(change.path)
		if change.what == "gone" {
			if err := os.Remove(path); err != nil {
				return err
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, files[change.path], 0o644); err != nil {
			return err
		}
	}
	return nil
}

// isGenerated looks for the line that says so, which is the first one.
func isGenerated(content []byte) bool {
	first, _, _ := bytes.Cut(content, []byte("\n"))
	return generatedLine.Match(bytes.TrimSuffix(first, []byte("\r")))
}
