// Lives: each state, on a clock of the test's own and on the clock of a bubble.

package dataplatformtest

import (
	"io"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

var usual = Durations{
	ClusterDeploying: 10 * time.Minute, ClusterUpdating: 5 * time.Minute, ClusterDestroying: 2 * time.Minute,
	NodePoolDeploying: 4 * time.Minute, NodePoolUpdating: 3 * time.Minute, NodePoolDestroying: time.Minute,
}

func clocked(t *testing.T, opts ...Option) (*caller, *ManualClock) {
	clock := NewManualClock(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC))
	return inProcess(t, append([]Option{WithClock(clock), WithDurations(usual)}, opts...)...), clock
}

func TestClusterLife(t *testing.T) {
	t.Parallel()
	c, clock := clocked(t)
	path := "/clusters/" + c.createCluster("one")
	state := func() string { return c.get(path).state() }
	require.Equal(t, "DEPLOYING", state())
	require.Contains(t, c.refused(409, "GET", path+"/kubeconfig", ""), "is DEPLOYING, it has a kubeconfig when it is AVAILABLE")
	clock.Advance(10*time.Minute - 1)
	require.Equal(t, "DEPLOYING", state())
	clock.Advance(1)
	require.Equal(t, "AVAILABLE", state())
	c.get(path + "/kubeconfig")

	c.want(202, "PATCH", path, `{"properties":{"name":"two"}}`)
	require.Equal(t, "UPDATING", state())
	c.get(path + "/kubeconfig")
	clock.Advance(5 * time.Minute)
	require.Equal(t, "AVAILABLE", state())

	require.Equal(t, "DESTROYING", c.want(202, "DELETE", path, "").state())
	require.Equal(t, "DESTROYING", c.want(202, "DELETE", path, "").state(), "a second delete changes nothing")
	require.Contains(t, c.refused(409, "PATCH", path, `{"properties":{}}`), "is being deleted")
	require.Contains(t, c.refused(409, "POST", path+"/nodepools", poolBody("late")), "is being deleted")
	c.refused(409, "GET", path+"/kubeconfig", "")
	clock.Advance(2 * time.Minute)
	c.refused(404, "GET", path, "")
	c.refused(404, "DELETE", path, "")
	c.refused(404, "GET", path+"/kubeconfig", "")
}

func TestQueue(t *testing.T) {
	t.Parallel()
	c, clock := clocked(t)
	path := "/clusters/" + c.createCluster("one")
	get := func() reply { return c.get(path) }
	require.Equal(t, "BUSY", c.want(202, "PATCH", path, `{"properties":{"name":"two"}}`).state())
	require.Equal(t, "BUSY", c.want(202, "PATCH", path, `{"properties":{"name":"three"}}`).state())
	require.Equal(t, "three", get().at("properties", "name"))
	clock.Advance(10 * time.Minute) // deployed; the first change runs, the second waits
	require.Equal(t, "BUSY", get().state())
	clock.Advance(5 * time.Minute)
	require.Equal(t, "UPDATING", get().state())
	require.Equal(t, "BUSY", c.want(202, "DELETE", path, "").state())
	c.refused(409, "PATCH", path, `{"properties":{}}`)
	require.Equal(t, "BUSY", c.want(202, "DELETE", path, "").state())
	clock.Advance(5 * time.Minute)
	require.Equal(t, "DESTROYING", get().state())
	clock.Advance(2 * time.Minute)
	c.refused(404, "GET", path, "")
}

func TestLongSleep(t *testing.T) {
	t.Parallel()
	// Whoever looks only at the end sees what he would have seen by watching.
	c, clock := clocked(t)
	cluster := c.createCluster("one")
	pool := c.createPool(cluster, "pool")
	path := "/clusters/" + cluster
	c.want(202, "PATCH", path+"/nodepools/"+pool, `{"properties":{"nodeCount":9}}`)
	gone := c.createCluster("gone")
	c.want(202, "DELETE", "/clusters/"+gone, "")
	clock.Advance(17*time.Minute - 1)
	require.Equal(t, "UPDATING", c.get(path+"/nodepools/"+pool).state())
	clock.Advance(time.Hour)
	require.Equal(t, "AVAILABLE", c.get(path+"/nodepools/"+pool).state())
	require.Len(t, c.get("/clusters").items(), 1)
}

func TestNodePoolLife(t *testing.T) {
	t.Parallel()
	c, clock := clocked(t)
	cluster := c.createCluster("one")
	early := "/clusters/" + cluster + "/nodepools/" + c.createPool(cluster, "early")
	clock.Advance(10*time.Minute - 1)
	require.Equal(t, "DEPLOYING", c.get(early).state())
	clock.Advance(1) // now the cluster is there and the node pool begins
	require.Equal(t, "AVAILABLE", c.get("/clusters/"+cluster).state())
	require.Equal(t, "DEPLOYING", c.get(early).state())
	clock.Advance(4 * time.Minute)
	require.Equal(t, "AVAILABLE", c.get(early).state())

	late := "/clusters/" + cluster + "/nodepools/" + c.createPool(cluster, "late")
	require.Equal(t, "AVAILABLE", c.get("/clusters/"+cluster).state())
	clock.Advance(4 * time.Minute)
	require.Equal(t, "AVAILABLE", c.get(late).state())
	c.want(202, "PATCH", late, `{"properties":{"nodeCount":5}}`)
	require.Equal(t, "UPDATING", c.get(late).state())
	clock.Advance(3 * time.Minute)
	require.Equal(t, "AVAILABLE", c.get(late).state())
	c.want(202, "DELETE", late, "")
	require.Equal(t, "DESTROYING", c.get(late).state())
	require.Contains(t, c.refused(409, "PATCH", late, `{"properties":{}}`), "the node pool")
	clock.Advance(time.Minute)
	c.refused(404, "GET", late, "")

	// The cluster takes the other one along.
	c.want(202, "DELETE", "/clusters/"+cluster, "")
	require.Equal(t, "DESTROYING", c.get(early).state())
	require.Contains(t, c.refused(409, "PATCH", early, `{"properties":{}}`), "the cluster")
	clock.Advance(2 * time.Minute)
	c.refused(404, "GET", early, "")
}

func TestTerminated(t *testing.T) {
	t.Parallel()
	c, clock := clocked(t, WithDurations(Durations{ClusterDestroying: time.Minute, Terminated: time.Hour}))
	cluster := c.createCluster("one")
	pool := "/clusters/" + cluster + "/nodepools/" + c.createPool(cluster, "pool")
	c.want(202, "DELETE", "/clusters/"+cluster, "")
	clock.Advance(time.Minute)
	require.Equal(t, "TERMINATED", c.get("/clusters/"+cluster).state())
	require.Equal(t, "TERMINATED", c.get(pool).state())
	require.Equal(t, "TERMINATED", c.want(202, "DELETE", "/clusters/"+cluster, "").state())
	c.refused(409, "PATCH", "/clusters/"+cluster, `{"properties":{}}`)
	c.refused(409, "GET", "/clusters/"+cluster+"/kubeconfig", "")
	clock.Advance(time.Hour)
	c.refused(404, "GET", "/clusters/"+cluster, "")
	require.Empty(t, c.get("/clusters").items())
}

// failing makes every action of the given kind fail, n times.
func failing(kind Kind, action Action, n int) Option {
	return WithScript(func(c Change, usual Outcome) Outcome {
		if c.Kind == kind && c.Action == action && n > 0 {
			n--
			usual.Fails = true
		}
		return usual
	})
}

func TestFailedCreation(t *testing.T) {
	t.Parallel()
	c, clock := clocked(t, failing(Cluster, Create, 1))
	cluster := c.createCluster("one")
	path := "/clusters/" + cluster
	pool := path + "/nodepools/" + c.createPool(cluster, "pool")
	doomed := path + "/nodepools/" + c.createPool(cluster, "doomed")
	c.want(202, "PATCH", path, `{"properties":{"name":"two"}}`)
	c.want(202, "DELETE", doomed, "")
	clock.Advance(10 * time.Minute)
	require.Equal(t, "FAILED", c.get(path).state())
	require.Equal(t, "FAILED", c.get(pool).state())
	require.Equal(t, "DESTROYING", c.get(doomed).state())
	require.Contains(t, c.refused(409, "PATCH", path, `{"properties":{}}`), "is FAILED and can only be deleted")
	require.Contains(t, c.refused(409, "PATCH", pool, `{"properties":{}}`), "is FAILED and can only be deleted")
	c.refused(409, "POST", path+"/nodepools", poolBody("late"))
	require.Contains(t, c.refused(409, "GET", path+"/kubeconfig", ""), "is FAILED")
	c.want(202, "DELETE", path, "")
	clock.Advance(time.Hour)
	c.refused(404, "GET", path, "")
}

func TestFailedNodePool(t *testing.T) {
	t.Parallel()
	c, clock := clocked(t, failing(NodePool, Create, 1))
	cluster := c.createCluster("one")
	pool := "/clusters/" + cluster + "/nodepools/" + c.createPool(cluster, "pool")
	c.want(202, "DELETE", pool, "")
	clock.Advance(14 * time.Minute)
	require.Equal(t, "DESTROYING", c.get(pool).state(), "a delete that waited goes on")
	clock.Advance(time.Minute)
	c.refused(404, "GET", pool, "")
	require.Equal(t, "AVAILABLE", c.get("/clusters/"+cluster).state())
}

func TestFailedUpdate(t *testing.T) {
	t.Parallel()
	c, clock := clocked(t, failing(Cluster, Update, 1))
	path := "/clusters/" + c.want(202, "POST", "/clusters", `{"properties":{"name":"one","dataPlatformVersion":"24.3","datacenterId":"`+vdc+`"}}`).id()
	clock.Advance(time.Hour)
	c.want(202, "PATCH", path, `{"properties":{"dataPlatformVersion":"24.7"}}`)
	clock.Advance(time.Hour)
	got := c.get(path)
	require.Equal(t, "FAILED_UPDATING", got.state())
	require.Equal(t, "24.3", got.at("metadata", "currentDataPlatformVersion"))
	c.get(path + "/kubeconfig")
	c.want(202, "PATCH", path, `{"properties":{"dataPlatformVersion":"24.7"}}`)
	clock.Advance(time.Hour)
	got = c.get(path)
	require.Equal(t, "AVAILABLE", got.state())
	require.Equal(t, "24.7", got.at("metadata", "currentDataPlatformVersion"))
}

func TestFailedDeletion(t *testing.T) {
	t.Parallel()
	c, clock := clocked(t, failing(Cluster, Delete, 1))
	cluster := c.createCluster("one")
	path := "/clusters/" + cluster
	pool := path + "/nodepools/" + c.createPool(cluster, "pool")
	clock.Advance(time.Hour)
	c.want(202, "DELETE", path, "")
	require.Equal(t, "DESTROYING", c.get(pool).state())
	clock.Advance(2 * time.Minute)
	require.Equal(t, "FAILED_DESTROYING", c.get(path).state())
	require.Equal(t, "AVAILABLE", c.get(pool).state())
	c.refused(409, "PATCH", path, `{"properties":{}}`)
	c.want(202, "DELETE", path, "")
	clock.Advance(2 * time.Minute)
	c.refused(404, "GET", path, "")
}

func TestScriptSeesChanges(t *testing.T) {
	t.Parallel()
	var seen []Change
	var outcomes []Outcome
	c, clock := clocked(t, WithScript(func(change Change, usual Outcome) Outcome {
		seen, outcomes = append(seen, change), append(outcomes, usual)
		return Outcome{Duration: -time.Second}
	}))
	cluster := c.createCluster("one")
	pool := c.createPool(cluster, "pool")
	c.want(202, "PATCH", "/clusters/"+cluster, `{"properties":{}}`)
	clock.Advance(time.Hour)
	c.want(202, "DELETE", "/clusters/"+cluster, "")
	require.Equal(t, []Change{
		{Cluster, Create, cluster, "one", "user"}, {NodePool, Create, pool, "pool", "user"},
		{Cluster, Update, cluster, "one", "user"}, {Cluster, Delete, cluster, "one", "user"},
	}, seen)
	require.Equal(t, []Outcome{{10 * time.Minute, false}, {4 * time.Minute, false}, {5 * time.Minute, false}, {2 * time.Minute, false}}, outcomes)
}

// TestSlowBody is about a change whose body takes long to come: it happens when
// it is whole, after those that were quicker.
func TestSlowBody(t *testing.T) {
	t.Parallel()
	c, clock := clocked(t)
	path := "/clusters/" + c.createCluster("one")
	clock.Advance(usual.ClusterDeploying)
	body, writer := io.Pipe()
	slow := make(chan reply)
	go func() {
		slow <- c.do("PATCH", path, "{}", func(r *http.Request) { r.Body, r.ContentLength = body, -1 })
	}()
	_, err := writer.Write([]byte("{"))
	require.NoError(t, err)
	clock.Advance(time.Hour)
	quick := c.want(202, "PATCH", path, `{"properties":{"name":"quick"}}`)
	require.Equal(t, "2025-01-01T01:10:00.000Z", quick.at("metadata", "lastModifiedDate"))
	clock.Advance(time.Hour)
	_, err = writer.Write([]byte(`"properties":{"name":"slow"}}`))
	require.NoError(t, err)
	require.NoError(t, writer.Close())
	last := <-slow
	require.Equal(t, "2025-01-01T02:10:00.000Z", last.at("metadata", "lastModifiedDate"))
	require.Equal(t, "UPDATING", last.state(), "the quick one is through")
	clock.Advance(usual.ClusterUpdating - 1)
	require.Equal(t, "UPDATING", c.get(path).state())
}

func TestBubble(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := inProcess(t, WithDurations(usual))
		start := time.Now()
		path := "/clusters/" + c.createCluster("one")
		for c.get(path).state() != "AVAILABLE" {
			time.Sleep(30 * time.Second)
		}
		require.Equal(t, 10*time.Minute, time.Since(start))
		c.want(202, "DELETE", path, "")
		for c.do("GET", path, "").status != 404 {
			time.Sleep(time.Second)
		}
		require.Equal(t, 12*time.Minute, time.Since(start))
	})
}
