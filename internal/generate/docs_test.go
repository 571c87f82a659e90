package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestExamplesBuild takes every Go example out of the reference and has the
// compiler look at it.
func TestExamplesBuild(t *testing.T) {
	root, err := filepath.Abs(repository)
	require.NoError(t, err)
	checkExamples(t, root)
}

var goBlock = regexp.MustCompile("(?ms)^```go\n(.*?)^```$")

// checkExamples holds the reference under root against the module there.
func checkExamples(t *testing.T, root string) {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(root, "openapi.yaml"))
	require.NoError(t, err)
	operations := strings.Count(string(source), "operationId:")

	dir := t.TempDir()
	pages, err := filepath.Glob(filepath.Join(root, "docs", "api", "*.md"))
	require.NoError(t, err)
	examples := 0
	for _, page := range pages {
		content, err := os.ReadFile(page)
		require.NoError(t, err)
		for _, match := range goBlock.FindAllSubmatch(content, -1) {
			examples++
			example := filepath.Join(dir, fmt.Sprintf("example%d", examples))
			require.NoError(t, os.Mkdir(example, 0o755))
			require.NoError(t, os.WriteFile(filepath.Join(example, "main.go"), match[1], 0o644))
		}
	}
	require.Equal(t, operations, examples, "every operation has an example")

	module, err := os.ReadFile(filepath.Join(root, "go.mod"))
	require.NoError(t, err)
	const path = "github.com/ionos-cloud/sdk-go-dataplatform"
	// The examples need what the module needs, and the module.
	text := strings.Replace(string(module), "module "+path, "module example.com/examples", 1)
	text += fmt.Sprintf("\nrequire %s v1.2.0\nreplace %s => %s\n", path, path, root)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte(text), 0o644))
	copyFile(t, filepath.Join(root, "go.sum"), filepath.Join(dir, "go.sum"))
	goCommand(t, dir, "vet", "./...")
}

// TestLinksLeadSomewhere follows the links of the reference to files.
func TestLinksLeadSomewhere(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#]+\.md)\)`)
	for _, pattern := range []string{"api/*.md", "models/*.md"} {
		pages, err := filepath.Glob(filepath.Join(repository, "docs", filepath.FromSlash(pattern)))
		require.NoError(t, err)
		require.NotEmpty(t, pages)
		for _, page := range pages {
			content, err := os.ReadFile(page)
			require.NoError(t, err)
			for _, match := range link.FindAllStringSubmatch(string(content), -1) {
				require.FileExists(t, filepath.Join(filepath.Dir(page), match[1]), "%s leads to it", page)
			}
		}
	}
}
