package ionoscloud

// An attempt to have one resource of a name: what it has sent, what it knows of
// that, and what it may remove.

import (
	"fmt"
	"net/http"
	"time"
)

// clocksApart is how far the clock behind Date may be ahead of the one behind
// createdDate, which may count in seconds besides.
const clocksApart = 2 * time.Second

// attempt is what settle knows of the creates that it has sent.
type attempt struct {
	own      sighting        // what this call made and still has; no id: nothing, or it does not know
	doubt    error           // why it is not known whether a create had its effect
	refused  error           // a create met a conflict
	asked    time.Duration   // the pause that the service asked for after the last create
	believed bool            // a list that shows none is right about it
	began    time.Time       // the last look before the first create, on the service's clock; zero: it didn't say
	unlisted int             // looks since the create that did not show what it made
	waited   bool            // for what was fresh
	removed  map[string]bool // what this call made and gave up, by sameID
	creates  int
	rivals   int // looks that showed more than one
}

// fresh tells whether s, which somebody else has made, is so young that it may
// still have to give way.
func (a *attempt) fresh(s sighting) bool {
	return a.creates == 0 && !a.waited && !a.began.IsZero() &&
		ToValue(s.metadata.CreatedDate).After(a.began.Add(-afterCreate))
}

// made tells whether this call has made s, and knows it.
func (a *attempt) made(s sighting) bool {
	return a.own.id != "" && sameID(a.own.id) == sameID(s.id)
}

// gaveUp notes what goes. Once it is what this call has made, nothing is in
// doubt any more.
func (a *attempt) gaveUp(id string) {
	if a.removed == nil {
		a.removed = map[string]bool{}
	}
	a.removed[sameID(id)] = true
	if sameID(id) == sameID(a.own.id) {
		a.own, a.doubt = sighting{}, nil
	}
}

// leaves tells whether s is on its way out.
func (a *attempt) leaves(s sighting) bool {
	return s.state == StateDestroying || s.state == StateTerminated || a.removed[sameID(s.id)]
}

// mayRemove tells whether all but the first of alive may be removed by a call
// that does not know which it made: a create of its own may have had its effect,
// one user made them all, and all since the look that found none.
func (a *attempt) mayRemove(alive []sighting) bool {
	if a.doubt == nil || a.began.IsZero() {
		return false
	}
	by := func(s sighting) string {
		return ToValue(s.metadata.CreatedByUserId) + "\x00" + ToValue(s.metadata.CreatedBy)
	}
	for _, s := range alive {
		if created := s.metadata.CreatedDate; by(s) != by(alive[0]) || created == nil || created.Before(a.began.Add(-clocksApart)) {
			return false
		}
	}
	return true
}

// inVain tells why no more creates are sent.
func (a *attempt) inVain() error {
	if a.doubt == nil {
		return fmt.Errorf("somebody removes it: none of %d creates lasted: %w", a.creates, ErrConflict)
	}
	return fmt.Errorf("%d creates had no answer and no effect: %w", a.creates, a.doubt)
}

// pause is how long a create is given to show its effect.
func (a *attempt) pause() time.Duration {
	if a.own.id != "" {
		return afterCreate
	}
	return max(min(afterCreate<<(a.creates-1), longestAfterCreate), a.asked)
}

// left adds to an error what may be left behind.
func (a *attempt) left(err error) error {
	switch {
	case a.own.id != "":
		return fmt.Errorf("%w; %s has been created", err, a.own.id)
	case a.doubt != nil:
		return fmt.Errorf("%w; a create was sent and may have had its effect: %w", err, a.doubt)
	}
	return err
}

// serviceTime is the time of an answer on the service's clock, zero if the answer
// does not tell.
func serviceTime(resp *APIResponse) time.Time {
	at, err := http.ParseTime(resp.Header.Get("Date"))
	if err != nil {
		return time.Time{}
	}
	return at
}
