package conformance

// What a program writes is read whatever it is, and however it arrives.

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
)

// hear gives a process output in two parts and returns what it makes of it.
func hear(t *testing.T, output []byte, split int) (*helloLine, error) {
	t.Helper()
	_, kill := context.WithCancel(t.Context())
	p := &process{
		kill: kill, greeted: make(chan struct{}), broken: make(chan struct{}),
		waiting: map[int64]chan *answerLine{1: make(chan *answerLine, 1)}, clients: map[int64]*programClient{},
	}
	for _, part := range [][]byte{output[:split], output[split:]} {
		n, err := p.Write(part)
		require.NoError(t, err)
		require.Equal(t, len(part), n)
	}
	if p.hello != nil {
		_, _ = p.hello.adapter()
	}
	return p.hello, p.failure()
}

func FuzzWhatAProgramWrites(f *testing.F) {
	hello := `{"protocol":1,"name":"mine","offers":["logs"]}` + "\n"
	for _, output := range []string{
		"", "\n", hello, hello + `{"id":1,"status":200,"document":"{}"}` + "\n", hello + `{"id":1}` + "\r\n\n" + `{"id":1}` + "\n",
		hello + `{"log":"x"}` + "\n", hello + `{"ask":"token"}` + "\n", hello + `{"id":1,"error":{"text":"no","kind":"deadline"}}` + "\n",
		`{"protocol":2}` + "\n", "Traceback\n", `{"protocol":1} {}` + "\n", "\xff\n", "null\n", "[]\n",
	} {
		f.Add([]byte(output), 3)
	}
	f.Fuzz(func(t *testing.T, output []byte, split int) {
		whole, err := hear(t, output, 0)
		parts, again := hear(t, output, min(max(split, 0), len(output)))
		require.Equal(t, whole, parts)
		require.Equal(t, err == nil, again == nil)
		if err != nil {
			require.Equal(t, err.Error(), again.Error())
		}
	})
}
