// Fault: one way for a request to go wrong, and when.

package dataplatformtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"slices"
	"strings"
	"time"
)

// FaultKind is what a fault does to the requests that it meets.
type FaultKind string

// The kinds of faults. The first three let the request go on its way, so that
// another fault may meet it too; of all others a request meets one.
const (
	// FaultLatency delays the request before it is handled, by Latency, which
	// has to be given.
	FaultLatency FaultKind = "latency"
	// FaultClockSkew shifts the Date of the answer, and of a Retry-After in its
	// form of a date, by Skew, which has to be given: at least a second, forth or
	// back.
	FaultClockSkew FaultKind = "clock-skew"
	// FaultDrip sends the answer in pieces of Size bytes (16 unless told
	// otherwise) with a Pause before each (10 ms unless told otherwise).
	FaultDrip FaultKind = "drip"

	// FaultStatus answers with Status in the API's place.
	FaultStatus FaultKind = "status"
	// FaultRefuse refuses the connection: over [API.Transport] as a failed dial,
	// over a Server, whose listener has the connection already, as a reset (see
	// [Server.Refuse] for all connections).
	FaultRefuse FaultKind = "refuse"
	// FaultReset resets the connection before the request is handled; over HTTP/2
	// all that break a connection reset the stream of the request alone.
	FaultReset FaultKind = "reset"
	// FaultResetAfter handles the request and resets the connection instead of
	// answering.
	FaultResetAfter FaultKind = "reset-after"
	// FaultTruncate handles the request and ends the connection after Size bytes
	// of the answer's body, after half of it unless told otherwise, and before its
	// last byte in any case.
	FaultTruncate FaultKind = "truncate"
	// FaultGarbage handles the request and answers with something that begins
	// like JSON and isn't.
	FaultGarbage FaultKind = "garbage"
	// FaultContentType handles the request and answers with a wrong
	// Content-Type, ContentType or text/html.
	FaultContentType FaultKind = "content-type"
	// FaultOversize handles the request and answers with its document and so
	// many spaces after it that the body has Size bytes (64 MiB unless told
	// otherwise). A document that is as large already stays as it is.
	FaultOversize FaultKind = "oversize"
	// FaultDuplicate delivers the request twice and answers the second time, as
	// happens when something between client and API tries again.
	FaultDuplicate FaultKind = "duplicate"
	// FaultExpireToken lets the bearer token of the request expire for good; the
	// request and all later ones with the token get 401. A request without one
	// is answered 401 once.
	FaultExpireToken FaultKind = "expire-token"
)

// passing tells whether the request goes on its way.
func (k FaultKind) passing() bool {
	return k == FaultLatency || k == FaultClockSkew || k == FaultDrip
}

// Fault is what shall go wrong, for which requests, and how often. Everything
// that limits it must hold: the fault meets a request of one of its Operations,
// between From and Until, after Skip others, with its Probability, and Count
// times at most.
//
// As JSON its names begin with a small letter, durations are texts such as
// "1.5s", and instants have the form of RFC 3339.
type Fault struct {
	// ID names the fault; one is given to it when it is "". The administration
	// has it in a path, so it has no slashes and is neither "." nor "..".
	ID   string
	Kind FaultKind

	// Operations are those whose requests it meets; none means every request,
	// those to unknown routes too.
	Operations []Operation
	// Person is the user name (or else the user id, or a bearer token) of those
	// whose requests it meets; "" is everybody.
	Person string
	// Skip is how many requests pass before the first that it meets.
	Skip int
	// Count is how many requests it meets; 0 has no end.
	Count int
	// Probability is that of a request to be met; 0 means all. Chance comes from
	// the seed (see [WithSeed]) and the order of the requests, so that a failing
	// run repeats.
	Probability float64
	// From and Until limit it in time, on the API's clock; zero is no limit.
	From, Until time.Time

	// Latency delays the request before anything else. Every kind may have it. It
	// passes in the machine's time, or the bubble's inside testing/synctest.
	Latency time.Duration

	// All that follows is for some kinds only, and refused with others.

	// Status is the answer's, from 400 to 599.
	Status int
	// RetryAfter is announced with the Status, rounded up to seconds.
	RetryAfter time.Duration
	// RetryAfterDate announces it as a date.
	RetryAfterDate bool
	// HTML makes the body of a Status a page, as gateways write it.
	HTML bool
	// Skew is that of a FaultClockSkew, Pause that of a FaultDrip, Size that of a
	// FaultDrip, FaultTruncate or FaultOversize, ContentType that of a
	// FaultContentType.
	Skew        time.Duration
	Pause       time.Duration
	Size        int64
	ContentType string
}

// The bounds of a fault: nothing may take longer or more than a test can bear.
const (
	longestWait   = 24 * time.Hour
	longestSkew   = 10 * 366 * 24 * time.Hour
	largestBody   = 1 << 30
	usualPiece    = 16
	usualPause    = 10 * time.Millisecond
	usualOversize = 64 << 20
)

// Validate names everything that is wrong with the fault.
func (f *Fault) Validate() error {
	var errs []error
	refuse := func(wrong bool, format string, args ...any) {
		if wrong {
			errs = append(errs, fmt.Errorf(format, args...))
		}
	}
	known := slices.Contains(faultKinds[:], f.Kind)
	refuse(!known, "kind: is %s, must be one of %s", show(string(f.Kind)), faultKinds)
	for _, operation := range f.Operations {
		refuse(!slices.Contains(allOperations[:], operation), "operations: %s is none of %s", show(string(operation)), allOperations)
	}
	refuse(len(f.ID) > longestText, "id: is longer than %d bytes", longestText)
	refuse(strings.Contains(f.ID, "/") || f.ID == "." || f.ID == "..", "id: is %s, must fit into a path: no slash, no dots alone", show(f.ID))
	refuse(f.Skip < 0, "skip: is %d, must be at least 0", f.Skip)
	refuse(f.Count < 0, "count: is %d, must be at least 0", f.Count)
	refuse(!(f.Probability >= 0 && f.Probability <= 1), "probability: is %v, must be from 0 to 1", f.Probability)
	refuse(!f.From.IsZero() && !f.Until.IsZero() && !f.Until.After(f.From), "until: is not after from")
	for _, wait := range []struct {
		name string
		of   time.Duration
	}{{"latency", f.Latency}, {"retryAfter", f.RetryAfter}, {"pause", f.Pause}} {
		refuse(wait.of < 0 || wait.of > longestWait, "%s: is %v, must be from 0 to %v", wait.name, wait.of, longestWait)
	}
	refuse(f.Skew.Abs() > longestSkew, "skew: is %v, must be at most %v", f.Skew, longestSkew)
	refuse(f.Size < 0 || f.Size > largestBody, "size: is %d, must be from 0 to %d", f.Size, largestBody)
	refuse(!headerText(f.ContentType), "contentType: is %s, must be a header's value", show(f.ContentType))
	// What would do nothing is a mistake in a test that would pass then.
	for _, setting := range f.settings() {
		refuse(known && setting.given && !slices.Contains(setting.kinds, f.Kind),
			"%s: is for a fault of the kind %s, not for %s", setting.name, kindNames(setting.kinds), f.Kind)
	}
	switch f.Kind {
	case FaultLatency:
		refuse(f.Latency == 0, `latency: must be given, it is how long the request waits, such as "1.5s"`)
	case FaultClockSkew:
		refuse(f.Skew.Abs() < time.Second, `skew: is %v, must be at least a second forth or back, such as "-1h", since a Date has seconds`, f.Skew)
	case FaultStatus:
		refuse(f.Status < 400 || f.Status > 599, "status: is %d, must be from 400 to 599", f.Status)
		refuse(f.RetryAfterDate && f.RetryAfter == 0, "retryAfterDate: there is no retryAfter that could be a date")
	case FaultContentType:
		media, _, err := mime.ParseMediaType(f.ContentType)
		refuse(err == nil && media == "application/json", "contentType: is %s, which is right, must be a wrong one", show(f.ContentType))
	}
	return errors.Join(errs...)
}

// faultSetting is a setting that only some kinds of faults have.
type faultSetting struct {
	name  string
	given bool
	kinds []FaultKind
}

func (f *Fault) settings() []faultSetting {
	return []faultSetting{
		{"status", f.Status != 0, []FaultKind{FaultStatus}},
		{"retryAfter", f.RetryAfter != 0, []FaultKind{FaultStatus}},
		{"retryAfterDate", f.RetryAfterDate, []FaultKind{FaultStatus}},
		{"html", f.HTML, []FaultKind{FaultStatus}},
		{"skew", f.Skew != 0, []FaultKind{FaultClockSkew}},
		{"pause", f.Pause != 0, []FaultKind{FaultDrip}},
		{"size", f.Size != 0, []FaultKind{FaultDrip, FaultTruncate, FaultOversize}},
		{"contentType", f.ContentType != "", []FaultKind{FaultContentType}},
	}
}

func kindNames(kinds []FaultKind) string {
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = string(kind)
	}
	return strings.Join(names, ", ")
}

// headerText tells whether s may be the value of a header.
func headerText(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return len(s) <= longestText
}

var faultKinds = [...]FaultKind{
	FaultLatency, FaultClockSkew, FaultDrip, FaultStatus, FaultRefuse, FaultReset, FaultResetAfter, FaultTruncate,
	FaultGarbage, FaultContentType, FaultOversize, FaultDuplicate, FaultExpireToken,
}

// faultJSON is a fault as JSON.
type faultJSON struct {
	ID             string      `json:"id,omitempty"`
	Kind           FaultKind   `json:"kind"`
	Operations     []Operation `json:"operations,omitempty"`
	Person         string      `json:"person,omitempty"`
	Skip           int         `json:"skip,omitempty"`
	Count          int         `json:"count,omitempty"`
	Probability    *float64    `json:"probability,omitempty"` // an explicit 0 reads as if it meant never
	From           time.Time   `json:"from,omitzero"`
	Until          time.Time   `json:"until,omitzero"`
	Latency        span        `json:"latency,omitempty"`
	Status         int         `json:"status,omitempty"`
	RetryAfter     span        `json:"retryAfter,omitempty"`
	RetryAfterDate bool        `json:"retryAfterDate,omitempty"`
	HTML           bool        `json:"html,omitempty"`
	Skew           span        `json:"skew,omitempty"`
	Pause          span        `json:"pause,omitempty"`
	Size           int64       `json:"size,omitempty"`
	ContentType    string      `json:"contentType,omitempty"`
}

// MarshalJSON writes the fault in its form for people.
func (f Fault) MarshalJSON() ([]byte, error) {
	return json.Marshal(f.json())
}

func (f Fault) json() faultJSON {
	var probability *float64
	if f.Probability != 0 {
		probability = &f.Probability
	}
	return faultJSON{
		f.ID, f.Kind, f.Operations, f.Person, f.Skip, f.Count, probability, f.From, f.Until, span(f.Latency),
		f.Status, span(f.RetryAfter), f.RetryAfterDate, f.HTML, span(f.Skew), span(f.Pause), f.Size, f.ContentType,
	}
}

// UnmarshalJSON reads a fault and refuses names that it doesn't know.
func (f *Fault) UnmarshalJSON(raw []byte) error {
	var in faultJSON
	if err := decodeStrictly(raw, &in); err != nil {
		return err
	}
	probability := 0.0
	if in.Probability != nil {
		if probability = *in.Probability; probability == 0 {
			return errors.New("probability: is 0, which would never be; without it every request is met")
		}
	}
	*f = Fault{
		in.ID, in.Kind, in.Operations, in.Person, in.Skip, in.Count, probability, in.From, in.Until, time.Duration(in.Latency),
		in.Status, time.Duration(in.RetryAfter), in.RetryAfterDate, in.HTML, time.Duration(in.Skew), time.Duration(in.Pause), in.Size, in.ContentType,
	}
	return nil
}

// span is a duration that is a text in JSON.
type span time.Duration

func (s span) MarshalText() ([]byte, error) { return []byte(time.Duration(s).String()), nil }

func (s *span) UnmarshalJSON(raw []byte) error {
	if string(raw) == "null" {
		return nil // as encoding/json has it: the same as leaving it out
	}
	var text string
	err := json.Unmarshal(raw, &text)
	d, invalid := time.ParseDuration(text)
	if err != nil || invalid != nil {
		return fmt.Errorf(`a duration must be a text such as "1.5s", not %.80s`, raw)
	}
	*s = span(d)
	return nil
}
