// Listening: addresses, and what to say when one can't be had.

package main

import (
	"errors"
	"fmt"
	"net"
	"syscall"
)

// listen opens a listener; flag is the one that chose the address.
func listen(flag, address string, allowRemote bool) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("%s %q is not HOST:PORT, like 127.0.0.1:8080: %w", flag, address, err)
	}
	if !allowRemote && !loopback(host) {
		return nil, fmt.Errorf("%s %s can be reached from other machines; say --allow-remote if that is meant, or choose 127.0.0.1", flag, address)
	}
	listener, err := net.Listen("tcp", address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s %s is taken: another program listens there, perhaps another emulator; stop it, or choose another port (0 takes a free one): %w", flag, address, err)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("%s %s is not for you: choose a port from 1024 on: %w", flag, address, err)
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return nil, fmt.Errorf("%s %s is no address of this machine: %w", flag, address, err)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", flag, err)
	}
	return listener, nil
}

// loopback tells whether only this machine reaches the host. The empty host is
// every address that the machine has.
func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
