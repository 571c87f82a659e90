// Package ionoscloud is the Go SDK of the IONOS Managed Stackable Data
// Platform: Kubernetes clusters with Stackable operators in a virtual data
// center of the customer, node pools under them, and the kubeconfig to reach
// them.
//
// A [Configuration] says where the service is and who calls it, [NewAPIClient]
// makes a client of it, and the client's services build typed requests:
//
//	client := ionoscloud.NewAPIClient(ionoscloud.NewConfigurationFromEnv())
//	clusters, _, err := client.DataPlatformClusterApi.GetClusters(ctx).Execute()
//
// A client is safe for concurrent use and keeps its connections; one for the
// whole program is enough. The package is a drop-in for every published release
// of this module; docs/ARCHITECTURE.md tells how it is built.
package ionoscloud
