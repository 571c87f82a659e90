// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// CreateNodePoolProperties: Properties of a node pool that is to be created.
type CreateNodePoolProperties struct {
	// Name of the node pool. It begins and ends with a letter or a digit;
	// between them there may be dashes, underscores and dots too. Required. 2 to
	// 63 characters. Matches ^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$.
	Name *string `json:"name"`
	// Number of nodes in the pool. Required. At least 1.
	NodeCount *int32 `json:"nodeCount"`
	// CPU family of the nodes, one that the data center offers, or `AUTO` to let
	// the service choose. At most 32 characters. Matches ^[-A-Za-z0-9_.]*$.
	// Default: AUTO.
	CpuFamily *string `json:"cpuFamily,omitempty"`
	// Number of CPU cores of each node. At least 1. Default: 4.
	CoresCount *int32 `json:"coresCount,omitempty"`
	// Memory of each node in MB. At least 2048. A multiple of 1024. Default:
	// 4096.
	RamSize *int32 `json:"ramSize,omitempty"`
	// Availability zone of the data center's region that the nodes are placed
	// in; `AUTO` lets the service choose. One of AUTO, ZONE_1, ZONE_2. Default:
	// AUTO.
	AvailabilityZone *AvailabilityZone `json:"availabilityZone,omitempty"`
	// Kind of the nodes' volumes. One of HDD, SSD. Default: SSD.
	StorageType *StorageType `json:"storageType,omitempty"`
	// Size of each node's volume in GB. At least 10. Default: 20.
	StorageSize *int32 `json:"storageSize,omitempty"`
	// Weekly time at which the service may maintain the resource. The time zone
	// and the length are not stated.
	MaintenanceWindow *MaintenanceWindow `json:"maintenanceWindow,omitempty"`
	// Kubernetes labels of the nodes, strings by their names.
	Labels *map[string]interface{} `json:"labels,omitempty"`
	// Kubernetes annotations of the nodes, strings by their names.
	Annotations *map[string]interface{} `json:"annotations,omitempty"`
	// Bounds between which the service chooses the number of nodes of a node
	// pool.
	AutoScaling *AutoScaling `json:"autoScaling,omitempty"`
}

// NewCreateNodePoolProperties returns a CreateNodePoolProperties with what is
// required, and the defaults: CpuFamily AUTO, CoresCount 4, RamSize 4096,
// AvailabilityZone AUTO, StorageType SSD, StorageSize 20.
func NewCreateNodePoolProperties(name string, nodeCount int32) *CreateNodePoolProperties {
	return &CreateNodePoolProperties{
		Name:             &name,
		NodeCount:        &nodeCount,
		CpuFamily:        ToPtr("AUTO"),
		CoresCount:       ToPtr(int32(4)),
		RamSize:          ToPtr(int32(4096)),
		AvailabilityZone: ToPtr(AVAILABILITYZONE_AUTO),
		StorageType:      ToPtr(STORAGETYPE_SSD),
		StorageSize:      ToPtr(int32(20)),
	}
}

// NewCreateNodePoolPropertiesWithDefaults returns a CreateNodePoolProperties
// with only its defaults set.
func NewCreateNodePoolPropertiesWithDefaults() *CreateNodePoolProperties {
	return &CreateNodePoolProperties{
		CpuFamily:        ToPtr("AUTO"),
		CoresCount:       ToPtr(int32(4)),
		RamSize:          ToPtr(int32(4096)),
		AvailabilityZone: ToPtr(AVAILABILITYZONE_AUTO),
		StorageType:      ToPtr(STORAGETYPE_SSD),
		StorageSize:      ToPtr(int32(20)),
	}
}

// GetName returns Name, nil if it is not set.
func (o *CreateNodePoolProperties) GetName() *string {
	if o == nil {
		return nil
	}
	return o.Name
}

// GetNameOk returns Name, nil if it is not set, and true unless o is nil.
func (o *CreateNodePoolProperties) GetNameOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Name, true
}

// SetName sets Name: Name of the node pool. It begins and ends with a letter
// or a digit; between them there may be dashes, underscores and dots too.
// Required. 2 to 63 characters. Matches
// ^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$.
func (o *CreateNodePoolProperties) SetName(v string) {
	o.Name = &v
}

// HasName tells whether Name is set.
func (o *CreateNodePoolProperties) HasName() bool {
	return o != nil && o.Name != nil
}

// GetNodeCount returns NodeCount, nil if it is not set.
func (o *CreateNodePoolProperties) GetNodeCount() *int32 {
	if o == nil {
		return nil
	}
	return o.NodeCount
}

// GetNodeCountOk returns NodeCount, nil if it is not set, and true unless o is nil.
func (o *CreateNodePoolProperties) GetNodeCountOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.NodeCount, true
}

// SetNodeCount sets NodeCount: Number of nodes in the pool. Required. At
// least 1.
func (o *CreateNodePoolProperties) SetNodeCount(v int32) {
	o.NodeCount = &v
}

// HasNodeCount tells whether NodeCount is set.
func (o *CreateNodePoolProperties) HasNodeCount() bool {
	return o != nil && o.NodeCount != nil
}

// GetCpuFamily returns CpuFamily, nil if it is not set.
func (o *CreateNodePoolProperties) GetCpuFamily() *string {
	if o == nil {
		return nil
	}
	return o.CpuFamily
}

// GetCpuFamilyOk returns CpuFamily, nil if it is not set, and true unless o is nil.
func (o *CreateNodePoolProperties) GetCpuFamilyOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.CpuFamily, true
}

// SetCpuFamily sets CpuFamily: CPU family of the nodes, one that the data
// center offers, or `AUTO` to let the service choose. At most 32 characters.
// Matches ^[-A-Za-z0-9_.]*$. Default: AUTO.
func (o *CreateNodePoolProperties) SetCpuFamily(v string) {
	o.CpuFamily = &v
}

// HasCpuFamily tells whether CpuFamily is set.
func (o *CreateNodePoolProperties) HasCpuFamily() bool {
	return o != nil && o.CpuFamily != nil
}

// GetCoresCount returns CoresCount, nil if it is not set.
func (o *CreateNodePoolProperties) GetCoresCount() *int32 {
	if o == nil {
		return nil
	}
	return o.CoresCount
}

// GetCoresCountOk returns CoresCount, nil if it is not set, and true unless o is nil.
func (o *CreateNodePoolProperties) GetCoresCountOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.CoresCount, true
}

// SetCoresCount sets CoresCount: Number of CPU cores of each node. At least
// 1. Default: 4.
func (o *CreateNodePoolProperties) SetCoresCount(v int32) {
	o.CoresCount = &v
}

// HasCoresCount tells whether CoresCount is set.
func (o *CreateNodePoolProperties) HasCoresCount() bool {
	return o != nil && o.CoresCount != nil
}

// GetRamSize returns RamSize, nil if it is not set.
func (o *CreateNodePoolProperties) GetRamSize() *int32 {
	if o == nil {
		return nil
	}
	return o.RamSize
}

// GetRamSizeOk returns RamSize, nil if it is not set, and true unless o is nil.
func (o *CreateNodePoolProperties) GetRamSizeOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.RamSize, true
}

// SetRamSize sets RamSize: Memory of each node in MB. At least 2048. A
// multiple of 1024. Default: 4096.
func (o *CreateNodePoolProperties) SetRamSize(v int32) {
	o.RamSize = &v
}

// HasRamSize tells whether RamSize is set.
func (o *CreateNodePoolProperties) HasRamSize() bool {
	return o != nil && o.RamSize != nil
}

// GetAvailabilityZone returns AvailabilityZone, nil if it is not set.
func (o *CreateNodePoolProperties) GetAvailabilityZone() *AvailabilityZone {
	if o == nil {
		return nil
	}
	return o.AvailabilityZone
}

// GetAvailabilityZoneOk returns AvailabilityZone, nil if it is not set, and true unless o is nil.
func (o *CreateNodePoolProperties) GetAvailabilityZoneOk() (*AvailabilityZone, bool) {
	if o == nil {
		return nil, false
	}
	return o.AvailabilityZone, true
}

// SetAvailabilityZone sets AvailabilityZone: Availability zone of the data
// center's region that the nodes are placed in; `AUTO` lets the service
// choose. One of AUTO, ZONE_1, ZONE_2. Default: AUTO.
func (o *CreateNodePoolProperties) SetAvailabilityZone(v AvailabilityZone) {
	o.AvailabilityZone = &v
}

// HasAvailabilityZone tells whether AvailabilityZone is set.
func (o *CreateNodePoolProperties) HasAvailabilityZone() bool {
	return o != nil && o.AvailabilityZone != nil
}

// GetStorageType returns StorageType, nil if it is not set.
func (o *CreateNodePoolProperties) GetStorageType() *StorageType {
	if o == nil {
		return nil
	}
	return o.StorageType
}

// GetStorageTypeOk returns StorageType, nil if it is not set, and true unless o is nil.
func (o *CreateNodePoolProperties) GetStorageTypeOk() (*StorageType, bool) {
	if o == nil {
		return nil, false
	}
	return o.StorageType, true
}

// SetStorageType sets StorageType: Kind of the nodes' volumes. One of HDD,
// SSD. Default: SSD.
func (o *CreateNodePoolProperties) SetStorageType(v StorageType) {
	o.StorageType = &v
}

// HasStorageType tells whether StorageType is set.
func (o *CreateNodePoolProperties) HasStorageType() bool {
	return o != nil && o.StorageType != nil
}

// GetStorageSize returns StorageSize, nil if it is not set.
func (o *CreateNodePoolProperties) GetStorageSize() *int32 {
	if o == nil {
		return nil
	}
	return o.StorageSize
}

// GetStorageSizeOk returns StorageSize, nil if it is not set, and true unless o is nil.
func (o *CreateNodePoolProperties) GetStorageSizeOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.StorageSize, true
}

// SetStorageSize sets StorageSize: Size of each node's volume in GB. At least
// 10. Default: 20.
func (o *CreateNodePoolProperties) SetStorageSize(v int32) {
	o.StorageSize = &v
}

// HasStorageSize tells whether StorageSize is set.
func (o *CreateNodePoolProperties) HasStorageSize() bool {
	return o != nil && o.StorageSize != nil
}

// GetMaintenanceWindow returns MaintenanceWindow, nil if it is not set.
func (o *CreateNodePoolProperties) GetMaintenanceWindow() *MaintenanceWindow {
	if o == nil {
		return nil
	}
	return o.MaintenanceWindow
}

// GetMaintenanceWindowOk returns MaintenanceWindow, nil if it is not set, and true unless o is nil.
func (o *CreateNodePoolProperties) GetMaintenanceWindowOk() (*MaintenanceWindow, bool) {
	if o == nil {
		return nil, false
	}
	return o.MaintenanceWindow, true
}

// SetMaintenanceWindow sets MaintenanceWindow: Weekly time at which the
// service may maintain the resource. The time zone and the length are not
// stated.
func (o *CreateNodePoolProperties) SetMaintenanceWindow(v MaintenanceWindow) {
	o.MaintenanceWindow = &v
}

// HasMaintenanceWindow tells whether MaintenanceWindow is set.
func (o *CreateNodePoolProperties) HasMaintenanceWindow() bool {
	return o != nil && o.MaintenanceWindow != nil
}

// GetLabels returns Labels, nil if it is not set.
func (o *CreateNodePoolProperties) GetLabels() *map[string]interface{} {
	if o == nil {
		return nil
	}
	return o.Labels
}

// GetLabelsOk returns Labels, nil if it is not set, and true unless o is nil.
func (o *CreateNodePoolProperties) GetLabelsOk() (*map[string]interface{}, bool) {
	if o == nil {
		return nil, false
	}
	return o.Labels, true
}

// SetLabels sets Labels: Kubernetes labels of the nodes, strings by their
// names.
func (o *CreateNodePoolProperties) SetLabels(v map[string]interface{}) {
	o.Labels = &v
}

// HasLabels tells whether Labels is set.
func (o *CreateNodePoolProperties) HasLabels() bool {
	return o != nil && o.Labels != nil
}

// GetAnnotations returns Annotations, nil if it is not set.
func (o *CreateNodePoolProperties) GetAnnotations() *map[string]interface{} {
	if o == nil {
		return nil
	}
	return o.Annotations
}

// GetAnnotationsOk returns Annotations, nil if it is not set, and true unless o is nil.
func (o *CreateNodePoolProperties) GetAnnotationsOk() (*map[string]interface{}, bool) {
	if o == nil {
		return nil, false
	}
	return o.Annotations, true
}

// SetAnnotations sets Annotations: Kubernetes annotations of the nodes,
// strings by their names.
func (o *CreateNodePoolProperties) SetAnnotations(v map[string]interface{}) {
	o.Annotations = &v
}

// HasAnnotations tells whether Annotations is set.
func (o *CreateNodePoolProperties) HasAnnotations() bool {
	return o != nil && o.Annotations != nil
}

// GetAutoScaling returns AutoScaling, nil if it is not set.
func (o *CreateNodePoolProperties) GetAutoScaling() *AutoScaling {
	if o == nil {
		return nil
	}
	return o.AutoScaling
}

// GetAutoScalingOk returns AutoScaling, nil if it is not set, and true unless o is nil.
func (o *CreateNodePoolProperties) GetAutoScalingOk() (*AutoScaling, bool) {
	if o == nil {
		return nil, false
	}
	return o.AutoScaling, true
}

// SetAutoScaling sets AutoScaling: Bounds between which the service chooses
// the number of nodes of a node pool.
func (o *CreateNodePoolProperties) SetAutoScaling(v AutoScaling) {
	o.AutoScaling = &v
}

// HasAutoScaling tells whether AutoScaling is set.
func (o *CreateNodePoolProperties) HasAutoScaling() bool {
	return o != nil && o.AutoScaling != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *CreateNodePoolProperties) Validate() error { return validate(o) }

func (o *CreateNodePoolProperties) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("name", o.Name != nil)
	checkString(v, "name", o.Name, ruleName)
	v.require("nodeCount", o.NodeCount != nil)
	checkAtLeast(v, "nodeCount", o.NodeCount, 1)
	checkString(v, "cpuFamily", o.CpuFamily, ruleCpuFamily)
	checkAtLeast(v, "coresCount", o.CoresCount, 1)
	checkAtLeast(v, "ramSize", o.RamSize, 2048)
	checkMultipleOf(v, "ramSize", o.RamSize, 1024)
	v.inside("availabilityZone", o.AvailabilityZone)
	v.inside("storageType", o.StorageType)
	checkAtLeast(v, "storageSize", o.StorageSize, 10)
	v.inside("maintenanceWindow", o.MaintenanceWindow)
	v.inside("autoScaling", o.AutoScaling)
}

// MarshalJSON encodes the fields that are set.
func (o CreateNodePoolProperties) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *CreateNodePoolProperties) encode(e *encoder) {
	writeString(e, "name", o.Name)
	e.int32("nodeCount", o.NodeCount)
	writeString(e, "cpuFamily", o.CpuFamily)
	e.int32("coresCount", o.CoresCount)
	e.int32("ramSize", o.RamSize)
	writeString(e, "availabilityZone", o.AvailabilityZone)
	writeString(e, "storageType", o.StorageType)
	e.int32("storageSize", o.StorageSize)
	if o.MaintenanceWindow != nil {
		e.model("maintenanceWindow", o.MaintenanceWindow)
	}
	e.anyMap("labels", o.Labels)
	e.anyMap("annotations", o.Annotations)
	if o.AutoScaling != nil {
		e.model("autoScaling", o.AutoScaling)
	}
}

// NullableCreateNodePoolProperties is a CreateNodePoolProperties that can be
// null, or not be there at all.
type NullableCreateNodePoolProperties nullable[*CreateNodePoolProperties]

// NewNullableCreateNodePoolProperties returns a set value; nil makes it null.
func NewNullableCreateNodePoolProperties(val *CreateNodePoolProperties) *NullableCreateNodePoolProperties {
	return &NullableCreateNodePoolProperties{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableCreateNodePoolProperties) Get() *CreateNodePoolProperties { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableCreateNodePoolProperties) Set(val *CreateNodePoolProperties) {
	v.value, v.isSet = val, true
}

// IsSet tells whether there is a value or an explicit null.
func (v NullableCreateNodePoolProperties) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableCreateNodePoolProperties) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableCreateNodePoolProperties) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableCreateNodePoolProperties) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
