package conformance_test

// How the small client waits.

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
)

func (c *toyClient) await(ctx context.Context, call conformance.Call) conformance.Result {
	deleted := strings.HasSuffix(string(call.Operation), "Deleted")
	pool := call.NodePoolID != ""
	call.Operation = conformance.GetCluster
	if pool {
		call.Operation = conformance.GetClusterNodepool
	}
	for {
		if c.has("waits on after the end") {
			ctx = context.WithoutCancel(ctx)
		}
		result := c.Do(ctx, call)
		var document toyDocument
		_ = json.Unmarshal(result.Document, &document)
		switch over, err := c.over(result, document.Metadata.State, deleted, pool); {
		case ctx.Err() != nil:
			return conformance.Result{Err: c.problem(0, "", ctx.Err())}
		case over:
			result.Err = err
			return result
		}
		if err := c.pause(ctx, c.interval(result)); err != nil {
			return conformance.Result{Err: c.problem(0, "", err)}
		}
	}
}

// over tells whether there is nothing to wait for any more, and whether that is
// an error.
func (c *toyClient) over(result conformance.Result, state string, deleted, pool bool) (bool, error) {
	switch {
	case deleted && result.Status == http.StatusNotFound:
		if pool && c.has("takes a deleted node pool for lost") || !pool && c.has("takes a deleted cluster for lost") {
			return true, result.Err
		}
		return true, nil
	case result.Err != nil && (result.Status == 0 || result.Status == http.StatusServiceUnavailable):
		return c.has("gives up in an outage"), result.Err
	case result.Err != nil:
		return true, result.Err
	case strings.HasPrefix(state, "FAILED"):
		waits := pool && c.has("waits for node pools that have failed") || !pool && c.has("waits for what has failed")
		return !waits, errors.New(state)
	case deleted:
		return false, nil
	case state == "DEPLOYING":
		return pool && c.has("takes any node pool for available") || !pool && c.has("takes any state for available"), nil
	}
	return state == "AVAILABLE", nil
}

// interval is how long to wait until the next look.
func (c *toyClient) interval(result conformance.Result) time.Duration {
	pause := c.settings.PollInterval
	if c.has("looks without a pause") {
		pause = 0
	}
	var refused *toyError
	if errors.As(result.Err, &refused) && !c.has("waits by its own watch") {
		pause = max(pause, refused.retryAfter)
	}
	return pause
}
