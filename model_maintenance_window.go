// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
)

// MaintenanceWindow: Weekly time at which the service may maintain the
// resource. The time zone and the length are not stated.
type MaintenanceWindow struct {
	// Time of day at which the window begins, on the 24-hour clock as HH:MM:SS.
	// Required. Matches ^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$.
	Time *string `json:"time"`
	// Day of the week of the window. Required. One of Monday, Tuesday,
	// Wednesday, Thursday, Friday, Saturday, Sunday.
	DayOfTheWeek *string `json:"dayOfTheWeek"`
}

// NewMaintenanceWindow returns a MaintenanceWindow with what is required.
func NewMaintenanceWindow(time string, dayOfTheWeek string) *MaintenanceWindow {
	return &MaintenanceWindow{
		Time:         &time,
		DayOfTheWeek: &dayOfTheWeek,
	}
}

// NewMaintenanceWindowWithDefaults returns a MaintenanceWindow with nothing
// set: it has no defaults.
func NewMaintenanceWindowWithDefaults() *MaintenanceWindow {
	return &MaintenanceWindow{}
}

// GetTime returns Time, nil if it is not set.
func (o *MaintenanceWindow) GetTime() *string {
	if o == nil {
		return nil
	}
	return o.Time
}

// GetTimeOk returns Time, nil if it is not set, and true unless o is nil.
func (o *MaintenanceWindow) GetTimeOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.Time, true
}

// SetTime sets Time: Time of day at which the window begins, on the 24-hour
// clock as HH:MM:SS. Required. Matches
// ^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$.
func (o *MaintenanceWindow) SetTime(v string) {
	o.Time = &v
}

// HasTime tells whether Time is set.
func (o *MaintenanceWindow) HasTime() bool {
	return o != nil && o.Time != nil
}

// GetDayOfTheWeek returns DayOfTheWeek, nil if it is not set.
func (o *MaintenanceWindow) GetDayOfTheWeek() *string {
	if o == nil {
		return nil
	}
	return o.DayOfTheWeek
}

// GetDayOfTheWeekOk returns DayOfTheWeek, nil if it is not set, and true unless o is nil.
func (o *MaintenanceWindow) GetDayOfTheWeekOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.DayOfTheWeek, true
}

// SetDayOfTheWeek sets DayOfTheWeek: Day of the week of the window. Required.
// One of Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday.
func (o *MaintenanceWindow) SetDayOfTheWeek(v string) {
	o.DayOfTheWeek = &v
}

// HasDayOfTheWeek tells whether DayOfTheWeek is set.
func (o *MaintenanceWindow) HasDayOfTheWeek() bool {
	return o != nil && o.DayOfTheWeek != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *MaintenanceWindow) Validate() error { return validate(o) }

func (o *MaintenanceWindow) validate(v *violations) {
	if o == nil {
		return
	}
	v.require("time", o.Time != nil)
	checkString(v, "time", o.Time, ruleTime)
	v.require("dayOfTheWeek", o.DayOfTheWeek != nil)
	checkString(v, "dayOfTheWeek", o.DayOfTheWeek, ruleDayOfTheWeek)
}

// MarshalJSON encodes the fields that are set.
func (o MaintenanceWindow) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *MaintenanceWindow) encode(e *encoder) {
	writeString(e, "time", o.Time)
	writeString(e, "dayOfTheWeek", o.DayOfTheWeek)
}

func (o *MaintenanceWindow) scan(s *scanner) {
	for key, more := s.firstKey(); more; key, more = s.nextKey() {
		switch string(key) {
		case "time":
			scanString(s, &o.Time)
		case "dayOfTheWeek":
			scanString(s, &o.DayOfTheWeek)
		default:
			s.unknown(key, "time dayOfTheWeek")
		}
	}
}

func (o *MaintenanceWindow) clear() { *o = MaintenanceWindow{} }

// NullableMaintenanceWindow is a MaintenanceWindow that can be null, or not
// be there at all.
type NullableMaintenanceWindow nullable[*MaintenanceWindow]

// NewNullableMaintenanceWindow returns a set value; nil makes it null.
func NewNullableMaintenanceWindow(val *MaintenanceWindow) *NullableMaintenanceWindow {
	return &NullableMaintenanceWindow{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableMaintenanceWindow) Get() *MaintenanceWindow { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableMaintenanceWindow) Set(val *MaintenanceWindow) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableMaintenanceWindow) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableMaintenanceWindow) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableMaintenanceWindow) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableMaintenanceWindow) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
