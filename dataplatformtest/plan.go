// Plans: what the description says about each kind of resource, so that clusters
// and node pools share one set of handlers.

package dataplatformtest

import "slices"

// plan is one kind of resource.
type plan struct {
	kind      Kind
	title     string // how messages call it
	create    *schema
	patch     *schema
	answer    *schema // its properties in answers, in their order there
	immutable []string
}

func newPlan(schemas map[string]*schema, kind Kind, title, model string) *plan {
	p := &plan{
		kind:   kind,
		title:  title,
		create: schemas["Create"+model+"Request"],
		patch:  schemas["Patch"+model+"Request"],
	}
	create, patch := p.create.property("properties"), p.patch.property("properties")
	p.answer = merge(schemas[model], create, patch)
	for _, property := range p.answer.properties {
		if patch.property(property.name) == nil {
			p.immutable = append(p.immutable, property.name)
		}
	}
	return p
}

// merge is an object with the properties of all the given ones, so that nothing
// that was accepted is missing from the answer.
func merge(schemas ...*schema) *schema {
	all := &schema{typ: "object"}
	for _, s := range schemas {
		if s == nil {
			continue
		}
		for _, p := range s.properties {
			if all.property(p.name) == nil {
				all.properties = append(all.properties, p)
			}
		}
	}
	return all
}

// refuseImmutable reports the properties of a PATCH that can't be changed.
func (p *plan) refuseImmutable(body any, c *check) {
	document, _ := body.(map[string]any)
	properties, _ := document["properties"].(map[string]any)
	for _, name := range p.immutable {
		if _, ok := properties[name]; ok && len(c.violations) < maxViolations {
			c.add("properties."+name, "cannot be changed")
		}
	}
}

// upgrades are the versions that one may change to: all later ones. Of a version
// that is not offered any more nobody knows what is later.
func upgrades(versions []string, current string) []string {
	i := slices.Index(versions, current)
	if i < 0 {
		return nil
	}
	return versions[i+1:]
}
