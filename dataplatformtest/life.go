// Lives: how resources move through their states. A life is a queue of accepted
// changes; the first one runs, and its end is an event on the agenda. Every
// request first lets all events happen that are due, in the order of time, so
// nothing needs to run in the background.

package dataplatformtest

import (
	"slices"
	"time"
)

// State is what metadata.state says.
type State string

// The states of the description.
const (
	StateAvailable        State = "AVAILABLE"
	StateBusy             State = "BUSY"
	StateDeploying        State = "DEPLOYING"
	StateFailed           State = "FAILED"
	StateUpdating         State = "UPDATING"
	StateFailedUpdating   State = "FAILED_UPDATING"
	StateDestroying       State = "DESTROYING"
	StateFailedDestroying State = "FAILED_DESTROYING"
	StateTerminated       State = "TERMINATED"
)

// Kind is a kind of resource.
type Kind string

// The kinds of resources, as their type property says.
const (
	Cluster  Kind = "cluster"
	NodePool Kind = "nodepool"
)

// Action is what a change does to a resource.
type Action string

// The actions. Nobody asks for the last two: the service does them by itself.
const (
	Create   Action = "create"
	Update   Action = "update"
	Delete   Action = "delete"
	Scale    Action = "scale"
	Maintain Action = "maintain"
)

var actions = [...]Action{Create, Update, Delete, Scale, Maintain}

// restStates are the states in which nothing is going on.
var restStates = [...]State{StateAvailable, StateFailed, StateFailedUpdating, StateFailedDestroying, StateTerminated}

// Change is one accepted change of a resource, as a script sees it.
type Change struct {
	Kind   Kind
	Action Action
	ID     string
	Name   string
	Person string // the user name of who asked for it, or his user id; "" for the service itself
}

// Outcome is how a change goes: how long it takes and whether it fails then.
type Outcome struct {
	Duration time.Duration
	Fails    bool
}

// step is a change in a life's queue.
type step struct {
	action   Action
	accepted time.Time
	outcome  Outcome
	version  string // that the resource has afterwards; "": unchanged
}

// advance lets everything happen that is due at now. Most requests find
// nothing due and take no lock for it.
func (s *store) advance(now time.Time) {
	if s.nextDue.Load() > now.UnixMilli() {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.catchUp(now)
	s.flush()
}

// catchUp lets everything happen that is due at now. The lock is held.
func (s *store) catchUp(now time.Time) {
	for {
		e := s.agenda.due(now)
		if e == nil {
			break
		}
		s.change(e.resource)
		switch e.what {
		case endOfStep:
			s.happen(e.resource, e.at)
		case scaling:
			s.scale(e.resource, e.at, now)
		case maintenance:
			s.maintain(e.resource, e.at)
		}
	}
	s.noteNextDue()
}

// enqueue accepts a change: it runs now, or after those that wait already.
func (s *store) enqueue(r *resource, next step) {
	next.outcome = s.decide(r, next.action)
	r.queue = append(r.queue, next)
	if len(r.queue) == 1 {
		s.begin(r, next.accepted)
		return
	}
	s.show(r)
}

// decide settles how a change goes.
func (s *store) decide(r *resource, action Action) Outcome {
	outcome := Outcome{Duration: s.durations.of(r.plan.kind, action)}
	if s.script == nil && !s.rules.some.Load() {
		return outcome
	}
	change := Change{Kind: r.plan.kind, Action: action, ID: r.id.String(), Name: r.name, Person: r.modifiedBy.label()}
	if action == Scale || action == Maintain {
		change.Person = ""
	}
	outcome = s.rules.apply(change, outcome)
	if s.script != nil {
		s.trust("script", func() { outcome = s.script(change, outcome) })
	}
	return outcome
}

// begin starts the first step of the queue at the given moment.
func (s *store) begin(r *resource, at time.Time) {
	first := &r.queue[0]
	if first.accepted.After(at) {
		at = first.accepted
	}
	if first.action == Create && r.cluster != nil && !r.cluster.deployed {
		s.show(r) // it begins when the cluster has been deployed
		return
	}
	s.schedule(r, endOfStep, at.Add(max(0, first.outcome.Duration)))
	s.show(r)
	if first.action == Delete {
		s.showAll(r.pools)
	}
}

// happen is the end of what the resource was doing.
func (s *store) happen(r *resource, at time.Time) {
	if len(r.queue) == 0 { // it was terminated, and now it is gone
		s.remove(r)
		return
	}
	done := r.queue[0]
	r.queue = r.queue[1:]
	switch {
	case done.outcome.Fails:
		s.fail(r, done.action)
	case done.action == Delete:
		s.terminate(r, at)
		return
	default:
		r.rest = StateAvailable
		r.deployed = true
		s.upgrade(r, done.version)
	}
	if len(r.queue) > 0 {
		s.begin(r, at)
	} else {
		r.queue = nil
		s.show(r)
	}
	s.lookAhead(r, at)
	if done.action == Create {
		s.release(r, at)
	}
	if done.action == Delete { // that failed: the pools live on
		s.showAll(r.pools)
	}
}

// fail is the end of a step that went wrong. What failed to be created can only
// be deleted, so changes that wait for it fall away.
func (s *store) fail(r *resource, action Action) {
	switch action {
	case Create:
		r.rest = StateFailed
		var deletes []step
		for _, waiting := range r.queue {
			if waiting.action == Delete {
				deletes = append(deletes, waiting)
			}
		}
		r.queue = deletes
	case Update, Scale, Maintain:
		r.rest = StateFailedUpdating
	case Delete:
		r.rest = StateFailedDestroying
	}
}

// release starts the node pools that waited for their cluster, or fails them
// with it.
func (s *store) release(cluster *resource, at time.Time) {
	for pool := range cluster.pools.all() {
		if len(pool.queue) == 0 || pool.queue[0].action != Create {
			continue
		}
		if cluster.deployed {
			s.begin(pool, at)
			continue
		}
		pool.queue = pool.queue[1:]
		s.fail(pool, Create)
		if len(pool.queue) > 0 {
			s.begin(pool, at)
		} else {
			s.show(pool)
		}
	}
}

// terminate is the end of a deletion.
func (s *store) terminate(r *resource, at time.Time) {
	r.queue = nil
	if s.durations.Terminated <= 0 {
		s.remove(r)
		return
	}
	r.rest = StateTerminated
	s.show(r)
	s.showAll(r.pools)
	s.cancel(r, scaling)
	s.cancel(r, maintenance)
	s.schedule(r, endOfStep, at.Add(s.durations.Terminated))
}

// coming is the version that the resource has once all accepted changes are
// through.
func (r *resource) coming() string {
	for _, waiting := range slices.Backward(r.queue) {
		if waiting.version != "" {
			return waiting.version
		}
	}
	return r.version
}

// upgrade gives a cluster, and its node pools with it, another version.
func (s *store) upgrade(r *resource, version string) {
	if version == "" || version == r.version {
		return
	}
	r.version = version
	for pool := range r.pools.all() {
		pool.version = version
		pool.set("dataPlatformVersion", version)
		s.show(pool)
	}
}

// state is the state that the resource shows.
func (r *resource) state() State {
	if c := r.cluster; c != nil {
		if state := c.state(); state == StateDestroying || state == StateTerminated {
			return state
		}
	}
	switch len(r.queue) {
	case 0:
		return r.rest
	case 1:
		switch r.queue[0].action {
		case Create:
			return StateDeploying
		case Delete:
			return StateDestroying
		}
		return StateUpdating
	}
	return StateBusy
}

// ending tells whether the resource's deletion has been accepted.
func (r *resource) ending() bool {
	if n := len(r.queue); n > 0 && r.queue[n-1].action == Delete {
		return true
	}
	return r.rest == StateTerminated && len(r.queue) == 0
}
