// Store: the resources that there are, by id and in the order of their creation.

package dataplatformtest

import (
	"encoding/hex"
	"iter"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// identifier is a UUID in a form that costs little to keep and to find.
type identifier [16]byte

func (id identifier) String() string {
	return string(id.append(nil))
}

func (id identifier) append(dst []byte) []byte {
	for i, n := range [...][2]int{{0, 4}, {4, 6}, {6, 8}, {8, 10}, {10, 16}} {
		if i > 0 {
			dst = append(dst, '-')
		}
		dst = hex.AppendEncode(dst, id[n[0]:n[1]])
	}
	return dst
}

// parseIdentifier reads a UUID as the description allows it: lower case, each
// dash optional.
func parseIdentifier(s string) (id identifier, ok bool) {
	digits := make([]byte, 0, 32)
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9' || c >= 'a' && c <= 'f':
			digits = append(digits, c)
		case c == '-' && i > 0 && s[i-1] != '-':
			switch len(digits) {
			case 8, 12, 16, 20:
			default:
				return id, false
			}
		default:
			return id, false
		}
		if len(digits) > 32 {
			return id, false
		}
	}
	if len(digits) != 32 {
		return id, false
	}
	_, err := hex.Decode(id[:], digits)
	return id, err == nil
}

// resource is a cluster or a node pool.
type resource struct {
	id      identifier
	plan    *plan
	cluster *resource   // of a node pool
	pools   *collection // of a cluster

	name       string
	lowerName  string // for the name filter
	version    string // that runs, as opposed to the one wanted
	properties []byte // as JSON
	answer     []byte // the whole resource as JSON; replaced, never changed
	etag       string

	created, modified     time.Time
	createdBy, modifiedBy *Person
	revision              int64 // accepted changes
	shown                 uint64

	rest     State // when nothing is going on
	queue    []step
	deployed bool // it has been available
	removed  bool
	changed  bool   // since the Store was told
	serial   uint64 // counts the resources that were ever created
	index    int    // in its collection's order
	events   [occasions]*event
}

// collection is a set of resources in the order of their creation. A removed
// one leaves a gap until there are more gaps than resources.
type collection struct {
	byID  map[identifier]*resource
	order []*resource
}

func newCollection() *collection {
	return &collection{byID: map[identifier]*resource{}}
}

func (c *collection) add(r *resource) {
	r.index = len(c.order)
	c.byID[r.id] = r
	c.order = append(c.order, r)
}

func (c *collection) remove(r *resource) {
	delete(c.byID, r.id)
	c.order[r.index] = nil
	if len(c.order) < 2*len(c.byID)+16 {
		return
	}
	kept := make([]*resource, 0, len(c.byID)+8)
	for r := range c.all() {
		r.index = len(kept)
		kept = append(kept, r)
	}
	c.order = kept
}

// all goes through the resources; a nil collection has none.
func (c *collection) all() iter.Seq[*resource] {
	return func(yield func(*resource) bool) {
		if c == nil {
			return
		}
		for _, r := range c.order {
			if r != nil && !yield(r) {
				return
			}
		}
	}
}

// backward goes through them from the latest on.
func (c *collection) backward() iter.Seq[*resource] {
	return func(yield func(*resource) bool) {
		for _, r := range slices.Backward(c.order) {
			if r != nil && !yield(r) {
				return
			}
		}
	}
}

// store holds everything that changes, behind one lock that nobody keeps while
// he reads or writes a network.
type store struct {
	durations Durations
	rules     rules
	script    func(Change, Outcome) Outcome
	versions  []string
	ids       func() identifier
	idSource  *idSource
	seed      uint64 // of what happens by chance
	backend   Store  // nil: nothing is kept

	mu       sync.RWMutex
	clusters *collection
	agenda   agenda
	numbers  uint64       // of events
	serials  uint64       // of resources
	nextDue  atomic.Int64 // the time of the agenda's first event, for reading without the lock

	scratch []byte // for encoding

	dirty  []*resource // changed since the last batch
	batch  []Record
	last   func() error // waits until everything handed over is durable
	failed atomic.Pointer[error]
}

// add brings a new resource into the world.
func (s *store) add(c *collection, r *resource, now time.Time) {
	r.created, r.modified = now, now
	s.serials++
	r.serial = s.serials
	c.add(r)
}

// remove takes a resource out of the world, a cluster with its node pools.
func (s *store) remove(r *resource) {
	s.end(r)
	for pool := range r.pools.all() {
		s.end(pool)
	}
	if r.cluster != nil {
		r.cluster.pools.remove(r)
		return
	}
	s.clusters.remove(r)
}

// end lets nothing happen to a resource any more.
func (s *store) end(r *resource) {
	r.removed = true
	s.change(r)
	for what := range r.events {
		s.cancel(r, occasion(what))
	}
}

// set changes one property of a resource.
func (r *resource) set(name string, value any) {
	properties := r.decoded()
	properties[name] = value
	r.properties = appendObject(nil, r.plan.answer, properties)
}

// decoded gives the resource's properties as a document of its own.
func (r *resource) decoded() map[string]any {
	properties, err := decodeJSON(r.properties)
	object, ok := properties.(map[string]any)
	if err != nil || !ok { // we encoded it ourselves
		return map[string]any{}
	}
	return object
}
