// Tests of the clock: that it goes on where a killed program left it.

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// shownClock is what the admin interface says about the clock, and the moments
// of the machine's clock before and after it was asked.
type shownClock struct {
	Now           time.Time `json:"now"`
	Speed         float64   `json:"speed"`
	before, after time.Time
}

// clock asks for the clock, after a change unless that is "".
func (p *process) clock(t *testing.T, change string) shownClock {
	t.Helper()
	method := http.MethodGet
	if change != "" {
		method = http.MethodPost
	}
	request, err := http.NewRequest(method, p.admin+"/admin/clock", strings.NewReader(change))
	require.NoError(t, err)
	request.Header.Set("Content-Type", "application/json")
	c := shownClock{before: time.Now().Round(0)}
	response, err := p.client.Do(request)
	require.NoError(t, err)
	raw, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	require.Equal(t, http.StatusOK, response.StatusCode, "%s", raw)
	c.after = time.Now().Round(0)
	require.NoError(t, json.Unmarshal(raw, &c))
	return c
}

func TestClockIsKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	binary := built(t, dir)
	for _, test := range []struct {
		speed float64
		ahead string // of the machine's clock, which may not show either
	}{{0, "0s"}, {0.1, "0s"}, {1, "0s"}, {100, "0s"}, {0, "240h"}, {0.1, "240h"}} {
		name := fmt.Sprintf("%v ahead %s", test.speed, test.ahead)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			speed := test.speed
			args := []string{
				"--address=127.0.0.1:0", "--admin-address=127.0.0.1:0", "--duration=cluster.create=1000h",
				"--data-file=" + filepath.Join(dir, name+".db"),
			}
			p := startProcess(t, binary, args)
			require.Equal(t, 1.0, p.clock(t, "").Speed, "a new data file has real time")
			status, d, _ := p.send("POST", "/clusters", order)
			require.Equal(t, http.StatusAccepted, status)
			was := p.clock(t, fmt.Sprintf(`{"advance":%q,"speed":%v}`, test.ahead, speed))
			time.Sleep(50 * time.Millisecond) // a clock that took the machine's time would show
			for range 2 {                     // the clock goes on where it stands, not where it was set
				p.kill(t)
				p = startProcess(t, binary, args)
				is := p.clock(t, "")
				require.Equal(t, speed, is.Speed)
				passed := is.Now.Sub(was.Now).Seconds()
				require.GreaterOrEqual(t, passed, speed*is.before.Sub(was.after).Seconds()-1e-3)
				require.LessOrEqual(t, passed, speed*is.after.Sub(was.before).Seconds()+1e-3)
				was = is
			}
			_, d, _ = p.send("GET", "/clusters/"+d.ID, "")
			require.Equal(t, "DEPLOYING", d.Metadata.State)
			p.clock(t, `{"advance":"1000h"}`)
			_, d, _ = p.send("GET", "/clusters/"+d.ID, "")
			require.Equal(t, "AVAILABLE", d.Metadata.State)

			was = p.clock(t, "")
			p.kill(t)
			p = startProcess(t, binary, append(args, "--clock-speed=7"))
			is := p.clock(t, "")
			require.Equal(t, 7.0, is.Speed, "the flag wins")
			require.GreaterOrEqual(t, is.Now, was.Now)
			p.kill(t)
			p = startProcess(t, binary, args)
			require.Equal(t, 7.0, p.clock(t, "").Speed, "and is kept")
			p.kill(t)
		})
	}
}
