// People: who calls, how he shows it, and what he may see.

package dataplatformtest

import (
	"crypto/subtle"
	"net/http"
	"strings"
)

// Role is what a person may do in his contract.
type Role int

const (
	// Administrator sees and changes everything of the contract.
	Administrator Role = iota
	// Privileged sees and changes what he created himself: a user with the
	// group privilege to manage the Data Platform.
	Privileged
	// Unprivileged may do nothing.
	Unprivileged
)

// Person is one who may call the API. Username and Password are for HTTP Basic
// authentication, Token is a bearer token; either pair may stay empty, and an
// empty one admits nobody.
type Person struct {
	Username string
	Password string
	Token    string
	UserID   string
	Contract string
	Role     Role
}

// directory finds people by their credentials.
type directory struct {
	byName  map[string]*Person
	byToken map[string]*Person
}

func newDirectory(people []Person) directory {
	d := directory{byName: map[string]*Person{}, byToken: map[string]*Person{}}
	for i := range people {
		p := &people[i]
		if p.Username != "" {
			d.byName[p.Username] = p
		}
		if p.Token != "" {
			d.byToken[p.Token] = p
		}
	}
	return d
}

// authenticate answers who sent the request; nil means nobody we know.
func (d directory) authenticate(r *http.Request) *Person {
	headers := r.Header["Authorization"]
	if len(headers) != 1 {
		return nil
	}
	scheme, token, _ := strings.Cut(headers[0], " ")
	if strings.EqualFold(scheme, "bearer") {
		return d.byToken[strings.TrimSpace(token)]
	}
	name, password, ok := r.BasicAuth()
	if !ok {
		return nil
	}
	p := d.byName[name]
	if p == nil || p.Password == "" ||
		subtle.ConstantTimeCompare([]byte(p.Password), []byte(password)) != 1 {
		return nil
	}
	return p
}

// sees tells whether p may know of a resource that owner created.
func (p *Person) sees(owner *Person) bool {
	return p == owner || p.Role == Administrator && p.Contract == owner.Contract
}

// label is how scripts call the person.
func (p *Person) label() string {
	if p.Username != "" {
		return p.Username
	}
	return p.UserID
}
