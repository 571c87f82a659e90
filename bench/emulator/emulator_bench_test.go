// Package emulator measures dataplatformtest under load, beside a bare net/http
// handler that writes the same bytes in the same run. Its client is as thin as
// it can be, so that what is measured is the server. The releases have no
// dataplatformtest, so this package is not built against them.
package emulator

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// connections is how many clients ask at once.
const connections = 64

const (
	base = "/dataplatform"
	body = `{"properties":{"name":"load","datacenterId":"d3c1a2b4-0000-4000-8000-0123456789ab","dataPlatformVersion":"24.11",` +
		`"lans":[{"lanId":"1","dhcp":true,"routes":[{"network":"10.0.0.0/8","gateway":"10.0.0.1"}]}],` +
		`"maintenanceWindow":{"time":"02:30:00","dayOfTheWeek":"Sunday"}}}`
)

// ask sends a request to a handler without a network.
func ask(tb testing.TB, handler http.Handler, method, path, body string, want int) *httptest.ResponseRecorder {
	tb.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Header.Set("Authorization", "Bearer token")
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	require.Equal(tb, want, w.Code, w.Body.String())
	return w
}

// filled is an API with n clusters and the path of one of them.
func filled(tb testing.TB, n int) (*dataplatformtest.API, string) {
	api := dataplatformtest.New()
	path := ""
	for i := range n {
		w := ask(tb, api, http.MethodPost, base+"/clusters", body, http.StatusAccepted)
		if i == n/2 {
			path = base + "/clusters/" + strings.Split(w.Body.String(), `"`)[3]
		}
	}
	return api, path
}

// bare writes an answer that was given once.
func bare(w *httptest.ResponseRecorder) http.Handler {
	raw := w.Body.Bytes()
	return http.HandlerFunc(func(out http.ResponseWriter, _ *http.Request) {
		out.Header().Set("Content-Type", "application/json")
		out.Header().Set("Content-Length", strconv.Itoa(len(raw)))
		out.WriteHeader(w.Code)
		_, _ = out.Write(raw)
	})
}

// BenchmarkBeside loads the emulator and a bare handler in turns, over TCP. The
// metric x/bare is the emulator's rate by the bare handler's.
func BenchmarkBeside(b *testing.B) {
	for _, test := range []struct {
		name, method, body string
		clusters           int
	}{
		{"read", http.MethodGet, "", 1000},
		{"read100k", http.MethodGet, "", 100_000},
		{"list1k", http.MethodGet, "", 1000},
		{"list10k", http.MethodGet, "", 10_000},
		{"create", http.MethodPost, body, 1},
	} {
		b.Run(test.name, func(b *testing.B) {
			api, path := filled(b, test.clusters)
			want := http.StatusOK
			if test.method == http.MethodPost {
				want = http.StatusAccepted
			}
			if test.method == http.MethodPost || strings.HasPrefix(test.name, "list") {
				path = base + "/clusters"
			}
			plain := httptest.NewServer(bare(ask(b, api, test.method, path, test.body, want)))
			defer plain.Close()
			emulator := httptest.NewServer(api)
			defer emulator.Close()
			request := request(test.method, path, test.body)
			one, other := newLoad(b, emulator, request), newLoad(b, plain, request)
			defer one.close()
			defer other.close()
			for b.Loop() { // both are given the same time, in turns
				one.run(100 * time.Millisecond)
				other.run(100 * time.Millisecond)
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(one.rate(), "req/s")
			b.ReportMetric(other.rate(), "bare-req/s")
			b.ReportMetric(one.rate()/other.rate(), "x/bare")
			b.ReportMetric(one.percentile(99).Seconds()*1000, "p99-ms")
			b.ReportMetric(other.percentile(99).Seconds()*1000, "bare-p99-ms")
		})
	}
}

// discard is a ResponseWriter that costs next to nothing.
type discard struct{ header http.Header }

func (d discard) Header() http.Header         { return d.header }
func (d discard) WriteHeader(int)             {}
func (d discard) Write(p []byte) (int, error) { return len(p), nil }

// BenchmarkCost is what a request costs among so many clusters, without a
// network; the list's cost is also given for each of its clusters.
func BenchmarkCost(b *testing.B) {
	for _, clusters := range []int{10, 1_000, 100_000} {
		api, path := filled(b, clusters)
		for _, test := range []struct{ name, method, path, body string }{
			{"get", http.MethodGet, path, ""},
			{"list", http.MethodGet, base + "/clusters", ""},
			{"patch", http.MethodPatch, path, `{"properties":{"name":"other"}}`},
			{"create", http.MethodPost, base + "/clusters", body},
		} {
			b.Run(fmt.Sprintf("%s/clusters=%d", test.name, clusters), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					r, _ := http.NewRequest(test.method, test.path, strings.NewReader(test.body))
					r.Header.Set("Authorization", "Bearer token")
					api.ServeHTTP(discard{http.Header{}}, r)
				}
				if test.name == "list" {
					total := api.Snapshot(0).Total
					b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(total), "ns/cluster")
				}
			})
		}
	}
}

// BenchmarkMemory is what a cluster takes up, with a LAN and a window.
func BenchmarkMemory(b *testing.B) {
	const clusters = 20_000
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	for b.Loop() {
		before := heap()
		api, _ := filled(b, clusters)
		b.ReportMetric(float64(heap()-before)/clusters, "B/cluster")
		_, _ = io.WriteString(io.Discard, api.Snapshot(1).Clusters[0].ID)
	}
	b.ReportMetric(0, "ns/op")
}
