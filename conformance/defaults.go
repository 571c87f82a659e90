package conformance

// Looks at values that must stay as they are, at every field that a client
// could change.

import (
	"context"
	"crypto/tls"
	"fmt"
	"net/http"
	"reflect"
)

// defaults is what net/http's defaults looked like at the beginning.
type defaults struct{ before map[string]string }

func rememberDefaults(ctx context.Context) *defaults {
	// The default transport completes itself when it is used first. That is to
	// be no client's doing.
	if server, err := NewServer(fine); err == nil {
		defer server.Close()
		if request, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL, nil); err == nil {
			request.Close = true
			if resp, err := http.DefaultTransport.RoundTrip(request); err == nil {
				_ = resp.Body.Close()
			}
		}
	}
	return &defaults{before: lookAtDefaults()}
}

func lookAtDefaults() map[string]string {
	seen := look(http.DefaultClient)
	lookInto(seen, "http.DefaultTransport", reflect.ValueOf(http.DefaultTransport))
	return seen
}

// look describes every exported field of an http.Client, its transport included.
func look(client *http.Client) map[string]string {
	seen := map[string]string{}
	lookInto(seen, "http.Client", reflect.ValueOf(client))
	return seen
}

func lookInto(seen map[string]string, name string, v reflect.Value) {
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	if v.Kind() == reflect.Func {
		seen[name] = fmt.Sprint(v.Pointer())
		return
	}
	if v.Kind() != reflect.Pointer || v.IsNil() {
		seen[name] = fmt.Sprint(v)
		return
	}
	seen[name] = fmt.Sprintf("%s at %#x", v.Type(), v.Pointer())
	switch v.Interface().(type) {
	case *http.Client, *http.Transport, *tls.Config:
		for i := range v.Elem().NumField() {
			if field := v.Elem().Type().Field(i); field.IsExported() {
				lookInto(seen, name+"."+field.Name, v.Elem().Field(i))
			}
		}
	}
}
