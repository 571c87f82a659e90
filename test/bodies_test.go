// Bodies: whatever the embedded API accepts, the description allows, and
// whatever it answers, the description has.

package integration

import (
	"fmt"
	mathrand "math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// scalars are values that fit somewhere, or nowhere.
var scalars = []string{
	`null`, `1`, `0`, `-1`, `1.5`, `2.0`, `1e2`, `1e999`, `2048`, `2049`, `4096`, `2147483647`, `2147483648`, `true`, `false`, `[]`, `{}`,
	`""`, `"a"`, `"ab"`, `"a b"`, `"ä"`, `"a\n"`, `"24.7"`, `"24.11"`, `"25.1"`, `"AUTO"`, `"SSD"`, `"ZONE_1"`, `"Monday"`, `"10:00:00"`,
	`"24:00:00"`, `"10.0.0.0/8"`, `"::1"`, `"` + datacenter + `"`, `"` + strings.ReplaceAll(datacenter, "-", "") + `"`,
	`"` + strings.Repeat("a", 63) + `"`, `"` + strings.Repeat("a", 64) + `"`,
}

// fitting are values that are mostly right, by property.
var fitting = map[string][]string{
	"name": {`"lake"`, `"a-1"`}, "dataPlatformVersion": {`"24.11"`}, "datacenterId": {`"` + datacenter + `"`}, "nodeCount": {`1`, `3`},
	"cpuFamily": {`"AUTO"`}, "coresCount": {`4`}, "ramSize": {`2048`}, "storageSize": {`10`}, "storageType": {`"HDD"`}, "availabilityZone": {`"ZONE_2"`},
	"labels": {`{}`, `{"team":"x"}`, `{"team":7}`}, "annotations": {`{"example.com/a":"any text"}`},
	"time": {`"09:30:00"`}, "dayOfTheWeek": {`"Sunday"`}, "minNodeCount": {`1`, `2`}, "maxNodeCount": {`2`, `3`},
	"lanId": {`"1"`}, "dhcp": {`true`, `false`}, "network": {`"10.0.0.0/8"`}, "gateway": {`"fd00::1"`},
}

// nested are the properties of properties.
var nested = map[string]string{
	"maintenanceWindow": "{time dayOfTheWeek}", "autoScaling": "{minNodeCount maxNodeCount}", "lans": "[lanId dhcp routes]", "routes": "[network gateway]",
}

// some is a value for a property; about one in eight doesn't belong there.
func some(rng *mathrand.Rand, name string) string {
	if rng.IntN(8) == 0 {
		return scalars[rng.IntN(len(scalars))]
	}
	if values := fitting[name]; values != nil {
		return values[rng.IntN(len(values))]
	}
	form := nested[name]
	object := someOf(rng, strings.Fields(form[1:len(form)-1])...)
	if form[0] == '[' {
		return "[" + object + "]"
	}
	return object
}

func someOf(rng *mathrand.Rand, names ...string) string {
	var members []string
	for _, name := range names {
		if rng.IntN(5) > 0 {
			members = append(members, fmt.Sprintf("%q:%s", name, some(rng, name)))
		}
	}
	return "{" + strings.Join(members, ",") + "}"
}

func TestAnyBody(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	href := func(body string) string {
		return strings.TrimPrefix(strings.Split(strings.Split(body, `"href":"`)[1], `"`)[0], "/dataplatform")
	}
	_, body := s.send(t, "POST", "/clusters", `{"properties":{"name":"lake","datacenterId":"`+datacenter+`","dataPlatformVersion":"24.7"}}`)
	cluster := href(body)
	_, body = s.send(t, "POST", cluster+"/nodepools", `{"properties":{"name":"workers","nodeCount":1}}`)
	pool := href(body)
	rng := mathrand.New(mathrand.NewPCG(1, 1))
	targets := []struct {
		method, path string
		properties   []string
	}{
		{"POST", "/clusters", []string{"name", "datacenterId", "dataPlatformVersion", "maintenanceWindow", "lans"}},
		{"PATCH", cluster, []string{"name", "dataPlatformVersion", "maintenanceWindow", "lans"}},
		{"POST", cluster + "/nodepools", []string{
			"name", "nodeCount", "cpuFamily", "coresCount", "ramSize", "availabilityZone", "storageType", "storageSize",
			"maintenanceWindow", "labels", "annotations", "autoScaling",
		}},
		{"PATCH", pool, []string{"nodeCount", "maintenanceWindow", "labels", "annotations", "autoScaling"}},
	}
	seen := map[string]int{}
	for range 2000 {
		target := targets[rng.IntN(len(targets))]
		body := `{"properties":` + someOf(rng, target.properties...) + `}`
		got, _ := s.send(t, target.method, target.path, body)
		require.Contains(t, []int{202, 400}, got.StatusCode, body)
		seen[fmt.Sprint(target.method, " ", target.path, " ", got.StatusCode)]++
	}
	require.Len(t, seen, 2*len(targets), "each was accepted and refused: %v", seen)
	for _, path := range []string{"/clusters", cluster, cluster + "/nodepools", pool} {
		got, _ := s.send(t, "GET", path, "")
		require.Equal(t, 200, got.StatusCode)
	}
}
