package ionoscloud

// Token sources: asked once for all calls that need a token at the same time.

import (
	"context"
	"fmt"
	"reflect"
	"sync"

	"golang.org/x/oauth2"
)

// tokenSources keeps a cache for each token source that calls are using.
type tokenSources struct {
	mu     sync.Mutex
	caches map[oauth2.TokenSource]*tokenCache
	kept   *tokenCache // the one of the configuration's source
	// uncomparable is the cache of the configuration's source while calls use
	// it, if that source cannot be a key: a function, say.
	uncomparable *tokenCache
}

// acquire returns the cache of source, to be handed back with release. The
// configuration's source keeps its cache between calls; others, which came with
// a context, keep theirs for as long as some call uses it.
func (s *tokenSources) acquire(source oauth2.TokenSource, configured bool) *tokenCache {
	s.mu.Lock()
	defer s.mu.Unlock()
	var cache *tokenCache
	comparable := reflect.ValueOf(source).Comparable()
	switch {
	case comparable:
		cache = s.caches[source]
	case configured:
		cache = s.uncomparable
	}
	if cache == nil {
		cache = &tokenCache{source: source}
		switch {
		case comparable:
			if s.caches == nil {
				s.caches = map[oauth2.TokenSource]*tokenCache{}
			}
			s.caches[source] = cache
		case configured:
			s.uncomparable = cache
		}
	}
	cache.users++
	if configured && comparable && s.kept != cache {
		previous := s.kept
		s.kept = cache
		s.drop(previous)
	}
	return cache
}

func (s *tokenSources) release(cache *tokenCache) {
	s.mu.Lock()
	defer s.mu.Unlock()
	cache.users--
	s.drop(cache)
}

// drop forgets a cache that nobody needs any more.
func (s *tokenSources) drop(cache *tokenCache) {
	switch {
	case cache == nil || cache.users > 0 || cache == s.kept:
	case cache == s.uncomparable:
		s.uncomparable = nil
	case reflect.ValueOf(cache.source).Comparable():
		delete(s.caches, cache.source)
	}
}

// tokenCache holds the token of one source while it is valid.
type tokenCache struct {
	source oauth2.TokenSource
	users  int // guarded by tokenSources.mu

	mu     sync.Mutex
	cached *oauth2.Token
	asking *tokenRequest
}

// tokenRequest is one question to a source; done is closed with the answer.
type tokenRequest struct {
	done  chan struct{}
	token *oauth2.Token
	err   error
}

// token returns a valid token, asking the source when there is none or when the
// one there is equals stale. Calls that come while the source is being asked
// wait for its answer; the end of ctx ends the wait and not the question, which
// others may be waiting for.
func (c *tokenCache) token(ctx context.Context, stale *oauth2.Token) (*oauth2.Token, error) {
	c.mu.Lock()
	if c.cached.Valid() && c.cached != stale {
		token := c.cached
		c.mu.Unlock()
		return token, nil
	}
	request := c.asking
	if request == nil {
		request = &tokenRequest{done: make(chan struct{})}
		c.asking = request
		go c.ask(request)
	}
	c.mu.Unlock()

	select {
	case <-request.done:
		return request.token, request.err
	case <-ctx.Done():
		return nil, ended(ctx)
	}
}

func (c *tokenCache) ask(request *tokenRequest) {
	token, err := c.askSource()
	if token != nil {
		// A source may hand out the same token again; a copy tells the answers
		// apart, so that a refused one is never mistaken for its successor.
		fresh := *token
		token = &fresh
	}
	c.mu.Lock()
	request.token, request.err = token, err
	c.cached, c.asking = nil, nil
	if err == nil {
		c.cached = token
	}
	c.mu.Unlock()
	close(request.done)
}

// askSource asks the source. It runs in a goroutine of ours, where nobody could
// recover from its panic.
func (c *tokenCache) askSource() (token *oauth2.Token, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			token, err = nil, fmt.Errorf("the token source panicked: %v", problem)
		}
	}()
	return c.source.Token()
}
