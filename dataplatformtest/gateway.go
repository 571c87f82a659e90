// Gateway: what stands in front of the service: rate limits and error pages.

package dataplatformtest

import (
	"net/http"
	"strconv"
	"sync"
	"time"
)

// RateLimit is how many requests a person may send.
type RateLimit struct {
	PerMinute int // in the long run
	Burst     int // at once; less than 1 is taken for PerMinute
}

// WithRateLimit limits the requests of each person, in the machine's time
// whatever the API's clock says. Every answer to a known person says in
// X-RateLimit-Limit, X-RateLimit-Burst and X-RateLimit-Remaining where he
// stands, and in X-RateLimit-Reset after how many seconds he may ask again when
// nothing remains; beyond the limit it is 429 with Retry-After in seconds. A limit of
// less than one request a minute is none.
func WithRateLimit(limit RateLimit) Option {
	return func(c *config) { c.limit = limit }
}

// WithErrorPages makes all errors that a gateway answers in the service's place
// (wrong credentials, unknown routes, the rate limit) pages of HTML instead of
// JSON.
func WithErrorPages() Option {
	return func(c *config) { c.pages = true }
}

// gatewayProblem is an error that a gateway answers.
func gatewayProblem(status int, code, format string, args ...any) *problem {
	p := newProblem(status, code, format, args...)
	p.gateway = true
	return p
}

// rateLimits are the buckets of all people; nil: there is no limit.
type rateLimits struct {
	limit   RateLimit
	mu      sync.Mutex
	buckets map[string]*bucket // by user id
}

type bucket struct {
	left float64
	at   time.Time
}

// rate is what an answer says about the limit.
type rate struct {
	limit, burst, remaining int

	reset time.Duration // until the next request gets through, when none remains
}

func newRateLimits(limit RateLimit) *rateLimits {
	if limit.PerMinute < 1 {
		return nil
	}
	if limit.Burst < 1 {
		limit.Burst = limit.PerMinute
	}
	return &rateLimits{limit: limit, buckets: map[string]*bucket{}}
}

// take lets one request of a person through, or not.
func (l *rateLimits) take(c *call) *problem {
	if l == nil {
		return nil
	}
	now := time.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	b := l.buckets[c.person.UserID]
	if b == nil {
		b = &bucket{left: float64(l.limit.Burst), at: now}
		l.buckets[c.person.UserID] = b
	}
	b.left = min(float64(l.limit.Burst), b.left+now.Sub(b.at).Minutes()*float64(l.limit.PerMinute))
	b.at = now
	c.rate = rate{limit: l.limit.PerMinute, burst: l.limit.Burst}
	if b.left < 1-1e-9 { // who waits as long as he was told gets through
		p := gatewayProblem(http.StatusTooManyRequests, "rate-limit", "there were too many requests")
		p.retry = l.untilNext(b)
		c.rate.reset = p.retry
		return p
	}
	b.left = max(0, b.left-1)
	if c.rate.remaining = int(b.left); c.rate.remaining == 0 {
		c.rate.reset = l.untilNext(b)
	}
	return nil
}

// untilNext is how long it takes until the bucket lets another request through.
func (l *rateLimits) untilNext(b *bucket) time.Duration {
	return time.Duration((1 - b.left) / float64(l.limit.PerMinute) * float64(time.Minute))
}

func (r rate) write(header http.Header) {
	if r.limit == 0 {
		return
	}
	header["X-Ratelimit-Limit"] = []string{strconv.Itoa(r.limit)}
	header["X-Ratelimit-Burst"] = []string{strconv.Itoa(r.burst)}
	header["X-Ratelimit-Remaining"] = []string{strconv.Itoa(r.remaining)}
	if r.reset > 0 {
		header["X-Ratelimit-Reset"] = []string{seconds(r.reset)}
	}
}
