module github.com/ionos-cloud/sdk-go-dataplatform/test

go 1.25.0

require github.com/ionos-cloud/sdk-go-dataplatform v1.1.1

require golang.org/x/oauth2 v0.21.0 // indirect
