// Strict: JSON that people write, whose mistakes are told in their words.

package dataplatformtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"time"
)

// decodeStrictly reads one JSON document and refuses names that v doesn't have.
func decodeStrictly(raw []byte, v any) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(v); err != nil {
		return plainJSON(err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return errors.New("there is more after the JSON document")
	}
	return nil
}

// plainJSON is the library's message without Go's types.
func plainJSON(err error) error {
	var wrong *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	var instant *time.ParseError
	switch {
	case err == io.EOF:
		return errors.New("there is no JSON document")
	case err == io.ErrUnexpectedEOF:
		return errors.New("the JSON document ends too early")
	case errors.As(err, &syntax):
		return fmt.Errorf("this is no JSON: %w, the byte %d", err, syntax.Offset)
	case errors.As(err, &instant):
		return fmt.Errorf("%.80s is no time like 2030-12-31T23:59:59Z", instant.Value)
	case errors.As(err, &wrong):
		is, rest, _ := strings.Cut(wrong.Value, " ")
		if is = jsonNames[is]; rest != "" { // a number that doesn't fit
			is = rest
		}
		if wrong.Field == "" {
			return fmt.Errorf("this is %s, must be %s", is, wanted(wrong.Type))
		}
		return fmt.Errorf("%s: is %s, must be %s", wrong.Field, is, wanted(wrong.Type))
	}
	return errors.New(strings.TrimPrefix(err.Error(), "json: "))
}

// jsonNames are the library's words for what there is in a document, and ours.
var jsonNames = map[string]string{
	"string": "a text", "number": "a number", "bool": "true or false", "array": "a list", "object": "an object",
}

// wanted is what a document must have for a type.
func wanted(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "a text"
	case reflect.Bool:
		return "true or false"
	case reflect.Float64:
		return "a number"
	case reflect.Slice:
		return "a list"
	case reflect.Struct:
		return "an object"
	}
	return "a whole number"
}
