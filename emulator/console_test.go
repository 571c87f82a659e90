// Tests of the web page in a real browser: Debian's chromium, headless.

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// browser is a page in a browser, which ends with the test. What the browser
// complains about (scripts, the page's security policy) fails the test.
func browser(t *testing.T) context.Context {
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		return nil
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("no-proxy-server", true))
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	require.NoError(t, chromedp.Do(ctx), "the browser starts")
	complaints := make(chan []string)
	messages := chromedp.Console(ctx)
	go func() {
		var all []string
		for message, err := range messages {
			// What was refused on purpose is not the page's mistake.
			if err == nil && message.Source != "network" {
				all = append(all, message.String())
			}
		}
		complaints <- all
	}()
	t.Cleanup(func() {
		stop()
		require.Empty(t, <-complaints, "the browser complains about nothing")
	})
	return ctx
}

// page drives the page and reads it.
type page struct {
	t   *testing.T
	ctx context.Context
}

func (p page) run(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, 20*time.Second)
	defer cancel()
	require.NoError(p.t, chromedp.Do(ctx, actions...))
}

func (p page) click(selector string) {
	p.t.Helper()
	p.run(chromedp.Click(chromedp.CSS(selector)))
}

func evaluate[T any](p page, script string) T {
	p.t.Helper()
	value, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](script))
	require.NoError(p.t, err, script)
	return value
}

// text is what an element shows, "" when it isn't there.
func (p page) text(selector string) string {
	p.t.Helper()
	return evaluate[string](p, fmt.Sprintf("document.querySelector(%q)?.innerText ?? ''", selector))
}

// shows waits until an element has the text.
func (p page) shows(selector, text string) {
	p.t.Helper()
	var now string
	for range 200 {
		if now = p.text(selector); strings.Contains(now, text) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	require.FailNow(p.t, "it isn't shown", "%s has %q, not %q", selector, now, text)
}

// fill writes into a field of the form for faults.
func (p page) fill(name, value string) {
	p.t.Helper()
	evaluate[bool](p, fmt.Sprintf(`(() => {
		const input = document.getElementById('add').elements[%q];
		input.value = %q;
		return input.dispatchEvent(new Event('change'));
	})()`, name, value))
}

// offered names the fields of the form for faults that can be filled in.
func (p page) offered() string {
	p.t.Helper()
	return evaluate[string](p, `[...document.getElementById('add').elements].filter(e => e.name && e.checkVisibility() && !e.disabled).map(e => e.name).join(' ')`)
}

func TestPage(t *testing.T) {
	ctx := browser(t)
	if ctx == nil {
		t.Log("there is no chromium here, so the page is not tested: apt-get install chromium")
		return
	}
	r := start(t, "--duration=cluster.create=1h,nodepool.create=1h")
	p := page{t, ctx}
	p.run(chromedp.Navigate(r.admin + "/"))
	p.shows("#connection", "live")
	p.shows("#resources", "There are no clusters yet.")
	p.shows("#journal", "Nobody has asked anything yet.")
	p.shows("#faults", "Nothing goes wrong on purpose.")

	// What happens appears by itself.
	id := r.ask("POST", basePath+"/clusters", order)["id"].(string)
	p.shows("#resources tr.cluster", "DEPLOYING")
	p.shows("#resources tr.cluster", id)
	p.shows("#resources tr.cluster", "create in ")
	p.shows("#journal tr:first-child", "POST /dataplatform/clusters")
	p.shows("#journal tr:first-child", "202")
	r.ask("POST", basePath+"/clusters/"+id+"/nodepools", `{"properties":{"name":"workers","nodeCount":3}}`)
	p.shows("#resources tr.pool", "workers")
	p.shows("#resources tr.pool", "create waits")

	// Time is the user's.
	p.click(`button[data-advance="1h"]`)
	p.shows("#resources tr.cluster", "AVAILABLE")
	p.shows("#resources tr.pool", "DEPLOYING")
	p.click(`button[data-speed="60"]`)
	p.shows("#speed", "60")
	p.click(`button[data-speed="0"]`)
	p.shows("#speed", "0")

	// Faults come and go.
	p.fill("latency", "soon")
	p.click(`#add button[type="submit"]`)
	p.shows("#problem", "soon")
	p.fill("latency", "")
	p.fill("operation", "VersionsGet")
	p.click(`#add button[type="submit"]`)
	p.shows("#faults", "VersionsGet")
	require.Empty(t, p.text("#problem"))
	status, _ := r.do("GET", r.api+basePath+"/versions", "")
	require.Equal(t, 503, status)
	p.shows("#faults", "1 of 1")
	p.shows("#journal tr:first-child", "503")
	p.click("#faults button")
	p.shows("#faults", "Nothing goes wrong on purpose.")

	// Each kind has its own fields, and its own values only.
	require.Equal(t, "kind operation status retryAfter latency probability count", p.offered())
	p.fill("retryAfter", "2s")
	p.fill("kind", "clock-skew")
	require.Equal(t, "kind operation skew latency probability count", p.offered())
	p.fill("skew", "-5m")
	p.fill("probability", "0.5")
	p.click(`#add button[type="submit"]`)
	p.shows("#faults", "skew -5m0s")
	p.shows("#faults", "probability 0.5")
	require.Empty(t, p.text("#problem"))
	p.click("#faults button")
	p.shows("#faults", "Nothing goes wrong on purpose.")

	// Whatever a stranger sends is text.
	r.authorization = ""
	r.do("GET", r.api+`/dataplatform/%3Cimg%20src=x%20onerror=alert(1)%3E`, "")
	p.shows("#journal tr:first-child", "<img src=x onerror=alert(1)>")
	p.shows("#journal tr:first-child", "a stranger")
	require.Zero(t, evaluate[int](p, `document.querySelectorAll("#journal img").length`))

	// The filter.
	p.run(chromedp.SendKeys(chromedp.CSS("#filter"), "nothing like this"))
	p.shows("#counts", "0 of 1")
	p.shows("#resources", "Nothing fits.")

}

// TestPageWithMany: what is new is shown, what is old can be found, and a long
// journal begins with its end.
func TestPageWithMany(t *testing.T) {
	ctx := browser(t)
	if ctx == nil {
		return
	}
	r := start(t, "--journal=5000")
	for i := range 501 {
		r.ask("POST", basePath+"/clusters", strings.Replace(order, "lake", fmt.Sprintf("lake-%04d", i), 1))
	}
	for range 1000 {
		r.ask("GET", basePath+"/versions", "")
	}
	r.ask("POST", basePath+"/clusters", strings.Replace(order, "lake", "newest", 1))
	p := page{t, ctx}
	p.run(chromedp.Navigate(r.admin + "/"))
	p.shows("#counts", "the latest 500 of 502")
	require.Equal(t, "newest", p.text("#resources tr:last-child th"))
	require.Equal(t, "1502", p.text("#journal tr:first-child th"))
	require.Equal(t, 200, evaluate[int](p, `document.querySelectorAll("#journal tr").length`))
	p.run(chromedp.SendKeys(chromedp.CSS("#filter"), "LAKE-0000"))
	p.shows("#counts", "1 of 502")
	require.Equal(t, "lake-0000", p.text("#resources th"))
}

// TestPageWithHostileNames shows names that would be markup, or another path.
func TestPageWithHostileNames(t *testing.T) {
	ctx := browser(t)
	if ctx == nil {
		t.Log("there is no chromium here, so the page is not tested: apt-get install chromium")
		return
	}
	const image, script = `<img src=x onerror=alert(1)>`, `"><script src=x>..?b#c%2F`
	people := written(t, "contracts: [{number: 1, users: [{username: '"+image+"', token: token, role: administrator}]}]")
	r := start(t, "--people="+people)
	r.ask("POST", basePath+"/clusters", order)
	r.do("GET", r.api+basePath+"/versions?name="+url.QueryEscape(image), "")
	p := page{t, ctx}
	p.run(chromedp.Navigate(r.admin + "/"))
	p.shows("#resources tr.cluster", image)
	p.shows("#journal tr:first-child", image)
	for _, id := range []string{script, "...", " ", "%2E%2E", image} {
		fault, err := json.Marshal(map[string]string{"id": id, "kind": "content-type", "contentType": image, "person": script})
		require.NoError(t, err)
		status, body := r.do("POST", r.admin+"/admin/faults", string(fault))
		require.Equal(t, 200, status, body)
		p.shows("#faults", "contentType "+image)
		p.shows("#faults", "person "+script)
		require.Zero(t, evaluate[int](p, `document.querySelectorAll("tbody :is(img, script)").length`))
		p.click("#faults button")
		p.shows("#faults", "Nothing goes wrong on purpose.")
		require.Empty(t, p.text("#problem"), id)
	}
}

// TestPageOutlivesTheProgram leaves the page open while the program begins anew.
func TestPageOutlivesTheProgram(t *testing.T) {
	ctx := browser(t)
	if ctx == nil {
		t.Log("there is no chromium here, so the page is not tested: apt-get install chromium")
		return
	}
	r := start(t)
	for range 3 {
		r.ask("GET", basePath+"/versions", "")
	}
	p := page{t, ctx}
	p.run(chromedp.Navigate(r.admin + "/"))
	p.shows("#journal tr:first-child", "versions")
	require.NoError(t, r.stop())
	p.shows("#connection", "no answer")
	r = start(t, "--admin-address="+strings.TrimPrefix(r.admin, "http://"))
	p.shows("#connection", "live")
	p.shows("#journal", "Nobody has asked anything yet.")
	r.ask("POST", basePath+"/clusters", order)
	p.shows("#journal tr:first-child", "POST /dataplatform/clusters")
}

// TestPageIsForEverybody checks what people with other eyes and hands need.
func TestPageIsForEverybody(t *testing.T) {
	ctx := browser(t)
	if ctx == nil {
		t.Log("there is no chromium here, so the page is not tested: apt-get install chromium")
		return
	}
	r := start(t, "--duration=cluster.create=1h")
	r.ask("POST", basePath+"/clusters", order)
	p := page{t, ctx}
	p.run(chromedp.Navigate(r.admin + "/"))
	p.shows("#resources tr.cluster", "DEPLOYING")
	for what, script := range map[string]string{
		"a language":               `document.documentElement.lang === "en"`,
		"one main heading":         `document.querySelectorAll("h1").length === 1`,
		"a main part":              `document.querySelectorAll("main").length === 1`,
		"named sections":           `[...document.querySelectorAll("section")].every(s => document.getElementById(s.getAttribute("aria-labelledby")))`,
		"named tables":             `[...document.querySelectorAll("table")].every(t => t.caption && t.caption.textContent)`,
		"headed columns":           `[...document.querySelectorAll("thead th")].every(h => h.scope === "col" && h.textContent.trim())`,
		"headed rows":              `[...document.querySelectorAll("#resources tr")].every(r => r.querySelector("th[scope=row]"))`,
		"named fields":             `[...document.querySelectorAll("input, select")].every(i => i.labels.length > 0)`,
		"named buttons":            `[...document.querySelectorAll("button")].every(b => (b.getAttribute("aria-label") || b.textContent).trim())`,
		"a spoken connection":      `document.getElementById("connection").getAttribute("role") === "status"`,
		"scrolling with the keys":  `[...document.querySelectorAll(".wide")].every(w => w.tabIndex === 0)`,
		"nothing from elsewhere":   `performance.getEntriesByType("resource").every(e => new URL(e.name).origin === location.origin)`,
		"no sideways page on 320":  `document.documentElement.scrollWidth <= document.documentElement.clientWidth`,
		"states that are in words": `document.querySelector("#resources td").textContent === "DEPLOYING"`,
	} {
		if strings.HasSuffix(what, "320") {
			p.run(chromedp.EmulateViewport(320, 640))
		}
		require.True(t, evaluate[bool](p, script), what)
	}
	p.run(chromedp.EmulateViewport(1200, 800))

	backgrounds := map[string]string{}
	for _, scheme := range []string{"light", "dark"} {
		p.run(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
				Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
			})
			return err
		}))
		backgrounds[scheme] = evaluate[string](p, `getComputedStyle(document.body).backgroundColor`)
		require.GreaterOrEqual(t, evaluate[float64](p, contrast), 4.5, scheme)
	}
	require.NotEqual(t, backgrounds["light"], backgrounds["dark"])
}

// contrast is the lowest ratio between text and what is behind it, as WCAG
// computes it.
const contrast = `(() => {
	const channels = (color) => color.match(/[\d.]+/g).map(Number);
	const light = (color) => {
		const [r, g, b] = channels(color).map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const behind = (element) => {
		for (; element; element = element.parentElement) {
			const color = getComputedStyle(element).backgroundColor;
			if (channels(color)[3] !== 0) return color;
		}
		return "rgb(255, 255, 255)";
	};
	let lowest = 21;
	for (const element of document.querySelectorAll("h1, h2, p, th, td, label, button:not(:disabled), input, select")) {
		if (!element.textContent.trim() && !element.value) continue;
		const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
		lowest = Math.min(lowest, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
	}
	return lowest;
})()`
