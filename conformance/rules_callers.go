package conformance

// The caller's own: what a client is given, and what all of a program share, is
// left as it is.

import (
	"context"
	"net/http"
	"time"
)

func callerRules() []Rule {
	return []Rule{
		{
			Name:  "http-client-is-not-altered",
			Why:   "A caller's http.Client serves other parts of the program too.",
			Needs: []Capability{HTTPClient},
			check: checkHTTPClient,
		},
		{
			Name:  "package-defaults-are-not-altered",
			Why:   "What net/http shares by default, its client and its transport, belongs to everybody.",
			Needs: []Capability{SameProcess},
			check: checkDefaults,
		},
		{
			Name:  "configuration-is-not-altered",
			Why:   "A configuration may be shared by clients and written down afterwards.",
			Needs: []Capability{Configuration},
			check: checkConfiguration,
		},
	}
}

// eventful takes a client through all that may tempt it to alter something.
func (p *probe) eventful(client Client, server *Server) {
	before := len(server.Requests())
	for _, call := range []Call{get, list, create, patch, remove, kubeconfig, versions} {
		p.call(client, call)
	}
	ctx, cancel := context.WithCancel(p.ctx)
	cancel()
	p.callWith(ctx, client, get)
	p.want(len(server.Requests()) > before, "requests", "none")
}

// events is what eventful is answered with.
func events() Script {
	return first(refusal(http.StatusServiceUnavailable), refusal(http.StatusNotFound), Reply{Fault: Break},
		Reply{Status: http.StatusFound, Header: header("Location", "/dataplatform/elsewhere")})
}

func checkHTTPClient(p *probe) {
	server := p.serveTLS(events())
	own := *server.Client()
	own.Timeout = time.Minute
	// A transport completes itself when it is used first.
	request, err := http.NewRequestWithContext(p.ctx, http.MethodGet, server.URL, nil)
	if err == nil {
		var resp *http.Response
		if resp, err = own.Do(request); err == nil {
			_ = resp.Body.Close()
		}
	}
	if err != nil {
		panic(err)
	}
	before := look(&own)
	p.eventful(p.client(server.URL, func(s *Settings) { s.HTTPClient = &own }), server)
	p.unaltered(before, look(&own))
}

func checkDefaults(p *probe) {
	server := p.serve(events())
	p.eventful(p.client(server.URL), server)
	p.unaltered(p.defaults.before, lookAtDefaults())
}

func checkConfiguration(p *probe) {
	server := p.serve(events())
	client := p.client(server.URL)
	configured, ok := client.(Configured)
	if !p.want(ok, "a client that shows its configuration, as the adapter says", "%T", client) {
		return
	}
	before := configured.Configuration()
	p.eventful(client, server)
	after := configured.Configuration()
	p.want(before == after, "the configuration "+shorten(before), "%s", shorten(after))
}

func (p *probe) unaltered(before, after map[string]string) {
	for name := range before {
		p.want(before[name] == after[name], name+" to stay as it was", "it is another")
	}
}
