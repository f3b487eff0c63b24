package resume_test

import (
	"fmt"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// BenchmarkOneFactManyResumes changes one fact and puts 200 résumés together anew. The
// ledger is that of a long working life; every résumé has an order and wordings of its own.
func BenchmarkOneFactManyResumes(b *testing.B) {
	const count = 200
	l := longLife()
	resumes := make([]resume.Resume, count)
	for i := range resumes {
		o := resume.Follow(l, resume.Overlay{Follow: true}, false)
		for j := range 10 {
			role := l.Work[(i+j)%len(l.Work)]
			o = must(resume.Hide(l, o, resume.Ref("work/"+role.ID), j%2 == 0))
			o = must(resume.Move(l, o, resume.Ref("work/"+role.ID), ""))
			o = must(resume.Reword(l, o, "en", resume.Field("work/"+role.ID+"/summary"), "In words of its own."))
		}
		resumes[i] = resume.Resume{Language: "en", Overlay: o}
	}
	shown := 0
	b.ResetTimer()
	for n := range b.N {
		l.Work[0].Name = fmt.Sprint("Employer ", n)
		facts := resume.Prepare(l)
		for _, r := range resumes {
			shown += len(facts.Apply(r).Sections)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/200-résumés")
	if shown != b.N*count*12 {
		b.Errorf("%d sections", shown)
	}
}

func must(o resume.Overlay, err error) resume.Overlay {
	if err != nil {
		panic(err)
	}
	return o
}

// longLife has 20 roles of 8 lines, 20 projects of 4, and 20 groups of 8 skills.
func longLife() (l career.Ledger) {
	for i := range 20 {
		w := career.Work{ID: career.ItemID(fmt.Sprint("w", i)), Name: "Employer", Position: "Role"}
		p := career.Project{ID: career.ItemID(fmt.Sprint("p", i)), Name: "Project"}
		s := career.Skill{ID: career.ItemID(fmt.Sprint("s", i)), Name: "Group"}
		for j := range 8 {
			w.Highlights = append(w.Highlights, career.Highlight{ID: career.ItemID(fmt.Sprint("h", i, "-", j)), Text: "Did one thing or another, measurably."})
			s.Keywords = append(s.Keywords, fmt.Sprint("skill ", j))
		}
		p.Highlights = w.Highlights[:4]
		l.Work, l.Projects, l.Skills = append(l.Work, w), append(l.Projects, p), append(l.Skills, s)
	}
	return l
}
