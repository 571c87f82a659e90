// The tour: the steps that the quickstart shows, one function each.

package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
)

// tour is one run of the quickstart.
type tour struct {
	*service
	options
	out, errOut io.Writer
	begun       time.Time
	ledger      ledger // what has been created and must be removed
	written     string // the file that holds the kubeconfig
}

func newTour(s *service, o options, out, errOut io.Writer) *tour {
	return &tour{service: s, options: o, out: out, errOut: errOut, begun: time.Now()}
}

// run does the work and then removes what the work has created, whatever became
// of the work.
func (t *tour) run(work, all context.Context) int {
	patient, cancel := context.WithTimeoutCause(work, t.patience, fmt.Errorf("it is not done after %s", t.patience))
	defer cancel()
	t.say("Working with %s.\n", t.title)
	err := t.work(patient, all)
	interrupted := work.Err() != nil
	if err != nil && !interrupted {
		fmt.Fprintln(t.errOut, "quickstart:", err)
	}

	removed := t.removeAll(all)
	interrupted = interrupted || work.Err() != nil
	if t.written != "" {
		t.say("The kubeconfig is still in %s; remove it when you have seen it.", t.written)
	}
	switch {
	case interrupted:
		return exitInterrupted
	case err != nil || !removed:
		return exitError
	}
	t.say("Done after %s.", elapsed(t.begun))
	return exitOK
}

// work is everything but the removal.
func (t *tour) work(ctx, all context.Context) error {
	if err := t.showVersions(ctx); err != nil {
		return err
	}
	cluster, err := t.createCluster(ctx, all)
	if err != nil {
		return err
	}
	pools, err := t.createNodePools(ctx, all, cluster)
	if err != nil {
		return err
	}
	if err := t.list(ctx, cluster); err != nil {
		return err
	}
	if err := t.fetchKubeconfig(ctx, cluster); err != nil {
		return err
	}
	return t.scale(ctx, pools[0], 4)
}

func (t *tour) showVersions(ctx context.Context) error {
	t.say("Versions of the Data Platform:")
	versions, _, err := t.client.DataPlatformMetaDataApi.VersionsGet(ctx).Execute()
	if err != nil {
		return fmt.Errorf("ask for the versions: %w", err)
	}
	t.say("  %s\n", strings.Join(value(versions.Items), ", "))
	return nil
}

func (t *tour) createCluster(ctx, all context.Context) (*item, error) {
	t.say("Creating the cluster %s:", t.name)
	request := *ionoscloud.NewCreateClusterRequest(*ionoscloud.NewCreateClusterProperties(t.name, t.service.datacenter))
	cluster := &item{kind: kindCluster, name: t.name}
	err := t.create(ctx, all, cluster, func(ctx context.Context) (string, *ionoscloud.APIResponse, error) {
		made, response, err := t.client.DataPlatformClusterApi.CreateCluster(ctx).CreateClusterRequest(request).Execute()
		return value(made.Id), response, err
	})
	if err != nil {
		return nil, err
	}
	return cluster, t.awaitAvailable(ctx, cluster)
}

func (t *tour) createNodePools(ctx, all context.Context, cluster *item) ([]*item, error) {
	t.say("Adding two node pools:")
	var pools []*item
	for _, wanted := range []struct {
		name  string
		nodes int32
		label string
	}{
		{"compute", 2, "batch"},
		{"storage", 1, "files"},
	} {
		properties := ionoscloud.NewCreateNodePoolProperties(wanted.name, wanted.nodes)
		properties.SetLabels(map[string]interface{}{"purpose": wanted.label})
		request := *ionoscloud.NewCreateNodePoolRequest(*properties)
		pool := &item{kind: kindNodePool, name: wanted.name, cluster: cluster}
		err := t.create(ctx, all, pool, func(ctx context.Context) (string, *ionoscloud.APIResponse, error) {
			made, response, err := t.client.DataPlatformNodePoolApi.CreateClusterNodepool(ctx, cluster.id).
				CreateNodePoolRequest(request).Execute()
			return value(made.Id), response, err
		})
		if err != nil {
			return nil, err
		}
		pools = append(pools, pool)
	}
	return pools, t.awaitAvailable(ctx, pools...)
}

func (t *tour) list(ctx context.Context, cluster *item) error {
	pools, _, err := t.client.DataPlatformNodePoolApi.GetClusterNodepools(ctx, cluster.id).Execute()
	if err != nil {
		return fmt.Errorf("list the node pools: %w", err)
	}
	t.say("The node pools of the cluster:")
	table := tabwriter.NewWriter(t.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "  NAME\tNODES\tCORES\tRAM\tSTORAGE\tSTATE\tID")
	for _, pool := range value(pools.Items) {
		p := value(pool.Properties)
		fmt.Fprintf(table, "  %s\t%d\t%d\t%d MB\t%d GB %s\t%s\t%s\n", value(p.Name), value(p.NodeCount), value(p.CoresCount),
			value(p.RamSize), value(p.StorageSize), value(p.StorageType), value(value(pool.Metadata).State), value(pool.Id))
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	t.say("")
	return nil
}

func (t *tour) fetchKubeconfig(ctx context.Context, cluster *item) error {
	document, _, err := t.client.DataPlatformClusterApi.GetClusterKubeconfig(ctx, cluster.id).Execute()
	if err != nil {
		return fmt.Errorf("fetch the kubeconfig: %w", err)
	}
	if err := writePrivate(t.kubeconfig, document); err != nil {
		return fmt.Errorf("write the kubeconfig: %w", err)
	}
	t.written = t.kubeconfig
	t.say("The kubeconfig is in %s (mode 0600).", t.kubeconfig)
	if t.kubernetes {
		t.say("While the cluster is there: kubectl --kubeconfig %s get pods", t.kubeconfig)
	}
	t.say("")
	return nil
}

func (t *tour) scale(ctx context.Context, pool *item, nodes int32) error {
	t.say("Scaling the node pool %s to %d nodes:", pool.name, nodes)
	properties := ionoscloud.NewPatchNodePoolProperties()
	properties.SetNodeCount(nodes)
	_, _, err := t.client.DataPlatformNodePoolApi.PatchClusterNodepool(ctx, pool.cluster.id, pool.id).
		PatchNodePoolRequest(*ionoscloud.NewPatchNodePoolRequest(*properties)).Execute()
	if err != nil {
		return fmt.Errorf("scale the node pool %s: %w", pool.name, err)
	}
	return t.awaitAvailable(ctx, pool)
}

func (t *tour) say(format string, args ...any) {
	fmt.Fprintf(t.out, format+"\n", args...)
}

// value is what p points to, or nothing.
func value[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}
