// Building: the programs that take part, once for all tests.

package integration

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// programs are the paths of what was built; release is "" where the release
// can't be had, and missing says why.
var programs struct {
	emulator, ours, release string
	missing                 string
}

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "integration")
	if err == nil {
		err = build(dir)
	}
	status := 1
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	} else {
		status = m.Run()
	}
	_ = os.RemoveAll(dir)
	os.Exit(status)
}

func build(dir string) error {
	programs.emulator = filepath.Join(dir, "emulator")
	if out, err := goTool("../emulator", "build", "-o", programs.emulator, "."); err != nil {
		return fmt.Errorf("build the emulator: %w\n%s", err, out)
	}
	programs.ours = filepath.Join(dir, "ours")
	if out, err := goTool(".", "build", "-o", programs.ours, "./goclient"); err != nil {
		return fmt.Errorf("build the Go client: %w\n%s", err, out)
	}
	if out, err := goTool(".", "mod", "download", "-modfile=release.mod"); err != nil {
		programs.missing = "release 1.1.1 can't be had here: " + out
		return nil
	}
	programs.release = filepath.Join(dir, "release")
	if out, err := goTool(".", "build", "-modfile=release.mod", "-o", programs.release, "./goclient"); err != nil {
		return fmt.Errorf("build the Go client with the release: %w\n%s", err, out)
	}
	return nil
}

// goTool runs go without the workspace: each module file stands for itself.
func goTool(dir string, args ...string) (string, error) {
	command := exec.Command("go", args...)
	command.Dir = dir
	command.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	out, err := command.CombinedOutput()
	return strings.TrimSpace(string(out)), err
}
