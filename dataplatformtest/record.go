// Records: resources in the form that a Store keeps, and back.

package dataplatformtest

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// The keys of the records beside those of the resources.
const (
	keyIDs      = "meta/ids"
	keyIdentity = "meta/identity"
	keySecrets  = "meta/secrets"
	keyClock    = "meta/clock"
)

// resourceRecord is a resource with its life.
type resourceRecord struct {
	Cluster    string          `json:"cluster,omitempty"` // of a node pool
	Serial     uint64          `json:"serial"`
	Version    string          `json:"version"`
	Properties json.RawMessage `json:"properties"`
	Created    time.Time       `json:"created"`
	Modified   time.Time       `json:"modified"`
	CreatedBy  personRecord    `json:"createdBy"`
	ModifiedBy personRecord    `json:"modifiedBy"`
	Revision   int64           `json:"revision"`
	Shown      uint64          `json:"shown"`
	Rest       State           `json:"rest,omitempty"`
	Deployed   bool            `json:"deployed,omitempty"`
	Queue      []stepRecord    `json:"queue,omitempty"`
	Events     []eventRecord   `json:"events,omitempty"`
}

type personRecord struct {
	Username string `json:"username,omitempty"`
	UserID   string `json:"userId"`
	Contract string `json:"contract,omitempty"`
}

type stepRecord struct {
	Action   Action        `json:"action"`
	Accepted time.Time     `json:"accepted"`
	Duration time.Duration `json:"duration,omitempty"`
	Fails    bool          `json:"fails,omitempty"`
	Version  string        `json:"version,omitempty"`
}

type eventRecord struct {
	What   occasion  `json:"what"`
	At     time.Time `json:"at"`
	Number uint64    `json:"number"`
}

// identityRecord is what an API is known by.
type identityRecord struct {
	ListID     identifier `json:"listId"`
	VersionsID identifier `json:"versionsId"`
}

func (r *resource) key() string {
	return string(r.plan.kind) + "/" + r.id.String()
}

// record is the resource as the Store shall keep it.
func (s *store) record(r *resource) Record {
	if r.removed {
		return Record{Key: r.key()}
	}
	out := resourceRecord{
		Serial: r.serial, Version: r.version, Properties: r.properties,
		Created: r.created, Modified: r.modified,
		CreatedBy: recordOf(r.createdBy), ModifiedBy: recordOf(r.modifiedBy),
		Revision: r.revision, Shown: r.shown, Rest: r.rest, Deployed: r.deployed,
	}
	if r.cluster != nil {
		out.Cluster = r.cluster.id.String()
	}
	for _, step := range r.queue {
		out.Queue = append(out.Queue, stepRecord{
			step.action, step.accepted, step.outcome.Duration, step.outcome.Fails, step.version,
		})
	}
	for what, e := range r.events {
		if e != nil {
			out.Events = append(out.Events, eventRecord{occasion(what), e.at, e.number})
		}
	}
	raw, err := json.Marshal(out)
	if err != nil { // a record of strings, numbers and our own JSON
		s.fails(fmt.Errorf("record %s: %w", r.key(), err))
	}
	return Record{r.key(), raw}
}

func recordOf(p *Person) personRecord {
	return personRecord{p.Username, p.UserID, p.Contract}
}

// restored collects what a Store has.
type restored struct {
	clusters, pools []*resource
	parents         map[*resource]string
	meta            map[string][]byte
}

// restore begins with what the Store has.
func (a *API) restore(people *directory) error {
	found := &restored{parents: map[*resource]string{}, meta: map[string][]byte{}}
	err := a.store.backend.Load(func(key string, value []byte) error {
		return a.take(found, people, key, value)
	})
	if err == nil {
		err = a.assemble(found)
	}
	if err != nil {
		return fmt.Errorf("restore from the store: %w", err)
	}
	return nil
}

// take reads one record.
func (a *API) take(found *restored, people *directory, key string, value []byte) error {
	kind, name, _ := strings.Cut(key, "/")
	var p *plan
	switch Kind(kind) {
	case Cluster:
		p = a.clusters
	case NodePool:
		p = a.pools
	default:
		found.meta[key] = slices.Clone(value)
		return nil
	}
	id, ok := parseIdentifier(name)
	if !ok {
		return fmt.Errorf("record %s: the key is no identifier", show(key))
	}
	var in resourceRecord
	if err := json.Unmarshal(value, &in); err != nil {
		return fmt.Errorf("record %s: %w", show(key), err)
	}
	r := &resource{
		id: id, plan: p, serial: in.Serial, version: in.Version,
		created: in.Created, modified: in.Modified,
		createdBy: people.known(in.CreatedBy), modifiedBy: people.known(in.ModifiedBy),
		revision: in.Revision, shown: in.Shown, rest: in.Rest, deployed: in.Deployed,
		properties: slices.Clone(in.Properties),
	}
	r.name, _ = r.decoded()["name"].(string)
	r.lowerName = strings.ToLower(r.name)
	for _, s := range in.Queue {
		r.queue = append(r.queue, step{s.Action, s.Accepted, Outcome{s.Duration, s.Fails}, s.Version})
	}
	for _, e := range in.Events {
		if e.What >= occasions {
			return fmt.Errorf("record %s: unknown event %d", show(key), e.What)
		}
		r.events[e.What] = &event{at: e.At, number: e.Number, what: e.What, resource: r}
		a.store.numbers = max(a.store.numbers, e.Number)
	}
	a.store.serials = max(a.store.serials, r.serial)
	if p == a.pools {
		found.pools = append(found.pools, r)
		found.parents[r] = in.Cluster
		return nil
	}
	r.pools = newCollection()
	found.clusters = append(found.clusters, r)
	return nil
}

// assemble puts the resources where they belong, in the order of their creation.
func (a *API) assemble(found *restored) error {
	bySerial := func(a, b *resource) int { return cmp.Compare(a.serial, b.serial) }
	slices.SortFunc(found.clusters, bySerial)
	slices.SortFunc(found.pools, bySerial)
	for _, r := range found.clusters {
		a.store.clusters.add(r)
	}
	for _, r := range found.pools {
		id, _ := parseIdentifier(found.parents[r])
		if r.cluster = a.store.clusters.byID[id]; r.cluster == nil {
			return fmt.Errorf("the node pool %s has no cluster", r.id)
		}
		r.cluster.pools.add(r)
	}
	for _, r := range slices.Concat(found.clusters, found.pools) {
		if what := r.damage(); what != "" {
			return fmt.Errorf("record %s: %s", show(r.key()), what)
		}
		for _, e := range r.events {
			if e != nil {
				a.store.agenda.add(e)
			}
		}
		a.store.render(r)
	}
	a.store.noteNextDue()
	if err := a.restoreMeta(found.meta); err != nil {
		return err
	}
	if clock, ok := a.clock.(*ManualClock); ok {
		for _, r := range slices.Concat(found.clusters, found.pools) {
			clock.notBefore(r.modified)
		}
	}
	return nil
}

// damage says what is wrong with a restored resource that would stand still for
// ever, or answer what the API never answers; "" is nothing.
func (r *resource) damage() string {
	waits := r.cluster != nil && !r.cluster.deployed && len(r.queue) > 0 && r.queue[0].action == Create
	moves := len(r.queue) > 0 && !waits || r.rest == StateTerminated
	switch {
	case r.name == "" || r.createdBy.UserID == "" || r.modifiedBy.UserID == "":
		return "it lacks a name, or who created or changed it"
	case len(r.queue) == 0 && !slices.Contains(restStates[:], r.rest):
		return "it is in no state"
	case slices.ContainsFunc(r.queue, func(s step) bool { return !slices.Contains(actions[:], s.action) }):
		return "it has an unknown change"
	case moves && r.events[endOfStep] == nil:
		return "what it does has no end"
	case !moves && r.events[endOfStep] != nil || r.cluster == nil && r.events[scaling] != nil:
		return "it has an event that can't be"
	}
	return ""
}

// restoreMeta takes over what concerns the whole API, or has it kept when the
// Store is new.
func (a *API) restoreMeta(meta map[string][]byte) error {
	for _, part := range []struct {
		key     string
		restore func([]byte) error
		now     func() []byte
	}{
		{keyIdentity, a.restoreIdentity, a.identity},
		{keySecrets, a.keys.restore, a.keys.record},
		{keyClock, a.restoreClock, a.clockRecord},
		{keyIDs, a.restoreIDs, nil},
	} {
		if value := meta[part.key]; value != nil {
			if err := part.restore(value); err != nil {
				return fmt.Errorf("record %s: %w", part.key, err)
			}
		} else if part.now != nil {
			if value := part.now(); value != nil {
				a.store.keepRecord(part.key, value)
			}
		}
	}
	a.store.flush()
	if a.store.last == nil {
		return nil
	}
	return a.store.last()
}

func (a *API) identity() []byte {
	raw, err := json.Marshal(identityRecord{a.listID, a.versionsID})
	if err != nil { // two texts
		return nil
	}
	return raw
}

func (a *API) restoreIdentity(raw []byte) error {
	var in identityRecord
	if err := json.Unmarshal(raw, &in); err != nil {
		return err
	}
	if in.ListID == (identifier{}) || in.VersionsID == (identifier{}) {
		return errors.New("an identifier is missing")
	}
	a.listID, a.versionsID = in.ListID, in.VersionsID
	return nil
}

func (a *API) restoreIDs(raw []byte) error {
	return a.store.idSource.restore(raw)
}

// MarshalText writes the identifier as a UUID.
func (id identifier) MarshalText() ([]byte, error) { return id.append(nil), nil }

// UnmarshalText reads a UUID.
func (id *identifier) UnmarshalText(text []byte) error {
	parsed, ok := parseIdentifier(string(text))
	if !ok {
		return fmt.Errorf("%s is no identifier", show(string(text)))
	}
	*id = parsed
	return nil
}
