// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// PatchNodePoolRequest: Order to change a node pool.
type PatchNodePoolRequest struct {
	// Properties of a node pool that are to be changed. What is left out stays
	// as it is. Required.
	Properties *PatchNodePoolProperties `json:"properties"`
}

// NewPatchNodePoolRequest returns a PatchNodePoolRequest with what is
// required.
func NewPatchNodePoolRequest(properties PatchNodePoolProperties) *PatchNodePoolRequest {
	return &PatchNodePoolRequest{
		Properties: &properties,
	}
}

// NewPatchNodePoolRequestWithDefaults returns a PatchNodePoolRequest with
// nothing set: it has no defaults.
func NewPatchNodePoolRequestWithDefaults() *PatchNodePoolRequest {
	return &PatchNodePoolRequest{}
}

// GetProperties returns Properties, nil if it is not set.
func (o *PatchNodePoolRequest) GetProperties() *PatchNodePoolProperties {
	if o == nil {
		return nil
	}
	return o.Properties
}

// GetPropertiesOk returns Properties, nil if it is not set, and true unless o is nil.
func (o *PatchNodePoolRequest) GetPropertiesOk() (*PatchNodePoolProperties, bool) {
	if o == nil {
		return nil, false
	}
	return o.Properties, true
}

// SetProperties sets Properties: Properties of a node pool that are to be
// changed. What is left out stays as it is. Required.
func (o *PatchNodePoolRequest) SetProperties(v PatchNodePoolProperties) {
	o.Properties = &v
}

// HasProperties tells whether Properties is set.
func (o *PatchNodePoolRequest) HasProperties() bool {
	return o != nil && o.Properties != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *PatchNodePoolRequest) Validate() error { return validate(o) }

func (o *PatchNodePoolRequest) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("properties", o.Properties != nil)
	v.inside("properties", o.Properties)
}

// MarshalJSON encodes the fields that are set.
func (o PatchNodePoolRequest) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *PatchNodePoolRequest) encode(e *encoder) {
	if o.Properties != nil {
		e.model("properties", o.Properties)
	}
}

// NullablePatchNodePoolRequest is a PatchNodePoolRequest that can be null, or
// not be there at all.
type NullablePatchNodePoolRequest nullable[*PatchNodePoolRequest]

// NewNullablePatchNodePoolRequest returns a set value; nil makes it null.
func NewNullablePatchNodePoolRequest(val *PatchNodePoolRequest) *NullablePatchNodePoolRequest {
	return &NullablePatchNodePoolRequest{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullablePatchNodePoolRequest) Get() *PatchNodePoolRequest { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullablePatchNodePoolRequest) Set(val *PatchNodePoolRequest) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullablePatchNodePoolRequest) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullablePatchNodePoolRequest) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullablePatchNodePoolRequest) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullablePatchNodePoolRequest) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
