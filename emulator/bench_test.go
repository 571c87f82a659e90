// Benchmarks: creates from 16 clients over HTTP, in memory and with the data
// file, beside a bare handler that writes the same bytes:
//
//	go test -run '^$' -bench Creates -benchtime 5s .

package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func BenchmarkCreates(b *testing.B) {
	for name, serve := range map[string]func(*testing.B) string{
		"bare": func(b *testing.B) string {
			_, answer := start(b).do("POST", start(b).api+basePath+"/clusters", order)
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				_, _ = io.Copy(io.Discard, r.Body)
				w.Header().Set("Content-Type", "application/json")
				w.WriteHeader(http.StatusAccepted)
				_, _ = io.WriteString(w, answer)
			}))
			b.Cleanup(server.Close)
			return server.URL
		},
		"memory": func(b *testing.B) string { return start(b).api },
		"data file": func(b *testing.B) string {
			return start(b, "--data-file="+filepath.Join(b.TempDir(), "data.db")).api
		},
	} {
		b.Run(name, func(b *testing.B) { creates(b, serve(b), 16) })
	}
}

// creates lets clients create clusters, one after the other each.
func creates(b *testing.B, url string, clients int) {
	transport := &http.Transport{MaxIdleConnsPerHost: clients}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
	var left atomic.Int64
	left.Store(int64(b.N))
	var wg sync.WaitGroup
	b.ResetTimer()
	began := time.Now()
	for range clients {
		wg.Go(func() {
			for left.Add(-1) >= 0 {
				request, err := http.NewRequest("POST", url+basePath+"/clusters", strings.NewReader(order))
				if err != nil {
					b.Error(err)
					return
				}
				request.Header.Set("Authorization", "Bearer token")
				request.Header.Set("Content-Type", "application/json")
				response, err := client.Do(request)
				if err != nil {
					b.Error(err)
					return
				}
				_, _ = io.Copy(io.Discard, response.Body)
				_ = response.Body.Close()
				if response.StatusCode != http.StatusAccepted {
					b.Errorf("status %d", response.StatusCode)
				}
			}
		})
	}
	wg.Wait()
	b.ReportMetric(float64(b.N)/time.Since(began).Seconds(), "creates/s")
	require.False(b, b.Failed())
}
