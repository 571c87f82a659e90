package ionoscloud

import (
	"cmp"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestRetriesDoNotMakeAnOutageWorse(t *testing.T) {
	for name, dead := range map[string]roundTripper{
		"503":                   says(503, ``),
		"503 and a time":        says(503, ``, "Retry-After", "1"),
		"a page with 502":       says(502, `<html>`, "Content-Type", "text/html"),
		"429":                   says(429, ``),
		"429, at once":          says(429, ``, "Retry-After", "0"),
		"429, nonsense":         says(429, ``, "Retry-After", "soon"),
		"no connection":         breaks(&net.OpError{Op: "dial", Err: errors.New("connection refused")}),
		"the connection broken": breaks(io.ErrUnexpectedEOF),
		"half an answer": func(req *http.Request) (*http.Response, error) {
			resp := reply(req, 200, clusterJSON)
			resp.Body = io.NopCloser(io.MultiReader(io.LimitReader(resp.Body, 9), iotest.ErrReader(io.ErrUnexpectedEOF)))
			return resp, nil
		},
		"no answer": func(req *http.Request) (*http.Response, error) {
			return nil, cmp.Or(sleep(req.Context(), time.Second), errors.New("timeout awaiting response headers"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { storm(t, dead) })
		})
	}
}

func breaks(err error) roundTripper {
	return func(*http.Request) (*http.Response, error) { return nil, err }
}

// storm lets 64 callers call a dead server for a minute.
func storm(t *testing.T, dead roundTripper) {
	var calls, requests atomic.Int64
	var up atomic.Bool
	client := clientOver(func(req *http.Request) (*http.Response, error) {
		requests.Add(1)
		if up.Load() {
			return reply(req, 200, clusterJSON), nil
		}
		return dead(req)
	})
	ctx, cancel := context.WithCancel(t.Context())
	var callers sync.WaitGroup
	var back atomic.Int64 // callers that have had an answer since the server is back
	for range 64 {
		callers.Go(func() {
			answered := false
			for ctx.Err() == nil {
				calls.Add(1)
				_, _, err := client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
				if err == nil && !answered {
					answered = true
					back.Add(1)
				}
				_ = sleep(ctx, 500*time.Millisecond)
			}
		})
	}
	time.Sleep(10 * time.Second) // by then the reserve is spent
	calls.Store(0)
	requests.Store(0)
	time.Sleep(60 * time.Second)
	retries := requests.Load() - calls.Load()
	require.Positive(t, retries)
	require.LessOrEqual(t, float64(retries), 0.1*float64(requests.Load()))

	up.Store(true)
	time.Sleep(3 * time.Second) // an interval between calls and the longest pause
	require.Equal(t, int64(64), back.Load())
	cancel()
	callers.Wait()
}

// Programs set MaxRetries to 999 in order to outlast a rate limit.
func TestARateLimitIsNoOutage(t *testing.T) {
	for name, row := range map[string]struct {
		header []string
		works  bool
	}{
		"that says when it ends": {[]string{"Retry-After", "30"}, true},
		"that says nothing":      {nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				open := time.Now().Add(time.Minute)
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					if time.Now().Before(open) {
						return reply(req, 429, ``, row.header...), nil
					}
					return reply(req, 200, clusterJSON), nil
				})
				client.GetConfig().MaxRetries = 999
				var callers sync.WaitGroup
				var failed atomic.Int64
				for range 30 {
					callers.Go(func() {
						if _, _, err := client.DataPlatformClusterApi.GetCluster(t.Context(), testClusterID).Execute(); err != nil {
							failed.Add(1)
						}
					})
				}
				callers.Wait()
				require.Equal(t, row.works, failed.Load() == 0)
				require.LessOrEqual(t, client.budget.spent, 100*retryReserve)
			})
		})
	}
}

// Only who is told to come later is invited to.
func TestWhatARetryCosts(t *testing.T) {
	const before = 5 * 100
	for name, row := range map[string]struct {
		statuses   []int
		retryAfter string
		cost       int
	}{
		"no retry":                   {[]int{200}, "1", 0},
		"invited":                    {[]int{429, 429, 429}, "1", 0},
		"invited, and it helped":     {[]int{429, 429, 200}, "1", 0},
		"at once":                    {[]int{429, 429, 429}, "0", 200},
		"a moment ago":               {[]int{429, 429, 429}, "Fri, 31 Dec 1999 23:59:59 GMT", 200},
		"nonsense":                   {[]int{429, 429, 429}, "soon", 200},
		"not said":                   {[]int{429, 429, 429}, "", 200},
		"an outage":                  {[]int{503, 503, 503}, "1", 200},
		"it helped":                  {[]int{503, 503, 200}, "1", 0},
		"it led to another failure":  {[]int{503, 503, 400}, "1", 200},
		"invited by one of the two":  {[]int{503, 429, 503}, "1", 100},
		"invited by one, and helped": {[]int{503, 429, 200}, "1", 0},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				requests := 0
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					requests++
					return reply(req, row.statuses[requests-1], clusterJSON, "Retry-After", row.retryAfter), nil
				})
				client.budget.spent = before
				_ = methods[http.MethodGet](t, client)
				require.Len(t, row.statuses, requests)
				require.Equal(t, row.cost-retriesPerHundred, client.budget.spent-before)
			})
		})
	}
}

// However well it went before, an outage gets no more than the reserve.
func TestTheRetryBudgetDoesNotPileUp(t *testing.T) {
	for name, well := range map[string]func(*retryBudget){
		"calls":            (*retryBudget).call,
		"retries and help": func(b *retryBudget) { b.refund(1) },
	} {
		t.Run(name, func(t *testing.T) {
			var budget retryBudget
			for range 100 * retryReserve {
				well(&budget)
			}
			for range retryReserve {
				require.True(t, budget.take())
			}
			require.False(t, budget.take())
			for range 9 {
				budget.call()
				require.False(t, budget.take())
			}
			budget.call()
			require.True(t, budget.take())
			require.False(t, budget.take())
		})
	}
}

func TestRetriesThatHelpedAreGivenBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		requests := 0
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			if requests++; requests%3 != 0 {
				return reply(req, 503, ``), nil
			}
			return reply(req, 200, clusterJSON), nil
		})
		for range 10 * retryReserve {
			require.NoError(t, methods[http.MethodGet](t, client))
		}
		require.Equal(t, 30*retryReserve, requests)
	})
}
