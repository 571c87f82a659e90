package conformance_test

// A small client that keeps every rule, and one flaw for each thing that it
// could do wrong.

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
)

// toy adapts a client with those flaws.
func toy(flaws ...string) conformance.Adapter {
	var alterDefaults sync.Once
	return conformance.Adapter{
		Name: "toy",
		New: func(s conformance.Settings) (conformance.Client, error) {
			return newToy(s, flaws, &alterDefaults)
		},
		Offers: []conformance.Capability{
			conformance.HTTPClient, conformance.Configuration, conformance.Logs, conformance.TokenSource,
			conformance.BodyLimit, conformance.Waiting, conformance.NodePoolWaiting, conformance.Ensuring, conformance.Pacing,
		},
		Kind: func(err error) conformance.Kind {
			var e *toyError
			if errors.As(err, &e) {
				return e.kind
			}
			return ""
		},
	}
}

type toyClient struct {
	settings conformance.Settings
	flaws    []string
	http     *http.Client

	alterDefaults *sync.Once

	mu      sync.Mutex
	token   string
	altered int
	retries int       // sent again in all
	calls   int       // made in all
	turn    time.Time // when the next request may go
}

// toyError tells the status and what was wrong.
type toyError struct {
	status int
	kind   conformance.Kind
	text   string
	cause  error

	retryAfter time.Duration // that the service asked for
}

func (e *toyError) Error() string { return e.text }
func (e *toyError) Unwrap() error { return e.cause }

func newToy(s conformance.Settings, flaws []string, alterDefaults *sync.Once) (conformance.Client, error) {
	c := &toyClient{settings: s, flaws: flaws, alterDefaults: alterDefaults, http: &http.Client{Transport: &http.Transport{}}}
	if s.HTTPClient != nil {
		own := *s.HTTPClient
		c.http = &own
		if c.has("speaks HTTP/1 only") {
			transport := own.Transport.(*http.Transport).Clone()
			transport.ForceAttemptHTTP2 = false
			transport.Protocols = new(http.Protocols)
			transport.Protocols.SetHTTP1(true)
			if transport.TLSClientConfig != nil {
				transport.TLSClientConfig.NextProtos = nil // what the first use of HTTP/2 left
			}
			own.Transport = transport
		}
		if c.has("alters the http.Client") {
			s.HTTPClient.Timeout = time.Second
		}
	}
	c.http.CheckRedirect = func(req *http.Request, via []*http.Request) error {
		switch {
		case c.has("follows redirects anywhere"):
			return nil
		case c.has("lets redirects change the method") && req.URL.Host == via[0].URL.Host:
			return nil
		}
		return http.ErrUseLastResponse
	}
	return c, nil
}

func (c *toyClient) has(flaw string) bool { return slices.Contains(c.flaws, flaw) }

func (c *toyClient) Configuration() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return fmt.Sprint(c.settings.URL, c.altered)
}

func (c *toyClient) Close() error {
	c.http.CloseIdleConnections()
	return nil
}

func (c *toyClient) Do(ctx context.Context, call conformance.Call) conformance.Result {
	if c.has("alters the defaults") {
		c.alterDefaults.Do(func() { http.DefaultClient.Timeout += time.Minute })
	}
	if c.has("alters the configuration") {
		c.mu.Lock()
		c.altered++
		c.mu.Unlock()
	}
	switch call.Operation {
	case conformance.AwaitClusterAvailable, conformance.AwaitClusterDeleted,
		conformance.AwaitNodePoolAvailable, conformance.AwaitNodePoolDeleted:
		return c.await(ctx, call)
	case conformance.EnsureCluster:
		return c.ensure(ctx, call)
	}
	status, payload, err := c.try(ctx, call)
	result := conformance.Result{Status: status, Raw: payload}
	if err == nil {
		result.Document, err = c.understand(call, payload)
		if err != nil {
			err = c.problem(status, conformance.Undecodable, err)
		}
	}
	if c.has("drops what it doesn't know") {
		result.Raw = nil
	}
	result.Err = err
	return result
}

// problem makes an error, secrets taken out.
func (c *toyClient) problem(status int, kind conformance.Kind, cause error) *toyError {
	text := fmt.Sprintf("status %d: %v", status, cause)
	if !c.has("shows credentials in errors") {
		for _, value := range c.credentials() {
			_, secret, _ := strings.Cut(value, " ")
			text = strings.ReplaceAll(text, secret, "***")
		}
	}
	if c.has("hides the context's error") && (errors.Is(cause, context.Canceled) || errors.Is(cause, context.DeadlineExceeded)) {
		cause = errors.New("failed")
	}
	return &toyError{status: status, kind: kind, text: text, cause: cause}
}
