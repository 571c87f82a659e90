// Routes, methods and ids.

package dataplatformtest

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func setHeader(name, value string) func(*http.Request) {
	return func(r *http.Request) {
		r.Header.Del(name)
		if value != "" {
			r.Header.Set(name, value)
		}
	}
}

func TestUnknownRoutes(t *testing.T) {
	t.Parallel()
	srv := NewServer(t)
	c := overHTTP(t, srv)
	id := c.createCluster("one")
	pool := c.createPool(id, "one")
	for _, path := range []string{
		"", "/", "/nothing", "/Clusters", "/clusters/", "/versions/", "/versions/x",
		"/clusters/" + id + "/", "/clusters/" + id + "/nodepools/", "/clusters/" + id + "/kubeconfig/", "/clusters/" + id + "/x",
		"/clusters/" + id + "/kubeconfig/" + id, "/clusters/" + id + "/nodepools/" + id + "/x", "s", "/clusters/" + id + "/x/" + id,
		"/clusters%2F" + id, "/clusters/" + id + "%2fkubeconfig", "/clusters/" + id + "/nodepools%2F" + pool, "%2Fversions",
		"/./clusters", "/x/../clusters", "/clusters;x=1", "/versions%20",
		"/clusters/{}", "/clusters/{}/nodepools",
	} {
		want := 404
		if strings.Contains(path, "{}") {
			want = 400 // an id like any other wrong one
		}
		c.refused(want, "GET", path, "")
	}
	neighbour(c).refused(404, "GET", "%2Fdatacenters", "")
	require.Len(t, c.get("/%63lusters").items(), 1, "any other character may be encoded")
	require.Len(t, c.get("//clusters").items(), 1, "slashes too many are left out")
	require.Contains(t, c.want(200, "GET", "///%63lusters////"+id, "").raw, id)
	require.Len(t, c.get("//%63lusters//"+id+"///nodepools").items(), 1)
	outside := *c
	outside.base = strings.TrimSuffix(srv.URL, basePath)
	require.Contains(t, outside.refused(404, "GET", "/clusters", ""), "there is nothing at \"/clusters\"; this API is at /dataplatform")
	require.Contains(t, outside.as(nil).refused(404, "GET", "/", ""), "there is nothing at")
}

func TestMethods(t *testing.T) {
	t.Parallel()
	c := overHTTP(t, NewServer(t))
	id := c.createCluster("one")
	pool := c.createPool(id, "one")
	for path, allow := range map[string]string{
		"/versions":                              "GET",
		"/clusters":                              "GET, POST",
		"/clusters/" + id:                        "GET, PATCH, DELETE",
		"/clusters/" + id + "/kubeconfig":        "GET",
		"/clusters/" + id + "/nodepools":         "GET, POST",
		"/clusters/" + id + "/nodepools/" + pool: "GET, PATCH, DELETE",
	} {
		for _, method := range []string{"GET", "POST", "PATCH", "DELETE", "PUT", "OPTIONS", "TRACE", "WHATEVER"} {
			if strings.Contains(allow, method) {
				continue
			}
			r := c.want(405, method, path, "")
			require.Equal(t, allow, r.header.Get("Allow"), "%s %s", method, path)
			require.Contains(t, r.messages(t), method)
		}
		r := c.do("HEAD", path, "")
		require.Equal(t, 405, r.status)
		require.Empty(t, r.raw)
	}
}

func TestIdentifiers(t *testing.T) {
	t.Parallel()
	c := inProcess(t)
	id := c.createCluster("one")
	unknown := "00000000-0000-4000-8000-000000000000"
	for _, method := range []string{"GET", "PATCH", "DELETE"} {
		for _, bad := range []string{"x", id[1:], id + "0", strings.ToUpper(id), "-" + id[1:], id[:35] + "g", id[:8] + "--" + id[9:], long(36), id[:4] + "-" + id[4:], "%20", strings.ReplaceAll(id, "-", "") + "-"} {
			require.Contains(t, c.refused(400, method, "/clusters/"+bad, ""), "clusterId: is", bad)
			require.Contains(t, c.refused(400, method, "/clusters/"+id+"/nodepools/"+bad, ""), "nodepoolId: is", bad)
			require.Contains(t, c.refused(400, method, "/clusters/"+bad+"/nodepools/"+bad, ""), "clusterId: is", bad)
		}
		require.Contains(t, c.refused(404, method, "/clusters/"+unknown, ""), "there is no cluster "+unknown)
		require.Contains(t, c.refused(404, method, "/clusters/"+id+"/nodepools/"+unknown, ""), "has no node pool "+unknown)
		require.Contains(t, c.refused(404, method, "/clusters/"+unknown+"/nodepools/"+id, ""), "there is no cluster")
	}
	c.refused(404, "GET", "/clusters/"+unknown+"/kubeconfig", "")
	c.refused(404, "GET", "/clusters/"+unknown+"/nodepools", "")
	c.refused(404, "POST", "/clusters/"+unknown+"/nodepools", poolBody("one"))
	c.refused(400, "GET", "/clusters/x/nodepools", "")
	c.refused(400, "POST", "/clusters/x/nodepools", poolBody("one"))

	// A node pool answers below its own cluster only.
	pool := c.createPool(id, "one")
	c.refused(404, "GET", "/clusters/"+c.createCluster("two")+"/nodepools/"+pool, "")
}

func TestMiddleware(t *testing.T) {
	t.Parallel()
	note := func(word string) func(http.Handler) http.Handler {
		return func(next http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Add("X-Way", word)
				next.ServeHTTP(w, r)
			})
		}
	}
	c := inProcess(t, WithMiddleware(note("first")), WithMiddleware(nil), WithMiddleware(note("second")), nil)
	require.Equal(t, []string{"first", "second"}, c.get("/versions").header.Values("X-Way"))
}
