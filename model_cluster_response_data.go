// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// ClusterResponseData: A cluster, as the service answers it.
type ClusterResponseData struct {
	// Identifier of the cluster, which the paths take. Required.
	Id *string `json:"id"`
	// Kind of the resource. The values are not listed.
	Type *string `json:"type,omitempty"`
	// URL of the cluster; without a host, as in the examples, it is on the
	// service's.
	Href *string `json:"href,omitempty"`
	// What the service says about a resource. All of it is read-only. Required.
	Metadata *Metadata `json:"metadata"`
	// Properties of a cluster, as the service answers them. Required.
	Properties *Cluster `json:"properties"`
}

// NewClusterResponseData returns a ClusterResponseData with what is required.
func NewClusterResponseData(id string, metadata Metadata, properties Cluster) *ClusterResponseData {
	return &ClusterResponseData{
		Id:         &id,
		Metadata:   &metadata,
		Properties: &properties,
	}
}

// NewClusterResponseDataWithDefaults returns a ClusterResponseData with
// nothing set: it has no defaults.
func NewClusterResponseDataWithDefaults() *ClusterResponseData {
	return &ClusterResponseData{}
}

// GetId returns Id, nil if it is not set.
func (o *ClusterResponseData) GetId() *string {
	if o == nil {
		return nil
	}
	return o.Id
}

// GetIdOk returns Id, nil if it is not set, and true unless o is nil.
func (o *ClusterResponseData) GetIdOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Id, true
}

// SetId sets Id: Identifier of the cluster, which the paths take. Required.
func (o *ClusterResponseData) SetId(v string) {
	o.Id = &v
}

// HasId tells whether Id is set.
func (o *ClusterResponseData) HasId() bool {
	return o != nil && o.Id != nil
}

// GetType returns Type, nil if it is not set.
func (o *ClusterResponseData) GetType() *string {
	if o == nil {
		return nil
	}
	return o.Type
}

// GetTypeOk returns Type, nil if it is not set, and true unless o is nil.
func (o *ClusterResponseData) GetTypeOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Type, true
}

// SetType sets Type: Kind of the resource. The values are not listed.
func (o *ClusterResponseData) SetType(v string) {
	o.Type = &v
}

// HasType tells whether Type is set.
func (o *ClusterResponseData) HasType() bool {
	return o != nil && o.Type != nil
}

// GetHref returns Href, nil if it is not set.
func (o *ClusterResponseData) GetHref() *string {
	if o == nil {
		return nil
	}
	return o.Href
}

// GetHrefOk returns Href, nil if it is not set, and true unless o is nil.
func (o *ClusterResponseData) GetHrefOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Href, true
}

// SetHref sets Href: URL of the cluster; without a host, as in the examples,
// it is on the service's.
func (o *ClusterResponseData) SetHref(v string) {
	o.Href = &v
}

// HasHref tells whether Href is set.
func (o *ClusterResponseData) HasHref() bool {
	return o != nil && o.Href != nil
}

// GetMetadata returns Metadata, nil if it is not set.
func (o *ClusterResponseData) GetMetadata() *Metadata {
	if o == nil {
		return nil
	}
	return o.Metadata
}

// GetMetadataOk returns Metadata, nil if it is not set, and true unless o is nil.
func (o *ClusterResponseData) GetMetadataOk() (*Metadata, bool) {
	if o == nil {
		return nil, false
	}
	return o.Metadata, true
}

// SetMetadata sets Metadata: What the service says about a resource. All of
// it is read-only. Required.
func (o *ClusterResponseData) SetMetadata(v Metadata) {
	o.Metadata = &v
}

// HasMetadata tells whether Metadata is set.
func (o *ClusterResponseData) HasMetadata() bool {
	return o != nil && o.Metadata != nil
}

// GetProperties returns Properties, nil if it is not set.
func (o *ClusterResponseData) GetProperties() *Cluster {
	if o == nil {
		return nil
	}
	return o.Properties
}

// GetPropertiesOk returns Properties, nil if it is not set, and true unless o is nil.
func (o *ClusterResponseData) GetPropertiesOk() (*Cluster, bool) {
	if o == nil {
		return nil, false
	}
	return o.Properties, true
}

// SetProperties sets Properties: Properties of a cluster, as the service
// answers them. Required.
func (o *ClusterResponseData) SetProperties(v Cluster) {
	o.Properties = &v
}

// HasProperties tells whether Properties is set.
func (o *ClusterResponseData) HasProperties() bool {
	return o != nil && o.Properties != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *ClusterResponseData) Validate() error { return validate(o) }

func (o *ClusterResponseData) validate(v *violations) {
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
func (o ClusterResponseData) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *ClusterResponseData) encode(e *encoder) {
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

func (o *ClusterResponseData) scan(s *scanner) {
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

func (o *ClusterResponseData) clear() { *o = ClusterResponseData{} }

// NullableClusterResponseData is a ClusterResponseData that can be null, or
// not be there at all.
type NullableClusterResponseData nullable[*ClusterResponseData]

// NewNullableClusterResponseData returns a set value; nil makes it null.
func NewNullableClusterResponseData(val *ClusterResponseData) *NullableClusterResponseData {
	return &NullableClusterResponseData{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableClusterResponseData) Get() *ClusterResponseData { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableClusterResponseData) Set(val *ClusterResponseData) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableClusterResponseData) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableClusterResponseData) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableClusterResponseData) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableClusterResponseData) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
