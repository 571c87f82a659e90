package ionoscloud

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/stretchr/testify/require"
)

// Calls at the same time look together.
func TestLooksAreShared(t *testing.T) {
	const each = 50
	synctest.Test(t, func(t *testing.T) {
		client, log := bubble(thirtySeconds)
		home := *makeCluster(t, client, "home").Id
		log.forget()
		var group sync.WaitGroup
		for i := range each {
			group.Go(func() {
				e, err := client.EnsureCluster(t.Context(), clusterOrder(fmt.Sprintf("lake-%d", i)))
				require.NoError(t, err)
				require.True(t, e.Created)
				require.Equal(t, fmt.Sprintf("lake-%d", i), *e.Cluster.Properties.Name)
			})
			group.Go(func() {
				e, err := client.EnsureNodePool(t.Context(), home, poolOrder(fmt.Sprintf("pool-%d", i)))
				require.NoError(t, err)
				require.True(t, e.Created)
				require.Equal(t, fmt.Sprintf("pool-%d", i), *e.NodePool.Properties.Name)
			})
		}
		group.Wait()
		looks := slices.DeleteFunc(log.all(), func(line string) bool { return line[:4] == "POST" })
		// The very first call does not know that it has company.
		require.LessOrEqual(t, len(looks), 5, looks)
		require.Equal(t, 2*each, posts(log))
	})
}

// queries notes what clusters are listed by.
func queries(api http.RoundTripper, seen *[]string) roundTripper {
	var mu sync.Mutex
	return func(req *http.Request) (*http.Response, error) {
		if req.Method == http.MethodGet {
			mu.Lock()
			*seen = append(*seen, req.URL.Query().Get("name"))
			mu.Unlock()
		}
		return api.RoundTrip(req)
	}
}

// A shared look asks for no more than it needs, and whoever has a way of his own
// to the service looks by himself.
func TestWhatASharedLookAsksFor(t *testing.T) {
	own := func(ctx context.Context) context.Context { return context.WithValue(ctx, ContextAccessToken, "token") }
	same := func(ctx context.Context) context.Context { return ctx }
	for name, row := range map[string]struct {
		names [2]string
		ctx   func(context.Context) context.Context
		want  []string
	}{
		"a common beginning": {[2]string{"lake-north", "lake-south"}, same, []string{"lake-", "lake-"}},
		"nothing in common":  {[2]string{"north", "south"}, same, []string{"", ""}},
		"other credentials":  {[2]string{"lake-north", "lake-south"}, own, []string{"lake-north", "lake-north", "lake-south", "lake-south"}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var seen []string
				client := clientThrough(queries(dataplatformtest.New(thirtySeconds).Transport(), &seen))
				busy, err := client.ensuring.take(t.Context(), "somebody else") // so that all know of company
				require.NoError(t, err)
				defer busy()
				var group sync.WaitGroup
				for _, name := range row.names {
					group.Go(func() {
						_, err := client.EnsureCluster(row.ctx(t.Context()), clusterOrder(name))
						require.NoError(t, err)
					})
				}
				group.Wait()
				slices.Sort(seen)
				require.Equal(t, row.want, seen)
			})
		})
	}
}

// A name that no request may have fails nobody else's look.
func TestAnInvalidNameIsLookedUpAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var seen []string
		client := clientThrough(queries(dataplatformtest.New(thirtySeconds).Transport(), &seen))
		client.GetConfig().DisableValidation = true
		busy, err := client.ensuring.take(t.Context(), "somebody else") // so that all know of company
		require.NoError(t, err)
		defer busy()
		var group sync.WaitGroup
		group.Go(func() {
			_, err := client.EnsureCluster(t.Context(), clusterOrder("lake north"))
			require.ErrorIs(t, err, ErrInvalid)
		})
		_, err = client.EnsureCluster(t.Context(), clusterOrder("lake-north"))
		require.NoError(t, err)
		group.Wait()
		require.Equal(t, []string{"lake-north", "lake-north"}, seen)
	})
}

// Whoever makes a shared look may be cancelled, or end by a panic of a
// transport; another one looks then.
func TestTheOneWhoLooksGoes(t *testing.T) {
	for name, row := range map[string]struct {
		after time.Duration // of the beginning
		panic bool
	}{
		"while others may join": {after: gatherPause / 2},
		"during the request":    {after: gatherPause + time.Second},
		"by a panic":            {after: time.Hour, panic: true},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var g gatherings
				asked := 0
				list := func(ctx context.Context, names []string) ([]sighting, *APIResponse, error) {
					if asked++; asked == 1 && row.panic {
						panic("a transport's")
					}
					return []sighting{{name: names[len(names)-1]}}, nil, sleep(ctx, 5*time.Second)
				}
				ctx, cancel := context.WithTimeout(t.Context(), row.after)
				defer cancel()
				began := time.Now()
				var group sync.WaitGroup
				group.Go(func() {
					defer func() { require.Equal(t, row.panic, recover() != nil) }()
					_, _, err := g.look(ctx, "clusters", "first", gatherPause, list)
					require.ErrorIs(t, err, context.DeadlineExceeded)
					require.Equal(t, row.after, time.Since(began))
				})
				synctest.Wait()
				group.Go(func() {
					found, _, err := g.look(t.Context(), "clusters", "second", gatherPause, list)
					require.NoError(t, err)
					require.Equal(t, []sighting{{name: "second"}}, found)
				})
				impatient, stop := context.WithTimeout(t.Context(), time.Millisecond)
				defer stop()
				_, _, err := g.look(impatient, "clusters", "third", gatherPause, list)
				require.ErrorIs(t, err, context.DeadlineExceeded)
				require.Equal(t, time.Millisecond, time.Since(began))
				group.Wait()
				require.Empty(t, g.open)
			})
		})
	}
}

// Whoever has time is not kept waiting by those who have not, one after the other.
func TestAPatientLookAmongHastyOnes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g gatherings
		list := func(ctx context.Context, _ []string) ([]sighting, *APIResponse, error) {
			return nil, nil, sleep(ctx, 30*time.Second)
		}
		began := time.Now()
		var group sync.WaitGroup
		for i := range 20 {
			group.Go(func() {
				ctx, cancel := context.WithTimeout(t.Context(), time.Duration(1+i)*time.Second)
				defer cancel()
				_, _, err := g.look(ctx, "clusters", "hasty", gatherPause, list)
				require.ErrorIs(t, err, context.DeadlineExceeded)
			})
			synctest.Wait()
		}
		_, _, err := g.look(t.Context(), "clusters", "patient", gatherPause, list)
		require.NoError(t, err)
		require.Equal(t, 31*time.Second, time.Since(began), "the first one's second, and the look")
		group.Wait()
	})
}

// hasty is a limiter of which only those with time get something.
type hasty struct{}

func (hasty) Wait(ctx context.Context) error {
	if end, ok := ctx.Deadline(); ok && time.Until(end) < lookTimeout/2 {
		return errors.New("would exceed context deadline")
	}
	return nil
}

// What only the one who looks for all can't have, the others get.
func TestAFailureOfOneLook(t *testing.T) {
	for name, row := range map[string]struct {
		change func(*Configuration)
		time   time.Duration // that the first one has
		want   error
	}{
		"a limiter that finds the time too short": {func(cfg *Configuration) { cfg.Limiter = hasty{} }, 20 * time.Second, context.DeadlineExceeded},
		"a list of all that is too long":          {func(cfg *Configuration) { cfg.MaxResponseBytes = 2000 }, time.Hour, nil},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				api := dataplatformtest.New().Transport()
				for i := range 10 {
					makeCluster(t, clientThrough(api), fmt.Sprintf("other-%d", i))
				}
				client := clientThrough(api)
				row.change(client.GetConfig())
				busy, err := client.ensuring.take(t.Context(), "somebody else") // so that all know of company
				require.NoError(t, err)
				defer busy()
				var group sync.WaitGroup
				group.Go(func() {
					ctx, cancel := context.WithTimeout(t.Context(), row.time)
					defer cancel()
					_, err := client.EnsureCluster(ctx, clusterOrder("north"))
					require.ErrorIs(t, err, row.want)
				})
				synctest.Wait()
				began := time.Now()
				_, err = client.EnsureCluster(t.Context(), clusterOrder("south"))
				took := time.Since(began)
				group.Wait()
				require.NoError(t, err)
				require.Less(t, took, afterCreate+gatherPauseAfter+2*gatherPause)
			})
		})
	}
}

// A look that never ends is trouble that passes for all who share it.
func TestASharedLookThatHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New(thirtySeconds).Transport()
		began := time.Now()
		client := clientThrough(between(api, func(req *http.Request) (*http.Response, error) {
			if time.Since(began) < 2*lookTimeout {
				return hang(req)
			}
			return nil, nil
		}))
		busy, err := client.ensuring.take(t.Context(), "somebody else") // so that all know of company
		require.NoError(t, err)
		defer busy()
		var group sync.WaitGroup
		for i := range 50 {
			group.Go(func() {
				_, err := client.EnsureCluster(t.Context(), clusterOrder(fmt.Sprintf("lake-%d", i)))
				require.NoError(t, err)
			})
		}
		group.Wait()
	})
}
