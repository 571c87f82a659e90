// Kubeconfig: what Kubernetes' own client makes of it.

package integration

import (
	"crypto/x509"
	"encoding/pem"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// kubeconfigOf creates a cluster and reads its kubeconfig.
func kubeconfigOf(t *testing.T, options ...dataplatformtest.Option) (id, text string) {
	server := dataplatformtest.NewServer(t, options...)
	client := ionoscloud.NewAPIClient(ionoscloud.NewConfiguration("user", "password", "", server.URL))
	order := ionoscloud.NewCreateClusterRequest(*ionoscloud.NewCreateClusterProperties("lake", datacenter))
	created, _, err := client.DataPlatformClusterApi.CreateCluster(t.Context()).CreateClusterRequest(*order).Execute()
	require.NoError(t, err)
	text, _, err = client.DataPlatformClusterApi.GetClusterKubeconfig(t.Context(), *created.Id).Execute()
	require.NoError(t, err)
	return *created.Id, text
}

func TestKubeconfigForClientGo(t *testing.T) {
	t.Parallel()
	_, text := kubeconfigOf(t)
	loaded, err := clientcmd.Load([]byte(text))
	require.NoError(t, err)
	require.NoError(t, clientcmd.Validate(*loaded))
	config := clientcmd.NewDefaultClientConfig(*loaded, &clientcmd.ConfigOverrides{})
	namespace, _, err := config.Namespace()
	require.NoError(t, err)
	require.Equal(t, "default", namespace)

	access, err := config.ClientConfig()
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(access.Host, "https://"), access.Host)
	require.NotEmpty(t, access.BearerToken)
	require.False(t, access.Insecure)
	block, _ := pem.Decode(access.CAData)
	require.NotNil(t, block, "the authority is PEM")
	authority, err := x509.ParseCertificate(block.Bytes)
	require.NoError(t, err)
	require.True(t, authority.IsCA)

	_, other := kubeconfigOf(t)
	require.NotEqual(t, text, other, "secrets are made for each API")
}

// TestKubeconfigForKubectl takes part where kubectl is installed.
func TestKubeconfigForKubectl(t *testing.T) {
	t.Parallel()
	kubectl, err := exec.LookPath("kubectl")
	if err != nil {
		t.Log("kubectl can't be had here, so it doesn't take part:", err)
		return
	}
	_, text := kubeconfigOf(t)
	path := filepath.Join(t.TempDir(), "kubeconfig.json")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	out, err := exec.CommandContext(t.Context(), kubectl, "--kubeconfig", path, "config", "view", "--minify",
		"-o", "jsonpath={.contexts[0].context.namespace} {.users[0].user.token}").CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.True(t, strings.HasPrefix(string(out), "default "), "%s", out)
}

// TestKubernetesBehindKubeconfig puts a Kubernetes API behind a cluster, and
// Kubernetes' client gets there with nothing but the kubeconfig.
func TestKubernetesBehindKubeconfig(t *testing.T) {
	t.Parallel()
	tokens := make(chan string, 1)
	kubernetes := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tokens <- r.Header.Get("Authorization")
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"gitVersion":"v1.35.0"}`)
	}))
	t.Cleanup(kubernetes.Close)
	authority := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: kubernetes.Certificate().Raw})
	asked := make(chan string, 1)
	id, text := kubeconfigOf(t, dataplatformtest.WithKubernetes(
		func(c dataplatformtest.KubernetesCluster) (dataplatformtest.KubernetesAccess, error) {
			asked <- c.ID
			return dataplatformtest.KubernetesAccess{Server: kubernetes.URL, Authority: authority, Token: "of-kubernetes"}, nil
		}))
	require.Equal(t, id, <-asked)

	config, err := clientcmd.RESTConfigFromKubeConfig([]byte(text))
	require.NoError(t, err)
	client, err := rest.HTTPClientFor(config)
	require.NoError(t, err)
	response, err := client.Get(config.Host + "/version")
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	require.Equal(t, 200, response.StatusCode)
	require.Equal(t, "Bearer of-kubernetes", <-tokens)
	client.CloseIdleConnections()
}
