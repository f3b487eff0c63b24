package interview

import (
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
		"ending early":                  {"start asked end report", Reported, 0, 0},
		"ending in a break":             {"start asked pause end", Closing, 0, 0},
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

// However moves are strung together, the machine never leaves its plan, and a break
// or a crash changes nothing but the phase.
func TestNoCourseLeavesThePlan(t *testing.T) {
	kinds := []MoveKind{
		MoveStart, MoveAsked, MoveDone, MoveSkip, MoveUnskip, MoveProbe, MoveNext, MoveClose, MoveEnd,
		MovePause, MoveInterrupt, MoveResume, MoveReport,
	}
	rapid.Check(t, func(rt *rapid.T) {
		questions := rapid.IntRange(1, 9).Draw(rt, "questions")
		s := begin()
		for range rapid.IntRange(0, 80).Draw(rt, "length") {
			next, err := s.step(Move{Kind: rapid.SampledFrom(kinds).Draw(rt, "move")}, questions)
			if err != nil {
				continue
			}
			if next.Question < 0 || next.Question >= questions || next.Probe > MaxProbes || len(next.Probes) != next.Probe {
				rt.Fatalf("left the plan: %+v", next)
			}
			if halted, err := next.step(Move{Kind: MoveInterrupt}, questions); err == nil {
				back, err := halted.step(Move{Kind: MoveResume}, questions)
				if err != nil || back.Phase != next.Phase || back.Question != next.Question || back.Probe != next.Probe {
					rt.Fatalf("a crash changed %+v to %+v (%v)", next, back, err)
				}
			}
			s = next
		}
	})
}
