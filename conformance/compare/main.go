// Command compare holds this repository's client and that of release 1.1.1
// against the rules of package conformance and prints the table that is in
// docs/CONFORMANCE.md.
//
//	cd conformance/compare && GOWORK=off go run .            # the table
//	cd conformance/compare && GOWORK=off go run . -text      # what was expected and seen
//	cd conformance/compare && GOWORK=off go run . -update    # writes the table into the document
//
// It is a module of its own and not in go.work, since it needs the release.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/ionos-cloud/sdk-go-dataplatform/internal/conforming"
)

const (
	document = "../../docs/CONFORMANCE.md"
	begin    = "<!-- table: begin -->\n"
	end      = "<!-- table: end -->\n"
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
	reports := compare(context.Background())
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
	before, after, err := around(old)
	if err != nil {
		return err
	}
	return os.WriteFile(document, bytes.Join([][]byte{before, table.Bytes(), after}, nil), 0o644)
}

// compare runs one client after the other: they would get into each other's way.
func compare(ctx context.Context) []conformance.Report {
	return []conformance.Report{
		conformance.Run(ctx, conforming.Adapter()),
		conformance.Run(ctx, releaseAdapter()),
	}
}

// around returns what stands before and after the table.
func around(text []byte) (before, after []byte, err error) {
	i := bytes.Index(text, []byte(begin))
	j := bytes.Index(text, []byte(end))
	if i < 0 || j < i {
		return nil, nil, errors.New(document + " has no place for the table")
	}
	return text[:i+len(begin)], text[j:], nil
}
