// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// NodePool: Properties of a node pool, as the service answers them.
type NodePool struct {
	// Name of the node pool. It begins and ends with a letter or a digit;
	// between them there may be dashes, underscores and dots too. 2 to 63
	// characters. Matches ^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$.
	Name *string `json:"name,omitempty"`
	// Version of the Data Platform that the node pool runs. At most 32
	// characters. Matches ^[-A-Za-z0-9_.]*$.
	DataPlatformVersion *string `json:"dataPlatformVersion,omitempty"`
	// UUID of the virtual data center (VDC) that the node pool is in; the dashes
	// may be left out. 32 to 36 characters. Matches
	// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
	DatacenterId *string `json:"datacenterId,omitempty"`
	// Number of nodes in the pool. At least 1.
	NodeCount *int32 `json:"nodeCount,omitempty"`
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

// NewNodePool returns a NodePool with the defaults set: CpuFamily AUTO,
// CoresCount 4, RamSize 4096, AvailabilityZone AUTO, StorageType SSD,
// StorageSize 20.
func NewNodePool() *NodePool {
	return NewNodePoolWithDefaults()
}

// NewNodePoolWithDefaults returns a NodePool with only its defaults set.
func NewNodePoolWithDefaults() *NodePool {
	return &NodePool{
		CpuFamily:        ToPtr("AUTO"),
		CoresCount:       ToPtr(int32(4)),
		RamSize:          ToPtr(int32(4096)),
		AvailabilityZone: ToPtr(AVAILABILITYZONE_AUTO),
		StorageType:      ToPtr(STORAGETYPE_SSD),
		StorageSize:      ToPtr(int32(20)),
	}
}

// GetName returns Name, nil if it is not set.
func (o *NodePool) GetName() *string {
	if o == nil {
		return nil
	}
	return o.Name
}

// GetNameOk returns Name, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetNameOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Name, true
}

// SetName sets Name: Name of the node pool. It begins and ends with a letter
// or a digit; between them there may be dashes, underscores and dots too. 2
// to 63 characters. Matches ^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$.
func (o *NodePool) SetName(v string) {
	o.Name = &v
}

// HasName tells whether Name is set.
func (o *NodePool) HasName() bool {
	return o != nil && o.Name != nil
}

// GetDataPlatformVersion returns DataPlatformVersion, nil if it is not set.
func (o *NodePool) GetDataPlatformVersion() *string {
	if o == nil {
		return nil
	}
	return o.DataPlatformVersion
}

// GetDataPlatformVersionOk returns DataPlatformVersion, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetDataPlatformVersionOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.DataPlatformVersion, true
}

// SetDataPlatformVersion sets DataPlatformVersion: Version of the Data
// Platform that the node pool runs. At most 32 characters. Matches
// ^[-A-Za-z0-9_.]*$.
func (o *NodePool) SetDataPlatformVersion(v string) {
	o.DataPlatformVersion = &v
}

// HasDataPlatformVersion tells whether DataPlatformVersion is set.
func (o *NodePool) HasDataPlatformVersion() bool {
	return o != nil && o.DataPlatformVersion != nil
}

// GetDatacenterId returns DatacenterId, nil if it is not set.
func (o *NodePool) GetDatacenterId() *string {
	if o == nil {
		return nil
	}
	return o.DatacenterId
}

// GetDatacenterIdOk returns DatacenterId, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetDatacenterIdOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.DatacenterId, true
}

// SetDatacenterId sets DatacenterId: UUID of the virtual data center (VDC)
// that the node pool is in; the dashes may be left out. 32 to 36 characters.
// Matches ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
func (o *NodePool) SetDatacenterId(v string) {
	o.DatacenterId = &v
}

// HasDatacenterId tells whether DatacenterId is set.
func (o *NodePool) HasDatacenterId() bool {
	return o != nil && o.DatacenterId != nil
}

// GetNodeCount returns NodeCount, nil if it is not set.
func (o *NodePool) GetNodeCount() *int32 {
	if o == nil {
		return nil
	}
	return o.NodeCount
}

// GetNodeCountOk returns NodeCount, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetNodeCountOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.NodeCount, true
}

// SetNodeCount sets NodeCount: Number of nodes in the pool. At least 1.
func (o *NodePool) SetNodeCount(v int32) {
	o.NodeCount = &v
}

// HasNodeCount tells whether NodeCount is set.
func (o *NodePool) HasNodeCount() bool {
	return o != nil && o.NodeCount != nil
}

// GetCpuFamily returns CpuFamily, nil if it is not set.
func (o *NodePool) GetCpuFamily() *string {
	if o == nil {
		return nil
	}
	return o.CpuFamily
}

// GetCpuFamilyOk returns CpuFamily, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetCpuFamilyOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.CpuFamily, true
}

// SetCpuFamily sets CpuFamily: CPU family of the nodes, one that the data
// center offers, or `AUTO` to let the service choose. At most 32 characters.
// Matches ^[-A-Za-z0-9_.]*$. Default: AUTO.
func (o *NodePool) SetCpuFamily(v string) {
	o.CpuFamily = &v
}

// HasCpuFamily tells whether CpuFamily is set.
func (o *NodePool) HasCpuFamily() bool {
	return o != nil && o.CpuFamily != nil
}

// GetCoresCount returns CoresCount, nil if it is not set.
func (o *NodePool) GetCoresCount() *int32 {
	if o == nil {
		return nil
	}
	return o.CoresCount
}

// GetCoresCountOk returns CoresCount, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetCoresCountOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.CoresCount, true
}

// SetCoresCount sets CoresCount: Number of CPU cores of each node. At least
// 1. Default: 4.
func (o *NodePool) SetCoresCount(v int32) {
	o.CoresCount = &v
}

// HasCoresCount tells whether CoresCount is set.
func (o *NodePool) HasCoresCount() bool {
	return o != nil && o.CoresCount != nil
}

// GetRamSize returns RamSize, nil if it is not set.
func (o *NodePool) GetRamSize() *int32 {
	if o == nil {
		return nil
	}
	return o.RamSize
}

// GetRamSizeOk returns RamSize, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetRamSizeOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.RamSize, true
}

// SetRamSize sets RamSize: Memory of each node in MB. At least 2048. A
// multiple of 1024. Default: 4096.
func (o *NodePool) SetRamSize(v int32) {
	o.RamSize = &v
}

// HasRamSize tells whether RamSize is set.
func (o *NodePool) HasRamSize() bool {
	return o != nil && o.RamSize != nil
}

// GetAvailabilityZone returns AvailabilityZone, nil if it is not set.
func (o *NodePool) GetAvailabilityZone() *AvailabilityZone {
	if o == nil {
		return nil
	}
	return o.AvailabilityZone
}

// GetAvailabilityZoneOk returns AvailabilityZone, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetAvailabilityZoneOk() (*AvailabilityZone, bool) {
	if o == nil {
		return nil, false
	}
	return o.AvailabilityZone, true
}

// SetAvailabilityZone sets AvailabilityZone: Availability zone of the data
// center's region that the nodes are placed in; `AUTO` lets the service
// choose. One of AUTO, ZONE_1, ZONE_2. Default: AUTO.
func (o *NodePool) SetAvailabilityZone(v AvailabilityZone) {
	o.AvailabilityZone = &v
}

// HasAvailabilityZone tells whether AvailabilityZone is set.
func (o *NodePool) HasAvailabilityZone() bool {
	return o != nil && o.AvailabilityZone != nil
}

// GetStorageType returns StorageType, nil if it is not set.
func (o *NodePool) GetStorageType() *StorageType {
	if o == nil {
		return nil
	}
	return o.StorageType
}

// GetStorageTypeOk returns StorageType, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetStorageTypeOk() (*StorageType, bool) {
	if o == nil {
		return nil, false
	}
	return o.StorageType, true
}

// SetStorageType sets StorageType: Kind of the nodes' volumes. One of HDD,
// SSD. Default: SSD.
func (o *NodePool) SetStorageType(v StorageType) {
	o.StorageType = &v
}

// HasStorageType tells whether StorageType is set.
func (o *NodePool) HasStorageType() bool {
	return o != nil && o.StorageType != nil
}

// GetStorageSize returns StorageSize, nil if it is not set.
func (o *NodePool) GetStorageSize() *int32 {
	if o == nil {
		return nil
	}
	return o.StorageSize
}

// GetStorageSizeOk returns StorageSize, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetStorageSizeOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.StorageSize, true
}

// SetStorageSize sets StorageSize: Size of each node's volume in GB. At least
// 10. Default: 20.
func (o *NodePool) SetStorageSize(v int32) {
	o.StorageSize = &v
}

// HasStorageSize tells whether StorageSize is set.
func (o *NodePool) HasStorageSize() bool {
	return o != nil && o.StorageSize != nil
}

// GetMaintenanceWindow returns MaintenanceWindow, nil if it is not set.
func (o *NodePool) GetMaintenanceWindow() *MaintenanceWindow {
	if o == nil {
		return nil
	}
	return o.MaintenanceWindow
}

// GetMaintenanceWindowOk returns MaintenanceWindow, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetMaintenanceWindowOk() (*MaintenanceWindow, bool) {
	if o == nil {
		return nil, false
	}
	return o.MaintenanceWindow, true
}

// SetMaintenanceWindow sets MaintenanceWindow: Weekly time at which the
// service may maintain the resource. The time zone and the length are not
// stated.
func (o *NodePool) SetMaintenanceWindow(v MaintenanceWindow) {
	o.MaintenanceWindow = &v
}

// HasMaintenanceWindow tells whether MaintenanceWindow is set.
func (o *NodePool) HasMaintenanceWindow() bool {
	return o != nil && o.MaintenanceWindow != nil
}

// GetLabels returns Labels, nil if it is not set.
func (o *NodePool) GetLabels() *map[string]interface{} {
	if o == nil {
		return nil
	}
	return o.Labels
}

// GetLabelsOk returns Labels, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetLabelsOk() (*map[string]interface{}, bool) {
	if o == nil {
		return nil, false
	}
	return o.Labels, true
}

// SetLabels sets Labels: Kubernetes labels of the nodes, strings by their
// names.
func (o *NodePool) SetLabels(v map[string]interface{}) {
	o.Labels = &v
}

// HasLabels tells whether Labels is set.
func (o *NodePool) HasLabels() bool {
	return o != nil && o.Labels != nil
}

// GetAnnotations returns Annotations, nil if it is not set.
func (o *NodePool) GetAnnotations() *map[string]interface{} {
	if o == nil {
		return nil
	}
	return o.Annotations
}

// GetAnnotationsOk returns Annotations, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetAnnotationsOk() (*map[string]interface{}, bool) {
	if o == nil {
		return nil, false
	}
	return o.Annotations, true
}

// SetAnnotations sets Annotations: Kubernetes annotations of the nodes,
// strings by their names.
func (o *NodePool) SetAnnotations(v map[string]interface{}) {
	o.Annotations = &v
}

// HasAnnotations tells whether Annotations is set.
func (o *NodePool) HasAnnotations() bool {
	return o != nil && o.Annotations != nil
}

// GetAutoScaling returns AutoScaling, nil if it is not set.
func (o *NodePool) GetAutoScaling() *AutoScaling {
	if o == nil {
		return nil
	}
	return o.AutoScaling
}

// GetAutoScalingOk returns AutoScaling, nil if it is not set, and true unless o is nil.
func (o *NodePool) GetAutoScalingOk() (*AutoScaling, bool) {
	if o == nil {
		return nil, false
	}
	return o.AutoScaling, true
}

// SetAutoScaling sets AutoScaling: Bounds between which the service chooses
// the number of nodes of a node pool.
func (o *NodePool) SetAutoScaling(v AutoScaling) {
	o.AutoScaling = &v
}

// HasAutoScaling tells whether AutoScaling is set.
func (o *NodePool) HasAutoScaling() bool {
	return o != nil && o.AutoScaling != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *NodePool) Validate() error { return validate(o) }

func (o *NodePool) validate(v *violations) {
	if o == nil {
		return
	}
	checkString(v, "name", o.Name, ruleName)
	checkString(v, "dataPlatformVersion", o.DataPlatformVersion, ruleDataPlatformVersion)
	checkString(v, "datacenterId", o.DatacenterId, ruleDatacenterId)
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
func (o NodePool) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *NodePool) encode(e *encoder) {
	writeString(e, "name", o.Name)
	writeString(e, "dataPlatformVersion", o.DataPlatformVersion)
	writeString(e, "datacenterId", o.DatacenterId)
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

func (o *NodePool) scan(s *scanner) {
	for key, more := s.firstKey(); more; key, more = s.nextKey() {
		switch string(key) {
		case "name":
			scanString(s, &o.Name)
		case "dataPlatformVersion":
			scanString(s, &o.DataPlatformVersion)
		case "datacenterId":
			scanString(s, &o.DatacenterId)
		case "nodeCount":
			scanInt32(s, &o.NodeCount)
		case "cpuFamily":
			scanString(s, &o.CpuFamily)
		case "coresCount":
			scanInt32(s, &o.CoresCount)
		case "ramSize":
			scanInt32(s, &o.RamSize)
		case "availabilityZone":
			scanString(s, &o.AvailabilityZone)
		case "storageType":
			scanString(s, &o.StorageType)
		case "storageSize":
			scanInt32(s, &o.StorageSize)
		case "maintenanceWindow":
			scanModel(s, &o.MaintenanceWindow)
		case "labels":
			scanAny(s, &o.Labels)
		case "annotations":
			scanAny(s, &o.Annotations)
		case "autoScaling":
			scanModel(s, &o.AutoScaling)
		default:
			s.unknown(key, "name dataPlatformVersion datacenterId nodeCount cpuFamily coresCount ramSize availabilityZone storageType storageSize maintenanceWindow labels annotations autoScaling")
		}
	}
}

func (o *NodePool) clear() { *o = NodePool{} }

// NullableNodePool is a NodePool that can be null, or not be there at all.
type NullableNodePool nullable[*NodePool]

// NewNullableNodePool returns a set value; nil makes it null.
func NewNullableNodePool(val *NodePool) *NullableNodePool {
	return &NullableNodePool{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableNodePool) Get() *NodePool { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableNodePool) Set(val *NodePool) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableNodePool) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableNodePool) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableNodePool) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableNodePool) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
