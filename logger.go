package ionoscloud

// Logging: the releases' Logger and levels, and slog beside them.

import (
	"log"
	"os"
	"strings"
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
