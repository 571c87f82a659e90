// Reads: getting and listing clusters and node pools.

package dataplatformtest

import (
	"net/http"
	"net/url"
	"strings"
)

// maxNameFilter is the most characters that ?name= may have.
const maxNameFilter = 63

func (a *API) getVersions(*call) (answer, *problem) {
	return answer{status: http.StatusOK, body: a.versions}, nil
}

func versionsAnswer(c *config, id identifier) []byte {
	if c.bare {
		return appendStrings(nil, c.versions)
	}
	dst := appendListHead(nil, id, basePath+"/versions")
	dst = append(dst[:len(dst)-1], appendStrings(nil, c.versions)...)
	return append(dst, '}')
}

// appendListHead begins a list's answer, up to and with the bracket of its items.
func appendListHead(dst []byte, id identifier, href string) []byte {
	dst = append(dst, `{"id":"`...)
	dst = id.append(dst)
	dst = append(dst, `","type":"collection","href":`...)
	dst = appendString(dst, href)
	return append(dst, `,"items":[`...)
}

func (a *API) getCluster(c *call) (answer, *problem) {
	return a.get(c, a.findCluster)
}

func (a *API) getNodePool(c *call) (answer, *problem) {
	return a.get(c, a.findNodePool)
}

// finder finds the resource that a call is about. The store is locked.
type finder func(*call) (*resource, *problem)

func (a *API) get(c *call, find finder) (answer, *problem) {
	a.store.mu.RLock()
	defer a.store.mu.RUnlock()
	r, p := find(c)
	if p != nil {
		return answer{}, p
	}
	if c.unchanged(r) {
		return answer{status: http.StatusNotModified, etag: r.etag}, nil
	}
	return answer{status: http.StatusOK, body: r.answer, etag: r.etag}, nil
}

func (a *API) findCluster(c *call) (*resource, *problem) {
	id, p := pathIdentifier("clusterId", c.clusterID)
	if p != nil {
		return nil, p
	}
	r := a.store.clusters.byID[id]
	if r == nil || !c.person.sees(r.createdBy) {
		return nil, newProblem(http.StatusNotFound, codeNotFound, "there is no cluster %s", c.clusterID)
	}
	return r, nil
}

func (a *API) findNodePool(c *call) (*resource, *problem) {
	id, p := pathIdentifier("nodepoolId", c.poolID)
	if p != nil {
		// Both ids may be wrong, and then both are named.
		if _, q := pathIdentifier("clusterId", c.clusterID); q != nil {
			p.messages = append(q.messages, p.messages...)
		}
		return nil, p
	}
	cluster, p := a.findCluster(c)
	if p != nil {
		return nil, p
	}
	r := cluster.pools.byID[id]
	if r == nil || !c.person.sees(r.createdBy) {
		return nil, newProblem(http.StatusNotFound, codeNotFound, "the cluster %s has no node pool %s", c.clusterID, c.poolID)
	}
	return r, nil
}

func pathIdentifier(name, text string) (identifier, *problem) {
	id, ok := parseIdentifier(text)
	if !ok {
		return id, newProblem(http.StatusBadRequest, codeInvalid, "%s: is %s, must be a UUID", name, show(text))
	}
	return id, nil
}

func (a *API) listClusters(c *call) (answer, *problem) {
	name, p := nameFilter(c.r.URL)
	if p != nil {
		return answer{}, p
	}
	a.store.mu.RLock()
	defer a.store.mu.RUnlock()
	return list(c, a.store.clusters, name, a.listID, basePath+"/clusters"), nil
}

func (a *API) listNodePools(c *call) (answer, *problem) {
	a.store.mu.RLock()
	defer a.store.mu.RUnlock()
	cluster, p := a.findCluster(c)
	if p != nil {
		return answer{}, p
	}
	href := string(append(cluster.appendHref(nil), "/nodepools"...))
	return list(c, cluster.pools, "", cluster.id, href), nil
}

// list collects the encoded resources that the person sees; they are written
// after the lock is given back.
func list(c *call, all *collection, name string, id identifier, href string) answer {
	items := make([][]byte, 0, len(all.byID))
	for r := range all.all() {
		if c.person.sees(r.createdBy) && strings.Contains(r.lowerName, name) {
			items = append(items, r.answer)
		}
	}
	return answer{status: http.StatusOK, body: appendListHead(nil, id, href), items: items}
}

// nameFilter reads ?name= in lower case.
func nameFilter(u *url.URL) (string, *problem) {
	if u.RawQuery == "" {
		return "", nil
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return "", newProblem(http.StatusBadRequest, codeMalformed, "the query is malformed")
	}
	name := query.Get("name")
	var violations []violation
	if n := len([]rune(name)); n > maxNameFilter {
		violations = append(violations, violation{"name", "has more than 63 characters"})
	}
	if strings.ContainsFunc(name, notInName) {
		violations = append(violations, violation{"name", "is " + show(name) + ", must match ^[-A-Za-z0-9_.]*$"})
	}
	if violations != nil {
		return "", invalid(violations)
	}
	return strings.ToLower(name), nil
}

func notInName(r rune) bool {
	return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' || r == '.')
}
