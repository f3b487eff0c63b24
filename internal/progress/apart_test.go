package progress

import (
	"slices"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// october is a rehearsal of two questions, four weeks ago, that took ten minutes; of each
// the answers that count, and a level for all criteria of them.
func october(questions ...interview.QuestionReport) interview.Practice {
	p := practised(28, questions...)
	p.Rehearsal.Moves = append(p.Rehearsal.Moves, interview.Move{Kind: interview.MoveClose, At: daysAgo(28).Add(10 * time.Minute)})
	return p
}

// levelled is an answer begun then, scored with that level for everything.
func levelled(begun time.Time, probe, level int) interview.AnswerReport {
	rating := level
	return interview.AnswerReport{Answer: interview.Answer{
		Probe: probe, Mode: interview.Typed, StartedAt: begun, DoneAt: begun.Add(time.Minute),
		Score:      scored(modelA, level, level, level, level, level).Score,
		SelfRating: []rubric.Rating{{Criterion: rubric.Result, Level: &rating, Version: "v1"}},
	}}
}

// An attempt begun from the report is practice of its own day: it neither moves what else
// was answered in the rehearsal, nor is it put together with that.
func TestAnAttemptFromTheReportIsDatedByItself(t *testing.T) {
	then, now := daysAgo(28), today.Add(-time.Hour)
	soon := then.Add(20 * time.Minute)
	first := put(levelled(then.Add(time.Minute), 0, 2), levelled(then.Add(3*time.Minute), 1, 2))
	other := put(levelled(then.Add(5*time.Minute), 0, 3))
	again := func(at time.Time) interview.QuestionReport {
		return put(levelled(at, 0, 4), levelled(at.Add(3*time.Minute), 1, 4))
	}
	for _, tt := range []struct {
		name      string
		questions []interview.QuestionReport
		at        []time.Time
		levels    []float64
		answers   []int
		last      time.Time
		weeks     []int // of this month
	}{
		{"none", []interview.QuestionReport{first, other}, []time.Time{then}, []float64{7.0 / 3}, []int{3}, then.Add(6 * time.Minute), []int{1, 0, 0, 0, 0}},
		{"one of two", []interview.QuestionReport{again(now), other}, []time.Time{then, now}, []float64{3, 4}, []int{1, 2}, now.Add(4 * time.Minute), []int{1, 0, 0, 0, 1}},
		{"both", []interview.QuestionReport{again(now), again(now.Add(10 * time.Minute))}, []time.Time{now, now.Add(10 * time.Minute)}, []float64{4, 4}, []int{2, 2}, now.Add(14 * time.Minute), []int{1, 0, 0, 0, 1}},
		{"the same evening", []interview.QuestionReport{again(soon), other}, []time.Time{then, soon}, []float64{3, 4}, []int{1, 2}, soon.Add(4 * time.Minute), []int{1, 0, 0, 0, 0}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := overview(knowing(t, sessionsOf([]interview.Practice{october(tt.questions...)})...))
			for _, l := range []Line{o.Competencies[0].Line, o.Criteria[0].Line, o.SelfRatings[0].Line} {
				var at []time.Time
				var answers []int
				for _, p := range l.Points {
					at, answers = append(at, p.At), append(answers, p.Answers)
				}
				if !slices.Equal(at, tt.at) || !slices.EqualFunc(values(l), tt.levels, close) || !slices.Equal(answers, tt.answers) {
					t.Errorf("%v of %v answers on %v, want %v of %v on %v", values(l), answers, at, tt.levels, tt.answers, tt.at)
				}
			}
			var weeks []int
			for _, w := range o.Practice.Weeks {
				weeks = append(weeks, w.Rehearsals)
			}
			if !slices.Equal(weeks, tt.weeks) || !o.Competencies[0].LastAt.Equal(tt.last) || o.Practice.Total != 1 {
				t.Errorf("weeks %v, last on %v; want %v, %v", weeks, o.Competencies[0].LastAt, tt.weeks, tt.last)
			}
		})
	}
}

func TestAMeasureOfAnAttemptFromTheReport(t *testing.T) {
	later := said("One two three four.")
	later.Apart = today.Add(-time.Hour)
	l := metricOf(t, metricLines([]Session{session(28, about("x", said("One two.")), about("y", later))}), TypedLength).Line
	if !slices.Equal(values(l), []float64{2, 4}) || !l.Points[0].At.Equal(daysAgo(28)) || !l.Points[1].At.Equal(later.Apart) {
		t.Errorf("%+v", l.Points)
	}
}

// The names of lines are the bank's, so that they are in one language; a plan may have
// translated them.
func TestLinesHaveTheBanksNames(t *testing.T) {
	for _, tt := range []struct{ id, plan, want string }{
		{"teamwork", "Zusammenarbeit", knowing(t).named("teamwork").Name},
		{"gone", "Vergangenes", "Vergangenes"},
	} {
		q := about(tt.id, said("Eins."))
		q.Competency.Name = tt.plan
		if c := overview(knowing(t, session(1, q))).Competencies[0].Competency; c != (Competency{tt.id, tt.want}) || c.Name == "" {
			t.Errorf("%+v, want %s", c, tt.want)
		}
	}
}
