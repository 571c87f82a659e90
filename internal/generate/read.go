package main

// Reading: the description is parsed and brought into the form that the
// templates take; all that cannot be is reported at once, with its place.

import (
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strings"

	"github.com/pb33f/libopenapi"
	"github.com/pb33f/libopenapi/datamodel"
	"github.com/pb33f/libopenapi/datamodel/high/base"
	v3 "github.com/pb33f/libopenapi/datamodel/high/v3"
	"github.com/pb33f/libopenapi/orderedmap"
	"gopkg.in/yaml.v3"
)

// reader turns a parsed document into a description.
type reader struct {
	document *v3.Document
	models   map[string]*model
	patterns map[string]*pattern
	rules    ruleBook
	problems []string
}

func read(source []byte) (*description, error) {
	document, err := parse(source)
	if err != nil {
		return nil, fmt.Errorf("openapi.yaml: %w", err)
	}
	r := &reader{document: document, models: map[string]*model{}, patterns: map[string]*pattern{}}
	d := &description{}
	d.Models = r.readModels()
	d.Services = r.readServices()
	d.Rules = r.rules.named()
	d.Patterns = r.namedPatterns()
	r.checkNames(d)
	if len(r.problems) > 0 {
		return nil, errors.New("openapi.yaml: cannot be turned into code:\n\t" + strings.Join(r.problems, "\n\t"))
	}
	d.markAnswered()
	return d, nil
}

func parse(source []byte) (*v3.Document, error) {
	// The parser's errors come back to us, it need not log them.
	quiet := &datamodel.DocumentConfiguration{Logger: slog.New(slog.DiscardHandler)}
	document, err := libopenapi.NewDocumentWithConfiguration(source, quiet)
	if err != nil {
		return nil, err
	}
	if version := document.GetVersion(); !strings.HasPrefix(version, "3.0.") {
		return nil, fmt.Errorf("is OpenAPI %s, must be 3.0", version)
	}
	built, errs := document.BuildV3Model()
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	if built.Model.Components == nil || built.Model.Components.Schemas == nil || built.Model.Paths == nil {
		return nil, errors.New("has no paths or no components.schemas")
	}
	return &built.Model, nil
}

func (r *reader) problem(place, format string, args ...any) {
	r.problems = append(r.problems, place+": "+fmt.Sprintf(format, args...))
}

// modelOf finds the model that a reference leads to.
func (r *reader) modelOf(place string, proxy *base.SchemaProxy) *model {
	name, ok := strings.CutPrefix(proxy.GetReference(), "#/components/schemas/")
	if !ok {
		r.problem(place, "refers to %s, only components.schemas will do", proxy.GetReference())
		return nil
	}
	m := r.models[name]
	if m == nil {
		r.problem(place, "refers to %s, which is not there", proxy.GetReference())
	}
	return m
}

// patternOf keeps every pattern once.
func (r *reader) patternOf(place, source string) *pattern {
	if source == "" {
		return nil
	}
	if p := r.patterns[source]; p != nil {
		return p
	}
	a, err := newAutomaton(source)
	if err != nil {
		r.problem(place, "pattern: %v", err)
		return nil
	}
	p := &pattern{Source: source, Automaton: a}
	r.patterns[source] = p
	return p
}

// namedPatterns names each pattern after the first of the rules that have it.
func (r *reader) namedPatterns() []*pattern {
	var named []*pattern
	for _, rule := range r.rules.named() {
		if p := rule.Pattern; p != nil && p.Name == "" {
			p.Name = "pattern" + strings.TrimPrefix(rule.Name, "rule")
			named = append(named, p)
		}
	}
	return named
}

// extension reads an extension into out; false: it isn't there.
func (r *reader) extension(place string, extensions extensionMap, name string, out any) bool {
	node := extensions[name]
	if node == nil {
		return false
	}
	if err := node.Decode(out); err != nil {
		r.problem(place, "%s: %v", name, err)
		return false
	}
	return true
}

// knownExtensions refuses the others: a misspelt one would do nothing silently.
func (r *reader) knownExtensions(place string, extensions extensionMap, known ...string) {
	for _, name := range slices.Sorted(maps.Keys(extensions)) {
		if !slices.Contains(known, name) {
			r.problem(place, "has the unknown extension %s", name)
		}
	}
}

// extensionMap has the extensions of one thing in the description.
type extensionMap map[string]*yaml.Node

func extensionsOf(m *orderedmap.Map[string, *yaml.Node]) extensionMap {
	if m == nil {
		return nil
	}
	return maps.Collect(m.FromOldest())
}

// ruleBook keeps the rules of strings, each once under a name that tells what
// it is for.
type ruleBook struct {
	uses map[string][]ruleUse // by the Go name of the property or parameter
}

type ruleUse struct {
	owner string // "CreateClusterProperties"
	rule  *rule
}

// add keeps a rule under the name of what it is for and answers the one to use.
func (b *ruleBook) add(name, owner string, r *rule) *rule {
	name = exported(name)
	if b.uses == nil {
		b.uses = map[string][]ruleUse{}
	}
	for _, use := range b.uses[name] {
		if use.rule.equal(r) {
			return use.rule
		}
	}
	b.uses[name] = append(b.uses[name], ruleUse{owner, r})
	return r
}

// named gives the rules their names: ruleName, and ruleNameOfCluster where
// several properties of a name have different rules.
func (b *ruleBook) named() []*rule {
	var named []*rule
	for _, name := range slices.Sorted(maps.Keys(b.uses)) {
		for _, use := range b.uses[name] {
			use.rule.Name = "rule" + name
			if len(b.uses[name]) > 1 {
				use.rule.Name += "Of" + use.owner
			}
			named = append(named, use.rule)
		}
	}
	return named
}

func (r *rule) equal(other *rule) bool {
	return r.MinLength == other.MinLength && r.MaxLength == other.MaxLength && r.Pattern == other.Pattern &&
		r.Format == other.Format && slices.Equal(r.Values, other.Values)
}
