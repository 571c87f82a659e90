// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// NodePoolResponseData: A node pool, as the service answers it.
type NodePoolResponseData struct {
	// Identifier of the node pool, which the paths take. Required.
	Id *string `json:"id"`
	// Kind of the resource. The values are not listed.
	Type *string `json:"type,omitempty"`
	// URL of the node pool; without a host, as in the examples, it is on the
	// service's.
	Href *string `json:"href,omitempty"`
	// What the service says about a resource. All of it is read-only. Required.
	Metadata *Metadata `json:"metadata"`
	// Properties of a node pool, as the service answers them. Required.
	Properties *NodePool `json:"properties"`
}

// NewNodePoolResponseData returns a NodePoolResponseData with what is
// required.
func NewNodePoolResponseData(id string, metadata Metadata, properties NodePool) *NodePoolResponseData {
	return &NodePoolResponseData{
		Id:         &id,
		Metadata:   &metadata,
		Properties: &properties,
	}
}

// NewNodePoolResponseDataWithDefaults returns a NodePoolResponseData with
// nothing set: it has no defaults.
func NewNodePoolResponseDataWithDefaults() *NodePoolResponseData {
	return &NodePoolResponseData{}
}

// GetId returns Id, nil if it is not set.
func (o *NodePoolResponseData) GetId() *string {
	if o == nil {
		return nil
	}
	return o.Id
}

// GetIdOk returns Id, nil if it is not set, and true unless o is nil.
func (o *NodePoolResponseData) GetIdOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Id, true
}

// SetId sets Id: Identifier of the node pool, which the paths take. Required.
func (o *NodePoolResponseData) SetId(v string) {
	o.Id = &v
}

// HasId tells whether Id is set.
func (o *NodePoolResponseData) HasId() bool {
	return o != nil && o.Id != nil
}

// GetType returns Type, nil if it is not set.
func (o *NodePoolResponseData) GetType() *string {
	if o == nil {
		return nil
	}
	return o.Type
}

// GetTypeOk returns Type, nil if it is not set, and true unless o is nil.
func (o *NodePoolResponseData) GetTypeOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Type, true
}

// SetType sets Type: Kind of the resource. The values are not listed.
func (o *NodePoolResponseData) SetType(v string) {
	o.Type = &v
}

// HasType tells whether Type is set.
func (o *NodePoolResponseData) HasType() bool {
	return o != nil && o.Type != nil
}

// GetHref returns Href, nil if it is not set.
func (o *NodePoolResponseData) GetHref() *string {
	if o == nil {
		return nil
	}
	return o.Href
}

// GetHrefOk returns Href, nil if it is not set, and true unless o is nil.
func (o *NodePoolResponseData) GetHrefOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Href, true
}

// SetHref sets Href: URL of the node pool; without a host, as in the
// examples, it is on the service's.
func (o *NodePoolResponseData) SetHref(v string) {
	o.Href = &v
}

// HasHref tells whether Href is set.
func (o *NodePoolResponseData) HasHref() bool {
	return o != nil && o.Href != nil
}

// GetMetadata returns Metadata, nil if it is not set.
func (o *NodePoolResponseData) GetMetadata() *Metadata {
	if o == nil {
		return nil
	}
	return o.Metadata
}

// GetMetadataOk returns Metadata, nil if it is not set, and true unless o is nil.
func (o *NodePoolResponseData) GetMetadataOk() (*Metadata, bool) {
	if o == nil {
		return nil, false
	}
	return o.Metadata, true
}

// SetMetadata sets Metadata: What the service says about a resource. All of
// it is read-only. Required.
func (o *NodePoolResponseData) SetMetadata(v Metadata) {
	o.Metadata = &v
}

// HasMetadata tells whether Metadata is set.
func (o *NodePoolResponseData) HasMetadata() bool {
	return o != nil && o.Metadata != nil
}

// GetProperties returns Properties, nil if it is not set.
func (o *NodePoolResponseData) GetProperties() *NodePool {
	if o == nil {
		return nil
	}
	return o.Properties
}

// GetPropertiesOk returns Properties, nil if it is not set, and true unless o is nil.
func (o *NodePoolResponseData) GetPropertiesOk() (*NodePool, bool) {
	if o == nil {
		return nil, false
	}
	return o.Properties, true
}

// SetProperties sets Properties: Properties of a node pool, as the service
// answers them. Required.
func (o *NodePoolResponseData) SetProperties(v NodePool) {
	o.Properties = &v
}

// HasProperties tells whether Properties is set.
func (o *NodePoolResponseData) HasProperties() bool {
	return o != nil && o.Properties != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *NodePoolResponseData) Validate() error { return validate(o) }

func (o *NodePoolResponseData) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("id", o.Id != nil)
	v.require("metadata", o.Metadata != nil)
	v.inside("metadata", o.Metadata)
	v.require("properties", o.Properties != nil)
	v.inside("properties", o.Properties)
}

// MarshalJSON encodes the fields that are set.
func (o NodePoolResponseData) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *NodePoolResponseData) encode(e *encoder) {
	writeString(e, "id", o.Id)
	writeString(e, "type", o.Type)
	writeString(e, "href", o.Href)
	if o.Metadata != nil {
		e.model("metadata", o.Metadata)
	}
	if o.Properties != nil {
		e.model("properties", o.Properties)
	}
}

func (o *NodePoolResponseData) scan(s *scanner) {
	for key, more := s.firstKey(); more; key, more = s.nextKey() {
		switch string(key) {
		case "id":
			scanString(s, &o.Id)
		case "type":
			scanString(s, &o.Type)
		case "href":
			scanString(s, &o.Href)
		case "metadata":
			scanModel(s, &o.Metadata)
		case "properties":
			scanModel(s, &o.Properties)
		default:
			s.unknown(key, "id type href metadata properties")
		}
	}
}

func (o *NodePoolResponseData) clear() { *o = NodePoolResponseData{} }

// NullableNodePoolResponseData is a NodePoolResponseData that can be null, or
// not be there at all.
type NullableNodePoolResponseData nullable[*NodePoolResponseData]

// NewNullableNodePoolResponseData returns a set value; nil makes it null.
func NewNullableNodePoolResponseData(val *NodePoolResponseData) *NullableNodePoolResponseData {
	return &NullableNodePoolResponseData{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableNodePoolResponseData) Get() *NodePoolResponseData { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableNodePoolResponseData) Set(val *NodePoolResponseData) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableNodePoolResponseData) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableNodePoolResponseData) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableNodePoolResponseData) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableNodePoolResponseData) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
