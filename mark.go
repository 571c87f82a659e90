package ionoscloud

// Marks: how a state from before a change is told from one after it.

import "time"

// mark is what a change's answer says of the moment at which it was accepted.
type mark struct {
	ETag     string     `json:"etag,omitempty"`
	Version  string     `json:"version,omitempty"`
	Revision *int64     `json:"revision,omitempty"` // counts within Version
	Modified *time.Time `json:"modified,omitempty"`
	State    string     `json:"state,omitempty"`
	New      bool       `json:"new,omitempty"` // of a create: there was nothing before it
}

func markOf(m Metadata) *mark {
	after := &mark{
		ETag:     ToValue(m.ETag),
		Version:  ToValue(m.CurrentDataPlatformVersion),
		Revision: m.CurrentDataPlatformRevision,
		State:    ToValue(m.State),
	}
	if m.LastModifiedDate != nil {
		after.Modified = ToPtr(m.LastModifiedDate.Time)
	}
	return after
}

// seeing is the mark after m, which shows the change under way: what is older
// than that does not show its end.
func (k mark) seeing(m Metadata) *mark {
	since := markOf(m)
	if k.ETag == since.ETag {
		k.ETag = "" // it doesn't change with the state, and tells nothing
	}
	if since.Modified != nil {
		k.Modified = since.Modified
	}
	if since.Revision != nil {
		k.Version, k.Revision = since.Version, since.Revision
	}
	return &k
}

// older tells whether m is from before the change began, as a cache or a replica
// that lags behind may answer.
func (k *mark) older(m Metadata) bool {
	if k.ETag != "" && k.ETag == ToValue(m.ETag) && isResting(ToValue(m.State)) {
		return true
	}
	if k.Revision != nil && m.CurrentDataPlatformRevision != nil &&
		k.Version == ToValue(m.CurrentDataPlatformVersion) && *m.CurrentDataPlatformRevision < *k.Revision {
		return true
	}
	if k.Modified == nil || m.LastModifiedDate == nil {
		return false
	}
	marked, seen := *k.Modified, m.LastModifiedDate.Time
	if marked.Nanosecond() == 0 || seen.Nanosecond() == 0 {
		// One of them may have been cut to seconds.
		marked, seen = marked.Truncate(time.Second), seen.Truncate(time.Second)
	}
	return seen.Before(marked)
}

// past tells whether m, which is not older, is from after the mark: the resource
// shows itself at work, or differently from how the mark found it.
func (k *mark) past(m Metadata) bool {
	state := ToValue(m.State)
	switch etag := ToValue(m.ETag); {
	case state == "":
		return false // this look tells nothing
	case k.New:
		return true
	case state == StateDeploying:
		return false // the creation came before the change, not from it
	case !isResting(state):
		return true
	case k.ETag != "" && etag != "":
		return etag != k.ETag
	}
	return k.State != "" && state != k.State
}
