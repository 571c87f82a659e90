package main

// The description as the templates see it: services with operations, models
// with fields, and the rules of strings.

import "gopkg.in/yaml.v3"

type description struct {
	Services []*service
	Models   []*model // by name
	Rules    []*rule  // by name
	Patterns []*pattern
}

// markAnswered marks the models that good answers are made of.
func (d *description) markAnswered() {
	for _, s := range d.Services {
		for _, o := range s.Operations {
			o.Answer.Type.markAnswered()
		}
	}
}

// UsesTime tells whether a constructor takes a time.
func (d *description) UsesTime() bool {
	for _, m := range d.Models {
		for _, f := range m.Required() {
			if f.Type.Kind == kindTime {
				return true
			}
		}
	}
	return false
}

// service is a tag.
type service struct {
	Tag         string // "DataPlatformCluster"
	Description string
	Operations  []*operation
}

// Class is the name that a service goes by: DataPlatformClusterApi.
func (s *service) Class() string { return s.Tag + "Api" }

// Type is the Go type of a service: DataPlatformClusterApiService.
func (s *service) Type() string { return s.Class() + "Service" }

// NeedsStrconv tells whether a query parameter is something else than text.
func (s *service) NeedsStrconv() bool {
	for _, o := range s.Operations {
		for _, p := range o.Query {
			if p.Type.Kind != kindString {
				return true
			}
		}
	}
	return false
}

type operation struct {
	Service     *service
	Name        string // "CreateCluster"
	Second      string // "ClustersPost", "" if there is none
	Title       string // "create cluster"
	Summary     string // "Create cluster"
	Description string
	Method      string // "Post"
	Path        string
	PathParams  []*parameter // in the order of the path
	Query       []*parameter
	Body        *body // nil: it takes none
	Answer      *answer
	Errors      []*answer
	Raw         bool // the first name answers text
	Secret      bool
}

// Var is the variable that holds the operation's data.
func (o *operation) Var() string { return "op" + o.Name }

// Request is the type of the request under the first name.
func (o *operation) Request() string { return "Api" + o.Name + "Request" }

// SecondRequest is the type of the request under the second name.
func (o *operation) SecondRequest() string { return "Api" + o.Second + "Request" }

// Result is the Go type of the answer under the first name.
func (o *operation) Result() string {
	if o.Raw {
		return "string"
	}
	return o.SecondResult()
}

// SecondResult is the Go type of the answer under the second name.
func (o *operation) SecondResult() string { return o.Answer.Type.Go() }

type parameter struct {
	Name        string // "clusterId"
	Type        *goType
	Description string
	Rule        *rule // nil: none
	Example     *yaml.Node
}

// GoName is the exported name, that of a query parameter's method.
func (p *parameter) GoName() string { return exported(p.Name) }

type body struct {
	Model    *model
	Required bool
	Example  *yaml.Node
}

// Param is the name of the body in messages: createClusterRequest.
func (b *body) Param() string { return unexported(b.Model.Name) }

// answer is one status code and what comes with it.
type answer struct {
	Code        string // "200", "2XX", "404"
	Description string
	Type        *goType // nil: no JSON
	Bare        bool    // the list may come without the model around it
	Headers     []string
	Example     *yaml.Node
}

// model is a schema: an object, or an enum if it has values.
type model struct {
	Name         string
	Description  string
	Fields       []*field
	Values       []string // of an enum
	ShortNames   bool
	Rule         *rule // of an enum
	Default      any   // of an enum
	Ordered      []*field
	OrderedNames []string
	BareField    *field // takes a list that comes without the model around it
	Example      *yaml.Node
	Answered     bool // part of an answer
}

// Scanned tells whether the model reads itself: as a part of an answer whose
// JSON is just its fields.
func (m *model) Scanned() bool {
	return m.Answered && !m.IsEnum() && m.BareField == nil && len(m.Nullable()) == 0
}

// IsEnum tells an enum from an object.
func (m *model) IsEnum() bool { return m.Values != nil }

// Required are the fields that a constructor takes.
func (m *model) Required() []*field { return m.filter(func(f *field) bool { return f.Required }) }

// Defaulted are the fields that a constructor sets by itself.
func (m *model) Defaulted() []*field {
	return m.filter(func(f *field) bool { return f.Default != nil && !f.Required && !f.LeaveDefault })
}

// Nullable are the fields for which null says something.
func (m *model) Nullable() []*field { return m.filter(func(f *field) bool { return f.Nullable }) }

// OrderedPairs are the fields of which the first is at most the second.
func (m *model) OrderedPairs() [][2]*field {
	var pairs [][2]*field
	for i := 1; i < len(m.Ordered); i++ {
		pairs = append(pairs, [2]*field{m.Ordered[i-1], m.Ordered[i]})
	}
	return pairs
}

// HasTime tells whether a field is a time.
func (m *model) HasTime() bool {
	return len(m.filter(func(f *field) bool { return f.Type.Kind == kindTime })) > 0
}

func (m *model) filter(keep func(*field) bool) []*field {
	var kept []*field
	for _, f := range m.Fields {
		if keep(f) {
			kept = append(kept, f)
		}
	}
	return kept
}

// field is a property of a model.
type field struct {
	Name         string // as in JSON
	Description  string
	Type         *goType
	Required     bool
	Nullable     bool
	ReadOnly     bool
	Default      any  // string, int64, float64, bool; nil: none
	LeaveDefault bool // constructors don't set the default
	Rule         *rule
	Minimum      *float64
	Maximum      *float64
	MultipleOf   *float64
	MinItems     int
	MaxItems     int
	Example      *yaml.Node
}

// GoName is the name of the field in Go.
func (f *field) GoName() string { return exported(f.Name) }

// Arg is the field as an argument of a constructor.
func (f *field) Arg() string { return argument(f.Name) }

// NullFlag is the field that remembers an explicit null.
func (f *field) NullFlag() string { return unexported(f.GoName()) + "Null" }

// Tag is what the struct tag says.
func (f *field) Tag() string {
	if f.Required {
		return f.Name
	}
	return f.Name + ",omitempty"
}

type kind string

const (
	kindString  kind = "string"
	kindInt32   kind = "int32"
	kindInt64   kind = "int64"
	kindFloat32 kind = "float32"
	kindFloat64 kind = "float64"
	kindBool    kind = "bool"
	kindTime    kind = "time"
	kindMap     kind = "map"
	kindModel   kind = "model"
	kindEnum    kind = "enum"
	kindList    kind = "list"
)

// goType is the type of a value.
type goType struct {
	Kind   kind
	Model  *model  // of a model or an enum
	Elem   *goType // of a list
	Format string
}

func (t *goType) markAnswered() {
	switch {
	case t == nil:
	case t.Kind == kindList:
		t.Elem.markAnswered()
	case t.Model != nil && !t.Model.Answered:
		t.Model.Answered = true
		for _, f := range t.Model.Fields {
			f.Type.markAnswered()
		}
	}
}

// Go is the type as it is in Go, in a field without the pointer.
func (t *goType) Go() string {
	switch t.Kind {
	case kindTime:
		return "IonosTime"
	case kindMap:
		return "map[string]interface{}"
	case kindModel, kindEnum:
		return t.Model.Name
	case kindList:
		return "[]" + t.Elem.Go()
	}
	return string(t.Kind)
}

// Accessor is the type in accessors and constructors.
func (t *goType) Accessor() string {
	if t.Kind == kindTime {
		return "time.Time"
	}
	return t.Go()
}

// rule is what is said of a string.
type rule struct {
	Name      string // "ruleClusterName", once all are known
	MinLength int
	MaxLength int
	Pattern   *pattern
	Format    string
	Values    []string
}

// pattern is a regular expression, shared by the rules that have it.
type pattern struct {
	Name      string
	Source    string
	Automaton *automaton
}
