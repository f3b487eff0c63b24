package interview

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/star"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// Report is what a rehearsal honestly tells. It is made from the records each time it
// is read, so that nothing in it can be older than they are.
type Report struct {
	Summary   Summary
	Rubric    rubric.Rubric    // that the person rates themselves by
	Whole     scoring.Whole    // of all answers to questions that weren't passed
	Questions []QuestionReport // all of the plan that were put, skipped ones too
	Unread    []AnswerID       // answers that are kept but can't be read
}

// QuestionReport is a question of the plan and what became of it.
type QuestionReport struct {
	Planned PlannedQuestion
	Skipped bool
	Answers []AnswerReport // attempt after attempt, each to the question, then to its follow-ups
	Counts  int            // the attempt that counts: the one chosen, else the last that was answered
}

// AnswerReport is one answer and what can be said of it. What can't be is nil: sound of
// a typed answer, words of a spoken one without key points.
type AnswerReport struct {
	Answer     Answer
	Words      string           // what was asked
	Worded     *followup.Source // the model that worded it; nil: nobody but the plan
	Recordings []HeldRecording
	SoundGone  bool // there was sound, and it has been deleted
	Passed     bool // its attempt was passed: it is measured and scored by nothing, and can't count
	Sound      *delivery.SoundMetrics
	Language   *delivery.WordMetrics
	Speech     *delivery.SpeechMetrics
	// Said is what was typed, or written down of the sound; nil while it isn't.
	Said *transcript.Transcript
	// Rubric is the one its score was made by; nil without a score, or where that version
	// isn't known here (a newer app made it).
	Rubric *rubric.Rubric
	// Unwritten: there is sound to be written down. Unscored: there are words to be scored.
	Unwritten bool
	Unscored  bool
	Star      *star.Checklist
	Terms     []delivery.TermCoverage
}

// Report tells what a rehearsal left behind.
func (s *Service) Report(ctx context.Context, id ID) (Report, error) {
	r, err := s.d.Rehearsals.GetRehearsal(ctx, id)
	if err != nil {
		return Report{}, fmt.Errorf("read rehearsal: %w", err)
	}
	sum, answers, err := s.summarise(ctx, r)
	if err != nil {
		return Report{}, err
	}
	held, err := s.recordingsOf(ctx, answers)
	if err != nil {
		return Report{}, err
	}
	out, err := buildReport(sum, answers, held, rubric.Load)
	if err != nil {
		return Report{}, err
	}
	if out.Unread, err = s.d.Answers.UnreadAnswers(ctx, id); err != nil {
		return Report{}, fmt.Errorf("look for unreadable answers: %w", err)
	}
	return out, nil
}

// recordingsOf finds the recordings of answers that still exist.
func (s *Service) recordingsOf(ctx context.Context, answers []Answer) (map[RecordingID]Recording, error) {
	held := map[RecordingID]Recording{}
	for _, a := range answers {
		for _, t := range a.Takes {
			if t.RecordingID == "" {
				continue
			}
			r, err := s.d.Recordings.GetRecording(ctx, t.RecordingID)
			if notReadable(err) {
				continue // its sound can't be heard any more
			}
			if err != nil {
				return nil, fmt.Errorf("read recording: %w", err)
			}
			held[r.ID] = r
		}
	}
	return held, nil
}

func buildReport(sum Summary, answers []Answer, held map[RecordingID]Recording, load func(version string) (rubric.Rubric, error)) (Report, error) {
	r := sum.Rehearsal
	state, err := r.State()
	if err != nil {
		return Report{}, fmt.Errorf("replay rehearsal: %w", err)
	}
	slices.SortStableFunc(answers, func(a, b Answer) int {
		return cmp.Or(cmp.Compare(a.Question, b.Question), cmp.Compare(a.Attempt, b.Attempt), cmp.Compare(a.Probe, b.Probe))
	})
	out := Report{Summary: sum, Rubric: rubric.Current(), Questions: []QuestionReport{}}
	for i := 0; i <= state.Reached && i < len(r.Plan.Questions); i++ {
		q := QuestionReport{Planned: r.Plan.Questions[i], Skipped: state.Skipped[i], Answers: []AnswerReport{}}
		for _, a := range answers {
			if a.Question == i && a.given() {
				one := buildAnswer(r, a, held, !state.Passed(i, a.Attempt))
				one.Rubric = ratedBy(a.Score, load)
				q.Answers = append(q.Answers, one)
			}
		}
		q.Counts = q.counting(state, i)
		out.Questions = append(out.Questions, q)
	}
	out.Whole = scoring.WholeOf(out.scores())
	return out, nil
}

// SpentUSD is what follow-ups and scores of it have cost, in US dollars; nil where nobody told.
func (r Report) SpentUSD() *float64 {
	var total *float64
	add := func(usd *float64) {
		if usd != nil {
			sum := *usd
			if total != nil {
				sum += *total
			}
			total = &sum
		}
	}
	for _, q := range r.Questions {
		for _, a := range q.Answers {
			if a.Worded != nil {
				add(a.Worded.CostUSD)
			}
			if a.Answer.Score != nil {
				add(a.Answer.Score.CostUSD)
			}
		}
	}
	return total
}

// scores are those of all answers that count, of one attempt at each question; nil for an
// answer without one.
func (r Report) scores() []*scoring.Score {
	var out []*scoring.Score
	for _, q := range r.Questions {
		for _, a := range q.Counted() {
			if !q.Skipped {
				out = append(out, a.Answer.Score)
			}
		}
	}
	return out
}

// ratedBy is the rubric a score was made by: its levels mean what that one says.
func ratedBy(s *scoring.Score, load func(version string) (rubric.Rubric, error)) *rubric.Rubric {
	if s == nil {
		return nil
	}
	rub, err := load(s.Source.RubricVersion)
	if err != nil {
		return nil // levels are shown without what they mean
	}
	return &rub
}

// buildAnswer measures nothing of an attempt that was passed: what was begun is there to
// be read, heard and deleted.
func buildAnswer(r Rehearsal, a Answer, held map[RecordingID]Recording, measured bool) AnswerReport {
	words, worded := r.putAt(a.slot())
	out := AnswerReport{Answer: a, Words: words, Worded: worded, Passed: !measured, Recordings: []HeldRecording{}, Terms: []delivery.TermCoverage{}}
	at := 0
	for _, t := range a.Takes {
		if rec, ok := held[t.RecordingID]; ok {
			out.Recordings = append(out.Recordings, HeldRecording{rec, t.Sound.RecordedMs, at})
		} else if t.Sound.RecordedMs > 0 {
			out.SoundGone = true
		}
		at += t.Sound.RecordedMs
	}
	if !measured {
		return out
	}
	out.measure(a, r.Plan)
	return out
}

// measure tells what the sound and the words tell. Key points stand in for words only where
// those aren't written down: they say nothing of how it was said.
func (out *AnswerReport) measure(a Answer, plan Plan) {
	if a.Mode == Spoken && len(a.Takes) > 0 {
		m := delivery.FromSound(a.sound())
		out.Sound = &m
	}
	text := a.Words()
	out.Unwritten, out.Unscored = unwritten(a), unscored(a)
	if said, ok := a.Said(); ok && !isBlank(said.Text) {
		out.Said, text = &said, said.Text
		m := delivery.FromAnswer(said, a.saidSound(), delivery.Asked{Language: plan.Language, Terms: plan.Terms})
		out.Language, out.Speech = m.Words, m.Speech
		if m.Terms != nil { // nil where words can't be compared in the language
			out.Terms = m.Terms
		}
		if m.Sound != nil {
			out.Sound = m.Sound
		}
	} else if !isBlank(text) {
		words := delivery.FromWords(text, delivery.Options{Language: plan.Language})
		out.Language = &words
		if plan.Language == planLanguage { // words are compared by English endings
			out.Terms = delivery.Coverage(text, plan.Terms)
		}
	}
	if language := out.wordsIn(plan); !isBlank(text) && star.Knows(language) {
		checklist := star.Check(text)
		out.Star = &checklist
	}
}

// wordsIn is the language the words are in: as they were heard, or else as it was asked.
func (out *AnswerReport) wordsIn(plan Plan) string {
	if out.Said != nil && out.Said.Language != "" {
		return out.Said.Language
	}
	return plan.Language
}

// saidSound is the sound that the words are of: none of typed words, and none where a part
// of it was deleted before it was written down, because rates over all of it would be wrong.
func (a Answer) saidSound() delivery.Sound {
	for _, t := range a.Takes {
		if t.Transcript == nil && t.Sound.RecordedMs > 0 {
			return delivery.Sound{}
		}
	}
	if a.Mode == Typed {
		return delivery.Sound{}
	}
	return a.sound()
}

// sound puts the takes of an answer one after the other, as if the recording had only
// been paused between them.
func (a Answer) sound() delivery.Sound {
	var out delivery.Sound
	for i, t := range a.Takes {
		if i > 0 {
			out.BreaksMs = append(out.BreaksMs, out.RecordedMs)
		}
		for _, seg := range t.Sound.SpeechMs {
			out.SpeechMs = append(out.SpeechMs, delivery.Segment{
				StartMs: seg.StartMs + out.RecordedMs, EndMs: seg.EndMs + out.RecordedMs,
			})
		}
		for _, at := range t.Sound.BreaksMs {
			out.BreaksMs = append(out.BreaksMs, at+out.RecordedMs)
		}
		out.RecordedMs += t.Sound.RecordedMs
	}
	return out
}

// askedAt is the wording of a question or of one of its follow-ups, in that attempt.
func (r Rehearsal) askedAt(at slot) string {
	words, _ := r.putAt(at)
	return words
}

// putAt is askedAt, and the model that worded it; nil: nobody but the plan.
func (r Rehearsal) putAt(at slot) (string, *followup.Source) {
	s := begin()
	for _, m := range r.Moves {
		next, err := s.step(m, len(r.Plan.Questions))
		if err != nil {
			return "", nil
		}
		if s = next; s.slot() == at && s.Phase != Planned {
			return r.wording(s), m.Worded
		}
	}
	return "", nil
}

// SaveSelfRating keeps the person's own level, 1 to 5, for one criterion; 0 is "can't
// say". It is theirs alone: nothing is computed from it.
func (s *Service) SaveSelfRating(ctx context.Context, answer AnswerID, criterion string, level int) error {
	rub, id := rubric.Current(), rubric.CriterionID(criterion)
	known := slices.ContainsFunc(rub.Criteria, func(c rubric.Criterion) bool { return c.ID == id })
	if !known || level < 0 || level > rubric.Levels {
		return fault.InvalidField("level", "interview.badLevel")
	}
	rating := rubric.Rating{Criterion: id, Version: rub.Version}
	if level > 0 {
		rating.Level = &level
	}
	return s.editAnswer(ctx, answer, func(a *Answer) {
		others := slices.DeleteFunc(slices.Clone(a.SelfRating), func(r rubric.Rating) bool { return r.Criterion == id })
		a.SelfRating = append(others, rating)
	})
}

// SaveKeyPoints keeps what the person typed beside a recording.
func (s *Service) SaveKeyPoints(ctx context.Context, id AnswerID, text string) error {
	if err := checkLength(text); err != nil {
		return err
	}
	return s.editAnswer(ctx, id, func(a *Answer) { a.KeyPoints = text })
}
