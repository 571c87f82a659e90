package ionoscloud

import (
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/stretchr/testify/require"
)

// Two that somebody has made by other means stay, and the error names them.
func TestDuplicates(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, log := bubble()
		first, second := makeCluster(t, client, "lake"), makeCluster(t, client, "lake")
		log.forget()
		e, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
		require.ErrorIs(t, err, ErrConflict)
		var duplicate *DuplicateError
		require.ErrorAs(t, err, &duplicate)
		require.ElementsMatch(t, []string{*first.Id, *second.Id}, duplicate.IDs)
		require.Equal(t, duplicate.IDs[0], *e.Cluster.Id)
		require.False(t, e.Created)
		require.ErrorContains(t, err, "ensure cluster lake: there are 2 of cluster lake: ")
		require.Zero(t, posts(log))
		_, _, err = client.DataPlatformClusterApi.DeleteCluster(t.Context(), *second.Id).Execute()
		require.NoError(t, err)
		e, err = client.EnsureCluster(t.Context(), clusterOrder("lake"))
		require.NoError(t, err)
		require.Equal(t, first.Id, e.Cluster.Id)
	})
}

// meanwhile lets something happen right before the first create.
func meanwhile(api http.RoundTripper, happen func()) roundTripper {
	var once sync.Once
	return func(req *http.Request) (*http.Response, error) {
		if req.Method == http.MethodPost {
			once.Do(happen)
		}
		return api.RoundTrip(req)
	}
}

func TestTheLaterOneGoes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New(thirtySeconds).Transport()
		direct := clientThrough(api)
		var first string
		log := &requestLog{next: meanwhile(api, func() {
			first = *makeCluster(t, direct, "lake").Id
			time.Sleep(time.Millisecond)
		})}
		e, err := clientThrough(log).EnsureCluster(t.Context(), clusterOrder("lake"))
		require.NoError(t, err)
		require.Equal(t, first, *e.Cluster.Id)
		require.False(t, e.Created)
		require.Len(t, log.all(), 5, "look, create, look, delete, look")
		require.Contains(t, log.all()[3], http.MethodDelete)
		time.Sleep(2 * takes)
		list, _, err := direct.DataPlatformClusterApi.GetClusters(t.Context()).Execute()
		require.NoError(t, err)
		require.Len(t, *list.Items, 1)
	})
}

func TestTheLaterNodePoolGoes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New().Transport()
		direct := clientThrough(api)
		clusterID := *makeCluster(t, direct, "lake").Id
		var first string
		client := clientThrough(meanwhile(api, func() {
			first = *makePool(t, direct, clusterID, "workers").Id
			time.Sleep(time.Millisecond)
		}))
		e, err := client.EnsureNodePool(t.Context(), clusterID, poolOrder("workers"))
		require.NoError(t, err)
		require.Equal(t, first, *e.NodePool.Id)
		pools, _, err := direct.DataPlatformNodePoolApi.GetClusterNodepools(t.Context(), clusterID).Execute()
		require.NoError(t, err)
		require.Len(t, *pools.Items, 1)
	})
}

func TestTheLaterOneMayNotGo(t *testing.T) {
	for name, row := range map[string]struct {
		refused func(*http.Request) (*http.Response, error)
		times   int
		want    error
	}{
		"never":                      {says(403, `{}`), 1, ErrForbidden},
		"not according to a gateway": {says(404, `<html>`, "Content-Type", "text/html"), 5, nil},
		"not while it is":            {says(409, `{}`), 5, nil},
		"for too long":               {says(409, `{}`), 1000, ErrConflict},
		"while it is rough":          {says(503, `{}`), 20, nil},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				api := dataplatformtest.New().Transport()
				direct := clientThrough(api)
				deletes := 0
				racing := meanwhile(api, func() { makeCluster(t, direct, "lake"); time.Sleep(time.Millisecond) })
				client := clientThrough(roundTripper(func(req *http.Request) (*http.Response, error) {
					if req.Method == http.MethodDelete {
						if deletes++; deletes <= row.times {
							return row.refused(req)
						}
					}
					return racing(req)
				}))
				e, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
				if row.want == nil {
					require.NoError(t, err)
					require.False(t, e.Created)
					require.Greater(t, deletes, row.times)
					return
				}
				require.ErrorIs(t, err, ErrConflict)
				require.ErrorIs(t, err, row.want)
				require.ErrorContains(t, err, "there are 2 of cluster lake")
				require.ErrorContains(t, err, "; remove ")
			})
		})
	}
}

// A removal that is accepted without a body is one, however long it takes.
func TestRemovedWithoutABody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New(thirtySeconds).Transport()
		racing := meanwhile(api, func() { makeCluster(t, clientThrough(api), "lake"); time.Sleep(time.Millisecond) })
		deletes := 0
		client := clientThrough(roundTripper(func(req *http.Request) (*http.Response, error) {
			resp, err := racing(req)
			if req.Method == http.MethodDelete {
				deletes++
				_ = resp.Body.Close()
				return reply(req, 202, ``), err
			}
			return resp, err
		}))
		_, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
		require.NoError(t, err)
		require.Equal(t, 1, deletes)
	})
}

// The list shows what was created late; the answer of the create counts.
func TestAListThatLagsBehind(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			if req.Method == http.MethodPost {
				return reply(req, 202, clusterJSON), nil
			}
			return reply(req, 200, `{"items":[]}`), nil
		})
		began := time.Now()
		e, err := client.EnsureCluster(t.Context(), createRequest())
		require.NoError(t, err)
		require.True(t, e.Created)
		require.Equal(t, testClusterID, *e.Cluster.Id)
		require.Equal(t, 7*time.Second, time.Since(began))
	})
}

// What was made has been removed by somebody before it could be: that is as good.
func TestGivingUpWhatIsGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		older := `{"id":"` + testNodePoolID + `","metadata":{"createdDate":"2020-01-01T00:00:00Z","state":"AVAILABLE"},"properties":{"name":"lake","datacenterId":"` + testClusterID + `"}}`
		lists := 0
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			switch {
			case req.Method == http.MethodPost:
				return reply(req, 202, `{"id":"`+testClusterID+`","metadata":{"createdDate":"2020-01-01T00:00:01Z"}}`), nil
			case req.Method == http.MethodDelete:
				return reply(req, 404, `{}`), nil
			case lists == 0:
				lists++
				return reply(req, 200, `{"items":[]}`), nil
			}
			return reply(req, 200, `{"items":[`+older+`]}`), nil
		})
		e, err := client.EnsureCluster(t.Context(), createRequest())
		require.NoError(t, err)
		require.Equal(t, testNodePoolID, *e.Cluster.Id)
	})
}

// Somebody removes whatever is created.
func TestSomebodyWantsNone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New(thirtySeconds).Transport()
		direct := clientThrough(api)
		log := &requestLog{next: roundTripper(func(req *http.Request) (*http.Response, error) {
			resp, err := api.RoundTrip(req)
			if req.Method == http.MethodPost {
				list, _, err := direct.DataPlatformClusterApi.GetClusters(t.Context()).Execute()
				require.NoError(t, err)
				for _, cluster := range *list.Items {
					_, _, err := direct.DataPlatformClusterApi.DeleteCluster(t.Context(), *cluster.Id).Execute()
					require.NoError(t, err)
				}
				time.Sleep(takes) // until it is carried out
			}
			return resp, err
		})}
		_, err := clientThrough(log).EnsureCluster(t.Context(), clusterOrder("lake"))
		require.ErrorIs(t, err, ErrConflict)
		require.EqualError(t, err, "ensure cluster lake: somebody removes it: none of 10 creates lasted: conflict")
		require.Equal(t, maxCreates, posts(log))
	})
}
