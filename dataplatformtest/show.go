// Showing: the answer of a resource, encoded once a change and read many times.

package dataplatformtest

import (
	"encoding/binary"
	"encoding/hex"
	"hash/fnv"
	"strconv"
	"time"
)

// basePath is where the API begins on its host.
const basePath = "/dataplatform"

// show encodes the resource anew after a visible change.
func (s *store) show(r *resource) {
	r.shown++
	s.change(r)
	s.render(r)
}

// render encodes the resource.
func (s *store) render(r *resource) {
	r.etag = r.tag()
	dst := append(s.scratch[:0], `{"id":"`...)
	dst = r.id.append(dst)
	dst = append(dst, `","type":"`...)
	dst = append(dst, r.plan.kind...)
	dst = append(dst, `","href":"`...)
	dst = r.appendHref(dst)
	dst = append(dst, `","metadata":`...)
	dst = s.appendMetadata(dst, r)
	dst = append(dst, `,"properties":`...)
	dst = append(dst, r.properties...)
	dst = append(dst, '}')
	r.answer = append(make([]byte, 0, len(dst)), dst...)
	s.scratch = dst
}

// showAll shows a cluster's node pools anew.
func (s *store) showAll(pools *collection) {
	for pool := range pools.all() {
		s.show(pool)
	}
}

func (s *store) appendMetadata(dst []byte, r *resource) []byte {
	field := func(name, value string) {
		dst = append(dst, `,"`...)
		dst = append(dst, name...)
		dst = append(dst, `":`...)
		dst = appendString(dst, value)
	}
	dst = append(dst, `{"ETag":"`...)
	dst = append(dst, r.etag...)
	dst = append(dst, '"')
	dst = appendTimestamp(dst, "createdDate", r.created)
	field("createdBy", r.createdBy.Username)
	field("createdByUserId", r.createdBy.UserID)
	field("createdInContractNumber", r.createdBy.Contract)
	dst = appendTimestamp(dst, "lastModifiedDate", r.modified)
	field("lastModifiedBy", r.modifiedBy.Username)
	field("lastModifiedByUserId", r.modifiedBy.UserID)
	field("currentDataPlatformVersion", r.version)
	dst = append(dst, `,"currentDataPlatformRevision":`...)
	dst = strconv.AppendInt(dst, r.revision, 10)
	dst = append(dst, `,"availableUpgradeVersions":`...)
	dst = appendStrings(dst, upgrades(s.versions, r.version))
	field("state", string(r.state()))
	return append(dst, '}')
}

func appendTimestamp(dst []byte, name string, t time.Time) []byte {
	dst = append(dst, `,"`...)
	dst = append(dst, name...)
	dst = append(dst, `":"`...)
	dst = t.UTC().AppendFormat(dst, "2006-01-02T15:04:05.000Z")
	return append(dst, '"')
}

func (r *resource) appendHref(dst []byte) []byte {
	if r.cluster != nil {
		dst = r.cluster.appendHref(dst)
		dst = append(dst, "/nodepools/"...)
	} else {
		dst = append(dst, basePath+"/clusters/"...)
	}
	return r.id.append(dst)
}

// tag is another 32 hex digits for every revision that was shown.
func (r *resource) tag() string {
	var raw [24]byte
	copy(raw[:], r.id[:])
	binary.BigEndian.PutUint64(raw[16:], r.shown)
	h := fnv.New128a()
	h.Write(raw[:])
	var sum [16]byte
	return hex.EncodeToString(h.Sum(sum[:0]))
}
