package ionoscloud_test

// Conformance: the client, as its users get it, keeps every rule.

import (
	"testing"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/ionos-cloud/sdk-go-dataplatform/internal/conforming"
)

func TestConformance(t *testing.T) {
	conformance.Test(t, conforming.Adapter())
}
