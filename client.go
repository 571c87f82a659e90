package ionoscloud

// The client: what a program makes once and shares.

import (
	"os"
	"runtime"
)

// Version is the version of this SDK.
const Version = "1.2.0"

// The states of a request to the service, as the releases named them.
const (
	RequestStatusQueued  = "QUEUED"
	RequestStatusRunning = "RUNNING"
	RequestStatusFailed  = "FAILED"
	RequestStatusDone    = "DONE"
)

// clientState is what an [APIClient] is made of beside its services.
type clientState struct {
	cfg    *Configuration
	common service // one value behind all services, so that they cost nothing

	connect connector
	tokens  tokenSources
	budget  retryBudget
	pace    pace
	noticed notices

	ensuring  turns      // of EnsureCluster and EnsureNodePool
	gathering gatherings // of their looks
}

// service is what each …ApiService is: a way back to the client. It is a
// function, so that printing a service does not print what the client knows.
type service struct{ client func() *APIClient }

// NewAPIClient makes a client of cfg. The client reads cfg anew for every call,
// so a credential or a header may be changed between calls, and it alters
// neither cfg nor the HTTP client in it. What concerns connections (CAFile,
// ClientCertificates, PinnedCertificates, ProxyURL and their environment variables
// IONOS_PINNED_CERT, IONOS_HTTP_PROXY and IONOS_HTTP_PROXY_HEADERS) is read
// once, here; a mistake in it makes every call fail and say so.
//
// Without cfg.HTTPClient the client brings its own connection pool. Idle
// connections are closed when the client is garbage collected, those of an
// *http.Transport in cfg.HTTPClient too. A nil cfg stands for the defaults of
// [NewConfiguration].
func NewAPIClient(cfg *Configuration) *APIClient {
	if cfg == nil {
		cfg = NewConfiguration("", "", "", "")
	}
	c := &APIClient{}
	c.cfg = cfg
	c.connect.settings, c.connect.err = newConnectionSettings(cfg, os.Getenv)
	// A program that makes a client per call must not collect idle connections
	// until they time out.
	c.connect.last = new(lastTransport)
	runtime.AddCleanup(c, (*lastTransport).close, c.connect.last)
	c.addServices()
	return c
}

// GetConfig returns the configuration that the client was made of. Changes to
// it hold from the next call on; they must not race with calls.
func (c *APIClient) GetConfig() *Configuration {
	if c == nil {
		return nil
	}
	return c.cfg
}
