// Package contract holds conversations against openapi.yaml: every request that
// was accepted, and every answer, whoever wrote the client and the server. The
// rules are read by a validator that shares no code with the SDK, its generator
// or the embedded API.
package contract

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

// BasePath is where the description's paths begin on every host.
const BasePath = "/dataplatform"

// Checker collects what was said in conversations and what was wrong with it.
// It is safe for concurrent use.
type Checker struct {
	router routers.Router

	mu         sync.Mutex
	violations []string
	seen       map[Exchange]int
}

// Exchange is an operation and how it was answered.
type Exchange struct {
	Operation string // its operationId
	Status    int
}

// Load reads the description.
func Load(path string) (*Checker, error) {
	doc, err := openapi3.NewLoader().LoadFromFile(path)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if err := doc.Validate(openapi3.NewLoader().Context, openapi3.AllowExtraSiblingFields("description")); err != nil {
		return nil, fmt.Errorf("validate %s: %w", path, err)
	}
	doc.Servers = openapi3.Servers{{URL: BasePath}}
	for _, response := range doc.Components.Responses {
		for kind, media := range response.Value.Content {
			if !strings.HasPrefix(kind, "application/json") {
				media.Schema = nil // the pages of gateways: any text will do
			}
		}
	}
	for _, schema := range doc.Components.Schemas {
		closeObject(schema.Value, map[*openapi3.Schema]bool{})
	}
	router, err := gorillamux.NewRouter(doc)
	if err != nil {
		return nil, fmt.Errorf("route %s: %w", path, err)
	}
	return &Checker{router: router, seen: map[Exchange]int{}}, nil
}

// closeObject makes fields that nobody described violations. The description
// leaves them open, as the service may grow, but whatever is tested here has
// to stay within it. Objects without properties are meant to be open.
func closeObject(s *openapi3.Schema, done map[*openapi3.Schema]bool) {
	if s == nil || done[s] {
		return
	}
	done[s] = true
	for _, property := range s.Properties {
		closeObject(property.Value, done)
	}
	if s.Items != nil {
		closeObject(s.Items.Value, done)
	}
	if len(s.Properties) == 0 || len(s.AllOf) > 0 || s.AdditionalProperties.Has != nil || s.AdditionalProperties.Schema != nil {
		return
	}
	closed := false
	s.AdditionalProperties = openapi3.AdditionalProperties{Has: &closed}
}

// ForTest reads the description, and fails the test at its end if a
// conversation broke it.
func ForTest(t testing.TB, path string) *Checker {
	t.Helper()
	c, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, violation := range c.Violations() {
			t.Error(violation)
		}
	})
	return c
}

// Violations is all that was wrong.
func (c *Checker) Violations() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return append([]string(nil), c.violations...)
}

// Seen counts the exchanges.
func (c *Checker) Seen() map[Exchange]int {
	c.mu.Lock()
	defer c.mu.Unlock()
	seen := make(map[Exchange]int, len(c.seen))
	for exchange, n := range c.seen {
		seen[exchange] = n
	}
	return seen
}

// Operations are those that were answered with success.
func (c *Checker) Operations() map[string]bool {
	operations := map[string]bool{}
	for exchange := range c.Seen() {
		if exchange.Status < 300 {
			operations[exchange.Operation] = true
		}
	}
	return operations
}

func (c *Checker) violation(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.violations = append(c.violations, fmt.Sprintf(format, args...))
}

func (c *Checker) saw(operation string, status int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seen[Exchange{operation, status}]++
}
