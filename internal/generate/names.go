package main

// Names: from the description's to Go's.

import (
	"go/token"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

var (
	propertyName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*$`)
	typeName     = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)
)

// exported makes a Go name of a property's: createdBy, created_by → CreatedBy.
func exported(name string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == '-' }) {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return b.String()
}

// unexported lowers the beginning of a Go name.
func unexported(name string) string {
	name = exported(name)
	return strings.ToLower(name[:1]) + name[1:]
}

// argument is unexported, out of the way of Go's keywords and of what
// constructors use themselves.
func argument(name string) string {
	name = unexported(name)
	if token.IsKeyword(name) || name == "o" || name == "ctx" || name == "ToPtr" {
		return name + "_"
	}
	return name
}

// snake is a Go name as a file name: VersionsGet200Response → versions_get_200_response.
func snake(name string) string {
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		if i > 0 && wordBegins(runes, i) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func wordBegins(runes []rune, i int) bool {
	before, r := runes[i-1], runes[i]
	switch {
	case unicode.IsDigit(r):
		return !unicode.IsDigit(before)
	case unicode.IsUpper(r) && unicode.IsUpper(before):
		return i+1 < len(runes) && unicode.IsLower(runes[i+1])
	}
	return unicode.IsUpper(r)
}

// reservedEndings make a Go file something else: a test, or one for a certain
// system only.
var reservedEndings = strings.Fields(`test
	aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris unix wasip1
	windows zos 386 amd64 amd64p32 arm arm64 arm64be armbe loong64 mips mips64 mips64le mips64p32 mips64p32le
	mipsle ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm`)

func modelFile(name string) string {
	base := "model_" + snake(name)
	if slices.Contains(reservedEndings, base[strings.LastIndexByte(base, '_')+1:]) {
		base += "_schema"
	}
	return base + ".go"
}

// serviceFile names the files of a service by what tells it from the others:
// DataPlatformNodePool → nodepool.
func serviceFile(tag string) string {
	return strings.ToLower(strings.TrimPrefix(tag, "DataPlatform"))
}

// constant is the long name of an enum's value: AVAILABILITYZONE_ZONE_1.
func constant(enum, value string) string { return strings.ToUpper(enum) + "_" + shortConstant(value) }

// shortConstant is the name of an enum's value alone: ZONE_1.
func shortConstant(value string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '.' || r == ' ' {
			return '_'
		}
		return unicode.ToUpper(r)
	}, value)
}
