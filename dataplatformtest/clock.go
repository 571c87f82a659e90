// Clocks: the time that lives move on.

package dataplatformtest

import (
	"encoding/json"
	"errors"
	"math"
	"sync"
	"time"
)

// Clock tells the API what time it is. It must be safe for concurrent use, and a
// request may ask it more than once.
type Clock interface {
	Now() time.Time
}

// realClock is the machine's time, or the bubble's inside testing/synctest.
type realClock struct{}

func (realClock) Now() time.Time { return time.Now() }

// ManualClock is a clock that its owner controls: it stands still until it is
// told to advance, or runs at a speed of its own after [ManualClock.SetSpeed].
// It never goes back, and stops for good in the year 9000.
type ManualClock struct {
	mu    sync.Mutex
	shown time.Time // what it showed when it was last set
	since time.Time // when that was, on the machine's clock
	speed float64
	open  bool // nobody has said where it starts
}

// NewManualClock makes a clock that stands at start. With the zero time it
// stands at the machine's time or, in an API with a [Store] that knows of an
// earlier run, where that run's clock would stand now had it gone on at its
// speed: where it was if it stood still. The speed is that clock's, too.
func NewManualClock(start time.Time) *ManualClock {
	now := time.Now()
	if start.IsZero() {
		return &ManualClock{shown: now, since: now, open: true}
	}
	return &ManualClock{shown: start, since: now}
}

// Now is the time that the clock shows.
func (c *ManualClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now()
}

func (c *ManualClock) now() time.Time {
	if c.speed == 0 {
		return c.shown
	}
	// The machine's clock may have been set back while no process was running.
	passed := max(0, float64(time.Since(c.since))*c.speed)
	return c.later(time.Duration(min(passed, math.MaxInt64/2)))
}

// lastYear is where the clock ends: what is due long after it can still be
// written with a year of four digits, as JSON wants it.
const lastYear = 9000

// later is the time that it shows d after shown.
func (c *ManualClock) later(d time.Duration) time.Time {
	t := c.shown.Add(d)
	if t.Year() < lastYear {
		return t
	}
	end := time.Date(lastYear, 1, 1, 0, 0, 0, 0, time.UTC)
	if c.shown.After(end) {
		return c.shown
	}
	return end
}

// Advance moves the clock by d. A negative d does nothing.
func (c *ManualClock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.shown, c.since = c.now(), time.Now()
	c.shown = c.later(max(0, d))
}

// SetSpeed makes the clock run so many times as fast as the machine's: 1 is
// real time, 60 makes a minute of every second, 0 stops it. A negative speed, or
// one that is no number, is taken for 0.
func (c *ManualClock) SetSpeed(speed float64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.shown, c.since = c.now(), time.Now()
	c.speed = 0
	if speed > 0 {
		c.speed = min(speed, math.MaxFloat64)
	}
}

// Speed is how many times as fast as the machine's clock this one runs.
func (c *ManualClock) Speed() float64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.speed
}

// clockState is a ManualClock in the form that a Store keeps.
type clockState struct {
	Shown time.Time `json:"shown"`
	Since time.Time `json:"since"`
	Speed float64   `json:"speed"`
}

// clockRecord is the state of a ManualClock, nil for another clock.
func (a *API) clockRecord() []byte {
	c, ok := a.clock.(*ManualClock)
	if !ok {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	raw, err := json.Marshal(clockState{c.shown, c.since, c.speed})
	if err != nil { // only a time or a speed that no clock can show
		return nil
	}
	return raw
}

// restoreClock sets a ManualClock as it was, as if it had gone on meanwhile at
// the speed that it had. A clock that stands at a later time keeps that time,
// unless it was made to go on where the Store's stood.
func (a *API) restoreClock(raw []byte) error {
	c, ok := a.clock.(*ManualClock)
	if !ok {
		return nil
	}
	var state clockState
	if err := json.Unmarshal(raw, &state); err != nil {
		return err
	}
	restored := &ManualClock{shown: state.Shown, since: state.Since, speed: max(0, state.Speed)}
	now := restored.Now()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.open || now.After(c.now()) {
		c.shown = now
	} else {
		c.shown = c.now()
	}
	c.since, c.speed, c.open = time.Now(), restored.speed, false
	return nil
}

// notBefore moves the clock to a time that it has shown already.
func (c *ManualClock) notBefore(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if t.After(c.now()) {
		c.shown, c.since = t, time.Now()
	}
}

// AdvanceClock moves the API's [ManualClock], has the new time kept by the
// Store, and lets everything happen that is due then.
func (a *API) AdvanceClock(d time.Duration) error {
	return a.setClock(func(c *ManualClock) { c.Advance(d) })
}

// SetClockSpeed changes the speed of the API's [ManualClock] and has it kept by
// the Store.
func (a *API) SetClockSpeed(speed float64) error {
	return a.setClock(func(c *ManualClock) { c.SetSpeed(speed) })
}

var errFixedClock = errors.New("the clock of this API can't be set, it is no ManualClock")

func (a *API) setClock(set func(*ManualClock)) error {
	clock, ok := a.clock.(*ManualClock)
	if !ok {
		return errFixedClock
	}
	set(clock)
	c := &call{}
	a.store.mu.Lock()
	a.store.keepRecord(keyClock, a.clockRecord())
	a.store.unlock(c)
	a.store.advance(clock.Now())
	if p := a.store.await(c); p != nil {
		return a.store.err()
	}
	return nil
}
