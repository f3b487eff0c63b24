package interview

import (
	"context"
	"fmt"
	"slices"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/marked"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/bank"
)

// lengths are how many questions a rehearsal may have.
var lengths = []int{3, 6, 9}

// minutesPerQuestion is a fair guess for the set-up: an answer of two minutes and a
// follow-up of one.
const minutesPerQuestion = 3

// maxFacts bounds what goes along as notes.
const maxFacts = 40

// Wish is what a person asks of a rehearsal.
type Wish struct {
	PostingID string   `json:"postingId"` // empty: no posting
	PersonaID string   `json:"personaId"`
	Length    int      `json:"length"`   // 3, 6 or 9 questions
	Feedback  Feedback `json:"feedback"` // empty: Real
	FactIDs   []string `json:"factIds"`  // highlights or roles of the ledger to draw on
	// Live asks the chosen recogniser and coach to take part while it goes on: answers are
	// written down at once, and follow-ups worded to fit them.
	Live bool `json:"live"`
	// Competencies are those of the bank to practise, and no others; empty: as posting and
	// profile suggest.
	Competencies []string `json:"competencies"`
	// Language is to be asked in (ISO 639-1); empty is English.
	Language   string     `json:"language"`
	Difficulty Difficulty `json:"difficulty"` // empty is Usual
}

// Choices is what there is to wish for.
type Choices struct {
	Personas     []PersonaChoice    `json:"personas"`
	Lengths      []LengthChoice     `json:"lengths"`
	Competencies []CompetencyChoice `json:"competencies"`
	HasVoice     bool               `json:"hasVoice"` // this computer can speak the questions
	// Languages are those there is a bank for, and those a coach can put questions into.
	Languages []LanguageChoice `json:"languages"`
	// HasTranslator: somebody was chosen who can.
	HasTranslator bool `json:"hasTranslator"`
}

// PersonaChoice is an interviewer.
type PersonaChoice struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Description string `json:"description"`
}

// LengthChoice is a number of questions and about how long they take.
type LengthChoice struct {
	Questions int `json:"questions"`
	Minutes   int `json:"minutes"`
}

// CompetencyChoice is something to practise by itself.
type CompetencyChoice struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// facts finds the chosen highlights and roles in the ledger, in the ledger's order. An id
// that is there no more is left out.
func facts(l career.Ledger, ids []string) []Fact {
	chosen := make(map[string]bool, len(ids))
	for _, id := range ids {
		chosen[id] = true
	}
	out := []Fact{}
	for _, w := range l.Work {
		from := w.Position
		if w.Name != "" {
			from += ", " + w.Name
		}
		if chosen[string(w.ID)] && w.Summary != "" {
			out = append(out, Fact{string(w.ID), from, marked.Plain(w.Summary)})
		}
		for _, h := range w.Highlights {
			if chosen[string(h.ID)] || chosen[string(w.ID)] {
				out = append(out, Fact{string(h.ID), from, marked.Plain(h.Text)})
			}
		}
	}
	return out[:min(len(out), maxFacts)]
}

// wantedOf are the competencies of a wish as the bank knows them.
func wantedOf(b *bank.Bank, w Wish) ([]bank.CompetencyID, error) {
	var out []bank.CompetencyID
	for _, name := range w.Competencies {
		id := bank.CompetencyID(name)
		if _, known := b.Competency(id); !known {
			return nil, fault.InvalidField("competencies", "interview.noSuchCompetency")
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out, nil
}

func noSuchPersona() error { return fault.InvalidField("personaId", "interview.noSuchPersona") }

func (w Wish) check() error {
	if err := w.Difficulty.check(); err != nil {
		return err
	}
	if w.Language != "" && !knownLanguage(w.Language) {
		return fault.InvalidField("language", "interview.badLanguage")
	}
	if err := w.Feedback.check(); err != nil {
		return err
	}
	for _, n := range lengths {
		if w.Length == n {
			return nil
		}
	}
	return fault.InvalidField("length", "interview.badLength")
}

// material gathers what a plan is made from.
func (s *Service) material(ctx context.Context, w Wish) (material, error) {
	var m material
	var err error
	if m.ledger, err = s.d.Sources.Ledger.Get(ctx); err != nil {
		return m, fmt.Errorf("read ledger: %w", err)
	}
	if m.profile, err = s.d.Sources.Profile.Get(ctx); err != nil {
		return m, fmt.Errorf("read profile: %w", err)
	}
	if w.PostingID != "" {
		if m.posting, err = s.readPosting(ctx, w.PostingID); err != nil {
			return m, err
		}
	}
	m.recent, err = s.recentQuestions(ctx)
	return m, err
}
