// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// CreateNodePoolRequest: Order to create a node pool.
type CreateNodePoolRequest struct {
	// Properties of a node pool that is to be created. Required.
	Properties *CreateNodePoolProperties `json:"properties"`
}

// NewCreateNodePoolRequest returns a CreateNodePoolRequest with what is
// required.
func NewCreateNodePoolRequest(properties CreateNodePoolProperties) *CreateNodePoolRequest {
	return &CreateNodePoolRequest{
		Properties: &properties,
	}
}

// NewCreateNodePoolRequestWithDefaults returns a CreateNodePoolRequest with
// nothing set: it has no defaults.
func NewCreateNodePoolRequestWithDefaults() *CreateNodePoolRequest {
	return &CreateNodePoolRequest{}
}

// GetProperties returns Properties, nil if it is not set.
func (o *CreateNodePoolRequest) GetProperties() *CreateNodePoolProperties {
	if o == nil {
		return nil
	}
	return o.Properties
}

// GetPropertiesOk returns Properties, nil if it is not set, and true unless o is nil.
func (o *CreateNodePoolRequest) GetPropertiesOk() (*CreateNodePoolProperties, bool) {
	if o == nil {
		return nil, false
	}
	return o.Properties, true
}

// SetProperties sets Properties: Properties of a node pool that is to be
// created. Required.
func (o *CreateNodePoolRequest) SetProperties(v CreateNodePoolProperties) {
	o.Properties = &v
}

// HasProperties tells whether Properties is set.
func (o *CreateNodePoolRequest) HasProperties() bool {
	return o != nil && o.Properties != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *CreateNodePoolRequest) Validate() error { return validate(o) }

func (o *CreateNodePoolRequest) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("properties", o.Properties != nil)
	v.inside("properties", o.Properties)
}

// MarshalJSON encodes the fields that are set.
func (o CreateNodePoolRequest) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *CreateNodePoolRequest) encode(e *encoder) {
	if o.Properties != nil {
		e.model("properties", o.Properties)
	}
}

// NullableCreateNodePoolRequest is a CreateNodePoolRequest that can be null,
// or not be there at all.
type NullableCreateNodePoolRequest nullable[*CreateNodePoolRequest]

// NewNullableCreateNodePoolRequest returns a set value; nil makes it null.
func NewNullableCreateNodePoolRequest(val *CreateNodePoolRequest) *NullableCreateNodePoolRequest {
	return &NullableCreateNodePoolRequest{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableCreateNodePoolRequest) Get() *CreateNodePoolRequest { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableCreateNodePoolRequest) Set(val *CreateNodePoolRequest) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableCreateNodePoolRequest) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableCreateNodePoolRequest) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableCreateNodePoolRequest) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableCreateNodePoolRequest) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
