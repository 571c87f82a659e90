// Preconditions: changes and reads that depend on the ETag.

package dataplatformtest

import (
	"net/http"
	"strings"
)

// unchanged tells whether the sender has the resource already as it is.
func (c *call) unchanged(r *resource) bool {
	values := c.r.Header["If-None-Match"]
	return len(values) > 0 && matches(values, r.etag, true)
}

// precondition refuses a change of a resource that is no longer the one that
// the sender means.
func (c *call) precondition(r *resource) *problem {
	values := c.r.Header["If-Match"]
	if len(values) == 0 || matches(values, r.etag, false) {
		return nil
	}
	return newProblem(http.StatusPreconditionFailed, "precondition-failed", "the %s %s has changed, its ETag is %s now",
		r.plan.title, r.id, r.etag)
}

// matches tells whether a list of entity tags has the given one. A weak tag is
// equal only where that is enough (RFC 9110, section 8.8.3.2).
func matches(values []string, etag string, weak bool) bool {
	for _, value := range values {
		for tag := range strings.SplitSeq(value, ",") {
			tag = strings.TrimSpace(tag)
			if weak {
				tag = strings.TrimPrefix(tag, "W/")
			}
			if tag == "*" || tag == `"`+etag+`"` {
				return true
			}
		}
	}
	return false
}
