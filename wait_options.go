package ionoscloud

// Options of waits, and what a wait tells on its way.

import "time"

const (
	defaultFirstInterval   = time.Second
	defaultLongestInterval = 15 * time.Second
	defaultTolerance       = 5 * time.Minute
	defaultSettle          = 15 * time.Second

	// mostInterval bounds a pause, so that one can still grow and vary.
	mostInterval = 365 * 24 * time.Hour
)

// Progress is what a wait knows of one resource after a look at it.
type Progress struct {
	Wait    Wait
	State   string        // the last state seen; empty: none yet
	Elapsed time.Duration // since the wait began, in this process
	Tries   int           // looks so far, this one included
	// Err is why this look was in vain: trouble that is waited out. nil: it
	// was not.
	Err error
}

// WaitOption changes one thing about a wait.
type WaitOption func(*waitOptions)

type waitOptions struct {
	progress  func(Progress)
	first     time.Duration
	longest   time.Duration
	tolerance time.Duration
	settle    time.Duration
	all       bool
}

func newWaitOptions(opts []WaitOption) waitOptions {
	o := waitOptions{
		first:     defaultFirstInterval,
		longest:   defaultLongestInterval,
		tolerance: defaultTolerance,
		settle:    defaultSettle,
	}
	for _, opt := range opts {
		if opt != nil {
			opt(&o)
		}
	}
	return o
}

// WithProgress has report called after each look at each resource, never twice
// at the same time. The wait goes on when it returns.
func WithProgress(report func(Progress)) WaitOption {
	return func(o *waitOptions) { o.progress = report }
}

// WithInterval sets the first and the longest pause between two looks: 1 s and
// 15 s by default. Pauses grow by half each time and vary by a fifth. A
// Retry-After of the service makes a pause longer, up to 5 minutes.
func WithInterval(first, longest time.Duration) WaitOption {
	return func(o *waitOptions) {
		o.first = min(max(first, time.Millisecond), mostInterval)
		o.longest = min(max(longest, o.first), mostInterval)
	}
}

// WithTolerance sets how long a resource may be out of sight because of trouble
// that may pass (no answer, 408, 429, 5xx, an answer that is not the service's)
// before it counts as an error, from the first look in vain: 5 minutes by
// default, 0 for not at all.
func WithTolerance(d time.Duration) WaitOption {
	return func(o *waitOptions) { o.tolerance = max(d, 0) }
}

// WithSettle sets how long a wait that follows a change disregards a state that
// may be from before it, see [Wait.After]: 15 s by default. A longer time suits
// a service that takes up changes late; a change without any effect, which
// never shows, costs at most this time.
func WithSettle(d time.Duration) WaitOption {
	return func(o *waitOptions) { o.settle = max(d, 0) }
}

// WithAllOutcomes makes [APIClient.AwaitAll] go on after a failure until every
// resource has reached its goal or failed.
func WithAllOutcomes() WaitOption {
	return func(o *waitOptions) { o.all = true }
}
