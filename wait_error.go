package ionoscloud

// The error of a wait, and the service's own words in it.

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

// ErrFailedState: the service gave up; the resource is FAILED,
// FAILED_UPDATING or FAILED_DESTROYING.
var ErrFailedState = errors.New("failed state")

// WaitError is the error of a wait that did not reach its goal:
//
//	var waitError *ionoscloud.WaitError
//	if errors.As(err, &waitError) { … waitError.State … }
//
// errors.Is finds [ErrFailedState] in it, the end of the context, or what the
// last call met ([ErrNotFound] and its neighbours).
type WaitError struct {
	Wait  Wait   // what was awaited; it can be awaited again
	State string // the last state seen; empty: none
	// Message is what the service says about a failed state, if it says
	// anything: the published description has no field for it, so this is
	// whatever "messages" or "message" the answer or its metadata holds.
	Message  string
	Cluster  *ClusterResponseData  // as last seen, if it is one
	NodePool *NodePoolResponseData // as last seen, if it is one
	Elapsed  time.Duration
	Tries    int // looks at the resource

	cause error
}

// Error tells the resource, the goal, why it was missed and what was last seen.
func (e *WaitError) Error() string {
	text := fmt.Sprintf("wait for %s until %s: ", e.Wait, e.Wait.Goal)
	if errors.Is(e.cause, ErrFailedState) {
		text += "it is " + e.State
		if e.Message != "" {
			text += ": " + e.Message
		}
	} else {
		text += fmt.Sprint(e.cause) // nil in one that a program has made
		if e.State != "" {
			text += "; last seen " + e.State
		}
	}
	return fmt.Sprintf("%s (after %s, %d looks)", text, e.Elapsed.Round(time.Millisecond), e.Tries)
}

// Unwrap returns why the wait ended.
func (e *WaitError) Unwrap() error { return e.cause }

// words are what the service says about the resources that an answer shows,
// alone or in a list. They are read when somebody asks, once for all.
type words struct {
	payload []byte
	byID    map[string]string // by sameID
}

func (w *words) about(id string) string {
	if w.byID == nil {
		w.byID = wordsIn(w.payload)
	}
	return w.byID[sameID(id)]
}

func wordsIn(payload []byte) map[string]string {
	type said struct {
		Messages json.RawMessage `json:"messages"`
		Message  json.RawMessage `json:"message"`
	}
	type document struct {
		ID string `json:"id"`
		said
		Metadata said `json:"metadata"`
	}
	var answer struct {
		document
		Items []document `json:"items"`
	}
	// What doesn't fit is left empty, and then there are no words.
	_ = json.Unmarshal(payload, &answer)
	found := map[string]string{}
	for _, d := range append(answer.Items, answer.document) {
		for _, s := range []said{d.Metadata, d.said} {
			var (
				messages []ErrorMessage
				message  string
				text     string
			)
			if json.Unmarshal(s.Messages, &messages) == nil {
				text = describeMessages(&messages)
			}
			if text == "" && json.Unmarshal(s.Message, &message) == nil {
				text = message
			}
			if id := sameID(d.ID); text != "" && found[id] == "" {
				found[id] = strings.Join(strings.Fields(text), " ")
			}
		}
	}
	return found
}
