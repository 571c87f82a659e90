package bench

// The request bodies that are encoded: once as the SDK's models, once as the
// structs that a client written by hand would have for them.

import sdk "github.com/ionos-cloud/sdk-go-dataplatform"

type plainWindow struct {
	Time         *string `json:"time"`
	DayOfTheWeek *string `json:"dayOfTheWeek"`
}

type plainRoute struct {
	Network *string `json:"network"`
	Gateway *string `json:"gateway"`
}

type plainLan struct {
	LanId  *string       `json:"lanId"`
	Dhcp   *bool         `json:"dhcp,omitempty"`
	Routes *[]plainRoute `json:"routes,omitempty"`
}

type plainClusterProperties struct {
	Name                *string      `json:"name"`
	DataPlatformVersion *string      `json:"dataPlatformVersion,omitempty"`
	DatacenterId        *string      `json:"datacenterId"`
	MaintenanceWindow   *plainWindow `json:"maintenanceWindow,omitempty"`
	Lans                *[]plainLan  `json:"lans,omitempty"`
}

type plainClusterRequest struct {
	Properties *plainClusterProperties `json:"properties"`
}

type plainAutoScaling struct {
	MinNodeCount *int32 `json:"minNodeCount"`
	MaxNodeCount *int32 `json:"maxNodeCount"`
}

type plainNodePoolProperties struct {
	Name              *string           `json:"name"`
	NodeCount         *int32            `json:"nodeCount"`
	CpuFamily         *string           `json:"cpuFamily,omitempty"`
	CoresCount        *int32            `json:"coresCount,omitempty"`
	RamSize           *int32            `json:"ramSize,omitempty"`
	AvailabilityZone  *string           `json:"availabilityZone,omitempty"`
	StorageType       *string           `json:"storageType,omitempty"`
	StorageSize       *int32            `json:"storageSize,omitempty"`
	MaintenanceWindow *plainWindow      `json:"maintenanceWindow,omitempty"`
	Labels            *map[string]any   `json:"labels,omitempty"`
	Annotations       *map[string]any   `json:"annotations,omitempty"`
	AutoScaling       *plainAutoScaling `json:"autoScaling,omitempty"`
}

type plainNodePoolRequest struct {
	Properties *plainNodePoolProperties `json:"properties"`
}

func sdkClusterRequest() sdk.CreateClusterRequest {
	return sdk.CreateClusterRequest{Properties: &sdk.CreateClusterProperties{
		Name:                sdk.PtrString("cluster-1"),
		DataPlatformVersion: sdk.PtrString("24.7"),
		DatacenterId:        sdk.PtrString(datacenterID),
		MaintenanceWindow: &sdk.MaintenanceWindow{
			Time: sdk.PtrString("02:30:00"), DayOfTheWeek: sdk.PtrString("Sunday"),
		},
		Lans: &[]sdk.Lan{
			{LanId: sdk.PtrString("1"), Dhcp: sdk.PtrBool(true), Routes: &[]sdk.Route{
				{Network: sdk.PtrString("10.1.0.0/16"), Gateway: sdk.PtrString("10.0.0.1")},
			}},
			{LanId: sdk.PtrString("2"), Dhcp: sdk.PtrBool(false)},
		},
	}}
}

func newPlainClusterRequest() plainClusterRequest {
	return plainClusterRequest{Properties: &plainClusterProperties{
		Name:                sdk.ToPtr("cluster-1"),
		DataPlatformVersion: sdk.ToPtr("24.7"),
		DatacenterId:        sdk.ToPtr(datacenterID),
		MaintenanceWindow:   &plainWindow{Time: sdk.ToPtr("02:30:00"), DayOfTheWeek: sdk.ToPtr("Sunday")},
		Lans: &[]plainLan{
			{LanId: sdk.ToPtr("1"), Dhcp: sdk.ToPtr(true), Routes: &[]plainRoute{
				{Network: sdk.ToPtr("10.1.0.0/16"), Gateway: sdk.ToPtr("10.0.0.1")},
			}},
			{LanId: sdk.ToPtr("2"), Dhcp: sdk.ToPtr(false)},
		},
	}}
}

func sdkNodePoolRequest() sdk.CreateNodePoolRequest {
	return sdk.CreateNodePoolRequest{Properties: &sdk.CreateNodePoolProperties{
		Name:             sdk.PtrString("workers"),
		NodeCount:        sdk.PtrInt32(3),
		CpuFamily:        sdk.PtrString("AUTO"),
		CoresCount:       sdk.PtrInt32(4),
		RamSize:          sdk.PtrInt32(8192),
		AvailabilityZone: sdk.ToPtr(sdk.AVAILABILITYZONE_ZONE_1),
		StorageType:      sdk.ToPtr(sdk.STORAGETYPE_SSD),
		StorageSize:      sdk.PtrInt32(100),
		MaintenanceWindow: &sdk.MaintenanceWindow{
			Time: sdk.PtrString("02:30:00"), DayOfTheWeek: sdk.PtrString("Sunday"),
		},
		Labels:      &map[string]any{"tier": "batch", "team": "data"},
		Annotations: &map[string]any{"example.com/owner": "data"},
		AutoScaling: &sdk.AutoScaling{MinNodeCount: sdk.PtrInt32(2), MaxNodeCount: sdk.PtrInt32(6)},
	}}
}

func newPlainNodePoolRequest() plainNodePoolRequest {
	return plainNodePoolRequest{Properties: &plainNodePoolProperties{
		Name:              sdk.ToPtr("workers"),
		NodeCount:         sdk.ToPtr(int32(3)),
		CpuFamily:         sdk.ToPtr("AUTO"),
		CoresCount:        sdk.ToPtr(int32(4)),
		RamSize:           sdk.ToPtr(int32(8192)),
		AvailabilityZone:  sdk.ToPtr("ZONE_1"),
		StorageType:       sdk.ToPtr("SSD"),
		StorageSize:       sdk.ToPtr(int32(100)),
		MaintenanceWindow: &plainWindow{Time: sdk.ToPtr("02:30:00"), DayOfTheWeek: sdk.ToPtr("Sunday")},
		Labels:            &map[string]any{"tier": "batch", "team": "data"},
		Annotations:       &map[string]any{"example.com/owner": "data"},
		AutoScaling:       &plainAutoScaling{MinNodeCount: sdk.ToPtr(int32(2)), MaxNodeCount: sdk.ToPtr(int32(6))},
	}}
}
