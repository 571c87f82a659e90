package ionoscloud

// Logging: the releases' Logger and levels, and slog beside them.

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"time"
)

// LogLevel is how much is logged.
type LogLevel uint

// The levels. Debug logs a line a try: operation, status, duration. Trace adds
// headers and bodies. Neither ever shows a credential or a kubeconfig.
const (
	Off   LogLevel = 0x100 * iota
	Debug          // a line a try
	Trace          // headers and bodies too
)

// slogTrace is the slog level of headers and bodies.
const slogTrace = slog.LevelDebug - 4

// LogLevelMap holds the values of IONOS_LOG_LEVEL.
var LogLevelMap = map[string]LogLevel{
	"off":   Off,
	"debug": Debug,
	"trace": Trace,
}

// Get returns the level, Off for nil.
func (l *LogLevel) Get() LogLevel {
	if l == nil {
		return Off
	}
	return *l
}

// Satisfies tells whether the level is at least v.
func (l *LogLevel) Satisfies(v LogLevel) bool { return l.Get() >= v }

// logLevelFromEnv reads IONOS_LOG_LEVEL; a value that it does not know is
// reported and stands for Off.
func logLevelFromEnv() LogLevel {
	value := os.Getenv(IonosLogLevelEnvVar)
	if value == "" {
		return Off
	}
	level, ok := LogLevelMap[strings.ToLower(value)]
	if !ok {
		log.Printf("%s is %q, must be off, debug or trace: nothing is logged", IonosLogLevelEnvVar, value)
	}
	return level
}

// Logger takes the log as text.
type Logger interface {
	Printf(format string, args ...interface{})
}

// NewDefaultLogger returns a Logger that writes to standard error.
func NewDefaultLogger() Logger {
	return log.New(os.Stderr, "IONOSLOG ", log.LstdFlags)
}

// logs tells whether anybody wants entries of that level.
func (c *call) logs(level LogLevel) bool {
	return c.logsText(level) || c.cfg.Slog != nil && c.cfg.Slog.Enabled(c.ctx, slogLevelOf(level))
}

func (c *call) logsText(level LogLevel) bool {
	return c.cfg.Logger != nil && (c.cfg.Debug || c.cfg.LogLevel >= level)
}

func slogLevelOf(level LogLevel) slog.Level {
	if level >= Trace {
		return slogTrace
	}
	return slog.LevelDebug
}

// log sends one entry to both logs, secrets taken out.
func (c *call) log(level LogLevel, message string, attrs ...slog.Attr) {
	message = c.hidden.hide(c.title() + ": " + message)
	for i, attr := range attrs {
		if attr.Value.Kind() == slog.KindString {
			attrs[i].Value = slog.StringValue(c.hidden.hide(attr.Value.String()))
		}
	}
	if c.logsText(level) {
		line := []byte(message)
		for _, attr := range attrs {
			line = fmt.Appendf(line, " %s=%s", attr.Key, attr.Value)
		}
		c.cfg.Logger.Printf("%s", line)
	}
	if c.cfg.Slog != nil {
		attrs = append([]slog.Attr{slog.String("operation", c.name)}, attrs...)
		c.cfg.Slog.LogAttrs(c.ctx, slogLevelOf(level), message, attrs...)
	}
}

func (c *call) logRequest(req *http.Request, body []byte, try int) {
	if !c.logs(Trace) {
		return
	}
	c.log(Trace, "request", slog.Int("try", try), slog.String("method", req.Method),
		slog.String("url", redactURL(req.URL.String())),
		slog.String("headers", describeHeaders(req.Header)), slog.String("body", abridge(body)))
}

// logAnswer logs the end of a try: what came, or why nothing did.
func (c *call) logAnswer(req *http.Request, a *answer, try int) {
	if !c.logs(Debug) {
		return
	}
	attrs := []slog.Attr{slog.String("method", req.Method), slog.String("url", redactURL(req.URL.String()))}
	if a.resp != nil {
		attrs = append(attrs, slog.Int("status", a.resp.StatusCode))
	}
	attrs = append(attrs, slog.Duration("duration", a.took.Round(time.Microsecond)), slog.Int("try", try))
	if a.err != nil {
		attrs = append(attrs, slog.String("error", a.err.Error()))
	}
	c.log(Debug, "answer", attrs...)

	if a.resp == nil || !c.logs(Trace) {
		return
	}
	body := abridge(a.payload)
	if c.op.secret && a.resp.StatusCode < http.StatusMultipleChoices {
		body = fmt.Sprintf("(%d bytes, not shown: they hold credentials)", len(a.payload))
	}
	c.log(Trace, "answer body", slog.Int("try", try),
		slog.String("headers", describeHeaders(a.resp.Header)), slog.String("body", body))
}

func (c *call) logPause(why string, d time.Duration) {
	if c.logs(Debug) {
		c.log(Debug, why, slog.Duration("pause", d))
	}
}

// logNotices says once for each operation that the service is going to change or
// end it (RFC 9745, RFC 8594).
func (c *call) logNotices(header http.Header) {
	deprecation, sunset := header.Get("Deprecation"), header.Get("Sunset")
	if deprecation == "" && sunset == "" || !c.logs(Debug) {
		return
	}
	if _, said := c.client.noticed.LoadOrStore(c.op, true); !said {
		c.log(Debug, "the service deprecates this operation",
			slog.String("deprecation", deprecation), slog.String("sunset", sunset), slog.String("link", header.Get("Link")))
	}
}

// abridge keeps a log readable when a body is not.
func abridge(body []byte) string {
	const most = 16 << 10
	if len(body) <= most {
		return string(body)
	}
	return fmt.Sprintf("%s… (%d bytes more)", body[:most], len(body)-most)
}
