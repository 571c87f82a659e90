package ionoscloud

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestServerAddressesAreCompleted(t *testing.T) {
	for given, want := range map[string]string{
		"":                                       DefaultIonosServerUrl,
		"api.example.test":                       "https://api.example.test/dataplatform",
		"http://localhost:8080":                  "http://localhost:8080/dataplatform",
		"https://api.example.test/dataplatform":  "https://api.example.test/dataplatform",
		"https://api.example.test/dataplatform/": "https://api.example.test/dataplatform",
		"https://api.example.test/":              "https://api.example.test/dataplatform",
		" https://api.example.test \n":           "https://api.example.test/dataplatform",
		"https://gateway.test/ionos":             "https://gateway.test/ionos/dataplatform",
	} {
		require.Equal(t, want, NewConfiguration("", "", "", given).Servers[0].URL, "%q", given)
	}
}

func TestTheConfigurationOfTheEnvironment(t *testing.T) {
	t.Setenv(IonosUsernameEnvVar, "user")
	t.Setenv(IonosPasswordEnvVar, " pass ")
	t.Setenv(IonosTokenEnvVar, "token\n")
	t.Setenv(IonosApiUrlEnvVar, "api.example.test")
	t.Setenv(IonosLogLevelEnvVar, "debug")
	cfg := NewConfigurationFromEnv()
	require.Equal(t, "user", cfg.Username)
	require.Equal(t, " pass ", cfg.Password)
	require.Equal(t, "token", cfg.Token)
	require.Equal(t, "https://api.example.test/dataplatform", cfg.Servers[0].URL)
	require.Equal(t, Debug, cfg.LogLevel)
	require.Equal(t, 3, cfg.MaxRetries)
	require.Equal(t, 100*time.Millisecond, cfg.WaitTime)
	require.Equal(t, 2*time.Second, cfg.MaxWaitTime)
}

func TestServerURLs(t *testing.T) {
	servers := ServerConfigurations{
		{URL: "https://api.test/dataplatform"},
		{
			URL: "https://{region}.test:{port}/{region}",
			Variables: map[string]ServerVariable{
				"region": {DefaultValue: "de", EnumValues: []string{"de", "us", "{port}"}},
				"port":   {DefaultValue: "443"},
				"unused": {DefaultValue: "x"},
			},
		},
		{URL: "https://{region}.test", Variables: map[string]ServerVariable{"region": {DefaultValue: "nowhere", EnumValues: []string{"de"}}}},
		{URL: "https://{undeclared}.test"},
		{URL: "https://user:secret@{undeclared}.test"},
		{URL: "https://open{brace.test"},
	}
	for name, row := range map[string]struct {
		index     int
		variables map[string]string
		want, err string
	}{
		"plain":                        {0, nil, "https://api.test/dataplatform", ""},
		"unused variables are ignored": {0, map[string]string{"region": "mars"}, "https://api.test/dataplatform", ""},
		"defaults":                     {1, nil, "https://de.test:443/de", ""},
		"given":                        {1, map[string]string{"region": "us", "port": "8443"}, "https://us.test:8443/us", ""},
		"a value with braces":          {1, map[string]string{"region": "{port}", "port": "1"}, "https://{port}.test:1/{port}", ""},
		"outside of the enumeration":   {1, map[string]string{"region": "mars"}, "", `"mars", must be one of de, us`},
		"a default outside of it":      {2, nil, "", `"nowhere", must be one of de`},
		"not declared":                 {3, map[string]string{"undeclared": "x"}, "", "no variable undeclared"},
		"an error without password":    {4, nil, "", "https://[redacted]@{undeclared}.test"},
		"an open brace":                {5, nil, "https://open{brace.test", ""},
		"too large":                    {6, nil, "", "server index 6: there are 6 servers"},
		"negative":                     {-1, nil, "", "server index -1"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := servers.URL(row.index, row.variables)
			if row.err != "" {
				require.ErrorContains(t, err, row.err)
				require.NotContains(t, err.Error(), "secret")
				return
			}
			require.NoError(t, err)
			require.Equal(t, row.want, got)
		})
	}
}

func TestWhichServerACallGoesTo(t *testing.T) {
	const documented, second = "DataPlatformClusterApiService.GetClusters", "DataPlatformClusterApiService.ClustersGet"
	regional := func(host string) ServerConfiguration {
		return ServerConfiguration{URL: "https://{region}." + host, Variables: map[string]ServerVariable{"region": {DefaultValue: "de"}}}
	}
	base := func(cfg *Configuration) {
		cfg.Servers = ServerConfigurations{regional("first"), regional("second")}
	}
	with := context.WithValue
	for name, row := range map[string]struct {
		change    func(*Configuration)
		ctx       func(context.Context) context.Context
		host, err string
	}{
		"the first by default": {host: "de.first"},
		"the configuration's index and variables": {
			change: func(cfg *Configuration) {
				cfg.ServerIndex, cfg.ServerVariables = 1, map[string]string{"region": "us"}
			},
			host: "us.second",
		},
		"the context wins": {
			change: func(cfg *Configuration) {
				cfg.ServerIndex, cfg.ServerVariables = 1, map[string]string{"region": "us"}
			},
			ctx: func(ctx context.Context) context.Context {
				return with(with(ctx, ContextServerIndex, 0), ContextServerVariables, map[string]string{"region": "fr"})
			},
			host: "fr.first",
		},
		"an operation's own, by its documented name": {
			change: func(cfg *Configuration) {
				cfg.ServerIndex = 1
				cfg.OperationServers = map[string]ServerConfigurations{documented: {regional("own")}}
			},
			host: "de.own",
		},
		"an operation's own, by its second name": {
			change: func(cfg *Configuration) {
				cfg.OperationServers = map[string]ServerConfigurations{second: {regional("own")}}
			},
			host: "de.own",
		},
		"an operation's index and variables": {
			change: func(cfg *Configuration) {
				cfg.OperationServerIndices = map[string]int{second: 1}
				cfg.OperationServerVariables = map[string]map[string]string{documented: {"region": "us"}}
			},
			host: "us.second",
		},
		"an operation's index and variables in the context": {
			ctx: func(ctx context.Context) context.Context {
				ctx = with(ctx, ContextOperationServerIndices, map[string]int{documented: 1, "other": 0})
				return with(ctx, ContextOperationServerVariables, map[string]map[string]string{second: {"region": "us"}})
			},
			host: "us.second",
		},
		"another operation's do not count": {
			ctx: func(ctx context.Context) context.Context {
				ctx = with(ctx, ContextOperationServerIndices, map[string]int{"other": 1})
				return with(ctx, ContextOperationServerVariables, map[string]map[string]string{"other": {"region": "us"}})
			},
			host: "de.first",
		},
		"host and scheme replaced": {
			change: func(cfg *Configuration) { cfg.Host, cfg.Scheme = "localhost:99", "http" },
			host:   "localhost:99",
		},
		"an index of a wrong type": {
			ctx: func(ctx context.Context) context.Context { return with(ctx, ContextServerIndex, "1") },
			err: "is a string, must be a int",
		},
		"indices of a wrong type": {
			ctx: func(ctx context.Context) context.Context { return with(ctx, ContextOperationServerIndices, 1) },
			err: "is a int, must be a map[string]int",
		},
		"variables of a wrong type": {
			ctx: func(ctx context.Context) context.Context { return with(ctx, ContextServerVariables, 1) },
			err: "must be a map[string]string",
		},
		"operation variables of a wrong type": {
			ctx: func(ctx context.Context) context.Context { return with(ctx, ContextOperationServerVariables, 1) },
			err: "must be a map[string]map[string]string",
		},
		"no servers": {
			change: func(cfg *Configuration) { cfg.Servers = nil },
			err:    "there are 0 servers",
		},
		"no host": {
			change: func(cfg *Configuration) { cfg.Servers = ServerConfigurations{{URL: "/dataplatform"}} },
			err:    "there is no host in it",
		},
		"not a URL": {
			change: func(cfg *Configuration) { cfg.Servers = ServerConfigurations{{URL: "https://user:secret@host:port"}} },
			err:    "server URL https://[redacted]@host:port: invalid port",
		},
		"a query": {
			change: func(cfg *Configuration) { cfg.Servers = ServerConfigurations{{URL: "https://host/base?x=1"}} },
			err:    "a query or a fragment has no place in it",
		},
		"a fragment": {
			change: func(cfg *Configuration) { cfg.Servers = ServerConfigurations{{URL: "https://host/base#x"}} },
			err:    "a query or a fragment has no place in it",
		},
		"another scheme": {
			change: func(cfg *Configuration) { cfg.Servers = ServerConfigurations{{URL: "ftp://host"}} },
			err:    `the scheme is "ftp", must be https or http`,
		},
	} {
		for _, called := range []string{"GetClusters", "ClustersGet"} {
			t.Run(name+" "+called, func(t *testing.T) {
				host := ""
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					host = req.URL.Host
					return reply(req, 200, `{"items":[]}`), nil
				}, base)
				if row.change != nil {
					row.change(client.GetConfig())
				}
				ctx := t.Context()
				if row.ctx != nil {
					ctx = row.ctx(ctx)
				}
				var err error
				if called == "GetClusters" {
					_, _, err = client.DataPlatformClusterApi.GetClusters(ctx).Execute()
				} else {
					_, _, err = client.DataPlatformClusterApi.ClustersGet(ctx).Execute()
				}
				if row.err != "" {
					require.ErrorContains(t, err, row.err)
					require.NotContains(t, err.Error(), "secret")
					return
				}
				require.NoError(t, err)
				require.Equal(t, row.host, host)
			})
		}
	}
}

func TestServerURLOfAConfiguration(t *testing.T) {
	cfg := NewConfiguration("", "", "", "")
	got, err := cfg.ServerURL(0, nil)
	require.NoError(t, err)
	require.Equal(t, DefaultIonosServerUrl, got)
	var none context.Context
	got, err = cfg.ServerURLWithContext(none, "DataPlatformClusterApiService.GetCluster")
	require.NoError(t, err)
	require.Equal(t, DefaultIonosServerUrl, got)
}

func FuzzServerURL(f *testing.F) {
	f.Add("https://{region}.test/{region}", "region", "de", "us")
	f.Add("{{a}}", "a", "{a}", "}")
	f.Add("{", "", "", "")
	f.Fuzz(func(t *testing.T, template, name, fallback, value string) {
		servers := ServerConfigurations{{URL: template, Variables: map[string]ServerVariable{name: {DefaultValue: fallback}}}}
		for _, variables := range []map[string]string{nil, {name: value}} {
			got, err := servers.URL(0, variables)
			if err != nil {
				continue
			}
			used := fallback
			if variables != nil {
				used = value
			}
			if name != "" && !strings.ContainsAny(name, "{}") {
				if want := strings.ReplaceAll(template, "{"+name+"}", used); got != want {
					t.Fatalf("%q with %s=%q: %q, want %q", template, name, used, got, want)
				}
			}
		}
	})
}
