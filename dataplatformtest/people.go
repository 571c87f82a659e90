// People: who calls, how he shows it, and what he may see.

package dataplatformtest

import (
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Role is what a person may do in his contract.
type Role int

const (
	// Administrator sees and changes everything of the contract.
	Administrator Role = iota
	// Privileged sees and changes what he created himself: a user with the
	// group privilege to manage the Data Platform.
	Privileged
	// Unprivileged may do nothing with the Data Platform; the neighbours answer
	// him.
	Unprivileged
)

// Person is one who may call the API. Username and Password are for HTTP Basic
// authentication, Token and Tokens are bearer tokens; any of them may stay
// empty, and an empty one admits nobody. Without a UserID the person gets one
// that depends on the user name, or on the first token of one who has no name.
type Person struct {
	Username string
	Password string
	Token    string  // never expires
	Tokens   []Token // further ones
	UserID   string
	Contract string
	Role     Role
}

// Token is a bearer token that is good for a while.
type Token struct {
	Value   string
	Expires time.Time // on the API's clock; zero: never
}

// directory finds people by their credentials.
type directory struct {
	byName  map[string]*Person
	byToken map[string]credential
	byID    map[string]*Person
}

type credential struct {
	person  *Person
	expires time.Time
}

func newDirectory(people []Person) *directory {
	d := &directory{byName: map[string]*Person{}, byToken: map[string]credential{}, byID: map[string]*Person{}}
	for _, each := range people {
		p := &each
		p.Tokens = slices.Clone(p.Tokens)
		if p.UserID == "" {
			p.UserID = derivedID(p)
		}
		d.byID[p.UserID] = p
		if p.Username != "" {
			d.byName[p.Username] = p
		}
		for _, token := range append([]Token{{Value: p.Token}}, p.Tokens...) {
			if token.Value != "" {
				d.byToken[token.Value] = credential{p, token.Expires}
			}
		}
	}
	return d
}

// checkPeople refuses people who could not be told apart by what they show, and
// those who could not show it. No message has a token.
func checkPeople(people []Person) error {
	names, tokens, ids := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i, p := range people {
		if p.Role < Administrator || p.Role > Unprivileged {
			return fmt.Errorf("person %d: the role %d is none", i+1, p.Role)
		}
		if ids[p.UserID] {
			return fmt.Errorf("person %d: the user id %s is there twice", i+1, show(p.UserID))
		}
		ids[p.UserID] = p.UserID != ""
		if strings.Contains(p.Username, ":") {
			return fmt.Errorf("person %d: the user name %s has a colon, which ends it in HTTP", i+1, show(p.Username))
		}
		if names[p.Username] {
			return fmt.Errorf("person %d: the user name %s is there twice", i+1, show(p.Username))
		}
		names[p.Username] = p.Username != ""
		for _, token := range append([]Token{{Value: p.Token}}, p.Tokens...) {
			if strings.ContainsFunc(token.Value, notInToken) {
				return fmt.Errorf("person %d: a token has something else than visible ASCII characters, which no header carries", i+1)
			}
			if tokens[token.Value] {
				return fmt.Errorf("person %d: a token is there twice", i+1)
			}
			tokens[token.Value] = token.Value != ""
		}
	}
	return nil
}

// notInToken is what can't follow "Bearer ".
func notInToken(c rune) bool { return c <= ' ' || c > '~' }

// derivedID is a UUID (version 8) that stays the same from run to run.
func derivedID(p *Person) string {
	name := "name " + p.Username
	if p.Username == "" {
		name = "token " + p.Token
		if p.Token == "" && len(p.Tokens) > 0 {
			name = "token " + p.Tokens[0].Value
		}
	}
	sum := sha256.Sum256([]byte("dataplatformtest " + p.Contract + " " + name))
	id := identifier(sum[:16])
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	return id.String()
}

// SetPeople replaces the people who may call from now on. What they have
// created stays theirs by the UserID. Of two with one name or token the later one
// has it.
func (a *API) SetPeople(people ...Person) {
	a.people.Store(newDirectory(people))
}

// known finds the person of a record; who has left is still named.
func (d *directory) known(r personRecord) *Person {
	if p := d.byID[r.UserID]; p != nil && p.Contract == r.Contract && p.Username == r.Username {
		return p
	}
	p := &Person{Username: r.Username, UserID: r.UserID, Contract: r.Contract, Role: Unprivileged}
	return p
}

// Why somebody is a stranger.
const (
	wrongCredentials   = "the credentials are missing or wrong"
	expiredCredentials = "the credentials have expired"
)

// authenticate answers who sent the request and with which token; nil means
// nobody we know, and then the reason is given.
func (d *directory) authenticate(r *http.Request, now time.Time) (p *Person, token, denied string) {
	headers := r.Header["Authorization"]
	if len(headers) != 1 {
		return nil, "", wrongCredentials
	}
	scheme, token, _ := strings.Cut(headers[0], " ")
	if strings.EqualFold(scheme, "bearer") {
		token = strings.TrimSpace(token)
		found := d.byToken[token]
		switch {
		case found.person == nil:
			return nil, token, wrongCredentials
		case !found.expires.IsZero() && !now.Before(found.expires):
			return nil, token, expiredCredentials
		}
		return found.person, token, ""
	}
	name, password, ok := r.BasicAuth()
	if !ok {
		return nil, "", wrongCredentials
	}
	p = d.byName[name]
	if p == nil || p.Password == "" ||
		subtle.ConstantTimeCompare([]byte(p.Password), []byte(password)) != 1 {
		return nil, "", wrongCredentials
	}
	return p, "", ""
}

// sees tells whether p may know of a resource that owner created.
func (p *Person) sees(owner *Person) bool {
	return p == owner || p.Contract == owner.Contract && (p.Role == Administrator || p.UserID == owner.UserID)
}

// label is how scripts call the person.
func (p *Person) label() string {
	if p.Username != "" {
		return p.Username
	}
	return p.UserID
}

// revocations are the tokens that have expired before their time.
type revocations struct {
	some   atomic.Bool
	mu     sync.Mutex
	tokens map[string]bool
}

// mostRevoked bounds what strangers' tokens can take up.
const mostRevoked = 10_000

func (r *revocations) add(token string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.tokens == nil || len(r.tokens) >= mostRevoked {
		r.tokens = map[string]bool{}
	}
	r.tokens[token] = true
	r.some.Store(true)
}

func (r *revocations) has(token string) bool {
	if !r.some.Load() {
		return false
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.tokens[token]
}
