// People: the contracts and users of a file.

package main

import (
	"errors"
	"fmt"
	"time"

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
	Password string          `yaml:"password"`
	Token    located[string] `yaml:"token"`
	Tokens   []tokenYAML     `yaml:"tokens"`
	UserID   located[string] `yaml:"userId"`
	Role     role            `yaml:"role"`
}

type tokenYAML struct {
	Value   located[string] `yaml:"value"`
	Expires instant         `yaml:"expires"`
}

// instant is a time whose mistakes have a line.
type instant struct{ time.Time }

// UnmarshalYAML reads the form of RFC 3339.
func (i *instant) UnmarshalYAML(node *yaml.Node) error {
	at, err := time.Parse(time.RFC3339, node.Value)
	if err != nil {
		return fmt.Errorf("line %d: %q is no time like 2030-12-31T23:59:59Z", node.Line, node.Value)
	}
	i.Time = at
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
	var file peopleFile
	if err := readYAML(path, &file); err != nil {
		return nil, err
	}
	people, err := file.people()
	if err == nil && len(people) == 0 {
		err = errors.New("there is nobody in the file")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return people, nil
}

func (file *peopleFile) people() ([]dataplatformtest.Person, error) {
	var people []dataplatformtest.Person
	taken := map[string]int{}
	// once makes sure that nobody can be taken for somebody else.
	once := func(what string, text located[string]) error {
		if text.value == "" {
			return nil
		}
		key := what + "\x00" + text.value
		if line := taken[key]; line > 0 {
			return fmt.Errorf("line %d: the same %s is in line %d already", text.line, what, line)
		}
		taken[key] = text.line
		return nil
	}
	for i, contract := range file.Contracts {
		if contract.Number.value == "" {
			return nil, fmt.Errorf("contracts[%d] has no number", i)
		}
		for j, user := range contract.Users {
			p := dataplatformtest.Person{
				Username: user.Username.value, Password: user.Password, Token: user.Token.value,
				UserID: user.UserID.value, Contract: contract.Number.value, Role: dataplatformtest.Role(user.Role),
			}
			tokens := []located[string]{user.Token}
			for _, token := range user.Tokens {
				p.Tokens = append(p.Tokens, dataplatformtest.Token{Value: token.Value.value, Expires: token.Expires.Time})
				tokens = append(tokens, token.Value)
			}
			err := errors.Join(once("username", user.Username), once("userId", user.UserID))
			for _, token := range tokens {
				err = errors.Join(err, once("token", token))
			}
			if err != nil {
				return nil, err
			}
			if (p.Username == "" || p.Password == "") && p.Token == "" && len(p.Tokens) == 0 {
				return nil, fmt.Errorf("contract %s: users[%d] needs a username with a password, or a token", contract.Number.value, j)
			}
			people = append(people, p)
		}
	}
	return people, nil
}
