// Durability: that what was acknowledged is there after a restart, that nothing
// is half there, and that lives go on where they stood.

package dataplatformtest

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
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

// TestRestartIsInvisible compares an API at many moments of a wild life with
// one that begins at that moment with what is kept of it.
func TestRestartIsInvisible(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			chance := rand.New(rand.NewPCG(seed, 0))
			durations := usual
			durations.Scaling, durations.Maintenance, durations.Terminated = 7*time.Minute, time.Hour, time.Minute
			clock := NewManualClock(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC))
			s := &memoryStore{}
			opts := []Option{WithClock(clock), WithDurations(durations), WithStore(s), WithSeed(seed), WithScript(func(change Change, usual Outcome) Outcome {
				usual.Fails = (change.ID[0]+change.Action[0])%5 == 0
				return usual
			})}
			c := callerOf(t, New(opts...))
			look := func(c *caller) []string {
				all := []string{c.get("/clusters").raw}
				for _, item := range c.get("/clusters").items() {
					all = append(all, c.get("/clusters/"+item.(map[string]any)["id"].(string)+"/nodepools").raw)
				}
				return all
			}
			pick := func(path string) string {
				items := c.get(path).items()
				if len(items) == 0 {
					return path + "/" + vdc
				}
				return path + "/" + items[chance.IntN(len(items))].(map[string]any)["id"].(string)
			}
			for range 100 {
				cluster := pick("/clusters")
				switch chance.IntN(10) {
				case 0, 1:
					c.do("POST", "/clusters", `{"properties":{"name":"one","datacenterId":"`+vdc+`","dataPlatformVersion":"24.3","maintenanceWindow":{"time":"01:00:00","dayOfTheWeek":"Thursday"}}}`)
				case 2, 3, 4:
					c.do("POST", cluster+"/nodepools", `{"properties":{"name":"pool","nodeCount":3,"autoScaling":{"minNodeCount":2,"maxNodeCount":9}}}`)
				case 5:
					c.do("PATCH", cluster, `{"properties":{"dataPlatformVersion":"24.11"}}`)
				case 6:
					if c.do("GET", cluster, "").status == 200 {
						c.do("PATCH", pick(cluster+"/nodepools"), `{"properties":{"nodeCount":5,"maintenanceWindow":{"time":"12:00:00","dayOfTheWeek":"Wednesday"}}}`)
					}
				case 7:
					if c.do("GET", cluster, "").status == 200 {
						c.do("DELETE", pick(cluster+"/nodepools"), "")
					}
				case 8:
					if chance.IntN(3) == 0 {
						c.do("DELETE", cluster, "")
					}
				case 9:
					clock.Advance(time.Duration(chance.IntN(5)) * time.Hour)
				}
				before := len(s.batches)
				clock.Advance(time.Duration(chance.IntN(600)) * time.Second)
				// One copy does itself what is due now, the other finds it done.
				due := append(opts[:len(opts):len(opts)], WithStore(s.cut(before)))
				want := look(c)
				require.Equal(t, want, look(callerOf(t, New(due...))))
				done := append(opts[:len(opts):len(opts)], WithStore(s.cut(len(s.batches))))
				require.Equal(t, want, look(callerOf(t, New(done...))))
			}
		})
	}
}

// TestCrashUnderLoad takes away what was not synced while many write, and looks
// for what had been acknowledged.
func TestCrashUnderLoad(t *testing.T) {
	t.Parallel()
	s := &memoryStore{}
	c := callerOf(t, New(WithStore(s)))
	var mu sync.Mutex
	const created, deleting, deleted = 1, 2, 3
	state := map[string]int{} // as the clients know it
	note := func(id string, what int) {
		mu.Lock()
		defer mu.Unlock()
		state[id] = what
	}
	known := func() map[string]int {
		mu.Lock()
		defer mu.Unlock()
		return maps.Clone(state)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range 40 {
				id := c.createCluster("one")
				note(id, created)
				c.createPool(id, "pool")
				if i%2 == 0 {
					note(id, deleting)
					c.want(202, "DELETE", "/clusters/"+id, "")
					note(id, deleted)
				}
			}
		})
	}
	for range 10 {
		before := known()
		s.mu.Lock()
		synced := s.synced
		s.mu.Unlock()
		later := known()
		after := callerOf(t, New(WithStore(s.cut(synced))))
		for id, was := range before {
			status := after.do("GET", "/clusters/"+id, "").status
			switch {
			case was == deleted:
				require.Equal(t, 404, status)
			case later[id] == created:
				require.Equal(t, 200, status)
			}
		}
	}
	wg.Wait()
	after := callerOf(t, New(WithStore(s.cut(s.synced))))
	require.Len(t, after.get("/clusters").items(), 160)
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
	require.Contains(t, c.refused(503, "POST", "/clusters", clusterBody("two")), "can't serve: write to the store: the disk is full")
	require.ErrorContains(t, api.Err(), "the disk is full")
	s.fail = nil
	c.refused(503, "GET", "/clusters", "")
	before := len(s.batches)
	api.Snapshot(1) // lets things happen that the Store would have to know
	require.Len(t, s.batches, before)
}

func TestBrokenStore(t *testing.T) {
	t.Parallel()
	id := vdc
	for name, record := range map[string]Record{
		"key": {"cluster/x", []byte(`{}`)}, "value": {"cluster/" + id, []byte(`{`)},
		"orphan": {"nodepool/" + id, []byte(`{"cluster":"` + id + `"}`)}, "event": {"cluster/" + id, []byte(`{"events":[{"what":9}]}`)},
		"identity": {keyIdentity, []byte(`{"listId":"x"}`)}, "secrets": {keySecrets, []byte(`{"secret":""}`)},
		"secrets' form": {keySecrets, []byte(`[]`)}, "clock": {keyClock, []byte(`[]`)},
		"identity without ids": {keyIdentity, []byte(`{}`)}, "ids": {keyIDs, []byte(`x`)},
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

// TestDamagedRecords is about records that can be read and can't be right.
func TestDamagedRecords(t *testing.T) {
	t.Parallel()
	const (
		whole = `{"properties":{"name":"one"},"createdBy":{"userId":"u"},"modifiedBy":{"userId":"u"}`
		event = `"at":"2020-01-01T00:00:00Z","number":1}]}`
	)
	open := func(record string) error {
		_, err := Open(WithStore(&memoryStore{batches: [][]Record{{{"cluster/" + vdc, []byte(record)}}}}))
		return err
	}
	for record, want := range map[string]string{
		`{}`:                                   "lacks a name",
		`null`:                                 "lacks a name",
		`{"properties":[],"rest":"AVAILABLE"}`: "lacks a name",
		`{"properties":{"name":"one"},"rest":"AVAILABLE"}`: "who created",
		whole + `}`:                                                "in no state",
		whole + `,"rest":"DEPLOYING"}`:                             "in no state",
		whole + `,"queue":[{"action":"x"}]}`:                       "unknown change",
		whole + `,"queue":[{"action":"create"}]}`:                  "has no end",
		whole + `,"rest":"TERMINATED"}`:                            "has no end",
		whole + `,"rest":"AVAILABLE","events":[{"what":0,` + event: "can't be",
		whole + `,"rest":"AVAILABLE","events":[{"what":1,` + event: "can't be",
	} {
		require.ErrorContains(t, open(record), want, record)
	}
	require.NoError(t, open(whole+`,"rest":"AVAILABLE"}`))
	require.NoError(t, open(whole+`,"queue":[{"action":"create"}],"events":[{"what":0,`+event))
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
