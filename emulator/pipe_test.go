// A test of readers of the program's output that go away.

package main

import (
	"bufio"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestReadersGoAway is about scripts that read until the program is ready, and
// about logs that nobody takes any more: the program goes on, and still stops
// well.
func TestReadersGoAway(t *testing.T) {
	t.Parallel()
	cmd := exec.Command(built(t, t.TempDir()), "--address=127.0.0.1:0", "--admin-address=none", "--log-level=debug")
	reader, writer, err := os.Pipe()
	require.NoError(t, err)
	cmd.Stdout, cmd.Stderr = writer, writer
	require.NoError(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	require.NoError(t, writer.Close())
	address := ""
	for lines := bufio.NewScanner(reader); address == "" && lines.Scan(); {
		_, address, _ = strings.Cut(lines.Text(), "export IONOS_API_URL=")
	}
	require.NoError(t, reader.Close())
	for range 3 {
		response, err := http.Get(address + "/healthz")
		require.NoError(t, err)
		require.NoError(t, response.Body.Close())
		require.Equal(t, http.StatusOK, response.StatusCode)
	}
	require.NoError(t, cmd.Process.Signal(syscall.SIGTERM))
	require.NoError(t, cmd.Wait())
}
