package conformance

// Credentials: sent once and to the right one, shown to nobody, renewed when
// they have run out.

import (
	"context"
	"encoding/base64"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const (
	secretUser     = "caller"
	secretPassword = "password-of-the-caller"
)

func credentialRules() []Rule {
	return []Rule{
		{
			Name:  "one-authorization-header",
			Why:   "Two Authorization headers are refused by some gateways, and read differently by others.",
			check: checkOneHeader,
		},
		{
			Name:  "no-credentials-in-the-clear",
			Why:   "Over plain http everybody on the way can read a credential; only this machine's own addresses are safe.",
			Needs: []Capability{HTTPClient},
			check: checkInTheClear,
		},
		{
			Name:  "errors-hide-credentials",
			Why:   "Errors are logged and sent around, and gateways echo what they got.",
			check: checkErrorsHide,
		},
		{
			Name:  "logs-hide-credentials",
			Why:   "Logs are read by more people than may use the account.",
			Needs: []Capability{Logs},
			check: checkLogsHide,
		},
		{
			Name:  "logs-hide-kubeconfigs",
			Why:   "A kubeconfig is a credential, to the cluster and all that runs in it.",
			Needs: []Capability{Logs},
			check: checkLogsHideKubeconfigs,
		},
		{
			Name:  "token-is-renewed-once-after-401",
			Why:   "A token that ran out is replaced without bothering the caller, and one that never works is not asked for for ever.",
			Needs: []Capability{TokenSource},
			check: checkRenewal,
		},
		{
			Name:  "token-source-is-asked-once",
			Why:   "A hundred calls that begin together need one token and not a hundred.",
			Needs: []Capability{TokenSource},
			check: checkAskedOnce,
		},
	}
}

func withPassword(s *Settings) { s.Username, s.Password = secretUser, secretPassword }
func withoutToken(s *Settings) { s.Token = "" }

// secrets are the texts that must not show up, by what they are.
func secrets() map[string]string {
	return map[string]string{
		"the token":                secretToken,
		"the password":             secretPassword,
		"the basic authentication": base64.StdEncoding.EncodeToString([]byte(secretUser + ":" + secretPassword)),
	}
}

func (p *probe) hides(where, text string) {
	for name, secret := range secrets() {
		p.want(!strings.Contains(text, secret), where+" without "+name, "it in there")
	}
}

func checkOneHeader(p *probe) {
	var g group
	for name, with := range map[string][]func(*Settings){
		"a token":                        nil,
		"a user and a password":          {withPassword, withoutToken},
		"a token, a user and a password": {withPassword},
	} {
		g.add(p.in("with %s", name), func(p *probe) {
			server := p.serve(first(refusal(http.StatusServiceUnavailable)))
			client := p.client(server.URL, with...)
			p.call(client, get)
			p.call(client, create)
			p.want(len(server.Requests()) > 0, "requests", "none")
			for _, request := range server.Requests() {
				values := request.Header.Values("Authorization")
				p.want(len(values) == 1 && values[0] != "", "1 Authorization header", "%d", len(values))
			}
		})
	}
	g.running.Wait()
}

func checkInTheClear(p *probe) {
	recorder := p.serve(fine)
	address := strings.TrimSuffix(strings.TrimPrefix(recorder.URL, "http://"), basePath)
	// Whatever host a request is for, it ends up at the recorder.
	transport := &http.Transport{DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, network, address)
	}}
	p.onEnd(transport.CloseIdleConnections)
	with := func(s *Settings) { s.HTTPClient = &http.Client{Transport: transport} }
	for name, also := range map[string]func(*Settings){"a token": func(*Settings) {}, "a password": func(s *Settings) { withPassword(s); withoutToken(s) }} {
		client, err := p.adapter.New(settingsFor(elsewhereHTTP, with, also))
		if err != nil {
			continue // refused even earlier
		}
		p.in("%s over http to another machine", name).call(client, get)
	}
	p.want(authorized(recorder) == 0, "no credentials to another machine over plain http", "%s with them", plural(authorized(recorder), "request"))

	plain := p.serve(fine)
	server := p.serveTLS(always(redirect(http.StatusTemporaryRedirect, plain.URL+"/clusters/"+clusterID)))
	p.call(p.client(server.URL, func(s *Settings) { s.HTTPClient = server.Client() }), get)
	p.want(authorized(plain) == 0, "no credentials after a redirect from https to http", "%s with them", plural(authorized(plain), "request"))
}

// echoes are errors that show the request's Authorization header.
func echoes() map[string]Script {
	echo := func(contentType, format string) Script {
		return func(_ int, r Request) Reply {
			text := fmt.Sprintf(format, r.Header.Get("Authorization"))
			return Reply{Status: http.StatusBadRequest, Header: header("Content-Type", contentType), Body: []byte(text)}
		}
	}
	return map[string]Script{
		"the service's error": echo("application/json", `{"httpStatus":400,"messages":[{"errorCode":"dp-400","message":"what is %s?"}]}`),
		"a plain text":        echo("text/plain", "bad header: %s"),
		"a page":              echo("text/html", "<p>bad header: %s</p>"),
		"a strange document":  echo("application/json", `{"request":{"headers":{"authorization":"%s"}}}`),
	}
}

func checkErrorsHide(p *probe) {
	var g group
	for name, script := range echoes() {
		for with, settings := range map[string]func(*Settings){"a token": func(*Settings) {}, "a password": func(s *Settings) { withPassword(s); withoutToken(s) }} {
			g.add(p.in("%s that echoes %s", name, with), func(p *probe) {
				result, _ := p.once(script, get, settings)
				if p.want(result.Err != nil, "an error", "%s", outcome(result)) {
					p.hides("an error", fmt.Sprintf("%s %v %+v", result.Err, result.Err, result.Err))
				}
			})
		}
	}
	g.running.Wait()
}

// logged returns all that the client logs while it makes calls.
func (p *probe) logged(script Script, call Call, with ...func(*Settings)) string {
	var (
		mu   sync.Mutex
		text strings.Builder
	)
	p.once(script, call, append(with, func(s *Settings) {
		s.Log = func(line string) {
			mu.Lock()
			defer mu.Unlock()
			text.WriteString(line + "\n")
		}
	})...)
	mu.Lock()
	defer mu.Unlock()
	p.want(text.Len() > 0, "a log, as the adapter says", "nothing")
	return text.String()
}

func checkLogsHide(p *probe) {
	var g group
	scripts := echoes()
	scripts["an answer"] = fine
	for name, script := range scripts {
		for with, settings := range map[string]func(*Settings){"a token": func(*Settings) {}, "a password": func(s *Settings) { withPassword(s); withoutToken(s) }} {
			g.add(p.in("%s, with %s", name, with), func(p *probe) {
				p.hides("a log", p.logged(script, get, settings))
			})
		}
	}
	g.running.Wait()
}

func checkLogsHideKubeconfigs(p *probe) {
	log := p.logged(fine, kubeconfig)
	p.want(!strings.Contains(log, kubeconfigSecret), "a log without the kubeconfig", "it in there")
}

// numbered hands out a new token each time it is asked.
func numbered(asked *atomic.Int64) func(*Settings) {
	return func(s *Settings) {
		s.Token = ""
		s.TokenSource = func() (string, error) { return "token-number-" + itoa(int(asked.Add(1))), nil }
	}
}

func checkRenewal(p *probe) {
	var asked atomic.Int64
	result, server := p.in("a token that ran out").once(func(n int, r Request) Reply {
		if r.Header.Get("Authorization") == "Bearer token-number-1" {
			return refusal(http.StatusUnauthorized)
		}
		return fine(n, r)
	}, get, numbered(&asked))
	p.in("a token that ran out").succeeded(result)
	p.in("a token that ran out").requested(2, server)
	p.want(asked.Load() == 2, "the source to be asked twice in all", "%d times", asked.Load())

	asked.Store(0)
	refused := p.in("a service that takes no token")
	result, server = refused.once(always(refusal(http.StatusUnauthorized)), get, numbered(&asked))
	refused.failedWith(http.StatusUnauthorized, result)
	refused.requested(2, server)
	refused.want(asked.Load() == 2, "the source to be asked twice in all", "%d times", asked.Load())
}

func checkAskedOnce(p *probe) {
	var (
		g     group
		asked atomic.Int64
	)
	server := p.serve(fine)
	client := p.client(server.URL, func(s *Settings) {
		s.Token = ""
		s.TokenSource = func() (string, error) {
			asked.Add(1)
			time.Sleep(50 * time.Millisecond) // as long as a token server takes
			return secretToken, nil
		}
	})
	for range 16 {
		g.add(p, func(p *probe) { p.succeeded(p.call(client, get)) })
	}
	g.running.Wait()
	p.want(asked.Load() == 1, "the source to be asked once for 16 calls", "%d times", asked.Load())
}
