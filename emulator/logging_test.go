// Tests of what of net/http's own messages is logged.

package main

import (
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPanicsAreLoud(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	w := slogWriter{newLogger(&flags{LogLevel: "info", LogFormat: "text"}, &out)}
	for _, quiet := range []string{"http: TLS handshake error from 127.0.0.1:1: EOF\n", "http: response.WriteHeader on hijacked connection\n"} {
		_, err := w.Write([]byte(quiet))
		require.NoError(t, err)
	}
	require.Empty(t, out.String(), "what clients do is no trouble of the program")
	for _, loud := range []string{"http: panic serving 127.0.0.1:1: oh\n", "http2: panic serving 127.0.0.1:1: oh\n"} {
		_, err := w.Write([]byte(loud))
		require.NoError(t, err)
	}
	require.Equal(t, 2, strings.Count(out.String(), "level="+slog.LevelError.String()), out.String())
}
