// Package dataplatformotel makes OpenTelemetry traces and metrics of the requests
// that package ionoscloud sends:
//
//	cfg.WrapTransport = func(base http.RoundTripper) http.RoundTripper {
//		return dataplatformotel.NewTransport(base)
//	}
//
// Each try of a call is a client span named after the operation ("GetCluster"),
// and a measurement of the histogram http.client.request.duration. Attributes
// follow the semantic conventions for HTTP. Names and the attributes of metrics
// come from the API's description and not from what a program does with it, so
// their number is small whatever happens: the id of a resource and the URL are on
// spans only.
// Queries, headers, bodies and the texts of errors are on neither.
package dataplatformotel
