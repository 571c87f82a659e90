// Package conforming plugs this module's client into package conformance: for
// the test in the root, and for the comparison with the last release.
package conforming

import (
	"context"
	"encoding/json"
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
			conformance.TokenSource, conformance.BodyLimit, conformance.Waiting,
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
		cfg.Logger, cfg.LogLevel = logger(s.Log), ionoscloud.Trace
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

type logger func(string)

func (l logger) Printf(format string, args ...interface{}) { l(fmt.Sprintf(format, args...)) }

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
		var body ionoscloud.CreateClusterRequest
		if err := json.Unmarshal(call.Body, &body); err != nil {
			return conformance.Result{Err: err}
		}
		return result(clusters.CreateCluster(ctx).CreateClusterRequest(body).Execute())
	case conformance.PatchCluster:
		var body ionoscloud.PatchClusterRequest
		if err := json.Unmarshal(call.Body, &body); err != nil {
			return conformance.Result{Err: err}
		}
		return result(clusters.PatchCluster(ctx, call.ClusterID).PatchClusterRequest(body).Execute())
	case conformance.GetClusterNodepool:
		return result(pools.GetClusterNodepool(ctx, call.ClusterID, call.NodePoolID).Execute())
	case conformance.AwaitClusterAvailable:
		return c.await(ctx, call.ClusterID, ionoscloud.UntilAvailable())
	case conformance.AwaitClusterDeleted:
		return c.await(ctx, call.ClusterID, ionoscloud.UntilDeleted())
	case conformance.VersionsGet:
		return result(c.api.DataPlatformMetaDataApi.VersionsGet(ctx).Execute())
	}
	return conformance.Result{Err: fmt.Errorf("%s: %w", call.Operation, errors.ErrUnsupported)}
}

func (c *client) await(ctx context.Context, clusterID string, goal ionoscloud.Goal) conformance.Result {
	cluster, err := c.api.AwaitCluster(ctx, clusterID, goal, ionoscloud.WithInterval(c.interval, c.interval))
	return result(cluster, nil, err)
}

// result takes what Execute returns.
func result[T any](value T, resp *ionoscloud.APIResponse, err error) conformance.Result {
	r := conformance.Result{Err: err}
	var failure ionoscloud.GenericOpenAPIError
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
