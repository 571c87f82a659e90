// A test of a disk on which nothing fits any more.

package main

import (
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFullDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	binary := built(t, dir)
	args := []string{"--address=127.0.0.1:0", "--admin-address=none", "--speed=instant", "--data-file=" + filepath.Join(dir, "data.db")}
	p := startProcess(t, binary, args)
	status, d, _ := p.send("POST", "/clusters", order)
	require.Equal(t, http.StatusAccepted, status)
	p.kill(t)

	// The shell lets the program write nothing beyond the first block of a file.
	p = startProcess(t, "/bin/sh", append([]string{"-c", `ulimit -f 1; exec "$0" "$@"`, binary}, args...))
	status, _, _ = p.send("GET", "/clusters/"+d.ID, "")
	require.Equal(t, http.StatusOK, status)
	for range 2 {
		status, _, _ = p.send("POST", "/clusters", order)
		require.Equal(t, http.StatusServiceUnavailable, status)
	}
	response, err := p.client.Get(strings.TrimSuffix(p.base, basePath) + "/healthz")
	require.NoError(t, err)
	health, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	require.Equal(t, http.StatusServiceUnavailable, response.StatusCode)
	require.Contains(t, string(health), `"status":"failed"`)
	require.NoError(t, p.cmd.Process.Signal(syscall.SIGTERM))
	err = p.cmd.Wait()
	require.ErrorContains(t, err, "exit status 1")
	require.Regexp(t, `level=ERROR msg="the data file can't be written: every request gets 503.*file too large`, p.stderr.String())
	require.Regexp(t, `emulator: --data-file .*data.db: .*file too large`, p.stderr.String())

	p = startProcess(t, binary, args)
	_, all, _ := p.send("GET", "/clusters", "")
	require.Len(t, all.Items, 1, "what was acknowledged is there, and nothing else")
	p.kill(t)
}
