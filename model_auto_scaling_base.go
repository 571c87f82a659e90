// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// AutoScalingBase: The two bounds of auto-scaling.
//
// MinNodeCount is at most MaxNodeCount.
type AutoScalingBase struct {
	// Least number of nodes that the pool shrinks to, at most `maxNodeCount`.
	// Required. At least 1.
	MinNodeCount *int32 `json:"minNodeCount"`
	// Greatest number of nodes that the pool grows to, at least `minNodeCount`.
	// Required. At least 1.
	MaxNodeCount *int32 `json:"maxNodeCount"`
}

// NewAutoScalingBase returns an AutoScalingBase with what is required.
func NewAutoScalingBase(minNodeCount int32, maxNodeCount int32) *AutoScalingBase {
	return &AutoScalingBase{
		MinNodeCount: &minNodeCount,
		MaxNodeCount: &maxNodeCount,
	}
}

// NewAutoScalingBaseWithDefaults returns an AutoScalingBase with nothing set:
// it has no defaults.
func NewAutoScalingBaseWithDefaults() *AutoScalingBase {
	return &AutoScalingBase{}
}

// GetMinNodeCount returns MinNodeCount, nil if it is not set.
func (o *AutoScalingBase) GetMinNodeCount() *int32 {
	if o == nil {
		return nil
	}
	return o.MinNodeCount
}

// GetMinNodeCountOk returns MinNodeCount, nil if it is not set, and true unless o is nil.
func (o *AutoScalingBase) GetMinNodeCountOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.MinNodeCount, true
}

// SetMinNodeCount sets MinNodeCount: Least number of nodes that the pool
// shrinks to, at most `maxNodeCount`. Required. At least 1.
func (o *AutoScalingBase) SetMinNodeCount(v int32) {
	o.MinNodeCount = &v
}

// HasMinNodeCount tells whether MinNodeCount is set.
func (o *AutoScalingBase) HasMinNodeCount() bool {
	return o != nil && o.MinNodeCount != nil
}

// GetMaxNodeCount returns MaxNodeCount, nil if it is not set.
func (o *AutoScalingBase) GetMaxNodeCount() *int32 {
	if o == nil {
		return nil
	}
	return o.MaxNodeCount
}

// GetMaxNodeCountOk returns MaxNodeCount, nil if it is not set, and true unless o is nil.
func (o *AutoScalingBase) GetMaxNodeCountOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.MaxNodeCount, true
}

// SetMaxNodeCount sets MaxNodeCount: Greatest number of nodes that the pool
// grows to, at least `minNodeCount`. Required. At least 1.
func (o *AutoScalingBase) SetMaxNodeCount(v int32) {
	o.MaxNodeCount = &v
}

// HasMaxNodeCount tells whether MaxNodeCount is set.
func (o *AutoScalingBase) HasMaxNodeCount() bool {
	return o != nil && o.MaxNodeCount != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *AutoScalingBase) Validate() error { return validate(o) }

func (o *AutoScalingBase) validate(v *violations) {
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
func (o AutoScalingBase) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *AutoScalingBase) encode(e *encoder) {
	e.int32("minNodeCount", o.MinNodeCount)
	e.int32("maxNodeCount", o.MaxNodeCount)
}

// NullableAutoScalingBase is an AutoScalingBase that can be null, or not be
// there at all.
type NullableAutoScalingBase nullable[*AutoScalingBase]

// NewNullableAutoScalingBase returns a set value; nil makes it null.
func NewNullableAutoScalingBase(val *AutoScalingBase) *NullableAutoScalingBase {
	return &NullableAutoScalingBase{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableAutoScalingBase) Get() *AutoScalingBase { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableAutoScalingBase) Set(val *AutoScalingBase) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableAutoScalingBase) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableAutoScalingBase) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableAutoScalingBase) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableAutoScalingBase) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
