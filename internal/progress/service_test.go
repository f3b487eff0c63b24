package progress

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// rehearsals and ads are what the ports tell.
type rehearsals struct {
	all []interview.Practice
	err error
}

func (r rehearsals) Practised(context.Context) ([]interview.Practice, error) { return r.all, r.err }

type ads struct {
	all []posting.Posting
	err error
}

func (a ads) List(context.Context) ([]posting.Posting, error) { return a.all, a.err }

func TestAnErrorOfEitherPortIsTold(t *testing.T) {
	broken := errors.New("broken")
	for _, tt := range []struct {
		name string
		r    rehearsals
		p    ads
		want string
	}{
		{"rehearsals", rehearsals{err: broken}, ads{}, "read rehearsals: broken"},
		{"postings", rehearsals{}, ads{err: broken}, "read postings: broken"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o, err := NewService(tt.r, tt.p, testkit.NewClock()).Get(t.Context())
			if !errors.Is(err, broken) || err.Error() != tt.want || !reflect.DeepEqual(o, Overview{}) {
				t.Errorf("%v, with %+v", err, o)
			}
		})
	}
}

func TestNothingIsKeptBetweenTwoLooks(t *testing.T) {
	kept := &store{}
	clk := testkit.NewClock()
	s := NewService(interview.NewService(interview.Deps{Rehearsals: kept, Answers: kept}), ads{all: []posting.Posting{ad("p", "Safety.")}}, clk)
	o, err := s.Get(t.Context())
	if err != nil || o.Practice.Total != 0 || o.Next[0].Reason != NothingYet || o.Next[1].PostingID != "p" || len(o.Metrics) == 0 {
		t.Fatalf("%v, %+v", err, o)
	}
	kept.rehearsed(clk.Now(), started...)
	kept.answer(0, clk.Now(), "I did it.")
	clk.Advance(21 * 24 * time.Hour)
	if o, err = s.Get(t.Context()); err != nil || o.Practice.Total != 1 || the(LongSince, o.Next) == nil || len(o.Practice.Weeks) != 4 {
		t.Errorf("three weeks later: %v, %+v", err, o)
	}
	kept.rehearsals, kept.answers = nil, nil
	if o, err = s.Get(t.Context()); err != nil || o.Practice.Total != 0 || o.Next[0].Reason != NothingYet {
		t.Errorf("deleted: %v, %+v", err, o)
	}
}

// store keeps one rehearsal of one question.
type store struct {
	interview.Rehearsals
	interview.Answers
	rehearsals []interview.Rehearsal
	answers    []interview.Answer
}

func (s *store) ListRehearsals(context.Context) ([]interview.Rehearsal, error) {
	return s.rehearsals, nil
}

func (s *store) ListAnswers(context.Context, interview.ID) ([]interview.Answer, error) {
	return append([]interview.Answer{}, s.answers...), nil
}

// The moves of a rehearsal of one question, and those of a further attempt from its report.
var (
	started  = []interview.MoveKind{interview.MoveStart, interview.MoveAsked, interview.MoveDone, interview.MoveClose, interview.MoveReport}
	passed   = []interview.MoveKind{interview.MoveStart, interview.MoveAsked, interview.MoveSkip, interview.MoveClose, interview.MoveReport}
	begun    = []interview.MoveKind{interview.MoveRetry, interview.MoveAsked}
	left     = append(begun[:2:2], interview.MoveInterrupt)
	retried  = append(begun[:2:2], interview.MoveDone, interview.MoveClose, interview.MoveReport)
	skipped  = append(begun[:2:2], interview.MoveSkip, interview.MoveClose, interview.MoveReport)
	preferIt = append(retried[:5:5], interview.MoveChoose) // the first attempt
)

func (s *store) rehearsed(at time.Time, moves ...interview.MoveKind) {
	r := interview.Rehearsal{ID: "r", Plan: interview.Plan{Language: "en", Questions: []interview.PlannedQuestion{{CompetencyID: "teamwork", Competency: "Working with others"}}}}
	for _, m := range moves {
		r.Moves = append(r.Moves, interview.Move{Kind: m, At: at})
	}
	s.rehearsals = []interview.Rehearsal{r}
}

func (s *store) answer(attempt int, at time.Time, text string) {
	s.answers = append(s.answers, interview.Answer{RehearsalID: "r", Attempt: attempt, Mode: interview.Typed, Text: text, StartedAt: at, DoneAt: at})
}

// TestOnlyTheAttemptThatCountsIsLookedAt asks the real service of rehearsals. The first
// attempt has two words and was long ago, the second three and was made just now.
func TestOnlyTheAttemptThatCountsIsLookedAt(t *testing.T) {
	const long = 40 * 24 * time.Hour
	for _, tt := range []struct {
		name   string
		moves  [][]interview.MoveKind
		second bool    // there is something in the second attempt
		words  float64 // of the attempt that counts; 0: there was no practice
		ago    time.Duration
	}{
		{"one attempt", [][]interview.MoveKind{started}, false, 2, long},
		{"not over", [][]interview.MoveKind{started[:3]}, false, 0, 0},
		{"passed", [][]interview.MoveKind{passed}, false, 0, 0},
		{"tried again", [][]interview.MoveKind{started, retried}, true, 3, 0},
		{"tried again, and the first is to count", [][]interview.MoveKind{started, preferIt}, true, 2, long},
		{"passed when tried again", [][]interview.MoveKind{started, skipped}, true, 2, long},
		{"passed, and answered when tried again", [][]interview.MoveKind{passed, retried}, true, 3, 0},
		{"the answer that counted is deleted", [][]interview.MoveKind{started, retried}, false, 2, long},
		{"passed, and the answer is deleted", [][]interview.MoveKind{passed, retried}, false, 0, 0},
		{"just being tried again", [][]interview.MoveKind{started, begun}, true, 2, long},
		{"left while it was tried again", [][]interview.MoveKind{started, left}, true, 2, long},
	} {
		t.Run(tt.name, func(t *testing.T) {
			kept, clk := &store{}, testkit.NewClock()
			var moves []interview.MoveKind
			for _, m := range tt.moves {
				moves = append(moves, m...)
			}
			kept.rehearsed(clk.Now(), moves...)
			kept.answer(0, clk.Now(), "One two.")
			clk.Advance(long)
			if tt.second {
				kept.answer(1, clk.Now(), "One two three.")
			}
			o, err := NewService(interview.NewService(interview.Deps{Rehearsals: kept, Answers: kept}), ads{}, clk).Get(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if tt.words == 0 {
				if o.Practice.Total != 0 || len(o.Competencies) != 0 {
					t.Errorf("%+v", o.Practice)
				}
				return
			}
			length := values(metricOf(t, o.Metrics, TypedLength).Line)
			if len(length) != 1 || length[0] != tt.words || o.Practice.Answers != 1 {
				t.Fatalf("lengths %v of %d answers, want %v of one", length, o.Practice.Answers, tt.words)
			}
			if at := clk.Now().Add(-tt.ago); !o.Competencies[0].LastAt.Equal(at) || (the(LongSince, o.Next) != nil) != (tt.ago > 0) {
				t.Errorf("last on %v, want %v; %v", o.Competencies[0].LastAt, at, reasons(o.Next))
			}
		})
	}
}
