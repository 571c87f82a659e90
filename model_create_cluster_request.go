// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// CreateClusterRequest: Order to create a cluster.
type CreateClusterRequest struct {
	// Properties of a cluster that is to be created. Required.
	Properties *CreateClusterProperties `json:"properties"`
}

// NewCreateClusterRequest returns a CreateClusterRequest with what is
// required.
func NewCreateClusterRequest(properties CreateClusterProperties) *CreateClusterRequest {
	return &CreateClusterRequest{
		Properties: &properties,
	}
}

// NewCreateClusterRequestWithDefaults returns a CreateClusterRequest with
// nothing set: it has no defaults.
func NewCreateClusterRequestWithDefaults() *CreateClusterRequest {
	return &CreateClusterRequest{}
}

// GetProperties returns Properties, nil if it is not set.
func (o *CreateClusterRequest) GetProperties() *CreateClusterProperties {
	if o == nil {
		return nil
	}
	return o.Properties
}

// GetPropertiesOk returns Properties, nil if it is not set, and true unless o is nil.
func (o *CreateClusterRequest) GetPropertiesOk() (*CreateClusterProperties, bool) {
	if o == nil {
		return nil, false
	}
	return o.Properties, true
}

// SetProperties sets Properties: Properties of a cluster that is to be
// created. Required.
func (o *CreateClusterRequest) SetProperties(v CreateClusterProperties) {
	o.Properties = &v
}

// HasProperties tells whether Properties is set.
func (o *CreateClusterRequest) HasProperties() bool {
	return o != nil && o.Properties != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *CreateClusterRequest) Validate() error { return validate(o) }

func (o *CreateClusterRequest) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("properties", o.Properties != nil)
	v.inside("properties", o.Properties)
}

// MarshalJSON encodes the fields that are set.
func (o CreateClusterRequest) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *CreateClusterRequest) encode(e *encoder) {
	if o.Properties != nil {
		e.model("properties", o.Properties)
	}
}

// NullableCreateClusterRequest is a CreateClusterRequest that can be null, or
// not be there at all.
type NullableCreateClusterRequest nullable[*CreateClusterRequest]

// NewNullableCreateClusterRequest returns a set value; nil makes it null.
func NewNullableCreateClusterRequest(val *CreateClusterRequest) *NullableCreateClusterRequest {
	return &NullableCreateClusterRequest{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableCreateClusterRequest) Get() *CreateClusterRequest { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableCreateClusterRequest) Set(val *CreateClusterRequest) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableCreateClusterRequest) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableCreateClusterRequest) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableCreateClusterRequest) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableCreateClusterRequest) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
