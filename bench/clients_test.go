package bench

// The two clients that are compared, behind one interface: the SDK, and one
// that somebody would write by hand for the same three calls.

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	sdk "github.com/ionos-cloud/sdk-go-dataplatform"
)

const (
	basePath  = "/dataplatform"
	token     = "token"
	userAgent = "ionos-cloud-sdk-go-dataplatform/v1.2.0"
	maxTries  = 3
)

type client interface {
	get(ctx context.Context, id string) (sdk.ClusterResponseData, error)
	list(ctx context.Context) (sdk.ClusterListResponseData, error)
	create(ctx context.Context) (sdk.ClusterResponseData, error)
}

// implementation names a client and makes one for a server at address.
type implementation struct {
	name string
	make func(httpClient *http.Client, address string) client
}

var implementations = []implementation{
	{"sdk", newSDKClient},
	{"plain", newPlainClient},
}

type sdkClient struct {
	api     *sdk.APIClient
	cluster sdk.CreateClusterRequest
}

func newSDKClient(httpClient *http.Client, address string) client {
	cfg := sdk.NewConfiguration("", "", token, address)
	cfg.HTTPClient = httpClient
	cfg.UserAgent = userAgent
	cfg.MaxRetries = maxTries
	// Pauses between tries are not what is measured.
	cfg.WaitTime, cfg.MaxWaitTime = time.Nanosecond, time.Nanosecond
	return &sdkClient{api: sdk.NewAPIClient(cfg), cluster: sdkClusterRequest()}
}

func (c *sdkClient) get(ctx context.Context, id string) (sdk.ClusterResponseData, error) {
	cluster, _, err := c.api.DataPlatformClusterApi.ClustersFindById(ctx, id).Execute()
	return cluster, err
}

func (c *sdkClient) list(ctx context.Context) (sdk.ClusterListResponseData, error) {
	clusters, _, err := c.api.DataPlatformClusterApi.ClustersGet(ctx).Execute()
	return clusters, err
}

func (c *sdkClient) create(ctx context.Context) (sdk.ClusterResponseData, error) {
	cluster, _, err := c.api.DataPlatformClusterApi.ClustersPost(ctx).CreateClusterRequest(c.cluster).Execute()
	return cluster, err
}

// plainClient decodes into the structs of the SDK, so that a comparison sees
// the way of a call and not two shapes of data.
type plainClient struct {
	http    *http.Client
	base    string
	cluster plainClusterRequest
}

func newPlainClient(httpClient *http.Client, address string) client {
	return &plainClient{http: httpClient, base: address + basePath, cluster: newPlainClusterRequest()}
}

func (c *plainClient) get(ctx context.Context, id string) (cluster sdk.ClusterResponseData, err error) {
	err = c.call(ctx, http.MethodGet, "/clusters/"+url.PathEscape(id), nil, &cluster)
	return cluster, err
}

func (c *plainClient) list(ctx context.Context) (clusters sdk.ClusterListResponseData, err error) {
	err = c.call(ctx, http.MethodGet, "/clusters", nil, &clusters)
	return clusters, err
}

func (c *plainClient) create(ctx context.Context) (cluster sdk.ClusterResponseData, err error) {
	body, err := json.Marshal(c.cluster)
	if err != nil {
		return cluster, err
	}
	err = c.call(ctx, http.MethodPost, "/clusters", body, &cluster)
	return cluster, err
}

// call sends a request, again after a 503, and decodes the answer.
func (c *plainClient) call(ctx context.Context, method, path string, body []byte, answer any) error {
	for try := 1; ; try++ {
		status, raw, err := c.send(ctx, method, path, body)
		switch {
		case err != nil:
			return err
		case status == http.StatusServiceUnavailable && method != http.MethodPost && try < maxTries:
			continue
		case status >= http.StatusMultipleChoices:
			return fmt.Errorf("%s %s: status %d", method, path, status)
		}
		return json.Unmarshal(raw, answer)
	}
}

// send reads the answer to its end, which is what keeps the connection.
func (c *plainClient) send(ctx context.Context, method, path string, body []byte) (int, []byte, error) {
	var content io.Reader
	if body != nil {
		content = bytes.NewReader(body)
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, content)
	if err != nil {
		return 0, nil, err
	}
	req.Header.Set("Accept", "application/json")
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("User-Agent", userAgent)
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	return resp.StatusCode, raw, err
}
