package conformance_test

// The fault server: each fault is what a client meets.

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"testing"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/stretchr/testify/require"
)

func startServer(t *testing.T, start func(conformance.Script) (*conformance.Server, error), replies ...conformance.Reply) *conformance.Server {
	t.Helper()
	server, err := start(func(n int, _ conformance.Request) conformance.Reply { return replies[min(n, len(replies)-1)] })
	require.NoError(t, err)
	t.Cleanup(server.Close)
	return server
}

func TestTheServerAnswersByItsScript(t *testing.T) {
	for name, start := range map[string]func(conformance.Script) (*conformance.Server, error){
		"HTTP/1.1": conformance.NewServer, "HTTP/2": conformance.NewTLSServer,
	} {
		t.Run(name, func(t *testing.T) {
			server := startServer(t, start,
				conformance.Reply{Status: 418, Header: http.Header{"Content-Type": {"text/plain"}}, Body: []byte("tea"), Repeat: 2},
				conformance.Reply{Fault: conformance.Break},
				conformance.Reply{Status: 200, Body: []byte("0123456789"), Fault: conformance.BreakInBody},
				conformance.Reply{Fault: conformance.Hang},
				conformance.Reply{Status: 200, Body: []byte("0123456789"), Fault: conformance.HangInBody},
			)
			client := server.Client()
			defer client.CloseIdleConnections()

			resp, err := client.Post(server.URL+"/tea?pot=1", "text/plain", bytes.NewReader([]byte("please")))
			require.NoError(t, err)
			body, err := io.ReadAll(resp.Body)
			require.NoError(t, err)
			require.Equal(t, "teateatea", string(body))
			require.Equal(t, 418, resp.StatusCode)

			_, err = client.Post(server.URL, "text/plain", nil)
			require.Error(t, err)

			resp, err = client.Get(server.URL)
			require.NoError(t, err)
			body, err = io.ReadAll(resp.Body)
			require.Error(t, err)
			require.Equal(t, "01234", string(body))

			for range 2 {
				ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
				req, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL, nil)
				require.NoError(t, err)
				if resp, err = client.Do(req); err == nil {
					_, err = io.ReadAll(resp.Body)
				}
				require.ErrorIs(t, err, context.DeadlineExceeded)
				cancel()
			}

			requests := server.Requests()
			require.Len(t, requests, 5)
			require.Equal(t, http.MethodPost, requests[0].Method)
			require.Equal(t, "/dataplatform/tea", requests[0].Path)
			require.Equal(t, "1", requests[0].Query.Get("pot"))
			require.Equal(t, "please", string(requests[0].Body))
			require.Equal(t, "text/plain", requests[0].Header.Get("Content-Type"))
			require.Equal(t, name == "HTTP/2", requests[0].HTTP2)
			require.WithinDuration(t, time.Now(), requests[0].At, time.Minute)
		})
	}
}

func TestTheServerCountsConnectionsAndCutAnswers(t *testing.T) {
	server := startServer(t, conformance.NewServer, conformance.Reply{Status: 200, Body: make([]byte, 1<<20), Repeat: 31})
	client := &http.Client{Transport: &http.Transport{}}
	for range 2 {
		resp, err := client.Get(server.URL)
		require.NoError(t, err)
		require.NoError(t, resp.Body.Close())
	}
	require.Equal(t, 2, server.Connections())
	require.Equal(t, 2, server.Cut())
}

func TestTheServerCanBeAwaited(t *testing.T) {
	server := startServer(t, conformance.NewServer, conformance.Reply{Status: 200})
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	require.False(t, server.Await(ctx, 1), "nobody came")

	resp, err := server.Client().Get(server.URL)
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	require.True(t, server.Await(t.Context(), 1))

	http.DefaultTransport.(*http.Transport).CloseIdleConnections()
	server.Close()
	server.Close() // again does nothing
	require.False(t, server.Await(t.Context(), 2))
}
