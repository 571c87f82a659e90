package conformance_test

// How the small client sends a request and reads the answer.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
)

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
	c.learn(resp.Header)
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
			problem := c.problem(status, "", errors.New("failed"))
			problem.retryAfter, _ = c.asked(resp)
			return nil, problem
		}
		limit := int64(1 << 20)
		if c.has("reads errors to the end") {
			limit = 1 << 40
		}
		payload, _ := io.ReadAll(io.LimitReader(resp.Body, limit))
		if c.has("doesn't repeat the message") {
			return payload, c.problem(status, "", errors.New("failed"))
		}
		problem := c.problem(status, "", fmt.Errorf("%s", payload[:min(len(payload), 300)]))
		problem.retryAfter, _ = c.asked(resp)
		return payload, problem
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
