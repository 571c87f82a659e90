// Faults: each kind over a server, over TLS with HTTP/2, and without a network.

package dataplatformtest

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

// outcome is what a request with a fault came to.
type outcome struct {
	err    error // of the request, or of reading its answer
	status int   // 0: no answer
	header http.Header
	body   string
}

// try sends a request and takes whatever comes.
func (c *caller) try(method, path, body string) outcome {
	return c.tryWith(c.t.Context(), method, path, body)
}

func (c *caller) tryWith(ctx context.Context, method, path, body string) outcome {
	r, err := http.NewRequestWithContext(ctx, method, c.base+path, strings.NewReader(body))
	require.NoError(c.t, err)
	c.auth(r)
	resp, err := c.http.Do(r)
	if err != nil {
		return outcome{err: err}
	}
	raw, err := io.ReadAll(resp.Body)
	_ = resp.Body.Close()
	return outcome{err, resp.StatusCode, resp.Header, string(raw)}
}

// ways are the ways to an API.
func ways(t *testing.T, test func(t *testing.T, way string, c *caller, api *API), opts ...Option) {
	t.Run("transport", func(t *testing.T) {
		t.Parallel()
		api := New(opts...)
		test(t, "transport", callerOf(t, api), api)
	})
	for way, more := range map[string][]Option{"http": nil, "tls": {WithTLS()}} {
		t.Run(way, func(t *testing.T) {
			t.Parallel()
			srv := NewServer(t, append(more, opts...)...)
			test(t, way, overHTTP(t, srv), srv.API)
		})
	}
}

func TestFaultKinds(t *testing.T) {
	t.Parallel()
	only := []Operation{CreateCluster}
	for name, test := range map[string]struct {
		fault   Fault
		effects int // clusters that there are afterwards
		entries int // in the journal
		check   func(t *testing.T, way string, o outcome)
	}{
		"status": {Fault{Kind: FaultStatus, Status: 503}, 0, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, 503, o.status)
			require.JSONEq(t, `{"httpStatus":503,"messages":[{"errorCode":"fault","message":"Service Unavailable, because a fault was asked for"}]}`, o.body)
			require.Empty(t, o.header.Get("Retry-After"))
		}},
		"status with seconds": {Fault{Kind: FaultStatus, Status: 429, RetryAfter: 1500 * time.Millisecond}, 0, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, 429, o.status)
			require.Equal(t, "2", o.header.Get("Retry-After"))
		}},
		"status with a date": {Fault{Kind: FaultStatus, Status: 502, RetryAfter: time.Hour, RetryAfterDate: true}, 0, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, 502, o.status)
			at, err := http.ParseTime(o.header.Get("Retry-After"))
			require.NoError(t, err)
			require.WithinDuration(t, time.Now().Add(time.Hour), at, time.Minute)
		}},
		"status without a name": {Fault{Kind: FaultStatus, Status: 599}, 0, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, 599, o.status)
			require.Contains(t, o.body, `"Status 599, because a fault was asked for"`)
		}},
		"page": {Fault{Kind: FaultStatus, Status: 504, HTML: true}, 0, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, 504, o.status)
			require.Equal(t, "text/html; charset=utf-8", o.header.Get("Content-Type"))
			require.Contains(t, o.body, "<h1>504 Gateway Timeout</h1>")
		}},
		"refuse": {Fault{Kind: FaultRefuse}, 0, 1, func(t *testing.T, way string, o outcome) {
			require.Error(t, o.err)
			if way == "transport" {
				require.ErrorIs(t, o.err, syscall.ECONNREFUSED)
				var op *net.OpError
				require.ErrorAs(t, o.err, &op)
				require.Equal(t, "dial", op.Op)
			}
		}},
		"reset":       {Fault{Kind: FaultReset}, 0, 1, wantReset},
		"reset after": {Fault{Kind: FaultResetAfter}, 1, 1, wantReset},
		"truncate": {Fault{Kind: FaultTruncate}, 1, 1, func(t *testing.T, way string, o outcome) {
			require.Equal(t, 202, o.status)
			require.Error(t, o.err)
			if way != "tls" {
				require.ErrorIs(t, o.err, io.ErrUnexpectedEOF)
			}
			require.NotEmpty(t, o.body)
			require.False(t, json.Valid([]byte(o.body)))
		}},
		"truncate at": {Fault{Kind: FaultTruncate, Size: 10}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.Error(t, o.err)
			require.Len(t, o.body, 10)
		}},
		"garbage": {Fault{Kind: FaultGarbage}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.NoError(t, o.err)
			require.Equal(t, 202, o.status)
			require.Equal(t, "application/json", o.header.Get("Content-Type"))
			require.False(t, json.Valid([]byte(o.body)))
			require.True(t, strings.HasPrefix(o.body, `{"id":"`))
		}},
		"content type": {Fault{Kind: FaultContentType}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, "text/html; charset=utf-8", o.header.Get("Content-Type"))
			require.True(t, json.Valid([]byte(o.body)))
		}},
		"other content type": {Fault{Kind: FaultContentType, ContentType: "text/plain"}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, "text/plain", o.header.Get("Content-Type"))
		}},
		"oversize": {Fault{Kind: FaultOversize, Size: 3 << 20}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.NoError(t, o.err)
			require.Len(t, o.body, 3<<20)
			require.True(t, json.Valid([]byte(o.body)))
		}},
		"duplicate": {Fault{Kind: FaultDuplicate}, 2, 2, func(t *testing.T, _ string, o outcome) {
			require.NoError(t, o.err)
			require.Equal(t, 202, o.status)
		}},
		"drip": {Fault{Kind: FaultDrip, Pause: time.Microsecond, Size: 100}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.NoError(t, o.err)
			require.True(t, json.Valid([]byte(o.body)))
		}},
		"latency": {Fault{Kind: FaultLatency, Latency: time.Millisecond}, 1, 1, func(t *testing.T, _ string, o outcome) {
			require.NoError(t, o.err)
			require.Equal(t, 202, o.status)
		}},
		"clock skew": {Fault{Kind: FaultClockSkew, Skew: -48 * time.Hour}, 1, 1, func(t *testing.T, _ string, o outcome) {
			at, err := http.ParseTime(o.header.Get("Date"))
			require.NoError(t, err)
			require.WithinDuration(t, time.Now().Add(-48*time.Hour), at, time.Minute)
		}},
		"expired token": {Fault{Kind: FaultExpireToken}, 0, 1, func(t *testing.T, _ string, o outcome) {
			require.Equal(t, 401, o.status)
			require.Contains(t, o.body, "have expired")
		}},
	} {
		test.fault.Operations, test.fault.Count = only, 1
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ways(t, func(t *testing.T, way string, c *caller, api *API) {
				test.check(t, way, c.try("POST", "/clusters", clusterBody("one")))
				if test.fault.Kind == FaultExpireToken {
					c.refused(401, "GET", "/clusters", "")
					c = c.as(bearer("other"))
				}
				require.Len(t, c.get("/clusters").items(), test.effects)
				var entries []Entry
				for _, e := range api.Journal() {
					if e.Operation == CreateCluster {
						entries = append(entries, e)
						require.Equal(t, test.fault.Kind, e.Fault)
						require.Equal(t, test.effects > 0, e.Effect == Create)
					}
				}
				require.Len(t, entries, test.entries)
				c.want(202, "POST", "/clusters", clusterBody("two"))
				require.Equal(t, 1, api.Faults().List()[0].Hits)
			}, WithFaults(test.fault), WithPeople(Person{Token: "token", Tokens: []Token{{Value: "other"}}}))
		})
	}
}

func wantReset(t *testing.T, way string, o outcome) {
	require.Error(t, o.err)
	require.Zero(t, o.status)
	if way == "transport" {
		require.ErrorIs(t, o.err, syscall.ECONNRESET)
	}
}

func TestFaultsCompose(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := inProcess(t, WithFaults(
			Fault{Kind: FaultLatency, Latency: time.Second},
			Fault{Kind: FaultClockSkew, Skew: time.Hour},
			Fault{Kind: FaultStatus, Status: 503, RetryAfter: time.Minute, RetryAfterDate: true, Latency: 2 * time.Second, Count: 1},
			Fault{Kind: FaultStatus, Status: 500, Count: 1},
			Fault{Kind: FaultDrip, Pause: time.Second, Size: 1 << 10},
		))
		start := time.Now()
		o := c.try("GET", "/versions", "")
		require.Equal(t, 503, o.status, "the first one that ends the request wins")
		at, err := http.ParseTime(o.header.Get("Retry-After"))
		require.NoError(t, err)
		require.Equal(t, start.Add(3*time.Second+time.Hour+time.Minute).Unix()+1, at.Unix())
		require.Equal(t, 4*time.Second, time.Since(start), "three before, one for the only piece")
		require.Equal(t, 500, c.try("GET", "/versions", "").status)
		require.Equal(t, 200, c.try("GET", "/versions", "").status)
	})
}

// TestDripTakesItsTime checks that an answer comes slowly without being told how.
// TestSpoiltAnswersDrip is about faults of an answer that comes in pieces.
func TestSpoiltAnswersDrip(t *testing.T) {
	t.Parallel()
	drip := Fault{Kind: FaultDrip, Size: 1 << 10, Pause: 1}
	for _, faults := range [][]Fault{{{Kind: FaultGarbage}}, {{Kind: FaultGarbage}, drip}} {
		c := inProcess(t, WithErrorPages(), WithFaults(faults...)).as(bearer("wrong"))
		out := c.try("GET", "/versions", "")
		require.Equal(t, "application/json", out.header.Get("Content-Type"), "no page in its place")
		require.False(t, json.Valid([]byte(out.body)), out.body)
	}
	ways(t, func(t *testing.T, _ string, c *caller, _ *API) {
		garbage := c.try("GET", "/versions", "")
		require.NoError(t, garbage.err)
		require.False(t, json.Valid([]byte(garbage.body)), garbage.body)
		typed := c.try("GET", "/versions", "")
		require.Equal(t, "text/html; charset=utf-8", typed.header.Get("Content-Type"))
	}, WithFaults(drip, Fault{Kind: FaultGarbage, Count: 1}, Fault{Kind: FaultContentType}))
}

func TestDripTakesItsTime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := inProcess(t, WithFaults(Fault{Kind: FaultDrip}))
		start := time.Now()
		o := c.try("GET", "/versions", "")
		require.NoError(t, o.err)
		pieces := (len(o.body) + 15) / 16
		require.Equal(t, time.Duration(pieces)*10*time.Millisecond, time.Since(start))
	})
}
