package conformance_test

// The small client as a program: the test binary, started again.

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
)

// asProgram is the first argument of a test binary that is to be a program.
const asProgram = "be-a-program"

func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == asProgram {
		misbehave(os.Args[2], os.Args[3:])
		return
	}
	os.Exit(m.Run())
}

// programLine is a line to the program.
type programLine struct {
	ID       int64
	Do       string
	Client   int64
	Settings struct {
		URL, Token, Username, Password   string
		Logs, TokenSource                bool
		MaxResponseBytes, PollIntervalMs int64
	}
	ClusterID, NodePoolID string
	Body                  json.RawMessage
	TimeoutMs             int64
	Cancelled             bool
	Token, Error          string
}

// toyProgram serves small clients over standard input and output.
type toyProgram struct {
	adapter conformance.Adapter

	mu      sync.Mutex
	clients map[int64]conformance.Client
	calls   map[int64]context.CancelFunc
	tokens  chan programLine
}

func serveToy(flaws []string) {
	p := &toyProgram{adapter: toy(flaws...), clients: map[int64]conformance.Client{}, calls: map[int64]context.CancelFunc{}, tokens: make(chan programLine, 100)}
	p.write(map[string]any{"protocol": 1, "name": "toy program", "offers": []string{
		"body-limit", "cancellation", "configuration", "ensuring", "error-kinds", "logs", "node-pool-waiting", "pacing", "token-source", "waiting",
	}})
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var line programLine
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		p.take(line)
	}
}

func (p *toyProgram) write(line any) {
	text, _ := json.Marshal(line)
	p.mu.Lock()
	defer p.mu.Unlock()
	_, _ = os.Stdout.Write(append(text, '\n'))
}

func (p *toyProgram) take(line programLine) {
	p.mu.Lock()
	client := p.clients[line.Client]
	p.mu.Unlock()
	switch line.Do {
	case "new":
		p.new(line)
	case "configuration":
		p.write(map[string]any{"id": line.ID, "document": client.(conformance.Configured).Configuration()})
	case "cancel":
		p.mu.Lock()
		defer p.mu.Unlock()
		if cancel := p.calls[line.ID]; cancel != nil {
			cancel()
		}
	case "token":
		p.tokens <- line
	case "close":
		_ = client.(io.Closer).Close()
	default:
		ctx, cancel := context.WithTimeout(context.Background(), time.Duration(line.TimeoutMs)*time.Millisecond)
		if line.Cancelled {
			cancel()
		}
		p.mu.Lock()
		p.calls[line.ID] = cancel
		p.mu.Unlock()
		go p.call(ctx, client, line)
	}
}

func (p *toyProgram) new(line programLine) {
	s := conformance.Settings{
		URL: line.Settings.URL, Token: line.Settings.Token, Username: line.Settings.Username, Password: line.Settings.Password,
		MaxResponseBytes: line.Settings.MaxResponseBytes, PollInterval: time.Duration(line.Settings.PollIntervalMs) * time.Millisecond,
	}
	if line.Settings.Logs {
		s.Log = func(text string) { p.write(map[string]any{"client": line.Client, "log": text}) }
	}
	if line.Settings.TokenSource {
		s.TokenSource = func() (string, error) {
			p.write(map[string]any{"client": line.Client, "ask": "token", "id": 1})
			answer := <-p.tokens
			if answer.Error != "" {
				return "", errors.New(answer.Error)
			}
			return answer.Token, nil
		}
	}
	client, err := p.adapter.New(s)
	if err != nil {
		p.write(map[string]any{"id": line.ID, "error": map[string]string{"text": err.Error()}})
		return
	}
	p.mu.Lock()
	p.clients[line.Client] = client
	p.mu.Unlock()
	p.write(map[string]any{"id": line.ID})
}

func (p *toyProgram) call(ctx context.Context, client conformance.Client, line programLine) {
	result := client.Do(ctx, conformance.Call{
		Operation: conformance.Operation(line.Do), ClusterID: line.ClusterID, NodePoolID: line.NodePoolID, Body: line.Body,
	})
	answer := map[string]any{"id": line.ID, "status": result.Status, "document": string(result.Document), "raw": string(result.Raw)}
	if result.Err != nil {
		kind := string(p.adapter.Kind(result.Err))
		switch {
		case errors.Is(result.Err, context.Canceled):
			kind = "cancelled"
		case errors.Is(result.Err, context.DeadlineExceeded):
			kind = "deadline"
		}
		answer["error"] = map[string]string{"text": result.Err.Error(), "kind": kind}
	}
	p.write(answer)
}

// misbehave is a program of that kind.
func misbehave(kind string, args []string) {
	hello := `{"protocol":1,"name":"bad","offers":[]}` + "\n"
	switch kind {
	case "toy":
		serveToy(args)
		return
	case "silent":
		_, _ = io.Copy(io.Discard, os.Stdin)
		return
	case "first": // writes what it is told as its first line
		fmt.Println(strings.Join(args, " "))
		_, _ = io.Copy(io.Discard, os.Stdin)
		return
	case "missing":
		fmt.Fprintln(os.Stderr, "no such library")
		os.Exit(3)
	}
	fmt.Print(hello)
	if kind == "stays" {
		select {}
	}
	lines := bufio.NewScanner(os.Stdin)
	if !lines.Scan() { // only heard
		return
	}
	switch kind {
	case "then": // writes what it is told in place of the first answer
		fmt.Println(strings.Join(args, " "))
	case "half":
		fmt.Print(`{"id":1,"sta`)
	case "dies":
		fmt.Print(`{"id":1,"sta`)
		fmt.Fprintln(os.Stderr, "out of memory")
		os.Exit(4)
	case "endless":
		for {
			fmt.Print(strings.Repeat("x", 1<<20))
		}
	case "answers once":
		fmt.Println(`{"id":1}`)
	case "deaf":
		select {}
	}
	_, _ = io.Copy(io.Discard, os.Stdin)
}
