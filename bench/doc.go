// Package bench measures the SDK. Its one source is built twice, against this
// repository and against the last release made before it, and each build runs
// beside a client written by hand on net/http and encoding/json. That is why it
// may use only what both have: the operations under their second names.
//
// README.md tells how to run it and shows what came out.
package bench
