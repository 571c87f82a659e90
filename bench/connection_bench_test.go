package bench

// What a client does with connections. Every round begins with a new client,
// and conns/op counts the connections that the server saw.

import (
	"net/http"
	"testing"
)

func BenchmarkConnections20(b *testing.B) {
	countConnections(b, 20, func() http.Handler { return respond(http.StatusOK, clusterDocument(1)) })
}

func BenchmarkRetryLargeError(b *testing.B) {
	countConnections(b, 1, func() http.Handler { return failFirst(clusterDocument(1)) })
}

func countConnections(b *testing.B, calls int, handler func() http.Handler) {
	for _, impl := range implementations {
		b.Run("via=tls/client="+impl.name, func(b *testing.B) {
			s := newServer(b, "tls", handler())
			b.ReportAllocs()
			for b.Loop() {
				httpClient := s.httpClient()
				c := impl.make(httpClient, s.URL)
				for range calls {
					if _, err := c.get(b.Context(), clusterID); err != nil {
						b.Fatal(err)
					}
				}
				httpClient.CloseIdleConnections()
			}
			b.ReportMetric(float64(s.opened.Load())/float64(b.N), "conns/op")
		})
	}
}
