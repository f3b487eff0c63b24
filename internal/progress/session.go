package progress

import (
	"cmp"
	"slices"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/star"
)

// Session is a rehearsal that is over, with what the rules here ask of it.
type Session struct {
	ID        interview.ID
	At        time.Time // when the first question was put
	For       string    // the posting's title and company; empty: none
	Questions int       // of the plan
	Answered  []Question
}

// Question is a question that was answered, and not passed.
type Question struct {
	Competency Competency
	Answers    []Answer // to it, then to its follow-ups; at least one
}

// Competency is something an interview looks for, by the bank's id.
type Competency struct {
	ID   string
	Name string // as the plan worded it, in the language of the rehearsal
}

// Answer is one answer and what is known of it.
type Answer struct {
	At time.Time // when it was done; of an attempt from the report later than the session
	// Apart is when its attempt was begun from the report: practice of another day, and a
	// point of its own in a line. Zero: it belongs to the rehearsal.
	Apart    time.Time
	FollowUp bool
	Mode     interview.Mode
	Score    *scoring.Score // nil: nobody was asked
	Ratings  []rubric.Rating
	Sound    *delivery.SoundMetrics // nil: typed
	// Words are measured from words that were typed or said; nil where there are none, for
	// key points say nothing of how something was said.
	Words      *delivery.WordMetrics
	Recogniser string // that wrote them down; empty for typed words
	Language   string // of the words (ISO 639-1)
	Star       *star.Checklist
}

// sessionsOf reads rehearsals; those without an answer were no practice.
func sessionsOf(all []interview.Practice) []Session {
	out := []Session{}
	for _, p := range all {
		s := Session{
			ID: p.Rehearsal.ID, At: p.Rehearsal.StartedAt(), For: p.Rehearsal.Plan.For,
			Questions: len(p.Rehearsal.Plan.Questions), Answered: []Question{},
		}
		for _, q := range p.Questions {
			if one := questionOf(q, p.Rehearsal); !q.Skipped && len(one.Answers) > 0 {
				s.Answered = append(s.Answered, one)
			}
		}
		if len(s.Answered) > 0 {
			out = append(out, s)
		}
	}
	return inOrder(out)
}

// questionOf reads the attempt that counts. One begun after the rehearsal had ended stands
// apart from it, with its follow-ups.
func questionOf(q interview.QuestionReport, of interview.Rehearsal) Question {
	out, ended := Question{Competency: Competency{q.Planned.CompetencyID, q.Planned.Competency}}, of.EndedAt()
	var apart time.Time
	for _, a := range q.Answers {
		if a.Passed {
			continue
		}
		if len(out.Answers) == 0 && !ended.IsZero() && a.Answer.StartedAt.After(ended) {
			apart = a.Answer.StartedAt
		}
		one := answerOf(a, of.Plan.Language)
		one.Apart = apart
		out.Answers = append(out.Answers, one)
	}
	return out
}

// last is when it was answered last, of these moments and those of its answers.
func (q Question) last(at ...time.Time) time.Time {
	for _, a := range q.Answers {
		at = append(at, a.At)
	}
	return slices.MaxFunc(at, time.Time.Compare)
}

func answerOf(r interview.AnswerReport, language string) Answer {
	a := Answer{
		At: cmp.Or(r.Answer.DoneAt, r.Answer.StartedAt), FollowUp: r.Answer.Probe > 0, Mode: r.Answer.Mode, Score: r.Answer.Score, Ratings: r.Answer.SelfRating,
		Sound: r.Sound, Star: r.Star, Language: language,
	}
	if r.Said != nil {
		a.Words, a.Language = r.Language, cmp.Or(r.Said.Language, language)
		if a.Mode == interview.Spoken {
			a.Recogniser = r.Said.Source.Provider + " " + r.Said.Source.Model
		}
	}
	return a
}

// inOrder sorts by time, oldest first, so that no result depends on the order of records.
func inOrder(all []Session) []Session {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Session) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
	})
	return all
}
