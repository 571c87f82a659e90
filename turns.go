package ionoscloud

// Turns: things of the same name one after the other, others at once.

import (
	"context"
	"sync"
)

// turns gives everybody who names the same key his turn. The zero value is
// ready.
type turns struct {
	mu   sync.Mutex
	busy map[string]chan struct{} // closed when the turn is over
}

// take waits for the turn of key, or for the end of ctx; done ends the turn.
func (t *turns) take(ctx context.Context, key string) (done func(), err error) {
	for {
		t.mu.Lock()
		before, taken := t.busy[key]
		if !taken {
			break
		}
		t.mu.Unlock()
		select {
		case <-before:
		case <-ctx.Done():
			return nil, ended(ctx)
		}
	}
	defer t.mu.Unlock()
	mine := make(chan struct{})
	if t.busy == nil {
		t.busy = map[string]chan struct{}{}
	}
	t.busy[key] = mine
	return func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		delete(t.busy, key)
		close(mine)
	}, nil
}

// several tells whether more than one key has its turn.
func (t *turns) several() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.busy) > 1
}
