package dataplatformotel

// The transport: a span and a measurement for each request, from its beginning
// to the end of its answer's body.

import (
	"context"
	"net/http"
	"time"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
)

const scope = "github.com/ionos-cloud/sdk-go-dataplatform/otel"

// NewTransport returns a RoundTripper that sends requests through base and tells
// OpenTelemetry of them; a nil base stands for a transport of its own. It is for
// the WrapTransport of an ionoscloud.Configuration, and for any http.Client:
// requests of others are told of too, by their method.
func NewTransport(base http.RoundTripper, opts ...Option) http.RoundTripper {
	if base == nil {
		base = newBase()
	}
	o := newOptions(opts)
	version := ionoscloud.Version
	duration, err := o.meters.Meter(scope, metric.WithInstrumentationVersion(version)).Float64Histogram(
		"http.client.request.duration",
		metric.WithUnit("s"),
		metric.WithDescription("Duration of HTTP client requests."),
		metric.WithExplicitBucketBoundaries(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10),
	)
	if err != nil {
		otel.Handle(err) // and go on: calls matter more than what is told of them
	}
	return &transport{
		base:       base,
		tracer:     o.tracers.Tracer(scope, trace.WithInstrumentationVersion(version)),
		duration:   duration,
		propagator: o.propagator,
	}
}

// newBase is a transport with the defaults of net/http and room for the
// connections of a busy client.
func newBase() http.RoundTripper {
	standard, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		return http.DefaultTransport // somebody's own, to be used as it is
	}
	own := standard.Clone()
	own.MaxIdleConnsPerHost = 64
	return own
}

type transport struct {
	base       http.RoundTripper
	tracer     trace.Tracer
	duration   metric.Float64Histogram
	propagator propagation.TextMapPropagator
}

// RoundTrip implements [http.RoundTripper].
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	start := time.Now()
	info, _ := ionoscloud.CallInfoFromContext(req.Context())
	shared := requestAttributes(req, info)
	ctx, span := t.tracer.Start(req.Context(), spanName(req, info),
		trace.WithSpanKind(trace.SpanKindClient),
		trace.WithTimestamp(start),
		trace.WithAttributes(shared...),
		trace.WithAttributes(spanAttributes(req, info)...))

	// A RoundTripper must not alter the request that it was given.
	req = req.WithContext(ctx)
	if t.propagator != nil {
		req.Header = req.Header.Clone()
		t.propagator.Inject(ctx, propagation.HeaderCarrier(req.Header))
	}
	resp, err := t.base.RoundTrip(req)
	status := 0
	if resp != nil {
		status = resp.StatusCode
	}
	end := func(err error) {
		if ended := ctx.Err(); err != nil && ended != nil {
			err = ended // of which net/http tells only the cause
		}
		outcome := outcomeAttributes(status, err)
		span.SetAttributes(outcome...)
		if err != nil || status >= http.StatusBadRequest {
			span.SetStatus(codes.Error, "")
		}
		span.End()
		if t.duration != nil {
			// The context carries the span, so that an exemplar leads to it.
			t.duration.Record(context.WithoutCancel(ctx), time.Since(start).Seconds(),
				metric.WithAttributes(append(shared, outcome...)...))
		}
	}
	if err != nil || resp.Body == nil {
		end(err)
		return resp, err
	}
	resp.Body = newBody(resp.Body, end)
	return resp, nil
}

// CloseIdleConnections closes those of the transport underneath.
func (t *transport) CloseIdleConnections() {
	if base, ok := t.base.(interface{ CloseIdleConnections() }); ok {
		base.CloseIdleConnections()
	}
}
