// Making the file: it appears under its name when it is whole, so that a
// process that is killed in the middle leaves none that can't be opened.

package database

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"go.etcd.io/bbolt"
)

// unfinished is between the file's name and a number while it is being made.
const unfinished = ".new-"

func create(path string) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return ErrNoFile // also a device, which has no size either
	case err == nil && info.Size() > 0:
		return nil
	case err == nil: // the file that a link leads to, and not the link
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	default:
		if _, err := os.Lstat(path); err == nil {
			return ErrNoFile // a link to nothing
		}
	}
	dir := filepath.Dir(path)
	made, err := os.CreateTemp(dir, filepath.Base(path)+unfinished+"*")
	if err != nil {
		return err
	}
	defer os.Remove(made.Name())
	if err := made.Close(); err != nil {
		return err
	}
	db, err := bbolt.Open(made.Name(), 0o600, options())
	if err != nil {
		return err
	}
	if err := errors.Join(db.Update(begin), db.Close()); err != nil {
		return err
	}
	if err := place(made.Name(), path); err != nil {
		return err
	}
	return syncDir(dir)
}

func begin(tx *bbolt.Tx) error {
	if _, err := tx.CreateBucket(bucketRecords); err != nil {
		return err
	}
	bucket, err := tx.CreateBucket(bucketFormat)
	if err != nil {
		return err
	}
	return bucket.Put(keyFormat, format)
}

// place gives the file its name, unless another process was faster: a link
// never replaces anything. An empty file is replaced; somebody has chosen its
// name with a tool that makes the file.
func place(made, path string) error {
	err := os.Link(made, path)
	if err == nil {
		return nil
	}
	info, statErr := os.Lstat(path)
	if statErr == nil && (info.Size() > 0 || !info.Mode().IsRegular()) {
		return nil
	}
	return os.Rename(made, path)
}

// syncDir makes the name itself durable. Windows can't, and needn't.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
