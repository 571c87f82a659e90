// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// VersionsGet200Response: List of the Data Platform versions.
//
// It is decoded from the bare list as well, which becomes Items.
type VersionsGet200Response struct {
	// Identifier of the list.
	Id *string `json:"id,omitempty"`
	// Kind of the list. The values are not listed.
	Type *string `json:"type,omitempty"`
	// URL of the list; without a host, as in the examples, it is on the
	// service's.
	Href *string `json:"href,omitempty"`
	// The versions. Required.
	Items *[]string `json:"items"`
}

// NewVersionsGet200Response returns a VersionsGet200Response with what is
// required.
func NewVersionsGet200Response(items []string) *VersionsGet200Response {
	return &VersionsGet200Response{
		Items: &items,
	}
}

// NewVersionsGet200ResponseWithDefaults returns a VersionsGet200Response with
// nothing set: it has no defaults.
func NewVersionsGet200ResponseWithDefaults() *VersionsGet200Response {
	return &VersionsGet200Response{}
}

// GetId returns Id, nil if it is not set.
func (o *VersionsGet200Response) GetId() *string {
	if o == nil {
		return nil
	}
	return o.Id
}

// GetIdOk returns Id, nil if it is not set, and true unless o is nil.
func (o *VersionsGet200Response) GetIdOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Id, true
}

// SetId sets Id: Identifier of the list.
func (o *VersionsGet200Response) SetId(v string) {
	o.Id = &v
}

// HasId tells whether Id is set.
func (o *VersionsGet200Response) HasId() bool {
	return o != nil && o.Id != nil
}

// GetType returns Type, nil if it is not set.
func (o *VersionsGet200Response) GetType() *string {
	if o == nil {
		return nil
	}
	return o.Type
}

// GetTypeOk returns Type, nil if it is not set, and true unless o is nil.
func (o *VersionsGet200Response) GetTypeOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Type, true
}

// SetType sets Type: Kind of the list. The values are not listed.
func (o *VersionsGet200Response) SetType(v string) {
	o.Type = &v
}

// HasType tells whether Type is set.
func (o *VersionsGet200Response) HasType() bool {
	return o != nil && o.Type != nil
}

// GetHref returns Href, nil if it is not set.
func (o *VersionsGet200Response) GetHref() *string {
	if o == nil {
		return nil
	}
	return o.Href
}

// GetHrefOk returns Href, nil if it is not set, and true unless o is nil.
func (o *VersionsGet200Response) GetHrefOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Href, true
}

// SetHref sets Href: URL of the list; without a host, as in the examples, it
// is on the service's.
func (o *VersionsGet200Response) SetHref(v string) {
	o.Href = &v
}

// HasHref tells whether Href is set.
func (o *VersionsGet200Response) HasHref() bool {
	return o != nil && o.Href != nil
}

// GetItems returns Items, nil if it is not set.
func (o *VersionsGet200Response) GetItems() *[]string {
	if o == nil {
		return nil
	}
	return o.Items
}

// GetItemsOk returns Items, nil if it is not set, and true unless o is nil.
func (o *VersionsGet200Response) GetItemsOk() (*[]string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Items, true
}

// SetItems sets Items: The versions. Required.
func (o *VersionsGet200Response) SetItems(v []string) {
	o.Items = &v
}

// HasItems tells whether Items is set.
func (o *VersionsGet200Response) HasItems() bool {
	return o != nil && o.Items != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *VersionsGet200Response) Validate() error { return validate(o) }

func (o *VersionsGet200Response) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("items", o.Items != nil)
}

// MarshalJSON encodes the fields that are set.
func (o VersionsGet200Response) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *VersionsGet200Response) encode(e *encoder) {
	writeString(e, "id", o.Id)
	writeString(e, "type", o.Type)
	writeString(e, "href", o.Href)
	writeStrings(e, "items", o.Items)
}

// UnmarshalJSON takes the object, or the list alone, which becomes Items.
func (o *VersionsGet200Response) UnmarshalJSON(data []byte) error {
	if isArray(data) {
		var bare []string
		if err := json.Unmarshal(data, &bare); err != nil {
			return err
		}
		*o = VersionsGet200Response{Items: &bare}
		return nil
	}
	type plain VersionsGet200Response // without this method
	if err := json.Unmarshal(data, (*plain)(o)); err != nil {
		return err
	}
	return nil
}

// NullableVersionsGet200Response is a VersionsGet200Response that can be
// null, or not be there at all.
type NullableVersionsGet200Response nullable[*VersionsGet200Response]

// NewNullableVersionsGet200Response returns a set value; nil makes it null.
func NewNullableVersionsGet200Response(val *VersionsGet200Response) *NullableVersionsGet200Response {
	return &NullableVersionsGet200Response{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableVersionsGet200Response) Get() *VersionsGet200Response { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableVersionsGet200Response) Set(val *VersionsGet200Response) {
	v.value, v.isSet = val, true
}

// IsSet tells whether there is a value or an explicit null.
func (v NullableVersionsGet200Response) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableVersionsGet200Response) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableVersionsGet200Response) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableVersionsGet200Response) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
