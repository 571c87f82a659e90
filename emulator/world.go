// World: who and what there is, from the flags and their files.

package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// defaultVDC is there when nobody names another.
var defaultVDC = dataplatformtest.Datacenter{
	ID: "d3c1a2b4-0000-4000-8000-0123456789ab", Name: "emulated", Location: "de/txl",
	Description: "the emulator's own VDC",
}

// world is what the API begins with.
type world struct {
	options []dataplatformtest.Option
	people  []dataplatformtest.Person // none: the usual administrator
	vdcs    []dataplatformtest.Datacenter
	clock   *dataplatformtest.ManualClock
}

func newWorld(f *flags, clock *dataplatformtest.ManualClock) (*world, error) {
	w := &world{clock: clock}
	lasts, err := durations(f.Speed, f.Duration)
	if err != nil {
		return nil, err
	}
	if w.vdcs, err = readVDCs(f.VDC); err != nil {
		return nil, fmt.Errorf("--vdc: %w", err)
	}
	if err := checkVersions(f.Versions); err != nil {
		return nil, err
	}
	w.options = []dataplatformtest.Option{
		dataplatformtest.WithClock(clock),
		dataplatformtest.WithDurations(lasts),
		dataplatformtest.WithDatacenters(w.vdcs...),
		dataplatformtest.WithVersions(f.Versions...),
		dataplatformtest.WithJournal(int(f.Journal)),
		dataplatformtest.WithRateLimit(dataplatformtest.RateLimit{PerMinute: int(f.RateLimit)}),
	}
	if f.APIVersion == "0.0.7" {
		w.options = append(w.options, dataplatformtest.WithBareVersions())
	}
	if f.ErrorPages {
		w.options = append(w.options, dataplatformtest.WithErrorPages())
	}
	if f.Seed != nil {
		w.options = append(w.options, dataplatformtest.WithSeed(uint64(*f.Seed)))
	}
	if f.People != "" {
		if w.people, err = readPeople(string(f.People)); err != nil {
			return nil, fmt.Errorf("--people %w", err)
		}
		if err := checkContracts(w.vdcs, w.people); err != nil {
			return nil, err
		}
		w.options = append(w.options, dataplatformtest.WithPeople(w.people...))
	}
	if f.Faults != "" {
		options, err := readFaults(string(f.Faults))
		if err != nil {
			return nil, fmt.Errorf("--faults %w", err)
		}
		w.options = append(w.options, options...)
	}
	return w, nil
}

// checkContracts refuses VDCs that nobody could use.
func checkContracts(vdcs []dataplatformtest.Datacenter, people []dataplatformtest.Person) error {
	for _, d := range vdcs {
		of := func(p dataplatformtest.Person) bool { return p.Contract == d.Contract }
		if d.Contract != "" && !slices.ContainsFunc(people, of) {
			return fmt.Errorf("--vdc: %s: contract is %q, must be one of those in --people", d.ID, d.Contract)
		}
	}
	return nil
}

// version is what the service's description allows.
var version = regexp.MustCompile(`^[-A-Za-z0-9_.]{1,32}$`)

func checkVersions(versions []string) error {
	for i, v := range versions {
		if !version.MatchString(v) {
			return fmt.Errorf("--versions: is %q, must be versions of up to 32 letters, digits, dashes, underscores and dots", v)
		}
		if slices.Contains(versions[:i], v) {
			return fmt.Errorf("--versions: %q is there twice", v)
		}
	}
	return nil
}

// uuid is what the service takes as the id of a VDC.
var uuid = regexp.MustCompile(`^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$`)

// sameID tells whether two UUIDs are the same but for their dashes.
func sameID(a, b string) bool {
	return strings.ReplaceAll(a, "-", "") == strings.ReplaceAll(b, "-", "")
}

// readVDCs reads ID[,key=value…].
func readVDCs(texts []string) ([]dataplatformtest.Datacenter, error) {
	if len(texts) == 0 {
		return []dataplatformtest.Datacenter{defaultVDC}, nil
	}
	var vdcs []dataplatformtest.Datacenter
	for _, text := range texts {
		id, rest, more := strings.Cut(text, ",")
		if !uuid.MatchString(id) {
			return nil, fmt.Errorf("is %q, must be ID[,key=value…] with a UUID in lower case as ID, like %s,name=lab", text, defaultVDC.ID)
		}
		if slices.ContainsFunc(vdcs, func(d dataplatformtest.Datacenter) bool { return sameID(d.ID, id) }) {
			return nil, fmt.Errorf("%s is there twice", id)
		}
		d := dataplatformtest.Datacenter{ID: id, Name: "vdc-" + id[:8], Location: defaultVDC.Location}
		fields := map[string]*string{"name": &d.Name, "location": &d.Location, "description": &d.Description, "contract": &d.Contract}
		for more {
			var pair string
			pair, rest, more = strings.Cut(rest, ",")
			key, value, given := strings.Cut(pair, "=")
			field := fields[key]
			if !given || field == nil {
				return nil, fmt.Errorf("%s: %q is not one of name=, location=, description= and contract=", id, pair)
			}
			if value == "" || strings.ContainsFunc(value, unicode.IsControl) {
				return nil, fmt.Errorf("%s: %s is %q, must be a text without control characters", id, key, value)
			}
			*field = value
		}
		vdcs = append(vdcs, d)
	}
	return vdcs, nil
}
