package dataplatformtest_test

import (
	"fmt"
	"net/http"

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
