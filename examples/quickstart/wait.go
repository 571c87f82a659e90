// Waiting: looking at states until they are as they should be, and showing them.

package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
)

// stillThere is how often a state is shown that doesn't change.
const stillThere = 30 * time.Second

// gone stands for the state of what isn't there any more.
const gone = "gone"

// state asks for the state of a resource.
func (t *tour) state(ctx context.Context, it *item) (string, error) {
	var metadata *ionoscloud.Metadata
	var response *ionoscloud.APIResponse
	var err error
	if it.cluster == nil {
		var cluster ionoscloud.ClusterResponseData
		cluster, response, err = t.client.DataPlatformClusterApi.GetCluster(ctx, it.id).Execute()
		metadata = cluster.Metadata
	} else {
		var pool ionoscloud.NodePoolResponseData
		pool, response, err = t.client.DataPlatformNodePoolApi.GetClusterNodepool(ctx, it.cluster.id, it.id).Execute()
		metadata = pool.Metadata
	}
	switch {
	case response.HttpNotFound():
		return gone, nil
	case err != nil:
		return "", fmt.Errorf("ask for the state of the %s %s: %w", it.kind, it.name, err)
	}
	state := value(value(metadata).State)
	if state == "TERMINATED" {
		return gone, nil
	}
	return state, nil
}

// awaitAvailable waits until all the resources are available.
func (t *tour) awaitAvailable(ctx context.Context, items ...*item) error {
	err := t.await(ctx, items, func(it *item, state string) (bool, error) {
		if state == gone || strings.HasPrefix(state, "FAILED") {
			return false, fmt.Errorf("the %s %s is %s", it.kind, it.name, state)
		}
		return state == "AVAILABLE", nil
	})
	t.say("")
	return err
}

// awaitGone waits until none of the resources is there any more.
func (t *tour) awaitGone(ctx context.Context, items ...*item) error {
	return t.await(ctx, items, func(it *item, state string) (bool, error) {
		if state == "FAILED_DESTROYING" {
			return false, fmt.Errorf("the %s %s is %s", it.kind, it.name, state)
		}
		if state == gone {
			t.ledger.forget(it)
		}
		return state == gone, nil
	})
}

// await looks at each resource until done says so, and shows its states with
// the time since the waiting began. A failure with one doesn't end the waiting
// for the others.
func (t *tour) await(ctx context.Context, items []*item, done func(*item, string) (bool, error)) error {
	begun := time.Now()
	type sight struct {
		state string
		at    time.Time
	}
	last := map[*item]sight{}
	var failures []error
	for left := items; ; {
		var still []*item
		for _, it := range left {
			state, err := t.state(ctx, it)
			if err != nil {
				failures = append(failures, err)
				continue
			}
			if seen := last[it]; seen.state != state || time.Since(seen.at) >= stillThere {
				t.say("  %7s  %s %s: %s", elapsed(begun), it.kind, it.name, state)
				last[it] = sight{state, time.Now()}
			}
			switch ok, err := done(it, state); {
			case err != nil:
				failures = append(failures, err)
			case !ok:
				still = append(still, it)
			}
		}
		if left = still; len(left) == 0 {
			return errors.Join(failures...)
		}
		if err := sleep(ctx, t.poll); err != nil {
			failures = append(failures, fmt.Errorf("wait for the %s %s: %w", left[0].kind, left[0].name, err))
			return errors.Join(failures...)
		}
	}
}

// elapsed is the time since then, to a tenth of a second.
func elapsed(since time.Time) string {
	d := time.Since(since)
	if d < time.Minute {
		return fmt.Sprintf("%.1fs", d.Seconds())
	}
	return d.Round(time.Second).String()
}

// sleep waits for d or until ctx ends.
func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
