package conformance_test

// The guide's code stands in the examples and in the test that it names.

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheCodeInTheGuide(t *testing.T) {
	guide, err := os.ReadFile("../docs/CONFORMANCE.md")
	require.NoError(t, err)
	var code strings.Builder
	for _, file := range []string{"example_test.go", "../conformance_test.go"} {
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		code.Write(content)
	}
	blocks := regexp.MustCompile("(?s)```golang\n(.*?)```").FindAllStringSubmatch(string(guide), -1)
	require.NotEmpty(t, blocks)
	for _, block := range blocks {
		for line := range strings.Lines(block[1]) {
			require.Contains(t, code.String(), strings.TrimSpace(line))
		}
	}
}
