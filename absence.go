package ionoscloud

// Absence: what it means that a list does not show what is awaited. Lists may
// lag behind, and may lose something for a moment; but a thousand that are gone
// must not cost a thousand requests.

import (
	"context"
	"slices"
	"time"
)

// unknownYet tells whether a copy that lags behind may not know of a resource
// yet that an answer has just shown.
func (w *watch) unknownYet(a *awaited, now time.Time) bool {
	leaving := a.last.state == StateDestroying || a.last.state == StateTerminated
	return a.after != nil && !leaving && now.Sub(w.began) < w.settle
}

// mayLack tells whether a resource that a list lacks need not be asked for by
// itself: it may not be there yet, or it may have gone as it should.
func (w *watch) mayLack(a *awaited) bool {
	if a.Goal.reachedBy(StateTerminated) {
		return a.last.id != "" || a.after != nil
	}
	return w.unknownYet(a, time.Now())
}

// someAbsent tells whether a list lacked something, so that the next one tells
// whether it is gone.
func (w *watch) someAbsent() bool {
	return slices.ContainsFunc(w.items, func(a *awaited) bool { return a.open() && a.absent && a.trouble == nil })
}

// sample asks for one of those that two lists in a row do not have. If that is
// gone, so are the others; if it is there, the lists are not to be trusted.
func (w *watch) sample(ctx context.Context, looks []*look) *APIResponse {
	type absence struct {
		look *look
		item *awaited
	}
	var absent []absence
	for _, l := range looks {
		for _, a := range l.items {
			_, found := l.found[sameID(a.id())]
			_, gone := l.gone[sameID(a.id())]
			if l.err == nil && a.absent && !found && !gone {
				absent = append(absent, absence{l, a})
			}
		}
	}
	if len(absent) == 0 {
		return nil
	}
	one := look{items: []*awaited{absent[0].item}}
	one.make(ctx, w)
	first := sameID(absent[0].item.id())
	gone, away := one.gone[first]
	seen, there := one.found[first]
	for _, each := range absent {
		id := sameID(each.item.id())
		switch {
		case one.err != nil:
			if id == first || isPassing(one.err) { // which is no matter of one alone
				each.look.failed[id] = one.err
			}
		case away:
			each.look.gone[id] = gone
		case there && id == first:
			each.look.found[id] = seen
		case there:
			each.look.found[id] = each.item.last
		}
	}
	return one.resp
}
