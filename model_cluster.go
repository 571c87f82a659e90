// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// Cluster: Properties of a cluster, as the service answers them.
type Cluster struct {
	// Name of the cluster. It begins and ends with a letter or a digit; between
	// them there may be dashes, underscores and dots too. 2 to 63 characters.
	// Matches ^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$.
	Name *string `json:"name,omitempty"`
	// Version of the Data Platform that the cluster runs. At most 32 characters.
	// Matches ^[-A-Za-z0-9_.]*$.
	DataPlatformVersion *string `json:"dataPlatformVersion,omitempty"`
	// UUID of the virtual data center (VDC) that the cluster is in; the dashes
	// may be left out. 32 to 36 characters. Matches
	// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
	DatacenterId *string `json:"datacenterId,omitempty"`
	// Weekly time at which the service may maintain the resource. The time zone
	// and the length are not stated.
	MaintenanceWindow *MaintenanceWindow `json:"maintenanceWindow,omitempty"`
	// LANs of the data center that the worker nodes are attached to.
	Lans *[]Lan `json:"lans,omitempty"`
}

// NewCluster returns a Cluster with nothing set: nothing is required and
// there are no defaults.
func NewCluster() *Cluster {
	return NewClusterWithDefaults()
}

// NewClusterWithDefaults returns a Cluster with nothing set: it has no
// defaults.
func NewClusterWithDefaults() *Cluster {
	return &Cluster{}
}

// GetName returns Name, nil if it is not set.
func (o *Cluster) GetName() *string {
	if o == nil {
		return nil
	}
	return o.Name
}

// GetNameOk returns Name, nil if it is not set, and true unless o is nil.
func (o *Cluster) GetNameOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Name, true
}

// SetName sets Name: Name of the cluster. It begins and ends with a letter or
// a digit; between them there may be dashes, underscores and dots too. 2 to
// 63 characters. Matches ^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$.
func (o *Cluster) SetName(v string) {
	o.Name = &v
}

// HasName tells whether Name is set.
func (o *Cluster) HasName() bool {
	return o != nil && o.Name != nil
}

// GetDataPlatformVersion returns DataPlatformVersion, nil if it is not set.
func (o *Cluster) GetDataPlatformVersion() *string {
	if o == nil {
		return nil
	}
	return o.DataPlatformVersion
}

// GetDataPlatformVersionOk returns DataPlatformVersion, nil if it is not set, and true unless o is nil.
func (o *Cluster) GetDataPlatformVersionOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.DataPlatformVersion, true
}

// SetDataPlatformVersion sets DataPlatformVersion: Version of the Data
// Platform that the cluster runs. At most 32 characters. Matches
// ^[-A-Za-z0-9_.]*$.
func (o *Cluster) SetDataPlatformVersion(v string) {
	o.DataPlatformVersion = &v
}

// HasDataPlatformVersion tells whether DataPlatformVersion is set.
func (o *Cluster) HasDataPlatformVersion() bool {
	return o != nil && o.DataPlatformVersion != nil
}

// GetDatacenterId returns DatacenterId, nil if it is not set.
func (o *Cluster) GetDatacenterId() *string {
	if o == nil {
		return nil
	}
	return o.DatacenterId
}

// GetDatacenterIdOk returns DatacenterId, nil if it is not set, and true unless o is nil.
func (o *Cluster) GetDatacenterIdOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.DatacenterId, true
}

// SetDatacenterId sets DatacenterId: UUID of the virtual data center (VDC)
// that the cluster is in; the dashes may be left out. 32 to 36 characters.
// Matches ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
func (o *Cluster) SetDatacenterId(v string) {
	o.DatacenterId = &v
}

// HasDatacenterId tells whether DatacenterId is set.
func (o *Cluster) HasDatacenterId() bool {
	return o != nil && o.DatacenterId != nil
}

// GetMaintenanceWindow returns MaintenanceWindow, nil if it is not set.
func (o *Cluster) GetMaintenanceWindow() *MaintenanceWindow {
	if o == nil {
		return nil
	}
	return o.MaintenanceWindow
}

// GetMaintenanceWindowOk returns MaintenanceWindow, nil if it is not set, and true unless o is nil.
func (o *Cluster) GetMaintenanceWindowOk() (*MaintenanceWindow, bool) {
	if o == nil {
		return nil, false
	}
	return o.MaintenanceWindow, true
}

// SetMaintenanceWindow sets MaintenanceWindow: Weekly time at which the
// service may maintain the resource. The time zone and the length are not
// stated.
func (o *Cluster) SetMaintenanceWindow(v MaintenanceWindow) {
	o.MaintenanceWindow = &v
}

// HasMaintenanceWindow tells whether MaintenanceWindow is set.
func (o *Cluster) HasMaintenanceWindow() bool {
	return o != nil && o.MaintenanceWindow != nil
}

// GetLans returns Lans, nil if it is not set.
func (o *Cluster) GetLans() *[]Lan {
	if o == nil {
		return nil
	}
	return o.Lans
}

// GetLansOk returns Lans, nil if it is not set, and true unless o is nil.
func (o *Cluster) GetLansOk() (*[]Lan, bool) {
	if o == nil {
		return nil, false
	}
	return o.Lans, true
}

// SetLans sets Lans: LANs of the data center that the worker nodes are
// attached to.
func (o *Cluster) SetLans(v []Lan) {
	o.Lans = &v
}

// HasLans tells whether Lans is set.
func (o *Cluster) HasLans() bool {
	return o != nil && o.Lans != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *Cluster) Validate() error { return validate(o) }

func (o *Cluster) validate(v *violations) {
	if o == nil {
		return
	}
	checkString(v, "name", o.Name, ruleName)
	checkString(v, "dataPlatformVersion", o.DataPlatformVersion, ruleDataPlatformVersion)
	checkString(v, "datacenterId", o.DatacenterId, ruleDatacenterId)
	v.inside("maintenanceWindow", o.MaintenanceWindow)
	checkModels(v, "lans", o.Lans)
}

// MarshalJSON encodes the fields that are set.
func (o Cluster) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *Cluster) encode(e *encoder) {
	writeString(e, "name", o.Name)
	writeString(e, "dataPlatformVersion", o.DataPlatformVersion)
	writeString(e, "datacenterId", o.DatacenterId)
	if o.MaintenanceWindow != nil {
		e.model("maintenanceWindow", o.MaintenanceWindow)
	}
	writeModels(e, "lans", o.Lans)
}

func (o *Cluster) scan(s *scanner) {
	for key, more := s.firstKey(); more; key, more = s.nextKey() {
		switch string(key) {
		case "name":
			scanString(s, &o.Name)
		case "dataPlatformVersion":
			scanString(s, &o.DataPlatformVersion)
		case "datacenterId":
			scanString(s, &o.DatacenterId)
		case "maintenanceWindow":
			scanModel(s, &o.MaintenanceWindow)
		case "lans":
			scanModels(s, &o.Lans)
		default:
			s.unknown(key, "name dataPlatformVersion datacenterId maintenanceWindow lans")
		}
	}
}

func (o *Cluster) clear() { *o = Cluster{} }

// NullableCluster is a Cluster that can be null, or not be there at all.
type NullableCluster nullable[*Cluster]

// NewNullableCluster returns a set value; nil makes it null.
func NewNullableCluster(val *Cluster) *NullableCluster {
	return &NullableCluster{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableCluster) Get() *Cluster { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableCluster) Set(val *Cluster) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableCluster) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableCluster) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableCluster) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableCluster) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
