// What the service does by itself, rules of lives, and clocks that run.

package dataplatformtest

import (
	"encoding/json"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func scalingPool(c *caller, cluster, bounds string) string {
	c.t.Helper()
	return "/clusters/" + cluster + "/nodepools/" + c.want(202, "POST", "/clusters/"+cluster+"/nodepools",
		`{"properties":{"name":"pool","nodeCount":3,"autoScaling":`+bounds+`}}`).id()
}

func TestAutoScaling(t *testing.T) {
	t.Parallel()
	durations := usual
	durations.Scaling = 10 * time.Minute
	counts := func(n int, opts ...Option) []float64 {
		c, clock := clocked(t, append(opts, WithDurations(durations))...)
		cluster := c.createCluster("one")
		path := scalingPool(c, cluster, `{"minNodeCount":2,"maxNodeCount":5}`)
		clock.Advance(20 * time.Minute) // deployed after 14
		var all []float64
		for range n {
			got := c.get(path)
			count := got.at("properties", "nodeCount").(float64)
			if len(all) > 0 && all[len(all)-1] != count {
				require.Equal(t, "UPDATING", got.state())
			} else if len(all) > 0 {
				require.Equal(t, "AVAILABLE", got.state())
			}
			all = append(all, count)
			require.GreaterOrEqual(t, count, 2.0)
			require.LessOrEqual(t, count, 5.0)
			clock.Advance(3 * time.Minute)
			require.Equal(t, "AVAILABLE", c.get(path).state())
			clock.Advance(7 * time.Minute)
		}
		return all
	}
	first := counts(50, WithSeed(3))
	require.Equal(t, first, counts(50, WithSeed(3)))
	require.NotEqual(t, first, counts(50, WithSeed(4)))
	for _, count := range []float64{2, 3, 4, 5} {
		require.Contains(t, first, count)
	}
}

func TestAutoScalingChanges(t *testing.T) {
	t.Parallel()
	var scaled []Change
	c, clock := clocked(t, WithDurations(Durations{Scaling: time.Millisecond, NodePoolUpdating: time.Millisecond}),
		WithScript(func(change Change, usual Outcome) Outcome {
			if change.Action == Scale {
				scaled = append(scaled, change)
				usual.Fails = len(scaled) == 1
			}
			return usual
		}))
	cluster := c.createCluster("one")
	path := scalingPool(c, cluster, `{"minNodeCount":7,"maxNodeCount":7}`)
	count := func() any { return c.get(path).at("properties", "nodeCount") }
	require.Equal(t, 3.0, count())
	clock.Advance(time.Second)
	require.Equal(t, 7.0, count())
	clock.Advance(time.Millisecond)
	require.Equal(t, "FAILED_UPDATING", c.get(path).state())
	require.Equal(t, []Change{{NodePool, Scale, c.get(path).id(), "pool", ""}}, scaled)
	clock.Advance(time.Hour)
	require.Len(t, scaled, 1, "there is nothing to do any more")
	c.want(202, "PATCH", path, `{"properties":{"autoScaling":{"minNodeCount":1,"maxNodeCount":1}}}`)
	clock.Advance(time.Hour)
	require.Equal(t, 1.0, count())
	c.want(202, "PATCH", path, `{"properties":{"autoScaling":null,"nodeCount":9}}`)
	clock.Advance(time.Hour)
	require.Equal(t, 9.0, count())
	c.want(202, "PATCH", path, `{"properties":{"autoScaling":{"minNodeCount":1,"maxNodeCount":9}}}`)
	clock.Advance(100 * 365 * 24 * time.Hour)
	start := time.Now()
	count()
	require.Less(t, time.Since(start), 10*time.Second, "a leap isn't walked")
	c.want(202, "DELETE", "/clusters/"+cluster, "")
	c.refused(404, "GET", path, "")
}

func TestMaintenance(t *testing.T) {
	t.Parallel()
	durations := usual
	durations.Maintenance = time.Hour
	s := &memoryStore{}
	clock := NewManualClock(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)) // a Wednesday
	c := callerOf(t, New(WithClock(clock), WithDurations(durations), WithStore(s)))
	cluster := c.want(202, "POST", "/clusters", `{"properties":{"name":"one","datacenterId":"`+vdc+`","maintenanceWindow":{"time":"02:00:00","dayOfTheWeek":"Thursday"}}}`).id()
	pool := "/clusters/" + cluster + "/nodepools/" + c.want(202, "POST", "/clusters/"+cluster+"/nodepools",
		`{"properties":{"name":"pool","nodeCount":3,"maintenanceWindow":{"time":"00:05:00","dayOfTheWeek":"Wednesday"}}}`).id()
	path := "/clusters/" + cluster
	state := func(path string) string { return c.get(path).state() }
	clock.Advance(26*time.Hour - 1)
	require.Equal(t, "AVAILABLE", state(path))
	require.Equal(t, "AVAILABLE", state(pool), "its window was over when it was there")
	clock.Advance(1)
	require.Equal(t, "UPDATING", state(path))
	require.Equal(t, "user", c.get(path).at("metadata", "lastModifiedBy"))
	require.Equal(t, "BUSY", c.want(202, "PATCH", path, `{"properties":{"name":"two"}}`).state())
	// A restart in the middle of it changes nothing.
	c = callerOf(t, New(WithClock(clock), WithDurations(durations), WithStore(s)))
	clock.Advance(time.Hour)
	require.Equal(t, "UPDATING", state(path))
	clock.Advance(5 * time.Minute)
	require.Equal(t, "AVAILABLE", state(path))
	clock.Advance(7*24*time.Hour - 65*time.Minute)
	require.Equal(t, "UPDATING", state(path), "every week")
	require.Equal(t, "AVAILABLE", state(pool))
	clock.Advance(5*24*time.Hour + 22*time.Hour + 4*time.Minute) // Wednesday, 00:04
	require.Equal(t, "AVAILABLE", state(pool))
	clock.Advance(time.Minute)
	require.Equal(t, "UPDATING", state(pool))
	clock.Advance(time.Hour)
	require.Equal(t, "AVAILABLE", state(pool))

	// Another window holds at once.
	c.want(202, "PATCH", path, `{"properties":{"maintenanceWindow":{"time":"02:00:00","dayOfTheWeek":"Wednesday"}}}`)
	clock.Advance(55 * time.Minute) // Wednesday, 02:00
	require.Equal(t, "UPDATING", state(path))
}

func TestNextWindow(t *testing.T) {
	t.Parallel()
	now := time.Date(2025, 1, 1, 12, 0, 0, 0, time.UTC) // a Wednesday
	window := func(clock, day string) any { return map[string]any{"time": clock, "dayOfTheWeek": day} }
	for want, window := range map[string]any{
		"2025-01-01T12:00:01Z": window("12:00:01", "Wednesday"), "2025-01-08T12:00:00Z": window("12:00:00", "Wednesday"),
		"2025-01-02T00:00:00Z": window("00:00:00", "Thursday"), "2025-01-07T23:59:59Z": window("23:59:59", "Tuesday"),
		"0001-01-01T00:00:00Z": window("24:00:00", "Tuesday"),
	} {
		require.Equal(t, want, nextWindow(window, now).Format(time.RFC3339))
	}
	for _, none := range []any{nil, window("", ""), window("00:00:00", "Funday"), 3} {
		require.True(t, nextWindow(none, now).IsZero())
	}
}

func TestRules(t *testing.T) {
	t.Parallel()
	// This creation fails, that update hangs for an hour, this deletion fails once.
	c, clock := clocked(t, WithRules(
		Rule{Kind: Cluster, Action: Create, Name: "doomed", Fails: true},
		Rule{Action: Update, Skip: 1, Times: 1, Duration: time.Hour},
		Rule{Action: Delete, Times: 1, Duration: -1, Fails: true},
	))
	doomed, path := "/clusters/"+c.createCluster("doomed"), "/clusters/"+c.createCluster("fine")
	clock.Advance(10 * time.Minute)
	require.Equal(t, "FAILED", c.get(doomed).state())
	require.Equal(t, "AVAILABLE", c.get(path).state())
	for _, d := range []time.Duration{5 * time.Minute, time.Hour, 5 * time.Minute} {
		c.want(202, "PATCH", path, `{"properties":{"lans":[]}}`)
		clock.Advance(d - 1)
		require.Equal(t, "UPDATING", c.get(path).state())
		clock.Advance(1)
		require.Equal(t, "AVAILABLE", c.get(path).state())
	}
	c.want(202, "DELETE", path, "")
	require.Equal(t, "FAILED_DESTROYING", c.get(path).state())
	c.want(202, "DELETE", path, "")
	require.Equal(t, "DESTROYING", c.get(path).state())
	clock.Advance(2 * time.Minute)
	c.refused(404, "GET", path, "")
}

func TestWrongRules(t *testing.T) {
	t.Parallel()
	for want, rule := range map[string]Rule{
		"rule 1: kind: is \"x\"": {Kind: "x"}, "action: is \"x\"": {Action: "x"}, "name: is \"[\"": {Name: "["},
		"at least 0": {Skip: -1}, "a cluster does not scale": {Kind: Cluster, Action: Scale, Fails: true},
	} {
		_, err := Open(WithRules(rule))
		require.ErrorContains(t, err, want)
	}
	for _, text := range []string{`{"x":1}`, `{"duration":1}`, `{"duration":"x"}`} {
		require.Error(t, json.Unmarshal([]byte(text), new(Rule)))
	}
}

func TestRunningClock(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		start := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
		clock := NewManualClock(start)
		time.Sleep(time.Second)
		require.Equal(t, start, clock.Now())
		clock.SetSpeed(60)
		require.Equal(t, start, clock.Now())
		time.Sleep(time.Second)
		require.Equal(t, start.Add(time.Minute), clock.Now())
		clock.Advance(time.Minute)
		clock.Advance(-time.Hour)
		clock.SetSpeed(1)
		time.Sleep(time.Second)
		require.Equal(t, start.Add(2*time.Minute+time.Second), clock.Now())
		clock.SetSpeed(-1)
		require.Zero(t, clock.Speed())
		time.Sleep(time.Second)
		require.Equal(t, start.Add(2*time.Minute+time.Second), clock.Now())
		require.Equal(t, time.Now(), NewManualClock(time.Time{}).Now())
	})
}
