// Clocks: the time that lives move on.

package dataplatformtest

import (
	"sync"
	"time"
)

// Clock tells the API what time it is. It must be safe for concurrent use.
type Clock interface {
	Now() time.Time
}

// realClock is the machine's time, or the bubble's inside testing/synctest.
type realClock struct{}

func (realClock) Now() time.Time { return time.Now() }

// ManualClock is a clock that a test owns: it stands still until it is told to
// advance.
type ManualClock struct {
	mu  sync.Mutex
	now time.Time
}

// NewManualClock makes a clock that stands at start.
func NewManualClock(start time.Time) *ManualClock {
	return &ManualClock{now: start}
}

// Now is the time that the clock shows.
func (c *ManualClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Advance moves the clock by d.
func (c *ManualClock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}
