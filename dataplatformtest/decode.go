// Decoding: request bodies as documents of maps, slices, texts and numbers.

package dataplatformtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"
)

// decodeJSON reads one JSON document and keeps its numbers as they are.
func decodeJSON(raw []byte) (any, error) {
	plain := plainDecoder{text: string(raw)}
	if v, ok := plain.document(); ok {
		return v, nil
	}
	if !utf8.Valid(raw) { // encoding/json would put other characters in its place
		return nil, errors.New("it isn't UTF-8")
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var v any
	if err := decoder.Decode(&v); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, errors.New("there is more after the JSON document")
	}
	return v, nil
}

// plainDecoder reads the JSON that clients usually send: no escapes, only ASCII,
// only integers, not deep. That costs a third of what encoding/json does, which
// reads all else and says what is wrong with what is wrong. Texts share the
// memory of the document.
type plainDecoder struct {
	text  string
	at    int
	depth int
}

// deepest is how deep a plain document is at most.
const deepest = 16

func (d *plainDecoder) document() (any, bool) {
	v, ok := d.value()
	return v, ok && d.next() == 0 && d.at == len(d.text)
}

// next skips white space and looks at what comes then; 0 is the end.
func (d *plainDecoder) next() byte {
	for d.at < len(d.text) {
		switch c := d.text[d.at]; c {
		case ' ', '\t', '\r', '\n':
			d.at++
		default:
			return c
		}
	}
	return 0
}

// take goes on after what must come next.
func (d *plainDecoder) take(c byte) bool {
	if d.next() != c {
		return false
	}
	d.at++
	return true
}

func (d *plainDecoder) value() (any, bool) {
	switch c := d.next(); {
	case c == '"':
		return d.string()
	case c == '{':
		return d.object()
	case c == '[':
		return d.array()
	case c == '-' || c >= '0' && c <= '9':
		return d.integer()
	case c == 't':
		return true, d.word("true")
	case c == 'f':
		return false, d.word("false")
	case c == 'n':
		return nil, d.word("null")
	}
	return nil, false
}

func (d *plainDecoder) word(word string) bool {
	if len(d.text)-d.at < len(word) || d.text[d.at:d.at+len(word)] != word {
		return false
	}
	d.at += len(word)
	return true
}

func (d *plainDecoder) string() (string, bool) {
	d.at++
	for start := d.at; d.at < len(d.text); d.at++ {
		switch c := d.text[d.at]; {
		case c == '"':
			d.at++
			return d.text[start : d.at-1], true
		case c < ' ' || c >= 0x7f || c == '\\':
			return "", false
		}
	}
	return "", false
}

func (d *plainDecoder) integer() (json.Number, bool) {
	start := d.at
	if d.text[d.at] == '-' {
		d.at++
	}
	first := d.at
	for d.at < len(d.text) && d.text[d.at] >= '0' && d.text[d.at] <= '9' {
		d.at++
	}
	digits := d.at - first
	if digits == 0 || digits > 1 && d.text[first] == '0' {
		return "", false
	}
	switch {
	case d.at == len(d.text):
	case d.text[d.at] == '.' || d.text[d.at] == 'e' || d.text[d.at] == 'E':
		return "", false
	}
	return json.Number(d.text[start:d.at]), true
}

func (d *plainDecoder) array() (any, bool) {
	if d.depth++; d.depth > deepest {
		return nil, false
	}
	d.at++
	items := []any{}
	for d.next() != ']' {
		if len(items) > 0 && !d.take(',') {
			return nil, false
		}
		v, ok := d.value()
		if !ok {
			return nil, false
		}
		items = append(items, v)
	}
	d.at++
	d.depth--
	return items, true
}

func (d *plainDecoder) object() (any, bool) {
	if d.depth++; d.depth > deepest {
		return nil, false
	}
	d.at++
	members := map[string]any{}
	for d.next() != '}' {
		if len(members) > 0 && !d.take(',') || d.next() != '"' {
			return nil, false
		}
		name, ok := d.string()
		if !ok || !d.take(':') {
			return nil, false
		}
		if _, twice := members[name]; twice {
			return nil, false
		}
		v, ok := d.value()
		if !ok {
			return nil, false
		}
		members[name] = v
	}
	d.at++
	d.depth--
	return members, true
}
