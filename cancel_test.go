package ionoscloud

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// At whatever point a call is cancelled: it returns, and neither a goroutine nor
// a connection stays behind.
func TestACancelledCallLeavesNothingBehind(t *testing.T) {
	for name, stage := range map[string]func(w http.ResponseWriter, req *http.Request, reached func()){
		"before the answer": func(_ http.ResponseWriter, req *http.Request, reached func()) {
			reached()
			<-req.Context().Done()
		},
		"in the body": func(w http.ResponseWriter, req *http.Request, reached func()) {
			w.Header().Set("Content-Type", "application/json")
			_, _ = io.WriteString(w, clusterJSON[:20])
			_ = http.NewResponseController(w).Flush()
			reached()
			<-req.Context().Done()
		},
		"in the body of an error": func(w http.ResponseWriter, req *http.Request, reached func()) {
			w.WriteHeader(503)
			_, _ = io.WriteString(w, "one moment")
			_ = http.NewResponseController(w).Flush()
			reached()
			<-req.Context().Done()
		},
		"in a pause": func(w http.ResponseWriter, _ *http.Request, reached func()) {
			w.Header().Set("Retry-After", "60")
			w.WriteHeader(429)
			reached()
		},
	} {
		for protocol, http2 := range map[string]bool{"HTTP/1.1": false, "HTTP/2.0": true} {
			t.Run(name+" over "+protocol, func(t *testing.T) {
				before := runtime.NumGoroutine()
				ctx, cancel := context.WithCancel(t.Context())
				var open atomic.Int32
				server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
					stage(w, req, func() { time.AfterFunc(10*time.Millisecond, cancel) })
				}))
				server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
					switch state {
					case http.StateNew:
						open.Add(1)
					case http.StateClosed:
						open.Add(-1)
					}
				}
				server.EnableHTTP2 = http2
				server.StartTLS()
				client := clientOf(server, func(cfg *Configuration) {
					cfg.HTTPClient, cfg.CAFile, cfg.MaxWaitTime = nil, caFileOf(t, server), time.Minute
				})
				start := time.Now()
				_, _, err := client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
				require.ErrorIs(t, err, context.Canceled)
				require.Less(t, time.Since(start), 5*time.Second)

				soon(t, "connections are closed", func() bool {
					// HTTP/2 keeps its connection busy until the cancellation has
					// been answered.
					client.connect.made.CloseIdleConnections()
					return open.Load() == 0
				})
				server.Close()
				soon(t, "goroutines have ended", func() bool { return runtime.NumGoroutine() <= before })
			})
		}
	}
}

func TestACallCancelledBeforeItIsConnectedLeavesNothingBehind(t *testing.T) {
	before := runtime.NumGoroutine()
	listener, err := net.Listen("tcp", "127.0.0.1:0") // accepts, and never shakes hands
	require.NoError(t, err)
	defer listener.Close()
	for name, transport := range map[string]*http.Transport{
		"in the handshake": {},
		"in the dialing": {DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := NewConfiguration("", "", "", "https://"+listener.Addr().String())
			cfg.Logger, cfg.HTTPClient = nil, &http.Client{Transport: transport}
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
			defer cancel()
			start := time.Now()
			_, _, err := NewAPIClient(cfg).DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
			require.ErrorIs(t, err, context.DeadlineExceeded)
			require.Less(t, time.Since(start), 5*time.Second)
			transport.CloseIdleConnections()
		})
	}
	soon(t, "goroutines have ended", func() bool { return runtime.NumGoroutine() <= before })
}

// soon waits until something holds. It looks from the test's own goroutine, so
// that goroutines can be counted.
func soon(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(5 * time.Second); !holds(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			stacks := make([]byte, 64<<10)
			t.Fatalf("%s: not so\n%s", what, stacks[:runtime.Stack(stacks, true)])
		}
	}
}
