// Package console is the emulator's web page: what there is, what happens, and
// the switches for faults and time. It is plain HTML, CSS and JavaScript that
// asks the admin interface every second; nothing comes from elsewhere.
package console

import (
	"embed"
	"io/fs"
	"net/http"
)

//go:embed static
var embedded embed.FS

// policy lets the page load and ask nothing but its own server.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Handler serves the page at / and the admin interface below /admin/.
func Handler(admin http.Handler) http.Handler {
	static, err := fs.Sub(embedded, "static")
	if err != nil { // the folder is part of the program
		static = embedded
	}
	mux := http.NewServeMux()
	mux.Handle("/admin/", http.StripPrefix("/admin", admin))
	files := http.FileServerFS(static)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", policy)
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cache-Control", "no-cache")
		files.ServeHTTP(w, r)
	})
	return mux
}
