package ionoscloud

import (
	"context"
	"io"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestPassingTrouble(t *testing.T) {
	available := clusterIs(`"state":"AVAILABLE"`)
	for name, trouble := range map[string]func(*http.Request) (*http.Response, error){
		"500":               says(500, `{}`),
		"503":               says(503, `{}`),
		"408":               says(408, `{}`),
		"429":               says(429, `{}`),
		"a gateway's page":  says(200, `<html>`, "Content-Type", "text/html"),
		"an empty answer":   says(200, ``),
		"half an answer":    says(200, `{"id":`),
		"no answer":         func(*http.Request) (*http.Response, error) { return nil, io.ErrUnexpectedEOF },
		"never an answer":   hang,
		"an endless answer": func(req *http.Request) (*http.Response, error) { return endless(req), nil },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client := clientOver(script(trouble, trouble, trouble, available))
				var told []error
				_, err := client.AwaitCluster(t.Context(), testClusterID, UntilAvailable(), WithProgress(func(p Progress) { told = append(told, p.Err) }))
				require.NoError(t, err)
				if name != "503" && name != "429" && name != "no answer" { // three tries are one look
					require.Error(t, told[0])
				}
				require.NoError(t, told[len(told)-1])

				began := time.Now()
				client = clientOver(script(clusterIs(`"state":"DEPLOYING"`), trouble))
				_, err = client.AwaitCluster(t.Context(), testClusterID, UntilAvailable(), WithTolerance(90*time.Second))
				require.Error(t, err)
				require.GreaterOrEqual(t, time.Since(began), 90*time.Second)
				require.Less(t, time.Since(began), 3*time.Minute)
				require.ErrorContains(t, err, "last seen DEPLOYING")

				// The context's end is the reason, the trouble an explanation.
				ctx, cancel := context.WithTimeout(t.Context(), 150*time.Second)
				defer cancel()
				client = clientOver(trouble)
				_, err = client.AwaitCluster(ctx, testClusterID, UntilAvailable(), WithTolerance(time.Hour))
				require.ErrorIs(t, err, context.DeadlineExceeded)
				require.ErrorContains(t, err, "the last look: ")
			})
		})
	}
}

// Pauses that are longer than trouble is tolerated do not count as trouble.
func TestTroubleAfterALongPause(t *testing.T) {
	available, deploying := clusterIs(`"state":"AVAILABLE"`), clusterIs(`"state":"DEPLOYING"`)
	long := says(200, `{"id":"`+testClusterID+`","metadata":{"state":"DEPLOYING"}}`, "Retry-After", "300")
	for _, row := range []struct {
		first func(*http.Request) (*http.Response, error)
		opts  []WaitOption
	}{
		{long, nil},
		{deploying, []WaitOption{WithInterval(10*time.Minute, 10*time.Minute)}},
	} {
		synctest.Test(t, func(t *testing.T) {
			client := clientOver(script(row.first, says(500, `{}`), deploying, says(500, `{}`), available))
			_, err := client.AwaitCluster(t.Context(), testClusterID, UntilAvailable(), row.opts...)
			require.NoError(t, err)
		})
	}
}

// hang never answers.
func hang(req *http.Request) (*http.Response, error) {
	<-req.Context().Done()
	return nil, req.Context().Err()
}

// endless begins an answer and never ends it.
func endless(req *http.Request) *http.Response {
	resp := reply(req, 200, "")
	resp.ContentLength = -1
	resp.Body = io.NopCloser(readerFunc(func([]byte) (int, error) {
		<-req.Context().Done()
		return 0, req.Context().Err()
	}))
	return resp
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func TestTroubleThatDoesNotPass(t *testing.T) {
	for _, status := range []int{400, 401, 403, 409} {
		synctest.Test(t, func(t *testing.T) {
			client := clientOver(says(status, `{"httpStatus":1,"messages":[{"message":"for a reason"}]}`))
			began := time.Now()
			_, err := client.AwaitCluster(t.Context(), testClusterID, UntilAvailable())
			require.ErrorContains(t, err, "for a reason")
			require.Zero(t, time.Since(began))
			// A list that is not found is no list without clusters.
			client = clientOver(says(404, `{}`))
			_, err = client.AwaitAll(t.Context(), []Wait{ClusterWait(testClusterID, UntilDeleted()), ClusterWait(testNodePoolID, UntilDeleted())})
			require.ErrorIs(t, err, ErrNotFound)
		})
	}
	require.False(t, isPassing(io.EOF))
}

// What a call would not wait for, the wait does: nothing is sent before.
func TestNothingIsSentBeforeALongRetryAfter(t *testing.T) {
	for _, status := range []int{429, 503} {
		synctest.Test(t, func(t *testing.T) {
			log := &requestLog{next: script(says(status, `{}`, "Retry-After", "40"), clusterIs(`"state":"AVAILABLE"`))}
			_, err := clientThrough(log).AwaitCluster(t.Context(), testClusterID, UntilAvailable())
			require.NoError(t, err)
			require.Len(t, log.at, 2)
			require.GreaterOrEqual(t, log.at[1].Sub(log.at[0]), 40*time.Second)

			log = &requestLog{next: script(says(status, `{}`, "Retry-After", "40"), says(200, `{"items":[]}`),
				says(429, `{}`, "Retry-After", "50"), says(200, `{"items":[]}`), says(403, `{}`))}
			_, err = clientThrough(log).EnsureCluster(t.Context(), createRequest())
			require.ErrorIs(t, err, ErrForbidden)
			require.Len(t, log.at, 5)
			require.GreaterOrEqual(t, log.at[1].Sub(log.at[0]), 40*time.Second)
			require.GreaterOrEqual(t, log.at[3].Sub(log.at[2]), 50*time.Second)

			// A call by itself comes back after MaxWaitTime, as always.
			log = &requestLog{next: script(says(status, `{}`, "Retry-After", "40"), clusterIs(`"state":"AVAILABLE"`))}
			began := time.Now()
			_, _, err = clientThrough(log).DataPlatformClusterApi.GetCluster(t.Context(), testClusterID).Execute()
			require.NoError(t, err)
			require.Equal(t, defaultMaxWaitTime, time.Since(began))
		})
	}
}

// What the service asked for after one create is over with the next.
func TestARetryAfterIsForOneCreate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		none := says(200, `{"items":[]}`)
		log := &requestLog{next: script(none, says(503, `{}`, "Retry-After", "40"), none, says(409, `{}`), none, none)}
		_, err := clientThrough(log).EnsureCluster(t.Context(), createRequest())
		require.ErrorIs(t, err, ErrConflict)
		require.Len(t, log.at, 6)
		require.Equal(t, 40*time.Second, log.at[2].Sub(log.at[1]))
		require.Equal(t, 2*time.Second, log.at[4].Sub(log.at[3]))
	})
}

// A gateway that does not find the service says nothing about a resource that
// was there, nor does it delete one that was never seen.
func TestA404ThatIsAPage(t *testing.T) {
	page := says(404, "\n<html>default backend", "Content-Type", "text/html")
	destroying, gone := clusterIs(`"state":"DESTROYING"`), says(404, `{}`)
	synctest.Test(t, func(t *testing.T) {
		log := &requestLog{next: script(destroying, page, page, destroying, gone)}
		_, err := clientThrough(log).AwaitCluster(t.Context(), testClusterID, UntilDeleted())
		require.NoError(t, err)
		require.Len(t, log.all(), 5)

		log = &requestLog{next: script(clusterIs(`"state":"UPDATING"`), page, clusterIs(`"state":"AVAILABLE"`))}
		client := clientThrough(log)
		_, err = client.Await(t.Context()).Cluster(client.DataPlatformClusterApi.PatchCluster(t.Context(), testClusterID).PatchClusterRequest(patchRequest()).Execute())
		require.NoError(t, err)
		require.Len(t, log.all(), 3)

		began := time.Now()
		client = clientOver(page)
		_, err = client.AwaitCluster(t.Context(), testClusterID, UntilDeleted())
		require.ErrorIs(t, err, ErrNotFound)
		_, err = client.AwaitAll(t.Context(), []Wait{
			NodePoolWait(testClusterID, testNodePoolID, UntilDeleted()), NodePoolWait(testClusterID, testClusterID, UntilDeleted()),
		})
		require.ErrorIs(t, err, ErrNotFound)
		_, err = client.Await(t.Context()).Cluster(client.DataPlatformClusterApi.DeleteCluster(t.Context(), testClusterID).Execute())
		require.ErrorIs(t, err, ErrNotFound)
		require.Zero(t, time.Since(began))
	})
}

func TestRetryAfterIsRespected(t *testing.T) {
	for name, row := range map[string]struct {
		answer  func(*http.Request) (*http.Response, error)
		longest time.Duration
		pause   time.Duration
	}{
		"429":            {says(429, `{}`, "Retry-After", "40"), time.Minute, 40 * time.Second},
		"503":            {says(503, `{}`, "Retry-After", "40"), time.Minute, 40 * time.Second},
		"200":            {says(200, `{"id":"`+testClusterID+`","metadata":{"state":"DEPLOYING"}}`, "Retry-After", "40"), time.Minute, 40 * time.Second},
		"a long one":     {says(503, `{}`, "Retry-After", "86400"), time.Hour, 5 * time.Minute},
		"a shorter one":  {says(503, `{}`, "Retry-After", "0"), time.Minute, 800 * time.Millisecond},
		"none, for good": {says(503, `{}`), time.Minute, 800 * time.Millisecond},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				log := &requestLog{next: script(row.answer, clusterIs(`"state":"AVAILABLE"`))}
				client := clientThrough(log)
				client.cfg.MaxRetries = 1
				_, err := client.AwaitCluster(t.Context(), testClusterID, UntilAvailable(), WithTolerance(time.Hour))
				require.NoError(t, err)
				require.Len(t, log.at, 2)
				require.GreaterOrEqual(t, log.at[1].Sub(log.at[0]), row.pause)
				require.LessOrEqual(t, log.at[1].Sub(log.at[0]), row.pause+time.Second)
			})
		})
	}
}
