package main

// Release 1.1.1 as an adapter.

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	release "github.com/ionos-cloud/sdk-go-dataplatform-release"
	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
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
		cfg.Logger, cfg.LogLevel = logger(s.Log), release.Trace
	}
	return &client{api: release.NewAPIClient(cfg)}, nil
}

// Configuration shows everything that a call may change.
func (c *client) Configuration() string {
	cfg := c.api.GetConfig()
	return fmt.Sprintf("%+v %p", *cfg, cfg.HTTPClient)
}

type logger func(string)

func (l logger) Printf(format string, args ...interface{}) { l(fmt.Sprintf(format, args...)) }

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
		var body release.CreateClusterRequest
		if err := json.Unmarshal(call.Body, &body); err != nil {
			return conformance.Result{Err: err}
		}
		return result(clusters.ClustersPost(ctx).CreateClusterRequest(body).Execute())
	case conformance.PatchCluster:
		var body release.PatchClusterRequest
		if err := json.Unmarshal(call.Body, &body); err != nil {
			return conformance.Result{Err: err}
		}
		return result(clusters.ClustersPatch(ctx, call.ClusterID).PatchClusterRequest(body).Execute())
	case conformance.GetClusterNodepool:
		return result(pools.ClustersNodepoolsFindById(ctx, call.ClusterID, call.NodePoolID).Execute())
	case conformance.VersionsGet:
		return result(c.api.DataPlatformMetaDataApi.VersionsGet(ctx).Execute())
	}
	return conformance.Result{Err: fmt.Errorf("%s: %w", call.Operation, errors.ErrUnsupported)}
}

// result takes what Execute returns.
func result[T any](value T, resp *release.APIResponse, err error) conformance.Result {
	r := conformance.Result{Err: err}
	var failure release.GenericOpenAPIError
	if errors.As(err, &failure) {
		r.Status = failure.StatusCode()
	} else if resp != nil && resp.Response != nil {
		r.Status = resp.StatusCode
	}
	if resp != nil {
		r.Raw = resp.Payload
	}
	if err == nil {
		r.Document, r.Err = json.Marshal(value)
	}
	return r
}
