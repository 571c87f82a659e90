// Onecall is the smallest program that makes one call: it prints the state of
// the cluster whose id it is given. It is here to be built, for the size of the
// binary and the time that building takes.
package main

import (
	"context"
	"fmt"
	"os"

	sdk "github.com/ionos-cloud/sdk-go-dataplatform"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: onecall <cluster id>")
		os.Exit(2)
	}
	client := sdk.NewAPIClient(sdk.NewConfigurationFromEnv())
	cluster, _, err := client.DataPlatformClusterApi.ClustersFindById(context.Background(), os.Args[1]).Execute()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if cluster.Metadata != nil && cluster.Metadata.State != nil {
		fmt.Println(*cluster.Metadata.State)
	}
}
