// Tests of the file: what it keeps, and what it refuses.

package database

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"go.etcd.io/bbolt"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

func record(key, value string) dataplatformtest.Record {
	return dataplatformtest.Record{Key: key, Value: []byte(value)}
}

func content(t *testing.T, d *Database) map[string]string {
	all := map[string]string{}
	require.NoError(t, d.Load(func(key string, value []byte) error {
		all[key] = string(value)
		return nil
	}))
	return all
}

// ignore is for tests that look at the error themselves.
func ignore(error) {}

func opened(t *testing.T, path string) *Database {
	d, err := Open(path, ignore)
	require.NoError(t, err)
	t.Cleanup(func() { _ = d.Close() })
	return d
}

func TestKeeps(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "data.db")
	d := opened(t, path)
	require.Empty(t, content(t, d))
	first := d.Commit([]dataplatformtest.Record{record("a", "1"), record("b", "1")})
	second := d.Commit([]dataplatformtest.Record{record("a", "2"), {Key: "b"}, record("c", "")})
	require.NoError(t, second())
	require.NoError(t, first(), "it may be asked in any order and again")
	require.NoError(t, second())
	require.Equal(t, map[string]string{"a": "2", "c": ""}, content(t, d))

	last := d.Commit([]dataplatformtest.Record{record("d", "4")})
	require.NoError(t, d.Close(), "what waits is written")
	require.NoError(t, last())
	require.NoError(t, d.Close(), "it may be closed again")
	require.ErrorIs(t, d.Commit([]dataplatformtest.Record{record("e", "5")})(), ErrClosed)
	require.Equal(t, map[string]string{"a": "2", "c": "", "d": "4"}, content(t, opened(t, path)))
	names, err := filepath.Glob(path + "*")
	require.NoError(t, err)
	require.Equal(t, []string{path}, names, "nothing else is left behind")
}

func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "data.db")
	d := opened(t, path)
	var wg sync.WaitGroup
	for worker := range 16 {
		wg.Go(func() {
			for i := range 50 {
				if err := d.Commit([]dataplatformtest.Record{record(fmt.Sprint(worker, "/", i), "x")})(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	transactions := 0
	require.NoError(t, d.db.View(func(tx *bbolt.Tx) error { transactions = tx.ID(); return nil }))
	require.Less(t, transactions, 16*50, "waiting changes share a transaction")
	require.NoError(t, d.Close())
	require.Len(t, content(t, opened(t, path)), 16*50)
}

func TestFailureIsFinal(t *testing.T) {
	t.Parallel()
	var told []error
	d, err := Open(filepath.Join(t.TempDir(), "data.db"), func(err error) { told = append(told, err) })
	require.NoError(t, err)
	long := make([]byte, bbolt.MaxKeySize+1)
	wait := d.Commit([]dataplatformtest.Record{record("before", "1"), record(string(long), "1")})
	require.Error(t, wait())
	require.Error(t, d.Commit([]dataplatformtest.Record{record("after", "1")})(), "nothing is written after a gap")
	require.Empty(t, content(t, d), "nothing of a batch that failed is there")
	require.Error(t, d.Close())
	require.Len(t, told, 1, "it is told once")
}

func TestLoadEndsWithAnError(t *testing.T) {
	t.Parallel()
	d := opened(t, filepath.Join(t.TempDir(), "data.db"))
	require.NoError(t, d.Commit([]dataplatformtest.Record{record("a", "1"), record("b", "1")})())
	stop, calls := errors.New("stop"), 0
	require.ErrorIs(t, d.Load(func(string, []byte) error { calls++; return stop }), stop)
	require.Equal(t, 1, calls)
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	used := filepath.Join(dir, "used.db")
	opened(t, used)
	text := filepath.Join(dir, "text")
	require.NoError(t, os.WriteFile(text, make([]byte, 1<<16), 0o600))
	short := filepath.Join(dir, "short")
	require.NoError(t, os.WriteFile(short, []byte("a letter"), 0o600))
	other := filepath.Join(dir, "other.db")
	db, err := bbolt.Open(other, 0o600, nil)
	require.NoError(t, err)
	require.NoError(t, db.Close())

	for name, test := range map[string]struct {
		path string
		want error
	}{
		"a file in use":                 {used, ErrInUse},
		"a file of zeros":               {text, ErrFormat},
		"a short file":                  {short, ErrFormat},
		"a database of somebody else":   {other, ErrFormat},
		"a folder that isn't there":     {filepath.Join(dir, "no", "data.db"), os.ErrNotExist},
		"a folder in place of the file": {dir, nil},
	} {
		t.Run(name, func(t *testing.T) {
			before, _ := os.ReadFile(test.path)
			_, err := Open(test.path, ignore)
			require.Error(t, err)
			if test.want != nil {
				require.ErrorIs(t, err, test.want)
			}
			require.ErrorContains(t, err, test.path)
			after, _ := os.ReadFile(test.path)
			require.Equal(t, before, after, "it is left as it was")
		})
	}
}

func TestEmptyFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "data.db")
	require.NoError(t, os.WriteFile(path, nil, 0o600))
	require.NoError(t, opened(t, path).Commit([]dataplatformtest.Record{record("a", "1")})())
}

// TestOnlyFilesAreReplaced: an empty file is replaced by the database, and
// nothing else that has no size either.
func TestOnlyFilesAreReplaced(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	socket := filepath.Join(dir, "socket")
	listener, err := net.Listen("unix", socket)
	require.NoError(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	nowhere := filepath.Join(dir, "nowhere")
	require.NoError(t, os.Symlink("missing", nowhere))
	through := filepath.Join(dir, "through")
	require.NoError(t, os.Symlink("socket", through))
	for _, path := range []string{socket, nowhere, through, dir} {
		before, err := os.Lstat(path)
		require.NoError(t, err)
		_, err = Open(path, ignore)
		require.ErrorContains(t, err, path)
		require.ErrorIs(t, err, ErrNoFile)
		after, err := os.Lstat(path)
		require.NoError(t, err)
		require.Equal(t, before.Mode(), after.Mode(), path)
	}
	// A link to an empty file stays one.
	empty, link := filepath.Join(dir, "empty"), filepath.Join(dir, "link")
	require.NoError(t, os.WriteFile(empty, nil, 0o600))
	require.NoError(t, os.Symlink("empty", link))
	require.NoError(t, opened(t, link).Commit([]dataplatformtest.Record{record("a", "1")})())
	target, err := os.Readlink(link)
	require.NoError(t, err)
	require.Equal(t, "empty", target)
	left, err := filepath.Glob(filepath.Join(dir, "*"+unfinished+"*"))
	require.NoError(t, err)
	require.Empty(t, left)
}

// TestPlace is about two processes that begin at the same time.
func TestPlace(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	mine, theirs := filepath.Join(dir, "mine"), filepath.Join(dir, "theirs")
	require.NoError(t, os.WriteFile(mine, []byte("mine"), 0o600))
	require.NoError(t, os.WriteFile(theirs, []byte("theirs"), 0o600))
	require.NoError(t, place(mine, theirs))
	raw, err := os.ReadFile(theirs)
	require.NoError(t, err)
	require.Equal(t, "theirs", string(raw))
}
