// The ledger: what has been created, so that nothing is left behind unnamed.
// A resource is entered before it is asked for and struck out when it is certain
// that it isn't there.

package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
)

const (
	kindCluster  = "cluster"
	kindNodePool = "node pool"

	// answerIn is how long an accepted create may take to be answered. An
	// interruption doesn't cut it off, so that it is known what to remove.
	answerIn = 30 * time.Second
	// looks is how often a resource is looked for whose creation was not answered.
	looks = 3
	// tries is how often the removal is tried.
	tries = 3
)

// item is a resource that was created, or may have been.
type item struct {
	kind, name string
	id         string // "" until it is known
	cluster    *item  // of a node pool
}

func (it *item) String() string {
	id := it.id
	if id == "" {
		id = "unknown: its creation was not answered"
	}
	s := fmt.Sprintf("%s %s (id %s)", it.kind, it.name, id)
	if it.cluster != nil {
		s += " of the cluster " + it.cluster.name
	}
	return s
}

type ledger struct {
	items []*item
}

func (l *ledger) forget(it *item) {
	l.items = slices.DeleteFunc(l.items, func(other *item) bool { return other == it })
}

// of gives the entries of a kind.
func (l *ledger) of(kind string) []*item {
	var found []*item
	for _, it := range l.items {
		if it.kind == kind {
			found = append(found, it)
		}
	}
	return found
}

// create asks for a resource with send and enters it into the ledger.
func (t *tour) create(ctx, all context.Context, it *item,
	send func(context.Context) (string, *ionoscloud.APIResponse, error),
) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	t.ledger.items = append(t.ledger.items, it)
	sending, cancel := context.WithTimeout(all, answerIn)
	defer cancel()
	id, response, err := send(sending)
	it.id = id
	if err == nil && id != "" {
		return ctx.Err()
	}
	if err == nil {
		err = errors.New("the answer has no id")
	}
	if refused(response, err) {
		t.ledger.forget(it)
	}
	return fmt.Errorf("create the %s %s: %w", it.kind, it.name, err)
}

// refused tells whether it is certain that nothing was done: the client didn't
// send the request, or the service said so.
func refused(response *ionoscloud.APIResponse, err error) bool {
	if errors.Is(err, ionoscloud.ErrInvalid) {
		return true
	}
	status := status(response)
	return status >= 400 && status < 500 && status != http.StatusRequestTimeout
}

func status(response *ionoscloud.APIResponse) int {
	if response == nil || response.Response == nil {
		return 0
	}
	return response.StatusCode
}

// removeAll removes everything that is in the ledger, node pools first, and
// names what is left. It has time of its own: work that ran out of time or was
// interrupted is cleaned up after all the same.
func (t *tour) removeAll(all context.Context) bool {
	if len(t.ledger.items) == 0 {
		return true
	}
	ctx, cancel := context.WithTimeout(all, t.removal)
	defer cancel()
	t.say("Removing everything:")
	failure := t.removeOnce(ctx)
	for try := 1; try < tries && len(t.ledger.items) > 0 && sleep(ctx, t.poll) == nil; try++ {
		failure = t.removeOnce(ctx)
	}
	t.say("")
	if len(t.ledger.items) == 0 {
		return true
	}
	if failure != nil {
		fmt.Fprintln(t.errOut, "quickstart:", failure)
	}
	fmt.Fprintln(t.errOut, "Left behind; please look after:")
	for _, it := range t.ledger.items {
		fmt.Fprintln(t.errOut, "  "+it.String())
	}
	return false
}

// removeOnce tries to remove what is in the ledger. The cluster has its turn
// even if a node pool resists, as node pools go with their cluster.
func (t *tour) removeOnce(ctx context.Context) error {
	failure := t.remove(ctx, t.ledger.of(kindNodePool))
	failure = errors.Join(failure, t.remove(ctx, t.ledger.of(kindCluster)))
	if len(t.ledger.of(kindCluster)) == 0 {
		t.ledger.items = nil
	}
	return failure
}

// remove deletes resources of one kind and waits until they are gone. A failure
// with one doesn't keep it from the others.
func (t *tour) remove(ctx context.Context, items []*item) error {
	var waiting []*item
	var failures []error
	for _, it := range items {
		if err := t.find(ctx, it); err != nil {
			failures = append(failures, err)
			continue
		}
		if it.id == "" {
			t.say("  The creation of the %s %s was not answered, and it doesn't exist.", it.kind, it.name)
			t.ledger.forget(it)
			continue
		}
		if err := t.delete(ctx, it); err != nil {
			failures = append(failures, err)
			continue
		}
		waiting = append(waiting, it)
	}
	return errors.Join(append(failures, t.awaitGone(ctx, waiting...))...)
}

// find looks for a resource whose creation was not answered, by its name, which
// nothing else has. It looks several times, as the creation may still be on its
// way; it.id stays empty when the resource isn't there.
func (t *tour) find(ctx context.Context, it *item) error {
	if it.cluster != nil && it.cluster.id == "" {
		return nil // there was no cluster yet to create it in
	}
	for look := 0; it.id == "" && look < looks; look++ {
		if look > 0 {
			if err := sleep(ctx, t.poll); err != nil {
				return fmt.Errorf("look for the %s %s: %w", it.kind, it.name, err)
			}
		}
		if err := t.lookUp(ctx, it); err != nil {
			return fmt.Errorf("look for the %s %s: %w", it.kind, it.name, err)
		}
	}
	return nil
}

func (t *tour) lookUp(ctx context.Context, it *item) error {
	if it.cluster == nil {
		list, _, err := t.client.DataPlatformClusterApi.GetClusters(ctx).Name(it.name).Execute()
		if err != nil {
			return err
		}
		for _, found := range value(list.Items) {
			if value(value(found.Properties).Name) == it.name {
				it.id = value(found.Id)
			}
		}
		return nil
	}
	list, _, err := t.client.DataPlatformNodePoolApi.GetClusterNodepools(ctx, it.cluster.id).Execute()
	if err != nil {
		return err
	}
	for _, found := range value(list.Items) {
		if value(value(found.Properties).Name) == it.name {
			it.id = value(found.Id)
		}
	}
	return nil
}

// delete asks for a deletion, again and again while the resource is too busy
// for it.
func (t *tour) delete(ctx context.Context, it *item) error {
	for {
		var response *ionoscloud.APIResponse
		var err error
		if it.cluster == nil {
			_, response, err = t.client.DataPlatformClusterApi.DeleteCluster(ctx, it.id).Execute()
		} else {
			_, response, err = t.client.DataPlatformNodePoolApi.DeleteClusterNodepool(ctx, it.cluster.id, it.id).Execute()
		}
		switch status := status(response); {
		case err == nil || status == http.StatusNotFound:
			return nil
		case status != http.StatusConflict && status != http.StatusLocked:
			return fmt.Errorf("delete the %s %s: %w", it.kind, it.name, err)
		}
		if err := sleep(ctx, t.poll); err != nil {
			return fmt.Errorf("delete the %s %s: %w", it.kind, it.name, err)
		}
	}
}
