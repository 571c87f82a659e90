// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

// APIClient calls the Managed Stackable Data Platform. Make one with
// [NewAPIClient] and share it: it is safe for concurrent use and keeps its
// connections for the next call.
type APIClient struct {
	clientState

	// Clusters and their kubeconfig.
	DataPlatformClusterApi *DataPlatformClusterApiService
	// Node pools of a cluster.
	DataPlatformNodePoolApi *DataPlatformNodePoolApiService
	// What the service offers.
	DataPlatformMetaDataApi *DataPlatformMetaDataApiService
}

// addServices gives the client its services, each a way to the same state.
func (c *APIClient) addServices() {
	c.common.client = func() *APIClient { return c }
	c.DataPlatformClusterApi = (*DataPlatformClusterApiService)(&c.common)
	c.DataPlatformNodePoolApi = (*DataPlatformNodePoolApiService)(&c.common)
	c.DataPlatformMetaDataApi = (*DataPlatformMetaDataApiService)(&c.common)
}
