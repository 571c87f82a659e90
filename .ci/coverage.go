// Coverage adds up cover profiles and tells how much of the hand-written code
// they cover. Files that a generator wrote are left out: their share depends on
// the description and not on the tests. Blocks that several profiles know are
// covered when one of them says so.
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
)

// tally counts statements.
type tally struct{ covered, all int }

func (t *tally) add(statements int, covered bool) {
	t.all += statements
	if covered {
		t.covered += statements
	}
}

func (t *tally) percent() float64 { return 100 * float64(t.covered) / float64(max(t.all, 1)) }

// block is a run of statements, as a line of a profile describes it.
type block struct {
	place      string // file.go:12.3,14.5
	statements int
}

func main() {
	least := flag.Float64("least", 0, "fail when the total is lower, in percent")
	flag.Parse()
	if err := run(*least, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(least float64, profiles []string) error {
	module, err := modulePath()
	if err != nil {
		return err
	}
	blocks := map[block]bool{}
	for _, profile := range profiles {
		if err := read(profile, blocks); err != nil {
			return err
		}
	}

	total, packages, open := &tally{}, map[string]*tally{}, map[string]int{}
	generated := map[string]bool{}
	for b, covered := range blocks {
		file, _, _ := strings.Cut(b.place, ":")
		file = strings.TrimPrefix(file, module+"/")
		if _, known := generated[file]; !known {
			source, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			generated[file] = bytes.HasPrefix(source, []byte("// Code generated "))
		}
		if generated[file] {
			continue
		}
		dir := path.Dir(file)
		if packages[dir] == nil {
			packages[dir] = &tally{}
		}
		packages[dir].add(b.statements, covered)
		total.add(b.statements, covered)
		if !covered {
			open[file] += b.statements
		}
	}

	report(packages, total, open)
	if total.all == 0 {
		return fmt.Errorf("no hand-written statement in %s", strings.Join(profiles, ", "))
	}
	if total.percent() < least {
		return fmt.Errorf("%.1f %% of the statements are covered, at least %.1f %% must be", total.percent(), least)
	}
	return nil
}

// modulePath reads the path of the module in the working directory.
func modulePath() (string, error) {
	source, err := os.ReadFile("go.mod")
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(source)) {
		if name, ok := strings.CutPrefix(line, "module "); ok {
			return strings.TrimSpace(name), nil
		}
	}
	return "", fmt.Errorf("go.mod names no module")
}

// read adds the blocks of a profile, whose lines are "place statements count".
func read(profile string, blocks map[block]bool) error {
	file, err := os.Open(profile)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) != 3 { // the mode, in the first line
			continue
		}
		statements, err := strconv.Atoi(fields[1])
		if err != nil {
			return fmt.Errorf("%s: %w", profile, err)
		}
		b := block{fields[0], statements}
		blocks[b] = blocks[b] || fields[2] != "0"
	}
	return lines.Err()
}

func report(packages map[string]*tally, total *tally, open map[string]int) {
	for _, dir := range slices.Sorted(maps.Keys(packages)) {
		fmt.Printf("%6.1f %%  %5d statements  %s\n", packages[dir].percent(), packages[dir].all, dir)
	}
	fmt.Printf("%6.1f %%  %5d statements  in all\n", total.percent(), total.all)
	for _, file := range slices.Sorted(maps.Keys(open)) {
		fmt.Printf("%d statements not covered in %s\n", open[file], file)
	}
}
