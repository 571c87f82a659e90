package dataplatformotel_test

import (
	"context"
	"fmt"
	"net/http"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	dataplatformotel "github.com/ionos-cloud/sdk-go-dataplatform/otel"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
)

func Example() {
	server, err := dataplatformtest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()

	// A program has an exporter to its collector here.
	exporter := tracetest.NewInMemoryExporter()
	provider := sdktrace.NewTracerProvider(sdktrace.WithSyncer(exporter))

	cfg := ionoscloud.NewConfiguration("user", "password", "", server.URL)
	cfg.WrapTransport = func(base http.RoundTripper) http.RoundTripper {
		return dataplatformotel.NewTransport(base, dataplatformotel.WithTracerProvider(provider))
	}
	client := ionoscloud.NewAPIClient(cfg)
	if _, _, err := client.DataPlatformClusterApi.GetClusters(context.Background()).Name("lake").Execute(); err != nil {
		fmt.Println(err)
	}

	for _, span := range exporter.GetSpans() {
		fmt.Println(span.Name, span.SpanKind)
	}
	// Output: GetClusters client
}
