// Journal: what was asked of the API and what it did, for a while.

package dataplatformtest

import (
	"strings"
	"sync"
	"time"
)

// Entry is one request in the journal. A request that a fault delivers twice
// has two.
type Entry struct {
	Number    uint64    `json:"number"` // counts all entries from 1
	Time      time.Time `json:"time"`   // on the API's clock
	RequestID string    `json:"requestId"`
	Operation Operation `json:"operation,omitempty"` // "": no operation has this route and method
	Method    string    `json:"method"`
	Path      string    `json:"path"`
	Query     string    `json:"query,omitempty"`
	// Person is the user name, or else the user id, of the sender; "" is a
	// stranger.
	Person string `json:"person,omitempty"`
	// Status is that of the answer. 0 means that nothing was answered and
	// nothing done. With a fault that takes the answer away after the effect it
	// is the status that there would have been.
	Status int `json:"status"`
	// Effect is what the request did, "" is nothing.
	Effect Action `json:"effect,omitempty"`
	// Resource is the id of the resource that was created, changed or deleted.
	Resource string `json:"resource,omitempty"`
	// Fault is the kind of the fault that the request met.
	Fault FaultKind `json:"fault,omitempty"`
}

// usualJournal is how many entries are kept unless told otherwise.
const usualJournal = 1000

// longestText bounds what a request can put into the journal.
const longestText = 256

// WithJournal changes how many entries the journal keeps, which are the latest;
// usually a thousand. 0 keeps none.
func WithJournal(entries int) Option {
	return func(c *config) { c.journal = max(0, entries) }
}

// journal is a ring of entries.
type journal struct {
	mu    sync.Mutex
	most  int
	ring  []Entry
	total uint64
}

func (j *journal) add(e Entry) {
	if j.most == 0 {
		return
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	slot := int(j.total % uint64(j.most))
	j.total++
	e.Number = j.total
	if slot < len(j.ring) {
		j.ring[slot] = e
	} else {
		j.ring = append(j.ring, e)
	}
}

// count is the number of the latest entry.
func (j *journal) count() uint64 {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.total
}

// since gives the entries after the given number, oldest first, at most limit.
func (j *journal) since(number uint64, limit int) []Entry {
	j.mu.Lock()
	defer j.mu.Unlock()
	oldest := j.total - uint64(len(j.ring))
	first := max(number, oldest)
	if first >= j.total {
		return nil
	}
	n := min(uint64(max(0, limit)), j.total-first)
	entries := make([]Entry, 0, n)
	for i := first; i < first+n; i++ {
		entries = append(entries, j.ring[i%uint64(j.most)])
	}
	return entries
}

// Journal gives the requests that came in, oldest first, as far as they are
// still kept. A request is there before its answer can be read.
func (a *API) Journal() []Entry {
	return a.JournalSince(0)
}

// JournalSince gives the requests with a higher number than the given one.
func (a *API) JournalSince(number uint64) []Entry {
	return a.journal.since(number, a.journal.most)
}

// note writes a call into the journal.
func (a *API) note(c *call, status int) {
	if a.journal.most == 0 {
		return
	}
	long := len(c.r.RequestURI) > longestText // which has all three texts in it
	e := Entry{
		Time: c.now, RequestID: c.requestID, Operation: c.operation,
		Method: brief(c.r.Method, long), Path: brief(c.r.URL.Path, long), Query: brief(c.r.URL.RawQuery, long),
		Status: status, Effect: c.effect, Resource: c.resource, Fault: c.fault,
	}
	if c.person != nil {
		e.Person = c.person.label()
	}
	a.journal.add(e)
}

// brief is a text at a length that may be kept. What is part of something long
// is copied, for it would keep all of that.
func brief(s string, long bool) string {
	switch {
	case len(s) > longestText:
		return strings.ToValidUTF8(s[:longestText], "") + "…"
	case long:
		return strings.Clone(s)
	}
	return s
}
