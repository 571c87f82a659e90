package ionoscloud

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/oauth2"
)

// sourceFunc is a token source; being a func, it cannot be compared.
type sourceFunc func() (*oauth2.Token, error)

func (f sourceFunc) Token() (*oauth2.Token, error) { return f() }

func TestExactlyOneAuthorizationHeaderLeaves(t *testing.T) {
	source := func(token string) oauth2.TokenSource {
		return oauth2.StaticTokenSource(&oauth2.Token{AccessToken: token})
	}
	all := func(cfg *Configuration) {
		cfg.TokenSource, cfg.Token, cfg.Username, cfg.Password = source("config-source"), "config-token", "user", "pass"
		cfg.AddDefaultHeader("authorization", "Bearer default-header")
	}
	const basic = "Basic dXNlcjpwYXNz" // user:pass
	for name, row := range map[string]struct {
		cfg  func(*Configuration)
		ctx  map[any]any
		want []string
	}{
		"none":                    {want: nil},
		"token source":            {cfg: all, want: []string{"Bearer config-source"}},
		"token":                   {cfg: func(c *Configuration) { all(c); c.TokenSource = nil }, want: []string{"Bearer config-token"}},
		"basic":                   {cfg: func(c *Configuration) { all(c); c.TokenSource, c.Token = nil, "" }, want: []string{basic}},
		"default header":          {cfg: func(c *Configuration) { c.AddDefaultHeader("authorization", "Bearer default-header") }, want: []string{"Bearer default-header"}},
		"in the URL":              {cfg: func(c *Configuration) { c.Servers[0].URL = "https://user:pass@service.test" }, want: []string{basic}},
		"not in the URL alone":    {cfg: func(c *Configuration) { c.Servers[0].URL = "https://u:p@service.test"; c.Token = "config-token" }, want: []string{"Bearer config-token"}},
		"context: token":          {cfg: all, ctx: map[any]any{ContextAccessToken: "mine", ContextBasicAuth: BasicAuth{"a", "b"}, ContextOAuth2: source("x")}, want: []string{"Bearer mine"}},
		"context: basic":          {cfg: all, ctx: map[any]any{ContextBasicAuth: BasicAuth{UserName: "user", Password: "pass"}, ContextOAuth2: source("x")}, want: []string{basic}},
		"context: token source":   {cfg: all, ctx: map[any]any{ContextOAuth2: source("mine")}, want: []string{"Bearer mine"}},
		"a token type of its own": {ctx: map[any]any{ContextOAuth2: oauth2.StaticTokenSource(&oauth2.Token{AccessToken: "x", TokenType: "MAC"})}, want: []string{"MAC x"}},
	} {
		t.Run(name, func(t *testing.T) {
			var seen *http.Request
			client := clientOver(func(req *http.Request) (*http.Response, error) {
				seen = req
				return reply(req, 200, clusterJSON), nil
			})
			if row.cfg != nil {
				row.cfg(client.GetConfig())
			}
			ctx := t.Context()
			for key, value := range row.ctx {
				ctx = context.WithValue(ctx, key, value)
			}
			_, resp, err := client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
			require.NoError(t, err)
			require.Equal(t, row.want, seen.Header["Authorization"])
			require.Nil(t, seen.URL.User)
			require.NotContains(t, resp.RequestURL, "pass")
		})
	}
}

func TestCredentialsAreReadAnewForEachCall(t *testing.T) {
	var seen []string
	client := clientOver(func(req *http.Request) (*http.Response, error) {
		seen = append(seen, req.Header.Get("Authorization"))
		return reply(req, 200, clusterJSON), nil
	})
	for _, token := range []string{"first", "second"} {
		client.GetConfig().Token = token
		require.NoError(t, methods[http.MethodGet](t, client))
	}
	require.Equal(t, []string{"Bearer first", "Bearer second"}, seen)
}

func TestCredentialsDoNotGoOutInTheClear(t *testing.T) {
	token := func(cfg *Configuration) { cfg.Token = "a-secret-token" }
	for name, row := range map[string]struct {
		server  string
		change  func(*Configuration)
		refused bool
	}{
		"https":                        {"https://api.test", token, false},
		"localhost":                    {"http://localhost:8080", token, false},
		"localhost, in full":           {"http://localhost.:8080", token, false},
		"a name under localhost":       {"http://api.localhost", token, false},
		"127.0.0.0/8":                  {"http://127.1.2.3", token, false},
		"::1":                          {"http://[::1]:80", token, false},
		"another host":                 {"http://api.test", token, true},
		"a name that only looks local": {"http://localhost.api.test", token, true},
		"a private address":            {"http://10.0.0.1", token, true},
		"every address":                {"http://0.0.0.0", token, true},
		"no credentials":               {"http://api.test", nil, false},
		"said out loud":                {"http://api.test", func(cfg *Configuration) { token(cfg); cfg.AllowInsecureCredentials = true }, false},
		"basic":                        {"http://api.test", func(cfg *Configuration) { cfg.Username = "user" }, true},
		"a default header":             {"http://api.test", func(cfg *Configuration) { cfg.AddDefaultHeader("Authorization", "x") }, true},
		"another secret header":        {"http://api.test", func(cfg *Configuration) { cfg.AddDefaultHeader("x-auth-token", "x") }, true},
		"a secret parameter":           {"http://api.test", func(cfg *Configuration) { cfg.AddDefaultQueryParam("access_token", "x") }, true},
		"another parameter":            {"http://api.test", func(cfg *Configuration) { cfg.AddDefaultQueryParam("depth", "1") }, false},
		"in the URL":                   {"http://user:a-secret-token@api.test", nil, true},
		"https made http":              {"https://api.test", func(cfg *Configuration) { token(cfg); cfg.Scheme = "http" }, true},
		"localhost made another":       {"http://localhost", func(cfg *Configuration) { token(cfg); cfg.Host = "api.test" }, true},
		"a token source": {"http://api.test", func(cfg *Configuration) {
			cfg.TokenSource = sourceFunc(func() (*oauth2.Token, error) { panic("asked for a token that must not be sent") })
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			sent := false
			client := clientOver(func(req *http.Request) (*http.Response, error) {
				sent = true
				return reply(req, 200, clusterJSON), nil
			})
			client.GetConfig().Servers = NewConfiguration("", "", "", row.server).Servers
			if row.change != nil {
				row.change(client.GetConfig())
			}
			err := methods[http.MethodGet](t, client)
			require.Equal(t, !row.refused, sent)
			if row.refused {
				require.ErrorIs(t, err, ErrInsecure)
				require.ErrorContains(t, err, "AllowInsecureCredentials")
				require.NotContains(t, err.Error(), "a-secret-token")
			} else {
				require.NoError(t, err)
			}
		})
	}
}

func TestATokenSourceIsAskedOnceForConcurrentCalls(t *testing.T) {
	for name, share := range map[string]func(*Configuration, oauth2.TokenSource, context.Context) context.Context{
		"configuration": func(cfg *Configuration, source oauth2.TokenSource, ctx context.Context) context.Context {
			cfg.TokenSource = source
			return ctx
		},
		"context": func(_ *Configuration, source oauth2.TokenSource, ctx context.Context) context.Context {
			return context.WithValue(ctx, ContextOAuth2, source)
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var asked atomic.Int32
				source := &slowSource{asked: &asked}
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					require.Equal(t, []string{"Bearer token"}, req.Header["Authorization"])
					return reply(req, 200, clusterJSON), nil
				})
				ctx := share(client.GetConfig(), source, t.Context())
				var calls sync.WaitGroup
				for range 32 {
					calls.Go(func() {
						_, _, err := client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
						require.NoError(t, err)
					})
				}
				calls.Wait()
				require.Equal(t, int32(1), asked.Load())
			})
		})
	}
}

// slowSource takes a second for a token.
type slowSource struct{ asked *atomic.Int32 }

func (s *slowSource) Token() (*oauth2.Token, error) {
	s.asked.Add(1)
	time.Sleep(time.Second)
	return &oauth2.Token{AccessToken: "token", Expiry: time.Now().Add(time.Hour)}, nil
}

func TestATokenIsKeptWhileItIsValid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked atomic.Int32
		client := clientOver(func(req *http.Request) (*http.Response, error) { return reply(req, 200, clusterJSON), nil },
			func(cfg *Configuration) { cfg.TokenSource = &slowSource{asked: &asked} })
		for range 3 {
			require.NoError(t, methods[http.MethodGet](t, client))
		}
		require.Equal(t, int32(1), asked.Load())
		time.Sleep(2 * time.Hour)
		require.NoError(t, methods[http.MethodGet](t, client))
		require.Equal(t, int32(2), asked.Load())
	})
}

func TestA401MakesTheTokenSourceBeAskedOnceMore(t *testing.T) {
	for name, row := range map[string]struct {
		good            string // the token that the service takes
		asked, requests int
		fails           bool
	}{
		"the next token is good": {"token-2", 2, 2, false},
		"no token is good":       {"none", 2, 2, true},
	} {
		for _, comparable := range []bool{true, false} {
			for method, call := range methods {
				t.Run(name+" "+method, func(t *testing.T) {
					asked, requests := 0, 0
					next := sourceFunc(func() (*oauth2.Token, error) {
						asked++
						return &oauth2.Token{AccessToken: "token-" + string(rune('0'+asked))}, nil
					})
					client := clientOver(func(req *http.Request) (*http.Response, error) {
						requests++
						if req.Header.Get("Authorization") != "Bearer "+row.good {
							return reply(req, 401, `{"httpStatus":401}`), nil
						}
						return reply(req, 200, clusterJSON), nil
					}, func(cfg *Configuration) {
						cfg.MaxRetries = 1
						cfg.TokenSource = next
						if comparable {
							cfg.TokenSource = &struct{ oauth2.TokenSource }{next}
						}
					})
					err := call(t, client)
					require.Equal(t, row.asked, asked)
					require.Equal(t, row.requests, requests)
					if row.fails {
						require.ErrorIs(t, err, ErrUnauthorized)
					} else {
						require.NoError(t, err)
					}
				})
			}
		}
	}
}

func TestATokenSourceIsAskedOnceMoreInACallAndNotInATry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		asked, requests := 0, 0
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			requests++
			return reply(req, []int{401, 503, 401}[requests-1], `{}`), nil
		}, func(cfg *Configuration) {
			cfg.TokenSource = sourceFunc(func() (*oauth2.Token, error) {
				asked++
				return &oauth2.Token{AccessToken: "token"}, nil
			})
		})
		require.ErrorIs(t, methods[http.MethodGet](t, client), ErrUnauthorized)
		require.Equal(t, 3, requests)
		require.Equal(t, 2, asked)
	})
}

func TestASourceThatFailsAfterA401LeavesItsAnswer(t *testing.T) {
	asked := 0
	gone := errors.New("the identity provider is down")
	client := clientOver(says(401, `{"messages":[{"message":"token expired"}]}`), func(cfg *Configuration) {
		cfg.TokenSource = sourceFunc(func() (*oauth2.Token, error) {
			if asked++; asked > 1 {
				return nil, gone
			}
			return &oauth2.Token{AccessToken: "token"}, nil
		})
	})
	_, resp, err := client.DataPlatformClusterApi.GetCluster(t.Context(), testClusterID).Execute()
	require.ErrorIs(t, err, gone)
	require.ErrorIs(t, err, ErrUnauthorized)
	require.ErrorContains(t, err, "token expired")
	require.Equal(t, 401, resp.StatusCode)
}

func TestConcurrent401sAskForOneToken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked atomic.Int32
		source := &struct{ oauth2.TokenSource }{sourceFunc(func() (*oauth2.Token, error) {
			time.Sleep(time.Second)
			if asked.Add(1) == 1 {
				return &oauth2.Token{AccessToken: "old"}, nil
			}
			return &oauth2.Token{AccessToken: "new"}, nil
		})}
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			time.Sleep(time.Second)
			if req.Header.Get("Authorization") == "Bearer old" {
				return reply(req, 401, ``), nil
			}
			return reply(req, 200, clusterJSON), nil
		}, func(cfg *Configuration) { cfg.TokenSource = source })
		var calls sync.WaitGroup
		for range 16 {
			calls.Go(func() { require.NoError(t, methods[http.MethodGet](t, client)) })
		}
		calls.Wait()
		require.Equal(t, int32(2), asked.Load())
	})
}

func TestATokenSourceThatFails(t *testing.T) {
	broken := errors.New("the identity provider is down")
	refused := &oauth2.RetrieveError{
		Response: &http.Response{StatusCode: 401}, ErrorCode: "invalid_client", Body: []byte("client_secret=s3cr3t-of-the-client"),
	}
	for name, row := range map[string]struct {
		source func() (*oauth2.Token, error)
		cause  error
		want   string
	}{
		"an error":         {func() (*oauth2.Token, error) { return nil, broken }, broken, "get a token: the identity provider is down"},
		"a refusal":        {func() (*oauth2.Token, error) { return nil, refused }, refused, "the token endpoint refused: 401 Unauthorized (invalid_client)"},
		"no token":         {func() (*oauth2.Token, error) { return nil, nil }, nil, "the token source returned none"},
		"an empty token":   {func() (*oauth2.Token, error) { return &oauth2.Token{}, nil }, nil, "the token source returned none"},
		"a broken token":   {func() (*oauth2.Token, error) { return &oauth2.Token{AccessToken: "a\nb"}, nil }, ErrInvalid, "holds a line end"},
		"a panic":          {func() (*oauth2.Token, error) { panic("no source") }, nil, "the token source panicked: no source"},
		"no source at all": {nil, nil, "the token source panicked"},
	} {
		t.Run(name, func(t *testing.T) {
			client := clientOver(func(*http.Request) (*http.Response, error) {
				t.Error("a request was sent without a token")
				return nil, errors.New("sent")
			}, func(cfg *Configuration) { cfg.TokenSource = sourceFunc(row.source) })
			_, resp, err := client.DataPlatformClusterApi.GetCluster(t.Context(), testClusterID).Execute()
			require.ErrorContains(t, err, "get cluster "+testClusterID)
			require.ErrorContains(t, err, row.want)
			require.NotContains(t, err.Error(), "s3cr3t")
			require.NotErrorIs(t, err, ErrUnavailable)
			require.Nil(t, resp.Response)
			require.Equal(t, "GetCluster", resp.Operation)
			if row.cause != nil {
				require.ErrorIs(t, err, row.cause)
			}
		})
	}
}

func TestCredentialsThatNoHeaderCanCarry(t *testing.T) {
	for name, change := range map[string]func(*Configuration){
		"a token":          func(cfg *Configuration) { cfg.Token = "to\nken" },
		"a default header": func(cfg *Configuration) { cfg.AddDefaultHeader("X-Team", "a\x00b") },
		"a header's name":  func(cfg *Configuration) { cfg.AddDefaultHeader("X Team", "a") },
		"no name":          func(cfg *Configuration) { cfg.AddDefaultHeader("", "a") },
	} {
		t.Run(name, func(t *testing.T) {
			client := clientOver(func(*http.Request) (*http.Response, error) { return nil, errors.New("sent") }, change)
			require.ErrorIs(t, methods[http.MethodGet](t, client), ErrInvalid)
		})
	}
}

func TestTheEndOfTheContextEndsTheWaitForAToken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked atomic.Int32
		client := clientOver(func(*http.Request) (*http.Response, error) { return nil, errors.New("sent") },
			func(cfg *Configuration) { cfg.TokenSource = &slowSource{asked: &asked} })
		ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		start := time.Now()
		_, _, err := client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.Equal(t, time.Millisecond, time.Since(start))
		time.Sleep(time.Second) // the source's answer is not lost on anybody else
	})
}

func TestContextSourcesAreForgottenAfterTheirCalls(t *testing.T) {
	client := clientOver(func(req *http.Request) (*http.Response, error) { return reply(req, 200, clusterJSON), nil })
	for range 10 {
		ctx := context.WithValue(t.Context(), ContextOAuth2, oauth2.StaticTokenSource(&oauth2.Token{AccessToken: "token"}))
		_, _, err := client.DataPlatformClusterApi.GetCluster(ctx, testClusterID).Execute()
		require.NoError(t, err)
	}
	require.Empty(t, client.tokens.caches)
}

func TestReplacedSourcesAreForgotten(t *testing.T) {
	client := clientOver(func(req *http.Request) (*http.Response, error) { return reply(req, 200, clusterJSON), nil })
	for range 10 {
		client.GetConfig().TokenSource = oauth2.StaticTokenSource(&oauth2.Token{AccessToken: "token"})
		require.NoError(t, methods[http.MethodGet](t, client))
	}
	require.Len(t, client.tokens.caches, 1)
}
