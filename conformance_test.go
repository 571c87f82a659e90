package ionoscloud_test

// Conformance: the client, as its users get it, keeps every rule.

import (
	"os"
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
	perfect := conformance.Report{Client: conforming.Adapter().Name}
	for _, rule := range conformance.Rules() {
		perfect.Results = append(perfect.Results, conformance.RuleResult{Rule: rule, Outcome: conformance.Passed})
	}
	differences, err := conforming.Differences(text, perfect)
	require.NoError(t, err)
	require.Empty(t, differences)
}
