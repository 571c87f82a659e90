// Package conforming plugs this module's client into package conformance: for
// the test in the root, and for the comparison with the last release.
package conforming

import (
	"context"
	"errors"
	"fmt"
	"time"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"golang.org/x/oauth2"
)

// Adapter plugs in the client of package ionoscloud as its users get it.
func Adapter() conformance.Adapter {
	return conformance.Adapter{
		Name: "this release",
		New:  newClient,
		Offers: []conformance.Capability{
			conformance.HTTPClient, conformance.Configuration, conformance.Logs,
			conformance.TokenSource, conformance.BodyLimit, conformance.Waiting, conformance.NodePoolWaiting,
			conformance.Ensuring, conformance.Pacing,
		},
		Kind: kind,
	}
}

type client struct {
	api      *ionoscloud.APIClient
	interval time.Duration // between two looks of a wait
}

func newClient(s conformance.Settings) (conformance.Client, error) {
	cfg := ionoscloud.NewConfiguration(s.Username, s.Password, s.Token, s.URL)
	cfg.HTTPClient = s.HTTPClient
	cfg.MaxResponseBytes = s.MaxResponseBytes
	if s.Log != nil {
		cfg.Logger, cfg.LogLevel = Logger(s.Log), ionoscloud.Trace
	}
	if s.TokenSource != nil {
		cfg.TokenSource = tokenSource(s.TokenSource)
	}
	return &client{api: ionoscloud.NewAPIClient(cfg), interval: s.PollInterval}, nil
}

// Configuration shows everything: what it hides is compared by another rule.
func (c *client) Configuration() string {
	cfg := c.api.GetConfig()
	return fmt.Sprintf("%+v %p %s", cfg, cfg.HTTPClient, cfg.Token)
}

type tokenSource func() (string, error)

func (s tokenSource) Token() (*oauth2.Token, error) {
	token, err := s()
	return &oauth2.Token{AccessToken: token}, err
}

func kind(err error) conformance.Kind {
	for _, known := range []struct {
		err  error
		kind conformance.Kind
	}{
		{ionoscloud.ErrBodyTooLarge, conformance.TooLarge},
		{ionoscloud.ErrBodyTruncated, conformance.CutOff},
		{ionoscloud.ErrBodyEmpty, conformance.Empty},
		{ionoscloud.ErrContentType, conformance.ContentType},
		{ionoscloud.ErrDecode, conformance.Undecodable},
	} {
		if errors.Is(err, known.err) {
			return known.kind
		}
	}
	return ""
}

func (c *client) Do(ctx context.Context, call conformance.Call) conformance.Result {
	clusters, pools := c.api.DataPlatformClusterApi, c.api.DataPlatformNodePoolApi
	switch call.Operation {
	case conformance.GetClusters:
		return result(clusters.GetClusters(ctx).Execute())
	case conformance.GetCluster:
		return result(clusters.GetCluster(ctx, call.ClusterID).Execute())
	case conformance.DeleteCluster:
		return result(clusters.DeleteCluster(ctx, call.ClusterID).Execute())
	case conformance.GetClusterKubeconfig:
		text, resp, err := clusters.GetClusterKubeconfig(ctx, call.ClusterID).Execute()
		r := result[any](nil, resp, err)
		r.Document = []byte(text)
		return r
	case conformance.CreateCluster:
		return WithBody(call, func(body ionoscloud.CreateClusterRequest) conformance.Result {
			return result(clusters.CreateCluster(ctx).CreateClusterRequest(body).Execute())
		})
	case conformance.PatchCluster:
		return WithBody(call, func(body ionoscloud.PatchClusterRequest) conformance.Result {
			return result(clusters.PatchCluster(ctx, call.ClusterID).PatchClusterRequest(body).Execute())
		})
	case conformance.GetClusterNodepool:
		return result(pools.GetClusterNodepool(ctx, call.ClusterID, call.NodePoolID).Execute())
	case conformance.AwaitClusterAvailable:
		return c.await(ctx, call.ClusterID, ionoscloud.UntilAvailable())
	case conformance.AwaitClusterDeleted:
		return c.await(ctx, call.ClusterID, ionoscloud.UntilDeleted())
	case conformance.AwaitNodePoolAvailable:
		return c.awaitPool(ctx, call, ionoscloud.UntilAvailable())
	case conformance.AwaitNodePoolDeleted:
		return c.awaitPool(ctx, call, ionoscloud.UntilDeleted())
	case conformance.EnsureCluster:
		return WithBody(call, func(body ionoscloud.CreateClusterRequest) conformance.Result {
			ensured, err := c.api.EnsureCluster(ctx, body)
			return result(ensured.Cluster, nil, err)
		})
	case conformance.VersionsGet:
		return result(c.api.DataPlatformMetaDataApi.VersionsGet(ctx).Execute())
	}
	return Unsupported(call)
}

func (c *client) await(ctx context.Context, clusterID string, goal ionoscloud.Goal) conformance.Result {
	cluster, err := c.api.AwaitCluster(ctx, clusterID, goal, ionoscloud.WithInterval(c.interval, c.interval))
	return result(cluster, nil, err)
}

func (c *client) awaitPool(ctx context.Context, call conformance.Call, goal ionoscloud.Goal) conformance.Result {
	pool, err := c.api.AwaitNodePool(ctx, call.ClusterID, call.NodePoolID, goal, ionoscloud.WithInterval(c.interval, c.interval))
	return result(pool, nil, err)
}

// result takes what Execute returns.
func result[T any](value T, resp *ionoscloud.APIResponse, err error) conformance.Result {
	if resp == nil {
		return Result(value, nil, nil, err)
	}
	return Result(value, resp.Response, resp.Payload, err)
}
