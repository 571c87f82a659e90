// Labels: the names and values that Kubernetes takes, and that whatever is
// accepted can be read again.

package dataplatformtest

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// labelsBound is what labels and annotations have in common.
func labelsBound(name string) bound {
	domain := strings.TrimSuffix(strings.Repeat(long(62)+".", 4), ".") // 251 characters
	return bound{
		name,
		[]string{
			`{}`, `{"a":"b"}`, `{"a":""}`, `{"` + long(63) + `":"` + long(63) + `"}`, `{"A-_.9":"A-_.9"}`, `{"0":"0"}`,
			`{"example.com/team":"x"}`, `{"` + domain + `aa/a":"x"}`, `{"a-1.b/c":"x","d":"y"}`,
		},
		map[string]string{
			`[]`: "must be an object", `"a"`: "must be an object", `null`: "must not be null",
			`{"a":1}`:                             name + ".a: is 1, must be a string",
			`{"a":1e999}`:                         name + ".a: is 1e999, must be a string",
			`{"a":true}`:                          name + ".a: is true, must be a string",
			`{"a":null}`:                          name + ".a: is null, must be a string",
			`{"a":{"deep":[1,null]}}`:             name + ".a: is an object, must be a string",
			`{"example.com/a":["b"]}`:             name + ".example.com/a: is an array, must be a string",
			`{"":"b"}`:                            name + `: has the name "", the part`,
			`{"` + long(64) + `":"b"}`:            "must have at most 63 characters",
			`{"-a":"b"}`:                          `has the name "-a"`,
			`{"a-":"b"}`:                          `has the name "a-"`,
			`{"a b":"b"}`:                         `has the name "a b"`,
			`{"ä":"b"}`:                           `has the name "ä"`,
			`{"a\n":"b"}`:                         `has the name "a\n"`,
			`{"ä/ö":"b"}`:                         `has the name "ä/ö"`,
			`{"/a":"b"}`:                          "must be a DNS name",
			`{"a/":"b"}`:                          `has the name "a/"`,
			`{"a/b/c":"b"}`:                       `has the name "a/b/c"`,
			`{"-a.com/b":"b"}`:                    "must be a DNS name",
			`{"a..com/b":"b"}`:                    "must be a DNS name",
			`{"a_b.com/b":"b"}`:                   "must be a DNS name",
			`{"` + domain + `aaa/a":"x"}`:         "must be a DNS name",
			`{"a":1,"b":2}`:                       name + ".b: is 2, must be a string",
			`{"a":"b","a":` + nested(20) + `}`:    name + ".a: is an array, must be a string",
			`{"fine":"b","` + long(5000) + `":1}`: `…, the part`,
		},
	}
}

func nested(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }

// Labels are short and plain, annotations are any text.
func TestLabelValues(t *testing.T) {
	t.Parallel()
	c := inProcess(t)
	pools := "/clusters/" + c.createCluster("one") + "/nodepools"
	pool := pools + "/" + c.createPool(strings.Split(pools, "/")[2], "pool")
	for value, refused := range map[string]string{
		long(64): "has 64 characters, must have at most 63", strings.Repeat("ä", 64): "must begin and end", "a b": "must begin and end", "-a": "must begin and end", "a.": "must begin and end",
		"ä": "must begin and end", `{"json":[1]}`: "must begin and end", long(5000): "at most 63", "a\nb": "must begin and end",
	} {
		for _, target := range [][2]string{{"POST", pools}, {"PATCH", pool}} {
			body := func(property string) string {
				raw, err := json.Marshal(map[string]any{"properties": map[string]any{property: map[string]string{"a": value}}})
				require.NoError(t, err)
				if target[0] == "POST" {
					return strings.Replace(string(raw), `"properties":{`, `"properties":{"name":"one","nodeCount":1,`, 1)
				}
				return string(raw)
			}
			text := c.refused(400, target[0], target[1], body("labels"))
			require.Contains(t, text, "properties.labels.a: ")
			require.Contains(t, text, refused)
			require.Less(t, len(text), 400)
			made := c.want(202, target[0], target[1], body("annotations"))
			require.Equal(t, value, c.get(pools+"/"+made.id()).at("properties", "annotations", "a"))
		}
	}
	c.want(202, "PATCH", pool, `{"properties":{"annotations":{"Example.COM/a":"x"}}}`)
	require.Contains(t, c.refused(400, "PATCH", pool, `{"properties":{"labels":{"Example.COM/a":"x"}}}`), "must be a DNS name")

	most := 256<<10 - 1
	c.want(202, "PATCH", pool, `{"properties":{"annotations":{"a":"`+long(most)+`"}}}`)
	require.Contains(t, c.refused(400, "PATCH", pool, `{"properties":{"annotations":{"a":"`+long(most)+`","b":""}}}`),
		"properties.annotations: have 262145 bytes, must have at most 262144")
}

// Whatever a node pool was given, everybody can still read the list.
func TestLabelsStayReadable(t *testing.T) {
	t.Parallel()
	c := inProcess(t)
	pools := "/clusters/" + c.createCluster("one") + "/nodepools"
	for _, labels := range []string{`{"a":1e999}`, `{"a":-1E400}`, `{"a":[1e999]}`, `{"a":"\ud800"}`, `{"a":"b","a":1e999}`} {
		for _, property := range []string{"labels", "annotations"} {
			c.do("POST", pools, `{"properties":{"name":"one","nodeCount":1,"`+property+`":`+labels+`}}`)
			c.do("POST", pools, `{"properties":{"name":"one","nodeCount":1,"unknown":`+labels+`}}`)
		}
	}
	require.NotEmpty(t, c.get(pools).items())
}
