module github.com/ionos-cloud/sdk-go-dataplatform/bench

go 1.25.0

require (
	github.com/ionos-cloud/sdk-go-dataplatform v1.2.0
	github.com/stretchr/testify v1.12.1
)

replace github.com/ionos-cloud/sdk-go-dataplatform => ../
