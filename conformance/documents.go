package conformance

// The documents of well-behaved answers, and the calls that ask for them.

import (
	"net/http"
	"strings"
)

const (
	basePath = "/dataplatform"

	clusterName  = "lake"
	clusterID    = "1f0c2a3b-4d5e-6f70-8192-a3b4c5d6e7f8"
	nodePoolID   = "2f0c2a3b-4d5e-6f70-8192-a3b4c5d6e7f8"
	datacenterID = "3f0c2a3b-4d5e-6f70-8192-a3b4c5d6e7f8"

	clusterDocument = `{"id":"` + clusterID + `","type":"cluster","metadata":{"state":"AVAILABLE"},` +
		`"properties":{"name":"` + clusterName + `","dataPlatformVersion":"24.11","datacenterId":"` + datacenterID + `"}}`
	nodePoolDocument = `{"id":"` + nodePoolID + `","type":"nodepool","metadata":{"state":"AVAILABLE"},` +
		`"properties":{"name":"pool","nodeCount":3,"availabilityZone":"ZONE_1","storageType":"SSD"}}`
	kubeconfigDocument = `{"apiVersion":"v1","kind":"Config","users":[{"name":"lake","user":{"token":"` + kubeconfigSecret + `"}}]}`
	versionsDocument   = `{"id":"versions","type":"collection","items":["24.7","24.11"]}`

	// kubeconfigSecret is what must not show up in logs.
	kubeconfigSecret = "kubeconfig-token-of-the-cluster"
)

// The calls of the rules, one for each method and shape.
var (
	get        = Call{Operation: GetCluster, ClusterID: clusterID}
	list       = Call{Operation: GetClusters}
	create     = Call{Operation: CreateCluster, Body: []byte(`{"properties":{"name":"` + clusterName + `","datacenterId":"` + datacenterID + `"}}`)}
	patch      = Call{Operation: PatchCluster, ClusterID: clusterID, Body: []byte(`{"properties":{"name":"lake-2"}}`)}
	remove     = Call{Operation: DeleteCluster, ClusterID: clusterID}
	kubeconfig = Call{Operation: GetClusterKubeconfig, ClusterID: clusterID}
	nodePool   = Call{Operation: GetClusterNodepool, ClusterID: clusterID, NodePoolID: nodePoolID}
	versions   = Call{Operation: VersionsGet}

	awaitAvailable = Call{Operation: AwaitClusterAvailable, ClusterID: clusterID}
	awaitDeleted   = Call{Operation: AwaitClusterDeleted, ClusterID: clusterID}

	awaitPoolAvailable = Call{Operation: AwaitNodePoolAvailable, ClusterID: clusterID, NodePoolID: nodePoolID}
	awaitPoolDeleted   = Call{Operation: AwaitNodePoolDeleted, ClusterID: clusterID, NodePoolID: nodePoolID}

	ensure = Call{Operation: EnsureCluster, Body: create.Body}
)

// fine is the answer of a service in good health.
func fine(_ int, r Request) Reply {
	status := http.StatusOK
	if r.Method != http.MethodGet {
		status = http.StatusAccepted
	}
	document := clusterDocument
	switch {
	case strings.HasSuffix(r.Path, "/versions"):
		document = versionsDocument
	case strings.HasSuffix(r.Path, "/kubeconfig"):
		document = kubeconfigDocument
	case strings.Contains(r.Path, "/nodepools/"):
		document = nodePoolDocument
	case r.Method == http.MethodGet && strings.HasSuffix(r.Path, "/nodepools"):
		document = collection("nodepools", nodePoolDocument)
	case r.Method == http.MethodGet && strings.HasSuffix(r.Path, "/clusters"):
		document = collection("clusters", clusterDocument)
	}
	return Reply{Status: status, Body: []byte(document)}
}

// collection is a list of the service.
func collection(id string, items ...string) string {
	return `{"id":"` + id + `","type":"collection","items":[` + strings.Join(items, ",") + `]}`
}

// first answers with the replies in their order, and is fine after them.
func first(replies ...Reply) Script {
	return func(n int, r Request) Reply {
		if n < len(replies) {
			return replies[n]
		}
		return fine(n, r)
	}
}

// always gives the same reply.
func always(reply Reply) Script { return func(int, Request) Reply { return reply } }

// refusal is an error of the service; pairs of header names and values follow.
func refusal(status int, headers ...string) Reply {
	text := `{"httpStatus":` + itoa(status) + `,"messages":[{"errorCode":"dp-` + itoa(status) + `","message":"the service said ` + itoa(status) + `"}]}`
	return Reply{Status: status, Header: header(headers...), Body: []byte(text)}
}

func header(pairs ...string) http.Header {
	h := http.Header{}
	for i := 0; i+1 < len(pairs); i += 2 {
		h.Set(pairs[i], pairs[i+1])
	}
	return h
}

// page is what a gateway writes.
func page(status, size int) Reply {
	const paragraph = "<p>The service is not available.</p>\n"
	body := "<html><body>" + strings.Repeat(paragraph, max(size/len(paragraph), 1)) + "</body></html>"
	return Reply{Status: status, Header: header("Content-Type", "text/html"), Body: []byte(body)}
}
