package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	lpdf "github.com/ledongthuc/pdf"

	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/resume/check"
)

// Inspect reads a PDF file as Read does, and tells besides what it says of itself and how
// its text is set. Its faults are those of Read. What is attached is counted, not opened.
func Inspect(data []byte) (check.Reading, error) { return inspect(data, ident.NewItem) }

func inspect(data []byte, newID func() string) (check.Reading, error) {
	t, err := textOf(data)
	if err != nil {
		return check.Reading{}, err
	}
	facts := check.PDFFacts{Bytes: len(data), Unmapped: t.work.unmapped, Private: t.work.private, Images: t.work.images}
	facts.Pages, facts.Fonts, facts.Links = pageFacts(t.sheets), fontFacts(t.work.fonts), linkFacts(t)
	facts.SmallestSize, facts.SmallText = smallest(t.sheets)
	// A broken catalogue or tree costs only what stands behind the place that is broken.
	_ = guard("read catalogue", func() error { catalogue(t.file, &facts); return nil })
	w := figureWalk{}
	_ = guard("read tags", func() error { w.read(t.file.Trailer().Key("Root").Key("StructTreeRoot")); return nil })
	facts.Undescribed = max(w.undescribed, facts.Images-w.described)
	return check.Reading{Draft: t.draft(newID), Facts: facts}, nil
}

// catalogue reads what stands about the whole file (7.7.2, 14.3.3).
func catalogue(r *lpdf.Reader, facts *check.PDFFacts) {
	root := r.Trailer().Key("Root")
	facts.Title = strings.TrimSpace(r.Trailer().Key("Info").Key("Title").Text())
	facts.Language = strings.TrimSpace(root.Key("Lang").Text())
	facts.Tagged = root.Key("MarkInfo").Key("Marked").Bool() && root.Key("StructTreeRoot").Kind() == lpdf.Dict
	facts.Attachments = max(nameCount(root.Key("Names").Key("EmbeddedFiles"), 0), root.Key("AF").Len())
}

// nameCount counts the entries of a name tree (7.9.6).
func nameCount(node lpdf.Value, depth int) int {
	n := node.Key("Names").Len() / 2
	kids := node.Key("Kids")
	for i := range min(kids.Len(), maxPages) {
		if depth < maxFormDepth {
			n += nameCount(kids.Index(i), depth+1)
		}
	}
	return n
}

func pageFacts(sheets []sheet) []check.PageFacts {
	all := make([]check.PageFacts, 0, len(sheets))
	for _, s := range sheets {
		f := check.PageFacts{Columns: 1}
		f.Width, f.Height = s.looks()
		for _, g := range s.glyphs {
			if !g.blank() {
				f.Characters += max(1, utf8.RuneCountInString(g.text))
			}
		}
		for _, l := range s.lines {
			f.Columns = max(f.Columns, l.Column+1)
		}
		f.Drawn = drawn(s.glyphs, func(glyph) bool { return true })
		f.Furniture = drawn(s.glyphs, func(g glyph) bool { return g.furniture })
		all = append(all, f)
	}
	return all
}

// looks is the size of a page as it is looked at.
func (p page) looks() (width, height float64) {
	width, height = 612, 792 // as in matrix
	if p.box.Len() == 4 {
		width = math.Abs(p.box.Index(2).Float64() - p.box.Index(0).Float64())
		height = math.Abs(p.box.Index(3).Float64() - p.box.Index(1).Float64())
	}
	if p.rotate%180 != 0 {
		return height, width
	}
	return width, height
}

// drawn is the text of some glyphs in the order they were drawn: a new line where the
// baseline changes or the pen goes back, a space where a gap is.
func drawn(glyphs []glyph, some func(glyph) bool) string {
	var b strings.Builder
	var last glyph
	for _, g := range glyphs {
		if !some(g) {
			continue
		}
		switch {
		case b.Len() == 0:
		case math.Abs(g.y-last.y) > sameBaseline*math.Min(g.size, last.size), g.x < last.x-last.size:
			b.WriteByte('\n')
		case g.x-last.right() > wordGap*math.Max(g.size, last.size):
			b.WriteByte(' ')
		}
		b.WriteString(g.sign())
		last = g
	}
	return b.String()
}

func fontFacts(used map[string]bool) []check.FontFact {
	all := make([]check.FontFact, 0, len(used))
	for name, embedded := range used {
		all = append(all, check.FontFact{Name: name, Embedded: embedded})
	}
	slices.SortFunc(all, func(a, b check.FontFact) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

func linkFacts(t text) []check.LinkFact {
	all := make([]check.LinkFact, 0, len(t.doc.Links))
	for _, l := range t.doc.Links {
		all = append(all, check.LinkFact{Page: l.Page, URL: l.URL, Text: l.Text})
	}
	return all
}

const (
	fewLetters  = 8   // in a size are a raised number or a mark, not text
	longestText = 60  // letters of what is quoted
	sizeStep    = 0.1 // points between sizes that are told apart
)

// smallest finds the smallest size that text is set in, and how that text begins. Page
// numbers and running headers don't count.
func smallest(sheets []sheet) (size float64, begins string) {
	counts := map[float64]int{}
	each := func(do func(g glyph, size float64)) {
		for _, s := range sheets {
			for _, g := range s.glyphs {
				if !g.furniture && !g.icon && g.size > 0 {
					do(g, math.Round(g.size/sizeStep)*sizeStep)
				}
			}
		}
	}
	each(func(g glyph, size float64) {
		if isWord(g.text) {
			counts[size]++
		}
	})
	for s, n := range counts {
		if n >= fewLetters && (size == 0 || s < size) {
			size = s
		}
	}
	var of []glyph
	each(func(g glyph, s float64) {
		if s == size && len(of) < longestText {
			of = append(of, g)
		}
	})
	return math.Round(size*10) / 10, strings.Join(strings.Fields(drawn(of, func(glyph) bool { return true })), " ")
}

// isWord is false for bullets, which are often small, and other signs.
func isWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// figureWalk counts the figures of the tree of tags (14.7.2, 14.8.4.5) with and without
// a text in their place.
type figureWalk struct {
	roles                  lpdf.Value
	nodes                  int
	described, undescribed int
}

func (w *figureWalk) read(root lpdf.Value) {
	w.roles = root.Key("RoleMap")
	w.visit(root.Key("K"), 0)
}

func (w *figureWalk) visit(node lpdf.Value, depth int) {
	if w.nodes++; w.nodes > maxTagNodes || depth > maxTagDepth {
		panic(errTooMuch)
	}
	switch node.Kind() {
	case lpdf.Array:
		for i := range node.Len() {
			w.visit(node.Index(i), depth+1)
		}
	case lpdf.Dict:
		role := node.Key("S").Name()
		if standard := w.roles.Key(role).Name(); standard != "" {
			role = standard
		}
		if role == "Figure" {
			w.figure(node)
		}
		w.visit(node.Key("K"), depth+1)
	default: // a number of marked content, or nothing
	}
}

func (w *figureWalk) figure(node lpdf.Value) {
	if strings.TrimSpace(node.Key("Alt").Text()) != "" || strings.TrimSpace(node.Key("ActualText").Text()) != "" {
		w.described++
	} else {
		w.undescribed++
	}
}
