// Tests of the people file: who is let in, and what is refused with its line.

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPeople(t *testing.T) {
	t.Parallel()
	people := written(t, `
contracts:
- number: "1"
  users:
  - {username: anna, password: "ä: b", role: administrator}
  - {username: paul, password: p, token: paul-token, role: privileged}
  - {username: otto, password: o, role: unprivileged}
  - userId: 00000000-0000-4000-8000-000000000001
    role: administrator
    tokens:
    - {value: old, expires: 2020-01-01T00:00:00Z}
    - {value: new, expires: 2120-01-01T00:00:00Z}
- number: "2"
  users:
  - {username: zoe, token: zoe, role: administrator}
`)
	r := start(t, "--people="+people, "--vdc="+defaultVDC.ID+",name=north,contract=1")
	require.NotContains(t, r.stdout, "paul-token", "secrets of files are not shown")
	for token, want := range map[string]int{"paul-token": 200, "old": 401, "new": 200, "zoe": 200, "token": 401} {
		r.authorization = "Bearer " + token
		status, _ := r.do("GET", r.api+basePath+"/clusters", "")
		require.Equal(t, want, status, token)
	}
	r.authorization = "Basic b3R0bzpv" // otto:o
	status, _ := r.do("GET", r.api+basePath+"/clusters", "")
	require.Equal(t, 403, status)
	r.authorization = "Bearer zoe"
	status, body := r.do("POST", r.api+basePath+"/clusters", order)
	require.Equal(t, 400, status, "the VDC is of another contract: %s", body)
	r.authorization = "Basic YW5uYTrDpDogYg==" // anna:ä: b
	r.ask("POST", basePath+"/clusters", order)
}

func TestRefusedPeople(t *testing.T) {
	t.Parallel()
	const choices = "a role: administrator, privileged or unprivileged"
	for name, test := range map[string]struct{ users, want string }{
		"no role":               {"- username: a\n  password: b", `line 4: the user "a" needs ` + choices},
		"a role of nothing":     {"- token: a\n- token: b\n  role:", `line 4: users[0] needs ` + choices + "\nline 5: users[1] needs " + choices},
		"an unknown role":       {"- username: a\n  role: boss", `line 5: role is "boss", must be administrator, privileged or unprivileged`},
		"no credential":         {"- username: a\n  role: privileged", `line 4: the user "a" needs a username with a password, or a token`},
		"nobody in the list":    {"-", "line 4: an item of the list is empty"},
		"a password of nobody":  {"- {password: a, token: b, role: privileged}", "line 4: users[0] has a password and no username"},
		"a colon":               {"- {username: 'a:b', password: c, role: privileged}", `line 4: username: "a:b" has a colon, which ends it in basic authentication`},
		"a line in a name":      {`- {username: "a\nb", password: c, role: privileged}`, `line 4: username: "a\nb" has a control character`},
		"a line in a password":  {`- {username: a, password: "q\nq", role: privileged}`, "line 4: password: has a control character"},
		"a space in a token":    {"- {token: 'q q', role: privileged}", "line 4: token: has something else than visible ASCII characters, which no header carries"},
		"an umlaut in a token":  {"- {tokens: [{value: ä}], role: privileged}", "line 4: token: has something else"},
		"a token of nothing":    {"- role: privileged\n  tokens:\n  - expires: 2030-01-01T00:00:00Z", "line 6: tokens[0] has no value"},
		"a control character":   {`- {userId: "\x7f", token: a, role: privileged}`, `line 4: userId: "\x7f" has a control character`},
		"a user name twice":     {"- {username: a, password: b, role: privileged}\n- {username: a, password: c, role: privileged}", "line 5: the same username is in line 4 already"},
		"a token twice":         {"- token: a\n  role: privileged\n  tokens: [{value: a}]", "line 6: the same token is in line 4 already"},
		"a bad expiry":          {"- role: privileged\n  tokens:\n  - value: a\n    expires: soon", `line 7: "soon" is no time like`},
		"an unknown key":        {"- {username: a, passwort: b, role: privileged}", "line 4: field passwort is not known here"},
		"an unknown token key":  {"- {tokens: [{value: b, expire: x}], role: privileged}", "line 4: field expire is not known here"},
		"a list as a user name": {"- {username: [a], role: privileged}", "line 4: cannot unmarshal !!seq into string"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			message := fails(t, "--people="+written(t, "contracts:\n- number: '1'\n  users:\n"+indented(test.users)))
			require.Contains(t, message, test.want)
			require.NotContains(t, message, "q\\nq", "a secret is not shown")
			require.NotContains(t, message, "q q")
		})
	}
	const zoe = "{token: a, role: privileged}"
	for name, test := range map[string]struct{ text, want string }{
		"no number":               {"contracts:\n- users: [" + zoe + "]", "line 2: contracts[0] has no number"},
		"an empty number":         {"contracts:\n-\n  number: ''\n  users: [" + zoe + "]", "line 3: contracts[0] has no number"},
		"an empty contract":       {"contracts:\n- number: 2\n  users: [" + zoe + "]\n-", "line 4: an item of the list is empty"},
		"a contract without user": {"contracts:\n- number: 2\n  users: [" + zoe + "]\n- number: 3", `line 4: the contract "3" has no users`},
		"a number twice":          {"contracts:\n- number: '2'\n  users: [" + zoe + "]\n- number: 2\n  users: []", "line 4: the same contract number is in line 2 already"},
		"a control character":     {"contracts:\n- number: \"\\t2\"\n  users: [" + zoe + "]", `line 2: number: "\t2" has a control character`},
		"contracts by name":       {"contracts: {a: b}", "line 1: cannot unmarshal !!map into a list"},
		"a list":                  {"- a", "line 1: cannot unmarshal !!seq into keys with values"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			message := fails(t, "--people="+written(t, test.text))
			require.Contains(t, message, test.want)
			require.NotContains(t, message, "main.", "messages don't speak of Go types")
		})
	}
}

// What the banner tells to export has to be there.
func TestBannerOfPeople(t *testing.T) {
	t.Parallel()
	for user, want := range map[string]string{
		"{username: a, password: b, role: administrator}":              "export IONOS_USERNAME=… IONOS_PASSWORD=…",
		"{token: of-a, role: administrator}":                           "export IONOS_TOKEN=…",
		"{username: a, tokens: [{value: of-a}], role: administrator}":  "export IONOS_TOKEN=…",
		"{username: a, password: b, token: of-a, role: administrator}": "export IONOS_TOKEN=…",
	} {
		file := filepath.Join(t.TempDir(), "people.yaml")
		require.NoError(t, os.WriteFile(file, []byte("contracts:\n- number: \"1\"\n  users:\n  - "+user+"\n"), 0o600))
		r := start(t, "--people="+file)
		require.Regexp(t, "(?m)^  "+want+" +# of somebody in "+regexp.QuoteMeta(file)+"$", r.stdout)
	}
}
