package ionoscloud

// The code in the README and in the guides is code that runs: whole programs are
// built, and each statement of a fragment stands in a test or an example.

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

func TestTheCodeInTheREADMEAndTheGuides(t *testing.T) {
	run := map[string]bool{}
	for _, file := range append(matching(t, "example*_test.go"), "dataplatformtest/guide_test.go") {
		for line := range strings.Lines(read(t, file)) {
			run[strings.TrimSpace(line)] = true
		}
	}
	require.NotEmpty(t, goBlock.FindAllString(read(t, "README.md"), -1))
	for _, document := range append(matching(t, "docs/*.md"), "README.md") {
		for _, block := range goBlock.FindAllStringSubmatch(read(t, document), -1) {
			if strings.HasPrefix(block[1], "package main") {
				vetProgram(t, block[1])
				continue
			}
			for line := range strings.Lines(block[1]) {
				line = strings.TrimSpace(line)
				require.True(t, line == "" || run[line], "%s: no example has the line %q", document, line)
			}
		}
	}
}

// vetProgram vets a program beside the package, so that it finds it without a module
// of its own.
func vetProgram(t *testing.T, program string) {
	t.Helper()
	dir, err := os.MkdirTemp(".", "readme-program-")
	require.NoError(t, err)
	defer os.RemoveAll(dir)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "main.go"), []byte(program), 0o600))
	output, err := exec.Command("go", "vet", "./"+filepath.ToSlash(dir)).CombinedOutput()
	require.NoError(t, err, "%s", output)
}

func matching(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

func read(t *testing.T, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	return string(content)
}
