// Clocks at their ends: they never go back, and stop before the calendar does.

package dataplatformtest

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestClockNeverGoesBack opens what an API kept on a machine whose own clock
// has been set back since.
func TestClockNeverGoesBack(t *testing.T) {
	t.Parallel()
	shown := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	raw, err := json.Marshal(clockState{Shown: shown, Since: time.Now().Add(24 * time.Hour), Speed: 60})
	require.NoError(t, err)
	clock := NewManualClock(time.Time{})
	_, err = Open(WithClock(clock), WithStore(&memoryStore{batches: [][]Record{{{keyClock, raw}}}}))
	require.NoError(t, err)
	require.False(t, clock.Now().Before(shown), "it shows %s", clock.Now())
	require.Equal(t, 60.0, clock.Speed())
}

// TestClockKnowsWhatHappened: what was kept of the clock is older than the last
// change, as after a machine's clock was set back by less than the run took. No
// resource may be of the future then.
func TestClockKnowsWhatHappened(t *testing.T) {
	t.Parallel()
	s := &memoryStore{}
	clock := NewManualClock(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC))
	api, err := Open(WithStore(s), WithClock(clock), WithDurations(usual))
	require.NoError(t, err)
	id := callerOf(t, api).createCluster("one")
	clock.Advance(time.Hour) // behind the API's back
	callerOf(t, api).createPool(id, "pool")
	was := clock.Now()
	clock = NewManualClock(time.Time{})
	reopened(t, s, clock)
	require.False(t, clock.Now().Before(was), "it shows %s, after %s", clock.Now(), was)
	require.Zero(t, clock.Speed())
}

// TestClockEnds lets so much time pass that no calendar could show it.
func TestClockEnds(t *testing.T) {
	t.Parallel()
	s := &memoryStore{}
	clock := NewManualClock(time.Time{})
	api, err := Open(WithStore(s), WithClock(clock), WithDurations(usual))
	require.NoError(t, err)
	c := callerOf(t, api)
	id := c.createCluster("one")
	for range 100 {
		clock.Advance(200 * 365 * 24 * time.Hour)
		c.get("/clusters/" + id)
	}
	c.want(202, "PATCH", "/clusters/"+id, `{"properties":{"name":"two"}}`)
	require.NoError(t, api.AdvanceClock(time.Hour))
	require.NoError(t, api.SetClockSpeed(math.Inf(1)))
	require.NoError(t, api.Err())
	end := clock.Now()
	clock = NewManualClock(time.Time{})
	c = reopened(t, s, clock)
	require.True(t, end.Equal(clock.Now()), "%s, then %s", end, clock.Now())
	require.Equal(t, "two", c.get("/clusters/" + id).doc["properties"].(map[string]any)["name"])
}

// TestOddSpeeds must not leave a clock that shows nothing.
func TestOddSpeeds(t *testing.T) {
	t.Parallel()
	start := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	clock := NewManualClock(start)
	for _, speed := range []float64{-1, math.NaN(), math.Inf(-1)} {
		clock.SetSpeed(speed)
		require.Equal(t, 0.0, clock.Speed(), speed)
		require.Equal(t, start, clock.Now(), speed)
	}
}
