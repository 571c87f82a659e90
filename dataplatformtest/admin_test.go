// The administration: each of its routes, and that nothing makes it panic.

package dataplatformtest

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// administer sends a request to the administration.
func administer(t testing.TB, api *API, want int, method, path, body string) map[string]any {
	t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	w := httptest.NewRecorder()
	api.Admin().ServeHTTP(w, r)
	require.Equal(t, want, w.Code, "%s %s: %s", method, path, w.Body)
	var out map[string]any
	if w.Code != http.StatusNoContent && w.Header().Get("Content-Type") == "application/json" {
		require.NoError(t, json.Unmarshal(w.Body.Bytes(), &out))
	}
	if want >= 400 && out != nil {
		require.NotEmpty(t, out["message"])
	}
	return out
}

func TestAdminFaults(t *testing.T) {
	t.Parallel()
	api := New()
	require.Equal(t, map[string]any{"items": []any{}}, administer(t, api, 200, "GET", "/faults", ""))
	added := administer(t, api, 200, "POST", "/faults", `{"kind":"status","status":503,"retryAfter":"2s"}`)
	require.Equal(t, map[string]any{
		"fault": map[string]any{"id": "fault-1", "kind": "status", "status": 503.0, "retryAfter": "2s"}, "seen": 0.0, "hits": 0.0,
	}, added)
	callerOf(t, api).refused(503, "GET", "/versions", "")
	require.Equal(t, 1.0, administer(t, api, 200, "GET", "/faults/fault-1", "")["hits"])
	administer(t, api, 200, "POST", "/faults", `{"id":"mine","kind":"latency","latency":"1s"}`)
	require.Len(t, administer(t, api, 200, "GET", "/faults", "")["items"], 2)
	administer(t, api, 204, "DELETE", "/faults/fault-1", "")
	administer(t, api, 404, "DELETE", "/faults/fault-1", "")
	administer(t, api, 404, "GET", "/faults/fault-1", "")
	administer(t, api, 204, "DELETE", "/faults", "")
	callerOf(t, api).get("/versions")
	for _, body := range []string{
		`{"kind":"x"}`, `{"kind":"status"}`, `{"what":1}`, `{`, `[]`, `{"kind":"reset"} {}`, `{"kind":"status","status":503,"count":-1}`,
	} {
		administer(t, api, 400, "POST", "/faults", body)
	}
	administer(t, api, 415, "POST", "/faults", "")
	administer(t, api, 413, "POST", "/faults", strings.Repeat(" ", maxBody+1))
	administer(t, api, 405, "PATCH", "/faults", "")
	administer(t, api, 404, "GET", "/nothing", "")

	r := httptest.NewRequest("POST", "/faults", io.NopCloser(brokenReader{}))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	api.Admin().ServeHTTP(w, r)
	require.Equal(t, 400, w.Code)
}

func TestAdminClock(t *testing.T) {
	t.Parallel()
	clock := NewManualClock(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC))
	s := &memoryStore{}
	api := New(WithClock(clock), WithDurations(usual), WithStore(s))
	c := callerOf(t, api)
	path := "/clusters/" + c.createCluster("one")
	require.Equal(t, map[string]any{"now": "2025-01-01T00:00:00Z", "speed": 0.0, "adjustable": true}, administer(t, api, 200, "GET", "/clock", ""))
	require.Equal(t, "2025-01-01T00:10:00Z", administer(t, api, 200, "POST", "/clock", `{"advance":"10m"}`)["now"])
	require.Equal(t, "AVAILABLE", c.get(path).state())
	require.Equal(t, 60.0, administer(t, api, 200, "POST", "/clock", `{"speed":60}`)["speed"])
	for _, body := range []string{`{"advance":"-1s"}`, `{"advance":"8785h"}`, `{"speed":-1}`, `{"speed":1000001}`, `{"back":"1s"}`, `{"advance":3}`} {
		administer(t, api, 400, "POST", "/clock", body)
	}
	// What was set is kept.
	again := NewManualClock(time.Time{})
	_, err := Open(WithClock(again), WithStore(s))
	require.NoError(t, err)
	require.Equal(t, 60.0, again.Speed())
	require.False(t, again.Now().Before(time.Date(2025, 1, 1, 0, 10, 0, 0, time.UTC)))
	require.True(t, again.Now().Before(time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC)))
	ahead := NewManualClock(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	_, err = Open(WithClock(ahead), WithStore(s))
	require.NoError(t, err)
	require.False(t, ahead.Now().Before(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)))

	s.fail = errors.New("full")
	administer(t, api, 503, "POST", "/clock", `{"advance":"1s"}`)
	fixed := New()
	require.Equal(t, false, administer(t, fixed, 200, "GET", "/clock", "")["adjustable"])
	administer(t, fixed, 409, "POST", "/clock", `{"advance":"1s"}`)
	// A Store with a clock of another run does no harm to one without.
	s.fail = nil
	_, err = Open(WithStore(s))
	require.NoError(t, err)
}

func TestAdminJournalAndState(t *testing.T) {
	t.Parallel()
	clock := NewManualClock(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC))
	api := New(WithClock(clock), WithDurations(usual))
	c := callerOf(t, api)
	empty := administer(t, api, 200, "GET", "/journal", "")
	require.Equal(t, map[string]any{"items": []any{}, "next": 0.0}, empty)
	require.Equal(t, []any{}, administer(t, api, 200, "GET", "/state", "")["clusters"])
	cluster := c.createCluster("one")
	pool := c.createPool(cluster, "pool")
	c.createCluster("two")
	page := administer(t, api, 200, "GET", "/journal?limit=2", "")
	require.Len(t, page["items"], 2)
	require.Equal(t, 2.0, page["next"])
	page = administer(t, api, 200, "GET", "/journal?since=2", "")
	require.Len(t, page["items"], 1)
	require.Equal(t, 3.0, page["next"])
	require.Equal(t, "CreateCluster", page["items"].([]any)[0].(map[string]any)["operation"])
	administer(t, api, 400, "GET", "/journal?since=x", "")
	administer(t, api, 400, "GET", "/journal?limit=-1", "")
	administer(t, api, 400, "GET", "/state?limit=x", "")
	require.Equal(t, 3.0, administer(t, api, 200, "GET", "/journal?since=3&limit=18446744073709551615", "")["next"])

	page = administer(t, api, 200, "GET", "/journal?last=2", "")
	require.Len(t, page["items"], 2)
	require.Equal(t, 2.0, page["items"].([]any)[0].(map[string]any)["number"])
	require.Equal(t, 3.0, page["next"])
	require.Len(t, administer(t, api, 200, "GET", "/journal?since=2&last=2", "")["items"], 1)
	require.Len(t, administer(t, api, 200, "GET", "/journal?since=9&last=2", "")["items"], 2)
	require.Empty(t, administer(t, api, 200, "GET", "/journal?last=0", "")["items"])
	administer(t, api, 400, "GET", "/journal?last=-1", "")

	for query, want := range map[string]string{
		"": "one two", "limit=1": "one", "last=1": "two", "last=9": "one two", "text=": "one two", "text=O": "one two", "text=One": "one",
		"text=POOL": "one", "text=" + pool: "one", "text=deploying": "one two", "limit=1&text=two": "two", "last=1&text=one": "one", "last=0": "", "text=x": "",
	} {
		var names []string
		for _, cluster := range administer(t, api, 200, "GET", "/state?"+query, "")["clusters"].([]any) {
			names = append(names, cluster.(map[string]any)["name"].(string))
		}
		require.Equal(t, want, strings.Join(names, " "), query)
	}
	administer(t, api, 400, "GET", "/state?last=x", "")

	state := administer(t, api, 200, "GET", "/state?limit=1", "")
	require.Equal(t, 2.0, state["total"])
	require.Len(t, state["clusters"], 1)
	one := state["clusters"].([]any)[0].(map[string]any)
	require.Equal(t, cluster, one["id"])
	require.Equal(t, "DEPLOYING", one["state"])
	require.Equal(t, "2025-01-01T00:10:00Z", one["next"])
	require.Equal(t, []any{"create"}, one["queue"])
	require.Equal(t, pool, one["nodePools"].([]any)[0].(map[string]any)["id"])
	clock.Advance(time.Hour)
	require.Equal(t, StateAvailable, api.Snapshot(1).Clusters[0].State)
	require.Equal(t, StateAvailable, api.Snapshot(1).Clusters[0].NodePools[0].State)
}

func TestAdminRules(t *testing.T) {
	t.Parallel()
	api := New()
	require.Equal(t, map[string]any{"items": []any{}}, administer(t, api, 200, "GET", "/rules", ""))
	text := `{"items":[{"kind":"cluster","action":"create","name":"doomed-*","skip":1,"times":1,"duration":"10m0s","fails":true},{}]}`
	require.JSONEq(t, text, toJSON(t, administer(t, api, 200, "PUT", "/rules", text)))
	for _, body := range []string{`{"items":[{"kind":"x"}]}`, `{"items":[{"what":1}]}`, `{`} {
		administer(t, api, 400, "PUT", "/rules", body)
	}
	require.Len(t, api.Rules(), 2, "a wrong request changes nothing")
}

func FuzzAdmin(f *testing.F) {
	for _, seed := range [][3]string{
		{"GET", "/faults", ""}, {"POST", "/faults", `{"kind":"status","status":500,"probability":0.5}`}, {"DELETE", "/faults", ""},
		{"GET", "/faults/fault-1", ""}, {"DELETE", "/faults/fault-1", ""}, {"GET", "/clock", ""}, {"POST", "/clock", `{"advance":"8784h","speed":1e6}`},
		{"GET", "/journal?since=1&limit=2", ""}, {"GET", "/state?limit=1", ""}, {"PUT", "/rules", `{"items":[{"name":"[","times":1}]}`},
		{"POST", "/faults", `{"kind":"oversize","size":1,"from":"9999-12-31T23:59:59Z"}`}, {"GET", "/x", ""},
	} {
		f.Add(seed[0], seed[1], seed[2])
	}
	f.Fuzz(func(t *testing.T, method, path, body string) {
		u, err := url.Parse(path)
		if err != nil {
			u = &url.URL{Path: "/" + path}
		}
		api := New(WithClock(NewManualClock(time.Unix(0, 0))), WithDurations(Durations{
			ClusterDeploying: time.Minute, Scaling: time.Minute, Maintenance: time.Hour, Terminated: time.Hour,
		}), WithFaults(Fault{Kind: FaultReset, Operations: []Operation{CheckCredentials}}))
		c := callerOf(t, api)
		cluster := c.want(202, "POST", "/clusters", `{"properties":{"name":"one","datacenterId":"`+vdc+`","maintenanceWindow":{"time":"00:00:00","dayOfTheWeek":"Monday"}}}`).id()
		c.want(202, "POST", "/clusters/"+cluster+"/nodepools", `{"properties":{"name":"pool","nodeCount":1,"autoScaling":{"minNodeCount":1,"maxNodeCount":9}}}`)
		r := &http.Request{
			Method: method, URL: u, Host: "localhost", Header: http.Header{"Content-Type": {"application/json"}},
			Body: io.NopCloser(strings.NewReader(body)),
		}
		w := httptest.NewRecorder()
		api.Admin().ServeHTTP(w, r)
		require.Less(t, w.Code, 500, w.Body.String())
		api.Faults().Clear()
		c.get("/clusters/" + cluster + "/nodepools")
	})
}
