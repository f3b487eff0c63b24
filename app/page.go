package app

import (
	"bytes"
	"html"
	"io/fs"
	"net/http"
	"strings"

	"github.com/jobjourney/jobjourney/internal/settings"
)

// contentSecurity is the whole of what a page may do: its own scripts and styles,
// WebAssembly for typesetting, nothing from anywhere else.
const contentSecurity = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; " +
	"style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; " +
	"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Page serves the built user interface, and fills in what has to be known before its
// first paint: theme, language and platform.
type Page struct {
	dist     fs.FS
	platform string
	front    func() settings.Appearance
	script   string // an extra script the browser shell needs; empty in the window
}

// NewPage serves dist; front tells theme and language at the moment of loading.
func NewPage(dist fs.FS, goos string, front func() settings.Appearance) *Page {
	return &Page{dist: dist, platform: platform(goos), front: front}
}

// WithShellScript is the page for the browser shell.
func (p Page) WithShellScript() *Page {
	p.script = `<script src="/local/shell.js"></script>`
	return &p
}

// ServeHTTP is http.Handler.
func (p *Page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/" || r.URL.Path == "/index.html" {
		p.index(w)
		return
	}
	http.FileServerFS(p.dist).ServeHTTP(w, r)
}

func (p *Page) index(w http.ResponseWriter) {
	raw, err := fs.ReadFile(p.dist, "index.html")
	if err != nil {
		http.Error(w, "The user interface was not built.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(p.fill(raw)) //nolint:gosec // fill escapes what it adds; a client that went away is no concern
}

// fill sets the attributes of the html element and adds the shell's script.
func (p *Page) fill(raw []byte) []byte {
	front := p.front()
	open := []byte("<html")
	at := bytes.Index(raw, open)
	end := bytes.IndexByte(raw[max(at, 0):], '>')
	if at < 0 || end < 0 {
		return raw
	}
	var out bytes.Buffer
	out.Write(raw[:at])
	out.WriteString(`<html lang="` + html.EscapeString(front.Language) + `" data-theme="` + html.EscapeString(front.Theme) +
		`" data-platform="` + p.platform + `"`)
	rest := raw[at+end:]
	if p.script != "" {
		rest = bytes.Replace(rest, []byte("<head>"), []byte("<head>"+p.script), 1)
	}
	out.Write(rest)
	return out.Bytes()
}

// secured adds the headers every answer carries.
func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", contentSecurity)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		next.ServeHTTP(w, r)
	})
}

// reserved reports whether a path belongs to the app rather than to the built page.
func reserved(path string) bool { return strings.HasPrefix(path, "/local/") }
