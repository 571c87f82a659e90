package conformance_test

// How the small client tries: when again, after which pause, with which credentials.

import (
	"context"
	"errors"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
)

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
