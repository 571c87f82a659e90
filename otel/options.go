package dataplatformotel

// Options: where spans and measurements go.

import (
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
)

// Option is a setting of [NewTransport].
type Option func(*options)

type options struct {
	tracers    trace.TracerProvider
	meters     metric.MeterProvider
	propagator propagation.TextMapPropagator
}

// WithTracerProvider sends spans to provider in place of the global one.
func WithTracerProvider(provider trace.TracerProvider) Option {
	return func(o *options) { o.tracers = provider }
}

// WithMeterProvider sends measurements to provider in place of the global one.
func WithMeterProvider(provider metric.MeterProvider) Option {
	return func(o *options) { o.meters = provider }
}

// WithPropagator writes the trace into the headers of requests. By default
// nothing is written, since the service is somebody else's.
func WithPropagator(propagator propagation.TextMapPropagator) Option {
	return func(o *options) { o.propagator = propagator }
}

func newOptions(opts []Option) options {
	o := options{tracers: otel.GetTracerProvider(), meters: otel.GetMeterProvider()}
	for _, opt := range opts {
		opt(&o)
	}
	return o
}
