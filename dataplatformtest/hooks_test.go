// Hooks: what a test brings along may panic, or end its goroutine as FailNow
// does, wherever it is called. Nothing may hang then or be half there.

package dataplatformtest

import (
	"log"
	"net/http"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// looseStore is a Store that doesn't come back from where it is told.
type looseStore struct {
	memoryStore
	commit, wait func()
}

func (s *looseStore) Commit(batch []Record) func() error {
	if s.commit != nil {
		s.commit()
	}
	wait := s.memoryStore.Commit(batch)
	return func() error {
		if s.wait != nil {
			s.wait()
		}
		return wait()
	}
}

func TestHooksThatDoNotComeBack(t *testing.T) {
	t.Parallel()
	for how, end := range map[string]func(){
		"has panicked: boom":      func() { panic("boom") },
		"has ended its goroutine": runtime.Goexit,
	} {
		for where, hook := range map[string]func() (Option, func()){
			"the Store's Commit": func() (Option, func()) {
				s := &looseStore{}
				return WithStore(s), func() { s.commit = end }
			},
			"the Store's wait": func() (Option, func()) {
				s := &looseStore{}
				return WithStore(s), func() { s.wait = end }
			},
			"the script": func() (Option, func()) {
				on := false
				return WithScript(func(_ Change, usual Outcome) Outcome {
					if on {
						end()
					}
					return usual
				}), func() { on = true }
			},
		} {
			t.Run(where+" "+how, func(t *testing.T) {
				t.Parallel()
				option, arm := hook()
				api, err := Open(option)
				require.NoError(t, err)
				c := callerOf(t, api)
				id := c.createCluster("one")
				arm()
				ended := make(chan struct{})
				go func() {
					defer close(ended)
					defer func() { _ = recover() }() // net/http does so, too
					c.try(http.MethodPatch, "/clusters/"+id, `{"properties":{"name":"two"}}`)
				}()
				<-ended
				require.ErrorContains(t, api.Err(), strings.Split(where, "'")[0]+" "+how)
				require.Contains(t, c.refused(503, "GET", "/clusters", ""), api.Err().Error())
			})
		}
	}
}

func TestPanicsAreShown(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	server := log.New(panics{&out}, "", 0)
	server.Print("http: TLS handshake error from 127.0.0.1:1: EOF")
	require.Empty(t, out.String(), "aborted handshakes are part of tests")
	server.Print("http: panic serving 127.0.0.1:1: boom")
	require.Equal(t, "http: panic serving 127.0.0.1:1: boom\n", out.String())
}
