// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import "encoding/json"

// StorageType: Kind of the nodes' volumes.
//
// The default is SSD.
type StorageType string

// The values of StorageType that are known. Others may come from the service, and
// keep their text.
const (
	STORAGETYPE_HDD StorageType = "HDD"
	STORAGETYPE_SSD StorageType = "SSD"
)

// The values of StorageType under the short names of release 1.0.0.
const (
	HDD StorageType = "HDD"
	SSD StorageType = "SSD"
)

// Ptr returns a pointer to a copy of v.
func (v StorageType) Ptr() *StorageType { return &v }

// Validate reports a value that the API does not know, as a [*ValidationError].
func (v *StorageType) Validate() error { return validate(v) }

func (v *StorageType) validate(all *violations) {
	if v == nil {
		return
	}
	if message := ruleStorageType.check(string(*v)); message != "" {
		all.add("", message)
	}
}

// UnmarshalJSON takes any string, one that is not known too, so that it isn't
// lost; what is not a string is an error.
func (v *StorageType) UnmarshalJSON(src []byte) error {
	return decodeEnum(src, v, STORAGETYPE_HDD, STORAGETYPE_SSD)
}

// NullableStorageType is a StorageType that can be null, or not be there at
// all.
type NullableStorageType nullable[*StorageType]

// NewNullableStorageType returns a set value; nil makes it null.
func NewNullableStorageType(val *StorageType) *NullableStorageType {
	return &NullableStorageType{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableStorageType) Get() *StorageType { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableStorageType) Set(val *StorageType) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableStorageType) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableStorageType) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableStorageType) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableStorageType) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
