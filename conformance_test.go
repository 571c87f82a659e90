package ionoscloud_test

// Conformance: the client, as its users get it, keeps every rule.

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/ionos-cloud/sdk-go-dataplatform/internal/conforming"
	"github.com/stretchr/testify/require"
)

func TestConformance(t *testing.T) {
	conformance.Test(t, conforming.Adapter())
}

// The table in the docs has our column right as long as the test above passes.
func TestTheConformanceTableInTheDocs(t *testing.T) {
	text, err := os.ReadFile("docs/CONFORMANCE.md")
	require.NoError(t, err)
	rules := conformance.Rules()
	for _, rule := range rules {
		require.Contains(t, string(text), fmt.Sprintf("\n| `%s` | %s | pass | ", rule.Name, rule.Why))
	}
	require.Equal(t, len(rules), strings.Count(string(text), "\n| `"), "rows of rules")
	require.Contains(t, string(text), fmt.Sprintf("\n| | | %d passed, 0 failed, 0 not offered | ", len(rules)))
}
