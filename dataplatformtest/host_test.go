// The rest of the host: the neighbours, the gateway in front, preconditions.

package dataplatformtest

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

const otherVDC = "d3c1a2b4-0000-4000-8000-0123456789ac"

func neighbour(c *caller) *caller {
	other := *c
	other.base = strings.TrimSuffix(c.base, basePath) + cloudPath
	return &other
}

func TestNeighbours(t *testing.T) {
	t.Parallel()
	c := inProcess(t, WithPeople(
		Person{Username: "user", Token: "token", Password: "password", Contract: "1"}, Person{Token: "guest", Contract: "1", Role: Unprivileged},
		Person{Token: "stranger", Contract: "2"},
	), WithDatacenters(
		Datacenter{ID: vdc, Name: "one", Location: "de/txl", Contract: "1"}, Datacenter{ID: otherVDC, Name: "all"},
	))
	n := neighbour(c)
	for _, path := range []string{"", "/", "/?depth=1", "?depth=0"} {
		require.Equal(t, "CLOUD API", n.get(path).at("name"))
		require.Equal(t, "CLOUD API", n.as(bearer("guest")).get(path).at("name"))
		require.Equal(t, "CLOUD API", n.as(basic("user", "password")).get(path).at("name"))
		n.as(bearer("wrong")).refused(401, "GET", path, "")
		n.as(nil).refused(401, "GET", path, "")
	}
	list := n.get("/datacenters")
	require.Equal(t, []any{
		map[string]any{"id": vdc, "type": "datacenter", "href": "/cloudapi/v6/datacenters/" + vdc},
		map[string]any{"id": otherVDC, "type": "datacenter", "href": "/cloudapi/v6/datacenters/" + otherVDC},
	}, list.items())
	require.Equal(t, "collection", list.at("type"))
	full := n.get("/datacenters/?depth=1&offset=1&limit=1").items()
	require.Len(t, full, 1)
	require.Equal(t, "all", full[0].(map[string]any)["properties"].(map[string]any)["name"])
	require.Empty(t, n.get("/datacenters?limit=0").items())
	require.Len(t, n.as(bearer("stranger")).get("/datacenters").items(), 1)
	for _, query := range []string{"depth=x", "offset=-1", "limit=x"} {
		require.Contains(t, n.refused(400, "GET", "/datacenters?"+query, ""), "must be a whole number from 0")
	}
	one := n.get("/datacenters/" + vdc)
	require.Equal(t, "one", one.at("properties", "name"))
	require.Equal(t, "de/txl", one.at("properties", "location"))
	require.Equal(t, "AVAILABLE", one.state())
	n.get("/datacenters/" + strings.ReplaceAll(vdc, "-", "") + "/")
	require.Contains(t, n.as(bearer("stranger")).refused(404, "GET", "/datacenters/"+vdc, ""), "there is no VDC")
	for _, path := range []string{"/datacenters/x", "/datacenters/" + vdc + "/servers", "/k8s", "/datacenters/x/"} {
		n.refused(404, "GET", path, "")
	}
	require.Equal(t, "GET", n.want(405, "POST", "/datacenters", "").header.Get("Allow"))

	// A cluster is in a VDC that its owner has.
	c.createCluster("one")
	for _, id := range []string{strings.Replace(vdc, "d", "e", 1), strings.ReplaceAll(strings.Replace(vdc, "d", "e", 1), "-", "")} {
		require.Contains(t, c.refused(400, "POST", "/clusters", `{"properties":{"name":"one","datacenterId":"`+id+`"}}`),
			"properties.datacenterId: is \""+id+"\", there is no such VDC")
	}
	require.Contains(t, c.as(bearer("stranger")).refused(400, "POST", "/clusters", clusterBody("one")), "no such VDC")
	require.NotContains(t, c.refused(400, "POST", "/clusters", `{"properties":{"name":"one"}}`), "VDC")
	require.Empty(t, neighbour(inProcess(t)).get("/datacenters").items())
}

func TestRateLimit(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := inProcess(t, WithRateLimit(RateLimit{PerMinute: 6, Burst: 2}), WithPeople(Person{Token: "token"}, Person{Token: "other"}))
		first := c.get("/versions")
		require.Equal(t, "6", first.header.Get("X-RateLimit-Limit"))
		require.Equal(t, "2", first.header.Get("X-RateLimit-Burst"))
		require.Equal(t, "1", first.header.Get("X-RateLimit-Remaining"))
		require.Empty(t, first.header.Get("X-RateLimit-Reset"))
		last := c.get("/versions")
		require.Equal(t, "0", last.header.Get("X-RateLimit-Remaining"))
		require.Equal(t, "10", last.header.Get("X-RateLimit-Reset"))
		time.Sleep(time.Second)
		limited := c.want(429, "GET", "/clusters", "")
		require.Contains(t, limited.messages(t), "too many requests")
		require.Equal(t, "9", limited.header.Get("Retry-After"))
		require.Equal(t, "9", limited.header.Get("X-RateLimit-Reset"))
		require.Equal(t, "0", limited.header.Get("X-RateLimit-Remaining"))
		c.as(bearer("other")).get("/versions")
		require.Empty(t, c.as(nil).want(401, "GET", "/versions", "").header.Get("X-RateLimit-Limit"))
		time.Sleep(9 * time.Second)
		c.get("/versions")
		c.refused(429, "GET", "/versions", "")
		time.Sleep(time.Hour)
		require.Equal(t, "1", c.get("/versions").header.Get("X-RateLimit-Remaining"), "the burst is the most that is saved")
	})
	require.Equal(t, "4", inProcess(t, WithRateLimit(RateLimit{PerMinute: 5})).get("/versions").header.Get("X-RateLimit-Remaining"))
	require.Empty(t, inProcess(t).get("/versions").header.Get("X-RateLimit-Limit"))
}

func TestErrorPages(t *testing.T) {
	t.Parallel()
	c := inProcess(t, WithErrorPages())
	for path, want := range map[string]int{"/nothing": 404, "/clusters": 401} {
		auth := bearer("token")
		if want == 401 {
			auth = bearer("wrong")
		}
		o := c.as(auth).try("GET", path, "")
		require.Equal(t, want, o.status)
		require.Equal(t, "text/html; charset=utf-8", o.header.Get("Content-Type"))
		require.Contains(t, o.body, "<html>")
	}
	// The service's own errors stay JSON.
	require.Contains(t, c.refused(404, "GET", "/clusters/"+vdc, ""), "there is no cluster")
}

func TestPreconditions(t *testing.T) {
	t.Parallel()
	ways(t, func(t *testing.T, _ string, c *caller, _ *API) {
		id := c.createCluster("one")
		pool := c.createPool(id, "pool")
		for path, patch := range map[string]string{"/clusters/" + id: `{"properties":{"name":"two"}}`, "/clusters/" + id + "/nodepools/" + pool: `{"properties":{"nodeCount":2}}`} {
			got := c.get(path)
			etag := got.header.Get("ETag")
			require.Equal(t, `"`+got.at("metadata", "ETag").(string)+`"`, etag)
			for value, fresh := range map[string]bool{etag: false, "W/" + etag: false, `"x", ` + etag: false, "*": false, `"x"`: true, "x": true, strings.Trim(etag, `"`): true} {
				r := c.raw("GET", path, "", setHeader("If-None-Match", value))
				if fresh {
					require.Equal(t, 200, r.status, value)
					continue
				}
				require.Equal(t, 304, r.status, value)
				require.Equal(t, etag, r.header.Get("ETag"))
				require.Empty(t, r.body)
			}
			for _, value := range []string{`"x"`, "W/" + etag, "x", strings.Trim(etag, `"`), ` `} {
				for _, method := range []string{"PATCH", "DELETE"} {
					r := c.do(method, path, patch, setHeader("If-Match", value))
					require.Equal(t, 412, r.status, "%s %q", method, value)
					require.Contains(t, r.messages(t), "has changed")
				}
			}
			require.Equal(t, got.raw, c.get(path).raw, "nothing was done")
			require.Equal(t, 202, c.do("PATCH", path, patch, setHeader("If-Match", etag)).status)
			require.Equal(t, 412, c.do("PATCH", path, patch, setHeader("If-Match", etag)).status, "it is another one now")
			require.Equal(t, 202, c.do("PATCH", path, patch, setHeader("If-Match", "*")).status)
			require.Equal(t, 404, c.do("PATCH", path[:len(path)-12]+"000000000000", patch, setHeader("If-Match", "*")).status)
			require.Equal(t, 400, c.do("PATCH", path, `{}`, setHeader("If-Match", `"x"`)).status)
		}
		latest := c.get("/clusters/" + id).header.Get("ETag")
		require.Equal(t, 202, c.do("DELETE", "/clusters/"+id, "", setHeader("If-Match", latest)).status)
	})
}

// raw is do for answers that aren't JSON.
func (c *caller) raw(method, path, body string, change func(*http.Request)) outcome {
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.base+path, strings.NewReader(body))
	require.NoError(c.t, err)
	c.auth(r)
	change(r)
	resp, err := c.http.Do(r)
	require.NoError(c.t, err)
	require.NoError(c.t, resp.Body.Close())
	return outcome{status: resp.StatusCode, header: resp.Header}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	clock := NewManualClock(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC))
	api := New(WithClock(clock), WithPeople(Person{
		Username: "user", Password: "password", Token: "always",
		Tokens: []Token{{"short", clock.Now().Add(time.Minute)}, {"long", clock.Now().Add(time.Hour)}, {"", time.Time{}}},
	}))
	c := callerOf(t, api)
	status := func(token string) int { return c.as(bearer(token)).do("GET", "/clusters", "").status }
	require.Equal(t, 200, status("short"))
	clock.Advance(time.Minute - 1)
	require.Equal(t, 200, status("short"))
	clock.Advance(1)
	require.Contains(t, c.as(bearer("short")).refused(401, "GET", "/clusters", ""), "have expired")
	require.Equal(t, 200, status("long"))
	clock.Advance(time.Hour)
	require.Equal(t, 401, status("long"))
	require.Equal(t, 200, status("always"))
	require.Equal(t, 401, status(""))
	require.Equal(t, 200, c.as(basic("user", "password")).do("GET", "/clusters", "").status)
}

// TestNamelessPeople is about people of whom nothing is given but tokens that
// end: each is somebody else.
func TestNamelessPeople(t *testing.T) {
	t.Parallel()
	c := inProcess(t, WithPeople(
		Person{Role: Privileged, Tokens: []Token{{Value: "ann"}}},
		Person{Role: Privileged, Tokens: []Token{{Value: "bob"}}},
	))
	id := c.as(bearer("ann")).createCluster("one")
	c.as(bearer("ann")).get("/clusters/" + id)
	c.as(bearer("bob")).refused(404, "GET", "/clusters/"+id, "")
}

func TestPeopleChange(t *testing.T) {
	t.Parallel()
	s := &memoryStore{}
	ann := Person{Username: "ann", Token: "ann", Contract: "1", Role: Privileged}
	bob := Person{Username: "bob", Token: "bob", Contract: "1", Role: Privileged}
	api := New(WithStore(s), WithPeople(ann, bob))
	c := callerOf(t, api).as(bearer("ann"))
	id := c.createCluster("one")
	by := c.get("/clusters/"+id).at("metadata", "createdByUserId").(string)
	_, ok := parseIdentifier(by)
	require.True(t, ok)
	c.as(bearer("bob")).refused(404, "GET", "/clusters/"+id, "")

	ann.Token = "new"
	api.SetPeople(ann)
	c.refused(401, "GET", "/clusters", "")
	c.as(bearer("bob")).refused(401, "GET", "/clusters", "")
	c = c.as(bearer("new"))
	require.Equal(t, "one", c.get("/clusters/"+id).at("properties", "name"))

	// After a restart she still owns it; who has left is still named.
	c = callerOf(t, New(WithStore(s), WithPeople(ann))).as(bearer("new"))
	c.get("/clusters/" + id)
	c = callerOf(t, New(WithStore(s), WithPeople(Person{Token: "token", Contract: "1"}, bob)))
	require.Equal(t, "ann", c.get("/clusters/"+id).at("metadata", "createdBy"))
	require.Equal(t, by, c.get("/clusters/"+id).at("metadata", "createdByUserId"))
	c.as(bearer("bob")).refused(404, "GET", "/clusters/"+id, "")
}

func TestRevocationsAreBounded(t *testing.T) {
	t.Parallel()
	var r revocations
	require.False(t, r.has("x"))
	for i := range mostRevoked + 1 {
		r.add(strings.Repeat("x", i%1000) + string(rune('a'+i/1000)))
	}
	require.LessOrEqual(t, len(r.tokens), mostRevoked)
}
