package ionoscloud

// The surface: every exported declaration of the published releases is still
// there, with exactly the type that it had. testdata/surface.txt has one a line.

import (
	"bufio"
	"bytes"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSurface(t *testing.T) {
	want, err := os.Open(filepath.Join("testdata", "surface.txt"))
	require.NoError(t, err)
	defer want.Close()
	missing, different := compareSurface(t, want, surfaceOf(t, "."))
	for _, line := range slices.Concat(missing, different) {
		t.Error(line)
	}
	t.Logf("%d missing, %d different", len(missing), len(different))
}

// TestSurfaceCanFail makes sure that the comparison notices what it is for.
func TestSurfaceCanFail(t *testing.T) {
	have := surfaceOf(t, ".")
	tests := map[string]struct {
		line      string
		missing   int
		different int
	}{
		"right":               {"method (*Lan) SetDhcp(bool)", 0, 0},
		"promoted":            {"method (NullableLan) Get() *Lan", 0, 0},
		"no such function":    {"func NewLanes(string) *Lan", 1, 0},
		"no such field":       {"field Lan.Vlan *string `json:\"vlan\"`", 1, 0},
		"no such type":        {"type Lane struct", 1, 0},
		"another parameter":   {"func NewLan(int) *Lan", 0, 1},
		"another result":      {"method (*Lan) GetDhcp() bool", 0, 1},
		"another receiver":    {"method (Lan) SetDhcp(bool)", 0, 1},
		"another field type":  {"field Lan.Dhcp bool `json:\"dhcp,omitempty\"`", 0, 1},
		"another tag":         {"field Lan.Dhcp *bool `json:\"dhcp\"`", 0, 1},
		"another value":       {"const HDD StorageType = \"SSD\"", 0, 1},
		"another constant":    {"const HDD untyped string = \"HDD\"", 0, 1},
		"another kind":        {"type StorageType int", 0, 1},
		"another declaration": {"var HDD StorageType", 0, 1},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			missing, different := compareSurface(t, strings.NewReader(test.line), have)
			require.Len(t, missing, test.missing)
			require.Len(t, different, test.different)
			for _, message := range slices.Concat(missing, different) {
				require.Contains(t, message, test.line)
			}
		})
	}
}

// surfaceName takes the part of a line that names the declaration: a method
// without the star of its receiver, everything up to the type.
var surfaceName = regexp.MustCompile(`^(?:(?:const|var|func|type) (\w+)|field (\w+\.\w+)|method \(\*?(\w+)\) (\w+))`)

func nameOf(line string) string {
	m := surfaceName.FindStringSubmatch(line)
	if m == nil {
		return ""
	}
	if m[3] != "" {
		return m[3] + "." + m[4]
	}
	return m[1] + m[2]
}

// compareSurface tells which lines are missing and which differ.
func compareSurface(t *testing.T, want io.Reader, have map[string]string) (missing, different []string) {
	t.Helper()
	lines := bufio.NewScanner(want)
	for lines.Scan() {
		line := lines.Text()
		name := nameOf(line)
		require.NotEmpty(t, name, "a line of a form that the test does not know: %s", line)
		switch found, ok := have[name]; {
		case !ok:
			missing = append(missing, "missing: "+line)
		case found != line:
			different = append(different, fmt.Sprintf("different: %s\n     have: %s", line, found))
		}
	}
	require.NoError(t, lines.Err())
	return missing, different
}

// surfaceOf has a line for each exported declaration of the package, by name.
func surfaceOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	pkg := typeCheck(t, dir)
	s := surface{pkg: pkg, lines: map[string]string{}}
	for _, name := range pkg.Scope().Names() {
		if object := pkg.Scope().Lookup(name); object.Exported() {
			s.add(object)
		}
	}
	return s.lines
}

type surface struct {
	pkg   *types.Package
	lines map[string]string
}

func (s surface) put(line string) { s.lines[nameOf(line)] = line }

func (s surface) add(object types.Object) {
	switch object := object.(type) {
	case *types.Const:
		s.put(fmt.Sprintf("const %s %s = %s", object.Name(), s.text(object.Type()), object.Val().ExactString()))
	case *types.Var:
		s.put(fmt.Sprintf("var %s %s", object.Name(), s.text(object.Type())))
	case *types.Func:
		s.put("func " + object.Name() + s.signature(object))
	case *types.TypeName:
		s.addType(object)
	}
}

func (s surface) addType(object *types.TypeName) {
	name := object.Name()
	structure, isStruct := object.Type().Underlying().(*types.Struct)
	if !isStruct {
		s.put(fmt.Sprintf("type %s %s", name, s.text(object.Type().Underlying())))
	} else {
		s.put("type " + name + " struct")
		for i := range structure.NumFields() {
			s.addField(name, structure.Field(i), structure.Tag(i))
		}
	}
	if types.IsInterface(object.Type()) {
		return
	}
	ofValue := types.NewMethodSet(object.Type())
	ofPointer := types.NewMethodSet(types.NewPointer(object.Type()))
	for i := range ofPointer.Len() {
		method := ofPointer.At(i).Obj().(*types.Func)
		if !method.Exported() {
			continue
		}
		receiver := "*" + name
		if ofValue.Lookup(method.Pkg(), method.Name()) != nil {
			receiver = name
		}
		// The selection's type has the type arguments of a promoted method in it.
		signature := ofPointer.At(i).Type().(*types.Signature)
		s.put(fmt.Sprintf("method (%s) %s%s", receiver, method.Name(), s.signatureText(signature)))
	}
}

func (s surface) addField(owner string, field *types.Var, tag string) {
	if !field.Exported() {
		return
	}
	line := fmt.Sprintf("field %s.%s ", owner, field.Name())
	if field.Embedded() {
		line += "(embedded) "
	}
	line += s.text(field.Type())
	if tag != "" {
		line += " `" + tag + "`"
	}
	s.put(line)
}

func (s surface) text(t types.Type) string {
	text := types.TypeString(t, func(p *types.Package) string {
		if p == s.pkg {
			return ""
		}
		return p.Name()
	})
	return anyWord.ReplaceAllString(text, "interface{}")
}

var anyWord = regexp.MustCompile(`\bany\b`)

func (s surface) signature(f *types.Func) string { return s.signatureText(f.Signature()) }

// signatureText is a signature without the names in it.
func (s surface) signatureText(signature *types.Signature) string {
	tuple := func(tuple *types.Tuple) string {
		var parts []string
		for i := range tuple.Len() {
			parts = append(parts, s.text(tuple.At(i).Type()))
		}
		return strings.Join(parts, ", ")
	}
	text := "(" + tuple(signature.Params()) + ")"
	switch results := signature.Results(); results.Len() {
	case 0:
	case 1:
		text += " " + tuple(results)
	default:
		text += " (" + tuple(results) + ")"
	}
	return text
}

// typeCheck reads a package as the compiler does. What it imports comes from
// the compiler's own export data.
func typeCheck(t *testing.T, dir string) *types.Package {
	t.Helper()
	list := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}", ".")
	list.Dir = dir
	var stderr bytes.Buffer
	list.Stderr = &stderr
	out, err := list.Output()
	require.NoError(t, err, stderr.String())
	exports := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "=")
		exports[path] = file
	}
	files := token.NewFileSet()
	found, err := build.ImportDir(dir, 0)
	require.NoError(t, err)
	var parsed []*ast.File
	for _, name := range found.GoFiles {
		file, err := parser.ParseFile(files, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		parsed = append(parsed, file)
	}
	config := types.Config{Importer: importer.ForCompiler(files, "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(exports[path])
	})}
	pkg, err := config.Check("github.com/ionos-cloud/sdk-go-dataplatform", files, parsed, nil)
	require.NoError(t, err)
	return pkg
}
