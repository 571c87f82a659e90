// Draining: clients that send everything before they listen hear why they were
// refused.

package dataplatformtest

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// sendAll writes a request and looks for the answer only then, as Python's
// http.client does.
func sendAll(t *testing.T, connection net.Conn, header string, body []byte) *http.Response {
	t.Helper()
	_, err := io.WriteString(connection, header)
	require.NoError(t, err)
	_, err = connection.Write(body)
	require.NoError(t, err, "the connection is cut before the answer can be read")
	response, err := http.ReadResponse(bufio.NewReader(connection), nil)
	require.NoError(t, err)
	_, err = io.ReadAll(response.Body)
	require.NoError(t, err)
	return response
}

func TestLargeBodiesAreAnswered(t *testing.T) {
	t.Parallel()
	srv := NewServer(t)
	address := strings.TrimSuffix(strings.TrimPrefix(srv.URL, "http://"), basePath)
	admin := httptest.NewServer(srv.API.Admin())
	t.Cleanup(admin.Close)
	body := bytes.Repeat([]byte(" "), 32<<20)
	for name, test := range map[string]struct {
		head string
		want int
	}{
		"too large":             {"POST /dataplatform/clusters HTTP/1.1\r\nAuthorization: Bearer token", 413},
		"of a stranger":         {"POST /dataplatform/clusters HTTP/1.1\r\nAuthorization: Bearer x", 401},
		"no route":              {"POST /dataplatform/nothing HTTP/1.1\r\nAuthorization: Bearer token", 404},
		"no method":             {"PUT /dataplatform/clusters HTTP/1.1\r\nAuthorization: Bearer token", 405},
		"to the administration": {"POST /faults HTTP/1.1\r\nContent-Type: application/json", 413},
		"no JSON":               {"POST /dataplatform/clusters HTTP/1.1\r\nAuthorization: Bearer token\r\nContent-Type: text/plain", 415},
	} {
		t.Run(name, func(t *testing.T) {
			address, again := address, "/dataplatform/versions"
			if strings.Contains(test.head, "/faults") {
				address, again = admin.Listener.Addr().String(), "/faults"
			}
			connection, err := net.Dial("tcp", address)
			require.NoError(t, err)
			defer connection.Close()
			require.NoError(t, connection.SetDeadline(time.Now().Add(30*time.Second)))
			head := fmt.Sprintf("%s\r\nHost: x\r\nContent-Length: %d\r\n\r\n", test.head, len(body))
			require.Equal(t, test.want, sendAll(t, connection, head, body).StatusCode)
			head = "GET " + again + " HTTP/1.1\r\nAuthorization: Bearer token\r\nHost: x\r\n\r\n"
			require.Equal(t, 200, sendAll(t, connection, head, nil).StatusCode, "the connection is good for more")
		})
	}
}

// TestLargeBodiesMeetFaults is about faults that answer in the API's place, and
// those that need the body before the API does.
func TestLargeBodiesMeetFaults(t *testing.T) {
	t.Parallel()
	srv := NewServer(t)
	body := bytes.Repeat([]byte(" "), 8<<20)
	for _, test := range []struct {
		fault Fault
		want  int
	}{
		{Fault{Kind: FaultStatus, Status: 503}, 503},
		{Fault{Kind: FaultLatency, Latency: 1}, 413},
		{Fault{Kind: FaultDuplicate}, 413},
	} {
		srv.API.Faults().Clear()
		_, err := srv.API.Faults().Add(test.fault)
		require.NoError(t, err)
		connection, err := net.Dial("tcp", strings.TrimSuffix(strings.TrimPrefix(srv.URL, "http://"), basePath))
		require.NoError(t, err)
		require.NoError(t, connection.SetDeadline(time.Now().Add(30*time.Second)))
		head := fmt.Sprintf("POST /dataplatform/clusters HTTP/1.1\r\nAuthorization: Bearer token\r\nHost: x\r\nContent-Length: %d\r\n\r\n", len(body))
		require.Equal(t, test.want, sendAll(t, connection, head, body).StatusCode, test.fault.Kind)
		require.NoError(t, connection.Close())
	}
}

// TestLargeBodiesAreNotAskedFor is about clients that ask before they send.
func TestLargeBodiesAreNotAskedFor(t *testing.T) {
	t.Parallel()
	srv := NewServer(t)
	for _, token := range []string{"token", "x"} {
		connection, err := net.Dial("tcp", strings.TrimSuffix(strings.TrimPrefix(srv.URL, "http://"), basePath))
		require.NoError(t, err)
		require.NoError(t, connection.SetDeadline(time.Now().Add(30*time.Second)))
		response := sendAll(t, connection, "POST /dataplatform/clusters HTTP/1.1\r\nAuthorization: Bearer "+token+
			"\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 33554432\r\n\r\n", nil)
		require.Equal(t, map[string]int{"token": 413, "x": 401}[token], response.StatusCode)
		require.NoError(t, connection.Close())
	}
}
