package bench

// Whole calls over HTTP and TLS: one cluster, lists, a create, parallel callers.

import (
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
)

// eachClient runs a benchmark over HTTP and TLS with both clients. The names are
// key=value so that benchstat can set the clients side by side.
func eachClient(b *testing.B, handler http.Handler, measure func(b *testing.B, c client)) {
	for _, via := range []string{"http", "tls"} {
		for _, impl := range implementations {
			b.Run("via="+via+"/client="+impl.name, func(b *testing.B) {
				s := newServer(b, via, handler)
				b.ReportAllocs()
				measure(b, impl.make(s.httpClient(), s.URL))
			})
		}
	}
}

func BenchmarkGet(b *testing.B) {
	eachClient(b, respond(http.StatusOK, clusterDocument(1)), measureGet)
}

func BenchmarkList1000(b *testing.B) {
	eachClient(b, respond(http.StatusOK, listDocument(1000)), measureList)
}

func BenchmarkList10000(b *testing.B) {
	eachClient(b, respond(http.StatusOK, listDocument(10000)), measureList)
}

func BenchmarkCreate(b *testing.B) {
	eachClient(b, respond(http.StatusAccepted, clusterDocument(1)), func(b *testing.B, c client) {
		for b.Loop() {
			if _, err := c.create(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkParallel shares a client among 16 goroutines, on any number of cores.
func BenchmarkParallel(b *testing.B) {
	eachClient(b, respond(http.StatusOK, clusterDocument(1)), func(b *testing.B, c client) {
		var calls atomic.Int64
		var group sync.WaitGroup
		b.ResetTimer()
		for range callers {
			group.Go(func() {
				for calls.Add(1) <= int64(b.N) {
					if _, err := c.get(b.Context(), clusterID); err != nil {
						b.Error(err)
						return
					}
				}
			})
		}
		group.Wait()
	})
}

func measureGet(b *testing.B, c client) {
	for b.Loop() {
		if _, err := c.get(b.Context(), clusterID); err != nil {
			b.Fatal(err)
		}
	}
}

func measureList(b *testing.B, c client) {
	for b.Loop() {
		if _, err := c.list(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
