package ionoscloud

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/stretchr/testify/require"
)

func TestAwaitCluster(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, log := bubble(thirtySeconds)
		id := *makeCluster(t, client, "lake").Id
		log.forget()
		began := time.Now()
		var told []Progress
		cluster, err := client.AwaitCluster(t.Context(), id, UntilAvailable(), WithProgress(func(p Progress) { told = append(told, p) }))
		require.NoError(t, err)
		require.Equal(t, StateAvailable, *cluster.Metadata.State)
		require.GreaterOrEqual(t, time.Since(began), takes)
		require.LessOrEqual(t, time.Since(began), takes+18*time.Second, "one interval late at most")

		require.Len(t, log.all(), len(told))
		for i, p := range told {
			require.Equal(t, i+1, p.Tries)
			require.Equal(t, id, p.Wait.ClusterID)
			require.NoError(t, p.Err)
			require.Equal(t, i == len(told)-1, p.State == StateAvailable)
		}
		require.Zero(t, told[0].Elapsed, "the first look is at once")
		require.Equal(t, log.at[1].Sub(began), told[1].Elapsed)

		// The interval begins short and grows, with jitter.
		interval := time.Second
		for i := 1; i < len(told); i++ {
			pause := log.at[i].Sub(log.at[i-1])
			require.InDelta(t, interval, pause, float64(interval)/5+1)
			interval = min(interval*3/2, 15*time.Second)
		}
		require.LessOrEqual(t, len(told), 10)
	})
}

func TestIntervalsVary(t *testing.T) {
	seen := map[time.Duration]bool{}
	for range 100 {
		d := varied(time.Second)
		require.InDelta(t, time.Second, d, float64(time.Second)/5+1)
		seen[d] = true
	}
	require.Greater(t, len(seen), 50)
	require.Zero(t, varied(0))
}

func TestWithInterval(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, log := bubble(thirtySeconds)
		id := *makeCluster(t, client, "lake").Id
		log.forget()
		_, err := client.AwaitCluster(t.Context(), id, UntilAvailable(), WithInterval(5*time.Second, 0), nil)
		require.NoError(t, err)
		require.InDelta(t, 7, len(log.all()), 2)
		o := newWaitOptions([]WaitOption{WithInterval(0, 0)})
		require.Positive(t, o.first)
		require.Equal(t, o.first, o.longest)
		o = newWaitOptions([]WaitOption{WithInterval(math.MaxInt64, math.MaxInt64)})
		require.Positive(t, o.first+o.first/5, "the most that varied makes of it")
		require.Positive(t, o.longest+o.longest/2)
	})
}

// One line for everything that a program does with a cluster and a node pool.
func TestAwaitTakesTheAnswerOfACall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, log := bubble(thirtySeconds)
		ctx, clusters, pools := t.Context(), client.DataPlatformClusterApi, client.DataPlatformNodePoolApi
		begin := time.Now()
		lasts := func() {
			t.Helper()
			require.GreaterOrEqual(t, time.Since(begin), takes)
			begin = time.Now()
		}

		cluster, err := client.Await(ctx).Cluster(clusters.CreateCluster(ctx).CreateClusterRequest(clusterOrder("lake")).Execute())
		require.NoError(t, err)
		require.Equal(t, StateAvailable, *cluster.Metadata.State)
		require.Equal(t, "POST /clusters", log.all()[0])
		require.GreaterOrEqual(t, log.at[1].Sub(log.at[0]), 800*time.Millisecond, "the answer has just been seen")
		lasts()
		id := *cluster.Id

		cluster, err = client.Await(ctx).Cluster(clusters.ClustersPatch(ctx, id).PatchClusterRequest(patchRequest()).Execute())
		require.NoError(t, err)
		require.EqualValues(t, 2, *cluster.Metadata.CurrentDataPlatformRevision)
		lasts()

		pool, err := client.Await(ctx).NodePool(pools.CreateClusterNodepool(ctx, id).CreateNodePoolRequest(poolOrder("workers")).Execute())
		require.NoError(t, err)
		require.Equal(t, StateAvailable, *pool.Metadata.State)
		lasts()
		change := *NewPatchNodePoolRequest(PatchNodePoolProperties{NodeCount: ToPtr[int32](5)})
		pool, err = client.Await(ctx).NodePool(pools.PatchClusterNodepool(ctx, id, *pool.Id).PatchNodePoolRequest(change).Execute())
		require.NoError(t, err)
		require.Equal(t, StateAvailable, *pool.Metadata.State)
		lasts()
		pool, err = client.Await(ctx).NodePool(pools.DeleteClusterNodepool(ctx, id, *pool.Id).Execute())
		require.NoError(t, err)
		require.Equal(t, StateDestroying, *pool.Metadata.State, "as last seen")
		lasts()
		_, err = client.Await(ctx).NodePool(pools.DeleteClusterNodepool(ctx, id, *pool.Id).Execute())
		require.NoError(t, err, "it is gone already")

		_, err = client.Await(ctx).Cluster(clusters.GetCluster(ctx, id).Execute())
		require.NoError(t, err)
		_, err = client.Await(ctx).Cluster(clusters.DeleteCluster(ctx, id).Execute())
		require.NoError(t, err)
		lasts()
		_, err = client.Await(ctx).Cluster(clusters.DeleteCluster(ctx, id).Execute())
		require.NoError(t, err, "it is gone already")
		_, err = client.Await(ctx).Cluster(clusters.GetCluster(ctx, id).Execute())
		require.ErrorIs(t, err, ErrNotFound)
		_, err = client.Await(ctx).NodePool(pools.GetClusterNodepool(ctx, id, *pool.Id).Execute())
		require.ErrorIs(t, err, ErrNotFound)
	})
}

func TestAnswersThatSayTooLittle(t *testing.T) {
	_, err := WaitForCluster(ClusterResponseData{}, nil, nil)
	require.ErrorContains(t, err, "doesn't say which")
	_, err = WaitForCluster(ClusterResponseData{}, &APIResponse{RequestURL: "%"}, nil)
	require.ErrorContains(t, err, "doesn't say which")
	_, err = WaitForNodePool(NodePoolResponseData{Id: ToPtr(testNodePoolID)}, &APIResponse{}, nil)
	require.ErrorContains(t, err, "of which cluster")
	// A delete may be answered without a body.
	w, err := WaitForNodePool(NodePoolResponseData{}, &APIResponse{Method: http.MethodDelete,
		RequestURL: "https://service.test/dataplatform/clusters/" + testClusterID + "/nodepools/" + testNodePoolID}, nil)
	require.NoError(t, err)
	require.Equal(t, NodePoolWait(testClusterID, testNodePoolID, UntilDeleted()).After(Metadata{}), w)
	w, err = WaitForCluster(ClusterResponseData{}, &APIResponse{Method: http.MethodDelete,
		RequestURL: "https://service.test/dataplatform/clusters/" + testClusterID}, nil)
	require.NoError(t, err)
	require.Equal(t, ClusterWait(testClusterID, UntilDeleted()).After(Metadata{}), w)
}

// fails makes the changes of one action fail after 30 seconds.
func fails(action dataplatformtest.Action) dataplatformtest.Option {
	return dataplatformtest.WithScript(func(c dataplatformtest.Change, o dataplatformtest.Outcome) dataplatformtest.Outcome {
		o.Fails = c.Action == action
		return o
	})
}

func TestFailedStatesAreErrorsAtOnce(t *testing.T) {
	for action, want := range map[dataplatformtest.Action]string{
		dataplatformtest.Create: StateFailed,
		dataplatformtest.Update: StateFailedUpdating,
		dataplatformtest.Delete: StateFailedDestroying,
	} {
		t.Run(want, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client, _ := bubble(thirtySeconds, fails(action))
				ctx, clusters := t.Context(), client.DataPlatformClusterApi
				cluster, err := client.Await(ctx).Cluster(clusters.CreateCluster(ctx).CreateClusterRequest(clusterOrder("lake")).Execute())
				if action != dataplatformtest.Create {
					require.NoError(t, err)
				}
				switch action {
				case dataplatformtest.Update:
					cluster, err = client.Await(ctx).Cluster(clusters.PatchCluster(ctx, *cluster.Id).PatchClusterRequest(patchRequest()).Execute())
				case dataplatformtest.Delete:
					cluster, err = client.Await(ctx).Cluster(clusters.DeleteCluster(ctx, *cluster.Id).Execute())
				}
				require.ErrorIs(t, err, ErrFailedState)
				var failed *WaitError
				require.ErrorAs(t, err, &failed)
				require.Equal(t, want, failed.State)
				require.Equal(t, *cluster.Id, *failed.Cluster.Id)
				require.Equal(t, "lake", *failed.Cluster.Properties.Name)
				require.Nil(t, failed.NodePool)
				require.Positive(t, failed.Tries)
				require.GreaterOrEqual(t, failed.Elapsed, takes)
				require.ErrorContains(t, err, "wait for cluster "+*cluster.Id+" until ")
				require.ErrorContains(t, err, ": it is "+want)

				// It is the present state also for one who asks now, and no
				// failure for one who waits for just that.
				_, err = client.AwaitCluster(ctx, *cluster.Id, UntilAvailable())
				require.ErrorIs(t, err, ErrFailedState)
				_, err = client.AwaitCluster(ctx, *cluster.Id, UntilState(StateAvailable, want))
				require.NoError(t, err)
			})
		})
	}
}

// A thousand that failed cost one reading of the list that shows them.
func TestAnAnswersWordsAreReadOnce(t *testing.T) {
	said := &words{payload: []byte(`{"items":[{"id":"a-1","message":"no quota"},{"id":"b2","metadata":{"message":"no VDC"}}]}`)}
	require.Equal(t, "no quota", said.about("A1"))
	said.payload = nil
	require.Equal(t, "no VDC", said.about("b2"))
	require.Empty(t, said.about("c3"))
}

func TestTheServicesMessage(t *testing.T) {
	for name, row := range map[string]struct{ document, want string }{
		"in metadata":      {`{"id":"%s","metadata":{"state":"FAILED","messages":[{"errorCode":"dp-7","message":"no  quota"}]}}`, "no quota (dp-7)"},
		"beside it":        {`{"id":"%s","messages":[{"message":"no quota"}],"metadata":{"state":"FAILED_NEW"}}`, "no quota"},
		"as a text":        {`{"id":"%s","metadata":{"state":"FAILED","message":"no quota"}}`, "no quota"},
		"of another shape": {`{"id":"%s","metadata":{"state":"FAILED","message":{"text":"no quota"}},"messages":7}`, ""},
		"none":             {`{"id":"%s","metadata":{"state":"FAILED"}}`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			document := fmt.Sprintf(row.document, testClusterID)
			list := `{"items":[{"id":"` + testNodePoolID + `","message":"of another","metadata":{"state":"AVAILABLE"}},` + document + `]}`
			client := clientOver(func(req *http.Request) (*http.Response, error) {
				if req.URL.Path == "/dataplatform/clusters" {
					return reply(req, 200, list), nil
				}
				return reply(req, 200, document), nil
			})
			_, err := client.AwaitCluster(t.Context(), testClusterID, UntilAvailable())
			var failed *WaitError
			require.ErrorAs(t, err, &failed)
			require.Equal(t, row.want, failed.Message)
			if row.want != "" {
				require.ErrorContains(t, err, ": it is "+failed.State+": "+row.want)
			}

			outcomes, err := client.AwaitAll(t.Context(), []Wait{
				ClusterWait(testClusterID, UntilAvailable()), ClusterWait(testNodePoolID, UntilAvailable()),
			})
			require.ErrorAs(t, err, &failed)
			require.Equal(t, row.want, failed.Message)
			require.Equal(t, err, outcomes[0].Err)
			require.True(t, outcomes[1].Done)
		})
	}
}

func TestWhatIsNotThere(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, log := bubble()
		other := *makeCluster(t, client, "lake").Id
		ctx := t.Context()
		log.forget()
		for _, goal := range []Goal{UntilAvailable(), UntilState(StateBusy)} {
			_, err := client.AwaitCluster(ctx, testClusterID, goal)
			require.ErrorIs(t, err, ErrNotFound)
			var apiError GenericOpenAPIError
			require.ErrorAs(t, err, &apiError)
			require.Equal(t, 404, apiError.StatusCode())
			_, err = client.AwaitNodePool(ctx, other, testNodePoolID, goal)
			require.ErrorIs(t, err, ErrNotFound)
		}
		for _, goal := range []Goal{UntilDeleted(), UntilState(StateTerminated)} {
			_, err := client.AwaitCluster(ctx, testClusterID, goal)
			require.NoError(t, err)
			_, err = client.AwaitNodePool(ctx, other, testNodePoolID, goal)
			require.NoError(t, err)
		}
		require.Len(t, log.all(), 8)

		// Many at once: what the list does not have is asked for once more, and a
		// cluster takes its node pools along.
		log.forget()
		outcomes, err := client.AwaitAll(ctx, []Wait{
			ClusterWait(testClusterID, UntilDeleted()),
			ClusterWait(other, UntilAvailable()),
			ClusterWait(testNodePoolID, UntilAvailable()),
			NodePoolWait(testClusterID, testNodePoolID, UntilDeleted()),
			NodePoolWait(testClusterID, other, UntilAvailable()),
		}, WithAllOutcomes())
		require.ErrorIs(t, err, ErrNotFound)
		require.ErrorContains(t, err, testNodePoolID)
		require.ErrorContains(t, err, other)
		for i, done := range []bool{true, true, false, true, false} {
			require.Equal(t, done, outcomes[i].Done, i)
			require.Equal(t, done, outcomes[i].Err == nil, i)
		}
		require.ElementsMatch(t, []string{
			"GET /clusters", "GET /clusters/" + testNodePoolID, "GET /clusters/" + testClusterID,
			"GET /clusters/" + testClusterID + "/nodepools",
		}, log.all())
	})
}

func TestTerminatedIsDeleted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, _ := bubble(dataplatformtest.WithDurations(dataplatformtest.Durations{Terminated: time.Hour}))
		id := *makeCluster(t, client, "lake").Id
		began := time.Now()
		cluster, err := client.Await(t.Context()).Cluster(client.DataPlatformClusterApi.DeleteCluster(t.Context(), id).Execute())
		require.NoError(t, err)
		require.Equal(t, StateTerminated, *cluster.Metadata.State)
		require.Less(t, time.Since(began), time.Minute)
		_, err = client.AwaitCluster(t.Context(), id, UntilAvailable())
		require.ErrorIs(t, err, ErrNotFound)
		require.ErrorContains(t, err, "it has been deleted")
	})
}

func TestTheEndOfTheContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, log := bubble(thirtySeconds)
		id := *makeCluster(t, client, "lake").Id

		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		began := time.Now()
		cluster, err := client.AwaitCluster(ctx, id, UntilAvailable())
		require.Equal(t, 20*time.Second, time.Since(began))
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.ErrorContains(t, err, "last seen DEPLOYING (after 20s, ")
		require.Equal(t, StateDeploying, *cluster.Metadata.State)
		var waitError *WaitError
		require.ErrorAs(t, err, &waitError)
		require.Equal(t, StateDeploying, waitError.State)

		ctx, stop := context.WithCancelCause(t.Context())
		stop(errors.New("the user has left"))
		log.forget()
		_, err = client.AwaitCluster(ctx, id, UntilAvailable())
		require.ErrorIs(t, err, context.Canceled)
		require.ErrorContains(t, err, "the user has left")
		require.Empty(t, log.all())

		// Whatever waits tells the cause, also where one stands for the end.
		for _, left := range []error{errors.New("the user has left"), fmt.Errorf("shutdown: %w", context.Canceled)} {
			ctx, stop := context.WithCancelCause(t.Context())
			time.AfterFunc(time.Second, func() { stop(left) })
			_, err = client.AwaitCluster(ctx, id, UntilState("NEVER"))
			require.ErrorIs(t, err, left)
			require.ErrorIs(t, err, context.Canceled)
			ctx, stop = context.WithCancelCause(t.Context())
			time.AfterFunc(time.Second, func() { stop(left) })
			_, err = clientOver(says(500, `{}`)).EnsureCluster(ctx, clusterOrder("lake"))
			require.ErrorIs(t, err, left)
			require.ErrorIs(t, err, context.Canceled)
			ctx, stop = context.WithCancelCause(t.Context())
			_, err = clientOver(func(req *http.Request) (*http.Response, error) {
				stop(left)
				return reply(req, 200, `{}`), nil
			}).EnsureCluster(ctx, clusterOrder("lake"))
			require.ErrorIs(t, err, left)
			require.ErrorIs(t, err, context.Canceled)
			for _, answer := range []roundTripper{hang, func(req *http.Request) (*http.Response, error) {
				resp := endless(req)
				resp.StatusCode = 500
				return resp, nil
			}} {
				ctx, stop = context.WithCancelCause(t.Context())
				time.AfterFunc(time.Second, func() { stop(left) })
				_, _, err = clientOver(answer).DataPlatformClusterApi.GetCluster(ctx, id).Execute()
				require.ErrorIs(t, err, left)
				require.ErrorIs(t, err, context.Canceled)
			}
		}

		var none context.Context
		_, err = client.AwaitCluster(none, id, UntilAvailable())
		require.NoError(t, err)
	})
}

func TestBadWaits(t *testing.T) {
	client := clientOver(func(*http.Request) (*http.Response, error) { panic("nothing is sent") })
	for _, w := range []Wait{
		{}, ClusterWait("lake", UntilAvailable()), ClusterWait(testClusterID, Goal{}), ClusterWait(testClusterID, UntilState("")),
		NodePoolWait(testClusterID, "workers", UntilAvailable()),
	} {
		_, err := client.AwaitAll(t.Context(), []Wait{ClusterWait(testClusterID, UntilAvailable()), w})
		require.ErrorIs(t, err, ErrInvalid)
		_, err = client.AwaitNodePool(t.Context(), w.ClusterID, w.NodePoolID, w.Goal)
		require.ErrorIs(t, err, ErrInvalid)
		_, err = json.Marshal(w)
		require.ErrorIs(t, err, ErrInvalid)
	}
	outcomes, err := client.AwaitAll(t.Context(), nil)
	require.NoError(t, err)
	require.Empty(t, outcomes)
	_, err = (*APIClient)(nil).AwaitCluster(t.Context(), testClusterID, UntilAvailable())
	require.ErrorContains(t, err, "no client")
	_, err = (&APIClient{}).EnsureCluster(t.Context(), CreateClusterRequest{})
	require.ErrorContains(t, err, "no client")
	require.ErrorContains(t, &WaitError{State: StateBusy}, "last seen BUSY")
	_, err = Awaiting{}.NodePool(NodePoolResponseData{Id: ToPtr(testNodePoolID)}, &APIResponse{RequestURL: "/clusters/" + testClusterID}, nil)
	require.ErrorContains(t, err, "no client")
}
