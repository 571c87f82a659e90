// Bodies: what is refused for its form, what can't be changed, and what null says.

package dataplatformtest

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

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
		"":                                  "a request body is required",
		" ":                                 "not JSON",
		"{":                                 "not JSON",
		`{"properties":{}} {}`:              "not JSON",
		`{"properties":{}} }`:               "not JSON",
		`{"properties":{"a":'b'}}`:          "not JSON",
		`null`:                              "the request body must not be null",
		`[]`:                                "the request body is an array, must be an object",
		`{}`:                                "properties: is missing",
		`{"properties":null}`:               "properties: must not be null",
		`{"properties":[]}`:                 "properties: is an array, must be an object",
		strings.Repeat("[", 100_000):        "not JSON",
		"\ufeff" + `{"properties":{}}`:      "not JSON",
		"{\"properties\":{\"a\":\"\xff\"}}": "not JSON: it isn't UTF-8",
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

func TestContentCodings(t *testing.T) {
	t.Parallel()
	c := inProcess(t)
	for coding, want := range map[string]int{"": 202, "identity": 202, "Identity": 202, "gzip": 415, "identity, gzip": 415} {
		r := c.do("POST", "/clusters", clusterBody("one"), setHeader("Content-Encoding", coding))
		require.Equal(t, want, r.status, coding)
		if want == 415 {
			require.Contains(t, r.messages(t), "must be identity or nothing")
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
