// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// ClusterListResponseData: List of clusters.
type ClusterListResponseData struct {
	// Identifier of the list.
	Id *string `json:"id,omitempty"`
	// Kind of the list. The values are not listed.
	Type *string `json:"type,omitempty"`
	// URL of the list; without a host, as in the examples, it is on the
	// service's.
	Href *string `json:"href,omitempty"`
	// The clusters. Required.
	Items *[]ClusterResponseData `json:"items"`
}

// NewClusterListResponseData returns a ClusterListResponseData with what is
// required.
func NewClusterListResponseData(items []ClusterResponseData) *ClusterListResponseData {
	return &ClusterListResponseData{
		Items: &items,
	}
}

// NewClusterListResponseDataWithDefaults returns a ClusterListResponseData
// with nothing set: it has no defaults.
func NewClusterListResponseDataWithDefaults() *ClusterListResponseData {
	return &ClusterListResponseData{}
}

// GetId returns Id, nil if it is not set.
func (o *ClusterListResponseData) GetId() *string {
	if o == nil {
		return nil
	}
	return o.Id
}

// GetIdOk returns Id, nil if it is not set, and true unless o is nil.
func (o *ClusterListResponseData) GetIdOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Id, true
}

// SetId sets Id: Identifier of the list.
func (o *ClusterListResponseData) SetId(v string) {
	o.Id = &v
}

// HasId tells whether Id is set.
func (o *ClusterListResponseData) HasId() bool {
	return o != nil && o.Id != nil
}

// GetType returns Type, nil if it is not set.
func (o *ClusterListResponseData) GetType() *string {
	if o == nil {
		return nil
	}
	return o.Type
}

// GetTypeOk returns Type, nil if it is not set, and true unless o is nil.
func (o *ClusterListResponseData) GetTypeOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Type, true
}

// SetType sets Type: Kind of the list. The values are not listed.
func (o *ClusterListResponseData) SetType(v string) {
	o.Type = &v
}

// HasType tells whether Type is set.
func (o *ClusterListResponseData) HasType() bool {
	return o != nil && o.Type != nil
}

// GetHref returns Href, nil if it is not set.
func (o *ClusterListResponseData) GetHref() *string {
	if o == nil {
		return nil
	}
	return o.Href
}

// GetHrefOk returns Href, nil if it is not set, and true unless o is nil.
func (o *ClusterListResponseData) GetHrefOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Href, true
}

// SetHref sets Href: URL of the list; without a host, as in the examples, it
// is on the service's.
func (o *ClusterListResponseData) SetHref(v string) {
	o.Href = &v
}

// HasHref tells whether Href is set.
func (o *ClusterListResponseData) HasHref() bool {
	return o != nil && o.Href != nil
}

// GetItems returns Items, nil if it is not set.
func (o *ClusterListResponseData) GetItems() *[]ClusterResponseData {
	if o == nil {
		return nil
	}
	return o.Items
}

// GetItemsOk returns Items, nil if it is not set, and true unless o is nil.
func (o *ClusterListResponseData) GetItemsOk() (*[]ClusterResponseData, bool) {
	if o == nil {
		return nil, false
	}
	return o.Items, true
}

// SetItems sets Items: The clusters. Required.
func (o *ClusterListResponseData) SetItems(v []ClusterResponseData) {
	o.Items = &v
}

// HasItems tells whether Items is set.
func (o *ClusterListResponseData) HasItems() bool {
	return o != nil && o.Items != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *ClusterListResponseData) Validate() error { return validate(o) }

func (o *ClusterListResponseData) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("items", o.Items != nil)
	checkModels(v, "items", o.Items)
}

// MarshalJSON encodes the fields that are set.
func (o ClusterListResponseData) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *ClusterListResponseData) encode(e *encoder) {
	writeString(e, "id", o.Id)
	writeString(e, "type", o.Type)
	writeString(e, "href", o.Href)
	writeModels(e, "items", o.Items)
}

func (o *ClusterListResponseData) scan(s *scanner) {
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

func (o *ClusterListResponseData) clear() { *o = ClusterListResponseData{} }

// NullableClusterListResponseData is a ClusterListResponseData that can be
// null, or not be there at all.
type NullableClusterListResponseData nullable[*ClusterListResponseData]

// NewNullableClusterListResponseData returns a set value; nil makes it null.
func NewNullableClusterListResponseData(val *ClusterListResponseData) *NullableClusterListResponseData {
	return &NullableClusterListResponseData{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableClusterListResponseData) Get() *ClusterListResponseData { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableClusterListResponseData) Set(val *ClusterListResponseData) {
	v.value, v.isSet = val, true
}

// IsSet tells whether there is a value or an explicit null.
func (v NullableClusterListResponseData) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableClusterListResponseData) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableClusterListResponseData) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableClusterListResponseData) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
