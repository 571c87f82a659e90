// Neighbours: what clients of the Data Platform ask of the other API on its
// host, the Cloud API: whether a credential is good, and which VDCs there are.

package dataplatformtest

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// cloudPath is where the Cloud API begins on the host.
const cloudPath = "/cloudapi/v6"

// Datacenter is a virtual data center (VDC) in which clusters can be.
type Datacenter struct {
	ID          string // a UUID in lower case; Open and Start refuse others
	Name        string
	Description string
	Location    string // "de/txl"
	// Contract limits it to the people of one contract; "" is for all.
	Contract string
}

// WithDatacenters sets the VDCs that GET /cloudapi/v6/datacenters shows. A
// cluster can then be created in one of them only, and of the own contract;
// without any, every datacenterId is taken.
func WithDatacenters(vdcs ...Datacenter) Option {
	return func(c *config) { c.vdcs = slices.Clone(vdcs) }
}

func (d *Datacenter) seenBy(p *Person) bool {
	return d.Contract == "" || d.Contract == p.Contract
}

// is tells whether the VDC has that id, with or without its dashes.
func (d *Datacenter) is(id string) bool {
	own, ok := parseIdentifier(d.ID)
	asked, okAsked := parseIdentifier(id)
	return ok && okAsked && own == asked
}

// datacenter finds a VDC that the person sees.
func (a *API) datacenter(p *Person, id string) *Datacenter {
	for i := range a.vdcs {
		if d := &a.vdcs[i]; d.is(id) && d.seenBy(p) {
			return d
		}
	}
	return nil
}

// checkDatacenter reports that a cluster can't be in the given VDC.
func (a *API) checkDatacenter(c *call, ch *check, id string) {
	if len(a.vdcs) > 0 && id != "" && a.datacenter(c.person, id) == nil {
		ch.add("properties.datacenterId", "is %s, there is no such VDC", show(id))
	}
}

// cloudRoute finds the methods for a path of the Cloud API. A slash at its end
// means nothing there.
func (a *API) cloudRoute(c *call, path string) methods {
	path = strings.TrimSuffix(path, "/")
	const datacenters = cloudPath + "/datacenters/"
	id, ok := strings.CutPrefix(path, datacenters)
	if !ok {
		return a.routes[path]
	}
	if id == "" || strings.Contains(id, "/") {
		return nil
	}
	c.clusterID = id
	return a.routes[datacenters+"{}"]
}

func (a *API) checkCredentials(c *call) (answer, *problem) {
	return answer{status: http.StatusOK, body: []byte(`{"href":"` + cloudPath + `","name":"CLOUD API","version":"6.0"}`)}, nil
}

func (a *API) listDatacenters(c *call) (answer, *problem) {
	depth, p := cloudNumber(c, "depth", 0)
	if p != nil {
		return answer{}, p
	}
	offset, p := cloudNumber(c, "offset", 0)
	if p != nil {
		return answer{}, p
	}
	limit, p := cloudNumber(c, "limit", 1000)
	if p != nil {
		return answer{}, p
	}
	items := []any{}
	for i := range a.vdcs {
		if !a.vdcs[i].seenBy(c.person) {
			continue
		}
		if offset > 0 {
			offset--
			continue
		}
		if len(items) < limit {
			items = append(items, a.vdcs[i].document(depth > 0))
		}
	}
	return cloudAnswer(map[string]any{
		"id": "datacenters", "type": "collection", "href": cloudPath + "/datacenters", "items": items,
	})
}

func (a *API) getDatacenter(c *call) (answer, *problem) {
	d := a.datacenter(c.person, c.clusterID)
	if d == nil {
		return answer{}, newProblem(http.StatusNotFound, codeNotFound, "there is no VDC %s", show(c.clusterID))
	}
	return cloudAnswer(d.document(true))
}

// document is the VDC as the Cloud API shows it, with or without its content.
func (d *Datacenter) document(full bool) map[string]any {
	out := map[string]any{"id": d.ID, "type": "datacenter", "href": cloudPath + "/datacenters/" + d.ID}
	if full {
		out["metadata"] = map[string]any{"state": string(StateAvailable)}
		out["properties"] = map[string]any{
			"name": d.Name, "description": d.Description, "location": d.Location, "version": 1,
			"features": []string{}, "secAuthProtection": false,
		}
	}
	return out
}

func cloudAnswer(document any) (answer, *problem) {
	raw, err := json.Marshal(document)
	if err != nil { // texts and numbers
		return answer{}, newProblem(http.StatusInternalServerError, "internal", "the answer could not be encoded")
	}
	return answer{status: http.StatusOK, body: raw}, nil
}

// cloudNumber reads a query parameter of the Cloud API.
func cloudNumber(c *call, name string, usual int) (int, *problem) {
	text := c.r.URL.Query().Get(name)
	if text == "" {
		return usual, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return 0, newProblem(http.StatusBadRequest, codeInvalid, "%s: is %s, must be a whole number from 0", name, show(text))
	}
	return n, nil
}
