package ionoscloud

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const exampleCluster = `{"id":"0b2a7a1e-6f0e-4e7e-9d2c-5a3f3f1f6c11","type":"cluster","href":"https://example.com/clusters/1",` +
	`"metadata":{"ETag":"33d7ab1c","createdDate":"2026-03-01T08:00:00Z","createdBy":"jane.doe@example.com",` +
	`"createdByUserId":"87f9a82e-b28d-49ed-9d04-fba2c0459cd3","createdInContractNumber":"31909592",` +
	`"lastModifiedDate":"2026-03-02T09:10:11.5+01:00","lastModifiedBy":"jane.doe@example.com",` +
	`"lastModifiedByUserId":"87f9a82e-b28d-49ed-9d04-fba2c0459cd3","currentDataPlatformVersion":"24.11",` +
	`"currentDataPlatformRevision":1,"availableUpgradeVersions":["25.1"],"state":"AVAILABLE"},` +
	`"properties":{"name":"analytics","dataPlatformVersion":"24.11","datacenterId":"f72521ba-1590-4998-bf96-6eb997a5887d",` +
	`"maintenanceWindow":{"time":"09:30:00","dayOfTheWeek":"Sunday"},` +
	`"lans":[{"lanId":"3","dhcp":true,"routes":[{"network":"10.10.0.0/16","gateway":"10.10.0.1"}]}]}}`

const examplePool = `{"id":"5c1f0f7e-1c39-4f0a-8a52-2c7f0c4b9a21","type":"nodepool","href":"https://example.com/nodepools/1",` +
	`"metadata":{"createdDate":"2026-03-01T08:20:00Z","state":"BUSY"},` +
	`"properties":{"name":"workers","nodeCount":3,"cpuFamily":"AUTO","coresCount":4,"ramSize":8192,` +
	`"availabilityZone":"ZONE_1","storageType":"SSD","storageSize":100,"labels":{"team":"analytics"},` +
	`"autoScaling":{"minNodeCount":2,"maxNodeCount":5}}}`

func listOf(item string, n int) string {
	return `{"id":"list","type":"collection","href":"/","items":[` + strings.TrimSuffix(strings.Repeat(item+",", n), ",") + `]}`
}

func TestIsArray(t *testing.T) {
	for document, want := range map[string]bool{
		"[]": true, " \t\r\n[1": true, "": false, " ": false, "{}": false, "null": false, `"["`: false,
	} {
		require.Equal(t, want, isArray([]byte(document)), "%q", document)
	}
}

func TestDecodeUnknownFields(t *testing.T) {
	var cluster ClusterResponseData
	require.NoError(t, json.Unmarshal([]byte(`{"id":"a","new":{"x":[1]},"properties":{"name":"n","newer":null}}`), &cluster))
	require.Equal(t, "n", *cluster.Properties.Name)
}

func TestDecodeNamesTheField(t *testing.T) {
	var cluster ClusterResponseData
	err := json.Unmarshal([]byte(`{"properties":{"lans":{}}}`), &cluster)
	require.ErrorContains(t, err, "lans")
	err = json.Unmarshal([]byte(`{"metadata":{"createdDate":"yesterday"}}`), &cluster)
	require.ErrorContains(t, err, "yesterday")
}

// FuzzDecodeModels: whatever decodes encodes, and from then on stays the same.
func FuzzDecodeModels(f *testing.F) {
	for i := range everyModel() {
		for _, document := range []string{
			exampleCluster, examplePool, listOf(exampleCluster, 2), listOf(examplePool, 1),
			`{"properties":{"autoScaling":null,"lans":[null],"labels":null}}`, `["24.11"]`, `{"items":null}`, `null`,
			`{"createdDate":"2026-03-01T08:00:00+24:00"}`, `{"createdDate":"\""}`, `{"minNodeCount":1e2}`,
			`{"storageType":"TAPE","availabilityZone":"\u0000","labels":{"<":1e400}}`,
		} {
			f.Add(uint8(i), []byte(document))
		}
	}
	f.Fuzz(func(t *testing.T, which uint8, document []byte) {
		models := everyModel()
		model := models[int(which)%len(models)]
		if json.Unmarshal(document, model) != nil {
			return
		}
		_ = model.(interface{ Validate() error }).Validate() // must not panic
		first, err := json.Marshal(model)
		require.NoError(t, err)
		again := reflect.New(reflect.TypeOf(model).Elem()).Interface()
		require.NoError(t, json.Unmarshal(first, again))
		second, err := json.Marshal(again)
		require.NoError(t, err)
		require.Equal(t, string(first), string(second))
	})
}

func FuzzIonosTime(f *testing.F) {
	for _, text := range []string{`"`, `""`, `"\"`, ``, `null`, `"2026-03-01T08:00:00Z"`, `2026-03-01T08:00:00Z`, `"2026-03-01T08:00:00+24:00"`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var first, second IonosTime
		if first.UnmarshalJSON(text) != nil {
			return
		}
		encoded, err := json.Marshal(first)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(encoded, &second))
		require.True(t, first.Equal(second.Time))
	})
}

func BenchmarkDecode(b *testing.B) {
	for name, document := range map[string]string{
		"cluster": exampleCluster,
		"pool":    examplePool,
	} {
		for _, n := range []int{1, 1000} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				data := []byte(listOf(document, n))
				b.SetBytes(int64(len(data)))
				b.ReportAllocs()
				for b.Loop() {
					var err error
					if name == "cluster" {
						err = json.Unmarshal(data, new(ClusterListResponseData))
					} else {
						err = json.Unmarshal(data, new(NodePoolListResponseData))
					}
					if err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
