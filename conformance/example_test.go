package conformance_test

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
)

// newClient plugs in a client that knows one operation and no rules.
func newClient(s conformance.Settings) (conformance.Client, error) {
	return conformance.ClientFunc(func(ctx context.Context, call conformance.Call) conformance.Result {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+"/clusters/"+call.ClusterID, nil)
		if err != nil {
			return conformance.Result{Err: err}
		}
		req.Header.Set("Authorization", "Bearer "+s.Token)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			return conformance.Result{Err: err}
		}
		// Forgetting to close the body opens a connection for each call.
		return conformance.Result{Status: resp.StatusCode}
	}), nil
}

func ExampleRun() {
	ctx := context.Background()
	rules, err := conformance.Select("connections-are-*")
	if err != nil {
		fmt.Println(err)
		return
	}
	adapter := conformance.Adapter{Name: "mine", New: newClient}
	report := conformance.Run(ctx, adapter, rules...)
	for _, result := range report.Results {
		fmt.Println(result.Rule.Name, result.Outcome)
		fmt.Println(result.Problems)
	}
	// Output:
	// connections-are-reused FAIL
	// [expected 1 connection for 20 calls in a row; saw 20]
}

func ExampleProgram() {
	ctx := context.Background()
	adapter, err := conformance.Program(ctx, "python3", "my_client.py")
	if err != nil {
		fmt.Println(err)
		return
	}
	report := conformance.Run(ctx, adapter)
	fmt.Println(report.OK())
}

func ExampleReport_WriteText() {
	report := conformance.Report{Client: "mine", Results: []conformance.RuleResult{{
		Rule: conformance.Rules()[0], Outcome: conformance.Failed,
		Problems: []conformance.Problem{{
			Expected: "1 connection for 20 calls in a row", Seen: "20",
			Requests: []string{"0 ms: GET /dataplatform/clusters -> 200"},
		}},
	}}}
	err := report.WriteText(os.Stdout)
	fmt.Println(err)
	// Output:
	// mine: 0 passed, 1 failed, 0 not offered in 0s
	//
	// Connections
	//   FAIL         connections-are-reused
	//                A connection for each call costs a handshake each time and runs a busy program out of ports.
	//                - expected 1 connection for 20 calls in a row; saw 20
	//                    0 ms: GET /dataplatform/clusters -> 200
	// <nil>
}
