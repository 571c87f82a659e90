package ionoscloud_test

// The code of docs/OBSERVABILITY.md.

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"os"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

func ExampleAsCurl() {
	ctx := context.Background()
	cfg := ionoscloud.NewConfiguration("user", "wrong", "", "https://service.test")
	cfg.UserAgent = "example"
	cfg.HTTPClient = &http.Client{Transport: dataplatformtest.New().Transport()}
	client := ionoscloud.NewAPIClient(cfg)

	_, resp, err := client.DataPlatformClusterApi.GetClusters(ctx).Name("lake").Execute()
	if err != nil && resp != nil && resp.Response != nil {
		fmt.Println(ionoscloud.AsCurl(resp.Response.Request))
	}
	// Output: curl -H 'Accept: application/json' -u "$IONOS_USERNAME:$IONOS_PASSWORD" -H 'User-Agent: example' 'https://service.test/dataplatform/clusters?name=lake'
}

func ExampleNewSlogLogger() {
	cfg := ionoscloud.NewConfigurationFromEnv()
	handler := slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelDebug})
	cfg.Logger = ionoscloud.NewSlogLogger(slog.New(handler))
}

// tries prints what it sends and leaves the sending to another.
type tries struct{ base http.RoundTripper }

func (t tries) RoundTrip(req *http.Request) (*http.Response, error) {
	info, ok := ionoscloud.CallInfoFromContext(req.Context())
	if ok {
		fmt.Println(info.Operation, info.Route, info.Try)
	}
	return t.base.RoundTrip(req)
}

func ExampleCallInfoFromContext() {
	cfg := ionoscloud.NewConfiguration("user", "password", "", "https://service.test")
	cfg.HTTPClient = &http.Client{Transport: tries{dataplatformtest.New().Transport()}}
	client := ionoscloud.NewAPIClient(cfg)
	if _, _, err := client.DataPlatformMetaDataApi.VersionsGet(context.Background()).Execute(); err != nil {
		fmt.Println(err)
	}
	// Output: VersionsGet /versions 1
}
