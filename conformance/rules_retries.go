package conformance

// Retries: what is tried again, what is not, and that it ends.

import (
	"bytes"
	"context"
	"errors"
	"net"
	"net/http"
	"sync/atomic"
)

func retryRules() []Rule {
	return []Rule{
		{
			Name:  "passing-failures-are-retried",
			Why:   "A 429, 502, 503 or 504 is gone at the next try more often than not, and trying GET, PATCH and DELETE again is safe.",
			check: checkPassingFailures,
		},
		{
			Name:  "broken-connections-are-retried",
			Why:   "A connection that breaks says nothing about the service, and trying GET, PATCH and DELETE again is safe.",
			check: checkBrokenConnections,
		},
		{
			Name:  "post-is-not-repeated-in-doubt",
			Why:   "A POST that may have had its effect creates a second cluster when it is sent again.",
			check: checkPostInDoubt,
		},
		{
			Name:  "post-is-repeated-after-429",
			Why:   "A 429 promises that the POST did nothing.",
			check: checkPostAfter429,
		},
		{
			Name:  "post-is-repeated-when-never-connected",
			Why:   "A POST that found no connection to go out on did nothing.",
			Needs: []Capability{HTTPClient},
			check: checkPostNeverConnected,
		},
		{
			Name:  "retries-keep-the-request",
			Why:   "The second try must ask for what the first one asked for, body and credentials included.",
			check: checkSameRequest,
		},
		{
			Name:  "final-answers-are-not-retried",
			Why:   "What is wrong with a request is still wrong with it the second time.",
			check: checkFinalAnswers,
		},
		{
			Name:  "retries-end",
			Why:   "A service that is down for long needs no callers who never give up, and they need to know.",
			check: checkRetriesEnd,
		},
		budgetRule(),
	}
}

var safeToRepeat = []Call{get, patch, remove}

func checkPassingFailures(p *probe) {
	var g group
	for _, call := range safeToRepeat {
		for _, status := range []int{429, 502, 503, 504} {
			g.add(p.in("%s after one %d", call.Operation, status), func(p *probe) {
				result, server := p.once(first(refusal(status)), call)
				p.succeeded(result)
				p.requested(2, server)
			})
		}
	}
	g.running.Wait()
}

func checkBrokenConnections(p *probe) {
	var g group
	for _, call := range safeToRepeat {
		g.add(p.in("%s on a connection that breaks", call.Operation), func(p *probe) {
			result, server := p.once(first(Reply{Fault: Break}), call)
			p.succeeded(result)
			p.requested(2, server)
		})
	}
	g.running.Wait()
}

func checkPostInDoubt(p *probe) {
	document := fine(0, Request{Method: http.MethodPost})
	document.Fault = BreakInBody
	var g group
	for _, doubt := range []struct {
		name   string
		reply  Reply
		status int
	}{
		{"a 500", refusal(500), 500},
		{"a 502", refusal(502), 502},
		{"a 503", refusal(503), 503},
		{"a 503 with Retry-After", refusal(503, "Retry-After", "0"), 503},
		{"a 504", refusal(504), 504},
		{"a broken connection", Reply{Fault: Break}, 0},
		{"an answer that is cut off", document, http.StatusAccepted},
	} {
		g.add(p.in("POST and %s", doubt.name), func(p *probe) {
			result, server := p.once(first(doubt.reply), create)
			if doubt.status == http.StatusAccepted {
				p.refused(doubt.status, result, server)
			} else {
				p.failedWith(doubt.status, result)
			}
			p.requested(1, server)
		})
	}
	g.add(p.in("POST and a kept connection that breaks"), func(p *probe) {
		server := p.serve(func(n int, r Request) Reply {
			if n == 1 {
				return Reply{Fault: Break}
			}
			return fine(n, r)
		})
		client := p.client(server.URL)
		p.succeeded(p.call(client, get))
		p.failedWith(0, p.call(client, create))
		p.requested(2, server)
	})
	g.running.Wait()
}

func checkPostAfter429(p *probe) {
	result, server := p.once(first(refusal(http.StatusTooManyRequests, "Retry-After", "0")), create)
	p.succeeded(result)
	p.requested(2, server)
}

func checkPostNeverConnected(p *probe) {
	server := p.serve(fine)
	var dials atomic.Int64
	transport := &http.Transport{DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
		if dials.Add(1) == 1 {
			return nil, &net.OpError{Op: "dial", Net: network, Err: errors.New("connection refused")}
		}
		return new(net.Dialer).DialContext(ctx, network, address)
	}}
	p.onEnd(transport.CloseIdleConnections)
	client := p.client(server.URL, func(s *Settings) { s.HTTPClient = &http.Client{Transport: transport} })
	p.succeeded(p.call(client, create))
	p.requested(1, server)
}

func checkSameRequest(p *probe) {
	var g group
	for _, call := range []Call{patch, create} {
		g.add(p.in("%s after one 429", call.Operation), func(p *probe) {
			_, server := p.once(first(refusal(http.StatusTooManyRequests)), call)
			if !p.requested(2, server) {
				return
			}
			a, b := server.Requests()[0], server.Requests()[1]
			p.want(a.Method == b.Method && a.Path == b.Path, a.Method+" "+a.Path+" again", "%s %s", b.Method, b.Path)
			p.want(len(a.Body) > 0 && bytes.Equal(a.Body, b.Body), "the body "+string(a.Body)+" again", "%q", b.Body)
			for _, name := range []string{"Authorization", "Content-Type", "Accept"} {
				p.want(a.Header.Get(name) == b.Header.Get(name), "the same "+name+" again", "another one")
			}
		})
	}
	g.running.Wait()
}

func checkFinalAnswers(p *probe) {
	var g group
	for _, call := range safeToRepeat {
		for _, status := range []int{400, 401, 403, 404, 409, 422, 500, 501} {
			g.add(p.in("%s and a %d", call.Operation, status), func(p *probe) {
				result, server := p.once(first(refusal(status)), call)
				p.failedWith(status, result)
				p.requested(1, server)
			})
		}
	}
	g.running.Wait()
}

func checkRetriesEnd(p *probe) {
	result, server := p.once(always(refusal(http.StatusServiceUnavailable)), get)
	p.failedWith(http.StatusServiceUnavailable, result)
	p.want(!errors.Is(result.Err, context.DeadlineExceeded) && result.Err != errStuck, "the client to give up by itself within "+callLimit.String(), "%s", outcome(result))
	tries := len(server.Requests())
	p.want(tries >= 2 && tries <= 10, "2 to 10 tries at a service that stays down", "%d", tries)
}
