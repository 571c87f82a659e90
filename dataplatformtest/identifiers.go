// Identifiers: UUIDs, random or repeating from run to run.

package dataplatformtest

import (
	"crypto/rand"
	"encoding/binary"
	mathrand "math/rand/v2"
	"sync"
)

// idSource makes random UUIDs (version 4), or with a seed the same ones in
// every run.
type idSource struct {
	mu     sync.Mutex
	seeded *mathrand.PCG
}

func newIDSource(seed *uint64) *idSource {
	s := &idSource{}
	if seed != nil {
		s.seeded = mathrand.NewPCG(*seed, *seed)
	}
	return s
}

func (s *idSource) next() identifier {
	var id identifier
	if s.seeded == nil {
		_, _ = rand.Read(id[:]) // never fails
	} else {
		s.mu.Lock()
		binary.BigEndian.PutUint64(id[:8], s.seeded.Uint64())
		binary.BigEndian.PutUint64(id[8:], s.seeded.Uint64())
		s.mu.Unlock()
	}
	id[6] = id[6]&0x0f | 0x40
	id[8] = id[8]&0x3f | 0x80
	return id
}

// record is where a seeded source stands, so that a restored API doesn't use an
// identifier again; nil without a seed.
func (s *idSource) record() []byte {
	if s.seeded == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	raw, err := s.seeded.MarshalBinary()
	if err != nil { // it never fails
		return nil
	}
	return raw
}

// restore goes on where another source stood.
func (s *idSource) restore(raw []byte) error {
	if s.seeded == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seeded.UnmarshalBinary(raw)
}
