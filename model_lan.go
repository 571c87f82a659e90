// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// Lan: LAN that worker nodes are attached to.
type Lan struct {
	// Identifier of a LAN that exists in the data center. Required.
	LanId *string `json:"lanId"`
	// Whether the nodes get their addresses in the LAN by DHCP. Default: true.
	Dhcp *bool `json:"dhcp,omitempty"`
	// Further routes through the LAN.
	Routes *[]Route `json:"routes,omitempty"`
}

// NewLan returns a Lan with what is required. Dhcp is left to the service,
// whose default is true.
func NewLan(lanId string) *Lan {
	return &Lan{
		LanId: &lanId,
	}
}

// NewLanWithDefaults returns a Lan with nothing set: it has no defaults.
func NewLanWithDefaults() *Lan {
	return &Lan{}
}

// GetLanId returns LanId, nil if it is not set.
func (o *Lan) GetLanId() *string {
	if o == nil {
		return nil
	}
	return o.LanId
}

// GetLanIdOk returns LanId, nil if it is not set, and true unless o is nil.
func (o *Lan) GetLanIdOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.LanId, true
}

// SetLanId sets LanId: Identifier of a LAN that exists in the data center.
// Required.
func (o *Lan) SetLanId(v string) {
	o.LanId = &v
}

// HasLanId tells whether LanId is set.
func (o *Lan) HasLanId() bool {
	return o != nil && o.LanId != nil
}

// GetDhcp returns Dhcp, nil if it is not set.
func (o *Lan) GetDhcp() *bool {
	if o == nil {
		return nil
	}
	return o.Dhcp
}

// GetDhcpOk returns Dhcp, nil if it is not set, and true unless o is nil.
func (o *Lan) GetDhcpOk() (*bool, bool) {
	if o == nil {
		return nil, false
	}
	return o.Dhcp, true
}

// SetDhcp sets Dhcp: Whether the nodes get their addresses in the LAN by
// DHCP. Default: true.
func (o *Lan) SetDhcp(v bool) {
	o.Dhcp = &v
}

// HasDhcp tells whether Dhcp is set.
func (o *Lan) HasDhcp() bool {
	return o != nil && o.Dhcp != nil
}

// GetRoutes returns Routes, nil if it is not set.
func (o *Lan) GetRoutes() *[]Route {
	if o == nil {
		return nil
	}
	return o.Routes
}

// GetRoutesOk returns Routes, nil if it is not set, and true unless o is nil.
func (o *Lan) GetRoutesOk() (*[]Route, bool) {
	if o == nil {
		return nil, false
	}
	return o.Routes, true
}

// SetRoutes sets Routes: Further routes through the LAN.
func (o *Lan) SetRoutes(v []Route) {
	o.Routes = &v
}

// HasRoutes tells whether Routes is set.
func (o *Lan) HasRoutes() bool {
	return o != nil && o.Routes != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *Lan) Validate() error { return validate(o) }

func (o *Lan) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("lanId", o.LanId != nil)
	checkModels(v, "routes", o.Routes)
}

// MarshalJSON encodes the fields that are set.
func (o Lan) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *Lan) encode(e *encoder) {
	writeString(e, "lanId", o.LanId)
	e.bool("dhcp", o.Dhcp)
	writeModels(e, "routes", o.Routes)
}

func (o *Lan) scan(s *scanner) {
	for key, more := s.firstKey(); more; key, more = s.nextKey() {
		switch string(key) {
		case "lanId":
			scanString(s, &o.LanId)
		case "dhcp":
			scanBool(s, &o.Dhcp)
		case "routes":
			scanModels(s, &o.Routes)
		default:
			s.unknown(key, "lanId dhcp routes")
		}
	}
}

func (o *Lan) clear() { *o = Lan{} }

// NullableLan is a Lan that can be null, or not be there at all.
type NullableLan nullable[*Lan]

// NewNullableLan returns a set value; nil makes it null.
func NewNullableLan(val *Lan) *NullableLan {
	return &NullableLan{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableLan) Get() *Lan { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableLan) Set(val *Lan) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableLan) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableLan) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableLan) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableLan) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
