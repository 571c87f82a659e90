// Servers: the two ports, one for the API and one for whoever runs it.

package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	stdlog "log"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/ionos-cloud/sdk-go-dataplatform/emulator/internal/console"
)

// none switches the admin interface off.
const none = "none"

type servers struct {
	api, admin  *server // admin may be nil
	certificate *tls.Certificate
	failed      chan error
}

// server is one port.
type server struct {
	listener net.Listener
	tls      *tls.Certificate
	http     *http.Server
}

func newServers(f *flags, now time.Time) (*servers, error) {
	host, _, _ := net.SplitHostPort(f.Address)
	pair, err := certificate(f, host, now)
	if err != nil {
		return nil, usageError{err}
	}
	s := &servers{certificate: pair, failed: make(chan error, 2)}
	listener, err := listen("--address", f.Address, f.AllowRemote)
	if err != nil {
		return nil, err
	}
	s.api = &server{listener: listener, tls: pair}
	if f.AdminAddress == none {
		return s, nil
	}
	if _, port, _ := net.SplitHostPort(f.AdminAddress); f.AdminAddress == f.Address && port != "0" {
		s.close()
		return nil, usageError{fmt.Errorf("--admin-address: is %q, must be another address than that of --address", f.AdminAddress)}
	}
	if listener, err = listen("--admin-address", f.AdminAddress, f.AllowRemote); err != nil {
		s.close()
		return nil, err
	}
	s.admin = &server{listener: listener}
	return s, nil
}

// serve begins to answer.
func (s *servers) serve(api *dataplatformtest.API, log *slog.Logger) {
	s.api.serve(logged(log, front(api)), log, s.failed)
	if s.admin != nil {
		back := http.NewServeMux()
		back.HandleFunc("GET /healthz", healthz(api))
		back.Handle("/", console.Handler(api.Admin()))
		s.admin.serve(guarded(s.admin.listener.Addr(), back), log, s.failed)
	}
}

// front is the API with /healthz beside it. It is no http.ServeMux, which answers
// unclean paths with a redirect: the API shall see what clients really ask for.
func front(api *dataplatformtest.API) http.Handler {
	health := healthz(api)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/healthz" && (r.Method == http.MethodGet || r.Method == http.MethodHead) {
			health(w, r)
			return
		}
		api.ServeHTTP(w, r)
	})
}

func (s *server) serve(handler http.Handler, log *slog.Logger, failed chan<- error) {
	s.http = &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		ErrorLog:          stdlog.New(slogWriter{log}, "", 0),
	}
	if s.tls != nil {
		s.http.TLSConfig = &tls.Config{MinVersion: tls.VersionTLS12, Certificates: []tls.Certificate{*s.tls}}
	}
	go func() {
		var err error
		if s.tls != nil {
			err = s.http.ServeTLS(s.listener, "", "")
		} else {
			err = s.http.Serve(s.listener)
		}
		if !errors.Is(err, http.ErrServerClosed) {
			failed <- fmt.Errorf("serve %s: %w", s.listener.Addr(), err)
		}
	}()
}

// wait ends with ctx, or when a port fails.
func (s *servers) wait(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return nil
	case err := <-s.failed:
		return err
	}
}

// shutdown waits for the requests that have begun, and cuts them off at the end
// of ctx.
func (s *servers) shutdown(ctx context.Context) error {
	var errs []error
	for _, each := range s.all() {
		if err := each.http.Shutdown(ctx); err != nil {
			errs = append(errs, err, each.http.Close())
		}
	}
	return errors.Join(errs...)
}

// close gives the ports back.
func (s *servers) close() {
	for _, each := range s.all() {
		_ = each.listener.Close()
		if each.http != nil {
			_ = each.http.Close()
		}
	}
}

func (s *servers) all() []*server {
	if s.admin == nil {
		return []*server{s.api}
	}
	return []*server{s.api, s.admin}
}

// url is the address for clients, without the API's base path.
func (s *server) url() string {
	scheme := "http"
	if s.tls != nil {
		scheme = "https"
	}
	host, port, err := net.SplitHostPort(s.listener.Addr().String())
	if ip := net.ParseIP(host); err == nil && ip.IsUnspecified() {
		host = "127.0.0.1" // also for ::, which is what Go makes of 0.0.0.0
	}
	return scheme + "://" + net.JoinHostPort(host, port)
}

// adminURL is empty without an admin interface.
func (s *servers) adminURL() string {
	if s.admin == nil {
		return ""
	}
	return s.admin.url() + "/"
}

// slogWriter takes what net/http complains about: mostly clients that don't
// trust a certificate or go away. A panic is the program's own mistake.
type slogWriter struct{ log *slog.Logger }

var _ io.Writer = slogWriter{}

func (w slogWriter) Write(p []byte) (int, error) {
	if strings.Contains(string(p), ": panic serving ") {
		w.log.Error("a request was given up", "problem", string(p))
	} else {
		w.log.Debug("connection", "problem", string(p))
	}
	return len(p), nil
}
