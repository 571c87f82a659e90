package main

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

var patterns = []string{
	`^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$`,
	`^[-A-Za-z0-9_.]*$`,
	`^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$`,
	`^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$`,
	`abc`, `^abc`, `abc$`, `a*`, ``, `^$`, `^`, `$`, `a|^b|c$`, `(?i)stra\x{df}e`, `(?i)k`, `[^a]b`, `.x.`, `(?s).x.`,
	`ä+`, `^\d{2,4}$`, `(ab|ba){2}$`, `^(a|ab)(c|bcd)$`, `x{0,3}y`, `[[:upper:]]\pL`, `a$b`, `\x00`,
}

func TestAutomataMatchAsRegularExpressionsDo(t *testing.T) {
	texts := []string{
		"", "a", "b", "c", "ab", "abc", "xabcx", "abcx", "xabc", "a\nb", "ax", "\nx\n", "axb", "xxxxy", "y", "ä", "ÄÄ", "STRASSE", "straße", "STRAẞE",
		"k", "K", "\u212a", "\xff", "a\xff", "12", "12345", "abba", "baab", "abcd", "abbcd", "23:59:59", "24:00:00", "Aé", "\x00", "\U0010ffff",
		"f72521ba-1590-4998-bf96-6eb997a5887d", "f72521ba15904998bf966eb997a5887d", "f72521ba-1590-4998-bf96-6eb997a5887g", "a-", "-a", "a.b",
	}
	for _, source := range patterns {
		a, err := newAutomaton(source)
		require.NoError(t, err, source)
		want := regexp.MustCompile(source)
		for _, text := range texts {
			require.Equal(t, want.MatchString(text), a.match(text), "%s on %q", source, text)
		}
	}
}

func TestPatternsThatCannotBeTables(t *testing.T) {
	for source, want := range map[string]string{
		`(`:                 "error parsing regexp",
		`a(?=b)`:            "error parsing regexp",
		`\bword`:            "line and word boundaries are not supported",
		`(?m)^a$`:           "line and word boundaries are not supported",
		`^(a|b)*a(a|b){9}$`: "needs more than 256 states",
	} {
		_, err := newAutomaton(source)
		require.ErrorContains(t, err, want, source)
	}
}

func FuzzAutomata(f *testing.F) {
	for _, source := range patterns {
		f.Add(source, "abc")
	}
	f.Fuzz(func(t *testing.T, source, text string) {
		if len(source) > 40 {
			return
		}
		a, err := newAutomaton(source)
		if err != nil {
			return
		}
		if want := regexp.MustCompile(source).MatchString(text); a.match(text) != want {
			t.Fatalf("%q on %q: %v, want %v", source, text, !want, want)
		}
	})
}
