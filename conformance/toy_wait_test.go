package conformance_test

// How the small client waits.

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
)

func (c *toyClient) await(ctx context.Context, call conformance.Call) conformance.Result {
	deleted := call.Operation == conformance.AwaitClusterDeleted
	call.Operation = conformance.GetCluster
	for {
		if c.has("waits on after the end") {
			ctx = context.WithoutCancel(ctx)
		}
		result := c.Do(ctx, call)
		var document toyDocument
		_ = json.Unmarshal(result.Document, &document)
		state := document.Metadata.State
		switch {
		case ctx.Err() != nil:
			return conformance.Result{Err: c.problem(0, "", ctx.Err())}
		case deleted && result.Status == 404:
			if !c.has("takes a deleted cluster for lost") {
				result.Err = nil
			}
			return result
		case result.Err != nil && (result.Status == 0 || result.Status == 503):
			if c.has("gives up in an outage") {
				return result
			}
		case result.Err != nil:
			return result
		case strings.HasPrefix(state, "FAILED"):
			if !c.has("waits for what has failed") {
				result.Err = errors.New(state)
				return result
			}
		case !deleted && (state == "AVAILABLE" || state == "DEPLOYING" && c.has("takes any state for available")):
			return result
		}
		interval := c.settings.PollInterval
		if c.has("looks without a pause") {
			interval = 0
		}
		if err := c.pause(ctx, interval); err != nil {
			return conformance.Result{Err: c.problem(0, "", err)}
		}
	}
}
