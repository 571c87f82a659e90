// Services: what clients talk to, with the description listening.

package integration

import (
	"crypto/x509"
	"encoding/pem"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/ionos-cloud/sdk-go-dataplatform/test/contract"
)

const (
	description = "../openapi.yaml"
	datacenter  = "d3c1a2b4-0000-4000-8000-0123456789ab"
)

// service is something that answers the API.
type service struct {
	host    string // without the base path
	caFile  string // "": plain HTTP
	client  *http.Client
	checker *contract.Checker
}

// base is the address of the API itself.
func (s *service) base() string { return s.host + contract.BasePath }

// credential is one way to say who one is, as the environment has it.
type credential map[string]string

var credentials = map[string]credential{
	"bearer": {"IONOS_TOKEN": "token"},
	"basic":  {"IONOS_USERNAME": "user", "IONOS_PASSWORD": "password"},
}

// lives are long enough for a client to see the states between.
var lives = dataplatformtest.Durations{
	ClusterDeploying: 60 * time.Millisecond, ClusterUpdating: 40 * time.Millisecond, ClusterDestroying: 40 * time.Millisecond,
	NodePoolDeploying: 60 * time.Millisecond, NodePoolUpdating: 40 * time.Millisecond, NodePoolDestroying: 40 * time.Millisecond,
	Terminated: 20 * time.Millisecond,
}

// services are the ways to serve the API that every client shall know.
var services = map[string]func(*testing.T) *service{
	"in process, HTTP": func(t *testing.T) *service { return inProcess(t) },
	"in process, TLS":  func(t *testing.T) *service { return inProcess(t, dataplatformtest.WithTLS()) },
	"program, HTTP":    func(t *testing.T) *service { return program(t, false) },
	"program, TLS":     func(t *testing.T) *service { return program(t, true) },
}

func inProcess(t *testing.T, options ...dataplatformtest.Option) *service {
	checker := contract.ForTest(t, description)
	options = append(options, dataplatformtest.WithDurations(lives), dataplatformtest.WithMiddleware(checker.Middleware))
	server := dataplatformtest.NewServer(t, options...)
	s := &service{host: strings.TrimSuffix(server.URL, contract.BasePath), client: server.Client(), checker: checker}
	if certificate := server.Certificate(); certificate != nil {
		s.caFile = writeCertificate(t, certificate)
	}
	return s
}

// program is the emulator as a process of its own. The description listens in a
// proxy before it, which speaks to both sides what the client shall speak.
func program(t *testing.T, secure bool) *service {
	checker := contract.ForTest(t, description)
	backend := startEmulator(t, secure)
	target, err := url.Parse(backend.host)
	require.NoError(t, err)
	proxy := &httputil.ReverseProxy{
		Rewrite:   func(r *httputil.ProxyRequest) { r.SetURL(target) },
		Transport: backend.client.Transport,
	}
	front := httptest.NewUnstartedServer(checker.Middleware(proxy))
	s := &service{checker: checker}
	if secure {
		front.StartTLS()
		s.caFile = writeCertificate(t, front.Certificate())
	} else {
		front.Start()
	}
	t.Cleanup(front.Close)
	s.host, s.client = front.URL, front.Client()
	return s
}

func writeCertificate(t *testing.T, certificate *x509.Certificate) string {
	path := filepath.Join(t.TempDir(), "ca.pem")
	raw := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: certificate.Raw})
	require.NoError(t, os.WriteFile(path, raw, 0o600))
	return path
}
