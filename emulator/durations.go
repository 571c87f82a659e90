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
func durations(speed string, exceptions list) (dataplatformtest.Durations, error) {
	d := speeds[speed]
	fields := map[string]*time.Duration{
		"cluster.create": &d.ClusterDeploying, "cluster.update": &d.ClusterUpdating, "cluster.delete": &d.ClusterDestroying,
		"nodepool.create": &d.NodePoolDeploying, "nodepool.update": &d.NodePoolUpdating, "nodepool.delete": &d.NodePoolDestroying,
		"terminated": &d.Terminated, "scaling": &d.Scaling, "maintenance": &d.Maintenance,
	}
	for _, exception := range exceptions {
		key, text, given := strings.Cut(exception, "=")
		if !given {
			return d, fmt.Errorf("--duration: is %q, must be KIND.ACTION=TIME, like cluster.create=90s", exception)
		}
		field, known := fields[key]
		if !known {
			return d, fmt.Errorf("--duration: there is no duration %q, only %s", key,
				strings.Join(slices.Sorted(maps.Keys(fields)), ", "))
		}
		if err := (*lasting)(field).UnmarshalText([]byte(text)); err != nil {
			return d, fmt.Errorf("--duration: %s %w", key, err)
		}
	}
	return d, nil
}
