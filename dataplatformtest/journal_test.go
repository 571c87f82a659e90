// The journal: what a test can learn from it, and that it stays small.

package dataplatformtest

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestJournal(t *testing.T) {
	t.Parallel()
	clock := NewManualClock(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC))
	api := New(WithClock(clock))
	c := callerOf(t, api)
	require.Empty(t, api.Journal())
	cluster := c.createCluster("one")
	pool := c.createPool(cluster, "pool")
	path := "/clusters/" + cluster
	c.want(202, "PATCH", path, `{"properties":{"name":"two"}}`)
	clock.Advance(time.Minute)
	c.get("/clusters?name=o")
	c.as(nil).refused(401, "GET", path, "")
	c.refused(404, "GET", "/nothing", "")
	c.want(405, "PUT", path, "")
	c.refused(400, "POST", "/clusters", "{}")
	c.want(202, "DELETE", path+"/nodepools/"+pool, "")
	want := []Entry{
		{Operation: CreateCluster, Method: "POST", Path: "/clusters", Status: 202, Effect: Create, Resource: cluster},
		{Operation: CreateClusterNodepool, Method: "POST", Path: path + "/nodepools", Status: 202, Effect: Create, Resource: pool},
		{Operation: PatchCluster, Method: "PATCH", Path: path, Status: 202, Effect: Update, Resource: cluster},
		{Operation: GetClusters, Method: "GET", Path: "/clusters", Query: "name=o", Status: 200},
		{Operation: GetCluster, Method: "GET", Path: path, Status: 401},
		{Method: "GET", Path: "/nothing", Status: 404},
		{Method: "PUT", Path: path, Status: 405},
		{Operation: CreateCluster, Method: "POST", Path: "/clusters", Status: 400},
		{Operation: DeleteClusterNodepool, Method: "DELETE", Path: path + "/nodepools/" + pool, Status: 202, Effect: Delete, Resource: pool},
	}
	got := api.Journal()
	for i := range want {
		want[i].Number, want[i].Path = uint64(i+1), basePath+want[i].Path
		want[i].Time = time.Date(2025, 1, 1, 0, min(i/3, 1), 0, 0, time.UTC)
		if want[i].Status != 401 {
			want[i].Person = "user"
		}
		_, ok := parseIdentifier(got[i].RequestID)
		require.True(t, ok)
		got[i].RequestID = ""
	}
	require.Equal(t, want, got)
	require.Equal(t, uint64(9), api.JournalSince(8)[0].Number)
	require.Empty(t, api.JournalSince(9))
	require.Empty(t, api.JournalSince(1<<63))
	require.Equal(t, c.get("/clusters").header.Get("X-Request-Id"), api.JournalSince(9)[0].RequestID)
}

// TestJournalKeepsNoRequests is not parallel: it looks at all memory.
func TestJournalKeepsNoRequests(t *testing.T) {
	c := overHTTP(t, NewServer(t))
	query := "/versions?" + long(512<<10)
	const requests = 64
	before := memoryInUse()
	for range requests {
		c.get(query)
	}
	require.Less(t, memoryInUse()-before, int64(requests*len(query)/4))
}

func memoryInUse() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func TestJournalIsBounded(t *testing.T) {
	t.Parallel()
	api := New(WithJournal(3))
	c := callerOf(t, api)
	for range 10 {
		c.get("/versions")
	}
	c.do("GET", "/"+strings.Repeat("ä", 1000)+"?"+long(1000), "")
	got := api.Journal()
	require.Len(t, got, 3)
	require.Equal(t, []uint64{9, 10, 11}, []uint64{got[0].Number, got[1].Number, got[2].Number})
	require.Less(t, len(got[2].Path)+len(got[2].Query), 2*longestText+10)
	require.Len(t, api.JournalSince(9), 2)

	api = New(WithJournal(0))
	callerOf(t, api).get("/versions")
	require.Empty(t, api.Journal())
}

// TestJournalOfAnEarlierProcess asks with a number that this API hasn't given.
func TestJournalOfAnEarlierProcess(t *testing.T) {
	t.Parallel()
	api := New()
	const path = "/journal?since=500"
	answer := administer(t, api, 200, "GET", path, "")
	require.Empty(t, answer["items"])
	require.Equal(t, 0.0, answer["next"])
	c := callerOf(t, api)
	c.get("/versions")
	c.get("/versions")
	answer = administer(t, api, 200, "GET", path, "")
	require.Len(t, answer["items"], 2)
	require.Equal(t, 2.0, answer["next"])
	answer = administer(t, api, 200, "GET", "/journal?since=2", "")
	require.Empty(t, answer["items"])
	require.Equal(t, 2.0, answer["next"])
}
