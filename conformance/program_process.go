package conformance

// The process of a program: started, talked to, and ended whatever it does.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"sync"
	"time"
)

const (
	// longestLine bounds what a program may write without ending a line.
	longestLine = 64 << 20
	// keptOutput is how much of its standard error is kept to be shown.
	keptOutput = 2 << 10
)

// process is a running program. It is an io.Writer for its standard output.
type process struct {
	ctx    context.Context // of the run that it serves
	cmd    *exec.Cmd
	kill   context.CancelFunc
	stderr tail

	outgoing chan []byte
	closing  chan struct{} // nothing more is to be sent
	greeted  chan struct{} // hello has been read
	broken   chan struct{} // it is of no use any more; err says why
	exited   chan struct{}
	writing  sync.WaitGroup

	mu       sync.Mutex
	hello    *helloLine
	err      error
	stopping bool
	begun    []byte // of a line
	ids      int64
	waiting  map[int64]chan *answerLine
	clients  map[int64]*programClient
}

// startProcess starts a program and waits for its first line.
func startProcess(ctx context.Context, argv []string) (*process, error) {
	life, kill := context.WithCancel(context.WithoutCancel(ctx))
	p := &process{
		ctx: ctx, cmd: exec.CommandContext(life, argv[0], argv[1:]...), kill: kill,
		outgoing: make(chan []byte), closing: make(chan struct{}), greeted: make(chan struct{}), broken: make(chan struct{}), exited: make(chan struct{}),
		waiting: map[int64]chan *answerLine{}, clients: map[int64]*programClient{},
	}
	p.cmd.Stdout, p.cmd.Stderr = p, &p.stderr
	p.cmd.WaitDelay = patience // for what it started itself and left behind
	stdin, err := p.cmd.StdinPipe()
	if err == nil {
		err = p.cmd.Start()
	}
	if err != nil {
		kill()
		return nil, err
	}
	p.writing.Go(func() { p.write(stdin) })
	go p.wait()

	starting, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	select {
	case <-p.greeted:
		return p, nil
	case <-p.broken:
	case <-starting.Done():
		p.fail(fmt.Errorf("it wrote no first line in time (%w)%s", starting.Err(), p.last()))
	}
	return nil, p.stop()
}

// wait notes the end of the process.
func (p *process) wait() {
	err := p.cmd.Wait()
	p.mu.Lock()
	expected := p.stopping
	p.mu.Unlock()
	if !expected {
		ending := "it ended by itself"
		if err != nil {
			ending = "it ended with " + err.Error()
		}
		p.fail(errors.New(ending + p.last()))
	}
	close(p.exited)
}

// fail gives the process up. Only the first reason counts.
func (p *process) fail(err error) {
	p.mu.Lock()
	first := p.err == nil
	if first {
		p.err = err
		close(p.broken)
	}
	p.mu.Unlock()
	if first {
		p.kill()
	}
}

// failure is why the process is of no use any more.
func (p *process) failure() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.err
}

// last tells what it wrote last, to be put behind an error.
func (p *process) last() string {
	text := ""
	p.mu.Lock()
	if len(p.begun) > 0 {
		text = fmt.Sprintf(", in the middle of the line %q", shorten(string(p.begun)))
	}
	p.mu.Unlock()
	if errors := p.stderr.String(); errors != "" {
		text += "; its standard error: " + errors
	}
	return text
}

// stop ends the process and returns what was wrong with it. A program has to
// end when its standard input does. It is called once.
func (p *process) stop() error {
	p.mu.Lock()
	p.stopping = true
	p.mu.Unlock()
	close(p.closing)
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-p.exited:
	case <-timer.C:
	}
	p.kill()
	<-p.exited
	p.writing.Wait()
	if p.failure() == nil {
		p.mu.Lock()
		half := len(p.begun) > 0
		p.mu.Unlock()
		if half {
			p.fail(errors.New("it stopped writing" + p.last()))
		}
	}
	err := p.failure()
	p.fail(errStopped) // for calls that are still waited for
	return err
}

var errStopped = errors.New("the program has been stopped")

// write sends what is to be sent, and ends the program's input after the last.
func (p *process) write(stdin io.WriteCloser) {
	defer func() { _ = stdin.Close() }()
	for {
		select {
		case line := <-p.outgoing:
			if _, err := stdin.Write(line); err != nil {
				return // its end is noticed by wait
			}
		case <-p.closing:
			return
		}
	}
}

// send sends a line, unless the process is of no use any more.
func (p *process) send(order orderLine) error {
	line, err := json.Marshal(order)
	if err != nil {
		return err
	}
	select {
	case p.outgoing <- append(line, '\n'):
		return nil
	case <-p.closing:
		return errStopped
	case <-p.broken:
		return p.failure()
	}
}

// Write takes what the program writes to its standard output.
func (p *process) Write(output []byte) (int, error) {
	for rest := output; len(rest) > 0 && p.failure() == nil; {
		line, after, whole := bytes.Cut(rest, []byte("\n"))
		rest = after
		p.mu.Lock()
		p.begun = append(p.begun, line...)
		length := len(p.begun)
		p.mu.Unlock()
		switch {
		case whole:
			p.takeLine()
		case length > longestLine:
			p.fail(fmt.Errorf("it wrote a line of more than %d MiB", longestLine>>20))
		}
	}
	return len(output), nil
}

// takeLine takes the line that is complete now.
func (p *process) takeLine() {
	p.mu.Lock()
	line, greeted := p.begun, p.hello != nil
	p.begun = nil
	p.mu.Unlock()
	if len(bytes.TrimSpace(line)) == 0 {
		return
	}
	if !greeted {
		hello, err := readHello(line)
		if err != nil {
			p.fail(err)
			return
		}
		p.mu.Lock()
		p.hello = hello
		p.mu.Unlock()
		close(p.greeted)
		return
	}
	answer, err := readAnswer(line)
	if err == nil {
		err = p.take(answer)
	}
	if err != nil {
		p.fail(err)
	}
}

// tail keeps the end of what is written to it.
type tail struct {
	mu   sync.Mutex
	kept []byte
}

func (t *tail) Write(output []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.kept = append(t.kept, output...)
	t.kept = t.kept[max(len(t.kept)-keptOutput, 0):]
	return len(output), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(bytes.TrimSpace(t.kept))
}
