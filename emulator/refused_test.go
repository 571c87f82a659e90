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

// writeKeyPair writes a certificate for localhost, made at a time, and its key.
func writeKeyPair(t *testing.T, certificate, key string, made time.Time) {
	t.Helper()
	pair, err := generate([]string{"localhost"}, made)
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
	address := taken.Addr().String()
	const lab = "f72521ba-1590-4998-bf96-6eb997a5887d"
	people := written(t, "contracts: [{number: 1, users: [{token: a, role: privileged}]}]")
	const number, million, lasts = "must be a whole number from 0 to ", "1000000", "must be a time with its unit and not negative, like 90s, 1m30s or 0s"
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"--nope"}, "unknown flag --nope\nTry --help"},
		{[]string{"serve"}, "unexpected argument serve\nTry --help"},
		{[]string{"--address", ":0"}, "--address: :0 can be reached from other machines; say --allow-remote"},
		{[]string{"--address", "0.0.0.0:0"}, "--allow-remote"},
		{[]string{"--admin-address", "[::]:0"}, "--allow-remote"},
		{[]string{"--address="}, `--address: is "", must be HOST:PORT`},
		{[]string{"--address", "127.0.0.1"}, `--address: is "127.0.0.1", must be HOST:PORT, like 127.0.0.1:8080`},
		{[]string{"--address", "127.0.0.1:65536"}, `--address: is "127.0.0.1:65536", must have a port from 0 to 65535`},
		{[]string{"--address", "127.0.0.1:"}, `--address: is "127.0.0.1:", must have a port`},
		{[]string{"--admin-address", "127.0.0.1:-1"}, `--admin-address: is "127.0.0.1:-1", must have a port`},
		{[]string{"--tls-cert", "x"}, "--tls-cert and --tls-key need each other"},
		{[]string{"--tls-cert="}, `--tls-cert: is "", must be the name of a file`},
		{[]string{"--tls-cert", "nowhere.pem", "--tls-key", "nowhere.key"}, "nowhere.pem"},
		{[]string{"--tls-cert", "x", "--tls-key", "x", "--tls-write", "x"}, "not with --tls-cert"},
		{[]string{"--tls-write", "x"}, "--tls-write and --tls-host need --tls"},
		{[]string{"--tls", "--tls-write", "/nowhere/ca.pem"}, `--tls-write: is "/nowhere/ca.pem", must be a file in a folder that is there`},
		{[]string{"--tls", "--tls-host", "a,,b"}, `--tls-host: is "a,,b", must be a list like a,b without empty items`},
		{[]string{"--tls", "--tls-host", "https://a"}, `--tls-host: is "https://a", must be host names or IP addresses`},
		{[]string{"--tls=maybe"}, `--tls: bool value must be true, 1, yes, false, 0 or no but got "maybe"`},
		{[]string{"--speed", "fast"}, `--speed must be one of "instant","demo","real" but got "fast"`},
		{[]string{"--duration", "x"}, `--duration: is "x", must be KIND.ACTION=TIME`},
		{[]string{"--duration="}, `--duration: is "", must be a list`},
		{[]string{"--duration", "lake.create=1s"}, `--duration: there is no duration "lake.create", only cluster.create`},
		{[]string{"--duration", "cluster.create=-1s"}, `--duration: cluster.create is "-1s", ` + lasts},
		{[]string{"--duration", "terminated=1s,cluster.create=5"}, `--duration: cluster.create is "5", ` + lasts},
		{[]string{"--clock-speed=-1"}, `--clock-speed: is "-1", must be a number from 0 to 1000000`},
		{[]string{"--clock-speed=fast"}, `--clock-speed: is "fast", must be a number`},
		{[]string{"--clock-speed=NaN"}, `--clock-speed: is "NaN", must be a number`},
		{[]string{"--clock-speed=1e7"}, `--clock-speed: is "1e7", must be a number`},
		{[]string{"--seed=-1"}, `--seed: is "-1", ` + number + "18446744073709551615"},
		{[]string{"--rate-limit=-1"}, `--rate-limit: is "-1", ` + number + million},
		{[]string{"--rate-limit=1.5"}, `--rate-limit: is "1.5", ` + number + million},
		{[]string{"--journal=-1"}, `--journal: is "-1", ` + number + million},
		{[]string{"--journal=1000001"}, `--journal: is "1000001", ` + number + million},
		{[]string{"--stop-timeout=-1s"}, `--stop-timeout: is "-1s", ` + lasts},
		{[]string{"--stop-timeout=10"}, `--stop-timeout: is "10", ` + lasts},
		{[]string{"--log-level=loud"}, `--log-level must be one of "debug","info","warn","error" but got "loud"`},
		{[]string{"--log-format=xml"}, `--log-format must be one of "text","json" but got "xml"`},
		{[]string{"--api-version=2"}, `--api-version must be one of "0.0.7","1.2.0" but got "2"`},
		{[]string{"--vdc="}, `--vdc: is "", must be a list`},
		{[]string{"--vdc", lab + ";"}, "must be a list like a;b without empty items"},
		{[]string{"--vdc", "name=x"}, `--vdc: is "name=x", must be ID[,key=value…] with a UUID`},
		{[]string{"--vdc", lab + ",nick=x"}, "--vdc: " + lab + `: "nick=x" is not one of name=, location=, description= and contract=`},
		{[]string{"--vdc", lab + ",name="}, `name is "", must be a text`},
		{[]string{"--vdc", lab + ";" + strings.ReplaceAll(lab, "-", "")}, "is there twice"},
		{[]string{"--vdc", lab + ",contract=2", "--people", people}, `contract is "2", must be one of those in --people`},
		{[]string{"--versions", "24 7"}, `--versions: is "24 7", must be versions of up to 32`},
		{[]string{"--versions", "24.7,24.7"}, `--versions: "24.7" is there twice`},
		{[]string{"--versions="}, `--versions: is "", must be a list`},
		{[]string{"--people="}, `--people: is "", must be the name of a file`},
		{[]string{"--people", "nowhere.yaml"}, "nowhere.yaml"},
		{[]string{"--faults", t.TempDir()}, "is a directory"},
		{[]string{"--data-file="}, `--data-file: is "", must be the name of a file`},
	} {
		t.Run(strings.Join(test.args, " "), func(t *testing.T) {
			t.Parallel()
			message := fails(t, test.args...)
			require.Contains(t, message, test.want)
			name, _, _ := strings.Cut(test.args[0], "=")
			require.Contains(t, message, name)
		})
	}
	for name, test := range map[string]struct {
		args []string
		want string
	}{
		"a taken port":                {[]string{"--address", address}, "--address: " + address + " is taken: another program listens there"},
		"a taken admin port":          {[]string{"--admin-address", address}, "--admin-address: " + address + " is taken"},
		"somebody else's address":     {[]string{"--address", "192.0.2.1:0", "--allow-remote"}, "--address: 192.0.2.1:0 is no address of this machine"},
		"a data file in no folder":    {[]string{"--data-file", "/nowhere/data.db"}, "/nowhere/data.db"},
		"a data file of another kind": {[]string{"--data-file", "run_test.go"}, "no data file of this version of the emulator"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Contains(t, failsWith(t, exitError, test.args...), test.want)
		})
	}
}

// TestRefusedBeforeTheData: whoever mends a flag finds no data file that the
// refused start has made.
func TestRefusedBeforeTheData(t *testing.T) {
	t.Parallel()
	for name, path := range map[string]string{"no folder": "/nowhere/ca.pem", "a folder": t.TempDir()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := filepath.Join(t.TempDir(), "data.db")
			require.Contains(t, fails(t, "--tls", "--tls-write", path, "--data-file", data), "--tls-write: is ")
			require.NoFileExists(t, data)
		})
	}
}

// TestOnePortForBoth must not blame another program.
func TestOnePortForBoth(t *testing.T) {
	t.Parallel()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	address := free.Addr().String()
	require.NoError(t, free.Close())
	require.Contains(t, fails(t, "--address", address, "--admin-address", address), "--admin-address: is \""+address+"\", must be another address than that of --address")
}

// TestRefusedVariables changes the environment, so it runs alone.
func TestRefusedVariables(t *testing.T) {
	for name, test := range map[string]struct{ value, want string }{
		"EMULATOR_SEED":      {"x", `--seed: is "x", must be a whole number from 0 to 18446744073709551615 (from envar EMULATOR_SEED="x")`},
		"EMULATOR_DATA_FILE": {"", `--data-file: is "", must be the name of a file (from envar EMULATOR_DATA_FILE="")`},
		"EMULATOR_LOG_LEVEL": {"loud", "--log-level must be one of"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(name, test.value)
			require.Contains(t, fails(t), test.want)
		})
	}
	t.Setenv("EMULATOR_SEEED", "1")
	r := start(t)
	require.NoError(t, r.stop())
	require.Contains(t, r.stderr.String(), "level=WARN msg=\"no flag has this variable, see --help\" variable=EMULATOR_SEEED")
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
		"a path as an id":       {"faults", "faults:\n- {id: a/b, kind: reset}", "line 2: id: is \"a/b\", must fit into a path"},
		"an empty fault":        {"faults", "faults:\n- {kind: reset}\n-", "line 3: an item of the list is empty"},
		"a list as a rule":      {"faults", "rules:\n- []", "line 2"},
		"a duration in letters": {"faults", "rules:\n- duration: long", "line 2"},
		"a word as a fault":     {"faults", "faults: [reset]", "line 1: cannot unmarshal !!str `reset` into keys with values"},
		"a text as a status":    {"faults", "faults:\n- {kind: status, status: '503'}", "line 2: status: is a text, must be a whole number"},
		"a fault never":         {"faults", "faults:\n- {kind: reset, probability: 0}", "line 2: probability: is 0"},
		"two faults of one id":  {"faults", "faults:\n- {id: a, kind: reset}\n- {id: b, kind: reset}\n- {id: a, kind: drip}", `line 4: id: "a" is in line 2 already`},
		"nothing to go wrong":   {"faults", "faults: []", "neither faults nor rules"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := written(t, test.text)
			message := fails(t, "--"+test.flag+"="+path)
			require.Contains(t, message, test.want)
			require.True(t, strings.HasPrefix(message, "--"+test.flag+" "+path+": ") || strings.Contains(message, path), message)
			for _, word := range []string{"main.", "Go ", "interface"} {
				require.NotContains(t, message, word, "messages don't speak of Go types")
			}
		})
	}
}
