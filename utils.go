package ionoscloud

// The small helpers that every release has had: pointers from values, values
// from pointers, and the time type of the models.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"time"
)

// ToPtr returns a pointer to a copy of v.
func ToPtr[T any](v T) *T { return &v }

// ToValue returns what ptr points to, the zero value for nil.
func ToValue[T any](ptr *T) T {
	if ptr == nil {
		var zero T
		return zero
	}
	return *ptr
}

// ToValueDefault returns what ptr points to, the zero value for nil.
func ToValueDefault[T any](ptr *T) T { return ToValue(ptr) }

// SliceToValueDefault returns a copy of the slice that ptrSlice points to, an
// empty one for nil.
func SliceToValueDefault[T any](ptrSlice *[]T) []T {
	return append([]T{}, ToValue(ptrSlice)...)
}

// PtrBool returns a pointer to a copy of v.
func PtrBool(v bool) *bool { return &v }

// PtrInt returns a pointer to a copy of v.
func PtrInt(v int) *int { return &v }

// PtrInt32 returns a pointer to a copy of v.
func PtrInt32(v int32) *int32 { return &v }

// PtrInt64 returns a pointer to a copy of v.
func PtrInt64(v int64) *int64 { return &v }

// PtrFloat32 returns a pointer to a copy of v.
func PtrFloat32(v float32) *float32 { return &v }

// PtrFloat64 returns a pointer to a copy of v.
func PtrFloat64(v float64) *float64 { return &v }

// PtrString returns a pointer to a copy of v.
func PtrString(v string) *string { return &v }

// PtrTime returns a pointer to a copy of v.
func PtrTime(v time.Time) *time.Time { return &v }

// ToBool returns what ptr points to, false for nil.
func ToBool(ptr *bool) bool { return ToValue(ptr) }

// ToBoolDefault returns what ptr points to, false for nil.
func ToBoolDefault(ptr *bool) bool { return ToValue(ptr) }

// ToBoolSlice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToBoolSlice(ptrSlice *[]bool) []bool { return SliceToValueDefault(ptrSlice) }

// ToByte returns what ptr points to, 0 for nil.
func ToByte(ptr *byte) byte { return ToValue(ptr) }

// ToByteDefault returns what ptr points to, 0 for nil.
func ToByteDefault(ptr *byte) byte { return ToValue(ptr) }

// ToByteSlice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToByteSlice(ptrSlice *[]byte) []byte { return SliceToValueDefault(ptrSlice) }

// ToString returns what ptr points to, "" for nil.
func ToString(ptr *string) string { return ToValue(ptr) }

// ToStringDefault returns what ptr points to, "" for nil.
func ToStringDefault(ptr *string) string { return ToValue(ptr) }

// ToStringSlice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToStringSlice(ptrSlice *[]string) []string { return SliceToValueDefault(ptrSlice) }

// ToInt returns what ptr points to, 0 for nil.
func ToInt(ptr *int) int { return ToValue(ptr) }

// ToIntDefault returns what ptr points to, 0 for nil.
func ToIntDefault(ptr *int) int { return ToValue(ptr) }

// ToIntSlice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToIntSlice(ptrSlice *[]int) []int { return SliceToValueDefault(ptrSlice) }

// ToInt8 returns what ptr points to, 0 for nil.
func ToInt8(ptr *int8) int8 { return ToValue(ptr) }

// ToInt8Default returns what ptr points to, 0 for nil.
func ToInt8Default(ptr *int8) int8 { return ToValue(ptr) }

// ToInt8Slice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToInt8Slice(ptrSlice *[]int8) []int8 { return SliceToValueDefault(ptrSlice) }

// ToInt16 returns what ptr points to, 0 for nil.
func ToInt16(ptr *int16) int16 { return ToValue(ptr) }

// ToInt16Default returns what ptr points to, 0 for nil.
func ToInt16Default(ptr *int16) int16 { return ToValue(ptr) }

// ToInt16Slice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToInt16Slice(ptrSlice *[]int16) []int16 { return SliceToValueDefault(ptrSlice) }

// ToInt32 returns what ptr points to, 0 for nil.
func ToInt32(ptr *int32) int32 { return ToValue(ptr) }

// ToInt32Default returns what ptr points to, 0 for nil.
func ToInt32Default(ptr *int32) int32 { return ToValue(ptr) }

// ToInt32Slice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToInt32Slice(ptrSlice *[]int32) []int32 { return SliceToValueDefault(ptrSlice) }

// ToInt64 returns what ptr points to, 0 for nil.
func ToInt64(ptr *int64) int64 { return ToValue(ptr) }

// ToInt64Default returns what ptr points to, 0 for nil.
func ToInt64Default(ptr *int64) int64 { return ToValue(ptr) }

// ToInt64Slice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToInt64Slice(ptrSlice *[]int64) []int64 { return SliceToValueDefault(ptrSlice) }

// ToUint returns what ptr points to, 0 for nil.
func ToUint(ptr *uint) uint { return ToValue(ptr) }

// ToUintDefault returns what ptr points to, 0 for nil.
func ToUintDefault(ptr *uint) uint { return ToValue(ptr) }

// ToUintSlice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToUintSlice(ptrSlice *[]uint) []uint { return SliceToValueDefault(ptrSlice) }

// ToUint8 returns what ptr points to, 0 for nil.
func ToUint8(ptr *uint8) uint8 { return ToValue(ptr) }

// ToUint8Default returns what ptr points to, 0 for nil.
func ToUint8Default(ptr *uint8) uint8 { return ToValue(ptr) }

// ToUint8Slice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToUint8Slice(ptrSlice *[]uint8) []uint8 { return SliceToValueDefault(ptrSlice) }

// ToUint16 returns what ptr points to, 0 for nil.
func ToUint16(ptr *uint16) uint16 { return ToValue(ptr) }

// ToUint16Default returns what ptr points to, 0 for nil.
func ToUint16Default(ptr *uint16) uint16 { return ToValue(ptr) }

// ToUint16Slice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToUint16Slice(ptrSlice *[]uint16) []uint16 { return SliceToValueDefault(ptrSlice) }

// ToUint32 returns what ptr points to, 0 for nil.
func ToUint32(ptr *uint32) uint32 { return ToValue(ptr) }

// ToUint32Default returns what ptr points to, 0 for nil.
func ToUint32Default(ptr *uint32) uint32 { return ToValue(ptr) }

// ToUint32Slice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToUint32Slice(ptrSlice *[]uint32) []uint32 { return SliceToValueDefault(ptrSlice) }

// ToUint64 returns what ptr points to, 0 for nil.
func ToUint64(ptr *uint64) uint64 { return ToValue(ptr) }

// ToUint64Default returns what ptr points to, 0 for nil.
func ToUint64Default(ptr *uint64) uint64 { return ToValue(ptr) }

// ToUint64Slice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToUint64Slice(ptrSlice *[]uint64) []uint64 { return SliceToValueDefault(ptrSlice) }

// ToFloat32 returns what ptr points to, 0 for nil.
func ToFloat32(ptr *float32) float32 { return ToValue(ptr) }

// ToFloat32Default returns what ptr points to, 0 for nil.
func ToFloat32Default(ptr *float32) float32 { return ToValue(ptr) }

// ToFloat32Slice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToFloat32Slice(ptrSlice *[]float32) []float32 { return SliceToValueDefault(ptrSlice) }

// ToFloat64 returns what ptr points to, 0 for nil.
func ToFloat64(ptr *float64) float64 { return ToValue(ptr) }

// ToFloat64Default returns what ptr points to, 0 for nil.
func ToFloat64Default(ptr *float64) float64 { return ToValue(ptr) }

// ToFloat64Slice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToFloat64Slice(ptrSlice *[]float64) []float64 { return SliceToValueDefault(ptrSlice) }

// ToTime returns what ptr points to, the zero time for nil.
func ToTime(ptr *time.Time) time.Time { return ToValue(ptr) }

// ToTimeDefault returns what ptr points to, the zero time for nil.
func ToTimeDefault(ptr *time.Time) time.Time { return ToValue(ptr) }

// ToTimeSlice returns a copy of the slice that ptrSlice points to, an empty one
// for nil.
func ToTimeSlice(ptrSlice *[]time.Time) []time.Time { return SliceToValueDefault(ptrSlice) }

// IsNil tells whether i is nil, or holds a nil pointer, map, slice, channel,
// function or interface. As in the releases, an array counts as nil when all of
// its elements are zero.
func IsNil(i interface{}) bool {
	v := reflect.ValueOf(i)
	switch v.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice, reflect.UnsafePointer:
		return v.IsNil()
	case reflect.Array:
		return v.IsZero()
	}
	return false
}

const secondsOfDay = 24 * 60 * 60

// IonosTime is a point in time as the service writes it: RFC 3339.
type IonosTime struct {
	time.Time
}

// UnmarshalJSON reads an RFC 3339 date and time; without an offset, which the
// first releases knew, it is UTC. Like the releases it takes the text without its
// quotes as well, and leaves the time as it is for no text at all. A null leaves
// it as it is too.
func (t *IonosTime) UnmarshalJSON(data []byte) error {
	if len(data) == 0 || string(data) == "null" {
		return nil
	}
	text := string(bytes.TrimSuffix(bytes.TrimPrefix(data, []byte{'"'}), []byte{'"'}))
	if bytes.IndexByte(data, '\\') >= 0 {
		if err := json.Unmarshal(data, &text); err != nil {
			return fmt.Errorf("time: %w", err)
		}
	}
	parsed, err := time.Parse(time.RFC3339, text)
	if err != nil {
		var withoutOffset error
		if parsed, withoutOffset = time.Parse("2006-01-02T15:04:05", text); withoutOffset != nil {
			return err
		}
	}
	// An offset of a day can be read but not written.
	if _, offset := parsed.Zone(); offset <= -secondsOfDay || offset >= secondsOfDay {
		return fmt.Errorf("time %q: the offset is a day or more", text)
	}
	t.Time = parsed
	return nil
}
