// Load: many connections that ask the same again and again.

package emulator

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http/httptest"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"
)

// request is a request as it goes over the wire.
func request(method, path, body string) []byte {
	return fmt.Appendf(nil, "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer token\r\n"+
		"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", method, path, len(body), body)
}

// load is a set of connections to one server.
type load struct {
	tb      testing.TB
	request []byte
	conns   []net.Conn
	took    time.Duration
	each    [][]time.Duration // of each connection
}

func newLoad(tb testing.TB, server *httptest.Server, request []byte) *load {
	l := &load{tb: tb, request: request, each: make([][]time.Duration, connections)}
	for range connections {
		conn, err := net.Dial("tcp", server.Listener.Addr().String())
		if err != nil {
			tb.Fatal(err)
		}
		l.conns = append(l.conns, conn)
	}
	return l
}

func (l *load) close() {
	for _, conn := range l.conns {
		_ = conn.Close()
	}
}

// run asks for a while.
func (l *load) run(d time.Duration) {
	start := time.Now()
	var wg sync.WaitGroup
	for i, conn := range l.conns {
		wg.Go(func() {
			in := bufio.NewReader(conn)
			for time.Since(start) < d {
				sent := time.Now()
				if err := exchange(conn, in, l.request); err != nil {
					l.tb.Error(err)
					return
				}
				l.each[i] = append(l.each[i], time.Since(sent))
			}
		})
	}
	wg.Wait()
	l.took += time.Since(start)
}

// exchange sends a request and reads its answer to the end.
func exchange(out io.Writer, in *bufio.Reader, request []byte) error {
	if _, err := out.Write(request); err != nil {
		return err
	}
	length := -1
	for n := 0; ; n++ {
		line, err := in.ReadSlice('\n')
		if err != nil {
			return err
		}
		if n == 0 && !bytes.HasPrefix(line, []byte("HTTP/1.1 20")) {
			return fmt.Errorf("answered %q", line)
		}
		if value, ok := bytes.CutPrefix(line, []byte("Content-Length: ")); ok {
			if length, err = strconv.Atoi(string(bytes.TrimSpace(value))); err != nil {
				return err
			}
		}
		if len(line) == 2 {
			break
		}
	}
	if length < 0 {
		return fmt.Errorf("the answer has no length")
	}
	_, err := in.Discard(length)
	return err
}

// rate is how many requests were answered in a second.
func (l *load) rate() float64 {
	n := 0
	for _, each := range l.each {
		n += len(each)
	}
	return float64(n) / l.took.Seconds()
}

func (l *load) percentile(p int) time.Duration {
	all := slices.Concat(l.each...)
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)*p/100]
}
