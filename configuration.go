package ionoscloud

// The configuration: where the service is, who calls it, and how.

import (
	"crypto/tls"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"golang.org/x/oauth2"
)

// The environment variables of the SDK, and the address of the service.
const (
	IonosUsernameEnvVar   = "IONOS_USERNAME"
	IonosPasswordEnvVar   = "IONOS_PASSWORD"
	IonosTokenEnvVar      = "IONOS_TOKEN"
	IonosApiUrlEnvVar     = "IONOS_API_URL"
	IonosPinnedCertEnvVar = "IONOS_PINNED_CERT"
	IonosLogLevelEnvVar   = "IONOS_LOG_LEVEL"

	// IonosHttpProxyEnvVar holds the URL of a proxy for the SDK alone.
	IonosHttpProxyEnvVar = "IONOS_HTTP_PROXY"
	// IonosHttpProxyHeadersEnvVar holds headers for that proxy, one "Name:
	// value" a line.
	IonosHttpProxyHeadersEnvVar = "IONOS_HTTP_PROXY_HEADERS"

	DefaultIonosServerUrl = "https://api.ionos.com/dataplatform"
	DefaultIonosBasePath  = "/dataplatform"
)

const (
	defaultMaxRetries       = 3
	defaultWaitTime         = 100 * time.Millisecond
	defaultMaxWaitTime      = 2 * time.Second
	defaultMaxResponseBytes = 64 << 20

	serverDescription = "IONOS Cloud - Managed Stackable Data Platform API"
)

// IonosServerUrls lists the servers of the service.
var IonosServerUrls = []string{DefaultIonosServerUrl}

// Configuration says where the service is, who calls it, and how. Make one with
// [NewConfiguration] or [NewConfigurationFromEnv] and change what you need.
//
// Printing a Configuration or encoding it as JSON shows which credentials are
// set and never what they are.
type Configuration struct {
	// Host replaces the host of the server's URL, Scheme its scheme.
	Host   string `json:"host,omitempty"`
	Scheme string `json:"scheme,omitempty"`
	// DefaultHeader goes out with every request. It can replace Accept and
	// User-Agent; credentials of the configuration or the context win over an
	// Authorization header in here.
	DefaultHeader map[string]string `json:"defaultHeader,omitempty"`
	// DefaultQueryParams go out with every request that does not set them.
	DefaultQueryParams url.Values `json:"defaultQueryParams,omitempty"`
	UserAgent          string     `json:"userAgent,omitempty"`
	// Debug logs as LogLevel Trace does, whatever LogLevel says.
	Debug bool `json:"debug,omitempty"`
	// Servers are the servers to choose from by ServerIndex or
	// [ContextServerIndex]; OperationServers replaces the list for an operation
	// named "{class}Service.{name}", for example
	// "DataPlatformClusterApiService.GetCluster". Either of the two names of an
	// operation is found.
	Servers          ServerConfigurations
	OperationServers map[string]ServerConfigurations
	// HTTPClient sends the requests. It is never altered, and its redirects are
	// limited to the host that was asked. Without it, and without a Transport in
	// it, the connections are the SDK's own.
	HTTPClient *http.Client
	// WrapTransport puts something of the caller's around the transport that
	// sends the requests, CAFile, pins and proxy included; tracing, say. It is
	// called once for a transport, at the first call that goes through it.
	WrapTransport func(http.RoundTripper) http.RoundTripper `json:"-"`
	// LogLevel is how much goes to Logger: Off, Debug or Trace. A Logger made by
	// [NewSlogLogger] decides by itself.
	LogLevel LogLevel
	Logger   Logger
	// Username and Password are sent as basic authentication when there is
	// neither a TokenSource nor a Token.
	Username string `json:"username,omitempty"`
	Password string `json:"password,omitempty"`
	// Token is sent as a bearer token.
	Token string `json:"token,omitempty"`
	// MaxRetries counts the tries of a call, the first one included; below 1
	// stands for 1. 3 by default.
	MaxRetries int `json:"maxRetries,omitempty"`
	// WaitTime and MaxWaitTime are the shortest and the longest pause between
	// two tries: 100 ms and 2 s by default. A Retry-After of the service is
	// followed up to MaxWaitTime.
	WaitTime    time.Duration `json:"waitTime,omitempty"`
	MaxWaitTime time.Duration `json:"maxWaitTime,omitempty"`
	// Limiter makes each request wait for its turn; nil: none does.
	Limiter Limiter `json:"-"`

	// ServerIndex chooses among Servers, ServerVariables fills in the variables
	// of their URLs; the two maps do the same for one operation. Values in the
	// context win.
	ServerIndex              int                          `json:"serverIndex,omitempty"`
	ServerVariables          map[string]string            `json:"serverVariables,omitempty"`
	OperationServerIndices   map[string]int               `json:"operationServerIndices,omitempty"`
	OperationServerVariables map[string]map[string]string `json:"operationServerVariables,omitempty"`
	// TokenSource supplies bearer tokens and wins over Token. It is asked once
	// for calls that need a token at the same time, its token is kept while it
	// is valid, and a 401 makes it be asked once more before the call fails. A
	// source that is a function cannot be told from another one, and is asked for
	// each call that no other call shares it with.
	TokenSource oauth2.TokenSource `json:"-"`
	// AllowInsecureCredentials lets credentials go out over plain http to a
	// host that is not this machine. Anybody on the way can read them.
	AllowInsecureCredentials bool `json:"allowInsecureCredentials,omitempty"`
	// DisableValidation sends request bodies as they are and leaves it to the
	// service to refuse them. Path parameters are checked all the same.
	DisableValidation bool `json:"disableValidation,omitempty"`
	// MaxResponseBytes bounds the size of an answer's body, in bytes; 0: 64 MiB.
	MaxResponseBytes int64 `json:"maxResponseBytes,omitempty"`

	// CAFile is a PEM file of certificate authorities to trust in place of the
	// system's.
	CAFile string `json:"caFile,omitempty"`
	// ClientCertificates identify the client to servers that ask for a
	// certificate; LoadClientCertificate reads one from files.
	ClientCertificates []tls.Certificate `json:"-"`
	// PinnedCertificates are SHA-256 fingerprints (hex, with or without colons
	// or spaces) of server certificates of which one must be presented. Without
	// CAFile a pinned certificate needs no authority. Empty: IONOS_PINNED_CERT,
	// which may hold several, separated by commas.
	PinnedCertificates []string `json:"pinnedCertificates,omitempty"`
	// ProxyURL is an http, https or socks5 proxy for everything but this
	// machine; ProxyHeader goes to it. Empty: IONOS_HTTP_PROXY and
	// IONOS_HTTP_PROXY_HEADERS, and without them the ordinary HTTPS_PROXY,
	// HTTP_PROXY and NO_PROXY.
	ProxyURL    string      `json:"proxyUrl,omitempty"`
	ProxyHeader http.Header `json:"proxyHeader,omitempty"`
}

// NewConfiguration returns a configuration with the defaults, for a user name
// and password or a token (which wins). hostUrl is the address of the service,
// with or without scheme and "/dataplatform"; empty: the public service. The
// log level comes from IONOS_LOG_LEVEL.
func NewConfiguration(username, password, token, hostUrl string) *Configuration {
	return &Configuration{
		DefaultHeader:      map[string]string{},
		DefaultQueryParams: url.Values{},
		UserAgent:          "ionos-cloud-sdk-go-dataplatform/v" + Version,
		Username:           username,
		Password:           password,
		Token:              token,
		MaxRetries:         defaultMaxRetries,
		WaitTime:           defaultWaitTime,
		MaxWaitTime:        defaultMaxWaitTime,
		Logger:             NewDefaultLogger(),
		LogLevel:           logLevelFromEnv(),
		Servers:            ServerConfigurations{{URL: normalizeServerURL(hostUrl), Description: serverDescription}},
		OperationServers:   map[string]ServerConfigurations{},
		// Not nil, because programs set a timeout or a transport in it. It has
		// none, so the client brings its own.
		HTTPClient: &http.Client{},
	}
}

// NewConfigurationFromEnv is [NewConfiguration] with IONOS_USERNAME,
// IONOS_PASSWORD, IONOS_TOKEN and IONOS_API_URL.
func NewConfigurationFromEnv() *Configuration {
	return NewConfiguration(
		os.Getenv(IonosUsernameEnvVar),
		os.Getenv(IonosPasswordEnvVar),
		// Tokens come out of files, with the line's end still on them.
		strings.TrimSpace(os.Getenv(IonosTokenEnvVar)),
		os.Getenv(IonosApiUrlEnvVar),
	)
}

// AddDefaultHeader sets a header for every request.
func (c *Configuration) AddDefaultHeader(key string, value string) {
	if c.DefaultHeader == nil {
		c.DefaultHeader = map[string]string{}
	}
	c.DefaultHeader[key] = value
}

// AddDefaultQueryParam sets a query parameter for every request.
func (c *Configuration) AddDefaultQueryParam(key string, value string) {
	if c.DefaultQueryParams == nil {
		c.DefaultQueryParams = url.Values{}
	}
	c.DefaultQueryParams[key] = []string{value}
}

// LoadClientCertificate adds a certificate and its key, each from a PEM file, to
// ClientCertificates.
func (c *Configuration) LoadClientCertificate(certFile, keyFile string) error {
	// Not in NewAPIClient: programs without such a certificate need not carry
	// the code that signs with one.
	certificate, err := tls.LoadX509KeyPair(certFile, keyFile)
	if err != nil {
		return fmt.Errorf("client certificate: %w", err)
	}
	c.ClientCertificates = append(c.ClientCertificates, certificate)
	return nil
}

// normalizeServerURL completes what people write as the address of the service.
func normalizeServerURL(address string) string {
	address = strings.TrimRight(strings.TrimSpace(address), "/")
	if address == "" {
		return DefaultIonosServerUrl
	}
	if !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") {
		address = "https://" + address
	}
	if !strings.HasSuffix(address, DefaultIonosBasePath) {
		address += DefaultIonosBasePath
	}
	return address
}
