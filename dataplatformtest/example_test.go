package dataplatformtest_test

import (
	"fmt"
	"net/http"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// In a test, NewServer(t, …) is shorter and needs no Close.
func ExampleStart() {
	srv, err := dataplatformtest.Start(dataplatformtest.WithTLS())
	if err != nil {
		fmt.Println(err)
		return
	}
	defer srv.Close()

	request, err := http.NewRequest(http.MethodGet, srv.URL+"/versions", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	request.SetBasicAuth("user", "password")
	response, err := srv.Client().Do(request)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer response.Body.Close()
	fmt.Println(response.Status)
	// Output: 200 OK
}

// A clock of the test's own makes long lives short.
func ExampleWithClock() {
	clock := dataplatformtest.NewManualClock(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC))
	api := dataplatformtest.New(
		dataplatformtest.WithClock(clock),
		dataplatformtest.WithDurations(dataplatformtest.Durations{ClusterDeploying: time.Hour}),
	)
	client := &http.Client{Transport: api.Transport()}
	_ = client // … create a cluster with it: it is DEPLOYING

	clock.Advance(time.Hour)
	// … and now it is AVAILABLE.
}
