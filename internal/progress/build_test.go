package progress

import (
	"fmt"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/bank"
	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
)

// today is a Wednesday.
var today = time.Date(2026, 10, 14, 18, 0, 0, 0, time.UTC)

func daysAgo(n int) time.Time { return today.AddDate(0, 0, -n) }

func loadBank(t testing.TB) *bank.Bank {
	t.Helper()
	b, err := bank.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// session is a rehearsal so many days ago, with these questions.
func session(days int, answered ...Question) Session {
	return Session{ID: interview.ID(fmt.Sprintf("r%03d", days)), At: daysAgo(days), Questions: 3, Answered: answered}
}

// about is a question about a competency that these answers were given to.
func about(competency string, answers ...Answer) Question {
	return Question{Competency: Competency{competency, competency}, Answers: answers}
}

var modelA = scoring.Source{Model: "a", Provider: "p", RubricVersion: "v1", PromptVersion: "score/1"}

// scored is an answer with these levels in the order of the rubric; 0 is insufficient,
// below that not scored.
func scored(by scoring.Source, levels ...int) Answer {
	s := &scoring.Score{Runs: scoring.Runs, Source: by}
	for i, c := range rubric.Current().Criteria {
		one := scoring.Criterion{ID: c.ID, Status: scoring.Scored, Level: levels[i], Low: levels[i], High: levels[i]}
		switch {
		case levels[i] == 0:
			one.Status = scoring.Insufficient
		case levels[i] < 0:
			one = scoring.Criterion{ID: c.ID, Status: scoring.NotScored, Cause: "ai.badReply"}
		default:
			s.Scored++
		}
		s.Criteria = append(s.Criteria, one)
	}
	return Answer{Mode: interview.Typed, Score: s}
}

// failed is an answer whose scorer could not be reached.
func failed() Answer {
	return Answer{Mode: interview.Typed, Score: &scoring.Score{Cause: "ai.busy", Source: scoring.Source{RubricVersion: "v1"}}}
}

// rated is an answer the person rated.
func rated(criterion rubric.CriterionID, level int, version string) Answer {
	return Answer{Mode: interview.Typed, Ratings: []rubric.Rating{{Criterion: criterion, Level: &level, Version: version}}}
}

// spoken is an answer of so many seconds and words.
func spoken(seconds, words int) Answer {
	m := delivery.FromSound(delivery.Sound{RecordedMs: 1000 * seconds, SpeechMs: []delivery.Segment{{EndMs: 1000 * seconds}}})
	wpm := float64(words) * 60 / float64(seconds)
	return Answer{
		Mode: interview.Spoken, Sound: &m, Language: "en", Recogniser: "local tiny",
		Words: &delivery.WordMetrics{DefinitionVersion: delivery.DefinitionVersion, Words: words, SpeechRateWpm: &wpm},
	}
}

// said is a typed answer with everything measured that can be.
func said(text string) Answer {
	w := delivery.FromWords(text, delivery.Options{Language: "en"})
	return Answer{Mode: interview.Typed, Words: &w, Language: "en"}
}

func knowing(t testing.TB, all ...Session) known {
	return known{sessions: inOrder(all), bank: loadBank(t), now: today}
}

// values are the figures of a line.
func values(l Line) []float64 {
	out := []float64{}
	for _, p := range l.Points {
		out = append(out, p.Value)
	}
	return out
}

func metricOf(t testing.TB, all []MetricLine, id MetricID) MetricLine {
	t.Helper()
	for _, m := range all {
		if m.Metric == id {
			return m
		}
	}
	t.Fatalf("no line %s", id)
	return MetricLine{}
}
