package conforming

// What the adapters of this release and of others have in common.

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
)

// Logger is a function as the logger of a Configuration.
type Logger func(string)

// Printf logs.
func (l Logger) Printf(format string, args ...interface{}) { l(fmt.Sprintf(format, args...)) }

// WithBody reads the body of a call and makes the call with it.
func WithBody[T any](call conformance.Call, do func(body T) conformance.Result) conformance.Result {
	var body T
	if err := json.Unmarshal(call.Body, &body); err != nil {
		return conformance.Result{Err: err}
	}
	return do(body)
}

// Result is how a call went: its value, the answer (nil: there was none) with
// its bytes, and the error, which tells the status if it has a StatusCode.
func Result(value any, answer *http.Response, raw []byte, err error) conformance.Result {
	r := conformance.Result{Raw: raw, Err: err}
	var failure interface{ StatusCode() int }
	if errors.As(err, &failure) {
		r.Status = failure.StatusCode()
	} else if answer != nil {
		r.Status = answer.StatusCode
	}
	if err == nil {
		r.Document, r.Err = json.Marshal(value)
	}
	return r
}

// Unsupported is the result of a call that an adapter doesn't know.
func Unsupported(call conformance.Call) conformance.Result {
	return conformance.Result{Err: fmt.Errorf("%s: %w", call.Operation, errors.ErrUnsupported)}
}
