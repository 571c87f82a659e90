// Operation: the names of what can be asked, for faults and the journal.

package dataplatformtest

// Operation names one of the API's operations, as its description does, or one
// of the neighbours on the same host.
type Operation string

// The operations.
const (
	CreateCluster         Operation = "CreateCluster"
	GetClusters           Operation = "GetClusters"
	GetCluster            Operation = "GetCluster"
	PatchCluster          Operation = "PatchCluster"
	DeleteCluster         Operation = "DeleteCluster"
	GetClusterKubeconfig  Operation = "GetClusterKubeconfig"
	CreateClusterNodepool Operation = "CreateClusterNodepool"
	GetClusterNodepools   Operation = "GetClusterNodepools"
	GetClusterNodepool    Operation = "GetClusterNodepool"
	PatchClusterNodepool  Operation = "PatchClusterNodepool"
	DeleteClusterNodepool Operation = "DeleteClusterNodepool"
	VersionsGet           Operation = "VersionsGet"
	CheckCredentials      Operation = "CheckCredentials" // GET /cloudapi/v6/
	GetDatacenters        Operation = "GetDatacenters"   // GET /cloudapi/v6/datacenters
	GetDatacenter         Operation = "GetDatacenter"    // GET /cloudapi/v6/datacenters/{id}
)

// allOperations are all of them.
var allOperations = [...]Operation{
	CreateCluster, GetClusters, GetCluster, PatchCluster, DeleteCluster, GetClusterKubeconfig,
	CreateClusterNodepool, GetClusterNodepools, GetClusterNodepool, PatchClusterNodepool, DeleteClusterNodepool,
	VersionsGet, CheckCredentials, GetDatacenters, GetDatacenter,
}
