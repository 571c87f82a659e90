// Quickstart shows the main job from end to end: create a cluster, wait for it,
// give it node pools, fetch its kubeconfig, scale a pool, remove everything.
//
// It runs against the embedded API unless credentials are in the environment:
//
//	go run ./examples/quickstart
//
// This file is the program around it: options, signals, exit status.
package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
)

// The exit status of the program.
const (
	exitOK          = 0
	exitError       = 1
	exitInterrupted = 130
)

const usage = `Usage: go run ./examples/quickstart [options]

Creates a Data Platform cluster, waits until it is available, adds two node
pools, lists them, writes the kubeconfig into a file that only you can read,
scales a node pool, removes everything again and waits until it is gone.

By default all this happens inside the program, on an embedded API; it takes
some seconds and costs nothing. When credentials are in the environment it
happens in your contract, takes the better part of an hour, and is billed:

  IONOS_TOKEN                      a bearer token, or
  IONOS_USERNAME, IONOS_PASSWORD   user name and password
  IONOS_DATACENTER_ID              the virtual data center, like -datacenter
  IONOS_API_URL                    another address of the API

Press Ctrl-C to stop early: what has been created is removed first, and what
can't be removed is named. Press it again to stop at once.

Exit status: 0 done, 1 something went wrong, 130 interrupted.

Options:
`

func main() {
	os.Exit(start())
}

// start listens to signals: the first one interrupts the work, so that only the
// removal is left to do, the second one interrupts that too.
func start() int {
	work, interrupt := context.WithCancel(context.Background())
	defer interrupt()
	all, stop := context.WithCancel(context.Background())
	defer stop()
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-signals
		fmt.Fprintln(os.Stderr, "\nInterrupted: removing what has been created. Once more stops at once.")
		interrupt()
		<-signals
		stop()
	}()
	return program(work, all, os.Args[1:], os.Getenv, os.Stdout, os.Stderr)
}

// options are what the command line says.
type options struct {
	datacenter string
	kubeconfig string
	name       string // of the cluster: unique, so that it can be found by it
}

func parse(args []string, getenv func(string) string, errOut io.Writer) (options, error) {
	suffix := make([]byte, 4)
	if _, err := rand.Read(suffix); err != nil {
		return options{}, err
	}
	o := options{name: "quickstart-" + hex.EncodeToString(suffix)}
	flags := flag.NewFlagSet("quickstart", flag.ContinueOnError)
	flags.SetOutput(errOut)
	flags.StringVar(&o.datacenter, "datacenter", getenv("IONOS_DATACENTER_ID"),
		"`id` of the virtual data center for the cluster; needed with credentials only")
	flags.StringVar(&o.kubeconfig, "kubeconfig", "",
		"`file` for the kubeconfig (default a new file among the temporary files)")
	flags.Usage = func() {
		fmt.Fprint(errOut, usage)
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(errOut, "quickstart: there is no use for %q; see -h\n", flags.Arg(0))
		return o, errors.New("arguments")
	}
	if o.kubeconfig == "" {
		o.kubeconfig = filepath.Join(os.TempDir(), o.name+"-kubeconfig.json")
	}
	return o, nil
}

// program is the whole program. work ends with the first interruption, all with
// the second one.
func program(work, all context.Context, args []string, getenv func(string) string, out, errOut io.Writer) int {
	o, err := parse(args, getenv, errOut)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		return exitError
	}
	s, err := choose(o, getenv)
	if err != nil {
		fmt.Fprintln(errOut, "quickstart:", err)
		return exitError
	}
	defer s.close()
	return newTour(s, o, out, errOut).run(work, all)
}
