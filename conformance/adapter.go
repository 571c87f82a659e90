package conformance

// Adapter: how a client is plugged in.

import (
	"context"
	"net/http"
	"slices"
	"time"
)

// Adapter plugs a client in. Only New is needed; what the client can do beyond
// calls is said in Offers, and rules about the rest are reported as not offered.
type Adapter struct {
	// Name is what reports call the client.
	Name string
	// New makes a client with the settings that its users get by default, but
	// for what s says. Rules call it concurrently.
	New func(s Settings) (Client, error)
	// Offers lists what the client can do beyond calls.
	Offers []Capability
	// Kind tells what a client's error says was wrong with an answer, "" for
	// anything else; nil: the client's errors don't tell.
	Kind func(err error) Kind
	// ShortestPause and LongestPause are the bounds of the pauses between tries
	// that the client promises by default; zero stands for those of the API's
	// own clients, 100 ms and 2 s.
	ShortestPause, LongestPause time.Duration

	// begin starts what the client lives in, for one rule; nil: this process.
	// It returns the adapter for the rule and what ends it.
	begin func(context.Context) (Adapter, func() error, error)
}

// Capability is something that a client may or may not offer.
type Capability string

const (
	// HTTPClient: the client sends its requests with Settings.HTTPClient.
	HTTPClient Capability = "an http.Client of the caller's"
	// Configuration: the client is a [Configured].
	Configuration Capability = "a configuration to look at"
	// Logs: the client logs to Settings.Log.
	Logs Capability = "logs"
	// TokenSource: the client gets its tokens from Settings.TokenSource.
	TokenSource Capability = "a source of tokens"
	// BodyLimit: the client follows Settings.MaxResponseBytes.
	BodyLimit Capability = "a bound on bodies"
	// Waiting: the client answers [AwaitClusterAvailable] and
	// [AwaitClusterDeleted], looking about every Settings.PollInterval.
	Waiting Capability = "waiting"
	// NodePoolWaiting: the client answers [AwaitNodePoolAvailable] and
	// [AwaitNodePoolDeleted], looking about every Settings.PollInterval.
	NodePoolWaiting Capability = "waiting for node pools"
	// Ensuring: the client answers [EnsureCluster].
	Ensuring Capability = "creating once"
	// Pacing: the client waits when the rate-limit headers of an answer say that
	// no requests are left.
	Pacing Capability = "pacing by rate-limit headers"
	// ErrorKinds: the adapter has Kind. It need not be listed in Offers.
	ErrorKinds Capability = "typed errors"
	// Cancellation: the end of a call's context ends the call. Clients in this
	// process offer it by being called with a context; others may not.
	Cancellation Capability = "cancellation"
	// SameProcess: what the client does in this process can be looked at. It
	// need not be listed in Offers.
	SameProcess Capability = "a life in this process"
)

// Kind is what was wrong with an answer.
type Kind string

// The kinds that a client can tell apart.
const (
	TooLarge    Kind = "too large"
	CutOff      Kind = "cut off"
	Empty       Kind = "empty"
	ContentType Kind = "not JSON by its content type"
	Undecodable Kind = "not the JSON that was due"
)

// Settings are what a rule wants of a client. A field that belongs to a
// capability is zero unless the adapter offers that and the rule needs it.
type Settings struct {
	// URL is the base URL of the service, "/dataplatform" included.
	URL string
	// Token is the bearer token. Where Username is set too, the client has
	// both and must choose.
	Token, Username, Password string

	// HTTPClient is to send the requests.
	HTTPClient *http.Client
	// Log takes all that the client logs when it is at its most talkative. It
	// may be called concurrently.
	Log func(text string)
	// TokenSource is to be asked for tokens in place of Token.
	TokenSource func() (string, error)
	// MaxResponseBytes bounds the body of an answer.
	MaxResponseBytes int64
	// PollInterval is how often to look while waiting.
	PollInterval time.Duration
}

// Client makes calls. A client that is an [io.Closer] is closed when its rule
// has ended.
type Client interface {
	// Do makes one call, to its end. It may be called concurrently.
	Do(ctx context.Context, call Call) Result
}

// ClientFunc is a function as a [Client].
type ClientFunc func(ctx context.Context, call Call) Result

// Do calls f.
func (f ClientFunc) Do(ctx context.Context, call Call) Result { return f(ctx, call) }

// Configured is a client that can show the configuration that its caller gave
// it, as text or JSON, secrets left out or not.
type Configured interface {
	Client
	Configuration() string
}

// Operation is one of the API's operations, or what a client makes of several.
type Operation string

// The operations, by their documented names. Rules don't use all of them today.
const (
	CreateCluster         Operation = "CreateCluster"
	GetClusters           Operation = "GetClusters"
	GetCluster            Operation = "GetCluster"
	PatchCluster          Operation = "PatchCluster"
	DeleteCluster         Operation = "DeleteCluster"
	GetClusterKubeconfig  Operation = "GetClusterKubeconfig"
	CreateClusterNodepool Operation = "CreateClusterNodepool"
	GetClusterNodepools   Operation = "GetClusterNodepools"
	GetClusterNodepool    Operation = "GetClusterNodepool"
	PatchClusterNodepool  Operation = "PatchClusterNodepool"
	DeleteClusterNodepool Operation = "DeleteClusterNodepool"
	VersionsGet           Operation = "VersionsGet"

	// AwaitClusterAvailable waits until the cluster is AVAILABLE; a FAILED…
	// state is an error.
	AwaitClusterAvailable Operation = "AwaitClusterAvailable"
	// AwaitClusterDeleted waits until the cluster is gone.
	AwaitClusterDeleted Operation = "AwaitClusterDeleted"
	// AwaitNodePoolAvailable and AwaitNodePoolDeleted are the same for a node
	// pool.
	AwaitNodePoolAvailable Operation = "AwaitNodePoolAvailable"
	AwaitNodePoolDeleted   Operation = "AwaitNodePoolDeleted"

	// EnsureCluster returns the cluster that has the name and the data center of
	// the body. It creates one from the body if there is none.
	EnsureCluster Operation = "EnsureCluster"
)

// Call is one call of an operation.
type Call struct {
	Operation  Operation
	ClusterID  string
	NodePoolID string
	// Body is the JSON document to create or to patch with.
	Body []byte
}

// Result is how a call went.
type Result struct {
	// Status is the status of the last answer as the client tells it, with a
	// failure through its error; 0: it doesn't tell.
	Status int
	// Document is the answer as the client understood it, as JSON: decoded into
	// the client's types and encoded again. A kubeconfig is handed over as the
	// client does.
	Document []byte
	// Raw are the bytes of the answer where the client hands them out.
	Raw []byte
	// Err is the client's error, untouched.
	Err error
}

// offers tells whether the adapter has all of the capabilities.
func (a Adapter) offers(needs []Capability) (missing Capability, ok bool) {
	for _, need := range needs {
		var found bool
		switch need {
		case ErrorKinds:
			found = a.Kind != nil
		case SameProcess:
			found = a.begin == nil
		case Cancellation:
			found = a.begin == nil || slices.Contains(a.Offers, need)
		default:
			found = slices.Contains(a.Offers, need)
		}
		if !found {
			return need, false
		}
	}
	return "", true
}

func (a Adapter) shortestPause() time.Duration {
	if a.ShortestPause > 0 {
		return a.ShortestPause
	}
	return 100 * time.Millisecond
}

func (a Adapter) longestPause() time.Duration {
	if a.LongestPause > 0 {
		return a.LongestPause
	}
	return 2 * time.Second
}
