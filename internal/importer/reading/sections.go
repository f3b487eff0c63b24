package reading

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// kind says what a part of a résumé is about: a list of the ledger, a kind of section
// the ledger keeps as it is, or one of these.
type kind string

const (
	kindHead      kind = "" // before any heading
	kindContact   kind = "contact"
	kindSummary   kind = "summary"
	kindWork      kind = "work"
	kindEducation kind = "education"
	kindSkills    kind = "skills"
	kindLanguages kind = "languages"
	kindOther     kind = "other"
)

// part is a heading and the lines under it.
type part struct {
	kind    kind
	heading string
	at      Line // where the heading stands
	lines   []Line
}

// look is what headings of one rank have in common.
type look struct {
	size float64 // rounded to half points
	bold bool
	caps bool
}

func lookOf(l Line) look {
	p := l.Pieces[0]
	return look{math.Round(p.Size*2) / 2, p.Bold, caps(p.Text)}
}

const (
	maxHeadingWords = 6
	largerBy        = 0.8 // points over the body by which a heading is larger
)

// headingRules are learnt from the headings that are known words: what they look like
// tells which other lines are headings.
type headingRules struct {
	body   float64 // usual size
	main   look
	own    bool // hardly anything but headings looks like main
	gutter bool // headings stand left of the text, on its first line
	kinds  map[look]map[kind]bool
	name   string // the name of the person looks like a heading, but isn't
}

func learnHeadings(lines []Line, name string) headingRules {
	r := headingRules{body: bodySize(lines), kinds: map[look]map[kind]bool{}, name: name}
	gutters := 0
	for _, l := range lines {
		l = withoutNumber(l)
		k, ok := knownHeading(l.Pieces[0].Text)
		if !ok {
			continue
		}
		if len(l.Pieces) > 1 {
			gutters++
			continue
		}
		lk := lookOf(l)
		if r.kinds[lk] == nil {
			r.kinds[lk] = map[kind]bool{}
		}
		r.kinds[lk][k] = true
	}
	for lk, kinds := range r.kinds {
		if n, m := len(kinds), len(r.kinds[r.main]); n > m || n == m && larger(lk, r.main) {
			r.main = lk
		}
	}
	r.gutter = gutters >= 3 && gutters > len(r.kinds[r.main])
	r.own = r.ownLook(lines)
	return r
}

// ownLook reports whether hardly anything but known headings looks like them.
func (r headingRules) ownLook(lines []Line) bool {
	const others = 3 // known headings for one other line
	headings, rest := 0, 0
	for _, l := range lines {
		if l = withoutNumber(l); lookOf(l) != r.main {
			continue
		}
		if _, ok := knownHeading(l.Pieces[0].Text); ok {
			headings++
		} else {
			rest++
		}
	}
	return rest*others <= headings
}

// larger orders looks of equal support, so that the choice doesn't depend on map order.
func larger(a, b look) bool {
	if a.size != b.size {
		return a.size > b.size
	}
	if a.bold != b.bold {
		return a.bold
	}
	return a.caps && !b.caps
}

// bodySize is the size most letters have.
func bodySize(lines []Line) float64 {
	counts := map[float64]int{}
	for _, l := range lines {
		for _, p := range l.Pieces {
			counts[math.Round(p.Size*2)/2] += utf8.RuneCountInString(p.Text)
		}
	}
	best := 0.0
	for size, n := range counts {
		if n > counts[best] || n == counts[best] && size < best {
			best = size
		}
	}
	return best
}

var loneNumber = regexp.MustCompile(`^(?:\d{1,2}|[IVX]+)[.)]?$`)

var numbering = regexp.MustCompile(`^(?:\d{1,2}|[IVX]+)[.)]?\s+`)

// withoutNumber drops the number of a numbered heading that stands in a piece of its own.
func withoutNumber(l Line) Line {
	if len(l.Pieces) == 2 && loneNumber.MatchString(l.Pieces[0].Text) {
		l.Pieces = l.Pieces[1:]
	}
	return l
}

// headingText is the heading without number, bullet and colon.
func headingText(s string) string {
	s, _ = unbulleted(s)
	return trimmed(numbering.ReplaceAllString(s, ""))
}

func knownHeading(s string) (kind, bool) {
	s = headingText(s)
	if wordCount(s) > maxHeadingWords {
		return "", false
	}
	for _, spelling := range withLigatures(s) {
		if k, ok := known().headings[squeeze(spelling)]; ok {
			return k, true
		}
	}
	return "", false
}

// IsHeading reports whether a text is what a part of a résumé is called.
func IsHeading(s string) bool {
	_, known := knownHeading(s)
	return known
}

// withLigatures tries what a glyph without meaning most often is inside a word.
func withLigatures(s string) []string {
	const unknown = "\uFFFD"
	if !strings.Contains(s, unknown) {
		return []string{s}
	}
	var all []string
	for _, ligature := range []string{"fi", "fl", "ff", "ffi", "ti", "tt"} {
		all = append(all, strings.ReplaceAll(s, unknown, ligature))
	}
	return all
}

// heading says whether a line is a heading, and of what.
func (r headingRules) heading(l Line) (kind, bool) {
	l = withoutNumber(l)
	text := l.Pieces[0].Text
	k, ok := knownHeading(text)
	if len(l.Pieces) > 1 {
		return k, ok && r.gutter
	}
	lk := lookOf(l)
	switch {
	case ok:
		return k, r.prominent(lk, l.Column) && (lk == r.main || !strings.HasSuffix(text, ":"))
	case lk == r.main && r.couldHead(text):
		k = stemKind(text)
		return k, r.distinct(lk) || r.own && k != kindOther
	}
	return "", false
}

// prominent reports whether a known word in this look is a heading and not a label
// inside a part ("Languages" in a list of skills).
func (r headingRules) prominent(lk look, column int) bool {
	if lk == r.main {
		return true
	}
	if column == 0 && lk.size < r.main.size-largerBy {
		return false
	}
	return len(r.kinds[lk]) > 1 || r.distinct(lk)
}

func (r headingRules) distinct(lk look) bool {
	return lk.size > r.body+largerBy || lk.bold && lk.caps
}

// couldHead reports whether text that is no known heading may be one, by its form.
func (r headingRules) couldHead(text string) bool {
	_, dated := findPeriod(text)
	return !dated && text != r.name && wordCount(text) <= maxHeadingWords && !strings.ContainsAny(text, "@.,:") &&
		utf8.RuneCountInString(text) > 2 && len(letterRuns.FindString(text)) > 0
}

func stemKind(text string) kind {
	all := lowerWords(text)
	for _, rule := range known().stems {
		if slices.ContainsFunc(all, func(w string) bool { return hasStem(w, rule.stems) }) {
			return rule.kind
		}
	}
	return kindOther
}

func hasStem(word string, stems []string) bool {
	return slices.ContainsFunc(stems, func(stem string) bool { return strings.HasPrefix(word, stem) })
}

// partsOf cuts a document at its headings.
func partsOf(lines []Line, r headingRules) []*part {
	head := &part{kind: kindHead}
	parts := []*part{head}
	current := map[int]*part{}         // by column
	owner := make([]*part, len(lines)) // the part each line so far belongs to
	for i, l := range lines {
		if k, ok := r.heading(l); ok && !r.underName(lines, i) {
			l = withoutNumber(l)
			p := &part{kind: k, heading: headingText(l.Pieces[0].Text), at: l}
			parts, current[l.Column], owner[i] = append(parts, p), p, p
			if len(l.Pieces) > 1 {
				l.Pieces = l.Pieces[1:]
				p.lines = append(p.lines, l)
			}
			continue
		}
		if current[l.Column] == nil {
			current[l.Column] = partAbove(lines, owner, i, head)
		}
		target := current[l.Column]
		target.lines, owner[i] = append(target.lines, l), target
	}
	return parts
}

// underName reports whether a line stands right under the name and is no known heading:
// then it says what the person is, whatever it looks like.
func (r headingRules) underName(lines []Line, i int) bool {
	_, ok := knownHeading(withoutNumber(lines[i]).Pieces[0].Text)
	return !ok && i > 0 && r.name != "" && squeeze(lines[i-1].Text()) == squeeze(r.name)
}

// partAbove finds where a column without a heading of its own belongs: to the part of
// the line above it on paper, if anything stands above it at all, or of the page before.
func partAbove(lines []Line, owner []*part, i int, head *part) *part {
	above, best, covered := head, -1.0, lines[i].Page > 1
	for k := range i {
		switch l := lines[k]; {
		case l.Page < lines[i].Page && best < 0:
			above = owner[k]
		case l.Page == lines[i].Page && l.Y < lines[i].Y:
			covered = covered || l.X0() < lines[i].X1() && l.X1() > lines[i].X0()
			if l.Y > best {
				above, best = owner[k], l.Y
			}
		}
	}
	if !covered {
		return head
	}
	return above
}
