// Seals: a checksum after each value. The library has none for its pages, and a
// value that a disk has changed may still be one that can be read.

package database

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
)

// sumSize is how many bytes the checksum takes up.
const sumSize = 4

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sum is the checksum of a record.
func sum(key, value []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, value)
}

// sealed is the value with its checksum.
func sealed(key, value []byte) []byte {
	return binary.BigEndian.AppendUint32(slices.Clip(value), sum(key, value))
}

// intact tells whether a record is as it was sealed.
func intact(key, stored []byte) bool {
	end := len(stored) - sumSize
	return end >= 0 && binary.BigEndian.Uint32(stored[end:]) == sum(key, stored[:end])
}
