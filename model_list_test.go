// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

// everyModel returns a new value of every model that is an object, for the
// tests that hold for all of them.
func everyModel() []any {
	return []any{
		new(AutoScaling),
		new(AutoScalingBase),
		new(Cluster),
		new(ClusterListResponseData),
		new(ClusterResponseData),
		new(CreateClusterProperties),
		new(CreateClusterRequest),
		new(CreateNodePoolProperties),
		new(CreateNodePoolRequest),
		new(ErrorMessage),
		new(ErrorResponse),
		new(Lan),
		new(MaintenanceWindow),
		new(Metadata),
		new(NodePool),
		new(NodePoolListResponseData),
		new(NodePoolResponseData),
		new(PatchClusterProperties),
		new(PatchClusterRequest),
		new(PatchNodePoolProperties),
		new(PatchNodePoolRequest),
		new(Route),
		new(VersionsGet200Response),
	}
}

// everyNullable returns a null of every model's Nullable type.
func everyNullable() []any {
	return []any{
		NewNullableAutoScaling(nil),
		NewNullableAutoScalingBase(nil),
		NewNullableAvailabilityZone(nil),
		NewNullableCluster(nil),
		NewNullableClusterListResponseData(nil),
		NewNullableClusterResponseData(nil),
		NewNullableCreateClusterProperties(nil),
		NewNullableCreateClusterRequest(nil),
		NewNullableCreateNodePoolProperties(nil),
		NewNullableCreateNodePoolRequest(nil),
		NewNullableErrorMessage(nil),
		NewNullableErrorResponse(nil),
		NewNullableLan(nil),
		NewNullableMaintenanceWindow(nil),
		NewNullableMetadata(nil),
		NewNullableNodePool(nil),
		NewNullableNodePoolListResponseData(nil),
		NewNullableNodePoolResponseData(nil),
		NewNullablePatchClusterProperties(nil),
		NewNullablePatchClusterRequest(nil),
		NewNullablePatchNodePoolProperties(nil),
		NewNullablePatchNodePoolRequest(nil),
		NewNullableRoute(nil),
		NewNullableStorageType(nil),
		NewNullableVersionsGet200Response(nil),
	}
}

// everyEnum returns the values of every enum.
func everyEnum() map[string][]interface{ Validate() error } {
	return map[string][]interface{ Validate() error }{
		"AvailabilityZone": {AVAILABILITYZONE_AUTO.Ptr(), AVAILABILITYZONE_ZONE_1.Ptr(), AVAILABILITYZONE_ZONE_2.Ptr()},
		"StorageType":      {STORAGETYPE_HDD.Ptr(), STORAGETYPE_SSD.Ptr()},
	}
}

// everyConstructed returns what the constructors of every model that is an
// object make: New of zero values, and NewWithDefaults.
func everyConstructed() [][2]any {
	return [][2]any{
		{NewAutoScaling(*new(int32), *new(int32)), NewAutoScalingWithDefaults()},
		{NewAutoScalingBase(*new(int32), *new(int32)), NewAutoScalingBaseWithDefaults()},
		{NewCluster(), NewClusterWithDefaults()},
		{NewClusterListResponseData(*new([]ClusterResponseData)), NewClusterListResponseDataWithDefaults()},
		{NewClusterResponseData(*new(string), *new(Metadata), *new(Cluster)), NewClusterResponseDataWithDefaults()},
		{NewCreateClusterProperties(*new(string), *new(string)), NewCreateClusterPropertiesWithDefaults()},
		{NewCreateClusterRequest(*new(CreateClusterProperties)), NewCreateClusterRequestWithDefaults()},
		{NewCreateNodePoolProperties(*new(string), *new(int32)), NewCreateNodePoolPropertiesWithDefaults()},
		{NewCreateNodePoolRequest(*new(CreateNodePoolProperties)), NewCreateNodePoolRequestWithDefaults()},
		{NewErrorMessage(), NewErrorMessageWithDefaults()},
		{NewErrorResponse(), NewErrorResponseWithDefaults()},
		{NewLan(*new(string)), NewLanWithDefaults()},
		{NewMaintenanceWindow(*new(string), *new(string)), NewMaintenanceWindowWithDefaults()},
		{NewMetadata(), NewMetadataWithDefaults()},
		{NewNodePool(), NewNodePoolWithDefaults()},
		{NewNodePoolListResponseData(*new([]NodePoolResponseData)), NewNodePoolListResponseDataWithDefaults()},
		{NewNodePoolResponseData(*new(string), *new(Metadata), *new(NodePool)), NewNodePoolResponseDataWithDefaults()},
		{NewPatchClusterProperties(), NewPatchClusterPropertiesWithDefaults()},
		{NewPatchClusterRequest(*new(PatchClusterProperties)), NewPatchClusterRequestWithDefaults()},
		{NewPatchNodePoolProperties(), NewPatchNodePoolPropertiesWithDefaults()},
		{NewPatchNodePoolRequest(*new(PatchNodePoolProperties)), NewPatchNodePoolRequestWithDefaults()},
		{NewRoute(*new(string), *new(string)), NewRouteWithDefaults()},
		{NewVersionsGet200Response(*new([]string)), NewVersionsGet200ResponseWithDefaults()},
	}
}
