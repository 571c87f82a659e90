// Any life: random requests on a random clock, with what must hold at all times.

package dataplatformtest

import (
	"fmt"
	mathrand "math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// anyLife is one random run.
type anyLife struct {
	*testing.T
	*caller
	rng      *mathrand.Rand
	clock    *ManualClock
	api      *API
	clusters []string // their paths, also of those that have gone
	pools    []string
}

func TestAnyLife(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			rng := mathrand.New(mathrand.NewPCG(seed, 1))
			durations := usual
			if seed%4 == 0 { // everything at once
				durations = Durations{}
			}
			durations.Terminated = time.Duration(seed%2) * 3 * time.Minute
			durations.Scaling = time.Duration(seed%3) * 7 * time.Minute
			durations.Maintenance = time.Duration(seed%5) * 10 * time.Minute
			failures, store := rng.Float64()*0.4, &memoryStore{}
			clock := NewManualClock(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC))
			opts := []Option{WithClock(clock), WithDurations(durations), WithStore(store), WithScript(func(_ Change, o Outcome) Outcome {
				o.Fails = rng.Float64() < failures
				if rng.IntN(10) == 0 {
					o.Duration = time.Duration(rng.IntN(3600)) * time.Second
				}
				return o
			})}
			l := &anyLife{T: t, rng: rng, clock: clock}
			for step := range 120 {
				if step%40 == 0 { // a restart changes nothing
					before := l.snapshot()
					l.api = New(opts...)
					require.NoError(t, l.api.Err())
					l.caller = callerOf(t, l.api)
					if step > 0 {
						require.Equal(t, before, l.snapshot())
					}
				}
				l.act()
				l.look()
			}
			l.end()
		})
	}
}

func (l *anyLife) snapshot() string {
	if l.api == nil {
		return ""
	}
	return toJSON(l.T, l.api.Snapshot(1000))
}

// pick is one of the paths, or one that leads nowhere.
func (l *anyLife) pick(paths []string) string {
	if len(paths) == 0 {
		return "/clusters/" + vdc
	}
	return paths[l.rng.IntN(len(paths))]
}

// act sends a request, or lets time pass.
func (l *anyLife) act() {
	send := func(method, path, body string, states ...string) reply {
		r := l.do(method, path, body)
		require.Contains(l.T, []int{202, 400, 404, 409}, r.status, r.raw)
		if r.status == 202 {
			require.Contains(l.T, states, r.state(), method)
		}
		return r
	}
	switch l.rng.IntN(9) {
	case 0:
		days := []string{"Monday", "Tuesday", "Wednesday", "Thursday"}
		r := send("POST", "/clusters", fmt.Sprintf(`{"properties":{"name":"one","datacenterId":"%s","dataPlatformVersion":"23.7",
			"maintenanceWindow":{"time":"%02d:00:00","dayOfTheWeek":"%s"}}}`, vdc, l.rng.IntN(24), days[l.rng.IntN(4)]), "DEPLOYING")
		l.clusters = append(l.clusters, "/clusters/"+r.id())
	case 1, 2:
		path := l.pick(l.clusters)
		r := send("POST", path+"/nodepools", `{"properties":{"name":"pool","nodeCount":3,"autoScaling":{"minNodeCount":2,"maxNodeCount":4}}}`, "DEPLOYING")
		if r.status == 202 {
			l.pools = append(l.pools, path+"/nodepools/"+r.id())
		}
	case 3:
		send("PATCH", l.pick(l.clusters), []string{
			`{"properties":{"name":"two"}}`, `{"properties":{"dataPlatformVersion":"24.3"}}`, `{"properties":{"dataPlatformVersion":"24.11"}}`,
		}[l.rng.IntN(3)], "UPDATING", "BUSY")
	case 4:
		send("PATCH", l.pick(l.pools), `{"properties":{"nodeCount":4}}`, "UPDATING", "BUSY")
	case 5:
		send("DELETE", l.pick(slices.Concat(l.clusters, l.pools, l.pools)), "", "DESTROYING", "BUSY", "TERMINATED")
	default:
		l.clock.Advance(time.Duration(l.rng.IntN(1200)) * time.Second)
	}
}

// look checks what must hold whatever happened.
func (l *anyLife) look() {
	for _, item := range l.get("/clusters").items() {
		id := item.(map[string]any)["id"].(string)
		cluster := l.get("/clusters/" + id)
		require.Equal(l.T, item, cluster.at(), "a list shows what a read shows")
		for _, item := range l.get("/clusters/" + id + "/nodepools").items() {
			pool := reply{doc: item.(map[string]any)}
			require.Equal(l.T, cluster.at("metadata", "currentDataPlatformVersion"), pool.at("properties", "dataPlatformVersion"))
			if may := map[string][]string{
				"DEPLOYING": {"DEPLOYING", "BUSY"}, "DESTROYING": {"DESTROYING"}, "TERMINATED": {"TERMINATED"},
				"FAILED": {"FAILED", "FAILED_DESTROYING", "DESTROYING", "TERMINATED"},
			}[cluster.state()]; may != nil {
				require.Contains(l.T, may, pool.state(), "in a cluster that is %s", cluster.state())
			}
		}
	}
}

// end checks that no life is stuck, and that everything can be removed.
func (l *anyLife) end() {
	l.clock.Advance(300 * time.Hour)
	all := l.api.Snapshot(1000).Clusters
	for _, cluster := range all {
		for _, r := range append(cluster.NodePools, cluster) {
			if len(r.Queue) > 0 {
				require.Contains(l.T, []Action{Maintain, Scale}, r.Queue[0], "nothing else goes on for so long")
				require.False(l.T, r.Next.IsZero())
			}
		}
		for l.do("DELETE", "/clusters/"+cluster.ID, "").status == 202 {
			l.clock.Advance(24 * time.Hour)
		}
	}
	require.Empty(l.T, l.get("/clusters").items())
	require.Empty(l.T, l.api.store.agenda.queue)
}
