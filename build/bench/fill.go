package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/account"
	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/platform"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/store"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// A person with 10,000 records has about 500 postings and 500 rehearsals; nearly all
// of the rest are answers.
const answersPerRehearsal = 18

// fill makes a profile of an invented person with about n records. A nil passphrase
// leaves the keyring as its only key.
func fill(ctx context.Context, folder string, passphrase []byte, n int) error {
	return makeProfile(ctx, folder, passphrase, func(kept *store.Store) error { return fillRecords(ctx, kept, n) })
}

// makeProfile makes one and puts something into it.
func makeProfile(ctx context.Context, folder string, passphrase []byte, put func(*store.Store) error) error {
	steady := clock.NewSteady(clock.System{})
	keys := vault.New(folder, platform.NewKeyring(steady), steady, vault.DefaultLockParams())
	kept := store.New(folder, keys, steady)
	home := store.NewHome(kept, steady, func(folder string) (store.Guard, error) { return platform.LockProfile(folder) })
	owner := account.NewService(home, home, home, nil, silent{}, steady)
	err := owner.ConfirmAge(1990, 1, 1)
	if err == nil {
		err = owner.Create(ctx, passphrase)
	}
	if err == nil {
		err = put(kept)
	}
	if err = errors.Join(err, home.Close()); err != nil {
		return fmt.Errorf("fill profile: %w", err)
	}
	return nil
}

// silent is a Publisher nobody listens to.
type silent struct{}

// AccountChanged is account.Publisher.
func (silent) AccountChanged(account.State) {}

// CareerChanged is career.Publisher.
func (silent) CareerChanged() {}

func fillRecords(ctx context.Context, kept *store.Store, n int) error {
	ledger := career.Ledger{Basics: career.Basics{Name: "Ada Example"}}
	if err := store.NewCareer(kept).SaveLedger(ctx, ledger, history.Change{}); err != nil {
		return err
	}
	rounds := max(1, n/(answersPerRehearsal+2))
	for i := range rounds {
		if err := round(ctx, kept, i); err != nil {
			return err
		}
	}
	return nil
}

// round is a posting, a rehearsal for it and its answers.
func round(ctx context.Context, kept *store.Store, i int) error {
	at := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC).Add(time.Duration(i) * time.Hour)
	job := invent(i, at)
	if err := store.NewPostings(kept).Put(ctx, job); err != nil {
		return err
	}
	held := interview.Rehearsal{
		ID: interview.ID(ident.NewRecord()), CreatedAt: at,
		Plan: interview.Plan{Language: "en", PostingID: string(job.ID), For: job.Title, Questions: questions()},
		Moves: []interview.Move{
			{Kind: interview.MoveStart, At: at}, {Kind: interview.MoveEnd, At: at.Add(time.Hour)},
		},
	}
	records := store.NewInterview(kept)
	if err := records.PutRehearsal(ctx, held); err != nil {
		return err
	}
	for n := range answersPerRehearsal {
		err := records.PutAnswer(ctx, interview.Answer{
			ID: interview.AnswerID(ident.NewRecord()), RehearsalID: held.ID, Question: n / 2, Probe: n % 2,
			Mode: interview.Typed, Text: strings.Repeat("I led the change and late orders fell by half. ", 12),
			StartedAt: at, DoneAt: at.Add(time.Minute),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func questions() []interview.PlannedQuestion {
	all := make([]interview.PlannedQuestion, answersPerRehearsal/2)
	for i := range all {
		all[i] = interview.PlannedQuestion{QuestionID: fmt.Sprint("q", i), Text: "Tell me about a change you led.", Competency: "Leading"}
	}
	return all
}

func invent(i int, at time.Time) posting.Posting {
	text := fmt.Sprintf("Shift planner %d\nNorthwind Logistics, Leeds\n\nYou plan the shifts of forty drivers. "+
		"You must have three years in transport. A forklift licence is welcome.", i)
	return posting.Posting{
		ID: posting.ID(ident.NewRecord()), Title: fmt.Sprint("Shift planner ", i), Company: "Northwind Logistics",
		Place: "Leeds", Language: "en", Covered: true, Text: text, CreatedAt: at, UpdatedAt: at,
		Requirements: []posting.Requirement{{
			ID: posting.RequirementID(ident.NewItem()), Text: "three years in transport", Must: true,
		}},
	}
}
