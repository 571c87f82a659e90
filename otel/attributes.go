package dataplatformotel

// Attributes: what is told of a request, by the semantic conventions for HTTP
// clients. Those of metrics have few values each, whatever a program does.

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strconv"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
	"go.opentelemetry.io/otel/attribute"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

// ResourceIDKey is the attribute of spans that holds the id of the cluster or
// node pool that a request is about.
const ResourceIDKey = attribute.Key("dataplatform.resource.id")

// spanName is the operation, or the method of a request of others.
func spanName(req *http.Request, info ionoscloud.CallInfo) string {
	if info.Operation != "" {
		return info.Operation
	}
	return methodOf(req)
}

// requestAttributes are those of spans and metrics alike.
func requestAttributes(req *http.Request, info ionoscloud.CallInfo) []attribute.KeyValue {
	attributes := make([]attribute.KeyValue, 0, 8) // with room for the outcome
	attributes = append(attributes,
		semconv.HTTPRequestMethodKey.String(methodOf(req)),
		semconv.ServerAddress(req.URL.Hostname()))
	if port, ok := portOf(req); ok {
		attributes = append(attributes, semconv.ServerPort(port))
	}
	if info.Route != "" {
		attributes = append(attributes, semconv.URLTemplate(info.Route))
	}
	return attributes
}

// spanAttributes are those that would make too many metrics.
func spanAttributes(req *http.Request, info ionoscloud.CallInfo) []attribute.KeyValue {
	attributes := append(make([]attribute.KeyValue, 0, 3), semconv.URLFull(addressOf(req.URL)))
	if info.ResourceID != "" {
		attributes = append(attributes, ResourceIDKey.String(info.ResourceID))
	}
	if info.Try > 1 {
		attributes = append(attributes, semconv.HTTPRequestResendCount(info.Try-1))
	}
	return attributes
}

// addressOf is a URL without what may be secret in it.
func addressOf(u *url.URL) string {
	shown := url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path, RawPath: u.RawPath}
	return shown.String()
}

func outcomeAttributes(status int, err error) []attribute.KeyValue {
	var attributes []attribute.KeyValue
	if status != 0 {
		attributes = append(attributes, semconv.HTTPResponseStatusCode(status))
	}
	switch {
	case err != nil:
		attributes = append(attributes, semconv.ErrorTypeKey.String(errorType(err)))
	case status >= http.StatusBadRequest:
		attributes = append(attributes, semconv.ErrorTypeKey.String(strconv.Itoa(status)))
	}
	return attributes
}

// errorType names the kind of an error. Its text may hold anything.
func errorType(err error) string {
	var timeout net.Error
	switch {
	case errors.Is(err, context.Canceled):
		return "canceled"
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return "timeout"
	}
	return fmt.Sprintf("%T", err)
}

func methodOf(req *http.Request) string {
	switch req.Method {
	case "":
		return http.MethodGet
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch,
		http.MethodDelete, http.MethodConnect, http.MethodOptions, http.MethodTrace:
		return req.Method
	}
	return "_OTHER"
}

func portOf(req *http.Request) (int, bool) {
	if port, err := strconv.Atoi(req.URL.Port()); err == nil {
		return port, true
	}
	switch req.URL.Scheme {
	case "https":
		return 443, true
	case "http":
		return 80, true
	}
	return 0, false
}
