package conformance_test

// How the small client creates once.

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
)

// toyListed is what a list shows of a cluster.
type toyListed struct {
	ID       string `json:"id"`
	Metadata struct {
		State       string    `json:"state"`
		CreatedDate time.Time `json:"createdDate"`
	} `json:"metadata"`
	Properties toyWanted `json:"properties"`
}

type toyWanted struct {
	Name         string `json:"name"`
	DatacenterID string `json:"datacenterId"`
}

// lookFor lists the clusters that are wanted, the oldest first.
func (c *toyClient) lookFor(ctx context.Context, wanted toyWanted) ([]toyListed, error) {
	_, payload, err := c.try(ctx, conformance.Call{Operation: conformance.GetClusters})
	if err != nil {
		return nil, err
	}
	var list struct{ Items []toyListed }
	if err := json.Unmarshal(payload, &list); err != nil {
		return nil, err
	}
	found := slices.DeleteFunc(list.Items, func(l toyListed) bool {
		switch {
		case l.Metadata.State == "DESTROYING":
			return !c.has("takes what is being deleted")
		case c.has("takes any data center"):
			return l.Properties.Name != wanted.Name
		}
		return l.Properties != wanted
	})
	slices.SortFunc(found, func(a, b toyListed) int {
		return cmp.Or(a.Metadata.CreatedDate.Compare(b.Metadata.CreatedDate), cmp.Compare(a.ID, b.ID))
	})
	return found, nil
}

func (c *toyClient) ensure(ctx context.Context, call conformance.Call) conformance.Result {
	var body struct{ Properties toyWanted }
	if err := json.Unmarshal(call.Body, &body); err != nil {
		return conformance.Result{Err: err}
	}
	create := call
	create.Operation = conformance.CreateCluster
	own, sure := "", true
	for creates := 0; ; {
		found, err := c.lookFor(ctx, body.Properties)
		if creates == 0 && c.has("creates without looking") || creates == 1 && !sure && c.has("repeats a create in doubt") {
			found = nil
		}
		switch {
		case err != nil:
			return conformance.Result{Err: err}
		case len(found) == 0 && creates == 3:
			return conformance.Result{Err: errors.New("no create had an effect")}
		case len(found) == 0:
			creates++
			status, payload, err := c.try(ctx, create)
			var made toyListed
			_ = json.Unmarshal(payload, &made)
			own, sure = made.ID, err == nil
			if err != nil && c.has("gives up a create in doubt") {
				return conformance.Result{Status: status, Err: err}
			}
			if err := c.pause(ctx, 200*time.Millisecond); err != nil {
				return conformance.Result{Err: c.problem(0, "", err)}
			}
			if sure && c.has("does not look for rivals") {
				return conformance.Result{Status: status, Document: payload}
			}
		case len(found) > 1 && own != "" && found[0].ID != own:
			if _, _, err := c.try(ctx, conformance.Call{Operation: conformance.DeleteCluster, ClusterID: own}); err != nil {
				return conformance.Result{Err: err}
			}
			own = ""
		default:
			document, err := json.Marshal(found[0])
			return conformance.Result{Document: document, Err: err}
		}
	}
}
