package ionoscloud

// What a caller gives to a call: parameters and a body.

import (
	"bytes"
	"errors"
	"io"
	"net/url"
	"strings"
)

// param is a path or query parameter with the rule that the description gives.
type param struct {
	name  string
	value string
	rule  *stringRule // nil: none
}

// input is everything that a caller gives to a call.
type input struct {
	path     []param     // in the order of the path
	query    []param     // only those that were set
	body     requestBody // nil: no body was given
	bodyName string      // "createClusterRequest"; "": the operation takes none
}

// requestBody is what the models that can be sent have in common.
type requestBody interface {
	encodable
	validator
}

// validate checks everything at once: parameters and the presence of the body
// always, the body itself if bodies says so.
func (in *input) validate(bodies bool) error {
	var v violations
	for _, params := range [][]param{in.path, in.query} {
		for _, p := range params {
			if p.rule == nil {
				continue // the description allows anything
			}
			if message := p.rule.check(p.value); message != "" {
				v.add(p.name, message)
			}
		}
	}
	if in.bodyName != "" && in.body == nil {
		v.add(in.bodyName, "is required")
	}
	if in.body != nil && bodies {
		in.body.validate(&v)
	}
	return v.err()
}

// expand fills the path parameters into a path.
func (in *input) expand(path string) string {
	for _, p := range in.path {
		path = strings.Replace(path, "{"+p.name+"}", url.PathEscape(p.value), 1)
	}
	return path
}

// expandTitle fills the path parameters into the title of an operation.
func (in *input) expandTitle(title string) string {
	for _, p := range in.path {
		title = strings.Replace(title, "{"+p.name+"}", p.value, 1)
	}
	return title
}

// bodyReader keeps "no body" apart from "an empty one".
func bodyReader(body []byte) io.Reader {
	if body == nil {
		return nil
	}
	return bytes.NewReader(body)
}

// unwrapURLError takes away the part of a URL error that quotes the URL, with
// whatever password there is in it.
func unwrapURLError(err error) error {
	var e *url.Error
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}
