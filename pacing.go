package ionoscloud

// Pacing: requests wait for their turn, by the caller's limiter and by what the
// service says of its rate limit.

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// Limiter makes requests wait for their turn; a *rate.Limiter of
// golang.org/x/time/rate is one. Wait returns when the request may go, or an
// error, which ends the call.
type Limiter interface {
	Wait(ctx context.Context) error
}

// pace is when the next request may go, by what the service said last.
type pace struct{ notBefore atomic.Int64 } // nanoseconds since 1970; 0: at once

// learn takes in the rate-limit headers of an answer. Nothing is left to a
// client that has no requests remaining but to wait for the limit's renewal.
func (p *pace) learn(header http.Header, now time.Time) {
	if remaining, ok := rateLimit(header, "Ratelimit-Remaining", "X-Ratelimit-Remaining"); !ok || remaining > 0 {
		return
	}
	wait := time.Minute
	if reset, ok := rateLimit(header, "Ratelimit-Reset", "X-Ratelimit-Reset"); ok {
		wait = time.Duration(min(reset, 1<<32)) * time.Second
		if at := time.Unix(reset, 0); at.After(now.Add(-time.Hour)) {
			wait = at.Sub(now) // a point in time and not a number of seconds
		}
	} else if perMinute, ok := rateLimit(header, "Ratelimit-Limit", "X-Ratelimit-Limit"); ok && perMinute > 0 {
		wait = time.Minute / time.Duration(perMinute)
	}
	p.notBefore.Store(now.Add(wait).UnixNano())
}

// rateLimit reads a number from the first header that is there; what follows the
// number ("100, 100;w=60") explains it to people.
func rateLimit(header http.Header, names ...string) (int64, bool) {
	value := ""
	for _, name := range names {
		if value = header.Get(name); value != "" {
			break
		}
	}
	if end := strings.IndexAny(value, ",; "); end >= 0 {
		value = value[:end]
	}
	number, err := strconv.ParseInt(value, 10, 64)
	return number, err == nil && number >= 0
}

// wait is how long the next request has to wait, longest at the most.
func (p *pace) wait(now time.Time, longest time.Duration) time.Duration {
	notBefore := p.notBefore.Load()
	if notBefore == 0 {
		return 0
	}
	return min(max(time.Unix(0, notBefore).Sub(now), 0), longest)
}

// awaitTurn waits until the next request may go.
func (c *call) awaitTurn() error {
	if pause := c.client.pace.wait(time.Now(), max(c.cfg.MaxWaitTime, 0)); pause > 0 {
		c.logPause("waiting for the rate limit", pause)
		if err := sleep(c.ctx, pause); err != nil {
			return err
		}
	}
	if c.cfg.Limiter == nil {
		return nil
	}
	if err := c.cfg.Limiter.Wait(c.ctx); err != nil {
		return limiterError{err}
	}
	return nil
}

// limiterError is the caller's limiter saying no, which it may do before the end
// of a context that it finds too short.
type limiterError struct{ error }

func (e limiterError) Unwrap() error { return e.error }
