// Durations: how long changes take, from --speed and --duration.

package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// speeds are the presets of --speed. "real" is about what the service takes:
// it builds virtual machines.
var speeds = map[string]dataplatformtest.Durations{
	"instant": {},
	"demo": {
		ClusterDeploying: 10 * time.Second, ClusterUpdating: 4 * time.Second, ClusterDestroying: 5 * time.Second,
		NodePoolDeploying: 6 * time.Second, NodePoolUpdating: 3 * time.Second, NodePoolDestroying: 3 * time.Second,
		Terminated: 3 * time.Second, Scaling: 20 * time.Second, Maintenance: 10 * time.Second,
	},
	"real": {
		ClusterDeploying: 20 * time.Minute, ClusterUpdating: 5 * time.Minute, ClusterDestroying: 10 * time.Minute,
		NodePoolDeploying: 12 * time.Minute, NodePoolUpdating: 6 * time.Minute, NodePoolDestroying: 5 * time.Minute,
		Terminated: time.Minute, Scaling: 5 * time.Minute, Maintenance: 30 * time.Minute,
	},
}

// durations are the preset with its exceptions.
func durations(speed string, exceptions map[string]time.Duration) (dataplatformtest.Durations, error) {
	d := speeds[speed]
	fields := map[string]*time.Duration{
		"cluster.create": &d.ClusterDeploying, "cluster.update": &d.ClusterUpdating, "cluster.delete": &d.ClusterDestroying,
		"nodepool.create": &d.NodePoolDeploying, "nodepool.update": &d.NodePoolUpdating, "nodepool.delete": &d.NodePoolDestroying,
		"terminated": &d.Terminated, "scaling": &d.Scaling, "maintenance": &d.Maintenance,
	}
	for _, key := range slices.Sorted(maps.Keys(exceptions)) {
		field, known := fields[key]
		if !known {
			return d, fmt.Errorf("--duration %s: there is no such duration, only %s", key,
				strings.Join(slices.Sorted(maps.Keys(fields)), ", "))
		}
		if exceptions[key] < 0 {
			return d, fmt.Errorf("--duration %s: %s is negative", key, exceptions[key])
		}
		*field = exceptions[key]
	}
	return d, nil
}
