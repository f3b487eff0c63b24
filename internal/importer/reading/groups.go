package reading

import (
	"math"
	"strings"
)

// Several roles at one employer are often set as a group: the employer once, with the time
// from the first role to the last, and the roles below it without an employer of their own.

const (
	maxAfterHead = 1  // lines between the head of a group and the line with the first date in it
	maxMembers   = 30 // roles in a group
)

// groupHeads finds the lines that head a group, and how many of the dates below each
// belong to it.
func groupHeads(lines []Line, marks []dateMark) map[int]int {
	heads := map[int]int{}
	for i := 0; i < len(marks); i++ {
		if n := membersOf(lines, marks[i:]); n > 0 {
			heads[marks[i].line] = n
			i += n
		}
	}
	return heads
}

// membersOf counts the dates that make up the time of the first: each lies in it, the first
// of them in the next line, and together they begin and end with it. It is 0 if the first
// heads nothing.
func membersOf(lines []Line, marks []dateMark) int {
	whole := marks[0].period
	if whole.single || whole.start == "" || len(marks) < 2 || !headsRoles(lines, marks[0].line, marks[1].line) {
		return 0
	}
	var span period
	for n, m := range marks[1:min(len(marks), maxMembers+1)] {
		if !within(m.period, whole) {
			return 0
		}
		if span = joinedPeriods(span, m.period); n > 0 && covers(span, whole) {
			return n + 1
		}
	}
	return 0
}

// headsRoles reports whether a line with a date names an employer and the dated line below
// it a role, by the words in them or because they are set differently.
func headsRoles(lines []Line, head, dated int) bool {
	if dated-head > maxAfterHead+1 {
		return false
	}
	employer, ok := undatedPiece(lines[head])
	if !ok || !namesEntry(lines[head]) || titleScore(employer.Text) > 0 && positionScore(employer.Text) > 0 {
		return false
	}
	for _, l := range lines[head+1 : dated+1] {
		if !namesEntry(l) {
			return false
		}
	}
	role, ok := undatedPiece(lines[head+1])
	told := dated+1 < len(lines) && !namesEntry(lines[dated+1]) // what was done in the role, so none is told of the employer
	return ok && (told || positionScore(role.Text) > 0 || settingOf(role) != settingOf(employer))
}

// undatedPiece is the first piece of a line that says more than a time, without the time.
func undatedPiece(l Line) (Piece, bool) {
	for _, p := range l.Pieces {
		if d, ok := findPeriod(p.Text); ok {
			p.Text = beside(p.Text, d)
		}
		if p.Text = trimmed(p.Text); p.Text != "" {
			return p, true
		}
	}
	return Piece{}, false
}

// setting is how a piece is set.
type setting struct {
	size, x      float64
	bold, italic bool
}

func settingOf(p Piece) setting {
	const step = 3.0 // points by which pieces of one edge may start apart
	return setting{math.Round(p.Size * 2), math.Round(p.X0 / step), p.Bold, p.Italic}
}

// within and covers compare what both dates tell: 2014 is also June 2014.
func within(p, whole period) bool {
	if p.start == "" || p.start.Before(whole.start) || p.current && !whole.current {
		return false
	}
	return whole.current || !whole.end.Before(p.start) && !whole.end.Before(p.end)
}

func covers(span, whole period) bool {
	return !whole.start.Before(span.start) && span.current == whole.current && !span.end.Before(whole.end)
}

// joinedPeriods is the time from the beginning of the earlier to the end of the later.
func joinedPeriods(a, b period) period {
	if b.single {
		b.end = b.start
	}
	if a.start == "" || b.start < a.start {
		a.start = b.start
	}
	a.current = a.current || b.current
	if a.end = max(a.end, b.end); a.current {
		a.end = ""
	}
	return a
}

// groupedRole is a role in a group: its employer stands over it, and what is left to name
// it is the position.
func groupedRole(group, own named) (r role) {
	r.sure, r.grouped = true, true
	texts := textsOf(group)
	r.organisation, r.place = nameAndPlace(strings.Join(texts, ", "))
	r.setPlace(group.place)
	if own.place != "" {
		r.place = own.place
	}
	if texts = textsOf(own); len(texts) > 0 {
		r.position, r.extra = texts[0], texts[1:]
	}
	return r
}

func textsOf(n named) []string {
	texts := make([]string, len(n.labels))
	for i, l := range n.labels {
		texts[i] = l.text
	}
	return texts
}
