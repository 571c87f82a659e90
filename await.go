package ionoscloud

// Awaiting: the calls that return when a resource has become what it should.

import (
	"context"
	"errors"
	"fmt"
	"time"
)

var errNoClient = errors.New("there is no client: make one with NewAPIClient")

// Outcome is what became of one wait of several.
type Outcome struct {
	Wait     Wait
	Done     bool                  // the goal was reached
	Err      error                 // a *[WaitError]; nil with Done false: another's failure came first
	Cluster  *ClusterResponseData  // as last seen, if it is one
	NodePool *NodePoolResponseData // as last seen, if it is one
}

// AwaitCluster waits until a cluster has reached the goal and returns it as it
// was last seen; after [UntilDeleted] that may be the zero value.
//
// The wait ends with a [*WaitError] at once when the cluster is in a FAILED…
// state or, unless its deletion is awaited, not there; when a call fails for a
// reason that does not pass; when trouble that may pass lasts longer than
// [WithTolerance] allows; and when ctx ends, which is the only bound of the
// whole wait.
//
// A FAILED_UPDATING or an AVAILABLE counts even if it is from before a change
// made a moment ago; [Wait.After] and [APIClient.Await] know better.
func (c *APIClient) AwaitCluster(ctx context.Context, clusterID string, goal Goal, opts ...WaitOption) (ClusterResponseData, error) {
	outcome, err := c.awaitOne(ctx, ClusterWait(clusterID, goal), opts)
	return ToValue(outcome.Cluster), err
}

// AwaitNodePool is [APIClient.AwaitCluster] for a node pool.
func (c *APIClient) AwaitNodePool(ctx context.Context, clusterID, nodePoolID string, goal Goal, opts ...WaitOption) (NodePoolResponseData, error) {
	outcome, err := c.awaitOne(ctx, NodePoolWait(clusterID, nodePoolID, goal), opts)
	return ToValue(outcome.NodePool), err
}

// AwaitAll waits for many resources at once and returns what became of each, in
// the order of waits. The error joins the errors of the outcomes. It returns
// when all goals are reached or one is missed; [WithAllOutcomes] goes on then.
//
// Each round costs one list request for all clusters and one for the node pools
// of each cluster, however many there are.
func (c *APIClient) AwaitAll(ctx context.Context, waits []Wait, opts ...WaitOption) ([]Outcome, error) {
	if c == nil {
		return nil, fmt.Errorf("wait: %w", errNoClient)
	}
	for _, wait := range waits {
		if err := wait.validate(); err != nil {
			return nil, fmt.Errorf("wait for %s: %w", wait, err)
		}
	}
	if ctx == nil {
		ctx = context.Background()
	}
	w := newWatch(c, waits, opts)
	if len(waits) > 0 {
		w.run(ctx)
	}
	outcomes := make([]Outcome, len(waits))
	var failures []error
	for i, a := range w.items {
		outcomes[i] = Outcome{Wait: a.Wait, Done: a.done, Cluster: a.last.cluster, NodePool: a.last.pool}
		if a.err == nil {
			continue
		}
		outcomes[i].Err = &WaitError{
			Wait: a.Wait, State: a.last.state, Message: a.message,
			Cluster: a.last.cluster, NodePool: a.last.pool,
			Elapsed: time.Since(w.began), Tries: a.tries, cause: a.err,
		}
		failures = append(failures, outcomes[i].Err)
	}
	if len(failures) == 1 {
		return outcomes, failures[0]
	}
	return outcomes, errors.Join(failures...)
}

func (c *APIClient) awaitOne(ctx context.Context, wait Wait, opts []WaitOption) (Outcome, error) {
	outcomes, err := c.AwaitAll(ctx, []Wait{wait}, opts...)
	if len(outcomes) == 0 {
		return Outcome{Wait: wait}, err
	}
	return outcomes[0], err
}

// Awaiting takes the answer of a call and waits for what the call has begun. See
// [APIClient.Await].
type Awaiting struct {
	client *APIClient
	ctx    context.Context
	opts   []WaitOption
}

// Await waits for what a create, a patch or a delete has begun, in one line:
//
//	cluster, err := client.Await(ctx).Cluster(client.DataPlatformClusterApi.CreateCluster(ctx).CreateClusterRequest(request).Execute())
//
// ctx bounds the wait, the call has its own.
func (c *APIClient) Await(ctx context.Context, opts ...WaitOption) Awaiting {
	return Awaiting{client: c, ctx: ctx, opts: opts}
}

// Cluster takes what Execute returns for a call about one cluster and waits, as
// [WaitForCluster] says: after a delete until the cluster is deleted, after
// anything else until it is available. The error is the call's or the wait's.
func (a Awaiting) Cluster(cluster ClusterResponseData, resp *APIResponse, err error) (ClusterResponseData, error) {
	wait, err := WaitForCluster(cluster, resp, err)
	if err != nil || resp.HttpNotFound() {
		return cluster, err
	}
	outcome, err := a.client.awaitOne(a.ctx, wait, a.opts)
	if outcome.Cluster != nil {
		cluster = *outcome.Cluster
	}
	return cluster, err
}

// NodePool is [Awaiting.Cluster] for a call about one node pool.
func (a Awaiting) NodePool(pool NodePoolResponseData, resp *APIResponse, err error) (NodePoolResponseData, error) {
	wait, err := WaitForNodePool(pool, resp, err)
	if err != nil || resp.HttpNotFound() {
		return pool, err
	}
	outcome, err := a.client.awaitOne(a.ctx, wait, a.opts)
	if outcome.NodePool != nil {
		pool = *outcome.NodePool
	}
	return pool, err
}
