package ionoscloud

// The log as records.

import (
	"context"
	"fmt"
	"log/slog"
)

// slogTrace is the slog level of headers and bodies.
const slogTrace = slog.LevelDebug - 4

// NewSlogLogger returns a Logger for [Configuration.Logger] that writes records
// to logger: tries at slog.LevelDebug, headers and bodies four below that. The
// handler of logger decides which of them are wanted, whatever
// Configuration.LogLevel says.
func NewSlogLogger(logger *slog.Logger) Logger {
	if logger == nil {
		logger = slog.New(slog.DiscardHandler)
	}
	return slogLogger{logger}
}

type slogLogger struct{ logger *slog.Logger }

// Printf writes text as the message of a record at slog.LevelDebug.
func (l slogLogger) Printf(format string, args ...interface{}) {
	l.logger.Debug(fmt.Sprintf(format, args...))
}

func (l slogLogger) wants(ctx context.Context, level LogLevel) bool {
	return l.logger.Enabled(ctx, slogLevelOf(level))
}

func (l slogLogger) record(ctx context.Context, level LogLevel, message string, fields []field) {
	attrs := make([]slog.Attr, len(fields))
	for i, f := range fields {
		attrs[i] = slog.Any(f.key, f.value)
	}
	l.logger.LogAttrs(ctx, slogLevelOf(level), message, attrs...)
}

func slogLevelOf(level LogLevel) slog.Level {
	if level >= Trace {
		return slogTrace
	}
	return slog.LevelDebug
}
