package ionoscloud_test

import (
	"encoding/json"
	"errors"
	"fmt"

	ionoscloud "github.com/ionos-cloud/sdk-go-dataplatform"
)

// Auto-scaling is switched off with an explicit null; leaving it out would keep
// it as it is.
func ExamplePatchNodePoolProperties_SetAutoScalingNil() {
	properties := ionoscloud.NewPatchNodePoolProperties()
	properties.SetNodeCount(3)
	kept, _ := json.Marshal(properties)
	properties.SetAutoScalingNil()
	off, _ := json.Marshal(properties)
	fmt.Println(string(kept))
	fmt.Println(string(off))
	// Output:
	// {"nodeCount":3}
	// {"nodeCount":3,"autoScaling":null}
}

// All that is wrong is reported at once, with its path and the bound it breaks.
func ExampleCreateNodePoolRequest_Validate() {
	properties := ionoscloud.NewCreateNodePoolProperties("workers", 0)
	properties.SetRamSize(1000)
	properties.SetAutoScaling(*ionoscloud.NewAutoScaling(5, 2))
	err := ionoscloud.NewCreateNodePoolRequest(*properties).Validate()

	var invalid *ionoscloud.ValidationError
	if errors.As(err, &invalid) {
		for _, field := range invalid.Fields {
			fmt.Println(field)
		}
	}
	fmt.Println(errors.Is(err, ionoscloud.ErrInvalid))
	// Output:
	// properties.nodeCount is 0, must be at least 1
	// properties.ramSize is 1000, must be at least 2048
	// properties.ramSize is 1000, must be a multiple of 1024
	// properties.autoScaling.minNodeCount is 5, must be at most maxNodeCount, which is 2
	// true
}

// The service has answered its versions in two shapes; one type takes both.
func ExampleVersionsGet200Response_UnmarshalJSON() {
	for _, answer := range []string{`["23.7","24.11"]`, `{"id":"versions","items":["23.7","24.11"]}`} {
		var versions ionoscloud.VersionsGet200Response
		if err := json.Unmarshal([]byte(answer), &versions); err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(ionoscloud.ToValue(versions.Items))
	}
	// Output:
	// [23.7 24.11]
	// [23.7 24.11]
}

// A value that this version of the package does not know is not lost.
func ExampleStorageType_UnmarshalJSON() {
	var pool ionoscloud.NodePool
	if err := json.Unmarshal([]byte(`{"storageType":"NVME"}`), &pool); err != nil {
		fmt.Println(err)
		return
	}
	again, _ := json.Marshal(pool)
	fmt.Println(*pool.StorageType, string(again))
	fmt.Println(pool.Validate())
	// Output:
	// NVME {"storageType":"NVME"}
	// invalid: storageType is "NVME", must be one of HDD, SSD
}
