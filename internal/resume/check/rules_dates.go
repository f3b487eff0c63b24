package check

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strconv"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// section gives the entries of a section; nil if the résumé has none.
func (s *subject) section(k resume.Key) []resume.Entry {
	for _, b := range s.doc.Sections {
		if b.Key == k {
			return b.Entries
		}
	}
	return nil
}

// called is how a person would recognise an entry.
func called(e resume.Entry) string {
	return firstOf(plain(e.Title.Text), e.Organisation, e.Degree)
}

func refOf(k resume.Key, e resume.Entry, field string) string {
	return string(k) + "/" + string(e.ID) + "/" + field
}

func datesMissing(s *subject) (all []place) {
	for _, e := range s.section(resume.KeyWork) {
		if e.Start == "" || e.End == "" && !e.Current {
			field := "endDate"
			if e.Start == "" {
				field = "startDate"
			}
			all = append(all, at(refOf(resume.KeyWork, e, field), "role", called(e)))
		}
	}
	return all
}

// datesUnread tells once for each role: its dates stand together and come out together.
func datesUnread(s *subject) (all []place) {
	lost := map[string]bool{}
	for _, f := range s.fields {
		if (f.Part == PartStart || f.Part == PartEnd) && f.State != Same {
			lost[path.Dir(f.Ref)] = true
		}
	}
	for _, e := range s.section(resume.KeyWork) {
		if lost[string(resume.KeyWork)+"/"+string(e.ID)] {
			all = append(all, at(refOf(resume.KeyWork, e, "startDate"), "role", called(e)))
		}
	}
	return all
}

func endBeforeStart(s *subject) (all []place) {
	for _, b := range s.doc.Sections {
		for _, e := range b.Entries {
			if !e.Current && e.End.Before(e.Start) {
				all = append(all, at(refOf(b.Key, e, "endDate"), "role", called(e)))
			}
		}
	}
	return all
}

// datesUnordered wants the newest first. Entries that overlap can stand either way.
func datesUnordered(s *subject) (all []place) {
	for _, k := range []resume.Key{resume.KeyWork, resume.KeyEducation} {
		entries := s.section(k)
		for i := 1; i < len(entries); i++ {
			above, below := entries[i-1], entries[i]
			earlier := above.Start.Before(below.Start) && !above.Current && (below.Current || above.End.Before(below.End))
			if earlier {
				all = append(all, at(string(k)+"/"+string(below.ID), "role", called(below), "above", called(above)))
			}
		}
	}
	return all
}

// datesMixed wants months everywhere or nowhere, and days likewise.
func datesMixed(s *subject) []place {
	if s.doc.Layout.DateStyle == resume.DateYear {
		return nil
	}
	first, found := 0, false
	for _, e := range s.section(resume.KeyWork) {
		for _, d := range []career.Date{e.Start, e.End} {
			if d == "" {
				continue
			}
			if found && len(d) != first {
				return here(true, refOf(resume.KeyWork, e, "startDate"), "role", called(e))
			}
			first, found = len(d), true
		}
	}
	return nil
}

// span is a time in months since year 0.
type span struct{ from, to int }

// month counts months; a year alone is its first or its last one.
func month(d career.Date, last bool) int {
	if len(d) < len("2021") {
		return 0
	}
	year, _ := strconv.Atoi(string(d[:4])) // a date was checked when it came in; anything else is year 0
	if len(d) < len("2021-09") {
		if last {
			return year*12 + 11
		}
		return year * 12
	}
	m, _ := strconv.Atoi(string(d[5:7]))
	return year*12 + m - 1
}

// widest is the longest time an entry may have taken; false if it has no dates.
func (s *subject) widest(e resume.Entry) (span, bool) {
	if e.Start == "" || e.End == "" && !e.Current {
		return span{}, false
	}
	if e.Current {
		return span{month(e.Start, false), month(s.today, true)}, true
	}
	return span{month(e.Start, false), month(e.End, true)}, true
}

// narrowest is the time it surely took.
func (s *subject) narrowest(e resume.Entry) (span, bool) {
	w, ok := s.widest(e)
	if e.Current {
		return span{month(e.Start, true), w.to}, ok
	}
	return span{month(e.Start, true), month(e.End, false)}, ok
}

// beside are words that say that a role was not all there was.
var beside = regexp.MustCompile(`(?i)part[- ]?time|freelanc|self[- ]employed|side |parallel|intern|volunt|honorary|board|adjunct|contract|consult|` +
	`teilzeit|nebenberuf|nebentätig|werkstudent|freiberuf|selbstständig|selbständig|ehrenamt|praktik|temps partiel|indépendant|stage|` +
	`tiempo parcial|media jornada|autónom|tempo parziale|tempo parcial|autônom|deeltijd|zzp|deltid|na część etatu|zlecenie`)

const (
	overlapMonths = 2   // of two roles at different places, to be worth a note
	gapMonths     = 6   // without anything, likewise
	recentMonths  = 120 // nobody asks about what was before
)

func datesOverlap(s *subject) (all []place) {
	entries := s.section(resume.KeyWork)
	for i, a := range entries {
		for _, b := range entries[:i] {
			x, okA := s.narrowest(a)
			y, okB := s.narrowest(b)
			if !okA || !okB || fold(a.Organisation) == fold(b.Organisation) || beside.MatchString(told(a)) || beside.MatchString(told(b)) {
				continue
			}
			if min(x.to, y.to)-max(x.from, y.from) >= overlapMonths {
				all = append(all, at(refOf(resume.KeyWork, a, "startDate"), "role", called(a), "other", called(b)))
			}
		}
	}
	return all
}

// told is everything that is said about an entry.
func told(e resume.Entry) string {
	all := plain(e.Title.Text) + "\n" + plain(e.Detail.Text) + "\n" + plain(e.Summary.Text)
	for _, l := range e.Lines {
		all += "\n" + plain(l.Text)
	}
	return all
}

// gaps are times without work, study or service between two roles, in the last ten years.
func gaps(s *subject) (all []place) {
	type stay struct {
		span
		ref, name string
		end       career.Date
	}
	var stays []stay
	for _, k := range []resume.Key{resume.KeyWork, resume.KeyEducation, resume.KeyVolunteer, resume.KeyProjects} {
		for _, e := range s.section(k) {
			if w, ok := s.widest(e); ok {
				stays = append(stays, stay{w, refOf(k, e, "startDate"), called(e), e.End})
			}
		}
	}
	slices.SortStableFunc(stays, func(a, b stay) int { return cmp.Compare(a.from, b.from) })
	latest := stay{}
	for i, next := range stays {
		idle := next.from - latest.to - 1
		if i > 0 && idle >= gapMonths && next.from >= month(s.today, true)-recentMonths {
			all = append(all, at(next.ref, "before", latest.name, "after", next.name, "months", strconv.Itoa(idle)))
		}
		if next.to >= latest.to {
			latest = next
		}
	}
	return all
}

// datesAhead are roles that begin or ended in the future. A course of study may.
func datesAhead(s *subject) (all []place) {
	for _, e := range s.section(resume.KeyWork) {
		switch {
		case s.today.Before(e.Start):
			all = append(all, at(refOf(resume.KeyWork, e, "startDate"), "role", called(e)))
		case !e.Current && s.today.Before(e.End):
			all = append(all, at(refOf(resume.KeyWork, e, "endDate"), "role", called(e)))
		}
	}
	return all
}

func educationUndated(s *subject) (all []place) {
	for _, e := range s.section(resume.KeyEducation) {
		if e.Start == "" && e.End == "" {
			all = append(all, at(refOf(resume.KeyEducation, e, "endDate"), "study", called(e)))
		}
	}
	return all
}

// experience is for how many months somebody has worked, from the first role on.
func (s *subject) experience() int {
	first := month(s.today, true)
	for _, e := range s.section(resume.KeyWork) {
		if e.Start != "" {
			first = min(first, month(e.Start, false))
		}
	}
	return month(s.today, true) - first
}
