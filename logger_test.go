package ionoscloud

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"
	"golang.org/x/oauth2"
)

// lines is a Logger that keeps what it is given.
type lines struct{ strings.Builder }

func (l *lines) Printf(format string, args ...any) { fmt.Fprintf(l, format+"\n", args...) }

func TestLogLevels(t *testing.T) {
	for value, want := range map[string]LogLevel{"": Off, "off": Off, "Debug": Debug, "TRACE": Trace, "loud": Off} {
		t.Setenv(IonosLogLevelEnvVar, value)
		var warned bytes.Buffer
		log.SetOutput(&warned)
		level := NewConfiguration("", "", "", "").LogLevel
		log.SetOutput(log.Default().Writer())
		require.Equal(t, want, level, value)
		require.Equal(t, value == "loud", strings.Contains(warned.String(), "must be off, debug or trace"), value)
	}
	log.SetOutput(&bytes.Buffer{})
	var none *LogLevel
	require.Equal(t, Off, none.Get())
	require.True(t, none.Satisfies(Off))
	require.False(t, none.Satisfies(Debug))
	level := Debug
	require.True(t, level.Satisfies(Debug))
	require.False(t, level.Satisfies(Trace))
	require.NotNil(t, NewDefaultLogger())
}

func TestWhatIsLoggedAtWhichLevel(t *testing.T) {
	for name, row := range map[string]struct {
		change        func(*Configuration)
		calls, bodies bool
	}{
		"off":   {func(cfg *Configuration) { cfg.LogLevel = Off }, false, false},
		"debug": {func(cfg *Configuration) { cfg.LogLevel = Debug }, true, false},
		"trace": {func(cfg *Configuration) { cfg.LogLevel = Trace }, true, true},
		"Debug": {func(cfg *Configuration) { cfg.Debug = true }, true, true},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var text lines
				requests := 0
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					if requests++; requests == 1 {
						return reply(req, 429, `{}`), nil
					}
					return reply(req, 202, clusterJSON), nil
				}, func(cfg *Configuration) { cfg.Logger = &text }, row.change)
				require.NoError(t, methods[http.MethodPost](t, client))
				require.Equal(t, row.calls, strings.Contains(text.String(), "create cluster: answer method=POST url=https://service.test/dataplatform/clusters status=429 duration=0s try=1"))
				require.Equal(t, row.calls, strings.Contains(text.String(), "waiting for the next try pause="))
				require.Equal(t, row.calls, strings.Contains(text.String(), "status=202 duration=0s try=2"))
				require.Equal(t, row.bodies, strings.Contains(text.String(), `body={"properties":{"name":"lake"`))
				require.Equal(t, row.bodies, strings.Contains(text.String(), "body="+clusterJSON))
			})
		})
	}
}

func TestSlogRecords(t *testing.T) {
	for level, bodies := range map[slog.Level]bool{slog.LevelInfo: false, slog.LevelDebug: false, slog.LevelDebug - 4: true} {
		var out bytes.Buffer
		client := clientOver(func(req *http.Request) (*http.Response, error) { return reply(req, 200, clusterJSON), nil },
			func(cfg *Configuration) {
				cfg.Logger = NewSlogLogger(slog.New(slog.NewJSONHandler(&out, &slog.HandlerOptions{Level: level})))
			})
		require.NoError(t, methods[http.MethodGet](t, client))
		require.Equal(t, bodies, strings.Contains(out.String(), "AVAILABLE"))
		if level > slog.LevelDebug {
			require.Empty(t, out.String())
			continue
		}
		require.Contains(t, out.String(), `"operation":"GetCluster"`)
		require.Contains(t, out.String(), `"status":200`)
		require.Contains(t, out.String(), `"try":1`)
		require.Contains(t, out.String(), `"duration":`)
		client.GetConfig().Logger.Printf("a text of %d", 7)
		require.Contains(t, out.String(), `"msg":"a text of 7"`)
	}
	NewSlogLogger(nil).Printf("to nobody")
}

func TestLongBodiesAreAbridged(t *testing.T) {
	var text lines
	client := clientOver(func(req *http.Request) (*http.Response, error) {
		return reply(req, 200, `{"id":"`+strings.Repeat("x", 20<<10)+`"}`), nil
	}, func(cfg *Configuration) { cfg.Logger, cfg.LogLevel = &text, Trace })
	require.NoError(t, methods[http.MethodGet](t, client))
	require.Contains(t, text.String(), "bytes more)")
	require.Less(t, text.Len(), 18<<10)
}

// Secrets, each in its own way, against everything that could show them.
func TestSecretsAreNeverShown(t *testing.T) {
	const secret, kubeconfig = "s3cr3t/with+odd&chars", "kubeconfig-t0ken"
	source := oauth2.StaticTokenSource(&oauth2.Token{AccessToken: secret})
	echo := func(req *http.Request) string { // what a careless gateway does
		authorization := req.Header.Get("Authorization")
		return "you sent " + authorization + " which is " + secret + " or " + url.QueryEscape(secret)
	}
	for name, change := range map[string]func(*testing.T, *Configuration, context.Context) context.Context{
		"token": func(_ *testing.T, cfg *Configuration, ctx context.Context) context.Context {
			cfg.Token = secret
			return ctx
		},
		"password": func(_ *testing.T, cfg *Configuration, ctx context.Context) context.Context {
			cfg.Username, cfg.Password = "user", secret
			return ctx
		},
		"token source": func(_ *testing.T, cfg *Configuration, ctx context.Context) context.Context {
			cfg.TokenSource = source
			return ctx
		},
		"context token": func(_ *testing.T, _ *Configuration, ctx context.Context) context.Context {
			return context.WithValue(ctx, ContextAccessToken, secret)
		},
		"default header": func(_ *testing.T, cfg *Configuration, ctx context.Context) context.Context {
			cfg.AddDefaultHeader("Authorization", "Bearer "+secret)
			cfg.AddDefaultHeader("Cookie", "session="+secret)
			return ctx
		},
		"headers of other names": func(_ *testing.T, cfg *Configuration, ctx context.Context) context.Context {
			for _, name := range []string{"X-Auth", "X-Passphrase", "X-Signature", "X-Access-Key", "X-JWT-Assertion"} {
				cfg.AddDefaultHeader(name, secret)
			}
			return ctx
		},
		"query": func(_ *testing.T, cfg *Configuration, ctx context.Context) context.Context {
			cfg.AddDefaultQueryParam("api_token", secret)
			return ctx
		},
		"URL": func(_ *testing.T, cfg *Configuration, ctx context.Context) context.Context {
			cfg.Servers[0].URL = "https://user:" + url.QueryEscape(secret) + "@service.test"
			return ctx
		},
		"proxy": func(t *testing.T, cfg *Configuration, ctx context.Context) context.Context {
			// From the environment, since the requests go over a round tripper.
			t.Setenv(IonosHttpProxyEnvVar, "http://user:"+url.QueryEscape(secret)+"@proxy.test")
			t.Setenv(IonosHttpProxyHeadersEnvVar, "X-Proxy-Token: "+secret)
			cfg.ProxyHeader = http.Header{"X-Proxy-Token": {secret}}
			cfg.OperationServers = map[string]ServerConfigurations{"x": {{URL: "https://u:" + url.QueryEscape(secret) + "@h"}}}
			return ctx
		},
	} {
		for _, answer := range []string{"good", "error", "network", "good, as records", "error, as records", "network, as records"} {
			t.Run(name+" "+answer, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					var text lines
					kind, _, records := strings.Cut(answer, ", ")
					client := clientOver(func(req *http.Request) (*http.Response, error) {
						switch kind {
						case "good":
							return reply(req, 200, `{"token":"`+kubeconfig+`"}`, "Set-Cookie", "session="+secret), nil
						case "error":
							return reply(req, 401, echo(req), "Content-Type", "text/plain"), nil
						}
						return nil, errors.New(echo(req))
					})
					cfg := client.GetConfig()
					cfg.Logger, cfg.LogLevel = &text, Trace
					if records {
						cfg.Logger = NewSlogLogger(slog.New(slog.NewTextHandler(&text, &slog.HandlerOptions{Level: slogTrace})))
					}
					ctx := change(t, cfg, t.Context())
					client = NewAPIClient(cfg) // it reads the proxy when it is made
					_, resp, err := client.DataPlatformClusterApi.GetClusterKubeconfig(ctx, testClusterID).Execute()

					encoded, jsonErr := json.Marshal(cfg)
					require.NoError(t, jsonErr)
					pointer, jsonErr := json.Marshal(*cfg)
					require.NoError(t, jsonErr)
					shown := map[string]string{
						"log": text.String(),
						"%v":  fmt.Sprintf("%v", cfg), "%+v": fmt.Sprintf("%+v", *cfg), "%#v": fmt.Sprintf("%#v", cfg), "%s": fmt.Sprintf("%s", cfg),
						"the client, %+v": fmt.Sprintf("%+v", client), "the client, %s": fmt.Sprintf("%s", client),
						"a service, %+v": fmt.Sprintf("%+v", client.DataPlatformClusterApi), "a service": fmt.Sprint(client.DataPlatformClusterApi),
						"JSON": string(encoded), "JSON of a value": string(pointer),
					}
					if err != nil {
						shown["error"], shown["%+v of the error"], shown["message"] = err.Error(), fmt.Sprintf("%+v", err), resp.Message
					}
					for where, what := range shown {
						for _, hidden := range []string{secret, url.QueryEscape(secret), kubeconfig, strings.TrimPrefix(basicHeader("user", secret), "Basic ")} {
							require.NotContains(t, what, hidden, where)
						}
					}
					require.Contains(t, text.String(), "get kubeconfig")
				})
			})
		}
	}
}

func TestEchoedSecretsInTheirForms(t *testing.T) {
	for name, row := range map[string]struct {
		change func(*Configuration)
		echo   string
	}{
		"as JSON":            {func(c *Configuration) { c.Username, c.Password = "u", `pa"ss w&rd` }, `pa\"ss w\u0026rd`},
		"as a path":          {func(c *Configuration) { c.Username, c.Password = "u", "p@ss word/1" }, "p@ss%20word%2F1"},
		"as HTML":            {func(c *Configuration) { c.Username, c.Password = "u", "p<ss>word" }, "p&lt;ss&gt;word"},
		"a bare header":      {func(c *Configuration) { c.AddDefaultHeader("Authorization", "barebaretoken") }, "barebaretoken"},
		"another header":     {func(c *Configuration) { c.AddDefaultHeader("X-Auth-Token", "headersecret") }, "headersecret"},
		"the proxy's header": {func(c *Configuration) { c.HTTPClient, c.ProxyURL = nil, "http://user:proxy-secret@127.0.0.1:1" }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var text lines
			client := clientOver(func(req *http.Request) (*http.Response, error) {
				return reply(req, 400, "bad credential "+row.echo, "Content-Type", "text/plain"), nil
			}, row.change, func(c *Configuration) { c.Logger, c.LogLevel, c.MaxRetries = &text, Trace, 1 })
			err := methods[http.MethodGet](t, client)
			if row.echo != "" {
				require.ErrorContains(t, err, "bad credential "+redacted)
				require.NotContains(t, text.String(), row.echo)
			}
		})
	}
	hidden := redactor{connection: &connectionSettings{
		proxy: &url.URL{User: url.UserPassword("user", "proxy-secret")}, proxyHeader: http.Header{"X": {"header-secret"}},
	}}
	require.Equal(t, "a [redacted] b [redacted] c [redacted]",
		hidden.hide("a proxy-secret b header-secret c "+strings.TrimPrefix(basicHeader("user", "proxy-secret"), "Basic ")))
}

func TestAPrintedClientShowsWhereItCalls(t *testing.T) {
	client := clientOver(nil, func(cfg *Configuration) { cfg.Servers[0].URL = "https://user:s3cr3t@service.test" })
	require.Equal(t, "ionoscloud.APIClient(https://[redacted]@service.test)", fmt.Sprintf("%+v", client))
	var none *APIClient
	require.Equal(t, "ionoscloud.APIClient(nil)", fmt.Sprintf("%v", none))
}

func TestCredentialsInContextsAreNotPrinted(t *testing.T) {
	basic := BasicAuth{UserName: "user", Password: "s3cr3t"}
	key := APIKey{Key: "s3cr3t", Prefix: "prefix"}
	encoded, err := json.Marshal(basic)
	require.NoError(t, err)
	for _, shown := range []string{
		fmt.Sprintf("%v %+v %#v %s", basic, &basic, basic, basic), fmt.Sprintf("%v %+v %#v", key, &key, key), string(encoded),
	} {
		require.NotContains(t, shown, "s3cr3t")
		require.Contains(t, shown, redacted)
	}
	require.Contains(t, fmt.Sprint(basic), "user")
	require.Contains(t, fmt.Sprint(key), "prefix")
	require.Equal(t, "{ }", fmt.Sprint(BasicAuth{}))
	encoded, err = json.Marshal(BasicAuth{})
	require.NoError(t, err)
	require.JSONEq(t, `{}`, string(encoded))
	require.Equal(t, "{ }", fmt.Sprint(APIKey{}))
	require.Equal(t, "ionoscloud basic", ContextBasicAuth.String())
}

func TestAPrintedConfigurationShowsWhatIsNotSecret(t *testing.T) {
	cfg := NewConfiguration("user", "s3cr3t", "", "https://service.test")
	cfg.AddDefaultHeader("X-Team", "data")
	cfg.AddDefaultQueryParam("depth", "1")
	cfg.Host = "user:s3cr3t@elsewhere.test"
	shown := fmt.Sprintf("%+v", cfg)
	require.NotContains(t, shown, "s3cr3t")
	for _, want := range []string{"Username:user", "Password:" + redacted, "https://service.test/dataplatform", "X-Team:data", "depth:[1]", "MaxRetries:3"} {
		require.Contains(t, shown, want)
	}
	require.Equal(t, "s3cr3t", cfg.Password, "the configuration itself is as it was")
	var none *Configuration
	require.NotPanics(t, func() { _ = fmt.Sprintf("%+v", none) })
}

func TestURLsWithoutTheirUsers(t *testing.T) {
	for raw, want := range map[string]string{
		"https://service.test/a@b":         "https://service.test/a@b",
		"https://user:p@ss@service.test/x": "https://[redacted]@service.test/x",
		"user:pass@service.test":           "[redacted]@service.test",
		"https://u@h?x=y@z":                "https://[redacted]@h?x=y@z",
		"":                                 "",
	} {
		require.Equal(t, want, redactURL(raw))
	}
}
