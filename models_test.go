package ionoscloud

// What holds for every model: accessors, constructors, encoding as the releases
// did it, and decoding what was encoded.

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// fill gives every field a value, down to the given depth.
func fill(v reflect.Value, depth int) {
	switch v.Interface().(type) {
	case IonosTime:
		v.Set(reflect.ValueOf(IonosTime{time.Date(2026, 3, 1, 8, 0, 0, 123456789, time.UTC)}))
		return
	case map[string]interface{}:
		v.Set(reflect.ValueOf(map[string]interface{}{"b": "<&>", "a": 1.5, "c": []interface{}{true, nil}}))
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), depth)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && depth > 0 {
				fill(v.Field(i), depth-1)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), depth)
		}
	case reflect.String:
		v.SetString("a \"text\" with <ä>\u2028")
	case reflect.Int32, reflect.Int64:
		v.SetInt(-4096)
	case reflect.Bool:
		v.SetBool(true)
	}
}

// asReleased is what the releases encoded a model as: a map of what is not nil.
func asReleased(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Pointer:
		return asReleased(v.Elem())
	case reflect.Struct:
		if when, ok := v.Interface().(IonosTime); ok {
			return when.Time
		}
		fields := map[string]any{}
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() && !v.Field(i).IsNil() {
				name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
				fields[name] = asReleased(v.Field(i))
			}
		}
		return fields
	case reflect.Slice:
		if v.IsNil() {
			return nil
		}
		items := []any{}
		for i := range v.Len() {
			items = append(items, asReleased(v.Index(i)))
		}
		return items
	}
	return v.Interface()
}

func forEveryModel(t *testing.T, test func(t *testing.T, model reflect.Value)) {
	for _, model := range everyModel() {
		t.Run(reflect.TypeOf(model).Elem().Name(), func(t *testing.T) { test(t, reflect.ValueOf(model)) })
	}
}

func TestModelsEncode(t *testing.T) {
	forEveryModel(t, func(t *testing.T, model reflect.Value) {
		for depth := range 8 {
			fill(model.Elem(), depth)
			want, err := json.Marshal(asReleased(model))
			require.NoError(t, err)
			got, err := json.Marshal(model.Interface())
			require.NoError(t, err)
			require.JSONEq(t, string(want), string(got))

			encoded, err := encode(model.Interface().(requestBody))
			require.NoError(t, err)
			require.Equal(t, string(got), string(encoded))

			again := reflect.New(model.Type().Elem())
			require.NoError(t, json.Unmarshal(got, again.Interface()))
			require.Equal(t, model.Interface(), again.Interface())
		}
	})
}

func TestModelsEncodeEmptyAndNil(t *testing.T) {
	forEveryModel(t, func(t *testing.T, model reflect.Value) {
		got, err := json.Marshal(model.Interface())
		require.NoError(t, err)
		require.Equal(t, "{}", string(got))

		// A list or a map that is there but nil is null.
		for i := range model.Elem().NumField() {
			field := model.Elem().Type().Field(i)
			if !field.IsExported() || field.Type.Elem().Kind() != reflect.Slice && field.Type.Elem().Kind() != reflect.Map {
				continue
			}
			model.Elem().Field(i).Set(reflect.New(field.Type.Elem()))
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			got, err := json.Marshal(model.Interface())
			require.NoError(t, err)
			require.JSONEq(t, fmt.Sprintf(`{%q: null}`, name), string(got))
			model.Elem().Field(i).SetZero()
		}
	})
}

func TestModelsAccessors(t *testing.T) {
	forEveryModel(t, func(t *testing.T, model reflect.Value) {
		missing := reflect.Zero(model.Type())
		for i := range model.Elem().NumField() {
			field := model.Elem().Type().Field(i)
			if !field.IsExported() {
				continue
			}
			call := func(on reflect.Value, method string, args ...reflect.Value) []reflect.Value {
				return on.MethodByName(method).Call(args)
			}
			isDate := field.Type == reflect.TypeFor[*IonosTime]()

			require.True(t, call(missing, "Get"+field.Name)[0].IsNil())
			require.False(t, call(missing, "Has"+field.Name)[0].Bool())
			require.False(t, call(missing, "Get"+field.Name+"Ok")[1].Bool())

			require.True(t, call(model, "Get"+field.Name)[0].IsNil())
			require.False(t, call(model, "Has"+field.Name)[0].Bool())
			unset := call(model, "Get"+field.Name+"Ok")
			require.True(t, unset[0].IsNil())
			require.Equal(t, !isDate, unset[1].Bool(), "as the releases answered")

			value := reflect.New(model.MethodByName("Set" + field.Name).Type().In(0)).Elem()
			fill(value, 3)
			if isDate {
				value.Set(reflect.ValueOf(time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)))
			}
			call(model, "Set"+field.Name, value)
			require.True(t, call(model, "Has"+field.Name)[0].Bool())
			require.Equal(t, value.Interface(), call(model, "Get"+field.Name)[0].Elem().Interface())
			set := call(model, "Get"+field.Name+"Ok")
			require.Equal(t, value.Interface(), set[0].Elem().Interface())
			require.True(t, set[1].Bool())
		}
	})
}

func TestModelsValidateNil(t *testing.T) {
	forEveryModel(t, func(t *testing.T, model reflect.Value) {
		missing := reflect.Zero(model.Type()).Interface().(interface{ Validate() error })
		require.NoError(t, missing.Validate())
	})
}

func TestModelsDecodeNoObject(t *testing.T) {
	forEveryModel(t, func(t *testing.T, model reflect.Value) {
		for _, document := range []string{`"text"`, `1`, `[1]`, `{`} {
			require.Error(t, json.Unmarshal([]byte(document), model.Interface()), document)
		}
		require.NoError(t, json.Unmarshal([]byte(`{"unknown": {"a": [1]}}`), model.Interface()))
	})
}

func TestNullableModels(t *testing.T) {
	for _, model := range everyNullable() {
		v := reflect.ValueOf(model)
		t.Run(v.Type().Elem().Name(), func(t *testing.T) {
			call := func(method string, args ...reflect.Value) []reflect.Value { return v.MethodByName(method).Call(args) }
			require.True(t, call("IsSet")[0].Bool())
			require.True(t, call("Get")[0].IsNil())
			value := reflect.New(call("Get")[0].Type().Elem())
			call("Set", value)
			require.True(t, call("IsSet")[0].Bool())
			require.Equal(t, value.Interface(), call("Get")[0].Interface())
			want, err := json.Marshal(value.Interface())
			require.NoError(t, err)
			got, err := json.Marshal(model)
			require.NoError(t, err)
			require.Equal(t, string(want), string(got))

			call("Unset")
			require.False(t, call("IsSet")[0].Bool())
			require.NoError(t, json.Unmarshal([]byte("null"), model))
			require.True(t, call("IsSet")[0].Bool())
			require.True(t, call("Get")[0].IsNil())
			require.NoError(t, json.Unmarshal(want, model))
			require.False(t, call("Get")[0].IsNil())
		})
	}
}

func TestEnums(t *testing.T) {
	for name, values := range everyEnum() {
		t.Run(name, func(t *testing.T) {
			require.NotEmpty(t, values)
			for _, value := range values {
				require.NoError(t, value.Validate())
				encoded, err := json.Marshal(value)
				require.NoError(t, err)
				decoded := reflect.New(reflect.TypeOf(value).Elem()).Interface()
				require.NoError(t, json.Unmarshal(encoded, decoded))
				require.Equal(t, value, decoded)

				// One that is not known survives, and is not valid.
				for _, unknown := range []string{`"ZONE_99"`, `"z\u00f6ne"`, `""`} {
					require.NoError(t, json.Unmarshal([]byte(unknown), decoded))
					again, err := json.Marshal(decoded)
					require.NoError(t, err)
					require.JSONEq(t, unknown, string(again))
					require.ErrorIs(t, decoded.(interface{ Validate() error }).Validate(), ErrInvalid)
				}
				for _, wrong := range []string{`1`, `{}`, `["AUTO"]`, `true`} {
					require.Error(t, json.Unmarshal([]byte(wrong), decoded), wrong)
				}
			}
		})
	}
}

func TestEnumNull(t *testing.T) {
	kind := SSD
	require.NoError(t, kind.UnmarshalJSON([]byte("null")))
	require.Equal(t, SSD, kind, "null leaves a value as it is")
	require.Equal(t, "SSD", string(*STORAGETYPE_SSD.Ptr()))
	require.NoError(t, (*StorageType)(nil).Validate())
}

func TestModelsConstructors(t *testing.T) {
	for _, constructed := range everyConstructed() {
		made, defaults := reflect.ValueOf(constructed[0]).Elem(), reflect.ValueOf(constructed[1]).Elem()
		t.Run(made.Type().Name(), func(t *testing.T) {
			for i := range made.NumField() {
				field := made.Type().Field(i)
				if !field.IsExported() {
					continue
				}
				if strings.HasSuffix(field.Tag.Get("json"), ",omitempty") {
					require.Equal(t, defaults.Field(i).Interface(), made.Field(i).Interface())
					continue
				}
				require.False(t, made.Field(i).IsNil(), "%s is required", field.Name)
				require.True(t, defaults.Field(i).IsNil(), "%s has no default", field.Name)
			}
		})
	}
}

func TestConstructors(t *testing.T) {
	pool := NewCreateNodePoolProperties("workers", 3)
	require.Equal(t, "workers", *pool.Name)
	require.EqualValues(t, 3, *pool.NodeCount)
	for _, with := range []*CreateNodePoolProperties{pool, NewCreateNodePoolPropertiesWithDefaults()} {
		require.Equal(t, "AUTO", *with.CpuFamily)
		require.EqualValues(t, 4, *with.CoresCount)
		require.EqualValues(t, 4096, *with.RamSize)
		require.Equal(t, AVAILABILITYZONE_AUTO, *with.AvailabilityZone)
		require.Equal(t, STORAGETYPE_SSD, *with.StorageType)
		require.EqualValues(t, 20, *with.StorageSize)
	}
	require.Nil(t, NewCreateNodePoolPropertiesWithDefaults().Name)
	require.Equal(t, "AUTO", *NewNodePool().CpuFamily, "answers have the defaults as well")
	require.NotSame(t, NewNodePool().CpuFamily, NewNodePool().CpuFamily)

	require.Nil(t, NewLan("3").Dhcp, "the default is left to the service")
	require.Equal(t, "10.10.0.0/16", *NewRoute("10.10.0.0/16", "10.10.0.1").Network)
	require.Equal(t, "Sunday", *NewMaintenanceWindow("09:30:00", "Sunday").DayOfTheWeek)
	scaling := NewAutoScaling(1, 2)
	require.EqualValues(t, 1, *scaling.MinNodeCount)
	require.EqualValues(t, 2, *scaling.MaxNodeCount)
	require.Equal(t, "analytics", *NewCreateClusterProperties("analytics", "a").Name)
	require.Equal(t, []string{"24.11"}, *NewVersionsGet200Response([]string{"24.11"}).Items)
}

func TestVersionsOfBothShapes(t *testing.T) {
	for _, document := range []string{
		`["23.7", "24.11"]`,
		" \n[\"23.7\",\"24.11\"]",
		`{"items": ["23.7", "24.11"]}`,
	} {
		versions := VersionsGet200Response{Id: ToPtr("before")}
		require.NoError(t, json.Unmarshal([]byte(document), &versions))
		require.Equal(t, []string{"23.7", "24.11"}, *versions.Items)
	}
	versions := VersionsGet200Response{Id: ToPtr("before")}
	require.NoError(t, versions.UnmarshalJSON([]byte("[]")))
	require.Equal(t, VersionsGet200Response{Items: &[]string{}}, versions, "an earlier answer is gone")
	require.Error(t, json.Unmarshal([]byte(`[1]`), &versions))
	require.Error(t, json.Unmarshal([]byte(`"24.11"`), &versions))
}

func TestExplicitNull(t *testing.T) {
	null := PatchNodePoolProperties{}
	null.SetAutoScalingNil()
	off := PatchNodePoolProperties{}
	off.SetAutoScalingNil()
	off.UnsetAutoScaling()
	on := PatchNodePoolProperties{}
	on.SetAutoScalingNil()
	on.SetAutoScaling(*NewAutoScaling(1, 3))
	literal := PatchNodePoolProperties{}
	literal.SetAutoScalingNil()
	literal.AutoScaling = NewAutoScaling(1, 3)
	// Nobody sees what is assigned to a field, so what was said still holds.
	back := literal
	back.AutoScaling = nil

	tests := map[string]struct {
		properties PatchNodePoolProperties
		isNull     bool
		has        bool
		want       string
	}{
		"not set":                 {PatchNodePoolProperties{}, false, false, `{}`},
		"null":                    {null, true, false, `{"autoScaling":null}`},
		"unset":                   {off, false, false, `{}`},
		"set":                     {on, false, true, `{"autoScaling":{"minNodeCount":1,"maxNodeCount":3}}`},
		"the field, and back":     {back, true, false, `{"autoScaling":null}`},
		"the field wins over nil": {literal, false, true, `{"autoScaling":{"minNodeCount":1,"maxNodeCount":3}}`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, test.isNull, test.properties.IsAutoScalingNil())
			require.Equal(t, test.has, test.properties.HasAutoScaling())
			encoded, err := json.Marshal(PatchNodePoolRequest{Properties: &test.properties})
			require.NoError(t, err)
			require.JSONEq(t, `{"properties":`+test.want+`}`, string(encoded))

			var again PatchNodePoolRequest
			require.NoError(t, json.Unmarshal(encoded, &again))
			require.Equal(t, test.isNull, again.Properties.IsAutoScalingNil())
			twice, err := json.Marshal(again)
			require.NoError(t, err)
			require.Equal(t, string(encoded), string(twice))
		})
	}
	require.False(t, (*PatchNodePoolProperties)(nil).IsAutoScalingNil())
	require.NoError(t, null.Validate())
}

func TestExplicitNullOfLaterDocument(t *testing.T) {
	var p PatchNodePoolProperties
	require.NoError(t, json.Unmarshal([]byte(`{"autoScaling": null}`), &p))
	require.NoError(t, json.Unmarshal([]byte(`{"nodeCount": 3}`), &p))
	require.True(t, p.IsAutoScalingNil(), "what a document does not say stays")
	require.NoError(t, json.Unmarshal([]byte(`{"autoScaling": {"minNodeCount": 1, "maxNodeCount": 2}}`), &p))
	require.True(t, p.HasAutoScaling())
	p.AutoScaling = nil
	require.False(t, p.IsAutoScalingNil())
	require.Error(t, json.Unmarshal([]byte(`{"autoScaling": 1}`), &p))
}
