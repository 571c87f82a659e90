// Command additions uses what the tests have added to the description, the way
// a program would. It says "ok" when all of it works.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"time"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
)

const clusterID = "0b2a7a1e-6f0e-4e7e-9d2c-5a3f3f1f6c11"

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("ok")
}

func run() error {
	var asked, sent string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		asked, sent = r.Method+" "+r.URL.String(), string(body)
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusAccepted)
		_, _ = w.Write(body)
	}))
	defer server.Close()
	client := ionoscloud.NewAPIClient(ionoscloud.NewConfiguration("", "", "token", server.URL))
	api := client.DataPlatformClusterApi

	backup := ionoscloud.NewBackup(ionoscloud.BACKUPKIND_HALF_WAY, time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC), "backup")
	backup.SetLimitNil()
	backup.SetTargets([]string{"bucket"})
	backup.SetFurtherKinds([]ionoscloud.BackupKind{"new", ionoscloud.BACKUPKIND_FULL})
	backup.SetRates(ionoscloud.BackupRates{Low: ionoscloud.ToPtr(0.5), High: ionoscloud.ToPtr(1.5)})
	answer, _, err := api.CreateClusterBackup(context.Background(), clusterID).DryRun(true).Keep(30).Label("a").Backup(*backup).Execute()
	// The unknown kind is refused before it is sent.
	var invalid *ionoscloud.ValidationError
	if !errors.As(err, &invalid) || len(invalid.Fields) != 1 || invalid.Fields[0].Path != "further_kinds[0]" {
		return fmt.Errorf("the unknown kind: %v", err)
	}
	backup.SetFurtherKinds([]ionoscloud.BackupKind{ionoscloud.BACKUPKIND_FULL})
	for _, call := range []func() (ionoscloud.Backup, *ionoscloud.APIResponse, error){
		api.CreateClusterBackup(context.Background(), clusterID).DryRun(true).Keep(30).Label("a").Backup(*backup).Execute,
		api.ClustersBackupsPost(context.Background(), clusterID).DryRun(true).Keep(30).Label("a").Backup(*backup).Execute,
	} {
		answer, _, err = call()
		if err != nil {
			return err
		}
		if want := "POST /dataplatform/clusters/" + clusterID + "/backups?dry-run=true&keep=30&label=a"; asked != want {
			return fmt.Errorf("asked %s, want %s", asked, want)
		}
		want := `{"kind":"half-way","createdAt":"2026-03-01T08:00:00Z","type":"backup","targets":["bucket"],"further_kinds":["FULL"],` +
			`"encrypted":true,"ratio":1.5,"rates":{"low":0.5,"high":1.5},"limit":null}`
		if sent != want {
			return fmt.Errorf("sent %s, want %s", sent, want)
		}
		if !answer.IsLimitNil() || *answer.Kind != ionoscloud.BACKUPKIND_HALF_WAY || !answer.GetCreatedAt().Equal(*backup.GetCreatedAt()) {
			return fmt.Errorf("answered %+v", answer)
		}
	}

	backup.SetRates(ionoscloud.BackupRates{Low: ionoscloud.ToPtr(2.5), High: ionoscloud.ToPtr(1.5)})
	backup.SetTargets([]string{"x", "bucket", "third"})
	backup.SetType("tape")
	backup.SetRatio(0.25)
	backup.SetSize(1 << 50)
	if !errors.As(backup.Validate(), &invalid) || len(invalid.Fields) != 6 {
		return fmt.Errorf("validated: %v", backup.Validate())
	}

	if err := quotas(); err != nil {
		return err
	}

	var cluster ionoscloud.Cluster
	if err := json.Unmarshal([]byte(`{"costCenter":"42"}`), &cluster); err != nil {
		return err
	}
	if encoded, _ := json.Marshal(cluster); string(encoded) != `{"costCenter":"42"}` || !cluster.HasCostCenter() {
		return fmt.Errorf("the new field: %s", encoded)
	}
	return nil
}

// quotas calls a service that is new, for models that are.
func quotas() error {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"items":[{"name":"nodes","limit":5000000000}],"kinds":["FULL","new"],"since":"2026-03-01T08:00:00Z","strict":true,"rates":{"low":0.5}}`)
	}))
	defer server.Close()
	client := ionoscloud.NewAPIClient(ionoscloud.NewConfiguration("", "", "token", server.URL))
	answer, _, err := client.DataPlatformQuotaApi.GetQuotas(context.Background()).Execute()
	if err != nil {
		return err
	}
	first := (*answer.Items)[0]
	if *first.Name != "nodes" || *first.Limit != 5_000_000_000 || (*answer.Kinds)[1] != "new" ||
		answer.GetSince().Year() != 2026 || !*answer.Strict || *answer.Rates.Low != 0.5 {
		return fmt.Errorf("answered %+v", answer)
	}
	return nil
}
