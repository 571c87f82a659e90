// The steps of the conversation.

package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
)

// missing is a well-formed id that nobody has.
const missing = "00000000-0000-4000-8000-000000000000"

type conversation struct {
	ctx           context.Context
	client        *ionoscloud.APIClient
	datacenter    string
	cluster, pool string
}

// expect is an error unless the condition holds.
func expect(condition bool, format string, args ...any) error {
	if condition {
		return nil
	}
	return fmt.Errorf(format, args...)
}

// await asks every few milliseconds until ask says that it has come.
func (c *conversation) await(ask func() (bool, error)) error {
	for {
		if done, err := ask(); err != nil || done {
			return err
		}
		select {
		case <-c.ctx.Done():
			return c.ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func (c *conversation) versions() error {
	got, _, err := c.client.DataPlatformMetaDataApi.VersionsGet(c.ctx).Execute()
	if err != nil {
		return err
	}
	return expect(got.Items != nil && slices.Contains(*got.Items, "24.11"), "24.11 is missing")
}

func (c *conversation) createCluster() error {
	properties := ionoscloud.NewCreateClusterProperties("conversation", c.datacenter)
	properties.SetDataPlatformVersion("24.7")
	properties.SetMaintenanceWindow(*ionoscloud.NewMaintenanceWindow("09:30:00", "Sunday"))
	got, _, err := c.client.DataPlatformClusterApi.ClustersPost(c.ctx).
		CreateClusterRequest(*ionoscloud.NewCreateClusterRequest(*properties)).Execute()
	if err != nil {
		return err
	}
	c.cluster = *got.Id
	return expect(*got.Metadata.State == "DEPLOYING" && *got.Properties.Name == "conversation",
		"it is %s and called %s", *got.Metadata.State, *got.Properties.Name)
}

func (c *conversation) awaitCluster() error {
	return c.await(func() (bool, error) {
		got, _, err := c.client.DataPlatformClusterApi.ClustersFindById(c.ctx, c.cluster).Execute()
		if err != nil {
			return false, err
		}
		return *got.Metadata.State == "AVAILABLE", nil
	})
}

func (c *conversation) listClusters() error {
	got, _, err := c.client.DataPlatformClusterApi.ClustersGet(c.ctx).Name("CONVERS").Execute()
	if err != nil {
		return err
	}
	found := slices.ContainsFunc(*got.Items, func(each ionoscloud.ClusterResponseData) bool { return *each.Id == c.cluster })
	if err := expect(found, "the cluster is not among %d", len(*got.Items)); err != nil {
		return err
	}
	got, _, err = c.client.DataPlatformClusterApi.ClustersGet(c.ctx).Name("nobody").Execute()
	if err != nil {
		return err
	}
	return expect(len(*got.Items) == 0, "%d clusters are called nobody", len(*got.Items))
}

func (c *conversation) patchCluster() error {
	properties := ionoscloud.NewPatchClusterProperties()
	properties.SetName("conversation-2")
	properties.SetDataPlatformVersion("24.11")
	_, _, err := c.client.DataPlatformClusterApi.ClustersPatch(c.ctx, c.cluster).
		PatchClusterRequest(*ionoscloud.NewPatchClusterRequest(*properties)).Execute()
	if err != nil {
		return err
	}
	if err := c.awaitCluster(); err != nil {
		return err
	}
	got, _, err := c.client.DataPlatformClusterApi.ClustersFindById(c.ctx, c.cluster).Execute()
	if err != nil {
		return err
	}
	return expect(*got.Properties.Name == "conversation-2" && *got.Metadata.CurrentDataPlatformVersion == "24.11",
		"it is called %s and runs %s", *got.Properties.Name, *got.Metadata.CurrentDataPlatformVersion)
}

func (c *conversation) kubeconfig() error {
	got, _, err := c.client.DataPlatformClusterApi.ClustersKubeconfigFindByClusterId(c.ctx, c.cluster).Execute()
	if err != nil {
		return err
	}
	return expect(got["kind"] == "Config" && got["current-context"] != nil, "it is no kubeconfig")
}

func (c *conversation) createPool() error {
	properties := ionoscloud.NewCreateNodePoolProperties("workers", 2)
	properties.SetRamSize(8192)
	properties.SetLabels(map[string]interface{}{"team": "analytics"})
	got, _, err := c.client.DataPlatformNodePoolApi.ClustersNodepoolsPost(c.ctx, c.cluster).
		CreateNodePoolRequest(*ionoscloud.NewCreateNodePoolRequest(*properties)).Execute()
	if err != nil {
		return err
	}
	c.pool = *got.Id
	return expect(*got.Properties.RamSize == 8192 && *got.Properties.StorageSize == 20,
		"it has %d MB and %d GB", *got.Properties.RamSize, *got.Properties.StorageSize)
}

func (c *conversation) awaitPool() error {
	return c.await(func() (bool, error) {
		got, _, err := c.client.DataPlatformNodePoolApi.ClustersNodepoolsFindById(c.ctx, c.cluster, c.pool).Execute()
		if err != nil {
			return false, err
		}
		return *got.Metadata.State == "AVAILABLE", nil
	})
}

func (c *conversation) listPools() error {
	got, _, err := c.client.DataPlatformNodePoolApi.ClustersNodepoolsGet(c.ctx, c.cluster).Execute()
	if err != nil {
		return err
	}
	return expect(len(*got.Items) == 1 && *(*got.Items)[0].Id == c.pool, "there are %d node pools", len(*got.Items))
}

func (c *conversation) patchPool() error {
	properties := ionoscloud.NewPatchNodePoolProperties()
	properties.SetNodeCount(3)
	properties.SetLabels(map[string]interface{}{"team": "science"})
	_, _, err := c.client.DataPlatformNodePoolApi.ClustersNodepoolsPatch(c.ctx, c.cluster, c.pool).
		PatchNodePoolRequest(*ionoscloud.NewPatchNodePoolRequest(*properties)).Execute()
	if err != nil {
		return err
	}
	if err := c.awaitPool(); err != nil {
		return err
	}
	got, _, err := c.client.DataPlatformNodePoolApi.ClustersNodepoolsFindById(c.ctx, c.cluster, c.pool).Execute()
	if err != nil {
		return err
	}
	return expect(*got.Properties.NodeCount == 3 && (*got.Properties.Labels)["team"] == "science",
		"it has %d nodes of team %v", *got.Properties.NodeCount, (*got.Properties.Labels)["team"])
}

func (c *conversation) deletePool() error {
	if _, _, err := c.client.DataPlatformNodePoolApi.ClustersNodepoolsDelete(c.ctx, c.cluster, c.pool).Execute(); err != nil {
		return err
	}
	return c.await(func() (bool, error) {
		_, response, err := c.client.DataPlatformNodePoolApi.ClustersNodepoolsFindById(c.ctx, c.cluster, c.pool).Execute()
		return gone(response, err)
	})
}

func (c *conversation) deleteCluster() error {
	if _, _, err := c.client.DataPlatformClusterApi.ClustersDelete(c.ctx, c.cluster).Execute(); err != nil {
		return err
	}
	return c.await(func() (bool, error) {
		_, response, err := c.client.DataPlatformClusterApi.ClustersFindById(c.ctx, c.cluster).Execute()
		return gone(response, err)
	})
}

// gone tells whether a read found nothing any more.
func gone(response *ionoscloud.APIResponse, err error) (bool, error) {
	if err != nil && response.HttpNotFound() {
		return true, nil
	}
	return false, err
}

// refused asks for what isn't there and what isn't allowed.
func (c *conversation) refused() error {
	_, response, err := c.client.DataPlatformClusterApi.ClustersFindById(c.ctx, missing).Execute()
	if err == nil || !response.HttpNotFound() {
		return fmt.Errorf("a cluster that doesn't exist: %w", err)
	}
	var typed ionoscloud.GenericOpenAPIError
	if err := expect(errors.As(err, &typed) && typed.StatusCode() == 404, "the error is %T", err); err != nil {
		return err
	}
	properties := ionoscloud.NewCreateClusterProperties("conversation", c.datacenter)
	properties.SetDataPlatformVersion("99.99")
	_, response, err = c.client.DataPlatformClusterApi.ClustersPost(c.ctx).
		CreateClusterRequest(*ionoscloud.NewCreateClusterRequest(*properties)).Execute()
	return expect(err != nil && response.StatusCode == 400, "a cluster of an unknown version: %v", err)
}
