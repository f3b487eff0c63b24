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
// lines at the edge of a page that stood at the edge of an earlier one. Of those, the
// first is kept: some résumés have their address in the footer.
func withoutFurniture(lines []Line) (kept, furniture []Line) {
	seen := map[string]int{} // page by text without digits
	for i, l := range lines {
		if !atEdge(lines, i) {
			kept = append(kept, l)
			continue
		}
		text := l
		text.Pieces = numberless(l.Pieces)
		key := digits.ReplaceAllString(text.Text(), "")
		if page, ok := seen[key]; len(text.Pieces) == 0 || ok && page != l.Page {
			furniture = append(furniture, l)
			continue
		}
		seen[key] = l.Page
		kept = append(kept, text)
	}
	return kept, furniture
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
