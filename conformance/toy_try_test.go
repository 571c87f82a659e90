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
	tries := 3
	if c.has("never gives up") {
		tries = 1000
	}
	c.mu.Lock()
	c.calls++
	c.mu.Unlock()
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
		if err := c.awaitTurn(ctx); err != nil {
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
		if ctx.Err() != nil || n == tries || c.has("never tries again") || !c.again(call, status, err) || !c.afford() {
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

// asked is the pause that the service asks for.
func (c *toyClient) asked(resp *http.Response) (pause time.Duration, found bool) {
	if resp == nil || c.has("ignores Retry-After") {
		return 0, false
	}
	value := resp.Header.Get("Retry-After")
	if seconds, err := strconv.ParseUint(value, 10, 30); err == nil || errors.Is(err, strconv.ErrRange) {
		pause, found = time.Duration(seconds)*time.Second, true
	} else if at, err := http.ParseTime(value); err == nil && !c.has("reads no dates") {
		pause, found = time.Until(at), true
	}
	if !c.has("believes any Retry-After") {
		pause = min(pause, 2*time.Second)
	}
	return pause, found
}

func (c *toyClient) pauseFor(n int, resp *http.Response) time.Duration {
	if pause, found := c.asked(resp); found {
		return pause
	}
	if c.has("pauses a second, a tenth more or less") {
		return 900*time.Millisecond + rand.N(200*time.Millisecond)
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

// afford tells whether another retry is worth it: a tenth of the calls is,
// beyond a few.
func (c *toyClient) afford() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.retries >= 50+c.calls/10 && !c.has("has no retry budget") {
		return false
	}
	c.retries++
	return true
}

// learn takes in the rate limit of an answer.
func (c *toyClient) learn(header http.Header) {
	for _, prefix := range []string{"", "X-"} {
		if header.Get(prefix+"RateLimit-Remaining") != "0" || c.has("ignores rate limits") {
			continue
		}
		reset, _ := strconv.ParseInt(header.Get(prefix+"RateLimit-Reset"), 10, 64)
		wait := time.Duration(min(reset, 1<<32)) * time.Second
		if at := time.Unix(reset, 0); reset > 1_000_000_000 {
			wait = time.Until(at)
		}
		if !c.has("believes any reset") {
			wait = min(wait, 2*time.Second)
		}
		c.mu.Lock()
		c.turn = time.Now().Add(wait)
		c.mu.Unlock()
	}
	if c.has("waits whatever is left") && header.Get("X-RateLimit-Reset") == "60" {
		c.mu.Lock()
		c.turn = time.Now().Add(2 * time.Second)
		c.mu.Unlock()
	}
}

func (c *toyClient) awaitTurn(ctx context.Context) error {
	c.mu.Lock()
	wait := time.Until(c.turn)
	c.mu.Unlock()
	if wait <= 0 {
		return nil
	}
	if c.has("sleeps through a turn") {
		time.Sleep(wait)
		return ctx.Err()
	}
	return c.pause(ctx, wait)
}
