package reading

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
)

var (
	aroundDate = regexp.MustCompile(`(?i)[(\[]?\b(?:` + strings.Join(aroundWords(), "|") + `)\b:?[)\]]?|[(\[]\s*\d+\s*(?:years?|yrs?|months?|mos?)[^)]*[)\]]|\(\s*\)`)
	duration   = regexp.MustCompile(`(?i)^\(?(?:\d+\s*(?:years?|yrs?|jahre?|ans?|años?)[,\s]*)?(?:\d+\s*(?:months?|mos?|monate?|mois|meses))?\)?$`)
	atPattern  = regexp.MustCompile(`(?i)\s+(?:at|@|bei|chez|en)\s+`)
)

func aroundWords() []string {
	for _, row := range rows("dates") {
		if f := strings.Fields(row); f[0] == "around" {
			return f[1:]
		}
	}
	return nil
}

// label is a piece of the lines that name an entry, without dates.
type label struct {
	text string
	bold bool
}

// named is what the lines that name an entry say besides the time.
type named struct {
	labels []label
	place  string
	url    string
	rest   []string // texts of bullets the date stood beside
}

func namesOf(e entry) (n named) {
	for _, l := range e.head {
		for _, p := range l.Pieces {
			n.piece(p)
		}
	}
	return n
}

func (n *named) piece(p Piece) {
	text, bullet := unbulleted(p.Text)
	if d, ok := findPeriod(text); ok && datePlace(text, d, beside(text, d), false, true) {
		text = beside(text, d)
	} else if bullet && prose(text) {
		n.rest = append(n.rest, text)
		return
	}
	text = trimmed(strings.ReplaceAll(text, "()", ""))
	switch {
	case text == "" || duration.MatchString(text):
	case isPlace(text) && n.place == "":
		n.place = strings.Trim(text, "()")
	case plainURL(urlPattern.FindString(text)) == plainURL(text):
		n.url = text
	case bullet && len(n.labels) > 0:
		n.rest = append(n.rest, text)
	default:
		n.add(text, p.Bold)
	}
}

// add files a text, without a place that stands behind a strong separator or in parentheses.
func (n *named) add(text string, bold bool) {
	parts := splitStrong(text)
	if len(parts) > 1 && n.place == "" && isPlace(parts[len(parts)-1]) {
		n.place = parts[len(parts)-1]
		text = trimmed(text[:strings.LastIndex(text, n.place)])
	}
	n.labels = append(n.labels, label{text, bold})
}

// role is who and what, and whether words told which is which.
type role struct {
	organisation, position string
	place                  string
	sure                   bool
	swapped                bool // the organisation stood first
	grouped                bool // the organisation stood over several roles
	extra                  []string
}

// roleOf tells the organisation from the position.
func roleOf(n named) (r role) {
	r.place = n.place
	texts := textsOf(n)
	if len(texts) == 1 {
		texts = r.splitOne(texts[0])
	}
	switch len(texts) {
	case 0:
		return r
	case 1:
		if positionScore(texts[0]) > 0 {
			r.position = texts[0]
		} else {
			r.organisation = texts[0]
		}
		return r
	}
	r.choose(texts[0], texts[1])
	r.extra = texts[2:]
	return r
}

// splitOne parts "Title at Company", "Company | Title", "Title - Company" and
// "Title, Company, Town, State".
func (r *role) splitOne(s string) []string {
	if m := atPattern.FindStringIndex(s); m != nil && titleScore(s[:m[0]]) > 0 {
		rest, place := withoutPlace(splitCommas(s[m[1]:]))
		r.setPlace(place)
		return []string{trimmed(s[:m[0]]), strings.Join(rest, ", ")}
	}
	if parts := splitStrong(s); len(parts) > 1 {
		return parts
	}
	parts, place := withoutPlace(splitCommas(s))
	r.setPlace(place)
	if len(parts) > 2 {
		return r.groupCommas(parts)
	}
	return parts
}

// groupCommas takes the segment that sounds most like a position as the position, and
// the segment beside it as the organisation.
func (r *role) groupCommas(parts []string) []string {
	best := 0
	for i, p := range parts {
		if positionScore(p) > positionScore(parts[best]) {
			best = i
		}
	}
	if best == 0 {
		r.setPlace(strings.Join(parts[2:], ", "))
		return parts[:2]
	}
	return []string{strings.Join(parts[:best], ", "), strings.Join(parts[best:], ", ")}
}

func (r *role) setPlace(place string) {
	if r.place == "" {
		r.place = place
	}
}

func (r *role) choose(a, b string) {
	sa, sb := positionScore(a), positionScore(b)
	r.sure = sa != sb
	if sb > sa {
		r.organisation, r.position, r.swapped = a, b, true
		return
	}
	r.position, r.organisation = a, b
}

// partPlace takes the place off the end of an organisation that has none yet.
func (r *role) partPlace() {
	if r.place == "" && !r.grouped {
		r.organisation, r.place = nameAndPlace(r.organisation)
	}
}

func (r *role) swap() {
	r.organisation, r.position, r.swapped = r.position, r.organisation, !r.swapped
}

// readWork understands a part about roles.
func readWork(d *career.Draft, lines []Line, newID func() string) (unplaced []Line) {
	intro, all := entriesOf(lines, boldStarts)
	names, roles := make([]named, len(all)), make([]role, len(all))
	for i, e := range all {
		names[i] = namesOf(e)
		if e.of != nil {
			roles[i] = groupedRole(namesOf(*e.of), names[i])
		} else {
			roles[i] = roleOf(names[i])
		}
	}
	followMajority(roles)
	for i, e := range all {
		roles[i].partPlace()
		if e.group {
			unplaced = append(unplaced, e.body...)
			continue
		}
		w := workOf(e, names[i], roles[i], newID)
		if w.Name == "" && w.Position == "" {
			unplaced = append(unplaced, append(slices.Clone(e.head), e.body...)...)
			continue
		}
		d.Ledger.Work = append(d.Ledger.Work, w)
		d.Doubts = append(d.Doubts, doubtsOf(len(d.Ledger.Work)-1, e, roles[i])...)
	}
	return append(unplaced, intro...)
}

// followMajority lets the roles whose words don't tell follow the order of those that do.
func followMajority(roles []role) {
	votes := 0
	for _, r := range roles {
		if r.grouped {
			continue
		}
		if r.sure && r.swapped {
			votes++
		} else if r.sure {
			votes--
		}
	}
	for i := range roles {
		if r := &roles[i]; !r.sure && r.organisation != "" && r.position != "" && (votes > 0) != r.swapped && votes != 0 {
			r.swap()
		}
	}
}

func workOf(e entry, n named, r role, newID func() string) career.Work {
	start, end := e.period.start, e.period.end
	if e.period.single {
		end = start
	}
	t := detailsOf(e.body)
	w := career.Work{
		ID: career.ItemID(newID()), Name: r.organisation, Position: r.position, Location: r.place, URL: n.url,
		StartDate: start, EndDate: end, Current: e.period.current,
		Summary:    strings.Join(append(r.extra, t.paragraphs...), "\n"),
		Highlights: []career.Highlight{},
	}
	for _, point := range append(n.rest, t.points...) {
		w.Highlights = append(w.Highlights, career.Highlight{ID: career.ItemID(newID()), Text: point})
	}
	return w
}

func doubtsOf(i int, e entry, r role) (paths []string) {
	if !r.sure {
		paths = append(paths, fmt.Sprintf("work[%d].name", i), fmt.Sprintf("work[%d].position", i))
	}
	if !e.dated || e.period.vague {
		paths = append(paths, fmt.Sprintf("work[%d].startDate", i))
	}
	return paths
}

// boldStarts is how entries without dates begin: bold, after white.
func boldStarts(lines []Line) (starts []int) {
	for i, l := range lines {
		if namesEntry(l) && l.Bold() && (i == 0 || !lines[i-1].Bold()) {
			starts = append(starts, i)
		}
	}
	return starts
}
