package conformance

// Program: a client in any language, as a program that is talked to in lines of
// JSON. docs/CONFORMANCE.md describes the lines.

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// startLimit is how long a program may take until it says what it is.
const startLimit = 20 * time.Second

// Program plugs in a client that is a program: the command is started with its
// arguments, in this working directory and with this environment, and talked to
// in lines of JSON over its standard input and output, as docs/CONFORMANCE.md
// describes. Program starts it once, to hear its name and what it offers, and
// ends it again; it is then started anew for each rule. The end of ctx, or
// 20 s, end the hearing.
//
// What can't be seen from outside of a process is not offered: an http.Client
// of the caller's, and a look at what net/http shares.
func Program(ctx context.Context, command string, args ...string) (Adapter, error) {
	argv := append([]string{command}, args...)
	fail := func(err error) (Adapter, error) {
		return Adapter{}, fmt.Errorf("the program %q: %w", strings.Join(argv, " "), err)
	}
	p, err := startProcess(ctx, argv)
	if err != nil {
		return fail(err)
	}
	if err := p.stop(); err != nil {
		return fail(err)
	}
	adapter, err := p.hello.adapter()
	if err != nil {
		return fail(err)
	}
	adapter.begin = func(ctx context.Context) (Adapter, func() error, error) {
		p, err := startProcess(ctx, argv)
		if err != nil {
			return Adapter{}, nil, err
		}
		begun := adapter
		begun.New = p.newClient
		return begun, p.stop, nil
	}
	return adapter, nil
}

// offerable are the capabilities of programs, by what they are called in lines.
func offerable() map[string]Capability {
	return map[string]Capability{
		"body-limit":        BodyLimit,
		"cancellation":      Cancellation,
		"configuration":     Configuration,
		"ensuring":          Ensuring,
		"error-kinds":       ErrorKinds,
		"logs":              Logs,
		"node-pool-waiting": NodePoolWaiting,
		"pacing":            Pacing,
		"token-source":      TokenSource,
		"waiting":           Waiting,
	}
}

// adapter is what the first line of a program says.
func (h *helloLine) adapter() (Adapter, error) {
	adapter := Adapter{
		Name:          h.Name,
		ShortestPause: time.Duration(h.ShortestPauseMs) * time.Millisecond,
		LongestPause:  time.Duration(h.LongestPauseMs) * time.Millisecond,
		New: func(Settings) (Client, error) {
			return nil, errors.New("a client of Program is made by Run and Test only")
		},
	}
	known := offerable()
	for _, name := range h.Offers {
		capability, ok := known[name]
		if !ok {
			return Adapter{}, fmt.Errorf("it offers %q; known are %s", name, strings.Join(slices.Sorted(maps.Keys(known)), ", "))
		}
		if capability == ErrorKinds {
			adapter.Kind = kindOfLine
		}
		adapter.Offers = append(adapter.Offers, capability)
	}
	return adapter, nil
}

// kindOfLine is the Kind of adapters of programs.
func kindOfLine(err error) Kind {
	var failure *lineError
	if errors.As(err, &failure) {
		return Kind(failure.Kind)
	}
	return ""
}
