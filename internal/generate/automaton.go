package main

// Patterns: a regular expression becomes the table of a deterministic automaton.
// The SDK follows the table; it carries no code for regular expressions, which
// would be a fair part of a small program, and spends no time on compiling them.

import (
	"fmt"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// maxStates is how many states a byte can tell apart.
const maxStates = 256

// automaton says of a text whether the pattern is found in it. It begins in the
// state 0 and goes from state to state, character by character.
type automaton struct {
	bounds []rune   // ascending; the class of a character is how many are not above it
	next   [][]byte // by state and class
	accept []byte   // the states in which the text may end
}

func newAutomaton(source string) (*automaton, error) {
	parsed, err := syntax.Parse(source, syntax.Perl)
	if err != nil {
		return nil, err
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return nil, err
	}
	b := &automatonBuilder{program: program, known: map[string]byte{}}
	return b.build()
}

// automatonBuilder turns sets of places in a program, in all of which a text may
// be at once, into states.
type automatonBuilder struct {
	program *syntax.Prog
	out     automaton
	places  [][]uint32 // by state
	known   map[string]byte
	problem error
}

func (b *automatonBuilder) build() (*automaton, error) {
	b.out.bounds = b.classBounds()
	b.state([]uint32{uint32(b.program.Start)}, true)
	for state := 0; state < len(b.places) && b.problem == nil; state++ {
		begin := state == 0
		now := b.follow(b.places[state], begin, false)
		found := b.matches(now)
		if found || b.matches(b.follow(b.places[state], begin, true)) {
			b.out.accept = append(b.out.accept, byte(state))
		}
		row := make([]byte, len(b.out.bounds)+1)
		for class := range row {
			if found {
				row[class] = byte(state) // whatever follows
				continue
			}
			row[class] = b.step(now, b.example(class))
		}
		b.out.next = append(b.out.next, row)
	}
	return &b.out, b.problem
}

// step is the state after the character r. The pattern may also begin only here.
func (b *automatonBuilder) step(now []uint32, r rune) byte {
	next := []uint32{uint32(b.program.Start)}
	for _, place := range now {
		inst := &b.program.Inst[place]
		switch inst.Op {
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			if inst.MatchRune(r) {
				next = append(next, inst.Out)
			}
		}
	}
	return b.state(next, false)
}

// state is the number of a set of places.
func (b *automatonBuilder) state(places []uint32, begin bool) byte {
	slices.Sort(places)
	places = slices.Compact(places)
	key := fmt.Sprint(begin, places)
	number, ok := b.known[key]
	if !ok {
		if len(b.places) == maxStates {
			b.fail("needs more than %d states", maxStates)
			return 0
		}
		number = byte(len(b.places))
		b.known[key] = number
		b.places = append(b.places, places)
	}
	return number
}

// follow adds the places that can be reached without a character.
func (b *automatonBuilder) follow(places []uint32, begin, end bool) []uint32 {
	seen := map[uint32]bool{}
	var reached []uint32
	var visit func(place uint32)
	visit = func(place uint32) {
		if seen[place] {
			return
		}
		seen[place] = true
		reached = append(reached, place)
		inst := &b.program.Inst[place]
		switch inst.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			visit(inst.Out)
			visit(inst.Arg)
		case syntax.InstCapture, syntax.InstNop:
			visit(inst.Out)
		case syntax.InstEmptyWidth:
			needs := syntax.EmptyOp(inst.Arg)
			if needs&^(syntax.EmptyBeginText|syntax.EmptyEndText) != 0 {
				b.fail("line and word boundaries are not supported")
				return
			}
			if (needs&syntax.EmptyBeginText == 0 || begin) && (needs&syntax.EmptyEndText == 0 || end) {
				visit(inst.Out)
			}
		}
	}
	for _, place := range places {
		visit(place)
	}
	return reached
}

func (b *automatonBuilder) matches(places []uint32) bool {
	return slices.ContainsFunc(places, func(place uint32) bool { return b.program.Inst[place].Op == syntax.InstMatch })
}

// classBounds are the characters at which some instruction changes its mind.
func (b *automatonBuilder) classBounds() []rune {
	var bounds []rune
	between := func(first, last rune) { bounds = append(bounds, first, last+1) }
	for _, inst := range b.program.Inst {
		switch inst.Op {
		case syntax.InstRuneAnyNotNL:
			between('\n', '\n')
		case syntax.InstRune, syntax.InstRune1:
			if len(inst.Rune) == 1 {
				between(inst.Rune[0], inst.Rune[0])
				for r := unicode.SimpleFold(inst.Rune[0]); r != inst.Rune[0]; r = unicode.SimpleFold(r) {
					between(r, r)
				}
			}
			for i := 0; i+1 < len(inst.Rune); i += 2 {
				between(inst.Rune[i], inst.Rune[i+1])
			}
		}
	}
	slices.Sort(bounds)
	bounds = slices.Compact(bounds)
	return slices.DeleteFunc(bounds, func(r rune) bool { return r == 0 || r > unicode.MaxRune })
}

// example is a character of a class.
func (b *automatonBuilder) example(class int) rune {
	if class == 0 {
		return 0
	}
	return b.out.bounds[class-1]
}

func (b *automatonBuilder) fail(format string, args ...any) {
	if b.problem == nil {
		b.problem = fmt.Errorf(format, args...)
	}
}

// match follows the table as the SDK does.
func (a *automaton) match(text string) bool {
	state := byte(0)
	for _, r := range text {
		class := 0
		for class < len(a.bounds) && r >= a.bounds[class] {
			class++
		}
		state = a.next[state][class]
	}
	return slices.Contains(a.accept, state)
}

// Bounds, Next and Accept are the parts of the automaton as Go writes them.

func (a *automaton) Bounds() string {
	var quoted []string
	for _, r := range a.bounds {
		quoted = append(quoted, strconv.QuoteRuneToASCII(r))
	}
	return "[]rune{" + strings.Join(quoted, ", ") + "}"
}

func (a *automaton) Next() string { return quoteBytes(slices.Concat(a.next...)) }

func (a *automaton) Accept() string { return quoteBytes(a.accept) }

func quoteBytes(bytes []byte) string {
	var b strings.Builder
	for _, c := range bytes {
		fmt.Fprintf(&b, `\x%02x`, c)
	}
	return `"` + b.String() + `"`
}
