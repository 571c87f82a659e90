module github.com/ionos-cloud/sdk-go-dataplatform/bench

go 1.25.0

require (
	github.com/ionos-cloud/sdk-go-dataplatform v1.2.0
	github.com/stretchr/testify v1.12.1
)

require (
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/oauth2 v0.30.0 // indirect
)

replace github.com/ionos-cloud/sdk-go-dataplatform => ../
