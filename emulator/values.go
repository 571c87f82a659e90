// Values: what flags take. Each kind says what it was given and what it wants;
// the name of the flag is put before that.

package main

import (
	"errors"
	"fmt"
	"net"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"
)

// count is a number of things.
type count int

// mostCounted is the largest count.
const mostCounted = 1_000_000

// UnmarshalText reads the number.
func (c *count) UnmarshalText(text []byte) error {
	n, err := strconv.Atoi(string(text))
	if err != nil || n < 0 || n > mostCounted {
		return fmt.Errorf("is %q, must be a whole number from 0 to %d", text, mostCounted)
	}
	*c = count(n)
	return nil
}

// seed is where chance begins.
type seed uint64

// UnmarshalText reads the number.
func (s *seed) UnmarshalText(text []byte) error {
	n, err := strconv.ParseUint(string(text), 10, 64)
	if err != nil {
		return fmt.Errorf("is %q, must be a whole number from 0 to %d", text, uint64(1<<64-1))
	}
	*s = seed(n)
	return nil
}

// factor is how many times as fast as usual something goes.
type factor float64

// highestFactor is what the admin interface takes at most, too.
const highestFactor = 1e6

// UnmarshalText reads the number.
func (f *factor) UnmarshalText(text []byte) error {
	n, err := strconv.ParseFloat(string(text), 64)
	if err != nil || !(n >= 0 && n <= highestFactor) {
		return fmt.Errorf("is %q, must be a number from 0 to %.0f", text, highestFactor)
	}
	*f = factor(n)
	return nil
}

// lasting is a time that something takes.
type lasting time.Duration

// UnmarshalText reads the form of time.ParseDuration.
func (l *lasting) UnmarshalText(text []byte) error {
	d, err := time.ParseDuration(string(text))
	if err != nil || d < 0 {
		return fmt.Errorf("is %q, must be a time with its unit and not negative, like 90s, 1m30s or 0s", text)
	}
	*l = lasting(d)
	return nil
}

// file is the name of a file. The empty one is refused: it is what a script
// gives that forgot to set its variable.
type file string

// UnmarshalText makes the name absolute.
func (f *file) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		return errors.New(`is "", must be the name of a file`)
	}
	*f = file(kong.ExpandPath(string(text)))
	return nil
}

// list has its items between commas; a flag that is repeated adds to it.
type list []string

// UnmarshalText reads the items.
func (l *list) UnmarshalText(text []byte) error {
	return split((*[]string)(l), string(text), ",")
}

// phrases are a list of items that have commas in them.
type phrases []string

// UnmarshalText reads the items.
func (p *phrases) UnmarshalText(text []byte) error {
	return split((*[]string)(p), string(text), ";")
}

func split(items *[]string, text, separator string) error {
	for item := range strings.SplitSeq(text, separator) {
		if item = strings.TrimSpace(item); item == "" {
			return fmt.Errorf("is %q, must be a list like a%sb without empty items", text, separator)
		}
		*items = append(*items, item)
	}
	return nil
}

// hosts are the names and addresses that a certificate is good for.
type hosts list

// hostName is a name as certificates have it, perhaps with a wildcard.
var hostName = regexp.MustCompile(`^(\*\.)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,251}[A-Za-z0-9])?$`)

// UnmarshalText reads and checks the items.
func (h *hosts) UnmarshalText(text []byte) error {
	if err := (*list)(h).UnmarshalText(text); err != nil {
		return err
	}
	for _, host := range *h {
		if net.ParseIP(host) == nil && !hostName.MatchString(host) {
			return fmt.Errorf("is %q, must be host names or IP addresses, like emulator.test", host)
		}
	}
	return nil
}
