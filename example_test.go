package ionoscloud_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/stretchr/testify/require"
	"golang.org/x/oauth2"
)

const datacenterID = "2b1f9c58-6a3d-4e0b-9f57-c0d8e1a2b3c4"

// embedded starts the API in process and returns a client of it.
func embedded(opts ...dataplatformtest.Option) (*ionoscloud.APIClient, func()) {
	server, err := dataplatformtest.Start(opts...)
	if err != nil {
		panic(err)
	}
	cfg := ionoscloud.NewConfiguration("user", "password", "", server.URL)
	cfg.HTTPClient = server.Client()
	return ionoscloud.NewAPIClient(cfg), server.Close
}

func createCluster(client *ionoscloud.APIClient, name string) string {
	request := ionoscloud.NewCreateClusterRequest(*ionoscloud.NewCreateClusterProperties(name, datacenterID))
	cluster, _, err := client.DataPlatformClusterApi.CreateCluster(context.Background()).CreateClusterRequest(*request).Execute()
	if err != nil {
		panic(err)
	}
	return *cluster.Id
}

func createNodePool(client *ionoscloud.APIClient, clusterID, name string) string {
	request := ionoscloud.NewCreateNodePoolRequest(*ionoscloud.NewCreateNodePoolProperties(name, 3))
	pool, _, err := client.DataPlatformNodePoolApi.CreateClusterNodepool(context.Background(), clusterID).CreateNodePoolRequest(*request).Execute()
	if err != nil {
		panic(err)
	}
	return *pool.Id
}

func ExampleDataPlatformClusterApiService_CreateCluster() {
	client, stop := embedded()
	defer stop()

	properties := ionoscloud.NewCreateClusterProperties("lake", datacenterID)
	properties.SetDataPlatformVersion("24.11")
	properties.SetMaintenanceWindow(*ionoscloud.NewMaintenanceWindow("02:30:00", "Sunday"))
	cluster, resp, err := client.DataPlatformClusterApi.CreateCluster(context.Background()).
		CreateClusterRequest(*ionoscloud.NewCreateClusterRequest(*properties)).Execute()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(resp.StatusCode, *cluster.Properties.Name, *cluster.Metadata.State)
	// Output: 202 lake DEPLOYING
}

func ExampleDataPlatformClusterApiService_GetClusters() {
	client, stop := embedded()
	defer stop()
	createCluster(client, "lake-one")
	createCluster(client, "lake-two")
	createCluster(client, "pond")

	clusters, _, err := client.DataPlatformClusterApi.GetClusters(context.Background()).Name("LAKE").Execute()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, cluster := range *clusters.Items {
		fmt.Println(*cluster.Properties.Name)
	}
	// Output:
	// lake-one
	// lake-two
}

func ExampleDataPlatformClusterApiService_GetCluster() {
	client, stop := embedded()
	defer stop()
	id := createCluster(client, "lake")

	cluster, _, err := client.DataPlatformClusterApi.GetCluster(context.Background(), id).Execute()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*cluster.Properties.Name, *cluster.Metadata.State)
	// Output: lake AVAILABLE
}

func ExampleDataPlatformClusterApiService_PatchCluster() {
	client, stop := embedded()
	defer stop()
	id := createCluster(client, "lake")

	change := ionoscloud.PatchClusterProperties{Name: ionoscloud.ToPtr("sea")}
	cluster, _, err := client.DataPlatformClusterApi.PatchCluster(context.Background(), id).
		PatchClusterRequest(*ionoscloud.NewPatchClusterRequest(change)).Execute()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*cluster.Properties.Name)
	// Output: sea
}

func ExampleDataPlatformClusterApiService_DeleteCluster() {
	client, stop := embedded()
	defer stop()
	id := createCluster(client, "lake")

	_, _, err := client.DataPlatformClusterApi.DeleteCluster(context.Background(), id).Execute()
	if err != nil {
		fmt.Println(err)
		return
	}
	_, resp, err := client.DataPlatformClusterApi.GetCluster(context.Background(), id).Execute()
	fmt.Println(resp.HttpNotFound(), errors.Is(err, ionoscloud.ErrNotFound))
	// Output: true true
}

// A kubeconfig is a credential: nobody but its owner should be able to read it.
func ExampleDataPlatformClusterApiService_GetClusterKubeconfig() {
	client, stop := embedded()
	defer stop()
	id := createCluster(client, "lake")

	kubeconfig, _, err := client.DataPlatformClusterApi.GetClusterKubeconfig(context.Background(), id).Execute()
	if err != nil {
		fmt.Println(err)
		return
	}
	dir, err := os.MkdirTemp("", "kubeconfig")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	err = os.WriteFile(filepath.Join(dir, "kubeconfig.json"), []byte(kubeconfig), 0o600)
	fmt.Println(err)
	// Output: <nil>
}

func ExampleDataPlatformNodePoolApiService_CreateClusterNodepool() {
	client, stop := embedded()
	defer stop()
	clusterID := createCluster(client, "lake")

	properties := ionoscloud.NewCreateNodePoolProperties("workers", 3)
	properties.SetRamSize(8192)    // MB
	properties.SetStorageSize(100) // GB
	properties.SetStorageType(ionoscloud.SSD)
	properties.SetAutoScaling(*ionoscloud.NewAutoScaling(2, 5))
	pool, _, err := client.DataPlatformNodePoolApi.CreateClusterNodepool(context.Background(), clusterID).
		CreateNodePoolRequest(*ionoscloud.NewCreateNodePoolRequest(*properties)).Execute()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*pool.Properties.Name, *pool.Properties.NodeCount, *pool.Properties.CpuFamily)
	// Output: workers 3 AUTO
}

func ExampleDataPlatformNodePoolApiService_GetClusterNodepools() {
	client, stop := embedded()
	defer stop()
	clusterID := createCluster(client, "lake")
	createNodePool(client, clusterID, "workers")

	pools, _, err := client.DataPlatformNodePoolApi.GetClusterNodepools(context.Background(), clusterID).Execute()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, pool := range *pools.Items {
		fmt.Println(*pool.Properties.Name, *pool.Properties.NodeCount)
	}
	// Output: workers 3
}

func ExampleDataPlatformNodePoolApiService_GetClusterNodepool() {
	client, stop := embedded()
	defer stop()
	clusterID := createCluster(client, "lake")
	id := createNodePool(client, clusterID, "workers")

	pool, _, err := client.DataPlatformNodePoolApi.GetClusterNodepool(context.Background(), clusterID, id).Execute()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*pool.Properties.Name, *pool.Metadata.State)
	// Output: workers AVAILABLE
}

// What is not set stays as it is; what is set to null is taken away.
func ExampleDataPlatformNodePoolApiService_PatchClusterNodepool() {
	client, stop := embedded()
	defer stop()
	clusterID := createCluster(client, "lake")
	id := createNodePool(client, clusterID, "workers")

	change := ionoscloud.NewPatchNodePoolProperties()
	change.SetNodeCount(5)
	change.SetAutoScalingNil()
	pool, _, err := client.DataPlatformNodePoolApi.PatchClusterNodepool(context.Background(), clusterID, id).
		PatchNodePoolRequest(*ionoscloud.NewPatchNodePoolRequest(*change)).Execute()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*pool.Properties.NodeCount, pool.Properties.HasAutoScaling())
	// Output: 5 false
}

func ExampleDataPlatformNodePoolApiService_DeleteClusterNodepool() {
	client, stop := embedded()
	defer stop()
	clusterID := createCluster(client, "lake")
	id := createNodePool(client, clusterID, "workers")

	_, resp, err := client.DataPlatformNodePoolApi.DeleteClusterNodepool(context.Background(), clusterID, id).Execute()
	fmt.Println(resp.StatusCode, err)
	// Output: 202 <nil>
}

func ExampleDataPlatformMetaDataApiService_VersionsGet() {
	client, stop := embedded(dataplatformtest.WithVersions("24.7", "24.11"))
	defer stop()

	versions, _, err := client.DataPlatformMetaDataApi.VersionsGet(context.Background()).Execute()
	fmt.Println(*versions.Items, err)
	// Output: [24.7 24.11] <nil>
}

func ExampleGenericOpenAPIError() {
	client, stop := embedded()
	defer stop()
	ctx, id := context.Background(), datacenterID

	cluster, resp, err := client.DataPlatformClusterApi.GetCluster(ctx, id).Execute()
	switch {
	case errors.Is(err, ionoscloud.ErrNotFound): // as resp.HttpNotFound()
	case errors.Is(err, ionoscloud.ErrRateLimited), errors.Is(err, ionoscloud.ErrUnavailable): // later
	case errors.Is(err, ctx.Err()): // cancelled, or out of time
	}
	var apiError ionoscloud.GenericOpenAPIError
	if errors.As(err, &apiError) {
		fmt.Println(apiError.StatusCode(), apiError.Operation())
	}
	_, _ = cluster, resp
	// Output: 404 GetCluster
}

// Everything that is wrong is told at once, before anything is sent.
func ExampleValidationError() {
	properties := ionoscloud.NewCreateNodePoolProperties("workers", 0)
	properties.SetRamSize(3000)
	err := ionoscloud.NewCreateNodePoolRequest(*properties).Validate()

	var invalid *ionoscloud.ValidationError
	if errors.As(err, &invalid) {
		for _, field := range invalid.Fields {
			fmt.Println(field.Path)
		}
	}
	// Output:
	// properties.nodeCount
	// properties.ramSize
}

// A token source supplies the token of each call; this one always has the same.
func ExampleConfiguration_tokenSource() {
	cfg := ionoscloud.NewConfiguration("", "", "", "")
	cfg.TokenSource = oauth2.StaticTokenSource(&oauth2.Token{AccessToken: os.Getenv("IONOS_TOKEN")})
	client := ionoscloud.NewAPIClient(cfg)
	fmt.Println(client.GetConfig().Servers[0].URL)
	// Output: https://api.ionos.com/dataplatform
}

// A credential in the context counts for the calls made with it.
func ExampleBasicAuth() {
	client, stop := embedded()
	defer stop()

	ctx := context.WithValue(context.Background(), ionoscloud.ContextBasicAuth,
		ionoscloud.BasicAuth{UserName: "user", Password: "forgotten"})
	_, _, err := client.DataPlatformClusterApi.GetClusters(ctx).Execute()
	fmt.Println(errors.Is(err, ionoscloud.ErrUnauthorized))
	// Output: true
}

func TestTheEmbeddedAPIInATest(t *testing.T) {
	server := dataplatformtest.NewServer(t)
	client := ionoscloud.NewAPIClient(ionoscloud.NewConfiguration("user", "password", "", server.URL))
	clusters, _, err := client.DataPlatformClusterApi.GetClusters(t.Context()).Execute()
	require.NoError(t, err)
	require.Empty(t, *clusters.Items)
}
