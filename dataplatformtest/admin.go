// Admin: faults, clock, journal and state over HTTP, for a server's operator.

package dataplatformtest

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"time"
)

// Admin is the API's administration as an [http.Handler]:
//
//	GET    /faults        {"items": [{"fault": {…}, "seen": 3, "hits": 1}]}
//	POST   /faults        adds a [Fault], or replaces the one of the same id
//	DELETE /faults        removes all
//	GET    /faults/{id}   one of them
//	DELETE /faults/{id}   removes it
//	GET    /clock         {"now": "2026-01-02T15:04:05Z", "speed": 1, "adjustable": true}
//	POST   /clock         {"advance": "10m", "speed": 60}, both optional
//	GET    /journal       {"items": [{…}], "next": 17}; ?since= is the number after
//	                      which to begin, ?limit= the most entries; "next" is the
//	                      since of the next request. A number that there isn't yet
//	                      is of an earlier process, and begins with the oldest.
//	                      ?last= is the most entries, too, but the latest ones
//	GET    /rules         {"items": [{…}]}, see [Rule]
//	PUT    /rules         replaces them
//	GET    /state         the clusters with their node pools, states and what
//	                      will happen to them; ?limit= is the most clusters,
//	                      ?last= the most of the latest ones, ?text= what is to
//	                      be seen in a name, id or state
//
// Bodies are JSON, a wrong request gets 400 with {"message": "…"}. There are no
// credentials: whoever reaches the handler may do everything that it offers. It
// belongs on a port of its own that only its owner reaches, never beside the
// API. Requests that change something must say that they are JSON or use
// DELETE, so that no page in a browser sends them by accident.
func (a *API) Admin() http.Handler {
	mux := http.NewServeMux()
	for pattern, handle := range map[string]func(*http.Request) (any, error){
		"GET /faults":         a.adminListFaults,
		"POST /faults":        a.adminAddFault,
		"DELETE /faults":      a.adminClearFaults,
		"GET /faults/{id}":    a.adminGetFault,
		"DELETE /faults/{id}": a.adminRemoveFault,
		"GET /clock":          a.adminGetClock,
		"POST /clock":         a.adminSetClock,
		"GET /journal":        a.adminJournal,
		"GET /rules":          a.adminGetRules,
		"PUT /rules":          a.adminSetRules,
		"GET /state":          a.adminState,
	} {
		mux.Handle(pattern, adminHandler(handle))
	}
	return mux
}

// adminProblem is an error with the status that it is answered with.
type adminProblem struct {
	status int
	text   string
}

func (p *adminProblem) Error() string { return p.text }

var errNoFault = &adminProblem{http.StatusNotFound, "there is no such fault"}

// adminHandler answers what handle gives; nil is an answer without a body.
func adminHandler(handle func(*http.Request) (any, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		status := http.StatusOK
		body, err := handle(r)
		drain(w, r)
		if err != nil {
			status = http.StatusBadRequest
			var p *adminProblem
			if errors.As(err, &p) {
				status = p.status
			}
			body = map[string]string{"message": err.Error()}
		}
		if body == nil {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		raw, err := json.Marshal(body)
		if err != nil { // only an instant that no calendar has
			status, raw = http.StatusBadRequest, []byte(`{"message":"the answer can't be encoded"}`)
		}
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "no-store")
		w.WriteHeader(status)
		_, _ = w.Write(append(raw, '\n'))
	})
}

// adminBody reads the JSON of a request into v.
func adminBody(r *http.Request, v any) error {
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != "application/json" {
		return &adminProblem{http.StatusUnsupportedMediaType, "the content type must be application/json"}
	}
	raw, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	switch {
	case err != nil:
		return errors.New("the request body could not be read")
	case len(raw) > maxBody:
		return &adminProblem{http.StatusRequestEntityTooLarge, "the request body is too large"}
	}
	return decodeStrictly(raw, v)
}

func (a *API) adminListFaults(*http.Request) (any, error) {
	return map[string]any{"items": a.faults.List()}, nil
}

func (a *API) adminAddFault(r *http.Request) (any, error) {
	var fault Fault
	if err := adminBody(r, &fault); err != nil {
		return nil, err
	}
	id, err := a.faults.Add(fault)
	if err != nil {
		return nil, err
	}
	return a.adminFault(id)
}

func (a *API) adminClearFaults(*http.Request) (any, error) {
	a.faults.Clear()
	return nil, nil
}

func (a *API) adminGetFault(r *http.Request) (any, error) {
	return a.adminFault(r.PathValue("id"))
}

func (a *API) adminFault(id string) (any, error) {
	for _, each := range a.faults.List() {
		if each.Fault.ID == id {
			return each, nil
		}
	}
	return nil, errNoFault
}

func (a *API) adminRemoveFault(r *http.Request) (any, error) {
	if !a.faults.Remove(r.PathValue("id")) {
		return nil, errNoFault
	}
	return nil, nil
}

func (a *API) adminGetClock(*http.Request) (any, error) {
	out := struct {
		Now        time.Time `json:"now"`
		Speed      float64   `json:"speed"`
		Adjustable bool      `json:"adjustable"`
	}{a.clock.Now().UTC(), 1, false}
	if clock, ok := a.clock.(*ManualClock); ok {
		out.Speed, out.Adjustable = clock.Speed(), true
	}
	return out, nil
}

// The bounds of what the admin may do to the clock with one request.
const (
	longestAdvance = 366 * 24 * time.Hour
	highestSpeed   = 1e6
)

func (a *API) adminSetClock(r *http.Request) (any, error) {
	var in struct {
		Advance span     `json:"advance"`
		Speed   *float64 `json:"speed"`
	}
	if err := adminBody(r, &in); err != nil {
		return nil, err
	}
	d := time.Duration(in.Advance)
	if d < 0 || d > longestAdvance {
		return nil, errors.New("advance: must be from 0 to " + longestAdvance.String())
	}
	if in.Speed != nil && !(*in.Speed >= 0 && *in.Speed <= highestSpeed) {
		return nil, errors.New("speed: must be from 0 to a million")
	}
	err := a.AdvanceClock(d)
	if err == nil && in.Speed != nil {
		err = a.SetClockSpeed(*in.Speed)
	}
	switch {
	case errors.Is(err, errFixedClock):
		return nil, &adminProblem{http.StatusConflict, err.Error()}
	case err != nil:
		return nil, &adminProblem{http.StatusServiceUnavailable, err.Error()}
	}
	return a.adminGetClock(r)
}

func (a *API) adminJournal(r *http.Request) (any, error) {
	since, err := number(r, "since", 0)
	if err != nil {
		return nil, err
	}
	most, last, err := mostOf(r, usualJournal)
	if err != nil {
		return nil, err
	}
	total := a.journal.count()
	if since > total {
		since = 0 // a number of an earlier process: this journal begins anew
	}
	if last && most < total-since {
		since = total - most
	}
	items := a.journal.since(since, int(min(most, 1<<20)))
	next := since
	if len(items) > 0 {
		next = items[len(items)-1].Number
	} else {
		items = []Entry{}
	}
	return map[string]any{"items": items, "next": next}, nil
}

// number reads a query parameter.
func number(r *http.Request, name string, usual uint64) (uint64, error) {
	text := r.URL.Query().Get(name)
	if text == "" {
		return usual, nil
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return 0, errors.New(name + ": is " + show(text) + ", must be a whole number from 0")
	}
	return n, nil
}

// mostOf is how many things at most somebody wants to see: the first of them
// (?limit=) or the last.
func mostOf(r *http.Request, usual uint64) (most uint64, last bool, err error) {
	if last = r.URL.Query().Has("last"); last {
		most, err = number(r, "last", usual)
	} else {
		most, err = number(r, "limit", usual)
	}
	return most, last, err
}

type adminRules struct {
	Items []Rule `json:"items"`
}

func (a *API) adminGetRules(*http.Request) (any, error) {
	return adminRules{append([]Rule{}, a.Rules()...)}, nil
}

func (a *API) adminSetRules(r *http.Request) (any, error) {
	var in adminRules
	if err := adminBody(r, &in); err != nil {
		return nil, err
	}
	if err := a.SetRules(in.Items...); err != nil {
		return nil, err
	}
	return a.adminGetRules(r)
}

func (a *API) adminState(r *http.Request) (any, error) {
	most, last, err := mostOf(r, 1000)
	if err != nil {
		return nil, err
	}
	return a.snapshot(view{int(min(most, 1<<30)), last, r.URL.Query().Get("text")}), nil
}
