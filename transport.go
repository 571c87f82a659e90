package ionoscloud

// Connections: which http.Client sends a call, and what the configuration adds
// to it. The caller's client and transport are never altered; copies are.

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"reflect"
	"strings"
	"sync"
	"time"
)

// connectionSettings are what a configuration says of connections.
type connectionSettings struct {
	roots        *x509.CertPool
	certificates []tls.Certificate
	pins         []pin
	proxy        *url.URL
	proxyHeader  http.Header
	proxyAsked   bool // by the configuration, and not only by the environment
}

// newConnectionSettings reads the files and fingerprints of cfg, or of the
// environment where cfg is silent.
func newConnectionSettings(cfg *Configuration, getenv func(string) string) (connectionSettings, error) {
	var (
		s   connectionSettings
		err error
	)
	if cfg.CAFile != "" {
		if s.roots, err = loadRoots(cfg.CAFile); err != nil {
			return s, err
		}
	}
	s.certificates = cfg.ClientCertificates
	pins := cfg.PinnedCertificates
	if fromEnv := getenv(IonosPinnedCertEnvVar); len(pins) == 0 && fromEnv != "" {
		pins = []string{fromEnv}
	}
	if s.pins, err = parsePins(pins...); err != nil {
		return s, err
	}
	if len(pins) > 0 && len(s.pins) == 0 {
		return s, errors.New("pinned certificates: there are only empty fingerprints")
	}
	proxy, headers := cfg.ProxyURL, cfg.ProxyHeader
	if proxy == "" {
		proxy = getenv(IonosHttpProxyEnvVar)
	}
	if headers == nil {
		headers = parseProxyHeaders(getenv(IonosHttpProxyHeadersEnvVar))
	}
	if proxy != "" {
		if s.proxy, err = parseProxy(proxy); err != nil {
			return s, err
		}
		s.proxyHeader = headers
		s.proxyAsked = cfg.ProxyURL != ""
		if s.proxy.Scheme == "https" && len(s.pins) > 0 {
			return s, errors.New("a pinned certificate does not go with an https proxy, which would have to present it too: use an http one, what goes through it is encrypted all the same")
		}
	}
	return s, nil
}

func loadRoots(file string) (*x509.CertPool, error) {
	pem, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("CA file: %w", err)
	}
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("CA file %s: there is no PEM certificate in it", file)
	}
	return roots, nil
}

// parseProxy reads the address of a proxy. Its errors leave the address out,
// since there may be a password in it.
func parseProxy(address string) (*url.URL, error) {
	if !strings.Contains(address, "://") {
		address = "http://" + address
	}
	proxy, err := url.Parse(address)
	if err != nil || proxy.Host == "" {
		return nil, errors.New("proxy: its URL cannot be parsed; want http://host:port, with user:password@ before the host if need be")
	}
	switch proxy.Scheme {
	case "http", "https", "socks5", "socks5h":
		return proxy, nil
	}
	return nil, fmt.Errorf("proxy: the scheme is %q, must be http, https or socks5", proxy.Scheme)
}

// parseProxyHeaders reads "Name: value" lines. An escaped line end in a value is
// a space: headers have no other.
func parseProxyHeaders(text string) http.Header {
	headers := http.Header{}
	for line := range strings.Lines(text) {
		name, value, ok := strings.Cut(line, ":")
		if name = strings.TrimSpace(name); ok && name != "" {
			headers.Add(name, strings.TrimSpace(strings.ReplaceAll(value, `\n`, " ")))
		}
	}
	return headers
}

// change tells whether the settings ask for anything that a transport does not
// do by itself.
func (s *connectionSettings) change() bool {
	return s.secure() || s.proxy != nil
}

// secure tells whether the settings protect a connection, so that leaving them
// out would be a danger and not only a failure.
func (s *connectionSettings) secure() bool {
	return s.roots != nil || len(s.certificates) > 0 || len(s.pins) > 0
}

// applyTo puts the settings into transport.
func (s *connectionSettings) applyTo(transport *http.Transport) {
	if s.proxy != nil {
		// Its own variable: s is a part of the client, which a transport must
		// not keep alive.
		proxy := s.proxy
		transport.Proxy = func(req *http.Request) (*url.URL, error) {
			if isLoopback(req.URL.Hostname()) {
				return nil, nil
			}
			return proxy, nil
		}
		transport.ProxyConnectHeader = s.proxyHeader
	}
	if s.roots != nil {
		config := editableTLS(transport)
		config.RootCAs, config.InsecureSkipVerify = s.roots, false
	}
	if len(s.certificates) > 0 {
		editableTLS(transport).Certificates = s.certificates
	}
	if len(s.pins) > 0 {
		pinTransport(transport, verifyPins(s.pins))
	}
}

// newTransport is the transport of a client that was given none: keeps enough
// connections for many callers at once, speaks HTTP/2, follows the ordinary
// proxy variables.
func newTransport() *http.Transport {
	dialer := &net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}
	return &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           dialer.DialContext,
		ForceAttemptHTTP2:     true,
		MaxIdleConns:          100,
		MaxIdleConnsPerHost:   64,
		IdleConnTimeout:       90 * time.Second,
		TLSHandshakeTimeout:   10 * time.Second,
		ExpectContinueTimeout: time.Second,
	}
}

// connector makes the http.Client of a call.
type connector struct {
	settings connectionSettings
	err      error // what is wrong with the settings
	last     *lastTransport

	mu      sync.Mutex
	from    *http.Transport // what made was made of; nil: of nothing
	made    *http.Transport
	inside  http.RoundTripper // what is in wrapped
	wrapped http.RoundTripper
}

// client returns the client to send with: the caller's where there is one, with
// redirects limited to the host that was asked. wrap may be nil.
func (c *connector) client(callers *http.Client, wrap func(http.RoundTripper) http.RoundTripper) (*http.Client, error) {
	if c.err != nil {
		return nil, c.err
	}
	client := http.Client{}
	if callers != nil {
		client = *callers
	}
	transport, err := c.transport(client.Transport)
	if err != nil {
		return nil, err
	}
	if wrap != nil {
		if transport = c.wrap(transport, wrap); transport == nil {
			return nil, errors.New("Configuration.WrapTransport returned no transport")
		}
	}
	client.Transport = transport
	client.CheckRedirect = redirectGuard(client.CheckRedirect)
	return &client, nil
}

func (c *connector) transport(callers http.RoundTripper) (http.RoundTripper, error) {
	if callers == nil {
		return c.adapted(nil), nil
	}
	if !c.settings.change() {
		return c.direct(callers), nil
	}
	transport, ok := callers.(*http.Transport)
	switch {
	case !ok && (c.settings.secure() || c.settings.proxyAsked):
		return nil, fmt.Errorf("a CA file, a client or a pinned certificate, or a proxy is set, and cannot be added to the %T of Configuration.HTTPClient: set it up there, or use an *http.Transport", callers)
	case !ok:
		return callers, nil // a proxy in the environment is its own business
	case tlsDialer(transport) != nil && (c.settings.roots != nil || len(c.settings.certificates) > 0):
		return nil, errors.New("a CA file or a client certificate is set, and the transport of Configuration.HTTPClient dials TLS by itself (DialTLSContext): set it up there")
	}
	return c.adapted(transport), nil
}

// guard refuses what would go out unprotected: nobody shows a certificate over
// plain http.
func (c *connector) guard(server *url.URL) error {
	if len(c.settings.pins) > 0 && server.Scheme != "https" {
		return fmt.Errorf("%w: a certificate is pinned, and there is none over %s; use https, or unset %s and Configuration.PinnedCertificates", ErrInsecure, server.Scheme, IonosPinnedCertEnvVar)
	}
	return nil
}

// adapted returns the settings' version of a transport, or of a new one for nil;
// the same for the same, so that connections are kept.
func (c *connector) adapted(callers *http.Transport) *http.Transport {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.made != nil && c.from == callers {
		return c.made
	}
	if callers == nil {
		c.made = newTransport()
	} else {
		c.made = callers.Clone()
	}
	c.from = callers
	c.settings.applyTo(c.made)
	c.last.set(c.made)
	return c.made
}

// direct returns a transport of the caller's that needs no settings.
func (c *connector) direct(callers http.RoundTripper) http.RoundTripper {
	if transport, ok := callers.(*http.Transport); ok && callers != http.DefaultTransport {
		c.mu.Lock()
		c.last.set(transport)
		c.mu.Unlock()
	}
	return callers
}

// lastTransport is the transport that a client used last. When another one takes
// its place, or the client is gone, its idle connections are closed: nobody else
// would. Whoever shares the transport gets new ones.
type lastTransport struct{ *http.Transport }

func (l *lastTransport) set(transport *http.Transport) {
	if l.Transport != transport {
		l.close()
		l.Transport = transport
	}
}

func (l *lastTransport) close() {
	if l.Transport != nil {
		l.CloseIdleConnections()
	}
}

// wrap returns what wrap makes of transport; the same for the same, since there
// may be a state in it.
func (c *connector) wrap(transport http.RoundTripper, wrap func(http.RoundTripper) http.RoundTripper) http.RoundTripper {
	c.mu.Lock()
	defer c.mu.Unlock()
	known := reflect.ValueOf(transport).Comparable()
	if known && c.wrapped != nil && c.inside == transport {
		return c.wrapped
	}
	wrapped := wrap(transport)
	if known {
		c.inside, c.wrapped = transport, wrapped
	}
	return wrapped
}
