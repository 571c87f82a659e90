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

// fail makes the error of a call that cause has ended; a is the last answer, nil
// if nothing was sent.
func (c *call) fail(a *answer, cause error) error {
	e := GenericOpenAPIError{cause: cause}
	title := c.op.title
	switch {
	case a == nil:
		// The parameters may be what is wrong, and then of no use here.
		var invalid *ValidationError
		if !errors.As(cause, &invalid) {
			title = c.title()
		}
		title = withoutPlaceholders(title)
	case a.resp == nil:
		title = c.title()
		if c.ctx.Err() == nil && !isPermanent(cause) {
			e.cause = unavailable{cause}
		}
	default:
		title = c.title() + ": " + statusText(a.resp)
		e.statusCode, e.body = a.resp.StatusCode, a.payload
	}
	e.error = title + ": " + cause.Error()
	return c.finish(e, a)
}

// refused makes the error of an answer whose status says that the call failed.
func (c *call) refused(a *answer) error {
	e := answerError(a.resp, a.payload)
	e.error = c.title() + ": " + e.error
	return c.finish(e, a)
}

func (c *call) finish(e GenericOpenAPIError, a *answer) error {
	e.operation = c.name
	e.error = c.hidden.hide(e.error)
	if a != nil && a.resp != nil {
		e.requestID = requestID(a.resp.Header)
	}
	return e
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
