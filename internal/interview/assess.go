package interview

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/advice"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
)

// WholeRehearsal stands for all of its questions, where one can be named.
const WholeRehearsal = -1

// portion is what is assessed in one go: a question of a rehearsal, or WholeRehearsal.
type portion struct {
	of       ID
	question int
}

// WriteDown has everything that was said in a rehearsal written down, answer by answer;
// what is already is left alone, and so is sound that can't be read. It keeps what it got
// if it is stopped in the middle. Faults: those of the recogniser, Conflict
// provider.nobody, interview.endFirst and interview.beingAssessed.
func (s *Service) WriteDown(ctx context.Context, id ID, progress func(done, total int)) error {
	return s.WriteDownQuestion(ctx, id, WholeRehearsal, progress)
}

// WriteDownQuestion is WriteDown for the answers to one question, all attempts at it. Those
// that are over can be had while the rehearsal goes on.
func (s *Service) WriteDownQuestion(ctx context.Context, id ID, question int, progress func(done, total int)) error {
	scribe, err := s.d.Cast.Scribe(ctx)
	if err != nil {
		return fmt.Errorf("choose recogniser: %w", err)
	}
	if scribe == nil {
		return fault.New(fault.Conflict, "provider.nobody")
	}
	return s.each(ctx, portion{id, question}, progress, unwritten, func(r Rehearsal, a Answer) error {
		for i, t := range a.Takes {
			if !t.toWrite(a.Score) {
				continue
			}
			if err := s.writeDown(ctx, scribe, r, a.ID, i, t.RecordingID); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeDown has one take written down, unless its sound can't be read.
func (s *Service) writeDown(ctx context.Context, scribe Scribe, r Rehearsal, of AnswerID, take int, sound RecordingID) error {
	samples, err := s.samples(ctx, sound)
	if notReadable(err) {
		return nil
	}
	if err != nil {
		return err
	}
	said, err := scribe.WriteDown(ctx, samples, r.Plan.Language)
	if err != nil {
		return fmt.Errorf("write down answer: %w", err)
	}
	err = s.found(ctx, of, func(a *Answer) {
		if t := &a.Takes[take]; t.toWrite(a.Score) {
			said.LeftThere = t.Transcript != nil && t.Transcript.LeftThere // what was written in a hurry is still there
			t.Transcript = &said
		}
	})
	if err == nil || errors.Is(err, errGone) { // not if it couldn't be kept
		err = errors.Join(err, s.forgetThere(ctx, scribe, func() error {
			return s.found(ctx, of, func(a *Answer) { leftThere(a, take) })
		}))
	}
	return err
}

// forgetThere has deleted elsewhere what is kept here by now. That it can't be is noted with
// the words and is no error: they are here all the same.
func (s *Service) forgetThere(ctx context.Context, scribe Scribe, note func() error) error {
	there, keeps := scribe.(Forgetter)
	if !keeps || there.Forget(ctx) == nil {
		return nil
	}
	return note()
}

func leftThere(a *Answer, take int) {
	if t := a.Takes[take].Transcript; t != nil {
		t.LeftThere = true
	}
}

// understand has answers of a rehearsal that goes on written down, and keeps the words. What
// is written down already, or by nobody, stays as it is.
func (s *Service) understand(ctx context.Context, plan Plan, given []Answer) ([]Answer, error) {
	scribe, err := s.d.Cast.Scribe(ctx)
	if err != nil {
		return nil, fmt.Errorf("choose recogniser: %w", err)
	}
	if scribe == nil {
		return given, nil
	}
	out := slices.Clone(given)
	for i, a := range out {
		for take, t := range a.Takes {
			if !t.unheard() {
				continue
			}
			if out[i], err = s.understood(ctx, scribe, plan, a.ID, take); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// understood has one take written down and returns its answer.
func (s *Service) understood(ctx context.Context, scribe Scribe, plan Plan, of AnswerID, take int) (Answer, error) {
	a, err := s.d.Answers.GetAnswer(ctx, of)
	if err != nil {
		return a, fmt.Errorf("read answer: %w", err)
	}
	samples, err := s.samples(ctx, a.Takes[take].RecordingID)
	if err != nil {
		return a, err
	}
	said, err := scribe.WriteDown(ctx, samples, plan.Language)
	if err != nil {
		return a, fmt.Errorf("write down answer: %w", err)
	}
	keep := context.WithoutCancel(ctx)
	err = s.alter(keep, of, func(now *Answer) error {
		now.Takes[take].Transcript = &said
		a = *now
		return nil
	})
	go func() { // nobody waits for it with the next question; it ends by itself
		_ = s.forgetThere(keep, scribe, func() error {
			return s.alter(keep, of, func(a *Answer) error { leftThere(a, take); return nil })
		})
	}()
	return a, err
}

// unwritten answers were spoken, and hold sound that is to be written down.
func unwritten(a Answer) bool {
	return a.Mode == Spoken && slices.ContainsFunc(a.Takes, func(t Take) bool { return t.toWrite(a.Score) })
}

// unheard takes have sound that nobody has written down.
func (t Take) unheard() bool { return t.Transcript == nil && t.RecordingID != "" }

// toWrite takes are unheard, or were written down in a hurry. Words that levels rest on stay
// as they were: the evidence points to them.
func (t Take) toWrite(score *scoring.Score) bool {
	rested := score != nil && score.Cause == ""
	return t.unheard() || t.Transcript != nil && t.Transcript.Provisional && t.RecordingID != "" && !rested
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
// answer. What could not be scored says why in its Score; what holds for the others too
// ends the whole. Faults: Conflict provider.nobody, interview.endFirst and
// interview.beingAssessed, and those of the coach.
func (s *Service) Score(ctx context.Context, id ID, progress func(done, total int)) error {
	return s.ScoreQuestion(ctx, id, WholeRehearsal, progress)
}

// ScoreQuestion is Score for the answers to one question, all attempts at it. Those that
// are over can be had while the rehearsal goes on.
func (s *Service) ScoreQuestion(ctx context.Context, id ID, question int, progress func(done, total int)) error {
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
	return s.each(ctx, portion{id, question}, progress, unscored, func(r Rehearsal, a Answer) error {
		score, points, err := s.assess(ctx, coach, ledger.Basics, r, a)
		if err != nil {
			return err
		}
		if err := s.found(ctx, a.ID, func(a *Answer) { a.Score, a.Advice = &score, points }); err != nil {
			return err
		}
		if cause := score.Failure(); forAll(cause) {
			return cause
		}
		return nil
	})
}

// unscored are answers whose words are there and that nobody scored, or could not.
func unscored(a Answer) bool {
	said, ok := a.Said()
	return ok && !isBlank(said.Text) && (a.Score == nil || a.Score.Cause != "")
}

// forAll reports whether what kept one answer from being scored keeps the others too. A
// model that refuses, or fails at, the words of one may well take the next.
func forAll(cause error) bool {
	switch f := fault.Of(cause); {
	case f == nil:
		return false
	case f.Code == fault.Denied:
		return f.Key != "ai.contentRefused"
	case f.Code == fault.Unavailable:
		return f.Key == "ai.busy" || f.Key == "ai.stalled"
	case f.Code == fault.Invalid:
		return f.Key != "ai.tooLong"
	}
	return true
}

// assess scores one answer and asks for advice on it. The error is that it was called off.
func (s *Service) assess(ctx context.Context, coach Coach, person career.Basics, r Rehearsal, a Answer) (scoring.Score, []Point, error) {
	said, _ := a.Said()
	words := make([]string, len(said.Words))
	for i, w := range said.Words {
		words[i] = w.Text
	}
	q := r.Plan.Questions[a.Question]
	asked := scoring.Answer{
		Person: person, Question: r.askedAt(a.slot()), Tests: q.Tests, Competency: q.Competency,
		Role: r.Plan.For, Language: r.Plan.Language, Words: words,
	}
	score := scoring.Rate(ctx, coach, asked, scoring.Options{Runs: scoring.Runs, At: s.d.Clock.Now(), Compose: s.d.Compose})
	if ctx.Err() != nil {
		return score, nil, fmt.Errorf("score answer: %w", ctx.Err())
	}
	if score.Cause != "" {
		return score, nil, nil
	}
	return score, s.advise(ctx, coach, asked, r.Plan), nil
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
