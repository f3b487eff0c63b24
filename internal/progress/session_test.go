package progress

import (
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// practised is a rehearsal of the interview package that many days ago.
func practised(days int, questions ...interview.QuestionReport) interview.Practice {
	s := session(days)
	return interview.Practice{
		Rehearsal: interview.Rehearsal{ID: s.ID, Plan: interview.Plan{Language: "de", For: "Welder", Questions: make([]interview.PlannedQuestion, 4)}, Moves: []interview.Move{{Kind: interview.MoveStart, At: s.At}}},
		Questions: questions,
	}
}

// put is a question that these answers were given to.
func put(answers ...interview.AnswerReport) interview.QuestionReport {
	return interview.QuestionReport{Planned: interview.PlannedQuestion{CompetencyID: "teamwork", Competency: "Team"}, Answers: answers}
}

func TestWhatCountsAsPractice(t *testing.T) {
	given, dropped := interview.AnswerReport{}, interview.AnswerReport{Passed: true}
	skipped := put(given)
	skipped.Skipped = true
	for _, tt := range []struct {
		name      string
		questions []interview.QuestionReport
		answered  int // 0: it was no practice
		answers   int
	}{
		{"no question was put", nil, 0, 0},
		{"no answer is left", []interview.QuestionReport{put()}, 0, 0},
		{"passed", []interview.QuestionReport{skipped}, 0, 0},
		{"only of an attempt that was passed", []interview.QuestionReport{put(dropped)}, 0, 0},
		{"with a follow-up", []interview.QuestionReport{put(given, given), skipped, put()}, 1, 2},
		{"two questions", []interview.QuestionReport{put(given), put(dropped, given)}, 2, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all := sessionsOf([]interview.Practice{practised(1, tt.questions...)})
			if (len(all) == 0) != (tt.answered == 0) {
				t.Fatalf("%+v", all)
			}
			if len(all) == 0 {
				return
			}
			p := practice(all, today)
			if p.Answers != tt.answers || p.Recent[0].Answered != tt.answered || p.Recent[0].Questions != 4 || p.Recent[0].For != "Welder" {
				t.Errorf("%+v", p)
			}
		})
	}
}

func TestSessionsComeOldestFirst(t *testing.T) {
	all := sessionsOf([]interview.Practice{practised(1, put(interview.AnswerReport{})), practised(3, put(interview.AnswerReport{})), practised(2, put(interview.AnswerReport{}))})
	if len(all) != 3 || all[0].At != daysAgo(3) || all[1].At != daysAgo(2) || all[2].At != daysAgo(1) {
		t.Errorf("%+v", all)
	}
}

func TestWhatIsKnownOfAnAnswer(t *testing.T) {
	words := &delivery.WordMetrics{Words: 3}
	heard := transcript.Transcript{Language: "fr", Source: transcript.Source{Provider: "local", Model: "tiny"}}
	typed := transcript.Of("One two three")
	for _, tt := range []struct {
		name       string
		report     interview.AnswerReport
		words      bool
		language   string
		recogniser string
		followUp   bool
		at         time.Time
	}{
		{"typed", interview.AnswerReport{Answer: interview.Answer{Mode: interview.Typed, DoneAt: today}, Said: &typed, Language: words}, true, "de", "", false, today},
		{"heard in another language", interview.AnswerReport{Answer: interview.Answer{Mode: interview.Spoken}, Said: &heard, Language: words}, true, "fr", "local tiny", false, time.Time{}},
		{"key points alone", interview.AnswerReport{Answer: interview.Answer{Mode: interview.Spoken}, Language: words}, false, "de", "", false, time.Time{}},
		{"a follow-up that a crash ended", interview.AnswerReport{Answer: interview.Answer{Mode: interview.Typed, Probe: 1, StartedAt: today}}, false, "de", "", true, today},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := answerOf(tt.report, "de")
			if (a.Words != nil) != tt.words || a.Language != tt.language || a.Recogniser != tt.recogniser || a.FollowUp != tt.followUp || !a.At.Equal(tt.at) {
				t.Errorf("%+v", a)
			}
		})
	}
}
