package conformance

// The lines that a program and the rules send each other: one JSON object each.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// protocol is the version of the lines. It changes when programs must.
const protocol = 1

// orderLine goes to the program: something to do.
type orderLine struct {
	// ID is given back with the answer. A cancel has the ID of the call that is
	// to end, a token that of the program's request for it. A close has none.
	ID int64 `json:"id,omitempty"`
	// Do is an [Operation], or new, configuration, cancel, token or close.
	Do     string `json:"do"`
	Client int64  `json:"client,omitempty"`

	// Settings come with new.
	Settings *settingsLine `json:"settings,omitempty"`

	// These come with operations. TimeoutMs is how long the call may take in
	// all; Cancelled says that the call was cancelled before it began.
	ClusterID  string          `json:"clusterId,omitempty"`
	NodePoolID string          `json:"nodePoolId,omitempty"`
	Body       json.RawMessage `json:"body,omitempty"`
	TimeoutMs  int64           `json:"timeoutMs,omitempty"`
	Cancelled  bool            `json:"cancelled,omitempty"`

	// These come with token.
	Token string `json:"token,omitempty"`
	Error string `json:"error,omitempty"`
}

// settingsLine are [Settings] in a line.
type settingsLine struct {
	URL              string `json:"url"`
	Token            string `json:"token,omitempty"`
	Username         string `json:"username,omitempty"`
	Password         string `json:"password,omitempty"`
	Logs             bool   `json:"logs,omitempty"`
	TokenSource      bool   `json:"tokenSource,omitempty"`
	MaxResponseBytes int64  `json:"maxResponseBytes,omitempty"`
	PollIntervalMs   int64  `json:"pollIntervalMs,omitempty"`
}

// helloLine is the first line of a program.
type helloLine struct {
	Protocol int      `json:"protocol"`
	Name     string   `json:"name"`
	Offers   []string `json:"offers"`
	// These are Adapter.ShortestPause and LongestPause.
	ShortestPauseMs int64 `json:"shortestPauseMs"`
	LongestPauseMs  int64 `json:"longestPauseMs"`
}

// answerLine is any further line of a program: an answer, a log or a request
// for a token.
type answerLine struct {
	ID int64 `json:"id"`

	// These are the [Result] of a call; Document is also the configuration.
	Status   int        `json:"status"`
	Document string     `json:"document"`
	Raw      string     `json:"raw"`
	Error    *lineError `json:"error"`

	// Log is what the client logs. Without a Client it may be any of them.
	Log *string `json:"log"`
	// Ask is "token", with an ID of the program's.
	Ask    string `json:"ask"`
	Client int64  `json:"client"`
}

// lineError is the error of a client.
type lineError struct {
	Text string `json:"text"`
	// Kind is a [Kind], "cancelled", "deadline" or "".
	Kind string `json:"kind"`
}

func (e *lineError) Error() string { return e.Text }

func (e *lineError) Unwrap() error {
	switch e.Kind {
	case "cancelled":
		return context.Canceled
	case "deadline":
		return context.DeadlineExceeded
	}
	return nil
}

// readHello reads the first line of a program.
func readHello(line []byte) (*helloLine, error) {
	var hello helloLine
	if err := readLine(line, &hello); err != nil {
		return nil, err
	}
	if hello.Protocol != protocol {
		return nil, fmt.Errorf("its first line says protocol %d, and not %d as it must: %q", hello.Protocol, protocol, shorten(string(line)))
	}
	return &hello, nil
}

// readAnswer reads any further line.
func readAnswer(line []byte) (*answerLine, error) {
	var answer answerLine
	if err := readLine(line, &answer); err != nil {
		return nil, err
	}
	kinds := []string{"", "cancelled", "deadline", string(TooLarge), string(CutOff), string(Empty), string(ContentType), string(Undecodable)}
	if answer.Error != nil && !slices.Contains(kinds, answer.Error.Kind) {
		return nil, fmt.Errorf("it wrote an error of the unknown kind %q; known are %q", answer.Error.Kind, kinds[1:])
	}
	if answer.Ask != "" && answer.Ask != "token" {
		return nil, fmt.Errorf("it asks for %q; only a token can be asked for", answer.Ask)
	}
	return &answer, nil
}

// readLine is strict: a misspelled name would be looked for for long.
func readLine(line []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(into)
	if err == nil {
		if _, more := decoder.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("more after the object")
		}
	}
	if err != nil {
		return fmt.Errorf("it wrote %q, which is no line of the protocol: %w", shorten(string(line)), err)
	}
	return nil
}
