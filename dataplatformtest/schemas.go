// The schemas of the description, to be replaced by the generator's.

package dataplatformtest

// describedSchemas builds the models of the description.
func describedSchemas() map[string]*schema {
	limit := func(n int64) *int64 { return &n }
	const simple = `^[-A-Za-z0-9_.]*$`
	int32Of := func(least int64, defaultValue any) *schema {
		return &schema{typ: "integer", format: "int32", minimum: limit(least), defaultValue: defaultValue}
	}
	name := &schema{typ: "string", minLength: 2, maxLength: 63, pattern: `^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$`}
	version := &schema{typ: "string", maxLength: 32, pattern: simple}
	uuid := &schema{
		typ: "string", minLength: 32, maxLength: 36,
		pattern: `^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$`,
	}
	window := &schema{name: "MaintenanceWindow", typ: "object", required: []string{"time", "dayOfTheWeek"}, properties: []property{
		{"time", &schema{typ: "string", pattern: `^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$`}},
		{"dayOfTheWeek", &schema{typ: "string", enum: []string{
			"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		}}},
	}}
	route := &schema{name: "Route", typ: "object", required: []string{"network", "gateway"}, properties: []property{
		{"network", &schema{typ: "string", format: "cidr"}},
		{"gateway", &schema{typ: "string", format: "ip"}},
	}}
	lan := &schema{name: "Lan", typ: "object", required: []string{"lanId"}, properties: []property{
		{"lanId", &schema{typ: "string"}},
		{"dhcp", &schema{typ: "boolean", defaultValue: true}},
		{"routes", &schema{typ: "array", items: route}},
	}}
	lans := &schema{typ: "array", items: lan}
	labels := &schema{typ: "object", freeForm: true}
	scaling := func(nullable bool) *schema {
		return &schema{
			name: "AutoScaling", typ: "object", nullable: nullable,
			required: []string{"minNodeCount", "maxNodeCount"},
			properties: []property{
				{"minNodeCount", int32Of(1, nil)},
				{"maxNodeCount", int32Of(1, nil)},
			},
			ordered: [][2]string{{"minNodeCount", "maxNodeCount"}},
		}
	}
	object := func(name string, required []string, properties ...property) *schema {
		return &schema{name: name, typ: "object", required: required, properties: properties}
	}
	request := func(name string, properties *schema) *schema {
		return object(name, []string{"properties"}, property{"properties", properties})
	}
	return map[string]*schema{
		"CreateClusterRequest": request("CreateClusterRequest", object("CreateClusterProperties", []string{"name", "datacenterId"},
			property{"name", name},
			property{"dataPlatformVersion", version},
			property{"datacenterId", uuid},
			property{"lans", lans},
			property{"maintenanceWindow", window},
		)),
		"PatchClusterRequest": request("PatchClusterRequest", object("PatchClusterProperties", nil,
			property{"name", name},
			property{"dataPlatformVersion", version},
			property{"lans", lans},
			property{"maintenanceWindow", window},
		)),
		"CreateNodePoolRequest": request("CreateNodePoolRequest", object("CreateNodePoolProperties", []string{"name", "nodeCount"},
			property{"name", name},
			property{"nodeCount", int32Of(1, nil)},
			property{"cpuFamily", &schema{typ: "string", maxLength: 32, pattern: simple, defaultValue: "AUTO"}},
			property{"coresCount", int32Of(1, int64(4))},
			property{"ramSize", &schema{
				typ: "integer", format: "int32", minimum: limit(2048), multipleOf: 1024, defaultValue: int64(4096),
			}},
			property{"availabilityZone", &schema{typ: "string", enum: []string{"AUTO", "ZONE_1", "ZONE_2"}, defaultValue: "AUTO"}},
			property{"storageType", &schema{typ: "string", enum: []string{"HDD", "SSD"}, defaultValue: "SSD"}},
			property{"storageSize", int32Of(10, int64(20))},
			property{"maintenanceWindow", window},
			property{"labels", labels},
			property{"annotations", labels},
			property{"autoScaling", scaling(false)},
		)),
		"PatchNodePoolRequest": request("PatchNodePoolRequest", object("PatchNodePoolProperties", nil,
			property{"nodeCount", int32Of(1, nil)},
			property{"maintenanceWindow", window},
			property{"labels", labels},
			property{"annotations", labels},
			property{"autoScaling", scaling(true)},
		)),
		"Cluster": object("Cluster", nil,
			property{"name", name},
			property{"dataPlatformVersion", version},
			property{"datacenterId", uuid},
			property{"lans", lans},
			property{"maintenanceWindow", window},
		),
		"NodePool": object("NodePool", nil,
			property{"name", name},
			property{"dataPlatformVersion", version},
			property{"datacenterId", uuid},
			property{"nodeCount", int32Of(1, nil)},
			property{"cpuFamily", &schema{typ: "string"}},
			property{"coresCount", int32Of(1, nil)},
			property{"ramSize", int32Of(2048, nil)},
			property{"availabilityZone", &schema{typ: "string"}},
			property{"storageType", &schema{typ: "string"}},
			property{"storageSize", int32Of(10, nil)},
			property{"maintenanceWindow", window},
			property{"labels", labels},
			property{"annotations", labels},
			property{"autoScaling", scaling(true)},
		),
	}
}
