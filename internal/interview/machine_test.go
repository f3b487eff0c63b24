package interview

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func play(t *testing.T, questions int, kinds string) (State, error) {
	t.Helper()
	var moves []Move
	for k := range strings.FieldsSeq(kinds) {
		moves = append(moves, Move{Kind: MoveKind(k), Probe: "And then?"})
	}
	return fold(questions, moves)
}

func TestLegalCourses(t *testing.T) {
	tests := map[string]struct {
		moves    string
		phase    Phase
		question int
		probe    int
	}{
		"nothing yet":                   {"", Planned, 0, 0},
		"being asked":                   {"start", Asking, 0, 0},
		"answering":                     {"start asked", Listening, 0, 0},
		"a follow-up":                   {"start asked done probe", FollowUp, 0, 1},
		"answering the second":          {"start asked done probe asked done probe asked", Listening, 0, 2},
		"the next question":             {"start asked done next", Asking, 1, 0},
		"follow-ups begin anew":         {"start asked done probe asked done next asked done probe", FollowUp, 1, 1},
		"to the end":                    {"start asked done next asked done close report", Reported, 1, 0},
		"a break in the middle":         {"start asked pause resume", Listening, 0, 0},
		"the app went away in a break":  {"start asked pause", Paused, 0, 0},
		"the app went away":             {"start asked interrupt", Interrupted, 0, 0},
		"... and came back":             {"start asked interrupt resume done", Thinking, 0, 0},
		"passing a question":            {"start asked skip next", Asking, 1, 0},
		"... and thinking better of it": {"start asked skip next unskip", Asking, 0, 0},
		"... while being asked":         {"start asked skip next asked unskip", Asking, 0, 0},
		"passing a follow-up":           {"start asked done probe asked skip next unskip", FollowUp, 0, 1},
		"looking at a question":         {"start asked done review", Reviewing, 0, 0},
		"... and its follow-up":         {"start asked done probe asked done review", Reviewing, 0, 1},
		"... and trying again":          {"start asked done probe asked done review retry", Asking, 0, 0},
		"... with follow-ups anew":      {"start asked done probe asked done review retry asked done probe", FollowUp, 0, 1},
		"... and on to the next":        {"start asked done review next", Asking, 1, 0},
		"... and the last":              {"start asked done review next asked done review close report", Reported, 1, 0},
		"a break in looking":            {"start asked done review interrupt resume", Reviewing, 0, 0},
		"ending while looking":          {"start asked done review end report", Reported, 0, 0},
		"passing a follow-up with a coach, and thinking better of it": {"start asked done probe asked skip review unskip", FollowUp, 0, 1},
		"again from the report":    {"start asked done next asked done close report retry", Asking, 0, 0},
		"... answered, and back":   {"start asked done close report retry asked done probe asked done close report", Reported, 0, 1},
		"... passed, and back":     {"start asked end report retry asked skip close report", Reported, 0, 0},
		"... ended, and once more": {"start asked end report retry end report retry", Asking, 0, 0},
		"ending early":             {"start asked end report", Reported, 0, 0},
		"ending in a break":        {"start asked pause end", Closing, 0, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s, err := play(t, 2, tt.moves)
			if err != nil {
				t.Fatal(err)
			}
			if s.Phase != tt.phase || s.Question != tt.question || s.Probe != tt.probe {
				t.Errorf("got %s %d.%d, want %s %d.%d", s.Phase, s.Question, s.Probe, tt.phase, tt.question, tt.probe)
			}
		})
	}
}

func TestIllegalMoves(t *testing.T) {
	for _, moves := range []string{
		"asked", "done", "pause", "resume", "end", "unskip", "start start", "start done",
		"start asked asked", "start asked next", "start asked pause pause", "start asked pause done",
		"start asked done unskip", "start asked skip next asked done unskip", "start asked skip close unskip",
		"start asked done probe asked done probe asked done probe", // a third follow-up
		"start asked done next asked done next",                    // a third question of two
		"start asked end report resume",
		"review", "retry", "start asked review", "start asked retry", "start asked done retry", // what isn't over isn't looked at
		"start asked done review asked", "start asked done review done", "start asked done review skip", "start asked done review probe",
		"start asked done review review", "start asked done review report", "start asked done review unskip",
		"start asked done next asked done review retry",  // while the second is looked at, the first is not put
		"start asked done next asked done review next",   // nothing is next after the last
		"start asked end report retry asked done next",   // an attempt from the report leads back to it
		"start asked end report retry asked done review", // and is looked at there
		"start asked end report retry report", "start asked end report review", "start asked end report next",
	} {
		if _, err := play(t, 2, moves); !fault.Has(err, fault.Conflict) {
			t.Errorf("%q: got %v, want a Conflict", moves, err)
		}
	}
}

func TestSkippedQuestionsAreRemembered(t *testing.T) {
	s, err := play(t, 3, "start asked skip next asked skip next unskip asked done next")
	if err != nil {
		t.Fatal(err)
	}
	if !s.Skipped[0] || s.Skipped[1] || s.Question != 2 {
		t.Errorf("got %+v", s)
	}
}

// allMoves are all kinds there are.
var allMoves = []MoveKind{
	MoveStart, MoveAsked, MoveDone, MoveSkip, MoveUnskip, MoveProbe, MoveReview, MoveRetry, MoveNext, MoveClose, MoveEnd,
	MovePause, MoveInterrupt, MoveResume, MoveReport,
}

// anyMove is a move of any kind; a question put once more is in the plan or beside it.
func anyMove(rt *rapid.T, questions int) Move {
	return Move{Kind: rapid.SampledFrom(allMoves).Draw(rt, "move"), Question: rapid.IntRange(-1, questions).Draw(rt, "question")}
}

// However moves are strung together, the machine never leaves its plan, and a break
// or a crash changes nothing but the phase.
func TestNoCourseLeavesThePlan(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		questions := rapid.IntRange(1, 9).Draw(rt, "questions")
		s := begin()
		for range rapid.IntRange(0, 80).Draw(rt, "length") {
			next, err := s.step(anyMove(rt, questions), questions)
			if err != nil {
				continue
			}
			if next.Question < 0 || next.Question > next.Reached || next.Reached >= questions || next.Probe > MaxProbes || len(next.Probes) != next.Probe {
				rt.Fatalf("left the plan: %+v", next)
			}
			if halted, err := next.step(Move{Kind: MoveInterrupt}, questions); err == nil {
				back, err := halted.step(Move{Kind: MoveResume}, questions)
				if err != nil || !alike(back, next) {
					rt.Fatalf("a crash changed %+v to %+v (%v)", next, back, err)
				}
			}
			s = next
		}
	})
}

// alike reports whether two states are the same in all that moves bring about.
func alike(a, b State) bool {
	a.skipFrom, b.skipFrom = nil, nil
	return reflect.DeepEqual(a, b)
}

// What was legal when it happened replays to the same state, and none of the moves on the
// way changed a state that was there before.
func TestAnyCourseReplaysToTheSame(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		questions := rapid.IntRange(1, 5).Draw(rt, "questions")
		states, moves := []State{begin()}, []Move{}
		for range rapid.IntRange(0, 60).Draw(rt, "length") {
			m := anyMove(rt, questions)
			if next, err := states[len(states)-1].step(m, questions); err == nil {
				states, moves = append(states, next), append(moves, m)
			}
		}
		for n := range states {
			if again, err := fold(questions, moves[:n]); err != nil || !alike(again, states[n]) {
				rt.Fatalf("after %d of %+v: %+v, was %+v (%v)", n, moves, again, states[n], err)
			}
		}
	})
}

// A further attempt at a question has a place of its own, whatever happened before: no
// answer is ever written over.
func TestAttemptsNeverTakeAnotherPlace(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		questions := rapid.IntRange(1, 3).Draw(rt, "questions")
		s, seen := begin(), map[try]bool{}
		retries := 0
		for range rapid.IntRange(0, 200).Draw(rt, "length") {
			m := anyMove(rt, questions)
			next, err := s.step(m, questions)
			if err != nil {
				continue
			}
			at := try{next.Question, next.Attempt}
			if m.Kind == MoveRetry {
				retries++
				if seen[at] || next.Attempt == 0 || next.Probe != 0 {
					rt.Fatalf("attempt %+v was begun before", at)
				}
			}
			seen[at] = true
			s = next
		}
		rt.Logf("%d retries", retries)
	})
}

// What was reported once has a report from then on.
func TestWhatWasFinishedStaysFinished(t *testing.T) {
	for moves, want := range map[string]bool{
		"start asked done close":                                false,
		"start asked interrupt end":                             false,
		"start asked end report":                                true,
		"start asked done close report retry asked":             true,
		"start asked done close report retry asked interrupt":   true,
		"start asked done close report retry asked skip unskip": true,
	} {
		s, err := play(t, 2, moves)
		if err != nil {
			t.Fatalf("%s: %v", moves, err)
		}
		if s.Finished != want {
			t.Errorf("%s: %+v", moves, s)
		}
	}
}

func TestAnAttemptPassedLeavesTheQuestionAnswered(t *testing.T) {
	for moves, want := range map[string]struct{ skipped, first, second bool }{
		"start asked skip next":                                             {true, true, false},
		"start asked done review retry asked skip":                          {false, false, true},
		"start asked skip close report retry asked":                         {true, true, false},
		"start asked skip close report retry asked done close report":       {false, true, false},
		"start asked skip close report retry asked skip close report":       {true, true, true},
		"start asked done review retry asked skip review unskip":            {false, false, false},
		"start asked skip close report retry asked done close report retry": {false, true, false},
		// A further attempt that was ended before its answer was in is passed as well.
		"start asked done review retry asked end report":                 {false, false, true},
		"start asked done close report retry end report":                 {false, false, true},
		"start asked done close report retry asked interrupt end report": {false, false, true},
		"start asked done close report retry asked pause end report":     {false, false, true},
		"start asked skip close report retry asked end report":           {true, true, true},
		"start asked done close report retry asked done end report":      {false, false, false},
		"start asked done close report retry asked done probe asked end": {false, false, false},
		"start asked done close report retry asked done interrupt end":   {false, false, false},
		"start asked end report":                                         {false, false, false},
	} {
		s, err := play(t, 2, moves)
		if err != nil {
			t.Fatalf("%s: %v", moves, err)
		}
		if s.Skipped[0] != want.skipped || s.Passed(0, 0) != want.first || s.Passed(0, 1) != want.second {
			t.Errorf("%s: %+v", moves, s)
		}
	}
}
