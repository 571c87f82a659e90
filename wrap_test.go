package ionoscloud

import (
	"context"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// counting notes how often it was put around a transport, and what went through.
type counting struct{ wraps, requests atomic.Int32 }

func (c *counting) wrap(base http.RoundTripper) http.RoundTripper {
	c.wraps.Add(1)
	return roundTripper(func(req *http.Request) (*http.Response, error) {
		c.requests.Add(1)
		return base.RoundTrip(req)
	})
}

func TestWrapTransport(t *testing.T) {
	server := secureServer(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`["24.7"]`))
	})
	own := server.Client().Transport.(*http.Transport)
	for name, row := range map[string]struct {
		change func(*Configuration)
		wraps  int32 // 0: any number
	}{
		"the SDK's transport":          {func(c *Configuration) { c.CAFile = caFileOf(t, server) }, 1},
		"one with pins":                {func(c *Configuration) { c.PinnedCertificates = []string{fingerprintOf(server)} }, 1},
		"the caller's":                 {func(c *Configuration) { c.HTTPClient = &http.Client{Transport: own} }, 1},
		"the caller's, and a CA":       {func(c *Configuration) { c.HTTPClient, c.CAFile = &http.Client{}, caFileOf(t, server) }, 1},
		"one that can't be told apart": {func(c *Configuration) { c.HTTPClient = &http.Client{Transport: roundTripper(own.RoundTrip)} }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			var count counting
			cfg := NewConfiguration("", "", "", server.URL)
			cfg.Logger = nil
			cfg.WrapTransport = count.wrap
			row.change(cfg)
			client := NewAPIClient(cfg)
			var group sync.WaitGroup
			for range 10 {
				group.Go(func() {
					_, _, err := client.DataPlatformMetaDataApi.VersionsGet(t.Context()).Execute()
					require.NoError(t, err)
				})
			}
			group.Wait()
			require.EqualValues(t, 10, count.requests.Load())
			if row.wraps > 0 {
				require.Equal(t, row.wraps, count.wraps.Load())
			}
		})
	}
}

// A program may put another transport into its configuration at any time.
func TestAnotherTransportIsTakenUp(t *testing.T) {
	server := secureServer(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`["24.7"]`))
	})
	var count counting
	var open atomic.Int32
	cfg := NewConfiguration("", "", "", server.URL)
	cfg.Logger, cfg.CAFile, cfg.WrapTransport = nil, caFileOf(t, server), count.wrap
	client := NewAPIClient(cfg)
	for i := range int32(3) {
		var dials atomic.Int32
		own := &http.Transport{DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			dials.Add(1)
			conn, err := new(net.Dialer).DialContext(ctx, network, address)
			if err == nil {
				open.Add(1)
				conn = &closeCounting{Conn: conn, open: &open}
			}
			return conn, err
		}}
		cfg.HTTPClient = &http.Client{Transport: own}
		for range 2 {
			_, _, err := client.DataPlatformMetaDataApi.VersionsGet(t.Context()).Execute()
			require.NoError(t, err)
		}
		require.EqualValues(t, 1, dials.Load(), "its connections are its own, and kept")
		require.Equal(t, i+1, count.wraps.Load())
		require.Eventually(t, func() bool { return open.Load() == 1 }, 5*time.Second, time.Millisecond, "and those of the one before are closed")
	}
	cfg.HTTPClient = nil
	_, _, err := client.DataPlatformMetaDataApi.VersionsGet(t.Context()).Execute()
	require.NoError(t, err)
	require.Eventually(t, func() bool { return open.Load() == 0 }, 5*time.Second, time.Millisecond)
}

type closeCounting struct {
	net.Conn
	open *atomic.Int32
	once sync.Once
}

func (c *closeCounting) Close() error {
	c.once.Do(func() { c.open.Add(-1) })
	return c.Conn.Close()
}

func TestWrapTransportThatReturnsNone(t *testing.T) {
	client := clientOver(says(200, `["24.7"]`), func(cfg *Configuration) {
		cfg.WrapTransport = func(http.RoundTripper) http.RoundTripper { return nil }
	})
	_, _, err := client.DataPlatformMetaDataApi.VersionsGet(t.Context()).Execute()
	require.ErrorContains(t, err, "Configuration.WrapTransport returned no transport")
}
