package ionoscloud

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const fullNodePool = `{
	"id": "` + testNodePoolID + `", "type": "nodepool", "href": "/x",
	"metadata": {"ETag":"e","createdDate":"2026-01-02T03:04:05.678Z","currentDataPlatformRevision":9007199254740993,
		"availableUpgradeVersions":["24.7","24.11"],"state":"AVAILABLE"},
	"properties": {"name":"p\u00e4\"\\\/ü","nodeCount":-3,"coresCount":0,"ramSize":2147483647,"availabilityZone":"ZONE_1",
		"storageType":"SSD","maintenanceWindow":{"time":"01:02:03","dayOfTheWeek":"Monday"},
		"labels":{"a":"b","n":[1,{"x":null}]},"annotations":{},"autoScaling":{"minNodeCount":1,"maxNodeCount":2},"cpuFamily":null}
}`

const fullCluster = `{"id":"` + testClusterID + `","metadata":{},"properties":{"name":"lake","lans":[
	{"lanId":"1","dhcp":true,"routes":[{"network":"10.0.0.0/8","gateway":"10.0.0.1"},null]},{"dhcp":false,"routes":[]}]}}`

// scanned are the models that read themselves whole.
var scanned = map[string]func() scannable{
	"cluster":    func() scannable { return &ClusterResponseData{} },
	"clusters":   func() scannable { return &ClusterListResponseData{} },
	"node pool":  func() scannable { return &NodePoolResponseData{} },
	"node pools": func() scannable { return &NodePoolListResponseData{} },
}

// scanAgrees holds the quick way against encoding/json: whatever it takes must
// be right, whatever it leaves must be left untouched.
func scanAgrees(data []byte, make func() scannable) (bool, error) {
	quick, slow := make(), make()
	ok := scanDocument(data, quick)
	err := json.Unmarshal(data, slow)
	switch {
	case ok && err != nil:
		return ok, fmt.Errorf("took %q, which is wrong: %w", data, err)
	case !ok && !reflect.DeepEqual(quick, make()):
		return ok, fmt.Errorf("left %q half read: %+v", data, quick)
	case ok && !reflect.DeepEqual(quick, slow):
		a, _ := json.Marshal(quick)
		b, _ := json.Marshal(slow)
		return ok, fmt.Errorf("read %q as %s, want %s", data, a, b)
	}
	return ok, nil
}

func TestWhatIsReadTheQuickWay(t *testing.T) {
	for name, row := range map[string]struct {
		model, document string
		quick           bool
	}{
		"a node pool":                {"node pool", fullNodePool, true},
		"a cluster":                  {"cluster", fullCluster, true},
		"a list":                     {"clusters", `{"items":[` + fullCluster + `,` + fullCluster + `, null ]}`, true},
		"an empty list":              {"node pools", ` { "items" : [ ] } ` + "\n", true},
		"a null list":                {"clusters", `{"items":null}`, true},
		"an empty object":            {"cluster", `{}`, true},
		"a new field":                {"cluster", `{"new":{"a":[1,"}",{"b":"\"]"}],"c":-1.5e3},"new2":"x","new3":true,"id":"1"}`, true},
		"a new field, invalid":       {"cluster", `{"new":{"a":tru},"id":"1"}`, false},
		"a new field, unbalanced":    {"cluster", `{"new":{"a":[}],"id":"1"}`, false},
		"a new field, missing":       {"cluster", `{"new":,"id":"1"}`, false},
		"a new field, cut off":       {"cluster", `{"new":{`, false},
		"a name in another case":     {"cluster", `{"ID":"1"}`, false},
		"a name in disguise":         {"cluster", `{"\u0069d":"1"}`, false},
		"a field twice":              {"cluster", `{"id":"1","id":"2"}`, false},
		"a field twice, a null":      {"cluster", `{"id":"1","id":null}`, false},
		"a null, then a value":       {"cluster", `{"id":null,"id":"2"}`, true},
		"an object twice":            {"cluster", `{"metadata":{"state":"A"},"metadata":{"ETag":"B"}}`, false},
		"a wrong type":               {"cluster", `{"id":1}`, false},
		"an object for a list":       {"clusters", `{"items":{}}`, false},
		"a list for an object":       {"cluster", `[]`, false},
		"a bad string":               {"cluster", `{"id":"\x"}`, false},
		"a control character":        {"cluster", "{\"id\":\"a\nb\"}", false},
		"a broken character":         {"cluster", "{\"id\":\"a\xffb\"}", true},
		"an open string":             {"cluster", `{"id":"a`, false},
		"an open escape":             {"cluster", `{"id":"a\`, false},
		"a fraction":                 {"node pool", `{"properties":{"nodeCount":1.0}}`, false},
		"an exponent":                {"node pool", `{"properties":{"nodeCount":1e0}}`, false},
		"a leading zero":             {"node pool", `{"properties":{"nodeCount":01}}`, false},
		"only a sign":                {"node pool", `{"properties":{"nodeCount":-}}`, false},
		"beyond 32 bits":             {"node pool", `{"properties":{"nodeCount":2147483648}}`, false},
		"beyond 64 bits":             {"node pool", `{"metadata":{"currentDataPlatformRevision":9223372036854775808}}`, false},
		"far beyond 64 bits":         {"node pool", `{"metadata":{"currentDataPlatformRevision":99999999999999999999}}`, false},
		"a boolean that is none":     {"cluster", `{"properties":{"lans":[{"dhcp":"true"}]}}`, false},
		"a date that is none":        {"cluster", `{"metadata":{"createdDate":"yesterday"}}`, false},
		"a date that is a number":    {"cluster", `{"metadata":{"createdDate":7}}`, false},
		"labels that are none":       {"node pool", `{"properties":{"labels":[]}}`, false},
		"labels twice":               {"node pool", `{"properties":{"labels":{"a":1},"labels":{"b":1}}}`, false},
		"a comma too many":           {"cluster", `{"id":"1",}`, false},
		"a comma too many in a list": {"clusters", `{"items":[{},]}`, false},
		"a comma too few":            {"cluster", `{"id":"1""type":"x"}`, false},
		"a comma too few in a list":  {"clusters", `{"items":[{}{}]}`, false},
		"no colon":                   {"cluster", `{"id" "1"}`, false},
		"nulls":                      {"cluster", `{"metadata":{"createdDate":null},"properties":{"lans":[{"dhcp":null}]}}`, true},
		"two documents":              {"cluster", `{} {}`, false},
		"nothing":                    {"cluster", ``, false},
		"null":                       {"cluster", `null`, false},
		"half a null":                {"cluster", `{"id":nul}`, false},
	} {
		t.Run(name, func(t *testing.T) {
			quick, err := scanAgrees([]byte(row.document), scanned[row.model])
			require.NoError(t, err)
			require.Equal(t, row.quick, quick)
		})
	}
}

func TestEveryCutIsNoticed(t *testing.T) {
	for _, document := range []string{fullNodePool, fullCluster} {
		for end := range len(document) {
			for name, make := range scanned {
				quick, err := scanAgrees([]byte(document[:end]), make)
				require.NoError(t, err, name)
				require.False(t, quick, "%s, cut at %d", name, end)
			}
		}
	}
}

func FuzzScan(f *testing.F) {
	for _, document := range []string{fullNodePool, fullCluster, `{"items":[` + fullCluster + `]}`, `{"items":[` + fullNodePool + `,null]}`,
		`{"Items":[]}`, `{"id":"\ud800","type":"\u0000"}`, strings.Repeat("[", 100)} {
		f.Add([]byte(document))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for name, make := range scanned {
			if _, err := scanAgrees(data, make); err != nil {
				t.Fatal(name, err)
			}
		}
	})
}
