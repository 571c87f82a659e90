// Goclient has a whole conversation with the service: create, list, read, patch,
// await and delete, and the way to Kubernetes. It is built twice, against this
// repository and, with release.mod, against the last release before it, so it
// uses what both have. Where to talk to comes from the environment:
// IONOS_API_URL, IONOS_TOKEN or IONOS_USERNAME and IONOS_PASSWORD, and CA_FILE,
// DATACENTER_ID.
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "goclient:", err)
		os.Exit(1)
	}
	fmt.Println("everything was as it should be")
}

func run() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	client, err := newClient()
	if err != nil {
		return err
	}
	c := &conversation{ctx: ctx, client: client, datacenter: os.Getenv("DATACENTER_ID")}
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"list versions", c.versions},
		{"create a cluster", c.createCluster},
		{"await the cluster", c.awaitCluster},
		{"list clusters", c.listClusters},
		{"patch the cluster", c.patchCluster},
		{"get the kubeconfig", c.kubeconfig},
		{"create a node pool", c.createPool},
		{"await the node pool", c.awaitPool},
		{"list node pools", c.listPools},
		{"patch the node pool", c.patchPool},
		{"delete the node pool", c.deletePool},
		{"delete the cluster", c.deleteCluster},
		{"be refused", c.refused},
		{"work as an infrastructure tool does", func() error { return newProvider(c).steps() }},
		{"work as a command-line tool does", c.commandLine},
	} {
		if err := step.do(); err != nil {
			return fmt.Errorf("%s: %w", step.name, err)
		}
		fmt.Println(step.name)
	}
	return nil
}

// newClient trusts CA_FILE by way of its own HTTP client, as that is what the
// releases offer.
func newClient() (*ionoscloud.APIClient, error) {
	cfg := ionoscloud.NewConfigurationFromEnv()
	transport := &http.Transport{}
	if file := os.Getenv("CA_FILE"); file != "" {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		roots := x509.NewCertPool()
		if !roots.AppendCertsFromPEM(raw) {
			return nil, errors.New("CA_FILE has no certificate")
		}
		transport.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: roots}
	}
	cfg.HTTPClient = &http.Client{Transport: transport}
	return ionoscloud.NewAPIClient(cfg), nil
}
