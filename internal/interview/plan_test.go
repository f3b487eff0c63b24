package interview

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/interview/bank"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/profile"
)

const nursingAd = "Registered nurse\nWe look for a nurse for our surgical ward. You care for patients, give medication and work in shifts."

func loadBank(t testing.TB) *bank.Bank {
	t.Helper()
	b, err := bank.Load(planLanguage)
	ok(t, err)
	return b
}

// someMaterial is a person and a posting as they may come.
func someMaterial(rt *rapid.T, b *bank.Bank) material {
	m := material{recent: map[bank.QuestionID]bool{}}
	m.posting.Text = rapid.SampledFrom([]string{"", nursingAd, "Lead a sales team and solve problems for our customers.", "xyz"}).Draw(rt, "posting")
	m.profile = profile.Profile{Profession: rapid.SampledFrom([]string{"", "Nurse", "Software engineer", "Juggler"}).Draw(rt, "profession")}
	for _, q := range b.Questions(bank.Filter{}) {
		if rapid.Bool().Draw(rt, "recent") {
			m.recent[q.ID] = true
		}
	}
	return m
}

func TestPlanProperties(t *testing.T) {
	b := loadBank(t)
	rapid.Check(t, func(rt *rapid.T) {
		m, seed := someMaterial(rt, b), rapid.Uint64().Draw(rt, "seed")
		persona := rapid.SampledFrom(b.Personas()).Draw(rt, "persona")
		w := Wish{PersonaID: string(persona.ID), Length: rapid.SampledFrom(lengths).Draw(rt, "length")}
		plan, err := makePlan(b, m, w, seed)
		ok(t, err)
		again, err := makePlan(b, m, w, seed)
		ok(t, err)
		if x, y := asJSON(t, plan), asJSON(t, again); x != y {
			rt.Fatalf("the same seed gave\n%s\nand\n%s", x, y)
		}
		if len(plan.Questions) != w.Length || plan.Seed != seed || plan.MaxProbes > MaxProbes {
			rt.Fatalf("%d questions of %d, at most %d follow-ups", len(plan.Questions), w.Length, plan.MaxProbes)
		}
		checkQuestions(rt, plan)
	})
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	raw, err := json.Marshal(v)
	ok(t, err)
	return string(raw)
}

func checkQuestions(rt *rapid.T, plan Plan) {
	seen, competencies := map[string]bool{}, map[string]bool{}
	for i, q := range plan.Questions {
		if seen[q.QuestionID] || q.QuestionID == "" || q.Text == "" || q.Lead == "" {
			rt.Fatalf("question %d: %+v, seen before: %v", i, q, seen[q.QuestionID])
		}
		if len(q.Probes) < 4 || len(q.ProbeLeads) != MaxProbes {
			rt.Fatalf("question %d has follow-ups %v after %v", i, q.Probes, q.ProbeLeads)
		}
		seen[q.QuestionID], competencies[q.CompetencyID] = true, true
	}
	if len(competencies) < 3 && len(plan.Questions) > 3 {
		rt.Fatalf("only %d competencies", len(competencies))
	}
}

func TestNursingPostingBringsRoleQuestions(t *testing.T) {
	b := loadBank(t)
	for _, n := range lengths {
		m := material{posting: posting.Posting{Title: "Registered nurse", Text: nursingAd}}
		plan, err := makePlan(b, m, Wish{PersonaID: string(b.Personas()[0].ID), Length: n}, 7)
		ok(t, err)
		nursing := map[string]bool{}
		for _, q := range b.Questions(bank.Filter{Profession: "nursing", Kind: bank.Role}) {
			nursing[string(q.ID)] = true
		}
		found := 0
		for _, q := range plan.Questions {
			if nursing[q.QuestionID] {
				found++
			}
		}
		if found != n/3 {
			t.Errorf("%d of %d questions are about nursing, want %d", found, n, n/3)
		}
	}
}

// What was asked in the last rehearsals comes again only when nothing else of its kind
// is left.
func TestQuestionsAreFresh(t *testing.T) {
	b := loadBank(t)
	rapid.Check(t, func(rt *rapid.T) {
		m := someMaterial(rt, b)
		plan, err := makePlan(b, m, Wish{PersonaID: string(b.Personas()[0].ID), Length: 9}, rapid.Uint64().Draw(rt, "seed"))
		ok(t, err)
		asked := map[bank.QuestionID]bool{}
		for _, q := range plan.Questions {
			asked[bank.QuestionID(q.QuestionID)] = true
		}
		for _, q := range b.Questions(bank.Filter{}) {
			if !asked[q.ID] || !m.recent[q.ID] || q.Kind == bank.Role {
				continue
			}
			for _, other := range b.Questions(bank.Filter{Competency: q.Competency, Kind: q.Kind}) {
				if !asked[other.ID] && !m.recent[other.ID] {
					rt.Fatalf("%s came again although %s is fresh", q.ID, other.ID)
				}
			}
		}
	})
}

func TestRecentAreTheLastThree(t *testing.T) {
	r := newRig(t)
	var plans []Plan
	for range 4 {
		plans = append(plans, r.ok(r.Plan(bg, Wish{PersonaID: r.curious(), Length: 3})).Rehearsal.Plan)
	}
	recent, err := r.recentQuestions(bg)
	ok(t, err)
	for i, p := range plans {
		for _, q := range p.Questions {
			if i > 0 && !recent[bank.QuestionID(q.QuestionID)] {
				t.Errorf("%s of rehearsal %d is not recent", q.QuestionID, i+1)
			}
		}
	}
	if len(recent) > 9 {
		t.Errorf("%d questions are recent", len(recent))
	}
}

func TestWishes(t *testing.T) {
	r := newRig(t)
	for _, n := range []int{0, 1, 4, 12, -3} {
		_, err := r.Plan(bg, Wish{PersonaID: r.curious(), Length: n})
		wants(t, err, "interview.badLength")
	}
	_, err := r.Plan(bg, Wish{PersonaID: "nobody", Length: 3})
	wants(t, err, "interview.noSuchPersona")
	_, err = r.Plan(bg, Wish{PersonaID: r.curious(), Length: 3, PostingID: "gone"})
	wants(t, err, "store.notFound")
	r.from.ledger.Work = []career.Work{
		{ID: "w1", Name: "Ward", Position: "Nurse", Summary: "Cared.", Highlights: []career.Highlight{{ID: "h1", Text: "First"}, {ID: "h2", Text: "Second"}}},
		{ID: "w2", Position: "Porter", Highlights: []career.Highlight{{ID: "h3", Text: "Third"}}},
	}
	st := r.ok(r.Plan(bg, Wish{PersonaID: r.curious(), Length: 3, FactIDs: []string{"h3", "h1", "gone"}}))
	want := []Fact{{"h1", "Nurse, Ward", "First"}, {"h3", "Porter", "Third"}}
	if got := st.Rehearsal.Plan.Facts; len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("facts %+v, want %+v", got, want)
	}
}
