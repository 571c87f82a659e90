// Command generate turns the API description, openapi.yaml, into the parts of
// the SDK that follow from it: the operations and models of the root package,
// the schemas of the embedded API, and the reference under docs.
//
// It is run by go generate in the root of the repository:
//
//	go run -C internal/generate .          writes what has changed, removes what is gone
//	go run -C internal/generate . -check   writes nothing, names what is stale and fails
//
// # What it reads
//
// OpenAPI 3.0: operations with path parameters, string, integer and boolean
// query parameters and JSON bodies; schemas that are objects, enums, or an allOf
// of objects; properties that are strings, integers, numbers, booleans, dates,
// models, enums, free-form objects and lists of these. What it can't turn into
// code it refuses, with the place in the description. A tag is a service.
//
// # Extensions
//
//	x-second-name: ClustersPost    operation: the name it has had since release 1.0.1
//	x-raw-answer: true             operation: the first name answers the document as
//	                               a string, untouched; the second one a decoded map
//	x-secret: true                 operation: the answer is never logged
//	x-title: get … {clusterId}     operation: how messages call it; by default the summary
//	x-short-names: true            enum: constants without the type's name exist, too
//	x-constructor-default: false   property: constructors leave the default to the service
//	x-null-ignored: true           property: null is allowed and means that it is left out
//	x-ordered: [low, high]         model: each named property is at most the next
//	x-one-of-name: Model           answer with a oneOf of a model and a bare list: the
//	                               model whose list property takes the bare list
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("generate", flag.ContinueOnError)
	flags.SetOutput(out)
	root := flags.String("root", filepath.Join("..", ".."), "root of the repository: where openapi.yaml is and the output goes")
	check := flags.Bool("check", false, "write nothing; fail if a file is not as it should be")
	if err := flags.Parse(args); err != nil {
		return err
	}
	source, err := os.ReadFile(filepath.Join(*root, "openapi.yaml"))
	if err != nil {
		return err
	}
	d, err := read(source)
	if err != nil {
		return err
	}
	files, err := render(d)
	if err != nil {
		return err
	}
	if err := checkBeside(*root, files); err != nil {
		return err
	}
	tree := outputTree{root: *root}
	stale, err := tree.compare(files)
	if err != nil {
		return err
	}
	if *check {
		return stale.err()
	}
	for _, change := range stale {
		fmt.Fprintln(out, change)
	}
	return tree.apply(files, stale)
}
