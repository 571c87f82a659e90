package ionoscloud

// A quick way to read answers: the models read themselves, without reflection.
// It takes only what leaves no doubt. At the first thing that does (a fraction
// for a count, a field twice, JSON that is none) it gives up, and encoding/json
// reads the whole answer instead: so that one alone decides what is right and
// words the errors.

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"unicode/utf8"
)

// scannable is a model that can read itself. clear makes it empty again.
type scannable interface {
	scan(s *scanner)
	clear()
}

// scanDocument reads data into out; false, with out as empty as it was: do it
// with encoding/json.
func scanDocument(data []byte, out scannable) bool {
	s := scanner{data: data}
	out.scan(&s)
	s.space()
	if s.bad || s.pos != len(data) {
		out.clear()
		return false
	}
	return true
}

// scanner is a place in a JSON text. Once bad it stays where it is.
type scanner struct {
	data []byte
	pos  int
	bad  bool
}

// peek skips white space and returns the byte there, 0 at the end.
func (s *scanner) peek() byte {
	s.space()
	if s.bad || s.pos >= len(s.data) {
		return 0
	}
	return s.data[s.pos]
}

func (s *scanner) space() {
	for s.pos < len(s.data) {
		switch s.data[s.pos] {
		case ' ', '\t', '\r', '\n':
			s.pos++
		default:
			return
		}
	}
}

// take goes past c, which must come next.
func (s *scanner) take(c byte) bool {
	if s.peek() != c {
		s.bad = true
		return false
	}
	s.pos++
	return true
}

// literal goes past text if that comes next.
func (s *scanner) literal(text string) bool {
	if s.bad || !bytes.HasPrefix(s.data[s.pos:], []byte(text)) {
		return false
	}
	s.pos += len(text)
	return true
}

// null goes past a null, if there is one.
func (s *scanner) null() bool { return s.peek() == 'n' && s.literal("null") }

// firstKey opens an object and returns its first key; false: it has none.
func (s *scanner) firstKey() ([]byte, bool) {
	if !s.take('{') {
		return nil, false
	}
	if s.peek() == '}' {
		s.pos++
		return nil, false
	}
	return s.key()
}

// nextKey returns the key of the next field; false: the object has ended.
func (s *scanner) nextKey() ([]byte, bool) {
	if s.peek() == '}' {
		s.pos++
		return nil, false
	}
	if !s.take(',') {
		return nil, false
	}
	return s.key()
}

func (s *scanner) key() ([]byte, bool) {
	text, plain := s.text()
	if !plain || !s.take(':') {
		s.bad = true // a key in disguise may be one that we know
		return nil, false
	}
	return text, true
}

// text returns what stands between two quotes, and whether that is plain ASCII
// without escapes. Control characters are left to encoding/json, which refuses
// them.
func (s *scanner) text() (text []byte, plain bool) {
	if !s.take('"') {
		return nil, false
	}
	start := s.pos
	plain = true
	for ; s.pos < len(s.data); s.pos++ {
		switch c := s.data[s.pos]; {
		case c == '"':
			s.pos++
			return s.data[start : s.pos-1], plain
		case c < ' ':
			s.bad = true
			return nil, false
		case c == '\\':
			plain = false
			s.pos++ // whatever is escaped does not end the text
		case c >= utf8.RuneSelf:
			plain = false
		}
	}
	s.bad = true
	return nil, false
}

// string returns the string that comes next.
func (s *scanner) string() string {
	s.space()
	start := s.pos
	text, plain := s.text()
	if s.bad || plain {
		return string(text)
	}
	var decoded string
	if json.Unmarshal(s.data[start:s.pos], &decoded) != nil {
		s.bad = true
	}
	return decoded
}

// integer returns the integer that comes next, if it is one within bounds.
func (s *scanner) integer(least, most int64) int64 {
	negative := s.peek() == '-'
	if negative {
		s.pos++
	}
	start, value := s.pos, int64(0)
	for ; s.pos < len(s.data); s.pos++ {
		digit := s.data[s.pos] - '0'
		if digit > 9 {
			break
		}
		if value > (math.MaxInt64-9)/10 {
			s.bad = true
			return 0
		}
		value = 10*value + int64(digit)
	}
	digits := s.pos - start
	if digits == 0 || digits > 1 && s.data[start] == '0' {
		s.bad = true
	}
	if negative {
		value = -value
	}
	if value < least || value > most {
		s.bad = true
	}
	return value // a fraction or an exponent is no comma, and ends in bad there
}

// raw returns the bytes of the value that comes next.
func (s *scanner) raw() []byte {
	s.space()
	start, depth := s.pos, 0
	for !s.bad {
		switch s.peek() {
		case '"':
			s.text()
		case '{', '[':
			depth++
			s.pos++
		case '}', ']':
			depth--
			s.pos++
		case ',', ':':
			s.pos++
		case 0:
			s.bad = true
		default:
			for s.pos < len(s.data) && !bytes.ContainsRune([]byte(" \t\r\n,:{}[]\""), rune(s.data[s.pos])) {
				s.pos++
			}
		}
		if depth <= 0 {
			break
		}
	}
	if s.bad || !json.Valid(s.data[start:s.pos]) {
		s.bad = true
		return nil
	}
	return s.data[start:s.pos]
}

// unknown skips the value of a field that the model does not have. encoding/json
// finds fields by their names in any case, so such a name is left to it. What the
// model has is one text with spaces between the names.
func (s *scanner) unknown(key []byte, known string) {
	for name := range strings.SplitSeq(known, " ") {
		if len(name) == len(key) && strings.EqualFold(name, string(key)) {
			s.bad = true
			return
		}
	}
	s.raw()
}

// absent tells whether a field is to be read: not if it is null, and it must not
// have been read before.
func absent[T any](s *scanner, dst *T) bool {
	if dst != nil {
		s.bad = true
	}
	return !s.null() && !s.bad
}

func scanString[T ~string](s *scanner, dst **T) {
	if absent(s, *dst) {
		value := T(s.string())
		*dst = &value
	}
}

func scanBool(s *scanner, dst **bool) {
	if !absent(s, *dst) {
		return
	}
	value := s.literal("true")
	if !value && !s.literal("false") {
		s.bad = true
	}
	*dst = &value
}

func scanInt32(s *scanner, dst **int32) {
	if absent(s, *dst) {
		value := int32(s.integer(math.MinInt32, math.MaxInt32))
		*dst = &value
	}
}

func scanInt64(s *scanner, dst **int64) {
	if absent(s, *dst) {
		value := s.integer(math.MinInt64, math.MaxInt64)
		*dst = &value
	}
}

func scanTime(s *scanner, dst **IonosTime) {
	if !absent(s, *dst) {
		return
	}
	start, value := s.pos, new(IonosTime)
	s.text()
	if s.bad || value.UnmarshalJSON(s.data[start:s.pos]) != nil {
		s.bad = true
	}
	*dst = value
}

// scanAny reads what only encoding/json knows how to read.
func scanAny[T any](s *scanner, dst **T) {
	if !absent(s, *dst) {
		return
	}
	value := new(T)
	if raw := s.raw(); s.bad || json.Unmarshal(raw, value) != nil {
		s.bad = true
	}
	*dst = value
}

// scans is what a model has that can read itself.
type scans[T any] interface {
	*T
	scan(s *scanner)
}

func scanModel[T any, P scans[T]](s *scanner, dst **T) {
	if absent(s, *dst) {
		value := new(T)
		P(value).scan(s)
		*dst = value
	}
}

func scanModels[T any, P scans[T]](s *scanner, dst **[]T) {
	scanList(s, dst, func(value *T) { P(value).scan(s) })
}

func scanStrings[T ~string](s *scanner, dst **[]T) {
	scanList(s, dst, func(value *T) { *value = T(s.string()) })
}

func scanList[T any](s *scanner, dst **[]T, element func(*T)) {
	if !absent(s, *dst) || !s.take('[') {
		return
	}
	values := []T{}
	for s.nextElement(len(values) == 0) {
		if len(values) == 0 {
			values = make([]T, 0, 4)
		}
		var value T
		if !s.null() {
			element(&value)
		}
		values = append(values, value)
	}
	*dst = &values
}

// nextElement goes to the next element of a list; false: the list has ended.
func (s *scanner) nextElement(first bool) bool {
	if s.peek() == ']' {
		s.pos++
		return false
	}
	return !s.bad && (first || s.take(','))
}
