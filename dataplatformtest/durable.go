// Durability: what an API hands to a Store, and when.

package dataplatformtest

import (
	"fmt"
	"net/http"
)

// Record is one thing that an API wants to be kept: an opaque value under a
// key, or, with a nil Value, the end of what was kept under the key.
type Record struct {
	Key   string
	Value []byte
}

// Store keeps an API's state outside of the process, in a database for example.
// The API is the only one who writes to it. Keys are short and printable, values
// are one to a few KiB. A Store isn't closed by the API.
//
// Beside each resource there are a few records for the whole: identities, the
// secrets of the kubeconfigs, a [ManualClock]. Deadlines are kept as absolute
// instants on the API's clock, so lives go on where they stood, and what became
// due in the meantime happens before the first request is answered.
type Store interface {
	// Load gives every record to restore, in any order, and ends with the
	// first error. It is called once, before anything else. The value belongs
	// to the callee only until restore returns.
	Load(restore func(key string, value []byte) error) error

	// Commit takes over one batch, which must become durable as a whole or not
	// at all, and batches in the order of the calls. It is called with the API
	// locked, so it should do no more than queue the batch; calls never
	// overlap. The batch belongs to the Store.
	//
	// wait blocks until this batch, and therefore all before it, are durable.
	// The API calls it without any lock, from many goroutines at once, more
	// than once or never; the answer to a change is written when wait has
	// returned nil. Many waiting requests can so share one sync. A nil wait
	// means that the batch is durable already.
	//
	// An error, or a panic, is final: from then on the API answers 503 to
	// everything, as what it has in memory is no longer what is kept.
	Commit(batch []Record) (wait func() error)
}

// WithStore makes the API keep its state in the Store: it begins with what the
// Store has, and every change is handed over before it is answered. Use [Open]
// or [Start] with it, which report that the Store could not be read.
//
// A read doesn't wait for the Store: it may show a change that is being written
// and that nobody was promised yet.
func WithStore(s Store) Option {
	return func(c *config) { c.store = s }
}

// change marks a resource whose record is no longer what the Store has.
func (s *store) change(r *resource) {
	if s.backend != nil && !r.changed {
		r.changed = true
		s.dirty = append(s.dirty, r)
	}
}

// keepRecord adds a record that isn't a resource's to the next batch.
func (s *store) keepRecord(key string, value []byte) {
	if s.backend != nil {
		s.batch = append(s.batch, Record{key, value})
	}
}

// flush hands everything that changed to the Store. The lock is held. After an
// error the Store gets nothing more: it would miss what came before.
func (s *store) flush() {
	if s.backend == nil || len(s.dirty) == 0 && len(s.batch) == 0 || s.err() != nil {
		return
	}
	for _, r := range s.dirty {
		r.changed = false
		s.batch = append(s.batch, s.record(r))
	}
	if ids := s.idSource.record(); ids != nil {
		s.batch = append(s.batch, Record{keyIDs, ids})
	}
	s.trust("Store", func() { s.last = s.backend.Commit(s.batch) })
	s.dirty, s.batch = s.dirty[:0], nil
}

// unlock ends a change: it hands it to the Store and notes in the call what
// must be waited for. That is so for changes without an effect too, because
// they confirm what others did.
func (s *store) unlock(c *call) {
	defer s.mu.Unlock()
	s.flush()
	c.wait = s.last
}

// await blocks until what the call did is durable.
func (s *store) await(c *call) *problem {
	if c.wait == nil {
		return nil
	}
	var err error
	s.trust("Store", func() { err = c.wait() })
	if err != nil {
		s.fails(fmt.Errorf("write to the store: %w", err))
	}
	return s.problem()
}

// trust calls what a test has brought along. A panic in it, or the end of its
// goroutine (FailNow of a test), leaves things half done, which is final, too.
func (s *store) trust(what string, call func()) {
	done := false
	defer func() {
		if done {
			return
		}
		p := recover()
		if p == nil {
			s.fails(fmt.Errorf("the %s has ended its goroutine", what))
			return
		}
		s.fails(fmt.Errorf("the %s has panicked: %v", what, p))
		panic(p)
	}()
	call()
	done = true
}

// fails makes the first error final.
func (s *store) fails(err error) {
	s.failed.CompareAndSwap(nil, &err)
}

// err tells why what is in memory can't be trusted.
func (s *store) err() error {
	if err := s.failed.Load(); err != nil {
		return *err
	}
	return nil
}

func (s *store) problem() *problem {
	err := s.err()
	if err == nil {
		return nil
	}
	return newProblem(http.StatusServiceUnavailable, "unavailable", "this API can't serve: %v", err)
}
