package ionoscloud

// The path of a call, the one way that every operation takes: validate → build
// → (authorize → send → read, as often as it takes) → decode.

import (
	"context"
	"errors"
	"net/http"
)

// operation is one operation of the description, as data.
type operation struct {
	class  string   // "DataPlatformClusterApi"
	names  []string // "CreateCluster", "ClustersPost"; the documented one first
	title  string   // how messages call it: "get cluster {clusterId}"
	method string
	path   string // "/clusters/{clusterId}"
	secret bool   // the answer holds credentials
}

// endpoints are the names under which servers are configured for the operation,
// the one it was called by first.
func (op *operation) endpoints(name string) []string {
	endpoints := []string{op.class + "Service." + name}
	for _, other := range op.names {
		if other != name {
			endpoints = append(endpoints, op.class+"Service."+other)
		}
	}
	return endpoints
}

// execute calls an operation and decodes its answer into a T: a model, a map, or
// a string for the document as it is. There is one of it for each T, so it does
// nothing that doesn't need to know T.
func execute[T any](ctx context.Context, s *service, op *operation, name string, in input) (T, *APIResponse, error) {
	var value, zero T
	resp, err := s.execute(ctx, &call{op: op, name: name, in: in}, &value)
	if err != nil {
		return zero, resp, err
	}
	return value, resp, nil
}

func (s *service) execute(ctx context.Context, c *call, out any) (*APIResponse, error) {
	if ctx == nil {
		ctx = context.Background()
	}
	c.ctx = ctx
	if s == nil || s.client == nil {
		return nil, c.fail(nil, errors.New("the request has no client: get it from a service of NewAPIClient"))
	}
	c.client = s.client()
	c.cfg = c.client.cfg
	return c.do(out)
}

// call is one call under way.
type call struct {
	ctx    context.Context
	client *APIClient
	cfg    *Configuration
	op     *operation
	name   string
	in     input

	url        string // without query
	body       []byte // nil: the operation sends none
	template   *http.Request
	httpClient *http.Client
	credential credential
	tokens     *tokenCache // nil: the credential is not a token source
	reasked    bool        // the token source was asked again after a 401
	sent       int         // how many requests went out
	hidden     redactor
}

func (c *call) do(out any) (*APIResponse, error) {
	if err := c.prepare(); err != nil {
		return nil, c.fail(nil, err)
	}
	if c.credential.source != nil {
		c.tokens = c.client.tokens.acquire(c.credential.source, c.credential.configured)
		defer c.client.tokens.release(c.tokens)
	}
	a := c.try()
	resp := &APIResponse{
		Response:    a.resp,
		Operation:   c.name,
		RequestURL:  c.url,
		RequestTime: a.took,
		Method:      c.op.method,
		Payload:     a.payload,
	}
	err := a.err
	if err == nil && a.status() < http.StatusMultipleChoices {
		// A body that a cancellation has cut off may look like a whole one.
		err = c.orEnd(decode(out, a.resp, a.payload))
	}
	if err == nil && a.status() < http.StatusMultipleChoices {
		return resp, nil
	}
	err = c.fail(&a, err)
	resp.Message = err.Error()
	return resp, err
}

// prepare does everything that comes before the first request, and refuses what
// must not become one.
func (c *call) prepare() error {
	if err := c.in.validate(!c.cfg.DisableValidation); err != nil {
		return err
	}
	if err := c.newRequest(); err != nil {
		return err
	}
	if err := c.credential.guard(c.cfg, c.template.URL); err != nil {
		return err
	}
	if err := c.client.connect.guard(c.template.URL); err != nil {
		return err
	}
	var err error
	c.httpClient, err = c.client.connect.client(c.cfg.HTTPClient, c.cfg.WrapTransport)
	return err
}

// title is what messages and logs call the operation.
func (c *call) title() string { return c.in.expandTitle(c.op.title) }
