package conformance

// Connections: kept, used again, and never read to no end.

import "net/http"

func connectionRules() []Rule {
	return []Rule{
		{
			Name:  "connections-are-reused",
			Why:   "A connection for each call costs a handshake each time and runs a busy program out of ports.",
			check: checkReuse,
		},
		{
			Name:  "connections-survive-errors",
			Why:   "The time of trouble is the worst one for opening new connections.",
			check: checkReuseAfterErrors,
		},
		{
			Name:  "connections-work-over-http2",
			Why:   "HTTP/2 is what the service speaks, and one connection of it carries everything.",
			Needs: []Capability{HTTPClient},
			check: checkHTTP2,
		},
		{
			Name:  "error-bodies-are-bounded",
			Why:   "A gateway that never stops explaining itself must not keep the caller busy.",
			check: checkErrorBodies,
		},
	}
}

func checkReuse(p *probe) {
	server := p.serve(fine)
	client := p.client(server.URL)
	for i := range 20 {
		call := []Call{get, list, create, patch, remove}[i%5]
		if !p.in("call %d, %s", i+1, call.Operation).succeeded(p.call(client, call)) {
			return
		}
	}
	p.want(server.Connections() == 1, "1 connection for 20 calls in a row", "%d", server.Connections())
}

func checkReuseAfterErrors(p *probe) {
	// A refusal of the service, and a page as long as gateways write them.
	server := p.serve(first(refusal(http.StatusNotFound), page(http.StatusInternalServerError, 64<<10)))
	client := p.client(server.URL)
	p.failedWith(http.StatusNotFound, p.call(client, get))
	p.failedWith(http.StatusInternalServerError, p.call(client, get))
	p.succeeded(p.call(client, get))
	p.want(server.Connections() == 1, "1 connection for a 404, a 500 with 64 KiB and a success", "%d", server.Connections())

	server = p.serve(first(page(http.StatusServiceUnavailable, 64<<10)))
	client = p.client(server.URL)
	p.call(client, get) // whether it tries again is another rule's
	p.succeeded(p.call(client, get))
	p.want(server.Connections() == 1, "1 connection for a 503 with 64 KiB and what comes after it", "%d", server.Connections())
}

func checkHTTP2(p *probe) {
	server := p.serveTLS(first(page(http.StatusServiceUnavailable, 64<<10)))
	client := p.client(server.URL, func(s *Settings) { s.HTTPClient = server.Client() })
	for range 10 {
		if !p.succeeded(p.call(client, get)) {
			return
		}
	}
	for _, request := range server.Requests() {
		if !p.want(request.HTTP2, "requests over HTTP/2", "HTTP/1.1") {
			break
		}
	}
	p.want(server.Connections() == 1, "1 connection for 10 calls", "%d", server.Connections())
}

func checkErrorBodies(p *probe) {
	const most = 32 << 20
	reply := page(http.StatusInternalServerError, 256<<10)
	reply.Repeat = most/len(reply.Body) - 1
	result, server := p.once(always(reply), get)
	p.failedWith(http.StatusInternalServerError, result)
	p.want(server.Cut() > 0, "the client to stop reading an error of 32 MiB", "it read all of it")
}
