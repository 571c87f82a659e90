// The ways of the published tools, where they are not those of a program that
// was written after the documentation: what they leave out, send all the same,
// copy, and take for granted in an answer.

package main

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"maps"
	"net/http"
	"reflect"
	"strings"
	"time"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
)

// provider is an infrastructure tool: it keeps the client by value, sends
// everything that it knows with each change, and prints what it gets.
type provider struct {
	*conversation
	sdk           ionoscloud.APIClient
	cluster, pool string
}

// transport is one that the SDK knows nothing of.
type transport struct{ http.RoundTripper }

func newProvider(c *conversation) *provider {
	log.SetOutput(io.Discard) // LogInfo
	cfg := *c.client.GetConfig()
	cfg.MaxRetries, cfg.WaitTime, cfg.MaxWaitTime = 999, 4*time.Second, 4*time.Second
	cfg.UserAgent = "provider/1_" + cfg.UserAgent
	cfg.HTTPClient = &http.Client{Transport: transport{cfg.HTTPClient.Transport}}
	return &provider{conversation: c, sdk: *ionoscloud.NewAPIClient(&cfg)}
}

func (p *provider) steps() error {
	for _, do := range []func() error{p.createCluster, p.changeCluster, p.find, p.readKubeconfig, p.createPool, p.changePool, p.remove} {
		if err := do(); err != nil {
			return err
		}
	}
	return nil
}

func (p *provider) createCluster() error {
	window := ionoscloud.MaintenanceWindow{Time: ionoscloud.ToPtr("09:00:00"), DayOfTheWeek: ionoscloud.ToPtr("Sunday")}
	got, response, err := p.sdk.DataPlatformClusterApi.ClustersPost(p.ctx).CreateClusterRequest(ionoscloud.CreateClusterRequest{
		Properties: &ionoscloud.CreateClusterProperties{
			Name: ionoscloud.ToPtr("test_cluster"), DatacenterId: &p.datacenter, DataPlatformVersion: ionoscloud.ToPtr("24.3"),
			MaintenanceWindow: &window, Lans: &[]ionoscloud.Lan{},
		},
	}).Execute()
	response.LogInfo()
	if err != nil {
		return err
	}
	p.cluster = *got.Id
	return p.awaitCluster()
}

func (p *provider) awaitCluster() error {
	return p.await(func() (bool, error) {
		got, response, err := p.sdk.DataPlatformClusterApi.ClustersFindById(p.ctx, p.cluster).Execute()
		response.LogInfo()
		if err != nil || got.Metadata == nil || got.Metadata.State == nil {
			return false, fmt.Errorf("no state in %+v: %w", got, err)
		}
		return strings.EqualFold(*got.Metadata.State, "available"), nil
	})
}

// changeCluster sends what stays as it is, too.
func (p *provider) changeCluster() error {
	got, _, err := p.sdk.DataPlatformClusterApi.ClustersPatch(p.ctx, p.cluster).PatchClusterRequest(ionoscloud.PatchClusterRequest{
		Properties: &ionoscloud.PatchClusterProperties{
			Name: ionoscloud.ToPtr("test_updated"), DataPlatformVersion: ionoscloud.ToPtr("24.3"), Lans: &[]ionoscloud.Lan{},
		},
	}).Execute()
	if err != nil {
		return err
	}
	// Whoever waits looks at once: a cluster that is still AVAILABLE would be done.
	if err := expect(*got.Metadata.State != "AVAILABLE" && *got.Properties.Name == "test_updated", "it is %s", *got.Metadata.State); err != nil {
		return err
	}
	return p.awaitCluster()
}

// find looks for a cluster by a part of its name, and by all of it.
func (p *provider) find() error {
	partial, _, err := p.sdk.DataPlatformClusterApi.ClustersGetExecute(p.sdk.DataPlatformClusterApi.ClustersGet(p.ctx).Name("test_"))
	if err != nil {
		return err
	}
	if err := expect(len(*partial.Items) == 1 && *(*partial.Items)[0].Id == p.cluster, "%d clusters are like test_", len(*partial.Items)); err != nil {
		return err
	}
	all, _, err := p.sdk.DataPlatformClusterApi.ClustersGet(p.ctx).Execute()
	if err != nil {
		return err
	}
	for _, each := range *all.Items {
		if each.Properties != nil && strings.EqualFold(*each.Properties.Name, "TEST_updated") {
			return nil
		}
	}
	return errors.New("test_updated is not in the list")
}

// readKubeconfig takes the document apart.
func (p *provider) readKubeconfig() error {
	got, _, err := p.sdk.DataPlatformClusterApi.ClustersKubeconfigFindByClusterId(p.ctx, p.cluster).Execute()
	if err != nil {
		return err
	}
	raw, err := json.Marshal(got)
	if err != nil {
		return err
	}
	var config struct {
		Current  string `json:"current-context"`
		Clusters []struct {
			Cluster struct {
				Authority string `json:"certificate-authority-data"`
				Server    string
			}
		}
		Users []struct{ User struct{ Token string } }
	}
	if err := json.Unmarshal(raw, &config); err != nil {
		return err
	}
	if err := expect(config.Current != "" && len(config.Clusters) == 1 && len(config.Users) == 1, "something is missing"); err != nil {
		return err
	}
	authority, err := base64.StdEncoding.DecodeString(config.Clusters[0].Cluster.Authority)
	if err != nil {
		return err
	}
	return expect(len(authority) > 0 && config.Clusters[0].Cluster.Server != "" && config.Users[0].User.Token != "", "something is empty")
}

func (p *provider) createPool() error {
	zone, storage := ionoscloud.AvailabilityZone("AUTO"), ionoscloud.StorageType("HDD")
	got, _, err := p.sdk.DataPlatformNodePoolApi.ClustersNodepoolsPost(p.ctx, p.cluster).CreateNodePoolRequest(ionoscloud.CreateNodePoolRequest{
		Properties: &ionoscloud.CreateNodePoolProperties{
			Name: ionoscloud.ToPtr("test_pool"), NodeCount: ionoscloud.ToPtr(int32(1)), CpuFamily: ionoscloud.ToPtr("INTEL_XEON"),
			CoresCount: ionoscloud.ToPtr(int32(1)), RamSize: ionoscloud.ToPtr(int32(2048)), StorageSize: ionoscloud.ToPtr(int32(10)),
			AvailabilityZone: &zone, StorageType: &storage,
			Labels:      &map[string]interface{}{"foo": "bar", "color": "green"},
			Annotations: &map[string]interface{}{"ann1": "value1", "ann2": "value2"},
		},
	}).Execute()
	if err != nil {
		return err
	}
	p.pool = *got.Id
	if err := expect(*got.Properties.DatacenterId == p.datacenter && *got.Properties.DataPlatformVersion == "24.3",
		"it is in %s and has %s", *got.Properties.DatacenterId, *got.Properties.DataPlatformVersion); err != nil {
		return err
	}
	_, err = p.awaitPool()
	return err
}

func (p *provider) awaitPool() (ionoscloud.NodePoolResponseData, error) {
	var pool ionoscloud.NodePoolResponseData
	err := p.await(func() (bool, error) {
		got, _, err := p.sdk.DataPlatformNodePoolApi.ClustersNodepoolsFindById(p.ctx, p.cluster, p.pool).Execute()
		if err != nil {
			return false, err
		}
		pool = got
		return *got.Metadata.State == "AVAILABLE", nil
	})
	return pool, err
}

// changePool has fewer labels than there were: those are all that stay.
func (p *provider) changePool() error {
	_, _, err := p.sdk.DataPlatformNodePoolApi.ClustersNodepoolsPatch(p.ctx, p.cluster, p.pool).PatchNodePoolRequest(ionoscloud.PatchNodePoolRequest{
		Properties: &ionoscloud.PatchNodePoolProperties{
			NodeCount: ionoscloud.ToPtr(int32(2)), Labels: &map[string]interface{}{"foo": "bar"}, Annotations: &map[string]interface{}{"ann1": "value1"},
		},
	}).Execute()
	if err != nil {
		return err
	}
	got, err := p.awaitPool()
	if err != nil {
		return err
	}
	return expect(*got.Properties.NodeCount == 2 && maps.Equal(*got.Properties.Labels, map[string]interface{}{"foo": "bar"}),
		"it has %d nodes with %v", *got.Properties.NodeCount, *got.Properties.Labels)
}

// remove takes the status of a read for the only proof.
func (p *provider) remove() error {
	if _, _, err := p.sdk.DataPlatformNodePoolApi.ClustersNodepoolsDelete(p.ctx, p.cluster, p.pool).Execute(); err != nil {
		return err
	}
	if err := p.await(func() (bool, error) {
		_, response, err := p.sdk.DataPlatformNodePoolApi.ClustersNodepoolsFindById(p.ctx, p.cluster, p.pool).Execute()
		return gone(response, err)
	}); err != nil {
		return err
	}
	if _, _, err := p.sdk.DataPlatformClusterApi.ClustersDelete(p.ctx, p.cluster).Execute(); err != nil {
		return err
	}
	return p.await(func() (bool, error) {
		_, response, err := p.sdk.DataPlatformClusterApi.ClustersFindById(p.ctx, p.cluster).Execute()
		if response != nil && response.Response != nil {
			return response.Response.StatusCode == http.StatusNotFound, nil
		}
		return false, err
	})
}

// commandLine makes a cluster as a command-line tool does: its flags are bound to
// properties that are all allocated beforehand, and what is written for people
// comes from the JSON of the answer.
func (c *conversation) commandLine() error {
	var properties ionoscloud.CreateClusterProperties
	fields := reflect.ValueOf(&properties).Elem()
	for i := range fields.NumField() {
		fields.Field(i).Set(reflect.New(fields.Field(i).Type().Elem()))
	}
	*properties.Name, *properties.DatacenterId, *properties.DataPlatformVersion = "command-line", c.datacenter, "23.7"
	properties.SetMaintenanceWindow(*ionoscloud.NewMaintenanceWindow("10:00:00", "Friday"))
	var request ionoscloud.CreateClusterRequest
	request.SetProperties(properties)
	got, _, err := c.client.DataPlatformClusterApi.ClustersPost(c.ctx).CreateClusterRequest(request).Execute()
	if err != nil {
		return err
	}
	raw, err := json.Marshal(struct{ ionoscloud.ClusterResponseData }{got})
	if err != nil {
		return err
	}
	if err := expect(strings.Contains(string(raw), `"state":"DEPLOYING"`), "its JSON is %s", raw); err != nil {
		return err
	}
	list, response, err := c.client.DataPlatformClusterApi.ClustersGet(c.ctx).Name("command-line").Execute()
	if err != nil || response.HttpNotFound() {
		return err
	}
	for _, each := range *list.GetItems() {
		if _, _, err := c.client.DataPlatformClusterApi.ClustersDelete(c.ctx, *each.GetId()).Execute(); err != nil {
			return err
		}
	}
	return expect(len(*list.Items) == 1, "%d clusters are called command-line", len(*list.Items))
}
