// The emulator as a process.

package integration

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// apiLine is where the program says its address.
var apiLine = regexp.MustCompile(`export IONOS_API_URL=(\S+)`)

// startEmulator runs the program until the test ends, and makes sure that it
// ends well then.
func startEmulator(t *testing.T, secure bool, args ...string) *service {
	s := &service{}
	args = append([]string{
		"--address=127.0.0.1:0", "--admin-address=127.0.0.1:0", "--log-level=warn", "--vdc=" + datacenter,
		"--duration=cluster.create=60ms,cluster.update=40ms,cluster.delete=40ms,nodepool.create=60ms,nodepool.update=40ms,nodepool.delete=40ms,terminated=20ms",
	}, args...)
	transport := &http.Transport{}
	if secure {
		s.caFile = filepath.Join(t.TempDir(), "emulator.pem")
		args = append(args, "--tls", "--tls-write="+s.caFile)
	}
	cmd := exec.Command(programs.emulator, args...)
	cmd.Stderr = os.Stderr
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		require.NoError(t, cmd.Process.Signal(syscall.SIGTERM))
		require.NoError(t, cmd.Wait())
	})
	lines := bufio.NewScanner(stdout)
	for s.host == "" && lines.Scan() {
		if found := apiLine.FindStringSubmatch(lines.Text()); found != nil {
			s.host = found[1]
		}
	}
	require.NotEmpty(t, s.host, "the program says where it listens")
	go func() {
		for lines.Scan() {
		}
	}()
	if secure {
		raw, err := os.ReadFile(s.caFile)
		require.NoError(t, err)
		roots := x509.NewCertPool()
		require.True(t, roots.AppendCertsFromPEM(raw))
		transport.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: roots}
	}
	s.client = &http.Client{Transport: transport, Timeout: time.Minute}
	return s
}
