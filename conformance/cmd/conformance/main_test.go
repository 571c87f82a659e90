package main

// The command: what it prints and how it ends. This test binary, started again,
// is the client.

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "be-a-program" {
		serve()
		return
	}
	os.Exit(m.Run())
}

// serve is a client that keeps connections and knows little more.
func serve() {
	fmt.Println(`{"protocol":1,"name":"small"}`)
	url := ""
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		var line struct {
			ID       int64
			Do       string
			Settings struct{ URL string }
		}
		_ = json.Unmarshal(lines.Bytes(), &line)
		answer := map[string]any{"id": line.ID}
		switch line.Do {
		case "new":
			url = line.Settings.URL
		case "close":
			continue
		default:
			resp, err := http.Get(url + "/clusters")
			if err != nil {
				answer["error"] = map[string]string{"text": err.Error()}
				break
			}
			_ = resp.Body.Close()
			answer["status"] = resp.StatusCode
		}
		text, _ := json.Marshal(answer)
		fmt.Println(string(text))
	}
}

func TestTheCommand(t *testing.T) {
	self, err := os.Executable()
	require.NoError(t, err)
	client := []string{self, "be-a-program"}
	for name, test := range map[string]struct {
		args    []string
		code    int
		out     string
		problem string
	}{
		"a rule that is broken":  {append([]string{"-rules", "service-errors-*,cancel-*"}, client...), 1, "not offered  cancel-ends-a-pause (cancellation)", ""},
		"as JSON":                {append([]string{"-rules", "retry-after-is-bounded", "-format", "json"}, client...), 0, `"client": "small"`, ""},
		"as a table":             {append([]string{"-rules", "retry-after-is-bounded", "-format", "markdown"}, client...), 0, "| small |", ""},
		"the rules":              {[]string{"-list"}, 0, "retries-end  ", ""},
		"some rules":             {[]string{"-list", "-rules", "retries-*"}, 0, "retries-keep-the-request  ", ""},
		"no program":             {nil, 2, "", "name the program"},
		"no such program":        {[]string{"./no-such-program"}, 2, "", "no-such-program"},
		"no such rule":           {[]string{"-rules", "peace", "x"}, 2, "", `"peace"`},
		"no such format":         {[]string{"-format", "xml", "x"}, 2, "", "text, json and markdown"},
		"no such flag":           {[]string{"-loud", "x"}, 2, "", "-loud"},
		"a program that is none": {[]string{self, "-test.list", "."}, 2, "", "no line of the protocol"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var out, problems strings.Builder
			code, err := run(t.Context(), test.args, &out, &problems)
			require.Equal(t, test.code, code, out.String())
			require.Contains(t, out.String(), test.out)
			if test.problem == "" {
				require.NoError(t, err)
			} else {
				require.ErrorContains(t, err, test.problem)
			}
		})
	}
}

func TestTheListIsAllRules(t *testing.T) {
	var out strings.Builder
	code, err := run(t.Context(), []string{"-list"}, &out, &out)
	require.NoError(t, err)
	require.Zero(t, code)
	require.Equal(t, len(conformance.Rules()), strings.Count(out.String(), "\n"))

	code, err = run(t.Context(), []string{"-h"}, &out, &out)
	require.Zero(t, code)
	require.ErrorIs(t, err, flag.ErrHelp)
	require.Contains(t, out.String(), "usage: conformance")
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestAReportThatCannotBeWritten(t *testing.T) {
	self, err := os.Executable()
	require.NoError(t, err)
	code, err := run(t.Context(), []string{"-rules", "retry-after-is-bounded", self, "be-a-program"}, fullDisk{}, fullDisk{})
	require.Equal(t, 2, code)
	require.ErrorContains(t, err, "disk full")
}
