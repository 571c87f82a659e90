// Faults: what a file says shall go wrong, with requests and with lives.

package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"go.yaml.in/yaml/v3"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// faultsFile is the file's form.
type faultsFile struct {
	Faults []inAdminsWords[dataplatformtest.Fault] `yaml:"faults"`
	Rules  []inAdminsWords[dataplatformtest.Rule]  `yaml:"rules"`
}

// inAdminsWords reads a value in the words that the admin interface has for it,
// by way of JSON, so that there is one form.
type inAdminsWords[T any] located[T]

// UnmarshalYAML reads and checks it.
func (w *inAdminsWords[T]) UnmarshalYAML(node *yaml.Node) error {
	w.line = node.Line
	var document map[string]any
	if err := node.Decode(&document); err != nil {
		return err
	}
	raw, err := json.Marshal(document)
	if err == nil {
		err = json.Unmarshal(raw, &w.value)
	}
	if checked, ok := any(&w.value).(interface{ Validate() error }); ok && err == nil {
		err = checked.Validate()
	}
	if err != nil {
		return fmt.Errorf("line %d: %w", node.Line, err)
	}
	return nil
}

func values[T any](words []inAdminsWords[T]) []T {
	var all []T
	for _, each := range words {
		all = append(all, each.value)
	}
	return all
}

func readFaults(path string) ([]dataplatformtest.Option, error) {
	var file faultsFile
	if _, err := readYAML(path, &file); err != nil {
		return nil, err
	}
	if len(file.Faults) == 0 && len(file.Rules) == 0 {
		return nil, errors.New(path + ": there are neither faults nor rules in the file")
	}
	lines := map[string]int{}
	for _, fault := range file.Faults {
		id := fault.value.ID
		if line := lines[id]; id != "" && line > 0 {
			return nil, fmt.Errorf("%s: line %d: id: %q is in line %d already", path, fault.line, id, line)
		}
		lines[id] = fault.line
	}
	return []dataplatformtest.Option{
		dataplatformtest.WithFaults(values(file.Faults)...),
		dataplatformtest.WithRules(values(file.Rules)...),
	}, nil
}
