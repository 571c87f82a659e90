// Encoding: answers as JSON, with properties in the description's order.

package dataplatformtest

import (
	"encoding/json"
	"strconv"
)

// appendString appends s as a JSON string; plain ASCII takes the short way.
func appendString(dst []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < 0x20 || c >= 0x7f || c == '"' || c == '\\' {
			return appendAny(dst, s)
		}
	}
	dst = append(dst, '"')
	dst = append(dst, s...)
	return append(dst, '"')
}

// appendAny appends a value that came out of a JSON document.
func appendAny(dst []byte, v any) []byte {
	raw, err := json.Marshal(v)
	if err != nil { // what was decoded from JSON can be encoded again
		return append(dst, "null"...)
	}
	return append(dst, raw...)
}

// appendValue appends v; objects that s describes keep its order.
func appendValue(dst []byte, s *schema, v any) []byte {
	switch v := v.(type) {
	case string:
		return appendString(dst, v)
	case int64:
		return strconv.AppendInt(dst, v, 10)
	case bool:
		return strconv.AppendBool(dst, v)
	case []any:
		var items *schema
		if s != nil {
			items = s.items
		}
		dst = append(dst, '[')
		for i, item := range v {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendValue(dst, items, item)
		}
		return append(dst, ']')
	case map[string]any:
		if s != nil && !s.freeForm {
			return appendObject(dst, s, v)
		}
	}
	return appendAny(dst, v)
}

func appendObject(dst []byte, s *schema, object map[string]any) []byte {
	dst = append(dst, '{')
	first := true
	for _, p := range s.properties {
		v, ok := object[p.name]
		if !ok || v == nil {
			continue // null and absent read the same
		}
		if !first {
			dst = append(dst, ',')
		}
		first = false
		dst = appendString(dst, p.name)
		dst = append(dst, ':')
		dst = appendValue(dst, p.schema, v)
	}
	return append(dst, '}')
}

// appendStrings appends a list of strings.
func appendStrings(dst []byte, list []string) []byte {
	dst = append(dst, '[')
	for i, s := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendString(dst, s)
	}
	return append(dst, ']')
}
