// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import "encoding/json"

// AvailabilityZone: Availability zone of the data center's region that the
// nodes are placed in; `AUTO` lets the service choose.
//
// The default is AUTO.
type AvailabilityZone string

// The values of AvailabilityZone that are known. Others may come from the service, and
// keep their text.
const (
	AVAILABILITYZONE_AUTO   AvailabilityZone = "AUTO"
	AVAILABILITYZONE_ZONE_1 AvailabilityZone = "ZONE_1"
	AVAILABILITYZONE_ZONE_2 AvailabilityZone = "ZONE_2"
)

// The values of AvailabilityZone under the short names of release 1.0.0.
const (
	AUTO   AvailabilityZone = "AUTO"
	ZONE_1 AvailabilityZone = "ZONE_1"
	ZONE_2 AvailabilityZone = "ZONE_2"
)

// Ptr returns a pointer to a copy of v.
func (v AvailabilityZone) Ptr() *AvailabilityZone { return &v }

// Validate reports a value that the API does not know, as a [*ValidationError].
func (v *AvailabilityZone) Validate() error { return validate(v) }

func (v *AvailabilityZone) validate(all *violations) {
	if v == nil {
		return
	}
	if message := ruleAvailabilityZone.check(string(*v)); message != "" {
		all.add("", message)
	}
}

// UnmarshalJSON takes any string, one that is not known too, so that it isn't
// lost; what is not a string is an error.
func (v *AvailabilityZone) UnmarshalJSON(src []byte) error {
	return decodeEnum(src, v, AVAILABILITYZONE_AUTO, AVAILABILITYZONE_ZONE_1, AVAILABILITYZONE_ZONE_2)
}

// NullableAvailabilityZone is an AvailabilityZone that can be null, or not be
// there at all.
type NullableAvailabilityZone nullable[*AvailabilityZone]

// NewNullableAvailabilityZone returns a set value; nil makes it null.
func NewNullableAvailabilityZone(val *AvailabilityZone) *NullableAvailabilityZone {
	return &NullableAvailabilityZone{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableAvailabilityZone) Get() *AvailabilityZone { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableAvailabilityZone) Set(val *AvailabilityZone) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableAvailabilityZone) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableAvailabilityZone) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableAvailabilityZone) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableAvailabilityZone) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
