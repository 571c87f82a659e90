// Faults: each kind over a server, over TLS with HTTP/2, and without a network.

package dataplatformtest

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

// outcome is what a request with a fault came to.
type outcome struct {
	err    error // of the request, or of reading its answer
	status int   // 0: no answer
	header http.Header
	body   string
}

// try sends a request and takes whatever comes.
func (c *caller) try(method, path, body string) outcome {
	return c.tryWith(c.t.Context(), method, path, body)
}

func (c *caller) tryWith(ctx context.Context, method, path, body string) outcome {
	r, err := http.NewRequestWithContext(ctx, method, c.base+path, strings.NewReader(body))
	require.NoError(c.t, err)
	c.auth(r)
	resp, err := c.http.Do(r)
	if err != nil {
		return outcome{err: err}
	}
	raw, err := io.ReadAll(resp.Body)
	_ = resp.Body.Close()
	return outcome{err, resp.StatusCode, resp.Header, string(raw)}
}

// ways are the ways to an API.
func ways(t *testing.T, test func(t *testing.T, way string, c *caller, api *API), opts ...Option) {
	t.Run("transport", func(t *testing.T) {
		t.Parallel()
		api := New(opts...)
		test(t, "transport", callerOf(t, api), api)
	})
	for way, more := range map[string][]Option{"http": nil, "tls": {WithTLS()}} {
		t.Run(way, func(t *testing.T) {
			t.Parallel()
			srv := NewServer(t, append(more, opts...)...)
			test(t, way, overHTTP(t, srv), srv.API)
		})
	}
}

func TestFaultKinds(t *testing.T) {
	t.Parallel()
	only := []Operation{CreateCluster}
	for name, test := range map[string]struct {
		fault   Fault
		effects int // clusters that there are afterwards
		entries int // in the journal
		check   func(t *testing.T, way string, o outcome)
	}{
		"status": {Fault{Kind: FaultStatus, Status: 503}, 0, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, 503, o.status)
			require.JSONEq(t, `{"httpStatus":503,"messages":[{"errorCode":"fault","message":"Service Unavailable, because a fault was asked for"}]}`, o.body)
			require.Empty(t, o.header.Get("Retry-After"))
		}},
		"status with seconds": {Fault{Kind: FaultStatus, Status: 429, RetryAfter: 1500 * time.Millisecond}, 0, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, 429, o.status)
			require.Equal(t, "2", o.header.Get("Retry-After"))
		}},
		"status with a date": {Fault{Kind: FaultStatus, Status: 502, RetryAfter: time.Hour, RetryAfterDate: true}, 0, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, 502, o.status)
			at, err := http.ParseTime(o.header.Get("Retry-After"))
			require.NoError(t, err)
			require.WithinDuration(t, time.Now().Add(time.Hour), at, time.Minute)
		}},
		"page": {Fault{Kind: FaultStatus, Status: 504, HTML: true}, 0, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, 504, o.status)
			require.Equal(t, "text/html; charset=utf-8", o.header.Get("Content-Type"))
			require.Contains(t, o.body, "<h1>504 Gateway Timeout</h1>")
		}},
		"refuse": {Fault{Kind: FaultRefuse}, 0, 1, func(t *testing.T, way string, o outcome) {
			require.Error(t, o.err)
			if way == "transport" {
				require.ErrorIs(t, o.err, syscall.ECONNREFUSED)
				var op *net.OpError
				require.ErrorAs(t, o.err, &op)
				require.Equal(t, "dial", op.Op)
			}
		}},
		"reset":       {Fault{Kind: FaultReset}, 0, 1, wantReset},
		"reset after": {Fault{Kind: FaultResetAfter}, 1, 1, wantReset},
		"truncate": {Fault{Kind: FaultTruncate}, 1, 1, func(t *testing.T, way string, o outcome) {
			require.Equal(t, 202, o.status)
			require.Error(t, o.err)
			if way != "tls" {
				require.ErrorIs(t, o.err, io.ErrUnexpectedEOF)
			}
			require.NotEmpty(t, o.body)
			require.False(t, json.Valid([]byte(o.body)))
		}},
		"truncate at": {Fault{Kind: FaultTruncate, Size: 10}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.Error(t, o.err)
			require.Len(t, o.body, 10)
		}},
		"garbage": {Fault{Kind: FaultGarbage}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.NoError(t, o.err)
			require.Equal(t, 202, o.status)
			require.Equal(t, "application/json", o.header.Get("Content-Type"))
			require.False(t, json.Valid([]byte(o.body)))
			require.True(t, strings.HasPrefix(o.body, `{"id":"`))
		}},
		"content type": {Fault{Kind: FaultContentType}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, "text/html; charset=utf-8", o.header.Get("Content-Type"))
			require.True(t, json.Valid([]byte(o.body)))
		}},
		"other content type": {Fault{Kind: FaultContentType, ContentType: "text/plain"}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, "text/plain", o.header.Get("Content-Type"))
		}},
		"oversize": {Fault{Kind: FaultOversize, Size: 3 << 20}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.NoError(t, o.err)
			require.Len(t, o.body, 3<<20)
			require.True(t, json.Valid([]byte(o.body)))
		}},
		"duplicate": {Fault{Kind: FaultDuplicate}, 2, 2, func(t *testing.T, _ string, o outcome) {
			require.NoError(t, o.err)
			require.Equal(t, 202, o.status)
		}},
		"drip": {Fault{Kind: FaultDrip, Pause: time.Microsecond, Size: 100}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.NoError(t, o.err)
			require.True(t, json.Valid([]byte(o.body)))
		}},
		"latency": {Fault{Kind: FaultLatency, Latency: time.Millisecond}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.NoError(t, o.err)
			require.Equal(t, 202, o.status)
		}},
		"clock skew": {Fault{Kind: FaultClockSkew, Skew: -48 * time.Hour}, 1, 1, func(t *testing.T, _ string, o outcome) {
			at, err := http.ParseTime(o.header.Get("Date"))
			require.NoError(t, err)
			require.WithinDuration(t, time.Now().Add(-48*time.Hour), at, time.Minute)
		}},
		"expired token": {Fault{Kind: FaultExpireToken}, 0, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, 401, o.status)
			require.Contains(t, o.body, "have expired")
		}},
	} {
		test.fault.Operations, test.fault.Count = only, 1
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ways(t, func(t *testing.T, way string, c *caller, api *API) {
				test.check(t, way, c.try("POST", "/clusters", clusterBody("one")))
				if test.fault.Kind == FaultExpireToken {
					c.refused(401, "GET", "/clusters", "")
					c = c.as(bearer("other"))
				}
				require.Len(t, c.get("/clusters").items(), test.effects)
				var entries []Entry
				for _, e := range api.Journal() {
					if e.Operation == CreateCluster {
						entries = append(entries, e)
						require.Equal(t, test.fault.Kind, e.Fault)
						require.Equal(t, test.effects > 0, e.Effect == Create)
					}
				}
				require.Len(t, entries, test.entries)
				c.want(202, "POST", "/clusters", clusterBody("two"))
				require.Equal(t, 1, api.Faults().List()[0].Hits)
			}, WithFaults(test.fault), WithPeople(Person{Token: "token", Tokens: []Token{{Value: "other"}}}))
		})
	}
}

func wantReset(t *testing.T, way string, o outcome) {
	require.Error(t, o.err)
	require.Zero(t, o.status)
	if way == "transport" {
		require.ErrorIs(t, o.err, syscall.ECONNRESET)
	}
}

func TestFaultsCompose(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := inProcess(t, WithFaults(
			Fault{Kind: FaultLatency, Latency: time.Second},
			Fault{Kind: FaultClockSkew, Skew: time.Hour},
			Fault{Kind: FaultStatus, Status: 503, RetryAfter: time.Minute, RetryAfterDate: true, Latency: 2 * time.Second, Count: 1},
			Fault{Kind: FaultStatus, Status: 500, Count: 1},
			Fault{Kind: FaultDrip, Pause: time.Second, Size: 1 << 10},
		))
		start := time.Now()
		o := c.try("GET", "/versions", "")
		require.Equal(t, 503, o.status, "the first one that ends the request wins")
		at, err := http.ParseTime(o.header.Get("Retry-After"))
		require.NoError(t, err)
		require.Equal(t, start.Add(3*time.Second+time.Hour+time.Minute).Unix()+1, at.Unix())
		require.Equal(t, 4*time.Second, time.Since(start), "three before, one for the only piece")
		require.Equal(t, 500, c.try("GET", "/versions", "").status)
		require.Equal(t, 200, c.try("GET", "/versions", "").status)
	})
}

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
		"retryAfter: is 24h0m0":    {Kind: FaultReset, RetryAfter: 24*time.Hour + 1},
		"pause: is":                {Kind: FaultReset, Pause: -1},
		"skew: is":                 {Kind: FaultReset, Skew: -11 * 366 * 24 * time.Hour},
		"size: is -1":              {Kind: FaultReset, Size: -1},
		"contentType: is":          {Kind: FaultReset, ContentType: "a\nb"},
		"id: is longer":            {Kind: FaultReset, ID: long(300)},
	} {
		require.ErrorContains(t, fault.Validate(), want)
		_, err := Open(WithFaults(fault))
		require.ErrorContains(t, err, want)
	}
	for _, status := range []int{400, 599} {
		require.NoError(t, (&Fault{Kind: FaultStatus, Status: status, Probability: 1, Latency: 24 * time.Hour}).Validate())
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
	for _, text := range []string{`{"knd":"reset"}`, `{"latency":"soon"}`, `{"latency":3}`, `[]`} {
		require.Error(t, json.Unmarshal([]byte(text), new(Fault)), text)
	}
}

// TestCancelledFaults checks that whoever stops waiting is let go at once.
func TestCancelledFaults(t *testing.T) {
	t.Parallel()
	for _, kind := range []FaultKind{FaultLatency, FaultDrip} {
		for _, method := range []string{"GET", "POST"} {
			t.Run(string(kind)+" "+method, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					api := New(WithFaults(Fault{Kind: kind, Latency: time.Hour * map[FaultKind]time.Duration{FaultLatency: 1}[kind], Pause: time.Hour}))
					ctx, cancel := context.WithTimeout(t.Context(), time.Second)
					defer cancel()
					start := time.Now()
					o := callerOf(t, api).tryWith(ctx, method, "/clusters", clusterBody("one"))
					require.ErrorIs(t, o.err, context.DeadlineExceeded)
					require.Equal(t, time.Second, time.Since(start))
				})
			})
		}
	}
	ways(t, func(t *testing.T, _ string, c *caller, api *API) {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		require.Error(t, c.tryWith(ctx, "POST", "/clusters", clusterBody("one")).err)
		require.Eventually(t, func() bool { return len(api.Journal()) == 1 }, 5*time.Second, time.Millisecond)
		require.Zero(t, api.Journal()[0].Status)
	}, WithFaults(Fault{Kind: FaultLatency, Latency: time.Hour}))
}

// TestServerEndsWithFaults checks that nothing that waits in a fault outlives
// the server.
func TestServerEndsWithFaults(t *testing.T) {
	// Not parallel: it counts goroutines.
	before := runtime.NumGoroutine()
	for _, opts := range [][]Option{nil, {WithTLS()}} {
		srv, err := Start(append(opts, WithFaults(Fault{Kind: FaultLatency, Latency: time.Hour, Operations: []Operation{CreateCluster, GetClusters}},
			Fault{Kind: FaultDrip, Pause: time.Hour}, Fault{Kind: FaultReset, Operations: []Operation{GetCluster}}))...)
		require.NoError(t, err)
		c := overHTTP(t, srv)
		done := make(chan outcome)
		for _, request := range [][2]string{{"GET", "/clusters"}, {"POST", "/clusters"}, {"GET", "/versions"}, {"GET", "/clusters/x"}} {
			go func() { done <- c.try(request[0], request[1], clusterBody("one")) }()
		}
		require.Eventually(t, func() bool { return len(srv.API.Journal()) == 2 }, 5*time.Second, time.Millisecond)
		time.Sleep(20 * time.Millisecond)
		srv.Close()
		for range 4 {
			require.Error(t, (<-done).err)
		}
	}
	for end := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
	require.LessOrEqual(t, runtime.NumGoroutine(), before)
}

func TestFaultWithoutServer(t *testing.T) {
	t.Parallel()
	for kind, want := range map[FaultKind]int{FaultReset: 502, FaultRefuse: 502, FaultResetAfter: 502, FaultTruncate: 200, FaultOversize: 200} {
		api := New(WithFaults(Fault{Kind: kind, Size: 2000}))
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", "/dataplatform/versions", nil)
		bearer("token")(r)
		api.ServeHTTP(w, r)
		require.Equal(t, want, w.Code, kind)
	}
}

func TestFaultBehindMiddleware(t *testing.T) {
	t.Parallel()
	wrap := WithMiddleware(func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(wrapped{w}, r) })
	})
	ways(t, func(t *testing.T, way string, c *caller, api *API) {
		wantReset(t, way, c.try("GET", "/versions", ""))
		require.Error(t, c.try("GET", "/versions", "").err)
	}, wrap, WithFaults(Fault{Kind: FaultReset, Count: 1}, Fault{Kind: FaultTruncate}))
}

type wrapped struct{ http.ResponseWriter }

func (w wrapped) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func TestBrokenBodyMeetsFault(t *testing.T) {
	t.Parallel()
	c := inProcess(t, WithFaults(Fault{Kind: FaultDuplicate}, Fault{Kind: FaultLatency, Latency: 1}))
	r := c.do("POST", "/clusters", "x", func(r *http.Request) {
		r.Body = io.NopCloser(io.MultiReader(strings.NewReader("{"), brokenReader{}))
	})
	require.Equal(t, 400, r.status)
	api := New(WithFaults(Fault{Kind: FaultDuplicate}))
	w := httptest.NewRecorder()
	api.ServeHTTP(w, &http.Request{Method: "GET", URL: &url.URL{Path: "/dataplatform/versions"}, Header: http.Header{}})
	require.Equal(t, 401, w.Code)
	require.Len(t, api.Journal(), 2)
}

func TestRefuseAndAccept(t *testing.T) {
	t.Parallel()
	for _, opts := range [][]Option{nil, {WithTLS()}} {
		srv := NewServer(t, opts...)
		c := overHTTP(t, srv)
		id := c.createCluster("one")
		require.NoError(t, srv.Accept(), "it does already")
		srv.Refuse()
		srv.Refuse()
		require.Eventually(t, func() bool { // at first the client may find the end of a connection that it had
			return errors.Is(c.try("GET", "/clusters", "").err, syscall.ECONNREFUSED)
		}, 5*time.Second, time.Millisecond)
		require.NoError(t, srv.Accept())
		c.get("/clusters/" + id)
		srv.Close()
		require.True(t, errors.Is(srv.Accept(), http.ErrServerClosed))
	}
}
