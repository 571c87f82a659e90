package ionoscloud

// Errors: what a caller branches on, and the one error type of a call.

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// What errors.Is finds in the error of a call.
var (
	// ErrInvalid: the input was refused, by the client before anything was sent
	// or by the service (400, 422).
	ErrInvalid = errors.New("invalid")
	// ErrUnauthorized: the credentials are missing, wrong or expired (401).
	ErrUnauthorized = errors.New("unauthorized")
	// ErrForbidden: the credentials are good and do not allow this (403).
	ErrForbidden = errors.New("forbidden")
	// ErrNotFound: there is no such resource, or it is not visible (404).
	ErrNotFound = errors.New("not found")
	// ErrConflict: the resource is not in a state that allows this (409).
	ErrConflict = errors.New("conflict")
	// ErrRateLimited: too many requests (429).
	ErrRateLimited = errors.New("rate limited")
	// ErrUnavailable: the service or a gateway in front of it is out of order
	// (502, 503, 504), or no answer came.
	ErrUnavailable = errors.New("unavailable")

	// ErrInsecure: the call would have sent credentials in the clear.
	ErrInsecure = errors.New("insecure")
	// ErrBodyTooLarge: the answer is larger than Configuration.MaxResponseBytes.
	ErrBodyTooLarge = errors.New("response body too large")
	// ErrBodyTruncated: the answer ended before its end.
	ErrBodyTruncated = errors.New("response body ended early")
	// ErrBodyEmpty: the answer has no body where there should be one.
	ErrBodyEmpty = errors.New("response body is empty")
	// ErrContentType: the answer is not JSON, for example a gateway's page.
	ErrContentType = errors.New("unexpected content type")
	// ErrDecode: the answer is not the JSON that was due.
	ErrDecode = errors.New("response body cannot be decoded")
)

// GenericOpenAPIError is the error of a call that failed, as a value:
//
//	var apiError ionoscloud.GenericOpenAPIError
//	if errors.As(err, &apiError) { … apiError.StatusCode() … }
//
// errors.Is finds the sentinels of this package in it ([ErrNotFound] and its
// neighbours), errors.As and errors.Is whatever caused it, a context's error
// included.
type GenericOpenAPIError struct {
	statusCode int
	body       []byte
	error      string
	model      interface{}

	operation string
	requestID string
	cause     error
}

// NewGenericOpenAPIError returns an error with the message, body, model and
// status code given.
func NewGenericOpenAPIError(message string, body []byte, model interface{}, statusCode int) *GenericOpenAPIError {
	return &GenericOpenAPIError{statusCode: statusCode, body: body, error: message, model: model}
}

// Error returns the message.
func (e GenericOpenAPIError) Error() string { return e.error }

// Body returns the body of the answer as it came.
func (e GenericOpenAPIError) Body() []byte { return e.body }

// Model returns the decoded error of the service, an [ErrorResponse]: an empty
// one when the answer was another JSON document or none, nil when it was something
// else.
func (e GenericOpenAPIError) Model() interface{} { return e.model }

// StatusCode returns the status of the last answer, 0 when none came.
func (e GenericOpenAPIError) StatusCode() int { return e.statusCode }

// Operation returns the name that the operation was called by, for example
// "GetCluster".
func (e GenericOpenAPIError) Operation() string { return e.operation }

// RequestID returns the id that the service gave the request, if it gave one.
func (e GenericOpenAPIError) RequestID() string { return e.requestID }

// SetError sets the message.
func (e *GenericOpenAPIError) SetError(message string) { e.error = message }

// SetBody sets the body.
func (e *GenericOpenAPIError) SetBody(body []byte) { e.body = body }

// SetModel sets the model.
func (e *GenericOpenAPIError) SetModel(model interface{}) { e.model = model }

// SetStatusCode sets the status code.
func (e *GenericOpenAPIError) SetStatusCode(statusCode int) { e.statusCode = statusCode }

// Unwrap returns what caused the error, if it was not the service's answer.
func (e GenericOpenAPIError) Unwrap() error { return e.cause }

// Is tells whether the status stands for one of the sentinels of this package.
func (e GenericOpenAPIError) Is(target error) bool {
	sentinel := sentinelOf(e.statusCode)
	return sentinel != nil && target == sentinel
}

// As lets errors.As fill a *GenericOpenAPIError too, since that is what
// NewGenericOpenAPIError returns.
func (e GenericOpenAPIError) As(target any) bool {
	pointer, ok := target.(**GenericOpenAPIError)
	if ok {
		*pointer = &e
	}
	return ok
}

func sentinelOf(statusCode int) error {
	switch statusCode {
	case http.StatusBadRequest, http.StatusUnprocessableEntity:
		return ErrInvalid
	case http.StatusUnauthorized:
		return ErrUnauthorized
	case http.StatusForbidden:
		return ErrForbidden
	case http.StatusNotFound:
		return ErrNotFound
	case http.StatusConflict:
		return ErrConflict
	case http.StatusTooManyRequests:
		return ErrRateLimited
	case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return ErrUnavailable
	}
	return nil
}

// answerError is the error of an answer whose status says that the call failed.
func answerError(resp *http.Response, payload []byte) GenericOpenAPIError {
	e := GenericOpenAPIError{statusCode: resp.StatusCode, body: payload}
	detail := ""
	var model ErrorResponse
	switch {
	case isRedirect(resp.StatusCode):
		detail = refusedRedirect(resp)
	case len(payload) == 0:
		e.model = model
	case json.Unmarshal(payload, &model) == nil && (model.Messages != nil || model.HttpStatus != nil):
		e.model = model
		detail = describeMessages(model.Messages)
	default:
		contentType := resp.Header.Get("Content-Type")
		if isJSON(contentType) && json.Unmarshal(payload, &model) == nil {
			e.model = model // as in the releases: there are programs that rely on its type
		}
		detail = describeForeignBody(contentType, payload)
	}
	e.error = statusText(resp)
	if detail != "" {
		e.error += ": " + detail
	}
	return e
}

func statusText(resp *http.Response) string {
	text := http.StatusText(resp.StatusCode)
	if text == "" {
		return fmt.Sprint(resp.StatusCode)
	}
	return fmt.Sprintf("%d %s", resp.StatusCode, text)
}

// describeMessages joins the service's messages: "message (code); message (code)".
func describeMessages(messages *[]ErrorMessage) string {
	if messages == nil {
		return ""
	}
	var described []string
	for _, m := range *messages {
		text, code := ToStringDefault(m.Message), ToStringDefault(m.ErrorCode)
		switch {
		case text == "":
			text = code
		case code != "":
			text += " (" + code + ")"
		}
		if text != "" {
			described = append(described, text)
		}
	}
	return strings.Join(described, "; ")
}

// describeForeignBody says what an error answer is that the service did not
// write. Plain text is short and often the only explanation there is; a page
// is neither.
func describeForeignBody(contentType string, payload []byte) string {
	const most = 200
	mediaType := mediaTypeOf(contentType)
	if mediaType != "text/plain" && !isJSON(contentType) {
		if mediaType == "" {
			mediaType = "unknown"
		}
		return fmt.Sprintf("the answer is of type %s, %d bytes, not the service's own", mediaType, len(payload))
	}
	text := payload
	if len(text) > most {
		text = text[:most]
	}
	return strings.ToValidUTF8(strings.Join(strings.Fields(string(text)), " "), "")
}
