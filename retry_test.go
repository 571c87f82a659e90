package ionoscloud

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestStatusesAreRetriedByMethod(t *testing.T) {
	never := map[string]bool{}
	for status, retried := range map[int]map[string]bool{
		400: never, 401: never, 403: never, 404: never, 409: never, 422: never, 500: never, 501: never,
		429: {"GET": true, "PATCH": true, "DELETE": true, "POST": true},
		502: {"GET": true, "PATCH": true, "DELETE": true},
		503: {"GET": true, "PATCH": true, "DELETE": true},
		504: {"GET": true, "PATCH": true, "DELETE": true},
	} {
		for method, call := range methods {
			t.Run(fmt.Sprintf("%d %s", status, method), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					requests := 0
					client := clientOver(func(req *http.Request) (*http.Response, error) {
						requests++
						require.Equal(t, method, req.Method)
						return reply(req, status, `{}`), nil
					})
					err := call(t, client)
					var apiError GenericOpenAPIError
					require.ErrorAs(t, err, &apiError)
					require.Equal(t, status, apiError.StatusCode())
					want := 1
					if retried[method] {
						want = 3
					}
					require.Equal(t, want, requests)
				})
			})
		}
	}
}

func TestNetworkErrorsAreRetriedWhereThatIsSafe(t *testing.T) {
	refused := &net.OpError{Op: "dial", Net: "tcp", Err: errors.New("connection refused")}
	reset := &net.OpError{Op: "read", Net: "tcp", Err: errors.New("connection reset by peer")}
	for name, row := range map[string]struct {
		err                     error
		requests, requests4Post int
	}{
		"no connection was made": {refused, 3, 3},
		"no proxy was reached":   {&net.OpError{Op: "proxyconnect", Err: refused}, 3, 3},
		"the connection broke":   {reset, 3, 1},
		"end of file":            {io.ErrUnexpectedEOF, 3, 1},
		"not the pinned server":  {fmt.Errorf("handshake: %w", errPinMismatch), 1, 1},
		"an unknown authority":   {x509.UnknownAuthorityError{}, 1, 1},
		"another one's name":     {x509.HostnameError{Certificate: &x509.Certificate{}, Host: "service.test"}, 1, 1},
		"an old certificate":     {x509.CertificateInvalidError{Cert: &x509.Certificate{}, Reason: x509.Expired}, 1, 1},
		"a bad certificate":      {&tls.CertificateVerificationError{Err: errors.New("bad")}, 1, 1},
		"no TLS":                 {tls.RecordHeaderError{Msg: "first record does not look like a TLS handshake"}, 1, 1},
		"no TLS but HTTP":        {http.ErrSchemeMismatch, 1, 1},
	} {
		for method, call := range methods {
			t.Run(name+" "+method, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					requests := 0
					client := clientOver(func(*http.Request) (*http.Response, error) {
						requests++
						return nil, row.err
					})
					err := call(t, client)
					require.ErrorIs(t, err, row.err)
					want := row.requests
					if method == http.MethodPost {
						want = row.requests4Post
					}
					require.Equal(t, want, requests)
					require.Equal(t, want == 3 || name == "the connection broke" || name == "end of file", errors.Is(err, ErrUnavailable))
				})
			})
		}
	}
}

func TestTheRequestOfARetryIsWholeAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var bodies []string
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			body, err := io.ReadAll(req.Body)
			require.NoError(t, err)
			bodies = append(bodies, string(body))
			require.Equal(t, "application/json", req.Header.Get("Content-Type"))
			require.Equal(t, []string{"Bearer token"}, req.Header["Authorization"])
			if len(bodies) < 3 {
				return reply(req, 429, ``), nil
			}
			return reply(req, 202, clusterJSON), nil
		}, func(cfg *Configuration) { cfg.Token = "token" })
		require.NoError(t, methods[http.MethodPost](t, client))
		require.Len(t, bodies, 3)
		require.JSONEq(t, `{"properties":{"name":"lake","datacenterId":"`+testClusterID+`"}}`, bodies[0])
		require.Equal(t, bodies[0], bodies[1])
		require.Equal(t, bodies[0], bodies[2])
	})
}

// http.Client puts the cookies of a jar into the very request that it is given.
func TestTheCookiesOfARetryAreThoseOfTheFirstTry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var cookies []string
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			cookies = append(cookies, req.Header.Get("Cookie"))
			return reply(req, 503, ``), nil
		})
		jar, err := cookiejar.New(nil)
		require.NoError(t, err)
		jar.SetCookies(&url.URL{Scheme: "https", Host: "service.test"}, []*http.Cookie{{Name: "node", Value: "7"}})
		client.GetConfig().HTTPClient.Jar = jar
		require.ErrorIs(t, methods[http.MethodGet](t, client), ErrUnavailable)
		require.Equal(t, []string{"node=7", "node=7", "node=7"}, cookies)
	})
}

func TestAnAnswerThatIsTooLargeIsNotAskedForAgain(t *testing.T) {
	requests := 0
	client := clientOver(func(req *http.Request) (*http.Response, error) {
		requests++
		return reply(req, 200, clusterJSON), nil
	}, func(cfg *Configuration) { cfg.MaxResponseBytes = 10 })
	require.ErrorIs(t, methods[http.MethodGet](t, client), ErrBodyTooLarge)
	require.Equal(t, 1, requests)
}

func TestTheTimeOfACallIsThatOfItsLastTry(t *testing.T) {
	for name, last := range map[string]roundTripper{
		"an answer": says(200, clusterJSON),
		"no answer": func(*http.Request) (*http.Response, error) { return nil, io.ErrUnexpectedEOF },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				requests := 0
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					if requests++; requests == 1 {
						time.Sleep(time.Minute)
						return reply(req, 503, ``), nil
					}
					time.Sleep(3 * time.Second)
					return last(req)
				}, func(cfg *Configuration) { cfg.MaxRetries = 2 })
				_, resp, _ := client.DataPlatformClusterApi.GetCluster(t.Context(), testClusterID).Execute()
				require.Equal(t, 3*time.Second, resp.RequestTime)
			})
		})
	}
}

func TestMaxRetriesCountsTries(t *testing.T) {
	for maxRetries, want := range map[int]int{-1: 1, 0: 1, 1: 1, 2: 2, 5: 5} {
		synctest.Test(t, func(t *testing.T) {
			requests := 0
			client := clientOver(func(req *http.Request) (*http.Response, error) {
				requests++
				return reply(req, 503, ``), nil
			}, func(cfg *Configuration) { cfg.MaxRetries = maxRetries })
			require.ErrorIs(t, methods[http.MethodGet](t, client), ErrUnavailable)
			require.Equal(t, want, requests)
		})
	}
}

func TestPausesFollowTheService(t *testing.T) {
	for name, row := range map[string]struct {
		header string // "now+3s" stands for a date
		least  time.Duration
		most   time.Duration
	}{
		"seconds":           {"1", time.Second, time.Second},
		"zero":              {"0", 0, 0},
		"a date":            {"now+2s", 2 * time.Second, 2 * time.Second},
		"a date gone by":    {"now-9s", 0, 0},
		"beyond the bound":  {"3600", 2 * time.Second, 2 * time.Second},
		"beyond a duration": {"9223372037", 2 * time.Second, 2 * time.Second},
		"far beyond":        {"99999999999999999999999999", 2 * time.Second, 2 * time.Second},
		"a far date":        {"now+9000h", 2 * time.Second, 2 * time.Second},
		"nothing":           {"", 100 * time.Millisecond, 200 * time.Millisecond},
		"nonsense":          {"soon", 100 * time.Millisecond, 200 * time.Millisecond},
		"negative":          {"-5", 100 * time.Millisecond, 200 * time.Millisecond},
	} {
		for _, status := range []int{429, 503} {
			t.Run(fmt.Sprint(name, " ", status), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					var at []time.Time
					client := clientOver(func(req *http.Request) (*http.Response, error) {
						at = append(at, time.Now())
						value := row.header
						if len(value) > 3 && value[:3] == "now" {
							after, err := time.ParseDuration(value[3:])
							require.NoError(t, err)
							value = time.Now().Add(after).UTC().Format(http.TimeFormat)
						}
						return reply(req, status, ``, "Retry-After", value), nil
					}, func(cfg *Configuration) { cfg.MaxRetries = 2 })
					require.Error(t, methods[http.MethodGet](t, client))
					require.Len(t, at, 2)
					pause := at[1].Sub(at[0])
					require.GreaterOrEqual(t, pause, row.least)
					require.LessOrEqual(t, pause, row.most)
				})
			})
		}
	}
}

func TestRetryAfterDatesAreTakenByTheServicesClock(t *testing.T) {
	theirs := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	header := http.Header{
		"Date":        {theirs.Format(http.TimeFormat)},
		"Retry-After": {theirs.Add(7 * time.Second).Format(http.TimeFormat)},
	}
	pause, ok := retryAfter(header, time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC))
	require.True(t, ok)
	require.Equal(t, 7*time.Second, pause)
}

func TestBackoffGrowsWithFullJitterWithinItsBounds(t *testing.T) {
	cfg := &Configuration{WaitTime: 100 * time.Millisecond, MaxWaitTime: 2 * time.Second}
	for tries, ceiling := range map[int]time.Duration{
		1: 200 * time.Millisecond, 2: 400 * time.Millisecond, 3: 800 * time.Millisecond,
		4: 1600 * time.Millisecond, 5: 2 * time.Second, 6: 2 * time.Second, 1 << 40: 2 * time.Second,
	} {
		low, high := ceiling, time.Duration(0)
		for range 2000 {
			pause := pauseBefore(cfg, tries, nil)
			require.GreaterOrEqual(t, pause, cfg.WaitTime)
			require.LessOrEqual(t, pause, ceiling)
			low, high = min(low, pause), max(high, pause)
		}
		require.Less(t, low, cfg.WaitTime+(ceiling-cfg.WaitTime)/10, "jitter reaches down")
		require.Greater(t, high, ceiling-(ceiling-cfg.WaitTime)/10, "jitter reaches up")
	}
}

func TestOddWaitTimesAreTakenAsTheyAre(t *testing.T) {
	for name, row := range map[string]struct{ wait, most, want time.Duration }{
		"none":                {0, 0, 0},
		"none at first":       {0, time.Second, 0},
		"negative":            {-time.Second, -time.Second, 0},
		"no longest":          {time.Second, 0, 0},
		"longer than longest": {time.Minute, time.Second, time.Second},
		"both the same":       {time.Second, time.Second, time.Second},
	} {
		cfg := &Configuration{WaitTime: row.wait, MaxWaitTime: row.most}
		require.Equal(t, row.want, pauseBefore(cfg, 1, nil), name)
		require.Equal(t, row.want, pauseBefore(cfg, 60, nil), name)
	}
}

func TestTheEndOfTheContextEndsAPauseAtOnce(t *testing.T) {
	for name, end := range map[string]func(context.Context) (context.Context, context.CancelFunc){
		"cancelled": func(ctx context.Context) (context.Context, context.CancelFunc) {
			ctx, cancel := context.WithCancel(ctx)
			time.AfterFunc(time.Second, cancel)
			return ctx, cancel
		},
		"cancelled with a cause": func(ctx context.Context) (context.Context, context.CancelFunc) {
			ctx, cancel := context.WithCancelCause(ctx)
			time.AfterFunc(time.Second, func() { cancel(errors.New("enough")) })
			return ctx, func() { cancel(nil) }
		},
		"deadline": func(ctx context.Context) (context.Context, context.CancelFunc) {
			return context.WithTimeout(ctx, time.Second)
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					return reply(req, 503, `{}`, "Retry-After", "60"), nil
				}, func(cfg *Configuration) { cfg.MaxWaitTime = time.Hour })
				ctx, cancel := end(t.Context())
				defer cancel()
				start := time.Now()
				_, resp, err := client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
				require.Equal(t, time.Second, time.Since(start))
				require.ErrorIs(t, err, ctx.Err())
				require.ErrorIs(t, err, ErrUnavailable, "what was being waited out is told too")
				require.Equal(t, 503, resp.StatusCode)
			})
		})
	}
}

func TestThePauseAfterANetworkErrorTellsBoth(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		broken := errors.New("no route to host")
		client := clientOver(func(*http.Request) (*http.Response, error) { return nil, broken })
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		_, _, err := client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.ErrorIs(t, err, broken)
	})
}

func TestAContextThatHasEndedSendsNothing(t *testing.T) {
	client := clientOver(func(*http.Request) (*http.Response, error) {
		t.Error("a request was sent")
		return nil, errors.New("sent")
	})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, resp, err := client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, "GetCluster", resp.Operation)
	require.Nil(t, resp.Response)
}

func TestTheEndOfTheContextEndsARequest(t *testing.T) {
	release := make(chan struct{})
	server := serve(t, func(http.ResponseWriter, *http.Request) { <-release })
	defer close(release)
	ctx, cancel := context.WithCancelCause(t.Context())
	time.AfterFunc(20*time.Millisecond, func() { cancel(errors.New("enough")) })
	_, resp, err := clientOf(server).DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
	require.ErrorIs(t, err, context.Canceled)
	require.NotErrorIs(t, err, ErrUnavailable)
	require.NotNil(t, resp)
	require.Nil(t, resp.Response)
}

func FuzzRetryAfter(f *testing.F) {
	for _, value := range []string{"", "1", "-1", "1.5", "soon", "99999999999999999999", "Fri, 31 Dec 1999 23:59:59 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"} {
		f.Add(value, "")
		f.Add(value, "Thu, 01 Jan 1970 00:00:00 GMT")
	}
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, value, date string) {
		header := http.Header{"Retry-After": {value}, "Date": {date}}
		pause, ok := retryAfter(header, now)
		if pause < 0 || !ok && pause != 0 {
			t.Fatalf("Retry-After %q, Date %q: %v, %v", value, date, pause, ok)
		}
		cfg := &Configuration{WaitTime: time.Millisecond, MaxWaitTime: time.Second}
		if pause := pauseBefore(cfg, 1, &http.Response{Header: header}); pause < 0 || pause > time.Second {
			t.Fatalf("Retry-After %q, Date %q: a pause of %v", value, date, pause)
		}
	})
}
