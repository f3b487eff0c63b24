package progress

import (
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/star"
)

// times is the same question over and over.
func times(n int, q Question) []Question { return slices.Repeat([]Question{q}, n) }

func TestWhatLacksEvidence(t *testing.T) {
	full, noResult := about("teamwork", well()), about("planning", scored(modelA, 4, 4, 4, 0, 4))
	noAction := about("safety", scored(modelA, 4, 4, 0, 4, 4))
	brought := about("planning", scored(modelA, 4, 4, 4, 0, 4), scored(modelA, 0, 0, 0, 3, 0))
	failing := about("planning", scored(modelA, 4, 4, 4, -1, 4))
	for _, tt := range []struct {
		name      string
		questions []Question // oldest first
		criterion rubric.CriterionID
		about     string
		count, of int
	}{
		{"two answers are too few", times(2, noResult), "", "", 0, 0},
		{"all of three", times(3, noResult), rubric.Result, "planning", 3, 3},
		{"one half", slices.Concat(times(2, noResult), times(2, full)), rubric.Result, "planning", 2, 4},
		{"less than half", slices.Concat(times(2, noResult), times(3, full)), "", "", 0, 0},
		{"a follow-up brought it", times(4, brought), "", "", 0, 0},
		{"not scored isn't lacking", times(4, failing), "", "", 0, 0},
		{"what nobody scored isn't counted", slices.Concat(times(3, noResult), times(9, about("teamwork", failed()))), rubric.Result, "planning", 3, 3},
		{"the most frequent", slices.Concat(times(3, noAction), times(2, noResult)), rubric.OwnAction, "safety", 3, 5},
		{"of equals the result", slices.Concat(times(3, noResult), times(3, noAction)), rubric.Result, "planning", 3, 6},
		{"the newest that lacks it", append(times(3, noResult), about("safety", noResult.Answers...)), rubric.Result, "safety", 4, 4},
		{"the latest ten", slices.Concat(times(9, noResult), times(4, noAction), times(6, full)), "", "", 0, 0},
		{"the latest ten, and no more", slices.Concat(times(9, full), times(10, noResult)), rubric.Result, "planning", 10, 10},
		{"nothing the bank has questions about", times(4, about("of-a-newer-app", noResult.Answers...)), "", "", 0, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var all []Session
			for i, q := range tt.questions {
				all = append(all, session(len(tt.questions)-i, q))
			}
			checkLacking(t, the(LacksEvidence, lacksEvidence(knowing(t, all...))), string(tt.criterion), tt.about, tt.count, tt.of)
			one := session(1, tt.questions...)
			checkLacking(t, the(LacksEvidence, lacksEvidence(knowing(t, one))), string(tt.criterion), tt.about, tt.count, tt.of)
		})
	}
}

func checkLacking(t *testing.T, r *Recommendation, what, competency string, count, of int) {
	t.Helper()
	if r == nil {
		if what != "" {
			t.Errorf("nothing, want %s", what)
		}
		return
	}
	f := r.Facts[0]
	if r.About != what || r.Competency.ID != competency || f.Kind != FactLacking || f.Count != count || f.Of != of {
		t.Errorf("%+v, want %s about %s in %d of %d", *r, what, competency, count, of)
	}
}

func TestWhichPartIsMissing(t *testing.T) {
	whole := about("teamwork", told(star.Parts()...))
	without := func(p star.Part) Question {
		return about("planning", told(slices.DeleteFunc(star.Parts(), func(o star.Part) bool { return o == p })...))
	}
	silent := about("safety", Answer{Mode: interview.Spoken})
	for _, tt := range []struct {
		name      string
		questions []Question
		part      star.Part
		count, of int
	}{
		{"two answers are too few", times(2, without(star.Result)), "", 0, 0},
		{"the result", times(3, without(star.Result)), star.Result, 3, 3},
		{"the action", times(3, without(star.Action)), star.Action, 3, 3},
		{"the situation", slices.Concat(times(2, whole), times(2, without(star.Situation))), star.Situation, 2, 4},
		{"never the task", times(3, without(star.Task)), "", 0, 0},
		{"less than half", slices.Concat(times(2, whole), times(1, without(star.Result))), "", 0, 0},
		{"a follow-up brought it", times(3, about("planning", told(star.Situation, star.Action), told(star.Result))), "", 0, 0},
		{"sound without words tells nothing", slices.Concat(times(2, without(star.Result)), times(5, silent)), "", 0, 0},
		{"levels know better", slices.Concat(times(5, without(star.Result)), times(3, about("teamwork", well()))), "", 0, 0},
		{"two levels don't", slices.Concat(times(5, without(star.Result)), times(2, about("teamwork", well()))), star.Result, 5, 5},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := the(PartMissing, partMissing(knowing(t, session(1, tt.questions...))))
			checkLacking(t, r, string(tt.part), "planning", tt.count, tt.of)
		})
	}
}

func TestTheLowestLevelThatCanBeReliedOn(t *testing.T) {
	levels := func(competency string, n int) Question { return about(competency, scored(modelA, n, n, n, n, n)) }
	with := func(change func(*Answer)) Question {
		a := scored(modelA, 1, 1, 1, 1, 1)
		change(&a)
		return about("safety", a)
	}
	two, three := levels("teamwork", 2), levels("planning", 3)
	quick := with(func(a *Answer) { a.Score.Runs = 1 })
	apart := with(func(a *Answer) {
		for i := range a.Score.Criteria {
			a.Score.Criteria[i].High = 3
		}
	})
	for _, tt := range []struct {
		name     string
		sessions []Session
		want     string
	}{
		{"the lowest", []Session{session(1, two, three)}, "teamwork"},
		{"the newest level counts", []Session{session(3, two, three), session(1, levels("teamwork", 4))}, "planning"},
		{"a good level is no reason", []Session{session(1, levels("teamwork", 4), levels("planning", 5))}, ""},
		{"asked only once", []Session{session(1, quick, two)}, "teamwork"},
		{"runs lie too far apart", []Session{session(1, apart, two)}, "teamwork"},
		{"two criteria are too few", []Session{session(1, about("safety", scored(modelA, 1, 1, 0, 0, 0)), two)}, "teamwork"},
		{"failed", []Session{session(1, about("safety", failed()), two)}, "teamwork"},
		{"another model gave it", []Session{session(3, levels("safety", 1)), session(1, about("teamwork", scored(modelB, 3, 3, 3, 3, 3)))}, "teamwork"},
		{"own ratings aren't levels", []Session{session(1, about("safety", rated(rubric.Result, 1, "v1")))}, ""},
		{"nothing the bank has questions about", []Session{session(1, levels("of-a-newer-app", 1))}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := the(LowestLevel, recommended(knowing(t, tt.sessions...)))
			if (r == nil) != (tt.want == "") || r != nil && r.Competency.ID != tt.want {
				t.Errorf("%+v, want %q", r, tt.want)
			}
		})
	}
}

func TestTheLowestLevelSaysWhatItRestsOn(t *testing.T) {
	low := scored(modelA, 2, 2, 2, 0, -1)
	r := the(LowestLevel, recommended(knowing(t, session(2, about("teamwork", low)), session(1, about("planning", well()), about("safety", scored(modelA, 4, 4, 4, 4, 4))))))
	if r == nil || len(r.Facts) != 2 {
		t.Fatalf("%+v", r)
	}
	level, others := r.Facts[0], r.Facts[1]
	if level.Kind != FactLevel || level.Value != 2 || level.Count != 3 || level.Of != 5 || !level.At.Equal(daysAgo(2)) {
		t.Errorf("level %+v", level)
	}
	if others.Kind != FactOthers || others.Count != 2 || others.Low != 4 || others.High != 5 {
		t.Errorf("others %+v", others)
	}
	alone := the(LowestLevel, recommended(knowing(t, session(2, about("teamwork", low)))))
	if alone == nil || len(alone.Facts) != 1 {
		t.Errorf("there are no others: %+v", alone)
	}
}

func TestLengthsOutsideOneToTwoMinutes(t *testing.T) {
	for _, tt := range []struct {
		name    string
		seconds []int // of a rehearsal each, oldest first
		count   int   // 0: no reason
	}{
		{"never spoken", nil, 0},
		{"one short", []int{30}, 0},
		{"two short", []int{30, 40}, 2},
		{"two of three long", []int{130, 90, 150}, 2},
		{"all long", []int{130, 140, 150}, 3},
		{"one to each side", []int{30, 90, 150}, 0},
		{"to the second", []int{60, 120, 60}, 0},
		{"long ago", []int{30, 30, 30, 90, 90, 100}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var all []Session
			for i, n := range tt.seconds {
				all = append(all, session(len(tt.seconds)-i, about("teamwork", spoken(n, 2*n))))
			}
			r := the(LengthOutside, recommended(knowing(t, all...)))
			if (r == nil) != (tt.count == 0) {
				t.Fatalf("%+v", r)
			}
			if r == nil {
				return
			}
			newest, lengths := r.Facts[0], r.Facts[1]
			if newest.Kind != FactNewest || newest.Value != float64(tt.seconds[len(tt.seconds)-1]) || lengths.Kind != FactLengths ||
				lengths.Count != tt.count || lengths.Of != len(tt.seconds) || lengths.Low != 60 || lengths.High != 120 {
				t.Errorf("%+v", r.Facts)
			}
		})
	}
}
