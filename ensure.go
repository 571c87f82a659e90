package ionoscloud

// Ensuring: a resource of a name, created once.

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// EnsuredCluster is a cluster that is there, see [APIClient.EnsureCluster].
type EnsuredCluster struct {
	Cluster ClusterResponseData
	// Created tells that this call made it. After a create without an answer
	// it is concluded from the cluster having appeared since.
	Created bool
	// Diff tells in what the cluster is not as wanted. Nothing of it has been
	// changed.
	Diff ClusterDiff

	wait Wait
}

// Wait waits until the cluster is available, see [APIClient.AwaitAll]. A wait for
// its id alone would take a copy of the service that lags behind, and does not
// know yet what has just been created, for the truth.
func (e EnsuredCluster) Wait() Wait { return e.wait }

// EnsuredNodePool is a node pool that is there, see [APIClient.EnsureNodePool].
type EnsuredNodePool struct {
	NodePool NodePoolResponseData
	// Created tells that this call made it. After a create without an answer
	// it is concluded from the node pool having appeared since.
	Created bool
	// Diff tells in what the node pool is not as wanted. Nothing of it has been
	// changed.
	Diff NodePoolDiff

	wait Wait
}

// Wait is [EnsuredCluster.Wait] for the node pool.
func (e EnsuredNodePool) Wait() Wait { return e.wait }

// EnsureCluster returns the cluster that has the name and the data center of
// want, and creates it if there is none. It does not wait for it to become
// available.
//
// Calls may be repeated, in this program and others, also after an error: a
// create whose answer got lost is looked up before another one is sent. If
// another program creates a cluster of the name at the same time, the one with
// the earlier createdDate (then the smaller id) stays. A call removes what it has
// made itself; one that had no answer to its create removes the later ones that
// the same user has created during the call, as one of them must be its own.
// When two stay nevertheless, because somebody made one by other means or
// another user did, the error is a [*DuplicateError] (errors.Is: [ErrConflict])
// that names them, and it comes back until one of them is removed. Clusters that
// are being deleted do not count. docs/WAITING.md tells what this rests on.
//
// A cluster that can only be deleted, FAILED or FAILED_DESTROYING, is returned
// together with an error that is [ErrFailedState]. Passing trouble is waited
// out for up to 5 minutes at a time; ctx bounds it all.
func (c *APIClient) EnsureCluster(ctx context.Context, want CreateClusterRequest) (EnsuredCluster, error) {
	var ensured EnsuredCluster
	properties := ToValue(want.Properties)
	name, datacenter := ToValue(properties.Name), ToValue(properties.DatacenterId)
	o := onlyOne{
		client: c, title: "cluster " + name, name: name,
		key: "cluster\x00" + sameID(datacenter) + "\x00" + name, lists: "clusters",
	}
	o.list = func(ctx context.Context, names []string) ([]sighting, *APIResponse, error) {
		request := c.DataPlatformClusterApi.GetClusters(ctx)
		if shared := commonPrefix(names); shared != "" {
			request = request.Name(shared) // keeps the names that contain it
		}
		list, resp, err := request.Execute()
		err = needItems(list.Items, resp, err)
		var found []sighting
		for _, cluster := range ToValue(list.Items) {
			found = append(found, sightCluster(&cluster))
		}
		return found, resp, err
	}
	o.is = func(s sighting) bool {
		return s.name == name && sameID(ToValue(ToValue(s.cluster.Properties).DatacenterId)) == sameID(datacenter)
	}
	o.create = func(ctx context.Context) (sighting, *APIResponse, error) {
		cluster, resp, err := c.DataPlatformClusterApi.CreateCluster(ctx).CreateClusterRequest(want).Execute()
		return sightCluster(&cluster), resp, err
	}
	o.remove = func(ctx context.Context, id string) (*APIResponse, error) {
		_, resp, err := c.DataPlatformClusterApi.DeleteCluster(ctx, id).Execute()
		return resp, err
	}
	seen, created, err := o.ensure(ctx, want.Validate())
	if seen.cluster != nil {
		ensured = EnsuredCluster{
			Cluster: *seen.cluster, Created: created, Diff: DiffCluster(*seen.cluster, properties),
			wait: waitForEnsured(ClusterWait(seen.id, UntilAvailable()), seen, created),
		}
	}
	return ensured, err
}

// EnsureNodePool returns the node pool of a cluster that has the name of want,
// and creates it if there is none. In everything else it is
// [APIClient.EnsureCluster] for node pools.
func (c *APIClient) EnsureNodePool(ctx context.Context, clusterID string, want CreateNodePoolRequest) (EnsuredNodePool, error) {
	var ensured EnsuredNodePool
	properties := ToValue(want.Properties)
	name := ToValue(properties.Name)
	o := onlyOne{
		client: c, title: "node pool " + name + " of cluster " + clusterID, name: name,
		key: "nodepool\x00" + sameID(clusterID) + "\x00" + name, lists: "nodepools\x00" + sameID(clusterID),
	}
	o.list = func(ctx context.Context, _ []string) ([]sighting, *APIResponse, error) {
		list, resp, err := c.DataPlatformNodePoolApi.GetClusterNodepools(ctx, clusterID).Execute()
		err = needItems(list.Items, resp, err)
		var found []sighting
		for _, pool := range ToValue(list.Items) {
			found = append(found, sightNodePool(&pool))
		}
		return found, resp, err
	}
	o.is = func(s sighting) bool { return s.name == name }
	o.create = func(ctx context.Context) (sighting, *APIResponse, error) {
		pool, resp, err := c.DataPlatformNodePoolApi.CreateClusterNodepool(ctx, clusterID).CreateNodePoolRequest(want).Execute()
		return sightNodePool(&pool), resp, err
	}
	o.remove = func(ctx context.Context, id string) (*APIResponse, error) {
		_, resp, err := c.DataPlatformNodePoolApi.DeleteClusterNodepool(ctx, clusterID, id).Execute()
		return resp, err
	}
	seen, created, err := o.ensure(ctx, want.Validate())
	if seen.pool != nil {
		ensured = EnsuredNodePool{
			NodePool: *seen.pool, Created: created, Diff: DiffNodePool(*seen.pool, properties),
			wait: waitForEnsured(NodePoolWait(clusterID, seen.id, UntilAvailable()), seen, created),
		}
	}
	return ensured, err
}

// waitForEnsured is w for what this call has created, or somebody else a moment
// ago.
func waitForEnsured(w Wait, seen sighting, created bool) Wait {
	if created || seen.state == StateDeploying {
		w.after = &mark{New: true}
	}
	return w
}

// DuplicateError: several resources have the name of which there should be one,
// and nobody can tell which may go. It is [ErrConflict].
type DuplicateError struct {
	Resource string   // "cluster lake"
	IDs      []string // the one that would stay first
}

// Error names the resource and all ids.
func (e *DuplicateError) Error() string {
	return fmt.Sprintf("there are %d of %s: %s", len(e.IDs), e.Resource, strings.Join(e.IDs, ", "))
}

// Is tells that the error is ErrConflict.
func (e *DuplicateError) Is(target error) bool { return target == ErrConflict }

func duplicates(title string, alive []sighting) error {
	e := &DuplicateError{Resource: title}
	for _, s := range alive {
		e.IDs = append(e.IDs, s.id)
	}
	return e
}

// byAge sorts resources in the order in which they have a right to stay, the
// same for everybody who looks.
func byAge(all []sighting) {
	slices.SortFunc(all, func(a, b sighting) int {
		created := func(s sighting) IonosTime { return ToValue(s.metadata.CreatedDate) }
		if c := created(a).Compare(created(b).Time); c != 0 {
			return c
		}
		return strings.Compare(sameID(a.id), sameID(b.id))
	})
}
