package conformance

// Answers: what a client makes of documents that it knows, of those that it
// doesn't, and of what is no document at all.

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
)

func answerRules() []Rule {
	return []Rule{
		{
			Name:  "service-errors-are-readable",
			Why:   "The service says what is wrong, and so must the error.",
			check: checkServiceErrors,
		},
		{
			Name:  "unknown-values-survive",
			Why:   "A state or storage type of next year must not break the programs of this year.",
			check: checkUnknownValues,
		},
		{
			Name:  "unknown-fields-are-no-errors",
			Why:   "The service may add a field at any time, and whoever needs it today can read its bytes.",
			check: checkUnknownFields,
		},
		{
			Name:  "a-list-is-no-object",
			Why:   "An empty cluster made of a list would be taken for the truth.",
			check: refuses(200, `[]`, `[`+clusterDocument+`]`),
		},
		{
			Name:  "empty-bodies-are-errors",
			Why:   "An empty cluster made of nothing would be taken for the truth.",
			check: refuses(200, ``),
		},
		{
			Name:  "broken-json-is-an-error",
			Why:   "What cannot be read to the end must not be taken for what could be read of it.",
			check: refuses(200, `{"id":`, `nonsense`, clusterDocument+`}`),
		},
		{
			Name:  "cut-off-bodies-are-errors",
			Why:   "Half an answer must never look like a whole one.",
			check: checkCutOff,
		},
		{
			Name:  "pages-are-errors",
			Why:   "A gateway's page is not the service's answer, whatever its status says.",
			check: checkPages,
		},
		{
			Name:  "oversize-bodies-are-errors",
			Why:   "A program must be able to bound the memory that an answer takes.",
			Needs: []Capability{BodyLimit},
			check: checkOversize,
		},
		{
			Name:  "errors-tell-what-was-wrong",
			Why:   "A caller treats an answer that was cut off differently from one that is too large.",
			Needs: []Capability{ErrorKinds},
			check: checkKinds,
		},
		{
			Name:  "versions-come-in-both-shapes",
			Why:   "The service has answered with a bare list of versions and with an object around it.",
			check: checkVersions,
		},
		{
			Name:  "kubeconfig-is-untouched",
			Why:   "A kubeconfig is handed to kubectl as it came, whatever format it has.",
			check: checkKubeconfig,
		},
	}
}

// answer is a 200 with that body.
func answer(body string) Reply { return Reply{Status: http.StatusOK, Body: []byte(body)} }

// refuses makes a check that each of the bodies is an error with that status.
func refuses(status int, bodies ...string) func(*probe) {
	return func(p *probe) {
		for _, body := range bodies {
			p := p.in("GetCluster and %q", shorten(body))
			result, server := p.once(always(Reply{Status: status, Body: []byte(body)}), get)
			p.refused(status, result, server)
		}
	}
}

func checkServiceErrors(p *probe) {
	var g group
	for _, status := range []int{400, 401, 403, 404, 409, 422, 500} {
		g.add(p.in("a %d", status), func(p *probe) {
			result, _ := p.once(always(refusal(status)), get)
			if !p.failedWith(status, result) {
				return
			}
			for _, text := range []string{"the service said " + itoa(status), "dp-" + itoa(status)} {
				p.want(strings.Contains(result.Err.Error(), text), "an error that says "+text, "%s", outcome(result))
			}
		})
	}
	g.running.Wait()
}

func checkUnknownValues(p *probe) {
	for _, unknown := range []struct {
		call          Call
		document      string
		known, future string
	}{
		{get, clusterDocument, "AVAILABLE", "HIBERNATING"},
		{nodePool, nodePoolDocument, "ZONE_1", "ZONE_9"},
		{nodePool, nodePoolDocument, "SSD", "NVME"},
	} {
		p := p.in("%s with %s", unknown.call.Operation, unknown.future)
		result, _ := p.once(always(answer(strings.Replace(unknown.document, unknown.known, unknown.future, 1))), unknown.call)
		if p.succeeded(result) {
			p.want(strings.Contains(string(result.Document), unknown.future), "the value in what was understood", "%s", outcome(result))
		}
	}
}

func checkUnknownFields(p *probe) {
	document := strings.Replace(clusterDocument, `"name":`, `"futureField":{"a":[1,null]},"name":`, 1)
	result, _ := p.once(always(answer(document)), get)
	if !p.succeeded(result) {
		return
	}
	p.want(strings.Contains(string(result.Document), `"lake"`), "the known fields as always", "%s", outcome(result))
	p.want(strings.Contains(string(result.Document)+string(result.Raw), "futureField"),
		"the unknown field in the document or in the bytes that came", "it in neither")
}

func cutOff() []Reply {
	chunked := answer(clusterDocument)
	chunked.Fault = BreakInBody
	announced := chunked
	announced.Header = header("Content-Length", itoa(len(announced.Body)))
	// Up to here it is a document of its own.
	plausible := answer("{}" + strings.Repeat(" ", 100))
	plausible.Fault = BreakInBody
	return []Reply{chunked, announced, plausible}
}

func checkCutOff(p *probe) {
	var g group
	for _, reply := range cutOff() {
		g.add(p.in("GetCluster and half of %q", shorten(string(reply.Body))), func(p *probe) {
			result, server := p.once(always(reply), get)
			p.refused(http.StatusOK, result, server)
		})
	}
	g.running.Wait()
}

func checkPages(p *probe) {
	var g group
	for _, status := range []int{200, 404, 500, 502} {
		g.add(p.in("a page with status %d", status), func(p *probe) {
			result, server := p.once(always(page(status, 0)), get)
			if status == http.StatusOK {
				p.refused(status, result, server)
			} else {
				p.failedWith(status, result)
			}
		})
	}
	// A page is a page even if it happens to be JSON.
	g.add(p.in("a document that says it is a page"), func(p *probe) {
		result, server := p.once(always(Reply{Status: 200, Header: header("Content-Type", "text/html"), Body: []byte(clusterDocument)}), get)
		p.refused(200, result, server)
	})
	g.running.Wait()
}

// bound is the bound on bodies that rules set.
const bound = 64 << 10

func withBound(s *Settings) { s.MaxResponseBytes = bound }

func oversize() Reply {
	return answer(strings.Replace(clusterDocument, `"lake"`, `"`+strings.Repeat("a", 1<<20)+`"`, 1))
}

func checkOversize(p *probe) {
	result, server := p.in("1 MiB where 64 KiB are allowed").once(always(oversize()), get, withBound)
	p.in("1 MiB where 64 KiB are allowed").refused(http.StatusOK, result, server)

	endless := answer(strings.Repeat(" ", 1<<20))
	endless.Repeat = 31
	result, server = p.in("32 MiB where 64 KiB are allowed").once(always(endless), get, withBound)
	p.in("32 MiB where 64 KiB are allowed").refused(http.StatusOK, result, server)
	p.want(server.Cut() > 0, "the client to stop reading", "it read all of it")

	result, _ = p.in("an answer within the bound").once(fine, get, withBound)
	p.in("an answer within the bound").succeeded(result)
}

func checkKinds(p *probe) {
	var g group
	for kind, reply := range map[Kind]Reply{
		Empty:       answer(""),
		Undecodable: answer(`{"id":`),
		CutOff:      cutOff()[0],
		ContentType: page(http.StatusOK, 0),
		TooLarge:    oversize(),
	} {
		var with []func(*Settings)
		if kind == TooLarge {
			if _, ok := p.adapter.offers([]Capability{BodyLimit}); !ok {
				continue
			}
			with = append(with, withBound)
		}
		g.add(p.in("an answer that is %s", kind), func(p *probe) {
			result, _ := p.once(always(reply), get, with...)
			if p.want(result.Err != nil, "an error", "%s", outcome(result)) {
				got := p.adapter.Kind(result.Err)
				p.want(got == kind, "an error of the kind "+string(kind), "the kind %q: %s", got, outcome(result))
			}
		})
	}
	g.running.Wait()
}

func checkVersions(p *probe) {
	for _, document := range []string{versionsDocument, `["24.7","24.11"]`} {
		p := p.in("VersionsGet and %s", document)
		result, _ := p.once(always(answer(document)), versions)
		if p.succeeded(result) {
			p.want(slices.Equal(itemsOf(result.Document), []string{"24.7", "24.11"}), "the versions 24.7 and 24.11", "%s", outcome(result))
		}
	}
}

// itemsOf reads a list of strings, bare or in an object.
func itemsOf(document []byte) []string {
	var bare []string
	if json.Unmarshal(document, &bare) == nil {
		return bare
	}
	var wrapped struct{ Items []string }
	_ = json.Unmarshal(document, &wrapped)
	return wrapped.Items
}

func checkKubeconfig(p *probe) {
	for _, document := range []string{
		kubeconfigDocument,
		"{ \"kind\" :\"Config\",\n\t\"b\":1.0, \"a\":\"\\u00e9<>\" }\n",
		"# made by hand\napiVersion: v1\nkind: Config\n",
	} {
		p := p.in("a kubeconfig %q", shorten(document))
		result, _ := p.once(always(answer(document)), kubeconfig)
		if p.succeeded(result) {
			p.want(string(result.Document) == document, "every byte as it came", "%q", shorten(string(result.Document)))
		}
	}
}
