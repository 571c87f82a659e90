// People: the contracts and users of a file.

package main

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	"go.yaml.in/yaml/v3"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// peopleFile is the file's form.
type peopleFile struct {
	Contracts []contractYAML `yaml:"contracts"`
}

type contractYAML struct {
	Number located[string] `yaml:"number"`
	Users  []userYAML      `yaml:"users"`
}

type userYAML struct {
	Username located[string] `yaml:"username"`
	Password located[string] `yaml:"password"`
	Token    located[string] `yaml:"token"`
	Tokens   []tokenYAML     `yaml:"tokens"`
	UserID   located[string] `yaml:"userId"`
	Role     *role           `yaml:"role"` // nil: forgotten
}

type tokenYAML struct {
	Value   located[string] `yaml:"value"`
	Expires instant         `yaml:"expires"`
}

// instant is a time and its line.
type instant located[time.Time]

// UnmarshalYAML reads the form of RFC 3339.
func (i *instant) UnmarshalYAML(node *yaml.Node) error {
	at, err := time.Parse(time.RFC3339, node.Value)
	if err != nil {
		return fmt.Errorf("line %d: %q is no time like 2030-12-31T23:59:59Z", node.Line, node.Value)
	}
	i.value, i.line = at, node.Line
	return nil
}

// role is a dataplatformtest.Role by its name.
type role dataplatformtest.Role

// UnmarshalYAML reads the name.
func (r *role) UnmarshalYAML(node *yaml.Node) error {
	switch node.Value {
	case "administrator":
		*r = role(dataplatformtest.Administrator)
	case "privileged":
		*r = role(dataplatformtest.Privileged)
	case "unprivileged":
		*r = role(dataplatformtest.Unprivileged)
	default:
		return fmt.Errorf("line %d: role is %q, must be administrator, privileged or unprivileged", node.Line, node.Value)
	}
	return nil
}

func readPeople(path string) ([]dataplatformtest.Person, error) {
	reader := peopleReader{taken: map[string]int{}}
	var err error
	if reader.document, err = readYAML(path, &reader.file); err != nil {
		return nil, err
	}
	people := reader.people()
	if len(people) == 0 && len(reader.errs) == 0 {
		reader.errs = append(reader.errs, errors.New("there is nobody in the file"))
	}
	if err := errors.Join(reader.errs...); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return people, nil
}

// peopleReader makes people of a file and collects everything that is wrong.
type peopleReader struct {
	file     peopleFile
	document *yaml.Node
	taken    map[string]int // the lines of what must not be there twice
	errs     []error
}

func (r *peopleReader) refuse(line int, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("line %d: %s", line, fmt.Sprintf(format, args...)))
}

func (r *peopleReader) people() []dataplatformtest.Person {
	var people []dataplatformtest.Person
	for i, contract := range r.file.Contracts {
		line, number := lineOf(r.document, "contracts", i), contract.Number.value
		switch {
		case number == "":
			r.refuse(line, "contracts[%d] has no number", i)
		case r.printable("number", contract.Number):
			r.once("contract number", contract.Number)
		}
		if len(contract.Users) == 0 {
			r.refuse(line, "the contract %q has no users", number)
		}
		for j, user := range contract.Users {
			line := lineOf(r.document, "contracts", i, "users", j)
			people = append(people, r.person(number, user, j, line))
		}
	}
	return people
}

func (r *peopleReader) person(contract string, user userYAML, index, line int) dataplatformtest.Person {
	p := dataplatformtest.Person{
		Username: user.Username.value, Password: user.Password.value, Token: user.Token.value,
		UserID: user.UserID.value, Contract: contract,
	}
	name := fmt.Sprintf("users[%d]", index)
	if p.Username != "" {
		name = fmt.Sprintf("the user %q", p.Username)
	}
	if r.printable("username", user.Username) {
		r.once("username", user.Username)
	}
	if strings.Contains(p.Username, ":") {
		r.refuse(user.Username.line, "username: %q has a colon, which ends it in basic authentication", p.Username)
	}
	if r.printable("userId", user.UserID) {
		r.once("userId", user.UserID)
	}
	if strings.ContainsFunc(p.Password, unicode.IsControl) {
		r.refuse(user.Password.line, "password: has a control character")
	}
	r.token(user.Token)
	for i, token := range user.Tokens {
		if token.Value.value == "" {
			r.refuse(max(line, token.Value.line, token.Expires.line), "tokens[%d] has no value", i)
		}
		r.token(token.Value)
		p.Tokens = append(p.Tokens, dataplatformtest.Token{Value: token.Value.value, Expires: token.Expires.value})
	}
	switch {
	case p.Username == "" && p.Password != "":
		r.refuse(line, "%s has a password and no username", name)
	case p.Password == "" && p.Token == "" && len(p.Tokens) == 0:
		r.refuse(line, "%s needs a username with a password, or a token", name)
	}
	if user.Role == nil {
		r.refuse(line, "%s needs a role: administrator, privileged or unprivileged", name)
	} else {
		p.Role = dataplatformtest.Role(*user.Role)
	}
	return p
}

// once makes sure that nobody can be taken for somebody else.
func (r *peopleReader) once(what string, text located[string]) {
	if text.value == "" {
		return
	}
	key := what + "\x00" + text.value
	if line := r.taken[key]; line > 0 {
		r.refuse(text.line, "the same %s is in line %d already", what, line)
		return
	}
	r.taken[key] = text.line
}

// printable refuses what would break a line of a log, or can't be sent.
func (r *peopleReader) printable(what string, text located[string]) bool {
	wrong := strings.ContainsFunc(text.value, unicode.IsControl)
	if wrong {
		r.refuse(text.line, "%s: %q has a control character", what, text.value)
	}
	return !wrong
}

// token refuses what can't follow "Bearer ". It is a secret, so it isn't shown.
func (r *peopleReader) token(token located[string]) {
	if strings.ContainsFunc(token.value, func(c rune) bool { return c <= ' ' || c > '~' }) {
		r.refuse(token.line, "token: has something else than visible ASCII characters, which no header carries")
		return
	}
	r.once("token", token)
}
