// Leftovers: what a process leaves behind that is killed while it makes the
// file.

package database

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"go.etcd.io/bbolt"
)

// mostUnfinished is larger than any file that is still being made.
const mostUnfinished = 64 << 20

// cleanUp removes unfinished files beside the one of this path, which the caller
// has locked. Another process that is making one now finds the file in its place
// and doesn't need its own any more. Files that may hold somebody's data stay:
// cleaning up is no reason to fail, or to take a risk.
func cleanUp(path string) {
	dir, base := filepath.Split(path)
	entries, err := os.ReadDir(filepath.Clean(dir))
	if err != nil {
		return
	}
	for _, entry := range entries {
		number, ours := strings.CutPrefix(entry.Name(), base+unfinished)
		info, err := entry.Info()
		if !ours || number == "" || strings.Trim(number, "0123456789") != "" || err != nil ||
			!info.Mode().IsRegular() || info.Size() > mostUnfinished {
			continue
		}
		name := filepath.Join(dir, entry.Name())
		if info.Size() == 0 || holdsNothing(name) {
			_ = os.Remove(name)
		}
	}
}

// holdsNothing tells whether a file is a database that nobody uses, without a
// record and without anything of somebody else's.
func holdsNothing(name string) bool {
	nothing := true
	err := inspect(name, time.Millisecond, func(tx *bbolt.Tx) error {
		return tx.ForEach(func(bucket []byte, b *bbolt.Bucket) error {
			switch string(bucket) {
			case string(bucketFormat):
			case string(bucketRecords):
				key, _ := b.Cursor().First()
				nothing = nothing && key == nil
			default:
				nothing = false
			}
			return nil
		})
	})
	return nothing && err == nil
}
