// Exchanges: one request and its answer against the description.

package contract

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
)

// exchange is what went over the wire.
type exchange struct {
	request     *http.Request
	requestBody []byte
	status      int
	header      http.Header
	body        []byte
}

// check notes everything about an exchange that the description forbids.
func (c *Checker) check(e exchange) {
	r := e.request.Clone(context.WithoutCancel(e.request.Context()))
	if r.URL.Path != BasePath && !strings.HasPrefix(r.URL.Path, BasePath+"/") {
		return // a neighbour of the API, which the description is not about
	}
	line := r.Method + " " + r.URL.RequestURI()
	route, parameters, err := c.router.FindRoute(r)
	if err != nil {
		c.saw("", e.status)
		c.unrouted(line, e)
		return
	}
	c.saw(route.Operation.OperationID, e.status)

	r.Body = io.NopCloser(bytes.NewReader(e.requestBody))
	input := &openapi3filter.RequestValidationInput{
		Request: r, PathParams: parameters, Route: route,
		Options: &openapi3filter.Options{
			MultiError:            true,
			IncludeResponseStatus: true,
			SkipSettingDefaults:   true,
			AuthenticationFunc:    authenticated,
		},
	}
	err = openapi3filter.ValidateRequest(context.Background(), input)
	if err != nil && e.status < 400 {
		c.violation("%s was answered %d although the description forbids it: %s\n%s", line, e.status, brief(err), e.requestBody)
	}

	answer := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: input, Status: e.status, Header: e.header, Options: input.Options,
	}
	answer.SetBodyBytes(e.body)
	if err := openapi3filter.ValidateResponse(context.Background(), answer); err != nil {
		c.violation("the answer %d to %s: %s\n%s", e.status, line, brief(err), e.body)
	}
	if e.status >= 400 && !page(e) {
		c.statusInBody(line, e)
	}
	if e.status == http.StatusNotModified { // the validator passes it by
		switch {
		case route.Operation.Responses.Status(e.status) == nil:
			c.violation("the answer 304 to %s: status is not supported", line)
		case len(e.body) > 0:
			c.violation("the answer 304 to %s has a body\n%s", line, e.body)
		}
	}
}

// page tells whether a gateway has answered in its own way. Where the
// description has no such answer, that is a violation of its own.
func page(e exchange) bool {
	kind, _, _ := strings.Cut(e.header.Get("Content-Type"), ";")
	return kind == "text/html" || kind == "text/plain"
}

// unrouted checks the answer to what the description doesn't have: an error,
// and one in the described form.
func (c *Checker) unrouted(line string, e exchange) {
	if e.status < 400 || e.status >= 500 {
		c.violation("%s is not described and was answered %d", line, e.status)
		return
	}
	c.statusInBody(line, e)
}

// statusInBody compares the two places where an error's status is.
func (c *Checker) statusInBody(line string, e exchange) {
	if e.request.Method == http.MethodHead {
		return
	}
	var problem struct {
		HTTPStatus int `json:"httpStatus"`
		Messages   []struct {
			ErrorCode string `json:"errorCode"`
			Message   string `json:"message"`
		} `json:"messages"`
	}
	if err := json.Unmarshal(e.body, &problem); err != nil {
		c.violation("the answer %d to %s is not the described error: %v\n%s", e.status, line, err, e.body)
		return
	}
	if problem.HTTPStatus != e.status || len(problem.Messages) == 0 || problem.Messages[0].Message == "" {
		c.violation("the answer %d to %s says status %d with %d messages", e.status, line, problem.HTTPStatus, len(problem.Messages))
	}
}

// authenticated checks the form of credentials; whether they are good is for
// the service to say.
func authenticated(_ context.Context, input *openapi3filter.AuthenticationInput) error {
	headers := input.RequestValidationInput.Request.Header["Authorization"]
	if len(headers) != 1 {
		return input.NewError(errors.New("there must be one Authorization header"))
	}
	scheme, rest, _ := strings.Cut(headers[0], " ")
	if !strings.EqualFold(scheme, input.SecurityScheme.Scheme) || rest == "" {
		return input.NewError(errors.New("the Authorization header has another scheme"))
	}
	return nil
}

// brief is the first line of each error: the validator appends whole schemas.
func brief(err error) string {
	var several openapi3.MultiError
	if errors.As(err, &several) && len(several) > 1 {
		lines := make([]string, len(several))
		for i, each := range several {
			lines[i] = brief(each)
		}
		return strings.Join(lines, "; ")
	}
	text, _, _ := strings.Cut(err.Error(), "\nSchema:")
	return text
}
