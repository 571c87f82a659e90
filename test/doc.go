// Package integration tests every part together: clients that nobody here wrote,
// and ours, have whole conversations with the embedded API and with the emulator
// program, over HTTP and TLS, with both kinds of credentials, and every word of
// them is held against openapi.yaml.
package integration
