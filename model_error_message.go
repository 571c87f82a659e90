// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// ErrorMessage: One of the reasons why a request failed.
type ErrorMessage struct {
	// Code of the reason, for programs. The codes are not listed; those in
	// examples are made up.
	ErrorCode *string `json:"errorCode,omitempty"`
	// The reason, for people.
	Message *string `json:"message,omitempty"`
}

// NewErrorMessage returns an ErrorMessage with nothing set: nothing is
// required and there are no defaults.
func NewErrorMessage() *ErrorMessage {
	return NewErrorMessageWithDefaults()
}

// NewErrorMessageWithDefaults returns an ErrorMessage with nothing set: it
// has no defaults.
func NewErrorMessageWithDefaults() *ErrorMessage {
	return &ErrorMessage{}
}

// GetErrorCode returns ErrorCode, nil if it is not set.
func (o *ErrorMessage) GetErrorCode() *string {
	if o == nil {
		return nil
	}
	return o.ErrorCode
}

// GetErrorCodeOk returns ErrorCode, nil if it is not set, and true unless o is nil.
func (o *ErrorMessage) GetErrorCodeOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.ErrorCode, true
}

// SetErrorCode sets ErrorCode: Code of the reason, for programs. The codes
// are not listed; those in examples are made up.
func (o *ErrorMessage) SetErrorCode(v string) {
	o.ErrorCode = &v
}

// HasErrorCode tells whether ErrorCode is set.
func (o *ErrorMessage) HasErrorCode() bool {
	return o != nil && o.ErrorCode != nil
}

// GetMessage returns Message, nil if it is not set.
func (o *ErrorMessage) GetMessage() *string {
	if o == nil {
		return nil
	}
	return o.Message
}

// GetMessageOk returns Message, nil if it is not set, and true unless o is nil.
func (o *ErrorMessage) GetMessageOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Message, true
}

// SetMessage sets Message: The reason, for people.
func (o *ErrorMessage) SetMessage(v string) {
	o.Message = &v
}

// HasMessage tells whether Message is set.
func (o *ErrorMessage) HasMessage() bool {
	return o != nil && o.Message != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *ErrorMessage) Validate() error { return validate(o) }

func (o *ErrorMessage) validate(v *violations) {
	if o == nil {
		return
	}
}

// MarshalJSON encodes the fields that are set.
func (o ErrorMessage) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *ErrorMessage) encode(e *encoder) {
	writeString(e, "errorCode", o.ErrorCode)
	writeString(e, "message", o.Message)
}

// NullableErrorMessage is an ErrorMessage that can be null, or not be there
// at all.
type NullableErrorMessage nullable[*ErrorMessage]

// NewNullableErrorMessage returns a set value; nil makes it null.
func NewNullableErrorMessage(val *ErrorMessage) *NullableErrorMessage {
	return &NullableErrorMessage{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableErrorMessage) Get() *ErrorMessage { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableErrorMessage) Set(val *ErrorMessage) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableErrorMessage) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableErrorMessage) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableErrorMessage) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableErrorMessage) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
