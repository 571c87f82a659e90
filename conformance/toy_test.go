package conformance_test

// A small client that keeps every rule, and one flaw for each thing that it
// could do wrong.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"mime"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strconv"
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
			conformance.BodyLimit, conformance.Waiting,
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
}

// toyError tells the status and what was wrong.
type toyError struct {
	status int
	kind   conformance.Kind
	text   string
	cause  error
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
	case conformance.AwaitClusterAvailable, conformance.AwaitClusterDeleted:
		return c.await(ctx, call)
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
func (c *toyClient) problem(status int, kind conformance.Kind, cause error) error {
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

// credentials are the Authorization headers to send: one.
func (c *toyClient) credentials() []string {
	var all []string
	c.mu.Lock()
	token := c.token
	c.mu.Unlock()
	if token == "" {
		token = c.settings.Token
	}
	if token != "" {
		all = append(all, "Bearer "+token)
	}
	if c.settings.Username != "" {
		r := http.Request{Header: http.Header{}}
		r.SetBasicAuth(c.settings.Username, c.settings.Password)
		all = append(all, r.Header.Get("Authorization"))
	}
	if len(all) > 1 && !c.has("sends all credentials") {
		all = all[:1]
	}
	return all
}

// ask gets a token unless there is one.
func (c *toyClient) ask(refused bool) error {
	if c.settings.TokenSource == nil {
		return nil
	}
	if c.has("asks for a token each time") {
		token, err := c.settings.TokenSource()
		c.mu.Lock()
		defer c.mu.Unlock()
		c.token = token
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.token != "" && !refused {
		return nil
	}
	var err error
	c.token, err = c.settings.TokenSource()
	return err
}

func (c *toyClient) try(ctx context.Context, call conformance.Call) (int, []byte, error) {
	tries := 5
	if c.has("never gives up") {
		tries = 1000
	}
	renewed := false
	for n := 1; ; n++ {
		err := ctx.Err()
		if c.has("sends after the end") {
			err, ctx = nil, context.WithoutCancel(ctx)
		}
		if err != nil {
			return 0, nil, c.problem(0, "", err)
		}
		if err := c.ask(false); err != nil {
			return 0, nil, c.problem(0, "", err)
		}
		resp, payload, err := c.send(ctx, call, n)
		status := 0
		if resp != nil {
			status = resp.StatusCode
		}
		if status == http.StatusUnauthorized && c.settings.TokenSource != nil && !renewed && !c.has("never renews a token") {
			if renewed = true; c.ask(true) == nil {
				continue
			}
		}
		if ctx.Err() != nil || n == tries || !c.again(call, status, err) {
			return status, payload, err
		}
		if err := c.pause(ctx, c.pauseFor(n, resp)); err != nil {
			return status, payload, c.problem(0, "", err)
		}
	}
}

func methodOf(call conformance.Call) string {
	switch name := string(call.Operation); {
	case strings.HasPrefix(name, "Create"):
		return http.MethodPost
	case strings.HasPrefix(name, "Patch"):
		return http.MethodPatch
	case strings.HasPrefix(name, "Delete"):
		return http.MethodDelete
	}
	return http.MethodGet
}

func pathOf(call conformance.Call) string {
	path := "/clusters"
	if call.Operation == conformance.VersionsGet {
		return "/versions"
	}
	if call.ClusterID != "" {
		path += "/" + call.ClusterID
	}
	if call.Operation == conformance.GetClusterKubeconfig {
		path += "/kubeconfig"
	}
	if call.NodePoolID != "" {
		path += "/nodepools/" + call.NodePoolID
	}
	return path
}

func (c *toyClient) again(call conformance.Call, status int, err error) bool {
	post := methodOf(call) == http.MethodPost
	switch status {
	case 0:
		if errors.Is(err, errInTheClear) {
			return false
		}
		var dial *net.OpError
		if errors.As(err, &dial) && dial.Op == "dial" {
			return !post || !c.has("gives up a POST that never connected")
		}
		return !post && !c.has("gives up when a connection breaks")
	case 429:
		return !post || !c.has("gives up a POST after 429")
	case 409:
		return c.has("retries a 409")
	case 502:
		return !post && !c.has("gives up after a 502")
	case 503, 504:
		return !post || c.has("repeats a POST")
	}
	return false
}

func (c *toyClient) pauseFor(n int, resp *http.Response) time.Duration {
	if resp != nil && !c.has("ignores Retry-After") {
		value := resp.Header.Get("Retry-After")
		pause, found := time.Duration(0), false
		if seconds, err := strconv.ParseUint(value, 10, 30); err == nil || errors.Is(err, strconv.ErrRange) {
			pause, found = time.Duration(seconds)*time.Second, true
		} else if at, err := http.ParseTime(value); err == nil && !c.has("reads no dates") {
			pause, found = time.Until(at), true
		}
		if found && c.has("believes any Retry-After") {
			return pause
		}
		if found {
			return min(pause, 2*time.Second)
		}
	}
	pause := 100 * time.Millisecond
	switch {
	case c.has("doesn't pause"):
		return 0
	case c.has("pauses in step"):
		return pause
	}
	return pause + rand.N(min(pause<<(n-1), 2*time.Second-pause))
}

func (c *toyClient) pause(ctx context.Context, d time.Duration) error {
	if c.has("sleeps through the end") {
		time.Sleep(d)
		return ctx.Err()
	}
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (c *toyClient) log(format string, args ...any) {
	if c.settings.Log != nil {
		c.settings.Log(fmt.Sprintf(format, args...))
	}
}

func (c *toyClient) send(ctx context.Context, call conformance.Call, n int) (*http.Response, []byte, error) {
	if c.has("doesn't cancel requests") {
		ctx = context.WithoutCancel(ctx)
	}
	var body io.Reader
	if len(call.Body) > 0 && (n == 1 || !c.has("loses the body")) {
		body = bytes.NewReader(call.Body)
	}
	req, err := http.NewRequestWithContext(ctx, methodOf(call), c.settings.URL+pathOf(call), body)
	if err != nil {
		return nil, nil, c.problem(0, "", err)
	}
	if !safe(req.URL) && !c.has("sends credentials in the clear") {
		return nil, nil, c.problem(0, "", errInTheClear)
	}
	for _, value := range c.credentials() {
		req.Header.Add("Authorization", value)
	}
	req.Close = c.has("closes connections")
	c.log("%s %s", req.Method, req.URL)
	if c.has("logs headers") {
		c.log("%v", req.Header)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, nil, c.problem(0, "", err)
	}
	defer func() { _ = resp.Body.Close() }()
	payload, err := c.read(call, resp)
	if c.has("logs kubeconfigs") && call.Operation == conformance.GetClusterKubeconfig {
		c.log("%s", payload)
	}
	return resp, payload, err
}

var errInTheClear = errors.New("no credentials over plain http")

// safe tells whether a credential may go there.
func safe(u *url.URL) bool { return u.Scheme == "https" || u.Hostname() == "127.0.0.1" }

func (c *toyClient) read(call conformance.Call, resp *http.Response) ([]byte, error) {
	status := resp.StatusCode
	if status >= 300 {
		if c.has("leaves errors unread") && c.again(call, status, nil) {
			return nil, c.problem(status, "", errors.New("failed"))
		}
		limit := int64(1 << 20)
		if c.has("reads errors to the end") {
			limit = 1 << 40
		}
		payload, _ := io.ReadAll(io.LimitReader(resp.Body, limit))
		if c.has("doesn't repeat the message") {
			return payload, c.problem(status, "", errors.New("failed"))
		}
		return payload, c.problem(status, "", fmt.Errorf("%s", payload[:min(len(payload), 300)]))
	}
	limit := c.settings.MaxResponseBytes
	if limit == 0 || c.has("has no bound on bodies") {
		limit = 1 << 40
	}
	payload, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	mediaType, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	switch {
	case int64(len(payload)) > limit:
		return payload[:limit], c.problem(status, conformance.TooLarge, errors.New("too large"))
	case err != nil && !c.has("takes half an answer"):
		return payload, c.problem(status, conformance.CutOff, err)
	case len(payload) == 0 && c.has("panics on an empty body"):
		panic("no body")
	case len(payload) == 0 && !c.has("takes an empty body"):
		return payload, c.problem(status, conformance.Empty, errors.New("empty"))
	case mediaType != "application/json" && !c.has("takes any content type"):
		return payload, c.problem(status, conformance.ContentType, errors.New(mediaType))
	}
	return payload, nil
}

// toyDocument is what the toy knows of a resource.
type toyDocument struct {
	ID       string `json:"id,omitempty"`
	Metadata struct {
		State string `json:"state,omitempty"`
	} `json:"metadata"`
	Properties struct {
		Name             string `json:"name,omitempty"`
		AvailabilityZone string `json:"availabilityZone,omitempty"`
		StorageType      string `json:"storageType,omitempty"`
	} `json:"properties"`
}

func (c *toyClient) understand(call conformance.Call, payload []byte) ([]byte, error) {
	switch call.Operation {
	case conformance.GetClusterKubeconfig:
		if c.has("reformats kubeconfigs") {
			return bytes.TrimSpace(payload), nil
		}
		return payload, nil
	case conformance.VersionsGet:
		if c.has("knows one shape of versions") && payload[0] == '[' {
			return nil, errors.New("a list")
		}
		return payload, nil
	}
	if len(payload) == 0 && c.has("takes an empty body") || payload[0] == '[' && c.has("takes a list for an object") {
		return nil, nil
	}
	var document toyDocument
	if c.has("reads the first document only") {
		_ = json.NewDecoder(bytes.NewReader(payload)).Decode(&document)
	} else if c.has("takes any content type") && payload[0] == '<' {
		return nil, nil
	} else if err := json.Unmarshal(payload, &document); err != nil {
		return nil, err
	}
	if c.has("refuses unknown values") && document.Properties.StorageType == "NVME" {
		return nil, errors.New("unknown storage type")
	}
	return json.Marshal(document)
}

func (c *toyClient) await(ctx context.Context, call conformance.Call) conformance.Result {
	deleted := call.Operation == conformance.AwaitClusterDeleted
	call.Operation = conformance.GetCluster
	for {
		if c.has("waits on after the end") {
			ctx = context.WithoutCancel(ctx)
		}
		result := c.Do(ctx, call)
		var document toyDocument
		_ = json.Unmarshal(result.Document, &document)
		state := document.Metadata.State
		switch {
		case ctx.Err() != nil:
			return conformance.Result{Err: c.problem(0, "", ctx.Err())}
		case deleted && result.Status == 404:
			if !c.has("takes a deleted cluster for lost") {
				result.Err = nil
			}
			return result
		case result.Err != nil && (result.Status == 0 || result.Status == 503):
			if c.has("gives up in an outage") {
				return result
			}
		case result.Err != nil:
			return result
		case strings.HasPrefix(state, "FAILED"):
			if !c.has("waits for what has failed") {
				result.Err = errors.New(state)
				return result
			}
		case !deleted && (state == "AVAILABLE" || state == "DEPLOYING" && c.has("takes any state for available")):
			return result
		}
		interval := c.settings.PollInterval
		if c.has("looks without a pause") {
			interval = 0
		}
		if err := c.pause(ctx, interval); err != nil {
			return conformance.Result{Err: c.problem(0, "", err)}
		}
	}
}
