// Looking ahead: what the service does by itself, auto-scaling and maintenance.

package dataplatformtest

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"hash/fnv"
	"time"
)

// lookAhead schedules what a resource's properties promise, or no longer do.
func (s *store) lookAhead(r *resource, now time.Time) {
	if s.durations.Scaling <= 0 && s.durations.Maintenance <= 0 {
		return
	}
	wantsScaling, wantsWindow := false, false
	if r.deployed && !r.ending() && r.rest != StateFailedDestroying {
		wantsScaling = s.durations.Scaling > 0 && r.cluster != nil && bytes.Contains(r.properties, []byte(`"autoScaling"`))
		wantsWindow = s.durations.Maintenance > 0 && bytes.Contains(r.properties, []byte(`"maintenanceWindow"`))
	}
	if !wantsScaling {
		s.cancel(r, scaling)
	} else if r.events[scaling] == nil {
		s.schedule(r, scaling, s.nextScaling(now))
	}
	var window time.Time
	if wantsWindow {
		window = nextWindow(r.decoded()["maintenanceWindow"], now)
	}
	switch e := r.events[maintenance]; {
	case window.IsZero():
		s.cancel(r, maintenance)
	case e == nil || !e.at.Equal(window):
		s.schedule(r, maintenance, window)
	}
	s.noteNextDue()
}

// nextScaling is the next moment that is a multiple of the interval.
func (s *store) nextScaling(now time.Time) time.Time {
	interval := max(time.Second, s.durations.Scaling)
	return now.Truncate(interval).Add(interval)
}

// manyLooks is how many looks at the auto-scaling are made up for after a leap
// in time. How many nodes a look finds right doesn't depend on earlier ones.
const manyLooks = 16

// scale looks at a node pool's auto-scaling at a moment that has come by now.
func (s *store) scale(r *resource, at, now time.Time) {
	if interval := max(time.Second, s.durations.Scaling); now.Sub(at) > manyLooks*interval {
		s.schedule(r, scaling, s.nextScaling(now.Add(-manyLooks*interval)))
		return
	}
	s.schedule(r, scaling, s.nextScaling(at))
	if len(r.queue) > 0 || r.cluster.ending() {
		return // it is looked at again
	}
	properties := r.decoded()
	bounds, _ := properties["autoScaling"].(map[string]any)
	low, okLow := integer(bounds["minNodeCount"])
	high, okHigh := integer(bounds["maxNodeCount"])
	count, okCount := integer(properties["nodeCount"])
	if !okLow || !okHigh || !okCount || high < low {
		return
	}
	wanted := low + int64(s.chance(r, at)%uint64(high-low+1))
	if wanted == count {
		return
	}
	r.set("nodeCount", wanted)
	s.enqueue(r, step{action: Scale, accepted: at})
}

// chance is a number that depends on nothing but the seed, the resource and the
// moment.
func (s *store) chance(r *resource, at time.Time) uint64 {
	h := fnv.New64a()
	var raw [32]byte
	binary.BigEndian.PutUint64(raw[:], s.seed)
	copy(raw[8:], r.id[:])
	binary.BigEndian.PutUint64(raw[24:], uint64(at.UnixNano()))
	h.Write(raw[:])
	sum := h.Sum64()
	return sum ^ sum>>29 // the low bits of the last byte alone would be poor
}

// maintain begins a maintenance window.
func (s *store) maintain(r *resource, at time.Time) {
	s.lookAhead(r, at)
	if r.deployed && !r.ending() && (r.cluster == nil || !r.cluster.ending()) {
		s.enqueue(r, step{action: Maintain, accepted: at})
	}
}

// nextWindow is when a maintenance window begins next after now; zero: never.
func nextWindow(window any, now time.Time) time.Time {
	object, _ := window.(map[string]any)
	clock, _ := object["time"].(string)
	day, _ := object["dayOfTheWeek"].(string)
	of, err := time.Parse(time.TimeOnly, clock)
	if err != nil {
		return time.Time{}
	}
	now = now.UTC()
	begin := time.Date(now.Year(), now.Month(), now.Day(), of.Hour(), of.Minute(), of.Second(), 0, time.UTC)
	for range 8 { // today, unless it is over, to the same day next week
		if begin.Weekday().String() == day && begin.After(now) {
			return begin
		}
		begin = begin.AddDate(0, 0, 1)
	}
	return time.Time{}
}

// integer reads a number of a decoded document.
func integer(v any) (int64, bool) {
	number, _ := v.(json.Number)
	n, err := number.Int64()
	return n, err == nil
}
