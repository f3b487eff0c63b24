package text

import (
	"strings"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/career/marked"
	"github.com/jobjourney/jobjourney/internal/exporter/outline"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// Export returns what a document shows, UTF-8 with "\n" at every line's end.
func Export(d resume.Document, x resume.Lexicon) []byte {
	var b strings.Builder
	last := outline.Kind("")
	for _, p := range outline.Of(d, x) {
		line := words(p.Spans)
		if p.Kind == outline.Section || p.Kind == outline.Entry && last != outline.Section {
			b.WriteByte('\n') // parts what has a title of its own
		}
		last = p.Kind
		if p.Kind == outline.Item {
			b.WriteString("- ")
		}
		b.WriteString(line + "\n")
		if p.Kind == outline.Section {
			b.WriteString(strings.Repeat("-", utf8.RuneCountInString(line)) + "\n")
		}
	}
	return []byte(b.String())
}

// words are spans without marks; a link says where it leads unless that is what it says.
func words(spans []marked.Span) string {
	var b strings.Builder
	for i, s := range spans {
		b.WriteString(s.Text)
		last := i+1 == len(spans) || spans[i+1].Href != s.Href
		if s.Href != "" && last && !says(s.Text, s.Href) {
			b.WriteString(" (" + s.Href + ")")
		}
	}
	return b.String()
}

// says reports whether a text names the address itself.
func says(text, href string) bool {
	_, bare, _ := strings.Cut(href, ":")
	return strings.Contains(text, strings.TrimSuffix(strings.TrimPrefix(bare, "//"), "/")) || strings.HasPrefix(href, "tel:")
}
