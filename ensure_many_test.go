package ionoscloud

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/stretchr/testify/require"
)

type fault int

const (
	none           fault = iota
	lost                 // the request has its effect, its answer gets lost
	unavailable503       // 503 without an effect
	limited              // 429 without an effect
)

// faultOf is the fault of the nth request of a method for a name: 20 % of the
// answers are lost, 10 % are 503, 5 % are 429. It is the same in every run, and
// for whoever asks, so that the least possible can be computed.
func faultOf(method, name string, nth int) fault {
	h := fnv.New64a()
	fmt.Fprint(h, method, " ", name, " ", nth)
	switch p := rand.New(rand.NewPCG(h.Sum64(), 7)).IntN(100); {
	case p < 20:
		return lost
	case p < 30:
		return unavailable503
	case p < 35:
		return limited
	}
	return none
}

// rough is the way to an API over a network that lies.
type rough struct {
	api http.RoundTripper

	mu       sync.Mutex
	nth      map[string]int
	faults   map[fault]int
	requests int
}

func newRough(api http.RoundTripper) *rough {
	return &rough{api: api, nth: map[string]int{}, faults: map[fault]int{}}
}

func (r *rough) RoundTrip(req *http.Request) (*http.Response, error) {
	name := req.URL.Query().Get("name")
	if req.Method == http.MethodPost {
		body, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		req.Body = io.NopCloser(bytes.NewReader(body))
		var order CreateClusterRequest
		if err := json.Unmarshal(body, &order); err != nil {
			return nil, err
		}
		name = *order.Properties.Name
	}
	r.mu.Lock()
	key := req.Method + " " + name
	f := faultOf(req.Method, name, r.nth[key])
	r.nth[key]++
	r.faults[f]++
	r.requests++
	r.mu.Unlock()
	switch f {
	case unavailable503:
		return reply(req, 503, `{}`), nil
	case limited:
		return reply(req, 429, `{}`, "Retry-After", "1"), nil
	}
	resp, err := r.api.RoundTrip(req)
	if f == lost && err == nil {
		_ = resp.Body.Close()
		return nil, &net.OpError{Op: "read", Err: errors.New("connection reset by peer")}
	}
	return resp, err
}

// leastRequests is what a client needs at least, if it looks before it creates
// and after every create of which it can't know the effect, never else, and
// meets the same faults: a look is repeated until it is answered, a create that
// met a 429 is sent again, one that met a 503 or got lost is looked up first.
func leastRequests(name string) (requests int) {
	gets, posts := 0, 0
	look := func() {
		for answered := false; !answered; gets++ {
			requests++
			answered = faultOf(http.MethodGet, name, gets) == none
		}
	}
	look()
	for there := false; ; posts++ {
		requests++
		switch faultOf(http.MethodPost, name, posts) {
		case none:
			return requests
		case limited:
			continue
		case lost:
			there = true
		}
		if look(); there {
			return requests
		}
	}
}

func TestAThousandClusters(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const clusters, callers = 1000, 16
		api := dataplatformtest.New(thirtySeconds).Transport()
		network := newRough(api)
		clients := []*APIClient{clientThrough(network), clientThrough(network)}
		began := time.Now()

		var next atomic.Int64
		ids := make([]string, clusters)
		var group sync.WaitGroup
		for caller := range callers {
			group.Go(func() {
				for {
					i := int(next.Add(1)) - 1
					if i >= clusters {
						return
					}
					e, err := clients[caller%2].EnsureCluster(t.Context(), clusterOrder(fmt.Sprintf("lake-%04d", i)))
					require.NoError(t, err)
					require.True(t, e.Created)
					ids[i] = *e.Cluster.Id
				}
			})
		}
		group.Wait()

		list, _, err := clientThrough(api).DataPlatformClusterApi.GetClusters(t.Context()).Execute()
		require.NoError(t, err)
		require.Len(t, *list.Items, clusters)
		there := map[string]string{}
		for _, cluster := range *list.Items {
			there[*cluster.Properties.Name] = *cluster.Id
		}
		least := 0
		for i, id := range ids {
			name := fmt.Sprintf("lake-%04d", i)
			require.Equal(t, there[name], id)
			least += leastRequests(name)
		}
		require.LessOrEqual(t, network.requests, least, "calls that look at the same time share the request")
		t.Logf("%d requests, %d at least: %.2f times; %d answers lost, %d times 503, %d times 429; %s on the test's clock",
			network.requests, least, float64(network.requests)/float64(least),
			network.faults[lost], network.faults[unavailable503], network.faults[limited], time.Since(began))
	})
}

// slow takes its time for every request, half of it before its effect.
func slow(api http.RoundTripper, most time.Duration) roundTripper {
	return func(req *http.Request) (*http.Response, error) {
		if err := sleep(req.Context(), rand.N(most/2)); err != nil {
			return nil, err
		}
		resp, err := api.RoundTrip(req)
		if err := sleep(req.Context(), rand.N(most/2)); err != nil {
			return nil, err
		}
		return resp, err
	}
}

// alive counts the clusters by name that are not on their way out: those that
// are left when everything has been carried out.
func alive(t *testing.T, api http.RoundTripper) map[string][]string {
	t.Helper()
	time.Sleep(10 * takes)
	list, _, err := clientThrough(api).DataPlatformClusterApi.GetClusters(context.Background()).Execute()
	require.NoError(t, err)
	found := map[string][]string{}
	for _, cluster := range *list.Items {
		found[*cluster.Properties.Name] = append(found[*cluster.Properties.Name], *cluster.Id)
	}
	return found
}

// Three programs ensure the same clusters at the same time. Without faults there
// is one of each in the end, and all have the same.
func TestProgramsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const names, programs = 100, 3
		api := dataplatformtest.New(thirtySeconds).Transport()
		var group sync.WaitGroup
		var ids [programs][names]string
		var created atomic.Int64
		for p := range programs {
			client := clientThrough(slow(api, 400*time.Millisecond))
			for n := range names {
				group.Go(func() {
					time.Sleep(rand.N(300 * time.Millisecond))
					e, err := client.EnsureCluster(t.Context(), clusterOrder(fmt.Sprintf("lake-%d", n)))
					require.NoError(t, err)
					ids[p][n] = *e.Cluster.Id
					if e.Created {
						created.Add(1)
					}
				})
			}
		}
		group.Wait()
		everything, _, err := clientThrough(api).DataPlatformClusterApi.GetClusters(t.Context()).Execute()
		require.NoError(t, err)
		require.Greater(t, len(*everything.Items), names, "they did meet")
		found := alive(t, api)
		require.Len(t, found, names)
		for n := range names {
			left := found[fmt.Sprintf("lake-%d", n)]
			require.Len(t, left, 1)
			for p := range programs {
				require.Equal(t, left[0], ids[p][n])
			}
		}
		require.EqualValues(t, names, created.Load())
	})
}

// Two programs ensure the same clusters in the same order, over networks that
// lose answers: 20 % of them after their effect, 10 % are 503, 5 % are 429. There
// is one of each in the end, and all have the same.
func TestProgramsAtOnceOverARoughNetwork(t *testing.T) {
	instant := dataplatformtest.WithDurations(dataplatformtest.Durations{})
	asItIs := func(api http.RoundTripper) http.RoundTripper { return api }
	slowly := func(api http.RoundTripper) http.RoundTripper { return slow(api, 400*time.Millisecond) }
	for name, row := range map[string]struct {
		lives dataplatformtest.Option
		way   func(http.RoundTripper) http.RoundTripper
		seed  uint64
	}{
		"in step":               {thirtySeconds, asItIs, 1},
		"in step, at once":      {instant, asItIs, 2},
		"with latency":          {thirtySeconds, slowly, 3},
		"with latency, at once": {instant, slowly, 4},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				const names, programs, callers = 1000, 2, 16
				api := dataplatformtest.New(row.lives).Transport()
				var group sync.WaitGroup
				var ids [programs][names]string
				var errs [programs][names]error
				for p := range programs {
					client := clientThrough(losing(row.way(api), row.seed, uint64(p)))
					var next atomic.Int64
					for range callers {
						group.Go(func() {
							for n := next.Add(1) - 1; n < names; n = next.Add(1) - 1 {
								e, err := client.EnsureCluster(t.Context(), clusterOrder(fmt.Sprintf("lake-%d", n)))
								errs[p][n], ids[p][n] = err, ToValue(e.Cluster.Id)
							}
						})
					}
				}
				group.Wait()
				found := alive(t, api)
				for n := range names {
					left := found[fmt.Sprintf("lake-%d", n)]
					require.Len(t, left, 1)
					for p := range programs {
						require.NoError(t, errs[p][n])
						require.Equal(t, left[0], ids[p][n])
					}
				}
			})
		})
	}
}

// losing is a way over which 20 % of the answers get lost, 10 % are 503 and 5 %
// are 429, both without an effect.
func losing(api http.RoundTripper, seeds ...uint64) roundTripper {
	var mu sync.Mutex
	rng := rand.New(rand.NewPCG(seeds[0], seeds[1]))
	return func(req *http.Request) (*http.Response, error) {
		mu.Lock()
		chance := rng.IntN(100)
		mu.Unlock()
		switch {
		case chance < 10:
			return reply(req, 503, `{}`), nil
		case chance < 15:
			return reply(req, 429, `{}`), nil
		}
		resp, err := api.RoundTrip(req)
		if chance < 35 && err == nil {
			_ = resp.Body.Close()
			return nil, io.ErrUnexpectedEOF
		}
		return resp, err
	}
}
