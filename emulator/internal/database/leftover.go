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
	path, err := filepath.EvalSymlinks(path) // it was made there
	if err != nil {
		return
	}
	dir, base := filepath.Split(path)
	entries, err := os.ReadDir(filepath.Clean(dir))
	if err != nil {
		return
	}
	file, err := os.Stat(path)
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
		// The file itself has both names between place and the removal of the first.
		if os.SameFile(info, file) || cutOff(name, info.Size()) || holdsNothing(name) {
			_ = os.Remove(name)
		}
	}
}

// magic begins a database, after the header of its first page.
const (
	magic   = "\xed\xda\x0c\xed"
	magicAt = 16
)

// cutOff tells whether a file is the beginning of a database without its first
// four pages: the library writes them at once, before there can be any record.
func cutOff(name string, size int64) bool {
	if size == 0 {
		return true
	}
	if size >= 4*int64(os.Getpagesize()) {
		return false
	}
	raw, err := os.ReadFile(name)
	return err == nil && len(raw) > magicAt && strings.HasPrefix(string(raw[magicAt:]), magic)
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
