// Durability: that what was acknowledged is there after a restart, that nothing
// is half there, and that lives go on where they stood.

package dataplatformtest

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// memoryStore is a Store that loses what was not synced when it is cut.
type memoryStore struct {
	mu      sync.Mutex
	batches [][]Record
	synced  int // batches
	fail    error
	manual  bool // nothing is synced before sync is called
}

func (s *memoryStore) Load(restore func(string, []byte) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := map[string][]byte{}
	for _, batch := range s.batches {
		for _, r := range batch {
			if r.Value == nil {
				delete(all, r.Key)
			} else {
				all[r.Key] = r.Value
			}
		}
	}
	for key, value := range all {
		if err := restore(key, value); err != nil {
			return err
		}
	}
	return s.fail
}

func (s *memoryStore) Commit(batch []Record) func() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.batches = append(s.batches, batch)
	mine := len(s.batches)
	return func() error {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.fail != nil {
			return s.fail
		}
		if !s.manual {
			s.synced = max(s.synced, mine)
		}
		return nil
	}
}

// cut is the Store as it is after the first n batches.
func (s *memoryStore) cut(n int) *memoryStore {
	s.mu.Lock()
	defer s.mu.Unlock()
	return &memoryStore{batches: s.batches[:n:n]}
}

func reopened(t *testing.T, s Store, clock Clock, opts ...Option) *caller {
	api, err := Open(append([]Option{WithStore(s), WithClock(clock), WithDurations(usual)}, opts...)...)
	require.NoError(t, err)
	return callerOf(t, api)
}

func TestRestart(t *testing.T) {
	t.Parallel()
	s := &memoryStore{}
	clock := NewManualClock(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC))
	c := reopened(t, s, clock, failing(NodePool, Update, 1))
	cluster := "/clusters/" + c.createCluster("one")
	pool := cluster + "/nodepools/" + c.createPool(cluster[len("/clusters/"):], "pool")
	gone := "/clusters/" + c.createCluster("gone")
	c.want(202, "DELETE", gone, "")
	clock.Advance(15 * time.Minute)
	kubeconfig := c.get(cluster + "/kubeconfig").raw
	c.want(202, "PATCH", cluster, `{"properties":{"lans":[{"lanId":"1"}]}}`)
	c.want(202, "PATCH", pool, `{"properties":{"nodeCount":7}}`)
	paths := []string{"/clusters", "/versions", cluster, pool, cluster + "/nodepools", gone}
	before := map[string]reply{}
	for _, path := range paths {
		before[path] = c.do("GET", path, "")
	}

	c = reopened(t, s, clock)
	for _, path := range paths {
		require.Equal(t, before[path].raw, c.do("GET", path, "").raw, path)
	}
	require.Equal(t, kubeconfig, c.get(cluster+"/kubeconfig").raw)
	require.Equal(t, "UPDATING", c.get(pool).state())
	clock.Advance(3 * time.Minute)
	c = reopened(t, s, clock)
	require.Equal(t, "FAILED_UPDATING", c.get(pool).state(), "how it ends was settled before")
	require.Equal(t, "UPDATING", c.get(cluster).state())
	clock.Advance(2 * time.Minute)
	require.Equal(t, "AVAILABLE", c.get(cluster).state())
	c.refused(404, "GET", gone, "")
	c.createCluster("another")
	c.want(202, "DELETE", cluster, "")
	clock.Advance(time.Hour)
	c = reopened(t, s, clock)
	require.Len(t, c.get("/clusters").items(), 1)
}

// TestEveryCut goes on from every moment at which the process may have ended.
func TestEveryCut(t *testing.T) {
	t.Parallel()
	s := &memoryStore{}
	start := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	clock := NewManualClock(start)
	c := reopened(t, s, clock)
	var acknowledged []int // batches, after each cluster
	for i := range 4 {
		cluster := c.createCluster(fmt.Sprintf("c%d", i))
		acknowledged = append(acknowledged, len(s.batches))
		c.createPool(cluster, "pool")
		clock.Advance(6 * time.Minute)
		c.get("/clusters")
		c.want(202, "PATCH", "/clusters/"+cluster, `{"properties":{"dataPlatformVersion":"24.11"}}`)
	}
	for n := range len(s.batches) + 1 {
		after := reopened(t, s.cut(n), NewManualClock(clock.Now()))
		clusters := 0
		for _, batches := range acknowledged {
			if batches <= n {
				clusters++
			}
		}
		require.Len(t, after.get("/clusters").items(), clusters)
		for what, count := range map[string]int{"AVAILABLE": clusters} {
			late := reopened(t, s.cut(n), NewManualClock(clock.Now().Add(24*time.Hour)))
			for _, item := range late.get("/clusters").items() {
				require.Equal(t, what, item.(map[string]any)["metadata"].(map[string]any)["state"])
				pools := late.get("/clusters/" + item.(map[string]any)["id"].(string) + "/nodepools").items()
				for _, pool := range pools {
					require.Equal(t, what, pool.(map[string]any)["metadata"].(map[string]any)["state"])
				}
			}
			require.Len(t, late.get("/clusters").items(), count)
		}
	}
}

func TestStoreFails(t *testing.T) {
	t.Parallel()
	s := &memoryStore{}
	api, err := Open(WithStore(s))
	require.NoError(t, err)
	c := callerOf(t, api)
	c.createCluster("one")
	require.NoError(t, api.Err())
	s.fail = errors.New("the disk is full")
	require.Contains(t, c.refused(503, "POST", "/clusters", clusterBody("two")), "could not be written")
	require.ErrorContains(t, api.Err(), "the disk is full")
	s.fail = nil
	c.refused(503, "GET", "/clusters", "")
}

func TestBrokenStore(t *testing.T) {
	t.Parallel()
	id := vdc
	for name, record := range map[string]Record{
		"key": {"cluster/x", []byte(`{}`)}, "value": {"cluster/" + id, []byte(`{`)},
		"orphan": {"nodepool/" + id, []byte(`{"cluster":"` + id + `"}`)}, "event": {"cluster/" + id, []byte(`{"events":[{"what":9}]}`)},
		"identity": {keyIdentity, []byte(`{"listId":"x"}`)}, "secrets": {keySecrets, []byte(`{"secret":""}`)},
		"secrets' form": {keySecrets, []byte(`[]`)}, "clock": {keyClock, []byte(`[]`)}, "ids": {keyIDs, []byte(`x`)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			opts := []Option{WithStore(&memoryStore{batches: [][]Record{{record}}}), WithSeed(1), WithClock(NewManualClock(time.Time{}))}
			_, err := Open(opts...)
			require.ErrorContains(t, err, "restore from the store")
			_, err = Start(opts...)
			require.ErrorContains(t, err, "restore from the store")
			api := New(opts...)
			require.Error(t, api.Err())
			callerOf(t, api).refused(503, "GET", "/versions", "")
		})
	}
	_, err := Open(WithStore(&memoryStore{fail: errors.New("no such file")}))
	require.ErrorContains(t, err, "no such file")
}

func TestSeededRestart(t *testing.T) {
	t.Parallel()
	s := &memoryStore{}
	seen := map[string]bool{}
	for range 3 {
		c := callerOf(t, New(WithStore(s), WithSeed(7)))
		for range 3 {
			id := c.createCluster("one")
			require.False(t, seen[id])
			seen[id] = true
		}
	}
}
