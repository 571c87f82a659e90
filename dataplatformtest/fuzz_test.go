// Fuzzing: arbitrary requests get an answer of the API, never a panic and never
// a status of 500 or more.

package dataplatformtest

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func FuzzRequests(f *testing.F) {
	const at = "https://api.ionos.com/dataplatform"
	for _, method := range []string{"GET", "POST", "PATCH", "DELETE"} {
		for _, path := range []string{
			"/versions", "/clusters", "/clusters/CLUSTER", "/clusters/CLUSTER/kubeconfig", "/clusters/CLUSTER/nodepools",
			"/clusters/CLUSTER/nodepools/POOL", "/clusters/x", "", "/clusters//", "/clusters?name=a",
		} {
			f.Add(method, path, "application/json", []byte(clusterBody("one")))
			f.Add(method, path, "", []byte(poolBody("one")))
		}
	}
	f.Add("PATCH", "/clusters/CLUSTER/nodepools/POOL", "", []byte(`{"properties":{"autoScaling":null,"labels":{"a":[{}]},"nodeCount":1e2}}`))
	f.Add("PATCH", "/clusters/CLUSTER", "", []byte(`{"properties":{"lans":[{"lanId":"","routes":[{"network":"::/0","gateway":"::"}]}]}}`))
	f.Fuzz(func(t *testing.T, method, path, kind string, body []byte) {
		api := New()
		c := callerOf(t, api)
		cluster := c.createCluster("one")
		pool := c.createPool(cluster, "one")
		path = strings.NewReplacer("CLUSTER", cluster, "POOL", pool).Replace(path)
		u, err := url.Parse(at + path)
		if err != nil {
			u = &url.URL{Scheme: "https", Host: "api.ionos.com", Path: basePath + path, RawQuery: path}
		}
		r := &http.Request{
			Method: method, URL: u, Host: u.Host, Header: http.Header{"Content-Type": {kind}},
			Body: io.NopCloser(bytes.NewReader(body)),
		}
		bearer("token")(r)
		w := newRecorder()
		api.ServeHTTP(w, r)
		require.GreaterOrEqual(t, w.status, 200)
		require.Less(t, w.status, 500, w.body.String())
		require.True(t, method == http.MethodHead || json.Valid(w.body.Bytes()), "%q", w.body.String())
		require.Equal(t, w.header.Get("Content-Type"), "application/json")

		// Whatever it was, the API is as it should be.
		for _, path := range []string{"/versions", "/clusters"} {
			c.get(path)
		}
	})
}

func FuzzIdentifier(f *testing.F) {
	described := regexp.MustCompile(`^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$`)
	for _, s := range []string{"", vdc, strings.ReplaceAll(vdc, "-", ""), "-", vdc + "-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, ok := parseIdentifier(s)
		require.Equal(t, described.MatchString(s), ok, "%q", s)
		if ok {
			require.Equal(t, strings.ReplaceAll(s, "-", ""), strings.ReplaceAll(id.String(), "-", ""))
		}
	})
}

// FuzzDecode compares the short way of reading JSON with encoding/json.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		clusterBody("one"), poolBody("one"), `{"a":[1,-2,0,-0,01,1.5,1e3,-],"b":{"c":true,"d":false,"e":null},"f":"\u00e4","g":"ä"}`,
		`[]`, `{}`, `[1,]`, `{"a":1,}`, `{"a":1,"a":2}`, ` "x" `, `"`, `tru`, `[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]`, `1 2`, `{"a" 1}`, `{1:2}`, `[1 2]`, `-`, "",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		plain := plainDecoder{text: string(raw)}
		got, ok := plain.document()
		if !ok {
			return // encoding/json reads it
		}
		decoder := json.NewDecoder(bytes.NewReader(raw))
		decoder.UseNumber()
		var want any
		require.NoError(t, decoder.Decode(&want))
		require.Equal(t, want, got)
		require.True(t, json.Valid(raw))
	})
}
