package bench

// What happens without a network: a whole call over a transport in memory,
// decoding alone, encoding alone.

import (
	"encoding/json"
	"net/http"
	"testing"

	sdk "github.com/ionos-cloud/sdk-go-dataplatform"
)

// BenchmarkInMemory is a call without sockets and without a server's work.
func BenchmarkInMemory(b *testing.B) {
	for _, call := range []struct {
		name     string
		document []byte
		measure  func(*testing.B, client)
	}{
		{"Get", clusterDocument(1), measureGet},
		{"List1000", listDocument(1000), measureList},
	} {
		for _, impl := range implementations {
			b.Run(call.name+"/client="+impl.name, func(b *testing.B) {
				b.ReportAllocs()
				call.measure(b, impl.make(&http.Client{Transport: memory(call.document)}, "http://127.0.0.1"))
			})
		}
	}
}

// BenchmarkDecode reads the models with json.Unmarshal; there is no other way
// to them without a call, and both clients take it.
func BenchmarkDecode(b *testing.B) {
	b.Run("Cluster", func(b *testing.B) { decode[sdk.ClusterResponseData](b, clusterDocument(1)) })
	b.Run("List1000", func(b *testing.B) { decode[sdk.ClusterListResponseData](b, listDocument(1000)) })
}

func decode[T any](b *testing.B, document []byte) {
	b.ReportAllocs()
	b.SetBytes(int64(len(document)))
	for b.Loop() {
		var value T
		if err := json.Unmarshal(document, &value); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEncode writes the same body from the SDK's models and from structs
// without methods.
func BenchmarkEncode(b *testing.B) {
	b.Run("Cluster/client=sdk", func(b *testing.B) { encode(b, sdkClusterRequest()) })
	b.Run("Cluster/client=plain", func(b *testing.B) { encode(b, newPlainClusterRequest()) })
	b.Run("NodePool/client=sdk", func(b *testing.B) { encode(b, sdkNodePoolRequest()) })
	b.Run("NodePool/client=plain", func(b *testing.B) { encode(b, newPlainNodePoolRequest()) })
}

func encode(b *testing.B, value any) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := json.Marshal(value); err != nil {
			b.Fatal(err)
		}
	}
}
