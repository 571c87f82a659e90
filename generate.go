package ionoscloud

// The operations, the models and the reference are generated from openapi.yaml,
// which is the only place where they are written down.

//go:generate go run -C internal/generate .
