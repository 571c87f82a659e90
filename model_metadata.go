// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

import (
	"encoding/json"
	"time"
)

// Metadata: What the service says about a resource. All of it is read-only.
type Metadata struct {
	// Entity tag of the resource's present version. Read-only.
	ETag *string `json:"ETag,omitempty"`
	// When the resource was created (RFC 3339). Read-only.
	CreatedDate *IonosTime `json:"createdDate,omitempty"`
	// Who created the resource. Read-only.
	CreatedBy *string `json:"createdBy,omitempty"`
	// Identifier of the user who created the resource. Read-only.
	CreatedByUserId *string `json:"createdByUserId,omitempty"`
	// Number of the contract that the resource was created in. Read-only.
	CreatedInContractNumber *string `json:"createdInContractNumber,omitempty"`
	// When the resource was last changed (RFC 3339). Read-only.
	LastModifiedDate *IonosTime `json:"lastModifiedDate,omitempty"`
	// Who last changed the resource. Read-only.
	LastModifiedBy *string `json:"lastModifiedBy,omitempty"`
	// Identifier of the user who last changed the resource. Read-only.
	LastModifiedByUserId *string `json:"lastModifiedByUserId,omitempty"`
	// Version of the Data Platform that the resource runs now. Read-only. At
	// most 32 characters. Matches ^[-A-Za-z0-9_.]*$.
	CurrentDataPlatformVersion *string `json:"currentDataPlatformVersion,omitempty"`
	// Revision of the Data Platform version that the resource runs now.
	// Read-only. At least 0.
	CurrentDataPlatformRevision *int64 `json:"currentDataPlatformRevision,omitempty"`
	// Versions of the Data Platform that the resource can be changed to.
	// Read-only.
	AvailableUpgradeVersions *[]string `json:"availableUpgradeVersions,omitempty"`
	// How far an order for the resource is; see the table of states. A reader
	// has to bear states that are not listed. Read-only. One of AVAILABLE, BUSY,
	// DEPLOYING, FAILED, UPDATING, FAILED_UPDATING, DESTROYING,
	// FAILED_DESTROYING, TERMINATED.
	State *string `json:"state,omitempty"`
}

// NewMetadata returns a Metadata with nothing set: nothing is required and
// there are no defaults.
func NewMetadata() *Metadata {
	return NewMetadataWithDefaults()
}

// NewMetadataWithDefaults returns a Metadata with nothing set: it has no
// defaults.
func NewMetadataWithDefaults() *Metadata {
	return &Metadata{}
}

// GetETag returns ETag, nil if it is not set.
func (o *Metadata) GetETag() *string {
	if o == nil {
		return nil
	}
	return o.ETag
}

// GetETagOk returns ETag, nil if it is not set, and true unless o is nil.
func (o *Metadata) GetETagOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.ETag, true
}

// SetETag sets ETag: Entity tag of the resource's present version. Read-only.
func (o *Metadata) SetETag(v string) {
	o.ETag = &v
}

// HasETag tells whether ETag is set.
func (o *Metadata) HasETag() bool {
	return o != nil && o.ETag != nil
}

// GetCreatedDate returns CreatedDate, nil if it is not set.
func (o *Metadata) GetCreatedDate() *time.Time {
	value, _ := o.GetCreatedDateOk()
	return value
}

// GetCreatedDateOk returns CreatedDate and whether it is set.
func (o *Metadata) GetCreatedDateOk() (*time.Time, bool) {
	if o == nil || o.CreatedDate == nil {
		return nil, false
	}
	return &o.CreatedDate.Time, true
}

// SetCreatedDate sets CreatedDate: When the resource was created (RFC 3339).
// Read-only.
func (o *Metadata) SetCreatedDate(v time.Time) {
	o.CreatedDate = &IonosTime{v}
}

// HasCreatedDate tells whether CreatedDate is set.
func (o *Metadata) HasCreatedDate() bool {
	return o != nil && o.CreatedDate != nil
}

// GetCreatedBy returns CreatedBy, nil if it is not set.
func (o *Metadata) GetCreatedBy() *string {
	if o == nil {
		return nil
	}
	return o.CreatedBy
}

// GetCreatedByOk returns CreatedBy, nil if it is not set, and true unless o is nil.
func (o *Metadata) GetCreatedByOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.CreatedBy, true
}

// SetCreatedBy sets CreatedBy: Who created the resource. Read-only.
func (o *Metadata) SetCreatedBy(v string) {
	o.CreatedBy = &v
}

// HasCreatedBy tells whether CreatedBy is set.
func (o *Metadata) HasCreatedBy() bool {
	return o != nil && o.CreatedBy != nil
}

// GetCreatedByUserId returns CreatedByUserId, nil if it is not set.
func (o *Metadata) GetCreatedByUserId() *string {
	if o == nil {
		return nil
	}
	return o.CreatedByUserId
}

// GetCreatedByUserIdOk returns CreatedByUserId, nil if it is not set, and true unless o is nil.
func (o *Metadata) GetCreatedByUserIdOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.CreatedByUserId, true
}

// SetCreatedByUserId sets CreatedByUserId: Identifier of the user who created
// the resource. Read-only.
func (o *Metadata) SetCreatedByUserId(v string) {
	o.CreatedByUserId = &v
}

// HasCreatedByUserId tells whether CreatedByUserId is set.
func (o *Metadata) HasCreatedByUserId() bool {
	return o != nil && o.CreatedByUserId != nil
}

// GetCreatedInContractNumber returns CreatedInContractNumber, nil if it is not set.
func (o *Metadata) GetCreatedInContractNumber() *string {
	if o == nil {
		return nil
	}
	return o.CreatedInContractNumber
}

// GetCreatedInContractNumberOk returns CreatedInContractNumber, nil if it is not set, and true unless o is nil.
func (o *Metadata) GetCreatedInContractNumberOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.CreatedInContractNumber, true
}

// SetCreatedInContractNumber sets CreatedInContractNumber: Number of the
// contract that the resource was created in. Read-only.
func (o *Metadata) SetCreatedInContractNumber(v string) {
	o.CreatedInContractNumber = &v
}

// HasCreatedInContractNumber tells whether CreatedInContractNumber is set.
func (o *Metadata) HasCreatedInContractNumber() bool {
	return o != nil && o.CreatedInContractNumber != nil
}

// GetLastModifiedDate returns LastModifiedDate, nil if it is not set.
func (o *Metadata) GetLastModifiedDate() *time.Time {
	value, _ := o.GetLastModifiedDateOk()
	return value
}

// GetLastModifiedDateOk returns LastModifiedDate and whether it is set.
func (o *Metadata) GetLastModifiedDateOk() (*time.Time, bool) {
	if o == nil || o.LastModifiedDate == nil {
		return nil, false
	}
	return &o.LastModifiedDate.Time, true
}

// SetLastModifiedDate sets LastModifiedDate: When the resource was last
// changed (RFC 3339). Read-only.
func (o *Metadata) SetLastModifiedDate(v time.Time) {
	o.LastModifiedDate = &IonosTime{v}
}

// HasLastModifiedDate tells whether LastModifiedDate is set.
func (o *Metadata) HasLastModifiedDate() bool {
	return o != nil && o.LastModifiedDate != nil
}

// GetLastModifiedBy returns LastModifiedBy, nil if it is not set.
func (o *Metadata) GetLastModifiedBy() *string {
	if o == nil {
		return nil
	}
	return o.LastModifiedBy
}

// GetLastModifiedByOk returns LastModifiedBy, nil if it is not set, and true unless o is nil.
func (o *Metadata) GetLastModifiedByOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.LastModifiedBy, true
}

// SetLastModifiedBy sets LastModifiedBy: Who last changed the resource.
// Read-only.
func (o *Metadata) SetLastModifiedBy(v string) {
	o.LastModifiedBy = &v
}

// HasLastModifiedBy tells whether LastModifiedBy is set.
func (o *Metadata) HasLastModifiedBy() bool {
	return o != nil && o.LastModifiedBy != nil
}

// GetLastModifiedByUserId returns LastModifiedByUserId, nil if it is not set.
func (o *Metadata) GetLastModifiedByUserId() *string {
	if o == nil {
		return nil
	}
	return o.LastModifiedByUserId
}

// GetLastModifiedByUserIdOk returns LastModifiedByUserId, nil if it is not set, and true unless o is nil.
func (o *Metadata) GetLastModifiedByUserIdOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.LastModifiedByUserId, true
}

// SetLastModifiedByUserId sets LastModifiedByUserId: Identifier of the user
// who last changed the resource. Read-only.
func (o *Metadata) SetLastModifiedByUserId(v string) {
	o.LastModifiedByUserId = &v
}

// HasLastModifiedByUserId tells whether LastModifiedByUserId is set.
func (o *Metadata) HasLastModifiedByUserId() bool {
	return o != nil && o.LastModifiedByUserId != nil
}

// GetCurrentDataPlatformVersion returns CurrentDataPlatformVersion, nil if it is not set.
func (o *Metadata) GetCurrentDataPlatformVersion() *string {
	if o == nil {
		return nil
	}
	return o.CurrentDataPlatformVersion
}

// GetCurrentDataPlatformVersionOk returns CurrentDataPlatformVersion, nil if it is not set, and true unless o is nil.
func (o *Metadata) GetCurrentDataPlatformVersionOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.CurrentDataPlatformVersion, true
}

// SetCurrentDataPlatformVersion sets CurrentDataPlatformVersion: Version of
// the Data Platform that the resource runs now. Read-only. At most 32
// characters. Matches ^[-A-Za-z0-9_.]*$.
func (o *Metadata) SetCurrentDataPlatformVersion(v string) {
	o.CurrentDataPlatformVersion = &v
}

// HasCurrentDataPlatformVersion tells whether CurrentDataPlatformVersion is set.
func (o *Metadata) HasCurrentDataPlatformVersion() bool {
	return o != nil && o.CurrentDataPlatformVersion != nil
}

// GetCurrentDataPlatformRevision returns CurrentDataPlatformRevision, nil if it is not set.
func (o *Metadata) GetCurrentDataPlatformRevision() *int64 {
	if o == nil {
		return nil
	}
	return o.CurrentDataPlatformRevision
}

// GetCurrentDataPlatformRevisionOk returns CurrentDataPlatformRevision, nil if it is not set, and true unless o is nil.
func (o *Metadata) GetCurrentDataPlatformRevisionOk() (*int64, bool) {
	if o == nil {
		return nil, false
	}
	return o.CurrentDataPlatformRevision, true
}

// SetCurrentDataPlatformRevision sets CurrentDataPlatformRevision: Revision
// of the Data Platform version that the resource runs now. Read-only. At
// least 0.
func (o *Metadata) SetCurrentDataPlatformRevision(v int64) {
	o.CurrentDataPlatformRevision = &v
}

// HasCurrentDataPlatformRevision tells whether CurrentDataPlatformRevision is set.
func (o *Metadata) HasCurrentDataPlatformRevision() bool {
	return o != nil && o.CurrentDataPlatformRevision != nil
}

// GetAvailableUpgradeVersions returns AvailableUpgradeVersions, nil if it is not set.
func (o *Metadata) GetAvailableUpgradeVersions() *[]string {
	if o == nil {
		return nil
	}
	return o.AvailableUpgradeVersions
}

// GetAvailableUpgradeVersionsOk returns AvailableUpgradeVersions, nil if it is not set, and true unless o is nil.
func (o *Metadata) GetAvailableUpgradeVersionsOk() (*[]string, bool) {
	if o == nil {
		return nil, false
	}
	return o.AvailableUpgradeVersions, true
}

// SetAvailableUpgradeVersions sets AvailableUpgradeVersions: Versions of the
// Data Platform that the resource can be changed to. Read-only.
func (o *Metadata) SetAvailableUpgradeVersions(v []string) {
	o.AvailableUpgradeVersions = &v
}

// HasAvailableUpgradeVersions tells whether AvailableUpgradeVersions is set.
func (o *Metadata) HasAvailableUpgradeVersions() bool {
	return o != nil && o.AvailableUpgradeVersions != nil
}

// GetState returns State, nil if it is not set.
func (o *Metadata) GetState() *string {
	if o == nil {
		return nil
	}
	return o.State
}

// GetStateOk returns State, nil if it is not set, and true unless o is nil.
func (o *Metadata) GetStateOk() (*string, bool) {
	if o == nil {
		return nil, false
	}
	return o.State, true
}

// SetState sets State: How far an order for the resource is; see the table of
// states. A reader has to bear states that are not listed. Read-only. One of
// AVAILABLE, BUSY, DEPLOYING, FAILED, UPDATING, FAILED_UPDATING, DESTROYING,
// FAILED_DESTROYING, TERMINATED.
func (o *Metadata) SetState(v string) {
	o.State = &v
}

// HasState tells whether State is set.
func (o *Metadata) HasState() bool {
	return o != nil && o.State != nil
}

// Validate reports all fields that break a rule of the API, as a
// [*ValidationError].
func (o *Metadata) Validate() error { return validate(o) }

func (o *Metadata) validate(v *violations) {
	if o == nil {
		return
	}
	checkString(v, "currentDataPlatformVersion", o.CurrentDataPlatformVersion, ruleCurrentDataPlatformVersion)
	checkAtLeast(v, "currentDataPlatformRevision", o.CurrentDataPlatformRevision, 0)
	checkString(v, "state", o.State, ruleState)
}

// MarshalJSON encodes the fields that are set.
func (o Metadata) MarshalJSON() ([]byte, error) { return encode(&o) }

func (o *Metadata) encode(e *encoder) {
	writeString(e, "ETag", o.ETag)
	e.time("createdDate", o.CreatedDate)
	writeString(e, "createdBy", o.CreatedBy)
	writeString(e, "createdByUserId", o.CreatedByUserId)
	writeString(e, "createdInContractNumber", o.CreatedInContractNumber)
	e.time("lastModifiedDate", o.LastModifiedDate)
	writeString(e, "lastModifiedBy", o.LastModifiedBy)
	writeString(e, "lastModifiedByUserId", o.LastModifiedByUserId)
	writeString(e, "currentDataPlatformVersion", o.CurrentDataPlatformVersion)
	e.int64("currentDataPlatformRevision", o.CurrentDataPlatformRevision)
	writeStrings(e, "availableUpgradeVersions", o.AvailableUpgradeVersions)
	writeString(e, "state", o.State)
}

func (o *Metadata) scan(s *scanner) {
	for key, more := s.firstKey(); more; key, more = s.nextKey() {
		switch string(key) {
		case "ETag":
			scanString(s, &o.ETag)
		case "createdDate":
			scanTime(s, &o.CreatedDate)
		case "createdBy":
			scanString(s, &o.CreatedBy)
		case "createdByUserId":
			scanString(s, &o.CreatedByUserId)
		case "createdInContractNumber":
			scanString(s, &o.CreatedInContractNumber)
		case "lastModifiedDate":
			scanTime(s, &o.LastModifiedDate)
		case "lastModifiedBy":
			scanString(s, &o.LastModifiedBy)
		case "lastModifiedByUserId":
			scanString(s, &o.LastModifiedByUserId)
		case "currentDataPlatformVersion":
			scanString(s, &o.CurrentDataPlatformVersion)
		case "currentDataPlatformRevision":
			scanInt64(s, &o.CurrentDataPlatformRevision)
		case "availableUpgradeVersions":
			scanStrings(s, &o.AvailableUpgradeVersions)
		case "state":
			scanString(s, &o.State)
		default:
			s.unknown(key, "ETag createdDate createdBy createdByUserId createdInContractNumber lastModifiedDate lastModifiedBy lastModifiedByUserId currentDataPlatformVersion currentDataPlatformRevision availableUpgradeVersions state")
		}
	}
}

func (o *Metadata) clear() { *o = Metadata{} }

// NullableMetadata is a Metadata that can be null, or not be there at all.
type NullableMetadata nullable[*Metadata]

// NewNullableMetadata returns a set value; nil makes it null.
func NewNullableMetadata(val *Metadata) *NullableMetadata {
	return &NullableMetadata{val, true}
}

// Get returns the value, nil if it is null or not set.
func (v NullableMetadata) Get() *Metadata { return v.value }

// Set sets the value; nil sets it to null.
func (v *NullableMetadata) Set(val *Metadata) { v.value, v.isSet = val, true }

// IsSet tells whether there is a value or an explicit null.
func (v NullableMetadata) IsSet() bool { return v.isSet }

// Unset takes the value away.
func (v *NullableMetadata) Unset() { v.value, v.isSet = nil, false }

// MarshalJSON encodes the value, null if there is none.
func (v NullableMetadata) MarshalJSON() ([]byte, error) { return json.Marshal(v.value) }

// UnmarshalJSON decodes a value or a null; the value is set after either.
func (v *NullableMetadata) UnmarshalJSON(src []byte) error {
	v.isSet = true
	return json.Unmarshal(src, &v.value)
}
