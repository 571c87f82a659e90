// Curl: the client that everybody has.

package integration

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestCurl(t *testing.T) {
	if _, err := exec.LookPath("curl"); err != nil {
		t.Log("curl can't be had here, so it doesn't take part:", err)
		return
	}
	withEverything(t, func(t *testing.T, s *service, c credential) {
		curl := &curl{t, s, c}
		require.Contains(t, fmt.Sprint(curl.want(200, "GET", "/versions", "")["items"]), "24.11")

		created := curl.want(202, "POST", "/clusters", `{"properties":{"name":"curled","datacenterId":"`+datacenter+`","lans":[]}}`)
		cluster := "/clusters/" + created["id"].(string)
		require.Equal(t, "DEPLOYING", state(created))
		curl.await(cluster, "AVAILABLE")
		require.Len(t, curl.want(200, "GET", "/clusters?name=CURL", "")["items"], 1)
		require.Empty(t, curl.want(200, "GET", "/clusters?name=other", "")["items"])
		curl.want(202, "PATCH", cluster, `{"properties":{"maintenanceWindow":{"time":"03:00:00","dayOfTheWeek":"Monday"}}}`)
		curl.await(cluster, "AVAILABLE")
		require.Equal(t, "Config", curl.want(200, "GET", cluster+"/kubeconfig", "")["kind"])

		pool := cluster + "/nodepools/" + curl.want(202, "POST", cluster+"/nodepools", `{"properties":{"name":"workers","nodeCount":2}}`)["id"].(string)
		curl.await(pool, "AVAILABLE")
		require.Len(t, curl.want(200, "GET", cluster+"/nodepools", "")["items"], 1)
		curl.want(202, "PATCH", pool, `{"properties":{"nodeCount":5}}`)
		require.Equal(t, 5.0, curl.await(pool, "AVAILABLE")["properties"].(map[string]any)["nodeCount"])

		curl.want(202, "DELETE", pool, "")
		curl.await(pool, "")
		curl.want(202, "DELETE", cluster, "")
		curl.await(cluster, "")

		curl.want(400, "POST", "/clusters", `{"properties":{"name":"x"}}`)
		curl.want(400, "POST", "/clusters", `{`)
		curl.want(400, "GET", "/clusters/1", "")
		curl.want(404, "GET", "/clusterz", "")
		stranger := *curl
		stranger.credential = credential{"IONOS_TOKEN": "nobody"}
		stranger.want(401, "GET", "/clusters", "")
	})
}

type curl struct {
	t *testing.T
	*service
	credential credential
}

// do runs curl and takes its answer apart.
func (c *curl) do(method, path, body string) (status int, document map[string]any) {
	c.t.Helper()
	args := []string{"-sS", "-X", method, "-w", "\n%{http_code}", "--max-time", "30", "--noproxy", "*"}
	if c.caFile != "" {
		args = append(args, "--cacert", c.caFile)
	}
	if token := c.credential["IONOS_TOKEN"]; token != "" {
		args = append(args, "-H", "Authorization: Bearer "+token)
	} else {
		args = append(args, "-u", c.credential["IONOS_USERNAME"]+":"+c.credential["IONOS_PASSWORD"])
	}
	if body != "" {
		args = append(args, "-H", "Content-Type: application/json", "-d", body)
	}
	out := finish(c.t, exec.CommandContext(c.t.Context(), "curl", append(args, c.base()+path)...))
	end := strings.LastIndexByte(out, '\n')
	status, err := strconv.Atoi(out[end+1:])
	require.NoError(c.t, err, out)
	require.NoError(c.t, json.Unmarshal([]byte(out[:end]), &document), out)
	return status, document
}

func (c *curl) want(status int, method, path, body string) map[string]any {
	c.t.Helper()
	got, document := c.do(method, path, body)
	require.Equal(c.t, status, got, "%s %s: %v", method, path, document)
	return document
}

// await asks until the resource has the state, or with "" is gone.
func (c *curl) await(path, wanted string) map[string]any {
	c.t.Helper()
	for range 500 {
		status, document := c.do("GET", path, "")
		if status == 404 && wanted == "" || status == 200 && state(document) == wanted {
			return document
		}
		time.Sleep(10 * time.Millisecond)
	}
	require.FailNow(c.t, "it took too long", "%s to become %q", path, wanted)
	return nil
}

func state(document map[string]any) string {
	metadata, _ := document["metadata"].(map[string]any)
	text, _ := metadata["state"].(string)
	return text
}
