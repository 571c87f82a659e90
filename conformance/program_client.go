package conformance

// The clients in a program's process: orders to it, and what comes back.

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// programClient is one client in a process.
type programClient struct {
	process  *process
	id       int64
	settings Settings
	cancels  bool
}

// newClient is New of the adapter for one process.
func (p *process) newClient(s Settings) (Client, error) {
	p.mu.Lock()
	c := &programClient{process: p, id: int64(len(p.clients) + 1), settings: s}
	p.clients[c.id] = c
	for _, offered := range p.hello.Offers {
		c.cancels = c.cancels || offerable()[offered] == Cancellation
	}
	p.mu.Unlock()
	ctx, cancel := context.WithTimeout(p.ctx, RuleLimit)
	defer cancel()
	answer, err := p.ask(ctx, orderLine{Do: "new", Client: c.id, Settings: &settingsLine{
		URL: s.URL, Token: s.Token, Username: s.Username, Password: s.Password,
		Logs: s.Log != nil, TokenSource: s.TokenSource != nil,
		MaxResponseBytes: s.MaxResponseBytes, PollIntervalMs: s.PollInterval.Milliseconds(),
	}}, false)
	if err == nil && answer.Error != nil {
		err = answer.Error
	}
	if err != nil {
		return nil, err
	}
	return c, nil
}

// Do makes one call.
func (c *programClient) Do(ctx context.Context, call Call) Result {
	order := orderLine{
		Do: string(call.Operation), Client: c.id,
		ClusterID: call.ClusterID, NodePoolID: call.NodePoolID, Body: call.Body,
		Cancelled: ctx.Err() != nil,
	}
	if deadline, ok := ctx.Deadline(); ok {
		order.TimeoutMs = max(time.Until(deadline).Milliseconds(), 1)
	}
	answer, err := c.process.ask(ctx, order, c.cancels)
	if err != nil {
		return Result{Err: err}
	}
	result := Result{Status: answer.Status, Document: []byte(answer.Document), Raw: []byte(answer.Raw)}
	if answer.Error != nil {
		result.Err = answer.Error
	}
	return result
}

// Configuration is what the program shows of it.
func (c *programClient) Configuration() string {
	ctx, cancel := context.WithTimeout(c.process.ctx, RuleLimit)
	defer cancel()
	answer, err := c.process.ask(ctx, orderLine{Do: "configuration", Client: c.id}, false)
	if err != nil {
		return err.Error()
	}
	return answer.Document
}

// Close tells the program that the client is needed no more.
func (c *programClient) Close() error {
	return c.process.send(orderLine{Do: "close", Client: c.id})
}

// ask sends an order and waits for its answer. Where the program can cancel, it
// is told that ctx was, and the answer awaited all the same; a deadline it knows
// already. A call that doesn't end is the caller's to give up.
func (p *process) ask(ctx context.Context, order orderLine, cancels bool) (*answerLine, error) {
	answered := make(chan *answerLine, 1)
	p.mu.Lock()
	p.ids++
	order.ID = p.ids
	p.waiting[order.ID] = answered
	p.mu.Unlock()
	if err := p.send(order); err != nil {
		return nil, err
	}
	isCall := order.Settings == nil && order.Do != "configuration"
	ended := ctx.Done()
	for {
		select {
		case answer := <-answered:
			return answer, nil
		case <-p.broken:
			return nil, p.failure()
		case <-ended:
			if !isCall {
				return nil, fmt.Errorf("the program gave no answer to %q in time (%w)", order.Do, ctx.Err())
			}
			ended = nil
			if !cancels || !errors.Is(ctx.Err(), context.Canceled) {
				continue
			}
			if err := p.send(orderLine{ID: order.ID, Do: "cancel"}); err != nil {
				return nil, err
			}
		}
	}
}

// take takes a line that the program wrote.
func (p *process) take(line *answerLine) error {
	switch {
	case line.Log != nil:
		return p.takeLog(line)
	case line.Ask != "":
		c, err := p.clientOf(line)
		if err != nil {
			return err
		}
		go p.giveToken(c, line.ID)
		return nil
	}
	p.mu.Lock()
	answered, ok := p.waiting[line.ID]
	delete(p.waiting, line.ID)
	p.mu.Unlock()
	if !ok {
		return fmt.Errorf("it answers %d, which nobody asked or which it has answered before", line.ID)
	}
	answered <- line
	return nil
}

// clientOf returns the client that a line is about.
func (p *process) clientOf(line *answerLine) (*programClient, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c, ok := p.clients[line.Client]
	if !ok {
		return nil, fmt.Errorf("it writes about client %d, which there is not", line.Client)
	}
	return c, nil
}

// takeLog hands on what a client logged, or any of them.
func (p *process) takeLog(line *answerLine) error {
	if line.Client != 0 {
		c, err := p.clientOf(line)
		if err == nil && c.settings.Log != nil {
			c.settings.Log(*line.Log)
		}
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.clients {
		if c.settings.Log != nil {
			c.settings.Log(*line.Log)
		}
	}
	return nil
}

// giveToken asks the source of a client for a token and tells the program.
func (p *process) giveToken(c *programClient, id int64) {
	order := orderLine{ID: id, Do: "token", Client: c.id}
	err := errors.New("the client has no source of tokens")
	if c.settings.TokenSource != nil {
		order.Token, err = c.settings.TokenSource()
	}
	if err != nil {
		order.Error = err.Error()
	}
	_ = p.send(order) // a process that is broken needs no token
}
