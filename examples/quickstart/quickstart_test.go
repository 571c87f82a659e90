// The whole quickstart against the embedded API: undisturbed, interrupted at
// every request, and with a service that breaks at every request.

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/stretchr/testify/require"
)

// tick is a clock that moves on by a second whenever it is asked, so that each
// run has the same requests. Changes ask it twice: when they come and when they
// happen.
type tick struct {
	mu  sync.Mutex
	now time.Time
}

func (c *tick) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(time.Second)
	return c.now
}

// stage is a quickstart with a service in which something can happen.
type stage struct {
	t               *testing.T
	srv             *dataplatformtest.Server
	tour            *tour
	work, all       context.Context
	interrupt, stop context.CancelFunc
	out, errOut     bytes.Buffer
	mu              sync.Mutex
	requests        int
	happens         func(n int, serve func()) // at the n-th request
}

func newStage(t *testing.T, opts ...dataplatformtest.Option) *stage {
	s := &stage{t: t}
	s.work, s.interrupt = context.WithCancel(t.Context())
	s.all, s.stop = context.WithCancel(t.Context())
	t.Cleanup(s.interrupt)
	t.Cleanup(s.stop)
	opts = append([]dataplatformtest.Option{
		dataplatformtest.WithClock(&tick{now: time.Unix(1_700_000_000, 0)}),
		dataplatformtest.WithDurations(dataplatformtest.Durations{
			ClusterDeploying: 2 * time.Second, ClusterDestroying: 2 * time.Second,
			NodePoolDeploying: 4 * time.Second, NodePoolUpdating: 2 * time.Second, NodePoolDestroying: 4 * time.Second,
		}),
		dataplatformtest.WithMiddleware(s.middleware),
	}, opts...)
	s.srv = dataplatformtest.NewServer(t, opts...)
	cfg := ionoscloud.NewConfiguration("", "", "token", s.srv.URL)
	cfg.HTTPClient = s.srv.Client()
	cfg.WaitTime, cfg.MaxWaitTime = time.Millisecond, 2*time.Millisecond
	s.tour = newTour(&service{
		client: ionoscloud.NewAPIClient(cfg), title: "the stage",
		datacenter: "00000000-0000-4000-8000-000000000001",
		poll:       time.Millisecond, patience: time.Minute, removal: time.Minute,
	}, options{name: "quickstart-test", kubeconfig: filepath.Join(t.TempDir(), "kubeconfig")}, &s.out, &s.errOut)
	return s
}

func (s *stage) middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.requests++
		n, happens := s.requests, s.happens
		s.mu.Unlock()
		if happens == nil {
			next.ServeHTTP(w, r)
			return
		}
		// The answer is held back, so that it can be lost.
		answer := &held{header: http.Header{}}
		happens(n, func() { next.ServeHTTP(answer, r) })
		for name, values := range answer.header {
			w.Header()[name] = values
		}
		w.WriteHeader(answer.status)
		_, _ = w.Write(answer.body.Bytes())
	})
}

type held struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (h *held) Header() http.Header         { return h.header }
func (h *held) WriteHeader(status int)      { h.status = status }
func (h *held) Write(p []byte) (int, error) { return h.body.Write(p) }

func (s *stage) run() int { return s.tour.run(s.work, s.all) }

// left is what the service still has: kind, name and id of each.
func (s *stage) left() [][3]string {
	s.mu.Lock()
	s.happens = nil
	s.mu.Unlock()
	var found [][3]string
	for _, cluster := range s.list("/clusters") {
		found = append(found, [3]string{"cluster", cluster.Properties.Name, cluster.ID})
		for _, pool := range s.list("/clusters/" + cluster.ID + "/nodepools") {
			found = append(found, [3]string{"node pool", pool.Properties.Name, pool.ID})
		}
	}
	return found
}

type listed struct {
	ID         string
	Properties struct{ Name string }
}

func (s *stage) list(path string) []listed {
	r, err := http.NewRequest(http.MethodGet, s.srv.URL+path, nil)
	require.NoError(s.t, err)
	r.Header.Set("Authorization", "Bearer token")
	resp, err := s.srv.API.Transport().RoundTrip(r)
	require.NoError(s.t, err)
	var list struct{ Items []listed }
	require.NoError(s.t, json.NewDecoder(resp.Body).Decode(&list))
	return list.Items
}

// named wants everything that is left to be named, and nothing that isn't there
// to be there.
func (s *stage) named() {
	cluster := false
	for _, left := range s.left() {
		if left[0] == "cluster" {
			cluster = true
			require.Contains(s.t, s.errOut.String(), "cluster "+left[1]+" (id ")
			continue
		}
		// Node pools go with their cluster, which is named in any case.
		require.True(s.t, cluster)
		require.Contains(s.t, s.errOut.String(), left[0]+" "+left[1]+" (id ")
	}
	if info, err := os.Stat(s.tour.kubeconfig); err == nil {
		require.Equal(s.t, os.FileMode(0o600), info.Mode())
		require.Contains(s.t, s.out.String(), "The kubeconfig is still in "+s.tour.kubeconfig)
	}
}

func TestWholeTour(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	require.Equal(t, exitOK, s.run(), s.errOut.String())
	require.Empty(t, s.errOut.String())
	require.Empty(t, s.left())
	for _, want := range []string{
		"23.7, 23.11, 24.3, 24.7, 24.11", "Creating the cluster quickstart-test:", "cluster quickstart-test: DEPLOYING",
		"cluster quickstart-test: AVAILABLE", "node pool compute: DEPLOYING", "node pool storage: AVAILABLE",
		"NAME     NODES  CORES  RAM      STORAGE    STATE      ID", "  compute  2      4      4096 MB  20 GB SSD  AVAILABLE  ",
		"(mode 0600)", "Scaling the node pool compute to 4 nodes:", "node pool compute: UPDATING", "node pool compute: DESTROYING",
		"node pool storage: gone", "cluster quickstart-test: DESTROYING", "cluster quickstart-test: gone", "Done after",
	} {
		require.Contains(t, s.out.String(), want)
	}
	raw, err := os.ReadFile(s.tour.kubeconfig)
	require.NoError(t, err)
	require.True(t, json.Valid(raw))
	s.named()
}

// requestsOfATour is how many requests an undisturbed run has.
func requestsOfATour(t *testing.T) int {
	s := newStage(t)
	require.Equal(t, exitOK, s.run())
	require.Greater(t, s.requests, 20)
	return s.requests
}

func TestInterruptedAtEveryRequest(t *testing.T) {
	t.Parallel()
	for name, at := range map[string]func(s *stage, serve func()){
		"before":      func(s *stage, serve func()) { s.interrupt(); serve() },
		"after":       func(s *stage, serve func()) { serve(); s.interrupt() },
		"answer lost": func(s *stage, serve func()) { serve(); s.interrupt(); panic(http.ErrAbortHandler) },
		"not served":  func(s *stage, serve func()) { s.interrupt(); panic(http.ErrAbortHandler) },
	} {
		for n := range requestsOfATour(t) {
			t.Run(fmt.Sprintf("%s/%d", name, n+1), func(t *testing.T) {
				t.Parallel()
				s := newStage(t)
				s.happens = func(i int, serve func()) {
					if i == n+1 {
						at(s, serve)
						return
					}
					serve()
				}
				require.Equal(t, exitInterrupted, s.run(), s.out.String())
				require.Empty(t, s.left(), s.out.String()+s.errOut.String())
				require.Empty(t, s.errOut.String())
				s.named()
			})
		}
	}
}

func TestStoppedAtEveryRequest(t *testing.T) {
	t.Parallel()
	for n := range requestsOfATour(t) {
		t.Run(fmt.Sprint(n+1), func(t *testing.T) {
			t.Parallel()
			s := newStage(t)
			s.happens = func(i int, serve func()) {
				serve()
				if i == n+1 {
					s.interrupt()
					s.stop()
				}
			}
			require.Equal(t, exitInterrupted, s.run())
			s.named()
		})
	}
}

func TestServiceBreaksAtEveryRequest(t *testing.T) {
	t.Parallel()
	for name, broken := range map[string]func(serve func()){
		"with effect":    func(serve func()) { serve(); panic(http.ErrAbortHandler) },
		"without effect": func(func()) { panic(http.ErrAbortHandler) },
	} {
		for n := range requestsOfATour(t) {
			t.Run(fmt.Sprintf("%s/%d", name, n+1), func(t *testing.T) {
				t.Parallel()
				s := newStage(t)
				s.happens = func(i int, serve func()) {
					if i > n {
						broken(serve)
						return
					}
					serve()
				}
				require.Equal(t, exitError, s.run())
				require.Contains(t, s.errOut.String(), "quickstart: ")
				s.named()
			})
		}
	}
}

func TestFailures(t *testing.T) {
	t.Parallel()
	fails := func(kind dataplatformtest.Kind, action dataplatformtest.Action) dataplatformtest.Option {
		return dataplatformtest.WithScript(func(c dataplatformtest.Change, o dataplatformtest.Outcome) dataplatformtest.Outcome {
			o.Fails = c.Kind == kind && c.Action == action
			return o
		})
	}
	for name, test := range map[string]struct {
		opt  dataplatformtest.Option
		want string
		left int
	}{
		"cluster":           {fails(dataplatformtest.Cluster, dataplatformtest.Create), "the cluster quickstart-test is FAILED", 0},
		"node pool":         {fails(dataplatformtest.NodePool, dataplatformtest.Create), "the node pool compute is FAILED", 0},
		"scaling":           {fails(dataplatformtest.NodePool, dataplatformtest.Update), "the node pool compute is FAILED_UPDATING", 0},
		"removing pools":    {fails(dataplatformtest.NodePool, dataplatformtest.Delete), "", 0}, // they go with the cluster
		"removing clusters": {fails(dataplatformtest.Cluster, dataplatformtest.Delete), "the cluster quickstart-test is FAILED_DESTROYING", 1},
		"no privilege": {
			dataplatformtest.WithPeople(dataplatformtest.Person{Token: "token", Role: dataplatformtest.Unprivileged}), "403", -1,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newStage(t, test.opt)
			want := exitError
			if test.want == "" {
				want = exitOK
			}
			require.Equal(t, want, s.run(), s.errOut.String())
			require.Contains(t, s.errOut.String(), test.want)
			if test.left >= 0 {
				require.Len(t, s.left(), test.left)
				s.named()
			}
		})
	}
}

func TestOutOfPatience(t *testing.T) {
	t.Parallel()
	s := newStage(t, dataplatformtest.WithDurations(dataplatformtest.Durations{ClusterDeploying: 1000 * time.Hour}))
	s.tour.patience, s.tour.removal = 50*time.Millisecond, 50*time.Millisecond
	require.Equal(t, exitError, s.run())
	require.Contains(t, s.errOut.String(), "quickstart-test")
	require.Len(t, s.left(), 1)
	s.named()
}

func TestKubeconfigFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "config")
	require.NoError(t, os.WriteFile(path, []byte("old and readable"), 0o644))
	require.NoError(t, writePrivate(path, "new"))
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, "new", string(raw))
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode())

	require.Error(t, writePrivate(filepath.Join(dir, "missing", "config"), "new"))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "occupied"), 0o755))
	require.Error(t, writePrivate(filepath.Join(dir, "occupied"), "new"))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 2, "nothing half written stays")

	// A tour that can't write it removes what it has created all the same.
	s := newStage(t)
	s.tour.kubeconfig = filepath.Join(dir, "missing", "config")
	require.Equal(t, exitError, s.run())
	require.Contains(t, s.errOut.String(), "write the kubeconfig")
	require.Empty(t, s.left())
}

func TestProgram(t *testing.T) {
	ended, end := context.WithCancel(t.Context())
	end()
	for name, test := range map[string]struct {
		args []string
		env  map[string]string
		exit int
		want string
	}{
		"help":             {[]string{"-h"}, nil, exitOK, "IONOS_TOKEN"},
		"unknown option":   {[]string{"-x"}, nil, exitError, "flag provided but not defined"},
		"argument":         {[]string{"x"}, nil, exitError, `no use for "x"`},
		"no datacenter":    {nil, map[string]string{"IONOS_TOKEN": "token"}, exitError, "-datacenter"},
		"half credentials": {nil, map[string]string{"IONOS_USERNAME": "user"}, exitError, "belong together"},
		"interrupted":      {nil, nil, exitInterrupted, "the embedded API at http://127.0.0.1:"},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			require.Equal(t, test.exit, program(ended, ended, test.args, func(name string) string { return test.env[name] }, &out, &out))
			require.Contains(t, out.String(), test.want)
		})
	}
}

func TestBadDatacenter(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.tour.service.datacenter = "mine"
	require.Equal(t, exitError, s.run())
	require.Contains(t, s.errOut.String(), "datacenterId")
	require.NotContains(t, s.out.String(), "Removing", "there was nothing to remove")
	require.Equal(t, 1, s.requests)
}

func TestRealService(t *testing.T) {
	srv := dataplatformtest.NewServer(t)
	t.Setenv("IONOS_API_URL", srv.URL)
	t.Setenv("IONOS_TOKEN", "")
	t.Setenv("IONOS_USERNAME", "user")
	t.Setenv("IONOS_PASSWORD", "password")
	t.Setenv("IONOS_DATACENTER_ID", "00000000-0000-4000-8000-000000000002")
	o, err := parse(nil, os.Getenv, io.Discard)
	require.NoError(t, err)
	s, err := choose(o, os.Getenv)
	require.NoError(t, err)
	defer s.close()
	require.Equal(t, "00000000-0000-4000-8000-000000000002", s.datacenter)
	require.Equal(t, "the service at "+srv.URL, s.title)
	_, _, err = s.client.DataPlatformMetaDataApi.VersionsGet(t.Context()).Execute()
	require.NoError(t, err)
}
