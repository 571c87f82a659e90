// Running: from the command line to the end of the last request.

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// run is the program: it ends when ctx does, or with an error.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	f, done, err := parse(args, stdout)
	if done {
		return nil
	}
	if err != nil {
		return usageError{err}
	}
	log := newLogger(f, stderr)
	for _, name := range f.strange {
		log.Warn("no flag has this variable, see --help", "variable", name)
	}
	clock := dataplatformtest.NewManualClock(time.Time{})
	clock.SetSpeed(1) // unless a data file knows better
	w, err := newWorld(f, clock)
	if err != nil {
		return usageError{err}
	}
	// The ports come first: whoever has them keeps another one from the data.
	s, err := newServers(f, time.Now())
	if err != nil {
		return err
	}
	defer s.close()
	options, db, err := openData(f, w.options, log)
	if err != nil {
		return err
	}
	if db != nil {
		defer func() { _ = db.Close() }() // again, in case that it ends early
	}
	api, err := dataplatformtest.Open(options...)
	if err != nil {
		if f.DataFile != "" {
			err = fmt.Errorf("--data-file %s: %w", f.DataFile, err)
		}
		return err
	}
	if f.ClockSpeed != nil {
		if err := api.SetClockSpeed(float64(*f.ClockSpeed)); err != nil {
			return err
		}
	}
	if err := writeCertificate(f, s.certificate); err != nil {
		return err
	}
	if s.certificate != nil {
		if problem := expired(s.certificate, time.Now()); problem != "" {
			log.Warn(problem)
		}
	}
	s.serve(api, log)
	banner(stdout, f, w, s, api)
	log.Info("listening", "api", s.api.url(), "admin", s.adminURL())
	err = s.wait(ctx)
	log.Info("stopping", "at most", time.Duration(f.StopTimeout))
	return errors.Join(err, stop(f, s, api, db, log))
}

// stop lets requests that have begun end, within the bound, and writes what
// waits to be written.
func stop(f *flags, s *servers, api *dataplatformtest.API, db io.Closer, log *slog.Logger) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Duration(f.StopTimeout))
	defer cancel()
	if err := s.shutdown(ctx); err != nil {
		log.Warn("requests were cut off", "after", time.Duration(f.StopTimeout), "error", err)
	}
	err := api.Close()
	if db != nil {
		if failure := db.Close(); failure != nil {
			err = errors.Join(err, fmt.Errorf("--data-file %s: %w", f.DataFile, failure))
		}
	}
	if err == nil {
		log.Info("stopped")
	}
	return err
}

// healthz answers whether this process works; monitors and scripts ask it.
func healthz(api *dataplatformtest.API) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "no-store")
		if err := api.Err(); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
			_ = json.NewEncoder(w).Encode(map[string]string{"status": "failed", "error": err.Error()})
			return
		}
		_, _ = io.WriteString(w, `{"status":"ok"}`+"\n")
	}
}
