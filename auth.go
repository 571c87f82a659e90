package ionoscloud

// Credentials: where they come from, which one wins, and where they may go.

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"

	"golang.org/x/oauth2"
)

// contextKey names a value that a context carries for the SDK.
type contextKey string

func (c contextKey) String() string { return "ionoscloud " + string(c) }

// The keys under which a context overrides the configuration for one call.
var (
	// ContextOAuth2 takes an [oauth2.TokenSource].
	ContextOAuth2 = contextKey("token")
	// ContextBasicAuth takes a [BasicAuth].
	ContextBasicAuth = contextKey("basic")
	// ContextAccessToken takes a bearer token as a string.
	ContextAccessToken = contextKey("accesstoken")
	// ContextAPIKeys and ContextHttpSignatureAuth are kept for programs that
	// name them; the service knows neither kind of credential.
	ContextAPIKeys           = contextKey("apiKeys")
	ContextHttpSignatureAuth = contextKey("httpsignature")

	// ContextServerIndex takes an int: which of the servers to use.
	ContextServerIndex = contextKey("serverIndex")
	// ContextOperationServerIndices takes a map[string]int: the same for single
	// operations.
	ContextOperationServerIndices = contextKey("serverOperationIndices")
	// ContextServerVariables takes a map[string]string: values for the
	// variables in the server's URL.
	ContextServerVariables = contextKey("serverVariables")
	// ContextOperationServerVariables takes a map[string]map[string]string: the
	// same for single operations.
	ContextOperationServerVariables = contextKey("serverOperationVariables")
)

// The same keys as interface values: a key that had to be put into one for each
// lookup would cost each call an allocation for each key.
var (
	keyOAuth2                   any = ContextOAuth2
	keyBasicAuth                any = ContextBasicAuth
	keyAccessToken              any = ContextAccessToken
	keyServerIndex              any = ContextServerIndex
	keyOperationServerIndices   any = ContextOperationServerIndices
	keyServerVariables          any = ContextServerVariables
	keyOperationServerVariables any = ContextOperationServerVariables
)

// overrides tells whether a context overrides anything.
func overrides(ctx context.Context) bool {
	for _, key := range []any{keyOAuth2, keyBasicAuth, keyAccessToken, keyServerIndex,
		keyOperationServerIndices, keyServerVariables, keyOperationServerVariables} {
		if ctx.Value(key) != nil {
			return true
		}
	}
	return false
}

// BasicAuth is a user name and a password for [ContextBasicAuth].
type BasicAuth struct {
	UserName string `json:"userName,omitempty"`
	Password string `json:"password,omitempty"`
}

// APIKey is a key for [ContextAPIKeys].
type APIKey struct {
	Key    string
	Prefix string
}

// credential is what a call identifies itself by: a fixed Authorization header,
// or a source to ask for one at each try. The zero value is no credential.
type credential struct {
	header     string
	source     oauth2.TokenSource
	configured bool // the source is the configuration's own
}

// credentialOf finds the one credential of a call. The context wins over the
// configuration, and in each a bearer token wins over a password. An
// Authorization header among the default headers comes last, as a user and a
// password in the server's URL do.
func credentialOf(ctx context.Context, cfg *Configuration, server *url.URL) credential {
	if token, ok := ctx.Value(keyAccessToken).(string); ok {
		return credential{header: "Bearer " + token}
	}
	if basic, ok := ctx.Value(keyBasicAuth).(BasicAuth); ok {
		return credential{header: basicHeader(basic.UserName, basic.Password)}
	}
	if source, ok := ctx.Value(keyOAuth2).(oauth2.TokenSource); ok && source != nil {
		return credential{source: source}
	}
	switch {
	case cfg.TokenSource != nil:
		return credential{source: cfg.TokenSource, configured: true}
	case cfg.Token != "":
		return credential{header: "Bearer " + cfg.Token}
	case cfg.Username != "":
		return credential{header: basicHeader(cfg.Username, cfg.Password)}
	}
	for name, value := range cfg.DefaultHeader {
		if strings.EqualFold(name, "Authorization") {
			return credential{header: value}
		}
	}
	if server.User != nil {
		password, _ := server.User.Password()
		return credential{header: basicHeader(server.User.Username(), password)}
	}
	return credential{}
}

var errBadCredential = fmt.Errorf("%w: the credential holds a line end or another control character", ErrInvalid)

func (c credential) isSet() bool { return c.header != "" || c.source != nil }

func basicHeader(username, password string) string {
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(username+":"+password))
}

// guard refuses to send credentials where others can read them, and those that
// HTTP cannot carry.
func (c credential) guard(cfg *Configuration, server *url.URL) error {
	secret := c.isSet()
	for name, value := range cfg.DefaultHeader {
		secret = secret || value != "" && isSecretHeader(name)
	}
	for name := range cfg.DefaultQueryParams {
		secret = secret || isSecretHeader(name)
	}
	switch {
	case !validHeaderValue(c.header):
		return errBadCredential
	case server.Scheme == "https":
		return nil
	case server.Scheme != "http":
		return fmt.Errorf("server URL: the scheme is %q, must be https or http", server.Scheme)
	case !secret || cfg.AllowInsecureCredentials || isLoopback(server.Hostname()):
		return nil
	}
	return fmt.Errorf("%w: credentials do not go to %s over plain http; use https, or set Configuration.AllowInsecureCredentials if everybody on the way may read them", ErrInsecure, server.Host)
}

// isLoopback tells whether a host is this machine by its name alone; what a
// name server says of other names does not count.
func isLoopback(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// authorization returns the Authorization header of a try; stale is the token
// that the service has just refused, if any.
func (c credential) authorization(ctx context.Context, tokens *tokenCache, stale *oauth2.Token) (string, *oauth2.Token, error) {
	if c.source == nil {
		return c.header, nil, nil
	}
	token, err := tokens.token(ctx, stale)
	switch {
	case err != nil:
		return "", nil, tokenError{err}
	case token == nil || token.AccessToken == "":
		return "", nil, tokenError{errors.New("the token source returned none")}
	case !validHeaderValue(token.AccessToken):
		return "", nil, tokenError{errBadCredential}
	}
	return token.Type() + " " + token.AccessToken, token, nil
}

// tokenError is the failure to get a token. Of a token endpoint's answer it
// shows the status and the code, since the rest may echo the client's secret.
type tokenError struct{ cause error }

func (e tokenError) Error() string {
	var refused *oauth2.RetrieveError
	if !errors.As(e.cause, &refused) {
		return "get a token: " + e.cause.Error()
	}
	text := "get a token: the token endpoint refused"
	if refused.Response != nil {
		text += ": " + statusText(refused.Response)
	}
	if refused.ErrorCode != "" {
		text += " (" + refused.ErrorCode + ")"
	}
	return text
}

func (e tokenError) Unwrap() error { return e.cause }

// isPassing tells whether the token endpoint was out of reach or out of order,
// and did not refuse.
func (e tokenError) isPassing() bool {
	var (
		refused *oauth2.RetrieveError
		network net.Error
	)
	if errors.As(e.cause, &refused) && refused.Response != nil {
		status := refused.Response.StatusCode
		return status >= http.StatusInternalServerError || status == http.StatusTooManyRequests
	}
	return errors.As(e.cause, &network) || errors.Is(e.cause, context.DeadlineExceeded)
}
