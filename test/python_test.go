// Python: a client that a generator wrote.

package integration

import (
	"cmp"
	"os"
	"testing"
)

// TestPython runs when there is a generated client; python/run makes it.
func TestPython(t *testing.T) {
	if os.Getenv("PYTHON_CLIENT") == "" {
		t.Log("no Python client has been generated, so it doesn't take part: run test/python/run")
		return
	}
	withEverything(t, func(t *testing.T, s *service, c credential) {
		finish(t, command(t, s, c, cmp.Or(os.Getenv("PYTHON"), "/usr/bin/python3"), "python/conversation.py"))
	})
}
