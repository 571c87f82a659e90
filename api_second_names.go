// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

// The second names of the operations: those that release 1.0.1 introduced. They
// take the same path as the first ones, which read better and are documented.

import "context"

// ApiClustersPostRequest is [ApiCreateClusterRequest] under the second
// name of its operation.
type ApiClustersPostRequest ApiCreateClusterRequest

// ClustersPost is the second name of
// [DataPlatformClusterApiService.CreateCluster].
func (a *DataPlatformClusterApiService) ClustersPost(ctx context.Context) ApiClustersPostRequest {
	return ApiClustersPostRequest(a.CreateCluster(ctx))
}

// CreateClusterRequest sets the body of the request. It is copied; what it
// points to is not.
func (r ApiClustersPostRequest) CreateClusterRequest(createClusterRequest CreateClusterRequest) ApiClustersPostRequest {
	r.createClusterRequest = &createClusterRequest
	return r
}

// Execute makes the call.
func (r ApiClustersPostRequest) Execute() (ClusterResponseData, *APIResponse, error) {
	return r.ApiService.ClustersPostExecute(r)
}

// ClustersPostExecute makes the call of a request that
// [DataPlatformClusterApiService.ClustersPost] has begun.
func (a *DataPlatformClusterApiService) ClustersPostExecute(r ApiClustersPostRequest) (ClusterResponseData, *APIResponse, error) {
	return execute[ClusterResponseData](r.ctx, (*service)(a), opCreateCluster, "ClustersPost", (*ApiCreateClusterRequest)(&r).input())
}

// ApiClustersGetRequest is [ApiGetClustersRequest] under the second
// name of its operation.
type ApiClustersGetRequest ApiGetClustersRequest

// ClustersGet is the second name of
// [DataPlatformClusterApiService.GetClusters].
func (a *DataPlatformClusterApiService) ClustersGet(ctx context.Context) ApiClustersGetRequest {
	return ApiClustersGetRequest(a.GetClusters(ctx))
}

// Name sets the query parameter name. Keeps the clusters whose name contains
// this text; upper and lower case are the same. At most 63 characters.
// Matches ^[-A-Za-z0-9_.]*$.
func (r ApiClustersGetRequest) Name(name string) ApiClustersGetRequest {
	r.queryName = &name
	return r
}

// Execute makes the call.
func (r ApiClustersGetRequest) Execute() (ClusterListResponseData, *APIResponse, error) {
	return r.ApiService.ClustersGetExecute(r)
}

// ClustersGetExecute makes the call of a request that
// [DataPlatformClusterApiService.ClustersGet] has begun.
func (a *DataPlatformClusterApiService) ClustersGetExecute(r ApiClustersGetRequest) (ClusterListResponseData, *APIResponse, error) {
	return execute[ClusterListResponseData](r.ctx, (*service)(a), opGetClusters, "ClustersGet", (*ApiGetClustersRequest)(&r).input())
}

// ApiClustersFindByIdRequest is [ApiGetClusterRequest] under the second
// name of its operation.
type ApiClustersFindByIdRequest ApiGetClusterRequest

// ClustersFindById is the second name of
// [DataPlatformClusterApiService.GetCluster].
func (a *DataPlatformClusterApiService) ClustersFindById(ctx context.Context, clusterId string) ApiClustersFindByIdRequest {
	return ApiClustersFindByIdRequest(a.GetCluster(ctx, clusterId))
}

// Execute makes the call.
func (r ApiClustersFindByIdRequest) Execute() (ClusterResponseData, *APIResponse, error) {
	return r.ApiService.ClustersFindByIdExecute(r)
}

// ClustersFindByIdExecute makes the call of a request that
// [DataPlatformClusterApiService.ClustersFindById] has begun.
func (a *DataPlatformClusterApiService) ClustersFindByIdExecute(r ApiClustersFindByIdRequest) (ClusterResponseData, *APIResponse, error) {
	return execute[ClusterResponseData](r.ctx, (*service)(a), opGetCluster, "ClustersFindById", (*ApiGetClusterRequest)(&r).input())
}

// ApiClustersPatchRequest is [ApiPatchClusterRequest] under the second
// name of its operation.
type ApiClustersPatchRequest ApiPatchClusterRequest

// ClustersPatch is the second name of
// [DataPlatformClusterApiService.PatchCluster].
func (a *DataPlatformClusterApiService) ClustersPatch(ctx context.Context, clusterId string) ApiClustersPatchRequest {
	return ApiClustersPatchRequest(a.PatchCluster(ctx, clusterId))
}

// PatchClusterRequest sets the body of the request. It is copied; what it
// points to is not.
func (r ApiClustersPatchRequest) PatchClusterRequest(patchClusterRequest PatchClusterRequest) ApiClustersPatchRequest {
	r.patchClusterRequest = &patchClusterRequest
	return r
}

// Execute makes the call.
func (r ApiClustersPatchRequest) Execute() (ClusterResponseData, *APIResponse, error) {
	return r.ApiService.ClustersPatchExecute(r)
}

// ClustersPatchExecute makes the call of a request that
// [DataPlatformClusterApiService.ClustersPatch] has begun.
func (a *DataPlatformClusterApiService) ClustersPatchExecute(r ApiClustersPatchRequest) (ClusterResponseData, *APIResponse, error) {
	return execute[ClusterResponseData](r.ctx, (*service)(a), opPatchCluster, "ClustersPatch", (*ApiPatchClusterRequest)(&r).input())
}

// ApiClustersDeleteRequest is [ApiDeleteClusterRequest] under the second
// name of its operation.
type ApiClustersDeleteRequest ApiDeleteClusterRequest

// ClustersDelete is the second name of
// [DataPlatformClusterApiService.DeleteCluster].
func (a *DataPlatformClusterApiService) ClustersDelete(ctx context.Context, clusterId string) ApiClustersDeleteRequest {
	return ApiClustersDeleteRequest(a.DeleteCluster(ctx, clusterId))
}

// Execute makes the call.
func (r ApiClustersDeleteRequest) Execute() (ClusterResponseData, *APIResponse, error) {
	return r.ApiService.ClustersDeleteExecute(r)
}

// ClustersDeleteExecute makes the call of a request that
// [DataPlatformClusterApiService.ClustersDelete] has begun.
func (a *DataPlatformClusterApiService) ClustersDeleteExecute(r ApiClustersDeleteRequest) (ClusterResponseData, *APIResponse, error) {
	return execute[ClusterResponseData](r.ctx, (*service)(a), opDeleteCluster, "ClustersDelete", (*ApiDeleteClusterRequest)(&r).input())
}

// ApiClustersKubeconfigFindByClusterIdRequest is [ApiGetClusterKubeconfigRequest] under the second
// name of its operation.
type ApiClustersKubeconfigFindByClusterIdRequest ApiGetClusterKubeconfigRequest

// ClustersKubeconfigFindByClusterId is the second name of
// [DataPlatformClusterApiService.GetClusterKubeconfig]; it answers the decoded document.
func (a *DataPlatformClusterApiService) ClustersKubeconfigFindByClusterId(ctx context.Context, clusterId string) ApiClustersKubeconfigFindByClusterIdRequest {
	return ApiClustersKubeconfigFindByClusterIdRequest(a.GetClusterKubeconfig(ctx, clusterId))
}

// Execute makes the call.
func (r ApiClustersKubeconfigFindByClusterIdRequest) Execute() (map[string]interface{}, *APIResponse, error) {
	return r.ApiService.ClustersKubeconfigFindByClusterIdExecute(r)
}

// ClustersKubeconfigFindByClusterIdExecute makes the call of a request that
// [DataPlatformClusterApiService.ClustersKubeconfigFindByClusterId] has begun.
func (a *DataPlatformClusterApiService) ClustersKubeconfigFindByClusterIdExecute(r ApiClustersKubeconfigFindByClusterIdRequest) (map[string]interface{}, *APIResponse, error) {
	return execute[map[string]interface{}](r.ctx, (*service)(a), opGetClusterKubeconfig, "ClustersKubeconfigFindByClusterId", (*ApiGetClusterKubeconfigRequest)(&r).input())
}

// ApiClustersNodepoolsPostRequest is [ApiCreateClusterNodepoolRequest] under the second
// name of its operation.
type ApiClustersNodepoolsPostRequest ApiCreateClusterNodepoolRequest

// ClustersNodepoolsPost is the second name of
// [DataPlatformNodePoolApiService.CreateClusterNodepool].
func (a *DataPlatformNodePoolApiService) ClustersNodepoolsPost(ctx context.Context, clusterId string) ApiClustersNodepoolsPostRequest {
	return ApiClustersNodepoolsPostRequest(a.CreateClusterNodepool(ctx, clusterId))
}

// CreateNodePoolRequest sets the body of the request. It is copied; what it
// points to is not.
func (r ApiClustersNodepoolsPostRequest) CreateNodePoolRequest(createNodePoolRequest CreateNodePoolRequest) ApiClustersNodepoolsPostRequest {
	r.createNodePoolRequest = &createNodePoolRequest
	return r
}

// Execute makes the call.
func (r ApiClustersNodepoolsPostRequest) Execute() (NodePoolResponseData, *APIResponse, error) {
	return r.ApiService.ClustersNodepoolsPostExecute(r)
}

// ClustersNodepoolsPostExecute makes the call of a request that
// [DataPlatformNodePoolApiService.ClustersNodepoolsPost] has begun.
func (a *DataPlatformNodePoolApiService) ClustersNodepoolsPostExecute(r ApiClustersNodepoolsPostRequest) (NodePoolResponseData, *APIResponse, error) {
	return execute[NodePoolResponseData](r.ctx, (*service)(a), opCreateClusterNodepool, "ClustersNodepoolsPost", (*ApiCreateClusterNodepoolRequest)(&r).input())
}

// ApiClustersNodepoolsGetRequest is [ApiGetClusterNodepoolsRequest] under the second
// name of its operation.
type ApiClustersNodepoolsGetRequest ApiGetClusterNodepoolsRequest

// ClustersNodepoolsGet is the second name of
// [DataPlatformNodePoolApiService.GetClusterNodepools].
func (a *DataPlatformNodePoolApiService) ClustersNodepoolsGet(ctx context.Context, clusterId string) ApiClustersNodepoolsGetRequest {
	return ApiClustersNodepoolsGetRequest(a.GetClusterNodepools(ctx, clusterId))
}

// Execute makes the call.
func (r ApiClustersNodepoolsGetRequest) Execute() (NodePoolListResponseData, *APIResponse, error) {
	return r.ApiService.ClustersNodepoolsGetExecute(r)
}

// ClustersNodepoolsGetExecute makes the call of a request that
// [DataPlatformNodePoolApiService.ClustersNodepoolsGet] has begun.
func (a *DataPlatformNodePoolApiService) ClustersNodepoolsGetExecute(r ApiClustersNodepoolsGetRequest) (NodePoolListResponseData, *APIResponse, error) {
	return execute[NodePoolListResponseData](r.ctx, (*service)(a), opGetClusterNodepools, "ClustersNodepoolsGet", (*ApiGetClusterNodepoolsRequest)(&r).input())
}

// ApiClustersNodepoolsFindByIdRequest is [ApiGetClusterNodepoolRequest] under the second
// name of its operation.
type ApiClustersNodepoolsFindByIdRequest ApiGetClusterNodepoolRequest

// ClustersNodepoolsFindById is the second name of
// [DataPlatformNodePoolApiService.GetClusterNodepool].
func (a *DataPlatformNodePoolApiService) ClustersNodepoolsFindById(ctx context.Context, clusterId string, nodepoolId string) ApiClustersNodepoolsFindByIdRequest {
	return ApiClustersNodepoolsFindByIdRequest(a.GetClusterNodepool(ctx, clusterId, nodepoolId))
}

// Execute makes the call.
func (r ApiClustersNodepoolsFindByIdRequest) Execute() (NodePoolResponseData, *APIResponse, error) {
	return r.ApiService.ClustersNodepoolsFindByIdExecute(r)
}

// ClustersNodepoolsFindByIdExecute makes the call of a request that
// [DataPlatformNodePoolApiService.ClustersNodepoolsFindById] has begun.
func (a *DataPlatformNodePoolApiService) ClustersNodepoolsFindByIdExecute(r ApiClustersNodepoolsFindByIdRequest) (NodePoolResponseData, *APIResponse, error) {
	return execute[NodePoolResponseData](r.ctx, (*service)(a), opGetClusterNodepool, "ClustersNodepoolsFindById", (*ApiGetClusterNodepoolRequest)(&r).input())
}

// ApiClustersNodepoolsPatchRequest is [ApiPatchClusterNodepoolRequest] under the second
// name of its operation.
type ApiClustersNodepoolsPatchRequest ApiPatchClusterNodepoolRequest

// ClustersNodepoolsPatch is the second name of
// [DataPlatformNodePoolApiService.PatchClusterNodepool].
func (a *DataPlatformNodePoolApiService) ClustersNodepoolsPatch(ctx context.Context, clusterId string, nodepoolId string) ApiClustersNodepoolsPatchRequest {
	return ApiClustersNodepoolsPatchRequest(a.PatchClusterNodepool(ctx, clusterId, nodepoolId))
}

// PatchNodePoolRequest sets the body of the request. It is copied; what it
// points to is not.
func (r ApiClustersNodepoolsPatchRequest) PatchNodePoolRequest(patchNodePoolRequest PatchNodePoolRequest) ApiClustersNodepoolsPatchRequest {
	r.patchNodePoolRequest = &patchNodePoolRequest
	return r
}

// Execute makes the call.
func (r ApiClustersNodepoolsPatchRequest) Execute() (NodePoolResponseData, *APIResponse, error) {
	return r.ApiService.ClustersNodepoolsPatchExecute(r)
}

// ClustersNodepoolsPatchExecute makes the call of a request that
// [DataPlatformNodePoolApiService.ClustersNodepoolsPatch] has begun.
func (a *DataPlatformNodePoolApiService) ClustersNodepoolsPatchExecute(r ApiClustersNodepoolsPatchRequest) (NodePoolResponseData, *APIResponse, error) {
	return execute[NodePoolResponseData](r.ctx, (*service)(a), opPatchClusterNodepool, "ClustersNodepoolsPatch", (*ApiPatchClusterNodepoolRequest)(&r).input())
}

// ApiClustersNodepoolsDeleteRequest is [ApiDeleteClusterNodepoolRequest] under the second
// name of its operation.
type ApiClustersNodepoolsDeleteRequest ApiDeleteClusterNodepoolRequest

// ClustersNodepoolsDelete is the second name of
// [DataPlatformNodePoolApiService.DeleteClusterNodepool].
func (a *DataPlatformNodePoolApiService) ClustersNodepoolsDelete(ctx context.Context, clusterId string, nodepoolId string) ApiClustersNodepoolsDeleteRequest {
	return ApiClustersNodepoolsDeleteRequest(a.DeleteClusterNodepool(ctx, clusterId, nodepoolId))
}

// Execute makes the call.
func (r ApiClustersNodepoolsDeleteRequest) Execute() (NodePoolResponseData, *APIResponse, error) {
	return r.ApiService.ClustersNodepoolsDeleteExecute(r)
}

// ClustersNodepoolsDeleteExecute makes the call of a request that
// [DataPlatformNodePoolApiService.ClustersNodepoolsDelete] has begun.
func (a *DataPlatformNodePoolApiService) ClustersNodepoolsDeleteExecute(r ApiClustersNodepoolsDeleteRequest) (NodePoolResponseData, *APIResponse, error) {
	return execute[NodePoolResponseData](r.ctx, (*service)(a), opDeleteClusterNodepool, "ClustersNodepoolsDelete", (*ApiDeleteClusterNodepoolRequest)(&r).input())
}
