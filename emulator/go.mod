module github.com/ionos-cloud/sdk-go-dataplatform/emulator

go 1.25.0

require (
	github.com/alecthomas/kong v1.17.0
	github.com/chromedp/cdproto v0.159.0
	github.com/ionos-cloud/sdk-go-dataplatform v1.2.0
	github.com/stretchr/testify v1.12.1
	go.etcd.io/bbolt v1.5.0
	go.yaml.in/yaml/v3 v3.0.5
)

require github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect

require (
	github.com/chromedp/chromedp v0.22.1
	golang.org/x/sys v0.47.0 // indirect
)

replace github.com/ionos-cloud/sdk-go-dataplatform => ../
