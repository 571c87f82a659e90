package dataplatformotel

// The body of an answer: its end is the end of the request.

import (
	"errors"
	"io"
	"sync"
)

type body struct {
	io.ReadCloser
	once sync.Once
	end  func(error)
}

// newBody returns a body that calls end once, with the error that reading it
// ended with, if there was one.
func newBody(b io.ReadCloser, end func(error)) io.ReadCloser {
	return &body{ReadCloser: b, end: end}
}

func (b *body) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	switch {
	case errors.Is(err, io.EOF):
		b.finish(nil)
	case err != nil:
		b.finish(err)
	}
	return n, err
}

func (b *body) Close() error {
	err := b.ReadCloser.Close()
	b.finish(nil) // who closes early knows why
	return err
}

func (b *body) finish(err error) { b.once.Do(func() { b.end(err) }) }
