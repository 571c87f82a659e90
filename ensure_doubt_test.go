package ionoscloud

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/stretchr/testify/require"
)

// twin is one of two clusters that have the name.
func twin(n int, created, by, state string) string {
	return fmt.Sprintf(`{"id":"%08d-0000-4000-8000-000000000000","properties":{"name":"lake","datacenterId":%q},`+
		`"metadata":{"createdDate":%q,"createdByUserId":%q,"state":%q}}`, n, testClusterID, created, by, state)
}

// A call that has no answer to its create finds two. It removes the later one if
// that can only have come from calls like itself, and says so otherwise.
func TestTwoAndADoubt(t *testing.T) {
	const (
		date = "Sat, 01 Jan 2000 00:00:10 GMT" // of the look that finds none
		at8  = "2000-01-01T00:00:08Z"
		at12 = "2000-01-01T00:00:12.5Z"
		at13 = "2000-01-01T00:00:13Z"
		long = "1999-06-01T00:00:00Z"
	)
	for name, row := range map[string]struct {
		date    string
		first   string
		second  string
		deletes int
		answer  int // of a DELETE
		ok      bool
	}{
		"both since the look":      {date, twin(1, at12, "anna", StateAvailable), twin(2, at13, "anna", StateDeploying), 1, 202, true},
		"at once, by id":           {date, twin(1, at12, "anna", StateAvailable), twin(2, at12, "anna", StateBusy), 1, 202, true},
		"a clock a bit behind":     {date, twin(1, at8, "anna", StateAvailable), twin(2, at12, "anna", StateAvailable), 1, 202, true},
		"it is gone already":       {date, twin(1, at12, "anna", StateAvailable), twin(2, at13, "anna", StateAvailable), 1, 404, true},
		"it may not go":            {date, twin(1, at12, "anna", StateAvailable), twin(2, at13, "anna", StateAvailable), 1, 403, false},
		"made long before":         {date, twin(1, long, "anna", StateAvailable), twin(2, at12, "anna", StateAvailable), 0, 202, false},
		"made by others":           {date, twin(1, at12, "anna", StateAvailable), twin(2, at13, "paul", StateAvailable), 0, 202, false},
		"made by others, and BUSY": {date, twin(1, at12, "anna", StateAvailable), twin(2, at13, "paul", StateBusy), 0, 202, false},
		"no Date":                  {"", twin(1, at12, "anna", StateAvailable), twin(2, at13, "anna", StateAvailable), 0, 202, false},
		"no createdDate": {date, twin(1, at12, "anna", StateAvailable),
			strings.Replace(twin(2, at13, "anna", StateAvailable), `"createdDate":"`+at13+`",`, "", 1), 0, 202, false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				posted, deleted := false, []string{}
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					switch {
					case req.Method == http.MethodPost:
						posted = true
						return nil, errors.New("connection reset by peer")
					case req.Method == http.MethodDelete:
						deleted = append(deleted, req.URL.Path)
						return reply(req, row.answer, `{}`), nil
					case !posted:
						return reply(req, 200, `{"items":[]}`, "Date", row.date), nil
					}
					return reply(req, 200, `{"items":[`+row.second+`,`+row.first+`]}`, "Date", row.date), nil
				})
				e, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
				require.Len(t, deleted, row.deletes)
				for _, path := range deleted {
					require.True(t, strings.HasSuffix(path, "/00000002-0000-4000-8000-000000000000"), path)
				}
				if row.ok {
					require.NoError(t, err)
					require.True(t, strings.HasPrefix(*e.Cluster.Id, "00000001-"))
					return
				}
				var duplicate *DuplicateError
				require.ErrorAs(t, err, &duplicate)
				require.Len(t, duplicate.IDs, 2)
			})
		})
	}
}

// A call that knows what its create did leaves those of others, however alike
// they are.
func TestTwoAndNoDoubt(t *testing.T) {
	const date = "Sat, 01 Jan 2000 00:00:10 GMT"
	others := twin(1, "2000-01-01T00:00:12Z", "anna", StateAvailable) + "," + twin(2, "2000-01-01T00:00:12.5Z", "anna", StateAvailable)
	own := twin(3, "2000-01-01T00:00:13Z", "anna", StateDeploying)
	for name, row := range map[string]struct {
		status  int // of the create's answer
		deletes []string
	}{
		"it was refused":            {http.StatusConflict, nil},
		"it made one and it may go": {http.StatusAccepted, []string{"00000003-0000-4000-8000-000000000000"}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var deleted []string
				items := ""
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					switch req.Method {
					case http.MethodPost:
						if items = others; row.status == http.StatusAccepted {
							items += "," + own
						}
						return reply(req, row.status, own), nil
					case http.MethodDelete:
						deleted = append(deleted, path.Base(req.URL.Path))
						items = others
						return reply(req, 202, own), nil
					}
					return reply(req, 200, `{"items":[`+items+`]}`, "Date", date), nil
				})
				_, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
				require.Equal(t, row.deletes, deleted)
				var duplicate *DuplicateError
				require.ErrorAs(t, err, &duplicate)
			})
		})
	}
}

// What got no answer, or met a conflict, is looked up twice: lists may show it
// later than a second after.
func TestADoubtAndAListThatLagsBehind(t *testing.T) {
	for name, answer := range map[string]func(*http.Request) (*http.Response, error){
		"lost":       func(*http.Request) (*http.Response, error) { return nil, errors.New("connection reset by peer") },
		"504":        says(504, `{}`),
		"a conflict": says(409, `{}`),
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var posted []time.Time
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					switch {
					case req.Method == http.MethodPost:
						posted = append(posted, time.Now())
						return answer(req)
					case len(posted) == 0 || time.Since(posted[0]) < 2500*time.Millisecond:
						return reply(req, 200, `{"items":[]}`), nil
					}
					return reply(req, 200, `{"items":[`+twin(1, "2000-01-01T00:00:12.5Z", "anna", StateDeploying)+`]}`), nil
				})
				_, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
				require.NoError(t, err)
				require.Len(t, posted, 1)
			})
		})
	}
}

// A list that does not show what this call has made does not show what others
// have made either.
func TestALaggingListAndARival(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var posted time.Time
		deletes := 0
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			switch {
			case req.Method == http.MethodPost:
				posted = time.Now()
				return reply(req, 202, twin(2, "2000-01-01T00:00:12.5Z", "anna", StateDeploying)), nil
			case req.Method == http.MethodDelete:
				deletes++
				return reply(req, 202, twin(2, "2000-01-01T00:00:12.5Z", "anna", StateDestroying)), nil
			case posted.IsZero() || time.Since(posted) < 3*time.Second:
				return reply(req, 200, `{"items":[]}`), nil
			}
			return reply(req, 200, `{"items":[`+twin(1, "2000-01-01T00:00:12Z", "anna", StateDeploying)+`,`+
				twin(2, "2000-01-01T00:00:12.5Z", "anna", StateDeploying)+`]}`), nil
		})
		e, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
		require.NoError(t, err)
		require.False(t, e.Created)
		require.Equal(t, 1, deletes)
		require.True(t, strings.HasPrefix(*e.Cluster.Id, "00000001-"))
	})
}

// Creates that are out of order for a while are trouble that passes.
func TestCreatesThatAreOutOfOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New().Transport()
		began := time.Now()
		var at []time.Duration
		client := clientThrough(between(api, func(req *http.Request) (*http.Response, error) {
			if req.Method != http.MethodPost {
				return nil, nil
			}
			at = append(at, time.Since(began))
			switch {
			case len(at) == 1:
				return reply(req, 503, `{}`, "Retry-After", "40"), nil
			case time.Since(began) < 2*time.Minute:
				return reply(req, 503, `{}`), nil
			}
			return nil, nil
		}))
		e, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
		require.NoError(t, err)
		require.True(t, e.Created)
		require.GreaterOrEqual(t, at[1], 40*time.Second)
	})
}

// Another program has just made one, and a third is about to make one that has
// the better right: who finds the first alone must look again.
func TestOneThatIsFresh(t *testing.T) {
	const date = "Sat, 01 Jan 2000 00:00:10 GMT"
	old, fresh := "2000-01-01T00:00:08.9Z", "2000-01-01T00:00:10.4Z"
	for name, row := range map[string]struct {
		date    string
		created string
		again   bool // it looks again
	}{
		"fresh":   {date, fresh, true},
		"settled": {date, old, false},
		"no Date": {"", fresh, false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				looks := 0
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					require.Equal(t, http.MethodGet, req.Method)
					items := twin(2, row.created, "anna", StateDeploying)
					if looks++; looks == 2 {
						items = strings.Replace(items, StateDeploying, StateBusy, 1) + "," + twin(1, row.created, "paul", StateDeploying)
					}
					if looks > 2 {
						items = twin(1, row.created, "paul", StateDeploying)
					}
					return reply(req, 200, `{"items":[`+items+`]}`, "Date", row.date), nil
				})
				e, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
				require.NoError(t, err)
				require.False(t, e.Created)
				require.Equal(t, row.again, looks > 1)
				require.Equal(t, row.again, strings.HasPrefix(*e.Cluster.Id, "00000001-"))
			})
		})
	}
}

// One that is on its way out is nobody who was quicker: a rate limit is waited
// out beside it as ever.
func TestARateLimitAndOneThatLeaves(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		items := twin(1, "2000-01-01T00:00:00Z", "anna", StateDestroying)
		began := time.Now()
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			if req.Method == http.MethodGet {
				return reply(req, 200, `{"items":[`+items+`]}`), nil
			}
			if time.Since(began) < 4*time.Minute {
				return reply(req, 429, `{}`), nil
			}
			created := twin(2, "2000-01-01T00:04:00Z", "anna", StateDeploying)
			items += "," + created
			return reply(req, 202, created), nil
		})
		e, err := client.EnsureCluster(t.Context(), clusterOrder("lake"))
		require.NoError(t, err)
		require.True(t, e.Created)
	})
}

// Calls that end before they could look, and are repeated at once, make no
// second one, though a list may show the first only a moment later.
func TestImpatientCallsAndAListThatLagsBehind(t *testing.T) {
	for name, answer := range map[string]func(req *http.Request, created string) (*http.Response, error){
		"answered": func(req *http.Request, created string) (*http.Response, error) { return reply(req, 202, created), nil },
		"lost":     func(req *http.Request, _ string) (*http.Response, error) { return hang(req) },
		"a panic":  func(*http.Request, string) (*http.Response, error) { panic("a transport's") },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var created []string
				var since time.Time
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					switch {
					case req.Method == http.MethodPost:
						since = time.Now()
						created = append(created, twin(len(created)+1, "2000-01-01T00:00:12Z", "anna", StateDeploying))
						return answer(req, created[len(created)-1])
					case time.Since(since) < 900*time.Millisecond:
						return reply(req, 200, `{"items":[]}`), nil
					}
					return reply(req, 200, `{"items":[`+strings.Join(created, ",")+`]}`), nil
				})
				for tries := 0; ; tries++ {
					began := time.Now()
					ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
					err := errors.New("a panic")
					func() {
						defer func() { _ = recover() }()
						_, err = client.EnsureCluster(ctx, clusterOrder("lake"))
					}()
					cancel()
					require.LessOrEqual(t, time.Since(began), 300*time.Millisecond)
					if err == nil {
						break
					}
					require.Less(t, tries, 10)
				}
				require.Len(t, created, 1)
			})
		})
	}
}
