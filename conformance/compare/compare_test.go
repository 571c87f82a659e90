package main

// The table in docs/CONFORMANCE.md is what the clients do.

import (
	"bytes"
	"os"
	"testing"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
)

func TestTheTableInTheDocument(t *testing.T) {
	text, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	before, after, err := around(text)
	if err != nil {
		t.Fatal(err)
	}
	// Some rules measure pauses; a machine that is busy may get one wrong.
	var table bytes.Buffer
	for range 3 {
		table.Reset()
		if err := conformance.Compare(&table, compare(t.Context())...); err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(text, bytes.Join([][]byte{before, table.Bytes(), after}, nil)) {
			return
		}
	}
	t.Errorf("%s has another table than\n%s\nrun 'GOWORK=off go run . -update'", document, &table)
}
