// Agenda: what will happen by itself, the next event first.

package dataplatformtest

import (
	"container/heap"
	"math"
	"time"
)

// occasion is why something happens. A resource has at most one event of each.
type occasion uint8

const (
	endOfStep   occasion = iota // of a running change, or of a terminated resource's last days
	scaling                     // a look at a node pool's auto-scaling
	maintenance                 // the beginning of a maintenance window
	occasions
)

// event is something that will happen to a resource.
type event struct {
	at       time.Time
	number   uint64 // keeps events of the same moment in order
	what     occasion
	index    int // in the agenda
	resource *resource
}

// agenda holds all events.
type agenda struct{ queue eventQueue }

// due takes the next event out if it is due.
func (a *agenda) due(now time.Time) *event {
	if len(a.queue) == 0 || a.queue[0].at.After(now) {
		return nil
	}
	e := heap.Pop(&a.queue).(*event)
	e.resource.events[e.what] = nil
	return e
}

func (a *agenda) add(e *event) {
	heap.Push(&a.queue, e)
}

// eventQueue is a heap.
type eventQueue []*event

func (q eventQueue) Len() int { return len(q) }
func (q eventQueue) Less(i, j int) bool {
	if !q[i].at.Equal(q[j].at) {
		return q[i].at.Before(q[j].at)
	}
	return q[i].number < q[j].number
}
func (q eventQueue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index, q[j].index = i, j
}
func (q *eventQueue) Push(x any) {
	e := x.(*event)
	e.index = len(*q)
	*q = append(*q, e)
}
func (q *eventQueue) Pop() any {
	last := len(*q) - 1
	e := (*q)[last]
	(*q)[last] = nil
	*q = (*q)[:last]
	return e
}

// schedule lets something happen at a time, instead of when it was to happen.
func (s *store) schedule(r *resource, what occasion, at time.Time) {
	s.cancel(r, what)
	s.numbers++
	e := &event{at: at, number: s.numbers, what: what, resource: r}
	r.events[what] = e
	s.agenda.add(e)
	s.noteNextDue()
}

// cancel lets something not happen.
func (s *store) cancel(r *resource, what occasion) {
	if e := r.events[what]; e != nil {
		heap.Remove(&s.agenda.queue, e.index)
		r.events[what] = nil
	}
}

func (s *store) noteNextDue() {
	due := int64(math.MaxInt64)
	if len(s.agenda.queue) > 0 {
		due = s.agenda.queue[0].at.UnixMilli() // nanoseconds end in 2262
	}
	s.nextDue.Store(due)
}
