module github.com/ionos-cloud/sdk-go-dataplatform/emulator

go 1.25.0

require (
	github.com/alecthomas/kong v1.17.0
	github.com/ionos-cloud/sdk-go-dataplatform v1.2.0
	github.com/stretchr/testify v1.12.1
	go.etcd.io/bbolt v1.5.0
	go.yaml.in/yaml/v3 v3.0.5
)

require golang.org/x/sys v0.45.0 // indirect

replace github.com/ionos-cloud/sdk-go-dataplatform => ../
