// Faults: all that there are, and which of them a request meets.

package dataplatformtest

import (
	"fmt"
	mathrand "math/rand/v2"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// Faults are what shall go wrong with an API. They may be changed at any time.
type Faults struct {
	seed   uint64
	active atomic.Int64 // for reading without the lock

	mu    sync.Mutex
	list  []*activeFault
	given uint64 // counts the faults that there ever were
}

// ActiveFault is a fault that an API has.
type ActiveFault struct {
	Fault Fault `json:"fault"`
	Seen  int   `json:"seen"` // requests that it was about
	Hits  int   `json:"hits"` // requests that it met
}

type activeFault struct {
	ActiveFault
	chance *mathrand.Rand
}

// WithFaults lets things go wrong from the start; [Open] and [Start] refuse
// faults that aren't valid, and two of one ID.
func WithFaults(faults ...Fault) Option {
	return func(c *config) { c.faults = append(c.faults, faults...) }
}

// Faults are those of the API.
func (a *API) Faults() *Faults { return &a.faults }

// Add adds a fault, or replaces the one of the same ID, and answers its ID. The
// requests in the future meet the faults in the order of their addition.
func (f *Faults) Add(fault Fault) (string, error) {
	if err := fault.Validate(); err != nil {
		return "", fmt.Errorf("fault %s: %w", show(fault.ID), err)
	}
	fault.Operations = slices.Clone(fault.Operations)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.given++
	for n := f.given; fault.ID == ""; n++ {
		if id := "fault-" + strconv.FormatUint(n, 10); f.index(id) < 0 { // somebody may have given that one
			fault.ID = id
		}
	}
	added := &activeFault{
		ActiveFault: ActiveFault{Fault: fault},
		chance:      mathrand.New(mathrand.NewPCG(f.seed, f.given)),
	}
	if i := f.index(fault.ID); i >= 0 {
		f.list[i] = added
	} else {
		f.list = append(f.list, added)
	}
	f.active.Store(int64(len(f.list)))
	return fault.ID, nil
}

// begin takes the first faults, all of them or none.
func (f *Faults) begin(faults []Fault) error {
	for i, fault := range faults {
		err := fault.Validate()
		if err == nil && fault.ID != "" && f.index(fault.ID) >= 0 {
			err = fmt.Errorf("id: another one is %s, too", show(fault.ID))
		}
		if err == nil {
			_, err = f.Add(fault)
		}
		if err != nil {
			f.Clear()
			return fmt.Errorf("fault %d: %w", i+1, err)
		}
	}
	return nil
}

func (f *Faults) index(id string) int {
	return slices.IndexFunc(f.list, func(a *activeFault) bool { return a.Fault.ID == id })
}

// Remove takes a fault away and tells whether there was one.
func (f *Faults) Remove(id string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	i := f.index(id)
	if i < 0 {
		return false
	}
	f.list = slices.Delete(f.list, i, i+1)
	f.active.Store(int64(len(f.list)))
	return true
}

// Clear takes all faults away.
func (f *Faults) Clear() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.list = nil
	f.active.Store(0)
}

// List gives all faults, also those that have met all the requests they should.
func (f *Faults) List() []ActiveFault {
	f.mu.Lock()
	defer f.mu.Unlock()
	list := make([]ActiveFault, 0, len(f.list))
	for _, each := range f.list {
		one := each.ActiveFault
		one.Fault.Operations = slices.Clone(one.Fault.Operations)
		list = append(list, one)
	}
	return list
}

// met is what a request meets.
type met struct {
	latency time.Duration
	skew    time.Duration
	drip    *Fault
	final   *Fault // nil: the request is handled as ever
	kind    FaultKind
}

// meet answers what a call meets; nil: nothing.
func (f *Faults) meet(c *call) *met {
	if f.active.Load() == 0 {
		return nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	var m *met
	for _, each := range f.list {
		final := !each.Fault.Kind.passing()
		if m != nil && m.final != nil && final || !each.meets(c) {
			continue
		}
		if m == nil {
			m = &met{}
		}
		fault := each.Fault // a copy: the list may change
		m.latency += fault.Latency
		m.skew += fault.Skew
		switch {
		case final:
			m.final, m.kind = &fault, fault.Kind
		case fault.Kind == FaultDrip:
			m.drip = &fault
		}
		if m.kind == "" {
			m.kind = fault.Kind
		}
	}
	return m
}

// meets decides about one fault and counts.
func (f *activeFault) meets(c *call) bool {
	fault := &f.Fault
	switch {
	case len(fault.Operations) > 0 && !slices.Contains(fault.Operations, c.operation),
		fault.Person != "" && !c.claims(fault.Person),
		!fault.From.IsZero() && c.now.Before(fault.From),
		!fault.Until.IsZero() && !c.now.Before(fault.Until):
		return false
	}
	f.Seen++
	switch {
	case f.Seen <= fault.Skip,
		fault.Count > 0 && f.Hits >= fault.Count,
		fault.Probability > 0 && f.chance.Float64() >= fault.Probability:
		return false
	}
	f.Hits++
	return true
}
