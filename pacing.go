package ionoscloud

// Pacing: requests wait for their turn, by the caller's limiter and by what the
// service says of its rate limit.

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Limiter makes requests wait for their turn; a *rate.Limiter of
// golang.org/x/time/rate is one. Wait returns when the request may go, or an
// error, which ends the call.
type Limiter interface {
	Wait(ctx context.Context) error
}

// pace is when the next request may go, by what the service said last.
type pace struct {
	mu        sync.Mutex
	notBefore time.Time
	every     time.Duration // between requests that each have to wait for one to be left
	said      time.Time     // when the service said so
}

// learn takes in the rate-limit headers of the answer that came now to a request
// sent then. Nothing is left to a client that has no requests remaining but to
// wait for the limit's renewal, or for an answer that knows of it.
func (p *pace) learn(header http.Header, sent, now time.Time) {
	remaining, ok := rateLimit(header, "Ratelimit-Remaining", "X-Ratelimit-Remaining")
	if !ok {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case remaining == 0:
		wait, every := renewal(header, now)
		turnsTaken := every > 0 && p.every > 0
		if turn := now.Add(wait); !turnsTaken || turn.After(p.notBefore) {
			p.notBefore = turn
		}
		p.said, p.every = now, every
	case !sent.Before(p.said): // and not just overtaken on the way
		p.notBefore, p.every = time.Time{}, 0
	}
}

// renewal is how long it takes until there are requests again: all of them, or
// one each time.
func renewal(header http.Header, now time.Time) (wait, every time.Duration) {
	if reset, ok := rateLimit(header, "Ratelimit-Reset", "X-Ratelimit-Reset"); ok {
		switch {
		case reset < 5e8:
			return time.Duration(reset) * time.Second, 0
		case reset < 5e11: // a point in time, and not so many years
			return time.Unix(reset, 0).Sub(now), 0
		}
		return time.UnixMilli(reset).Sub(now), 0
	}
	if perMinute, ok := rateLimit(header, "Ratelimit-Limit", "X-Ratelimit-Limit"); ok && perMinute > 0 {
		every = time.Minute / time.Duration(perMinute)
		return every, every
	}
	return time.Minute, 0
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

// wait is how long the next request of ctx has to wait, longest at the most. Who
// can wait that long takes the turn, and the next one has another.
func (p *pace) wait(ctx context.Context, now time.Time, longest time.Duration) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	turn := max(p.notBefore.Sub(now), 0)
	end, ends := ctx.Deadline()
	goes := ends && end.Before(now.Add(turn))
	if p.every > 0 && turn <= longest && !goes {
		p.notBefore = now.Add(turn + p.every)
	}
	return min(turn, longest)
}

// awaitTurn waits until the next request may go.
func (c *call) awaitTurn() error {
	if pause := c.client.pace.wait(c.ctx, time.Now(), max(c.cfg.MaxWaitTime, 0)); pause > 0 {
		c.logPause("waiting for the rate limit", pause)
		if err := sleep(c.ctx, pause); err != nil {
			return err
		}
	}
	if c.cfg.Limiter == nil {
		return nil
	}
	if err := c.cfg.Limiter.Wait(c.ctx); err != nil {
		return limiterError{c.orEnd(err)}
	}
	return nil
}

// limiterError is the caller's limiter saying no, which it may do before the end
// of a context that it finds too short.
type limiterError struct{ error }

func (e limiterError) Unwrap() error { return e.error }
