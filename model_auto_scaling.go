// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// AutoScaling: Bounds between which the service chooses the number of nodes
// of a node pool.
//
// MinNodeCount is at most MaxNodeCount.
type AutoScaling struct {
	// Least number of nodes that the pool shrinks to, at most `maxNodeCount`.
	// Required. At least 1.
	MinNodeCount *int32 `json:"minNodeCount"`
	// Greatest number of nodes that the pool grows to, at least `minNodeCount`.
	// Required. At least 1.
	MaxNodeCount *int32 `json:"maxNodeCount"`
}

// NewAutoScaling returns an AutoScaling with what is required.
func NewAutoScaling(minNodeCount int32, maxNodeCount int32) *AutoScaling {
	return &AutoScaling{
		MinNodeCount: &minNodeCount,
		MaxNodeCount: &maxNodeCount,
	}
}

// NewAutoScalingWithDefaults returns an AutoScaling with nothing set: it has
// no defaults.
func NewAutoScalingWithDefaults() *AutoScaling {
	return &AutoScaling{}
}

// GetMinNodeCount returns MinNodeCount, nil if it is not set.
func (o *AutoScaling) GetMinNodeCount() *int32 {
	if o == nil {
		return nil
	}
	return o.MinNodeCount
}

// GetMinNodeCountOk returns MinNodeCount, nil if it is not set, and true unless o is nil.
func (o *AutoScaling) GetMinNodeCountOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.MinNodeCount, true
}

// SetMinNodeCount sets MinNodeCount: Least number of nodes that the pool
// shrinks to, at most `maxNodeCount`. Required. At least 1.
func (o *AutoScaling) SetMinNodeCount(v int32) {
	o.MinNodeCount = &v
}

// HasMinNodeCount tells whether MinNodeCount is set.
func (o *AutoScaling) HasMinNodeCount() bool {
	return o != nil && o.MinNodeCount != nil
}

// GetMaxNodeCount returns MaxNodeCount, nil if it is not set.
func (o *AutoScaling) GetMaxNodeCount() *int32 {
	if o == nil {
		return nil
	}
	return o.MaxNodeCount
}

// GetMaxNodeCountOk returns MaxNodeCount, nil if it is not set, and true unless o is nil.
func (o *AutoScaling) GetMaxNodeCountOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.MaxNodeCount, true
}

// SetMaxNodeCount sets MaxNodeCount: Greatest number of nodes that the pool
// grows to, at least `minNodeCount`. Required. At least 1.
func (o *AutoScaling) SetMaxNodeCount(v int32) {
	o.MaxNodeCount = &v
}

// HasMaxNodeCount tells whether MaxNodeCount is set.
func (o *AutoScaling) HasMaxNodeCount() bool {
	return o != nil && o.MaxNodeCount != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *AutoScaling) Validate() error { return validate(o) }

func (o *AutoScaling) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("minNodeCount", o.MinNodeCount != nil)
	checkAtLeast(v, "minNodeCount", o.MinNodeCount, 1)
	v.require("maxNodeCount", o.MaxNodeCount != nil)
	checkAtLeast(v, "maxNodeCount", o.MaxNodeCount, 1)
	checkOrder(v, "minNodeCount", o.MinNodeCount, "maxNodeCount", o.MaxNodeCount)
}

// MarshalJSON encodes the fields that are set.
func (o AutoScaling) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *AutoScaling) encode(e *encoder) {
	e.int32("minNodeCount", o.MinNodeCount)
	e.int32("maxNodeCount", o.MaxNodeCount)
}

func (o *AutoScaling) scan(s *scanner) {
	for key, more := s.firstKey(); more; key, more = s.nextKey() {
		switch string(key) {
		case "minNodeCount":
			scanInt32(s, &o.MinNodeCount)
		case "maxNodeCount":
			scanInt32(s, &o.MaxNodeCount)
		default:
			s.unknown(key, "minNodeCount maxNodeCount")
		}
	}
}

func (o *AutoScaling) clear() { *o = AutoScaling{} }

// NullableAutoScaling is an AutoScaling that can be null, or not be there at
// all.
type NullableAutoScaling nullable[*AutoScaling]

// NewNullableAutoScaling returns a set value; nil makes it null.
func NewNullableAutoScaling(val *AutoScaling) *NullableAutoScaling {
	return &NullableAutoScaling{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableAutoScaling) Get() *AutoScaling { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableAutoScaling) Set(val *AutoScaling) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableAutoScaling) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableAutoScaling) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableAutoScaling) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableAutoScaling) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
