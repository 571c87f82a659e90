// Versions: which there are, in both shapes, and which a cluster may change to.

package dataplatformtest

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestVersions(t *testing.T) {
	t.Parallel()
	require.Equal(t, `["1.0","2.0"]`, inProcess(t, WithVersions("1.0", "2.0"), WithBareVersions()).get("/versions").raw)
	c := inProcess(t, WithVersions("1.0", "1.1", "2.0"))
	require.Equal(t, []any{"1.0", "1.1", "2.0"}, c.get("/versions").items())
	id := c.want(202, "POST", "/clusters", `{"properties":{"name":"one","datacenterId":"`+vdc+`","dataPlatformVersion":"1.1"}}`).id()
	pool := c.createPool(id, "pool")
	require.Contains(t, c.refused(400, "PATCH", "/clusters/"+id, `{"properties":{"dataPlatformVersion":"1.0"}}`), "must be 1.1 or an upgrade from it (2.0)")
	require.Contains(t, c.refused(400, "PATCH", "/clusters/"+id, `{"properties":{"dataPlatformVersion":"9"}}`), "dataPlatformVersion")
	c.want(202, "PATCH", "/clusters/"+id, `{"properties":{"dataPlatformVersion":"1.1"}}`)
	c.want(202, "PATCH", "/clusters/"+id, `{"properties":{"dataPlatformVersion":"2.0"}}`)
	require.Contains(t, c.refused(400, "PATCH", "/clusters/"+id, `{"properties":{"dataPlatformVersion":"1.1"}}`), "an upgrade from it (there is none)")
	upgraded := c.get("/clusters/" + id + "/nodepools/" + pool)
	require.Equal(t, "2.0", upgraded.at("properties", "dataPlatformVersion"))
	require.Equal(t, "2.0", upgraded.at("metadata", "currentDataPlatformVersion"))
}

// A version is compared with the one that is on its way, not with the one that
// runs; one whose upgrade failed is still wanted; one that nobody offers any
// more has no upgrades.
func TestVersionsOnTheirWay(t *testing.T) {
	t.Parallel()
	clock := NewManualClock(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	fails := false
	c := inProcess(t, WithClock(clock), WithDurations(Durations{ClusterUpdating: time.Minute}), WithScript(func(ch Change, o Outcome) Outcome {
		o.Fails = fails && ch.Action == Update
		return o
	}))
	created := c.want(202, "POST", "/clusters", `{"properties":{"name":"one","datacenterId":"`+vdc+`","dataPlatformVersion":"24.3"}}`)
	path := "/clusters/" + created.id()
	c.want(202, "PATCH", path, `{"properties":{"dataPlatformVersion":"24.7"}}`)
	require.Contains(t, c.refused(400, "PATCH", path, `{"properties":{"dataPlatformVersion":"24.3"}}`), `must be 24.7 or an upgrade from it (24.11)`)
	clock.Advance(time.Hour)

	fails = true
	c.want(202, "PATCH", path, `{"properties":{"dataPlatformVersion":"24.11"}}`)
	clock.Advance(time.Hour)
	require.Contains(t, c.want(200, "GET", path, "").raw, `"state":"FAILED_UPDATING"`)
	fails = false
	c.want(202, "PATCH", path, `{"properties":{"name":"two"}}`)
	clock.Advance(time.Hour)
	now := c.want(200, "GET", path, "").raw
	require.Contains(t, now, `"currentDataPlatformVersion":"24.11"`)
	require.Contains(t, now, `"dataPlatformVersion":"24.11"`)

	require.Empty(t, upgrades([]string{"23.7", "24.7"}, "24.3"))
}
