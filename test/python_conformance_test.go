package integration

// Conformance of the client that a generator wrote, as docs/CONFORMANCE.md says.

import (
	"cmp"
	"os"
	"strings"
	"testing"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/ionos-cloud/sdk-go-dataplatform/internal/conforming"
	"github.com/stretchr/testify/require"
)

// TestPythonConformance runs when there is a generated client; python/run makes it.
func TestPythonConformance(t *testing.T) {
	if os.Getenv("PYTHON_CLIENT") == "" {
		t.Log("no Python client has been generated, so it doesn't take part: run test/python/run")
		return
	}
	adapter, err := conformance.Program(t.Context(), cmp.Or(os.Getenv("PYTHON"), "/usr/bin/python3"), "python/client.py")
	require.NoError(t, err)
	document, err := os.ReadFile("../docs/CONFORMANCE.md")
	require.NoError(t, err)
	var differences []string
	for range 3 { // a machine that is busy may get a rule wrong that measures
		report := conformance.Run(t.Context(), adapter)
		var text strings.Builder
		require.NoError(t, report.WriteText(&text))
		t.Log(text.String())
		if differences, err = conforming.Differences(document, report); len(differences) == 0 {
			break
		}
	}
	require.NoError(t, err)
	require.Empty(t, differences, "docs/CONFORMANCE.md")
}
