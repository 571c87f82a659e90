// Tests of files that a disk, or somebody, has damaged: they are refused, and
// never a crash.

package database

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"go.etcd.io/bbolt"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// filled is the content of a file with some records.
func filled(t *testing.T) []byte {
	path := filepath.Join(t.TempDir(), "data.db")
	d := opened(t, path)
	var batch []dataplatformtest.Record
	for i := range 1000 {
		batch = append(batch, record(fmt.Sprint("cluster/", i), fmt.Sprintf("%0300d", i)))
	}
	require.NoError(t, d.Commit(batch)())
	require.NoError(t, d.Close())
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	return raw
}

func TestCutOff(t *testing.T) {
	t.Parallel()
	raw := filled(t)
	for _, size := range []int{1, 100, 4096, 8192, 10_000, 1 << 14, 1 << 16, 200_000} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "data.db")
			require.NoError(t, os.WriteFile(path, raw[:size], 0o600))
			_, err := Open(path, ignore)
			require.True(t, errors.Is(err, ErrDamaged) || errors.Is(err, ErrFormat), err)
			require.ErrorContains(t, err, path)
			after, err := os.ReadFile(path)
			require.NoError(t, err)
			require.Equal(t, raw[:size], after, "it is left as it was")
		})
	}
}

// What would still be read, as something that nobody wrote, is found as well.
func TestOtherValue(t *testing.T) {
	t.Parallel()
	raw := filled(t)
	at := bytes.Index(raw, fmt.Appendf(nil, "%0300d", 517))
	require.Positive(t, at)
	raw[at+150] ^= 1
	path := filepath.Join(t.TempDir(), "data.db")
	require.NoError(t, os.WriteFile(path, raw, 0o600))
	_, err := Open(path, ignore)
	require.ErrorIs(t, err, ErrDamaged)
	require.ErrorContains(t, err, `"cluster/517"`)
}

func TestScribbledOver(t *testing.T) {
	t.Parallel()
	raw := filled(t)
	size := 450_000 // more than what is in use
	refused := 0
	for seed := range uint64(40) {
		chance := rand.New(rand.NewPCG(seed, 0))
		bad := append([]byte(nil), raw...)
		for range 1 + chance.IntN(6) {
			if seed%2 == 0 { // a page
				page := chance.IntN(size/4096) * 4096
				for i := range 4096 {
					bad[page+i] = byte(chance.Uint32())
				}
			} else { // bits
				for range 50 {
					bad[8192+chance.IntN(size)] ^= 1 << chance.IntN(8)
				}
			}
		}
		path := filepath.Join(t.TempDir(), "data.db")
		require.NoError(t, os.WriteFile(path, bad, 0o600))
		d, err := Open(path, ignore)
		if err == nil { // nothing that matters was hit, or only what the API checks
			require.NoError(t, d.Close())
			continue
		}
		refused++
		require.True(t, errors.Is(err, ErrDamaged) || errors.Is(err, ErrFormat), "%d: %v", seed, err)
		require.ErrorContains(t, err, path)
	}
	require.Greater(t, refused, 10)
}

func TestNewerFormat(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "data.db")
	require.NoError(t, opened(t, path).Close())
	db, err := bbolt.Open(path, 0o600, nil)
	require.NoError(t, err)
	require.NoError(t, db.Update(func(tx *bbolt.Tx) error { return tx.Bucket(bucketFormat).Put(keyFormat, []byte("3")) }))
	require.NoError(t, db.Close())
	_, err = Open(path, ignore)
	require.ErrorIs(t, err, ErrFormat)
	require.ErrorContains(t, err, `its format is "3", and this one knows "2"`)
}
