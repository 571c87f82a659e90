// Refusals: what an answer says when nothing was done, held against the
// description like everything else.

package integration

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/ionos-cloud/sdk-go-dataplatform/test/contract"
)

// send sends a request with the usual credentials and further headers, given as
// name and value in turns.
func (s *service) send(t *testing.T, method, path, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, s.base()+path, strings.NewReader(body))
	require.NoError(t, err)
	r.Header.Set("Authorization", "Bearer token")
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := s.client.Do(r)
	require.NoError(t, err)
	raw, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	return response, string(raw)
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	for name, serve := range services {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := serve(t)
			created, _ := s.send(t, "POST", "/clusters", `{"properties":{"name":"lake","datacenterId":"`+datacenter+`"}}`)
			require.Equal(t, 202, created.StatusCode)
			listed, body := s.send(t, "GET", "/clusters", "")
			require.Equal(t, 200, listed.StatusCode)
			cluster := "/clusters/" + strings.Split(strings.Split(body, `"href":"/dataplatform/clusters/`)[1], `"`)[0]
			made, body := s.send(t, "POST", cluster+"/nodepools", `{"properties":{"name":"workers","nodeCount":1}}`)
			require.Equal(t, 202, made.StatusCode)
			pool := cluster + "/nodepools/" + strings.Split(strings.Split(body, `/nodepools/`)[1], `"`)[0]
			large := `{"properties":{}` + strings.Repeat(" ", 1<<20) + "}"

			want := map[contract.Exchange]bool{}
			for _, resource := range [][4]string{
				{cluster, "GetCluster", "PatchCluster", "DeleteCluster"},
				{pool, "GetClusterNodepool", "PatchClusterNodepool", "DeleteClusterNodepool"},
			} {
				path, get, patch, remove := resource[0], resource[1], resource[2], resource[3]
				for _, test := range []struct {
					operation, method string
					body              string
					headers           []string
					status            int
				}{
					{get, "GET", "", []string{"If-None-Match", "*"}, 304},
					{patch, "PATCH", `{"properties":{}}`, []string{"If-Match", `"x"`}, 412},
					{remove, "DELETE", "", []string{"If-Match", `"x"`}, 412},
					{patch, "PATCH", large, nil, 413},
					{patch, "PATCH", `{"properties":{}}`, []string{"Content-Type", "text/plain"}, 415},
					{patch, "PATCH", `{"properties":{"datacenterId":"x"}}`, nil, 400},
					{"", "PUT", `{}`, nil, 405},
					{"", "HEAD", "", nil, 405},
					{"", "OPTIONS", "", nil, 405},
				} {
					got, body := s.send(t, test.method, path, test.body, test.headers...)
					require.Equal(t, test.status, got.StatusCode, "%s: %s", test.method, body)
					want[contract.Exchange{Operation: test.operation, Status: test.status}] = true
				}
			}
			for path, operation := range map[string]string{"/clusters": "CreateCluster", cluster + "/nodepools": "CreateClusterNodepool"} {
				for status, kind := range map[int]string{413: "application/json", 415: "text/plain"} {
					got, body := s.send(t, "POST", path, large, "Content-Type", kind)
					require.Equal(t, status, got.StatusCode, body)
					want[contract.Exchange{Operation: operation, Status: status}] = true
				}
			}
			for exchange := range want {
				require.Positive(t, s.checker.Seen()[exchange], "%v", exchange)
			}
		})
	}
}

// Pages of gateways are described too.
func TestPages(t *testing.T) {
	t.Parallel()
	s := inProcess(t, dataplatformtest.WithErrorPages(), dataplatformtest.WithRateLimit(dataplatformtest.RateLimit{PerMinute: 1, Burst: 1}),
		dataplatformtest.WithFaults(dataplatformtest.Fault{Kind: dataplatformtest.FaultStatus, Status: 503, HTML: true, Count: 1}))
	for _, test := range []struct {
		token  string
		status int
	}{{"token", 503}, {"wrong", 401}, {"token", 200}, {"token", 429}} {
		got, body := s.send(t, "GET", "/versions", "", "Authorization", "Bearer "+test.token)
		require.Equal(t, test.status, got.StatusCode)
		require.Equal(t, test.status != 200, strings.Contains(body, "<html>"), body)
	}
}
