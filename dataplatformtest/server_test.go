// Servers: that they serve in parallel, end cleanly and leave nothing behind.

package dataplatformtest

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestServerEnds(t *testing.T) {
	// Not parallel: it counts goroutines.
	for name, opts := range map[string][]Option{"http": nil, "tls": {WithTLS()}} {
		t.Run(name, func(t *testing.T) {
			before := runtime.NumGoroutine()
			for range 5 {
				srv, err := Start(opts...)
				require.NoError(t, err)
				require.Equal(t, name == "tls", srv.Certificate() != nil)
				c := overHTTP(t, srv)
				var wg sync.WaitGroup
				for range 8 {
					wg.Go(func() { c.do("GET", "/clusters", "") })
				}
				wg.Wait()
				// A connection that never says anything doesn't hold it up.
				idle, err := net.Dial("tcp", strings.Split(srv.URL, "/")[2])
				require.NoError(t, err)
				srv.Close()
				srv.Close()
				require.NoError(t, idle.Close())
				_, err = srv.Client().Get(srv.URL)
				require.Error(t, err)
			}
			for end := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before && time.Now().Before(end); {
				time.Sleep(time.Millisecond)
			}
			require.LessOrEqual(t, runtime.NumGoroutine(), before)
		})
	}
}

// A Server lives and ends in a bubble like anywhere else.
func TestServerInBubble(t *testing.T) {
	t.Parallel()
	for _, opts := range [][]Option{nil, {WithTLS()}} {
		synctest.Test(t, func(t *testing.T) {
			c := overHTTP(t, NewServer(t, opts...))
			require.Equal(t, "AVAILABLE", c.get("/clusters/"+c.createCluster("one")).state())
		})
	}
}

func TestTLS(t *testing.T) {
	t.Parallel()
	srv := NewServer(t, WithTLS())
	resp, err := srv.Client().Get(srv.URL + "/versions")
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	require.Equal(t, 2, resp.ProtoMajor)
	require.Equal(t, srv.Certificate().Raw, resp.TLS.PeerCertificates[0].Raw)
	require.False(t, srv.Certificate().IsCA, "released clients refuse to pin an authority")

	stranger := &http.Client{Transport: &http.Transport{}}
	_, err = stranger.Get(srv.URL + "/versions")
	require.ErrorContains(t, err, "certificate")
}

func TestClosed(t *testing.T) {
	t.Parallel()
	api := New()
	c := callerOf(t, api)
	require.NoError(t, api.Close())
	c.refused(503, "GET", "/versions", "")
}

// failingTB is a test to which starting a server went wrong.
type failingTB struct {
	TB
	failed string
}

func (f *failingTB) Helper()                           {}
func (f *failingTB) Fatalf(format string, args ...any) { f.failed = fmt.Sprintf(format, args...) }

func TestSeed(t *testing.T) {
	t.Parallel()
	ids := func(opts ...Option) [2]string {
		c := inProcess(t, opts...)
		return [2]string{c.createCluster("one"), c.createCluster("two")}
	}
	first := ids(WithSeed(7))
	require.Equal(t, first, ids(WithSeed(7)))
	require.NotEqual(t, first, ids(WithSeed(8)))
	require.NotEqual(t, ids(), ids())
	require.NotEqual(t, first[0], first[1])
}

func TestBrokenBody(t *testing.T) {
	t.Parallel()
	c := inProcess(t)
	r := c.do("POST", "/clusters", "x", func(r *http.Request) {
		r.Body = io.NopCloser(io.MultiReader(strings.NewReader("{"), brokenReader{}))
	})
	require.Equal(t, 400, r.status)
	require.Contains(t, r.messages(t), "could not be read")
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("broken") }

func TestBrokenListener(t *testing.T) {
	t.Parallel()
	api := New()
	for range 300 { // a list of several pieces
		callerOf(t, api).createCluster("one")
	}
	for failAt := range 4 {
		w := &brokenWriter{left: failAt}
		r, err := http.NewRequest("GET", "/dataplatform/clusters", nil)
		require.NoError(t, err)
		bearer("token")(r)
		api.ServeHTTP(w, r)
		require.Equal(t, 0, w.left, "nothing is written after an error")
	}
}

// brokenWriter takes so many writes and then none, and must not be asked again.
type brokenWriter struct {
	left   int
	broken bool
}

func (w *brokenWriter) Header() http.Header { return http.Header{} }
func (w *brokenWriter) WriteHeader(int)     {}
func (w *brokenWriter) Write(p []byte) (int, error) {
	if w.broken {
		w.left = -1
	}
	if w.left == 0 {
		w.broken = true
		return 0, errors.New("broken")
	}
	w.left--
	return len(p), nil
}

// TestParallel is for the race detector: everything at once, on few resources.
func TestParallel(t *testing.T) {
	t.Parallel()
	srv := NewServer(t, WithDurations(Durations{ClusterUpdating: time.Millisecond, NodePoolDeploying: time.Millisecond}))
	c := overHTTP(t, srv)
	shared := "/clusters/" + c.createCluster("shared")
	var wg sync.WaitGroup
	for worker := range 8 {
		wg.Go(func() {
			for i := range 25 {
				own := c.createCluster(fmt.Sprintf("own-%d-%d", worker, i))
				pool := c.createPool(own, "pool")
				c.get("/clusters")
				c.get("/clusters?name=own")
				c.want(202, "PATCH", shared, `{"properties":{"lans":[]}}`)
				c.get(shared)
				c.get("/clusters/" + own + "/nodepools/" + pool)
				c.do("GET", shared+"/kubeconfig", "")
				c.get("/clusters/" + own + "/nodepools")
				c.want(202, "DELETE", "/clusters/"+own, "")
			}
		})
	}
	wg.Wait()
	require.Equal(t, 201.0, c.get(shared).at("metadata", "currentDataPlatformRevision"))
	require.Len(t, c.get("/clusters").items(), 1)
}

// TestGaps checks that lists stay in order and complete while most of what was
// created goes again.
func TestGaps(t *testing.T) {
	t.Parallel()
	api := New()
	c := callerOf(t, api)
	var kept []any
	for i := range 500 {
		id := c.createCluster(fmt.Sprintf("c%d", i))
		if i%50 == 0 {
			kept = append(kept, id)
			continue
		}
		c.want(202, "DELETE", "/clusters/"+id, "")
	}
	var got []any
	for _, item := range c.get("/clusters").items() {
		got = append(got, item.(map[string]any)["id"])
	}
	require.Equal(t, kept, got)
	require.Less(t, len(api.store.clusters.order), 64, "gaps are closed")
	require.Empty(t, api.store.agenda.queue)
}

func TestNewServerFails(t *testing.T) {
	t.Parallel()
	require.Nil(t, started(&failingTB{}, nil, errors.New("no port")))
	tb := &failingTB{}
	started(tb, nil, errors.New("no port"))
	require.Equal(t, "no port", tb.failed)
}
