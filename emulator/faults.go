// Faults: what a file says shall go wrong, requests and lives.

package main

import (
	"encoding/json"
	"fmt"

	"go.yaml.in/yaml/v3"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// faultsFile is the file's form.
type faultsFile struct {
	Faults []faultYAML `yaml:"faults"`
	Lives  []*lifeYAML `yaml:"lives"`
}

// faultYAML is a fault in the same words as in the admin interface.
type faultYAML struct{ dataplatformtest.Fault }

// UnmarshalYAML goes by way of JSON, so that there is one form of a fault.
func (f *faultYAML) UnmarshalYAML(node *yaml.Node) error {
	var document map[string]any
	if err := node.Decode(&document); err != nil {
		return err
	}
	raw, err := json.Marshal(document)
	if err == nil {
		err = json.Unmarshal(raw, &f.Fault)
	}
	if err == nil {
		err = f.Validate()
	}
	if err != nil {
		return fmt.Errorf("line %d: this fault: %w", node.Line, err)
	}
	return nil
}

func readFaults(path string) ([]dataplatformtest.Option, error) {
	var file faultsFile
	if err := readYAML(path, &file); err != nil {
		return nil, err
	}
	for _, life := range file.Lives {
		if err := life.check(); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	var faults []dataplatformtest.Fault
	for _, each := range file.Faults {
		faults = append(faults, each.Fault)
	}
	return []dataplatformtest.Option{
		dataplatformtest.WithFaults(faults...),
		dataplatformtest.WithScript(script(file.Lives)),
	}, nil
}
