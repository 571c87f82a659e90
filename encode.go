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

// objectWriter writes one JSON object. The first error stays.
type objectWriter struct {
	dst []byte
	err error
}

func newObject(dst []byte) objectWriter { return objectWriter{dst: append(dst, '{')} }

func (w *objectWriter) end() ([]byte, error) { return append(w.dst, '}'), w.err }

// key begins a field. No value ends with an opening brace, so one there means
// that the object is still empty. Names need no escaping, the generator has
// seen to that.
func (w *objectWriter) key(name string) {
	if w.dst[len(w.dst)-1] != '{' {
		w.dst = append(w.dst, ',')
	}
	w.dst = append(w.dst, '"')
	w.dst = append(w.dst, name...)
	w.dst = append(w.dst, '"', ':')
}

func (w *objectWriter) null(name string) {
	w.key(name)
	w.dst = append(w.dst, "null"...)
}

func (w *objectWriter) bool(name string, value *bool) {
	if value != nil {
		w.key(name)
		w.dst = strconv.AppendBool(w.dst, *value)
	}
}

func (w *objectWriter) int32(name string, value *int32) {
	if value != nil {
		w.key(name)
		w.dst = strconv.AppendInt(w.dst, int64(*value), 10)
	}
}

func (w *objectWriter) int64(name string, value *int64) {
	if value != nil {
		w.key(name)
		w.dst = strconv.AppendInt(w.dst, *value, 10)
	}
}

func (w *objectWriter) time(name string, value *IonosTime) {
	if value == nil {
		return
	}
	w.key(name)
	w.dst = append(w.dst, '"')
	dst, err := value.AppendText(w.dst)
	if err != nil {
		w.fail(err)
		dst = w.dst
	}
	w.dst = append(dst, '"')
}

// any writes what only encoding/json knows how to write.
func (w *objectWriter) any(name string, value any) {
	w.key(name)
	w.anyValue(value)
}

func (w *objectWriter) anyValue(value any) {
	switch value := value.(type) {
	case nil:
		w.dst = append(w.dst, "null"...)
	case string:
		w.dst = appendString(w.dst, value)
	case bool:
		w.dst = strconv.AppendBool(w.dst, value)
	case int:
		w.dst = strconv.AppendInt(w.dst, int64(value), 10)
	default:
		encoded, err := json.Marshal(value)
		if err != nil {
			w.fail(err)
			encoded = []byte("null")
		}
		w.dst = append(w.dst, encoded...)
	}
}

// anyMap writes an object with arbitrary fields, in the order of their names.
func (w *objectWriter) anyMap(name string, value *map[string]interface{}) {
	if value == nil {
		return
	}
	if *value == nil {
		w.null(name)
		return
	}
	w.key(name)
	w.dst = append(w.dst, '{')
	for i, field := range sortedKeys(*value) {
		w.comma(i)
		w.dst = append(appendString(w.dst, field), ':')
		w.anyValue((*value)[field])
	}
	w.dst = append(w.dst, '}')
}

func (w *objectWriter) fail(err error) {
	if w.err == nil {
		w.err = err
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

func writeString[T ~string](w *objectWriter, name string, value *T) {
	if value != nil {
		w.key(name)
		w.dst = appendString(w.dst, string(*value))
	}
}

func writeStrings[T ~string](w *objectWriter, name string, values *[]T) {
	if values == nil || !w.beginList(name, *values == nil) {
		return
	}
	for i, value := range *values {
		w.comma(i)
		w.dst = appendString(w.dst, string(value))
	}
	w.dst = append(w.dst, ']')
}

// appender is what a model is.
type appender interface {
	appendJSON(dst []byte) ([]byte, error)
}

// model writes a model that is set.
func (w *objectWriter) model(name string, value appender) {
	w.key(name)
	w.element(value)
}

func (w *objectWriter) element(value appender) {
	dst, err := value.appendJSON(w.dst)
	w.dst = dst
	if err != nil {
		w.fail(err)
	}
}

func writeModels[T any, P interface {
	*T
	appender
}](w *objectWriter, name string, values *[]T) {
	if values == nil || !w.beginList(name, *values == nil) {
		return
	}
	for i := range *values {
		w.comma(i)
		w.element(P(&(*values)[i]))
	}
	w.dst = append(w.dst, ']')
}

// beginList begins a list; false: there is nothing to go on with. A list that is
// there but nil is null, as it has always been.
func (w *objectWriter) beginList(name string, isNil bool) bool {
	if isNil {
		w.null(name)
		return false
	}
	w.key(name)
	w.dst = append(w.dst, '[')
	return true
}

func (w *objectWriter) comma(i int) {
	if i > 0 {
		w.dst = append(w.dst, ',')
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
