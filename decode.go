package ionoscloud

// Decoding: what the models need beyond encoding/json.

import (
	"bytes"
	"encoding/json"
)

// isArray tells a list from everything else by its first character.
func isArray(data []byte) bool {
	data = bytes.TrimLeft(data, " \t\r\n")
	return len(data) > 0 && data[0] == '['
}

func isNull(data []byte) bool { return string(data) == "null" }

// decodeEnum takes any string. One that is known costs no memory.
func decodeEnum[T ~string](src []byte, v *T, known ...T) error {
	if n := len(src); n >= 2 && src[0] == '"' && src[n-1] == '"' {
		for _, value := range known {
			if string(src[1:n-1]) == string(value) {
				*v = value
				return nil
			}
		}
	}
	if isNull(src) {
		return nil // by the convention of encoding/json
	}
	var text string
	if err := json.Unmarshal(src, &text); err != nil {
		return err
	}
	*v = T(text)
	return nil
}
