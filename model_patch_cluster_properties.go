// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// PatchClusterProperties: Properties of a cluster that are to be changed.
// What is left out stays as it is.
type PatchClusterProperties struct {
	// Name of the cluster. It begins and ends with a letter or a digit; between
	// them there may be dashes, underscores and dots too. 2 to 63 characters.
	// Matches ^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$.
	Name *string `json:"name,omitempty"`
	// Version of the Data Platform, one of those that `VersionsGet` lists. At
	// most 32 characters. Matches ^[-A-Za-z0-9_.]*$.
	DataPlatformVersion *string `json:"dataPlatformVersion,omitempty"`
	// Weekly time at which the service may maintain the resource. The time zone
	// and the length are not stated.
	MaintenanceWindow *MaintenanceWindow `json:"maintenanceWindow,omitempty"`
	// LANs of the data center that the worker nodes are attached to. Released
	// clients send `null` when they do not mean to change them; it is the same
	// as leaving them out.
	Lans *[]Lan `json:"lans,omitempty"`
}

// NewPatchClusterProperties returns a PatchClusterProperties with nothing
// set: nothing is required and there are no defaults.
func NewPatchClusterProperties() *PatchClusterProperties {
	return NewPatchClusterPropertiesWithDefaults()
}

// NewPatchClusterPropertiesWithDefaults returns a PatchClusterProperties with
// nothing set: it has no defaults.
func NewPatchClusterPropertiesWithDefaults() *PatchClusterProperties {
	return &PatchClusterProperties{}
}

// GetName returns Name, nil if it is not set.
func (o *PatchClusterProperties) GetName() *string {
	if o == nil {
		return nil
	}
	return o.Name
}

// GetNameOk returns Name, nil if it is not set, and true unless o is nil.
func (o *PatchClusterProperties) GetNameOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Name, true
}

// SetName sets Name: Name of the cluster. It begins and ends with a letter or
// a digit; between them there may be dashes, underscores and dots too. 2 to
// 63 characters. Matches ^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$.
func (o *PatchClusterProperties) SetName(v string) {
	o.Name = &v
}

// HasName tells whether Name is set.
func (o *PatchClusterProperties) HasName() bool {
	return o != nil && o.Name != nil
}

// GetDataPlatformVersion returns DataPlatformVersion, nil if it is not set.
func (o *PatchClusterProperties) GetDataPlatformVersion() *string {
	if o == nil {
		return nil
	}
	return o.DataPlatformVersion
}

// GetDataPlatformVersionOk returns DataPlatformVersion, nil if it is not set, and true unless o is nil.
func (o *PatchClusterProperties) GetDataPlatformVersionOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.DataPlatformVersion, true
}

// SetDataPlatformVersion sets DataPlatformVersion: Version of the Data
// Platform, one of those that `VersionsGet` lists. At most 32 characters.
// Matches ^[-A-Za-z0-9_.]*$.
func (o *PatchClusterProperties) SetDataPlatformVersion(v string) {
	o.DataPlatformVersion = &v
}

// HasDataPlatformVersion tells whether DataPlatformVersion is set.
func (o *PatchClusterProperties) HasDataPlatformVersion() bool {
	return o != nil && o.DataPlatformVersion != nil
}

// GetMaintenanceWindow returns MaintenanceWindow, nil if it is not set.
func (o *PatchClusterProperties) GetMaintenanceWindow() *MaintenanceWindow {
	if o == nil {
		return nil
	}
	return o.MaintenanceWindow
}

// GetMaintenanceWindowOk returns MaintenanceWindow, nil if it is not set, and true unless o is nil.
func (o *PatchClusterProperties) GetMaintenanceWindowOk() (*MaintenanceWindow, bool) {
	if o == nil {
		return nil, false
	}
	return o.MaintenanceWindow, true
}

// SetMaintenanceWindow sets MaintenanceWindow: Weekly time at which the
// service may maintain the resource. The time zone and the length are not
// stated.
func (o *PatchClusterProperties) SetMaintenanceWindow(v MaintenanceWindow) {
	o.MaintenanceWindow = &v
}

// HasMaintenanceWindow tells whether MaintenanceWindow is set.
func (o *PatchClusterProperties) HasMaintenanceWindow() bool {
	return o != nil && o.MaintenanceWindow != nil
}

// GetLans returns Lans, nil if it is not set.
func (o *PatchClusterProperties) GetLans() *[]Lan {
	if o == nil {
		return nil
	}
	return o.Lans
}

// GetLansOk returns Lans, nil if it is not set, and true unless o is nil.
func (o *PatchClusterProperties) GetLansOk() (*[]Lan, bool) {
	if o == nil {
		return nil, false
	}
	return o.Lans, true
}

// SetLans sets Lans: LANs of the data center that the worker nodes are
// attached to. Released clients send `null` when they do not mean to change
// them; it is the same as leaving them out.
func (o *PatchClusterProperties) SetLans(v []Lan) {
	o.Lans = &v
}

// HasLans tells whether Lans is set.
func (o *PatchClusterProperties) HasLans() bool {
	return o != nil && o.Lans != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *PatchClusterProperties) Validate() error { return validate(o) }

func (o *PatchClusterProperties) validate(v *violations) {
	if o == nil {
		return
	}
	checkString(v, "name", o.Name, ruleName)
	checkString(v, "dataPlatformVersion", o.DataPlatformVersion, ruleDataPlatformVersion)
	v.inside("maintenanceWindow", o.MaintenanceWindow)
	checkModels(v, "lans", o.Lans)
}

// MarshalJSON encodes the fields that are set.
func (o PatchClusterProperties) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *PatchClusterProperties) encode(e *encoder) {
	writeString(e, "name", o.Name)
	writeString(e, "dataPlatformVersion", o.DataPlatformVersion)
	if o.MaintenanceWindow != nil {
		e.model("maintenanceWindow", o.MaintenanceWindow)
	}
	writeModels(e, "lans", o.Lans)
}

// NullablePatchClusterProperties is a PatchClusterProperties that can be
// null, or not be there at all.
type NullablePatchClusterProperties nullable[*PatchClusterProperties]

// NewNullablePatchClusterProperties returns a set value; nil makes it null.
func NewNullablePatchClusterProperties(val *PatchClusterProperties) *NullablePatchClusterProperties {
	return &NullablePatchClusterProperties{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullablePatchClusterProperties) Get() *PatchClusterProperties { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullablePatchClusterProperties) Set(val *PatchClusterProperties) {
	v.value, v.isSet = val, true
}

// IsSet tells whether there is a value or an explicit null.
func (v NullablePatchClusterProperties) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullablePatchClusterProperties) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullablePatchClusterProperties) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullablePatchClusterProperties) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
