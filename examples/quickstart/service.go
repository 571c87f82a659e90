// The service that the quickstart talks to: the embedded API or the real one.

package main

import (
	"errors"
	"fmt"
	"time"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// service is a client and what is good to know about the other side.
type service struct {
	client     *ionoscloud.APIClient
	title      string
	datacenter string
	kubernetes bool          // a kubeconfig leads somewhere
	poll       time.Duration // between two looks at a state
	patience   time.Duration // for the whole work
	removal    time.Duration // for removing everything at the end
	close      func()
}

// choose takes the real service when there are credentials for it.
func choose(o options, getenv func(string) string) (*service, error) {
	token := getenv(ionoscloud.IonosTokenEnvVar)
	user, password := getenv(ionoscloud.IonosUsernameEnvVar), getenv(ionoscloud.IonosPasswordEnvVar)
	switch {
	case token == "" && user == "" && password == "":
		return embedded(dataplatformtest.WithDurations(realistic()))
	case token == "" && (user == "" || password == ""):
		return nil, errors.New("IONOS_USERNAME and IONOS_PASSWORD belong together, and one of them is not set")
	case o.datacenter == "":
		return nil, errors.New(`a cluster needs a virtual data center, and none was given.
Name one with -datacenter or IONOS_DATACENTER_ID; the Data Center Designer and
the Cloud API (GET /cloudapi/v6/datacenters) tell the ids of yours.
To try the embedded API instead, unset the credentials`)
	}
	cfg := ionoscloud.NewConfigurationFromEnv()
	title := "the service"
	if len(cfg.Servers) > 0 {
		title += " at " + cfg.Servers[0].URL
	}
	return &service{
		client:     ionoscloud.NewAPIClient(cfg),
		title:      title,
		datacenter: o.datacenter,
		kubernetes: true,
		poll:       10 * time.Second,
		patience:   3 * time.Hour,
		removal:    time.Hour,
		close:      func() {},
	}, nil
}

// realistic answers durations that are short, and yet can be watched.
func realistic() dataplatformtest.Durations {
	return dataplatformtest.Durations{
		ClusterDeploying:   2500 * time.Millisecond,
		ClusterDestroying:  1000 * time.Millisecond,
		NodePoolDeploying:  1500 * time.Millisecond,
		NodePoolUpdating:   1200 * time.Millisecond,
		NodePoolDestroying: 800 * time.Millisecond,
	}
}

// embedded starts an API inside the program.
func embedded(opts ...dataplatformtest.Option) (*service, error) {
	srv, err := dataplatformtest.Start(opts...)
	if err != nil {
		return nil, fmt.Errorf("start the embedded API: %w", err)
	}
	cfg := ionoscloud.NewConfiguration("user", "password", "", srv.URL)
	cfg.HTTPClient = srv.Client()
	return &service{
		client:     ionoscloud.NewAPIClient(cfg),
		title:      "the embedded API at " + srv.URL,
		datacenter: "00000000-0000-4000-8000-000000000001", // any will do
		poll:       100 * time.Millisecond,
		patience:   2 * time.Minute,
		removal:    30 * time.Second,
		close:      srv.Close,
	}, nil
}
