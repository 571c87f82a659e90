// Problems: every answer that isn't a success, in the API's error body.

package dataplatformtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// problem is an error answer.
type problem struct {
	status   int
	messages []message
	allow    string        // for 405
	gateway  bool          // a gateway would answer it
	retry    time.Duration // for 429
}

type message struct {
	ErrorCode string `json:"errorCode"`
	Message   string `json:"message"`
}

// The error codes of this package, beside those of single handlers.
const (
	codeMalformed = "malformed-request"
	codeInvalid   = "invalid-property"
	codeNotFound  = "not-found"
	codeConflict  = "conflict"
)

func newProblem(status int, code, format string, args ...any) *problem {
	return &problem{status: status, messages: []message{{code, fmt.Sprintf(format, args...)}}}
}

// invalid names every violation in a message of its own.
func invalid(violations []violation) *problem {
	p := &problem{status: http.StatusBadRequest}
	for _, v := range violations {
		text := "the request body " + v.text
		if v.path != "" {
			text = v.path + ": " + v.text
		}
		p.messages = append(p.messages, message{codeInvalid, text})
	}
	return p
}

func (p *problem) answer() answer {
	body, err := json.Marshal(struct {
		HTTPStatus int       `json:"httpStatus"`
		Messages   []message `json:"messages"`
	}{p.status, p.messages})
	if err != nil { // strings and an int always encode
		body = []byte(`{}`)
	}
	return answer{status: p.status, body: body, allow: p.allow, gateway: p.gateway, retry: p.retry}
}
