// The code of docs/EMULATOR.md, which runs here. TestGuide holds the two
// together.

package dataplatformtest_test

import (
	"context"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

const datacenterID = "2b1f9c58-6a3d-4e0b-9f57-c0d8e1a2b3c4"

func newCluster(name string) ionoscloud.CreateClusterRequest {
	return *ionoscloud.NewCreateClusterRequest(*ionoscloud.NewCreateClusterProperties(name, datacenterID))
}

// clientOf reaches an API without any network.
func clientOf(api *dataplatformtest.API) *ionoscloud.APIClient {
	cfg := ionoscloud.NewConfiguration("user", "password", "", "")
	cfg.HTTPClient = &http.Client{Transport: api.Transport()}
	return ionoscloud.NewAPIClient(cfg)
}

func TestProvisioning(t *testing.T) {
	srv := dataplatformtest.NewServer(t)
	cfg := ionoscloud.NewConfiguration("user", "password", "", srv.URL)
	client := ionoscloud.NewAPIClient(cfg)

	cluster, _, err := client.DataPlatformClusterApi.CreateCluster(t.Context()).CreateClusterRequest(newCluster("lake")).Execute()
	require.NoError(t, err)
	require.Equal(t, "DEPLOYING", *cluster.Metadata.State)

	cluster, _, err = client.DataPlatformClusterApi.GetCluster(t.Context(), *cluster.Id).Execute()
	require.NoError(t, err)
	require.Equal(t, "AVAILABLE", *cluster.Metadata.State)
}

func TestPatience(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		api := dataplatformtest.New(dataplatformtest.WithDurations(dataplatformtest.Durations{ClusterDeploying: 20 * time.Minute}))
		client := clientOf(api)
		cluster, _, err := client.DataPlatformClusterApi.CreateCluster(t.Context()).CreateClusterRequest(newCluster("lake")).Execute()
		require.NoError(t, err)
		for *cluster.Metadata.State != "AVAILABLE" {
			time.Sleep(10 * time.Second) // takes no time at all
			cluster, _, err = client.DataPlatformClusterApi.GetCluster(t.Context(), *cluster.Id).Execute()
			require.NoError(t, err)
		}
	})
}

func ExampleManualClock() {
	clock := dataplatformtest.NewManualClock(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	api := dataplatformtest.New(
		dataplatformtest.WithClock(clock),
		dataplatformtest.WithDurations(dataplatformtest.Durations{ClusterDeploying: 20 * time.Minute}),
	)
	client := clientOf(api)
	cluster, _, _ := client.DataPlatformClusterApi.CreateCluster(context.Background()).CreateClusterRequest(newCluster("lake")).Execute()
	fmt.Println(*cluster.Metadata.State)

	clock.Advance(20 * time.Minute)
	cluster, _, _ = client.DataPlatformClusterApi.GetCluster(context.Background(), *cluster.Id).Execute()
	fmt.Println(*cluster.Metadata.State)
	// Output:
	// DEPLOYING
	// AVAILABLE
}

func ExampleManualClock_SetSpeed() {
	clock := dataplatformtest.NewManualClock(time.Time{}) // now
	clock.SetSpeed(60)                                    // a minute every second
	api := dataplatformtest.New(dataplatformtest.WithClock(clock))
	fmt.Println(api.AdvanceClock(time.Hour), clock.Speed())
	// Output: <nil> 60
}

func ExampleWithPeople() {
	api := dataplatformtest.New(dataplatformtest.WithPeople(
		dataplatformtest.Person{Username: "boss", Password: "password", Contract: "1"},
		dataplatformtest.Person{Username: "ann", Contract: "1", Role: dataplatformtest.Privileged, Tokens: []dataplatformtest.Token{
			{Value: "morning", Expires: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)}, {Value: "evening"},
		}},
		dataplatformtest.Person{Token: "guest", Contract: "1", Role: dataplatformtest.Unprivileged},
	))
	for _, token := range []string{"morning", "evening", "guest"} {
		cfg := ionoscloud.NewConfiguration("", "", token, "")
		cfg.HTTPClient = &http.Client{Transport: api.Transport()}
		_, resp, _ := ionoscloud.NewAPIClient(cfg).DataPlatformClusterApi.GetClusters(context.Background()).Execute()
		fmt.Println(token, resp.StatusCode)
	}
	// Output:
	// morning 401
	// evening 200
	// guest 403
}

func ExampleWithDatacenters() {
	api := dataplatformtest.New(dataplatformtest.WithDatacenters(
		dataplatformtest.Datacenter{ID: "0a1b2c3d-0000-4000-8000-000000000001", Name: "production", Location: "de/txl"},
	))
	_, _, err := clientOf(api).DataPlatformClusterApi.CreateCluster(context.Background()).CreateClusterRequest(newCluster("lake")).Execute()
	fmt.Println(strings.Contains(err.Error(), "there is no such VDC"))
	// Output: true
}

func ExampleWithRules() {
	api := dataplatformtest.New(dataplatformtest.WithRules(
		// Each creation of a cluster with such a name fails,
		dataplatformtest.Rule{Kind: dataplatformtest.Cluster, Action: dataplatformtest.Create, Name: "doomed-*", Fails: true},
		// the second update of anything hangs for ten minutes,
		dataplatformtest.Rule{Action: dataplatformtest.Update, Skip: 1, Times: 1, Duration: 10 * time.Minute},
		// and the first deletion fails at once.
		dataplatformtest.Rule{Action: dataplatformtest.Delete, Times: 1, Duration: -1, Fails: true},
	))
	client := clientOf(api)
	cluster, _, _ := client.DataPlatformClusterApi.CreateCluster(context.Background()).CreateClusterRequest(newCluster("doomed-lake")).Execute()
	cluster, _, _ = client.DataPlatformClusterApi.GetCluster(context.Background(), *cluster.Id).Execute()
	fmt.Println(*cluster.Metadata.State)
	// Output: FAILED
}

func ExampleWithScript() {
	api := dataplatformtest.New(dataplatformtest.WithScript(
		func(change dataplatformtest.Change, usual dataplatformtest.Outcome) dataplatformtest.Outcome {
			usual.Fails = change.Action == dataplatformtest.Create && change.Person == "user"
			return usual
		},
	))
	client := clientOf(api)
	cluster, _, _ := client.DataPlatformClusterApi.CreateCluster(context.Background()).CreateClusterRequest(newCluster("lake")).Execute()
	cluster, _, _ = client.DataPlatformClusterApi.GetCluster(context.Background(), *cluster.Id).Execute()
	fmt.Println(*cluster.Metadata.State)
	// Output: FAILED
}

func ExampleWithFaults() {
	api := dataplatformtest.New(dataplatformtest.WithFaults(
		// The gateway is down for two requests,
		dataplatformtest.Fault{Kind: dataplatformtest.FaultStatus, Status: 503, HTML: true, Count: 2},
		// and the answer of the first creation gets lost on its way.
		dataplatformtest.Fault{
			Kind: dataplatformtest.FaultResetAfter, Count: 1,
			Operations: []dataplatformtest.Operation{dataplatformtest.CreateCluster},
		},
	))
	client := clientOf(api)
	_, resp, err := client.DataPlatformMetaDataApi.VersionsGet(context.Background()).Execute()
	fmt.Println(resp.StatusCode, err) // the client has tried three times
	_, _, err = client.DataPlatformClusterApi.CreateCluster(context.Background()).CreateClusterRequest(newCluster("lake")).Execute()
	fmt.Println(err != nil)
	clusters, _, _ := client.DataPlatformClusterApi.GetClusters(context.Background()).Execute()
	fmt.Println(len(*clusters.Items)) // it was created all the same
	// Output:
	// 200 <nil>
	// true
	// 1
}

func ExampleAPI_Faults() {
	api := dataplatformtest.New()
	id, err := api.Faults().Add(dataplatformtest.Fault{Kind: dataplatformtest.FaultLatency, Latency: 100 * time.Millisecond, Probability: 0.1})
	fmt.Println(id, err)
	fmt.Println(len(api.Faults().List()), api.Faults().Remove(id))
	// Output:
	// fault-1 <nil>
	// 1 true
}

func ExampleServer_Refuse() {
	srv, err := dataplatformtest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer srv.Close()
	srv.Refuse()
	_, err = http.Get(srv.URL)
	fmt.Println(err != nil)
	fmt.Println(srv.Accept())
	// Output:
	// true
	// <nil>
}

func ExampleAPI_Journal() {
	api := dataplatformtest.New(dataplatformtest.WithFaults(
		dataplatformtest.Fault{Kind: dataplatformtest.FaultDuplicate, Operations: []dataplatformtest.Operation{dataplatformtest.CreateCluster}},
	))
	client := clientOf(api)
	_, _, _ = client.DataPlatformClusterApi.CreateCluster(context.Background()).CreateClusterRequest(newCluster("lake")).Execute()
	_, _, _ = client.DataPlatformClusterApi.GetClusters(context.Background()).Execute()
	for _, entry := range api.Journal() {
		fmt.Println(entry.Number, entry.Operation, entry.Person, entry.Status, entry.Effect, entry.Fault)
	}
	// Output:
	// 1 CreateCluster user 202 create duplicate
	// 2 CreateCluster user 202 create duplicate
	// 3 GetClusters user 200
}

func ExampleWithKubernetes() {
	kubernetes := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, r.Header.Get("Authorization") != "")
	}))
	defer kubernetes.Close()
	api := dataplatformtest.New(dataplatformtest.WithKubernetes(
		func(cluster dataplatformtest.KubernetesCluster) (dataplatformtest.KubernetesAccess, error) {
			authority := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: kubernetes.Certificate().Raw})
			return dataplatformtest.KubernetesAccess{Server: kubernetes.URL, Authority: authority}, nil
		},
	))
	client := clientOf(api)
	cluster, _, _ := client.DataPlatformClusterApi.CreateCluster(context.Background()).CreateClusterRequest(newCluster("lake")).Execute()
	kubeconfig, _, _ := client.DataPlatformClusterApi.GetClusterKubeconfig(context.Background(), *cluster.Id).Execute()
	fmt.Println(strings.Contains(kubeconfig, kubernetes.URL))
	// Output: true
}

// memory is a Store that lives as long as the process.
type memory struct {
	mu   sync.Mutex
	kept map[string][]byte
}

func (m *memory) Load(restore func(key string, value []byte) error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for key, value := range m.kept {
		if err := restore(key, value); err != nil {
			return err
		}
	}
	return nil
}

func (m *memory) Commit(batch []dataplatformtest.Record) (wait func() error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, record := range batch {
		if record.Value == nil {
			delete(m.kept, record.Key)
		} else {
			m.kept[record.Key] = record.Value
		}
	}
	return nil // a database answers a function that waits for its next sync
}

func ExampleWithStore() {
	store := &memory{kept: map[string][]byte{}}
	for range 2 {
		api, err := dataplatformtest.Open(dataplatformtest.WithStore(store))
		if err != nil {
			fmt.Println(err)
			return
		}
		client := clientOf(api)
		_, _, _ = client.DataPlatformClusterApi.CreateCluster(context.Background()).CreateClusterRequest(newCluster("lake")).Execute()
		clusters, _, _ := client.DataPlatformClusterApi.GetClusters(context.Background()).Execute()
		fmt.Println(len(*clusters.Items))
	}
	// Output:
	// 1
	// 2
}

func ExampleAPI_Admin() {
	api := dataplatformtest.New()
	admin := httptest.NewServer(api.Admin()) // on loopback, where nobody else is
	defer admin.Close()

	fault := `{"kind": "status", "status": 429, "retryAfter": "2s", "count": 3, "operations": ["CreateCluster"]}`
	resp, err := http.Post(admin.URL+"/faults", "application/json", strings.NewReader(fault))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()
	fmt.Println(resp.Status)
	// Output: 200 OK
}

var goBlock = regexp.MustCompile("(?s)```go\n(.*?)```")

func TestGuide(t *testing.T) {
	guide, err := os.ReadFile("../docs/EMULATOR.md")
	require.NoError(t, err)
	examples, err := os.ReadFile("guide_test.go")
	require.NoError(t, err)
	plain := func(text string) string {
		var lines []string
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, line)
			}
		}
		return strings.Join(lines, "\n")
	}
	run := plain(string(examples))
	blocks := goBlock.FindAllStringSubmatch(string(guide), -1)
	require.NotEmpty(t, blocks)
	for _, block := range blocks {
		require.Contains(t, run, plain(block[1]))
	}
}

// TestGuideFaults checks that the faults of the guide are faults, with the
// settings that it names and no others.
func TestGuideFaults(t *testing.T) {
	guide, err := os.ReadFile("../docs/EMULATOR.md")
	require.NoError(t, err)
	settings := map[string]string{
		"latency": `"1s"`, "skew": `"1h"`, "pause": `"1s"`, "size": "3", "status": "503", "retryAfter": `"1s"`, "html": "true",
		"contentType": `"text/plain"`,
	}
	rows := regexp.MustCompile("(?m)^\\| `([a-z-]+)` \\|[^|]*\\|[^|]*\\|([^|]*)\\|$").FindAllStringSubmatch(string(guide), -1)
	require.Len(t, rows, 14, "the head and thirteen kinds")
	for _, row := range rows[1:] {
		text := `{"kind":"` + row[1] + `"`
		for _, name := range regexp.MustCompile("`(\\w+)`").FindAllStringSubmatch(row[2], -1) {
			if value := settings[name[1]]; value != "" {
				text += `,"` + name[1] + `":` + value
			}
		}
		var fault dataplatformtest.Fault
		require.NoError(t, json.Unmarshal([]byte(text+"}"), &fault))
		require.NoError(t, fault.Validate(), text)
		for name, value := range settings {
			if name != "latency" && !strings.Contains(row[2], "`"+name+"`") {
				require.NoError(t, json.Unmarshal([]byte(text+`,"`+name+`":`+value+"}"), &fault))
				require.ErrorContains(t, fault.Validate(), name+": is for a fault of the kind", text)
			}
		}
	}
	for _, match := range regexp.MustCompile("(?s)```json\n(\\{\"kind\".*?)```").FindAllSubmatch(guide, -1) {
		var fault dataplatformtest.Fault
		require.NoError(t, json.Unmarshal(match[1], &fault))
		require.NoError(t, fault.Validate())
	}
}
