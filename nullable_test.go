package ionoscloud

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func checkNullable[T any](t *testing.T, value T, n interface {
	Get() *T
	Set(*T)
	IsSet() bool
	Unset()
	json.Marshaler
	json.Unmarshaler
}) {
	t.Helper()
	require.True(t, n.IsSet())
	require.Equal(t, value, *n.Get())
	encoded, err := json.Marshal(n)
	require.NoError(t, err)
	want, err := json.Marshal(value)
	require.NoError(t, err)
	require.Equal(t, string(want), string(encoded))

	n.Unset()
	require.False(t, n.IsSet())
	require.Nil(t, n.Get())
	encoded, err = json.Marshal(n)
	require.NoError(t, err)
	require.Equal(t, "null", string(encoded))

	require.NoError(t, json.Unmarshal(want, n))
	require.True(t, n.IsSet())
	require.Equal(t, value, *n.Get())
	require.NoError(t, json.Unmarshal([]byte("null"), n))
	require.True(t, n.IsSet())
	require.Nil(t, n.Get())
	n.Set(nil)
	require.True(t, n.IsSet())
	require.Error(t, json.Unmarshal([]byte(`{"a":1}`), n))
}

func TestNullables(t *testing.T) {
	when := time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	checkNullable(t, true, NewNullableBool(ToPtr(true)))
	checkNullable(t, 1, NewNullableInt(ToPtr(1)))
	checkNullable(t, int32(1), NewNullableInt32(ToPtr(int32(1))))
	checkNullable(t, int64(1), NewNullableInt64(ToPtr(int64(1))))
	checkNullable(t, float32(1), NewNullableFloat32(ToPtr(float32(1))))
	checkNullable(t, 1.5, NewNullableFloat64(ToPtr(1.5)))
	checkNullable(t, "a", NewNullableString(ToPtr("a")))
	checkNullable(t, when, NewNullableTime(&when))
	require.True(t, NewNullableLan(nil).IsSet())
	require.False(t, NullableLan{}.IsSet())
}
