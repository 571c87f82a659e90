// People: each right and wrong credential, and who may see and change what.

package dataplatformtest

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCredentials(t *testing.T) {
	t.Parallel()
	c := overHTTP(t, NewServer(t, WithPeople(
		Person{Username: "both", Password: "password", Token: "token"},
		Person{Username: "passwordless"},
		Person{Token: "lonely"},
		Person{UserID: "ghost"},
	)))
	raw := func(values ...string) func(*http.Request) {
		return func(r *http.Request) { r.Header["Authorization"] = values }
	}
	for name, auth := range map[string]func(*http.Request){
		"bearer": bearer("token"), "basic": basic("both", "password"), "token only": bearer("lonely"), "lower case": raw("bearer token"),
	} {
		require.Equal(t, 200, c.as(auth).do("GET", "/clusters", "").status, name)
	}
	for name, auth := range map[string]func(*http.Request){
		"none": nil, "wrong token": bearer("nekot"), "empty token": bearer(""), "wrong password": basic("both", "passwort"),
		"no password": basic("both", ""), "unknown": basic("nobody", "password"), "empty": basic("", ""),
		"passwordless": basic("passwordless", ""), "two": raw("Bearer token", "Bearer token"), "scheme": raw("Digest token"),
		"bare": raw("token"), "empty header": raw(""), "bad base64": raw("Basic !"), "token as password": basic("both", "token"),
	} {
		for _, path := range []string{"/clusters", "/versions", "/nothing", "/clusters/x"} {
			r := c.as(auth).do("GET", path, "")
			require.Equal(t, 401, r.status, name)
			require.Contains(t, r.messages(t), "credentials")
			require.Len(t, r.header.Values("WWW-Authenticate"), 2)
		}
	}
}

func TestRights(t *testing.T) {
	t.Parallel()
	admin, ann, bob, stranger, guest := bearer("admin"), bearer("ann"), bearer("bob"), bearer("stranger"), bearer("guest")
	c := inProcess(t, WithPeople(
		Person{Token: "admin", Contract: "1"},
		Person{Token: "ann", Contract: "1", Role: Privileged},
		Person{Token: "bob", Contract: "1", Role: Privileged},
		Person{Token: "stranger", Contract: "2"},
		Person{Token: "guest", Contract: "1", Role: Unprivileged},
	))
	anns := c.as(ann).createCluster("anns")
	admins := c.as(admin).createCluster("admins")
	pool := c.as(admin).createPool(anns, "pool")
	for name, test := range map[string]struct {
		who      func(*http.Request)
		clusters int
		anns     int // the status of a GET
		admins   int
		pools    int // of Ann's cluster, -1: refused
	}{
		"administrator": {admin, 2, 200, 200, 1},
		"ann":           {ann, 1, 200, 404, 0},
		"bob":           {bob, 0, 404, 404, -1},
		"stranger":      {stranger, 0, 404, 404, -1},
	} {
		c := c.as(test.who)
		require.Len(t, c.get("/clusters").items(), test.clusters, name)
		require.Equal(t, test.anns, c.do("GET", "/clusters/"+anns, "").status, name)
		require.Equal(t, test.admins, c.do("GET", "/clusters/"+admins, "").status, name)
		pools := c.do("GET", "/clusters/"+anns+"/nodepools", "")
		if test.pools < 0 {
			require.Equal(t, 404, pools.status, name)
			require.Equal(t, 404, c.do("DELETE", "/clusters/"+anns, "").status, name)
			require.Equal(t, 404, c.do("POST", "/clusters/"+anns+"/nodepools", poolBody("x1")).status, name)
			continue
		}
		require.Len(t, pools.items(), test.pools, name)
	}
	c.as(ann).refused(404, "DELETE", "/clusters/"+anns+"/nodepools/"+pool, "")
	require.Contains(t, c.as(guest).refused(403, "GET", "/versions", ""), "privilege")
	require.Contains(t, c.as(guest).refused(403, "GET", "/clusters/"+anns, ""), "privilege")
}

// Every operation asks who it is: strangers first, then people without the
// privilege, and to all others what they may not see isn't there.
func TestEveryOperationAsksWho(t *testing.T) {
	t.Parallel()
	c := inProcess(t, WithPeople(
		Person{Token: "admin", Contract: "1"},
		Person{Token: "ann", Contract: "1", Role: Privileged},
		Person{Token: "bob", Contract: "1", Role: Privileged},
		Person{Token: "other", Contract: "2"},
		Person{Token: "guest", Contract: "1", Role: Unprivileged},
	))
	ann := c.as(bearer("ann"))
	cluster := "/clusters/" + ann.createCluster("lake")
	pool := cluster + "/nodepools/" + ann.createPool(cluster[len("/clusters/"):], "workers")
	mine := c.as(bearer("admin")).createPool(cluster[len("/clusters/"):], "admins")
	before := [2]string{ann.get(cluster).raw, ann.get(pool).raw}
	for _, operation := range []struct {
		method, path, body string
		hidden             bool // from those who may not see the cluster
		list               bool
	}{
		{"GET", "/versions", "", false, false},
		{"GET", "/clusters", "", false, true},
		{"GET", "/clusters?name=lake", "", false, true},
		{"GET", cluster, "", true, false},
		{"GET", cluster + "/kubeconfig", "", true, false},
		{"PATCH", cluster, `{"properties":{"name":"taken"}}`, true, false},
		{"PATCH", cluster, `{`, true, false},
		{"DELETE", cluster, "", true, false},
		{"GET", cluster + "/nodepools", "", true, false},
		{"POST", cluster + "/nodepools", poolBody("one"), true, false},
		{"GET", pool, "", true, false},
		{"PATCH", pool, `{"properties":{"nodeCount":9}}`, true, false},
		{"DELETE", pool, "", true, false},
	} {
		c.as(nil).refused(401, operation.method, operation.path, operation.body)
		c.as(bearer("nobody")).refused(401, operation.method, operation.path, operation.body)
		c.as(bearer("guest")).refused(403, operation.method, operation.path, operation.body)
		for _, who := range []string{"bob", "other"} {
			r := c.as(bearer(who)).do(operation.method, operation.path, operation.body, setHeader("If-Match", "*"))
			switch {
			case operation.hidden:
				require.Equal(t, 404, r.status, "%s: %s %s", who, operation.method, operation.path)
				require.NotContains(t, r.messages(t), "lake")
			default:
				require.Equal(t, 200, r.status)
				require.Equal(t, operation.list, r.at("items") != nil && len(r.items()) == 0, operation.path)
			}
		}
	}
	require.Equal(t, before, [2]string{ann.get(cluster).raw, ann.get(pool).raw}, "nobody has changed anything")

	// A user sees what he created, also in a list; the administrator sees all.
	require.Len(t, ann.get(cluster+"/nodepools").items(), 1)
	require.Len(t, c.as(bearer("admin")).get(cluster+"/nodepools").items(), 2)
	ann.refused(404, "GET", cluster+"/nodepools/"+mine, "")
	ann.refused(404, "PATCH", cluster+"/nodepools/"+mine, `{"properties":{"nodeCount":9}}`)
	c.as(bearer("admin")).want(202, "PATCH", pool, `{"properties":{"nodeCount":9}}`)

	// A created resource is its creator's own.
	bobs := c.as(bearer("bob")).createCluster("bobs")
	ann.refused(404, "GET", "/clusters/"+bobs, "")
	c.as(bearer("bob")).get("/clusters/" + bobs)
}
