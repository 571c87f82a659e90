package conformance

// What only the inside can see: what a test is told, where looking looks, and
// the lines of programs.

import (
	"crypto/tls"
	"fmt"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type told []string

func (t *told) Helper() {}
func (t *told) Logf(format string, args ...any) {
	*t = append(*t, "log: "+fmt.Sprintf(format, args...))
}
func (t *told) Errorf(format string, args ...any) {
	*t = append(*t, "error: "+fmt.Sprintf(format, args...))
}

func TestWhatATestIsTold(t *testing.T) {
	rule := Rule{Why: "Life is short."}
	for outcome, want := range map[Outcome]told{
		Passed:     nil,
		NotOffered: {"log: not offered: logs"},
		Failed:     {"log: Life is short.", "error: expected 1 s; saw 2 s", "log:     0 ms: GET /", "error: by night: expected 2 s; saw 3 s"},
	} {
		var got told
		tell(&got, RuleResult{Rule: rule, Outcome: outcome, Missing: Logs, Problems: map[Outcome][]Problem{
			Failed: {{Expected: "1 s", Seen: "2 s", Requests: []string{"0 ms: GET /"}}, {Case: "by night", Expected: "2 s", Seen: "3 s"}},
		}[outcome]})
		require.Equal(t, want, got)
	}
}

func TestLookingSeesEveryChange(t *testing.T) {
	for name, change := range map[string]func(*http.Client, *http.Transport){
		"http.Client.Timeout": func(c *http.Client, _ *http.Transport) { c.Timeout++ },
		"http.Client.CheckRedirect": func(c *http.Client, _ *http.Transport) {
			c.CheckRedirect = func(*http.Request, []*http.Request) error { return nil }
		},
		"http.Client.Transport":                                    func(c *http.Client, tr *http.Transport) { c.Transport = tr.Clone() },
		"http.Client.Transport.DialTLSContext":                     func(_ *http.Client, tr *http.Transport) { tr.DialTLSContext = tr.DialContext },
		"http.Client.Transport.Proxy":                              func(_ *http.Client, tr *http.Transport) { tr.Proxy = http.ProxyFromEnvironment },
		"http.Client.Transport.DisableKeepAlives":                  func(_ *http.Client, tr *http.Transport) { tr.DisableKeepAlives = true },
		"http.Client.Transport.TLSClientConfig.InsecureSkipVerify": func(_ *http.Client, tr *http.Transport) { tr.TLSClientConfig.InsecureSkipVerify = true },
		"http.Client.Transport.TLSClientConfig.NextProtos":         func(_ *http.Client, tr *http.Transport) { tr.TLSClientConfig.NextProtos = []string{"h2"} },
	} {
		t.Run(name, func(t *testing.T) {
			transport := &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}, DialContext: (&http.Transport{}).DialContext}
			client := &http.Client{Transport: transport}
			if name == "http.Client.Transport.DialTLSContext" {
				transport.DialContext = http.DefaultTransport.(*http.Transport).DialContext
			}
			before := look(client)
			require.Equal(t, before, look(client))
			change(client, transport)
			require.NotEqual(t, before[name], look(client)[name])
		})
	}
}

func TestWhatIsTooLongIsAbridged(t *testing.T) {
	var lines []string
	for i := range 12 {
		lines = append(lines, itoa(i))
	}
	require.Equal(t, lines, abridged(lines))
	short := abridged(append(lines, "12"))
	require.Len(t, short, 12)
	require.Equal(t, []string{"7", "… 2 more …", "10"}, short[7:10])
	require.Equal(t, "12", short[11])
}

// The guide's lines of the protocol are ones that a program may get and write.
func TestTheLinesInTheGuide(t *testing.T) {
	guide, err := os.ReadFile("../docs/CONFORMANCE.md")
	require.NoError(t, err)
	blocks := regexp.MustCompile("(?s)```json\n(.*?)```").FindAllStringSubmatch(string(guide), -1)
	require.Len(t, blocks, 3)
	for line := range strings.Lines(blocks[0][1]) {
		hello, err := readHello([]byte(line))
		require.NoError(t, err)
		_, err = hello.adapter()
		require.NoError(t, err)
	}
	for line := range strings.Lines(blocks[1][1]) {
		require.NoError(t, readLine([]byte(line), new(orderLine)))
	}
	for line := range strings.Lines(blocks[2][1]) {
		_, err := readAnswer([]byte(line))
		require.NoError(t, err)
	}
	for name := range offerable() {
		require.Contains(t, string(guide), "`"+name+"`")
	}
}
