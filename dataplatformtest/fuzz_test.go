// Fuzzing: arbitrary requests get an answer of the API, never a panic and never
// a status of 500 or more.

package dataplatformtest

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func FuzzRequests(f *testing.F) {
	const at = "https://api.ionos.com/dataplatform"
	for _, method := range []string{"GET", "POST", "PATCH", "DELETE"} {
		for _, path := range []string{
			"/versions", "/clusters", "/clusters/CLUSTER", "/clusters/CLUSTER/kubeconfig", "/clusters/CLUSTER/nodepools",
			"/clusters/CLUSTER/nodepools/POOL", "/clusters/x", "", "/clusters//", "/clusters?name=a",
			"/../cloudapi/v6", "/../cloudapi/v6/datacenters?depth=1&limit=2", "/../cloudapi/v6/datacenters/" + vdc,
		} {
			f.Add(method, path, "application/json", "", []byte(clusterBody("one")))
			f.Add(method, path, "", "*", []byte(poolBody("one")))
		}
	}
	f.Add("PATCH", "/clusters/CLUSTER/nodepools/POOL", "", "W/\"x\", *", []byte(`{"properties":{"autoScaling":null,"labels":{"a":[{}]},"nodeCount":1e2}}`))
	f.Add("PATCH", "/clusters/CLUSTER/nodepools/POOL", "", "", []byte(`{"properties":{"labels":{"a":1e999},"annotations":{"a/b":"\ud800"}}}`))
	f.Add("PATCH", "/clusters/CLUSTER", "", "\"x\"", []byte(`{"properties":{"lans":[{"lanId":"","routes":[{"network":"::/0","gateway":"::"}]}]}}`))
	f.Fuzz(func(t *testing.T, method, path, kind, etag string, body []byte) {
		api := New(WithDatacenters(Datacenter{ID: vdc}), WithDurations(Durations{Scaling: 1, Maintenance: 1}))
		c := callerOf(t, api)
		cluster := c.createCluster("one")
		pool := c.createPool(cluster, "one")
		path = strings.NewReplacer("CLUSTER", cluster, "POOL", pool).Replace(path)
		u, err := url.Parse(at + path)
		if err != nil {
			u = &url.URL{Scheme: "https", Host: "api.ionos.com", Path: basePath + path, RawQuery: path}
		}
		r := &http.Request{
			Method: method, URL: u, Host: u.Host, Header: http.Header{"Content-Type": {kind}, "If-Match": {etag}, "If-None-Match": {etag}},
			Body: io.NopCloser(bytes.NewReader(body)),
		}
		if rest, ok := strings.CutPrefix(u.Path, basePath+"/.."); ok {
			u.Path = rest // another API on the host
		}
		if etag == "" {
			delete(r.Header, "If-Match")
		}
		bearer("token")(r)
		w := newRecorder()
		api.ServeHTTP(w, r)
		require.GreaterOrEqual(t, w.status, 200)
		require.Less(t, w.status, 500, w.body.String())
		require.True(t, method == http.MethodHead || w.status == http.StatusNotModified || json.Valid(w.body.Bytes()), "%q", w.body.String())
		require.Equal(t, w.header.Get("Content-Type"), "application/json")

		// Whatever it was, the API is as it should be.
		for _, path := range []string{"/versions", "/clusters"} {
			c.get(path)
		}
		// Whatever it left behind can be read.
		if r := c.do("GET", "/clusters/"+cluster+"/nodepools", ""); method != http.MethodDelete {
			require.Equal(t, http.StatusOK, r.status)
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

// FuzzLabelName compares the names that labels may have with Kubernetes' own
// pattern for them.
func FuzzLabelName(f *testing.F) {
	described := regexp.MustCompile(`^(([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$`)
	for _, s := range []string{"", "/", "a", "a/b", "a.b-c/D_e.f", "a..b/c", "-/a", "a/-", "A/b", "a/b/c", "ä", "a\n", long(63), long(64), long(254) + "/a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		parts := described.FindStringSubmatch(s)
		ok := parts != nil && len(parts[2]) <= 253 && len(parts[6]) <= 63
		require.Equal(t, ok, wrongLabelName(s) == "", "%q", s)
	})
}

// FuzzFaults lets any fault that is accepted meet any request.
func FuzzFaults(f *testing.F) {
	for _, kind := range faultKinds {
		settings := map[FaultKind]string{
			FaultLatency: `,"latency":"1ns"`, FaultClockSkew: `,"skew":"-1s"`, FaultDrip: `,"size":3,"pause":"1ns"`,
			FaultStatus: `,"status":400,"html":true,"retryAfter":"1s","retryAfterDate":true`, FaultTruncate: `,"size":3`,
			FaultOversize: `,"size":3`, FaultContentType: `,"contentType":"x"`,
		}[kind]
		f.Add([]byte(`{"kind":"`+string(kind)+`"`+settings+`}`), "POST", "/clusters")
		f.Add([]byte(`{"kind":"`+string(kind)+`","latency":"1ns"`+strings.Replace(settings, `,"latency":"1ns"`, "", 1)+`}`), "HEAD", "/versions")
	}
	f.Fuzz(func(t *testing.T, raw []byte, method, path string) {
		var fault Fault
		if json.Unmarshal(raw, &fault) != nil || fault.Validate() != nil {
			return
		}
		api := New(WithFaults(fault))
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Millisecond)
		defer cancel()
		r := (&http.Request{
			Method: method, URL: &url.URL{Scheme: "https", Host: "api.ionos.com", Path: basePath + path},
			Header: http.Header{"Authorization": {"Bearer token"}}, Body: io.NopCloser(strings.NewReader(clusterBody("one"))),
		}).WithContext(ctx)
		resp, err := api.Transport().RoundTrip(r)
		if err != nil {
			return
		}
		require.NotEmpty(t, api.Journal())
		require.True(t, resp.StatusCode < 500 || fault.Kind == FaultStatus && resp.StatusCode == fault.Status)
		_, _ = io.CopyN(io.Discard, resp.Body, 1<<20)
		require.NoError(t, resp.Body.Close())
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
