// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"context"
	"net/http"
)

// DataPlatformNodePoolApiService: Node pools of a cluster.
type DataPlatformNodePoolApiService service

var opCreateClusterNodepool = &operation{
	class:  "DataPlatformNodePoolApi",
	names:  []string{"CreateClusterNodepool", "ClustersNodepoolsPost"},
	title:  "create node pool in cluster {clusterId}",
	method: http.MethodPost,
	path:   "/clusters/{clusterId}/nodepools",
}

// ApiCreateClusterNodepoolRequest is a call of
// [DataPlatformNodePoolApiService.CreateClusterNodepool] in the making.
type ApiCreateClusterNodepoolRequest struct {
	ctx                   context.Context
	ApiService            *DataPlatformNodePoolApiService
	clusterId             string
	createNodePoolRequest *CreateNodePoolRequest
}

// CreateClusterNodepool: Create node pool.
//
// Orders a node pool for a cluster. The order is accepted at once and carried
// out afterwards: poll `GetClusterNodepool` until `metadata.state` is
// `AVAILABLE` or `FAILED`.
//
// clusterId: The cluster's UUID; the dashes may be left out. 32 to 36
// characters. Matches
// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
//
// Its body is a [CreateNodePoolRequest] (required).
//
// It sends POST /clusters/{clusterId}/nodepools. Its second name is
// [DataPlatformNodePoolApiService.ClustersNodepoolsPost].
func (a *DataPlatformNodePoolApiService) CreateClusterNodepool(ctx context.Context, clusterId string) ApiCreateClusterNodepoolRequest {
	return ApiCreateClusterNodepoolRequest{ctx: ctx, ApiService: a, clusterId: clusterId}
}

// CreateNodePoolRequest sets the body of the request. It is copied; what it
// points to is not.
func (r ApiCreateClusterNodepoolRequest) CreateNodePoolRequest(createNodePoolRequest CreateNodePoolRequest) ApiCreateClusterNodepoolRequest {
	r.createNodePoolRequest = &createNodePoolRequest
	return r
}

// Execute makes the call.
func (r ApiCreateClusterNodepoolRequest) Execute() (NodePoolResponseData, *APIResponse, error) {
	return r.ApiService.CreateClusterNodepoolExecute(r)
}

// CreateClusterNodepoolExecute makes the call of a request that
// [DataPlatformNodePoolApiService.CreateClusterNodepool] has begun.
func (a *DataPlatformNodePoolApiService) CreateClusterNodepoolExecute(r ApiCreateClusterNodepoolRequest) (NodePoolResponseData, *APIResponse, error) {
	return execute[NodePoolResponseData](r.ctx, (*service)(a), opCreateClusterNodepool, "CreateClusterNodepool", r.input())
}

func (r *ApiCreateClusterNodepoolRequest) input() input {
	in := input{path: []param{
		{name: "clusterId", value: r.clusterId, rule: ruleClusterIdParameter},
	}, bodyName: "createNodePoolRequest"}
	if r.createNodePoolRequest != nil {
		in.body = r.createNodePoolRequest
	}
	return in
}

var opGetClusterNodepools = &operation{
	class:  "DataPlatformNodePoolApi",
	names:  []string{"GetClusterNodepools", "ClustersNodepoolsGet"},
	title:  "list node pools of cluster {clusterId}",
	method: http.MethodGet,
	path:   "/clusters/{clusterId}/nodepools",
}

// ApiGetClusterNodepoolsRequest is a call of
// [DataPlatformNodePoolApiService.GetClusterNodepools] in the making.
type ApiGetClusterNodepoolsRequest struct {
	ctx        context.Context
	ApiService *DataPlatformNodePoolApiService
	clusterId  string
}

// GetClusterNodepools: List node pools.
//
// Lists the node pools of a cluster, all of them in one answer: there is no
// filter and no paging.
//
// clusterId: The cluster's UUID; the dashes may be left out. 32 to 36
// characters. Matches
// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
//
// It sends GET /clusters/{clusterId}/nodepools. Its second name is
// [DataPlatformNodePoolApiService.ClustersNodepoolsGet].
func (a *DataPlatformNodePoolApiService) GetClusterNodepools(ctx context.Context, clusterId string) ApiGetClusterNodepoolsRequest {
	return ApiGetClusterNodepoolsRequest{ctx: ctx, ApiService: a, clusterId: clusterId}
}

// Execute makes the call.
func (r ApiGetClusterNodepoolsRequest) Execute() (NodePoolListResponseData, *APIResponse, error) {
	return r.ApiService.GetClusterNodepoolsExecute(r)
}

// GetClusterNodepoolsExecute makes the call of a request that
// [DataPlatformNodePoolApiService.GetClusterNodepools] has begun.
func (a *DataPlatformNodePoolApiService) GetClusterNodepoolsExecute(r ApiGetClusterNodepoolsRequest) (NodePoolListResponseData, *APIResponse, error) {
	return execute[NodePoolListResponseData](r.ctx, (*service)(a), opGetClusterNodepools, "GetClusterNodepools", r.input())
}

func (r *ApiGetClusterNodepoolsRequest) input() input {
	return input{path: []param{
		{name: "clusterId", value: r.clusterId, rule: ruleClusterIdParameter},
	}}
}

var opGetClusterNodepool = &operation{
	class:  "DataPlatformNodePoolApi",
	names:  []string{"GetClusterNodepool", "ClustersNodepoolsFindById"},
	title:  "get node pool {nodepoolId} of cluster {clusterId}",
	method: http.MethodGet,
	path:   "/clusters/{clusterId}/nodepools/{nodepoolId}",
}

// ApiGetClusterNodepoolRequest is a call of
// [DataPlatformNodePoolApiService.GetClusterNodepool] in the making.
type ApiGetClusterNodepoolRequest struct {
	ctx        context.Context
	ApiService *DataPlatformNodePoolApiService
	clusterId  string
	nodepoolId string
}

// GetClusterNodepool: Get node pool.
//
// Reads one node pool. Poll it to follow `metadata.state`.
//
// clusterId: The cluster's UUID; the dashes may be left out. 32 to 36
// characters. Matches
// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
//
// nodepoolId: The node pool's UUID; the dashes may be left out. 32 to 36
// characters. Matches
// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
//
// It sends GET /clusters/{clusterId}/nodepools/{nodepoolId}. Its second name
// is [DataPlatformNodePoolApiService.ClustersNodepoolsFindById].
func (a *DataPlatformNodePoolApiService) GetClusterNodepool(ctx context.Context, clusterId string, nodepoolId string) ApiGetClusterNodepoolRequest {
	return ApiGetClusterNodepoolRequest{ctx: ctx, ApiService: a, clusterId: clusterId, nodepoolId: nodepoolId}
}

// Execute makes the call.
func (r ApiGetClusterNodepoolRequest) Execute() (NodePoolResponseData, *APIResponse, error) {
	return r.ApiService.GetClusterNodepoolExecute(r)
}

// GetClusterNodepoolExecute makes the call of a request that
// [DataPlatformNodePoolApiService.GetClusterNodepool] has begun.
func (a *DataPlatformNodePoolApiService) GetClusterNodepoolExecute(r ApiGetClusterNodepoolRequest) (NodePoolResponseData, *APIResponse, error) {
	return execute[NodePoolResponseData](r.ctx, (*service)(a), opGetClusterNodepool, "GetClusterNodepool", r.input())
}

func (r *ApiGetClusterNodepoolRequest) input() input {
	return input{path: []param{
		{name: "clusterId", value: r.clusterId, rule: ruleClusterIdParameter},
		{name: "nodepoolId", value: r.nodepoolId, rule: ruleNodepoolIdParameter},
	}}
}

var opPatchClusterNodepool = &operation{
	class:  "DataPlatformNodePoolApi",
	names:  []string{"PatchClusterNodepool", "ClustersNodepoolsPatch"},
	title:  "patch node pool {nodepoolId} of cluster {clusterId}",
	method: http.MethodPatch,
	path:   "/clusters/{clusterId}/nodepools/{nodepoolId}",
}

// ApiPatchClusterNodepoolRequest is a call of
// [DataPlatformNodePoolApiService.PatchClusterNodepool] in the making.
type ApiPatchClusterNodepoolRequest struct {
	ctx                  context.Context
	ApiService           *DataPlatformNodePoolApiService
	clusterId            string
	nodepoolId           string
	patchNodePoolRequest *PatchNodePoolRequest
}

// PatchClusterNodepool: Patch node pool.
//
// Changes the properties that the request names and leaves the others as they
// are. The change is accepted at once and carried out afterwards (`BUSY`,
// `UPDATING`, then `AVAILABLE` or `FAILED_UPDATING`). An explicit `null` for
// `autoScaling` switches auto-scaling off, leaving it out keeps it.
//
// clusterId: The cluster's UUID; the dashes may be left out. 32 to 36
// characters. Matches
// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
//
// nodepoolId: The node pool's UUID; the dashes may be left out. 32 to 36
// characters. Matches
// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
//
// Its body is a [PatchNodePoolRequest] (required).
//
// It sends PATCH /clusters/{clusterId}/nodepools/{nodepoolId}. Its second
// name is [DataPlatformNodePoolApiService.ClustersNodepoolsPatch].
func (a *DataPlatformNodePoolApiService) PatchClusterNodepool(ctx context.Context, clusterId string, nodepoolId string) ApiPatchClusterNodepoolRequest {
	return ApiPatchClusterNodepoolRequest{ctx: ctx, ApiService: a, clusterId: clusterId, nodepoolId: nodepoolId}
}

// PatchNodePoolRequest sets the body of the request. It is copied; what it
// points to is not.
func (r ApiPatchClusterNodepoolRequest) PatchNodePoolRequest(patchNodePoolRequest PatchNodePoolRequest) ApiPatchClusterNodepoolRequest {
	r.patchNodePoolRequest = &patchNodePoolRequest
	return r
}

// Execute makes the call.
func (r ApiPatchClusterNodepoolRequest) Execute() (NodePoolResponseData, *APIResponse, error) {
	return r.ApiService.PatchClusterNodepoolExecute(r)
}

// PatchClusterNodepoolExecute makes the call of a request that
// [DataPlatformNodePoolApiService.PatchClusterNodepool] has begun.
func (a *DataPlatformNodePoolApiService) PatchClusterNodepoolExecute(r ApiPatchClusterNodepoolRequest) (NodePoolResponseData, *APIResponse, error) {
	return execute[NodePoolResponseData](r.ctx, (*service)(a), opPatchClusterNodepool, "PatchClusterNodepool", r.input())
}

func (r *ApiPatchClusterNodepoolRequest) input() input {
	in := input{path: []param{
		{name: "clusterId", value: r.clusterId, rule: ruleClusterIdParameter},
		{name: "nodepoolId", value: r.nodepoolId, rule: ruleNodepoolIdParameter},
	}, bodyName: "patchNodePoolRequest"}
	if r.patchNodePoolRequest != nil {
		in.body = r.patchNodePoolRequest
	}
	return in
}

var opDeleteClusterNodepool = &operation{
	class:  "DataPlatformNodePoolApi",
	names:  []string{"DeleteClusterNodepool", "ClustersNodepoolsDelete"},
	title:  "delete node pool {nodepoolId} of cluster {clusterId}",
	method: http.MethodDelete,
	path:   "/clusters/{clusterId}/nodepools/{nodepoolId}",
}

// ApiDeleteClusterNodepoolRequest is a call of
// [DataPlatformNodePoolApiService.DeleteClusterNodepool] in the making.
type ApiDeleteClusterNodepoolRequest struct {
	ctx        context.Context
	ApiService *DataPlatformNodePoolApiService
	clusterId  string
	nodepoolId string
}

// DeleteClusterNodepool: Delete node pool.
//
// Removes a node pool. The order is accepted at once and carried out
// afterwards (`DESTROYING`); when it is done the node pool answers 404, and
// when it fails its state is `FAILED_DESTROYING`.
//
// clusterId: The cluster's UUID; the dashes may be left out. 32 to 36
// characters. Matches
// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
//
// nodepoolId: The node pool's UUID; the dashes may be left out. 32 to 36
// characters. Matches
// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
//
// It sends DELETE /clusters/{clusterId}/nodepools/{nodepoolId}. Its second
// name is [DataPlatformNodePoolApiService.ClustersNodepoolsDelete].
func (a *DataPlatformNodePoolApiService) DeleteClusterNodepool(ctx context.Context, clusterId string, nodepoolId string) ApiDeleteClusterNodepoolRequest {
	return ApiDeleteClusterNodepoolRequest{ctx: ctx, ApiService: a, clusterId: clusterId, nodepoolId: nodepoolId}
}

// Execute makes the call.
func (r ApiDeleteClusterNodepoolRequest) Execute() (NodePoolResponseData, *APIResponse, error) {
	return r.ApiService.DeleteClusterNodepoolExecute(r)
}

// DeleteClusterNodepoolExecute makes the call of a request that
// [DataPlatformNodePoolApiService.DeleteClusterNodepool] has begun.
func (a *DataPlatformNodePoolApiService) DeleteClusterNodepoolExecute(r ApiDeleteClusterNodepoolRequest) (NodePoolResponseData, *APIResponse, error) {
	return execute[NodePoolResponseData](r.ctx, (*service)(a), opDeleteClusterNodepool, "DeleteClusterNodepool", r.input())
}

func (r *ApiDeleteClusterNodepoolRequest) input() input {
	return input{path: []param{
		{name: "clusterId", value: r.clusterId, rule: ruleClusterIdParameter},
		{name: "nodepoolId", value: r.nodepoolId, rule: ruleNodepoolIdParameter},
	}}
}
