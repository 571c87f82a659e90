// Command compare holds this repository's client and that of release 1.1.1
// against the rules of package conformance and prints the table that is in
// docs/CONFORMANCE.md. Where PYTHON_CLIENT names the folder of a generated
// Python client, that is a further column; test/python/run makes one.
//
//	cd conformance/compare && GOWORK=off go run .            # the table
//	cd conformance/compare && GOWORK=off go run . -text      # what was expected and seen
//	cd conformance/compare && GOWORK=off go run . -update    # writes the table into the document
//
// It is a module of its own and not in go.work, since it needs the release.
package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/ionos-cloud/sdk-go-dataplatform/internal/conforming"
)

const (
	document      = "../../docs/CONFORMANCE.md"
	pythonProgram = "../../test/python/client.py"
)

func main() {
	text := flag.Bool("text", false, "print the reports and not the table")
	update := flag.Bool("update", false, "write the table into "+document)
	flag.Parse()
	if err := run(*text, *update); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(text, update bool) error {
	if update && os.Getenv("PYTHON_CLIENT") == "" {
		return errors.New("the table has a column for the generated Python client: set PYTHON_CLIENT, or run test/python/run with UPDATE=1, which makes one")
	}
	reports, err := compare(context.Background())
	if err != nil {
		return err
	}
	if text {
		for _, report := range reports {
			if err := report.WriteText(os.Stdout); err != nil {
				return err
			}
			fmt.Println()
		}
		return nil
	}
	var table bytes.Buffer
	if err := conformance.Compare(&table, reports...); err != nil {
		return err
	}
	if !update {
		_, err := table.WriteTo(os.Stdout)
		return err
	}
	old, err := os.ReadFile(document)
	if err != nil {
		return err
	}
	before, _, after, err := conforming.Around(old)
	if err != nil {
		return err
	}
	return os.WriteFile(document, bytes.Join([][]byte{before, table.Bytes(), after}, nil), 0o644)
}

// compare runs one client after the other: they would get into each other's way.
func compare(ctx context.Context) ([]conformance.Report, error) {
	adapters := []conformance.Adapter{conforming.Adapter(), releaseAdapter()}
	if os.Getenv("PYTHON_CLIENT") != "" {
		python, err := conformance.Program(ctx, cmp.Or(os.Getenv("PYTHON"), "/usr/bin/python3"), pythonProgram)
		if err != nil {
			return nil, err
		}
		adapters = append(adapters, python)
	}
	var reports []conformance.Report
	for _, adapter := range adapters {
		reports = append(reports, conformance.Run(ctx, adapter))
	}
	return reports, nil
}
