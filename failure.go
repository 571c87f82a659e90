package ionoscloud

// How a call that failed is told.

import (
	"errors"
	"net/http"
	"strings"
)

// requestIDHeaders name the id that the service, or a gateway in front of it,
// gave a request.
var requestIDHeaders = [...]string{"X-Request-Id", "X-Requestid", "X-Correlation-Id"}

// fail makes the error of a call: a is its last answer, nil if it never came to
// that, and cause what ended it, nil if that was the answer's status.
func (c *call) fail(a *answer, cause error) error {
	e := GenericOpenAPIError{}
	switch {
	case a == nil:
		e.error = c.plainTitle(cause)
	case a.resp == nil:
		e.error = c.title()
		if !a.over && c.ctx.Err() == nil && !isPermanent(cause) {
			cause = unavailable{cause}
		}
	case a.status() >= http.StatusMultipleChoices:
		e = answerError(a.resp, a.payload)
		e.error = c.title() + ": " + e.error
	default:
		e = GenericOpenAPIError{statusCode: a.resp.StatusCode, body: a.payload, error: c.title() + ": " + statusText(a.resp)}
	}
	if cause != nil {
		e.cause = cause
		e.error += ": " + cause.Error()
	}
	e.operation = c.name
	e.error = c.hidden.hide(e.error)
	if a != nil && a.resp != nil {
		e.requestID = requestID(a.resp.Header)
	}
	return e
}

// plainTitle leaves the parameters out when they may be what is wrong.
func (c *call) plainTitle(cause error) string {
	var invalid *ValidationError
	if errors.As(cause, &invalid) || c.client == nil {
		return withoutPlaceholders(c.op.title)
	}
	return c.title()
}

func requestID(header http.Header) string {
	for _, name := range requestIDHeaders {
		if id := header.Get(name); id != "" {
			return id
		}
	}
	return ""
}

// withoutPlaceholders leaves out the parameters of a title: "get cluster".
func withoutPlaceholders(title string) string {
	for {
		before, after, ok := strings.Cut(title, " {")
		if !ok {
			return title
		}
		_, after, _ = strings.Cut(after, "}")
		title = before + after
	}
}

// unavailable marks an error for which no answer came.
type unavailable struct{ error }

func (u unavailable) Unwrap() error        { return u.error }
func (u unavailable) Is(target error) bool { return target == ErrUnavailable }
