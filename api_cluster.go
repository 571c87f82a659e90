// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"context"
	"net/http"
)

// DataPlatformClusterApiService: Clusters and their kubeconfig.
type DataPlatformClusterApiService service

var opCreateCluster = &operation{
	class:  "DataPlatformClusterApi",
	names:  []string{"CreateCluster", "ClustersPost"},
	title:  "create cluster",
	method: http.MethodPost,
	path:   "/clusters",
}

// ApiCreateClusterRequest is a call of
// [DataPlatformClusterApiService.CreateCluster] in the making.
type ApiCreateClusterRequest struct {
	ctx                  context.Context
	ApiService           *DataPlatformClusterApiService
	createClusterRequest *CreateClusterRequest
}

// CreateCluster: Create cluster.
//
// Orders a Data Platform cluster inside the given virtual data center. The
// order is accepted at once and carried out afterwards: the answer's
// `metadata.state` is `DEPLOYING`, and it becomes `AVAILABLE`, or `FAILED`,
// while you poll `GetCluster`.
//
// Its body is a [CreateClusterRequest] (required).
//
// It sends POST /clusters. Its second name is
// [DataPlatformClusterApiService.ClustersPost].
func (a *DataPlatformClusterApiService) CreateCluster(ctx context.Context) ApiCreateClusterRequest {
	return ApiCreateClusterRequest{ctx: ctx, ApiService: a}
}

// CreateClusterRequest sets the body of the request. It is copied; what it
// points to is not.
func (r ApiCreateClusterRequest) CreateClusterRequest(createClusterRequest CreateClusterRequest) ApiCreateClusterRequest {
	r.createClusterRequest = &createClusterRequest
	return r
}

// Execute makes the call.
func (r ApiCreateClusterRequest) Execute() (ClusterResponseData, *APIResponse, error) {
	return r.ApiService.CreateClusterExecute(r)
}

// CreateClusterExecute makes the call of a request that
// [DataPlatformClusterApiService.CreateCluster] has begun.
func (a *DataPlatformClusterApiService) CreateClusterExecute(r ApiCreateClusterRequest) (ClusterResponseData, *APIResponse, error) {
	return execute[ClusterResponseData](r.ctx, (*service)(a), opCreateCluster, "CreateCluster", r.input())
}

func (r *ApiCreateClusterRequest) input() input {
	in := input{bodyName: "createClusterRequest"}
	if r.createClusterRequest != nil {
		in.body = r.createClusterRequest
	}
	return in
}

var opGetClusters = &operation{
	class:  "DataPlatformClusterApi",
	names:  []string{"GetClusters", "ClustersGet"},
	title:  "list clusters",
	method: http.MethodGet,
	path:   "/clusters",
}

// ApiGetClustersRequest is a call of
// [DataPlatformClusterApiService.GetClusters] in the making.
type ApiGetClustersRequest struct {
	ctx        context.Context
	ApiService *DataPlatformClusterApiService
	queryName  *string
}

// GetClusters: List clusters.
//
// Lists the clusters that the caller may see, all of them in one answer:
// there is no paging.
//
// name (optional, by the method Name): Keeps the clusters whose name contains
// this text; upper and lower case are the same. At most 63 characters.
// Matches ^[-A-Za-z0-9_.]*$.
//
// It sends GET /clusters. Its second name is
// [DataPlatformClusterApiService.ClustersGet].
func (a *DataPlatformClusterApiService) GetClusters(ctx context.Context) ApiGetClustersRequest {
	return ApiGetClustersRequest{ctx: ctx, ApiService: a}
}

// Name sets the query parameter name. Keeps the clusters whose name contains
// this text; upper and lower case are the same. At most 63 characters.
// Matches ^[-A-Za-z0-9_.]*$.
func (r ApiGetClustersRequest) Name(name string) ApiGetClustersRequest {
	r.queryName = &name
	return r
}

// Execute makes the call.
func (r ApiGetClustersRequest) Execute() (ClusterListResponseData, *APIResponse, error) {
	return r.ApiService.GetClustersExecute(r)
}

// GetClustersExecute makes the call of a request that
// [DataPlatformClusterApiService.GetClusters] has begun.
func (a *DataPlatformClusterApiService) GetClustersExecute(r ApiGetClustersRequest) (ClusterListResponseData, *APIResponse, error) {
	return execute[ClusterListResponseData](r.ctx, (*service)(a), opGetClusters, "GetClusters", r.input())
}

func (r *ApiGetClustersRequest) input() input {
	in := input{}
	if r.queryName != nil {
		in.query = append(in.query, param{name: "name", value: *r.queryName, rule: ruleNameParameter})
	}
	return in
}

var opGetCluster = &operation{
	class:  "DataPlatformClusterApi",
	names:  []string{"GetCluster", "ClustersFindById"},
	title:  "get cluster {clusterId}",
	method: http.MethodGet,
	path:   "/clusters/{clusterId}",
}

// ApiGetClusterRequest is a call of
// [DataPlatformClusterApiService.GetCluster] in the making.
type ApiGetClusterRequest struct {
	ctx        context.Context
	ApiService *DataPlatformClusterApiService
	clusterId  string
}

// GetCluster: Get cluster.
//
// Reads one cluster. Poll it to follow `metadata.state`.
//
// clusterId: The cluster's UUID; the dashes may be left out. 32 to 36
// characters. Matches
// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
//
// It sends GET /clusters/{clusterId}. Its second name is
// [DataPlatformClusterApiService.ClustersFindById].
func (a *DataPlatformClusterApiService) GetCluster(ctx context.Context, clusterId string) ApiGetClusterRequest {
	return ApiGetClusterRequest{ctx: ctx, ApiService: a, clusterId: clusterId}
}

// Execute makes the call.
func (r ApiGetClusterRequest) Execute() (ClusterResponseData, *APIResponse, error) {
	return r.ApiService.GetClusterExecute(r)
}

// GetClusterExecute makes the call of a request that
// [DataPlatformClusterApiService.GetCluster] has begun.
func (a *DataPlatformClusterApiService) GetClusterExecute(r ApiGetClusterRequest) (ClusterResponseData, *APIResponse, error) {
	return execute[ClusterResponseData](r.ctx, (*service)(a), opGetCluster, "GetCluster", r.input())
}

func (r *ApiGetClusterRequest) input() input {
	return input{path: []param{
		{name: "clusterId", value: r.clusterId, rule: ruleClusterIdParameter},
	}}
}

var opPatchCluster = &operation{
	class:  "DataPlatformClusterApi",
	names:  []string{"PatchCluster", "ClustersPatch"},
	title:  "patch cluster {clusterId}",
	method: http.MethodPatch,
	path:   "/clusters/{clusterId}",
}

// ApiPatchClusterRequest is a call of
// [DataPlatformClusterApiService.PatchCluster] in the making.
type ApiPatchClusterRequest struct {
	ctx                 context.Context
	ApiService          *DataPlatformClusterApiService
	clusterId           string
	patchClusterRequest *PatchClusterRequest
}

// PatchCluster: Patch cluster.
//
// Changes the properties that the request names and leaves the others as they
// are. The change is accepted at once and carried out afterwards (`BUSY`,
// `UPDATING`, then `AVAILABLE` or `FAILED_UPDATING`).
//
// clusterId: The cluster's UUID; the dashes may be left out. 32 to 36
// characters. Matches
// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
//
// Its body is a [PatchClusterRequest] (required).
//
// It sends PATCH /clusters/{clusterId}. Its second name is
// [DataPlatformClusterApiService.ClustersPatch].
func (a *DataPlatformClusterApiService) PatchCluster(ctx context.Context, clusterId string) ApiPatchClusterRequest {
	return ApiPatchClusterRequest{ctx: ctx, ApiService: a, clusterId: clusterId}
}

// PatchClusterRequest sets the body of the request. It is copied; what it
// points to is not.
func (r ApiPatchClusterRequest) PatchClusterRequest(patchClusterRequest PatchClusterRequest) ApiPatchClusterRequest {
	r.patchClusterRequest = &patchClusterRequest
	return r
}

// Execute makes the call.
func (r ApiPatchClusterRequest) Execute() (ClusterResponseData, *APIResponse, error) {
	return r.ApiService.PatchClusterExecute(r)
}

// PatchClusterExecute makes the call of a request that
// [DataPlatformClusterApiService.PatchCluster] has begun.
func (a *DataPlatformClusterApiService) PatchClusterExecute(r ApiPatchClusterRequest) (ClusterResponseData, *APIResponse, error) {
	return execute[ClusterResponseData](r.ctx, (*service)(a), opPatchCluster, "PatchCluster", r.input())
}

func (r *ApiPatchClusterRequest) input() input {
	in := input{path: []param{
		{name: "clusterId", value: r.clusterId, rule: ruleClusterIdParameter},
	}, bodyName: "patchClusterRequest"}
	if r.patchClusterRequest != nil {
		in.body = r.patchClusterRequest
	}
	return in
}

var opDeleteCluster = &operation{
	class:  "DataPlatformClusterApi",
	names:  []string{"DeleteCluster", "ClustersDelete"},
	title:  "delete cluster {clusterId}",
	method: http.MethodDelete,
	path:   "/clusters/{clusterId}",
}

// ApiDeleteClusterRequest is a call of
// [DataPlatformClusterApiService.DeleteCluster] in the making.
type ApiDeleteClusterRequest struct {
	ctx        context.Context
	ApiService *DataPlatformClusterApiService
	clusterId  string
}

// DeleteCluster: Delete cluster.
//
// Removes a cluster. The order is accepted at once and carried out afterwards
// (`DESTROYING`); when it is done the cluster answers 404, and when it fails
// its state is `FAILED_DESTROYING`. Whether node pools have to be removed
// first is not said by the source of this description.
//
// clusterId: The cluster's UUID; the dashes may be left out. 32 to 36
// characters. Matches
// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
//
// It sends DELETE /clusters/{clusterId}. Its second name is
// [DataPlatformClusterApiService.ClustersDelete].
func (a *DataPlatformClusterApiService) DeleteCluster(ctx context.Context, clusterId string) ApiDeleteClusterRequest {
	return ApiDeleteClusterRequest{ctx: ctx, ApiService: a, clusterId: clusterId}
}

// Execute makes the call.
func (r ApiDeleteClusterRequest) Execute() (ClusterResponseData, *APIResponse, error) {
	return r.ApiService.DeleteClusterExecute(r)
}

// DeleteClusterExecute makes the call of a request that
// [DataPlatformClusterApiService.DeleteCluster] has begun.
func (a *DataPlatformClusterApiService) DeleteClusterExecute(r ApiDeleteClusterRequest) (ClusterResponseData, *APIResponse, error) {
	return execute[ClusterResponseData](r.ctx, (*service)(a), opDeleteCluster, "DeleteCluster", r.input())
}

func (r *ApiDeleteClusterRequest) input() input {
	return input{path: []param{
		{name: "clusterId", value: r.clusterId, rule: ruleClusterIdParameter},
	}}
}

var opGetClusterKubeconfig = &operation{
	class:  "DataPlatformClusterApi",
	names:  []string{"GetClusterKubeconfig", "ClustersKubeconfigFindByClusterId"},
	title:  "get kubeconfig of cluster {clusterId}",
	method: http.MethodGet,
	path:   "/clusters/{clusterId}/kubeconfig",
	secret: true,
}

// ApiGetClusterKubeconfigRequest is a call of
// [DataPlatformClusterApiService.GetClusterKubeconfig] in the making.
type ApiGetClusterKubeconfigRequest struct {
	ctx        context.Context
	ApiService *DataPlatformClusterApiService
	clusterId  string
}

// GetClusterKubeconfig: Get kubeconfig.
//
// Reads the kubeconfig of a cluster: a JSON document, which kubectl reads as
// the YAML that it is too. It grants no rights of a cluster administrator:
// work goes into the namespace `default` and namespaces under it. Treat it as
// a secret.
//
// clusterId: The cluster's UUID; the dashes may be left out. 32 to 36
// characters. Matches
// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
//
// It sends GET /clusters/{clusterId}/kubeconfig. Its second name is
// [DataPlatformClusterApiService.ClustersKubeconfigFindByClusterId], which
// answers the decoded document; here it is handed through as it is.
func (a *DataPlatformClusterApiService) GetClusterKubeconfig(ctx context.Context, clusterId string) ApiGetClusterKubeconfigRequest {
	return ApiGetClusterKubeconfigRequest{ctx: ctx, ApiService: a, clusterId: clusterId}
}

// Execute makes the call.
func (r ApiGetClusterKubeconfigRequest) Execute() (string, *APIResponse, error) {
	return r.ApiService.GetClusterKubeconfigExecute(r)
}

// GetClusterKubeconfigExecute makes the call of a request that
// [DataPlatformClusterApiService.GetClusterKubeconfig] has begun.
func (a *DataPlatformClusterApiService) GetClusterKubeconfigExecute(r ApiGetClusterKubeconfigRequest) (string, *APIResponse, error) {
	return execute[string](r.ctx, (*service)(a), opGetClusterKubeconfig, "GetClusterKubeconfig", r.input())
}

func (r *ApiGetClusterKubeconfigRequest) input() input {
	return input{path: []param{
		{name: "clusterId", value: r.clusterId, rule: ruleClusterIdParameter},
	}}
}
