// Tests of what the program refuses, and of what it says then.

package main

import (
	"crypto/x509"
	"encoding/pem"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// written is a file with the given text.
func written(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file.yaml")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// indented moves each line of a YAML list to the right.
func indented(text string) string {
	return "  " + strings.ReplaceAll(text, "\n", "\n  ")
}

// writeKeyPair writes a certificate for localhost and its key.
func writeKeyPair(t *testing.T, certificate, key string) {
	t.Helper()
	pair, err := generate([]string{"localhost"}, time.Now())
	require.NoError(t, err)
	der, err := x509.MarshalPKCS8PrivateKey(pair.PrivateKey)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(certificate, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: pair.Certificate[0]}), 0o600))
	require.NoError(t, os.WriteFile(key, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), 0o600))
}

func TestRefusedFlags(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = taken.Close() })
	for name, test := range map[string]struct {
		args []string
		want string
	}{
		"an unknown flag":               {[]string{"--nope"}, "unknown flag --nope\nTry --help"},
		"a taken port":                  {[]string{"--address", taken.Addr().String()}, "is taken: another program listens there"},
		"a taken admin port":            {[]string{"--admin-address", taken.Addr().String()}, "--admin-address " + taken.Addr().String() + " is taken"},
		"every address":                 {[]string{"--address", ":0"}, "--allow-remote"},
		"every IPv4 address":            {[]string{"--address", "0.0.0.0:0"}, "--allow-remote"},
		"a remote admin interface":      {[]string{"--admin-address", "[::]:0"}, "--allow-remote"},
		"no port":                       {[]string{"--address", "127.0.0.1"}, "is not HOST:PORT"},
		"somebody else's address":       {[]string{"--address", "192.0.2.1:0", "--allow-remote"}, "no address of this machine"},
		"half a certificate":            {[]string{"--tls-cert", "x"}, "need each other"},
		"a certificate that is missing": {[]string{"--tls-cert", "nowhere.pem", "--tls-key", "nowhere.key"}, "nowhere.pem"},
		"two certificates":              {[]string{"--tls-cert", "x", "--tls-key", "x", "--tls-write", "x"}, "not with --tls-cert"},
		"a certificate without TLS":     {[]string{"--tls-write", "x"}, "need --tls"},
		"a certificate to nowhere":      {[]string{"--tls", "--tls-write", "/nowhere/ca.pem"}, "--tls-write"},
		"an unknown speed":              {[]string{"--speed", "fast"}, `must be one of "instant","demo","real"`},
		"an unknown duration":           {[]string{"--duration", "lake.create=1s"}, "only cluster.create"},
		"a negative duration":           {[]string{"--duration", "cluster.create=-1s"}, "is negative"},
		"a negative clock":              {[]string{"--clock-speed=-1"}, "--clock-speed"},
		"a VDC without id":              {[]string{"--vdc", "name=x"}, "no UUID"},
		"a VDC with an unknown key":     {[]string{"--vdc", defaultVDC.ID + ",nick=x"}, `"nick=x" is not one of`},
		"a bad version":                 {[]string{"--versions", "24 7"}, "no version"},
		"a version twice":               {[]string{"--versions", "24.7,24.7"}, "twice"},
		"a negative rate":               {[]string{"--rate-limit=-1"}, "--rate-limit"},
		"a data file in no folder":      {[]string{"--data-file", "/nowhere/data.db"}, "/nowhere/data.db"},
		"a data file of another kind":   {[]string{"--data-file", "run_test.go"}, "no data file of this version of the emulator"},
		"a people file that is missing": {[]string{"--people", "nowhere.yaml"}, "nowhere.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Contains(t, fails(t, test.args...), test.want)
		})
	}
}

func TestRefusedFiles(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		flag, text, want string
	}{
		"an empty file":         {"people", "", "line 1: the file is empty"},
		"no YAML":               {"people", "contracts:\n\t- x", "line 2"},
		"an unknown key":        {"people", "contracts:\n- number: '1'\n  admins: []", "line 3: field admins is not known here"},
		"a key twice":           {"people", "contracts: []\ncontracts: []", "line 2"},
		"two documents":         {"people", "contracts: []\n---\ncontracts: []", "one YAML document"},
		"nobody":                {"people", "contracts: []", "nobody"},
		"an unknown fault":      {"faults", "faults:\n- kind: x", "line 2: kind: is"},
		"an unknown fault key":  {"faults", "faults:\n- kind: reset\n  often: 1", "unknown field \"often\""},
		"a status in the past":  {"faults", "faults:\n- {kind: status, status: 200}", "status: is 200"},
		"an unknown kind":       {"faults", "rules:\n- kind: pool", "line 2: kind: is \"pool\""},
		"an unknown action":     {"faults", "rules:\n- action: grow", "line 2: action: is \"grow\""},
		"a bad pattern":         {"faults", "rules:\n- name: '['", "line 2: name"},
		"a negative count":      {"faults", "rules:\n- times: -1", "at least 0"},
		"an empty fault":        {"faults", "faults:\n- {kind: reset}\n-", "line 3: an item of the list is empty"},
		"a list as a rule":      {"faults", "rules:\n- []", "line 2"},
		"a duration in letters": {"faults", "rules:\n- duration: long", "line 2"},
		"nothing to go wrong":   {"faults", "faults: []", "neither faults nor rules"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := written(t, test.text)
			message := fails(t, "--"+test.flag+"="+path)
			require.Contains(t, message, test.want)
			require.True(t, strings.HasPrefix(message, "--"+test.flag+" "+path+": ") || strings.Contains(message, path), message)
			require.NotContains(t, message, "main.", "messages don't speak of Go types")
		})
	}
}
