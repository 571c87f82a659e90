package ionoscloud

// The log of a call: what is said, and to whom.

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// field is a named value of a log entry.
type field struct {
	key   string
	value any
}

// recordLogger is a Logger that takes entries as records and decides by itself
// which it wants.
type recordLogger interface {
	wants(ctx context.Context, level LogLevel) bool
	record(ctx context.Context, level LogLevel, message string, fields []field)
}

// logs tells whether entries of that level are wanted.
func (c *call) logs(level LogLevel) bool {
	if records, ok := c.cfg.Logger.(recordLogger); ok {
		return records.wants(c.ctx, level)
	}
	return c.cfg.Logger != nil && (c.cfg.Debug || c.cfg.LogLevel >= level)
}

// log writes an entry that is wanted, secrets taken out.
func (c *call) log(level LogLevel, message string, fields ...field) {
	message = c.hidden.hide(c.title() + ": " + message)
	for i, f := range fields {
		if text, ok := f.value.(string); ok {
			fields[i].value = c.hidden.hide(text)
		}
	}
	if records, ok := c.cfg.Logger.(recordLogger); ok {
		records.record(c.ctx, level, message, append([]field{{"operation", c.name}}, fields...))
		return
	}
	line := []byte(message)
	for _, f := range fields {
		line = fmt.Appendf(line, " %s=%v", f.key, f.value)
	}
	c.cfg.Logger.Printf("%s", line)
}

func (c *call) logRequest(req *http.Request) {
	if !c.logs(Trace) {
		return
	}
	c.log(Trace, "request", field{"try", c.sent}, field{"method", req.Method}, field{"url", redactURL(req.URL.String())},
		field{"headers", describeHeaders(req.Header)}, field{"body", abridge(c.body)})
}

// logAnswer logs the end of a try: what came, or why nothing did.
func (c *call) logAnswer(req *http.Request, a *answer) {
	if !c.logs(Debug) {
		return
	}
	fields := []field{{"method", req.Method}, {"url", redactURL(req.URL.String())}}
	if a.resp != nil {
		fields = append(fields, field{"status", a.resp.StatusCode})
	}
	fields = append(fields, field{"duration", a.took.Round(time.Microsecond)}, field{"try", c.sent})
	if a.err != nil {
		fields = append(fields, field{"error", a.err.Error()})
	}
	c.log(Debug, "answer", fields...)

	if a.resp == nil || !c.logs(Trace) {
		return
	}
	body := abridge(a.payload)
	if c.op.secret && a.resp.StatusCode < http.StatusMultipleChoices {
		body = fmt.Sprintf("(%d bytes, not shown: they hold credentials)", len(a.payload))
	}
	c.log(Trace, "answer body", field{"try", c.sent}, field{"headers", describeHeaders(a.resp.Header)}, field{"body", body})
}

func (c *call) logPause(why string, d time.Duration) {
	if c.logs(Debug) {
		c.log(Debug, why, field{"pause", d})
	}
}

// logNotices says once for each operation that the service is going to change or
// end it (RFC 9745, RFC 8594).
func (c *call) logNotices(header http.Header) {
	deprecation, sunset := header.Get("Deprecation"), header.Get("Sunset")
	if deprecation == "" && sunset == "" || !c.logs(Debug) {
		return
	}
	if c.client.noticed.first(c.op) {
		c.log(Debug, "the service deprecates this operation",
			field{"deprecation", deprecation}, field{"sunset", sunset}, field{"link", header.Get("Link")})
	}
}

// notices are the operations whose deprecation was logged.
type notices struct {
	mu   sync.Mutex
	said map[*operation]bool
}

func (n *notices) first(op *operation) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.said[op] {
		return false
	}
	if n.said == nil {
		n.said = map[*operation]bool{}
	}
	n.said[op] = true
	return true
}

// abridge keeps a log readable when a body is not.
func abridge(body []byte) string {
	const most = 16 << 10
	if len(body) <= most {
		return string(body)
	}
	return fmt.Sprintf("%s… (%d bytes more)", body[:most], len(body)-most)
}
