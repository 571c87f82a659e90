package ionoscloud

// What the tests of the path of a call share.

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

const (
	testClusterID  = "1f0c2a3b-4d5e-6f70-8192-a3b4c5d6e7f8"
	testNodePoolID = "2f0c2a3b-4d5e-6f70-8192-a3b4c5d6e7f8"

	clusterJSON = `{"id":"` + testClusterID + `","type":"cluster","metadata":{"state":"AVAILABLE"},"properties":{"name":"lake"}}`
)

// roundTripper answers requests without a network, so that tests can run on
// virtual time.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

// reply makes an answer; pairs of header names and values follow the body.
func reply(req *http.Request, status int, body string, headers ...string) *http.Response {
	resp := &http.Response{
		StatusCode:    status,
		Header:        http.Header{"Content-Type": {"application/json"}},
		Body:          io.NopCloser(strings.NewReader(body)),
		ContentLength: int64(len(body)),
		Request:       req,
	}
	for i := 0; i < len(headers); i += 2 {
		resp.Header.Set(headers[i], headers[i+1])
	}
	return resp
}

// clientOver makes a client that sends through f.
func clientOver(f roundTripper, change ...func(*Configuration)) *APIClient {
	cfg := NewConfiguration("", "", "", "https://service.test")
	cfg.Logger = nil
	cfg.HTTPClient = &http.Client{Transport: f}
	for _, c := range change {
		c(cfg)
	}
	return NewAPIClient(cfg)
}

// clientOf makes a client of a test server.
func clientOf(server *httptest.Server, change ...func(*Configuration)) *APIClient {
	cfg := NewConfiguration("", "", "", server.URL)
	cfg.Logger = nil
	cfg.HTTPClient = server.Client()
	for _, c := range change {
		c(cfg)
	}
	return NewAPIClient(cfg)
}

// serve starts a test server that ends with the test.
func serve(t *testing.T, handler http.HandlerFunc) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

func writeJSON(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, body)
}

func createRequest() CreateClusterRequest {
	return *NewCreateClusterRequest(*NewCreateClusterProperties("lake", testClusterID))
}

func patchRequest() PatchClusterRequest {
	return *NewPatchClusterRequest(PatchClusterProperties{Name: ToPtr("lake")})
}

// methods are one call of each HTTP method.
var methods = map[string]func(t *testing.T, c *APIClient) error{
	http.MethodGet: func(t *testing.T, c *APIClient) error {
		_, _, err := c.DataPlatformClusterApi.GetCluster(t.Context(), testClusterID).Execute()
		return err
	},
	http.MethodPost: func(t *testing.T, c *APIClient) error {
		_, _, err := c.DataPlatformClusterApi.CreateCluster(t.Context()).CreateClusterRequest(createRequest()).Execute()
		return err
	},
	http.MethodPatch: func(t *testing.T, c *APIClient) error {
		_, _, err := c.DataPlatformClusterApi.PatchCluster(t.Context(), testClusterID).PatchClusterRequest(patchRequest()).Execute()
		return err
	},
	http.MethodDelete: func(t *testing.T, c *APIClient) error {
		_, _, err := c.DataPlatformClusterApi.DeleteCluster(t.Context(), testClusterID).Execute()
		return err
	},
}
