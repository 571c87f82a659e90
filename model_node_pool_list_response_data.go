// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// NodePoolListResponseData: List of node pools.
type NodePoolListResponseData struct {
	// Identifier of the list.
	Id *string `json:"id,omitempty"`
	// Kind of the list. The values are not listed.
	Type *string `json:"type,omitempty"`
	// URL of the list; without a host, as in the examples, it is on the
	// service's.
	Href *string `json:"href,omitempty"`
	// The node pools. Required.
	Items *[]NodePoolResponseData `json:"items"`
}

// NewNodePoolListResponseData returns a NodePoolListResponseData with what is
// required.
func NewNodePoolListResponseData(items []NodePoolResponseData) *NodePoolListResponseData {
	return &NodePoolListResponseData{
		Items: &items,
	}
}

// NewNodePoolListResponseDataWithDefaults returns a NodePoolListResponseData
// with nothing set: it has no defaults.
func NewNodePoolListResponseDataWithDefaults() *NodePoolListResponseData {
	return &NodePoolListResponseData{}
}

// GetId returns Id, nil if it is not set.
func (o *NodePoolListResponseData) GetId() *string {
	if o == nil {
		return nil
	}
	return o.Id
}

// GetIdOk returns Id, nil if it is not set, and true unless o is nil.
func (o *NodePoolListResponseData) GetIdOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Id, true
}

// SetId sets Id: Identifier of the list.
func (o *NodePoolListResponseData) SetId(v string) {
	o.Id = &v
}

// HasId tells whether Id is set.
func (o *NodePoolListResponseData) HasId() bool {
	return o != nil && o.Id != nil
}

// GetType returns Type, nil if it is not set.
func (o *NodePoolListResponseData) GetType() *string {
	if o == nil {
		return nil
	}
	return o.Type
}

// GetTypeOk returns Type, nil if it is not set, and true unless o is nil.
func (o *NodePoolListResponseData) GetTypeOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Type, true
}

// SetType sets Type: Kind of the list. The values are not listed.
func (o *NodePoolListResponseData) SetType(v string) {
	o.Type = &v
}

// HasType tells whether Type is set.
func (o *NodePoolListResponseData) HasType() bool {
	return o != nil && o.Type != nil
}

// GetHref returns Href, nil if it is not set.
func (o *NodePoolListResponseData) GetHref() *string {
	if o == nil {
		return nil
	}
	return o.Href
}

// GetHrefOk returns Href, nil if it is not set, and true unless o is nil.
func (o *NodePoolListResponseData) GetHrefOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Href, true
}

// SetHref sets Href: URL of the list; without a host, as in the examples, it
// is on the service's.
func (o *NodePoolListResponseData) SetHref(v string) {
	o.Href = &v
}

// HasHref tells whether Href is set.
func (o *NodePoolListResponseData) HasHref() bool {
	return o != nil && o.Href != nil
}

// GetItems returns Items, nil if it is not set.
func (o *NodePoolListResponseData) GetItems() *[]NodePoolResponseData {
	if o == nil {
		return nil
	}
	return o.Items
}

// GetItemsOk returns Items, nil if it is not set, and true unless o is nil.
func (o *NodePoolListResponseData) GetItemsOk() (*[]NodePoolResponseData, bool) {
	if o == nil {
		return nil, false
	}
	return o.Items, true
}

// SetItems sets Items: The node pools. Required.
func (o *NodePoolListResponseData) SetItems(v []NodePoolResponseData) {
	o.Items = &v
}

// HasItems tells whether Items is set.
func (o *NodePoolListResponseData) HasItems() bool {
	return o != nil && o.Items != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *NodePoolListResponseData) Validate() error { return validate(o) }

func (o *NodePoolListResponseData) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("items", o.Items != nil)
	checkModels(v, "items", o.Items)
}

// MarshalJSON encodes the fields that are set.
func (o NodePoolListResponseData) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *NodePoolListResponseData) encode(e *encoder) {
	writeString(e, "id", o.Id)
	writeString(e, "type", o.Type)
	writeString(e, "href", o.Href)
	writeModels(e, "items", o.Items)
}

func (o *NodePoolListResponseData) scan(s *scanner) {
	for key, more := s.firstKey(); more; key, more = s.nextKey() {
		switch string(key) {
		case "id":
			scanString(s, &o.Id)
		case "type":
			scanString(s, &o.Type)
		case "href":
			scanString(s, &o.Href)
		case "items":
			scanModels(s, &o.Items)
		default:
			s.unknown(key, "id type href items")
		}
	}
}

func (o *NodePoolListResponseData) clear() { *o = NodePoolListResponseData{} }

// NullableNodePoolListResponseData is a NodePoolListResponseData that can be
// null, or not be there at all.
type NullableNodePoolListResponseData nullable[*NodePoolListResponseData]

// NewNullableNodePoolListResponseData returns a set value; nil makes it null.
func NewNullableNodePoolListResponseData(val *NodePoolListResponseData) *NullableNodePoolListResponseData {
	return &NullableNodePoolListResponseData{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableNodePoolListResponseData) Get() *NodePoolListResponseData { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableNodePoolListResponseData) Set(val *NodePoolListResponseData) {
	v.value, v.isSet = val, true
}

// IsSet tells whether there is a value or an explicit null.
func (v NullableNodePoolListResponseData) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableNodePoolListResponseData) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableNodePoolListResponseData) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableNodePoolListResponseData) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
