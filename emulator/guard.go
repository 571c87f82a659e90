// Guarding the admin interface: it has no password, so pages of other sites that
// are open in a browser on this machine must not reach it.

package main

import (
	"net"
	"net/http"
	"strings"
)

// guarded refuses changes that come from pages of other origins, and names that
// only pretend to be this machine (DNS rebinding).
func guarded(address net.Addr, next http.Handler) http.Handler {
	protected := http.NewCrossOriginProtection().Handler(next)
	listens, _, _ := net.SplitHostPort(address.String())
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := strings.Trim(r.Host, "[]") // an IPv6 address without a port
		if name, _, err := net.SplitHostPort(r.Host); err == nil {
			host = name
		}
		if loopback(listens) && !loopback(host) {
			http.Error(w, "the admin interface answers to localhost and 127.0.0.1 only", http.StatusForbidden)
			return
		}
		protected.ServeHTTP(w, r)
	})
}
