package conformance

// Problem: what a client did wrong, and what it takes to see it again.

import (
	"fmt"
	"slices"
	"strings"
)

// Problem is one thing that a client did wrong.
type Problem struct {
	// Case is which case of the rule it is; "" if it has only one.
	Case string
	// Expected and Seen complete the sentence "expected …; saw …".
	Expected, Seen string
	// Requests are the requests of the case and how they were answered, in
	// their order and with the time since the first one. Of many, some from the
	// middle are left out.
	Requests []string
}

// String is the problem in one line, without the requests.
func (p Problem) String() string {
	text := fmt.Sprintf("expected %s; saw %s", p.Expected, p.Seen)
	if p.Case != "" {
		text = p.Case + ": " + text
	}
	return text
}

// found returns the problems so far, by their cases; calls that were given up
// may still add some.
func (s *shared) found() []Problem {
	s.mu.Lock()
	defer s.mu.Unlock()
	problems := slices.Clone(s.problems)
	slices.SortFunc(problems, func(a, b Problem) int { return strings.Compare(a.String(), b.String()) })
	for i := range problems {
		problems[i].Requests = s.requestsOf(problems[i].Case)
	}
	return problems
}

// requestsOf returns the requests of a case, or of the case around it whose
// server it used.
func (s *shared) requestsOf(name string) []string {
	best := -1
	var servers []*Server
	for _, served := range s.servers {
		around := served.name == "" || served.name == name || strings.HasPrefix(name, served.name+": ")
		if !around || len(served.name) < best {
			continue
		}
		if len(served.name) > best {
			best, servers = len(served.name), nil
		}
		servers = append(servers, served.server)
	}
	var all []string
	for i, server := range servers {
		for _, line := range server.journal() {
			if len(servers) > 1 {
				line = fmt.Sprintf("server %d: %s", i+1, line)
			}
			all = append(all, line)
		}
	}
	return abridged(all)
}

// abridged leaves out the middle of what is too long to be read.
func abridged(lines []string) []string {
	const head, tail = 8, 3
	if len(lines) <= head+tail+1 {
		return lines
	}
	left := fmt.Sprintf("… %d more …", len(lines)-head-tail)
	return slices.Concat(lines[:head], []string{left}, lines[len(lines)-tail:])
}

// journal tells the requests that came and how they were answered.
func (s *Server) journal() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var lines []string
	for i, r := range s.requests {
		target := r.Path
		if len(r.Query) > 0 {
			target += "?" + r.Query.Encode()
		}
		if len(r.Body) > 0 {
			target += fmt.Sprintf(" (%d bytes)", len(r.Body))
		}
		lines = append(lines, fmt.Sprintf("%d ms: %s %s -> %s", r.At.Sub(s.requests[0].At).Milliseconds(), r.Method, target, s.replies[i]))
	}
	return lines
}

// String tells the answer as journals do.
func (r Reply) String() string {
	switch r.Fault {
	case Break:
		return "the connection broken"
	case Hang:
		return "no answer"
	}
	text := itoa(r.Status)
	for _, name := range []string{"Retry-After", "Location", "Ratelimit-Remaining", "Ratelimit-Reset", "X-Ratelimit-Remaining", "X-Ratelimit-Reset"} {
		if value := r.Header.Get(name); value != "" {
			text += ", " + name + ": " + value
		}
	}
	switch r.Fault {
	case BreakInBody:
		text += ", broken in the middle of the body"
	case HangInBody:
		text += ", hanging in the middle of the body"
	}
	return text
}
