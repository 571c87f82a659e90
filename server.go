package ionoscloud

// Servers: the list to choose from, the variables in their URLs, and what the
// context has to say about both.

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// ServerVariable is a variable of a server's URL.
type ServerVariable struct {
	Description  string
	DefaultValue string
	// EnumValues are the values allowed; empty: any.
	EnumValues []string
}

// ServerConfiguration is a server: a URL in which "{name}" stands for a
// variable.
type ServerConfiguration struct {
	URL         string
	Description string
	Variables   map[string]ServerVariable
}

// ServerConfigurations are servers to choose from by index.
type ServerConfigurations []ServerConfiguration

// URL returns the URL of the server at index with its variables filled in from
// variables, or else with their defaults. A value outside of a variable's
// EnumValues is an error, and so is a variable that the URL names and nobody
// declares; variables that the server does not have are ignored.
func (sc ServerConfigurations) URL(index int, variables map[string]string) (string, error) {
	if index < 0 || index >= len(sc) {
		return "", fmt.Errorf("server index %d: there are %d servers, the first one is 0", index, len(sc))
	}
	return sc[index].expand(variables)
}

func (s ServerConfiguration) expand(variables map[string]string) (string, error) {
	for name, variable := range s.Variables {
		value, ok := variables[name]
		if !ok {
			value = variable.DefaultValue
		}
		if len(variable.EnumValues) > 0 && !slices.Contains(variable.EnumValues, value) {
			return "", fmt.Errorf("server variable %s is %q, must be one of %s", name, value, strings.Join(variable.EnumValues, ", "))
		}
	}
	// One pass over the template: a value that holds a brace is never taken for
	// a variable, whatever the order of the map.
	var expanded strings.Builder
	rest := s.URL
	for {
		before, after, found := strings.Cut(rest, "{")
		name, tail, closed := strings.Cut(after, "}")
		if !found || !closed {
			if expanded.Len() == 0 {
				return rest, nil
			}
			expanded.WriteString(rest)
			return expanded.String(), nil
		}
		variable, declared := s.Variables[name]
		if !declared {
			return "", fmt.Errorf("server URL %s: there is no variable %s", redactURL(s.URL), name)
		}
		value, ok := variables[name]
		if !ok {
			value = variable.DefaultValue
		}
		expanded.WriteString(before)
		expanded.WriteString(value)
		rest = tail
	}
}

// ServerURL returns the URL of the server at index with variables filled in.
func (c *Configuration) ServerURL(index int, variables map[string]string) (string, error) {
	return c.Servers.URL(index, variables)
}

// ServerURLWithContext returns the URL that a call of the operation endpoint
// ("{class}Service.{name}") made with ctx goes to.
func (c *Configuration) ServerURLWithContext(ctx context.Context, endpoint string) (string, error) {
	return c.serverURL(ctx, endpoint)
}

// namesOperations tells whether some operation has servers of its own.
func (c *Configuration) namesOperations() bool {
	return len(c.OperationServers)+len(c.OperationServerIndices)+len(c.OperationServerVariables) > 0
}

// serverURL looks under each of an operation's endpoints, the one it was called
// by first. The context wins over the configuration, and what is said of the
// operation over what is said of all.
func (c *Configuration) serverURL(ctx context.Context, endpoints ...string) (string, error) {
	if ctx == nil {
		ctx = context.Background()
	}
	servers, own := lookup(c.OperationServers, endpoints)
	if !own {
		servers = c.Servers
	}

	index, ok, err := contextIndex(ctx, endpoints)
	if err != nil {
		return "", err
	}
	if !ok {
		index, ok = lookup(c.OperationServerIndices, endpoints)
	}
	if !ok && !own {
		index = c.ServerIndex
	}

	variables, ok, err := contextVariables(ctx, endpoints)
	if err != nil {
		return "", err
	}
	if !ok {
		variables, ok = lookup(c.OperationServerVariables, endpoints)
	}
	if !ok {
		variables = c.ServerVariables
	}
	return servers.URL(index, variables)
}

func contextIndex(ctx context.Context, endpoints []string) (int, bool, error) {
	indices, _, err := contextValue[map[string]int](ctx, keyOperationServerIndices)
	if err != nil {
		return 0, false, err
	}
	if index, ok := lookup(indices, endpoints); ok {
		return index, true, nil
	}
	return contextValue[int](ctx, keyServerIndex)
}

func contextVariables(ctx context.Context, endpoints []string) (map[string]string, bool, error) {
	variables, _, err := contextValue[map[string]map[string]string](ctx, keyOperationServerVariables)
	if err != nil {
		return nil, false, err
	}
	if own, ok := lookup(variables, endpoints); ok {
		return own, true, nil
	}
	return contextValue[map[string]string](ctx, keyServerVariables)
}

func contextValue[T any](ctx context.Context, key any) (T, bool, error) {
	var zero T
	value := ctx.Value(key)
	if value == nil {
		return zero, false, nil
	}
	typed, ok := value.(T)
	if !ok {
		return zero, false, fmt.Errorf("context value %v is a %T, must be a %T", key, value, zero)
	}
	return typed, true, nil
}

func lookup[T any](values map[string]T, keys []string) (T, bool) {
	for _, key := range keys {
		if value, ok := values[key]; ok {
			return value, true
		}
	}
	var zero T
	return zero, false
}
