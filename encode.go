package ionoscloud

// Encoding: the models append their JSON to one buffer, without maps and
// without a second look at what was written. The result says what
// encoding/json would say, fields that are nil left out.

import (
	"encoding/json"
	"sort"
	"strconv"
)

// encodedSize is what a request of ordinary size needs.
const encodedSize = 512

// encode returns the JSON of a model.
func encode(value encodable) ([]byte, error) {
	e := encoder{dst: make([]byte, 0, encodedSize)}
	e.element(value)
	return e.dst, e.err
}

// encodable is what a model is: it appends its fields, without the braces.
type encodable interface {
	encode(e *encoder)
}

// encoder is a JSON text in the making. The first error stays.
type encoder struct {
	dst []byte
	err error
}

// key begins a field. No value ends with an opening brace, so one there means
// that the object is still empty. Names need no escaping, the generator has
// seen to that. Every helper below writes a key: it is not inlined, so that its
// code is there once.
//
//go:noinline
func (e *encoder) key(name string) {
	if e.dst[len(e.dst)-1] != '{' {
		e.dst = append(e.dst, ',')
	}
	e.dst = append(e.dst, '"')
	e.dst = append(e.dst, name...)
	e.dst = append(e.dst, '"', ':')
}

func (e *encoder) null(name string) {
	e.key(name)
	e.dst = append(e.dst, "null"...)
}

func (e *encoder) bool(name string, value *bool) {
	if value != nil {
		e.key(name)
		e.dst = strconv.AppendBool(e.dst, *value)
	}
}

func (e *encoder) int32(name string, value *int32) {
	if value != nil {
		e.key(name)
		e.dst = strconv.AppendInt(e.dst, int64(*value), 10)
	}
}

func (e *encoder) int64(name string, value *int64) {
	if value != nil {
		e.key(name)
		e.dst = strconv.AppendInt(e.dst, *value, 10)
	}
}

func (e *encoder) time(name string, value *IonosTime) {
	if value == nil {
		return
	}
	e.key(name)
	e.dst = append(e.dst, '"')
	dst, err := value.AppendText(e.dst)
	if err != nil {
		e.fail(err)
		dst = e.dst
	}
	e.dst = append(dst, '"')
}

// any writes what only encoding/json knows how to write.
func (e *encoder) any(name string, value any) {
	e.key(name)
	e.anyValue(value)
}

func (e *encoder) anyValue(value any) {
	switch value := value.(type) {
	case nil:
		e.dst = append(e.dst, "null"...)
	case string:
		e.dst = appendString(e.dst, value)
	case bool:
		e.dst = strconv.AppendBool(e.dst, value)
	case int:
		e.dst = strconv.AppendInt(e.dst, int64(value), 10)
	default:
		encoded, err := json.Marshal(value)
		if err != nil {
			e.fail(err)
			encoded = []byte("null")
		}
		e.dst = append(e.dst, encoded...)
	}
}

// anyMap writes an object with arbitrary fields, in the order of their names.
func (e *encoder) anyMap(name string, value *map[string]interface{}) {
	if value == nil {
		return
	}
	if *value == nil {
		e.null(name)
		return
	}
	e.key(name)
	e.dst = append(e.dst, '{')
	for i, field := range sortedKeys(*value) {
		e.comma(i)
		e.dst = append(appendString(e.dst, field), ':')
		e.anyValue((*value)[field])
	}
	e.dst = append(e.dst, '}')
}

func (e *encoder) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

func sortedKeys(m map[string]interface{}) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

func writeString[T ~string](e *encoder, name string, value *T) {
	if value != nil {
		e.key(name)
		e.dst = appendString(e.dst, string(*value))
	}
}

func writeStrings[T ~string](e *encoder, name string, values *[]T) {
	if values == nil || !e.beginList(name, *values == nil) {
		return
	}
	for i, value := range *values {
		e.comma(i)
		e.dst = appendString(e.dst, string(value))
	}
	e.dst = append(e.dst, ']')
}

// model writes a model that is set.
func (e *encoder) model(name string, value encodable) {
	e.key(name)
	e.element(value)
}

func (e *encoder) element(value encodable) {
	e.dst = append(e.dst, '{')
	value.encode(e)
	e.dst = append(e.dst, '}')
}

func writeModels[T any, P interface {
	*T
	encodable
}](e *encoder, name string, values *[]T) {
	if values == nil || !e.beginList(name, *values == nil) {
		return
	}
	for i := range *values {
		e.comma(i)
		e.element(P(&(*values)[i]))
	}
	e.dst = append(e.dst, ']')
}

// beginList begins a list; false: there is nothing to go on with. A list that is
// there but nil is null, as it has always been.
func (e *encoder) beginList(name string, isNil bool) bool {
	if isNil {
		e.null(name)
		return false
	}
	e.key(name)
	e.dst = append(e.dst, '[')
	return true
}

func (e *encoder) comma(i int) {
	if i > 0 {
		e.dst = append(e.dst, ',')
	}
}

// appendString appends a JSON string. Plain text is copied, all the rest is
// encoding/json's to escape.
func appendString(dst []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			encoded, _ := json.Marshal(s) // a string always encodes
			return append(dst, encoded...)
		}
	}
	dst = append(dst, '"')
	dst = append(dst, s...)
	return append(dst, '"')
}
