package ionoscloud

import (
	"encoding/json"
	"testing"
	"time"
	"unsafe"

	"github.com/stretchr/testify/require"
)

// checkHelpers holds for every type that there are helpers for.
func checkHelpers[T any](t *testing.T, value T, to, toDefault func(*T) T, toSlice func(*[]T) []T) {
	t.Helper()
	var zero T
	require.Equal(t, value, to(&value))
	require.Equal(t, zero, to(nil))
	require.Equal(t, value, toDefault(&value))
	require.Equal(t, zero, toDefault(nil))
	values := []T{value, zero}
	copied := toSlice(&values)
	require.Equal(t, values, copied)
	copied[0] = zero
	require.Equal(t, value, values[0], "the slice is a copy")
	require.Equal(t, []T{}, toSlice(nil))
	require.Equal(t, []T{}, toSlice(new([]T)))
}

func TestHelpers(t *testing.T) {
	now := time.Unix(1, 2)
	checkHelpers(t, true, ToBool, ToBoolDefault, ToBoolSlice)
	checkHelpers(t, byte(1), ToByte, ToByteDefault, ToByteSlice)
	checkHelpers(t, "a", ToString, ToStringDefault, ToStringSlice)
	checkHelpers(t, 1, ToInt, ToIntDefault, ToIntSlice)
	checkHelpers(t, int8(1), ToInt8, ToInt8Default, ToInt8Slice)
	checkHelpers(t, int16(1), ToInt16, ToInt16Default, ToInt16Slice)
	checkHelpers(t, int32(1), ToInt32, ToInt32Default, ToInt32Slice)
	checkHelpers(t, int64(1), ToInt64, ToInt64Default, ToInt64Slice)
	checkHelpers(t, uint(1), ToUint, ToUintDefault, ToUintSlice)
	checkHelpers(t, uint8(1), ToUint8, ToUint8Default, ToUint8Slice)
	checkHelpers(t, uint16(1), ToUint16, ToUint16Default, ToUint16Slice)
	checkHelpers(t, uint32(1), ToUint32, ToUint32Default, ToUint32Slice)
	checkHelpers(t, uint64(1), ToUint64, ToUint64Default, ToUint64Slice)
	checkHelpers(t, float32(1), ToFloat32, ToFloat32Default, ToFloat32Slice)
	checkHelpers(t, 1.5, ToFloat64, ToFloat64Default, ToFloat64Slice)
	checkHelpers(t, now, ToTime, ToTimeDefault, ToTimeSlice)
	checkHelpers(t, [2]string{"a"}, ToValue, ToValueDefault, SliceToValueDefault)
}

func TestPointers(t *testing.T) {
	now := time.Unix(1, 2)
	require.Equal(t, true, *PtrBool(true))
	require.Equal(t, 1, *PtrInt(1))
	require.Equal(t, int32(1), *PtrInt32(1))
	require.Equal(t, int64(1), *PtrInt64(1))
	require.Equal(t, float32(1), *PtrFloat32(1))
	require.Equal(t, 1.5, *PtrFloat64(1.5))
	require.Equal(t, "a", *PtrString("a"))
	require.Equal(t, now, *PtrTime(now))
	require.Equal(t, Lan{}, *ToPtr(Lan{}))
}

func TestIsNil(t *testing.T) {
	for _, value := range []interface{}{
		nil, (*Lan)(nil), map[string]string(nil), []string(nil), (chan int)(nil), (func())(nil), unsafe.Pointer(nil), [2]int{}, [1]*Lan{},
	} {
		require.True(t, IsNil(value), "%#v", value)
	}
	for _, value := range []interface{}{0, "", Lan{}, &Lan{}, map[string]string{}, []string{}, [1]int{1}, false} {
		require.False(t, IsNil(value), "%#v", value)
	}
}

func TestIonosTime(t *testing.T) {
	want := time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	before := IonosTime{time.Unix(0, 0)}
	tests := map[string]struct {
		text string
		want time.Time
		err  string
	}{
		"a date":              {`"2026-03-01T08:00:00Z"`, want, ""},
		"with an offset":      {`"2026-03-01T10:00:00+02:00"`, want, ""},
		"with a fraction":     {`"2026-03-01T08:00:00.25Z"`, want.Add(time.Second / 4), ""},
		"without an offset":   {`"2026-03-01T08:00:00"`, want, ""},
		"and with a fraction": {`"2026-03-01T08:00:00.25"`, want.Add(time.Second / 4), ""},
		"escaped":             {`"2026-03-01T08\u003a00:00Z"`, want, ""},
		"without its quotes":  {`2026-03-01T08:00:00Z`, want, ""},
		"nothing":             {``, before.Time, ""},
		"null":                {`null`, before.Time, ""},
		"a quote":             {`"`, time.Time{}, "parsing time"},
		"empty":               {`""`, time.Time{}, "parsing time"},
		"a number":            {`5`, time.Time{}, "parsing time"},
		"another form":        {`"01.03.2026"`, time.Time{}, "parsing time"},
		"a broken escape":     {`"\x"`, time.Time{}, "time: invalid character"},
		"an offset of a day":  {`"2026-03-01T08:00:00+24:00"`, time.Time{}, "the offset is a day or more"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := before
			err := got.UnmarshalJSON([]byte(test.text))
			if test.err != "" {
				require.ErrorContains(t, err, test.err)
				require.Equal(t, before, got)
				return
			}
			require.NoError(t, err)
			require.True(t, test.want.Equal(got.Time), got.String())
		})
	}
	encoded, err := json.Marshal(IonosTime{want})
	require.NoError(t, err)
	require.Equal(t, `"2026-03-01T08:00:00Z"`, string(encoded))
}
