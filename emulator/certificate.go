// Certificates: a given one, or one made for this run.

package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"
)

// certificate answers what the flags ask for; nil: plain HTTP.
func certificate(f *flags, listens string, now time.Time) (*tls.Certificate, error) {
	given := f.TLSCert != "" || f.TLSKey != ""
	switch {
	case given && (f.TLSCert == "" || f.TLSKey == ""):
		return nil, errors.New("--tls-cert and --tls-key need each other")
	case given && (f.TLSWrite != "" || len(f.TLSHost) > 0):
		return nil, errors.New("--tls-write and --tls-host are for generated certificates, not with --tls-cert")
	case given:
		pair, err := tls.LoadX509KeyPair(string(f.TLSCert), string(f.TLSKey))
		if err != nil {
			return nil, fmt.Errorf("--tls-cert %s with --tls-key %s: %w", f.TLSCert, f.TLSKey, err)
		}
		return &pair, nil
	case !f.TLS && (f.TLSWrite != "" || len(f.TLSHost) > 0):
		return nil, errors.New("--tls-write and --tls-host need --tls")
	case !f.TLS:
		return nil, nil
	}
	if err := writableAt(string(f.TLSWrite)); err != nil {
		return nil, fmt.Errorf("--tls-write: %w", err)
	}
	pair, err := generate(append([]string{"localhost", "127.0.0.1", "::1", listens}, f.TLSHost...), now)
	if err != nil {
		return nil, fmt.Errorf("make a certificate: %w", err)
	}
	return pair, nil
}

// writableAt finds out about a name that can't be written, without writing there.
func writableAt(path string) error {
	file, err := os.Stat(path)
	folder, _ := os.Stat(filepath.Dir(path))
	if err == nil && file.IsDir() || folder == nil || !folder.IsDir() {
		return fmt.Errorf("is %q, must be a file in a folder that is there", path)
	}
	return nil
}

// writeCertificate writes the generated certificate where the flags want it.
// That comes after everything that may fail: a second emulator that finds its
// ports taken must leave the first one's file alone.
func writeCertificate(f *flags, pair *tls.Certificate) error {
	if f.TLSWrite == "" {
		return nil
	}
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: pair.Certificate[0]})
	if err := os.WriteFile(string(f.TLSWrite), text, 0o644); err != nil {
		return fmt.Errorf("--tls-write: %w", err)
	}
	return nil
}

// expired tells what is wrong with the times of a given certificate. That may be
// meant, to see what clients do, so it is no error.
func expired(pair *tls.Certificate, now time.Time) string {
	leaf, err := x509.ParseCertificate(pair.Certificate[0])
	switch {
	case err != nil: // it has been parsed already
		return ""
	case now.After(leaf.NotAfter):
		return "the certificate of --tls-cert has expired: clients will refuse it"
	case now.Before(leaf.NotBefore):
		return "the certificate of --tls-cert isn't good yet: clients will refuse it"
	}
	return ""
}

// generate makes a certificate that signs itself. It is no authority: released
// clients refuse to pin one, and some others to take it for a server's.
func generate(hosts []string, now time.Time) (*tls.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return nil, err
	}
	template := &x509.Certificate{
		SerialNumber: serial,
		Subject:      pkix.Name{CommonName: "Data Platform emulator"},
		NotBefore:    now.Add(-time.Hour),
		NotAfter:     now.AddDate(1, 0, 0),
		KeyUsage:     x509.KeyUsageDigitalSignature,
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},

		BasicConstraintsValid: true,
	}
	for _, host := range hosts {
		if ip := net.ParseIP(host); ip != nil {
			template.IPAddresses = append(template.IPAddresses, ip)
		} else if host != "" {
			template.DNSNames = append(template.DNSNames, host)
		}
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return nil, err
	}
	return &tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, nil
}

// pinning is the line that tells clients to pin the certificate.
func pinning(pair *tls.Certificate) string {
	line := "export IONOS_PINNED_CERT=" + fingerprint(pair)
	if leaf, err := x509.ParseCertificate(pair.Certificate[0]); err == nil && leaf.IsCA {
		line = "# " + line + "   # not for releases up to 1.1.1: they refuse to pin an authority"
	}
	return line
}

// fingerprint is what IONOS_PINNED_CERT takes.
func fingerprint(pair *tls.Certificate) string {
	sum := sha256.Sum256(pair.Certificate[0])
	return hex.EncodeToString(sum[:])
}
