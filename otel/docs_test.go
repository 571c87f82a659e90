package dataplatformotel_test

// The guide's code stands in the example.

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheCodeInTheGuide(t *testing.T) {
	guide, err := os.ReadFile("../docs/OBSERVABILITY.md")
	require.NoError(t, err)
	example, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	blocks := regexp.MustCompile("(?s)```golang\n(.*?)```").FindAllStringSubmatch(string(guide), -1)
	require.NotEmpty(t, blocks)
	for _, block := range blocks {
		for line := range strings.Lines(block[1]) {
			require.Contains(t, string(example), strings.TrimSpace(line))
		}
	}
}
