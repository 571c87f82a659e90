package ionoscloud

// What the tests of waiting and ensuring share: a client of the embedded API
// without a network, so that they run on virtual time.

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/stretchr/testify/require"
)

// requestLog notes the requests that go through it.
type requestLog struct {
	next http.RoundTripper
	mu   sync.Mutex
	seen []string // "GET /clusters"
	at   []time.Time
}

func (l *requestLog) RoundTrip(req *http.Request) (*http.Response, error) {
	l.mu.Lock()
	l.seen = append(l.seen, req.Method+" "+strings.TrimPrefix(req.URL.Path, "/dataplatform"))
	l.at = append(l.at, time.Now())
	l.mu.Unlock()
	return l.next.RoundTrip(req)
}

func (l *requestLog) all() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]string(nil), l.seen...)
}

func (l *requestLog) forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.seen, l.at = nil, nil
}

// thirty seconds is what everything takes in most tests.
const takes = 30 * time.Second

var thirtySeconds = dataplatformtest.WithDurations(dataplatformtest.Durations{
	ClusterDeploying: takes, ClusterUpdating: takes, ClusterDestroying: takes,
	NodePoolDeploying: takes, NodePoolUpdating: takes, NodePoolDestroying: takes,
})

// bubble makes a client of a new embedded API.
func bubble(opts ...dataplatformtest.Option) (*APIClient, *requestLog) {
	log := &requestLog{next: dataplatformtest.New(opts...).Transport()}
	return clientThrough(log), log
}

func clientThrough(transport http.RoundTripper) *APIClient {
	return clientOver(transport.RoundTrip, func(cfg *Configuration) { cfg.Token = "token" })
}

func makeCluster(t *testing.T, c *APIClient, name string) ClusterResponseData {
	t.Helper()
	cluster, _, err := c.DataPlatformClusterApi.CreateCluster(t.Context()).CreateClusterRequest(clusterOrder(name)).Execute()
	require.NoError(t, err)
	return cluster
}

func makePool(t *testing.T, c *APIClient, clusterID, name string) NodePoolResponseData {
	t.Helper()
	pool, _, err := c.DataPlatformNodePoolApi.CreateClusterNodepool(t.Context(), clusterID).CreateNodePoolRequest(poolOrder(name)).Execute()
	require.NoError(t, err)
	return pool
}

func clusterOrder(name string) CreateClusterRequest {
	return *NewCreateClusterRequest(*NewCreateClusterProperties(name, testClusterID))
}

func poolOrder(name string) CreateNodePoolRequest {
	return *NewCreateNodePoolRequest(*NewCreateNodePoolProperties(name, 3))
}

// script answers requests one after the other with these; the last one stays.
func script(answers ...func(*http.Request) (*http.Response, error)) roundTripper {
	var mu sync.Mutex
	next := 0
	return func(req *http.Request) (*http.Response, error) {
		mu.Lock()
		answer := answers[min(next, len(answers)-1)]
		next++
		mu.Unlock()
		return answer(req)
	}
}

func says(status int, body string, headers ...string) func(*http.Request) (*http.Response, error) {
	return func(req *http.Request) (*http.Response, error) { return reply(req, status, body, headers...), nil }
}

// clusterIs is a cluster's document with this metadata.
func clusterIs(metadata string) func(*http.Request) (*http.Response, error) {
	return says(200, `{"id":"`+testClusterID+`","metadata":{`+metadata+`},"properties":{"name":"lake"}}`)
}
