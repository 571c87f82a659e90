package ionoscloud_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// Create and wait, in one line.
func ExampleAPIClient_Await() {
	client, stop := embedded()
	defer stop()
	request := ionoscloud.NewCreateClusterRequest(*ionoscloud.NewCreateClusterProperties("lake", datacenterID))

	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	defer cancel()
	cluster, err := client.Await(ctx).Cluster(
		client.DataPlatformClusterApi.CreateCluster(ctx).CreateClusterRequest(*request).Execute())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*cluster.Properties.Name, *cluster.Metadata.State)

	// And away again.
	_, err = client.Await(ctx).Cluster(
		client.DataPlatformClusterApi.DeleteCluster(ctx, *cluster.Id).Execute())
	fmt.Println(err)
	// Output:
	// lake AVAILABLE
	// <nil>
}

func ExampleAPIClient_AwaitCluster() {
	client, stop := embedded()
	defer stop()
	ctx, id := context.Background(), createCluster(client, "lake")

	cluster, err := client.AwaitCluster(ctx, id, ionoscloud.UntilAvailable(),
		ionoscloud.WithProgress(func(p ionoscloud.Progress) {
			fmt.Println(p.State, p.Elapsed.Round(time.Hour), p.Tries)
		}))
	fmt.Println(*cluster.Properties.Name, err)
	// Output:
	// AVAILABLE 0s 1
	// lake <nil>
}

func ExampleAPIClient_AwaitNodePool() {
	client, stop := embedded()
	defer stop()
	ctx := context.Background()
	clusterID := createCluster(client, "lake")
	id := createNodePool(client, clusterID, "workers")

	pool, err := client.AwaitNodePool(ctx, clusterID, id,
		ionoscloud.UntilState(ionoscloud.StateAvailable, ionoscloud.StateFailed))
	fmt.Println(*pool.Metadata.State, err)
	// Output: AVAILABLE <nil>
}

func ExampleWaitError() {
	client, stop := embedded(dataplatformtest.WithScript(
		func(change dataplatformtest.Change, usual dataplatformtest.Outcome) dataplatformtest.Outcome {
			return dataplatformtest.Outcome{Fails: true}
		}))
	defer stop()
	ctx, id := context.Background(), createCluster(client, "lake")

	_, err := client.AwaitCluster(ctx, id, ionoscloud.UntilAvailable())
	switch {
	case errors.Is(err, ionoscloud.ErrFailedState): // the service gave up
	case errors.Is(err, ionoscloud.ErrNotFound): // it is not there (any more)
	case errors.Is(err, ctx.Err()): // out of time, or cancelled
	}
	var waitError *ionoscloud.WaitError
	if errors.As(err, &waitError) {
		fmt.Println(waitError.State, waitError.Message, waitError.Tries)
	}
	// Output: FAILED  1
}

// One list request a round for all node pools of a cluster.
func ExampleAPIClient_AwaitAll() {
	client, stop := embedded()
	defer stop()
	ctx, clusterID := context.Background(), createCluster(client, "lake")
	one, two := createNodePool(client, clusterID, "one"), createNodePool(client, clusterID, "two")

	outcomes, err := client.AwaitAll(ctx, []ionoscloud.Wait{
		ionoscloud.NodePoolWait(clusterID, one, ionoscloud.UntilAvailable()),
		ionoscloud.NodePoolWait(clusterID, two, ionoscloud.UntilAvailable()),
	})
	fmt.Println(len(outcomes), err)
	// Output: 2 <nil>
}

// One process begins, another one goes on.
func ExampleWait() {
	client, stop := embedded()
	defer stop()
	ctx, id := context.Background(), createCluster(client, "lake")

	// One process:
	wait, err := ionoscloud.WaitForCluster(client.DataPlatformClusterApi.DeleteCluster(ctx, id).Execute())
	if err != nil {
		fmt.Println(err)
		return
	}
	token, err := json.Marshal(wait)
	if err != nil {
		fmt.Println(err)
		return
	}

	// Another one:
	var resumed ionoscloud.Wait
	if err := json.Unmarshal(token, &resumed); err != nil {
		fmt.Println(err)
		return
	}
	outcomes, err := client.AwaitAll(ctx, []ionoscloud.Wait{resumed})
	fmt.Println(outcomes[0].Done, err)
	// Output: true <nil>
}

func ExampleAPIClient_EnsureCluster() {
	client, stop := embedded()
	defer stop()
	ctx := context.Background()

	request := ionoscloud.NewCreateClusterRequest(*ionoscloud.NewCreateClusterProperties("lake", datacenterID))
	ensured, err := client.EnsureCluster(ctx, *request)
	if err != nil {
		fmt.Println(err)
		return
	}
	outcomes, err := client.AwaitAll(ctx, []ionoscloud.Wait{ensured.Wait()})
	fmt.Println(ensured.Created, *outcomes[0].Cluster.Metadata.State, err)
	// Output: true AVAILABLE <nil>
}

// What is there already is not changed; the difference tells what to do about it.
func ExampleAPIClient_EnsureNodePool() {
	client, stop := embedded()
	defer stop()
	ctx, clusterID := context.Background(), createCluster(client, "lake")
	createNodePool(client, clusterID, "workers")

	properties := ionoscloud.NewCreateNodePoolProperties("workers", 5)
	ensured, err := client.EnsureNodePool(ctx, clusterID, *ionoscloud.NewCreateNodePoolRequest(*properties))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(ensured.Created, ensured.Diff)
	if names := ensured.Diff.Replacements(); len(names) > 0 {
		fmt.Println("only another node pool can have", names)
	}
	if ensured.Diff.CanPatch() {
		change := ionoscloud.NewPatchNodePoolRequest(ensured.Diff.Patch)
		pool, err := client.Await(ctx).NodePool(client.DataPlatformNodePoolApi.
			PatchClusterNodepool(ctx, clusterID, *ensured.NodePool.Id).PatchNodePoolRequest(*change).Execute())
		fmt.Println(*pool.Properties.NodeCount, err)
	}
	// Output:
	// false nodeCount: 3 → 5
	// 5 <nil>
}

func ExampleDiffNodePool() {
	client, stop := embedded()
	defer stop()
	clusterID := createCluster(client, "lake")
	request := ionoscloud.NewCreateNodePoolRequest(*ionoscloud.NewCreateNodePoolProperties("workers", 3))
	request.Properties.SetAutoScaling(*ionoscloud.NewAutoScaling(2, 5))
	have, _, err := client.DataPlatformNodePoolApi.CreateClusterNodepool(context.Background(), clusterID).
		CreateNodePoolRequest(*request).Execute()
	if err != nil {
		fmt.Println(err)
		return
	}

	want := ionoscloud.NewCreateNodePoolProperties("workers", 3)
	want.SetRamSize(8192)
	diff := ionoscloud.DiffNodePool(have, *want)
	patch, err := json.Marshal(diff.Patch)
	fmt.Println(string(patch), diff.Replacements(), err)
	// Output: {"autoScaling":null} [ramSize] <nil>
}

func ExampleDiffCluster() {
	have := *ionoscloud.NewClusterResponseData("", ionoscloud.Metadata{}, ionoscloud.Cluster{
		Name: ionoscloud.ToPtr("lake"),
		Lans: &[]ionoscloud.Lan{*ionoscloud.NewLan("1"), *ionoscloud.NewLan("2")},
	})
	want := ionoscloud.CreateClusterProperties{
		Name: ionoscloud.ToPtr("sea"),
		Lans: &[]ionoscloud.Lan{*ionoscloud.NewLan("2"), *ionoscloud.NewLan("1")}, // a set
	}
	fmt.Println(ionoscloud.DiffCluster(have, want))
	// Output: name: "lake" → "sea"
}
