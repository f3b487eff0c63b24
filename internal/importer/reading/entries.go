package reading

import (
	"strings"
	"unicode/utf8"
)

// entry is one role or course of study: the lines that name it, and what is told about it.
type entry struct {
	head   []Line
	period period
	dated  bool
	body   []Line

	group bool   // names an employer over the roles that follow, and is none itself
	of    *entry // the group it belongs to, if it does
}

const (
	maxHeadLines  = 3  // lines above the one with the date that still name an entry
	maxRestDated  = 80 // letters beside a date in a line that names an entry
	maxTailLines  = 2  // lines under the one with the date that still name an entry
	wideLineSpace = 1.35
)

// dateMark is a line that holds the time of an entry.
type dateMark struct {
	line   int
	period period
}

// entriesOf cuts the lines of a part into entries. The dates lead: résumés repeat one
// pattern, so the number of lines above the first date is that above all of them.
func entriesOf(lines []Line, undated func([]Line) []int) (intro []Line, all []entry) {
	lines = joinGutterDates(lines)
	marks := markDates(lines)
	var starts []int
	var heads map[int]int
	if len(marks) == 0 {
		starts = undated(lines)
	} else {
		marks := strongMarks(marks)
		heads = groupHeads(lines, marks)
		starts = startsOf(lines, marks, heads)
	}
	if len(starts) == 0 {
		return lines, nil
	}
	for i, start := range starts {
		end := len(lines)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		all = append(all, entryOf(lines[start:end], start, marks))
		all[i].group = heads[start] > 0
	}
	for i, start := range starts {
		for k := i + 1; k <= i+heads[start] && k < len(all); k++ {
			all[k].of = &all[i]
		}
	}
	return lines[:starts[0]], all
}

// markDates finds the lines with dates. If there are ranges, a lone moment counts only
// where it stands by itself in a piece, as dates at a margin do.
func markDates(lines []Line) (marks []dateMark) {
	for i, l := range lines {
		if p, ok := dateOfLine(l); ok {
			marks = append(marks, dateMark{i, p})
		}
	}
	return marks
}

func dateOfLine(l Line) (best period, found bool) {
	for i, piece := range l.Pieces {
		text, bullet := unbulleted(piece.Text)
		p, ok := findPeriod(text)
		if !ok {
			continue
		}
		rest := beside(text, p)
		if !datePlace(text, p, rest, bullet, i > 0 && len(l.Pieces) > 1) {
			continue
		}
		if !found || best.single && !p.single {
			best, found = p, true
		}
	}
	return best, found
}

// beside is what stands in a text besides the period and words that go with it.
func beside(text string, p period) string {
	rest := trimmed(strings.Trim(trimmed(text[:p.from])+" | "+trimmed(text[p.to:]), "| "))
	return trimmed(aroundDate.ReplaceAllString(rest, ""))
}

// IsPeriod reports whether a text is a time and nothing else, as dates at a margin are.
func IsPeriod(text string) bool {
	p, ok := findPeriod(text)
	return ok && beside(text, p) == ""
}

// datePlace reports whether a period stands where the date of an entry would.
func datePlace(text string, p period, rest string, bullet, margin bool) bool {
	edge := atEnd(text[:p.from], strings.HasSuffix) || atEnd(text[p.to:], strings.HasPrefix)
	switch {
	case rest == "":
		return true
	case bullet && !margin:
		return !p.single && utf8.RuneCountInString(rest) <= 30
	case p.single:
		return edge && !prose(text) && utf8.RuneCountInString(rest) <= maxRestDated
	}
	return edge && utf8.RuneCountInString(rest) <= maxRestDated || utf8.RuneCountInString(rest) <= 45
}

// atEnd reports whether nothing but words of dates stands between a period and an end
// of the text, or a sign that parts texts.
func atEnd(text string, has func(s, sign string) bool) bool {
	text = strings.TrimSpace(aroundDate.ReplaceAllString(text, ""))
	for _, sign := range []string{"|", "·", "•", ","} {
		if has(text, sign) {
			return true
		}
	}
	return trimmed(text) == ""
}

// startsOf says at which lines entries begin, the heads of groups among them.
func startsOf(lines []Line, marks []dateMark, heads map[int]int) (starts []int) {
	above, floor := linesAboveDates(lines, marks, heads), 0
	for _, m := range marks {
		start := m.line
		for heads[m.line] == 0 && start > floor && m.line-start < above && namesEntry(lines[start-1]) {
			start--
		}
		if n := len(starts); n > 0 && start <= starts[n-1] {
			continue
		}
		starts = append(starts, start)
		floor = m.line + 1
	}
	if starts[0] > 0 && starts[0] <= maxHeadLines && heads[starts[0]] == 0 && allNames(lines[:starts[0]]) {
		starts[0] = 0
	}
	return starts
}

// linesAboveDates is how many lines stand above the first date that doesn't head a group.
func linesAboveDates(lines []Line, marks []dateMark, heads map[int]int) int {
	floor := 0
	for _, m := range marks {
		if heads[m.line] == 0 {
			return linesAbove(lines[floor:], m.line-floor)
		}
		floor = m.line + 1
	}
	return 0
}

// strongMarks leaves out lone moments where most entries have ranges: they are the
// dates of details.
func strongMarks(marks []dateMark) []dateMark {
	var ranges []dateMark
	for _, m := range marks {
		if !m.period.single {
			ranges = append(ranges, m)
		}
	}
	if len(ranges)*2 < len(marks) || len(ranges) == 0 {
		return marks
	}
	return withLoneDates(ranges, marks)
}

// withLoneDates adds the moments that come after a body, so begin something of their own.
func withLoneDates(ranges, marks []dateMark) []dateMark {
	const apart = 3 // lines between a date and the next detail's
	kept := map[int]bool{}
	for _, m := range ranges {
		kept[m.line] = true
	}
	var out []dateMark
	for _, m := range marks {
		if kept[m.line] || len(out) > 0 && m.line-out[len(out)-1].line >= apart && m.period.to-m.period.from > len("2006") {
			out = append(out, m)
		}
	}
	return out
}

func linesAbove(lines []Line, first int) (n int) {
	for n < maxHeadLines && first-n > 0 && namesEntry(lines[first-n-1]) {
		n++
	}
	return n
}

// namesEntry reports whether a line could be one of those that name an entry.
func namesEntry(l Line) bool {
	text := l.Text()
	if _, bullet := unbulleted(text); bullet {
		return false
	}
	return !prose(l.Pieces[0].Text)
}

func allNames(lines []Line) bool {
	for _, l := range lines {
		if !namesEntry(l) {
			return false
		}
	}
	return true
}

// entryOf parts the lines of an entry into those that name it and the rest.
func entryOf(lines []Line, offset int, marks []dateMark) entry {
	e := entry{}
	last := -1
	for _, m := range marks {
		if i := m.line - offset; i >= 0 && i < len(lines) && i <= maxHeadLines && (!e.dated || e.period.single && !m.period.single) {
			e.period, e.dated, last = m.period, true, i
		}
	}
	if last < 0 {
		last = 0
	}
	end := last + 1
	for end < len(lines) && end-last <= maxTailLines && tailNames(lines, end, last) {
		end++
	}
	e.head, e.body = lines[:end], lines[end:]
	return e
}

// tailNames reports whether a line under the date still names the entry: it is short,
// close, and more than the end of a sentence.
func tailNames(lines []Line, i, last int) bool {
	l := lines[i]
	if !namesEntry(l) || onlyBullet(lines[last]) {
		return false
	}
	text := l.Text()
	if utf8.RuneCountInString(text) > phraseLine && len(l.Pieces) == 1 || proseEnd.MatchString(text) && !legalEnd(text) {
		return false
	}
	return l.Y-lines[i-1].Y < wideLineSpace*1.5*l.Size() && l.Page == lines[i-1].Page || len(l.Pieces) > 1
}

func onlyBullet(l Line) bool {
	_, bullet := unbulleted(l.Pieces[0].Text)
	_, dated := findPeriod(l.Pieces[0].Text)
	return bullet && !dated
}

func legalEnd(s string) bool {
	f := strings.Fields(s)
	return len(f) > 0 && legalForm.MatchString(f[len(f)-1])
}

// joinGutterDates heals a period that is set on two lines left of the text: "2017 –"
// above "Present".
func joinGutterDates(lines []Line) []Line {
	out := append([]Line{}, lines...)
	for i := 0; i+1 < len(out); i++ {
		a, b := out[i].Pieces, out[i+1].Pieces
		if len(a) < 2 || len(b) < 2 || a[0].X1 > a[1].X0 || b[0].X1 > a[1].X0 {
			continue
		}
		p, ok := findPeriod(a[0].Text)
		if !ok || !p.current || beside(a[0].Text, p) != "" {
			continue
		}
		joined := a[0].Text + " " + b[0].Text
		if q, ok := findPeriod(joined); ok && !q.single && beside(joined, q) == "" {
			out[i].Pieces = append([]Piece{a[0]}, a[1:]...)
			out[i].Pieces[0].Text = joined
			out[i+1].Pieces = b[1:]
		}
	}
	return out
}
