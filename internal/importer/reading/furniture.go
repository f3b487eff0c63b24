package reading

import (
	"regexp"
	"strings"
)

var (
	pageNumber = regexp.MustCompile(`(?i)^(?:(?:page|seite|página)\s*)?\d{1,2}(?:\s*(?:/|of|von|de)\s*\d{1,2})?$`)
	digits     = regexp.MustCompile(`\d+`)
)

const edgeLines = 3 // lines at the head and foot of a page where furniture stands

// withoutFurniture parts the text from what is printed on every page: page numbers, and
// lines at the edge of a page that stood at the edge of an earlier one, or say whose
// document this is. Some résumés have their address there, on every page alike.
func withoutFurniture(lines []Line, name string) (kept, furniture []Line) {
	seen := map[string]int{} // page by text without digits
	for i, l := range lines {
		if !atEdge(lines, i) {
			kept = append(kept, l)
			continue
		}
		text := l
		text.Pieces = numberless(l.Pieces)
		key := digits.ReplaceAllString(text.Text(), "")
		if page, ok := seen[key]; len(text.Pieces) == 0 || ok && page != l.Page || i >= edgeLines && namesDocument(text.Pieces, name) {
			furniture = append(furniture, l)
			continue
		}
		seen[key] = l.Page
		kept = append(kept, text)
	}
	return kept, furniture
}

// footerContact takes the lines with addresses out of the furniture, each once. Page
// numbers say nothing about a person and are dropped for good.
func footerContact(furniture []Line) (contacts, rest []Line) {
	seen := map[string]bool{}
	for _, l := range furniture {
		text := l.Text()
		switch {
		case seen[text], len(numberless(l.Pieces)) == 0:
		case emailPattern.MatchString(text), phoneIn(text) != "":
			seen[text] = true
			contacts = append(contacts, l)
		default:
			rest = append(rest, l)
		}
	}
	return contacts, rest
}

// namesDocument reports whether pieces only say whose document this is.
func namesDocument(pieces []Piece, name string) bool {
	for _, p := range pieces {
		for _, part := range splitStrong(p.Text) {
			if s := squeeze(part); s != squeeze(name) && !documentWords[s] {
				return false
			}
		}
	}
	return true
}

func atEdge(lines []Line, i int) bool {
	page := lines[i].Page
	return i < edgeLines || i+edgeLines >= len(lines) || lines[i-edgeLines].Page != page || lines[i+edgeLines].Page != page
}

// numberless leaves out pieces that are page numbers.
func numberless(pieces []Piece) (rest []Piece) {
	for _, p := range pieces {
		if !pageNumber.MatchString(strings.TrimSpace(p.Text)) {
			rest = append(rest, p)
		}
	}
	return rest
}
