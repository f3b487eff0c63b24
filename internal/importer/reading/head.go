package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/career"
)

const (
	maxNameWords  = 5
	maxNameLength = 42 // letters
	maxLabelWords = 12
)

// documentWords are titles of the document itself, which often stand where a name does.
var documentWords = map[string]bool{
	"resume": true, "résumé": true, "curriculumvitae": true, "cv": true, "lebenslauf": true, "résuméofqualifications": true,
	"履歴書": true, "職務経歴書": true, "简历": true, "个人简历": true, "hojadevida": true, "vitae": true,
}

// nameOf finds the person's name among the first lines: the largest text that could be
// one. The indices of the lines it takes are returned; sure is false if size didn't tell.
func nameOf(lines []Line) (name, label string, at []int, sure bool) {
	best, bestSize := -1, 0.0
	for i, l := range lines {
		if l.Page != 1 {
			break
		}
		for _, p := range l.Pieces {
			if n, _ := cutName(p.Text); couldBeName(n) && p.Size > bestSize+largerBy/2 {
				best, bestSize = i, p.Size
			}
		}
	}
	if best < 0 {
		return "", "", nil, false
	}
	for _, p := range lines[best].Pieces {
		if n, rest := cutName(p.Text); couldBeName(n) && p.Size == bestSize {
			name, label = n, rest
			break
		}
	}
	at = []int{best}
	// A name set on two lines: given name above, family name below, equally large.
	if next := best + 1; wordCount(name) == 1 && next < len(lines) && lines[next].Size() == bestSize && len(lines[next].Pieces) == 1 {
		if second := lines[next].Pieces[0].Text; couldBeName(second) && wordCount(second) <= 2 {
			name, at = name+" "+second, append(at, next)
		}
	}
	return properCase(name), label, at, bestSize > bodySize(lines)+largerBy
}

// cutName parts "Richard Hendrik, Software Developer" at the comma.
func cutName(s string) (name, rest string) {
	s, _ = unbulleted(s)
	name, rest, _ = strings.Cut(s, ",")
	if _, isRange := findPeriod(rest); isRange {
		rest = ""
	}
	return trimmed(name), trimmed(rest)
}

func couldBeName(s string) bool {
	n := wordCount(s)
	if n == 0 || n > maxNameWords || utf8.RuneCountInString(s) > maxNameLength || !allLetters(s) || documentWords[squeeze(s)] {
		return false
	}
	if _, ok := knownHeading(s); ok || soundsLikeTitle(s) || isPlace(s) {
		return false
	}
	for _, w := range strings.Fields(s) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && !slices.Contains(particles, w) {
			return false
		}
	}
	return true
}

// soundsLikeTitle tells "Senior Developer" from people called Dean, Baker or Cook.
func soundsLikeTitle(s string) bool {
	all := lowerWords(s)
	return len(all) > 0 && (titleScore(s) > 1 || titleScore(s) == 1 && titleScore(all[0]) == 0 || titleScore(s) == len(all))
}

// particles are the parts of names that are written small.
var particles = []string{"de", "da", "do", "dos", "del", "della", "di", "la", "le", "van", "von", "der", "den", "zu", "bin", "ibn", "al", "el", "y", "e"}

// properCase writes a name that is set in capitals as names are written.
func properCase(s string) string {
	if !caps(s) || wordCount(s) < 2 {
		return s
	}
	runes := []rune(strings.ToLower(s))
	for i, r := range runes {
		if i == 0 || strings.ContainsRune(" -'’.", runes[i-1]) {
			runes[i] = unicode.ToUpper(r)
		}
	}
	return string(runes)
}

// readHead understands the lines before the first heading and the parts about contact.
// The size of most text around them is given. Lines without any use are returned.
func readHead(d *career.Draft, head, contacts []Line, body float64) (unplaced []Line) {
	name, label, at, sure := nameOf(head)
	c := contactOf(slices.Concat(head, contacts))
	c.basics.Name, c.basics.Label = name, label
	if name != "" && !sure {
		d.Doubts = append(d.Doubts, "basics.name")
	}
	var summary string
	for i, l := range slices.Concat(head, contacts) {
		if i < len(head) && slices.Contains(at, i) && len(l.Pieces) == 1 {
			continue
		}
		used := i < len(head) && slices.Contains(at, i)
		for _, p := range l.Pieces {
			used = c.piece(p, &summary) || used
		}
		if !used && i < len(head) && slices.Contains(at, i-1) && l.Size() > body+largerBy/4 && c.underName(l) {
			c.basics.Label, used = plainText(l), true
		}
		if !used {
			unplaced = append(unplaced, l)
		}
	}
	c.basics.Summary = summary
	if c.basics.Location == (career.Location{}) {
		unplaced = c.loneTown(slices.Concat(head, contacts), at, unplaced)
	}
	d.Ledger.Basics = c.basics
	if c.basics.Label != "" && label == "" {
		d.Doubts = append(d.Doubts, "basics.label")
	}
	return unplaced
}

// piece finds a use for a piece of the head: an address, a place, the line under the
// name, or the beginning of a summary.
func (c *contact) piece(p Piece, summary *string) bool {
	if l, ok := locationOf(p.Text); ok && c.basics.Location == (career.Location{}) {
		c.basics.Location = l
		return true
	}
	rest := contactless(p.Text)
	if rest != p.Text && wordCount(rest) <= 2 || len(p.Links) > 0 {
		return true // an address, perhaps with its label
	}
	if isPlace(p.Text) || isRepeated(rest, c.basics) {
		return true
	}
	if prose(rest) || *summary != "" && wordCount(rest) > 2 {
		*summary = joinWrapped(*summary, rest)
		return true
	}
	if c.basics.Label == "" && c.basics.Name != "" && couldBeLabel(rest) {
		c.basics.Label = rest
		return true
	}
	return false
}

// underName reports whether a line right under the name, larger than what follows, may say
// what the person is, though no word in it is known for a position: it is short, and
// neither a way to reach them nor a list.
func (c *contact) underName(l Line) bool {
	text := plainText(l)
	_, dated := findPeriod(text)
	return len(l.Pieces) == 1 && c.basics.Label == "" && c.basics.Name != "" && !dated && !prose(text) &&
		digitCount(text) == 0 && contactless(text) == trimmed(text) && wordCount(text) <= maxLabelWords &&
		len(splitStrong(text)) == 1 && len(letterRuns.FindString(text)) > 0
}

// loneTown takes a text among the ways to reach a person that is written like a town as
// the place, where none was found that says more. What it took is no longer unplaced.
func (c *contact) loneTown(lines []Line, name []int, unplaced []Line) []Line {
	var beside []Line
	for i, l := range lines {
		switch {
		case reaches(l):
			if town := c.townIn(l); town != "" {
				c.basics.Location.City = town
				return unplaced
			}
		case slices.Contains(name, i-1): // says what the person is
		case i > 0 && reaches(lines[i-1]), i+1 < len(lines) && reaches(lines[i+1]):
			beside = append(beside, l)
		}
	}
	for _, l := range beside {
		if town := c.townIn(l); town != "" {
			c.basics.Location.City = town
			return slices.DeleteFunc(unplaced, func(u Line) bool { return plainText(u) == town })
		}
	}
	return unplaced
}

// reaches reports whether a line holds an address or a number.
func reaches(l Line) bool {
	text := plainText(l)
	return emailPattern.MatchString(text) || phoneIn(text) != ""
}

func (c *contact) townIn(l Line) string {
	for _, p := range l.Pieces {
		for _, part := range splitStrong(p.Text) {
			if c.couldBeTown(part) {
				return part
			}
		}
	}
	return ""
}

// couldBeTown reports whether a text is written like a town, perhaps with its region or
// street, and is none of the words that stand beside addresses.
func (c *contact) couldBeTown(s string) bool {
	for _, part := range splitCommas(s) {
		labels := func(w string) bool { return known().contactLabels[squeeze(w)] }
		if !townlike(part) || slices.ContainsFunc(lowerWords(part), labels) {
			return false
		}
	}
	_, heading := knownHeading(s)
	return !heading && !isRepeated(s, c.basics) && !slices.ContainsFunc(known().networks, func(n network) bool { return squeeze(n.name) == squeeze(s) })
}

func isRepeated(s string, b career.Basics) bool {
	return s == "" || squeeze(s) == squeeze(b.Name) || squeeze(s) == squeeze(b.Label)
}

func couldBeLabel(s string) bool {
	_, dated := findPeriod(s)
	return !dated && digitCount(s) == 0 && wordCount(s) <= maxLabelWords && titleScore(s) > 0
}
