// Tests of what a process leaves behind that was killed while it made the file.

package database

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"go.etcd.io/bbolt"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

func TestLeftovers(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "data.db")
	write := func(name string, raw []byte) string {
		name = filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(name, raw, 0o600))
		return name
	}
	// What the moments of its making leave.
	empty := write("data.db.new-1", nil)
	begun := filepath.Join(dir, "data.db.new-22")
	db, err := bbolt.Open(begun, 0o600, options())
	require.NoError(t, err)
	require.NoError(t, db.Close())
	whole := filepath.Join(dir, "data.db.new-333")
	db, err = bbolt.Open(whole, 0o600, options())
	require.NoError(t, err)
	require.NoError(t, db.Update(begin))
	require.NoError(t, db.Close())
	raw, err := os.ReadFile(begun)
	require.NoError(t, err)
	page := os.Getpagesize()
	first := write("data.db.new-4444", raw[:page])
	most := write("data.db.new-55555", raw[:3*page])
	linked := filepath.Join(dir, "data.db.new-666666")
	require.NoError(t, opened(t, path).Close())
	require.NoError(t, os.Link(path, linked))
	// What somebody may need.
	used := filepath.Join(dir, "data.db.new-4")
	d, err := Open(used, ignore)
	require.NoError(t, err)
	require.NoError(t, d.Commit(nil)())
	kept := filepath.Join(dir, "data.db.new-5")
	other, err := Open(kept, ignore)
	require.NoError(t, err)
	wait := other.Commit([]dataplatformtest.Record{record("a", "1")})
	require.NoError(t, wait())
	require.NoError(t, other.Close())
	foreign := filepath.Join(dir, "data.db.new-6")
	db, err = bbolt.Open(foreign, 0o600, nil)
	require.NoError(t, err)
	require.NoError(t, db.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucket([]byte("theirs"))
		return err
	}))
	require.NoError(t, db.Close())
	mine := []string{
		used, kept, foreign, write("data.db.new-7", []byte("notes")), write("data.db.new-x", nil), write("data.db.new-", nil),
		write("other.db.new-1", nil), write("data.db.news", nil),
	}
	require.NoError(t, os.Mkdir(filepath.Join(dir, "data.db.new-8"), 0o700))
	mine = append(mine, filepath.Join(dir, "data.db.new-8"))
	require.NoError(t, os.Symlink(mine[3], filepath.Join(dir, "data.db.new-9")))
	mine = append(mine, filepath.Join(dir, "data.db.new-9"))

	opened(t, path)
	for _, name := range []string{empty, begun, whole, first, most, linked} {
		require.NoFileExists(t, name)
	}
	for _, name := range mine {
		_, err := os.Lstat(name)
		require.NoError(t, err, name)
	}
	require.NoError(t, d.Close())
}
