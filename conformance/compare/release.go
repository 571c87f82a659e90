package main

// Release 1.1.1 as an adapter.

import (
	"context"
	"fmt"

	release "github.com/ionos-cloud/sdk-go-dataplatform-release"
	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/ionos-cloud/sdk-go-dataplatform/internal/conforming"
)

// releaseAdapter plugs in release 1.1.1 as its users get it. It has no token
// source, no bound on bodies, no errors to branch on and no waiting.
func releaseAdapter() conformance.Adapter {
	return conformance.Adapter{
		Name:   "release 1.1.1",
		New:    newClient,
		Offers: []conformance.Capability{conformance.HTTPClient, conformance.Configuration, conformance.Logs},
	}
}

type client struct{ api *release.APIClient }

func newClient(s conformance.Settings) (conformance.Client, error) {
	cfg := release.NewConfiguration(s.Username, s.Password, s.Token, s.URL)
	if s.HTTPClient != nil {
		cfg.HTTPClient = s.HTTPClient
	}
	if s.Log != nil {
		cfg.Logger, cfg.LogLevel = conforming.Logger(s.Log), release.Trace
	}
	return &client{api: release.NewAPIClient(cfg)}, nil
}

// Configuration shows everything that a call may change.
func (c *client) Configuration() string {
	cfg := c.api.GetConfig()
	return fmt.Sprintf("%+v %p", *cfg, cfg.HTTPClient)
}

func (c *client) Do(ctx context.Context, call conformance.Call) conformance.Result {
	clusters, pools := c.api.DataPlatformClusterApi, c.api.DataPlatformNodePoolApi
	switch call.Operation {
	case conformance.GetClusters:
		return result(clusters.ClustersGet(ctx).Execute())
	case conformance.GetCluster:
		return result(clusters.ClustersFindById(ctx, call.ClusterID).Execute())
	case conformance.DeleteCluster:
		return result(clusters.ClustersDelete(ctx, call.ClusterID).Execute())
	case conformance.GetClusterKubeconfig:
		// It has no way to the document as it came but to decode it.
		document, resp, err := clusters.ClustersKubeconfigFindByClusterId(ctx, call.ClusterID).Execute()
		return result(document, resp, err)
	case conformance.CreateCluster:
		return conforming.WithBody(call, func(body release.CreateClusterRequest) conformance.Result {
			return result(clusters.ClustersPost(ctx).CreateClusterRequest(body).Execute())
		})
	case conformance.PatchCluster:
		return conforming.WithBody(call, func(body release.PatchClusterRequest) conformance.Result {
			return result(clusters.ClustersPatch(ctx, call.ClusterID).PatchClusterRequest(body).Execute())
		})
	case conformance.GetClusterNodepool:
		return result(pools.ClustersNodepoolsFindById(ctx, call.ClusterID, call.NodePoolID).Execute())
	case conformance.VersionsGet:
		return result(c.api.DataPlatformMetaDataApi.VersionsGet(ctx).Execute())
	}
	return conforming.Unsupported(call)
}

// result takes what Execute returns.
func result[T any](value T, resp *release.APIResponse, err error) conformance.Result {
	if resp == nil {
		return conforming.Result(value, nil, nil, err)
	}
	return conforming.Result(value, resp.Response, resp.Payload, err)
}
