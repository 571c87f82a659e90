package ionoscloud

import (
	"context"
	"net/http"
	"net/url"
	"testing"

	"github.com/jarcoal/httpmock"
	"github.com/stretchr/testify/require"
)

func TestWhatARequestCarries(t *testing.T) {
	var seen *http.Request
	client := clientOver(func(req *http.Request) (*http.Response, error) {
		seen = req
		return reply(req, 200, `{"items":[]}`), nil
	}, func(cfg *Configuration) {
		cfg.AddDefaultHeader("X-Team", "data")
		cfg.AddDefaultQueryParam("name", "default")
		cfg.AddDefaultQueryParam("depth", "1 2")
	})
	_, resp, err := client.DataPlatformClusterApi.GetClusters(t.Context()).Name("lake").Execute()
	require.NoError(t, err)
	require.Equal(t, url.Values{"name": {"lake"}, "depth": {"1 2"}}, seen.URL.Query())
	require.Equal(t, "/dataplatform/clusters", seen.URL.Path)
	require.Equal(t, "https://service.test/dataplatform/clusters", resp.RequestURL)
	require.Equal(t, http.Header{
		"Accept":     {"application/json"},
		"User-Agent": {"ionos-cloud-sdk-go-dataplatform/v" + Version},
		"X-Team":     {"data"},
	}, seen.Header)
	require.Nil(t, seen.Body)

	_, _, err = client.DataPlatformClusterApi.GetClusters(t.Context()).Execute()
	require.NoError(t, err)
	require.Equal(t, "default", seen.URL.Query().Get("name"))

	client.GetConfig().UserAgent = ""
	client.GetConfig().AddDefaultHeader("user-agent", "mine")
	client.GetConfig().AddDefaultHeader("Accept", "application/vnd.ionos+json")
	require.NoError(t, methods[http.MethodGet](t, client))
	require.Equal(t, []string{"mine"}, seen.Header["User-Agent"])
	require.Equal(t, []string{"application/vnd.ionos+json"}, seen.Header["Accept"])
}

func TestNoUserAgentIsNone(t *testing.T) {
	var seen http.Header
	server := serve(t, func(w http.ResponseWriter, req *http.Request) { seen = req.Header; writeJSON(w, 200, clusterJSON) })
	require.NoError(t, methods[http.MethodGet](t, clientOf(server, func(cfg *Configuration) { cfg.UserAgent = "" })))
	require.NotContains(t, seen, "User-Agent", "as in the releases, and not the one of net/http")
}

// Every operation under each of its names: method, path, name, value.
func TestEveryOperation(t *testing.T) {
	const (
		cluster  = "/dataplatform/clusters/" + testClusterID
		nodePool = cluster + "/nodepools/" + testNodePoolID
		list     = `{"items":[{"id":"` + testClusterID + `"}]}`
		single   = `{"id":"` + testClusterID + `"}`
	)
	var (
		createPool = *NewCreateNodePoolRequest(*NewCreateNodePoolProperties("pool", 1))
		patchPool  = *NewPatchNodePoolRequest(PatchNodePoolProperties{NodeCount: ToPtr(int32(2))})
	)
	id := func(got *string) string { return ToValueDefault(got) }
	type called func(ctx context.Context, c *DataPlatformClusterApiService, n *DataPlatformNodePoolApiService) (string, *APIResponse, error)
	for name, row := range map[string]struct {
		method, path, answer string
		status               int
		call                 called
	}{
		"CreateCluster": {"POST", "/dataplatform/clusters", single, 202, func(ctx context.Context, c *DataPlatformClusterApiService, _ *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := c.CreateCluster(ctx).CreateClusterRequest(createRequest()).Execute()
			return id(v.Id), resp, err
		}},
		"ClustersPost": {"POST", "/dataplatform/clusters", single, 202, func(ctx context.Context, c *DataPlatformClusterApiService, _ *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := c.ClustersPost(ctx).CreateClusterRequest(createRequest()).Execute()
			return id(v.Id), resp, err
		}},
		"GetClusters": {"GET", "/dataplatform/clusters", list, 200, func(ctx context.Context, c *DataPlatformClusterApiService, _ *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := c.GetClusters(ctx).Name("x").Execute()
			return id((*v.Items)[0].Id), resp, err
		}},
		"ClustersGet": {"GET", "/dataplatform/clusters", list, 200, func(ctx context.Context, c *DataPlatformClusterApiService, _ *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := c.ClustersGet(ctx).Name("x").Execute()
			return id((*v.Items)[0].Id), resp, err
		}},
		"GetCluster": {"GET", cluster, single, 200, func(ctx context.Context, c *DataPlatformClusterApiService, _ *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := c.GetCluster(ctx, testClusterID).Execute()
			return id(v.Id), resp, err
		}},
		"ClustersFindById": {"GET", cluster, single, 200, func(ctx context.Context, c *DataPlatformClusterApiService, _ *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := c.ClustersFindById(ctx, testClusterID).Execute()
			return id(v.Id), resp, err
		}},
		"PatchCluster": {"PATCH", cluster, single, 202, func(ctx context.Context, c *DataPlatformClusterApiService, _ *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := c.PatchCluster(ctx, testClusterID).PatchClusterRequest(patchRequest()).Execute()
			return id(v.Id), resp, err
		}},
		"ClustersPatch": {"PATCH", cluster, single, 202, func(ctx context.Context, c *DataPlatformClusterApiService, _ *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := c.ClustersPatch(ctx, testClusterID).PatchClusterRequest(patchRequest()).Execute()
			return id(v.Id), resp, err
		}},
		"DeleteCluster": {"DELETE", cluster, single, 202, func(ctx context.Context, c *DataPlatformClusterApiService, _ *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := c.DeleteCluster(ctx, testClusterID).Execute()
			return id(v.Id), resp, err
		}},
		"ClustersDelete": {"DELETE", cluster, single, 202, func(ctx context.Context, c *DataPlatformClusterApiService, _ *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := c.ClustersDelete(ctx, testClusterID).Execute()
			return id(v.Id), resp, err
		}},
		"GetClusterKubeconfig": {"GET", cluster + "/kubeconfig", testClusterID, 200, func(ctx context.Context, c *DataPlatformClusterApiService, _ *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			return c.GetClusterKubeconfig(ctx, testClusterID).Execute()
		}},
		"ClustersKubeconfigFindByClusterId": {"GET", cluster + "/kubeconfig", single, 200, func(ctx context.Context, c *DataPlatformClusterApiService, _ *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := c.ClustersKubeconfigFindByClusterId(ctx, testClusterID).Execute()
			return v["id"].(string), resp, err
		}},
		"CreateClusterNodepool": {"POST", cluster + "/nodepools", single, 202, func(ctx context.Context, _ *DataPlatformClusterApiService, n *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := n.CreateClusterNodepool(ctx, testClusterID).CreateNodePoolRequest(createPool).Execute()
			return id(v.Id), resp, err
		}},
		"ClustersNodepoolsPost": {"POST", cluster + "/nodepools", single, 202, func(ctx context.Context, _ *DataPlatformClusterApiService, n *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := n.ClustersNodepoolsPost(ctx, testClusterID).CreateNodePoolRequest(createPool).Execute()
			return id(v.Id), resp, err
		}},
		"GetClusterNodepools": {"GET", cluster + "/nodepools", list, 200, func(ctx context.Context, _ *DataPlatformClusterApiService, n *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := n.GetClusterNodepools(ctx, testClusterID).Execute()
			return id((*v.Items)[0].Id), resp, err
		}},
		"ClustersNodepoolsGet": {"GET", cluster + "/nodepools", list, 200, func(ctx context.Context, _ *DataPlatformClusterApiService, n *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := n.ClustersNodepoolsGet(ctx, testClusterID).Execute()
			return id((*v.Items)[0].Id), resp, err
		}},
		"GetClusterNodepool": {"GET", nodePool, single, 200, func(ctx context.Context, _ *DataPlatformClusterApiService, n *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := n.GetClusterNodepool(ctx, testClusterID, testNodePoolID).Execute()
			return id(v.Id), resp, err
		}},
		"ClustersNodepoolsFindById": {"GET", nodePool, single, 200, func(ctx context.Context, _ *DataPlatformClusterApiService, n *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := n.ClustersNodepoolsFindById(ctx, testClusterID, testNodePoolID).Execute()
			return id(v.Id), resp, err
		}},
		"PatchClusterNodepool": {"PATCH", nodePool, single, 202, func(ctx context.Context, _ *DataPlatformClusterApiService, n *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := n.PatchClusterNodepool(ctx, testClusterID, testNodePoolID).PatchNodePoolRequest(patchPool).Execute()
			return id(v.Id), resp, err
		}},
		"ClustersNodepoolsPatch": {"PATCH", nodePool, single, 202, func(ctx context.Context, _ *DataPlatformClusterApiService, n *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := n.ClustersNodepoolsPatch(ctx, testClusterID, testNodePoolID).PatchNodePoolRequest(patchPool).Execute()
			return id(v.Id), resp, err
		}},
		"DeleteClusterNodepool": {"DELETE", nodePool, single, 202, func(ctx context.Context, _ *DataPlatformClusterApiService, n *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := n.DeleteClusterNodepool(ctx, testClusterID, testNodePoolID).Execute()
			return id(v.Id), resp, err
		}},
		"ClustersNodepoolsDelete": {"DELETE", nodePool, single, 202, func(ctx context.Context, _ *DataPlatformClusterApiService, n *DataPlatformNodePoolApiService) (string, *APIResponse, error) {
			v, resp, err := n.ClustersNodepoolsDelete(ctx, testClusterID, testNodePoolID).Execute()
			return id(v.Id), resp, err
		}},
	} {
		t.Run(name, func(t *testing.T) {
			// httpmock answers what was registered and nothing else.
			mock := httpmock.NewMockTransport()
			mock.RegisterResponder(row.method, "https://service.test"+row.path,
				httpmock.NewStringResponder(row.status, row.answer).HeaderSet(http.Header{"Content-Type": {"application/json"}}))
			client := clientOver(mock.RoundTrip)
			got, resp, err := row.call(t.Context(), client.DataPlatformClusterApi, client.DataPlatformNodePoolApi)
			require.NoError(t, err)
			require.Equal(t, testClusterID, got)
			require.Equal(t, name, resp.Operation)
			require.Equal(t, row.method, resp.Method)
			require.Equal(t, row.status, resp.StatusCode)
			require.Equal(t, row.answer, string(resp.Payload))
			require.Equal(t, "https://service.test"+row.path, resp.RequestURL)
		})
	}
}
