// Routes: the operations and where they are.

package dataplatformtest

import (
	"net/http"
	"strings"
)

// endpoint is one operation where it can be reached.
type endpoint struct {
	operation Operation
	handle    func(*API, *call) (answer, *problem)
}

// methods are the operations of one route.
type methods map[string]*endpoint

// allow is the Allow header of a route.
func (m methods) allow() string {
	var names []string
	for _, name := range [...]string{http.MethodGet, http.MethodPost, http.MethodPatch, http.MethodDelete} {
		if m[name] != nil {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// routes is every route by its path, with {} in the place of an id.
type routes map[string]methods

func newRoutes() routes {
	return routes{
		basePath + "/versions": {
			http.MethodGet: {VersionsGet, (*API).getVersions},
		},
		basePath + "/clusters": {
			http.MethodGet:  {GetClusters, (*API).listClusters},
			http.MethodPost: {CreateCluster, (*API).createCluster},
		},
		basePath + "/clusters/{}": {
			http.MethodGet:    {GetCluster, (*API).getCluster},
			http.MethodPatch:  {PatchCluster, (*API).patchCluster},
			http.MethodDelete: {DeleteCluster, (*API).deleteCluster},
		},
		basePath + "/clusters/{}/kubeconfig": {
			http.MethodGet: {GetClusterKubeconfig, (*API).getKubeconfig},
		},
		basePath + "/clusters/{}/nodepools": {
			http.MethodGet:  {GetClusterNodepools, (*API).listNodePools},
			http.MethodPost: {CreateClusterNodepool, (*API).createNodePool},
		},
		basePath + "/clusters/{}/nodepools/{}": {
			http.MethodGet:    {GetClusterNodepool, (*API).getNodePool},
			http.MethodPatch:  {PatchClusterNodepool, (*API).patchNodePool},
			http.MethodDelete: {DeleteClusterNodepool, (*API).deleteNodePool},
		},
		cloudPath: {
			http.MethodGet: {CheckCredentials, (*API).checkCredentials},
		},
		cloudPath + "/datacenters": {
			http.MethodGet: {GetDatacenters, (*API).listDatacenters},
		},
		cloudPath + "/datacenters/{}": {
			http.MethodGet: {GetDatacenter, (*API).getDatacenter},
		},
	}
}

// route finds out what a request is about. It answers false when its path is
// none of ours, so that it doesn't even matter who asks.
func (a *API) route(c *call) bool {
	path := c.r.URL.Path
	atPlatform := below(path, basePath)
	if !atPlatform && !below(path, cloudPath) {
		return false
	}
	var found methods
	switch {
	case strings.Contains(strings.ToUpper(c.r.URL.RawPath), "%2F"):
		// An encoded slash is part of a name, and no name here has one.
	case atPlatform:
		found = a.platformRoute(c, path)
	default:
		found = a.cloudRoute(c, path)
	}
	if found == nil {
		return true
	}
	if c.endpoint = found[c.r.Method]; c.endpoint != nil {
		c.operation = c.endpoint.operation
	} else {
		c.allow = found.allow()
	}
	return true
}

// withoutEmptySegments is a request for the same path without slashes too many, as
// gateways pass it on: released clients send them whose address ends with one.
func withoutEmptySegments(r *http.Request) *http.Request {
	if !strings.Contains(r.URL.Path, "//") {
		return r
	}
	target := *r.URL
	for strings.Contains(target.Path, "//") {
		target.Path = strings.ReplaceAll(target.Path, "//", "/")
	}
	r = r.WithContext(r.Context()) // a copy: the request is the caller's
	r.URL = &target
	return r
}

// below tells whether a path is the base path or under it.
func below(path, base string) bool {
	rest, ok := strings.CutPrefix(path, base)
	return ok && (rest == "" || rest[0] == '/')
}

// atNeighbour tells whether the request is for another API on the host.
func (c *call) atNeighbour() bool {
	return below(c.r.URL.Path, cloudPath)
}

// platformRoute finds the methods for a path and takes the ids out of it; nil:
// there is no such route.
func (a *API) platformRoute(c *call, path string) methods {
	const clusters = basePath + "/clusters/"
	rest, ok := strings.CutPrefix(path, clusters)
	if !ok {
		return a.routes[path]
	}
	id, rest, more := strings.Cut(rest, "/")
	c.clusterID = id
	switch {
	case id == "":
		return nil
	case !more:
		return a.routes[clusters+"{}"]
	}
	switch collection, id, more := strings.Cut(rest, "/"); {
	case !more && collection == "kubeconfig":
		return a.routes[clusters+"{}/kubeconfig"]
	case !more && collection == "nodepools":
		return a.routes[clusters+"{}/nodepools"]
	case collection == "nodepools" && id != "" && !strings.Contains(id, "/"):
		c.poolID = id
		return a.routes[clusters+"{}/nodepools/{}"]
	}
	return nil
}
