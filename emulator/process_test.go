// Process: the built program as a process of its own, for tests that kill it.

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// built is the program in a folder.
func built(t *testing.T, dir string) string {
	t.Helper()
	binary := filepath.Join(dir, "emulator")
	out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	return binary
}

// process is the program under load.
type process struct {
	cmd    *exec.Cmd
	base   string
	admin  string // "": none
	client *http.Client
	stderr buffer
}

func startProcess(t *testing.T, binary string, args []string) *process {
	t.Helper()
	p := &process{cmd: exec.Command(binary, args...), client: &http.Client{
		Transport: &http.Transport{MaxIdleConnsPerHost: crashLoad}, Timeout: 30 * time.Second,
	}}
	p.cmd.Stderr = &p.stderr
	stdout, err := p.cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, p.cmd.Start())
	t.Cleanup(func() { _ = p.cmd.Process.Kill() })
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		if _, rest, found := strings.Cut(lines.Text(), "  Admin"); found {
			p.admin, _, _ = strings.Cut(strings.TrimSpace(rest), "/ ")
		}
		if address, found := strings.CutPrefix(lines.Text(), "  export IONOS_API_URL="); found {
			p.base = address + basePath
			return p
		}
	}
	_ = p.cmd.Wait()
	require.FailNow(t, "the program didn't come back", p.stderr.String())
	return nil
}

// killAtStart doesn't wait until the program is ready.
func killAtStart(t *testing.T, binary string, args []string, after time.Duration) {
	t.Helper()
	cmd := exec.Command(binary, args...)
	require.NoError(t, cmd.Start())
	time.Sleep(after)
	require.NoError(t, cmd.Process.Kill())
	_ = cmd.Wait() // it says that it was killed
}

// kill is SIGKILL: nothing of the program runs any more after it.
func (p *process) kill(t *testing.T) {
	t.Helper()
	_ = p.cmd.Process.Kill() // it may be dead already
	_ = p.cmd.Wait()         // it says that it was killed
	p.client.CloseIdleConnections()
}

// document is a resource as the API shows it.
type document struct {
	ID       string `json:"id"`
	Metadata struct {
		State    string `json:"state"`
		Revision int64  `json:"currentDataPlatformRevision"`
		ETag     string `json:"ETag"`
	} `json:"metadata"`
	Properties struct {
		Name      string            `json:"name"`
		NodeCount int               `json:"nodeCount"`
		Labels    map[string]string `json:"labels"`
		Window    *struct {
			Time string `json:"time"`
		} `json:"maintenanceWindow"`
	} `json:"properties"`
	Items []document `json:"items"`
}

// send answers ok only when the whole answer came: that is an acknowledgement.
func (p *process) send(method, path, body string) (status int, d document, ok bool) {
	request, err := http.NewRequest(method, p.base+path, bytes.NewReader([]byte(body)))
	if err != nil {
		return 0, d, false
	}
	request.Header.Set("Authorization", "Bearer token")
	request.Header.Set("Content-Type", "application/json")
	response, err := p.client.Do(request)
	if err != nil {
		return 0, d, false
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	if err != nil || json.Unmarshal(raw, &d) != nil {
		return 0, d, false
	}
	return response.StatusCode, d, true
}
