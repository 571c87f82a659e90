// API: the way of a request from its credentials to its answer.

package dataplatformtest

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// API is the Managed Stackable Data Platform API as an [http.Handler], at
// /dataplatform, with its neighbours at /cloudapi/v6. It is safe for concurrent
// use and starts no goroutines.
type API struct {
	handler    http.Handler // the API behind its middleware
	clock      Clock
	people     atomic.Pointer[directory]
	revoked    revocations
	patterns   patterns
	store      *store
	clusters   *plan
	pools      *plan
	routes     routes
	listID     identifier // of the list of clusters
	versionsID identifier
	versions   []byte // the answer of GET /versions
	keys       keys
	kubernetes func(KubernetesCluster) (KubernetesAccess, error)
	vdcs       []Datacenter
	limits     *rateLimits
	pages      bool // errors of the gateway are HTML
	faults     Faults
	journal    journal

	pieces    sync.Pool // of memory, for writing lists
	closed    atomic.Bool
	requests  atomic.Uint64
	requestID [8]byte // the same part of all request ids
}

// New makes an API. With a [Store], or with options that may be wrong, use
// [Open]: an API of New that could not begin as it should answers 503 to
// everything, and [API.Err] tells why.
func New(opts ...Option) *API {
	a, err := newAPI(newConfig(opts))
	if err != nil {
		a.store.fails(err)
	}
	return a
}

// Open makes an API with what its [Store] has kept, and reports when that is
// impossible or an option is wrong.
func Open(opts ...Option) (*API, error) {
	a, err := newAPI(newConfig(opts))
	if err != nil {
		return nil, fmt.Errorf("dataplatformtest: %w", err)
	}
	return a, nil
}

// newAPI always answers an API; after an error it can't be used for anything.
func newAPI(c *config) (*API, error) {
	schemas := describedSchemas()
	seed := uint64(1)
	if c.seed != nil {
		seed = *c.seed
	}
	ids := newIDSource(c.seed)
	a := &API{
		clock:    c.clock,
		patterns: compilePatterns(schemas),
		clusters: newPlan(schemas, Cluster, "cluster", "Cluster"),
		pools:    newPlan(schemas, NodePool, "node pool", "NodePool"),
		store: &store{
			durations: c.durations,
			script:    c.script,
			versions:  c.versions,
			ids:       ids.next,
			idSource:  ids,
			seed:      seed,
			backend:   c.store,
			clusters:  newCollection(),
		},
		routes:     newRoutes(),
		kubernetes: c.kubernetes,
		vdcs:       c.vdcs,
		limits:     newRateLimits(c.limit),
		pages:      c.pages,
		faults:     Faults{seed: seed},
		journal:    journal{most: c.journal},
	}
	a.pieces.New = func() any { return new([]byte) }
	people := newDirectory(c.people)
	a.people.Store(people)
	a.store.nextDue.Store(math.MaxInt64)
	a.listID, a.versionsID = a.store.ids(), a.store.ids()
	a.keys.init()
	a.handler = http.HandlerFunc(a.serve)
	for i := len(c.middleware) - 1; i >= 0; i-- {
		a.handler = c.middleware[i](a.handler)
	}
	err := a.begin(c, people)
	id := a.store.ids()
	copy(a.requestID[:], id[:])
	a.versions = versionsAnswer(c, a.versionsID)
	return a, err
}

// begin takes over what may be wrong: options, the first faults, what was kept.
func (a *API) begin(c *config, people *directory) error {
	if err := c.check(); err != nil {
		return err
	}
	if err := a.faults.begin(c.faults); err != nil {
		return err
	}
	if err := a.SetRules(c.rules...); err != nil {
		return err
	}
	if a.store.backend == nil {
		return nil
	}
	return a.restore(people)
}

// Close ends the API: every later request answers 503.
func (a *API) Close() error {
	a.closed.Store(true)
	return nil
}

// Err tells why the API can't serve as it should; nil while it can.
func (a *API) Err() error {
	return a.store.err()
}

// ServeHTTP answers one request. A server of your own should cancel the
// BaseContext of its requests when it ends, so that none waits on in a fault.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a.handler.ServeHTTP(w, r)
}

// answer is what a request gets.
type answer struct {
	status  int
	body    []byte
	items   [][]byte // of a list, after body
	etag    string
	allow   string
	gateway bool          // an error that what stands in front would answer
	retry   time.Duration // for Retry-After, when it isn't 0
	date    bool          // Retry-After in the form of a date
	html    bool

	contentType string // "": as the body is
}

// call is a request on its way.
type call struct {
	w         http.ResponseWriter
	r         *http.Request
	now       time.Time
	requestID string
	person    *Person // nil: a stranger
	denied    string  // why he is one
	token     string  // that he showed
	endpoint  *endpoint
	allow     string // the methods of the route, when it is another method's
	operation Operation
	clusterID string
	poolID    string
	effect    Action
	resource  string
	fault     FaultKind
	skew      time.Duration // of the answer's date
	rate      rate
	wait      func() error // until what it did is durable
}

// did notes what the call has done to a resource.
func (c *call) did(effect Action, r *resource) {
	c.effect, c.resource = effect, r.id.String()
}

func (a *API) serve(w http.ResponseWriter, r *http.Request) {
	c := &call{w: w, r: withoutEmptySegments(r), now: a.clock.Now(), requestID: a.nextRequestID()}
	known := a.route(c)
	if known {
		a.identify(c)
	}
	if m := a.faults.meet(c); m != nil {
		a.disrupt(c, m, known)
		return
	}
	a.write(c, a.handle(c, known))
}

// handle does what a request asks for and writes it into the journal.
func (a *API) handle(c *call, known bool) answer {
	reply, p := a.answer(c, known)
	if p == nil {
		p = a.store.await(c)
	}
	if p != nil {
		reply = p.answer()
	}
	a.note(c, reply.status)
	drain(c.w, c.r)
	return reply
}

func (a *API) answer(c *call, known bool) (answer, *problem) {
	if a.closed.Load() {
		return answer{}, newProblem(http.StatusServiceUnavailable, "closed", "the API has been closed")
	}
	if p := a.store.problem(); p != nil {
		return answer{}, p
	}
	if !known {
		return answer{}, unknownRoute(c.r)
	}
	if c.person == nil {
		return answer{}, gatewayProblem(http.StatusUnauthorized, "unauthorized", "%s", c.denied)
	}
	if p := a.limits.take(c); p != nil {
		return answer{}, p
	}
	if c.person.Role == Unprivileged && !c.atNeighbour() {
		return answer{}, newProblem(http.StatusForbidden, "forbidden", "the user lacks the privilege to manage the Data Platform")
	}
	if c.endpoint == nil {
		if c.allow == "" {
			return answer{}, unknownRoute(c.r)
		}
		p := newProblem(http.StatusMethodNotAllowed, "method-not-allowed", "the method %s is not allowed here", show(c.r.Method))
		p.allow = c.allow
		return answer{}, p
	}
	a.store.advance(c.now)
	return c.endpoint.handle(a, c)
}

func unknownRoute(r *http.Request) *problem {
	hint := ""
	if !below(r.URL.Path, basePath) && !below(r.URL.Path, cloudPath) {
		// Most likely a client that appends nothing to the address it was given.
		hint = "; this API is at " + basePath
	}
	return gatewayProblem(http.StatusNotFound, codeNotFound, "there is nothing at %s%s", show(r.URL.Path), hint)
}

// identify finds out who sends the request.
func (a *API) identify(c *call) {
	c.person, c.token, c.denied = a.people.Load().authenticate(c.r, c.now)
	if c.token != "" && a.revoked.has(c.token) {
		c.person, c.denied = nil, expiredCredentials
	}
}

// claims tells whether the sender is, or says that he is, of that name.
func (c *call) claims(name string) bool {
	return c.person != nil && (c.person.label() == name || c.person.UserID == name) || c.token == name
}

// header writes everything about an answer that isn't its body.
func (a *API) header(c *call, reply *answer) {
	if reply.html = reply.html || a.pages && reply.gateway; reply.html {
		reply.body, reply.items = page(reply.status), nil
	}
	header := c.w.Header()
	header["Content-Type"] = []string{"application/json"}
	switch {
	case reply.contentType != "":
		header["Content-Type"] = []string{reply.contentType}
	case reply.html:
		header["Content-Type"] = []string{"text/html; charset=utf-8"}
	}
	header["X-Request-Id"] = []string{c.requestID}
	c.rate.write(header)
	if reply.etag != "" {
		header["Etag"] = []string{`"` + reply.etag + `"`}
	}
	if reply.allow != "" {
		header["Allow"] = []string{reply.allow}
	}
	if reply.status == http.StatusUnauthorized {
		header["Www-Authenticate"] = []string{`Basic realm="dataplatform"`, `Bearer realm="dataplatform"`}
	}
	if reply.retry > 0 {
		header["Retry-After"] = []string{retryAfter(reply, c.skew)}
	}
	if c.skew != 0 {
		header["Date"] = []string{time.Now().Add(c.skew).UTC().Format(http.TimeFormat)}
	}
}

// length is the size of an answer's body.
func (r *answer) length() int {
	length := len(r.body)
	if r.items != nil {
		length += len(listEnd) + max(0, len(r.items)-1)
		for _, item := range r.items {
			length += len(item)
		}
	}
	return length
}

// write sends an answer.
func (a *API) write(c *call, reply answer) {
	a.header(c, &reply)
	if reply.status != http.StatusNotModified {
		c.w.Header()["Content-Length"] = []string{strconv.Itoa(reply.length())}
	}
	c.w.WriteHeader(reply.status)
	if c.r.Method != http.MethodHead && reply.status != http.StatusNotModified {
		a.writeBody(c.w, reply)
	}
}

// listEnd ends the answer of a list after its items.
const listEnd = "]}"

// pieceSize is how much of a list is written at once: with less, the system
// calls cost more than the list.
const pieceSize = 64 << 10

// writeBody writes an answer. An error means that nobody listens any more,
// which is none of our business.
func (a *API) writeBody(w io.Writer, reply answer) {
	if reply.items == nil {
		_, _ = w.Write(reply.body)
		return
	}
	buffer := a.pieces.Get().(*[]byte)
	defer a.pieces.Put(buffer)
	piece := append((*buffer)[:0], reply.body...)
	for i, item := range reply.items {
		if i > 0 {
			piece = append(piece, ',')
		}
		if len(piece)+len(item) > pieceSize {
			if _, err := w.Write(piece); err != nil {
				return
			}
			piece = piece[:0]
		}
		piece = append(piece, item...)
	}
	piece = append(piece, listEnd...)
	_, _ = w.Write(piece)
	*buffer = piece
}

// nextRequestID has the form of a UUID; its first half is the API's own.
func (a *API) nextRequestID() string {
	id := identifier{}
	copy(id[:], a.requestID[:])
	binary.BigEndian.PutUint64(id[8:], a.requests.Add(1))
	return id.String()
}

// retryAfter is the value of the header.
func retryAfter(reply *answer, skew time.Duration) string {
	if reply.date {
		return time.Now().Add(skew + reply.retry).UTC().Truncate(time.Second).Add(time.Second).Format(http.TimeFormat)
	}
	return seconds(reply.retry)
}

// seconds is a duration in full seconds, rounded up.
func seconds(d time.Duration) string {
	return strconv.FormatInt(int64(math.Ceil(d.Seconds())), 10)
}

// page is an error as a gateway writes it.
func page(status int) []byte {
	title := strings.TrimSpace(strconv.Itoa(status) + " " + http.StatusText(status))
	return []byte(strings.ReplaceAll("<html>\r\n<head><title>{}</title></head>\r\n<body>\r\n<center><h1>{}</h1></center>\r\n"+
		"<hr><center>gateway</center>\r\n</body>\r\n</html>\r\n", "{}", title))
}
