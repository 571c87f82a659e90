// Tests of what people are told who write JSON.

package dataplatformtest

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMistakesInJSON(t *testing.T) {
	t.Parallel()
	api := New()
	for _, test := range []struct{ method, path, body, want string }{
		{"POST", "/faults", ` `, "there is no JSON document"},
		{"POST", "/faults", `{`, "the JSON document ends too early"},
		{"POST", "/faults", `{"kind":reset}`, "this is no JSON: invalid character 'r' looking for beginning of value, the byte 9"},
		{"POST", "/faults", `[]`, "this is a list, must be an object"},
		{"POST", "/faults", `{"kind":1}`, "kind: is a number, must be a text"},
		{"POST", "/faults", `{"kind":"status","status":"503"}`, "status: is a text, must be a whole number"},
		{"POST", "/faults", `{"kind":"reset","count":1.5}`, "count: is 1.5, must be a whole number"},
		{"POST", "/faults", `{"kind":"reset","operations":"CreateCluster"}`, "operations: is a text, must be a list"},
		{"POST", "/faults", `{"kind":"reset","probability":true}`, "probability: is true or false, must be a number"},
		{"POST", "/faults", `{"kind":"reset","probability":0}`, "probability: is 0, which would never be; without it every request is met"},
		{"POST", "/faults", `{"kind":"reset","from":"soon"}`, "soon is no time like 2030-12-31T23:59:59Z"},
		{"POST", "/faults", `{"kind":"reset","often":1}`, `unknown field "often"`},
		{"PUT", "/rules", `{"items":{}}`, "items: is an object, must be a list"},
		{"PUT", "/rules", `{"items":[{"fails":"yes"}]}`, "fails: is a text, must be true or false"},
		{"POST", "/clock", `{"speed":"60"}`, "speed: is a text, must be a number"},
	} {
		message := administer(t, api, 400, test.method, test.path, test.body)["message"]
		require.Contains(t, message, test.want, test.body)
		require.NotContains(t, message, "Go ", "messages don't speak of Go types")
	}
}
