module github.com/ionos-cloud/sdk-go-dataplatform/conformance/compare

go 1.25.0

require (
	github.com/ionos-cloud/sdk-go-dataplatform v1.2.0
	// Release 1.1.1, under a name of its own so that both fit into one program.
	github.com/ionos-cloud/sdk-go-dataplatform-release v1.1.1
)

require golang.org/x/oauth2 v0.30.0 // indirect

replace (
	github.com/ionos-cloud/sdk-go-dataplatform => ../../
	github.com/ionos-cloud/sdk-go-dataplatform-release => github.com/ionos-cloud/sdk-go-dataplatform v1.1.1
)
