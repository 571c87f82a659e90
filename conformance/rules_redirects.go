package conformance

// Redirects: a request goes where its caller sent it, as what it is.

import (
	"bytes"
	"strings"
)

func redirectRules() []Rule {
	return []Rule{
		{
			Name:  "redirects-stay-with-the-host",
			Why:   "What a caller sends to the service, credentials first of all, is nobody else's.",
			check: checkRedirectsAway,
		},
		{
			Name:  "redirects-keep-the-request",
			Why:   "A POST that becomes a GET on the way looks like a success and created nothing.",
			check: checkRedirectsChange,
		},
	}
}

func redirect(status int, to string) Reply {
	return Reply{Status: status, Header: header("Location", to), Body: []byte("{}")}
}

func checkRedirectsAway(p *probe) {
	var g group
	for _, call := range []Call{get, create, patch, remove} {
		for _, status := range []int{301, 302, 303, 307, 308} {
			g.add(p.in("%s and a %d to another host", call.Operation, status), func(p *probe) {
				other := p.serve(fine)
				elsewhere := strings.Replace(other.URL, "127.0.0.1", "localhost", 1) + "/clusters/" + clusterID
				result, _ := p.once(always(redirect(status, elsewhere)), call)
				p.want(result.Err != nil, "an error", "%s", outcome(result))
				p.want(len(other.Requests()) == 0, "no request to the other host", "%d", len(other.Requests()))
			})
		}
	}
	g.running.Wait()
}

func checkRedirectsChange(p *probe) {
	var g group
	for _, call := range []Call{create, patch, remove} {
		for _, status := range []int{301, 302, 303, 307, 308} {
			g.add(p.in("%s and a %d within the host", call.Operation, status), func(p *probe) {
				result, server := p.once(first(redirect(status, basePath+"/clusters/"+clusterID)), call)
				requests := server.Requests()
				if len(requests) == 1 {
					p.want(result.Err != nil, "an error, since the redirect was not followed", "%s", outcome(result))
				}
				for _, request := range requests {
					p.want(request.Method == requests[0].Method, requests[0].Method+" or nothing", "%s", request.Method)
					p.want(bytes.Equal(request.Body, requests[0].Body), "the same body or nothing", "%q", request.Body)
				}
			})
		}
	}
	g.running.Wait()
}

// elsewhereHTTP is a host that no name server knows, so that a request to it
// goes nowhere but through the dialer of a rule.
const elsewhereHTTP = "http://dataplatform.conformance.test" + basePath

// authorized counts the requests that carried credentials.
func authorized(server *Server) int {
	n := 0
	for _, request := range server.Requests() {
		if request.Header.Get("Authorization") != "" {
			n++
		}
	}
	return n
}
