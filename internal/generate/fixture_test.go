package main

// A description that has grown: what comes out of the generator builds, is
// clean, and works, without an edit by hand.

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"
)

var repository = filepath.Join("..", "..")

func TestGrownDescription(t *testing.T) {
	root := copyRepository(t)
	grown := merged(t, filepath.Join(repository, "openapi.yaml"), filepath.Join("testdata", "additions.yaml"))
	require.NoError(t, os.WriteFile(filepath.Join(root, "openapi.yaml"), grown, 0o644))
	require.NoError(t, run([]string{"-root", root}, io.Discard))
	require.FileExists(t, filepath.Join(root, "model_backup_test_schema.go"))
	require.FileExists(t, filepath.Join(root, "docs", "models", "Backup.md"))

	program := filepath.Join(root, "additions")
	require.NoError(t, os.Mkdir(program, 0o755))
	copyFile(t, filepath.Join("testdata", "additions", "main.go"), filepath.Join(program, "main.go"))

	goCommand(t, root, "build", "./...")
	goCommand(t, root, "vet", ".", "./dataplatformtest", "./additions")
	require.Equal(t, "ok\n", goCommand(t, root, "run", "./additions"))
	// What holds for every model holds for the new ones.
	goCommand(t, root, "test", "-run", "^Test(Models|Nullable|Enums)", ".")
	checkExamples(t, root)

	// And everything goes again when the description shrinks.
	copyFile(t, filepath.Join(repository, "openapi.yaml"), filepath.Join(root, "openapi.yaml"))
	require.ErrorContains(t, run([]string{"-root", root, "-check"}, io.Discard), "gone: model_backup.go")
	require.NoError(t, run([]string{"-root", root}, io.Discard))
	require.NoFileExists(t, filepath.Join(root, "model_backup.go"))
	require.NoFileExists(t, filepath.Join(root, "docs", "models", "Backup.md"))
	require.NoError(t, run([]string{"-root", root, "-check"}, io.Discard))
}

// copyRepository copies the root module: all that was written by hand, and what
// was generated, as it is.
func copyRepository(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, pattern := range []string{"*.go", "go.mod", "go.sum", "testdata/*.txt", "dataplatformtest/*.go", "conformance/*.go", "internal/conforming/*.go", "docs/api/*.md", "docs/models/*.md"} {
		files, err := filepath.Glob(filepath.Join(repository, filepath.FromSlash(pattern)))
		require.NoError(t, err)
		require.NotEmpty(t, files, pattern)
		for _, file := range files {
			name, err := filepath.Rel(repository, file)
			require.NoError(t, err)
			require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(root, name)), 0o755))
			copyFile(t, file, filepath.Join(root, name))
		}
	}
	return root
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(to, content, 0o644))
}

// goCommand runs the go command outside of the workspace.
func goCommand(t *testing.T, dir string, args ...string) string {
	t.Helper()
	command := exec.Command("go", args...)
	command.Dir = dir
	command.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")
	var out, problems bytes.Buffer
	command.Stdout, command.Stderr = &out, &problems
	require.NoError(t, command.Run(), "go %s\n%s%s", strings.Join(args, " "), out.String(), problems.String())
	return out.String()
}

// merged adds to a YAML document what another one has beyond it.
func merged(t *testing.T, base, additions string) []byte {
	t.Helper()
	var into, from yaml.Node
	for path, node := range map[string]*yaml.Node{base: &into, additions: &from} {
		content, err := os.ReadFile(path)
		require.NoError(t, err)
		require.NoError(t, yaml.Unmarshal(content, node))
	}
	mergeNode(into.Content[0], from.Content[0])
	out, err := yaml.Marshal(&into)
	require.NoError(t, err)
	return out
}

func mergeNode(into, from *yaml.Node) {
	for i := 0; i+1 < len(from.Content); i += 2 {
		key, value := from.Content[i], from.Content[i+1]
		if found := child(into, key.Value); found != nil && found.Kind == yaml.MappingNode {
			mergeNode(found, value)
			continue
		} else if found != nil && found.Kind == yaml.SequenceNode {
			found.Content = append(found.Content, value.Content...)
			continue
		}
		into.Content = append(into.Content, key, value)
	}
}

func child(node *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(node.Content); i += 2 {
		if node.Content[i].Value == key {
			return node.Content[i+1]
		}
	}
	return nil
}
