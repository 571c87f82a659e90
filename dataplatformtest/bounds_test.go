// Every bound of the description, just inside and just outside.

package dataplatformtest

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

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
		`1`: "must be a string", `null`: "must not be null", `["a"]`: "must be a string", `{}`: "must be a string",
		`""`: "must have at least 2", `"ａｂ"`: "must match", `"٣٣"`: "must match", `"a\u0000b"`: "must match", `".ab"`: "must match",
		`"ab_"`: "must match", `" ab"`: "must match", `"a/b"`: "must match",
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
		window("01:00:00Z", "Monday"): "maintenanceWindow.time: is", window(" 01:00:00", "Monday"): "maintenanceWindow.time: is",
		window("01:00:00.0", "Monday"): "maintenanceWindow.time: is", window("٠١:٠٠:٠٠", "Monday"): "maintenanceWindow.time: is",
		window("", "Monday"): "maintenanceWindow.time: is", window("01:00:00", ""): "maintenanceWindow.dayOfTheWeek: is",
		window("01:00:00", "Mon"): "maintenanceWindow.dayOfTheWeek: is", window("01:00:00", "SUNDAY"): "maintenanceWindow.dayOfTheWeek: is",
		`{"time":null,"dayOfTheWeek":"Monday"}`:  "maintenanceWindow.time: must not be null",
		`{"time":3600,"dayOfTheWeek":"Monday"}`:  "maintenanceWindow.time: is 3600, must be a string",
		`{"time":"01:00:00","dayOfTheWeek":1}`:   "maintenanceWindow.dayOfTheWeek: is 1, must be a string",
		`{"Time":"01:00:00","DayOfTheWeek":"x"}`: "maintenanceWindow.time: is missing",
		`{"time":"01:00:00"}`:                    "maintenanceWindow.dayOfTheWeek: is missing", `{"dayOfTheWeek":"Monday"}`: "maintenanceWindow.time: is missing",
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
			route("10.0.0.1/32", "10.0.0.1"), route("::/0", "::"), route("::1/128", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
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
			`[null]`:                                              "lans[0]: must not be null",
			`[{"lanId":null}]`:                                    "lans[0].lanId: must not be null",
			`[{"lanId":"1","dhcp":null}]`:                         "lans[0].dhcp: must not be null",
			`[{"lanId":"1","dhcp":0}]`:                            "lans[0].dhcp: is 0, must be",
			`[{"lanId":"1","routes":null}]`:                       "lans[0].routes: must not be null",
			`[{"lanId":"1","routes":[null]}]`:                     "lans[0].routes[0]: must not be null",
			`[{"dhcp":true}]`:                                     "lans[0].lanId: is missing",
			`[{"lanId":"1","routes":[{"gateway":"10.0.0.1"}]}]`:   "lans[0].routes[0].network: is missing",
			route("", "10.0.0.1"):                                 "must be a network in CIDR notation",
			route("10.0.0.0/8", ""):                               "must be an IPv4 or IPv6 address",
			route("10.0.0/8", "10.0.0.1"):                         "must be a network in CIDR notation",
			route("010.0.0.0/8", "10.0.0.1"):                      "must be a network in CIDR notation",
			route("10.0.0.0/-1", "10.0.0.1"):                      "must be a network in CIDR notation",
			route("10.0.0.0/8", "gateway.example.com"):            "must be an IPv4 or IPv6 address",
			route("10.0.0.0/8", "[::1]"):                          "must be an IPv4 or IPv6 address",
			`{}`:                                                  "must be an array", `[1]`: "lans[0]: is 1, must be an object", // null: TestNullThatSaysNothing
		},
	}
}

func integerBound(name string, good, bad []int64) bound {
	b := bound{property: name, bad: map[string]string{
		"2147483648": "must be at most 2147483647", `"3"`: "must be an integer", "3.5": "must be an integer",
		"1e300": "must be an integer", "99999999999999999999": "must be an integer", "1e999": "must be an integer", "-1e999": "must be an integer", `""`: "must be an integer",
		"[1]": "must be an integer", "{}": "must be an integer", "1.0000001": "must be an integer", "2147483648.0": "must be at most 2147483647", "true": "must be an integer", "null": "must not be null",
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
		nameBound(), windowBound(), labelsBound("labels"), labelsBound("annotations"),
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
	scalingOfCreate := scalingBound()
	scalingOfCreate.bad["null"] = "must not be null" // only a PATCH has something to switch off
	poolCreate = append(poolCreate, scalingOfCreate)
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
