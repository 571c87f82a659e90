// Options: everything that a test may want different from the defaults.

package dataplatformtest

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Option changes one thing about an API or a Server.
type Option func(*config)

type config struct {
	people     []Person
	versions   []string
	bare       bool
	durations  Durations
	script     func(Change, Outcome) Outcome
	clock      Clock
	store      Store
	seed       *uint64
	tls        bool
	middleware []func(http.Handler) http.Handler
	faults     []Fault
	rules      []Rule
	journal    int
	vdcs       []Datacenter
	limit      RateLimit
	pages      bool
	kubernetes func(KubernetesCluster) (KubernetesAccess, error)
}

func newConfig(opts []Option) *config {
	c := &config{
		people: []Person{{
			Username: "user", Password: "password", Token: "token",
			UserID:   "5c1e1f35-9b6d-4a52-8f5e-0d6d2f1f7a01",
			Contract: "31415926", Role: Administrator,
		}},
		versions: []string{"23.7", "23.11", "24.3", "24.7", "24.11"},
		clock:    realClock{},
		journal:  usualJournal,
	}
	for _, opt := range opts {
		if opt != nil {
			opt(c)
		}
	}
	return c
}

// check refuses what no client could use: versions that the description doesn't
// allow, VDCs in which no cluster can be, people who can't show who they are.
func (c *config) check() error {
	for i, version := range c.versions {
		if version == "" || len(version) > longestVersion || strings.ContainsFunc(version, notInName) {
			return fmt.Errorf("version %s: must have 1 to %d letters, digits, dashes, underscores and dots", show(version), longestVersion)
		}
		if slices.Contains(c.versions[:i], version) {
			return fmt.Errorf("version %s: is there twice", show(version))
		}
	}
	for i := range c.vdcs {
		id := c.vdcs[i].ID
		if _, ok := parseIdentifier(id); !ok {
			return fmt.Errorf("VDC %s: the ID must be a UUID in lower case", show(id))
		}
		if slices.ContainsFunc(c.vdcs[:i], func(d Datacenter) bool { return d.is(id) }) {
			return fmt.Errorf("VDC %s: is there twice", show(id))
		}
	}
	return checkPeople(c.people)
}

const longestVersion = 32

// WithPeople replaces the people who may call. Without it there is one
// administrator: user name "user", password "password", token "token". [Open] and
// [Start] refuse what can't be sent, a user name with a colon or a token with a
// space, an unknown role, and names, ids and tokens of two people.
func WithPeople(people ...Person) Option {
	return func(c *config) { c.people = slices.Clone(people) }
}

// WithVersions replaces the list of Data Platform versions, oldest first. An
// empty list changes nothing; [Open] and [Start] refuse what is no version, and
// one that is there twice.
func WithVersions(versions ...string) Option {
	return func(c *config) {
		if len(versions) > 0 {
			c.versions = slices.Clone(versions)
		}
	}
}

// WithBareVersions makes GET /versions answer a bare array of strings, as the
// service did up to API version 0.0.7, instead of an object with items.
func WithBareVersions() Option {
	return func(c *config) { c.bare = true }
}

// Durations say how long resources stay in the states between. Zero means that
// the next read shows the result.
type Durations struct {
	ClusterDeploying   time.Duration
	ClusterUpdating    time.Duration
	ClusterDestroying  time.Duration
	NodePoolDeploying  time.Duration
	NodePoolUpdating   time.Duration
	NodePoolDestroying time.Duration
	// Terminated is how long a deleted resource still answers, TERMINATED,
	// before it is not found.
	Terminated time.Duration
	// Scaling is how often the node count of a node pool with auto-scaling is
	// looked at; less than a second is taken for a second. Zero: it never moves
	// by itself.
	Scaling time.Duration
	// Maintenance is how long a resource is UPDATING in each of its maintenance
	// windows, which begin once a week at their time in UTC. Zero: windows pass
	// unnoticed.
	Maintenance time.Duration
}

// of gives the usual duration of an action.
func (d Durations) of(kind Kind, action Action) time.Duration {
	cluster := kind == Cluster
	switch action {
	case Create:
		if cluster {
			return d.ClusterDeploying
		}
		return d.NodePoolDeploying
	case Update:
		if cluster {
			return d.ClusterUpdating
		}
		return d.NodePoolUpdating
	case Delete:
		if cluster {
			return d.ClusterDestroying
		}
		return d.NodePoolDestroying
	case Scale:
		return d.NodePoolUpdating
	case Maintain:
		return d.Maintenance
	}
	return 0
}

// WithDurations sets the time that changes take.
func WithDurations(d Durations) Option {
	return func(c *config) { c.durations = d }
}

// WithScript lets a test decide how each accepted change goes: script gets the
// change and the usual outcome, and answers the one that shall happen. It is
// called with the API locked and must not call the API; a panic in it is final,
// as an error of a [Store] is.
func WithScript(script func(Change, Outcome) Outcome) Option {
	return func(c *config) { c.script = script }
}

// WithClock replaces the clock that lives move on, see [ManualClock].
func WithClock(clock Clock) Option {
	return func(c *config) {
		if clock != nil {
			c.clock = clock
		}
	}
}

// WithSeed makes identifiers repeat from run to run. What happens by chance,
// faults and auto-scaling, repeats without it too and differs from seed to seed.
func WithSeed(seed uint64) Option {
	return func(c *config) { c.seed = &seed }
}

// WithTLS makes a Server speak HTTPS (HTTP/1.1 and HTTP/2) with a certificate
// of its own, which [Server.Client] trusts and [Server.Certificate] gives. It
// means nothing to an API without a Server.
func WithTLS() Option {
	return func(c *config) { c.tls = true }
}

// WithMiddleware puts a handler in front of the API, the first one outermost:
// to count requests, to answer in the API's place, to break things (a panic with
// [http.ErrAbortHandler] cuts the connection, also over [API.Transport]).
func WithMiddleware(middleware func(next http.Handler) http.Handler) Option {
	return func(c *config) {
		if middleware != nil {
			c.middleware = append(c.middleware, middleware)
		}
	}
}
