// Command conformance holds a client in any language against the rules of
// package conformance. The client is a program that is talked to in lines of
// JSON, which docs/CONFORMANCE.md describes:
//
//	go run ./conformance/cmd/conformance python3 my_client.py
//	go run ./conformance/cmd/conformance -rules 'waiting-*,retries-end' -format json ./my-client
//	go run ./conformance/cmd/conformance -list
//
// It ends with 0 if no rule failed, with 1 if one did, and with 2 if there is
// nothing to report.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	code, err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "conformance:", err)
	}
	stop()
	os.Exit(code)
}

// run returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) (int, error) {
	flags := flag.NewFlagSet("conformance", flag.ContinueOnError)
	flags.SetOutput(stderr)
	names := flags.String("rules", "*", "names of rules, separated by commas; * stands for any letters")
	format := flags.String("format", "text", "of the report: text, json or markdown")
	list := flags.Bool("list", false, "list the rules and run none")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: conformance [flags] program [argument ...]")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0, err
	} else if err != nil {
		return 2, err
	}
	rules, err := conformance.Select(strings.Split(*names, ",")...)
	if err != nil {
		return 2, err
	}
	write := map[string]func(conformance.Report, io.Writer) error{
		"text": conformance.Report.WriteText, "json": conformance.Report.WriteJSON, "markdown": conformance.Report.WriteMarkdown,
	}[*format]
	if write == nil {
		return 2, fmt.Errorf("there is no format %q; there are text, json and markdown", *format)
	}
	if *list {
		for _, rule := range rules {
			fmt.Fprintf(stdout, "%-40s %s\n", rule.Name, rule.Why)
		}
		return 0, nil
	}
	if flags.NArg() == 0 {
		flags.Usage()
		return 2, errors.New("name the program that is the client")
	}
	adapter, err := conformance.Program(ctx, flags.Arg(0), flags.Args()[1:]...)
	if err != nil {
		return 2, err
	}
	report := conformance.Run(ctx, adapter, rules...)
	if err := write(report, stdout); err != nil {
		return 2, err
	}
	if !report.OK() {
		return 1, nil
	}
	return 0, nil
}
