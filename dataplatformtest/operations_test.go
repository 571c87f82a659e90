// All twelve operations, over plain HTTP and TLS, with both kinds of credentials.

package dataplatformtest

import (
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestOperations(t *testing.T) {
	for name, opts := range map[string][]Option{"http": nil, "tls": {WithTLS()}} {
		for kind, auth := range map[string]func(*http.Request){"bearer": bearer("token"), "basic": basic("user", "password")} {
			t.Run(name+"/"+kind, func(t *testing.T) {
				t.Parallel()
				operations(overHTTP(t, NewServer(t, opts...)).as(auth))
			})
		}
	}
}

func operations(c *caller) {
	t := c.t
	versions := c.get("/versions")
	require.Equal(t, []any{"23.7", "23.11", "24.3", "24.7", "24.11"}, versions.items())
	require.Equal(t, "/dataplatform/versions", versions.at("href"))
	require.Empty(t, c.get("/clusters").items())

	// Clusters: create, get, list, patch.
	made := c.want(202, "POST", "/clusters", `{"properties":{"name":"one","datacenterId":"`+vdc+`","dataPlatformVersion":"24.7",
		"lans":[{"lanId":"1","routes":[{"network":"10.0.0.0/8","gateway":"fd00::1"}]}],
		"maintenanceWindow":{"time":"02:30:00","dayOfTheWeek":"Sunday"}}}`)
	id := made.id()
	require.Equal(t, "DEPLOYING", made.state())
	require.Equal(t, "cluster", made.at("type"))
	require.Equal(t, "/dataplatform/clusters/"+id, made.at("href"))
	require.Equal(t, map[string]any{
		"name": "one", "datacenterId": vdc, "dataPlatformVersion": "24.7",
		"lans": []any{map[string]any{"lanId": "1", "dhcp": true, "routes": []any{
			map[string]any{"network": "10.0.0.0/8", "gateway": "fd00::1"},
		}}},
		"maintenanceWindow": map[string]any{"time": "02:30:00", "dayOfTheWeek": "Sunday"},
	}, made.at("properties"))
	got := c.get("/clusters/" + id)
	require.Equal(t, "AVAILABLE", got.state())
	require.Equal(t, made.at("properties"), got.at("properties"))
	require.Equal(t, got.raw, c.get("/clusters/"+strings.ReplaceAll(id, "-", "")).raw)
	list := c.get("/clusters")
	require.Equal(t, []any{got.at()}, list.items())
	require.Equal(t, "collection", list.at("type"))
	require.Equal(t, "/dataplatform/clusters", list.at("href"))

	patched := c.want(202, "PATCH", "/clusters/"+id, `{"properties":{"name":"two","lans":[],"dataPlatformVersion":"24.11"}}`)
	require.Equal(t, "UPDATING", patched.state())
	require.Equal(t, "two", patched.at("properties", "name"))
	require.Equal(t, []any{}, patched.at("properties", "lans"))
	require.Equal(t, "Sunday", patched.at("properties", "maintenanceWindow", "dayOfTheWeek"))
	require.Equal(t, "24.7", patched.at("metadata", "currentDataPlatformVersion"))
	require.Equal(t, []any{"24.11"}, patched.at("metadata", "availableUpgradeVersions"))
	got = c.get("/clusters/" + id)
	require.Equal(t, "AVAILABLE", got.state())
	require.Equal(t, "24.11", got.at("metadata", "currentDataPlatformVersion"))
	require.Equal(t, []any{}, got.at("metadata", "availableUpgradeVersions"))

	checkKubeconfig(c, id, "two")

	// Node pools: the same.
	pools := "/clusters/" + id + "/nodepools"
	require.Empty(t, c.get(pools).items())
	made = c.want(202, "POST", pools, `{"properties":{"name":"workers","nodeCount":3,"labels":{"a":"b"},
		"autoScaling":{"minNodeCount":1,"maxNodeCount":5}}}`)
	pool := made.id()
	require.Equal(t, "DEPLOYING", made.state())
	require.Equal(t, "nodepool", made.at("type"))
	require.Equal(t, "/dataplatform"+pools+"/"+pool, made.at("href"))
	want := map[string]any{
		"name": "workers", "nodeCount": 3.0, "cpuFamily": "AUTO", "coresCount": 4.0, "ramSize": 4096.0,
		"availabilityZone": "AUTO", "storageType": "SSD", "storageSize": 20.0, "labels": map[string]any{"a": "b"},
		"autoScaling":         map[string]any{"minNodeCount": 1.0, "maxNodeCount": 5.0},
		"dataPlatformVersion": "24.11", "datacenterId": vdc,
	}
	require.Equal(t, want, made.at("properties"))
	got = c.get(pools + "/" + pool)
	require.Equal(t, "AVAILABLE", got.state())
	require.Equal(t, []any{got.at()}, c.get(pools).items())
	require.Equal(t, "/dataplatform"+pools, c.get(pools).at("href"))
	c.want(202, "PATCH", pools+"/"+pool, `{"properties":{"nodeCount":5,"labels":{"c":"1.50"},"autoScaling":null}}`)
	got = c.get(pools + "/" + pool)
	want["nodeCount"], want["labels"] = 5.0, map[string]any{"c": "1.50"}
	delete(want, "autoScaling")
	require.Equal(t, want, got.at("properties"))

	// Deleting both.
	require.Equal(t, "DESTROYING", c.want(202, "DELETE", pools+"/"+pool, "").state())
	c.refused(404, "GET", pools+"/"+pool, "")
	other := c.createPool(id, "others")
	require.Equal(t, "DESTROYING", c.want(202, "DELETE", "/clusters/"+id, "").state())
	c.refused(404, "GET", "/clusters/"+id, "")
	c.refused(404, "GET", pools, "")
	c.refused(404, "GET", pools+"/"+other, "")
	require.Empty(t, c.get("/clusters").items())
}

func checkKubeconfig(c *caller, id, name string) {
	t := c.t
	var config struct {
		APIVersion, Kind string
		CurrentContext   string `json:"current-context"`
		Clusters         []struct {
			Name    string
			Cluster struct {
				Server string
				CA     string `json:"certificate-authority-data"`
			}
		}
		Users    []struct{ User struct{ Token string } }
		Contexts []struct {
			Name    string
			Context struct{ Cluster, User, Namespace string }
		}
	}
	answer := c.get("/clusters/" + id + "/kubeconfig")
	require.NoError(t, json.Unmarshal([]byte(answer.raw), &config))
	require.Equal(t, "v1", config.APIVersion)
	require.Equal(t, "Config", config.Kind)
	require.Equal(t, name, config.CurrentContext)
	require.Equal(t, name, config.Contexts[0].Name)
	require.Equal(t, "default", config.Contexts[0].Context.Namespace)
	require.Equal(t, config.Clusters[0].Name, config.Contexts[0].Context.Cluster)
	require.Contains(t, config.Clusters[0].Cluster.Server, id)
	require.Len(t, config.Users[0].User.Token, 43)
	raw, err := base64.StdEncoding.DecodeString(config.Clusters[0].Cluster.CA)
	require.NoError(t, err)
	block, _ := pem.Decode(raw)
	require.NotNil(t, block)
	authority, err := x509.ParseCertificate(block.Bytes)
	require.NoError(t, err)
	require.True(t, authority.IsCA)
	require.Equal(t, answer.raw, c.get("/clusters/"+id+"/kubeconfig").raw)
}

func TestMetadata(t *testing.T) {
	t.Parallel()
	clock := NewManualClock(time.Date(2025, 2, 3, 4, 5, 6, 789_000_000, time.FixedZone("", 3600)))
	c := inProcess(t, WithClock(clock), WithPeople(
		Person{Username: "ann", Token: "a", UserID: "id-a", Contract: "1"},
		Person{Username: `b"öb`, Token: "b", UserID: "id-b", Contract: "1"},
	))
	id := c.as(bearer("a")).createCluster("one")
	clock.Advance(time.Hour)
	c = c.as(bearer("b"))
	before := c.get("/clusters/" + id)
	require.Equal(t, map[string]any{
		"ETag":        before.at("metadata", "ETag"),
		"createdDate": "2025-02-03T03:05:06.789Z", "createdBy": "ann", "createdByUserId": "id-a", "createdInContractNumber": "1",
		"lastModifiedDate": "2025-02-03T03:05:06.789Z", "lastModifiedBy": "ann", "lastModifiedByUserId": "id-a",
		"currentDataPlatformVersion": "24.11", "currentDataPlatformRevision": 1.0,
		"availableUpgradeVersions": []any{}, "state": "AVAILABLE",
	}, before.at("metadata"))
	require.Equal(t, `"`+before.at("metadata", "ETag").(string)+`"`, before.header.Get("ETag"))

	after := c.want(202, "PATCH", "/clusters/"+id, `{"properties":{}}`)
	require.Equal(t, `b"öb`, after.at("metadata", "lastModifiedBy"))
	require.Equal(t, "ann", after.at("metadata", "createdBy"))
	require.Equal(t, "2025-02-03T04:05:06.789Z", after.at("metadata", "lastModifiedDate"))
	require.Equal(t, 2.0, after.at("metadata", "currentDataPlatformRevision"))
	tags := map[any]bool{before.at("metadata", "ETag"): true, after.at("metadata", "ETag"): true}
	tags[c.get("/clusters/"+id).at("metadata", "ETag")] = true
	require.Len(t, tags, 3, "each visible change has an ETag of its own")
	require.Equal(t, c.get("/clusters/"+id).raw, c.get("/clusters/"+id).raw)
}

func TestNameFilter(t *testing.T) {
	t.Parallel()
	c := inProcess(t)
	for _, name := range []string{"Alpha.1", "beta-1", "ALPHA_2"} {
		c.createCluster(name)
	}
	for filter, want := range map[string][]any{
		"":                           {"Alpha.1", "beta-1", "ALPHA_2"},
		"?name=":                     {"Alpha.1", "beta-1", "ALPHA_2"},
		"?name=alpha":                {"Alpha.1", "ALPHA_2"},
		"?name=PHA_":                 {"ALPHA_2"},
		"?name=-1&depth=3":           {"beta-1"},
		"?name=.":                    {"Alpha.1"},
		"?name=gamma":                nil,
		"?name=" + long(63):          nil,
		"?other=" + long(64) + "%20": {"Alpha.1", "beta-1", "ALPHA_2"},
	} {
		var got []any
		for _, item := range c.get("/clusters" + filter).items() {
			got = append(got, item.(map[string]any)["properties"].(map[string]any)["name"])
		}
		require.Equal(t, want, got, filter)
	}
	require.Contains(t, c.refused(400, "GET", "/clusters?name="+long(64), ""), "more than 63")
	require.Contains(t, c.refused(400, "GET", "/clusters?name=a%20b", ""), "must match")
	require.Contains(t, c.refused(400, "GET", "/clusters?name=%C3%A4"+long(64), ""), "must match")
	require.Contains(t, c.refused(400, "GET", "/clusters?name=%zz", ""), "malformed")
}

func long(n int) string { return strings.Repeat("a", n) }

func TestKubernetes(t *testing.T) {
	t.Parallel()
	var asked []KubernetesCluster
	access, failure := KubernetesAccess{}, error(nil)
	c := inProcess(t, WithKubernetes(func(cluster KubernetesCluster) (KubernetesAccess, error) {
		asked = append(asked, cluster)
		return access, failure
	}))
	id := c.createCluster("one")
	entry := func(list, kind string) map[string]any {
		items, _ := c.get("/clusters/" + id + "/kubeconfig").at(list).([]any)
		return items[0].(map[string]any)[kind].(map[string]any)
	}
	usualToken := entry("users", "user")["token"].(string)
	require.Equal(t, []KubernetesCluster{{id, "one", usualToken}}, asked)
	require.Contains(t, entry("clusters", "cluster")["server"], ".kubernetes.invalid")
	access = KubernetesAccess{Server: "https://127.0.0.1:1", Authority: []byte("pem"), Token: "other"}
	require.Equal(t, "https://127.0.0.1:1", entry("clusters", "cluster")["server"])
	require.Equal(t, base64.StdEncoding.EncodeToString([]byte("pem")), entry("clusters", "cluster")["certificate-authority-data"])
	require.Equal(t, "other", entry("users", "user")["token"])
	failure = errors.New("no machine")
	require.Contains(t, c.refused(503, "GET", "/clusters/"+id+"/kubeconfig", ""), "no machine")
}
