package bench

// The benchmarks are only worth something when both clients do the same work;
// these tests check that they do.

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"

	sdk "github.com/ionos-cloud/sdk-go-dataplatform"
	"github.com/stretchr/testify/require"
)

// TestMain keeps the settings of whoever runs this out of the measurements.
func TestMain(m *testing.M) {
	for _, setting := range os.Environ() {
		if name, _, _ := strings.Cut(setting, "="); strings.HasPrefix(name, "IONOS_") {
			_ = os.Unsetenv(name)
		}
	}
	os.Exit(m.Run())
}

func TestFixturesDecode(t *testing.T) {
	var list sdk.ClusterListResponseData
	require.NoError(t, json.Unmarshal(listDocument(1000), &list))
	require.Len(t, *list.Items, 1000)

	seen := map[string]bool{}
	for _, cluster := range *list.Items {
		seen[*cluster.Id] = true
	}
	require.Len(t, seen, 1000, "every cluster has an id of its own")

	first := (*list.Items)[0]
	require.Equal(t, clusterID, *first.Id)
	require.Equal(t, "cluster-1", *first.Properties.Name)
	require.Equal(t, "AVAILABLE", *first.Metadata.State)
	require.Equal(t, int64(1), *first.Metadata.CurrentDataPlatformRevision)
	require.Equal(t, 2024, first.Metadata.CreatedDate.Year())
	require.Equal(t, "10.1.0.0/16", *(*(*first.Properties.Lans)[0].Routes)[0].Network)
}

// request is what a server can tell the clients apart by.
type request struct {
	method, path string
	header       http.Header
	body         map[string]any
}

func TestClientsDoTheSameWork(t *testing.T) {
	for _, via := range []string{"http", "tls"} {
		for _, tt := range []struct {
			name   string
			answer http.Handler
			call   func(client) (any, error)
		}{
			{"get", respond(http.StatusOK, clusterDocument(1)), func(c client) (any, error) { return c.get(t.Context(), clusterID) }},
			{"list", respond(http.StatusOK, listDocument(10)), func(c client) (any, error) { return c.list(t.Context()) }},
			{"create", respond(http.StatusAccepted, clusterDocument(1)), func(c client) (any, error) { return c.create(t.Context()) }},
			{"get after a 503", failFirst(clusterDocument(1)), func(c client) (any, error) { return c.get(t.Context(), clusterID) }},
		} {
			t.Run(via+"/"+tt.name, func(t *testing.T) {
				requests := map[string][]request{}
				answers := map[string]any{}
				for _, impl := range implementations {
					var mu sync.Mutex
					s := newServer(t, via, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
						seen := request{method: r.Method, path: r.URL.RequestURI(), header: r.Header.Clone()}
						// Keeping the connection or not is the difference that is measured.
						seen.header.Del("Connection")
						if r.Method == http.MethodPost {
							seen.header.Del("Content-Length")
							_ = json.NewDecoder(r.Body).Decode(&seen.body)
						}
						mu.Lock()
						requests[impl.name] = append(requests[impl.name], seen)
						mu.Unlock()
						tt.answer.ServeHTTP(w, r)
					}))
					answer, err := tt.call(impl.make(s.httpClient(), s.URL))
					require.NoError(t, err, impl.name)
					answers[impl.name] = answer
				}
				require.NotEmpty(t, requests["plain"])
				require.Equal(t, requests["plain"], requests["sdk"])
				require.Equal(t, answers["plain"], answers["sdk"])
			})
		}
	}
}

func TestClientsReportAFailure(t *testing.T) {
	for _, impl := range implementations {
		t.Run(impl.name, func(t *testing.T) {
			s := newServer(t, "http", respond(http.StatusNotFound, []byte(`{"httpStatus": 404, "messages": []}`)))
			_, err := impl.make(s.httpClient(), s.URL).get(t.Context(), clusterID)
			require.Error(t, err)
		})
	}
}

func TestPlainClientKeepsItsConnection(t *testing.T) {
	s := newServer(t, "tls", failFirst(clusterDocument(1)))
	c := newPlainClient(s.httpClient(), s.URL)
	for range 10 {
		_, err := c.get(t.Context(), clusterID)
		require.NoError(t, err)
	}
	require.Equal(t, int64(1), s.opened.Load())
}

func TestRequestsEncodeAlike(t *testing.T) {
	for _, tt := range []struct {
		name       string
		sdk, plain any
	}{
		{"cluster", sdkClusterRequest(), newPlainClusterRequest()},
		{"node pool", sdkNodePoolRequest(), newPlainNodePoolRequest()},
	} {
		t.Run(tt.name, func(t *testing.T) {
			want, err := json.Marshal(tt.plain)
			require.NoError(t, err)
			got, err := json.Marshal(tt.sdk)
			require.NoError(t, err)
			require.JSONEq(t, string(want), string(got))
		})
	}
}
