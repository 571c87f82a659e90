// World: who and what there is, from the flags and their files.

package main

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

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
		return nil, err
	}
	if err := checkVersions(f.Versions); err != nil {
		return nil, err
	}
	if f.ClockSpeed != nil && !(*f.ClockSpeed >= 0 && *f.ClockSpeed <= 1e6) {
		return nil, errors.New("--clock-speed: must be from 0 to a million")
	}
	if f.RateLimit < 0 {
		return nil, errors.New("--rate-limit: must not be negative")
	}
	w.options = []dataplatformtest.Option{
		dataplatformtest.WithClock(clock),
		dataplatformtest.WithDurations(lasts),
		dataplatformtest.WithDatacenters(w.vdcs...),
		dataplatformtest.WithVersions(f.Versions...),
		dataplatformtest.WithJournal(f.Journal),
		dataplatformtest.WithRateLimit(dataplatformtest.RateLimit{PerMinute: f.RateLimit}),
	}
	if f.APIVersion == "0.0.7" {
		w.options = append(w.options, dataplatformtest.WithBareVersions())
	}
	if f.ErrorPages {
		w.options = append(w.options, dataplatformtest.WithErrorPages())
	}
	if f.Seed != nil {
		w.options = append(w.options, dataplatformtest.WithSeed(*f.Seed))
	}
	if f.People != "" {
		if w.people, err = readPeople(f.People); err != nil {
			return nil, fmt.Errorf("--people %w", err)
		}
		w.options = append(w.options, dataplatformtest.WithPeople(w.people...))
	}
	if f.Faults != "" {
		options, err := readFaults(f.Faults)
		if err != nil {
			return nil, fmt.Errorf("--faults %w", err)
		}
		w.options = append(w.options, options...)
	}
	return w, nil
}

// version is what the service's description allows.
var version = regexp.MustCompile(`^[-A-Za-z0-9_.]{1,32}$`)

func checkVersions(versions []string) error {
	for i, v := range versions {
		if !version.MatchString(v) {
			return fmt.Errorf("--versions: %q is no version: up to 32 letters, digits, dashes, underscores and dots", v)
		}
		if slices.Contains(versions[:i], v) {
			return fmt.Errorf("--versions: %s is there twice", v)
		}
	}
	return nil
}

// uuid is what the service takes as the id of a VDC.
var uuid = regexp.MustCompile(`^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$`)

// readVDCs reads ID[,key=value…].
func readVDCs(texts []string) ([]dataplatformtest.Datacenter, error) {
	if len(texts) == 0 {
		return []dataplatformtest.Datacenter{defaultVDC}, nil
	}
	var vdcs []dataplatformtest.Datacenter
	for _, text := range texts {
		id, rest, more := strings.Cut(text, ",")
		if !uuid.MatchString(id) {
			return nil, fmt.Errorf("--vdc %s: %q is no UUID in lower case", text, id)
		}
		d := dataplatformtest.Datacenter{ID: id, Name: "vdc-" + id[:8], Location: defaultVDC.Location}
		fields := map[string]*string{"name": &d.Name, "location": &d.Location, "description": &d.Description, "contract": &d.Contract}
		for more {
			var pair string
			pair, rest, more = strings.Cut(rest, ",")
			key, value, given := strings.Cut(pair, "=")
			field := fields[key]
			if !given || field == nil {
				return nil, fmt.Errorf("--vdc %s: %q is not one of name=, location=, description= and contract=", text, pair)
			}
			*field = value
		}
		vdcs = append(vdcs, d)
	}
	return vdcs, nil
}
