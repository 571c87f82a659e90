package ionoscloud

// The difference between a node pool and what is wanted of it.

// The defaults of the description that differences have to know.
const (
	defaultCoresCount  = 4
	defaultRamSize     = 4096 // MB
	defaultStorageSize = 20   // GB
	chosenByService    = "AUTO"
)

// DiffNodePool compares a node pool with the order that would make it anew, and
// tells what is different and how to change it.
//
// What want leaves unset is as the service would have it: the defaults of the
// description (4 cores, 4096 MB of memory, SSD, 20 GB); no labels, no
// annotations, no auto-scaling; any CPU family, availability zone (AUTO) and
// maintenance window, since the service chooses those. Where auto-scaling is
// wanted, a nodeCount within its bounds is as good as any other. A patch
// replaces labels and annotations as a whole, and switches auto-scaling off with
// an explicit null.
//
// Only a replacement changes name, cpuFamily, coresCount, ramSize,
// availabilityZone, storageType and storageSize.
func DiffNodePool(have NodePoolResponseData, want CreateNodePoolProperties) NodePoolDiff {
	var (
		d  NodePoolDiff
		is = ToValue(have.Properties)
	)
	d.compare("name", want.Name == nil || ToValue(is.Name) == *want.Name, is.Name, want.Name, true)
	if d.compare("nodeCount", sameNodeCount(is, want), is.NodeCount, want.NodeCount, false) {
		d.Patch.NodeCount = want.NodeCount
	}
	d.compare("cpuFamily", sameOrChosen(is.CpuFamily, want.CpuFamily, chosenByService), is.CpuFamily, want.CpuFamily, true)
	d.compare("coresCount", sameValue(is.CoresCount, want.CoresCount, defaultCoresCount), is.CoresCount, want.CoresCount, true)
	d.compare("ramSize", sameValue(is.RamSize, want.RamSize, defaultRamSize), is.RamSize, want.RamSize, true)
	d.compare("availabilityZone", sameOrChosen(is.AvailabilityZone, want.AvailabilityZone, AvailabilityZone(chosenByService)),
		is.AvailabilityZone, want.AvailabilityZone, true)
	d.compare("storageType", sameValue(is.StorageType, want.StorageType, SSD), is.StorageType, want.StorageType, true)
	d.compare("storageSize", sameValue(is.StorageSize, want.StorageSize, defaultStorageSize), is.StorageSize, want.StorageSize, true)
	if d.compare("maintenanceWindow", sameWindow(is.MaintenanceWindow, want.MaintenanceWindow),
		is.MaintenanceWindow, want.MaintenanceWindow, false) {
		d.Patch.MaintenanceWindow = want.MaintenanceWindow
	}
	if d.compare("labels", sameMap(is.Labels, want.Labels), is.Labels, want.Labels, false) {
		d.Patch.Labels = wholeMap(want.Labels)
	}
	if d.compare("annotations", sameMap(is.Annotations, want.Annotations), is.Annotations, want.Annotations, false) {
		d.Patch.Annotations = wholeMap(want.Annotations)
	}
	if d.compare("autoScaling", sameScaling(is.AutoScaling, want.AutoScaling), is.AutoScaling, want.AutoScaling, false) {
		if want.AutoScaling == nil {
			d.Patch.SetAutoScalingNil()
		} else {
			d.Patch.SetAutoScaling(*want.AutoScaling)
		}
	}
	return d
}

// sameOrChosen compares values of which one leaves the choice to the service:
// whatever it chose is then right, and whether it shows its choice or not.
func sameOrChosen[T comparable](have, want *T, choice T) bool {
	return want == nil || *want == choice || sameValue(have, want, choice)
}

func sameNodeCount(is NodePool, want CreateNodePoolProperties) bool {
	if want.NodeCount == nil {
		return true
	}
	count := ToValue(is.NodeCount)
	if s := want.AutoScaling; s != nil && s.MinNodeCount != nil && s.MaxNodeCount != nil &&
		count >= *s.MinNodeCount && count <= *s.MaxNodeCount {
		return true
	}
	return count == *want.NodeCount
}

func sameScaling(have, want *AutoScaling) bool {
	if have == nil || want == nil {
		return have == want
	}
	return ToValue(have.MinNodeCount) == ToValue(want.MinNodeCount) &&
		ToValue(have.MaxNodeCount) == ToValue(want.MaxNodeCount)
}

// wholeMap is what replaces labels or annotations; none is an empty object, as
// null is refused.
func wholeMap(want *map[string]any) *map[string]any {
	if ToValue(want) == nil {
		return &map[string]any{}
	}
	return want
}
