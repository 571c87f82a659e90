package ionoscloud

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

// limiter lets a request go every second.
type limiter struct{ err error }

func (l limiter) Wait(ctx context.Context) error {
	if l.err != nil {
		return l.err
	}
	return sleep(ctx, time.Second)
}

type limiterFunc func(context.Context) error

func (f limiterFunc) Wait(ctx context.Context) error { return f(ctx) }

func TestEachRequestWaitsForTheLimiter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start, requests := time.Now(), 0
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			requests++
			require.Equal(t, time.Duration(requests)*time.Second, time.Since(start))
			return reply(req, 503, ``), nil
		}, func(cfg *Configuration) { cfg.Limiter, cfg.WaitTime = limiter{}, 0 })
		require.ErrorIs(t, methods[http.MethodGet](t, client), ErrUnavailable)
		require.Equal(t, 3, requests)

		ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		_, resp, err := client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.Nil(t, resp.Response)

		client.GetConfig().Limiter = limiterFunc(func(ctx context.Context) error {
			<-ctx.Done()
			return context.Cause(ctx)
		})
		why := errors.New("too slow")
		ctx, cancel = context.WithTimeoutCause(t.Context(), time.Millisecond, why)
		defer cancel()
		_, _, err = client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
		require.ErrorIs(t, err, why)
		require.ErrorIs(t, err, context.DeadlineExceeded, "whatever the limiter calls it")

		broken := errors.New("the limiter's own error")
		client.GetConfig().Limiter = limiter{broken}
		require.ErrorIs(t, methods[http.MethodGet](t, client), broken)
		require.Equal(t, 3, requests)
	})
}

func TestRateLimitHeadersPaceTheNextRequest(t *testing.T) {
	for name, row := range map[string]struct {
		headers []string
		pause   time.Duration
	}{
		"some are left":          {[]string{"X-RateLimit-Remaining", "1", "X-RateLimit-Reset", "5"}, 0},
		"no headers":             {nil, 0},
		"nonsense":               {[]string{"X-RateLimit-Remaining", "none"}, 0},
		"negative":               {[]string{"X-RateLimit-Remaining", "-1"}, 0},
		"none, seconds":          {[]string{"X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "5"}, 5 * time.Second},
		"none, standard headers": {[]string{"RateLimit-Remaining", "0", "RateLimit-Reset", "5;w=60"}, 5 * time.Second},
		"none, a point in time":  {[]string{"X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "now+7"}, 7 * time.Second},
		"none, a rate":           {[]string{"X-RateLimit-Remaining", "0", "X-RateLimit-Limit", "20, 20;w=60"}, 3 * time.Second},
		"none, a rate of none":   {[]string{"X-RateLimit-Remaining", "0", "X-RateLimit-Limit", "0"}, 10 * time.Second},
		"none, and no more":      {[]string{"X-RateLimit-Remaining", "0"}, 10 * time.Second},
		"none, for very long":    {[]string{"X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "4000"}, 10 * time.Second},
		"none, for ever":         {[]string{"X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "9223372036854775807"}, 10 * time.Second},
		"none, at once":          {[]string{"X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "0"}, 0},
		"none, milliseconds":     {[]string{"X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "now+7.25"}, 7250 * time.Millisecond},
		"none, until long ago":   {[]string{"X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "now-7200"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					resp := reply(req, 200, clusterJSON)
					for i := 0; i < len(row.headers); i += 2 {
						value := row.headers[i+1]
						if after, ok := strings.CutPrefix(value, "now"); ok {
							seconds, err := time.ParseDuration(after + "s")
							require.NoError(t, err)
							at := time.Now().Add(seconds)
							if value = fmt.Sprint(at.Unix()); strings.Contains(after, ".") {
								value = fmt.Sprint(at.UnixMilli())
							}
						}
						resp.Header.Set(row.headers[i], value)
					}
					return resp, nil
				}, func(cfg *Configuration) { cfg.MaxWaitTime = 10 * time.Second })
				require.NoError(t, methods[http.MethodGet](t, client))
				start := time.Now()
				require.NoError(t, methods[http.MethodGet](t, client))
				require.Equal(t, row.pause, time.Since(start))
			})
		})
	}
}

// What the service said last counts, however long it had said before.
func TestRequestsThatAreLeftEndTheWaitForARateLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		requests := 0
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			if requests++; requests == 1 {
				return reply(req, 200, clusterJSON, "X-RateLimit-Remaining", "0"), nil
			}
			return reply(req, 200, clusterJSON, "X-RateLimit-Remaining", "5"), nil
		})
		for _, want := range []time.Duration{0, defaultMaxWaitTime, 0, 0} {
			start := time.Now()
			require.NoError(t, methods[http.MethodGet](t, client))
			require.Equal(t, want, time.Since(start))
		}
	})
}

// Of two requests that are under way together, the one that was counted first
// may be answered last.
func TestAnOvertakenAnswerEndsNoWaitForARateLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			if req.Method == http.MethodDelete {
				time.Sleep(time.Second)
				return reply(req, 200, clusterJSON, "X-RateLimit-Remaining", "1"), nil
			}
			return reply(req, 200, clusterJSON, "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "2"), nil
		})
		var calls sync.WaitGroup
		calls.Go(func() { _ = methods[http.MethodDelete](t, client) })
		time.Sleep(time.Second / 2)
		require.NoError(t, methods[http.MethodGet](t, client))
		calls.Wait()
		start := time.Now()
		require.NoError(t, methods[http.MethodGet](t, client))
		require.Equal(t, 1500*time.Millisecond, time.Since(start))
	})
}

// A limit that is a rate leaves a request each time, and not all of them at once.
func TestCallsTakeTurnsAtARate(t *testing.T) {
	for longest, want := range map[time.Duration][]time.Duration{
		time.Minute:     {1 * time.Second, 2 * time.Second, 3 * time.Second, 4 * time.Second, 5 * time.Second},
		2 * time.Second: {1 * time.Second, 2 * time.Second, 2 * time.Second, 2 * time.Second, 3 * time.Second},
	} {
		synctest.Test(t, func(t *testing.T) {
			var (
				mu sync.Mutex
				at []time.Duration
			)
			start := time.Now()
			client := clientOver(func(req *http.Request) (*http.Response, error) {
				mu.Lock()
				defer mu.Unlock()
				at = append(at, time.Since(start))
				return reply(req, 200, clusterJSON, "X-RateLimit-Limit", "60", "X-RateLimit-Remaining", "0"), nil
			}, func(cfg *Configuration) { cfg.MaxWaitTime = longest })
			require.NoError(t, methods[http.MethodGet](t, client))
			var calls sync.WaitGroup
			for range 4 {
				calls.Go(func() { _ = methods[http.MethodGet](t, client) })
			}
			time.Sleep(1500 * time.Millisecond) // an answer has come, and gives nobody's turn away
			require.NoError(t, methods[http.MethodGet](t, client))
			calls.Wait()
			require.Equal(t, append([]time.Duration{0}, want...), at)
		})
	}
}

// Whoever has to go before his turn comes takes none.
func TestTurnsAreNotTakenByThoseWhoGo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			return reply(req, 200, clusterJSON, "X-RateLimit-Limit", "60", "X-RateLimit-Remaining", "0"), nil
		}, func(cfg *Configuration) { cfg.MaxWaitTime = time.Hour })
		require.NoError(t, methods[http.MethodGet](t, client))
		start := time.Now()
		for range 50 {
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
			_, _, err := client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
			require.ErrorIs(t, err, context.DeadlineExceeded)
			cancel()
		}
		require.Equal(t, 500*time.Millisecond, time.Since(start))
		require.NoError(t, methods[http.MethodGet](t, client))
		require.Equal(t, time.Second, time.Since(start))
	})
}

// A rate ends a wait that was longer before.
func TestARateEndsALongerWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		requests := 0
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			if requests++; requests == 1 {
				return reply(req, 200, clusterJSON, "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "300"), nil
			}
			return reply(req, 200, clusterJSON, "X-RateLimit-Remaining", "0", "X-RateLimit-Limit", "60"), nil
		})
		for _, want := range []time.Duration{0, defaultMaxWaitTime, time.Second, time.Second} {
			start := time.Now()
			require.NoError(t, methods[http.MethodGet](t, client))
			require.Equal(t, want, time.Since(start))
		}
	})
}

func TestTheEndOfTheContextEndsTheWaitForARateLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			return reply(req, 200, clusterJSON, "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1"), nil
		})
		require.NoError(t, methods[http.MethodGet](t, client))
		ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		start := time.Now()
		_, _, err := client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.Equal(t, time.Millisecond, time.Since(start))
	})
}

func TestRoundTrippersKnowWhatTheyCarry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var seen []CallInfo
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			info, ok := CallInfoFromContext(req.Context())
			require.True(t, ok)
			seen = append(seen, info)
			return reply(req, 429, ``), nil
		}, func(cfg *Configuration) { cfg.MaxRetries = 2 })
		_, _, err := client.DataPlatformNodePoolApi.ClustersNodepoolsFindById(t.Context(), testClusterID, testNodePoolID).Execute()
		require.ErrorIs(t, err, ErrRateLimited)
		_, _, err = client.DataPlatformClusterApi.GetClusters(t.Context()).Execute()
		require.ErrorIs(t, err, ErrRateLimited)
		const pool = "/clusters/{clusterId}/nodepools/{nodepoolId}"
		require.Equal(t, []CallInfo{
			{"GetClusterNodepool", pool, testNodePoolID, 1}, {"GetClusterNodepool", pool, testNodePoolID, 2},
			{"GetClusters", "/clusters", "", 1}, {"GetClusters", "/clusters", "", 2},
		}, seen)
	})
	_, ok := CallInfoFromContext(t.Context())
	require.False(t, ok)
}

func TestADeprecatedOperationIsReportedOnce(t *testing.T) {
	var text lines
	client := clientOver(func(req *http.Request) (*http.Response, error) {
		if req.Method == http.MethodPatch {
			return reply(req, 200, clusterJSON, "Sunset", "one day"), nil
		}
		return reply(req, 200, clusterJSON, "Deprecation", "@1688169599", "Sunset", "Fri, 31 Dec 2027 23:59:59 GMT", "Link", "<https://docs.test>"), nil
	})
	require.NoError(t, methods[http.MethodGet](t, client))
	client.GetConfig().Logger, client.GetConfig().LogLevel = &text, Debug
	for range 3 {
		require.NoError(t, methods[http.MethodGet](t, client))
		require.NoError(t, methods[http.MethodDelete](t, client))
		require.NoError(t, methods[http.MethodPatch](t, client))
	}
	require.Equal(t, 1, strings.Count(text.String(), "the service deprecates this operation deprecation= sunset=one day"))
	require.Equal(t, 2, strings.Count(text.String(), "the service deprecates this operation deprecation=@1688169599 sunset=Fri, 31 Dec 2027 23:59:59 GMT link=<https://docs.test>"))
}
