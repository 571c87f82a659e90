// Every bound of the description, just inside and just outside.

package dataplatformtest

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// bound is one property with values that are fine and values that aren't, each
// as JSON, and what the refusal must say.
type bound struct {
	property string
	good     []string
	bad      map[string]string // value → part of the message
}

func quoted(s ...string) []string {
	for i := range s {
		raw, _ := json.Marshal(s[i])
		s[i] = string(raw)
	}
	return s
}

func nameBound() bound {
	return bound{"name", quoted("ab", long(63), "A-_.9", "0..0"), map[string]string{
		`"a"`: "must have at least 2", `"` + long(64) + `"`: "must have at most 63",
		`"-a"`: "must match", `"a-"`: "must match", `"a b"`: "must match", `"aä"`: "must match", `"a\n"`: "must match",
		`1`: "must be a string", `null`: "must not be null", `["a"]`: "must be a string",
	}}
}

func windowBound() bound {
	window := func(clock, day string) string {
		return `{"time":"` + clock + `","dayOfTheWeek":"` + day + `"}`
	}
	b := bound{"maintenanceWindow", []string{window("00:00:00", "Monday"), window("23:59:59", "Sunday")}, map[string]string{
		window("24:00:00", "Monday"): "maintenanceWindow.time: is", window("23:60:00", "Monday"): "maintenanceWindow.time: is",
		window("23:59:60", "Monday"): "maintenanceWindow.time: is", window("1:00:00", "Monday"): "maintenanceWindow.time: is",
		window("01:00", "Monday"):    "maintenanceWindow.time: is",
		window("01:00:00", "Funday"): "maintenanceWindow.dayOfTheWeek: is", window("01:00:00", "monday"): "maintenanceWindow.dayOfTheWeek: is",
		`{"time":"01:00:00"}`: "maintenanceWindow.dayOfTheWeek: is missing", `{"dayOfTheWeek":"Monday"}`: "maintenanceWindow.time: is missing",
		`{}`: "maintenanceWindow.time: is missing", `null`: "must not be null", `"x"`: "must be an object", `[]`: "must be an object",
	}}
	for _, day := range []string{"Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"} {
		b.good = append(b.good, window("12:00:00", day))
	}
	return b
}

func lansBound() bound {
	route := func(network, gateway string) string {
		return `[{"lanId":"1","routes":[{"network":"` + network + `","gateway":"` + gateway + `"}]}]`
	}
	return bound{
		"lans",
		[]string{
			`[]`, `[{"lanId":"1"}]`, `[{"lanId":"1","dhcp":false}]`, `[{"lanId":"1","routes":[]},{"lanId":"2"}]`,
			route("10.0.0.0/8", "10.0.0.1"), route("2001:db8::/32", "2001:db8::1"), route("0.0.0.0/0", "255.255.255.255"),
		},
		map[string]string{
			`[{}]`: "lans[0].lanId: is missing", `[{"lanId":1}]`: "lans[0].lanId: is 1, must be a string",
			`[{"lanId":"1","dhcp":"yes"}]`:                        "lans[0].dhcp: is",
			`[{"lanId":"1"},{"lanId":"2","routes":[{}]}]`:         "lans[1].routes[0].network: is missing",
			`[{"lanId":"1","routes":[{"network":"10.0.0.0/8"}]}]`: "lans[0].routes[0].gateway: is missing",
			`[{"lanId":"1","routes":{}}]`:                         "must be an array",
			route("10.0.0.0", "10.0.0.1"):                         "lans[0].routes[0].network: is",
			route("10.0.0.0/33", "10.0.0.1"):                      "must be a network in CIDR notation",
			route("2001:db8::/129", "10.0.0.1"):                   "lans[0].routes[0].network: is",
			route("10.0.0.0/8", "10.0.0.256"):                     "must be an IPv4 or IPv6 address",
			route("10.0.0.0/8", "10.0.0.1/8"):                     "lans[0].routes[0].gateway: is",
			route("10.0.0.0/8", "fe80::1%eth0"):                   "lans[0].routes[0].gateway: is",
			`{}`:                                                  "must be an array", `[1]`: "lans[0]: is 1, must be an object", // null: TestNullThatSaysNothing
		},
	}
}

func integerBound(name string, good, bad []int64) bound {
	b := bound{property: name, bad: map[string]string{
		"2147483648": "must be at most 2147483647", `"3"`: "must be an integer", "3.5": "must be an integer",
		"1e300": "must be an integer", "99999999999999999999": "must be an integer", "true": "must be an integer", "null": "must not be null",
	}}
	for _, n := range good {
		b.good = append(b.good, fmt.Sprint(n), fmt.Sprintf("%d.0", n))
	}
	for _, n := range bad {
		b.bad[fmt.Sprint(n)] = fmt.Sprintf("is %d, must be", n)
	}
	return b
}

func scalingBound() bound {
	scaling := func(low, high string) string { return `{"minNodeCount":` + low + `,"maxNodeCount":` + high + `}` }
	return bound{"autoScaling", []string{scaling("1", "1"), scaling("1", "2147483647"), scaling("7", "7")}, map[string]string{
		scaling("0", "1"): "autoScaling.minNodeCount: is 0", scaling("1", "0"): "autoScaling.maxNodeCount: is 0",
		scaling("3", "2"):            "autoScaling.minNodeCount: is 3, must be at most maxNodeCount, which is 2",
		scaling("1", "2147483648"):   "autoScaling.maxNodeCount: is",
		`{"minNodeCount":1}`:         "autoScaling.maxNodeCount: is missing",
		`{"maxNodeCount":1}`:         "autoScaling.minNodeCount: is missing",
		`{}`:                         "autoScaling.minNodeCount: is missing",
		`3`:                          "must be an object",
		scaling(`"1"`, "2"):          "autoScaling.minNodeCount: is \"1\"",
		scaling("null", "2"):         "autoScaling.minNodeCount: must not be null",
		`{"min":1,"maxNodeCount":2}`: "autoScaling.minNodeCount: is missing",
	}}
}

func labelsBound(name string) bound {
	return bound{name, []string{`{}`, `{"a":"b"}`, `{"ä/ö":"","n":{"deep":[1,null]}}`}, map[string]string{
		`[]`: "must be an object", `"a"`: "must be an object", `null`: "must not be null",
	}}
}

func versionBound() bound {
	return bound{"dataPlatformVersion", quoted("24.11"), map[string]string{
		`"` + long(33) + `"`: "must have at most 32", `"24 11"`: "must match", `"24.12"`: "must be",
		`""`: "must be", `24.11`: "must be a string", `null`: "must not be null",
	}}
}

func enumBound(name string, good ...string) bound {
	return bound{name, quoted(good...), map[string]string{
		`"auto"`: "must be one of", `""`: "must be one of", `"ZONE_3"`: "must be one of", `1`: "must be a string", `null`: "must not be null",
	}}
}

func TestBounds(t *testing.T) {
	t.Parallel()
	clusterCreate := []bound{nameBound(), windowBound(), lansBound(), versionBound(), {
		"datacenterId",
		quoted(vdc, strings.ReplaceAll(vdc, "-", ""), strings.Replace(vdc, "-", "", 1)),
		map[string]string{
			`"` + vdc + `0"`: "must have at most 36", `"` + vdc[1:] + `"`: "must match", `"` + long(31) + `"`: "must have at least 32",
			`"` + strings.ToUpper(vdc) + `"`: "must match", `"g` + vdc[1:] + `"`: "must match", `""`: "must have at least 32",
			`1`: "must be a string", `null`: "must not be null",
		},
	}}
	poolCreate := []bound{
		nameBound(), windowBound(), scalingBound(), labelsBound("labels"), labelsBound("annotations"),
		integerBound("nodeCount", []int64{1, 2147483647}, []int64{0, -1}),
		integerBound("coresCount", []int64{1, 2147483647}, []int64{0, -1}),
		integerBound("ramSize", []int64{2048, 3072, 2147482624}, []int64{1024, 2047, 2049, 3071}),
		integerBound("storageSize", []int64{10, 2147483647}, []int64{9, 0}),
		enumBound("availabilityZone", "AUTO", "ZONE_1", "ZONE_2"),
		enumBound("storageType", "HDD", "SSD"),
		{"cpuFamily", quoted("", "AUTO", long(32), "-_.9"), map[string]string{
			`"` + long(33) + `"`: "must have at most 32", `"a b"`: "must match", `1`: "must be a string", `null`: "must not be null",
		}},
	}
	poolPatch := []bound{
		windowBound(), scalingBound(), labelsBound("labels"), labelsBound("annotations"),
		integerBound("nodeCount", []int64{1, 2147483647}, []int64{0, -1}),
	}
	clusterPatch := []bound{nameBound(), windowBound(), lansBound(), versionBound()}

	c := inProcess(t)
	cluster := "/clusters/" + c.createCluster("target")
	pool := cluster + "/nodepools/" + c.createPool(strings.TrimPrefix(cluster, "/clusters/"), "target")
	for _, suite := range []struct {
		name, method, path string
		least              map[string]string // what the request needs at least
		bounds             []bound
	}{
		{"create cluster", "POST", "/clusters", map[string]string{"name": `"one"`, "datacenterId": `"` + vdc + `"`}, clusterCreate},
		{"patch cluster", "PATCH", cluster, nil, clusterPatch},
		{"create node pool", "POST", cluster + "/nodepools", map[string]string{"name": `"one"`, "nodeCount": "1"}, poolCreate},
		{"patch node pool", "PATCH", pool, nil, poolPatch},
	} {
		for _, b := range suite.bounds {
			for _, value := range b.good {
				r := c.want(202, suite.method, suite.path, document(suite.least, b.property, value))
				require.JSONEq(t, withDefaults(value), toJSON(t, r.at("properties", b.property)), suite.name)
			}
			for value, want := range b.bad {
				text := c.refused(400, suite.method, suite.path, document(suite.least, b.property, value))
				require.Contains(t, text, "properties."+b.property, "%s: %s", suite.name, value)
				require.Contains(t, text, want, "%s: %s: %s", suite.name, b.property, value)
			}
		}
		for property := range suite.least {
			text := c.refused(400, suite.method, suite.path, document(suite.least, property, ""))
			require.Contains(t, text, "properties."+property+": is missing, it is required")
		}
	}
}

// document makes a request body of the least that is needed and one property; a
// value "" leaves the property out.
func document(least map[string]string, property, value string) string {
	all := map[string]json.RawMessage{}
	for name, value := range least {
		all[name] = json.RawMessage(value)
	}
	delete(all, property)
	if value != "" {
		all[property] = json.RawMessage(value)
	}
	raw, err := json.Marshal(map[string]any{"properties": all})
	if err != nil {
		panic(err)
	}
	return string(raw)
}

func withDefaults(value string) string {
	value = strings.ReplaceAll(value, `{"lanId":"1"`, `{"lanId":"1","dhcp":true`)
	value = strings.ReplaceAll(value, `{"lanId":"2"`, `{"lanId":"2","dhcp":true`)
	return strings.ReplaceAll(value, `"dhcp":true,"dhcp":false`, `"dhcp":false`)
}

func toJSON(t *testing.T, v any) string {
	raw, err := json.Marshal(v)
	require.NoError(t, err)
	return string(raw)
}

func TestAllViolationsAtOnce(t *testing.T) {
	t.Parallel()
	c := inProcess(t)
	id := c.createCluster("one")
	text := c.refused(400, "POST", "/clusters/"+id+"/nodepools", `{"properties":{"name":"!","ramSize":1000,"storageSize":1,
		"storageType":"TAPE","maintenanceWindow":{"time":"x"}}}`)
	for _, want := range []string{
		"properties.name: has 1 characters", "properties.name: is \"!\", must match", "properties.nodeCount: is missing",
		"properties.ramSize: is 1000, must be at least 2048", "properties.ramSize: is 1000, must be a multiple of 1024",
		"properties.storageSize", "properties.storageType", "properties.maintenanceWindow.time", "properties.maintenanceWindow.dayOfTheWeek",
	} {
		require.Contains(t, text, want)
	}

	// However wrong a body is, the answer stays of a bearable size.
	body := `{"properties":{"name":"` + strings.Repeat("ä", 9000) + `","lans":[1` + strings.Repeat(`,1`, 50_000) + `]}}`
	r := c.want(400, "PATCH", "/clusters/"+id, body)
	require.Equal(t, maxViolations, len(strings.Split(r.messages(t), "\n")))
	require.Less(t, len(r.raw), 200_000)
}

func TestBodies(t *testing.T) {
	t.Parallel()
	c := inProcess(t)
	id := c.createCluster("one")
	for body, want := range map[string]string{
		"":                           "a request body is required",
		" ":                          "not JSON",
		"{":                          "not JSON",
		`{"properties":{}} {}`:       "not JSON",
		`{"properties":{}} }`:        "not JSON",
		`{"properties":{"a":'b'}}`:   "not JSON",
		`null`:                       "must not be null",
		`[]`:                         "must be an object",
		`{}`:                         "properties: is missing",
		`{"properties":null}`:        "properties: must not be null",
		`{"properties":[]}`:          "properties: is an array, must be an object",
		strings.Repeat("[", 100_000): "not JSON",
	} {
		for _, target := range [][2]string{{"POST", "/clusters"}, {"PATCH", "/clusters/" + id}, {"POST", "/clusters/" + id + "/nodepools"}} {
			require.Contains(t, c.refused(400, target[0], target[1], body), want, body)
		}
	}
	large := `{"properties":{"name":"one","datacenterId":"` + vdc + `"}`
	fits := large + strings.Repeat(" ", maxBody-len(large)-1) + "}"
	c.want(202, "POST", "/clusters", fits)
	require.Contains(t, c.refused(413, "POST", "/clusters", " "+fits), "larger than 1048576 bytes")
}

func TestContentTypes(t *testing.T) {
	t.Parallel()
	c := inProcess(t)
	for kind, want := range map[string]int{
		"application/json": 202, "application/json; charset=utf-8": 202, "Application/JSON": 202, "": 202,
		"text/plain": 415, "application/x-www-form-urlencoded": 415, "application/jsonx": 415, ";": 415,
	} {
		r := c.do("POST", "/clusters", clusterBody("one"), setHeader("Content-Type", kind))
		require.Equal(t, want, r.status, kind)
		if want == 415 {
			require.Contains(t, r.messages(t), "must be application/json")
		}
	}
}

// Released clients send null for the lans that they do not mean to change, and
// released programs for those that a new cluster has not.
func TestNullThatSaysNothing(t *testing.T) {
	t.Parallel()
	c := inProcess(t)
	created := c.want(202, "POST", "/clusters", `{"properties":{"name":"one","datacenterId":"`+vdc+`","lans":null}}`)
	require.NotContains(t, created.raw, "lans")
	id := created.id()
	c.want(202, "PATCH", "/clusters/"+id, `{"properties":{"lans":[{"lanId":"7"}]}}`)
	r := c.want(202, "PATCH", "/clusters/"+id, `{"properties":{"name":"other","lans":null}}`)
	require.Contains(t, r.raw, `"lanId":"7"`)
	require.Contains(t, r.raw, `"other"`)
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

func TestImmutable(t *testing.T) {
	t.Parallel()
	c := inProcess(t)
	id := c.createCluster("one")
	pool := c.createPool(id, "pool")
	require.Equal(t, "properties.datacenterId: cannot be changed",
		c.refused(400, "PATCH", "/clusters/"+id, `{"properties":{"datacenterId":"`+vdc+`"}}`))
	path := "/clusters/" + id + "/nodepools/" + pool
	for _, name := range []string{
		"name", "cpuFamily", "coresCount", "ramSize", "availabilityZone", "storageType", "storageSize",
		"dataPlatformVersion", "datacenterId",
	} {
		require.Equal(t, "properties."+name+": cannot be changed",
			c.refused(400, "PATCH", path, `{"properties":{"`+name+`":null}}`))
	}
	both := c.refused(400, "PATCH", path, `{"properties":{"nodeCount":0,"name":"other"}}`)
	require.Contains(t, both, "properties.nodeCount: is 0")
	require.Contains(t, both, "properties.name: cannot be changed")

	// What nobody knows is nobody's fault, and isn't kept.
	r := c.want(202, "PATCH", path, `{"properties":{"nodeCount":2,"colour":"red"},"id":"x"}`)
	require.NotContains(t, r.raw, "colour")
}

func TestSchemas(t *testing.T) {
	t.Parallel()
	schemas := describedSchemas()
	for _, name := range []string{"CreateClusterRequest", "PatchClusterRequest", "CreateNodePoolRequest", "PatchNodePoolRequest"} {
		require.NotEmpty(t, schemas[name].property("properties").properties, name)
	}
	compiled := compilePatterns(schemas)
	require.NotEmpty(t, compiled)
	seen := map[*schema]bool{nil: true}
	var walk func(s *schema)
	walk = func(s *schema) {
		if seen[s] {
			return
		}
		seen[s] = true
		if s.pattern != "" {
			require.Contains(t, compiled, s.pattern, "%s has a pattern that does not compile", s.name)
		}
		require.Contains(t, []string{"object", "array", "string", "integer", "boolean", ""}, s.typ, s.name)
		for _, p := range s.properties {
			walk(p.schema)
		}
		walk(s.items)
	}
	for _, s := range schemas {
		walk(s)
	}

	loop := &schema{typ: "object", pattern: "a"}
	loop.properties = []property{{"again", loop}}
	require.Len(t, compilePatterns(map[string]*schema{"Loop": loop}), 1)
	require.NotSame(t, schemas["Cluster"], describedSchemas()["Cluster"], "schemas are not shared")
}
