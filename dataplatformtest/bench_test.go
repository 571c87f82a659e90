// Benchmarks: what a request costs with few and with many clusters.

package dataplatformtest

import (
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// ask sends a request straight to the handler.
func ask(tb testing.TB, api *API, method, path, body string, want int) {
	r, err := http.NewRequest(method, path, strings.NewReader(body))
	if err != nil {
		tb.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer token")
	w := newRecorder()
	api.ServeHTTP(w, r)
	if w.status != want {
		tb.Fatalf("%s %s: %d %s", method, path, w.status, w.body.String())
	}
}

// filled is an API with n clusters and the path of one of them.
func filled(tb testing.TB, n int) (*API, string) {
	api := New()
	for i := range n {
		ask(tb, api, "POST", "/dataplatform/clusters", clusterBody(fmt.Sprintf("cluster-%d", i)), 202)
	}
	return api, "/dataplatform/clusters/" + api.store.clusters.order[n/2].id.String()
}

func BenchmarkRequests(b *testing.B) {
	for _, n := range []int{10, 1_000, 100_000} {
		api, path := filled(b, n)
		for _, request := range []struct {
			name, method, path, body string
			want                     int
		}{
			{"get", "GET", path, "", 200},
			{"create", "POST", "/dataplatform/clusters", clusterBody("another"), 202},
			{"patch", "PATCH", path, `{"properties":{"name":"other"}}`, 202},
		} {
			b.Run(fmt.Sprintf("%s/clusters=%d", request.name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					ask(b, api, request.method, request.path, request.body, request.want)
				}
			})
		}
	}
}

// TestFlatCost checks that a read and a change cost about the same among ten
// and among thirty thousand clusters (the benchmark goes to a hundred thousand).
// The bound is wide, for busy machines, and far below what going through all
// clusters would cost.
func TestFlatCost(t *testing.T) {
	if testing.Short() {
		return
	}
	cost := func(n int) time.Duration {
		api, path := filled(t, n)
		best := time.Hour
		for range 5 {
			start := time.Now()
			for range 200 {
				ask(t, api, "GET", path, "", 200)
				ask(t, api, "PATCH", path, `{"properties":{}}`, 202)
			}
			best = min(best, time.Since(start))
		}
		return best
	}
	few, many := cost(10), cost(30_000)
	require.Less(t, many, 10*few)
}

func TestMemory(t *testing.T) {
	// Not parallel: it looks at the whole heap.
	const n = 5_000
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	api, _ := filled(t, n)
	each := (heap() - before) / n
	runtime.KeepAlive(api)
	t.Logf("%d bytes a cluster", each)
	require.Less(t, each, uint64(4096))
}
