// Disruption: who stops waiting, servers that end, and handlers in between.

package dataplatformtest

import (
	"context"
	"errors"
	"io"
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

// TestCancelledFaults checks that whoever stops waiting is let go at once.
func TestCancelledFaults(t *testing.T) {
	t.Parallel()
	for _, fault := range []Fault{{Kind: FaultLatency, Latency: time.Hour}, {Kind: FaultDrip, Pause: time.Hour}} {
		for _, method := range []string{"GET", "POST"} {
			t.Run(string(fault.Kind)+" "+method, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					api := New(WithFaults(fault))
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
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan outcome)
		go func() { ended <- c.tryWith(ctx, "POST", "/clusters", clusterBody("one")) }()
		require.Eventually(t, func() bool { return api.Faults().List()[0].Hits == 1 }, 5*time.Second, time.Millisecond)
		cancel()
		require.ErrorIs(t, (<-ended).err, context.Canceled)
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
	for fault, want := range map[*Fault]int{
		{Kind: FaultReset}: 502, {Kind: FaultRefuse}: 502, {Kind: FaultResetAfter}: 502,
		{Kind: FaultTruncate, Size: 2000}: 200, {Kind: FaultOversize, Size: 2000}: 200,
	} {
		api := New(WithFaults(*fault))
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", "/dataplatform/versions", nil)
		bearer("token")(r)
		api.ServeHTTP(w, r)
		require.Equal(t, want, w.Code, fault.Kind)
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

// opaque is a writer of a middleware that doesn't say what it wraps.
type opaque struct{ http.ResponseWriter }

func TestFaultBehindOpaqueMiddleware(t *testing.T) {
	t.Parallel()
	wrap := WithMiddleware(func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(opaque{w}, r) })
	})
	ways(t, func(t *testing.T, _ string, c *caller, _ *API) {
		reset := c.try("GET", "/versions", "")
		require.Error(t, reset.err)
		require.Zero(t, reset.status)
		require.Error(t, c.try("GET", "/versions", "").err)
	}, wrap, WithFaults(Fault{Kind: FaultReset, Count: 2}, Fault{Kind: FaultTruncate}))
}

// TestMiddlewareAborts is about a middleware that cuts connections in the way
// that net/http has for it.
func TestMiddlewareAborts(t *testing.T) {
	t.Parallel()
	abort := WithMiddleware(func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.RawQuery == "late" {
				_, _ = io.WriteString(w, "the beginning")
				_ = http.NewResponseController(w).Flush()
			}
			panic(http.ErrAbortHandler)
		})
	})
	for _, c := range []*caller{inProcess(t, abort), overHTTP(t, NewServer(t, abort))} {
		require.ErrorIs(t, c.try("GET", "/versions", "").err, io.EOF)
		out := c.try("GET", "/versions?late", "")
		require.ErrorIs(t, out.err, io.ErrUnexpectedEOF)
		require.Equal(t, 200, out.status)
		require.Equal(t, "the beginning", out.body)
	}
}

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
