package ionoscloud

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAnswersThatAreNotWhatWasDue(t *testing.T) {
	for name, row := range map[string]struct {
		status      int
		contentType string
		body        string
		err         error
		text        string
	}{
		"a gateway's page":        {200, "text/html; charset=utf-8", "<html>login</html>", ErrContentType, "unexpected content type text/html: want JSON"},
		"plain text":              {200, "text/plain", clusterJSON, ErrContentType, "text/plain"},
		"empty":                   {200, "application/json", "", ErrBodyEmpty, "200 OK: response body is empty"},
		"accepted, but empty":     {202, "application/json", "", ErrBodyEmpty, "202 Accepted"},
		"not JSON":                {200, "application/json", "{not json", ErrDecode, "invalid character"},
		"half of it":              {200, "application/json", clusterJSON[:40], ErrDecode, "unexpected end of JSON input"},
		"two of them":             {200, "application/json", clusterJSON + clusterJSON, ErrDecode, "after top-level value"},
		"a list":                  {200, "application/json", "[" + clusterJSON + "]", ErrDecode, "cannot unmarshal array"},
		"a string":                {200, "application/json", `"cluster"`, ErrDecode, "cannot unmarshal string"},
		"null":                    {200, "application/json", " null\n", ErrDecode, "null where a document is due"},
		"a wrong type inside":     {200, "application/json", `{"id":7}`, ErrDecode, "cannot unmarshal number"},
		"too large":               {200, "application/json", `{"id":"` + strings.Repeat("x", 2000) + `"}`, ErrBodyTooLarge, "the bound is 1000 bytes"},
		"an enumeration's number": {200, "application/json", `{"properties":{"name":7}}`, ErrDecode, "cannot unmarshal number"},
	} {
		t.Run(name, func(t *testing.T) {
			server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", row.contentType)
				w.Header().Set("X-Request-Id", "request-7")
				w.WriteHeader(row.status)
				_, _ = io.WriteString(w, row.body)
			})
			client := clientOf(server, func(cfg *Configuration) { cfg.MaxResponseBytes = 1000 })
			cluster, resp, err := client.DataPlatformClusterApi.GetCluster(t.Context(), testClusterID).Execute()
			require.ErrorIs(t, err, row.err)
			require.ErrorContains(t, err, "get cluster "+testClusterID+": ")
			require.ErrorContains(t, err, row.text)
			var apiError GenericOpenAPIError
			require.ErrorAs(t, err, &apiError)
			require.Equal(t, row.status, apiError.StatusCode())
			require.Equal(t, "GetCluster", apiError.Operation())
			require.Equal(t, "request-7", apiError.RequestID())
			require.Equal(t, ClusterResponseData{}, cluster, "nothing half decoded is handed out")
			want := row.body
			if errors.Is(row.err, ErrBodyTooLarge) {
				want = want[:1000]
			}
			require.Equal(t, want, string(resp.Payload))
			require.Equal(t, want, string(apiError.Body()))
			require.Equal(t, err.Error(), resp.Message)
		})
	}
}

func TestContentTypesThatAreJSON(t *testing.T) {
	for _, contentType := range []string{
		"application/json", "application/json; charset=utf-8", "APPLICATION/JSON",
		"text/json", "application/problem+json", "application/vnd.ionos.v1+json;charset=UTF-8", "",
	} {
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			return reply(req, 200, clusterJSON, "Content-Type", contentType), nil
		})
		require.NoError(t, methods[http.MethodGet](t, client), "%q", contentType)
	}
}

func TestABodyThatEndsEarly(t *testing.T) {
	for name, row := range map[string]struct {
		cuts, requests int
		method         string
		fails          bool
	}{
		"once, read again":         {1, 2, http.MethodGet, false},
		"always":                   {9, 3, http.MethodGet, true},
		"a change is not repeated": {1, 1, http.MethodPatch, true},
		"a creation neither":       {1, 1, http.MethodPost, true},
		"nor a deletion":           {1, 1, http.MethodDelete, true},
	} {
		t.Run(name, func(t *testing.T) {
			requests := 0
			server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				requests++
				w.Header().Set("Content-Type", "application/json")
				if requests <= row.cuts {
					w.Header().Set("Content-Length", "1000")
				}
				_, _ = io.WriteString(w, clusterJSON)
			})
			err := methods[row.method](t, clientOf(server))
			require.Equal(t, row.requests, requests)
			if !row.fails {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, ErrBodyTruncated)
			require.ErrorIs(t, err, io.ErrUnexpectedEOF)
			var apiError GenericOpenAPIError
			require.ErrorAs(t, err, &apiError)
			require.Equal(t, 200, apiError.StatusCode())
			require.Equal(t, clusterJSON, string(apiError.Body()))
		})
	}
}

func TestAnErrorAnswerThatEndsEarlyIsStillThatError(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		w.WriteHeader(404)
		_, _ = io.WriteString(w, "{")
	})
	_, resp, err := clientOf(server).DataPlatformClusterApi.GetCluster(t.Context(), testClusterID).Execute()
	require.ErrorIs(t, err, ErrNotFound)
	require.True(t, resp.HttpNotFound())
	require.Equal(t, "{", string(resp.Payload))
}

func TestHugeErrorAnswersAreCut(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(400)
		_, _ = w.Write(bytes.Repeat([]byte("x"), 3*maxErrorBytes))
	})
	_, resp, err := clientOf(server).DataPlatformClusterApi.GetCluster(t.Context(), testClusterID).Execute()
	require.ErrorIs(t, err, ErrInvalid)
	require.Len(t, resp.Payload, maxErrorBytes)
	require.Less(t, len(err.Error()), 1000)
}

func TestNoContentIsNoError(t *testing.T) {
	client := clientOver(func(req *http.Request) (*http.Response, error) { return reply(req, 204, ""), nil })
	require.NoError(t, methods[http.MethodDelete](t, client))
}

func TestBodiesOfAnyLengthAreReadWhole(t *testing.T) {
	for _, length := range []int{0, 1, 511, 512, 513, 40_000} {
		for _, announced := range []int64{-1, int64(length)} {
			body := strings.Repeat("x", length)
			resp := &http.Response{ContentLength: announced, Body: io.NopCloser(iotestReader{strings.NewReader(body)})}
			payload, err := readBody(resp, 1<<20)
			require.NoError(t, err)
			require.Equal(t, body, string(payload))

			resp.Body = io.NopCloser(strings.NewReader(body))
			payload, err = readBody(resp, int64(length))
			require.NoError(t, err, "exactly the bound is not beyond it")
			require.Len(t, payload, length)
			if length == 0 {
				continue
			}
			resp.Body = io.NopCloser(strings.NewReader(body))
			payload, err = readBody(resp, int64(length-1))
			require.ErrorIs(t, err, ErrBodyTooLarge)
			require.Len(t, payload, length-1)
		}
	}
}

// iotestReader hands out three bytes at the most.
type iotestReader struct{ r io.Reader }

func (r iotestReader) Read(p []byte) (int, error) { return r.r.Read(p[:min(len(p), 3)]) }

func TestALyingContentLengthClaimsNoMemory(t *testing.T) {
	resp := &http.Response{ContentLength: 1 << 50, Body: io.NopCloser(strings.NewReader("{}"))}
	payload, err := readBody(resp, math.MaxInt64)
	require.NoError(t, err)
	require.Equal(t, "{}", string(payload))
	require.LessOrEqual(t, cap(payload), maxReserveBytes)

	resp = &http.Response{ContentLength: maxReserveBytes, Body: io.NopCloser(strings.NewReader(strings.Repeat("x", 2000)))}
	payload, err = readBody(resp, 1000)
	require.ErrorIs(t, err, ErrBodyTooLarge)
	require.LessOrEqual(t, cap(payload), 4000, "no more than the bound needs")
}

func TestKubeconfigsInBothForms(t *testing.T) {
	const document = `{"apiVersion":"v1", "kind":"Config"}` + "\n"
	for name, row := range map[string]struct {
		contentType, body string
		mapErr            error
	}{
		"JSON":     {"application/json", document, nil},
		"YAML":     {"application/yaml", "apiVersion: v1\n", ErrContentType},
		"bad JSON": {"application/json", "apiVersion: v1\n", ErrDecode},
	} {
		t.Run(name, func(t *testing.T) {
			client := clientOver(func(req *http.Request) (*http.Response, error) {
				return reply(req, 200, row.body, "Content-Type", row.contentType), nil
			})
			text, _, err := client.DataPlatformClusterApi.GetClusterKubeconfig(t.Context(), testClusterID).Execute()
			require.NoError(t, err)
			require.Equal(t, row.body, text, "untouched")
			decoded, resp, err := client.DataPlatformClusterApi.ClustersKubeconfigFindByClusterId(t.Context(), testClusterID).Execute()
			require.ErrorIs(t, err, row.mapErr)
			require.Equal(t, row.body, string(resp.Payload))
			if row.mapErr == nil {
				require.Equal(t, map[string]any{"apiVersion": "v1", "kind": "Config"}, decoded)
			}
		})
	}
}

func TestVersionsInBothShapes(t *testing.T) {
	for _, body := range []string{`["23.7","24.3"]`, `{"id":"x","type":"collection","href":"/versions","items":["23.7","24.3"]}`} {
		client := clientOver(func(req *http.Request) (*http.Response, error) { return reply(req, 200, body), nil })
		versions, resp, err := client.DataPlatformMetaDataApi.VersionsGet(t.Context()).Execute()
		require.NoError(t, err)
		require.Equal(t, []string{"23.7", "24.3"}, *versions.Items)
		require.Equal(t, "VersionsGet", resp.Operation)
	}
}

func TestWhatWeDoNotKnowIsKept(t *testing.T) {
	const body = `{"id":"` + testNodePoolID + `","newField":{"a":1},"metadata":{"state":"NEW_STATE"},"properties":{"name":"p","availabilityZone":"ZONE_9","storageType":"NVME"}}`
	client := clientOver(func(req *http.Request) (*http.Response, error) { return reply(req, 200, body), nil })
	pool, resp, err := client.DataPlatformNodePoolApi.GetClusterNodepool(t.Context(), testClusterID, testNodePoolID).Execute()
	require.NoError(t, err)
	require.Equal(t, AvailabilityZone("ZONE_9"), *pool.Properties.AvailabilityZone)
	require.Equal(t, "NEW_STATE", *pool.Metadata.State)
	require.Contains(t, string(resp.Payload), `"newField":{"a":1}`)
	again, err := json.Marshal(pool)
	require.NoError(t, err)
	require.JSONEq(t, `{"id":"`+testNodePoolID+`","metadata":{"state":"NEW_STATE"},"properties":{"name":"p","availabilityZone":"ZONE_9","storageType":"NVME"}}`, string(again))
}

func FuzzAnswer(f *testing.F) {
	f.Add(200, "application/json", []byte(clusterJSON))
	f.Add(200, "", []byte("null"))
	f.Add(404, "text/html", []byte("<html>"))
	f.Add(503, "application/json", []byte(`{"httpStatus":503,"messages":[{"message":"later"},null,{}]}`))
	f.Add(302, "", []byte(nil))
	f.Fuzz(func(t *testing.T, status int, contentType string, body []byte) {
		if status < 200 || status > 599 {
			return
		}
		client := clientOver(func(req *http.Request) (*http.Response, error) {
			return reply(req, status, string(body), "Content-Type", contentType), nil
		}, func(cfg *Configuration) { cfg.MaxRetries = 1 })
		_, resp, err := client.DataPlatformClusterApi.GetCluster(t.Context(), testClusterID).Execute()
		if err != nil {
			var apiError GenericOpenAPIError
			if !errors.As(err, &apiError) || apiError.StatusCode() != status || !bytes.Equal(apiError.Body(), body) {
				t.Fatalf("%d %q %q: %v", status, contentType, body, err)
			}
		}
		if !bytes.Equal(resp.Payload, body) {
			t.Fatalf("payload %q, want %q", resp.Payload, body)
		}
	})
}
