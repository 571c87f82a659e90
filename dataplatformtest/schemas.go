// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package dataplatformtest

// describedSchemas returns the models of the description, by name. Each call
// makes new ones.
func describedSchemas() map[string]*schema {
	models := map[string]*schema{
		"AutoScaling":              {name: "AutoScaling"},
		"AutoScalingBase":          {name: "AutoScalingBase"},
		"AvailabilityZone":         {name: "AvailabilityZone"},
		"Cluster":                  {name: "Cluster"},
		"ClusterListResponseData":  {name: "ClusterListResponseData"},
		"ClusterResponseData":      {name: "ClusterResponseData"},
		"CreateClusterProperties":  {name: "CreateClusterProperties"},
		"CreateClusterRequest":     {name: "CreateClusterRequest"},
		"CreateNodePoolProperties": {name: "CreateNodePoolProperties"},
		"CreateNodePoolRequest":    {name: "CreateNodePoolRequest"},
		"ErrorMessage":             {name: "ErrorMessage"},
		"ErrorResponse":            {name: "ErrorResponse"},
		"Lan":                      {name: "Lan"},
		"MaintenanceWindow":        {name: "MaintenanceWindow"},
		"Metadata":                 {name: "Metadata"},
		"NodePool":                 {name: "NodePool"},
		"NodePoolListResponseData": {name: "NodePoolListResponseData"},
		"NodePoolResponseData":     {name: "NodePoolResponseData"},
		"PatchClusterProperties":   {name: "PatchClusterProperties"},
		"PatchClusterRequest":      {name: "PatchClusterRequest"},
		"PatchNodePoolProperties":  {name: "PatchNodePoolProperties"},
		"PatchNodePoolRequest":     {name: "PatchNodePoolRequest"},
		"Route":                    {name: "Route"},
		"StorageType":              {name: "StorageType"},
		"VersionsGet200Response":   {name: "VersionsGet200Response"},
	}
	*models["AutoScaling"] = schema{
		name:     "AutoScaling",
		typ:      "object",
		required: []string{"minNodeCount", "maxNodeCount"},
		properties: []property{
			{name: "minNodeCount", schema: &schema{typ: "integer", format: "int32", minimum: describedBound(1)}},
			{name: "maxNodeCount", schema: &schema{typ: "integer", format: "int32", minimum: describedBound(1)}},
		},
		ordered: [][2]string{{"minNodeCount", "maxNodeCount"}},
	}
	*models["AutoScalingBase"] = schema{
		name:     "AutoScalingBase",
		typ:      "object",
		required: []string{"minNodeCount", "maxNodeCount"},
		properties: []property{
			{name: "minNodeCount", schema: &schema{typ: "integer", format: "int32", minimum: describedBound(1)}},
			{name: "maxNodeCount", schema: &schema{typ: "integer", format: "int32", minimum: describedBound(1)}},
		},
		ordered: [][2]string{{"minNodeCount", "maxNodeCount"}},
	}
	*models["AvailabilityZone"] = schema{
		name:         "AvailabilityZone",
		typ:          "string",
		enum:         []string{"AUTO", "ZONE_1", "ZONE_2"},
		defaultValue: "AUTO",
	}
	*models["Cluster"] = schema{
		name: "Cluster",
		typ:  "object",
		properties: []property{
			{name: "name", schema: &schema{typ: "string", minLength: 2, maxLength: 63, pattern: "^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$"}},
			{name: "dataPlatformVersion", schema: &schema{typ: "string", maxLength: 32, pattern: "^[-A-Za-z0-9_.]*$"}},
			{name: "datacenterId", schema: &schema{typ: "string", minLength: 32, maxLength: 36, pattern: "^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$"}},
			{name: "maintenanceWindow", schema: models["MaintenanceWindow"]},
			{name: "lans", schema: &schema{typ: "array", items: models["Lan"]}},
		},
	}
	*models["ClusterListResponseData"] = schema{
		name:     "ClusterListResponseData",
		typ:      "object",
		required: []string{"items"},
		properties: []property{
			{name: "id", schema: &schema{typ: "string"}},
			{name: "type", schema: &schema{typ: "string"}},
			{name: "href", schema: &schema{typ: "string"}},
			{name: "items", schema: &schema{typ: "array", items: models["ClusterResponseData"]}},
		},
	}
	*models["ClusterResponseData"] = schema{
		name:     "ClusterResponseData",
		typ:      "object",
		required: []string{"id", "metadata", "properties"},
		properties: []property{
			{name: "id", schema: &schema{typ: "string"}},
			{name: "type", schema: &schema{typ: "string"}},
			{name: "href", schema: &schema{typ: "string"}},
			{name: "metadata", schema: models["Metadata"]},
			{name: "properties", schema: models["Cluster"]},
		},
	}
	*models["CreateClusterProperties"] = schema{
		name:     "CreateClusterProperties",
		typ:      "object",
		required: []string{"name", "datacenterId"},
		properties: []property{
			{name: "name", schema: &schema{typ: "string", minLength: 2, maxLength: 63, pattern: "^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$"}},
			{name: "dataPlatformVersion", schema: &schema{typ: "string", maxLength: 32, pattern: "^[-A-Za-z0-9_.]*$"}},
			{name: "datacenterId", schema: &schema{typ: "string", minLength: 32, maxLength: 36, pattern: "^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$"}},
			{name: "maintenanceWindow", schema: models["MaintenanceWindow"]},
			{name: "lans", schema: &schema{typ: "array", items: models["Lan"], nullIgnored: true}},
		},
	}
	*models["CreateClusterRequest"] = schema{
		name:     "CreateClusterRequest",
		typ:      "object",
		required: []string{"properties"},
		properties: []property{
			{name: "properties", schema: models["CreateClusterProperties"]},
		},
	}
	*models["CreateNodePoolProperties"] = schema{
		name:     "CreateNodePoolProperties",
		typ:      "object",
		required: []string{"name", "nodeCount"},
		properties: []property{
			{name: "name", schema: &schema{typ: "string", minLength: 2, maxLength: 63, pattern: "^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$"}},
			{name: "nodeCount", schema: &schema{typ: "integer", format: "int32", minimum: describedBound(1)}},
			{name: "cpuFamily", schema: &schema{typ: "string", maxLength: 32, pattern: "^[-A-Za-z0-9_.]*$", defaultValue: "AUTO"}},
			{name: "coresCount", schema: &schema{typ: "integer", format: "int32", minimum: describedBound(1), defaultValue: int64(4)}},
			{name: "ramSize", schema: &schema{typ: "integer", format: "int32", minimum: describedBound(2048), multipleOf: 1024, defaultValue: int64(4096)}},
			{name: "availabilityZone", schema: models["AvailabilityZone"]},
			{name: "storageType", schema: models["StorageType"]},
			{name: "storageSize", schema: &schema{typ: "integer", format: "int32", minimum: describedBound(10), defaultValue: int64(20)}},
			{name: "maintenanceWindow", schema: models["MaintenanceWindow"]},
			{name: "labels", schema: &schema{typ: "object", freeForm: true}},
			{name: "annotations", schema: &schema{typ: "object", freeForm: true}},
			{name: "autoScaling", schema: models["AutoScaling"]},
		},
	}
	*models["CreateNodePoolRequest"] = schema{
		name:     "CreateNodePoolRequest",
		typ:      "object",
		required: []string{"properties"},
		properties: []property{
			{name: "properties", schema: models["CreateNodePoolProperties"]},
		},
	}
	*models["ErrorMessage"] = schema{
		name: "ErrorMessage",
		typ:  "object",
		properties: []property{
			{name: "errorCode", schema: &schema{typ: "string"}},
			{name: "message", schema: &schema{typ: "string"}},
		},
	}
	*models["ErrorResponse"] = schema{
		name: "ErrorResponse",
		typ:  "object",
		properties: []property{
			{name: "httpStatus", schema: &schema{typ: "integer", format: "int32"}},
			{name: "messages", schema: &schema{typ: "array", items: models["ErrorMessage"]}},
		},
	}
	*models["Lan"] = schema{
		name:     "Lan",
		typ:      "object",
		required: []string{"lanId"},
		properties: []property{
			{name: "lanId", schema: &schema{typ: "string"}},
			{name: "dhcp", schema: &schema{typ: "boolean", defaultValue: true}},
			{name: "routes", schema: &schema{typ: "array", items: models["Route"]}},
		},
	}
	*models["MaintenanceWindow"] = schema{
		name:     "MaintenanceWindow",
		typ:      "object",
		required: []string{"time", "dayOfTheWeek"},
		properties: []property{
			{name: "time", schema: &schema{typ: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$"}},
			{name: "dayOfTheWeek", schema: &schema{typ: "string", enum: []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}}},
		},
	}
	*models["Metadata"] = schema{
		name: "Metadata",
		typ:  "object",
		properties: []property{
			{name: "ETag", schema: &schema{typ: "string"}},
			{name: "createdDate", schema: &schema{typ: "string", format: "date-time"}},
			{name: "createdBy", schema: &schema{typ: "string"}},
			{name: "createdByUserId", schema: &schema{typ: "string"}},
			{name: "createdInContractNumber", schema: &schema{typ: "string"}},
			{name: "lastModifiedDate", schema: &schema{typ: "string", format: "date-time"}},
			{name: "lastModifiedBy", schema: &schema{typ: "string"}},
			{name: "lastModifiedByUserId", schema: &schema{typ: "string"}},
			{name: "currentDataPlatformVersion", schema: &schema{typ: "string", maxLength: 32, pattern: "^[-A-Za-z0-9_.]*$"}},
			{name: "currentDataPlatformRevision", schema: &schema{typ: "integer", format: "int64", minimum: describedBound(0)}},
			{name: "availableUpgradeVersions", schema: &schema{typ: "array", items: &schema{typ: "string"}}},
			{name: "state", schema: &schema{typ: "string", enum: []string{"AVAILABLE", "BUSY", "DEPLOYING", "FAILED", "UPDATING", "FAILED_UPDATING", "DESTROYING", "FAILED_DESTROYING", "TERMINATED"}}},
		},
	}
	*models["NodePool"] = schema{
		name: "NodePool",
		typ:  "object",
		properties: []property{
			{name: "name", schema: &schema{typ: "string", minLength: 2, maxLength: 63, pattern: "^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$"}},
			{name: "dataPlatformVersion", schema: &schema{typ: "string", maxLength: 32, pattern: "^[-A-Za-z0-9_.]*$"}},
			{name: "datacenterId", schema: &schema{typ: "string", minLength: 32, maxLength: 36, pattern: "^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$"}},
			{name: "nodeCount", schema: &schema{typ: "integer", format: "int32", minimum: describedBound(1)}},
			{name: "cpuFamily", schema: &schema{typ: "string", maxLength: 32, pattern: "^[-A-Za-z0-9_.]*$", defaultValue: "AUTO"}},
			{name: "coresCount", schema: &schema{typ: "integer", format: "int32", minimum: describedBound(1), defaultValue: int64(4)}},
			{name: "ramSize", schema: &schema{typ: "integer", format: "int32", minimum: describedBound(2048), multipleOf: 1024, defaultValue: int64(4096)}},
			{name: "availabilityZone", schema: models["AvailabilityZone"]},
			{name: "storageType", schema: models["StorageType"]},
			{name: "storageSize", schema: &schema{typ: "integer", format: "int32", minimum: describedBound(10), defaultValue: int64(20)}},
			{name: "maintenanceWindow", schema: models["MaintenanceWindow"]},
			{name: "labels", schema: &schema{typ: "object", freeForm: true}},
			{name: "annotations", schema: &schema{typ: "object", freeForm: true}},
			{name: "autoScaling", schema: models["AutoScaling"]},
		},
	}
	*models["NodePoolListResponseData"] = schema{
		name:     "NodePoolListResponseData",
		typ:      "object",
		required: []string{"items"},
		properties: []property{
			{name: "id", schema: &schema{typ: "string"}},
			{name: "type", schema: &schema{typ: "string"}},
			{name: "href", schema: &schema{typ: "string"}},
			{name: "items", schema: &schema{typ: "array", items: models["NodePoolResponseData"]}},
		},
	}
	*models["NodePoolResponseData"] = schema{
		name:     "NodePoolResponseData",
		typ:      "object",
		required: []string{"id", "metadata", "properties"},
		properties: []property{
			{name: "id", schema: &schema{typ: "string"}},
			{name: "type", schema: &schema{typ: "string"}},
			{name: "href", schema: &schema{typ: "string"}},
			{name: "metadata", schema: models["Metadata"]},
			{name: "properties", schema: models["NodePool"]},
		},
	}
	*models["PatchClusterProperties"] = schema{
		name: "PatchClusterProperties",
		typ:  "object",
		properties: []property{
			{name: "name", schema: &schema{typ: "string", minLength: 2, maxLength: 63, pattern: "^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$"}},
			{name: "dataPlatformVersion", schema: &schema{typ: "string", maxLength: 32, pattern: "^[-A-Za-z0-9_.]*$"}},
			{name: "maintenanceWindow", schema: models["MaintenanceWindow"]},
			{name: "lans", schema: &schema{typ: "array", items: models["Lan"], nullIgnored: true}},
		},
	}
	*models["PatchClusterRequest"] = schema{
		name:     "PatchClusterRequest",
		typ:      "object",
		required: []string{"properties"},
		properties: []property{
			{name: "properties", schema: models["PatchClusterProperties"]},
		},
	}
	*models["PatchNodePoolProperties"] = schema{
		name: "PatchNodePoolProperties",
		typ:  "object",
		properties: []property{
			{name: "nodeCount", schema: &schema{typ: "integer", format: "int32", minimum: describedBound(1)}},
			{name: "maintenanceWindow", schema: models["MaintenanceWindow"]},
			{name: "labels", schema: &schema{typ: "object", freeForm: true}},
			{name: "annotations", schema: &schema{typ: "object", freeForm: true}},
			{name: "autoScaling", schema: models["AutoScaling"]},
		},
	}
	*models["PatchNodePoolRequest"] = schema{
		name:     "PatchNodePoolRequest",
		typ:      "object",
		required: []string{"properties"},
		properties: []property{
			{name: "properties", schema: models["PatchNodePoolProperties"]},
		},
	}
	*models["Route"] = schema{
		name:     "Route",
		typ:      "object",
		required: []string{"network", "gateway"},
		properties: []property{
			{name: "network", schema: &schema{typ: "string", format: "cidr"}},
			{name: "gateway", schema: &schema{typ: "string", format: "ip"}},
		},
	}
	*models["StorageType"] = schema{
		name:         "StorageType",
		typ:          "string",
		enum:         []string{"HDD", "SSD"},
		defaultValue: "SSD",
	}
	*models["VersionsGet200Response"] = schema{
		name:     "VersionsGet200Response",
		typ:      "object",
		required: []string{"items"},
		properties: []property{
			{name: "id", schema: &schema{typ: "string"}},
			{name: "type", schema: &schema{typ: "string"}},
			{name: "href", schema: &schema{typ: "string"}},
			{name: "items", schema: &schema{typ: "array", items: &schema{typ: "string"}}},
		},
	}
	models["PatchNodePoolProperties"].properties[4].schema = describedNullable(models["AutoScaling"])
	return models
}

// describedNullable is a copy of a schema that null satisfies, too.
func describedNullable(s *schema) *schema {
	c := *s
	c.nullable = true
	return &c
}

// describedBound is a bound that there is.
func describedBound(n int64) *int64 { return &n }
