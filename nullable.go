package ionoscloud

// Nullable values: a value, an explicit null, or nothing at all.

import (
	"encoding/json"
	"time"
)

// Nullable is a value that knows whether it was set, and that may have been set
// to null. The Nullable types of the models are all made of it.
type Nullable[T any] struct {
	value *T
	isSet bool
}

func newNullable[T any](value *T) Nullable[T] { return Nullable[T]{value: value, isSet: true} }

// Get returns the value, nil if it is null or not set.
func (v Nullable[T]) Get() *T { return v.value }

// Set sets the value; nil sets it to null.
func (v *Nullable[T]) Set(value *T) { v.value, v.isSet = value, true }

// IsSet tells whether there is a value or an explicit null.
func (v Nullable[T]) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *Nullable[T]) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v Nullable[T]) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *Nullable[T]) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}

// NullableBool is a bool that can be null. See [Nullable].
type NullableBool struct{ Nullable[bool] }

// NewNullableBool returns a set value; nil makes it null.
func NewNullableBool(val *bool) *NullableBool { return &NullableBool{newNullable(val)} }

// NullableInt is an int that can be null. See [Nullable].
type NullableInt struct{ Nullable[int] }

// NewNullableInt returns a set value; nil makes it null.
func NewNullableInt(val *int) *NullableInt { return &NullableInt{newNullable(val)} }

// NullableInt32 is an int32 that can be null. See [Nullable].
type NullableInt32 struct{ Nullable[int32] }

// NewNullableInt32 returns a set value; nil makes it null.
func NewNullableInt32(val *int32) *NullableInt32 { return &NullableInt32{newNullable(val)} }

// NullableInt64 is an int64 that can be null. See [Nullable].
type NullableInt64 struct{ Nullable[int64] }

// NewNullableInt64 returns a set value; nil makes it null.
func NewNullableInt64(val *int64) *NullableInt64 { return &NullableInt64{newNullable(val)} }

// NullableFloat32 is a float32 that can be null. See [Nullable].
type NullableFloat32 struct{ Nullable[float32] }

// NewNullableFloat32 returns a set value; nil makes it null.
func NewNullableFloat32(val *float32) *NullableFloat32 { return &NullableFloat32{newNullable(val)} }

// NullableFloat64 is a float64 that can be null. See [Nullable].
type NullableFloat64 struct{ Nullable[float64] }

// NewNullableFloat64 returns a set value; nil makes it null.
func NewNullableFloat64(val *float64) *NullableFloat64 { return &NullableFloat64{newNullable(val)} }

// NullableString is a string that can be null. See [Nullable].
type NullableString struct{ Nullable[string] }

// NewNullableString returns a set value; nil makes it null.
func NewNullableString(val *string) *NullableString { return &NullableString{newNullable(val)} }

// NullableTime is a time.Time that can be null. See [Nullable].
type NullableTime struct{ Nullable[time.Time] }

// NewNullableTime returns a set value; nil makes it null.
func NewNullableTime(val *time.Time) *NullableTime { return &NullableTime{newNullable(val)} }
