// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// ErrorResponse: Why a request failed.
type ErrorResponse struct {
	// HTTP status code of the answer.
	HttpStatus *int32 `json:"httpStatus,omitempty"`
	// The reasons.
	Messages *[]ErrorMessage `json:"messages,omitempty"`
}

// NewErrorResponse returns an ErrorResponse with nothing set: nothing is
// required and there are no defaults.
func NewErrorResponse() *ErrorResponse {
	return NewErrorResponseWithDefaults()
}

// NewErrorResponseWithDefaults returns an ErrorResponse with nothing set: it
// has no defaults.
func NewErrorResponseWithDefaults() *ErrorResponse {
	return &ErrorResponse{}
}

// GetHttpStatus returns HttpStatus, nil if it is not set.
func (o *ErrorResponse) GetHttpStatus() *int32 {
	if o == nil {
		return nil
	}
	return o.HttpStatus
}

// GetHttpStatusOk returns HttpStatus, nil if it is not set, and true unless o is nil.
func (o *ErrorResponse) GetHttpStatusOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.HttpStatus, true
}

// SetHttpStatus sets HttpStatus: HTTP status code of the answer.
func (o *ErrorResponse) SetHttpStatus(v int32) {
	o.HttpStatus = &v
}

// HasHttpStatus tells whether HttpStatus is set.
func (o *ErrorResponse) HasHttpStatus() bool {
	return o != nil && o.HttpStatus != nil
}

// GetMessages returns Messages, nil if it is not set.
func (o *ErrorResponse) GetMessages() *[]ErrorMessage {
	if o == nil {
		return nil
	}
	return o.Messages
}

// GetMessagesOk returns Messages, nil if it is not set, and true unless o is nil.
func (o *ErrorResponse) GetMessagesOk() (*[]ErrorMessage, bool) {
	if o == nil {
		return nil, false
	}
	return o.Messages, true
}

// SetMessages sets Messages: The reasons.
func (o *ErrorResponse) SetMessages(v []ErrorMessage) {
	o.Messages = &v
}

// HasMessages tells whether Messages is set.
func (o *ErrorResponse) HasMessages() bool {
	return o != nil && o.Messages != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *ErrorResponse) Validate() error { return validate(o) }

func (o *ErrorResponse) validate(v *violations) {
	if o == nil {
		return
	}
	checkModels(v, "messages", o.Messages)
}

// MarshalJSON encodes the fields that are set.
func (o ErrorResponse) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *ErrorResponse) encode(e *encoder) {
	e.int32("httpStatus", o.HttpStatus)
	writeModels(e, "messages", o.Messages)
}

// NullableErrorResponse is an ErrorResponse that can be null, or not be there
// at all.
type NullableErrorResponse nullable[*ErrorResponse]

// NewNullableErrorResponse returns a set value; nil makes it null.
func NewNullableErrorResponse(val *ErrorResponse) *NullableErrorResponse {
	return &NullableErrorResponse{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableErrorResponse) Get() *ErrorResponse { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableErrorResponse) Set(val *ErrorResponse) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableErrorResponse) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableErrorResponse) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableErrorResponse) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableErrorResponse) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
