package ionoscloud

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
)

func fromJSON[T any](t *testing.T, text string) T {
	t.Helper()
	var value T
	require.NoError(t, json.Unmarshal([]byte(text), &value), text)
	return value
}

func toJSON(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	require.NoError(t, err)
	return string(text)
}

func TestDiffCluster(t *testing.T) {
	lans := func(text string) string { return `{"properties":{"lans":` + text + `}}` }
	for name, row := range map[string]struct{ have, want, text, patch string }{
		"nothing":        {`{}`, `{}`, ``, `{}`},
		"a name":         {`{"properties":{"name":"lake"}}`, `{"name":"sea"}`, `name: "lake" → "sea"`, `{"name":"sea"}`},
		"no name wanted": {`{"properties":{"name":"lake"}}`, `{}`, ``, `{}`},
		"an upgrade": {
			`{"metadata":{"availableUpgradeVersions":["24.11"]},"properties":{"dataPlatformVersion":"24.7"}}`,
			`{"dataPlatformVersion":"24.11"}`, `dataPlatformVersion: "24.7" → "24.11"`, `{"dataPlatformVersion":"24.11"}`,
		},
		"an upgrade, perhaps": {
			`{"properties":{"dataPlatformVersion":"24.7"}}`,
			`{"dataPlatformVersion":"24.11"}`, `dataPlatformVersion: "24.7" → "24.11"`, `{"dataPlatformVersion":"24.11"}`,
		},
		"a downgrade": {
			`{"metadata":{"availableUpgradeVersions":[]},"properties":{"dataPlatformVersion":"24.7"}}`,
			`{"dataPlatformVersion":"23.7"}`, `dataPlatformVersion: "24.7" → "23.7" (by replacement only)`, `{}`,
		},
		"the version that runs":     {`{"metadata":{"currentDataPlatformVersion":"24.7"}}`, `{"dataPlatformVersion":"24.7"}`, ``, `{}`},
		"any version":               {`{"properties":{"dataPlatformVersion":"24.7"}}`, `{}`, ``, `{}`},
		"the data center":           {`{"properties":{"datacenterId":"` + testClusterID + `"}}`, `{"datacenterId":"1f0c2a3b4d5e6f708192a3b4c5d6e7f8"}`, ``, `{}`},
		"another data center":       {`{"properties":{"datacenterId":"one"}}`, `{"datacenterId":"two"}`, `datacenterId: "one" → "two" (by replacement only)`, `{}`},
		"any maintenance window":    {`{"properties":{"maintenanceWindow":{"time":"02:00:00","dayOfTheWeek":"Sunday"}}}`, `{}`, ``, `{}`},
		"the maintenance window":    {`{"properties":{"maintenanceWindow":{"time":"02:00:00","dayOfTheWeek":"Sunday"}}}`, `{"maintenanceWindow":{"dayOfTheWeek":"Sunday","time":"02:00:00"}}`, ``, `{}`},
		"another day":               {`{"properties":{"maintenanceWindow":{"time":"02:00:00","dayOfTheWeek":"Sunday"}}}`, `{"maintenanceWindow":{"time":"02:00:00","dayOfTheWeek":"Monday"}}`, `maintenanceWindow: {"dayOfTheWeek":"Sunday","time":"02:00:00"} → {"dayOfTheWeek":"Monday","time":"02:00:00"}`, `{"maintenanceWindow":{"time":"02:00:00","dayOfTheWeek":"Monday"}}`},
		"a first window":            {`{}`, `{"maintenanceWindow":{"time":"02:00:00","dayOfTheWeek":"Monday"}}`, `maintenanceWindow: null → {"dayOfTheWeek":"Monday","time":"02:00:00"}`, `{"maintenanceWindow":{"time":"02:00:00","dayOfTheWeek":"Monday"}}`},
		"no LANs":                   {lans(`[]`), `{}`, ``, `{}`},
		"LANs in another order":     {lans(`[{"lanId":"1"},{"lanId":"2","dhcp":false}]`), `{"lans":[{"lanId":"2","dhcp":false},{"lanId":"1","dhcp":true}]}`, ``, `{}`},
		"routes in another order":   {lans(`[{"lanId":"1","routes":[{"network":"10.0.0.0/8","gateway":"10.0.0.1"},{"network":"fd00::/8","gateway":"fd00::1"}]}]`), `{"lans":[{"lanId":"1","routes":[{"network":"fd00:0::/8","gateway":"fd00:0:0::1"},{"network":"10.0.0.7/8","gateway":"10.0.0.1"}]}]}`, ``, `{}`},
		"none is as good as no one": {lans(`[{"lanId":"1","routes":[]}]`), `{"lans":[{"lanId":"1"}]}`, ``, `{}`},
		"DHCP off":                  {lans(`[{"lanId":"1"}]`), `{"lans":[{"lanId":"1","dhcp":false}]}`, `lans: [{"lanId":"1"}] → [{"dhcp":false,"lanId":"1"}]`, `{"lans":[{"lanId":"1","dhcp":false}]}`},
		"another route":             {lans(`[{"lanId":"1"}]`), `{"lans":[{"lanId":"1","routes":[{"network":"x","gateway":"y"}]}]}`, `lans: [{"lanId":"1"}] → [{"lanId":"1","routes":[{"gateway":"y","network":"x"}]}]`, `{"lans":[{"lanId":"1","routes":[{"network":"x","gateway":"y"}]}]}`},
		"LANs no more":              {lans(`[{"lanId":"1"}]`), `{}`, `lans: [{"lanId":"1"}] → null`, `{"lans":[]}`},
	} {
		t.Run(name, func(t *testing.T) {
			d := DiffCluster(fromJSON[ClusterResponseData](t, row.have), fromJSON[CreateClusterProperties](t, row.want))
			require.Equal(t, row.text, d.String())
			require.Equal(t, row.patch, toJSON(t, d.Patch))
			require.Equal(t, row.patch != `{}`, d.CanPatch())
		})
	}
}

func TestDiffNodePool(t *testing.T) {
	for name, row := range map[string]struct{ have, want, text, patch string }{
		"nothing":                        {`{}`, `{}`, ``, `{}`},
		"the defaults":                   {`{"coresCount":4,"ramSize":4096,"storageType":"SSD","storageSize":20,"cpuFamily":"AUTO","availabilityZone":"AUTO","labels":{},"annotations":{}}`, `{}`, ``, `{}`},
		"the defaults, said":             {`{}`, `{"coresCount":4,"ramSize":4096,"storageType":"SSD","storageSize":20,"cpuFamily":"AUTO","availabilityZone":"AUTO","labels":{},"annotations":{}}`, ``, `{}`},
		"what the service chose":         {`{"cpuFamily":"INTEL_ICELAKE","availabilityZone":"ZONE_2"}`, `{"cpuFamily":"AUTO"}`, ``, `{}`},
		"nodes":                          {`{"nodeCount":3}`, `{"nodeCount":5}`, `nodeCount: 3 → 5`, `{"nodeCount":5}`},
		"nodes between bounds":           {`{"nodeCount":3,"autoScaling":{"minNodeCount":2,"maxNodeCount":6}}`, `{"nodeCount":5,"autoScaling":{"minNodeCount":2,"maxNodeCount":6}}`, ``, `{}`},
		"nodes out of the bounds":        {`{"nodeCount":9,"autoScaling":{"minNodeCount":2,"maxNodeCount":9}}`, `{"nodeCount":5,"autoScaling":{"minNodeCount":2,"maxNodeCount":6}}`, `nodeCount: 9 → 5; autoScaling: {"maxNodeCount":9,"minNodeCount":2} → {"maxNodeCount":6,"minNodeCount":2}`, `{"nodeCount":5,"autoScaling":{"minNodeCount":2,"maxNodeCount":6}}`},
		"auto-scaling on":                {`{"nodeCount":3}`, `{"nodeCount":5,"autoScaling":{"minNodeCount":2,"maxNodeCount":6}}`, `autoScaling: null → {"maxNodeCount":6,"minNodeCount":2}`, `{"autoScaling":{"minNodeCount":2,"maxNodeCount":6}}`},
		"auto-scaling off":               {`{"nodeCount":3,"autoScaling":{"minNodeCount":2,"maxNodeCount":6}}`, `{"nodeCount":3}`, `autoScaling: {"maxNodeCount":6,"minNodeCount":2} → null`, `{"autoScaling":null}`},
		"labels in another order":        {`{"labels":{"a":"1","b":{"c":2}}}`, `{"labels":{"b":{"c":2.0},"a":"1"}}`, ``, `{}`},
		"another label":                  {`{"labels":{"a":"1"}}`, `{"labels":{"a":"2"}}`, `labels: {"a":"1"} → {"a":"2"}`, `{"labels":{"a":"2"}}`},
		"another label's name":           {`{"labels":{"a":"1"}}`, `{"labels":{"b":"1"}}`, `labels: {"a":"1"} → {"b":"1"}`, `{"labels":{"b":"1"}}`},
		"labels and annotations no more": {`{"labels":{"a":"1"},"annotations":{"b":"2"}}`, `{}`, `labels: {"a":"1"} → null; annotations: {"b":"2"} → null`, `{"labels":{},"annotations":{}}`},
		"annotations":                    {`{}`, `{"annotations":{"b":true}}`, `annotations: null → {"b":true}`, `{"annotations":{"b":true}}`},
		"a maintenance window":           {`{}`, `{"maintenanceWindow":{"time":"02:00:00","dayOfTheWeek":"Monday"}}`, `maintenanceWindow: null → {"dayOfTheWeek":"Monday","time":"02:00:00"}`, `{"maintenanceWindow":{"time":"02:00:00","dayOfTheWeek":"Monday"}}`},
		"what only a replacement has": {
			`{"name":"a","cpuFamily":"X","coresCount":8,"ramSize":2048,"availabilityZone":"ZONE_1","storageType":"HDD","storageSize":50,"nodeCount":1}`,
			`{"name":"b","cpuFamily":"Y","availabilityZone":"ZONE_2","nodeCount":2}`,
			`name: "a" → "b" (by replacement only); nodeCount: 1 → 2; cpuFamily: "X" → "Y" (by replacement only); coresCount: 8 → null (by replacement only); ` +
				`ramSize: 2048 → null (by replacement only); availabilityZone: "ZONE_1" → "ZONE_2" (by replacement only); ` +
				`storageType: "HDD" → null (by replacement only); storageSize: 50 → null (by replacement only)`,
			`{"nodeCount":2}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			have := NodePoolResponseData{Properties: ToPtr(fromJSON[NodePool](t, row.have))}
			d := DiffNodePool(have, fromJSON[CreateNodePoolProperties](t, row.want))
			require.Equal(t, row.text, d.String())
			require.Equal(t, row.patch, toJSON(t, d.Patch))
			require.Equal(t, row.patch != `{}`, d.CanPatch())
		})
	}
	d := DiffNodePool(NodePoolResponseData{Properties: ToPtr(fromJSON[NodePool](t, `{"name":"a","coresCount":8}`))}, *NewCreateNodePoolProperties("b", 0))
	require.Equal(t, []string{"name", "coresCount"}, d.Replacements())
}

func TestLabelsThatNoJSONHolds(t *testing.T) {
	odd := &map[string]any{"a": math.Inf(1)}
	want := CreateNodePoolProperties{Labels: odd}
	require.Empty(t, DiffNodePool(NodePoolResponseData{Properties: &NodePool{Labels: odd}}, want).Differences)
	d := DiffNodePool(NodePoolResponseData{}, want)
	require.Len(t, d.Differences, 1)
	require.Equal(t, "+Inf", showJSON(math.Inf(1)))
}

// The patch of a difference is accepted by the service, and afterwards only what
// no patch can change is different. Nothing in it is superfluous.
func TestThePatchOfADifferenceDoesIt(t *testing.T) {
	client, log := bubble()
	ctx := t.Context()
	random := rand.New(rand.NewPCG(1, 2))
	clusterID := *makeCluster(t, client, "lake").Id
	for range 300 {
		have, want := randomPool(random), randomPool(random)
		pool, _, err := client.DataPlatformNodePoolApi.CreateClusterNodepool(ctx, clusterID).CreateNodePoolRequest(*NewCreateNodePoolRequest(have)).Execute()
		require.NoError(t, err)
		require.Empty(t, DiffNodePool(pool, have).Differences, "it is what was ordered")
		d := DiffNodePool(pool, want)
		if !d.CanPatch() {
			require.Equal(t, `{}`, toJSON(t, d.Patch))
			continue
		}
		changed, _, err := client.DataPlatformNodePoolApi.PatchClusterNodepool(ctx, clusterID, *pool.Id).PatchNodePoolRequest(*NewPatchNodePoolRequest(d.Patch)).Execute()
		require.NoError(t, err, toJSON(t, d.Patch))
		left := DiffNodePool(changed, want)
		require.False(t, left.CanPatch(), left.String())
		require.Equal(t, d.Replacements(), left.Replacements())
		require.Len(t, fromJSON[map[string]any](t, toJSON(t, d.Patch)), len(d.Differences)-len(d.Replacements()))
	}
	for range 300 {
		have, want := randomCluster(random), randomCluster(random)
		cluster, _, err := client.DataPlatformClusterApi.CreateCluster(ctx).CreateClusterRequest(*NewCreateClusterRequest(have)).Execute()
		require.NoError(t, err)
		require.Empty(t, DiffCluster(cluster, have).Differences)
		d := DiffCluster(cluster, want)
		if !d.CanPatch() {
			continue
		}
		changed, _, err := client.DataPlatformClusterApi.PatchCluster(ctx, *cluster.Id).PatchClusterRequest(*NewPatchClusterRequest(d.Patch)).Execute()
		require.NoError(t, err, toJSON(t, d.Patch))
		left := DiffCluster(changed, want)
		require.False(t, left.CanPatch(), left.String())
		require.Equal(t, d.Replacements(), left.Replacements())
	}
	require.Contains(t, log.all(), http.MethodPost+" /clusters")
}

func maybe[T any](random *rand.Rand, values ...T) *T {
	if i := random.IntN(len(values) + 1); i < len(values) {
		return &values[i]
	}
	return nil
}

func randomPool(random *rand.Rand) CreateNodePoolProperties {
	return CreateNodePoolProperties{
		Name:              ToPtr([]string{"aa", "bb"}[random.IntN(2)]),
		NodeCount:         ToPtr(1 + random.Int32N(6)),
		CpuFamily:         maybe(random, "AUTO", "AMD_OPTERON"),
		CoresCount:        maybe[int32](random, 4, 8),
		RamSize:           maybe[int32](random, 2048, 4096),
		AvailabilityZone:  maybe(random, AvailabilityZone("AUTO"), "ZONE_1"),
		StorageType:       maybe(random, SSD, HDD),
		StorageSize:       maybe[int32](random, 20, 30),
		MaintenanceWindow: maybe(random, *NewMaintenanceWindow("02:00:00", "Sunday"), *NewMaintenanceWindow("02:00:00", "Monday")),
		Labels:            maybe(random, map[string]any{}, map[string]any{"a": "1"}, map[string]any{"a": "1", "b": "2"}),
		Annotations:       maybe(random, map[string]any{}, map[string]any{"a": "1"}),
		AutoScaling:       maybe(random, *NewAutoScaling(2, 4), *NewAutoScaling(1, 3)),
	}
}

func randomCluster(random *rand.Rand) CreateClusterProperties {
	static := NewLan("2")
	static.SetDhcp(false)
	routed := NewLan("1")
	routed.SetRoutes([]Route{*NewRoute("10.0.0.0/8", "10.0.0.1"), *NewRoute("fd00::/8", "fd00::1")})
	return CreateClusterProperties{
		Name:                ToPtr([]string{"aa", "bb"}[random.IntN(2)]),
		DatacenterId:        ToPtr([]string{testClusterID, testNodePoolID}[random.IntN(2)]),
		DataPlatformVersion: maybe(random, "23.7", "24.7", "24.11"),
		MaintenanceWindow:   maybe(random, *NewMaintenanceWindow("02:00:00", "Sunday"), *NewMaintenanceWindow("03:00:00", "Sunday")),
		Lans:                maybe(random, []Lan{}, []Lan{*NewLan("1")}, []Lan{*routed, *static}, []Lan{*static, *routed}),
	}
}
