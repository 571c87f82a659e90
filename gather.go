package ionoscloud

// Gathering: looks that several calls are about to make become one request.

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"
)

const (
	// gatherPause is how long a look waits for others to join it.
	gatherPause = 20 * time.Millisecond
	// gatherPauseAfter is that of looks which have waited for afterCreate already.
	gatherPauseAfter = 200 * time.Millisecond
)

// lister lists what there is: what has one of the names, and maybe more.
type lister func(ctx context.Context, names []string) ([]sighting, *APIResponse, error)

// gatherings are the looks of a client that others may still join. The zero
// value is ready.
type gatherings struct {
	mu   sync.Mutex
	open map[string]*gathering // by what they list
}

// gathering is a look for several names.
type gathering struct {
	names []string
	done  chan struct{} // closed when the rest is there
	found []sighting
	resp  *APIResponse
	err   error
	off   bool // what became of it says nothing to the others
}

// look lists what is there for name and whoever else wants to know at the time.
// The request goes out after the call of look. One caller makes it, within his
// own context; if that ends, the others look for themselves: joining again, who
// is patient might wait for one hasty caller after the other. So they do if it
// fails for good, as the list of all may be too long where that of one is not.
func (g *gatherings) look(ctx context.Context, key, name string, pause time.Duration, list lister) ([]sighting, *APIResponse, error) {
	shared, first := g.join(key, name)
	if first {
		g.lead(ctx, key, pause, shared, list)
		if len(shared.names) == 1 || ctx.Err() != nil {
			return shared.found, shared.resp, shared.err
		}
	}
	select {
	case <-shared.done:
	case <-ctx.Done():
		return nil, nil, ended(ctx)
	}
	if shared.off {
		return list(ctx, []string{name})
	}
	return shared.found, shared.resp, shared.err
}

func (g *gatherings) join(key, name string) (shared *gathering, first bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	shared = g.open[key]
	if shared == nil {
		first = true
		shared = &gathering{done: make(chan struct{})}
		if g.open == nil {
			g.open = map[string]*gathering{}
		}
		g.open[key] = shared
	}
	shared.names = append(shared.names, name)
	return shared, first
}

// lead waits for others to join and then makes the request. However that ends,
// the others are told.
func (g *gatherings) lead(ctx context.Context, key string, pause time.Duration, shared *gathering, list lister) {
	shared.off = true
	shared.err = sleep(ctx, pause)
	g.mu.Lock()
	delete(g.open, key)
	g.mu.Unlock()
	defer close(shared.done)
	if shared.err == nil {
		shared.found, shared.resp, shared.err = list(ctx, shared.names)
		var limited limiterError // it knows the time of this caller
		shared.off = shared.err != nil && (ctx.Err() != nil || !isPassing(shared.err) || errors.As(shared.err, &limited))
	}
}

// commonPrefix is what all names begin with.
func commonPrefix(names []string) string {
	prefix := names[0]
	for _, name := range names[1:] {
		for !strings.HasPrefix(name, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return prefix
}
