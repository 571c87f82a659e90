package ionoscloud

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"
)

func TestErrorAnswers(t *testing.T) {
	sentinels := []error{ErrInvalid, ErrUnauthorized, ErrForbidden, ErrNotFound, ErrConflict, ErrRateLimited, ErrUnavailable}
	const document = `{"httpStatus":%d,"messages":[{"errorCode":"dp-1","message":"no such cluster"}]}`
	for status, want := range map[int]error{
		400: ErrInvalid, 401: ErrUnauthorized, 403: ErrForbidden, 404: ErrNotFound, 409: ErrConflict,
		422: ErrInvalid, 429: ErrRateLimited, 500: nil, 502: ErrUnavailable, 503: ErrUnavailable, 504: ErrUnavailable,
	} {
		t.Run(fmt.Sprint(status), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client := clientOver(func(req *http.Request) (*http.Response, error) {
					return reply(req, status, fmt.Sprintf(document, status), "X-Request-Id", "request-7"), nil
				})
				cluster, resp, err := client.DataPlatformClusterApi.GetCluster(t.Context(), testClusterID).Execute()
				require.Zero(t, cluster)
				for _, sentinel := range sentinels {
					require.Equal(t, sentinel == want, errors.Is(err, sentinel), "%v", sentinel)
				}
				require.EqualError(t, err, fmt.Sprintf("get cluster %s: %d %s: no such cluster (dp-1)", testClusterID, status, http.StatusText(status)))

				apiError, ok := err.(GenericOpenAPIError)
				require.True(t, ok, "a value, as in the releases")
				require.Equal(t, status, apiError.StatusCode())
				require.Equal(t, "GetCluster", apiError.Operation())
				require.Equal(t, "request-7", apiError.RequestID())
				require.JSONEq(t, fmt.Sprintf(document, status), string(apiError.Body()))
				model, ok := apiError.Model().(ErrorResponse)
				require.True(t, ok)
				require.Equal(t, int32(status), *model.HttpStatus)
				var pointer *GenericOpenAPIError
				require.ErrorAs(t, err, &pointer)
				require.Equal(t, status, pointer.StatusCode())

				require.Equal(t, status, resp.StatusCode)
				require.Equal(t, status == 404, resp.HttpNotFound())
				require.Equal(t, "GetCluster", resp.Operation)
				require.Equal(t, http.MethodGet, resp.Method)
				require.Equal(t, "https://service.test/dataplatform/clusters/"+testClusterID, resp.RequestURL)
				require.Equal(t, err.Error(), resp.Message)
				require.Equal(t, apiError.Body(), resp.Payload)
				require.Positive(t, resp.RequestTime+1)
			})
		})
	}
}

func TestMessagesOfErrorAnswers(t *testing.T) {
	for name, row := range map[string]struct {
		status            int
		contentType, body string
		want              string
	}{
		"several":          {400, "application/json", `{"messages":[{"message":"a","errorCode":"1"},{"message":"b"},{"errorCode":"3"},{}]}`, "400 Bad Request: a (1); b; 3"},
		"no messages":      {400, "application/json", `{"httpStatus":400}`, "400 Bad Request"},
		"another document": {400, "application/json", `{"error":"a  b"}`, `400 Bad Request: {"error":"a b"}`},
		"nothing":          {500, "", "", "500 Internal Server Error"},
		"a page":           {502, "text/html", "<html>" + strings.Repeat("x", 94), "502 Bad Gateway: the answer is of type text/html, 100 bytes, not the service's own"},
		"text":             {502, "text/plain; charset=utf-8", "upstream\n\tis away \xff", "502 Bad Gateway: upstream is away "},
		"much text":        {502, "text/plain", strings.Repeat("x", 900), "502 Bad Gateway: " + strings.Repeat("x", 200)},
		"no type":          {502, "", "something", "502 Bad Gateway: the answer is of type unknown, 9 bytes, not the service's own"},
		"an odd status":    {599, "", "", "599"},
		"not modified":     {304, "", "", "304 Not Modified"},
	} {
		t.Run(name, func(t *testing.T) {
			client := clientOver(func(req *http.Request) (*http.Response, error) {
				return reply(req, row.status, row.body, "Content-Type", row.contentType), nil
			}, func(cfg *Configuration) { cfg.MaxRetries = 1 })
			require.EqualError(t, methods[http.MethodGet](t, client), "get cluster "+testClusterID+": "+row.want)
		})
	}
}

// Programs of the releases take the model for an ErrorResponse without a look.
func TestTheModelOfAnErrorThatIsNotTheServicesOwn(t *testing.T) {
	for name, row := range map[string]struct {
		contentType, body string
		want              any
	}{
		"nothing":          {"", "", ErrorResponse{}},
		"another document": {"application/json", `{"error":"x"}`, ErrorResponse{}},
		"a problem":        {"application/problem+json", `{"title":"x"}`, ErrorResponse{}},
		"null":             {"application/json", `null`, ErrorResponse{}},
		"a list":           {"application/json", `[]`, nil},
		"null as text":     {"text/plain", `null`, nil},
		"a page":           {"text/html", `<html>`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			client := clientOver(func(req *http.Request) (*http.Response, error) {
				return reply(req, 404, row.body, "Content-Type", row.contentType), nil
			})
			err := methods[http.MethodGet](t, client)
			require.Equal(t, row.want, err.(GenericOpenAPIError).Model(), "as in the releases")
		})
	}
}

func TestRequestIDsUnderTheirNames(t *testing.T) {
	for _, name := range []string{"X-Request-Id", "X-RequestId", "X-Correlation-Id"} {
		header := http.Header{}
		header.Set(name, "7")
		require.Equal(t, "7", requestID(header))
	}
	require.Empty(t, requestID(nil))
}

func TestBadInputNeverReachesTheNetwork(t *testing.T) {
	for name, row := range map[string]struct {
		call func(ctx context.Context, c *APIClient) (*APIResponse, error)
		want []string
	}{
		"an id that is none": {
			func(ctx context.Context, c *APIClient) (*APIResponse, error) {
				_, resp, err := c.DataPlatformClusterApi.GetCluster(ctx, "../../secrets").Execute()
				return resp, err
			},
			[]string{"get cluster: ", "clusterId"},
		},
		"two ids that are none": {
			func(ctx context.Context, c *APIClient) (*APIResponse, error) {
				_, resp, err := c.DataPlatformNodePoolApi.ClustersNodepoolsFindById(ctx, "", strings.Repeat("x", 36)).Execute()
				return resp, err
			},
			[]string{"clusterId", "nodepoolId"},
		},
		"a filter": {
			func(ctx context.Context, c *APIClient) (*APIResponse, error) {
				_, resp, err := c.DataPlatformClusterApi.GetClusters(ctx).Name("a b").Execute()
				return resp, err
			},
			[]string{"name"},
		},
		"no body": {
			func(ctx context.Context, c *APIClient) (*APIResponse, error) {
				_, resp, err := c.DataPlatformClusterApi.CreateCluster(ctx).Execute()
				return resp, err
			},
			[]string{"create cluster: ", "createClusterRequest", "is required"},
		},
		"an empty body": {
			func(ctx context.Context, c *APIClient) (*APIResponse, error) {
				_, resp, err := c.DataPlatformClusterApi.CreateCluster(ctx).CreateClusterRequest(CreateClusterRequest{}).Execute()
				return resp, err
			},
			[]string{"properties"},
		},
		"a bad body": {
			func(ctx context.Context, c *APIClient) (*APIResponse, error) {
				request := *NewCreateNodePoolRequest(*NewCreateNodePoolProperties("p", 0))
				_, resp, err := c.DataPlatformNodePoolApi.CreateClusterNodepool(ctx, testClusterID).CreateNodePoolRequest(request).Execute()
				return resp, err
			},
			[]string{"properties.name", "properties.nodeCount"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			client := clientOver(func(*http.Request) (*http.Response, error) {
				t.Error("it was sent")
				return nil, errors.New("sent")
			})
			resp, err := row.call(t.Context(), client)
			require.Nil(t, resp)
			require.ErrorIs(t, err, ErrInvalid)
			var invalid *ValidationError
			require.ErrorAs(t, err, &invalid)
			for _, want := range row.want {
				require.ErrorContains(t, err, want)
			}
		})
	}
}

func TestTheValidationOfBodiesCanBeSwitchedOff(t *testing.T) {
	sent := 0
	client := clientOver(func(req *http.Request) (*http.Response, error) {
		sent++
		return reply(req, 202, clusterJSON), nil
	}, func(cfg *Configuration) { cfg.DisableValidation = true })
	_, _, err := client.DataPlatformClusterApi.CreateCluster(t.Context()).CreateClusterRequest(CreateClusterRequest{}).Execute()
	require.NoError(t, err)
	_, _, err = client.DataPlatformClusterApi.GetCluster(t.Context(), "x").Execute()
	require.ErrorIs(t, err, ErrInvalid, "not that of parameters")
	require.Equal(t, 1, sent)
}

func TestABodyThatCannotBeEncoded(t *testing.T) {
	request := *NewPatchNodePoolRequest(PatchNodePoolProperties{Labels: &map[string]any{"a": make(chan int)}})
	client := clientOver(func(*http.Request) (*http.Response, error) { return nil, errors.New("sent") })
	_, resp, err := client.DataPlatformNodePoolApi.PatchClusterNodepool(t.Context(), testClusterID, testNodePoolID).PatchNodePoolRequest(request).Execute()
	require.Nil(t, resp)
	require.ErrorContains(t, err, "encode patchNodePoolRequest")
}

func TestNothingPanicsOnNothing(t *testing.T) {
	_, resp, err := ApiGetClusterRequest{}.Execute()
	require.Nil(t, resp)
	require.ErrorContains(t, err, "get it from a service of NewAPIClient")
	_, _, err = ApiClustersPostRequest{}.Execute()
	require.Error(t, err)
	_, _, err = (&DataPlatformMetaDataApiService{}).VersionsGet(t.Context()).Execute()
	require.Error(t, err)
	require.Nil(t, (*APIClient)(nil).GetConfig())
	require.NotNil(t, NewAPIClient(nil).GetConfig())

	client := NewAPIClient(&Configuration{})
	_, _, err = client.DataPlatformMetaDataApi.VersionsGet(t.Context()).Execute()
	require.ErrorContains(t, err, "list versions: server index 0: there are 0 servers")

	var none context.Context
	answering := clientOver(func(req *http.Request) (*http.Response, error) { return reply(req, 200, clusterJSON), nil })
	_, _, err = answering.DataPlatformClusterApi.GetCluster(none, testClusterID).Execute()
	require.NoError(t, err)

	var nobody *APIResponse
	require.False(t, nobody.HttpNotFound())
	nobody.LogInfo()
	require.False(t, NewAPIResponse(nil).HttpNotFound())
	NewAPIResponseWithError("x").LogInfo()
	require.Equal(t, "x", NewAPIResponseWithError("x").Message)
	NewAPIResponse(&http.Response{StatusCode: 404}).LogInfo()

	cfg := &Configuration{}
	cfg.AddDefaultHeader("A", "b")
	cfg.AddDefaultQueryParam("c", "d")
	require.Equal(t, "b", cfg.DefaultHeader["A"])
	require.Equal(t, "d", cfg.DefaultQueryParams.Get("c"))
}

func TestGenericOpenAPIErrorsCanBeMade(t *testing.T) {
	e := NewGenericOpenAPIError("message", []byte("body"), 7, 404)
	require.EqualError(t, e, "message")
	require.Equal(t, []byte("body"), e.Body())
	require.Equal(t, 7, e.Model())
	require.Equal(t, 404, e.StatusCode())
	require.ErrorIs(t, e, ErrNotFound)
	e.SetError("other")
	e.SetBody(nil)
	e.SetModel(nil)
	e.SetStatusCode(409)
	require.EqualError(t, e, "other")
	require.Nil(t, e.Body())
	require.Nil(t, e.Model())
	require.ErrorIs(t, *e, ErrConflict)
	require.NotErrorIs(t, GenericOpenAPIError{}, ErrInvalid)
	require.False(t, errors.As(*e, new(*ValidationError)))
}

func TestTitlesWithoutTheirParameters(t *testing.T) {
	for title, want := range map[string]string{
		"list clusters":           "list clusters",
		"get cluster {clusterId}": "get cluster",
		"get {a} of {b} now":      "get of now",
		"odd {":                   "odd",
	} {
		require.Equal(t, want, withoutPlaceholders(title))
	}
}

func TestCacheExpires(t *testing.T) {
	const date, later = "Fri, 01 Jan 2027 00:00:00 GMT", "Fri, 01 Jan 2027 00:01:00 GMT"
	for name, row := range map[string]struct {
		header http.Header
		want   string
	}{
		"max-age":          {http.Header{"Date": {date}, "Cache-Control": {`public, max-age=60`}}, later},
		"an odd max-age":   {http.Header{"Date": {date}, "Cache-Control": {`max-age=x`}}, date},
		"an expiry":        {http.Header{"Date": {date}, "Expires": {later}}, later},
		"an odd expiry":    {http.Header{"Date": {date}, "Expires": {"soon"}}, date},
		"nothing but date": {http.Header{"Date": {date}}, ""},
	} {
		got := CacheExpires(&http.Response{Header: row.header})
		if row.want == "" {
			require.True(t, got.IsZero(), name)
			continue
		}
		require.Equal(t, row.want, got.UTC().Format(http.TimeFormat), name)
	}
	require.False(t, CacheExpires(&http.Response{}).IsZero())
	require.False(t, CacheExpires(nil).IsZero())
}
