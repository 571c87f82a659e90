package ionoscloud

// States: what metadata.state says, and what follows from it.

import "strings"

// The states of a resource, as Metadata.State holds them. The service may answer
// others that this release does not know.
const (
	// StateAvailable: nothing is pending.
	StateAvailable = "AVAILABLE"
	// StateBusy: a change is pending, and later ones queue behind it.
	StateBusy = "BUSY"
	// StateDeploying: the resource is being created.
	StateDeploying = "DEPLOYING"
	// StateFailed: the creation failed.
	StateFailed = "FAILED"
	// StateUpdating: a change is being carried out.
	StateUpdating = "UPDATING"
	// StateFailedUpdating: the last change failed.
	StateFailedUpdating = "FAILED_UPDATING"
	// StateDestroying: the resource is being deleted.
	StateDestroying = "DESTROYING"
	// StateFailedDestroying: the deletion failed.
	StateFailedDestroying = "FAILED_DESTROYING"
	// StateTerminated: the resource was deleted and still answers.
	StateTerminated = "TERMINATED"
)

// isFailed tells whether something went wrong for good. States of that name that
// are not known yet count too: nobody should wait for them to pass.
func isFailed(state string) bool {
	return state == StateFailed || strings.HasPrefix(state, StateFailed+"_")
}

// isResting tells whether a state can be left over from before a change.
func isResting(state string) bool {
	return state == StateAvailable || isFailed(state)
}

// sighting is a cluster or a node pool as one answer showed it.
type sighting struct {
	id       string
	name     string
	state    string
	metadata Metadata
	cluster  *ClusterResponseData // one of the two is set
	pool     *NodePoolResponseData
	words    *words // of the answer, if the sighting is a wait's
}

func sightCluster(c *ClusterResponseData) sighting {
	s := sighting{id: ToValue(c.Id), metadata: ToValue(c.Metadata), cluster: c}
	s.state = ToValue(s.metadata.State)
	s.name = ToValue(ToValue(c.Properties).Name)
	return s
}

func sightNodePool(p *NodePoolResponseData) sighting {
	s := sighting{id: ToValue(p.Id), metadata: ToValue(p.Metadata), pool: p}
	s.state = ToValue(s.metadata.State)
	s.name = ToValue(ToValue(p.Properties).Name)
	return s
}

// sameID is an identifier without its dashes, which are optional.
func sameID(id string) string {
	return strings.ReplaceAll(strings.ToLower(id), "-", "")
}
