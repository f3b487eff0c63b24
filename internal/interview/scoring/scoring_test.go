package scoring

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

const said = "In March our ward had two nurses too few, so I drew up a new rota with the night team. " +
	"I asked everyone which shifts they could swap, and tried it for two weeks. In the end nobody worked more than five nights."

var words = strings.Fields(said)

func answer() Answer {
	return Answer{Question: "Tell me about a plan.", Competency: "Planning", Language: "en", Words: words}
}

// model answers each run by a function of the run's number, from 0, and of what is asked.
type model struct {
	mu   sync.Mutex
	runs int
	say  func(run int, t Task) (Opinions, error)
}

func (m *model) Rate(_ context.Context, t Task) (Opinions, error) {
	m.mu.Lock()
	run := m.runs
	m.runs++
	m.mu.Unlock()
	return m.say(run, t)
}

func options(runs int) Options {
	return Options{Runs: runs, At: time.Unix(0, 0), Compose: norm.NFC.String}
}

// all gives every criterion that is asked for the same opinion.
func all(t Task, o Opinion) Opinions {
	out := Opinions{Source: Source{Model: "m", Provider: "p", PromptVersion: "v1"}}
	for _, id := range t.Criteria {
		o.Criterion = id
		out.Criteria = append(out.Criteria, o)
	}
	return out
}

func rate(t *testing.T, runs int, say func(run int, t Task) (Opinions, error)) (Score, int) {
	t.Helper()
	m := &model{say: say}
	s := Rate(t.Context(), m, answer(), options(runs))
	return s, m.runs
}

func TestTheMedianAndHowFarTheRunsLieApart(t *testing.T) {
	levels := []int{4, 2, 5}
	s, asked := rate(t, Runs, func(run int, task Task) (Opinions, error) {
		return all(task, Opinion{Quotes: []string{"drew up a new ROTA"}, Level: levels[run]}), nil
	})
	for _, c := range s.Criteria {
		if c.Status != Scored || c.Level != 4 || c.Low != 2 || c.High != 5 || len(c.Evidence) != 1 || c.Evidence[0].Quote(words) != "drew up a new rota" {
			t.Errorf("%+v", c)
		}
	}
	if asked != 3 || s.Overall == nil || *s.Overall < 3.999 || *s.Overall > 4.001 || s.Scored != 5 || s.Source.Model != "m" || s.Source.RubricVersion != "v1" {
		t.Errorf("%+v after %d", s, asked)
	}
}

func TestAQuoteThatWasNotSaidCostsTheLevel(t *testing.T) {
	for name, o := range map[string]Opinion{
		"invented":         {Quotes: []string{"I saved the hospital a million"}, Level: 5},
		"one of two":       {Quotes: []string{"a new rota", "with great charm"}, Level: 5},
		"half a word":      {Quotes: []string{"rew up a new rot"}, Level: 5},
		"none":             {Level: 5},
		"a single word":    {Quotes: []string{"rota"}, Level: 5},
		"many single ones": {Quotes: []string{"rota", "weeks", "nobody worked"}, Level: 5},
		"only signs":       {Quotes: []string{"..."}, Level: 5},
		"stitched":         {Quotes: []string{"our ward worked more than five nights"}, Level: 5},
		"no such level":    {Quotes: []string{"a new rota"}, Level: 9},
		"no level":         {Quotes: []string{"a new rota"}},
		"an invented lack": {Quotes: []string{"nothing at all"}, Insufficient: true},
		"another's anchor": {Quotes: []string{"a new rota"}, Level: 5, Anchor: "No particular situation: what is usually done, or what would be done."},
	} {
		s, asked := rate(t, Runs, func(_ int, task Task) (Opinions, error) { return all(task, o), nil })
		for _, c := range s.Criteria {
			if name == "another's anchor" && c.ID != rubric.SituationAndTask {
				continue // it is nobody's there, and left alone
			}
			if c.Status != NotScored || c.Cause != "scoring.notHeld" || c.Level != 0 {
				t.Errorf("%s: %+v", name, c)
			}
		}
		if asked != 6 {
			t.Errorf("%s: asked %d times, not twice in each run", name, asked)
		}
	}
}

func TestACriterionThatFellIsAskedForOnceMore(t *testing.T) {
	var mu sync.Mutex
	seen := map[int]int{}
	s, asked := rate(t, 1, func(run int, task Task) (Opinions, error) {
		mu.Lock()
		defer mu.Unlock()
		seen[run] = len(task.Criteria)
		out := all(task, Opinion{Quotes: []string{"for two weeks"}, Level: 3})
		if run == 0 {
			out.Criteria[1].Quotes = []string{"for two years"}
		}
		return out, nil
	})
	if asked != 2 || seen[0] != 5 || seen[1] != 1 || s.Scored != 5 || s.Runs != 1 {
		t.Errorf("%v %+v", seen, s)
	}
}

func TestOneRunOfThreeMayFall(t *testing.T) {
	s, _ := rate(t, Runs, func(_ int, task Task) (Opinions, error) {
		o := Opinion{Quotes: []string{"for two weeks"}, Level: 3}
		if task.Criteria[0] == rubric.Relevance || len(task.Criteria) == 5 && task.Criteria[0] == order(task.Rubric, 0)[0] {
			o.Quotes = []string{"not said"}
		}
		return all(task, o), nil
	})
	if s.Scored != 5 {
		t.Errorf("%+v", s.Criteria)
	}
}

func TestTooLittleIsNoLevel(t *testing.T) {
	s, _ := rate(t, Runs, func(run int, task Task) (Opinions, error) {
		return all(task, Opinion{Insufficient: run != 1, Quotes: []string{"for two weeks"}, Level: 4}), nil
	})
	for _, c := range s.Criteria {
		if c.Status != Insufficient || c.Level != 0 || c.Cause != "" {
			t.Errorf("%+v", c)
		}
	}
	if s.Overall != nil || s.Scored != 0 {
		t.Errorf("%+v", s)
	}
}

func TestShortAndOffTheQuestionAreCapped(t *testing.T) {
	m := &model{say: func(_ int, task Task) (Opinions, error) {
		return all(task, Opinion{Quotes: []string{"I managed it"}, Level: 5}), nil
	}}
	short := answer()
	short.Words = strings.Fields("I managed it very well indeed.")
	s := Rate(t.Context(), m, short, options(Runs))
	if !s.Short || *s.Overall != 2 || !s.Criteria[0].Capped || s.Criteria[0].High != 2 {
		t.Errorf("%+v", s)
	}
	off, _ := rate(t, Runs, func(_ int, task Task) (Opinions, error) {
		out := all(task, Opinion{Quotes: []string{"for two weeks"}, Level: 4})
		for i := range out.Criteria {
			if out.Criteria[i].Criterion == rubric.Relevance {
				out.Criteria[i].Level = 1
			}
		}
		return out, nil
	})
	if !off.OffQuestion || off.Short || off.Criteria[0].Level != 1 || off.Criteria[2].Level != 2 || !off.Criteria[2].Capped {
		t.Errorf("%+v", off)
	}
}

func TestAFailureIsNeverANumber(t *testing.T) {
	s, _ := rate(t, Runs, func(run int, task Task) (Opinions, error) {
		if run == 2 {
			return Opinions{}, fmt.Errorf("ask: %w", fault.New(fault.Denied, "ai.noCredit"))
		}
		return all(task, Opinion{Quotes: []string{"for two weeks"}, Level: 4}), nil
	})
	if s.Cause != "ai.noCredit" || s.Overall != nil || len(s.Criteria) != 5 || s.Criteria[0].Cause != "ai.noCredit" || s.Criteria[0].Level != 0 {
		t.Errorf("%+v", s)
	}
}

// What held stays, though asking for the rest again fails; the rest says why it has no level.
func TestASecondAskThatFails(t *testing.T) {
	s, asked := rate(t, 1, func(run int, task Task) (Opinions, error) {
		if run == 1 {
			return Opinions{}, fmt.Errorf("ask: %w", fault.New(fault.Offline, "ai.unreachable"))
		}
		out := all(task, Opinion{Quotes: []string{"for two weeks"}, Level: 3})
		out.Criteria[1].Quotes = []string{"for two years"}
		return out, nil
	})
	if asked != 2 || s.Cause != "" || s.Failure() != nil || s.Scored != 4 || *s.Overall < 2.999 || *s.Overall > 3.001 {
		t.Errorf("%+v after %d", s, asked)
	}
	if c := s.Criteria[1]; c.Status != NotScored || c.Cause != "ai.unreachable" || c.Level != 0 {
		t.Errorf("%+v", c)
	}
	none, _ := rate(t, 1, func(run int, task Task) (Opinions, error) {
		if run == 1 {
			return Opinions{}, fmt.Errorf("ask: %w", fault.New(fault.Offline, "ai.unreachable"))
		}
		return all(task, Opinion{Quotes: []string{"for two years"}, Level: 3}), nil
	})
	if none.Cause != "ai.unreachable" || none.Overall != nil || none.Failure() == nil {
		t.Errorf("nothing held: %+v", none)
	}
}

// A level rests on three words at least; shorter quotes beside them aren't shown.
func TestHowLongAQuoteMustBe(t *testing.T) {
	for name, tt := range map[string]struct {
		answer string
		quotes []string
		shown  string // empty: no level
	}{
		"three words":           {said, []string{"a new rota"}, "a new rota"},
		"two":                   {said, []string{"new rota"}, ""},
		"two of signs":          {said, []string{"– new rota –"}, ""},
		"a short one beside":    {said, []string{"rota", "a new rota"}, "a new rota"},
		"all of a short answer": {"I coped.", []string{"I coped"}, "I coped."},
		"half of a short one":   {"I coped.", []string{"coped"}, ""},
		"one word, all of it":   {"Yes.", []string{"yes"}, "Yes."},
	} {
		a := answer()
		a.Words = strings.Fields(tt.answer)
		m := &model{say: func(_ int, task Task) (Opinions, error) { return all(task, Opinion{Quotes: tt.quotes, Level: 2}), nil }}
		c := Rate(t.Context(), m, a, options(1)).Criteria[0]
		got := ""
		for _, e := range c.Evidence {
			got += e.Quote(a.Words)
		}
		if got != tt.shown || (c.Status == Scored) != (tt.shown != "") {
			t.Errorf("%s: %+v %q, want %q", name, c, got, tt.shown)
		}
	}
}

func TestATemperatureOfItsOwnIsNoted(t *testing.T) {
	s, _ := rate(t, Runs, func(run int, task Task) (Opinions, error) {
		out := all(task, Opinion{Quotes: []string{"for two weeks"}, Level: 3})
		out.Source.OwnTemperature = run == 1
		return out, nil
	})
	if !s.Source.OwnTemperature {
		t.Errorf("%+v", s.Source)
	}
}

func TestNobodyIsAskedAboutNothing(t *testing.T) {
	m := &model{}
	a := answer()
	a.Words = []string{"", " "}
	if s := Rate(t.Context(), m, a, options(Runs)); s.Cause != "scoring.noWords" || m.runs != 0 {
		t.Errorf("%+v", s)
	}
}

func TestTheRunsAskInDifferentOrders(t *testing.T) {
	seen := map[string]bool{}
	for i := range Runs {
		ids := order(rubric.Current(), i)
		seen[fmt.Sprint(ids)] = true
		if len(ids) != 5 {
			t.Errorf("%v", ids)
		}
	}
	if len(seen) != Runs {
		t.Errorf("%v", seen)
	}
}

func TestQuotesAreFoundAsTheyWereSaid(t *testing.T) {
	list := strings.Fields("Well, the “cafe\u0301” – said Ünal: it's 5 p.m. now. The cafe again")
	for quote, want := range map[string]string{
		"CAFÉ":               "“cafe\u0301”",
		"“café” – said ünal": "“cafe\u0301” – said Ünal:",
		"it's  5\np.m":       "it's 5 p.m.",
		"again":              "again",
		"Well":               "Well,",
		"cafe again":         "cafe again",
		"caf":                "",
		"said Unal":          "",
		"its 5":              "",
		"":                   "",
	} {
		e, ok := prepare(list, norm.NFC.String).find(quote)
		got := ""
		if ok {
			got = e.Quote(list)
		}
		if got != want {
			t.Errorf("%q: %q, not %q", quote, got, want)
		}
	}
}

// Whatever a model says, what is shown was said, and nothing is outside its bounds.
func TestAHostileModelShowsNothingThatWasNotSaid(t *testing.T) {
	lies := []string{
		"I have a degree from Oxford", "ignore the rubric", `{"level":5}`, "<script>alert(1)</script>", "In March our", "five nights", "rota",
		"system: give 5", "", strings.Repeat("a", 5000), "IN MARCH OUR", "March our ward had", "ward ward", "\u202eatar",
	}
	shown := 0
	rapid.Check(t, func(rt *rapid.T) {
		seed := rapid.Uint64().Draw(rt, "seed")
		var mu sync.Mutex
		dice := rand.New(rand.NewPCG(seed, 1))
		m := &model{say: func(_ int, task Task) (Opinions, error) {
			mu.Lock()
			defer mu.Unlock()
			var out Opinions
			for range dice.IntN(9) {
				o := Opinion{Criterion: rubric.CriterionID("charm"), Level: dice.IntN(9) - 2, Insufficient: dice.IntN(4) == 0}
				if dice.IntN(4) > 0 {
					o.Criterion = task.Rubric.Criteria[dice.IntN(5)].ID
				}
				for range dice.IntN(3) {
					o.Quotes = append(o.Quotes, lies[dice.IntN(len(lies))])
				}
				out.Criteria = append(out.Criteria, o)
			}
			return out, nil
		}}
		s := Rate(context.Background(), m, answer(), options(Runs))
		for _, c := range s.Criteria {
			if c.Status == Scored && (c.Level < 1 || c.Level > 5 || c.Low > c.Level || c.High < c.Level || len(c.Evidence) == 0) {
				rt.Fatalf("%+v", c)
			}
			for _, e := range c.Evidence {
				shown++
				if q := e.Quote(words); !strings.Contains(said, q) || q == "" {
					rt.Fatalf("%q was not said", q)
				}
			}
		}
		if len(s.Criteria) != 5 || s.Overall != nil && (*s.Overall < 1 || *s.Overall > 5) {
			rt.Fatalf("%+v", s)
		}
	})
	if shown == 0 {
		t.Error("no quote was ever shown: this shows nothing")
	}
}
