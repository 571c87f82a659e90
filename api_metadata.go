// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"context"
	"net/http"
)

// DataPlatformMetaDataApiService: What the service offers.
type DataPlatformMetaDataApiService service

var opVersionsGet = &operation{
	class:  "DataPlatformMetaDataApi",
	names:  []string{"VersionsGet"},
	title:  "list versions",
	method: http.MethodGet,
	path:   "/versions",
}

// ApiVersionsGetRequest is a call of
// [DataPlatformMetaDataApiService.VersionsGet] in the making.
type ApiVersionsGetRequest struct {
	ctx        context.Context
	ApiService *DataPlatformMetaDataApiService
}

// VersionsGet: List versions.
//
// Lists the Data Platform versions that a cluster can be created with or
// changed to. API versions up to 0.0.7 answered a bare array of strings,
// later ones answer an object around it; a client meets both.
//
// It sends GET /versions.
func (a *DataPlatformMetaDataApiService) VersionsGet(ctx context.Context) ApiVersionsGetRequest {
	return ApiVersionsGetRequest{ctx: ctx, ApiService: a}
}

// Execute makes the call.
func (r ApiVersionsGetRequest) Execute() (VersionsGet200Response, *APIResponse, error) {
	return r.ApiService.VersionsGetExecute(r)
}

// VersionsGetExecute makes the call of a request that
// [DataPlatformMetaDataApiService.VersionsGet] has begun.
func (a *DataPlatformMetaDataApiService) VersionsGetExecute(r ApiVersionsGetRequest) (VersionsGet200Response, *APIResponse, error) {
	return execute[VersionsGet200Response](r.ctx, (*service)(a), opVersionsGet, "VersionsGet", r.input())
}

func (r *ApiVersionsGetRequest) input() input {
	return input{}
}
