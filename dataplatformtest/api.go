// API: the way of a request from its credentials to its answer.

package dataplatformtest

import (
	"crypto/rand"
	"encoding/binary"
	"math"
	mathrand "math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// API is the Managed Stackable Data Platform API as an [http.Handler], at
// /dataplatform. It is safe for concurrent use and starts no goroutines.
type API struct {
	handler  http.Handler // the API behind its middleware
	clock    Clock
	people   directory
	patterns patterns
	store    *store
	clusters *plan
	pools    *plan
	routes   routes
	listID   identifier // of the list of clusters
	versions []byte     // the answer of GET /versions
	keys     keys

	closed    atomic.Bool
	requests  atomic.Uint64
	requestID [8]byte // the same part of all request ids
}

// New makes an API that has no resources yet.
func New(opts ...Option) *API {
	return newAPI(newConfig(opts))
}

func newAPI(c *config) *API {
	schemas := describedSchemas()
	a := &API{
		clock:    c.clock,
		people:   newDirectory(c.people),
		patterns: compilePatterns(schemas),
		clusters: newPlan(schemas, Cluster, "cluster", "Cluster"),
		pools:    newPlan(schemas, NodePool, "node pool", "NodePool"),
		store: &store{
			durations: c.durations,
			script:    c.script,
			versions:  c.versions,
			ids:       newIdentifiers(c.seed),
			clusters:  newCollection(),
		},
	}
	a.store.nextDue.Store(math.MaxInt64)
	id := a.store.ids()
	copy(a.requestID[:], id[:])
	a.routes = newRoutes()
	a.listID = a.store.ids()
	a.versions = versionsAnswer(c, a.store.ids())
	a.keys.init()
	a.handler = http.HandlerFunc(a.serve)
	for i := len(c.middleware) - 1; i >= 0; i-- {
		a.handler = c.middleware[i](a.handler)
	}
	return a
}

// Close ends the API: every later request answers 503.
func (a *API) Close() error {
	a.closed.Store(true)
	return nil
}

// ServeHTTP answers one request.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a.handler.ServeHTTP(w, r)
}

// answer is what a request gets.
type answer struct {
	status int
	body   []byte
	items  [][]byte // of a list, after body
	etag   string
	allow  string
}

// call is a request whose sender is known.
type call struct {
	w         http.ResponseWriter
	r         *http.Request
	person    *Person
	now       time.Time
	clusterID string
	poolID    string
}

func (a *API) serve(w http.ResponseWriter, r *http.Request) {
	reply := a.answer(w, r)
	header := w.Header()
	header["Content-Type"] = []string{"application/json"}
	header["X-Request-Id"] = []string{a.nextRequestID()}
	if reply.etag != "" {
		header["Etag"] = []string{`"` + reply.etag + `"`}
	}
	if reply.allow != "" {
		header["Allow"] = []string{reply.allow}
	}
	if reply.status == http.StatusUnauthorized {
		header["Www-Authenticate"] = []string{`Basic realm="dataplatform"`, `Bearer realm="dataplatform"`}
	}
	length := len(reply.body)
	if reply.items != nil {
		length += len(listEnd) + max(0, len(reply.items)-1)
		for _, item := range reply.items {
			length += len(item)
		}
	}
	header["Content-Length"] = []string{strconv.Itoa(length)}
	w.WriteHeader(reply.status)
	if r.Method == http.MethodHead {
		return
	}
	writeBody(w, reply)
}

// listEnd ends the answer of a list after its items.
const listEnd = "]}"

// writeBody writes an answer. An error means that nobody listens any more,
// which is none of our business.
func writeBody(w http.ResponseWriter, reply answer) {
	if _, err := w.Write(reply.body); err != nil || reply.items == nil {
		return
	}
	comma := []byte{','}
	for i, item := range reply.items {
		if i > 0 {
			if _, err := w.Write(comma); err != nil {
				return
			}
		}
		if _, err := w.Write(item); err != nil {
			return
		}
	}
	_, _ = w.Write([]byte(listEnd))
}

func (a *API) answer(w http.ResponseWriter, r *http.Request) answer {
	if a.closed.Load() {
		return newProblem(http.StatusServiceUnavailable, "closed", "the API has been closed").answer()
	}
	rest, ok := strings.CutPrefix(r.URL.Path, basePath)
	if !ok || rest != "" && rest[0] != '/' {
		return unknownRoute(r).answer()
	}
	person := a.people.authenticate(r)
	if person == nil {
		return newProblem(http.StatusUnauthorized, "unauthorized", "the credentials are missing or wrong").answer()
	}
	if person.Role == Unprivileged {
		return newProblem(http.StatusForbidden, "forbidden", "the user lacks the privilege to manage the Data Platform").answer()
	}
	c := &call{w: w, r: r, person: person, now: a.clock.Now()}
	found := a.route(c, rest)
	if found == nil {
		return unknownRoute(r).answer()
	}
	operation := found[r.Method]
	if operation == nil {
		p := newProblem(http.StatusMethodNotAllowed, "method-not-allowed", "the method %s is not allowed here", show(r.Method))
		p.allow = found.allow()
		return p.answer()
	}
	a.store.advance(c.now)
	reply, p := operation(a, c)
	if p != nil {
		return p.answer()
	}
	return reply
}

func unknownRoute(r *http.Request) *problem {
	return newProblem(http.StatusNotFound, codeNotFound, "there is nothing at %s", show(r.URL.Path))
}

// nextRequestID has the form of a UUID; its first half is the API's own.
func (a *API) nextRequestID() string {
	id := identifier{}
	copy(id[:], a.requestID[:])
	binary.BigEndian.PutUint64(id[8:], a.requests.Add(1))
	return id.String()
}

// newIdentifiers makes a source of random UUIDs (version 4).
func newIdentifiers(seed *uint64) func() identifier {
	fill := func(id *identifier) { _, _ = rand.Read(id[:]) } // never fails
	if seed != nil {
		var mu sync.Mutex
		source := mathrand.New(mathrand.NewPCG(*seed, *seed))
		fill = func(id *identifier) {
			mu.Lock()
			defer mu.Unlock()
			binary.BigEndian.PutUint64(id[:8], source.Uint64())
			binary.BigEndian.PutUint64(id[8:], source.Uint64())
		}
	}
	return func() identifier {
		var id identifier
		fill(&id)
		id[6] = id[6]&0x0f | 0x40
		id[8] = id[8]&0x3f | 0x80
		return id
	}
}
