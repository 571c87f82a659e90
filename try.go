package ionoscloud

// Tries: a request goes out, its answer is read, and if that is worth it another
// one follows.

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"golang.org/x/oauth2"
)

// answer is the outcome of a try.
type answer struct {
	resp    *http.Response // nil: none came
	payload []byte
	took    time.Duration
	err     error // why there is no answer, or not all of it
	over    bool  // the call ended before another request went out
}

func (a *answer) status() int {
	if a.resp == nil {
		return 0
	}
	return a.resp.StatusCode
}

// invites tells whether the service is well and said when to come again. Such a
// retry makes no outage worse, and MaxRetries alone bounds how long a program
// waits for the end of a rate limit. "At once" is not a time to wait for.
func (a *answer) invites() bool {
	if a.status() != http.StatusTooManyRequests {
		return false
	}
	asked, _ := retryAfter(a.resp.Header, time.Now())
	return asked > 0
}

// endedBy is the last answer of a call that err ended before the next request.
func (a answer) endedBy(err error) answer {
	if a.err != nil {
		err = fmt.Errorf("%w; the try before: %w", err, a.err)
	}
	a.err, a.over = err, true
	return a
}

// try sends the request until there is an answer to keep, or no reason to go on.
func (c *call) try() answer {
	c.client.budget.call()
	var last answer
	paid := 0 // retries taken out of the budget
	for tries := 1; ; tries++ {
		last = c.attempt(last)
		if !c.again(last) {
			if last.err == nil && last.status() < http.StatusMultipleChoices {
				c.client.budget.refund(paid)
			}
			return last
		}
		if tries >= c.cfg.MaxRetries || c.leavesPause(last) {
			return last
		}
		price := 1
		if last.invites() {
			price = 0
		} else if !c.client.budget.take() {
			return last
		}
		paid += price
		pause := pauseBefore(c.cfg, tries, last.resp)
		c.logPause("waiting for the next try", pause)
		if err := sleep(c.ctx, pause); err != nil {
			c.client.budget.refund(price) // it was never made
			return last.endedBy(err)
		}
	}
}

// leavesPause tells whether the caller is a wait that does what no call does by
// itself: to stay away for longer than MaxWaitTime if the service asks for it.
func (c *call) leavesPause(a answer) bool {
	return asked(&APIResponse{Response: a.resp}) > max(c.cfg.MaxWaitTime, 0) && c.ctx.Value(waitsKey{}) != nil
}

// attempt makes one try. After a 401 a token source is asked again, once a call:
// it may know better by now, and that costs none of the tries.
func (c *call) attempt(last answer) answer {
	a, token := c.request(last, nil)
	if a.status() == http.StatusUnauthorized && token != nil && !c.reasked {
		c.reasked = true
		a, _ = c.request(a, token)
	}
	return a
}

// request sends a request when its turn has come; stale is a token that the
// service has refused. Without a request the answer is still the last one, with
// the reason.
func (c *call) request(last answer, stale *oauth2.Token) (answer, *oauth2.Token) {
	if err := ended(c.ctx); err != nil {
		return last.endedBy(err), nil
	}
	if err := c.awaitTurn(); err != nil {
		return last.endedBy(err), nil
	}
	authorization, token, err := c.credential.authorization(c.ctx, c.tokens, stale)
	if err != nil {
		return last.endedBy(err), nil
	}
	request := c.nextRequest(authorization)
	c.logRequest(request)
	a := c.send(request)
	c.logAnswer(request, &a)
	if a.resp != nil {
		now := time.Now()
		c.client.pace.learn(a.resp.Header, now.Add(-a.took), now)
		c.logNotices(a.resp.Header)
	}
	return a, token
}

// again tells whether the outcome of a try is worth another one.
func (c *call) again(a answer) bool {
	switch {
	case a.over || c.ctx.Err() != nil:
		return false
	case a.resp == nil:
		return retryableError(c.op.method, a.err)
	case a.err != nil && a.resp.StatusCode < http.StatusMultipleChoices:
		// The effect is there and only its description got lost: worth asking
		// again where asking has no effect.
		return c.op.method == http.MethodGet && errors.Is(a.err, ErrBodyTruncated)
	}
	return retryableStatus(c.op.method, a.resp.StatusCode)
}

// send makes one try: the request goes out, its answer is read to the end.
func (c *call) send(request *http.Request) answer {
	start := time.Now()
	resp, err := c.httpClient.Do(request)
	if err != nil {
		// With a refused redirect there are both, its body closed already.
		return answer{took: time.Since(start), err: c.orEnd(err)}
	}
	a := answer{resp: resp}
	limit := c.cfg.MaxResponseBytes
	if limit <= 0 {
		limit = defaultMaxResponseBytes
	}
	failed := resp.StatusCode >= http.StatusMultipleChoices
	if failed {
		limit = min(limit, maxErrorBytes)
	}
	a.payload, a.err = readBody(resp, limit)
	if failed {
		// The status says what matters, even if not all of its explanation came;
		// unless it came to an end before its time, with the context.
		a.err = ended(c.ctx)
	} else {
		a.err = c.orEnd(a.err)
	}
	a.took = time.Since(start)
	return a
}

// orEnd makes sure that an error caused by the end of the context says so.
func (c *call) orEnd(err error) error {
	end, cause := c.ctx.Err(), context.Cause(c.ctx)
	switch {
	case err == nil || end == nil || errors.Is(err, end) && errors.Is(err, cause):
		return err
	case errors.Is(err, cause): // as net/http tells it
		return fmt.Errorf("%w: %w", end, err)
	}
	return fmt.Errorf("%w: %w", ended(c.ctx), err)
}
