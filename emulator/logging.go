// Logging: structured, on the standard error.

package main

import (
	"bufio"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"
)

func newLogger(f *flags, out io.Writer) *slog.Logger {
	var level slog.Level
	_ = level.UnmarshalText([]byte(f.LogLevel)) // one of the flag's values
	options := &slog.HandlerOptions{Level: level}
	if f.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(out, options))
	}
	return slog.New(slog.NewTextHandler(out, options))
}

// logged notes each request at level debug, without anything of its headers or
// bodies: credentials are in them.
func logged(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !log.Enabled(r.Context(), slog.LevelDebug) {
			next.ServeHTTP(w, r)
			return
		}
		began := time.Now()
		seen := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		defer func() { // also when the handler cuts the connection by a panic
			log.Debug("request", "method", r.Method, "path", r.URL.Path, "status", seen.status,
				"bytes", seen.bytes, "took", time.Since(began), "request", w.Header().Get("X-Request-Id"))
		}()
		next.ServeHTTP(seen, r)
	})
}

// statusWriter sees what passes through it.
type statusWriter struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// Unwrap lets http.ResponseController reach what the server can do.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// Hijack and Flush are there for handlers that ask for them by their types.
func (w *statusWriter) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	return http.NewResponseController(w.ResponseWriter).Hijack()
}

// Flush sends what has been written.
func (w *statusWriter) Flush() { _ = http.NewResponseController(w.ResponseWriter).Flush() }

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) Write(p []byte) (int, error) {
	n, err := w.ResponseWriter.Write(p)
	w.bytes += int64(n)
	return n, err
}
