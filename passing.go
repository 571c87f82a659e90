package ionoscloud

// Passing trouble: what is worth looking again for, after the tries of a single
// call have been used up.

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"time"
)

const (
	// lookTimeout bounds a single call of a wait, with its retries and with what
	// a Limiter makes it wait: a server that accepts and never answers is
	// trouble like any other.
	lookTimeout = time.Minute
	// longestAsked bounds a Retry-After.
	longestAsked = 5 * time.Minute
)

// isPassing tells whether the error of a call may be gone the next time.
func isPassing(err error) bool {
	var e GenericOpenAPIError
	if !errors.As(err, &e) {
		return false
	}
	var (
		limited limiterError
		token   tokenError
	)
	switch status := e.StatusCode(); {
	case errors.As(err, &limited):
		return true // the queue may be shorter then
	case errors.As(err, &token):
		return token.isPassing()
	case status == 0:
		return errors.Is(err, ErrUnavailable) || errors.Is(err, context.DeadlineExceeded)
	case status < http.StatusMultipleChoices:
		return errors.Is(err, ErrBodyTruncated) || errors.Is(err, ErrBodyEmpty) ||
			errors.Is(err, ErrContentType) || errors.Is(err, ErrDecode) || errors.Is(err, context.DeadlineExceeded)
	default:
		return status >= http.StatusInternalServerError ||
			status == http.StatusRequestTimeout || status == http.StatusTooManyRequests
	}
}

// waitsKey marks the context of calls after which asked is heeded.
type waitsKey struct{}

// forALook is the context of a single call of a wait.
func forALook(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithValue(ctx, waitsKey{}, true), lookTimeout)
}

// isGone tells whether the service says that what a call is about is not there.
func isGone(err error) bool { return errors.Is(err, ErrNotFound) && !isPage(err) }

// isPage tells whether an error is a page, which a gateway answers that does not
// find the service: a 404 of its own says nothing about a resource.
func isPage(err error) bool {
	var e GenericOpenAPIError
	return errors.As(err, &e) && e.StatusCode() == http.StatusNotFound && bytes.HasPrefix(bytes.TrimSpace(e.Body()), []byte("<"))
}

// needItems is err, or that a list has come without its items: such an answer
// is not the service's, and tells nothing about what there is.
func needItems[T any](items *[]T, resp *APIResponse, err error) error {
	if err != nil || items != nil {
		return err
	}
	return GenericOpenAPIError{
		statusCode: http.StatusOK, body: resp.Payload, operation: resp.Operation,
		error: resp.Operation + ": the list has no items", cause: ErrDecode,
	}
}

// asked is the pause that the service asks for in an answer, 0 if it does not.
func asked(resp *APIResponse) time.Duration {
	if resp == nil || resp.Response == nil {
		return 0
	}
	pause, _ := retryAfter(resp.Header, time.Now())
	return min(pause, longestAsked)
}

// varied is d, a fifth more or less, so that many who began together do not stay
// together.
func varied(d time.Duration) time.Duration {
	return d - d/5 + rand.N(d/5*2+1)
}
