// Inspecting: reading a whole file before it is trusted. The library takes its
// pages from memory that is mapped to the file and panics at those that are
// damaged or missing, partly where nobody can recover from it.

package database

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"time"

	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"
)

// inspect opens a file for reading, for as long as look needs it.
func inspect(path string, timeout time.Duration, look func(*bbolt.Tx) error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true)) // what is cut off is a fault
	defer damaged(path, &err)
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, Timeout: timeout})
	if err != nil {
		return opening(path, err)
	}
	defer db.Close()
	return db.View(look)
}

// damaged makes an error of a panic of the library.
func damaged(path string, err *error) {
	if problem := recover(); problem != nil {
		*err = fmt.Errorf("%s: %w: %v", path, ErrDamaged, problem)
	}
}

// opening says what an error of bbolt.Open means.
func opening(path string, err error) error {
	var there *fs.PathError
	switch {
	case errors.Is(err, bbolterrors.ErrTimeout):
		return fmt.Errorf("%s: %w", path, ErrInUse)
	case errors.As(err, &there):
		return fmt.Errorf("open the data file: %w", err)
	}
	return fmt.Errorf("%s: %w: %w", path, ErrFormat, err)
}

// sound makes sure that the file is ours and that all of it can be read.
func sound(path string) error {
	return inspect(path, lockTimeout, func(tx *bbolt.Tx) error {
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		if info.Size() < tx.Size() {
			return fmt.Errorf("%s: %w: it has %d bytes and should have %d", path, ErrDamaged, info.Size(), tx.Size())
		}
		if err := checkFormat(tx); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		var last []byte
		return tx.Bucket(bucketRecords).ForEach(func(key, value []byte) error {
			if last != nil && bytes.Compare(last, key) >= 0 {
				return fmt.Errorf("%s: %w: its records are out of order", path, ErrDamaged)
			}
			if !intact(key, value) {
				return fmt.Errorf("%s: %w: the record %.80q isn't as it was written", path, ErrDamaged, key)
			}
			last = key
			return nil
		})
	})
}

func checkFormat(tx *bbolt.Tx) error {
	bucket := tx.Bucket(bucketFormat)
	if bucket == nil || tx.Bucket(bucketRecords) == nil {
		return ErrFormat
	}
	if found := bucket.Get(keyFormat); string(found) != string(format) {
		return fmt.Errorf("%w: its format is %.20q, and this one knows %q", ErrFormat, found, format)
	}
	return nil
}
