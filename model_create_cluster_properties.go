// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// CreateClusterProperties: Properties of a cluster that is to be created.
type CreateClusterProperties struct {
	// Name of the cluster. It begins and ends with a letter or a digit; between
	// them there may be dashes, underscores and dots too. Required. 2 to 63
	// characters. Matches ^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$.
	Name *string `json:"name"`
	// Version of the Data Platform, one of those that `VersionsGet` lists. At
	// most 32 characters. Matches ^[-A-Za-z0-9_.]*$.
	DataPlatformVersion *string `json:"dataPlatformVersion,omitempty"`
	// UUID of the virtual data center (VDC) that the cluster is created in; the
	// dashes may be left out. It cannot be changed later. Required. 32 to 36
	// characters. Matches
	// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
	DatacenterId *string `json:"datacenterId"`
	// Weekly time at which the service may maintain the resource. The time zone
	// and the length are not stated.
	MaintenanceWindow *MaintenanceWindow `json:"maintenanceWindow,omitempty"`
	// LANs of the data center that the worker nodes are attached to. Released
	// programs send `null` when they have none; it is the same as leaving them
	// out.
	Lans *[]Lan `json:"lans,omitempty"`
}

// NewCreateClusterProperties returns a CreateClusterProperties with what is
// required.
func NewCreateClusterProperties(name string, datacenterId string) *CreateClusterProperties {
	return &CreateClusterProperties{
		Name:         &name,
		DatacenterId: &datacenterId,
	}
}

// NewCreateClusterPropertiesWithDefaults returns a CreateClusterProperties
// with nothing set: it has no defaults.
func NewCreateClusterPropertiesWithDefaults() *CreateClusterProperties {
	return &CreateClusterProperties{}
}

// GetName returns Name, nil if it is not set.
func (o *CreateClusterProperties) GetName() *string {
	if o == nil {
		return nil
	}
	return o.Name
}

// GetNameOk returns Name, nil if it is not set, and true unless o is nil.
func (o *CreateClusterProperties) GetNameOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Name, true
}

// SetName sets Name: Name of the cluster. It begins and ends with a letter or
// a digit; between them there may be dashes, underscores and dots too.
// Required. 2 to 63 characters. Matches
// ^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$.
func (o *CreateClusterProperties) SetName(v string) {
	o.Name = &v
}

// HasName tells whether Name is set.
func (o *CreateClusterProperties) HasName() bool {
	return o != nil && o.Name != nil
}

// GetDataPlatformVersion returns DataPlatformVersion, nil if it is not set.
func (o *CreateClusterProperties) GetDataPlatformVersion() *string {
	if o == nil {
		return nil
	}
	return o.DataPlatformVersion
}

// GetDataPlatformVersionOk returns DataPlatformVersion, nil if it is not set, and true unless o is nil.
func (o *CreateClusterProperties) GetDataPlatformVersionOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.DataPlatformVersion, true
}

// SetDataPlatformVersion sets DataPlatformVersion: Version of the Data
// Platform, one of those that `VersionsGet` lists. At most 32 characters.
// Matches ^[-A-Za-z0-9_.]*$.
func (o *CreateClusterProperties) SetDataPlatformVersion(v string) {
	o.DataPlatformVersion = &v
}

// HasDataPlatformVersion tells whether DataPlatformVersion is set.
func (o *CreateClusterProperties) HasDataPlatformVersion() bool {
	return o != nil && o.DataPlatformVersion != nil
}

// GetDatacenterId returns DatacenterId, nil if it is not set.
func (o *CreateClusterProperties) GetDatacenterId() *string {
	if o == nil {
		return nil
	}
	return o.DatacenterId
}

// GetDatacenterIdOk returns DatacenterId, nil if it is not set, and true unless o is nil.
func (o *CreateClusterProperties) GetDatacenterIdOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.DatacenterId, true
}

// SetDatacenterId sets DatacenterId: UUID of the virtual data center (VDC)
// that the cluster is created in; the dashes may be left out. It cannot be
// changed later. Required. 32 to 36 characters. Matches
// ^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$.
func (o *CreateClusterProperties) SetDatacenterId(v string) {
	o.DatacenterId = &v
}

// HasDatacenterId tells whether DatacenterId is set.
func (o *CreateClusterProperties) HasDatacenterId() bool {
	return o != nil && o.DatacenterId != nil
}

// GetMaintenanceWindow returns MaintenanceWindow, nil if it is not set.
func (o *CreateClusterProperties) GetMaintenanceWindow() *MaintenanceWindow {
	if o == nil {
		return nil
	}
	return o.MaintenanceWindow
}

// GetMaintenanceWindowOk returns MaintenanceWindow, nil if it is not set, and true unless o is nil.
func (o *CreateClusterProperties) GetMaintenanceWindowOk() (*MaintenanceWindow, bool) {
	if o == nil {
		return nil, false
	}
	return o.MaintenanceWindow, true
}

// SetMaintenanceWindow sets MaintenanceWindow: Weekly time at which the
// service may maintain the resource. The time zone and the length are not
// stated.
func (o *CreateClusterProperties) SetMaintenanceWindow(v MaintenanceWindow) {
	o.MaintenanceWindow = &v
}

// HasMaintenanceWindow tells whether MaintenanceWindow is set.
func (o *CreateClusterProperties) HasMaintenanceWindow() bool {
	return o != nil && o.MaintenanceWindow != nil
}

// GetLans returns Lans, nil if it is not set.
func (o *CreateClusterProperties) GetLans() *[]Lan {
	if o == nil {
		return nil
	}
	return o.Lans
}

// GetLansOk returns Lans, nil if it is not set, and true unless o is nil.
func (o *CreateClusterProperties) GetLansOk() (*[]Lan, bool) {
	if o == nil {
		return nil, false
	}
	return o.Lans, true
}

// SetLans sets Lans: LANs of the data center that the worker nodes are
// attached to. Released programs send `null` when they have none; it is the
// same as leaving them out.
func (o *CreateClusterProperties) SetLans(v []Lan) {
	o.Lans = &v
}

// HasLans tells whether Lans is set.
func (o *CreateClusterProperties) HasLans() bool {
	return o != nil && o.Lans != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *CreateClusterProperties) Validate() error { return validate(o) }

func (o *CreateClusterProperties) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("name", o.Name != nil)
	checkString(v, "name", o.Name, ruleName)
	checkString(v, "dataPlatformVersion", o.DataPlatformVersion, ruleDataPlatformVersion)
	v.require("datacenterId", o.DatacenterId != nil)
	checkString(v, "datacenterId", o.DatacenterId, ruleDatacenterId)
	v.inside("maintenanceWindow", o.MaintenanceWindow)
	checkModels(v, "lans", o.Lans)
}

// MarshalJSON encodes the fields that are set.
func (o CreateClusterProperties) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *CreateClusterProperties) encode(e *encoder) {
	writeString(e, "name", o.Name)
	writeString(e, "dataPlatformVersion", o.DataPlatformVersion)
	writeString(e, "datacenterId", o.DatacenterId)
	if o.MaintenanceWindow != nil {
		e.model("maintenanceWindow", o.MaintenanceWindow)
	}
	writeModels(e, "lans", o.Lans)
}

// NullableCreateClusterProperties is a CreateClusterProperties that can be
// null, or not be there at all.
type NullableCreateClusterProperties nullable[*CreateClusterProperties]

// NewNullableCreateClusterProperties returns a set value; nil makes it null.
func NewNullableCreateClusterProperties(val *CreateClusterProperties) *NullableCreateClusterProperties {
	return &NullableCreateClusterProperties{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableCreateClusterProperties) Get() *CreateClusterProperties { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableCreateClusterProperties) Set(val *CreateClusterProperties) {
	v.value, v.isSet = val, true
}

// IsSet tells whether there is a value or an explicit null.
func (v NullableCreateClusterProperties) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableCreateClusterProperties) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableCreateClusterProperties) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableCreateClusterProperties) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
