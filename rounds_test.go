package ionoscloud

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/stretchr/testify/require"
)

// 100 node pools in 10 clusters take 30 s on the test's clock: a round costs one
// request a cluster.
func TestAHundredNodePools(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, log := bubble(thirtySeconds)
		var waits []Wait
		for i := range 10 {
			clusterID := *makeCluster(t, client, fmt.Sprintf("lake-%d", i)).Id
			waits = append(waits, ClusterWait(clusterID, UntilAvailable()))
		}
		log.forget()
		_, err := client.AwaitAll(t.Context(), waits)
		require.NoError(t, err)
		for _, request := range log.all() {
			require.Equal(t, "GET /clusters", request, "one list a round")
		}
		require.LessOrEqual(t, len(log.all()), 10)

		var pools []Wait
		for _, w := range waits {
			for i := range 10 {
				pools = append(pools, NodePoolWait(w.ClusterID, *makePool(t, client, w.ClusterID, fmt.Sprintf("pool-%d", i)).Id, UntilAvailable()))
			}
		}
		log.forget()
		began, told := time.Now(), 0
		outcomes, err := client.AwaitAll(t.Context(), pools, WithProgress(func(Progress) { told++ }))
		require.NoError(t, err)
		require.Len(t, outcomes, 100)
		for i, o := range outcomes {
			require.True(t, o.Done)
			require.Equal(t, pools[i], o.Wait)
			require.Equal(t, pools[i].NodePoolID, *o.NodePool.Id)
			require.Equal(t, StateAvailable, *o.NodePool.Metadata.State)
		}
		require.GreaterOrEqual(t, time.Since(began), takes)
		require.Less(t, time.Since(began), takes+18*time.Second)
		rounds := perRound(log)
		for _, requests := range rounds {
			require.LessOrEqual(t, requests, 12)
		}
		require.Equal(t, told, 100*len(rounds))
		t.Logf("%d rounds, %d requests, %s on the test's clock", len(rounds), len(log.all()), time.Since(began))

		// And away again: that costs no more.
		var deletions []Wait
		for _, w := range pools {
			_, _, err := client.DataPlatformNodePoolApi.DeleteClusterNodepool(t.Context(), w.ClusterID, w.NodePoolID).Execute()
			require.NoError(t, err)
			deletions = append(deletions, NodePoolWait(w.ClusterID, w.NodePoolID, UntilDeleted()))
		}
		log.forget()
		began = time.Now()
		_, err = client.AwaitAll(t.Context(), deletions)
		require.NoError(t, err)
		require.GreaterOrEqual(t, time.Since(began), takes)
		require.Less(t, time.Since(began), takes+20*time.Second)
		for _, requests := range perRound(log) {
			require.LessOrEqual(t, requests, 12)
		}
	})
}

// What a delete's answer has shown was there, even if no look has found it.
func TestManyThatGoAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, log := bubble()
		var deletions []Wait
		for c := range 10 {
			id := *makeCluster(t, client, fmt.Sprintf("lake-%d", c)).Id
			for p := range 10 {
				pool := *makePool(t, client, id, fmt.Sprintf("pool-%d", p)).Id
				w, err := WaitForNodePool(client.DataPlatformNodePoolApi.DeleteClusterNodepool(t.Context(), id, pool).Execute())
				require.NoError(t, err)
				deletions = append(deletions, w)
			}
		}
		log.forget()
		began := time.Now()
		_, err := client.AwaitAll(t.Context(), deletions)
		require.NoError(t, err)
		require.Less(t, time.Since(began), 5*time.Second)
		for _, requests := range perRound(log) {
			require.LessOrEqual(t, requests, 12)
		}
	})
}

// perRound counts the requests of each moment.
func perRound(log *requestLog) map[time.Time]int {
	rounds := map[time.Time]int{}
	for _, at := range log.at {
		rounds[at]++
	}
	return rounds
}

func TestOneFailureOfMany(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, _ := bubble(thirtySeconds, dataplatformtest.WithScript(func(c dataplatformtest.Change, o dataplatformtest.Outcome) dataplatformtest.Outcome {
			if c.Name == "bad" {
				return dataplatformtest.Outcome{Duration: 5 * time.Second, Fails: true}
			}
			return o
		}))
		var waits []Wait
		for _, name := range []string{"good", "bad", "fine"} {
			waits = append(waits, ClusterWait(*makeCluster(t, client, name).Id, UntilAvailable()))
		}
		began := time.Now()
		outcomes, err := client.AwaitAll(t.Context(), waits)
		require.ErrorIs(t, err, ErrFailedState)
		require.Less(t, time.Since(began), 12*time.Second, "at once")
		require.Equal(t, err, outcomes[1].Err)
		for _, i := range []int{0, 2} {
			require.False(t, outcomes[i].Done)
			require.NoError(t, outcomes[i].Err)
			require.Equal(t, StateDeploying, *outcomes[i].Cluster.Metadata.State)
		}
		outcomes, err = client.AwaitAll(t.Context(), waits, WithAllOutcomes())
		require.ErrorIs(t, err, ErrFailedState)
		require.True(t, outcomes[0].Done && outcomes[2].Done)

		// The end of the context finds those that are still awaited.
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		never := NodePoolWait(waits[0].ClusterID, *makePool(t, client, waits[0].ClusterID, "pool").Id, UntilState("NEVER"))
		outcomes, err = client.AwaitAll(ctx, append(waits, never), WithAllOutcomes())
		require.ErrorIs(t, err, ErrFailedState)
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.True(t, outcomes[0].Done && outcomes[2].Done)
		require.ErrorIs(t, outcomes[3].Err, context.DeadlineExceeded)

		// What is left can be waited for with what the outcomes hold.
		_, err = client.AwaitAll(t.Context(), []Wait{outcomes[0].Wait, outcomes[2].Wait})
		require.NoError(t, err)
	})
}

// A list that does not show something for a moment does not mean that it is gone,
// nor that it has to be asked for, if it can't be expected to be there yet.
func TestAListThatLacksSome(t *testing.T) {
	item := func(id, state string) string { return `{"id":"` + id + `","metadata":{"state":"` + state + `"}}` }
	both := func(state string) string {
		return `{"items":[` + item(testClusterID, state) + `,` + item(testNodePoolID, state) + `]}`
	}
	for name, row := range map[string]struct {
		wait  func(id string) Wait
		lists []string // and answers of the resource itself
		want  int      // requests
	}{
		"gone":            {func(id string) Wait { return ClusterWait(id, UntilDeleted()) }, []string{both("DESTROYING"), `{"items":[]}`, `{"items":[]}`, ``}, 4},
		"lost for a look": {func(id string) Wait { return ClusterWait(id, UntilDeleted()) }, []string{both("DESTROYING"), `{"items":[]}`, both("DESTROYING"), `{"items":[]}`, `{"items":[]}`, ``}, 6},
		"lost for two": {func(id string) Wait { return ClusterWait(id, UntilDeleted()) }, []string{
			both("DESTROYING"), `{"items":[]}`, `{"items":[]}`, item(testClusterID, "DESTROYING"),
			`{"items":[]}`, `{"items":[]}`, ``,
		}, 7},
		"lost for long": {func(id string) Wait { return ClusterWait(id, UntilDeleted()) }, []string{
			both("DESTROYING"), `{"items":[]}`, `{"items":[]}`, item(testClusterID, "DESTROYING"),
			`{"items":[]}`, `{"items":[]}`, item(testClusterID, "DESTROYING"), `{"items":[]}`, `{"items":[]}`, ``,
		}, 10},
		"created just now": {
			func(id string) Wait {
				return ClusterWait(id, UntilAvailable()).After(Metadata{State: ToPtr("DEPLOYING")})
			},
			[]string{`{"items":[]}`, `{"items":[]}`, both("DEPLOYING"), `{"items":[]}`, both("AVAILABLE")}, 5,
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var answers []func(*http.Request) (*http.Response, error)
				for _, list := range row.lists {
					if list == "" {
						answers = append(answers, says(404, `{}`))
					} else {
						answers = append(answers, says(200, list))
					}
				}
				log := &requestLog{next: script(answers...)}
				_, err := clientThrough(log).AwaitAll(t.Context(), []Wait{row.wait(testClusterID), row.wait(testNodePoolID)})
				require.NoError(t, err)
				require.Len(t, log.all(), row.want, "%v", log.all())
				for i, list := range row.lists {
					require.Equal(t, strings.Contains(list, "items"), strings.HasSuffix(log.all()[i], "/clusters"), "%v", log.all())
				}
			})
		})
	}
}

// Once a list lacks something, the next one is not waited for as long as if
// nothing had happened.
func TestAbsenceIsLookedIntoSoon(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, log := bubble(dataplatformtest.WithDurations(dataplatformtest.Durations{ClusterDestroying: 10 * time.Minute}))
		var waits []Wait
		for _, name := range []string{"lake", "sea"} {
			wait, err := WaitForCluster(client.DataPlatformClusterApi.DeleteCluster(t.Context(), *makeCluster(t, client, name).Id).Execute())
			require.NoError(t, err)
			waits = append(waits, wait)
		}
		log.forget()
		_, err := client.AwaitAll(t.Context(), waits)
		require.NoError(t, err)
		last := len(log.at) - 1 // one of them by itself, after the list
		require.Contains(t, log.all()[last], "GET /clusters/")
		require.Greater(t, log.at[last-2].Sub(log.at[last-3]), 10*time.Second)
		require.Less(t, log.at[last-1].Sub(log.at[last-2]), 2*time.Second)
	})
}

// A list that never shows a resource does not hide what becomes of it.
func TestAFailureThatListsDoNotShow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		item := func(id, state string) string { return `{"id":"` + id + `","metadata":{"state":"` + state + `"}}` }
		none := says(200, `{"items":[]}`)
		client := clientOver(script(
			says(200, `{"items":[`+item(testClusterID, StateDestroying)+`,`+item(testNodePoolID, StateDestroying)+`]}`),
			none, none, says(200, item(testClusterID, StateFailedDestroying))))
		_, err := client.AwaitAll(t.Context(), []Wait{ClusterWait(testClusterID, UntilDeleted()), ClusterWait(testNodePoolID, UntilDeleted())})
		require.ErrorIs(t, err, ErrFailedState)
	})
}

func TestTroubleWithAList(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		missing := `{"items":[{"id":"` + testClusterID + `","metadata":{"state":"AVAILABLE"}}]}`
		waits := []Wait{ClusterWait(testClusterID, UntilAvailable()), ClusterWait(testNodePoolID, UntilAvailable())}
		// The second one is missing in the list and is there when it is asked for.
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			if strings.HasSuffix(req.URL.Path, testNodePoolID) {
				return reply(req, 200, `{"id":"`+testNodePoolID+`","metadata":{"state":"AVAILABLE"}}`), nil
			}
			return reply(req, 200, missing), nil
		})
		outcomes, err := client.AwaitAll(t.Context(), waits)
		require.NoError(t, err)
		require.Equal(t, testNodePoolID, *outcomes[1].Cluster.Id)
		// Or it can't be asked for.
		client = clientOver(func(req *http.Request) (*http.Response, error) {
			if strings.HasSuffix(req.URL.Path, testNodePoolID) {
				return reply(req, 403, `{}`), nil
			}
			return reply(req, 200, missing), nil
		})
		_, err = client.AwaitAll(t.Context(), waits)
		require.ErrorIs(t, err, ErrForbidden)
		// Or the list can't be had.
		client = clientOver(says(403, `{}`))
		_, err = client.AwaitAll(t.Context(), waits)
		require.ErrorIs(t, err, ErrForbidden)
	})
}

// What the lists do not have any more can't be asked for either: for good, or for
// a while.
func TestTroubleWithASample(t *testing.T) {
	for name, row := range map[string]struct {
		status int
		lasts  time.Duration
		want   error
		most   int // requests
	}{
		"for good":     {403, time.Hour, ErrForbidden, 4},
		"for too long": {503, time.Hour, ErrUnavailable, 200},
		"for a while":  {500, 2 * time.Minute, nil, 120},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), 2*defaultTolerance)
				defer cancel()
				began := time.Now()
				log := &requestLog{next: roundTripper(func(req *http.Request) (*http.Response, error) {
					switch {
					case !strings.HasSuffix(req.URL.Path, "/clusters"):
						if time.Since(began) > row.lasts {
							return reply(req, 404, `{}`), nil
						}
						return reply(req, row.status, `{}`), nil
					case time.Since(began) == 0:
						return reply(req, 200, `{"items":[{"id":"`+testClusterID+`"},{"id":"`+testNodePoolID+`"}]}`), nil
					}
					return reply(req, 200, `{"items":[]}`), nil
				})}
				_, err := clientThrough(log).AwaitAll(ctx, []Wait{ClusterWait(testClusterID, UntilDeleted()), ClusterWait(testNodePoolID, UntilDeleted())})
				if row.want == nil {
					require.NoError(t, err)
				} else {
					require.ErrorIs(t, err, row.want)
				}
				require.NoError(t, ctx.Err())
				require.LessOrEqual(t, len(log.all()), row.most)
			})
		})
	}
}

// Cancelling ends a wait within 10 ms, whatever it is doing: requests that hang,
// pauses, one resource or many. The bubble sees to it that no goroutine is left.
func TestCancellingAWait(t *testing.T) {
	for after := time.Duration(0); after < 40*time.Second; after += 1700 * time.Millisecond {
		for _, hanging := range []bool{false, true} {
			synctest.Test(t, func(t *testing.T) {
				api := dataplatformtest.New(thirtySeconds).Transport()
				client := clientThrough(api)
				var waits []Wait
				for i := range 3 {
					id := *makeCluster(t, client, fmt.Sprintf("lake-%d", i)).Id
					waits = append(waits, ClusterWait(id, UntilDeleted()))
					for j := range 2 {
						waits = append(waits, NodePoolWait(id, *makePool(t, client, id, fmt.Sprintf("pool-%d", j)).Id, UntilState("NEVER")))
					}
				}
				began := time.Now()
				client = clientOver(func(req *http.Request) (*http.Response, error) {
					if hanging && time.Since(began) > after/2 {
						return hang(req)
					}
					return api.RoundTrip(req)
				}, func(cfg *Configuration) { cfg.Token = "token" })
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				var cancelled time.Time
				time.AfterFunc(after, func() { cancelled = time.Now(); cancel() })
				outcomes, err := client.AwaitAll(ctx, waits)
				require.ErrorIs(t, err, context.Canceled)
				require.LessOrEqual(t, time.Since(cancelled), 10*time.Millisecond)
				for _, o := range outcomes {
					require.ErrorIs(t, o.Err, context.Canceled)
				}
			})
		}
	}
}
