package ionoscloud

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/stretchr/testify/require"
)

// ensures are the two calls on one name, for tests that hold for both.
func ensures(t *testing.T, c *APIClient) map[string]func(ctx context.Context, name string) (id string, created bool, err error) {
	clusterID := *makeCluster(t, c, "home").Id
	return map[string]func(context.Context, string) (string, bool, error){
		"cluster": func(ctx context.Context, name string) (string, bool, error) {
			e, err := c.EnsureCluster(ctx, clusterOrder(name))
			return ToValue(e.Cluster.Id), e.Created, err
		},
		"node pool": func(ctx context.Context, name string) (string, bool, error) {
			e, err := c.EnsureNodePool(ctx, clusterID, poolOrder(name))
			return ToValue(e.NodePool.Id), e.Created, err
		},
	}
}

func posts(log *requestLog) (n int) {
	for _, request := range log.all() {
		if strings.HasPrefix(request, http.MethodPost) {
			n++
		}
	}
	return n
}

func TestEnsureCreatesOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, log := bubble(thirtySeconds)
		for kind, ensure := range ensures(t, client) {
			log.forget()
			id, created, err := ensure(t.Context(), "lake")
			require.NoError(t, err)
			require.True(t, created)
			require.Len(t, log.all(), 3, "look, create, look")
			again, created, err := ensure(t.Context(), "lake")
			require.NoError(t, err)
			require.False(t, created)
			require.Equal(t, id, again)
			require.Len(t, log.all(), 4, kind)
			// A name that contains the name is another one.
			other, created, err := ensure(t.Context(), "lake-2")
			require.NoError(t, err)
			require.True(t, created)
			require.NotEqual(t, id, other)
		}
		// So is the same name in another data center.
		order := clusterOrder("lake")
		order.Properties.DatacenterId = ToPtr(testNodePoolID)
		elsewhere, err := client.EnsureCluster(t.Context(), order)
		require.NoError(t, err)
		require.True(t, elsewhere.Created)
		// However it is written.
		order.Properties.DatacenterId = ToPtr(sameID(testNodePoolID))
		same, err := client.EnsureCluster(t.Context(), order)
		require.NoError(t, err)
		require.Equal(t, elsewhere.Cluster.Id, same.Cluster.Id)
	})
}

func TestEnsureTellsDifferences(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, _ := bubble()
		made, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
		require.NoError(t, err)
		require.Empty(t, made.Diff.Differences)
		want := clusterOrder("lake")
		want.Properties.SetLans([]Lan{*NewLan("7")})
		there, err := client.EnsureCluster(t.Context(), want)
		require.NoError(t, err)
		require.Equal(t, made.Cluster.Id, there.Cluster.Id)
		require.Equal(t, `lans: [] → [{"lanId":"7"}]`, strings.Replace(there.Diff.String(), "null", "[]", 1))
		require.True(t, there.Diff.CanPatch())

		_, err = client.EnsureNodePool(t.Context(), *made.Cluster.Id, poolOrder("workers"))
		require.NoError(t, err)
		pool := poolOrder("workers")
		pool.Properties.SetRamSize(8192)
		found, err := client.EnsureNodePool(t.Context(), *made.Cluster.Id, pool)
		require.NoError(t, err)
		require.Equal(t, []string{"ramSize"}, found.Diff.Replacements())
	})
}

// Calls for the same name wait for each other, so that one look each is enough.
func TestEnsureInOneClient(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, log := bubble(thirtySeconds)
		var group sync.WaitGroup
		ids := make([]string, 10)
		for i := range ids {
			group.Go(func() {
				e, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
				require.NoError(t, err)
				ids[i] = *e.Cluster.Id
			})
		}
		group.Wait()
		for _, id := range ids {
			require.Equal(t, ids[0], id)
		}
		require.Equal(t, 1, posts(log))
		require.Len(t, log.all(), 2+len(ids))
		require.Empty(t, client.ensuring.busy)
	})
}

// The answer of a create is lost in every way there is; the resource is there or
// it is not. Nothing is sent again before it was looked for.
func TestACreateWithoutAnAnswer(t *testing.T) {
	reset := &net.OpError{Op: "read", Err: errors.New("connection reset by peer")}
	dial := &net.OpError{Op: "dial", Err: errors.New("connection refused")}
	answer := func(status int, body string) func(*http.Request) (*http.Response, error) { return says(status, body) }
	lose := func(err error) func(*http.Request) (*http.Response, error) {
		return func(*http.Request) (*http.Response, error) { return nil, err }
	}
	for name, row := range map[string]struct {
		effect bool
		answer func(*http.Request) (*http.Response, error)
		posts  int // that get so far as to be sent
	}{
		"lost after its effect":    {true, lose(reset), 1},
		"lost before its effect":   {false, lose(reset), 2},
		"504 after its effect":     {true, answer(504, `{}`), 1},
		"503 before its effect":    {false, answer(503, `{}`), 2},
		"500":                      {false, answer(500, `{}`), 2},
		"429":                      {false, answer(429, `{}`), 2},
		"no connection":            {false, lose(dial), 2},
		"never answered":           {true, hang, 1},
		"a page of the gateway's":  {true, answer(200, `<html>`), 1},
		"an answer without an id":  {true, answer(202, `{}`), 1},
		"a conflict with its twin": {true, answer(409, `{}`), 1},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				api := dataplatformtest.New(thirtySeconds).Transport()
				var once sync.Once
				var arm bool
				log := &requestLog{next: roundTripper(func(req *http.Request) (resp *http.Response, err error) {
					done := false
					if arm && req.Method == http.MethodPost {
						once.Do(func() {
							done = true
							if row.effect {
								resp, err = api.RoundTrip(req)
								require.NoError(t, err)
							}
							resp, err = row.answer(req)
						})
					}
					if done {
						return resp, err
					}
					return api.RoundTrip(req)
				})}
				client := clientThrough(log)
				for kind, ensure := range ensures(t, client) {
					log.forget()
					arm, once = true, sync.Once{}
					id, created, err := ensure(t.Context(), "lake")
					require.NoError(t, err, kind)
					require.Equal(t, name != "a conflict with its twin", created)
					require.NotEmpty(t, id)
					require.Equal(t, row.posts, posts(log), "%v", log.all())
					again, _, err := ensure(t.Context(), "lake")
					require.NoError(t, err, "there is one")
					require.Equal(t, id, again)
					for i, request := range log.all()[1:] {
						if strings.HasPrefix(request, http.MethodPost) && row.posts == 2 && name != "429" && name != "no connection" {
							require.Contains(t, log.all()[i], http.MethodGet, "looked up first")
						}
					}
				}
			})
		})
	}
}

func TestEnsureThatCannotBe(t *testing.T) {
	empty := says(200, `{"items":[]}`)
	for name, row := range map[string]struct {
		post func(*http.Request) (*http.Response, error)
		want error
		text string
	}{
		"refused":        {says(403, `{}`), ErrForbidden, "403"},
		"a conflict":     {says(409, `{"messages":[{"message":"the cluster is being deleted"}]}`), ErrConflict, "is being deleted"},
		"an outage":      {says(503, `{}`), ErrUnavailable, "10 creates had no answer and no effect"},
		"never admitted": {says(429, `{}`), ErrRateLimited, "429"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					if req.Method == http.MethodGet {
						return empty(req)
					}
					return row.post(req)
				})
				_, err := client.EnsureCluster(t.Context(), createRequest())
				require.ErrorIs(t, err, row.want)
				require.ErrorContains(t, err, "ensure cluster lake: ")
				require.ErrorContains(t, err, row.text)
			})
		})
	}
	synctest.Test(t, func(t *testing.T) {
		client := clientOver(says(503, `{}`))
		began := time.Now()
		_, err := client.EnsureCluster(t.Context(), createRequest())
		require.ErrorIs(t, err, ErrUnavailable)
		require.InDelta(t, 5*time.Minute, time.Since(began), float64(15*time.Second))
		_, err = client.EnsureNodePool(t.Context(), "x", poolOrder("workers"))
		require.ErrorIs(t, err, ErrInvalid)
	})
	client := clientOver(func(*http.Request) (*http.Response, error) { panic("nothing is sent") })
	_, err := client.EnsureCluster(t.Context(), CreateClusterRequest{})
	require.ErrorIs(t, err, ErrInvalid)
	_, err = client.EnsureNodePool(t.Context(), testClusterID, CreateNodePoolRequest{})
	require.ErrorIs(t, err, ErrInvalid)
	_, err = (*APIClient)(nil).EnsureCluster(t.Context(), createRequest())
	require.ErrorContains(t, err, "no client")
	var none context.Context
	_, err = clientOver(says(403, `{}`)).EnsureCluster(none, createRequest())
	require.ErrorIs(t, err, ErrForbidden)
}

func TestEnsureMeetsAFailure(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, _ := bubble(fails(dataplatformtest.Create))
		made := makeCluster(t, client, "lake")
		e, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
		require.ErrorIs(t, err, ErrFailedState)
		require.ErrorContains(t, err, "FAILED and can only be deleted")
		require.Equal(t, made.Id, e.Cluster.Id)
		// What is being deleted is none any more.
		_, _, err = client.DataPlatformClusterApi.DeleteCluster(t.Context(), *made.Id).Execute()
		require.NoError(t, err)
	})
	synctest.Test(t, func(t *testing.T) {
		client, _ := bubble(thirtySeconds)
		made := makeCluster(t, client, "lake")
		_, err := client.AwaitCluster(t.Context(), *made.Id, UntilAvailable())
		require.NoError(t, err)
		_, _, err = client.DataPlatformClusterApi.DeleteCluster(t.Context(), *made.Id).Execute()
		require.NoError(t, err)
		e, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
		require.NoError(t, err)
		require.True(t, e.Created)
		require.NotEqual(t, made.Id, e.Cluster.Id)
	})
}

// Cancelling ends a call within 10 ms, and its error tells what may be left.
func TestCancellingEnsure(t *testing.T) {
	for name, row := range map[string]struct {
		hanging string        // requests of this method never get an answer
		after   time.Duration // of the beginning
		text    string
	}{
		"while looking":             {http.MethodGet, 5 * time.Second, ""},
		"while creating":            {http.MethodPost, 5 * time.Second, "may have had its effect"},
		"while pausing":             {"", 500 * time.Millisecond, " has been created"},
		"while looking once more":   {"second GET", 5 * time.Second, " has been created"},
		"while waiting for a turn":  {"turn", 5 * time.Second, ""},
		"after a create in vain":    {"lost POST", 500 * time.Millisecond, "may have had its effect"},
		"before it begins":          {"", 0, ""},
		"while there are too many":  {"rivals", 500 * time.Millisecond, ""},
		"between tries of one step": {"503", 15 * time.Second, "503"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				api := dataplatformtest.New(thirtySeconds).Transport()
				gets := 0
				client := clientThrough(roundTripper(func(req *http.Request) (*http.Response, error) {
					if req.Method == http.MethodGet {
						gets++
					}
					switch {
					case row.hanging == req.Method, row.hanging == "second GET" && gets == 2:
						return hang(req)
					case row.hanging == "lost POST" && req.Method == http.MethodPost:
						return nil, io.ErrUnexpectedEOF
					case row.hanging == "503":
						return reply(req, 503, `{}`), nil
					}
					return api.RoundTrip(req)
				}))
				if row.hanging == "rivals" {
					makeCluster(t, client, "lake")
					makeCluster(t, client, "lake")
				}
				if row.hanging == "turn" {
					done, err := client.ensuring.take(t.Context(), "cluster\x00"+sameID(testClusterID)+"\x00lake")
					require.NoError(t, err)
					defer done()
				}
				ctx, cancel := context.WithTimeout(t.Context(), row.after)
				defer cancel()
				began := time.Now()
				_, err := client.EnsureCluster(ctx, clusterOrder("lake"))
				require.ErrorIs(t, err, context.DeadlineExceeded)
				require.ErrorContains(t, err, row.text)
				require.InDelta(t, row.after, time.Since(began), float64(10*time.Millisecond))
			})
		})
	}
}
