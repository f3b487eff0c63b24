package interview

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/advice"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
)

// WriteDown has everything that was said in a rehearsal written down, answer by answer;
// what is already is left alone. It keeps what it got if it is stopped in the middle.
// Faults: those of the recogniser, Conflict provider.nobody, Conflict interview.endFirst.
func (s *Service) WriteDown(ctx context.Context, id ID, progress func(done, total int)) error {
	scribe, err := s.d.Cast.Scribe(ctx)
	if err != nil {
		return fmt.Errorf("choose recogniser: %w", err)
	}
	if scribe == nil {
		return fault.New(fault.Conflict, "provider.nobody")
	}
	return s.each(ctx, id, progress, unwritten, func(r Rehearsal, a Answer) (Answer, error) {
		for i, t := range a.Takes {
			if t.Transcript != nil || t.RecordingID == "" {
				continue
			}
			samples, err := s.samples(ctx, t.RecordingID)
			if err != nil {
				return a, err
			}
			said, err := scribe.WriteDown(ctx, samples, r.Plan.Language)
			if err != nil {
				return a, fmt.Errorf("write down answer: %w", err)
			}
			a.Takes[i].Transcript = &said
		}
		return a, nil
	})
}

func unwritten(a Answer) bool {
	for _, t := range a.Takes {
		if t.Transcript == nil && t.RecordingID != "" {
			return true
		}
	}
	return false
}

// samples reads a recording.
func (s *Service) samples(ctx context.Context, id RecordingID) ([]int16, error) {
	sound, err := s.d.Recordings.OpenRecording(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("open recording: %w", err)
	}
	raw, err := io.ReadAll(sound)
	if err = errors.Join(err, sound.Close()); err != nil {
		return nil, fmt.Errorf("read recording: %w", err)
	}
	out := make([]int16, len(raw)/2)
	for i := range out {
		out[i] = int16(binary.LittleEndian.Uint16(raw[2*i:]))
	}
	return out, nil
}

// Score has the answers of a rehearsal scored and advised on that aren't yet, answer by
// answer. What could not be scored says why in its Score; only a provider's refusal ends
// the whole. Faults: Conflict provider.nobody, Conflict interview.endFirst, and those of
// the coach.
func (s *Service) Score(ctx context.Context, id ID, progress func(done, total int)) error {
	coach, err := s.d.Cast.Coach(ctx)
	if err != nil {
		return fmt.Errorf("choose coach: %w", err)
	}
	if coach == nil {
		return fault.New(fault.Conflict, "provider.nobody")
	}
	ledger, err := s.d.Sources.Ledger.Get(ctx)
	if err != nil {
		return fmt.Errorf("read ledger: %w", err)
	}
	return s.each(ctx, id, progress, unscored, func(r Rehearsal, a Answer) (Answer, error) {
		return s.assess(ctx, coach, ledger.Basics, r, a)
	})
}

// unscored are answers whose words are there and that nobody scored, or could not.
func unscored(a Answer) bool {
	said, ok := a.Said()
	return ok && !isBlank(said.Text) && (a.Score == nil || a.Score.Cause != "")
}

// assess scores one answer. A score that could not be had for a reason that holds for the
// others too is an error, after it was put into the answer.
func (s *Service) assess(ctx context.Context, coach Coach, person career.Basics, r Rehearsal, a Answer) (Answer, error) {
	said, _ := a.Said()
	words := make([]string, len(said.Words))
	for i, w := range said.Words {
		words[i] = w.Text
	}
	q := r.Plan.Questions[a.Question]
	asked := scoring.Answer{
		Person: person, Question: r.askedAt(a.Question, a.Probe), Tests: q.Tests, Competency: q.Competency,
		Role: r.Plan.For, Language: r.Plan.Language, Words: words,
	}
	score := scoring.Rate(ctx, coach, asked, scoring.Options{Runs: scoring.Runs, At: s.d.Clock.Now(), Compose: s.d.Compose})
	if ctx.Err() != nil {
		return a, fmt.Errorf("score answer: %w", ctx.Err())
	}
	a.Score, a.Advice = &score, nil
	if score.Cause != "" {
		return a, score.Failure()
	}
	a.Advice = s.advise(ctx, coach, asked, r.Plan)
	return a, nil
}

// advise asks for points to try and keeps those that hold. Without any, the score stands alone.
func (s *Service) advise(ctx context.Context, coach Coach, asked scoring.Answer, plan Plan) []Point {
	task := advice.Task{
		Person: asked.Person, Language: plan.Language, Question: asked.Question, Answer: strings.Join(asked.Words, " "), Facts: []advice.Fact{},
	}
	for _, f := range plan.Facts {
		task.Facts = append(task.Facts, advice.Fact{ID: f.ItemID, Text: f.Text})
	}
	proposed, err := coach.Advise(ctx, task)
	if err != nil {
		return nil
	}
	find := scoring.Finder(asked.Words, s.d.Compose)
	said := func(quote string) bool { _, ok := find(quote); return ok }
	var out []Point
	for _, p := range advice.Holding(proposed, task, said) {
		e, _ := find(p.Quote)
		out = append(out, Point{e, p.Try, p.FactID})
	}
	return out
}

// each edits the answers of a rehearsal that want it, one after the other, and keeps each
// as soon as it is done, be it only in part.
func (s *Service) each(ctx context.Context, id ID, progress func(done, total int), wants func(Answer) bool, edit func(Rehearsal, Answer) (Answer, error)) error {
	if s.running(id) != nil {
		return fault.New(fault.Conflict, "interview.endFirst")
	}
	r, err := s.d.Rehearsals.GetRehearsal(ctx, id)
	if err != nil {
		return fmt.Errorf("read rehearsal: %w", err)
	}
	all, err := s.d.Answers.ListAnswers(ctx, id)
	if err != nil {
		return fmt.Errorf("read answers: %w", err)
	}
	var todo []Answer
	for _, a := range all {
		if wants(a) && a.given() {
			todo = append(todo, a)
		}
	}
	for i, a := range todo {
		progress(i, len(todo))
		edited, cause := edit(r, a)
		if err := errors.Join(cause, s.keepAssessment(ctx, edited)); err != nil {
			return err
		}
	}
	progress(len(todo), len(todo))
	return nil
}

// keepAssessment puts what was found out into the answer as it is now: the person may have
// changed it meanwhile.
func (s *Service) keepAssessment(ctx context.Context, found Answer) error {
	return s.editAnswer(context.WithoutCancel(ctx), found.ID, func(a *Answer) {
		a.Score, a.Advice = found.Score, found.Advice
		for i := range a.Takes {
			for _, t := range found.Takes {
				if t.RecordingID == a.Takes[i].RecordingID && t.Transcript != nil {
					a.Takes[i].Transcript = t.Transcript
				}
			}
		}
	})
}
