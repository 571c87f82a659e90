// Routes: the twelve operations and where they are.

package dataplatformtest

import (
	"net/http"
	"strings"
)

// operation answers a call to one of the routes.
type operation func(*API, *call) (answer, *problem)

// methods are the operations of one route.
type methods map[string]operation

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
		"/versions": {
			http.MethodGet: (*API).getVersions,
		},
		"/clusters": {
			http.MethodGet:  (*API).listClusters,
			http.MethodPost: (*API).createCluster,
		},
		"/clusters/{}": {
			http.MethodGet:    (*API).getCluster,
			http.MethodPatch:  (*API).patchCluster,
			http.MethodDelete: (*API).deleteCluster,
		},
		"/clusters/{}/kubeconfig": {
			http.MethodGet: (*API).getKubeconfig,
		},
		"/clusters/{}/nodepools": {
			http.MethodGet:  (*API).listNodePools,
			http.MethodPost: (*API).createNodePool,
		},
		"/clusters/{}/nodepools/{}": {
			http.MethodGet:    (*API).getNodePool,
			http.MethodPatch:  (*API).patchNodePool,
			http.MethodDelete: (*API).deleteNodePool,
		},
	}
}

// route finds the methods for a path below the base path and takes the ids out
// of it; nil: there is no such route.
func (a *API) route(c *call, path string) methods {
	rest, ok := strings.CutPrefix(path, "/clusters/")
	if !ok {
		return a.routes[path]
	}
	id, rest, more := strings.Cut(rest, "/")
	c.clusterID = id
	switch {
	case id == "":
		return nil
	case !more:
		return a.routes["/clusters/{}"]
	}
	switch collection, id, more := strings.Cut(rest, "/"); {
	case !more && collection == "kubeconfig":
		return a.routes["/clusters/{}/kubeconfig"]
	case !more && collection == "nodepools":
		return a.routes["/clusters/{}/nodepools"]
	case collection == "nodepools" && id != "" && !strings.Contains(id, "/"):
		c.poolID = id
		return a.routes["/clusters/{}/nodepools/{}"]
	}
	return nil
}
