// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// Route: Route through a LAN.
type Route struct {
	// Network that the route leads to, IPv4 or IPv6 in CIDR notation. Required.
	Network *string `json:"network"`
	// IPv4 or IPv6 address of the gateway. Required.
	Gateway *string `json:"gateway"`
}

// NewRoute returns a Route with what is required.
func NewRoute(network string, gateway string) *Route {
	return &Route{
		Network: &network,
		Gateway: &gateway,
	}
}

// NewRouteWithDefaults returns a Route with nothing set: it has no defaults.
func NewRouteWithDefaults() *Route {
	return &Route{}
}

// GetNetwork returns Network, nil if it is not set.
func (o *Route) GetNetwork() *string {
	if o == nil {
		return nil
	}
	return o.Network
}

// GetNetworkOk returns Network, nil if it is not set, and true unless o is nil.
func (o *Route) GetNetworkOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Network, true
}

// SetNetwork sets Network: Network that the route leads to, IPv4 or IPv6 in
// CIDR notation. Required.
func (o *Route) SetNetwork(v string) {
	o.Network = &v
}

// HasNetwork tells whether Network is set.
func (o *Route) HasNetwork() bool {
	return o != nil && o.Network != nil
}

// GetGateway returns Gateway, nil if it is not set.
func (o *Route) GetGateway() *string {
	if o == nil {
		return nil
	}
	return o.Gateway
}

// GetGatewayOk returns Gateway, nil if it is not set, and true unless o is nil.
func (o *Route) GetGatewayOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Gateway, true
}

// SetGateway sets Gateway: IPv4 or IPv6 address of the gateway. Required.
func (o *Route) SetGateway(v string) {
	o.Gateway = &v
}

// HasGateway tells whether Gateway is set.
func (o *Route) HasGateway() bool {
	return o != nil && o.Gateway != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *Route) Validate() error { return validate(o) }

func (o *Route) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("network", o.Network != nil)
	checkString(v, "network", o.Network, ruleNetwork)
	v.require("gateway", o.Gateway != nil)
	checkString(v, "gateway", o.Gateway, ruleGateway)
}

// MarshalJSON encodes the fields that are set.
func (o Route) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *Route) encode(e *encoder) {
	writeString(e, "network", o.Network)
	writeString(e, "gateway", o.Gateway)
}

func (o *Route) scan(s *scanner) {
	for key, more := s.firstKey(); more; key, more = s.nextKey() {
		switch string(key) {
		case "network":
			scanString(s, &o.Network)
		case "gateway":
			scanString(s, &o.Gateway)
		default:
			s.unknown(key, "network gateway")
		}
	}
}

func (o *Route) clear() { *o = Route{} }

// NullableRoute is a Route that can be null, or not be there at all.
type NullableRoute nullable[*Route]

// NewNullableRoute returns a set value; nil makes it null.
func NewNullableRoute(val *Route) *NullableRoute {
	return &NullableRoute{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableRoute) Get() *Route { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableRoute) Set(val *Route) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableRoute) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableRoute) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableRoute) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableRoute) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
