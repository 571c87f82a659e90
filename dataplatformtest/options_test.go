// Options: those that can't be right are refused from the start.

package dataplatformtest

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWrongOptions(t *testing.T) {
	t.Parallel()
	for want, option := range map[string]Option{
		`version "": must have`:                WithVersions("24.7", ""),
		`version "24 7": must have`:            WithVersions("24 7"),
		`version "aaaa`:                        WithVersions(long(33)),
		`version "24.7": is there`:             WithVersions("24.7", "24.11", "24.7"),
		`person 2: the user name "a:b"`:        WithPeople(Person{Username: "a"}, Person{Username: "a:b"}),
		`person 2: the user name "a" is there`: WithPeople(Person{Username: "a"}, Person{Username: "a", Contract: "2"}),
		`person 3: a token is there`:           WithPeople(Person{Token: "a"}, Person{Username: "b"}, Person{Username: "c", Tokens: []Token{{Value: "a"}}}),
		`person 1: the role 3 is none`:         WithPeople(Person{Token: "a", Role: Unprivileged + 1}),
		`person 2: the role -1 is none`:        WithPeople(Person{Token: "a"}, Person{Token: "b", Role: -1}),
		`person 2: the user id "u" is there`:   WithPeople(Person{Token: "a", UserID: "u"}, Person{Token: "b", UserID: "u"}),
		`person 1: a token has`:                WithPeople(Person{Token: " a"}),
		`person 2: a token has`:                WithPeople(Person{Token: "a"}, Person{Tokens: []Token{{Value: "b\n"}}}),
		`fault 2: status: is 0`:                WithFaults(Fault{Kind: FaultReset}, Fault{Kind: FaultStatus}),
		`fault 2: id: another one is "a"`:      WithFaults(Fault{ID: "a", Kind: FaultReset}, Fault{ID: "a", Kind: FaultRefuse}),
		`rule 1: action: is "x"`:               WithRules(Rule{Action: "x"}),
		`VDC "": the ID`:                       WithDatacenters(Datacenter{Name: "nowhere"}),
		`VDC "D3C1A2B4-`:                       WithDatacenters(Datacenter{ID: strings.ToUpper(vdc)}),
		`VDC "` + vdc + `": is there`:          WithDatacenters(Datacenter{ID: strings.ReplaceAll(vdc, "-", "")}, Datacenter{ID: vdc}),
	} {
		_, err := Open(option)
		require.ErrorContains(t, err, "dataplatformtest: "+want)
		_, err = Start(option)
		require.ErrorContains(t, err, "dataplatformtest: "+want)
		require.Contains(t, inProcess(t, option).refused(503, "GET", "/versions", ""), want)
	}
	_, err := Open(WithVersions(long(32)), WithDatacenters(Datacenter{ID: vdc}))
	require.NoError(t, err)
}
