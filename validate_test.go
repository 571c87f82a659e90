package ionoscloud

import (
	"context"
	"errors"
	"math"
	"net/netip"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestValidateReportsAll(t *testing.T) {
	zone := AvailabilityZone("ZONE_9")
	kind := StorageType("TAPE")
	request := CreateNodePoolRequest{Properties: &CreateNodePoolProperties{
		Name:              ToPtr("-x"),
		CpuFamily:         ToPtr(strings.Repeat("c", 33)),
		CoresCount:        ToPtr(int32(0)),
		RamSize:           ToPtr(int32(1000)),
		StorageSize:       ToPtr(int32(9)),
		AvailabilityZone:  &zone,
		StorageType:       &kind,
		MaintenanceWindow: &MaintenanceWindow{Time: ToPtr("24:00:00"), DayOfTheWeek: ToPtr("Someday")},
		AutoScaling:       &AutoScaling{MinNodeCount: ToPtr(int32(5)), MaxNodeCount: ToPtr(int32(2))},
	}}
	err := request.Validate()
	require.ErrorIs(t, err, ErrInvalid)
	var invalid *ValidationError
	require.ErrorAs(t, err, &invalid)
	require.Equal(t, []FieldError{
		{"properties.name", `is "-x", must match ^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$`},
		{"properties.nodeCount", "is required"},
		{"properties.cpuFamily", `is "ccccccccccccccccccccccccccccccccc", must have at most 32 characters`},
		{"properties.coresCount", "is 0, must be at least 1"},
		{"properties.ramSize", "is 1000, must be at least 2048"},
		{"properties.ramSize", "is 1000, must be a multiple of 1024"},
		{"properties.availabilityZone", `is "ZONE_9", must be one of AUTO, ZONE_1, ZONE_2`},
		{"properties.storageType", `is "TAPE", must be one of HDD, SSD`},
		{"properties.storageSize", "is 9, must be at least 10"},
		{"properties.maintenanceWindow.time", `is "24:00:00", must match ^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$`},
		{"properties.maintenanceWindow.dayOfTheWeek", `is "Someday", must be one of Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday`},
		{"properties.autoScaling.minNodeCount", "is 5, must be at most maxNodeCount, which is 2"},
	}, invalid.Fields)
	require.True(t, strings.HasPrefix(err.Error(), `invalid: properties.name is "-x", must match`))
}

func TestValidatePathsOfLists(t *testing.T) {
	request := exampleCreateClusterRequest()
	require.NoError(t, request.Validate())
	lans := *request.Properties.Lans
	(*lans[0].Routes)[1].Gateway = ToPtr("2001:db8::1%eth0")
	(*lans[0].Routes)[0].Network = ToPtr("10.10.0.0")
	lans[1].LanId = nil
	var invalid *ValidationError
	require.ErrorAs(t, request.Validate(), &invalid)
	require.Equal(t, []FieldError{
		{"properties.lans[0].routes[0].network", `is "10.10.0.0", must be a network in CIDR notation, like 10.10.0.0/16 or 2001:db8::/32`},
		{"properties.lans[0].routes[1].gateway", `is "2001:db8::1%eth0", must be an IPv4 or IPv6 address`},
		{"properties.lans[1].lanId", "is required"},
	}, invalid.Fields)
}

func TestValidateRequiresProperties(t *testing.T) {
	require.EqualError(t, (&CreateClusterRequest{}).Validate(), "invalid: properties is required")
	require.NoError(t, (&PatchClusterRequest{Properties: &PatchClusterProperties{}}).Validate())
}

func TestValidationErrorIsBounded(t *testing.T) {
	lans := make([]Lan, 1000)
	err := (&PatchClusterProperties{Lans: &lans}).Validate()
	var invalid *ValidationError
	require.ErrorAs(t, err, &invalid)
	require.Len(t, invalid.Fields, 1000)
	require.Less(t, len(err.Error()), 2000)
	require.Contains(t, err.Error(), "and 980 more")
	require.False(t, errors.Is(err, ErrNotFound))
}

func TestChecks(t *testing.T) {
	tests := map[string]struct {
		check func(v *violations)
		want  string
	}{
		"at most":         {func(v *violations) { checkAtMost(v, "n", ToPtr(int32(3)), 2) }, "n is 3, must be at most 2"},
		"at most, is":     {func(v *violations) { checkAtMost(v, "n", ToPtr(int32(2)), 2) }, ""},
		"at most, nil":    {func(v *violations) { checkAtMost(v, "n", (*int64)(nil), 2) }, ""},
		"at least, float": {func(v *violations) { checkAtLeast(v, "n", ToPtr(0.5), 1) }, "n is 0.5, must be at least 1"},
		"not a number":    {func(v *violations) { checkAtLeast(v, "n", ToPtr(math.NaN()), 1) }, "n is NaN, must be at least 1"},
		"too few":         {func(v *violations) { checkCount(v, "l", &[]string{}, 1, 2) }, "l has 0 elements, must have at least 1"},
		"too many":        {func(v *violations) { checkCount(v, "l", &[]string{"", "", ""}, 1, 2) }, "l has 3 elements, must have at most 2"},
		"enough":          {func(v *violations) { checkCount(v, "l", &[]string{""}, 1, 0) }, ""},
		"no list":         {func(v *violations) { checkCount(v, "l", (*[]string)(nil), 1, 0) }, ""},
		"strings":         {func(v *violations) { checkStrings(v, "l", &[]string{"a", "ab"}, &stringRule{minLength: 2}) }, `l[0] is "a", must have at least 2 characters`},
		"no strings":      {func(v *violations) { checkStrings(v, "l", (*[]string)(nil), &stringRule{minLength: 2}) }, ""},
		"characters":      {func(v *violations) { checkString(v, "s", ToPtr("äöü"), &stringRule{maxLength: 3}) }, ""},
		"two bounds at all": {func(v *violations) {
			checkString(v, "s", ToPtr("x"), &stringRule{minLength: 2, values: []string{"aa"}})
		}, `s is "x", must have at least 2 characters and be one of aa`},
		"an unknown format": {func(v *violations) { checkString(v, "s", ToPtr("x"), &stringRule{format: "color"}) }, ""},
		"the value itself":  {func(v *violations) { v.add("", "is wrong") }, "is wrong"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var v violations
			test.check(&v)
			if test.want == "" {
				require.NoError(t, v.err())
				return
			}
			require.EqualError(t, v.err(), "invalid: "+test.want)
		})
	}
}

func TestQuoteShort(t *testing.T) {
	require.Equal(t, `"a\nb"`, quoteShort("a\nb"))
	long := quoteShort(strings.Repeat("x", 1<<20))
	require.Equal(t, `"`+strings.Repeat("x", 80)+`"…`, long)
	require.Equal(t, `"`+strings.Repeat("ä", 40)+`"…`, quoteShort(strings.Repeat("ä", 50)))
	require.Equal(t, `"x`+strings.Repeat("ä", 39)+`"…`, quoteShort("x"+strings.Repeat("ä", 50)))
	require.LessOrEqual(t, len(quoteShort(strings.Repeat("\x80", 1000))), 400)
}

// The rules of the description as those meet them who use models and calls:
// what they are called in the generated code is not a test's business.
var (
	checkName    = func(s string) error { return (&PatchClusterProperties{Name: &s}).Validate() }
	checkVersion = func(s string) error { return (&PatchClusterProperties{DataPlatformVersion: &s}).Validate() }
	checkTime    = func(s string) error { return NewMaintenanceWindow(s, "Sunday").Validate() }
	checkDay     = func(s string) error { return NewMaintenanceWindow("09:30:00", s).Validate() }
	checkNetwork = func(s string) error { return NewRoute(s, "10.10.0.1").Validate() }
	checkGateway = func(s string) error { return NewRoute("10.10.0.0/16", s).Validate() }
	checkState   = func(s string) error { return (&Metadata{State: &s}).Validate() }
	checkFilter  = func(s string) error {
		r := ApiGetClustersRequest{}.Name(s)
		in := r.input()
		return in.validate(true)
	}
	checkUUID = func(s string) error {
		r := (*DataPlatformClusterApiService)(nil).GetCluster(context.Background(), s)
		in := r.input()
		return in.validate(true)
	}
)

func TestRules(t *testing.T) {
	tests := []struct {
		name  string
		check func(string) error
		good  []string
		bad   []string
	}{
		{
			"name", checkName,
			[]string{"ab", "A1", "a-b_c.d", strings.Repeat("a", 63)},
			[]string{"", "a", "-ab", "ab-", "a b", "a/b", "äb", strings.Repeat("a", 64), "ab\n"},
		},
		{
			"UUID", checkUUID,
			[]string{"f72521ba-1590-4998-bf96-6eb997a5887d", "f72521ba15904998bf966eb997a5887d"},
			[]string{"", "1", "F72521BA-1590-4998-BF96-6EB997A5887D", "f72521ba-1590-4998-bf96-6eb997a5887", "../../..", "f72521ba-1590-4998-bf96-6eb997a5887g"},
		},
		{"version", checkVersion, []string{"", "24.11", "23.7-rc_1"}, []string{"24/11", strings.Repeat("1", 33)}},
		{"filter", checkFilter, []string{"", "a", ".", strings.Repeat("-", 63)}, []string{"a b", "%", strings.Repeat("a", 64)}},
		{"time", checkTime, []string{"00:00:00", "09:30:00", "23:59:59"}, []string{"24:00:00", "9:30:00", "09:60:00", "09:30", "09:30:00Z"}},
		{"day", checkDay, []string{"Monday", "Sunday"}, []string{"monday", "Mon", ""}},
		{"network", checkNetwork, []string{"10.0.0.0/8", "10.1.2.3/24", "2001:db8::/32", "::/0"}, []string{"10.0.0.0", "10.0.0.0/33", "x/8", "", "fe80::1%eth0/64"}},
		{"gateway", checkGateway, []string{"10.0.0.1", "2001:db8::1"}, []string{"10.0.0", "010.0.0.1", "::1%lo", "", "host"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, value := range test.good {
				require.NoError(t, test.check(value))
			}
			for _, value := range test.bad {
				require.ErrorIs(t, test.check(value), ErrInvalid, "%q", value)
			}
		})
	}
}

// FuzzRules compares the rules with what they were written from, said another
// way, and makes sure that no text is too strange for them.
func FuzzRules(f *testing.F) {
	for _, value := range []string{"", "ab", "-a", "f72521ba-1590-4998-bf96-6eb997a5887d", "09:30:00", "10.0.0.0/8", "::1", "24.11", "\xff\xfe"} {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		require.Equal(t, isName(value), checkName(value) == nil, "name %q", value)
		require.Equal(t, isUUID(value), checkUUID(value) == nil, "UUID %q", value)
		require.Equal(t, len(value) <= 32 && isText(value), checkVersion(value) == nil, "version %q", value)
		require.Equal(t, len(value) <= 63 && isText(value), checkFilter(value) == nil, "filter %q", value)
		_, err := netip.ParsePrefix(value)
		require.Equal(t, err == nil, checkNetwork(value) == nil, "network %q", value)
		addr, err := netip.ParseAddr(value)
		require.Equal(t, err == nil && addr.Zone() == "", checkGateway(value) == nil, "gateway %q", value)
		if checkTime(value) == nil {
			require.Regexp(t, regexp.MustCompile(`^\d\d:\d\d:\d\d$`), value)
		}
		if err := checkState(value); err != nil {
			require.Less(t, len(err.Error()), 2000)
		}
	})
}

func isAlphanumeric(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func isText(s string) bool {
	for i := range len(s) {
		if !isAlphanumeric(s[i]) && !strings.ContainsRune("-_.", rune(s[i])) {
			return false
		}
	}
	return true
}

func isName(s string) bool {
	return len(s) >= 2 && len(s) <= 63 && isText(s) && isAlphanumeric(s[0]) && isAlphanumeric(s[len(s)-1])
}

func isUUID(s string) bool {
	rest := s
	for i, n := range []int{8, 4, 4, 4, 12} {
		if i > 0 {
			rest = strings.TrimPrefix(rest, "-")
		}
		if len(rest) < n || strings.Trim(rest[:n], "0123456789abcdef") != "" {
			return false
		}
		rest = rest[n:]
	}
	return rest == ""
}
