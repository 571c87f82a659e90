package ionoscloud

// How long an answer may be kept, for callers that keep answers.

import (
	"net/http"
	"strings"
	"time"
)

// CacheExpires returns until when the answer r may be kept, by its headers Date,
// Cache-Control (max-age) and Expires: now, if it has no date; the zero time, if
// it says nothing.
func CacheExpires(r *http.Response) time.Time {
	if r == nil {
		return time.Now()
	}
	date, err := time.Parse(time.RFC1123, r.Header.Get("Date"))
	if err != nil {
		return time.Now()
	}
	for directive := range strings.SplitSeq(r.Header.Get("Cache-Control"), ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(directive), "=")
		if !strings.EqualFold(name, "max-age") {
			continue
		}
		if lifetime, err := time.ParseDuration(value + "s"); err == nil {
			return date.Add(lifetime)
		}
		return date
	}
	expires := r.Header.Get("Expires")
	if expires == "" {
		return time.Time{}
	}
	if at, err := time.Parse(time.RFC1123, expires); err == nil {
		return at
	}
	return date
}
