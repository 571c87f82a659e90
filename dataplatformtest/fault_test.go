// Fault: which requests one meets, which are refused, and its form as JSON.

package dataplatformtest

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestFaultLimits(t *testing.T) {
	t.Parallel()
	clock := NewManualClock(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC))
	api := New(WithClock(clock), WithPeople(
		Person{Username: "ann", UserID: "1", Token: "a"}, Person{Username: "bob", UserID: "2", Token: "b"}))
	c := callerOf(t, api).as(bearer("a"))
	statuses := func(n int) []int {
		var all []int
		for range n {
			all = append(all, c.try("GET", "/versions", "").status)
		}
		return all
	}
	set := func(f Fault) {
		f.ID, f.Kind, f.Status = "only", FaultStatus, 500
		_, err := api.Faults().Add(f)
		require.NoError(t, err)
	}
	set(Fault{Skip: 1, Count: 2})
	require.Equal(t, []int{200, 500, 500, 200}, statuses(4))
	require.Equal(t, ActiveFault{Fault{ID: "only", Kind: FaultStatus, Status: 500, Skip: 1, Count: 2}, 4, 2}, api.Faults().List()[0])
	set(Fault{From: clock.Now().Add(time.Minute), Until: clock.Now().Add(2 * time.Minute)})
	require.Equal(t, []int{200}, statuses(1))
	clock.Advance(time.Minute)
	require.Equal(t, []int{500}, statuses(1))
	clock.Advance(time.Minute)
	require.Equal(t, []int{200}, statuses(1))
	for who, want := range map[string]int{"ann": 500, "1": 500, "a": 500, "bob": 200, "2": 200, "b": 200} {
		set(Fault{Person: who})
		require.Equal(t, []int{want}, statuses(1), who)
	}
	set(Fault{Operations: []Operation{GetClusters, VersionsGet}})
	require.Equal(t, []int{500}, statuses(1))
	set(Fault{Operations: []Operation{GetCluster}})
	require.Equal(t, []int{200}, statuses(1))
	set(Fault{})
	require.Equal(t, 500, c.try("GET", "/nothing", "").status, "a fault without operations is for all")
	require.True(t, api.Faults().Remove("only"))
	require.False(t, api.Faults().Remove("only"))
	require.Equal(t, []int{200}, statuses(1))

	// Chance repeats, and is about as likely as it should be.
	run := func(opts ...Option) []int {
		c = inProcess(t, append(opts, WithFaults(Fault{Kind: FaultStatus, Status: 500, Probability: 0.3}))...)
		return statuses(400)
	}
	first := run()
	require.Equal(t, first, run())
	require.NotEqual(t, first, run(WithSeed(2)))
	failed := 0
	for _, status := range first {
		if status == 500 {
			failed++
		}
	}
	require.InDelta(t, 120, failed, 40)
}

func TestFaultValidation(t *testing.T) {
	t.Parallel()
	day := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	for want, fault := range map[string]Fault{
		"kind: is \"\"":            {},
		"kind: is \"x\"":           {Kind: "x"},
		"operations: \"Nothing\"":  {Kind: FaultReset, Operations: []Operation{"Nothing"}},
		"status: is 0":             {Kind: FaultStatus},
		"status: is 399":           {Kind: FaultStatus, Status: 399},
		"status: is 600":           {Kind: FaultStatus, Status: 600},
		"skip: is -1":              {Kind: FaultReset, Skip: -1},
		"count: is -1":             {Kind: FaultReset, Count: -1},
		"probability: is 1.1":      {Kind: FaultReset, Probability: 1.1},
		"until: is not after from": {Kind: FaultReset, From: day, Until: day},
		"latency: is -1ns":         {Kind: FaultReset, Latency: -1},
		"retryAfter: is 24h0m0":    {Kind: FaultStatus, Status: 503, RetryAfter: 24*time.Hour + 1},
		"pause: is":                {Kind: FaultDrip, Pause: -1},
		"skew: is -96":             {Kind: FaultClockSkew, Skew: -11 * 366 * 24 * time.Hour},
		"size: is -1":              {Kind: FaultTruncate, Size: -1},
		"contentType: is":          {Kind: FaultContentType, ContentType: "a\nb"},
		"id: is longer":            {Kind: FaultReset, ID: long(300)},

		// What would do nothing.
		"latency: must be given, it is how long the request waits": {Kind: FaultLatency},
		"skew: is 0s, must be at least a second":                   {Kind: FaultClockSkew},
		"skew: is -999ms, must be at least a second":               {Kind: FaultClockSkew, Skew: -999 * time.Millisecond},
		"retryAfterDate: there is no retryAfter":                   {Kind: FaultStatus, Status: 503, RetryAfterDate: true},
		"\"application/json\", which is right":                     {Kind: FaultContentType, ContentType: "application/json"},
		"\"Application/JSON; charset=utf-8\", which is right":      {Kind: FaultContentType, ContentType: "Application/JSON; charset=utf-8"},
		"status: is for a fault of the kind status":                {Kind: FaultReset, Status: 503},
		"retryAfter: is for a fault of the kind status":            {Kind: FaultReset, RetryAfter: 1},
		"retryAfterDate: is for a fault of the kind status":        {Kind: FaultGarbage, RetryAfterDate: true},
		"html: is for a fault of the kind status":                  {Kind: FaultExpireToken, HTML: true},
		"skew: is for a fault of the kind clock-skew":              {Kind: FaultStatus, Status: 503, Skew: time.Hour},
		"pause: is for a fault of the kind drip":                   {Kind: FaultLatency, Latency: 1, Pause: 1},
		"size: is for a fault of the kind drip, truncate, overs":   {Kind: FaultGarbage, Size: 1},
		"contentType: is for a fault of the kind content-type":     {Kind: FaultStatus, Status: 503, ContentType: "text/plain"},
	} {
		require.ErrorContains(t, fault.Validate(), want)
		_, err := Open(WithFaults(fault))
		require.ErrorContains(t, err, want)
	}
	for _, fault := range []Fault{
		{Kind: FaultStatus, Status: 400, Probability: 1, Latency: 24 * time.Hour}, {Kind: FaultStatus, Status: 599},
		{Kind: FaultStatus, Status: 503, RetryAfter: 1, RetryAfterDate: true, HTML: true},
		{Kind: FaultLatency, Latency: 1}, {Kind: FaultClockSkew, Skew: time.Second}, {Kind: FaultClockSkew, Skew: -time.Second},
		{Kind: FaultDrip}, {Kind: FaultDrip, Size: 1, Pause: 1}, {Kind: FaultTruncate, Size: 1}, {Kind: FaultOversize, Size: 1},
		{Kind: FaultContentType}, {Kind: FaultContentType, ContentType: "application/jsonx"},
		{Kind: FaultRefuse}, {Kind: FaultReset}, {Kind: FaultResetAfter}, {Kind: FaultTruncate}, {Kind: FaultGarbage},
		{Kind: FaultOversize}, {Kind: FaultDuplicate}, {Kind: FaultExpireToken},
	} {
		require.NoError(t, fault.Validate())
	}
}

func TestFaultJSON(t *testing.T) {
	t.Parallel()
	day := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	for text, fault := range map[string]Fault{
		`{"kind":"reset"}`: {Kind: FaultReset},
		`{"id":"a","kind":"status","operations":["GetCluster"],"person":"ann","skip":1,"count":2,"probability":0.5,
		  "from":"2025-01-01T00:00:00Z","until":"2025-01-02T00:00:00Z","latency":"1.5s","status":503,"retryAfter":"2s",
		  "retryAfterDate":true,"html":true,"skew":"-1h0m0s","pause":"1ms","size":3,"contentType":"text/plain"}`: {
			"a", FaultStatus, []Operation{GetCluster}, "ann", 1, 2, 0.5, day, day.AddDate(0, 0, 1), 1500 * time.Millisecond,
			503, 2 * time.Second, true, true, -time.Hour, time.Millisecond, 3, "text/plain",
		},
	} {
		var got Fault
		require.NoError(t, json.Unmarshal([]byte(text), &got))
		require.Equal(t, fault, got)
		require.JSONEq(t, text, toJSON(t, got))
	}
	require.NoError(t, json.Unmarshal([]byte(`{"kind":"reset","latency":null}`), new(Fault)))
	for text, want := range map[string]string{
		`{"knd":"reset"}`: "knd", `[]`: "a list", `{"latency":"soon"}`: `a duration must be a text such as "1.5s", not "soon"`,
		`{"latency":3}`: `a duration must be a text such as "1.5s", not 3`, `{"pause":{}}`: `such as "1.5s", not {}`,
		`{"skew":"1"}`: `such as "1.5s", not "1"`,
	} {
		require.ErrorContains(t, json.Unmarshal([]byte(text), new(Fault)), want, text)
	}
}
