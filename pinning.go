package ionoscloud

// Certificate pinning: only a server with one of these certificates is spoken
// to. A pin that can't be read lets nothing through.

import (
	"context"
	"crypto/sha256"
	"crypto/tls"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"
)

// TLSDial dials a TLS connection; it fits the DialTLSContext of an
// [http.Transport].
type TLSDial func(ctx context.Context, network, addr string) (net.Conn, error)

// errPinMismatch: the server's certificate is none of those pinned.
var errPinMismatch = errors.New("the server's certificate is not the pinned one")

// pin is the SHA-256 of a certificate.
type pin [sha256.Size]byte

// parsePins reads fingerprints in hex, with or without colons or spaces. One
// text may hold several, separated by commas, semicolons or line ends.
func parsePins(texts ...string) ([]pin, error) {
	var pins []pin
	for _, text := range texts {
		for _, one := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\r\n", r) }) {
			digits := strings.Map(func(r rune) rune {
				if r == ':' || r == ' ' || r == '\t' {
					return -1
				}
				return r
			}, one)
			if digits == "" {
				continue
			}
			raw, err := hex.DecodeString(digits)
			if err != nil || len(raw) != sha256.Size {
				return nil, fmt.Errorf("pinned certificate %q: want the SHA-256 fingerprint, %d hexadecimal digits", one, 2*sha256.Size)
			}
			pins = append(pins, pin(raw))
		}
		if strings.TrimSpace(text) != "" && len(pins) == 0 {
			return nil, fmt.Errorf("pinned certificate %q: there is no fingerprint in it", text)
		}
	}
	return pins, nil
}

// verifyPins returns the check of a TLS connection. Only the certificate that
// the server proved to hold the key of counts; any other in its chain is just a
// copy of something public.
func verifyPins(pins []pin) func(tls.ConnectionState) error {
	return func(state tls.ConnectionState) error {
		if len(state.PeerCertificates) == 0 {
			return fmt.Errorf("%w: it presented none", errPinMismatch)
		}
		presented := pin(sha256.Sum256(state.PeerCertificates[0].Raw))
		if !slices.Contains(pins, presented) {
			return fmt.Errorf("%w: it has the fingerprint %x", errPinMismatch, presented)
		}
		return nil
	}
}

// AddPinnedCert makes transport speak only to servers that present the
// certificate with the SHA-256 fingerprint pkFingerprint, in hex, with or
// without colons or spaces; several may be separated by commas. An empty
// fingerprint changes nothing, one that can't be read lets nothing through.
//
// Unless the transport trusts certificate authorities of its own, the pinned
// certificate is trusted whoever signed it.
func AddPinnedCert(transport *http.Transport, pkFingerprint string) {
	if transport == nil || pkFingerprint == "" {
		return
	}
	pins, err := parsePins(pkFingerprint)
	check := verifyPins(pins)
	if err != nil {
		check = func(tls.ConnectionState) error { return fmt.Errorf("%w: %w", errPinMismatch, err) }
	}
	plain := transport.TLSClientConfig == nil && transport.DialContext == nil && tlsDialer(transport) == nil
	pinTransport(transport, check)
	if plain {
		// As in the releases, the pin stays when the program gives its transport
		// another TLS configuration afterwards.
		dialer := &tls.Dialer{NetDialer: &net.Dialer{Timeout: 30 * time.Second}, Config: transport.TLSClientConfig}
		transport.DialTLSContext = dialer.DialContext
	}
}

// pinTransport adds check to all TLS connections of transport.
func pinTransport(transport *http.Transport, check func(tls.ConnectionState) error) {
	config := editableTLS(transport)
	// With authorities named, the chain is checked as well; without, the pin
	// takes its place, as it must for a certificate that signed itself.
	config.InsecureSkipVerify = config.InsecureSkipVerify || config.RootCAs == nil
	before := config.VerifyConnection
	config.VerifyConnection = func(state tls.ConnectionState) error {
		if before != nil {
			if err := before(state); err != nil {
				return err
			}
		}
		return check(state)
	}
	// A dialer of the caller's own does its own handshake and never looks at
	// the configuration above.
	if dial := tlsDialer(transport); dial != nil {
		transport.DialTLSContext = checkedDial(dial, check)
	}
}

func tlsDialer(transport *http.Transport) TLSDial {
	if transport.DialTLSContext != nil {
		return transport.DialTLSContext
	}
	//lint:ignore SA1019 a transport that still uses it has to be pinned too
	if dial := transport.DialTLS; dial != nil {
		return func(_ context.Context, network, addr string) (net.Conn, error) { return dial(network, addr) }
	}
	return nil
}

func checkedDial(dial TLSDial, check func(tls.ConnectionState) error) TLSDial {
	return func(ctx context.Context, network, addr string) (net.Conn, error) {
		conn, err := dial(ctx, network, addr)
		if err != nil {
			return nil, err
		}
		secured, ok := conn.(interface {
			HandshakeContext(context.Context) error
			ConnectionState() tls.ConnectionState
		})
		if !ok {
			_ = conn.Close()
			return nil, fmt.Errorf("%w: the dialer's connection does not show its certificate", errPinMismatch)
		}
		if err = secured.HandshakeContext(ctx); err == nil {
			err = check(secured.ConnectionState())
		}
		if err != nil {
			_ = conn.Close()
			return nil, err
		}
		return conn, nil
	}
}

// editableTLS gives transport a TLS configuration that nobody else shares.
func editableTLS(transport *http.Transport) *tls.Config {
	if transport.TLSClientConfig == nil {
		transport.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12}
		// net/http turns HTTP/2 off for configurations that it did not make.
		transport.ForceAttemptHTTP2 = true
	} else {
		transport.TLSClientConfig = transport.TLSClientConfig.Clone()
		// A clone of a transport that net/http has made fit for HTTP/2 offers it
		// to servers, and speaks it only when told once more.
		if slices.Contains(transport.TLSClientConfig.NextProtos, "h2") {
			transport.ForceAttemptHTTP2 = true
		}
	}
	return transport.TLSClientConfig
}
