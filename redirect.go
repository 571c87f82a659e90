package ionoscloud

// Redirects: followed only where the request stays what it was and goes where
// the caller sent it.

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// redirectGuard allows redirects within a host that do not change the method.
// Others end the call with the redirect itself as the answer. callers, if any,
// decides on the rest.
func redirectGuard(callers func(*http.Request, []*http.Request) error) func(*http.Request, []*http.Request) error {
	return func(req *http.Request, via []*http.Request) error {
		if !sameOrigin(via[0].URL, req.URL) || via[0].Method != req.Method {
			return http.ErrUseLastResponse
		}
		var err error
		if callers != nil {
			err = callers(req, via)
		} else if len(via) >= 10 {
			err = errors.New("stopped after 10 redirects")
		}
		if err != nil && err != http.ErrUseLastResponse {
			err = redirectError{err}
		}
		return err
	}
}

// redirectError marks the refusal of a redirect: the network is not to blame,
// and another try would end the same way.
type redirectError struct{ error }

func (e redirectError) Unwrap() error { return e.error }

func isRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

func sameOrigin(a, b *url.URL) bool {
	return a.Scheme == b.Scheme && strings.EqualFold(a.Hostname(), b.Hostname()) && portOf(a) == portOf(b)
}

func portOf(u *url.URL) string {
	if port := u.Port(); port != "" {
		return port
	}
	if u.Scheme == "https" {
		return "443"
	}
	return "80"
}

// refusedRedirect says why a redirect became the answer of a call.
func refusedRedirect(resp *http.Response) string {
	target, err := resp.Location()
	switch {
	case err != nil:
		return "a redirect to nowhere"
	case resp.Request != nil && !sameOrigin(resp.Request.URL, target):
		return fmt.Sprintf("not followed to another host, %s://%s", target.Scheme, target.Host)
	}
	return "not followed: the request would become another one"
}
