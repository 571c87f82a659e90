// Package database keeps an emulator's records in a file: go.etcd.io/bbolt
// behind the Store interface of dataplatformtest, with one transaction for all
// changes that wait at the same time.
package database

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// The names in the file. A file of another format has another number there.
var (
	bucketRecords = []byte("records")
	bucketFormat  = []byte("dataplatform-emulator")
	keyFormat     = []byte("format")
	format        = []byte("2")
)

// The ways in which a file can't be used.
var (
	ErrInUse   = errors.New("another process uses the file")
	ErrFormat  = errors.New("this is no data file of this version of the emulator")
	ErrDamaged = errors.New("the data file is damaged")
	ErrNoFile  = errors.New("something else than a file is there: a folder, a device, or a link to nothing")
	ErrClosed  = errors.New("the database has been closed")
)

// lockTimeout is how long Open waits for another process to end.
const lockTimeout = time.Second

// Database is an open file.
type Database struct {
	db     *bbolt.DB
	failed func(error)

	mu      sync.Mutex
	next    *group // what the writer takes next
	failure error  // the first one; final
	closed  bool
	work    chan struct{} // tells the writer that next isn't empty
	stopped chan struct{} // the writer has ended
}

var _ dataplatformtest.Store = (*Database)(nil)

// group is what one transaction writes.
type group struct {
	records []dataplatformtest.Record
	done    chan struct{} // closed when it is durable, or failed
	err     error         // read after done
}

func newGroup() *group { return &group{done: make(chan struct{})} }

// Open opens the file, and makes it when there is none. failed is called once,
// when something can't be written; nothing is written after that.
func Open(path string, failed func(error)) (*Database, error) {
	if err := create(path); err != nil {
		return nil, fmt.Errorf("make the data file %s: %w", path, err)
	}
	if err := sound(path); err != nil {
		return nil, err
	}
	db, err := open(path)
	if err != nil {
		return nil, err
	}
	cleanUp(path)
	d := &Database{db: db, failed: failed, next: newGroup(), work: make(chan struct{}, 1), stopped: make(chan struct{})}
	go d.write()
	return d, nil
}

// options keep the list of free pages out of every transaction; it is made anew
// when the file is opened.
func options() *bbolt.Options {
	return &bbolt.Options{
		Timeout:         lockTimeout,
		NoFreelistSync:  true,
		FreelistType:    bbolt.FreelistMapType,
		InitialMmapSize: 1 << 26,
	}
}

func open(path string) (db *bbolt.DB, err error) {
	defer damaged(path, &err)
	if db, err = bbolt.Open(path, 0o600, options()); err != nil {
		return nil, opening(path, err)
	}
	return db, nil
}

// Load gives every record.
func (d *Database) Load(restore func(key string, value []byte) error) error {
	return d.db.View(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketRecords).ForEach(func(key, value []byte) error {
			return restore(string(key), value[:len(value)-sumSize])
		})
	})
}

// Commit queues the batch for the next transaction.
func (d *Database) Commit(batch []dataplatformtest.Record) (wait func() error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return func() error { return ErrClosed }
	}
	g := d.next
	g.records = append(g.records, batch...)
	select {
	case d.work <- struct{}{}:
	default:
	}
	return func() error {
		<-g.done
		return g.err
	}
}

// write is the writer: while it syncs one group, the next one gathers.
func (d *Database) write() {
	defer close(d.stopped)
	for range d.work {
		d.mu.Lock()
		g := d.next
		d.next = newGroup()
		err := d.failure
		d.mu.Unlock()
		if err == nil && len(g.records) > 0 {
			err = d.db.Update(func(tx *bbolt.Tx) error { return apply(tx, g.records) })
		}
		if err != nil {
			d.fail(err)
		}
		g.err = err
		close(g.done)
	}
}

// fail makes the first error final and tells about it.
func (d *Database) fail(err error) {
	d.mu.Lock()
	first := d.failure == nil
	d.failure = err
	d.mu.Unlock()
	if first {
		d.failed(err)
	}
}

func apply(tx *bbolt.Tx, records []dataplatformtest.Record) error {
	bucket := tx.Bucket(bucketRecords)
	for _, record := range records {
		var err error
		if record.Value == nil {
			err = bucket.Delete([]byte(record.Key))
		} else {
			key := []byte(record.Key)
			err = bucket.Put(key, sealed(key, record.Value))
		}
		if err != nil {
			return fmt.Errorf("record %q: %w", record.Key, err)
		}
	}
	return nil
}

// Close writes what waits and gives the file back.
func (d *Database) Close() error {
	d.mu.Lock()
	if d.closed {
		d.mu.Unlock()
		return nil
	}
	d.closed = true
	close(d.work)
	d.mu.Unlock()
	<-d.stopped
	return errors.Join(d.failure, d.db.Close())
}
