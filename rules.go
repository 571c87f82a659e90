// Code generated from openapi.yaml by internal/generate. DO NOT EDIT.

package ionoscloud

// The rules of strings, each once. The models and the parameters of operations
// refer to them.

var (
	patternClusterIdParameter = &pattern{source: "^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$"}
	patternCpuFamily          = &pattern{source: "^[-A-Za-z0-9_.]*$"}
	patternName               = &pattern{source: "^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$"}
	patternTime               = &pattern{source: "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$"}
)

var (
	ruleAvailabilityZone           = &stringRule{values: []string{"AUTO", "ZONE_1", "ZONE_2"}}
	ruleClusterIdParameter         = &stringRule{minLength: 32, maxLength: 36, pattern: patternClusterIdParameter}
	ruleCpuFamily                  = &stringRule{maxLength: 32, pattern: patternCpuFamily}
	ruleCurrentDataPlatformVersion = &stringRule{maxLength: 32, pattern: patternCpuFamily}
	ruleDataPlatformVersion        = &stringRule{maxLength: 32, pattern: patternCpuFamily}
	ruleDatacenterId               = &stringRule{minLength: 32, maxLength: 36, pattern: patternClusterIdParameter}
	ruleDayOfTheWeek               = &stringRule{values: []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}}
	ruleGateway                    = &stringRule{format: "ip"}
	ruleName                       = &stringRule{minLength: 2, maxLength: 63, pattern: patternName}
	ruleNameParameter              = &stringRule{maxLength: 63, pattern: patternCpuFamily}
	ruleNetwork                    = &stringRule{format: "cidr"}
	ruleNodepoolIdParameter        = &stringRule{minLength: 32, maxLength: 36, pattern: patternClusterIdParameter}
	ruleState                      = &stringRule{values: []string{"AVAILABLE", "BUSY", "DEPLOYING", "FAILED", "UPDATING", "FAILED_UPDATING", "DESTROYING", "FAILED_DESTROYING", "TERMINATED"}}
	ruleStorageType                = &stringRule{values: []string{"HDD", "SSD"}}
	ruleTime                       = &stringRule{pattern: patternTime}
)
