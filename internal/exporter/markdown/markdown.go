package markdown

import (
	"strings"

	"github.com/jobjourney/jobjourney/internal/career/marked"
	"github.com/jobjourney/jobjourney/internal/exporter/outline"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// Export returns what a document shows, UTF-8 with "\n" at every line's end.
func Export(d resume.Document, x resume.Lexicon) []byte {
	var b strings.Builder
	last := outline.Kind("")
	for _, p := range outline.Of(d, x) {
		if last != "" && (p.Kind != outline.Item || last != outline.Item) {
			b.WriteByte('\n')
		}
		b.WriteString(opening[p.Kind] + inline(p.Spans) + "\n")
		last = p.Kind
	}
	return []byte(b.String())
}

// opening is what a part begins with.
var opening = map[outline.Kind]string{
	outline.Name: "# ", outline.Section: "## ", outline.Entry: "### ", outline.Item: "- ",
}

func inline(spans []marked.Span) string {
	var b strings.Builder
	for i := 0; i < len(spans); {
		n := 1
		for i+n < len(spans) && spans[i+n].Href == spans[i].Href {
			n++
		}
		words := ""
		for j, s := range spans[i : i+n] {
			words += emphasised(s, i+j == 0)
		}
		if href := spans[i].Href; href != "" {
			words = "[" + words + "](" + target(href) + ")"
		}
		b.WriteString(words)
		i += n
	}
	return b.String()
}

// emphasised keeps white space outside of the stars, where CommonMark wants it.
func emphasised(s marked.Span, begins bool) string {
	stars := ""
	if s.Italic {
		stars += "*"
	}
	if s.Bold {
		stars += "**"
	}
	core := strings.TrimSpace(s.Text)
	if core == "" || stars == "" {
		return escape(s.Text, begins)
	}
	before, after, _ := strings.Cut(s.Text, core)
	return before + stars + escape(core, false) + stars + after
}

// target is an address as the destination of a link.
func target(href string) string {
	return strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20", `\`, "%5C").Replace(href)
}
