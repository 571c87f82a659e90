package ionoscloud

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAsCurl(t *testing.T) {
	for name, row := range map[string]struct {
		method, url, body string
		headers           http.Header
		want              string
	}{
		"get":     {http.MethodGet, "https://h/x?a=b&c=d", "", nil, `curl 'https://h/x?a=b&c=d'`},
		"bearer":  {http.MethodDelete, "https://h/x", "", http.Header{"Authorization": {"Bearer s3cr3t"}}, `curl -X 'DELETE' -H "Authorization: Bearer $IONOS_TOKEN" 'https://h/x'`},
		"basic":   {http.MethodGet, "https://h/x", "", http.Header{"Authorization": {"Basic s3cr3t"}}, `curl -u "$IONOS_USERNAME:$IONOS_PASSWORD" 'https://h/x'`},
		"other":   {http.MethodGet, "https://u:s3cr3t@h/x", "", http.Header{"Authorization": {"s3cr3t"}, "Cookie": {"s3cr3t"}, "Accept": {"a'b"}}, `curl -g -H 'Accept: a'\''b' -H 'Authorization: [redacted]' -H 'Cookie: [redacted]' 'https://[redacted]@h/x'`},
		"a body":  {http.MethodPost, "https://h/x", `{"a":"it's"}`, nil, `curl -X 'POST' --data-raw '{"a":"it'\''s"}' 'https://h/x'`},
		"default": {"", "https://h/x", "", nil, `curl 'https://h/x'`},
	} {
		t.Run(name, func(t *testing.T) {
			var body io.Reader
			if row.body != "" {
				body = strings.NewReader(row.body)
			}
			req, err := http.NewRequest(row.method, row.url, body)
			require.NoError(t, err)
			req.Header = row.headers
			require.Equal(t, row.want, AsCurl(req))
		})
	}
	req, err := http.NewRequest(http.MethodGet, "https://h/x?a=b&access_token=s3cr3t&api_key=k", nil)
	require.NoError(t, err)
	req.Host = "other"
	req.Header.Set("Private-Token", "s3cr3t")
	require.Equal(t, `curl -g -H 'Host: other' -H 'Private-Token: [redacted]' 'https://h/x?a=b&access_token=[redacted]&api_key=[redacted]'`, AsCurl(req))
	require.Empty(t, AsCurl(nil))
	require.Empty(t, AsCurl(&http.Request{}))
}

// What curl would take for something else than it is.
func TestTheCommandSendsWhatIsInTheRequest(t *testing.T) {
	for name, row := range map[string]struct {
		method, target string
		body           io.Reader
		header         http.Header
		want           []string
	}{
		"a body like the name of a file": {http.MethodPost, "/x", strings.NewReader("@/etc/hostname"), nil, []string{"--data-raw '@/etc/hostname'"}},
		"a body of several lines":        {http.MethodPost, "/x", strings.NewReader("a\n'b'\r\n$HOME `id` \\\n"), nil, nil},
		"an empty body":                  {http.MethodGet, "/x", strings.NewReader(""), nil, nil},
		"a GET with a body":              {http.MethodGet, "/x", strings.NewReader("{}"), nil, nil},
		"an empty header":                {http.MethodGet, "/x", nil, http.Header{"X-Empty": {""}}, []string{"-H 'X-Empty;'"}},
		"two of a name":                  {http.MethodGet, "/x", nil, http.Header{"X-Two": {"1", "2"}}, nil},
		"brackets":                       {http.MethodGet, "/x[1-3]/{a,b}?q=[0-9]&r={c}", nil, nil, []string{"curl -g "}},
	} {
		t.Run(name, func(t *testing.T) {
			var seen []string
			server := serve(t, func(_ http.ResponseWriter, req *http.Request) {
				body, _ := io.ReadAll(req.Body)
				seen = append(seen, fmt.Sprintf("%s %s %q %q %q", req.Method, req.URL, body, req.Header["X-Empty"], req.Header["X-Two"]))
			})
			req, err := http.NewRequest(row.method, server.URL+row.target, row.body)
			require.NoError(t, err)
			maps.Copy(req.Header, row.header)
			command := AsCurl(req)
			for _, part := range row.want {
				require.Contains(t, command, part)
			}
			if _, err := exec.LookPath("curl"); err != nil {
				t.Log("curl is not installed; the command is compared and not run")
				return
			}
			resp, err := server.Client().Do(req)
			require.NoError(t, err)
			require.NoError(t, resp.Body.Close())
			output, err := exec.Command("sh", "-c", command).CombinedOutput()
			require.NoError(t, err, "%s", output)
			require.Len(t, seen, 2)
			require.Equal(t, seen[0], seen[1])
		})
	}
}

// What AsCurl prints does the same as the call did.
func TestTheCommandSendsWhatTheCallSent(t *testing.T) {
	curl, err := exec.LookPath("curl")
	if err != nil {
		t.Log("curl is not installed; the command is compared and not run")
	}
	var bodies []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		body, _ := io.ReadAll(req.Body)
		bodies = append(bodies, req.Method+" "+req.Header.Get("Authorization")+" "+req.Header.Get("Content-Type")+" "+string(body))
		writeJSON(w, 202, clusterJSON)
	}))
	defer server.Close()
	client := clientOf(server, func(cfg *Configuration) { cfg.Token = "a-token" })
	_, resp, err := client.DataPlatformClusterApi.CreateCluster(t.Context()).CreateClusterRequest(createRequest()).Execute()
	require.NoError(t, err)
	command := AsCurl(resp.Request)
	require.NotContains(t, command, "a-token")
	if curl == "" {
		return
	}
	run := exec.Command("sh", "-c", command)
	run.Env = append(run.Environ(), "IONOS_TOKEN=a-token")
	output, err := run.Output()
	require.NoError(t, err)
	require.Equal(t, clusterJSON, string(output))
	require.Len(t, bodies, 2)
	require.Equal(t, bodies[0], bodies[1])
}
