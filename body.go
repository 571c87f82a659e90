package ionoscloud

// The body of an answer: read within a bound, kept byte for byte, decoded.

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"strings"
)

const (
	// maxErrorBytes bounds the body of an error answer; explanations are short.
	maxErrorBytes = 1 << 20
	// maxReserveBytes is how much memory a Content-Length alone can claim.
	maxReserveBytes = 16 << 20
)

// readBody reads the body of resp to its end and closes it. What it could read
// is returned with an error too: ErrBodyTooLarge beyond limit, ErrBodyTruncated
// when it ends early.
func readBody(resp *http.Response, limit int64) ([]byte, error) {
	defer func() { _ = resp.Body.Close() }()
	limit = min(limit, math.MaxInt64-1)
	body := io.LimitReader(resp.Body, limit+1) // the byte too many tells
	var (
		payload []byte
		err     error
	)
	if announced := resp.ContentLength; announced >= 0 && announced <= min(limit, maxReserveBytes) {
		buffer := bytes.NewBuffer(make([]byte, 0, announced+bytes.MinRead))
		_, err = buffer.ReadFrom(body)
		payload = buffer.Bytes()
	} else {
		payload, err = io.ReadAll(body)
	}
	switch {
	case int64(len(payload)) > limit:
		return payload[:limit:limit], fmt.Errorf("%w: the bound is %d bytes", ErrBodyTooLarge, limit)
	case err != nil:
		return payload, fmt.Errorf("%w after %d bytes: %w", ErrBodyTruncated, len(payload), err)
	}
	return payload, nil
}

// decode puts the payload of a good answer into out: a *string takes it as it
// is, whatever it is, everything else wants JSON.
func decode(out any, resp *http.Response, payload []byte) error {
	if resp.StatusCode == http.StatusNoContent {
		return nil
	}
	if len(payload) == 0 {
		return ErrBodyEmpty
	}
	if text, ok := out.(*string); ok {
		*text = string(payload)
		return nil
	}
	contentType := resp.Header.Get("Content-Type")
	if contentType != "" && !isJSON(contentType) {
		return fmt.Errorf("%w %s: want JSON", ErrContentType, mediaTypeOf(contentType))
	}
	if document, ok := out.(scannable); ok && scanDocument(payload, document) {
		return nil
	}
	if err := json.Unmarshal(payload, out); err != nil {
		return fmt.Errorf("%w: %w", ErrDecode, err)
	}
	if bytes.Equal(bytes.TrimSpace(payload), []byte("null")) {
		return fmt.Errorf("%w: %w", ErrDecode, errors.New("null where a document is due"))
	}
	return nil
}

func mediaTypeOf(contentType string) string {
	mediaType, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(mediaType))
}

func isJSON(contentType string) bool {
	if contentType == "application/json" {
		return true
	}
	mediaType := mediaTypeOf(contentType)
	return strings.HasSuffix(mediaType, "/json") || strings.HasSuffix(mediaType, "+json")
}
