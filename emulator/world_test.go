// Tests of the world that files and variables make.

package main

import (
	"net"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFaultsAndRules(t *testing.T) {
	t.Parallel()
	file := written(t, `
faults:
- kind: status
  status: 503
  retryAfter: 2s
  operations: [VersionsGet]
  count: 1
rules:
- {kind: cluster, action: create, name: "bad-*", skip: 1, times: 1, fails: true}
- {kind: cluster, action: create, name: slow, duration: 1h}
`)
	r := start(t, "--faults="+file, "--versions=1,2", "--api-version=0.0.7")
	status, _ := r.do("GET", r.api+basePath+"/versions", "")
	require.Equal(t, 503, status)
	_, body := r.do("GET", r.api+basePath+"/versions", "")
	require.Equal(t, `["1","2"]`, body)
	for _, test := range []struct{ name, want string }{
		{"bad-1", "AVAILABLE"}, {"bad-2", "FAILED"}, {"bad-3", "AVAILABLE"}, {"slow", "DEPLOYING"}, {"other", "AVAILABLE"},
	} {
		id := r.ask("POST", basePath+"/clusters", strings.Replace(order, "lake", test.name, 1))["id"].(string)
		require.Equal(t, test.want, r.ask("GET", basePath+"/clusters/"+id, "")["metadata"].(map[string]any)["state"], test.name)
	}
}

func TestSeed(t *testing.T) {
	t.Parallel()
	first := start(t, "--seed=7").ask("POST", basePath+"/clusters", order)["id"]
	require.Equal(t, first, start(t, "--seed=7").ask("POST", basePath+"/clusters", order)["id"])
	require.NotEqual(t, first, start(t, "--seed=8").ask("POST", basePath+"/clusters", order)["id"])
}

func TestGateway(t *testing.T) {
	t.Parallel()
	r := start(t, "--rate-limit=2", "--error-pages", "--journal=1")
	var statuses []int
	for range 3 {
		status, _ := r.do("GET", r.api+basePath+"/versions", "")
		statuses = append(statuses, status)
	}
	require.Equal(t, []int{200, 200, 429}, statuses)
	_, page := r.do("GET", r.api+"/nothing", "")
	require.Contains(t, page, "<html")
	_, journal := r.do("GET", r.admin+"/admin/journal", "")
	require.Equal(t, 1, strings.Count(journal, `"number"`), journal)
}

// TestEnvironment changes the environment, so it runs alone.
func TestEnvironment(t *testing.T) {
	t.Setenv("EMULATOR_VERSIONS", "1,2")
	t.Setenv("EMULATOR_API_VERSION", "0.0.7")
	t.Setenv("EMULATOR_SPEED", "nonsense")
	t.Setenv("EMULATOR_VDC", "f72521ba-1590-4998-bf96-6eb997a5887d,name=a;"+defaultVDC.ID)
	r := start(t) // which names another speed: the flag wins
	_, body := r.do("GET", r.api+basePath+"/versions", "")
	require.Equal(t, `["1","2"]`, body)
	require.Contains(t, r.stdout, "f72521ba-1590-4998-bf96-6eb997a5887d, "+defaultVDC.ID)
}

func TestHelp(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, run(t.Context(), []string{"--help"}, &out, &out))
	for _, text := range []string{"export IONOS_API_URL=", "--data-file", "$EMULATOR_TLS_WRITE", "127.0.0.1:8081", "SIGTERM", "--log-format"} {
		require.Contains(t, out.String(), text)
	}
}

// TestGuide reads the files that the guide shows.
func TestGuide(t *testing.T) {
	t.Parallel()
	guide, err := os.ReadFile("../docs/EMULATOR.md")
	require.NoError(t, err)
	blocks := regexp.MustCompile("(?s)```yaml\n# (people|faults).yaml\n(.*?)```").FindAllStringSubmatch(string(guide), -1)
	seen := map[string]bool{}
	for _, block := range blocks {
		seen[block[1]] = true
		start(t, "--"+block[1]+"="+written(t, block[2]))
	}
	require.Equal(t, map[string]bool{"people": true, "faults": true}, seen)
	flags := regexp.MustCompile(`--[a-z][a-z-]+`)
	var help strings.Builder
	require.NoError(t, run(t.Context(), []string{"--help"}, &help, &help))
	_, server, _ := strings.Cut(string(guide), "\n## As a server\n")
	for _, flag := range flags.FindAllString(server, -1) {
		require.Contains(t, help.String(), flag, "the guide names a flag that there is")
	}
}

// at is a listener with an address and nothing else.
type at struct {
	net.Listener
	address net.TCPAddr
}

func (l at) Addr() net.Addr { return &l.address }

// TestAddressForClients: Go listens at :: for 0.0.0.0, too. The address that is
// shown is one that works on each machine, with IPv6 or without.
func TestAddressForClients(t *testing.T) {
	t.Parallel()
	for ip, want := range map[string]string{
		"::": "http://127.0.0.1:80", "0.0.0.0": "http://127.0.0.1:80", "::1": "http://[::1]:80", "192.0.2.1": "http://192.0.2.1:80",
	} {
		s := &server{listener: at{address: net.TCPAddr{IP: net.ParseIP(ip), Port: 80}}}
		require.Equal(t, want, s.url())
	}
}
