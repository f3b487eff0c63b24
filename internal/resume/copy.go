package resume

import (
	"slices"

	"github.com/jobjourney/jobjourney/internal/career"
)

// copyOf copies a ledger as deep as texts can write.
func copyOf(l career.Ledger) career.Ledger {
	l.Work = copied(l.Work, func(w *career.Work) { w.Highlights = slices.Clone(w.Highlights) })
	l.Education = copied(l.Education, func(e *career.Education) { e.Courses = slices.Clone(e.Courses) })
	l.Projects = copied(l.Projects, func(p *career.Project) {
		p.Highlights, p.Roles, p.Keywords = slices.Clone(p.Highlights), slices.Clone(p.Roles), slices.Clone(p.Keywords)
	})
	l.Skills = copied(l.Skills, func(s *career.Skill) { s.Keywords = slices.Clone(s.Keywords) })
	l.Languages = slices.Clone(l.Languages)
	l.Certificates, l.Awards = slices.Clone(l.Certificates), slices.Clone(l.Awards)
	l.Publications, l.References = slices.Clone(l.Publications), slices.Clone(l.References)
	l.Volunteer = copied(l.Volunteer, func(v *career.Volunteer) { v.Highlights = slices.Clone(v.Highlights) })
	l.Interests = copied(l.Interests, func(i *career.Interest) { i.Keywords = slices.Clone(i.Keywords) })
	l.Custom = copied(l.Custom, func(c *career.Custom) {
		c.Items = copied(c.Items, func(i *career.CustomItem) { i.Highlights = slices.Clone(i.Highlights) })
	})
	l.Sections = copied(l.Sections, func(s *career.Section) { s.Lines = slices.Clone(s.Lines) })
	return l
}

func copied[T any](list []T, deeper func(*T)) []T {
	out := slices.Clone(list)
	for i := range out {
		deeper(&out[i])
	}
	return out
}
