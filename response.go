package ionoscloud

// What a call hands back beside its value.

import (
	"log"
	"net/http"
	"time"
)

// APIResponse tells how a call went. Calls return it with errors too; it is nil
// only when nothing was sent (bad input, no server, no token).
type APIResponse struct {
	// Response is the last answer of the service, its body already read and
	// closed; nil when no answer came.
	*http.Response `json:"-"`
	// Message is the text of the error, if there was one.
	Message string `json:"message,omitempty"`
	// Operation is the name that the operation was called by.
	Operation string `json:"operation,omitempty"`
	// RequestURL is where the request went, without query.
	RequestURL string `json:"url,omitempty"`
	// RequestTime is how long the last try took, up to the end of its answer.
	RequestTime time.Duration `json:"duration,omitempty"`
	Method      string        `json:"method,omitempty"`
	// Payload is the body of the answer, byte for byte as far as it came.
	Payload []byte `json:"-"`
}

// NewAPIResponse returns an APIResponse around r.
func NewAPIResponse(r *http.Response) *APIResponse {
	return &APIResponse{Response: r}
}

// NewAPIResponseWithError returns an APIResponse that holds only a message.
func NewAPIResponseWithError(errorMessage string) *APIResponse {
	return &APIResponse{Message: errorMessage}
}

// HttpNotFound tells whether the service answered 404. It may be called on nil.
func (resp *APIResponse) HttpNotFound() bool {
	return resp != nil && resp.Response != nil && resp.StatusCode == http.StatusNotFound
}

// LogInfo writes operation, duration and status to the standard logger. It may
// be called on nil.
func (resp *APIResponse) LogInfo() {
	if resp == nil {
		return
	}
	log.Printf("[DEBUG] operation %s took %s", resp.Operation, resp.RequestTime)
	if resp.Response != nil {
		log.Printf("[DEBUG] response status code: %d", resp.StatusCode)
	}
}
