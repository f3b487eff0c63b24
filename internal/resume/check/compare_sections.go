package check

import (
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
)

func (c *comparer) section(b resume.Block) {
	c.key = b.Key
	switch b.Key {
	case resume.KeySummary:
		c.summary(b)
	case resume.KeyWork:
		c.heading(b, len(c.read.Ledger.Work) > 0)
		c.entries(b, roles(c.read.Ledger.Work), PartTitle, PartEmployer)
	case resume.KeyEducation:
		c.heading(b, len(c.read.Ledger.Education) > 0)
		c.entries(b, studies(c.read.Ledger.Education), PartArea, PartInstitution)
	case resume.KeySkills:
		c.heading(b, len(c.read.Ledger.Skills) > 0)
		c.skills(b)
	case resume.KeyLanguages:
		c.heading(b, len(c.read.Ledger.Languages) > 0)
		c.languages(b)
	default:
		c.kept(b)
	}
}

// heading records whether a section came out as what it is: a reader that doesn't know
// the heading files what stands under it somewhere else.
func (c *comparer) heading(b resume.Block, known bool) {
	s := Missing
	shown := firstOf(plain(b.Title.Text), string(b.Key))
	read := ""
	if known {
		s, read = Same, shown
	}
	c.put(PartHeading, firstOf(string(b.Title.Field), string(b.Key)), shown, read, s)
}

func (c *comparer) summary(b resume.Block) {
	read := c.read.Ledger.Basics.Summary
	shown := plain(b.Summary.Text)
	s := stateOf(fold(shown), fold(read))
	if s == Differs && strings.Contains(fold(read), fold(shown)) {
		s = Same // with something that stood beside it
	}
	c.put(PartSummary, firstOf(string(b.Summary.Field), "basics/summary"), shown, plain(read), s)
}

// entries compares roles or courses of study with those that were read.
func (c *comparer) entries(b resume.Block, read []got, title, organisation Part) {
	matches := match(b.Entries, read)
	for i, e := range b.Entries {
		g := matches[i]
		at := string(b.Key) + "/" + string(e.ID)
		c.add(title, firstOf(string(e.Title.Field), at), plain(e.Title.Text), g.title)
		if title == PartArea {
			c.add(PartDegree, at+"/studyType", e.Degree, g.degree)
			c.add(organisation, at+"/institution", e.Organisation, g.organisation)
		} else {
			c.add(organisation, at+"/name", e.Organisation, g.organisation)
		}
		c.dates(at, e, g)
		c.lines(at, e, g)
	}
}

// dates compares at the precision that is shown, and no finer than months: no reader
// cares for the day.
func (c *comparer) dates(at string, e resume.Entry, g got) {
	style := c.doc.Layout.DateStyle
	start := coarse(e.Start, style)
	c.put(PartStart, at+"/startDate", string(e.Start), string(g.start), stateOf(start, coarse(g.start, style)))
	if !e.Current {
		c.put(PartEnd, at+"/endDate", string(e.End), readEnd(g), stateOf(coarse(e.End, style), coarse(g.end, style)))
		return
	}
	s := Missing
	switch {
	case g.current:
		s = Same
	case g.end != "":
		s = Differs
	}
	c.put(PartEnd, at+"/endDate", Current, readEnd(g), s)
}

func readEnd(g got) string {
	if g.current {
		return Current
	}
	return string(g.end)
}

func coarse(d career.Date, style string) string {
	n := len("2021-09")
	if style == resume.DateYear {
		n = len("2021")
	}
	return string(d[:min(n, len(d))])
}

// lines compares the description and each line of an entry with what was read of it.
func (c *comparer) lines(at string, e resume.Entry, g got) {
	read := append([]string{g.summary}, g.lines...)
	folded := make([]string, len(read))
	for i, text := range read {
		folded[i] = fold(text)
	}
	if shown := plain(e.Summary.Text); shown != "" {
		c.line(firstOf(string(e.Summary.Field), at+"/summary"), shown, read, folded)
	}
	for _, l := range e.Lines {
		c.line(firstOf(string(l.Field), at+"/highlights/"+string(l.ID)), plain(l.Text), read, folded)
	}
}

const (
	closeEnough = 0.6 // of two texts, to be one that was read with mistakes
	maxNear     = 100 // texts that are looked through for one like another
)

// line looks for a text among those read: as it is, within another, or with mistakes.
func (c *comparer) line(ref, shown string, read, folded []string) {
	want := fold(shown)
	if i := slices.Index(folded, want); i >= 0 {
		c.put(PartLine, ref, shown, plain(read[i]), Same)
		return
	}
	found := ""
	if i := slices.IndexFunc(folded, func(s string) bool { return want != "" && strings.Contains(s, want) }); i >= 0 {
		found = plain(read[i])
	} else {
		found = nearest(shown, read)
	}
	c.put(PartLine, ref, shown, found, stateOf(want, fold(found)))
}

// nearest is the text most like another, if any is like it enough.
func nearest(shown string, among []string) (best string) {
	bestAlike := closeEnough
	for _, text := range among[:min(len(among), maxNear)] {
		if a := alike(shown, text); a > bestAlike {
			best, bestAlike = plain(text), a
		}
	}
	return best
}

// skills looks for each group's name and each word among all that were read as skills:
// what groups there are is of no use to a reader.
func (c *comparer) skills(b resume.Block) {
	var pool []string
	for _, s := range c.read.Ledger.Skills {
		pool = append(append(pool, s.Name), s.Keywords...)
	}
	for _, e := range b.Entries {
		ref := string(b.Key) + "/" + string(e.ID)
		c.among(PartSkill, firstOf(string(e.Title.Field), ref), plain(e.Title.Text), pool)
		for _, t := range e.Tags {
			c.among(PartSkill, firstOf(string(t.Field), ref), plain(t.Text), pool)
		}
	}
}

// among is Same if a text was read as it is, Differs if only within another.
func (c *comparer) among(part Part, ref, shown string, pool []string) {
	want, within := fold(shown), ""
	for _, text := range pool {
		folded := fold(text)
		if folded == want {
			c.put(part, ref, shown, text, Same)
			return
		}
		if want != "" && strings.Contains(folded, want) && within == "" {
			within = text
		}
	}
	c.put(part, ref, shown, within, stateOf(want, fold(within)))
}

func (c *comparer) languages(b resume.Block) {
	for _, e := range b.Entries {
		var names []string
		fluency := ""
		for _, l := range c.read.Ledger.Languages {
			names = append(names, l.Language)
			if fold(l.Language) == fold(plain(e.Title.Text)) {
				fluency = l.Fluency
			}
		}
		at := string(b.Key) + "/" + string(e.ID)
		c.among(PartLanguage, firstOf(string(e.Title.Field), at), plain(e.Title.Text), names)
		c.add(PartFluency, firstOf(string(e.Detail.Field), at), plain(e.Detail.Text), fluency)
	}
}

// kept compares a section the reader keeps line by line: what counts is that its words
// stand under a heading of their kind.
func (c *comparer) kept(b resume.Block) {
	own, name := c.underHeading(b)
	c.heading(b, name != "")
	if name == "" {
		own = ""
	}
	for _, e := range b.Entries {
		at := string(b.Key) + "/" + string(e.ID)
		c.inSection(PartEntry, firstOf(string(e.Title.Field), at), plain(e.Title.Text), own, name)
		for _, l := range e.Lines {
			c.inSection(PartLine, firstOf(string(l.Field), at), plain(l.Text), own, name)
		}
	}
}

func (c *comparer) inSection(part Part, ref, shown, section, heading string) {
	want, s, read := fold(shown), Missing, ""
	switch {
	case want == "":
		return
	case strings.Contains(section, want):
		s, read = Same, heading
	case strings.Contains(c.text, want):
		s, read = Differs, c.filedUnder(want)
	}
	c.put(part, ref, shown, read, s)
}

// underHeading gives the folded text of all sections read that are of a block's kind, and
// their heading. Sections of the person's own are known by their heading.
func (c *comparer) underHeading(b resume.Block) (text, heading string) {
	for _, s := range c.read.Ledger.Sections {
		own := strings.Contains(string(b.Key), "/") && b.Title.Text != "" && fold(s.Heading) == fold(plain(b.Title.Text))
		if own || string(s.Kind) == string(b.Key) {
			text, heading = text+fold(strings.Join(s.Lines, "\n")), firstOf(heading, s.Heading, string(s.Kind))
		}
	}
	return text, heading
}

// filedUnder is the heading under which a text was read.
func (c *comparer) filedUnder(want string) string {
	for _, s := range c.read.Ledger.Sections {
		if strings.Contains(fold(strings.Join(s.Lines, "\n")), want) {
			return s.Heading
		}
	}
	return ""
}
