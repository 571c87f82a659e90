package ionoscloud

// The retry budget: an outage is not made worse by those who wait for its end.

import "sync"

// A client may retry as often as this for every hundred calls, beyond a reserve
// for short troubles.
const (
	retriesPerHundred = 10
	retryReserve      = 100
)

// retryBudget is shared by all calls of a client. Each call pays in a fraction
// of a retry, each retry takes out a whole one, and a call that succeeds after
// all gets its retries back: what helped was not wasted.
type retryBudget struct {
	mu    sync.Mutex
	spent int // hundredths of a retry, between 0 and all of the reserve
}

// call pays in for a call that begins.
func (b *retryBudget) call() {
	b.mu.Lock()
	b.spent = max(b.spent-retriesPerHundred, 0)
	b.mu.Unlock()
}

// take pays for a retry; false: there is nothing left to pay with.
func (b *retryBudget) take() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.spent+100 > retryReserve*100 {
		return false
	}
	b.spent += 100
	return true
}

// refund gives the retries of a call back.
func (b *retryBudget) refund(retries int) {
	b.mu.Lock()
	b.spent = max(b.spent-retries*100, 0)
	b.mu.Unlock()
}
