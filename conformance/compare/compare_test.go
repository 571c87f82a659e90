package main

// The table in docs/CONFORMANCE.md is what the clients do.

import (
	"os"
	"testing"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
	"github.com/ionos-cloud/sdk-go-dataplatform/internal/conforming"
)

func TestTheTableInTheDocument(t *testing.T) {
	text, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	for _, adapter := range []conformance.Adapter{conforming.Adapter(), releaseAdapter()} {
		t.Run(adapter.Name, func(t *testing.T) {
			// Some rules measure pauses; a machine that is busy may get one wrong.
			var differences []string
			for range 3 {
				if differences, err = conforming.Differences(text, conformance.Run(t.Context(), adapter)); err != nil {
					t.Fatal(err)
				}
				if len(differences) == 0 {
					return
				}
			}
			t.Errorf("%s: %q\nrun 'go run . -update', see the comment of the command", document, differences)
		})
	}
}
