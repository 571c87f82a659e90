package ionoscloud

// The difference between a cluster and what is wanted of it.

import (
	"net/netip"
	"slices"
	"strings"
)

// DiffCluster compares a cluster with the order that would make it anew, and
// tells what is different and how to change it.
//
// What want leaves unset is as the service would have it: DHCP on; no LANs and
// no routes; any version and any maintenance window, since the service chooses
// those. LANs and their routes are sets, in which order means nothing; networks
// and addresses are compared as such, not as text. A patch replaces lans as a
// whole.
//
// Only a replacement changes datacenterId, and dataPlatformVersion where the
// cluster's availableUpgradeVersions do not have the one that is wanted.
func DiffCluster(have ClusterResponseData, want CreateClusterProperties) ClusterDiff {
	var (
		d        ClusterDiff
		is       = ToValue(have.Properties)
		metadata = ToValue(have.Metadata)
	)
	if d.compare("name", ToValue(is.Name) == ToValue(want.Name) || want.Name == nil, is.Name, want.Name, false) {
		d.Patch.Name = want.Name
	}
	version := is.DataPlatformVersion
	if version == nil {
		version = metadata.CurrentDataPlatformVersion
	}
	same := want.DataPlatformVersion == nil || ToValue(version) == *want.DataPlatformVersion
	unreachable := !same && metadata.AvailableUpgradeVersions != nil &&
		!slices.Contains(*metadata.AvailableUpgradeVersions, *want.DataPlatformVersion)
	if d.compare("dataPlatformVersion", same, version, want.DataPlatformVersion, unreachable) && !unreachable {
		d.Patch.DataPlatformVersion = want.DataPlatformVersion
	}
	d.compare("datacenterId", want.DatacenterId == nil || sameID(ToValue(is.DatacenterId)) == sameID(*want.DatacenterId),
		is.DatacenterId, want.DatacenterId, true)
	if d.compare("maintenanceWindow", sameWindow(is.MaintenanceWindow, want.MaintenanceWindow),
		is.MaintenanceWindow, want.MaintenanceWindow, false) {
		d.Patch.MaintenanceWindow = want.MaintenanceWindow
	}
	if d.compare("lans", sameSet(ToValue(is.Lans), ToValue(want.Lans), lanKey), is.Lans, want.Lans, false) {
		lans := SliceToValueDefault(want.Lans)
		d.Patch.Lans = &lans
	}
	return d
}

// lanKey is the same for LANs that mean the same.
func lanKey(lan Lan) string {
	dhcp := "dhcp"
	if lan.Dhcp != nil && !*lan.Dhcp {
		dhcp = "static"
	}
	routes := keys(ToValue(lan.Routes), routeKey)
	return ToValue(lan.LanId) + "\x00" + dhcp + "\x00" + strings.Join(routes, "\x00")
}

func routeKey(route Route) string {
	network := ToValue(route.Network)
	if prefix, err := netip.ParsePrefix(network); err == nil {
		network = prefix.Masked().String()
	}
	gateway := ToValue(route.Gateway)
	if address, err := netip.ParseAddr(gateway); err == nil {
		gateway = address.String()
	}
	return network + " via " + gateway
}

// sameSet compares two lists in which neither order nor repetition means
// anything.
func sameSet[T any](have, want []T, key func(T) string) bool {
	return slices.Equal(keys(have, key), keys(want, key))
}

// keys are the keys of all, sorted, each once.
func keys[T any](all []T, key func(T) string) []string {
	made := make([]string, len(all))
	for i, each := range all {
		made[i] = key(each)
	}
	slices.Sort(made)
	return slices.Compact(made)
}
