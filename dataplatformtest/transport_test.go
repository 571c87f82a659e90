// Transport: requests as a client may hand them to an http.RoundTripper.

package dataplatformtest

import (
	"context"
	"net/http"
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTransportTakesBareRequests is about a request as net/http lets a client
// write it.
func TestTransportTakesBareRequests(t *testing.T) {
	t.Parallel()
	target, err := url.Parse("http://user:password@localhost/dataplatform/versions")
	require.NoError(t, err)
	resp, err := (&http.Client{Transport: New().Transport()}).Do(&http.Request{URL: target})
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	require.Equal(t, http.StatusOK, resp.StatusCode)
}

func TestTransportHeedsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	api := New(WithMiddleware(func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			next.ServeHTTP(w, r)
			cancel()
		})
	}))
	for range 2 { // cancelled while it was answered, and before it was sent
		r, err := http.NewRequestWithContext(ctx, "GET", "https://api.ionos.com/dataplatform/versions", nil)
		require.NoError(t, err)
		_, err = api.Transport().RoundTrip(r)
		require.ErrorIs(t, err, context.Canceled)
	}
}
