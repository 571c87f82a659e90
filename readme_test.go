package ionoscloud

// The README's code is code that runs: whole programs are built, and each
// statement of a fragment stands in a test or an example.

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var goBlock = regexp.MustCompile("(?s)```go\n(.*?)```")

func TestTheCodeInTheREADME(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	examples, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	run := map[string]bool{}
	for line := range strings.Lines(string(examples)) {
		run[strings.TrimSpace(line)] = true
	}

	blocks := goBlock.FindAllStringSubmatch(string(readme), -1)
	require.NotEmpty(t, blocks)
	for _, block := range blocks {
		if strings.HasPrefix(block[1], "package main") {
			// Beside the package, so that it finds it without a module of its own.
			dir, err := os.MkdirTemp(".", "readme-program-")
			require.NoError(t, err)
			defer os.RemoveAll(dir)
			require.NoError(t, os.WriteFile(filepath.Join(dir, "main.go"), []byte(block[1]), 0o600))
			output, err := exec.Command("go", "vet", "./"+filepath.ToSlash(dir)).CombinedOutput()
			require.NoError(t, err, "%s", output)
			continue
		}
		for line := range strings.Lines(block[1]) {
			line = strings.TrimSpace(line)
			require.True(t, line == "" || run[line], "example_test.go has no line %q", line)
		}
	}
}
