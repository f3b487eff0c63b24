package check

import (
	"cmp"
	"slices"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// got is a role or a course of study as it was read.
type got struct {
	title, degree, organisation, summary string
	start, end                           career.Date
	current                              bool
	lines                                []string
}

func roles(all []career.Work) []got {
	out := make([]got, 0, len(all))
	for _, w := range all {
		g := got{title: w.Position, organisation: w.Name, summary: w.Summary, start: w.StartDate, end: w.EndDate, current: w.Current}
		for _, h := range w.Highlights {
			g.lines = append(g.lines, h.Text)
		}
		out = append(out, g)
	}
	return out
}

func studies(all []career.Education) []got {
	out := make([]got, 0, len(all))
	for _, e := range all {
		out = append(out, got{
			title: e.Area, degree: e.StudyType, organisation: e.Institution,
			start: e.StartDate, end: e.EndDate, current: e.Current, lines: e.Courses,
		})
	}
	return out
}

// How much an agreement counts when entries are matched, and what makes a match.
const (
	titleWeight, organisationWeight = 2.0, 2.0
	dateWeight, lineWeight          = 1.0, 1.0
	leastMatch                      = 1.0

	maxMatched = 80 // entries of a section, and of what was read; comparing takes their product
)

// match finds for each entry what was read of it: the pairs most alike first, each read
// one once. An entry without any is matched with nothing.
func match(entries []resume.Entry, read []got) []got {
	type pair struct {
		entry, read int
		score       float64
	}
	var pairs []pair
	for i, e := range entries[:min(len(entries), maxMatched)] {
		for k, g := range read[:min(len(read), maxMatched)] {
			if s := matching(e, g); s >= leastMatch {
				pairs = append(pairs, pair{i, k, s})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.score, a.score) })
	out, done, used := make([]got, len(entries)), map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		if !done[p.entry] && !used[p.read] {
			out[p.entry], done[p.entry], used[p.read] = read[p.read], true, true
		}
	}
	return out
}

func matching(e resume.Entry, g got) float64 {
	title := max(alike(plain(e.Title.Text), g.title), alike(e.Degree, g.degree), alike(plain(e.Title.Text)+e.Degree, g.title+g.degree))
	score := titleWeight*title + organisationWeight*alike(e.Organisation, g.organisation)
	if e.Start != "" && coarse(e.Start, "") == coarse(g.start, "") {
		score += dateWeight
	}
	if !e.Current && e.End != "" && coarse(e.End, "") == coarse(g.end, "") || e.Current && g.current {
		score += dateWeight / 2
	}
	if len(e.Lines) > 0 && len(g.lines) > 0 {
		score += lineWeight * alike(plain(e.Lines[0].Text), g.lines[0])
	}
	return score
}
