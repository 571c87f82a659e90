// Snapshot: the state of everything at one moment, for people to look at.

package dataplatformtest

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// Snapshot is what an API has at one moment.
type Snapshot struct {
	Now      time.Time          `json:"now"`   // on the API's clock
	Total    int                `json:"total"` // of all clusters, shown or not
	Clusters []ResourceSnapshot `json:"clusters"`
}

// ResourceSnapshot is a cluster or a node pool at one moment.
type ResourceSnapshot struct {
	ID         string             `json:"id"`
	Kind       Kind               `json:"kind"`
	Name       string             `json:"name"`
	State      State              `json:"state"`
	Version    string             `json:"version"`
	Contract   string             `json:"contract"`
	CreatedBy  string             `json:"createdBy"`
	Created    time.Time          `json:"created"`
	Revision   int64              `json:"revision"`
	Queue      []Action           `json:"queue"`         // the first one runs, the others wait
	Next       time.Time          `json:"next,omitzero"` // when what runs is done
	Properties json.RawMessage    `json:"properties"`
	NodePools  []ResourceSnapshot `json:"nodePools,omitempty"`
}

// Snapshot gives the clusters of all contracts in the order of their creation,
// at most limit of them, with all their node pools.
func (a *API) Snapshot(limit int) Snapshot {
	return a.snapshot(view{limit: limit})
}

// view is what of everything somebody wants to see.
type view struct {
	limit int
	last  bool   // the latest ones instead of the oldest
	text  string // in the name, id or state of the cluster or one of its node pools
}

func (a *API) snapshot(v view) Snapshot {
	now := a.clock.Now()
	a.store.advance(now)
	a.store.mu.RLock()
	defer a.store.mu.RUnlock()
	out := Snapshot{Now: now.UTC(), Total: len(a.store.clusters.byID), Clusters: []ResourceSnapshot{}}
	clusters := a.store.clusters.all()
	if v.last {
		clusters = a.store.clusters.backward()
	}
	text := strings.ToLower(v.text)
	for r := range clusters {
		if len(out.Clusters) >= v.limit {
			break
		}
		if !r.shows(text) {
			continue
		}
		one := r.snapshot()
		for pool := range r.pools.all() {
			one.NodePools = append(one.NodePools, pool.snapshot())
		}
		out.Clusters = append(out.Clusters, one)
	}
	if v.last {
		slices.Reverse(out.Clusters)
	}
	return out
}

// shows tells whether a text in lower case is to be seen in a resource or in one
// of its node pools.
func (r *resource) shows(text string) bool {
	if text == "" || strings.Contains(r.lowerName, text) || strings.Contains(r.id.String(), text) ||
		strings.Contains(strings.ToLower(string(r.state())), text) {
		return true
	}
	for pool := range r.pools.all() {
		if pool.shows(text) {
			return true
		}
	}
	return false
}

func (r *resource) snapshot() ResourceSnapshot {
	out := ResourceSnapshot{
		ID: r.id.String(), Kind: r.plan.kind, Name: r.name, State: r.state(), Version: r.version,
		Contract: r.createdBy.Contract, CreatedBy: r.createdBy.label(), Created: r.created.UTC(), Revision: r.revision,
		Queue: []Action{}, Properties: r.properties,
	}
	for _, step := range r.queue {
		out.Queue = append(out.Queue, step.action)
	}
	if e := r.events[endOfStep]; e != nil {
		out.Next = e.at.UTC()
	}
	return out
}
