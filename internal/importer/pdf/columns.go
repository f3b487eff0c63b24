package pdf

import (
	"math"
	"slices"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/importer/reading"
)

// gutter is a vertical band of white that parts two columns between two rows.
type gutter struct {
	x          float64
	first, end int // rows
}

const (
	gutterStep     = 3.0  // points between the places tried
	minColumnRows  = 5    // pieces on either side
	minHeadedRows  = 3    // pieces on either side, where both have headings
	minColumnShare = 0.08 // of the letters beside a gutter stand on its thinner side
	maxSideShare   = 0.6  // of the pieces on the thinner side may be labels or dates of rows beside them
	labelLetters   = 34   // a longer piece is text, neither label nor date
	minDates       = 2    // beside other rows, to take the thin side for their dates
	minDateShare   = 0.25 // of the pieces on the thin side
	edgeSlack      = 4.0  // points by which lines of a column may start right of its edge
	sizeOfHeadings = 1.05 // of that of the text beside it
	minAlignedPart = 0.5  // of the rows of a right column start at its edge, or left of it
)

// linesOf orders the rows of a page into lines: above a gutter, the column that begins
// higher (if both do, the left one), the other one, below it.
func linesOf(rows []row, pageNo int) []reading.Line {
	g, ok := findGutter(rows)
	if !ok {
		return lines(rows, pageNo, 0)
	}
	left, right := split(rows[g.first:g.end], g.x)
	first, second := 0, 1
	if letters(right) > letters(left) {
		first, second = 1, 0
	}
	out := lines(rows[:g.first], pageNo, 0)
	if left[0].y <= right[0].y {
		out = append(append(out, lines(left, pageNo, first)...), lines(right, pageNo, second)...)
	} else {
		out = append(append(out, lines(right, pageNo, second)...), lines(left, pageNo, first)...)
	}
	return append(out, linesOf(rows[g.end:], pageNo)...)
}

func lines(rows []row, pageNo, column int) []reading.Line {
	out := make([]reading.Line, 0, len(rows))
	for _, r := range rows {
		out = append(out, reading.Line{Page: pageNo, Column: column, Y: r.y, Pieces: r.pieces})
	}
	return out
}

// findGutter looks for the place that parts most rows into two columns.
func findGutter(rows []row) (best gutter, found bool) {
	x0, x1 := extent(rows)
	width, bestScore := x1-x0, 0.0
	for x := x0 + width*0.18; x < x0+width*0.82; x += gutterStep {
		for _, g := range whiteBands(rows, x) {
			g, aligned := trimToEdge(rows, g)
			if !aligned {
				continue
			}
			if s := columnScore(rows[g.first:g.end], x); s > bestScore {
				best, bestScore, found = g, s, true
			}
		}
	}
	return best, found
}

// whiteBands lists the runs of rows that have nothing at x.
func whiteBands(rows []row, x float64) (bands []gutter) {
	start := 0
	for i := 0; i <= len(rows); i++ {
		if i < len(rows) && !crosses(rows[i], x) {
			continue
		}
		if i-start >= minColumnRows {
			bands = append(bands, gutter{x, start, i})
		}
		start = i + 1
	}
	return bands
}

// trimToEdge leaves out rows above and below the right column whose right part starts
// elsewhere, such as a heading in the middle or a date at the margin. It answers false
// if the right side has no edge at which most of its rows start.
func trimToEdge(rows []row, g gutter) (gutter, bool) {
	edge := usualStart(rows[g.first:g.end], g.x)
	first, last, aligned, all := -1, -1, 0, 0
	for i := g.first; i < g.end; i++ {
		x0, ok := startRightOf(rows[i], g.x)
		if !ok {
			continue
		}
		all++
		if x0 <= edge+edgeSlack {
			aligned++
			if last = i; first < 0 {
				first = i
			}
		}
	}
	if first < 0 || float64(aligned) < minAlignedPart*float64(all) {
		return g, false
	}
	for i := first - 1; i >= g.first; i-- {
		if _, ok := startRightOf(rows[i], g.x); ok {
			g.first = i + 1
			break
		}
	}
	for i := last + 1; i < g.end; i++ {
		if _, ok := startRightOf(rows[i], g.x); ok {
			g.end = i
			break
		}
	}
	return g, true
}

// usualStart is where most rows start right of x, to the nearest few points.
func usualStart(rows []row, x float64) (edge float64) {
	counts, best := map[float64]int{}, 0
	for _, r := range rows {
		x0, ok := startRightOf(r, x)
		if !ok {
			continue
		}
		rounded := math.Round(x0/edgeSlack) * edgeSlack
		counts[rounded]++
		if n := counts[rounded]; n > best || n == best && rounded < edge {
			best, edge = n, rounded
		}
	}
	return edge
}

func startRightOf(r row, x float64) (float64, bool) {
	for _, p := range r.pieces {
		if p.X0 >= x {
			return p.X0, true
		}
	}
	return 0, false
}

func crosses(r row, x float64) bool {
	return slices.ContainsFunc(r.pieces, func(p reading.Piece) bool { return p.X0 < x+1 && p.X1 > x-1 })
}

// columnScore is 0 unless both sides hold running text of their own: a date or place at
// the right margin, or a label at the left one, belongs to the row beside it.
func columnScore(rows []row, x float64) float64 {
	left, right := split(rows, x)
	least := min(len(left), len(right))
	own := least >= minHeadedRows && headed(left, right)
	if least < minColumnRows && !own {
		return 0
	}
	a, b := letters(left), letters(right)
	thin, thick := left, right
	if a > b {
		thin, thick = right, left
	}
	share := math.Min(a, b) / (a + b)
	if !own && (share < minColumnShare || sideShare(thin, thick) > maxSideShare || datesOf(thin, thick)) {
		return 0
	}
	return (a + b) * (0.5 + share)
}

// headed reports whether both sides have headings of their own. What stands beside rows to
// label them has none.
func headed(left, right []row) bool {
	a, b := usualSize(left), usualSize(right)
	return slices.ContainsFunc(left, func(r row) bool { return heads(r, a) }) &&
		slices.ContainsFunc(right, func(r row) bool { return heads(r, b) })
}

// heads reports whether a row is a heading, in letters that make it one among others of a size.
func heads(r row, size float64) bool {
	p := r.pieces[0]
	return len(r.pieces) == 1 && reading.IsHeading(p.Text) && (p.Bold || p.Size > size*sizeOfHeadings)
}

// usualSize is that of most pieces.
func usualSize(rows []row) float64 {
	var sizes []float64
	for _, r := range rows {
		for _, p := range r.pieces {
			sizes = append(sizes, p.Size)
		}
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// sideShare tells how much of the thin side is short and on the baseline of a row of
// the thick side. Headings between labels don't count.
func sideShare(thin, thick []row) float64 {
	n, all, size := 0, 0, usualSize(thin)
	for _, r := range thin {
		is := beside(r, thick)
		if heads(r, size) && !is {
			continue
		}
		if all++; is && rowLetters(r) <= labelLetters {
			n++
		}
	}
	return float64(n) / float64(max(1, all))
}

// datesOf reports whether the thin side is where the dates of the rows beside it stand,
// perhaps with headings between them.
func datesOf(thin, thick []row) bool {
	n := 0
	for _, r := range thin {
		if reading.IsPeriod(r.pieces[0].Text) && beside(r, thick) {
			n++
		}
	}
	return n >= minDates && float64(n) > minDateShare*float64(len(thin))
}

func beside(r row, others []row) bool {
	return slices.ContainsFunc(others, func(o row) bool { return math.Abs(o.y-r.y) < 1 })
}

// split parts rows at x.
func split(rows []row, x float64) (left, right []row) {
	for _, r := range rows {
		l, rt := row{y: r.y}, row{y: r.y}
		for _, p := range r.pieces {
			if p.X0 < x {
				l.pieces = append(l.pieces, p)
			} else {
				rt.pieces = append(rt.pieces, p)
			}
		}
		if len(l.pieces) > 0 {
			left = append(left, l)
		}
		if len(rt.pieces) > 0 {
			right = append(right, rt)
		}
	}
	return left, right
}

func extent(rows []row) (x0, x1 float64) {
	x0 = math.Inf(1)
	for _, r := range rows {
		for _, p := range r.pieces {
			x0, x1 = math.Min(x0, p.X0), math.Max(x1, p.X1)
		}
	}
	return x0, x1
}

func letters(rows []row) (n float64) {
	for _, r := range rows {
		n += float64(rowLetters(r))
	}
	return n
}

func rowLetters(r row) (n int) {
	for _, p := range r.pieces {
		n += utf8.RuneCountInString(p.Text)
	}
	return n
}
