package ionoscloud

// Wait: what is awaited, as a value that can be written down.

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// Wait says which resource is awaited to become what. Make one with
// [ClusterWait] or [NodePoolWait], or from the answer of a call with
// [WaitForCluster] or [WaitForNodePool], and hand it to [APIClient.AwaitAll].
//
// Its JSON form is a small token without credentials. Whoever has it, and
// credentials of his own, resumes the wait:
//
//	{"v":1,"cluster":"1f0c…","until":["AVAILABLE"]}
type Wait struct {
	ClusterID  string
	NodePoolID string // empty: the cluster itself is awaited
	Goal       Goal

	after *mark
}

// ClusterWait waits for a cluster.
func ClusterWait(clusterID string, goal Goal) Wait {
	return Wait{ClusterID: clusterID, Goal: goal}
}

// NodePoolWait waits for a node pool.
func NodePoolWait(clusterID, nodePoolID string, goal Goal) Wait {
	return Wait{ClusterID: clusterID, NodePoolID: nodePoolID, Goal: goal}
}

// After makes the wait disregard states from before the answer that had this
// metadata, usually the answer to a change: the AVAILABLE that a cluster still
// shows in the moment after its change was accepted is not the end of that
// change. See docs/WAITING.md for what tells one from the other; in doubt,
// [WithSettle] bounds how long such a state is disregarded.
func (w Wait) After(metadata Metadata) Wait {
	w.after = markOf(metadata)
	return w
}

// WaitForCluster takes the answer of a call about one cluster, as Execute
// returns it, and makes the wait that follows from it: after a delete until the
// cluster is deleted, after anything else until it is available, and then not
// as it was before the answer. The error is the call's own, except that a
// delete which finds nothing is no error, nor is a delete or a patch that was
// accepted with an empty body.
func WaitForCluster(cluster ClusterResponseData, resp *APIResponse, err error) (Wait, error) {
	w, err := waitFor(ToValue(cluster.Id), cluster.Metadata, resp, err)
	if err != nil {
		return w, err
	}
	if w.ClusterID == "" || w.NodePoolID != "" {
		return Wait{}, errors.New("wait for cluster: the answer doesn't say which")
	}
	return w, nil
}

// WaitForNodePool is [WaitForCluster] for the answer of a call about one node
// pool.
func WaitForNodePool(pool NodePoolResponseData, resp *APIResponse, err error) (Wait, error) {
	w, err := waitFor("", pool.Metadata, resp, err)
	if err != nil {
		return w, err
	}
	if pool.Id != nil {
		w.NodePoolID = *pool.Id
	}
	if w.ClusterID == "" || w.NodePoolID == "" {
		return Wait{}, errors.New("wait for node pool: the answer doesn't say which, or of which cluster")
	}
	return w, nil
}

func waitFor(clusterID string, metadata *Metadata, resp *APIResponse, err error) (Wait, error) {
	deleted := resp != nil && resp.Method == http.MethodDelete
	changed := deleted || resp != nil && resp.Method == http.MethodPatch
	switch {
	case err == nil:
	case deleted && isGone(err):
	case changed && errors.Is(err, ErrBodyEmpty): // accepted, and the request says what
	default:
		return Wait{}, err
	}
	w := Wait{ClusterID: clusterID, Goal: UntilAvailable()}
	if deleted {
		w.Goal = UntilDeleted()
	}
	if resp != nil {
		cluster, pool := idsOf(resp.RequestURL)
		w.NodePoolID = pool
		if w.ClusterID == "" {
			w.ClusterID = cluster
		}
		switch resp.Method {
		case http.MethodGet, "":
		case http.MethodPost:
			w.after = markOf(ToValue(metadata))
			w.after.ETag, w.after.State, w.after.New = "", "", true
		default:
			w.after = markOf(ToValue(metadata))
		}
	}
	return w, nil
}

// idsOf takes the identifiers out of the URL of a request.
func idsOf(requestURL string) (cluster, pool string) {
	u, err := url.Parse(requestURL)
	if err != nil {
		return "", ""
	}
	_, rest, _ := strings.Cut(u.Path, "/clusters/")
	cluster, rest, _ = strings.Cut(rest, "/")
	if after, ok := strings.CutPrefix(rest, "nodepools/"); ok {
		pool = after
	}
	return cluster, pool
}

// String names the resource: "cluster 1f0c…", "node pool 2f0c… of cluster 1f0c…".
func (w Wait) String() string {
	if w.NodePoolID == "" {
		return "cluster " + w.ClusterID
	}
	return "node pool " + w.NodePoolID + " of cluster " + w.ClusterID
}

func (w Wait) validate() error {
	var v violations
	if message := ruleClusterIdParameter.check(w.ClusterID); message != "" {
		v.add("clusterId", message)
	}
	if w.NodePoolID != "" {
		if message := ruleClusterIdParameter.check(w.NodePoolID); message != "" {
			v.add("nodepoolId", message)
		}
	}
	if err := w.Goal.validate(); err != nil {
		v.add("goal", err.Error())
	}
	return v.err()
}

// tokenVersion is the version of the token's form; a later one may mean what
// this release would misread.
const tokenVersion = 1

// waitToken is the JSON form of a Wait.
type waitToken struct {
	Version  int    `json:"v"`
	Cluster  string `json:"cluster"`
	NodePool string `json:"nodePool,omitempty"`
	Until    Goal   `json:"until"`
	After    *mark  `json:"after,omitempty"`
}

// MarshalJSON encodes the wait as a token; one that names no resource or no goal
// is refused.
func (w Wait) MarshalJSON() ([]byte, error) {
	if err := w.validate(); err != nil {
		return nil, fmt.Errorf("wait: %w", err)
	}
	return json.Marshal(waitToken{tokenVersion, w.ClusterID, w.NodePoolID, w.Goal, w.after})
}

// UnmarshalJSON decodes a token and refuses what is none.
func (w *Wait) UnmarshalJSON(data []byte) error {
	var t waitToken
	if err := json.Unmarshal(data, &t); err != nil {
		return fmt.Errorf("wait: %w: %w", ErrInvalid, err)
	}
	if t.Version != tokenVersion {
		return fmt.Errorf("wait: %w: the token has version %d, must be %d", ErrInvalid, t.Version, tokenVersion)
	}
	read := Wait{ClusterID: t.Cluster, NodePoolID: t.NodePool, Goal: t.Until, after: t.After}
	if err := read.validate(); err != nil {
		return fmt.Errorf("wait: %w", err)
	}
	*w = read
	return nil
}
