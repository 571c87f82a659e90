package ionoscloud

// Waits and creations where the answers are not what they should be.

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/stretchr/testify/require"
	"golang.org/x/oauth2"
)

// between answers in the place of an API, where it wants to.
func between(api http.RoundTripper, answer func(req *http.Request) (*http.Response, error)) roundTripper {
	return func(req *http.Request) (*http.Response, error) {
		if resp, err := answer(req); resp != nil || err != nil {
			return resp, err
		}
		return api.RoundTrip(req)
	}
}

func TestOnesTroubleIsNotTheOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New().Transport()
		first := *makeCluster(t, clientThrough(api), "first").Id
		client := clientThrough(between(api, func(req *http.Request) (*http.Response, error) {
			if strings.HasSuffix(req.URL.Path, testNodePoolID) {
				return reply(req, 403, `{}`), nil
			}
			return nil, nil
		}))
		outcomes, err := client.AwaitAll(t.Context(), []Wait{
			ClusterWait(first, UntilAvailable()), ClusterWait(testNodePoolID, UntilAvailable()),
		}, WithAllOutcomes())
		require.ErrorIs(t, err, ErrForbidden)
		require.True(t, outcomes[0].Done)
		require.NoError(t, outcomes[0].Err)
		require.ErrorIs(t, outcomes[1].Err, ErrForbidden)
	})
}

func TestAListWithoutItemsTellsNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New().Transport()
		client := clientThrough(api)
		ids := []string{*makeCluster(t, client, "first").Id, *makeCluster(t, client, "second").Id}
		lists, creates := 0, 0
		client = clientThrough(between(api, func(req *http.Request) (*http.Response, error) {
			if req.Method == http.MethodPost {
				creates++
			}
			if req.Method == http.MethodGet && strings.HasSuffix(req.URL.Path, "/clusters") {
				if lists++; lists == 1 {
					return reply(req, 200, `{}`), nil
				}
			}
			return nil, nil
		}))
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		defer cancel()
		_, err := client.AwaitAll(ctx, []Wait{ClusterWait(ids[0], UntilDeleted()), ClusterWait(ids[1], UntilDeleted())})
		require.ErrorIs(t, err, context.DeadlineExceeded, "both are there")

		lists = 0
		ensured, err := client.EnsureCluster(t.Context(), clusterOrder("first"))
		require.NoError(t, err)
		require.False(t, ensured.Created)
		require.Zero(t, creates, "it was there all the time")
	})
}

func TestACreationThatACopyDoesNotKnowYet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New(thirtySeconds).Transport()
		asked := 0
		client := clientThrough(between(api, func(req *http.Request) (*http.Response, error) {
			if req.Method == http.MethodGet {
				if asked++; asked == 1 || asked == 3 { // and the next copy knows it
					return reply(req, 404, `{}`), nil
				}
			}
			return nil, nil
		}))
		cluster, err := client.Await(t.Context()).Cluster(
			client.DataPlatformClusterApi.CreateCluster(t.Context()).CreateClusterRequest(clusterOrder("lake")).Execute())
		require.NoError(t, err)
		require.Equal(t, StateAvailable, *cluster.Metadata.State)
	})
}

func TestWhatWasEnsuredIsAwaited(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New(thirtySeconds).Transport()
		asked := 0
		client := clientThrough(between(api, func(req *http.Request) (*http.Response, error) {
			if path := req.URL.Path; req.Method == http.MethodGet && !strings.HasSuffix(path, "/clusters") && !strings.HasSuffix(path, "/nodepools") {
				if asked++; asked%4 == 1 {
					return reply(req, 404, `{}`), nil
				}
			}
			return nil, nil
		}))
		ctx := t.Context()
		for _, created := range []bool{true, false} {
			cluster, err := client.EnsureCluster(ctx, clusterOrder("lake"))
			require.NoError(t, err)
			require.Equal(t, created, cluster.Created)
			asked = map[bool]int{true: 0, false: 1}[created] // one that was there before must be known
			outcomes, err := client.AwaitAll(ctx, []Wait{cluster.Wait()})
			require.NoError(t, err)
			require.Equal(t, StateAvailable, *outcomes[0].Cluster.Metadata.State)

			pool, err := client.EnsureNodePool(ctx, *cluster.Cluster.Id, poolOrder("workers"))
			require.NoError(t, err)
			asked = map[bool]int{true: 0, false: 1}[created]
			outcomes, err = client.AwaitAll(ctx, []Wait{pool.Wait()})
			require.NoError(t, err)
			require.Equal(t, StateAvailable, *outcomes[0].NodePool.Metadata.State)
		}
		_, err := client.AwaitAll(ctx, []Wait{EnsuredCluster{}.Wait()})
		require.ErrorIs(t, err, ErrInvalid)
	})
}

// A change that was accepted is awaited, though its answer has no body; what was
// FAILED_DESTROYING before is no failure of this deletion.
func TestAcceptedWithoutABody(t *testing.T) {
	for _, status := range []int{200, 202, 204} {
		synctest.Test(t, func(t *testing.T) {
			client := clientOver(script(says(status, ``), clusterIs(`"state":"FAILED_DESTROYING"`), clusterIs(`"state":"DESTROYING"`), says(404, `{}`)))
			began := time.Now()
			_, err := client.Await(t.Context()).Cluster(client.DataPlatformClusterApi.DeleteCluster(t.Context(), testClusterID).Execute())
			require.NoError(t, err)
			require.Greater(t, time.Since(began), time.Second)

			pool := func(state string) func(*http.Request) (*http.Response, error) {
				return says(200, `{"id":"`+testNodePoolID+`","metadata":{"state":"`+state+`"}}`)
			}
			client = clientOver(script(says(status, ``), pool(StateAvailable), pool(StateUpdating), pool(StateAvailable)))
			looks := 0
			_, err = client.Await(t.Context(), WithProgress(func(Progress) { looks++ })).NodePool(client.DataPlatformNodePoolApi.
				PatchClusterNodepool(t.Context(), testClusterID, testNodePoolID).PatchNodePoolRequest(PatchNodePoolRequest{Properties: &PatchNodePoolProperties{}}).Execute())
			require.NoError(t, err)
			require.Equal(t, 3, looks)
		})
	}
	// Nobody knows what it created.
	client := clientOver(says(202, ``))
	_, err := client.Await(t.Context()).Cluster(client.DataPlatformClusterApi.CreateCluster(t.Context()).CreateClusterRequest(createRequest()).Execute())
	require.ErrorIs(t, err, ErrBodyEmpty)
}

func TestATokenEndpointThatIsAwayForAMoment(t *testing.T) {
	for name, row := range map[string]struct {
		trouble error
		passes  bool
	}{
		"out of reach": {&net.OpError{Op: "dial", Err: errors.New("refused")}, true},
		"out of order": {&oauth2.RetrieveError{Response: &http.Response{StatusCode: 503}}, true},
		"a refusal":    {&oauth2.RetrieveError{Response: &http.Response{StatusCode: 401}}, false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				api := dataplatformtest.New().Transport()
				id := *makeCluster(t, clientThrough(api), "lake").Id
				asked := 0
				client := clientThrough(api)
				client.GetConfig().TokenSource = sourceFunc(func() (*oauth2.Token, error) {
					if asked++; asked == 1 {
						return nil, row.trouble
					}
					return &oauth2.Token{AccessToken: "token"}, nil
				})
				_, err := client.AwaitCluster(t.Context(), id, UntilAvailable())
				if row.passes {
					require.NoError(t, err)
				} else {
					require.ErrorIs(t, err, row.trouble)
				}
			})
		})
	}
}

// impatient refuses to wait when the context is too short for the queue, as
// limiters do.
type impatient struct{ free time.Time }

func (l *impatient) Wait(ctx context.Context) error {
	if deadline, ok := ctx.Deadline(); ok && deadline.Before(l.free) {
		return errors.New("would exceed the context's deadline")
	}
	return sleep(ctx, time.Until(l.free))
}

func TestALimiterWithALongQueue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New().Transport()
		id := *makeCluster(t, clientThrough(api), "lake").Id
		client := clientThrough(api)
		client.GetConfig().Limiter = &impatient{free: time.Now().Add(2 * time.Minute)}
		_, err := client.AwaitCluster(t.Context(), id, UntilAvailable())
		require.NoError(t, err)
		client.GetConfig().Limiter = &impatient{free: time.Now().Add(2 * time.Minute)}
		_, err = client.EnsureCluster(t.Context(), clusterOrder("lake"))
		require.NoError(t, err)
	})
}

// What somebody else is creating may be as unknown as what this program creates.
func TestWhatAnotherCreatesIsAwaited(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New(thirtySeconds).Transport()
		id := *makeCluster(t, clientThrough(api), "lake").Id
		began := time.Now()
		client := clientThrough(between(api, func(req *http.Request) (*http.Response, error) {
			if strings.HasSuffix(req.URL.Path, id) && time.Since(began) < 5*time.Second {
				return reply(req, 404, `{}`), nil
			}
			return nil, nil
		}))
		ensured, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
		require.NoError(t, err)
		require.False(t, ensured.Created)
		_, err = client.AwaitAll(t.Context(), []Wait{ensured.Wait()})
		require.NoError(t, err)
	})
}

func TestACreateIsNotRepeatedAfterSomebodyElses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New().Transport()
		refusals := 0
		client := clientThrough(between(api, func(req *http.Request) (*http.Response, error) {
			if req.Method != http.MethodPost {
				return nil, nil
			}
			if refusals++; refusals == 3 {
				// The last one that is refused; meanwhile somebody is quicker.
				makeCluster(t, clientThrough(api), "lake")
			}
			if refusals <= 3 {
				return reply(req, 429, `{}`, "Retry-After", "60"), nil
			}
			return nil, nil
		}))
		ensured, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
		require.NoError(t, err)
		require.False(t, ensured.Created)
		require.Equal(t, 3, refusals)
		list, _, err := client.DataPlatformClusterApi.GetClusters(t.Context()).Execute()
		require.NoError(t, err)
		require.Len(t, *list.Items, 1)
	})
}

func TestAPauseThatIsCutOffCostsNoRetry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := clientOver(func(req *http.Request) (*http.Response, error) { return reply(req, 429, ``), nil })
		for range 2 * retryReserve {
			ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
			_, _, err := client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
			require.ErrorIs(t, err, context.DeadlineExceeded)
			cancel()
		}
		require.Zero(t, client.budget.spent)
	})
}
