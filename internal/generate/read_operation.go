package main

// Operations: paths, parameters, bodies and answers.

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pb33f/libopenapi/datamodel/high/base"
	v3 "github.com/pb33f/libopenapi/datamodel/high/v3"
	"github.com/pb33f/libopenapi/orderedmap"
	"gopkg.in/yaml.v3"
)

const jsonType = "application/json"

var (
	pathParameter = regexp.MustCompile(`\{([^{}]*)\}`)
	methods       = []string{"get", "post", "put", "patch", "delete"}
)

// readServices reads the operations, in the order of the description, under
// their tags.
func (r *reader) readServices() []*service {
	var services []*service
	byTag := map[string]*service{}
	for _, tag := range r.document.Tags {
		if !typeName.MatchString(tag.Name) {
			r.problem("tags", "%s is not the beginning of a Go type's name", tag.Name)
		}
		s := &service{Tag: tag.Name, Description: tag.Description}
		byTag[tag.Name] = s
		services = append(services, s)
	}
	for path, item := range r.document.Paths.PathItems.FromOldest() {
		for method, op := range item.GetOperations().FromOldest() {
			place := "paths." + path + "." + method
			if len(op.Tags) != 1 || byTag[op.Tags[0]] == nil {
				r.problem(place, "must have one tag, one of the document's tags")
				continue
			}
			s := byTag[op.Tags[0]]
			if o := r.readOperation(place, path, method, item, op); o != nil {
				o.Service = s
				s.Operations = append(s.Operations, o)
			}
		}
	}
	return slices.DeleteFunc(services, func(s *service) bool { return len(s.Operations) == 0 })
}

func (r *reader) readOperation(place, path, method string, item *v3.PathItem, op *v3.Operation) *operation {
	if !slices.Contains(methods, method) {
		r.problem(place, "the method is not supported")
		return nil
	}
	if !typeName.MatchString(op.OperationId) {
		r.problem(place, "operationId %q must be a Go method's name: letters and digits, the first a capital", op.OperationId)
		return nil
	}
	if op.Summary == "" {
		r.problem(place, "must have a summary, messages are made of it")
		return nil
	}
	o := &operation{
		Name:        op.OperationId,
		Summary:     op.Summary,
		Description: op.Description,
		Title:       strings.ToLower(op.Summary[:1]) + op.Summary[1:],
		Method:      strings.ToUpper(method[:1]) + method[1:],
		Path:        path,
	}
	extensions := extensionsOf(op.Extensions)
	r.knownExtensions(place, extensions, "x-second-name", "x-raw-answer", "x-secret", "x-title")
	r.extension(place, extensions, "x-raw-answer", &o.Raw)
	r.extension(place, extensions, "x-secret", &o.Secret)
	r.extension(place, extensions, "x-title", &o.Title)
	if r.extension(place, extensions, "x-second-name", &o.Second) && !typeName.MatchString(o.Second) {
		r.problem(place, "x-second-name %q must be a Go method's name", o.Second)
	}
	if o.Second == o.Name {
		r.problem(place, "x-second-name is the operationId")
	}
	r.readParameters(place, o, append(slices.Clone(item.Parameters), op.Parameters...))
	if op.RequestBody != nil {
		o.Body = r.readBody(place+".requestBody", op.RequestBody)
	}
	r.readAnswers(place, o, op.Responses)
	if o.Answer == nil {
		return nil
	}
	return o
}

func (r *reader) readParameters(place string, o *operation, parameters []*v3.Parameter) {
	inPath := map[string]*parameter{}
	for _, p := range parameters {
		at := place + "." + p.Name
		if !propertyName.MatchString(p.Name) {
			r.problem(at, "the parameter's name has no form in Go")
			continue
		}
		read := r.readParameter(at, o.Name, p)
		if read == nil {
			continue
		}
		switch p.In {
		case "path":
			if read.Type.Kind != kindString {
				r.problem(at, "a path parameter must be a string")
			}
			if read.Example == nil {
				r.problem(at, "a path parameter must have an example, the reference is made of it")
			}
			inPath[p.Name] = read
		case "query":
			if p.Required != nil && *p.Required {
				r.problem(at, "a query parameter that is required is not supported")
			}
			o.Query = append(o.Query, read)
		default:
			r.problem(at, "a parameter in %s is not supported", p.In)
		}
	}
	for _, match := range pathParameter.FindAllStringSubmatch(o.Path, -1) {
		p := inPath[match[1]]
		if p == nil {
			r.problem(place, "the path's parameter %s is not described", match[1])
			continue
		}
		o.PathParams = append(o.PathParams, p)
		delete(inPath, match[1])
	}
	for name := range inPath {
		r.problem(place, "the parameter %s is not in the path", name)
	}
}

func (r *reader) readParameter(place, owner string, p *v3.Parameter) *parameter {
	if p.Schema == nil {
		r.problem(place, "the parameter must have a schema")
		return nil
	}
	if p.Schema.IsReference() {
		r.problem(place, "the parameter's schema must be written out")
		return nil
	}
	s := r.build(place, p.Schema)
	if s == nil {
		return nil
	}
	t := r.typeOf(place, s)
	if t == nil {
		return nil
	}
	read := &parameter{Name: p.Name, Type: t, Description: p.Description, Example: p.Example}
	switch t.Kind {
	case kindString:
		read.Rule = r.ruleOf(place, p.Name+"-parameter", owner, s)
	case kindInt32, kindInt64, kindBool:
		if s.Minimum != nil || s.Maximum != nil || s.MultipleOf != nil {
			r.problem(place, "bounds of a parameter are not supported")
		}
	default:
		r.problem(place, "a parameter of type %s is not supported", t.Go())
		return nil
	}
	return read
}

func (r *reader) readBody(place string, b *v3.RequestBody) *body {
	media, ok := r.onlyJSON(place, b.Content)
	if !ok {
		return nil
	}
	if media.Schema == nil || !media.Schema.IsReference() {
		r.problem(place, "the body's schema must be a reference to a model")
		return nil
	}
	m := r.modelOf(place, media.Schema)
	if m == nil || m.IsEnum() {
		r.problem(place, "the body must be a model")
		return nil
	}
	if media.Example == nil {
		r.problem(place, "the body must have an example, the reference is made of it")
		return nil
	}
	return &body{Model: m, Required: b.Required != nil && *b.Required, Example: media.Example}
}

func (r *reader) onlyJSON(place string, content *orderedmap.Map[string, *v3.MediaType]) (*v3.MediaType, bool) {
	if content == nil || content.Len() != 1 || content.GetOrZero(jsonType) == nil {
		r.problem(place, "must be %s and nothing else", jsonType)
		return nil, false
	}
	return content.GetOrZero(jsonType), true
}

func (r *reader) readAnswers(place string, o *operation, responses *v3.Responses) {
	if responses == nil || responses.Codes == nil {
		r.problem(place, "must have responses")
		return
	}
	for code, response := range responses.Codes.FromOldest() {
		at := place + ".responses." + code
		if response == nil {
			r.problem(at, "is empty")
			continue
		}
		a := &answer{Code: code, Description: response.Description}
		if response.Headers != nil {
			a.Headers = slices.Collect(response.Headers.KeysFromOldest())
		}
		if !strings.HasPrefix(code, "2") {
			o.Errors = append(o.Errors, a)
			continue
		}
		media, ok := r.onlyJSON(at, response.Content)
		if !ok {
			continue
		}
		a.Example = media.Example
		r.readAnswerType(at, o, a, media.Schema)
		switch {
		case a.Type == nil:
		case o.Answer == nil:
			o.Answer = a
		case o.Answer.Type.Go() != a.Type.Go():
			r.problem(at, "answers %s, another code of success %s", a.Type.Go(), o.Answer.Type.Go())
		}
	}
	if o.Answer == nil {
		r.problem(place, "must have a response of success with a schema")
	}
}

func (r *reader) readAnswerType(place string, o *operation, a *answer, proxy *base.SchemaProxy) {
	if proxy == nil {
		r.problem(place, "must have a schema")
		return
	}
	if proxy.IsReference() {
		if m := r.modelOf(place, proxy); m != nil {
			a.Type = &goType{Kind: kindModel, Model: m}
			if m.IsEnum() {
				r.problem(place, "an enum is not supported as an answer")
			}
		}
		if o.Raw {
			r.problem(place, "x-raw-answer is only known for a free-form object")
		}
		return
	}
	s := r.build(place, proxy)
	if s == nil {
		return
	}
	if len(s.OneOf) > 0 {
		r.readShapes(place, a, s)
		return
	}
	a.Type = r.typeOf(place, s)
	if a.Type == nil {
		return
	}
	if a.Type.Kind != kindMap || !o.Raw || o.Second == "" {
		r.problem(place, "must be a model, or a free-form object with x-raw-answer and x-second-name")
	}
}

// readShapes reads an answer that is a model or the list in it without the
// model around it.
func (r *reader) readShapes(place string, a *answer, s *base.Schema) {
	var name string
	extensions := extensionsOf(s.Extensions)
	r.knownExtensions(place, extensions, "x-one-of-name")
	r.extension(place, extensions, "x-one-of-name", &name)
	if len(s.OneOf) != 2 || !s.OneOf[0].IsReference() || s.OneOf[1].IsReference() {
		r.problem(place, "a oneOf must be of a model and a list, in this order")
		return
	}
	m := r.modelOf(place, s.OneOf[0])
	bare := r.build(place, s.OneOf[1])
	if m == nil || bare == nil {
		return
	}
	if name != m.Name {
		r.problem(place, "x-one-of-name must be %s", m.Name)
	}
	list := r.typeOf(place, bare)
	if list == nil {
		return
	}
	fits := m.filter(func(f *field) bool { return f.Type.Kind == kindList && f.Type.Go() == list.Go() })
	if len(fits) != 1 {
		r.problem(place, "%s must have one property that is a %s, has %d", m.Name, list.Go(), len(fits))
		return
	}
	m.BareField = fits[0]
	a.Type, a.Bare = &goType{Kind: kindModel, Model: m}, true
}

// decodeExample reads an example; nil: there is none.
func decodeExample(node *yaml.Node) any {
	if node == nil {
		return nil
	}
	var v any
	if err := node.Decode(&v); err != nil {
		return nil
	}
	return v
}
