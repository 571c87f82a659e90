package ionoscloud

// Nullable values: a value, an explicit null, or nothing at all.

import (
	"encoding/json"
	"time"
)

// nullable is what the Nullable types are made of: those of the models have its
// fields, those below its methods too. Its parameter is the pointer, and not what
// that points to, because the compiler makes one body of code for all pointers.
type nullable[P any] struct {
	value P
	isSet bool
}

func newNullable[P any](value P) nullable[P] { return nullable[P]{value: value, isSet: true} }

// Get returns the value, nil if it is null or not set.
func (v nullable[P]) Get() P { return v.value }

// Set sets the value; nil sets it to null.
func (v *nullable[P]) Set(value P) { v.value, v.isSet = value, true }

// IsSet tells whether there is a value or an explicit null.
func (v nullable[P]) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *nullable[P]) Unset() { *v = nullable[P]{} }

// MarshalJSON encodes the value, null if there is none.
func (v nullable[P]) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *nullable[P]) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}

// NullableBool is a bool that can be null, or not be there at all.
type NullableBool struct{ nullable[*bool] }

// NewNullableBool returns a set value; nil makes it null.
func NewNullableBool(val *bool) *NullableBool { return &NullableBool{newNullable(val)} }

// NullableInt is an int that can be null, or not be there at all.
type NullableInt struct{ nullable[*int] }

// NewNullableInt returns a set value; nil makes it null.
func NewNullableInt(val *int) *NullableInt { return &NullableInt{newNullable(val)} }

// NullableInt32 is an int32 that can be null, or not be there at all.
type NullableInt32 struct{ nullable[*int32] }

// NewNullableInt32 returns a set value; nil makes it null.
func NewNullableInt32(val *int32) *NullableInt32 { return &NullableInt32{newNullable(val)} }

// NullableInt64 is an int64 that can be null, or not be there at all.
type NullableInt64 struct{ nullable[*int64] }

// NewNullableInt64 returns a set value; nil makes it null.
func NewNullableInt64(val *int64) *NullableInt64 { return &NullableInt64{newNullable(val)} }

// NullableFloat32 is a float32 that can be null, or not be there at all.
type NullableFloat32 struct{ nullable[*float32] }

// NewNullableFloat32 returns a set value; nil makes it null.
func NewNullableFloat32(val *float32) *NullableFloat32 { return &NullableFloat32{newNullable(val)} }

// NullableFloat64 is a float64 that can be null, or not be there at all.
type NullableFloat64 struct{ nullable[*float64] }

// NewNullableFloat64 returns a set value; nil makes it null.
func NewNullableFloat64(val *float64) *NullableFloat64 { return &NullableFloat64{newNullable(val)} }

// NullableString is a string that can be null, or not be there at all.
type NullableString struct{ nullable[*string] }

// NewNullableString returns a set value; nil makes it null.
func NewNullableString(val *string) *NullableString { return &NullableString{newNullable(val)} }

// NullableTime is a time.Time that can be null, or not be there at all.
type NullableTime struct{ nullable[*time.Time] }

// NewNullableTime returns a set value; nil makes it null.
func NewNullableTime(val *time.Time) *NullableTime { return &NullableTime{newNullable(val)} }
