// The banner: what somebody who has just started the program wants to know.

package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
)

// basePath is where the API begins.
const basePath = "/dataplatform"

// banner goes to the standard output. The variables come last; a script may
// wait for them.
func banner(out io.Writer, f *flags, w *world, s *servers, api *dataplatformtest.API) {
	var b strings.Builder
	line := func(name, format string, args ...any) {
		fmt.Fprintf(&b, "  %-8s %s\n", name, fmt.Sprintf(format, args...))
	}
	fmt.Fprintln(&b, "Data Platform emulator, ready:")
	line("API", "%s%s", s.api.url(), basePath)
	if admin := s.adminURL(); admin != "" {
		line("Admin", "%s (web page; faults, clock, journal below %sadmin/)", admin, admin)
	}
	if f.DataFile == "" {
		line("Data", "in memory; --data-file keeps it")
	} else {
		line("Data", "%s, %d clusters", f.DataFile, api.Snapshot(0).Total)
	}
	var vdcs []string
	for _, d := range w.vdcs {
		vdcs = append(vdcs, d.ID)
	}
	line("VDCs", "%s", strings.Join(vdcs, ", "))
	line("Changes", "take as long as --speed %s says", f.Speed)
	switch speed := w.clock.Speed(); speed {
	case 1: // as everybody expects
	case 0:
		line("Clock", "stands still at %s: nothing changes by itself; --clock-speed 1 lets it run", w.clock.Now().UTC().Format(time.DateTime+" MST"))
	default:
		line("Clock", "runs %v times as fast as usual from %s", speed, w.clock.Now().UTC().Format(time.DateTime+" MST"))
	}
	if f.AllowRemote {
		line("Warning", "other machines may reach this; the admin interface asks for no password")
	}
	fmt.Fprintln(&b, "To use it:")
	if s.api.tls != nil {
		trust := f.TLSWrite
		if trust != "" {
			fmt.Fprintf(&b, "  export SSL_CERT_FILE=%s\n", trust)
		}
		fmt.Fprintf(&b, "  %s\n", pinning(s.certificate))
	}
	if len(w.people) == 0 {
		fmt.Fprintln(&b, "  export IONOS_TOKEN=token        # or IONOS_USERNAME=user IONOS_PASSWORD=password")
	} else {
		fmt.Fprintf(&b, "  %s # of somebody in %s\n", credentials(w.people), f.People)
	}
	fmt.Fprintf(&b, "  export IONOS_API_URL=%s\n", s.api.url())
	_, _ = io.WriteString(out, b.String())
}

// credentials are the variables for those of a file; the file has the values.
func credentials(people []dataplatformtest.Person) string {
	for _, p := range people {
		if p.Token != "" || len(p.Tokens) > 0 {
			return "export IONOS_TOKEN=…           "
		}
	}
	return "export IONOS_USERNAME=… IONOS_PASSWORD=…"
}
