// Changes: creating, patching and deleting clusters and node pools.

package dataplatformtest

import (
	"cmp"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
)

// maxBody is the largest request body that is read.
const maxBody = 1 << 20

// body reads a request's JSON document.
func (c *call) body() (any, *problem) {
	if kind := c.r.Header.Get("Content-Type"); kind != "" && kind != "application/json" {
		if media, _, err := mime.ParseMediaType(kind); err != nil || media != "application/json" {
			return nil, newProblem(http.StatusUnsupportedMediaType, "unsupported-media-type",
				"the content type is %s, must be application/json", show(kind))
		}
	}
	if coding := c.r.Header.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return nil, newProblem(http.StatusUnsupportedMediaType, "unsupported-media-type",
			"the content coding is %s, must be identity or nothing", show(coding))
	}
	if c.r.Body == nil {
		return nil, newProblem(http.StatusBadRequest, codeMalformed, "a request body is required")
	}
	var raw []byte
	var err error
	if c.r.ContentLength <= maxBody { // else nobody needs to send it
		raw, err = io.ReadAll(io.LimitReader(c.r.Body, maxBody+1))
	}
	switch {
	case err != nil:
		return nil, newProblem(http.StatusBadRequest, codeMalformed, "the request body could not be read")
	case c.r.ContentLength > maxBody || len(raw) > maxBody:
		return nil, newProblem(http.StatusRequestEntityTooLarge, "body-too-large", "the request body is larger than %d bytes", maxBody)
	case len(raw) == 0:
		return nil, newProblem(http.StatusBadRequest, codeMalformed, "a request body is required")
	}
	v, err := decodeJSON(raw)
	if err != nil {
		return nil, newProblem(http.StatusBadRequest, codeMalformed, "the request body is not JSON: %v", err)
	}
	return v, nil
}

// properties are those of a body that has been checked.
func properties(body any) map[string]any {
	document, _ := body.(map[string]any)
	properties, _ := document["properties"].(map[string]any)
	return properties
}

// present takes a change to the moment that it happens at, which may be long
// after its request began: the body may be slow, and others may have been
// quicker. The store is locked.
func (a *API) present(c *call) {
	c.now = a.clock.Now()
	a.store.catchUp(c.now)
}

// accepted is the answer to a change.
func accepted(r *resource) answer {
	return answer{status: http.StatusAccepted, body: r.answer, etag: r.etag}
}

// requested reads and checks the body of a create.
func (a *API) requested(c *call, p *plan) (map[string]any, *check, *problem) {
	body, problem := c.body()
	if problem != nil {
		return nil, nil, problem
	}
	ch := &check{patterns: a.patterns}
	wanted := properties(ch.value(p.create, body))
	ch.labels(wanted)
	return wanted, ch, nil
}

func (a *API) createCluster(c *call) (answer, *problem) {
	wanted, ch, p := a.requested(c, a.clusters)
	if p != nil {
		return answer{}, p
	}
	version, given := wanted["dataPlatformVersion"].(string)
	if given && !slices.Contains(a.store.versions, version) {
		ch.add("properties.dataPlatformVersion", "is %s, must be one of %s", show(version), strings.Join(a.store.versions, ", "))
	}
	datacenter, _ := wanted["datacenterId"].(string)
	a.checkDatacenter(c, ch, datacenter)
	if ch.violations != nil {
		return answer{}, invalid(ch.violations)
	}
	if !given {
		version = a.store.versions[len(a.store.versions)-1]
		wanted["dataPlatformVersion"] = version
	}
	version = strings.Clone(version)
	r := a.newResource(c, a.clusters, wanted, version)
	r.pools = newCollection()
	a.store.mu.Lock()
	defer a.store.unlock(c)
	a.present(c)
	a.store.add(a.store.clusters, r, c.now)
	a.store.enqueue(r, step{action: Create, accepted: c.now})
	c.did(Create, r)
	return accepted(r), nil
}

func (a *API) createNodePool(c *call) (answer, *problem) {
	// A wrong cluster is reported before a wrong body.
	if p := a.exists(c, a.findCluster); p != nil {
		return answer{}, p
	}
	wanted, ch, p := a.requested(c, a.pools)
	if p != nil {
		return answer{}, p
	}
	if ch.violations != nil {
		return answer{}, invalid(ch.violations)
	}
	a.store.mu.Lock()
	defer a.store.unlock(c)
	a.present(c)
	cluster, p := a.findCluster(c)
	if p != nil {
		return answer{}, p
	}
	if p := cluster.changeable(); p != nil {
		return answer{}, p
	}
	wanted["dataPlatformVersion"] = cluster.version
	wanted["datacenterId"] = cluster.decoded()["datacenterId"]
	r := a.newResource(c, a.pools, wanted, cluster.version)
	r.cluster = cluster
	a.store.add(cluster.pools, r, c.now)
	a.store.enqueue(r, step{action: Create, accepted: c.now})
	c.did(Create, r)
	return accepted(r), nil
}

func (a *API) newResource(c *call, p *plan, wanted map[string]any, version string) *resource {
	r := &resource{
		id: a.store.ids(), plan: p, version: version,
		createdBy: c.person, modifiedBy: c.person,
		revision: 1,
	}
	r.keep(wanted)
	return r
}

// keep makes the given properties the resource's own.
func (r *resource) keep(wanted map[string]any) {
	name, _ := wanted["name"].(string)
	r.name = strings.Clone(name) // not with the whole request
	r.lowerName = strings.ToLower(r.name)
	r.properties = appendObject(nil, r.plan.answer, wanted)
}

func (a *API) patchCluster(c *call) (answer, *problem) {
	return a.change(c, a.clusters, a.findCluster)
}

func (a *API) patchNodePool(c *call) (answer, *problem) {
	return a.change(c, a.pools, a.findNodePool)
}

// exists tells what is wrong with the path, before the body is looked at.
func (a *API) exists(c *call, find finder) *problem {
	a.store.mu.RLock()
	defer a.store.mu.RUnlock()
	_, p := find(c)
	return p
}

func (a *API) change(c *call, p *plan, find finder) (answer, *problem) {
	if p := a.exists(c, find); p != nil {
		return answer{}, p
	}
	body, problem := c.body()
	if problem != nil {
		return answer{}, problem
	}
	ch := &check{patterns: a.patterns, patch: true}
	p.refuseImmutable(body, ch) // first: the check keeps only what a PATCH may name
	wanted := properties(ch.value(p.patch, body))
	ch.labels(wanted)

	a.store.mu.Lock()
	defer a.store.unlock(c)
	a.present(c)
	r, problem := find(c)
	if problem != nil {
		return answer{}, problem
	}
	version, upgrade := wanted["dataPlatformVersion"].(string)
	coming := r.coming()
	if possible := upgrades(a.store.versions, coming); upgrade && version != coming && !slices.Contains(possible, version) {
		ch.add("properties.dataPlatformVersion", "is %s, must be %s or an upgrade from it (%s)",
			show(version), coming, cmp.Or(strings.Join(possible, ", "), "there is none"))
	}
	if ch.violations != nil {
		return answer{}, invalid(ch.violations)
	}
	if p := r.changeable(); p != nil {
		return answer{}, p
	}
	if p := c.precondition(r); p != nil {
		return answer{}, p
	}
	all := r.decoded()
	for name, value := range wanted {
		all[name] = value // null too: it is left out when encoded
	}
	if version == "" && r.cluster == nil {
		// An upgrade that failed is still wanted; any change tries it again.
		version, _ = all["dataPlatformVersion"].(string)
	}
	r.keep(all)
	r.touch(c)
	a.store.enqueue(r, step{action: Update, accepted: c.now, version: strings.Clone(version)})
	a.store.lookAhead(r, c.now)
	c.did(Update, r)
	return accepted(r), nil
}

func (a *API) deleteCluster(c *call) (answer, *problem) {
	return a.delete(c, a.findCluster)
}

func (a *API) deleteNodePool(c *call) (answer, *problem) {
	return a.delete(c, a.findNodePool)
}

func (a *API) delete(c *call, find finder) (answer, *problem) {
	a.store.mu.Lock()
	defer a.store.unlock(c)
	a.present(c)
	r, p := find(c)
	if p != nil {
		return answer{}, p
	}
	if p := c.precondition(r); p != nil {
		return answer{}, p
	}
	if !r.ending() {
		r.touch(c)
		a.store.enqueue(r, step{action: Delete, accepted: c.now})
		c.did(Delete, r)
	}
	return accepted(r), nil
}

// touch notes who changed the resource and when.
func (r *resource) touch(c *call) {
	r.modified, r.modifiedBy = c.now, c.person
	r.revision++
}

// changeable tells why a resource, or its cluster, takes no changes.
func (r *resource) changeable() *problem {
	for each := r; each != nil; each = each.cluster {
		switch {
		case each.ending():
			return newProblem(http.StatusConflict, codeConflict, "the %s %s is being deleted", each.plan.title, each.id)
		case each.rest == StateFailed || each.rest == StateFailedDestroying:
			return newProblem(http.StatusConflict, codeConflict, "the %s %s is %s and can only be deleted",
				each.plan.title, each.id, each.rest)
		}
	}
	return nil
}
