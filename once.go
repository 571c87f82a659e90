package ionoscloud

// Once: how a create is made sure to have one effect, on a service that knows
// neither unique names nor idempotency keys, over a network that loses answers.
//
// Look whether it is there; create it; look again; if somebody else has created
// one meanwhile, all who look agree on which stays, and each removes what it
// made itself. That agreement needs everyone's second look to see what was
// created before it, which is what the pause before it is for.
//
// Who got no answer to a create doesn't know which is his own. After a pause, in
// which those who know can act, he removes for all who don't.

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"
)

const (
	// afterCreate is the pause between a create and the look that follows. A
	// createdDate may count in seconds, and what was created before may show a
	// moment later than what was created after.
	afterCreate = time.Second
	// longestAfterCreate bounds that pause, which doubles from one create without
	// an effect to the next: ten of them take 3 minutes.
	longestAfterCreate = 30 * time.Second
	// secondLook is the pause before an empty list is believed after a create that
	// may have had its effect: lists may show it later than afterCreate.
	secondLook = 2 * time.Second
	// rivalLooks, with pauses that grow by rivalPause, give others time to
	// remove what has to go: 15 s.
	rivalLooks = 6
	rivalPause = time.Second
	// doubtfulLooks are those after which a call that does not know what it made
	// acts for all: the others have had 3 s then.
	doubtfulLooks = 3
	// unlistedLooks, with pauses that grow by afterCreate, give a list time to show
	// what was made: 7 s in all.
	unlistedLooks = 3
	// maxCreates bounds how often a create without an answer is sent again.
	maxCreates = 10

	shortestPause = 200 * time.Millisecond
	longestPause  = 5 * time.Second
)

// onlyOne is the one resource of a name.
type onlyOne struct {
	client *APIClient
	title  string
	name   string
	key    string // of its turn
	lists  string // what list lists, for all names
	alone  bool   // looks are not shared with other calls
	list   lister
	is     func(sighting) bool
	create func(context.Context) (sighting, *APIResponse, error)
	remove func(context.Context, string) (*APIResponse, error)
}

// ensure returns the resource, and whether this call has made it.
func (o *onlyOne) ensure(ctx context.Context, invalid error) (sighting, bool, error) {
	fail := func(s sighting, err error) (sighting, bool, error) {
		return s, false, fmt.Errorf("ensure %s: %w", o.title, err)
	}
	if o.client == nil || o.client.cfg == nil {
		return fail(sighting{}, errNoClient)
	}
	if invalid != nil && !o.client.cfg.DisableValidation {
		return fail(sighting{}, invalid)
	}
	if ctx == nil {
		ctx = context.Background()
	}
	done, err := o.client.ensuring.take(ctx, o.key)
	if err != nil {
		return fail(sighting{}, err)
	}
	// What another context asks with may show others something else, and a name
	// that may be refused must not fail them.
	o.alone = invalid != nil || overrides(ctx)
	var a attempt
	open := true // a transport may panic
	defer func() {
		if open && a.creates > 0 {
			// Lists may not show yet what the next call would make again.
			time.AfterFunc(afterCreate, done)
		} else {
			done()
		}
	}()
	seen, created, err := o.settle(ctx, &a)
	open = err != nil && (a.own.id != "" || a.doubt != nil)
	if err != nil {
		return fail(seen, err)
	}
	if seen.state == StateFailed || seen.state == StateFailedDestroying {
		return fail(seen, fmt.Errorf("%s is %s and can only be deleted: %w", seen.id, seen.state, ErrFailedState))
	}
	return seen, created, nil
}

func (o *onlyOne) settle(ctx context.Context, a *attempt) (sighting, bool, error) {
	for {
		alive, err := o.look(ctx, a)
		if err != nil {
			return sighting{}, false, a.left(err)
		}
		var pause time.Duration
		switch {
		case len(alive) == 1 && a.fresh(alive[0]):
			// Others that looked before it was there may be about to create an
			// earlier one, as createdDate and id have it.
			a.waited, pause = true, afterCreate

		case len(alive) == 1 && a.unlisted > 0 && a.unlisted <= unlistedLooks:
			// The list lags behind, and may not show others either.
			pause = time.Duration(a.unlisted) * afterCreate

		case len(alive) == 1:
			return alive[0], a.doubt != nil || a.made(alive[0]), nil

		case len(alive) > 1 && a.own.id != "" && !a.made(alive[0]):
			// The other one was first. Ours goes, as its maker expects.
			if err := o.giveUp(ctx, a, alive, a.own); err != nil {
				return alive[0], false, err
			}

		case len(alive) > 1 && a.rivals >= doubtfulLooks && a.mayRemove(alive):
			// One of them is ours. The later ones go, as their makers expect.
			if err := o.giveUp(ctx, a, alive, alive[1:]...); err != nil {
				return alive[0], false, err
			}

		case len(alive) > 1:
			if a.rivals++; a.rivals == rivalLooks {
				return alive[0], a.made(alive[0]), o.remaining(a, alive)
			}
			pause = varied(time.Duration(a.rivals) * rivalPause)

		case !a.believed && (a.doubt != nil || a.refused != nil):
			a.believed, pause = true, secondLook

		case a.refused != nil:
			return sighting{}, false, a.refused

		case a.creates == maxCreates:
			return sighting{}, false, a.inVain()

		default:
			if err := o.make(ctx, a); err != nil {
				return sighting{}, false, err
			}
			pause = a.pause()
		}
		if err := sleep(ctx, pause); err != nil {
			return sighting{}, false, a.left(err)
		}
	}
}

// remaining decides about several that stay. Those that are BUSY are about to be
// removed by their makers: a deletion waits until the creation is through. But
// one of them may be this call's, which does not know.
func (o *onlyOne) remaining(a *attempt, alive []sighting) error {
	for _, s := range alive[1:] {
		if s.state != StateBusy || a.doubt != nil {
			return duplicates(o.title, alive)
		}
	}
	return nil
}

// look lists what has the name and is not on its way out, the one that has a
// right to stay first.
func (o *onlyOne) look(ctx context.Context, a *attempt) ([]sighting, error) {
	var alive []sighting
	err := patiently(ctx, isPassing, func(ctx context.Context) (*APIResponse, error) {
		found, resp, err := o.find(ctx, a)
		alive = found
		if err == nil && a.creates == 0 {
			a.began = serviceTime(resp)
		}
		return resp, err
	})
	listed := slices.ContainsFunc(alive, a.made)
	alive = slices.DeleteFunc(alive, a.leaves)
	if listed && !slices.ContainsFunc(alive, a.made) {
		a.gaveUp(a.own.id) // somebody else is removing it
	}
	switch {
	case err != nil:
	case a.own.id == "" || slices.ContainsFunc(alive, a.made):
		a.unlisted = 0
	default:
		alive = append(alive, a.own) // accepted and not listed yet
		a.unlisted++
	}
	byAge(alive)
	return alive, err
}

// find lists what has the name, together with other calls that list at the time.
func (o *onlyOne) find(ctx context.Context, a *attempt) ([]sighting, *APIResponse, error) {
	if o.alone {
		found, resp, err := o.list(ctx, []string{o.name})
		return o.only(found), resp, err
	}
	var pause time.Duration
	switch {
	case !o.client.ensuring.several():
	case a.creates == 0:
		pause = gatherPause
	default:
		pause = gatherPauseAfter
	}
	found, resp, err := o.client.gathering.look(ctx, o.lists, o.name, pause, o.list)
	return o.only(found), resp, err
}

// only leaves what has the name; what was found belongs to others, too.
func (o *onlyOne) only(found []sighting) []sighting {
	var ours []sighting
	for _, s := range found {
		if o.is(s) {
			ours = append(ours, s)
		}
	}
	return ours
}

// make sends the create until it has had its effect, may have had it, or met a
// conflict, and notes which. An error means that it had none and that another
// try would not either.
func (o *onlyOne) make(ctx context.Context, a *attempt) error {
	a.creates++
	a.believed, a.asked = false, 0
	again := false
	return patiently(ctx, isPassing, func(ctx context.Context) (*APIResponse, error) {
		if again {
			// Somebody may have been quicker during the pause.
			if found, resp, err := o.find(ctx, a); err != nil || len(slices.DeleteFunc(found, a.leaves)) > 0 {
				return resp, err
			}
		}
		again = true
		created, resp, err := o.create(ctx)
		switch {
		case err == nil && created.id != "":
			a.own = created
		case err == nil:
			a.doubt = fmt.Errorf("%w: the answer has no id", ErrDecode)
		case errors.Is(err, ErrConflict):
			a.refused = err
		case hadNoEffect(resp, err):
			return resp, err
		case isPassing(err) || ctx.Err() != nil:
			a.doubt, a.asked = err, asked(resp)
			// Whoever says that he is not available has hardly done it.
			a.believed = resp != nil && resp.Response != nil && resp.StatusCode == http.StatusServiceUnavailable
		default:
			return resp, err
		}
		return resp, nil
	})
}

// hadNoEffect tells whether a create that failed certainly did nothing.
func hadNoEffect(resp *APIResponse, err error) bool {
	if resp == nil || resp.Response == nil {
		return neverConnected(err)
	}
	return resp.StatusCode == http.StatusTooManyRequests
}

// giveUp removes those of alive that have to go. The service may refuse that as
// long as one is being created.
func (o *onlyOne) giveUp(ctx context.Context, a *attempt, alive []sighting, losers ...sighting) error {
	worth := func(err error) bool { return isPassing(err) || isPage(err) || errors.Is(err, ErrConflict) }
	for _, s := range losers {
		err := patiently(ctx, worth, func(ctx context.Context) (*APIResponse, error) {
			resp, err := o.remove(ctx, s.id)
			if isGone(err) || errors.Is(err, ErrBodyEmpty) { // the latter is accepted
				return resp, nil
			}
			return resp, err
		})
		if err != nil {
			return fmt.Errorf("%w; remove %s: %w", duplicates(o.title, alive), s.id, err)
		}
		a.gaveUp(s.id)
	}
	return nil
}

// patiently calls try until it succeeds, fails in a way that is not worth
// waiting for, or trouble has lasted too long. That the time of one try is up is
// worth it, whatever it was spent on.
func patiently(ctx context.Context, worth func(error) bool, try func(context.Context) (*APIResponse, error)) error {
	began, pause := time.Now(), shortestPause
	for {
		resp, err := bounded(ctx, try)
		switch {
		case err == nil:
			return nil
		case ctx.Err() != nil:
			if !errors.Is(err, ctx.Err()) {
				err = fmt.Errorf("%w: %w", ended(ctx), err)
			}
			return err
		case !worth(err) && !errors.Is(err, context.DeadlineExceeded), time.Since(began) >= defaultTolerance:
			return err
		}
		if end := sleep(ctx, max(varied(pause), asked(resp))); end != nil {
			return fmt.Errorf("%w; the try before: %w", end, err)
		}
		pause = min(2*pause, longestPause)
	}
}

func bounded(ctx context.Context, try func(context.Context) (*APIResponse, error)) (*APIResponse, error) {
	ctx, cancel := forALook(ctx)
	defer cancel()
	return try(ctx)
}
