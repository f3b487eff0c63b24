package example

import (
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jobjourney/jobjourney/internal/account"
	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/bank"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/profile"
	"github.com/jobjourney/jobjourney/internal/resume"
)

//go:embed data
var data embed.FS

// Services are what the example is filled through.
type Services struct {
	Career     *career.Service
	Resumes    *resume.Service
	Postings   *posting.Service
	Profile    *profile.Service
	Rehearsals *interview.Service
	Records    Records
	Activity   func() interview.Activity
	Clock      clock.Clock
}

// Records keeps a rehearsal that already took place.
type Records interface {
	interview.Rehearsals
	interview.Answers
	interview.Recorder
}

// Example is account.Example: the empty profile it is given, filled.
type Example struct {
	empty account.Example
	s     Services
}

// New makes the example; nothing is filled before Enter.
func New(empty account.Example, s Services) *Example { return &Example{empty, s} }

// Enter opens the throw-away profile and fills it. If that goes wrong nothing of it stays.
func (e *Example) Enter(ctx context.Context) error {
	if err := e.empty.Enter(ctx); err != nil {
		return err
	}
	if err := e.fill(ctx); err != nil {
		return errors.Join(fmt.Errorf("fill example: %w", err), e.empty.Leave(ctx))
	}
	return nil
}

// Leave removes every trace.
func (e *Example) Leave(ctx context.Context) error { return e.empty.Leave(ctx) }

func (e *Example) fill(ctx context.Context) error {
	var ledger career.Ledger
	var person profile.Profile
	if err := errors.Join(read("data/ledger.json", &ledger), read("data/profile.json", &person)); err != nil {
		return err
	}
	text, err := data.ReadFile("data/posting.txt")
	if err != nil {
		return err
	}
	if _, _, err := e.s.Career.Import(ctx, ledger); err != nil {
		return err
	}
	if err := e.tailor(ctx); err != nil {
		return err
	}
	if _, err := e.s.Profile.Update(ctx, person); err != nil {
		return err
	}
	wanted, err := e.s.Postings.Create(ctx, string(text))
	if err != nil {
		return err
	}
	return e.rehearse(ctx, wanted)
}

// answered is what the invented person said to one question.
type answered struct {
	Question  bank.QuestionID            `json:"question"`
	Text      string                     `json:"text"`
	KeyPoints string                     `json:"keyPoints"`
	Sound     string                     `json:"sound"` // file with the recording, or empty
	Rating    map[rubric.CriterionID]int `json:"rating"`
}

// rehearse plans a rehearsal as the person would, and then lets it have taken place
// yesterday.
func (e *Example) rehearse(ctx context.Context, wanted posting.Posting) error {
	var said []answered
	if err := read("data/answers.json", &said); err != nil {
		return err
	}
	choices, err := e.s.Rehearsals.Choices(ctx)
	if err != nil {
		return err
	}
	planned, err := e.s.Rehearsals.Plan(ctx, interview.Wish{
		PostingID: string(wanted.ID), PersonaID: choices.Personas[0].ID, Length: len(said),
	})
	if err != nil {
		return err
	}
	return e.takePlace(ctx, planned.Rehearsal, said)
}

func (e *Example) takePlace(ctx context.Context, r interview.Rehearsal, said []answered) error {
	at := e.s.Clock.Now().Add(-26 * time.Hour)
	r.CreatedAt = at
	if err := ask(&r.Plan, said); err != nil {
		return err
	}
	tell := func(kind interview.MoveKind) {
		at = at.Add(time.Minute)
		r.Moves = append(r.Moves, interview.Move{Kind: kind, At: at})
	}
	tell(interview.MoveStart)
	for i, a := range said {
		tell(interview.MoveAsked)
		if err := e.answer(ctx, r, i, at, a); err != nil {
			return err
		}
		tell(interview.MoveDone)
		if i+1 < len(said) {
			tell(interview.MoveNext)
		}
	}
	tell(interview.MoveClose)
	tell(interview.MoveReport)
	return e.s.Records.PutRehearsal(ctx, r)
}

// ask puts the questions of the bank that the answers belong to in the place of those the
// dice chose.
func ask(plan *interview.Plan, said []answered) error {
	b, err := bank.Load(plan.Language)
	if err != nil {
		return err
	}
	for i, a := range said {
		q, known := b.Question(a.Question)
		c, _ := b.Competency(q.Competency)
		if !known {
			return fmt.Errorf("no question %s", a.Question)
		}
		planned := &plan.Questions[i]
		planned.QuestionID, planned.CompetencyID, planned.Competency = string(q.ID), string(c.ID), c.Name
		planned.Text, planned.Tests = q.Text, q.Tests
	}
	return nil
}

func read(name string, into any) error {
	raw, err := data.ReadFile(name)
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, into)
}
