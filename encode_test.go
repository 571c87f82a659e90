package ionoscloud

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// exampleCreateRequest has everything that a request can have.
func exampleCreateRequest() CreateNodePoolRequest {
	properties := NewCreateNodePoolProperties("workers", 3)
	properties.SetMaintenanceWindow(*NewMaintenanceWindow("09:30:00", "Sunday"))
	properties.SetLabels(map[string]interface{}{"team": "analytics", "tier": "gold"})
	properties.SetAnnotations(map[string]interface{}{"contact": "jane.doe"})
	properties.SetAutoScaling(*NewAutoScaling(2, 5))
	return *NewCreateNodePoolRequest(*properties)
}

func exampleCreateClusterRequest() CreateClusterRequest {
	lan := NewLan("3")
	lan.SetDhcp(true)
	lan.SetRoutes([]Route{*NewRoute("10.10.0.0/16", "10.10.0.1"), *NewRoute("2001:db8::/32", "2001:db8::1")})
	properties := NewCreateClusterProperties("analytics", "f72521ba-1590-4998-bf96-6eb997a5887d")
	properties.SetDataPlatformVersion("24.11")
	properties.SetMaintenanceWindow(*NewMaintenanceWindow("09:30:00", "Sunday"))
	properties.SetLans([]Lan{*lan, *NewLan("4")})
	return *NewCreateClusterRequest(*properties)
}

func TestEncodeRequest(t *testing.T) {
	encoded, err := json.Marshal(exampleCreateRequest())
	require.NoError(t, err)
	require.Equal(t, `{"properties":{"name":"workers","nodeCount":3,"cpuFamily":"AUTO","coresCount":4,"ramSize":4096,`+
		`"availabilityZone":"AUTO","storageType":"SSD","storageSize":20,`+
		`"maintenanceWindow":{"time":"09:30:00","dayOfTheWeek":"Sunday"},`+
		`"labels":{"team":"analytics","tier":"gold"},"annotations":{"contact":"jane.doe"},`+
		`"autoScaling":{"minNodeCount":2,"maxNodeCount":5}}}`, string(encoded))
}

func TestEncodeEmptyList(t *testing.T) {
	properties := CreateClusterProperties{}
	properties.SetLans([]Lan{})
	encoded, err := json.Marshal(properties)
	require.NoError(t, err)
	require.Equal(t, `{"lans":[]}`, string(encoded))
}

func TestEncodeMap(t *testing.T) {
	type named string
	values := []interface{}{
		nil, "plain", "<ä>", true, false, 1, int64(2), uint8(3), float32(1.5), 2.5, json.Number("7"), named("n"),
		[]string{"a"}, map[string]interface{}{"z": 1, "a": nil}, time.Unix(0, 0).UTC(), ToPtr("p"), (*string)(nil),
	}
	for _, value := range values {
		labels := map[string]interface{}{"key": value, "a<key": "first"}
		want, err := json.Marshal(labels)
		require.NoError(t, err)
		pool := NodePool{Labels: &labels}
		got, err := json.Marshal(pool)
		require.NoError(t, err)
		require.Equal(t, `{"labels":`+string(want)+`}`, string(got))
	}
}

func TestEncodeError(t *testing.T) {
	for name, value := range map[string]interface{}{
		"a channel":    make(chan int),
		"not a number": math.NaN(),
		"a function":   func() {},
	} {
		t.Run(name, func(t *testing.T) {
			labels := map[string]interface{}{"key": value}
			request := CreateNodePoolRequest{Properties: &CreateNodePoolProperties{Labels: &labels, Annotations: &labels}}
			_, err := json.Marshal(request)
			require.Error(t, err)
			_, err = encode(&request)
			require.Error(t, err)
			items := []NodePoolResponseData{{Properties: &NodePool{Labels: &labels}}}
			_, err = json.Marshal(NodePoolListResponseData{Items: &items})
			require.Error(t, err)
		})
	}
	_, err := json.Marshal(Metadata{CreatedDate: &IonosTime{time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)}})
	require.Error(t, err)
}

func TestEncodeAny(t *testing.T) {
	e := encoder{dst: []byte("{")}
	e.any("half", 0.5)
	e.any("list", []string{"<"})
	require.NoError(t, e.err)
	require.Equal(t, `{"half":0.5,"list":["\u003c"]`, string(e.dst))
}

func TestAppendString(t *testing.T) {
	for _, s := range []string{
		"", "plain text ~", "\"quoted\"", `back\slash`, "<script>&amp;", "line\nbreak\ttab\x00\x7f", "ümläut", "\u2028\u2029",
		"broken \xff\xfe utf-8", "\xed\xa0\x80", "😀",
	} {
		want, err := json.Marshal(s)
		require.NoError(t, err)
		require.Equal(t, string(want), string(appendString(nil, s)))
	}
}

func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "plain", "<&>\"\\", "\x00\x7f\xff", "\u2028"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, err := json.Marshal(s)
		require.NoError(t, err)
		require.Equal(t, string(want), string(appendString(nil, s)))
	})
}

func BenchmarkEncodeCreateNodePool(b *testing.B) { benchmarkEncode(b, ToPtr(exampleCreateRequest())) }

func BenchmarkEncodeCreateCluster(b *testing.B) {
	benchmarkEncode(b, ToPtr(exampleCreateClusterRequest()))
}

func benchmarkEncode(b *testing.B, request requestBody) {
	b.Run("json.Marshal", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := json.Marshal(request); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encode", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := encode(request); err != nil {
				b.Fatal(err)
			}
		}
	})
}
