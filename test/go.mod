module github.com/ionos-cloud/sdk-go-dataplatform/test

go 1.25.0

require (
	github.com/getkin/kin-openapi v0.152.0
	github.com/ionos-cloud/sdk-go-dataplatform v1.2.0
)

require (
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/oauth2 v0.30.0 // indirect
)

require (
	github.com/go-openapi/jsonpointer v0.22.5 // indirect
	github.com/go-openapi/swag/jsonname v0.25.5 // indirect
	github.com/gorilla/mux v1.8.0 // indirect
	github.com/kr/pretty v0.3.1 // indirect
	github.com/oasdiff/yaml v0.1.1 // indirect
	github.com/oasdiff/yaml3 v0.0.14 // indirect
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3 // indirect
	github.com/stretchr/testify v1.12.1
	golang.org/x/text v0.31.0 // indirect
)

replace github.com/ionos-cloud/sdk-go-dataplatform => ../
