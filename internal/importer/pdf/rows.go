package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/importer/reading"
)

// All of these are parts of the font size.
const (
	sameBaseline = 0.35 // glyphs whose baselines differ less stand in one row
	wordGap      = 0.12 // a wider gap is a space
	wideWordGap  = 0.6  // the same between ideographs, which are set with gaps
	pieceGap     = 0.95 // a wider gap parts two pieces of a row: a title and a date, two columns
	styleGap     = 0.55 // the same where weight or size change: a label and what it labels
	sizeChange   = 1.25 // how much larger letters are another size
	looseGap     = 0.12 // a usual gap above this is letterspacing
	doubled      = 0.12 // a glyph that repeats another nearer than this is a bold made by printing twice
)

// row is what stands on one baseline, cut into pieces where wide gaps are.
type row struct {
	y      float64
	pieces []reading.Piece
}

// rowsOf puts the glyphs of a page into rows from top to bottom, whatever order they were
// drawn in. If right is true the page is read from the right, and was turned round.
func rowsOf(glyphs []glyph, right bool) []row {
	visible := slices.DeleteFunc(slices.Clone(glyphs), func(g glyph) bool { return g.text == "" && g.mapped || g.size <= 0 })
	slices.SortStableFunc(visible, func(a, b glyph) int { return cmp.Compare(a.y, b.y) })
	var baselines []baseline
	for start := 0; start < len(visible); {
		end, first := start+1, visible[start]
		for end < len(visible) && visible[end].y-first.y < sameBaseline*math.Min(first.size, visible[end].size) {
			end++
		}
		baselines = append(baselines, baselineOf(visible[start:end], first.y, right))
		start = end
	}
	var rows []row
	at := edgesOf(baselines)
	for _, b := range baselines {
		if r := b.row(at, right); len(r.pieces) > 0 {
			rows = append(rows, r)
		}
	}
	return rows
}

// baseline is what stands on one, from the left.
type baseline struct {
	y      float64
	glyphs []inked
}

func baselineOf(glyphs []glyph, y float64, right bool) baseline {
	if right {
		glyphs = withMarks(glyphs)
	}
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(a.x, b.x) })
	return baseline{y, printed(glyphs)}
}

// edges counts the gaps that end at a place, to the point: all, and those that part pieces
// by themselves.
type edges map[float64]struct{ all, parting int }

// edgesOf finds where gaps end that are wider than those between words. Where several do,
// they part pieces though they are narrow: a label almost fills its column.
func edgesOf(baselines []baseline) edges {
	all := edges{}
	for _, b := range baselines {
		for i := 1; i < len(b.glyphs); i++ {
			before, g := b.glyphs[i-1], b.glyphs[i]
			if !wide(before, g) && !parted(before, g) {
				continue
			}
			n := all[math.Round(g.x)]
			if n.all++; parted(before, g) {
				n.parting++
			}
			all[math.Round(g.x)] = n
		}
	}
	return all
}

func wide(a, b inked) bool { return b.x-a.right() > styleGap*math.Max(a.size, b.size) }

const (
	usualEdge   = 3 // gaps that end at an edge
	partingEdge = 2 // of them part pieces by themselves
)

// parts reports whether the gap behind some glyphs, which hold a word, ends at an edge.
func (e edges) parts(before []inked, b inked) bool {
	n := e[math.Round(b.x)]
	return wide(before[len(before)-1], b) && n.all >= usualEdge && n.parting >= partingEdge &&
		slices.ContainsFunc(before, func(g inked) bool { return strings.ContainsFunc(g.text, unicode.IsLetter) })
}

func (b baseline) row(at edges, right bool) row {
	r := row{y: b.y}
	for _, part := range cut(b.glyphs, at) {
		if p := pieceOf(part, right); p.Text != "" {
			r.pieces = append(r.pieces, p)
		}
	}
	r.pieces = joinBullets(r.pieces)
	return r
}

// joinBullets makes one piece of a bullet and the text behind it.
func joinBullets(pieces []reading.Piece) []reading.Piece {
	var out []reading.Piece
	for _, p := range pieces {
		if n := len(out); n > 0 && reading.IsBullet(out[n-1].Text) {
			p.Text, p.X0 = out[n-1].Text+" "+p.Text, out[n-1].X0
			out[n-1] = p
			continue
		}
		out = append(out, p)
	}
	return out
}

// inked is a glyph that leaves ink, and whether a blank was drawn before it.
type inked struct {
	glyph
	spaced bool
}

// printed drops blanks, keeping in mind where they were, and glyphs printed twice.
func printed(glyphs []glyph) []inked {
	var out []inked
	spaced := false
	for _, g := range glyphs {
		if g.blank() {
			spaced = true
			continue
		}
		if n := len(out); n > 0 && out[n-1].text == g.text && g.text != "" && math.Abs(g.x-out[n-1].x) < doubled*g.size {
			continue
		}
		out = append(out, inked{g, spaced})
		spaced = false
	}
	return out
}

// cut parts a row at wide gaps, and at narrower ones before an edge.
func cut(glyphs []inked, at edges) [][]inked {
	var parts [][]inked
	start := 0
	for i := 1; i <= len(glyphs); i++ {
		if i == len(glyphs) || parted(glyphs[i-1], glyphs[i]) || at.parts(glyphs[start:i], glyphs[i]) {
			parts = append(parts, glyphs[start:i])
			start = i
		}
	}
	return parts
}

func parted(a, b inked) bool {
	space := b.x - a.right()
	small, large := math.Min(a.size, b.size), math.Max(a.size, b.size)
	if a.bold != b.bold || large > small*sizeChange {
		return space > styleGap*small
	}
	return space > pieceGap*large
}

// gap is the white space before glyph i, as a part of the size.
func gap(glyphs []inked, i int) float64 {
	a, b := glyphs[i-1], glyphs[i]
	return (b.x - a.right()) / math.Max(a.size, b.size)
}

func pieceOf(glyphs []inked, right bool) reading.Piece {
	p := reading.Piece{X0: glyphs[0].x}
	limit := spaceLimit(glyphs)
	var signs []sign
	bold, italic := 0, 0
	for i, g := range glyphs {
		if i > 0 && (g.spaced || gap(glyphs, i) > limitFor(glyphs[i-1].glyph, g.glyph, limit)) {
			signs = append(signs, spaceSign())
		}
		signs = append(signs, signOf(g.sign()))
		if g.bold {
			bold++
		}
		if g.italic {
			italic++
		}
		p.X1, p.Size = math.Max(p.X1, g.right()), math.Max(p.Size, g.size)
	}
	p.Bold, p.Italic = bold*2 > len(glyphs), italic*2 > len(glyphs)
	var b strings.Builder
	for _, s := range inReadingOrder(signs, right) {
		b.WriteString(s.text)
	}
	p.Text = strings.Join(strings.Fields(b.String()), " ")
	return p
}

// sign is what stands for a glyph in text: an icon works like a bullet.
func (g glyph) sign() string {
	switch {
	case g.icon:
		return " • "
	case !g.mapped:
		return string(utf8.RuneError)
	}
	return g.text
}

// spaceLimit is the gap that makes a space in a piece: the usual one, or more where the
// letters themselves are spaced.
func spaceLimit(glyphs []inked) float64 {
	var gaps []float64
	for i := 1; i < len(glyphs); i++ {
		gaps = append(gaps, gap(glyphs, i))
	}
	const enough = 4 // glyphs, to speak of a usual gap
	if len(gaps) < enough {
		return wordGap
	}
	slices.Sort(gaps)
	if usual := gaps[len(gaps)/2]; usual > looseGap {
		return math.Max(wordGap, usual*1.6)
	}
	return wordGap
}

func limitFor(a, b glyph, limit float64) float64 {
	if ideographic(a.text) || ideographic(b.text) {
		return math.Max(limit, wideWordGap)
	}
	return limit
}

func ideographic(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x3000 && r <= 0x9FFF || r >= 0xAC00 && r <= 0xD7AF
}
