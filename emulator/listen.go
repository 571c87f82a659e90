// Listening: addresses, and what to say when one can't be had.

package main

import (
	"errors"
	"fmt"
	"net"
	"strings"
	"syscall"
)

// listen opens a listener; flag is the one that chose the address.
func listen(flag, address string, allowRemote bool) (net.Listener, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, usageError{fmt.Errorf("%s: is %q, must be HOST:PORT, like 127.0.0.1:8080", flag, address)}
	}
	if _, err := net.LookupPort("tcp", port); err != nil || port == "" {
		return nil, usageError{fmt.Errorf("%s: is %q, must have a port from 0 to 65535, like 127.0.0.1:8080", flag, address)}
	}
	if !allowRemote && !loopback(host) {
		return nil, usageError{fmt.Errorf("%s: %s can be reached from other machines; say --allow-remote if that is meant, or choose 127.0.0.1", flag, address)}
	}
	listener, err := net.Listen("tcp", address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s: %s is taken: another program listens there, perhaps another emulator; stop it, or choose another port (0 takes a free one): %w", flag, address, err)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("%s: %s is not for you: choose a port from 1024 on: %w", flag, address, err)
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return nil, fmt.Errorf("%s: %s is no address of this machine: %w", flag, address, err)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", flag, err)
	}
	return listener, nil
}

// loopback tells whether only this machine reaches the host. The empty host is
// every address that the machine has.
func loopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
