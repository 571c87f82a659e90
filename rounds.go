package ionoscloud

// Rounds: how several resources are watched with few requests. A round looks
// once at everything that is still awaited, with one request for all clusters
// and one for all node pools of a cluster.

import (
	"context"
	"fmt"
	"maps"
	"sync"
	"time"
)

// atOnce is how many requests of a round are under way at the same time.
const atOnce = 8

// awaited is one resource of a wait.
type awaited struct {
	Wait
	last     sighting
	message  string
	settled  bool      // states count: whatever was to come after has come
	absent   bool      // the last list did not have it
	trouble  error     // why the last look was in vain
	troubled time.Time // since when all looks have been
	tries    int
	done     bool
	err      error
}

func (a *awaited) open() bool { return !a.done && a.err == nil }

// watch is a wait under way.
type watch struct {
	waitOptions
	client *APIClient
	began  time.Time
	items  []*awaited
}

func newWatch(client *APIClient, waits []Wait, opts []WaitOption) *watch {
	w := &watch{waitOptions: newWaitOptions(opts), client: client, began: time.Now()}
	for _, wait := range waits {
		w.items = append(w.items, &awaited{Wait: wait, settled: wait.after == nil})
	}
	return w
}

// run looks until nothing is left to wait for.
func (w *watch) run(ctx context.Context) {
	pause, interval := time.Duration(0), w.first
	if w.allAnswered() {
		// The answers that the waits were made of have just been seen.
		pause = varied(interval)
	}
	for {
		if err := sleep(ctx, pause); err != nil {
			w.end(err)
			return
		}
		wished := w.round(ctx)
		if err := ended(ctx); err != nil {
			w.end(err)
			return
		}
		if w.over() {
			return
		}
		pause = varied(interval)
		if w.someAbsent() {
			pause = varied(w.first)
		}
		pause = max(pause, wished)
		interval = min(interval+interval/2, w.longest)
	}
}

func (w *watch) allAnswered() bool {
	for _, a := range w.items {
		if a.after == nil {
			return false
		}
	}
	return true
}

// end ends everything that is still awaited with the context's error.
func (w *watch) end(err error) {
	for _, a := range w.items {
		if !a.open() {
			continue
		}
		a.err = err
		if a.trouble != nil {
			a.err = fmt.Errorf("%w; the last look: %w", err, a.trouble)
		}
	}
}

// over tells whether there is nothing to go on for.
func (w *watch) over() bool {
	open := false
	for _, a := range w.items {
		if a.err != nil && !w.all {
			return true
		}
		open = open || a.open()
	}
	return !open
}

// look is one request of a round and what it showed.
type look struct {
	list  string // the cluster whose node pools are listed; "": clusters
	items []*awaited

	found  map[string]sighting // by sameID
	gone   map[string]error    // why, by sameID
	failed map[string]error    // what could not be asked for by itself, by sameID
	words  *words              // of the answer
	resp   *APIResponse
	err    error // of the whole look
}

// round looks at everything once and returns the pause that the service asks
// for.
func (w *watch) round(ctx context.Context) (wished time.Duration) {
	looks := w.looks()
	began := time.Now()
	inParallel(len(looks), func(i int) { looks[i].make(ctx, w) })
	wished = asked(w.sample(ctx, looks))
	now := time.Now()
	for _, l := range looks {
		wished = max(wished, asked(l.resp))
		for _, a := range l.items {
			a.tries++
			if l.err == nil || ctx.Err() == nil { // or it is the context's fault
				w.take(a, l, began, now)
			}
		}
	}
	if w.progress == nil || ctx.Err() != nil {
		return wished
	}
	for _, l := range looks {
		for _, a := range l.items {
			w.progress(Progress{Wait: a.Wait, State: a.last.state, Elapsed: now.Sub(w.began), Tries: a.tries, Err: a.trouble})
		}
	}
	return wished
}

// looks sorts what is still awaited into requests.
func (w *watch) looks() []*look {
	var looks []*look
	byList := map[string]*look{}
	for _, a := range w.items {
		if !a.open() {
			continue
		}
		list := ""
		if a.NodePoolID != "" {
			list = sameID(a.ClusterID)
		}
		l := byList[list]
		if l == nil {
			l = &look{}
			if list != "" {
				l.list = a.ClusterID
			}
			byList[list] = l
			looks = append(looks, l)
		}
		l.items = append(l.items, a)
	}
	return looks
}

// take draws the conclusions of a look, made from began to now, for one resource.
func (w *watch) take(a *awaited, l *look, began, now time.Time) {
	err := l.err
	if err == nil {
		err = l.failed[sameID(a.id())]
	}
	if err != nil {
		if a.trouble == nil {
			a.troubled = began
		}
		a.trouble = nil
		// A page in the place of what was there a moment ago will pass too.
		passing := isPassing(err) || isPage(err) && (a.after != nil || a.last.id != "")
		if passing && now.Sub(a.troubled) < w.tolerance {
			a.trouble = err
		} else {
			a.err = err
		}
		return
	}
	a.trouble = nil
	if seen, ok := l.found[sameID(a.id())]; ok {
		a.absent = false
		w.judge(a, seen, now)
		return
	}
	gone, certain := l.gone[sameID(a.id())]
	switch {
	case a.Goal.reachedBy(StateTerminated):
		a.done, a.absent = certain, true
	case w.unknownYet(a, now):
		// Accepted a moment ago, and a copy that lags behind does not know it.
	default:
		a.err = gone
	}
}

// judge decides whether a sighting ends the wait.
func (w *watch) judge(a *awaited, seen sighting, now time.Time) {
	a.last = seen
	if a.after != nil && now.Sub(w.began) < w.settle {
		// A copy that lags behind may answer once more after another that does
		// not, so what is older never counts.
		if a.after.older(seen.metadata) || !a.settled && !a.after.past(seen.metadata) {
			return
		}
		a.after = a.after.seeing(seen.metadata)
	}
	a.settled = true
	switch {
	case a.Goal.reachedBy(seen.state):
		a.done = true
	case a.Goal.missedBy(seen.state):
		a.message = seen.words.about(seen.id)
		a.err = ErrFailedState
	case seen.state == StateTerminated:
		a.err = fmt.Errorf("it has been deleted: %w", ErrNotFound)
	}
}

// id is the identifier of the resource itself.
func (w Wait) id() string {
	if w.NodePoolID != "" {
		return w.NodePoolID
	}
	return w.ClusterID
}

// make makes the requests of a look: a list for several resources, the resource
// itself for one.
func (l *look) make(parent context.Context, w *watch) {
	ctx, cancel := forALook(parent)
	defer cancel()
	l.found, l.gone, l.failed = map[string]sighting{}, map[string]error{}, map[string]error{}
	if len(l.items) == 1 {
		l.single(ctx, w.client, l.items[0].Wait)
		return
	}
	if l.list == "" {
		l.clusters(ctx, w.client)
	} else {
		l.nodePools(ctx, w.client)
	}
	if l.err != nil {
		return
	}
	// Whatever the list does not show is asked for itself: lists may lag behind,
	// and the service then says in its own words what is not there. What becomes
	// of one is no matter of the others.
	var missing []*awaited
	for _, a := range l.items {
		_, found := l.found[sameID(a.id())]
		_, gone := l.gone[sameID(a.id())]
		if !found && !gone && !w.mayLack(a) {
			missing = append(missing, a)
		}
	}
	alone := make([]look, len(missing))
	inParallel(len(missing), func(i int) {
		alone[i].items = missing[i : i+1]
		alone[i].make(parent, w)
	})
	for i := range alone {
		maps.Copy(l.found, alone[i].found)
		maps.Copy(l.gone, alone[i].gone)
		if alone[i].err != nil {
			l.failed[sameID(missing[i].id())] = alone[i].err
		}
		if asked(alone[i].resp) > asked(l.resp) {
			l.resp = alone[i].resp
		}
	}
}

func (l *look) clusters(ctx context.Context, client *APIClient) {
	list, resp, err := client.DataPlatformClusterApi.GetClusters(ctx).Execute()
	l.resp, l.err = resp, needItems(list.Items, resp, err)
	for i := range ToValue(list.Items) {
		l.add(sightCluster(&(*list.Items)[i]))
	}
}

func (l *look) nodePools(ctx context.Context, client *APIClient) {
	list, resp, err := client.DataPlatformNodePoolApi.GetClusterNodepools(ctx, l.list).Execute()
	l.resp, l.err = resp, needItems(list.Items, resp, err)
	if isGone(err) {
		// Node pools go with their cluster.
		l.err = nil
		for _, a := range l.items {
			l.gone[sameID(a.id())] = err
		}
	}
	for i := range ToValue(list.Items) {
		l.add(sightNodePool(&(*list.Items)[i]))
	}
}

// single asks for one resource. That there is none is an outcome and not an
// error of the look.
func (l *look) single(ctx context.Context, client *APIClient, wait Wait) {
	var seen sighting
	if wait.NodePoolID == "" {
		cluster, resp, err := client.DataPlatformClusterApi.GetCluster(ctx, wait.ClusterID).Execute()
		seen, l.resp, l.err = sightCluster(&cluster), resp, err
	} else {
		pool, resp, err := client.DataPlatformNodePoolApi.GetClusterNodepool(ctx, wait.ClusterID, wait.NodePoolID).Execute()
		seen, l.resp, l.err = sightNodePool(&pool), resp, err
	}
	switch {
	case isGone(l.err):
		l.gone[sameID(wait.id())] = l.err
		l.err = nil
	case l.err == nil:
		seen.id = wait.id() // it was asked for by this one
		l.add(seen)
	}
}

func (l *look) add(seen sighting) {
	if l.words == nil {
		l.words = &words{payload: l.resp.Payload}
	}
	seen.words = l.words
	l.found[sameID(seen.id)] = seen
}

// inParallel calls do for 0…n-1, a few at a time, and returns when all are done.
func inParallel(n int, do func(i int)) {
	if n == 1 {
		do(0)
		return
	}
	var group sync.WaitGroup
	slots := make(chan struct{}, atOnce)
	for i := range n {
		slots <- struct{}{}
		group.Go(func() {
			defer func() { <-slots }()
			do(i)
		})
	}
	group.Wait()
}
