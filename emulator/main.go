// Emulator serves the Managed Stackable Data Platform API on this machine, for
// clients in any language: the embedded API of dataplatformtest with a command
// line, a data file, and a web page that shows what happens. --help tells how.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// The exit status of the program.
const (
	exitOK    = 0
	exitError = 1
	exitUsage = 2 // what was asked for is wrong; nothing has been done
)

// usageError is a mistake in a flag, in a variable, or in a file of people,
// faults or certificates.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// status is the exit status of the program that ends with err.
func status(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &usage):
		return exitUsage
	}
	return exitError
}

func main() {
	// Whoever reads the output may go away; that is no reason to stop.
	signal.Ignore(syscall.SIGPIPE)
	// The first signal asks for a graceful stop; after that signals have their
	// usual effect again, so a second one ends the program at once.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", program, err)
	}
	os.Exit(status(err))
}
