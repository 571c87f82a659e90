// Tests of the whole program, in process.

package main

import (
	"context"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// running is the program with its output.
type running struct {
	t             testing.TB
	api, admin    string
	stdout        string
	stderr        *buffer
	stop          func() error
	client        *http.Client
	authorization string
}

// buffer may be read while it is written.
type buffer struct {
	mu   sync.Mutex
	text strings.Builder
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

var apiURL = regexp.MustCompile(`(?m)^  export IONOS_API_URL=(\S+)$`)

// start runs the program on free ports until the test ends or stops it.
func start(t testing.TB, args ...string) *running {
	t.Helper()
	r := &running{t: t, stderr: &buffer{}, client: &http.Client{Transport: &http.Transport{}}, authorization: "Bearer token"}
	ctx, cancel := context.WithCancel(context.Background())
	reader, writer := io.Pipe()
	ended := make(chan error, 1)
	args = append([]string{"--address=127.0.0.1:0", "--admin-address=127.0.0.1:0", "--speed=instant"}, args...)
	go func() {
		err := run(ctx, args, writer, r.stderr)
		_ = writer.CloseWithError(io.EOF)
		ended <- err
		close(ended) // whoever asks again doesn't wait
	}()
	r.stop = sync.OnceValue(func() error {
		r.client.CloseIdleConnections()
		cancel()
		return <-ended
	})
	t.Cleanup(func() { require.NoError(t, r.stop()) })
	var text strings.Builder
	piece := make([]byte, 4096)
	for !apiURL.MatchString(text.String()) {
		n, err := reader.Read(piece)
		text.Write(piece[:n])
		if err != nil {
			require.NoError(t, <-ended, "%s%s", text.String(), r.stderr)
			require.FailNow(t, "it ended at once", text.String())
		}
	}
	r.stdout = text.String()
	r.api = apiURL.FindStringSubmatch(r.stdout)[1]
	if found := regexp.MustCompile(`Admin +(\S+)/ `).FindStringSubmatch(r.stdout); found != nil {
		r.admin = found[1]
	}
	return r
}

// fails runs the program with arguments that it must refuse, as a mistake of
// whoever gave them.
func fails(t *testing.T, args ...string) string {
	t.Helper()
	return failsWith(t, exitUsage, args...)
}

func failsWith(t *testing.T, want int, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	args = append([]string{"--address=127.0.0.1:0", "--admin-address=none"}, args...)
	var stdout strings.Builder
	err := run(ctx, args, &stdout, io.Discard)
	require.Error(t, err)
	require.NoError(t, ctx.Err(), "it began to serve")
	require.Equal(t, want, status(err), err)
	require.Empty(t, stdout.String())
	return err.Error()
}

func (r *running) do(method, url, body string) (int, string) {
	r.t.Helper()
	request, err := http.NewRequestWithContext(r.t.Context(), method, url, strings.NewReader(body))
	require.NoError(r.t, err)
	request.Header.Set("Authorization", r.authorization)
	request.Header.Set("Content-Type", "application/json")
	response, err := r.client.Do(request)
	require.NoError(r.t, err)
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	require.NoError(r.t, err)
	return response.StatusCode, string(raw)
}

// ask wants success and gives the document.
func (r *running) ask(method, path, body string) map[string]any {
	r.t.Helper()
	status, raw := r.do(method, r.api+path, body)
	require.Less(r.t, status, 300, raw)
	document := map[string]any{}
	require.NoError(r.t, json.Unmarshal([]byte(raw), &document), raw)
	return document
}

const order = `{"properties":{"name":"lake","datacenterId":"d3c1a2b4-0000-4000-8000-0123456789ab"}}`

func TestServes(t *testing.T) {
	t.Parallel()
	r := start(t)
	require.Contains(t, r.stdout, "export IONOS_TOKEN=token")
	id := r.ask("POST", basePath+"/clusters", order)["id"].(string)
	require.Equal(t, "AVAILABLE", r.ask("GET", basePath+"/clusters/"+id, "")["metadata"].(map[string]any)["state"])
	require.Equal(t, "CLOUD API", r.ask("GET", "/cloudapi/v6/?depth=1", "")["name"])
	for _, base := range []string{r.api, r.admin} {
		status, body := r.do("GET", base+"/healthz", "")
		require.Equal(t, 200, status)
		require.JSONEq(t, `{"status":"ok"}`, body)
	}
	status, body := r.do("GET", r.admin+"/admin/state", "")
	require.Equal(t, 200, status)
	require.Contains(t, body, id)
	status, _ = r.do("POST", r.admin+"/admin/clock", `{"advance":"1h"}`)
	require.Equal(t, 200, status)
	page, err := r.client.Get(r.admin + "/")
	require.NoError(t, err)
	require.NoError(t, page.Body.Close())
	require.Contains(t, page.Header.Get("Content-Security-Policy"), "default-src 'none'")
	require.NoError(t, r.stop())
	require.Contains(t, r.stderr.String(), "msg=listening")
	require.Contains(t, r.stderr.String(), "msg=stopped")
	require.NotContains(t, r.stderr.String(), "msg=request", "requests are logged at level debug only")
	_, err = net.Dial("tcp", strings.TrimPrefix(r.api, "http://"))
	require.Error(t, err, "the port has been given back")
}

// TestUncleanPaths: nothing in front of the API answers them with a redirect,
// which no fault would meet and no journal have. A slash too many, which released
// clients send whose address ends with one, does no harm.
func TestUncleanPaths(t *testing.T) {
	t.Parallel()
	r := start(t)
	r.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	status, body := r.do("POST", r.api+"/"+basePath+"/clusters", order)
	require.Equal(t, 202, status, body)
	status, body = r.do("GET", r.api+basePath+"//clusters?name=a", "")
	require.Equal(t, 200, status, body)
	for _, path := range []string{basePath + "/clusters/../versions", basePath + "/clusters/", basePath + "/clusters/%2F", "/healthz/"} {
		status, body := r.do("GET", r.api+path, "")
		require.Equal(t, 404, status, "%s: %s", path, body)
		require.Contains(t, body, `"httpStatus":404`)
	}
	_, journal := r.do("GET", r.admin+"/admin/journal", "")
	require.Equal(t, 6, strings.Count(journal, `"number"`), journal)
	require.Contains(t, journal, `"path":"/dataplatform/clusters","query":"name=a"`)
	request, err := http.NewRequest("HEAD", r.api+"/healthz", nil)
	require.NoError(t, err)
	response, err := r.client.Do(request)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	require.Equal(t, 200, response.StatusCode)
}

func TestKeepsData(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "data.db")
	r := start(t, "--data-file="+file, "--duration=cluster.create=1h")
	id := r.ask("POST", basePath+"/clusters", order)["id"].(string)
	require.Contains(t, failsWith(t, exitError, "--data-file="+file), "another process uses the file; stop that one, or choose another")
	require.NoError(t, r.stop())

	r = start(t, "--data-file="+file)
	require.Contains(t, r.stdout, file+", 1 clusters")
	require.Equal(t, "DEPLOYING", r.ask("GET", basePath+"/clusters/"+id, "")["metadata"].(map[string]any)["state"])
	status, _ := r.do("POST", r.admin+"/admin/clock", `{"advance":"1h","speed":60}`)
	require.Equal(t, 200, status)
	require.Equal(t, "AVAILABLE", r.ask("GET", basePath+"/clusters/"+id, "")["metadata"].(map[string]any)["state"])
	require.NoError(t, r.stop())

	r = start(t, "--data-file="+file)
	_, clock := r.do("GET", r.admin+"/admin/clock", "")
	require.Contains(t, clock, `"speed":60`, "time goes on as it did")
	require.Regexp(t, `Clock +runs 60 times as fast as usual from \d{4}-`, r.stdout)
	require.NoError(t, r.stop())
	r = start(t, "--data-file="+file, "--clock-speed=0")
	_, clock = r.do("GET", r.admin+"/admin/clock", "")
	require.Contains(t, clock, `"speed":0`)
	require.Regexp(t, `Clock +stands still at \d{4}-`, r.stdout)
}

func TestTLS(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	ca := filepath.Join(dir, "ca.pem")
	r := start(t, "--tls", "--tls-write="+ca, "--tls-host=emulator.test,192.0.2.1")
	require.Contains(t, r.stdout, "export SSL_CERT_FILE="+ca)
	raw, err := os.ReadFile(ca)
	require.NoError(t, err)
	roots := x509.NewCertPool()
	require.True(t, roots.AppendCertsFromPEM(raw))
	block, _ := pem.Decode(raw)
	made, err := x509.ParseCertificate(block.Bytes)
	require.NoError(t, err)
	require.False(t, made.IsCA, "released clients pin no authority, and others take none for a server's")
	require.Contains(t, r.stdout, fmt.Sprintf("export IONOS_PINNED_CERT=%x\n", sha256.Sum256(made.Raw)))
	for _, name := range []string{"", "localhost", "emulator.test", "192.0.2.1"} {
		r.client.CloseIdleConnections()
		r.client.Transport = &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots, ServerName: name}, ForceAttemptHTTP2: true}
		require.NotEmpty(t, r.ask("GET", basePath+"/versions", "")["items"], name)
	}
	address := strings.TrimPrefix(r.api, "https://")
	connection, err := tls.Dial("tcp", address, &tls.Config{RootCAs: roots, NextProtos: []string{"h2"}})
	require.NoError(t, err)
	require.Equal(t, "h2", connection.ConnectionState().NegotiatedProtocol)
	require.NoError(t, connection.Close())
	_, err = tls.Dial("tcp", address, &tls.Config{})
	require.Error(t, err, "nobody else trusts it")

	failsWith(t, exitError, "--address="+address, "--tls", "--tls-write="+ca)
	again, err := os.ReadFile(ca)
	require.NoError(t, err)
	require.Equal(t, raw, again, "who can't have the port leaves the certificate alone")

	key := filepath.Join(dir, "key.pem")
	writeKeyPair(t, ca, key, time.Now())
	given := start(t, "--tls-cert="+ca, "--tls-key="+key)
	require.Contains(t, given.stdout, "\n  export IONOS_PINNED_CERT=")
	authority := httptest.NewTLSServer(nil)
	t.Cleanup(authority.Close)
	require.Regexp(t, "^# export IONOS_PINNED_CERT=[0-9a-f]{64} +# not for releases", pinning(&authority.TLS.Certificates[0]))
	require.NotContains(t, given.stdout, "SSL_CERT_FILE")
	require.NotContains(t, given.stderr.String(), "WARN")
	other := filepath.Join(dir, "other.pem")
	writeKeyPair(t, other, filepath.Join(dir, "other.key"), time.Now())
	require.Contains(t, fails(t, "--tls-cert="+other, "--tls-key="+key), "private key does not match public key")
	for text, made := range map[string]time.Time{"has expired": time.Now().AddDate(-2, 0, 0), "isn't good yet": time.Now().AddDate(0, 0, 2)} {
		writeKeyPair(t, other, key, made)
		given = start(t, "--tls-cert="+other, "--tls-key="+key)
		require.Contains(t, given.stderr.String(), "the certificate of --tls-cert "+text)
	}
}

func TestLogs(t *testing.T) {
	t.Parallel()
	r := start(t, "--log-level=debug", "--log-format=json", "--admin-address=none")
	require.Empty(t, r.admin)
	r.ask("GET", basePath+"/versions", "")
	r.authorization = "Bearer secret"
	r.do("GET", r.api+basePath+"/versions?name=x", "")
	require.NoError(t, r.stop())
	var statuses []any
	for line := range strings.Lines(r.stderr.String()) {
		var entry map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &entry), line)
		if entry["msg"] == "request" {
			statuses = append(statuses, entry["status"])
			require.Equal(t, basePath+"/versions", entry["path"])
			require.NotEmpty(t, entry["request"])
		}
	}
	require.Equal(t, []any{200.0, 401.0}, statuses)
	require.NotContains(t, r.stderr.String(), "token")
	require.NotContains(t, r.stderr.String(), "secret")
}

// TestStops makes sure that a request which has begun is answered, and that
// nobody can hold the program up.
func TestStops(t *testing.T) {
	t.Parallel()
	faults := written(t, "faults: [{kind: latency, latency: 300ms, count: 1}]")
	r := start(t, "--faults="+faults)
	answered := make(chan int, 1)
	go func() {
		status, _ := r.do("GET", r.api+basePath+"/versions", "")
		answered <- status
	}()
	require.Eventually(t, func() bool {
		_, body := r.do("GET", r.admin+"/admin/faults", "")
		return strings.Contains(body, `"hits":1`)
	}, 5*time.Second, time.Millisecond)
	require.NoError(t, r.stop())
	require.Equal(t, 200, <-answered)

	faults = written(t, "faults: [{kind: latency, latency: 1h}]")
	r = start(t, "--faults="+faults, "--stop-timeout=50ms")
	failed := make(chan error, 1)
	go func() {
		_, err := r.client.Get(r.api + basePath + "/versions")
		failed <- err
	}()
	require.Eventually(t, func() bool {
		_, body := r.do("GET", r.admin+"/admin/faults", "")
		return strings.Contains(body, `"hits":1`)
	}, 5*time.Second, time.Millisecond)
	began := time.Now()
	require.NoError(t, r.stop())
	require.Less(t, time.Since(began), 5*time.Second)
	require.Error(t, <-failed)
	require.Contains(t, r.stderr.String(), "cut off")
}

// TestGuard is about pages of other sites that are open in the same browser.
func TestGuard(t *testing.T) {
	t.Parallel()
	r := start(t)
	for name, test := range map[string]struct {
		host, origin, site string
		want               int
	}{
		"its own page":             {"", r.admin, "same-origin", 200},
		"a program":                {"", "", "", 200},
		"localhost":                {"localhost:1", "", "", 200},
		"localhost in capitals":    {"LOCALHOST", "", "", 200},
		"an IPv6 address":          {"[::1]", "", "", 200},
		"a name that looks right":  {"127.0.0.1.evil.example", "", "", 403},
		"localhost elsewhere":      {"localhost.evil.example:80", "", "", 403},
		"another address":          {"192.0.2.1", "", "", 403},
		"another site":             {"", "https://evil.example", "cross-site", 403},
		"a name that was rebound":  {"evil.example", "", "", 403},
		"another port of this one": {"", "http://127.0.0.1:1", "", 403},
	} {
		t.Run(name, func(t *testing.T) {
			request, err := http.NewRequest("POST", r.admin+"/admin/clock", strings.NewReader(`{"advance":"1s"}`))
			require.NoError(t, err)
			request.Header.Set("Content-Type", "application/json")
			request.Host = test.host
			if test.origin != "" {
				request.Header.Set("Origin", test.origin)
			}
			if test.site != "" {
				request.Header.Set("Sec-Fetch-Site", test.site)
			}
			response, err := r.client.Do(request)
			require.NoError(t, err)
			require.NoError(t, response.Body.Close())
			require.Equal(t, test.want, response.StatusCode)
		})
	}
}
