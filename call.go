package ionoscloud

// The path of a call, the one way that every operation takes: validate → build
// → (authorize → send → read, as often as it takes) → decode.

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"golang.org/x/oauth2"
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
// a string for the document as it is.
func execute[T any](ctx context.Context, s *service, op *operation, name string, in input) (T, *APIResponse, error) {
	var value, zero T
	if ctx == nil {
		ctx = context.Background()
	}
	c := call{ctx: ctx, op: op, name: name, in: in}
	if s == nil || s.client == nil {
		return zero, nil, c.fail(nil, errors.New("the request has no client: get it from a service of NewAPIClient"))
	}
	c.client, c.cfg = s.client, s.client.cfg
	resp, err := c.do(&value)
	if err != nil {
		return zero, resp, err
	}
	return value, resp, nil
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
	credential credential
	tokens     *tokenCache // nil: the credential is not a token source
	hidden     redactor
}

// answer is the outcome of one try.
type answer struct {
	resp    *http.Response // nil: none came
	payload []byte
	took    time.Duration
	err     error // why there is no answer, or not all of it
}

func (c *call) do(out any) (*APIResponse, error) {
	if err := c.in.validate(!c.cfg.DisableValidation); err != nil {
		return nil, c.fail(nil, err)
	}
	request, body, err := c.newRequest()
	if err != nil {
		return nil, c.fail(nil, err)
	}
	if err := c.credential.guard(c.cfg, request.URL); err != nil {
		return nil, c.fail(nil, err)
	}
	httpClient, err := c.client.connect.client(c.cfg.HTTPClient)
	if err != nil {
		return nil, c.fail(nil, err)
	}
	if c.credential.source != nil {
		c.tokens = c.client.tokens.acquire(c.credential.source, c.credential.configured)
		defer c.client.tokens.release(c.tokens)
	}

	a := c.try(httpClient, request, body)
	if a.resp == nil && a.err != nil && a.took == 0 {
		return nil, c.fail(nil, a.err) // nothing was sent
	}
	resp := &APIResponse{
		Response:    a.resp,
		Operation:   c.name,
		RequestURL:  c.url,
		RequestTime: a.took,
		Method:      c.op.method,
		Payload:     a.payload,
	}
	switch {
	case a.err != nil:
		err = c.fail(&a, a.err)
	case a.resp.StatusCode >= http.StatusMultipleChoices:
		err = c.refused(&a)
	default:
		if err = decode(out, a.resp, a.payload); err != nil {
			err = c.fail(&a, err)
		}
	}
	if err != nil {
		resp.Message = err.Error()
	}
	return resp, err
}

// try sends the request until there is an answer to keep, or no reason to go on.
func (c *call) try(httpClient *http.Client, template *http.Request, body []byte) answer {
	var (
		stale *oauth2.Token
		asked bool
		last  answer
	)
	budget := &c.client.budget
	budget.call()
	for tries, sent := 1, 0; ; tries, sent = tries+1, sent+1 {
		if err := c.ctx.Err(); err != nil {
			return last.endedBy(err)
		}
		if err := c.awaitTurn(); err != nil {
			return last.endedBy(err)
		}
		authorization, token, err := c.credential.authorization(c.ctx, c.tokens, stale)
		if err != nil {
			return last.endedBy(err)
		}
		request := c.nextRequest(template, authorization, sent)
		c.logRequest(request, body, sent+1)
		last = c.send(httpClient, request)
		c.logAnswer(request, &last, sent+1)
		if last.resp != nil {
			c.client.pace.learn(last.resp.Header, time.Now())
			c.logNotices(last.resp.Header)
		}

		if last.status() == http.StatusUnauthorized && token != nil && !asked {
			// The source may know better by now. This costs none of the tries.
			asked, stale = true, token
			tries--
			continue
		}
		if !c.again(last) {
			if tries > 1 && last.err == nil && last.status() < http.StatusMultipleChoices {
				budget.refund(tries - 1)
			}
			return last
		}
		if tries >= c.cfg.MaxRetries || !budget.take() {
			return last
		}
		pause := pauseBefore(c.cfg, tries, last.resp)
		c.logPause("waiting for the next try", pause)
		if err := sleep(c.ctx, pause); err != nil {
			return last.endedBy(err)
		}
	}
}

func (a *answer) status() int {
	if a.resp == nil {
		return 0
	}
	return a.resp.StatusCode
}

// endedBy is the last answer of a call that err ended before the next try.
func (a answer) endedBy(err error) answer {
	if a.err != nil {
		err = fmt.Errorf("%w; the try before: %w", err, a.err)
	}
	a.err = err
	return a
}

// again tells whether the outcome of a try is worth another one.
func (c *call) again(a answer) bool {
	switch {
	case c.ctx.Err() != nil:
		return false
	case a.resp == nil:
		return retryableError(c.op.method, a.err)
	case a.err != nil && a.resp.StatusCode < http.StatusMultipleChoices:
		// The effect is there and only its description got lost: worth asking
		// again where asking has no effect.
		return c.op.method == http.MethodGet && errors.Is(a.err, ErrBodyTruncated)
	}
	return retryableStatus(c.op.method, a.resp.StatusCode)
}

// send makes one try: the request goes out, its answer is read to the end.
func (c *call) send(httpClient *http.Client, request *http.Request) answer {
	start := time.Now()
	resp, err := httpClient.Do(request)
	if err != nil {
		// A client that refuses a redirect hands over both.
		if resp != nil {
			drain(resp.Body)
		}
		return answer{took: max(time.Since(start), 1), err: c.orEnd(err)}
	}
	a := answer{resp: resp}
	limit := c.cfg.MaxResponseBytes
	if limit <= 0 {
		limit = defaultMaxResponseBytes
	}
	failed := resp.StatusCode >= http.StatusMultipleChoices
	if failed {
		limit = min(limit, maxErrorBytes)
	}
	a.payload, a.err = readBody(resp, limit)
	if a.err != nil {
		a.err = c.orEnd(a.err)
		if failed && c.ctx.Err() == nil {
			a.err = nil // the status says what matters
		}
	}
	a.took = max(time.Since(start), 1)
	return a
}

// orEnd makes sure that an error caused by the end of the context says so.
func (c *call) orEnd(err error) error {
	if ended := c.ctx.Err(); ended != nil && !errors.Is(err, ended) {
		return fmt.Errorf("%w: %w", ended, err)
	}
	return err
}

// newRequest builds the request but for its credential.
func (c *call) newRequest() (*http.Request, []byte, error) {
	server, err := c.server()
	if err != nil {
		return nil, nil, err
	}
	var body []byte
	if c.in.body != nil {
		if body, err = c.in.body.appendJSON(make([]byte, 0, encodedSize)); err != nil {
			return nil, nil, fmt.Errorf("encode %s: %w", c.in.bodyName, err)
		}
	}
	c.url = strings.TrimSuffix(server, "/") + c.in.expand(c.op.path)
	request, err := http.NewRequestWithContext(c.contextOf(1), c.op.method, c.url, bodyReader(body))
	if err != nil {
		return nil, nil, fmt.Errorf("server URL %s: %w", redactURL(server), unwrapURLError(err))
	}
	if c.cfg.Host != "" {
		request.URL.Host, request.Host = c.cfg.Host, c.cfg.Host
	}
	if c.cfg.Scheme != "" {
		request.URL.Scheme = c.cfg.Scheme
	}
	if request.URL.Host == "" {
		return nil, nil, fmt.Errorf("server URL %s: there is no host in it", redactURL(server))
	}
	c.credential = credentialOf(c.ctx, c.cfg, request.URL)
	if request.URL.User != nil {
		// It is the credential now, or nothing; either way it must not show.
		request.URL.User = nil
		c.url = redactURL(c.url)
	}
	c.addQuery(request.URL)
	c.addHeaders(request.Header, body != nil)
	c.hidden.proxy = c.client.connect.settings.proxy
	return request, body, nil
}

// server returns the URL of the server that the call goes to.
func (c *call) server() (string, error) {
	var endpoints []string
	if c.cfg.namesOperations() || c.ctx.Value(keyOperationServerIndices) != nil || c.ctx.Value(keyOperationServerVariables) != nil {
		endpoints = c.op.endpoints(c.name)
	}
	return c.cfg.serverURL(c.ctx, endpoints...)
}

func (c *call) addQuery(u *url.URL) {
	if len(c.in.query) == 0 && len(c.cfg.DefaultQueryParams) == 0 {
		return
	}
	query := u.Query()
	for name, values := range c.cfg.DefaultQueryParams {
		query[name] = append(query[name], values...)
	}
	for _, p := range c.in.query {
		query.Set(p.name, p.value)
	}
	u.RawQuery = query.Encode()
}

func (c *call) addHeaders(headers http.Header, hasBody bool) {
	headers.Set("Accept", "application/json")
	if c.cfg.UserAgent != "" {
		headers.Set("User-Agent", c.cfg.UserAgent)
	}
	for name, value := range c.cfg.DefaultHeader {
		headers.Set(name, value)
	}
	if hasBody {
		headers.Set("Content-Type", "application/json")
	}
}

// nextRequest is the request of a try: the template itself for the first one,
// copies after it, since a transport may hold on to a request that it has sent.
func (c *call) nextRequest(template *http.Request, authorization string, sent int) *http.Request {
	request := template
	if sent > 0 {
		request = template.Clone(c.contextOf(sent + 1))
		if template.GetBody != nil {
			request.Body, _ = template.GetBody() // a reader over bytes: it cannot fail
		}
	}
	if authorization == "" {
		delete(request.Header, "Authorization")
	} else {
		request.Header["Authorization"] = []string{authorization}
	}
	c.hidden.saw(authorization)
	return request
}

// title is what messages and logs call the operation.
func (c *call) title() string { return c.in.expandTitle(c.op.title) }
