package ionoscloud

// What a RoundTripper can learn of the call that a request is a part of.

import "context"

// CallInfo tells what a request is a part of. The contexts of all requests that
// a client sends carry one; see [CallInfoFromContext].
type CallInfo struct {
	// Operation is the documented name of the operation, for example
	// "GetCluster", whichever name it was called by.
	Operation string
	// Route is the path of the operation with its parameters by name, for
	// example "/clusters/{clusterId}": one value for all resources.
	Route string
	// ResourceID is the last parameter in the path, the id of the cluster or of
	// the node pool that is meant; "" for a list of clusters.
	ResourceID string
	// Try counts the requests of the call, from 1.
	Try int
}

type callInfoKey struct{}

// CallInfoFromContext returns what the request with the context ctx is a part
// of; false, if it is none of this SDK's.
func CallInfoFromContext(ctx context.Context) (CallInfo, bool) {
	info, ok := ctx.Value(callInfoKey{}).(CallInfo)
	return info, ok
}

// contextOf is the context of the request that makes the given try.
func (c *call) contextOf(try int) context.Context {
	info := CallInfo{Operation: c.op.names[0], Route: c.op.path, Try: try}
	if n := len(c.in.path); n > 0 {
		info.ResourceID = c.in.path[n-1].value
	}
	return context.WithValue(c.ctx, callInfoKey{}, info)
}
