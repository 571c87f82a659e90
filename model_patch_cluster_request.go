// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// PatchClusterRequest: Order to change a cluster.
type PatchClusterRequest struct {
	// Properties of a cluster that are to be changed. What is left out stays as
	// it is. Required.
	Properties *PatchClusterProperties `json:"properties"`
}

// NewPatchClusterRequest returns a PatchClusterRequest with what is required.
func NewPatchClusterRequest(properties PatchClusterProperties) *PatchClusterRequest {
	return &PatchClusterRequest{
		Properties: &properties,
	}
}

// NewPatchClusterRequestWithDefaults returns a PatchClusterRequest with
// nothing set: it has no defaults.
func NewPatchClusterRequestWithDefaults() *PatchClusterRequest {
	return &PatchClusterRequest{}
}

// GetProperties returns Properties, nil if it is not set.
func (o *PatchClusterRequest) GetProperties() *PatchClusterProperties {
	if o == nil {
		return nil
	}
	return o.Properties
}

// GetPropertiesOk returns Properties, nil if it is not set, and true unless o is nil.
func (o *PatchClusterRequest) GetPropertiesOk() (*PatchClusterProperties, bool) {
	if o == nil {
		return nil, false
	}
	return o.Properties, true
}

// SetProperties sets Properties: Properties of a cluster that are to be
// changed. What is left out stays as it is. Required.
func (o *PatchClusterRequest) SetProperties(v PatchClusterProperties) {
	o.Properties = &v
}

// HasProperties tells whether Properties is set.
func (o *PatchClusterRequest) HasProperties() bool {
	return o != nil && o.Properties != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *PatchClusterRequest) Validate() error { return validate(o) }

func (o *PatchClusterRequest) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("properties", o.Properties != nil)
	v.inside("properties", o.Properties)
}

// MarshalJSON encodes the fields that are set.
func (o PatchClusterRequest) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *PatchClusterRequest) encode(e *encoder) {
	if o.Properties != nil {
		e.model("properties", o.Properties)
	}
}

// NullablePatchClusterRequest is a PatchClusterRequest that can be null, or
// not be there at all.
type NullablePatchClusterRequest nullable[*PatchClusterRequest]

// NewNullablePatchClusterRequest returns a set value; nil makes it null.
func NewNullablePatchClusterRequest(val *PatchClusterRequest) *NullablePatchClusterRequest {
	return &NullablePatchClusterRequest{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullablePatchClusterRequest) Get() *PatchClusterRequest { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullablePatchClusterRequest) Set(val *PatchClusterRequest) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullablePatchClusterRequest) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullablePatchClusterRequest) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullablePatchClusterRequest) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullablePatchClusterRequest) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
