package dataplatformotel_test

// Spans and measurements of calls, as OpenTelemetry's own SDK receives them.

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	dataplatformotel "github.com/ionos-cloud/sdk-go-dataplatform/otel"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"
)

const (
	clusterID  = "1f0c2a3b-4d5e-6f70-8192-a3b4c5d6e7f8"
	nodePoolID = "2f0c2a3b-4d5e-6f70-8192-a3b4c5d6e7f8"
	cluster    = `{"id":"` + clusterID + `","type":"cluster","properties":{"name":"lake"}}`
)

// collected is where spans and measurements of a test end up.
type collected struct {
	spans  *tracetest.InMemoryExporter
	reader *sdkmetric.ManualReader
	opts   []dataplatformotel.Option
	tracer trace.Tracer
}

func collect() *collected {
	c := &collected{spans: tracetest.NewInMemoryExporter(), reader: sdkmetric.NewManualReader()}
	tracers := sdktrace.NewTracerProvider(sdktrace.WithSyncer(c.spans))
	meters := sdkmetric.NewMeterProvider(sdkmetric.WithReader(c.reader))
	c.opts = []dataplatformotel.Option{dataplatformotel.WithTracerProvider(tracers), dataplatformotel.WithMeterProvider(meters)}
	c.tracer = tracers.Tracer("test")
	return c
}

// points are the measurements of the one histogram.
func (c *collected) points(t *testing.T) []metricdata.HistogramDataPoint[float64] {
	t.Helper()
	var all metricdata.ResourceMetrics
	require.NoError(t, c.reader.Collect(context.Background(), &all))
	if len(all.ScopeMetrics) == 0 {
		return nil
	}
	require.Len(t, all.ScopeMetrics, 1)
	require.Len(t, all.ScopeMetrics[0].Metrics, 1)
	m := all.ScopeMetrics[0].Metrics[0]
	require.Equal(t, "http.client.request.duration", m.Name)
	require.Equal(t, "s", m.Unit)
	require.Equal(t, ionoscloud.Version, all.ScopeMetrics[0].Scope.Version)
	return m.Data.(metricdata.Histogram[float64]).DataPoints
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

// replies answers with statuses, the last of them for ever.
func replies(statuses ...int) roundTripper {
	n := 0
	return func(req *http.Request) (*http.Response, error) {
		status := statuses[min(n, len(statuses)-1)]
		n++
		return &http.Response{
			StatusCode: status, Request: req, Header: http.Header{"Content-Type": {"application/json"}},
			Body: io.NopCloser(strings.NewReader(cluster)), ContentLength: int64(len(cluster)),
		}, nil
	}
}

func client(transport http.RoundTripper) *ionoscloud.APIClient {
	cfg := ionoscloud.NewConfiguration("", "", "secret-token", "https://service.test")
	cfg.Logger = nil
	cfg.WaitTime, cfg.MaxWaitTime = time.Nanosecond, time.Nanosecond
	cfg.AddDefaultQueryParam("secret", "query")
	cfg.HTTPClient = &http.Client{Transport: transport}
	return ionoscloud.NewAPIClient(cfg)
}

func values(attributes []attribute.KeyValue) map[string]string {
	m := map[string]string{}
	for _, a := range attributes {
		m[string(a.Key)] = a.Value.String()
	}
	return m
}

func TestEachTryIsASpanAndAMeasurement(t *testing.T) {
	c := collect()
	ctx, parent := c.tracer.Start(t.Context(), "provision")
	_, _, err := client(dataplatformotel.NewTransport(replies(503, 200), c.opts...)).DataPlatformClusterApi.GetCluster(ctx, clusterID).Execute()
	require.NoError(t, err)
	parent.End()

	spans := c.spans.GetSpans()
	require.Len(t, spans, 3)
	first, second := spans[0], spans[1]
	for _, span := range spans[:2] {
		require.Equal(t, "GetCluster", span.Name)
		require.Equal(t, trace.SpanKindClient, span.SpanKind)
		require.Equal(t, parent.SpanContext().SpanID(), span.Parent.SpanID())
	}
	require.Equal(t, map[string]string{
		"http.request.method": "GET", "url.template": "/clusters/{clusterId}", "server.address": "service.test", "server.port": "443",
		"url.full":                 "https://service.test/dataplatform/clusters/" + clusterID,
		"dataplatform.resource.id": clusterID, "http.response.status_code": "503", "error.type": "503",
	}, values(first.Attributes))
	require.Equal(t, codes.Error, first.Status.Code)
	require.Equal(t, map[string]string{
		"http.request.method": "GET", "url.template": "/clusters/{clusterId}", "server.address": "service.test", "server.port": "443",
		"url.full":                 "https://service.test/dataplatform/clusters/" + clusterID,
		"dataplatform.resource.id": clusterID, "http.response.status_code": "200", "http.request.resend_count": "1",
	}, values(second.Attributes))
	require.Equal(t, codes.Unset, second.Status.Code)

	seen := map[string]map[string]string{}
	for _, point := range c.points(t) {
		require.EqualValues(t, 1, point.Count)
		m := values(point.Attributes.ToSlice())
		seen[m["http.response.status_code"]] = m
	}
	require.Equal(t, map[string]map[string]string{
		"503": {"http.request.method": "GET", "url.template": "/clusters/{clusterId}", "server.address": "service.test", "server.port": "443",
			"http.response.status_code": "503", "error.type": "503"},
		"200": {"http.request.method": "GET", "url.template": "/clusters/{clusterId}", "server.address": "service.test", "server.port": "443",
			"http.response.status_code": "200"},
	}, seen)
}

func TestManyResourcesMakeFewMetrics(t *testing.T) {
	c := collect()
	api := client(dataplatformotel.NewTransport(replies(200), c.opts...))
	for i := range 50 {
		id := fmt.Sprintf("1f0c2a3b-4d5e-6f70-8192-%012d", i)
		_, _, err := api.DataPlatformClusterApi.ClustersFindById(t.Context(), id).Execute()
		require.NoError(t, err)
		_, _, err = api.DataPlatformNodePoolApi.GetClusterNodepool(t.Context(), id, nodePoolID).Execute()
		require.NoError(t, err)
		_, _, err = api.DataPlatformClusterApi.GetClusters(t.Context()).Name(fmt.Sprint("lake-", i)).Execute()
		require.NoError(t, err)
	}
	names := map[string]int{}
	for _, span := range c.spans.GetSpans() {
		names[span.Name]++
	}
	require.Equal(t, map[string]int{"GetCluster": 50, "GetClusterNodepool": 50, "GetClusters": 50}, names)
	points := c.points(t)
	require.Len(t, points, 3)
	for _, point := range points {
		require.EqualValues(t, 50, point.Count)
	}
}

func TestFailuresAreNamedByTheirKind(t *testing.T) {
	for name, tt := range map[string]struct {
		err  error
		want string
	}{
		"cancelled": {fmt.Errorf("secret: %w", context.Canceled), "canceled"},
		"too late":  {fmt.Errorf("secret: %w", context.DeadlineExceeded), "timeout"},
		"timeout":   {&net.DNSError{Err: "secret", IsTimeout: true}, "timeout"},
		"no route":  {&net.OpError{Op: "dial", Err: errors.New("secret")}, "*net.OpError"},
	} {
		t.Run(name, func(t *testing.T) {
			for where, base := range map[string]roundTripper{
				"no answer": func(*http.Request) (*http.Response, error) { return nil, tt.err },
				"half an answer": func(req *http.Request) (*http.Response, error) {
					resp, _ := replies(200)(req)
					resp.Body = io.NopCloser(io.MultiReader(strings.NewReader("{"), failing{tt.err}))
					return resp, nil
				},
			} {
				c := collect()
				_, _, err := client(dataplatformotel.NewTransport(base, c.opts...)).DataPlatformClusterApi.DeleteCluster(t.Context(), clusterID).Execute()
				require.Error(t, err)
				span := c.spans.GetSpans()[0]
				require.Equal(t, tt.want, values(span.Attributes)["error.type"], where)
				require.Equal(t, sdktrace.Status{Code: codes.Error}, span.Status)
				require.Equal(t, tt.want, values(c.points(t)[0].Attributes.ToSlice())["error.type"])
			}
		})
	}
}

// net/http says why a context was cancelled, in words of the program's own.
func TestACancellationWithACauseIsOne(t *testing.T) {
	for name, withDeadline := range map[string]bool{"canceled": false, "timeout": true} {
		ctx, cancel := context.WithCancelCause(t.Context())
		if withDeadline {
			var end context.CancelFunc
			ctx, end = context.WithTimeoutCause(ctx, 0, errors.New("enough"))
			defer end()
		}
		base := roundTripper(func(req *http.Request) (*http.Response, error) {
			cancel(errors.New("enough"))
			return nil, context.Cause(req.Context())
		})
		c := collect()
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://service.test", nil)
		require.NoError(t, err)
		resp, err := dataplatformotel.NewTransport(base, c.opts...).RoundTrip(req)
		require.Nil(t, resp)
		require.EqualError(t, err, "enough")
		require.Equal(t, name, values(c.spans.GetSpans()[0].Attributes)["error.type"])
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestNothingSecretIsTold(t *testing.T) {
	c := collect()
	base := roundTripper(func(req *http.Request) (*http.Response, error) {
		require.Contains(t, req.URL.RawQuery, "secret=query")
		return nil, errors.New("secret")
	})
	_, _, err := client(dataplatformotel.NewTransport(base, c.opts...)).DataPlatformClusterApi.GetClusterKubeconfig(t.Context(), clusterID).Execute()
	require.Error(t, err)
	require.NotContains(t, fmt.Sprintf("%+v %+v", c.spans.GetSpans(), c.points(t)), "secret")
}

func TestRequestsOfOthers(t *testing.T) {
	for method, want := range map[string]string{"GET": "GET", "": "GET", "BREW": "_OTHER"} {
		c := collect()
		transport := dataplatformotel.NewTransport(replies(200), c.opts...)
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://user:secret@elsewhere.test:8080/pot?secret=1#secret", nil)
		require.NoError(t, err)
		req.Method = method
		resp, err := transport.RoundTrip(req)
		require.NoError(t, err)
		require.NoError(t, resp.Body.Close())
		require.NoError(t, resp.Body.Close())
		spans := c.spans.GetSpans()
		require.Len(t, spans, 1)
		require.Equal(t, want, spans[0].Name)
		require.Equal(t, map[string]string{
			"http.request.method": want, "server.address": "elsewhere.test", "server.port": "8080", "http.response.status_code": "200",
			"url.full": "http://elsewhere.test:8080/pot",
		}, values(spans[0].Attributes))
	}
}

func TestTracesGoOutOnlyWhenAsked(t *testing.T) {
	for _, opts := range [][]dataplatformotel.Option{nil, {dataplatformotel.WithPropagator(propagation.TraceContext{})}} {
		c := collect()
		var sent http.Header
		base := roundTripper(func(req *http.Request) (*http.Response, error) {
			sent = req.Header
			resp, _ := replies(200)(req)
			resp.Body = nil
			return resp, nil
		})
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://service.test", nil)
		require.NoError(t, err)
		_, err = dataplatformotel.NewTransport(base, append(c.opts, opts...)...).RoundTrip(req)
		require.NoError(t, err)
		require.Empty(t, req.Header, "the caller's request stays as it was")
		require.Equal(t, len(opts) > 0, sent.Get("Traceparent") != "")
		require.Len(t, c.spans.GetSpans(), 1)
	}
}

// The SDK's certificates stay in force underneath.
func TestAroundPinnedCertificates(t *testing.T) {
	server := dataplatformtest.NewServer(t, dataplatformtest.WithTLS())
	pin := sha256.Sum256(server.Certificate().Raw)
	for name, row := range map[string]struct {
		pin string
		ok  bool
	}{
		"the server's":   {hex.EncodeToString(pin[:]), true},
		"another server": {strings.Repeat("00", len(pin)), false},
	} {
		t.Run(name, func(t *testing.T) {
			c := collect()
			cfg := ionoscloud.NewConfiguration("user", "password", "", server.URL)
			cfg.Logger, cfg.MaxRetries = nil, 1
			cfg.PinnedCertificates = []string{row.pin}
			cfg.WrapTransport = func(base http.RoundTripper) http.RoundTripper {
				return dataplatformotel.NewTransport(base, c.opts...)
			}
			_, _, err := ionoscloud.NewAPIClient(cfg).DataPlatformMetaDataApi.VersionsGet(t.Context()).Execute()
			require.Equal(t, row.ok, err == nil, "%v", err)
			require.Len(t, c.spans.GetSpans(), 1)
		})
	}
}

func TestATransportOfItsOwn(t *testing.T) {
	c := collect()
	server := dataplatformtest.NewServer(t)
	cfg := ionoscloud.NewConfiguration("user", "password", "", server.URL)
	cfg.HTTPClient = &http.Client{Transport: dataplatformotel.NewTransport(nil, c.opts...)}
	defer cfg.HTTPClient.CloseIdleConnections()
	_, _, err := ionoscloud.NewAPIClient(cfg).DataPlatformMetaDataApi.VersionsGet(t.Context()).Execute()
	require.NoError(t, err)
	require.Equal(t, "VersionsGet", c.spans.GetSpans()[0].Name)

	// What can't be closed isn't.
	(&http.Client{Transport: dataplatformotel.NewTransport(replies(200))}).CloseIdleConnections()
}
