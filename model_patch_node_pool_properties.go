// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// PatchNodePoolProperties: Properties of a node pool that are to be changed.
// What is left out stays as it is.
//
// An explicit null for AutoScaling is made by SetAutoScalingNil.
type PatchNodePoolProperties struct {
	// Number of nodes in the pool. At least 1.
	NodeCount *int32 `json:"nodeCount,omitempty"`
	// Weekly time at which the service may maintain the resource. The time zone
	// and the length are not stated.
	MaintenanceWindow *MaintenanceWindow `json:"maintenanceWindow,omitempty"`
	// Kubernetes labels of the nodes, strings by their names.
	Labels *map[string]interface{} `json:"labels,omitempty"`
	// Kubernetes annotations of the nodes, strings by their names.
	Annotations *map[string]interface{} `json:"annotations,omitempty"`
	// Bounds of auto-scaling. An explicit `null` switches auto-scaling off;
	// leaving it out keeps it as it is.
	AutoScaling     *AutoScaling `json:"autoScaling,omitempty"`
	autoScalingNull bool         // null was said
}

// NewPatchNodePoolProperties returns a PatchNodePoolProperties with nothing
// set: nothing is required and there are no defaults.
func NewPatchNodePoolProperties() *PatchNodePoolProperties {
	return NewPatchNodePoolPropertiesWithDefaults()
}

// NewPatchNodePoolPropertiesWithDefaults returns a PatchNodePoolProperties
// with nothing set: it has no defaults.
func NewPatchNodePoolPropertiesWithDefaults() *PatchNodePoolProperties {
	return &PatchNodePoolProperties{}
}

// GetNodeCount returns NodeCount, nil if it is not set.
func (o *PatchNodePoolProperties) GetNodeCount() *int32 {
	if o == nil {
		return nil
	}
	return o.NodeCount
}

// GetNodeCountOk returns NodeCount, nil if it is not set, and true unless o is nil.
func (o *PatchNodePoolProperties) GetNodeCountOk() (*int32, bool) {
	if o == nil {
		return nil, false
	}
	return o.NodeCount, true
}

// SetNodeCount sets NodeCount: Number of nodes in the pool. At least 1.
func (o *PatchNodePoolProperties) SetNodeCount(v int32) {
	o.NodeCount = &v
}

// HasNodeCount tells whether NodeCount is set.
func (o *PatchNodePoolProperties) HasNodeCount() bool {
	return o != nil && o.NodeCount != nil
}

// GetMaintenanceWindow returns MaintenanceWindow, nil if it is not set.
func (o *PatchNodePoolProperties) GetMaintenanceWindow() *MaintenanceWindow {
	if o == nil {
		return nil
	}
	return o.MaintenanceWindow
}

// GetMaintenanceWindowOk returns MaintenanceWindow, nil if it is not set, and true unless o is nil.
func (o *PatchNodePoolProperties) GetMaintenanceWindowOk() (*MaintenanceWindow, bool) {
	if o == nil {
		return nil, false
	}
	return o.MaintenanceWindow, true
}

// SetMaintenanceWindow sets MaintenanceWindow: Weekly time at which the
// service may maintain the resource. The time zone and the length are not
// stated.
func (o *PatchNodePoolProperties) SetMaintenanceWindow(v MaintenanceWindow) {
	o.MaintenanceWindow = &v
}

// HasMaintenanceWindow tells whether MaintenanceWindow is set.
func (o *PatchNodePoolProperties) HasMaintenanceWindow() bool {
	return o != nil && o.MaintenanceWindow != nil
}

// GetLabels returns Labels, nil if it is not set.
func (o *PatchNodePoolProperties) GetLabels() *map[string]interface{} {
	if o == nil {
		return nil
	}
	return o.Labels
}

// GetLabelsOk returns Labels, nil if it is not set, and true unless o is nil.
func (o *PatchNodePoolProperties) GetLabelsOk() (*map[string]interface{}, bool) {
	if o == nil {
		return nil, false
	}
	return o.Labels, true
}

// SetLabels sets Labels: Kubernetes labels of the nodes, strings by their
// names.
func (o *PatchNodePoolProperties) SetLabels(v map[string]interface{}) {
	o.Labels = &v
}

// HasLabels tells whether Labels is set.
func (o *PatchNodePoolProperties) HasLabels() bool {
	return o != nil && o.Labels != nil
}

// GetAnnotations returns Annotations, nil if it is not set.
func (o *PatchNodePoolProperties) GetAnnotations() *map[string]interface{} {
	if o == nil {
		return nil
	}
	return o.Annotations
}

// GetAnnotationsOk returns Annotations, nil if it is not set, and true unless o is nil.
func (o *PatchNodePoolProperties) GetAnnotationsOk() (*map[string]interface{}, bool) {
	if o == nil {
		return nil, false
	}
	return o.Annotations, true
}

// SetAnnotations sets Annotations: Kubernetes annotations of the nodes,
// strings by their names.
func (o *PatchNodePoolProperties) SetAnnotations(v map[string]interface{}) {
	o.Annotations = &v
}

// HasAnnotations tells whether Annotations is set.
func (o *PatchNodePoolProperties) HasAnnotations() bool {
	return o != nil && o.Annotations != nil
}

// GetAutoScaling returns AutoScaling, nil if it is not set.
func (o *PatchNodePoolProperties) GetAutoScaling() *AutoScaling {
	if o == nil {
		return nil
	}
	return o.AutoScaling
}

// GetAutoScalingOk returns AutoScaling, nil if it is not set, and true unless o is nil.
func (o *PatchNodePoolProperties) GetAutoScalingOk() (*AutoScaling, bool) {
	if o == nil {
		return nil, false
	}
	return o.AutoScaling, true
}

// SetAutoScaling sets AutoScaling: Bounds of auto-scaling. An explicit `null`
// switches auto-scaling off; leaving it out keeps it as it is.
func (o *PatchNodePoolProperties) SetAutoScaling(v AutoScaling) {
	o.AutoScaling = &v
	o.autoScalingNull = false
}

// HasAutoScaling tells whether AutoScaling is set.
func (o *PatchNodePoolProperties) HasAutoScaling() bool {
	return o != nil && o.AutoScaling != nil
}

// SetAutoScalingNil makes AutoScaling an explicit null, which is not the same
// as leaving it out. It holds until SetAutoScaling or UnsetAutoScaling is
// called: a value that is assigned to the field goes before it, a nil does
// not take it back.
func (o *PatchNodePoolProperties) SetAutoScalingNil() {
	o.AutoScaling, o.autoScalingNull = nil, true
}

// UnsetAutoScaling takes AutoScaling away, an explicit null too.
func (o *PatchNodePoolProperties) UnsetAutoScaling() {
	o.AutoScaling, o.autoScalingNull = nil, false
}

// IsAutoScalingNil tells whether AutoScaling is an explicit null.
func (o *PatchNodePoolProperties) IsAutoScalingNil() bool {
	return o != nil && o.AutoScaling == nil && o.autoScalingNull
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *PatchNodePoolProperties) Validate() error { return validate(o) }

func (o *PatchNodePoolProperties) validate(v *violations) {
	if o == nil {
		return
	}
	checkAtLeast(v, "nodeCount", o.NodeCount, 1)
	v.inside("maintenanceWindow", o.MaintenanceWindow)
	v.inside("autoScaling", o.AutoScaling)
}

// MarshalJSON encodes the fields that are set.
func (o PatchNodePoolProperties) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *PatchNodePoolProperties) encode(e *encoder) {
	e.int32("nodeCount", o.NodeCount)
	if o.MaintenanceWindow != nil {
		e.model("maintenanceWindow", o.MaintenanceWindow)
	}
	e.anyMap("labels", o.Labels)
	e.anyMap("annotations", o.Annotations)
	if o.AutoScaling != nil {
		e.model("autoScaling", o.AutoScaling)
	}
	if o.IsAutoScalingNil() {
		e.null("autoScaling")
	}
}

// UnmarshalJSON remembers an explicit null of AutoScaling.
func (o *PatchNodePoolProperties) UnmarshalJSON(data []byte) error {
	type plain PatchNodePoolProperties // without this method
	if err := json.Unmarshal(data, (*plain)(o)); err != nil {
		return err
	}
	var given struct {
		AutoScaling json.RawMessage `json:"autoScaling"`
	}
	if err := json.Unmarshal(data, &given); err != nil {
		return err
	}
	if given.AutoScaling != nil {
		o.autoScalingNull = isNull(given.AutoScaling)
	}
	return nil
}

// NullablePatchNodePoolProperties is a PatchNodePoolProperties that can be
// null, or not be there at all.
type NullablePatchNodePoolProperties nullable[*PatchNodePoolProperties]

// NewNullablePatchNodePoolProperties returns a set value; nil makes it null.
func NewNullablePatchNodePoolProperties(val *PatchNodePoolProperties) *NullablePatchNodePoolProperties {
	return &NullablePatchNodePoolProperties{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullablePatchNodePoolProperties) Get() *PatchNodePoolProperties { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullablePatchNodePoolProperties) Set(val *PatchNodePoolProperties) {
	v.value, v.isSet = val, true
}

// IsSet tells whether there is a value or an explicit null.
func (v NullablePatchNodePoolProperties) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullablePatchNodePoolProperties) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullablePatchNodePoolProperties) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullablePatchNodePoolProperties) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
