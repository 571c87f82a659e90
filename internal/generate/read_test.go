package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/require"
)

// TestDescriptionIsValid has a reader of its own look at the description, its
// examples included.
func TestDescriptionIsValid(t *testing.T) {
	document, err := openapi3.NewLoader().LoadFromFile(filepath.Join(repository, "openapi.yaml"))
	require.NoError(t, err)
	require.NoError(t, document.Validate(context.Background(), openapi3.EnableExamplesValidation()))
	for path, item := range document.Paths.Map() {
		for method, operation := range item.Operations() {
			for _, code := range []string{"400", "401", "403", "404", "409", "422", "429", "500", "502", "503", "504"} {
				require.NotNil(t, operation.Responses.Value(code), "%s %s answers %s", method, path, code)
			}
			require.Contains(t, operation.Responses.Value("429").Value.Headers, "Retry-After")
		}
	}
}

// small is a description with one operation and one model; the tests put what
// is wrong into it.
const small = `openapi: 3.0.3
info: {title: small, version: 1.0.0}
tags:
- {name: Thing, description: Things.}
paths:
  /things/{id}:
    get:
      operationId: GetThing
      tags: [Thing]
      summary: Get thing
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}, example: a}
      responses:
        '200':
          description: The thing.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Thing'}
components:
  schemas:
    Thing:
      type: object
      description: A thing.
      properties:
        size: {type: integer, format: int32, description: Its size.}
        name: {type: string, description: Its name.}
`

func TestSmallDescription(t *testing.T) {
	files := rendered(t, []byte(small))
	require.Contains(t, files, "model_thing.go")
	require.Contains(t, files, "api_thing.go")
	require.Contains(t, files, "docs/api/thing.md")
}

func TestBadDescriptions(t *testing.T) {
	const (
		sizeOf  = "{type: integer, format: int32, description: Its size.}"
		answer  = "schema: {$ref: '#/components/schemas/Thing'}"
		opID    = "operationId: GetThing"
		param   = "- {name: id, in: path, required: true, schema: {type: string}, example: a}"
		more    = "    More:\n"
		thingID = "      properties:\n        size"
	)
	// Each replaces the first part of the small description by the second.
	tests := map[string]struct{ old, new, want string }{
		"no YAML":                 {small, "\t{", "openapi.yaml: "},
		"another version":         {"3.0.3", "3.1.0", "is OpenAPI 3.1.0, must be 3.0"},
		"no schemas":              {small[strings.Index(small, "components:"):], "", "Thing` does not exist"},
		"nothing":                 {small, "openapi: 3.0.3\ninfo: {title: a, version: '1'}\npaths: {}\n", "has no paths or no components.schemas"},
		"broken reference":        {answer, "schema: {$ref: '#/components/schemas/Nothing'}", "Nothing"},
		"property without type":   {sizeOf, "{description: Its size.}", "components.schemas.Thing.size: must have one type"},
		"integer without format":  {sizeOf, "{type: integer}", "components.schemas.Thing.size: an integer must have the format int32 or int64"},
		"number without format":   {sizeOf, "{type: number}", "size: a number must have the format float or double"},
		"inline object":           {sizeOf, "{type: object, properties: {a: {type: string}}}", "size: an object with properties must be named"},
		"typed map":               {sizeOf, "{type: object, additionalProperties: {type: string}}", "size: additionalProperties must be true"},
		"oneOf in a property":     {sizeOf, "{oneOf: [{type: string}, {type: boolean}]}", "size: oneOf, anyOf, not"},
		"array without items":     {sizeOf, "{type: array}", "size: an array must have items"},
		"list of integers":        {sizeOf, "{type: array, items: {type: integer, format: int32}}", "size: a list of int32 is not supported"},
		"list of lists":           {sizeOf, "{type: array, items: {type: array, items: {type: string}}}", "size: a list of []string is not supported"},
		"unsupported bound":       {sizeOf, "{type: integer, format: int32, minimum: 1, exclusiveMinimum: true}", "size: exclusiveMinimum is not supported"},
		"fractional bound":        {sizeOf, "{type: integer, format: int32, minimum: 1.5}", "size: the bound 1.5 of an integer is none"},
		"multiple of a half":      {sizeOf, "{type: number, format: double, multipleOf: 0.5}", "size: multipleOf is only known for integers"},
		"bad pattern":             {sizeOf, "{type: string, pattern: '^(a$'}", "size: pattern: error parsing regexp"},
		"default of another type": {sizeOf, "{type: integer, format: int32, default: many}", "size: the default many is no int32"},
		"default of a list":       {sizeOf, "{type: array, items: {type: string}, default: [a]}", "size: a default is not supported for []string"},
		"nullable text":           {sizeOf, "{type: string, nullable: true}", "size: nullable is only known for models"},
		"null that may not be":    {sizeOf, "{type: string, x-null-ignored: true}", "size: x-null-ignored is there and null is not allowed"},
		"misspelt extension":      {sizeOf, "{type: boolean, default: true, x-constructor-defaults: false}", "size: has the unknown extension x-constructor-defaults"},
		"extension for nothing":   {sizeOf, "{type: boolean, x-constructor-default: false}", "size: x-constructor-default is there and no default"},
		"extension of a type":     {sizeOf, "{type: boolean, default: true, x-constructor-default: [1]}", "size: x-constructor-default: "},
		"name without a form":     {"        size", "        $size", "Thing.$size: the name has no form in Go"},
		"two names in one":        {"        name:", "        si-ze: {type: string}\n        siZe:", "the property siZe would declare SiZe, which is of the property si-ze"},
		"a method's name":         {"        name:", "        validate:", "the property validate would declare Validate"},
		"an accessor's name":      {"        name:", "        get_size:", "the property get_size would declare GetSize"},
		"unknown required":        {thingID, "      required: [weight]\n" + thingID, "Thing: requires weight, which is no property"},
		"order of nothing":        {thingID, "      x-ordered: [size, weight]\n" + thingID, "x-ordered names weight, which is no property"},
		"order of text":           {thingID, "      x-ordered: [name, size]\n" + thingID, "x-ordered: name is no number"},
		"order of one":            {thingID, "      x-ordered: [size]\n" + thingID, "x-ordered must name two properties"},
		"order of two types":      {thingID, "      x-ordered: [size, name]\n" + thingID, "x-ordered: size and name are not of one type"},
		"a model without fields":  {"  schemas:\n", "  schemas:\n" + more + "      type: object\n", "components.schemas.More: must be an enum or an object with properties"},
		"a model of text":         {"  schemas:\n", "  schemas:\n" + more + "      type: string\n", "components.schemas.More: is of type string, must be an enum or an object"},
		"a model that is oneOf":   {"  schemas:\n", "  schemas:\n" + more + "      oneOf: [{$ref: '#/components/schemas/Thing'}]\n", "components.schemas.More: oneOf, anyOf and not"},
		"a model's name":          {"  schemas:\n", "  schemas:\n    more-things: {type: object, properties: {a: {type: string}}}\n", "components.schemas.more-things: the name must be a Go type's"},
		"another name":            {"  schemas:\n", "  schemas:\n    More: {$ref: '#/components/schemas/Thing'}\n", "More: is another name for"},
		"allOf of two types":      {"  schemas:\n", "  schemas:\n" + more + "      allOf: [{$ref: '#/components/schemas/Thing'}, {type: object, properties: {size: {type: string}}}]\n", "More.size: is string here and int32"},
		"names that meet":         {"  schemas:\n", "  schemas:\n    NewThing: {type: object, properties: {a: {type: string}}}\n", "would declare NewThing, as components.schemas.NewThing does"},
		"files that meet":         {"  schemas:\n", "  schemas:\n    THing: {type: object, properties: {a: {type: string}}}\n    THING: {type: object, properties: {a: {type: string}}}\n", "would be written to the same file as THING"},
		"enum of numbers":         {"  schemas:\n", "  schemas:\n    More: {type: integer, format: int32, enum: [1]}\n", "More: an enum must be of type string"},
		"enum without form":       {"  schemas:\n", "  schemas:\n    More: {type: string, enum: [a/b]}\n", `the value "a/b" has no form in Go`},
		"enum's default":          {"  schemas:\n", "  schemas:\n    More: {type: string, enum: [a], default: b}\n", `the default "b" is none of its values`},
		"enum values that meet":   {"  schemas:\n", "  schemas:\n    More: {type: string, enum: [a, A]}\n", "would declare MORE_A"},
		"short names that meet":   {"  schemas:\n", "  schemas:\n    More: {type: string, enum: [a], x-short-names: true}\n    Most: {type: string, enum: [a], x-short-names: true}\n", "would declare A, as components.schemas.More does"},
		"no operationId":          {opID, "description: x", "paths./things/{id}.get: operationId"},
		"operationId in small":    {opID, "operationId: getThing", `operationId "getThing" must be a Go method's name`},
		"no summary":              {"summary: Get thing", "description: x", "get: must have a summary"},
		"unknown tag":             {"tags: [Thing]", "tags: [Other]", "get: must have one tag"},
		"second name is first":    {opID, opID + "\n      x-second-name: GetThing", "x-second-name is the operationId"},
		"second name":             {opID, opID + "\n      x-second-name: get thing", `x-second-name "get thing" must be a Go method's name`},
		"raw model":               {opID, opID + "\n      x-raw-answer: true", "x-raw-answer is only known for a free-form object"},
		"method":                  {"    get:\n", "    options:\n", "the method is not supported"},
		"undescribed parameter":   {param, "- {name: filter, in: query, schema: {type: string}}", "the path's parameter id is not described"},
		"parameter not in path":   {param, param + "\n      - {name: other, in: path, required: true, schema: {type: string}}", "the parameter other is not in the path"},
		"parameter in header":     {param, param + "\n      - {name: trace, in: header, schema: {type: string}}", "a parameter in header is not supported"},
		"required query":          {param, param + "\n      - {name: q, in: query, required: true, schema: {type: string}}", "a query parameter that is required is not supported"},
		"parameter of a list":     {param, param + "\n      - {name: q, in: query, schema: {type: array, items: {type: string}}}", "a parameter of type []string is not supported"},
		"parameter with bounds":   {param, param + "\n      - {name: q, in: query, schema: {type: integer, format: int32, minimum: 1}}", "bounds of a parameter are not supported"},
		"parameter of a model":    {param, param + "\n      - {name: q, in: query, schema: {$ref: '#/components/schemas/Thing'}}", "the parameter's schema must be written out"},
		"parameter, a method":     {param, param + "\n      - {name: execute, in: query, schema: {type: string}}", "the parameter execute has the name of a method"},
		"integer in the path":     {param, "- {name: id, in: path, required: true, schema: {type: integer, format: int32}}", "a path parameter must be a string"},
		"path without example":    {", example: a}", "}", "get.id: a path parameter must have an example"},
		"body without example":    {opID, opID + "\n      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}", "requestBody: the body must have an example"},
		"inline body":             {opID, opID + "\n      requestBody: {content: {application/json: {schema: {type: object}}}}", "requestBody: the body's schema must be a reference to a model"},
		"body of another type":    {opID, opID + "\n      requestBody: {content: {text/plain: {schema: {type: string}}}}", "requestBody: must be application/json and nothing else"},
		"no success":              {"'200'", "'400'", "get: must have a response of success with a schema"},
		"answer of a list":        {answer, "schema: {type: array, items: {type: string}}", "responses.200: must be a model, or a free-form object"},
		"answer of other shapes":  {answer, "schema: {oneOf: [{type: string}, {type: boolean}]}", "a oneOf must be of a model and a list, in this order"},
		"shape without its list":  {answer, "schema: {x-one-of-name: Thing, oneOf: [{$ref: '#/components/schemas/Thing'}, {type: array, items: {type: string}}]}", "Thing must have one property that is a []string, has 0"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, small, test.old)
			_, err := read([]byte(strings.Replace(small, test.old, test.new, 1)))
			require.ErrorContains(t, err, test.want)
		})
	}
}

// TestAllProblemsAtOnce: one run tells all that is wrong.
func TestAllProblemsAtOnce(t *testing.T) {
	bad := strings.NewReplacer("format: int32", "format: int16", "summary: Get thing", "description: x").Replace(small)
	_, err := read([]byte(bad))
	require.ErrorContains(t, err, "int16")
	require.ErrorContains(t, err, "summary")
}

func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"VersionsGet200Response": "versions_get_200_response", "AutoScaling": "auto_scaling", "Lan": "lan",
		"APIThing": "api_thing", "ThingOfAPI": "thing_of_api", "A1B": "a_1_b",
	} {
		require.Equal(t, want, snake(name))
	}
	require.Equal(t, "model_lan_test_schema.go", modelFile("LanTest"))
	require.Equal(t, "model_node_linux_schema.go", modelFile("NodeLinux"))
	require.Equal(t, "model_windows_node.go", modelFile("WindowsNode"))
	require.Equal(t, "ETag", exported("ETag"))
	require.Equal(t, "CreatedBy", exported("created_by"))
	require.Equal(t, "type_", argument("type"))
	require.Equal(t, "nodepool", serviceFile("DataPlatformNodePool"))
	require.Equal(t, "AVAILABILITYZONE_ZONE_1", constant("AvailabilityZone", "ZONE_1"))
}
