package ionoscloud

// Retries: which failures are worth another try, and how long to wait for it.

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// retryableStatus tells whether a request of that method may be sent again
// after that answer. A POST may have had its effect whatever a gateway says;
// only 429 promises that it had none.
func retryableStatus(method string, status int) bool {
	switch status {
	case http.StatusTooManyRequests:
		return true
	case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return method != http.MethodPost
	}
	return false
}

// retryableError tells whether a request of that method may be sent again when
// no answer came.
func retryableError(method string, err error) bool {
	if isPermanent(err) {
		return false
	}
	return method != http.MethodPost || neverConnected(err)
}

// isPermanent tells whether another try must end the same way: the server could
// be reached and is not one to be trusted, or it sends us where we don't go.
func isPermanent(err error) bool {
	var (
		verification *tls.CertificateVerificationError
		authority    x509.UnknownAuthorityError
		hostname     x509.HostnameError
		certificate  x509.CertificateInvalidError
		protocol     tls.RecordHeaderError
		redirect     redirectError
	)
	return errors.Is(err, errPinMismatch) || errors.Is(err, http.ErrSchemeMismatch) || errors.As(err, &redirect) ||
		errors.As(err, &verification) || errors.As(err, &authority) ||
		errors.As(err, &hostname) || errors.As(err, &certificate) ||
		errors.As(err, &protocol)
}

// neverConnected tells whether the request certainly did nothing, since there
// was no connection to send it over.
func neverConnected(err error) bool {
	var operation *net.OpError
	return errors.As(err, &operation) && (operation.Op == "dial" || operation.Op == "proxyconnect")
}

// pauseBefore is how long to wait before the next try: what the service asked
// for, or else exponential backoff with full jitter, both within the bounds of
// cfg. tries is how many there have been; resp may be nil.
func pauseBefore(cfg *Configuration, tries int, resp *http.Response) time.Duration {
	longest := max(cfg.MaxWaitTime, 0)
	if resp != nil {
		if asked, ok := retryAfter(resp.Header, time.Now()); ok {
			return min(asked, longest)
		}
	}
	shortest := min(max(cfg.WaitTime, 0), longest)
	if shortest == 0 {
		return 0 // whoever asks for no pause gets none
	}
	ceiling := longest
	// Shifting further than this overflows, and no sane WaitTime gets there.
	if shift := min(tries, 30); shortest <= longest>>shift {
		ceiling = shortest << shift
	}
	if ceiling <= shortest {
		return shortest
	}
	return shortest + rand.N(ceiling-shortest+1)
}

// retryAfter reads the Retry-After header, in seconds or as an HTTP date. A date
// is taken relative to the answer's own Date where there is one, so that a clock
// that runs wrong, here or there, does not matter.
func retryAfter(header http.Header, now time.Time) (time.Duration, bool) {
	value := strings.TrimSpace(header.Get("Retry-After"))
	if value == "" {
		return 0, false
	}
	if seconds, err := strconv.ParseUint(value, 10, 64); err == nil {
		const most = uint64(1<<63-1) / uint64(time.Second)
		return time.Duration(min(seconds, most)) * time.Second, true
	} else if errors.Is(err, strconv.ErrRange) {
		return 1<<63 - 1, true
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0, false
	}
	if date, err := http.ParseTime(header.Get("Date")); err == nil {
		now = date
	}
	return max(at.Sub(now), 0), true
}

// ended is the error of a context that has ended, with its cause.
func ended(ctx context.Context) error {
	err, cause := ctx.Err(), context.Cause(ctx)
	switch {
	case err == nil || cause == err:
		return err
	case errors.Is(cause, err):
		return cause
	}
	return fmt.Errorf("%w: %w", err, cause)
}

// sleep waits for d or for the end of ctx, whatever comes first.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ended(ctx)
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ended(ctx)
	case <-timer.C:
		return nil
	}
}
