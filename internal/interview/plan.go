package interview

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	mathrand "math/rand/v2"
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview/bank"
	"github.com/jobjourney/jobjourney/internal/interview/star"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/profile"
)

// planLanguage is the one language there is a bank for; plans in others are made of it.
const planLanguage = "en"

// freshFor is how many rehearsals back a question counts as just asked.
const freshFor = 3

// material is what a plan is made from.
type material struct {
	ledger  career.Ledger
	posting posting.Posting // zero: none
	profile profile.Profile
	recent  map[bank.QuestionID]bool
	wanted  []bank.CompetencyID // to practise these alone; empty: no wish
}

// Choices is what there is to wish for.
func (s *Service) Choices(ctx context.Context) (Choices, error) {
	b, err := bank.Load(planLanguage)
	if err != nil {
		return Choices{}, fmt.Errorf("load questions: %w", err)
	}
	c := Choices{HasVoice: s.d.Voice.Available(planLanguage), Personas: []PersonaChoice{}, Lengths: []LengthChoice{}, Competencies: []CompetencyChoice{}}
	for _, p := range b.Personas() {
		c.Personas = append(c.Personas, PersonaChoice{string(p.ID), p.Name, p.About})
	}
	for _, k := range b.Competencies() {
		c.Competencies = append(c.Competencies, CompetencyChoice{string(k.ID), k.Name})
	}
	for _, n := range lengths {
		c.Lengths = append(c.Lengths, LengthChoice{n, n * minutesPerQuestion})
	}
	c.Languages = s.languageChoices(ctx)
	c.HasTranslator = s.hasTranslator(ctx)
	return c, nil
}

// hasTranslator reports whether a coach was chosen; why it can't be had is told when it is needed.
func (s *Service) hasTranslator(ctx context.Context) bool {
	coach, err := s.d.Cast.Coach(ctx)
	return err != nil || coach != nil
}

// Plan chooses questions for a wish and freezes them. The choice follows from the wish,
// the bank and a seed that is kept, so it can be understood afterwards.
func (s *Service) Plan(ctx context.Context, w Wish) (Standing, error) {
	return s.PlanInSteps(ctx, w, func(int, int) {})
}

// PlanInSteps is Plan for a language that a coach has to put the questions into: it tells how
// many lines are done. Nothing is kept unless all are. Faults: Conflict
// interview.noTranslator, and those of the coach.
func (s *Service) PlanInSteps(ctx context.Context, w Wish, progress func(done, total int)) (Standing, error) {
	if err := w.check(); err != nil {
		return Standing{}, err
	}
	m, err := s.material(ctx, w)
	if err != nil {
		return Standing{}, err
	}
	b, err := bank.Load(planLanguage)
	if err != nil {
		return Standing{}, fmt.Errorf("load questions: %w", err)
	}
	plan, err := makePlan(b, m, w, newSeed())
	if err == nil && w.Language != "" && w.Language != plan.Language {
		persona, _ := b.Persona(bank.PersonaID(w.PersonaID))
		plan, err = s.translated(ctx, plan, persona, w.Language, progress)
	}
	if err != nil {
		return Standing{}, err
	}
	r := Rehearsal{ID: ID(ident.NewRecord()), CreatedAt: s.d.Clock.Now(), Plan: plan, Moves: []Move{}}
	if err := s.d.Rehearsals.PutRehearsal(ctx, r); err != nil {
		return Standing{}, fmt.Errorf("save plan: %w", err)
	}
	s.d.Events.RehearsalChanged(r.ID)
	return s.Standing(ctx, r.ID)
}

func newSeed() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return binary.BigEndian.Uint64(b[:])
}

// makePlan is pure: the same bank, material, wish and seed give the same plan.
func makePlan(b *bank.Bank, m material, w Wish, seed uint64) (Plan, error) {
	persona, ok := b.Persona(bank.PersonaID(w.PersonaID))
	if !ok {
		return Plan{}, noSuchPersona()
	}
	wanted, err := wantedOf(b, w)
	if err != nil {
		return Plan{}, err
	}
	m.wanted = wanted
	plan := Plan{
		Seed: seed, Language: b.Language(), PersonaID: w.PersonaID, PersonaName: persona.Name, Manner: manner(persona), Live: w.Live, Feedback: w.Feedback.OrReal(),
		Difficulty: cmp.Or(w.Difficulty, Usual), MaxProbes: w.Difficulty.probes(persona),
		PostingID: w.PostingID, For: title(m.posting), Terms: terms(m.posting), Facts: facts(m.ledger, w.FactIDs),
		Closing: persona.Closing, Questions: []PlannedQuestion{},
	}
	dice := mathrand.New(mathrand.NewPCG(seed, 0)) //nolint:gosec // a choice to be repeated, not a secret
	for _, q := range chooseQuestions(b, m, w, dice) {
		plan.Questions = append(plan.Questions, word(b, persona, q, plan.Questions, dice))
	}
	return plan, nil
}

// manner is how a persona asks.
func manner(p bank.Persona) string { return fmt.Sprintf("Your manner is %s and %s.", p.Warmth, p.Pace) }

// word freezes a question with everything the interviewer will say around it, and lets
// the interviewer say nothing twice in a row.
func word(b *bank.Bank, p bank.Persona, q bank.Question, before []PlannedQuestion, dice *mathrand.Rand) PlannedQuestion {
	c, _ := b.Competency(q.Competency)
	out := PlannedQuestion{
		QuestionID: string(q.ID), CompetencyID: string(q.Competency), Competency: c.Name,
		Text: q.Text, Tests: q.Tests, Lead: p.Opening, Probes: map[string]string{},
	}
	if len(before) > 0 {
		last := before[len(before)-1]
		out.Lead = pick(p.Acknowledgements, last.Lead, dice)
		out.LeadAfterSkip = pick(p.AfterSkip, last.LeadAfterSkip, dice)
	}
	said := ""
	for range MaxProbes {
		said = pick(p.BeforeProbe, said, dice)
		out.ProbeLeads = append(out.ProbeLeads, said)
	}
	for _, part := range star.Parts() {
		out.Probes[string(part)] = q.Probe(p, part)
	}
	return out
}

// pick takes one of the lines, another than the one said last where there is one.
func pick(lines []string, last string, dice *mathrand.Rand) string {
	fresh := slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return l == last })
	if len(fresh) == 0 {
		fresh = lines
	}
	if len(fresh) == 0 {
		return ""
	}
	return fresh[dice.IntN(len(fresh))]
}

func title(p posting.Posting) string {
	return strings.Join(slices.DeleteFunc([]string{p.Title, p.Company}, func(s string) bool { return s == "" }), ", ")
}

func terms(p posting.Posting) []string {
	out := []string{}
	for _, k := range p.Keywords {
		out = append(out, k.Term)
	}
	return out
}

func (s *Service) readPosting(ctx context.Context, id string) (posting.Posting, error) {
	p, err := s.d.Sources.Postings.Get(ctx, posting.ID(id))
	if err != nil {
		return p, fmt.Errorf("read posting: %w", err)
	}
	return p, nil
}

// recentQuestions are those of the last rehearsals; they come again only when nothing
// else is left.
func (s *Service) recentQuestions(ctx context.Context) (map[bank.QuestionID]bool, error) {
	all, err := s.d.Rehearsals.ListRehearsals(ctx)
	if err != nil {
		return nil, fmt.Errorf("list rehearsals: %w", err)
	}
	recent := map[bank.QuestionID]bool{}
	for _, r := range all[max(0, len(all)-freshFor):] {
		for _, q := range r.Plan.Questions {
			recent[bank.QuestionID(q.QuestionID)] = true
		}
	}
	return recent, nil
}
