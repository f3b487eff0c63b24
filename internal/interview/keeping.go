package interview

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Summary is a rehearsal as the history shows it.
type Summary struct {
	Rehearsal Rehearsal
	Phase     Phase
	Finished  bool // there is a report, also where a question is being tried again
	Answered  int  // planned questions with an answer
	Skipped   int
	SoundMs   int // of all recordings together
}

// History is a list of rehearsals, newest first.
type History struct {
	Recent []Summary
	Total  int // of all there are, listed or not
}

// History lists the newest n rehearsals, but those that can't be read; Unread says
// which these are. A summary opens every answer of its rehearsal, so nobody asks for
// more of them than a person looks at.
func (s *Service) History(ctx context.Context, n int) (History, error) {
	recent, total, err := s.d.Rehearsals.RecentRehearsals(ctx, n)
	if err != nil {
		return History{}, fmt.Errorf("list rehearsals: %w", err)
	}
	out := History{make([]Summary, 0, len(recent)), total}
	for _, r := range recent {
		sum, _, err := s.summarise(ctx, r)
		if senseless(err) {
			continue
		}
		if err != nil {
			return History{}, err
		}
		out.Recent = append(out.Recent, sum)
	}
	return out, nil
}

// Unread names the rehearsals that are kept but can't be read: damaged, made by a newer
// version, or with moves that make no sense here. They can be deleted.
func (s *Service) Unread(ctx context.Context) ([]ID, error) {
	unread, err := s.d.Rehearsals.UnreadRehearsals(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for unreadable rehearsals: %w", err)
	}
	all, err := s.d.Rehearsals.ListRehearsals(ctx)
	if err != nil {
		return nil, fmt.Errorf("list rehearsals: %w", err)
	}
	for _, r := range all {
		if _, err := r.State(); err != nil {
			unread = append(unread, r.ID)
		}
	}
	return unread, nil
}

// senseless reports whether the moves of a rehearsal don't add up.
func senseless(err error) bool { return err != nil && fault.Of(err).Key == "interview.illegalMove" }

// notReadable reports whether a record is gone, or there and can't be read: either way
// it can't say anything about what belongs to it.
func notReadable(err error) bool {
	if err == nil {
		return false
	}
	switch f := fault.Of(err); f.Key {
	case "vault.damaged", "store.damaged", "store.newerRecord":
		return true
	default:
		return f.Code == fault.NotFound
	}
}

func (s *Service) summarise(ctx context.Context, r Rehearsal) (Summary, []Answer, error) {
	state, err := r.State()
	if err != nil {
		return Summary{}, nil, fmt.Errorf("replay rehearsal: %w", err)
	}
	answers, err := s.d.Answers.ListAnswers(ctx, r.ID)
	if err != nil {
		return Summary{}, nil, fmt.Errorf("list answers: %w", err)
	}
	sum := Summary{Rehearsal: r, Phase: state.Phase, Finished: state.Finished, Skipped: len(state.Skipped)}
	answered := map[int]bool{}
	for _, a := range answers {
		if a.Probe == 0 && a.given() && !state.Passed(a.Question, a.Attempt) {
			answered[a.Question] = true
		}
		for _, t := range a.Takes {
			sum.SoundMs += t.Sound.RecordedMs
		}
	}
	sum.Answered = len(answered) // however many attempts it took
	return sum, answers, nil
}

// given reports whether there is anything in the answer.
func (a Answer) given() bool {
	if !isBlank(a.Text) || !isBlank(a.KeyPoints) {
		return true
	}
	for _, t := range a.Takes {
		if t.Sound.RecordedMs > 0 {
			return true
		}
	}
	return false
}

// HeldRecording is a recording and how long it lasts.
type HeldRecording struct {
	Recording
	DurationMs int
	StartMs    int // where it begins in the sound of the whole answer
}

// HeldRecordings lists every recording, the next to expire first and kept ones last.
func (s *Service) HeldRecordings(ctx context.Context) ([]HeldRecording, error) {
	all, err := s.d.Recordings.ListRecordings(ctx)
	if err != nil {
		return nil, fmt.Errorf("list recordings: %w", err)
	}
	out := make([]HeldRecording, 0, len(all))
	for _, r := range all {
		held, err := s.held(ctx, r)
		if err != nil {
			return nil, err
		}
		out = append(out, held)
	}
	slices.SortStableFunc(out, func(a, b HeldRecording) int {
		if a.Kept != b.Kept {
			return cmp.Compare(rank(a.Kept), rank(b.Kept))
		}
		return a.ExpiresAt.Compare(b.ExpiresAt)
	})
	return out, nil
}

func (s *Service) held(ctx context.Context, r Recording) (HeldRecording, error) {
	a, err := s.d.Answers.GetAnswer(ctx, r.AnswerID)
	if err != nil && !notReadable(err) {
		return HeldRecording{}, fmt.Errorf("read answer: %w", err)
	}
	for _, t := range a.Takes {
		if t.RecordingID == r.ID {
			return HeldRecording{Recording: r, DurationMs: t.Sound.RecordedMs}, nil
		}
	}
	return HeldRecording{Recording: r}, nil
}

// Recordings lists every recording.
func (s *Service) Recordings(ctx context.Context) ([]Recording, error) {
	return s.d.Recordings.ListRecordings(ctx)
}

// KeepRecording stops or starts the clock of a recording.
func (s *Service) KeepRecording(ctx context.Context, id RecordingID, keep bool) error {
	r, err := s.d.Recordings.GetRecording(ctx, id)
	if err != nil {
		return fmt.Errorf("read recording: %w", err)
	}
	r.Kept = keep
	if err := s.d.Recordings.PutRecording(ctx, r); err != nil {
		return fmt.Errorf("save recording: %w", err)
	}
	s.d.Events.RecordingsChanged()
	return nil
}

// RedateRecording says when a recording was made, after the clock was found to be wrong.
// It is kept as many days from there as it was given.
func (s *Service) RedateRecording(ctx context.Context, id RecordingID, capturedAt time.Time) error {
	r, err := s.d.Recordings.GetRecording(ctx, id)
	if err != nil {
		return fmt.Errorf("read recording: %w", err)
	}
	given := r.ExpiresAt.Sub(r.CapturedAt)
	r.CapturedAt, r.ExpiresAt = capturedAt, capturedAt.Add(given)
	if err := s.d.Recordings.PutRecording(ctx, r); err != nil {
		return fmt.Errorf("save recording: %w", err)
	}
	s.d.Events.RecordingsChanged()
	return nil
}

// DeleteRecording removes the sound for good. The answer stays, with the numbers taken
// from the sound, and says that the sound is gone.
func (s *Service) DeleteRecording(ctx context.Context, id RecordingID) error {
	r, err := s.d.Recordings.GetRecording(ctx, id)
	if err != nil {
		return fmt.Errorf("read recording: %w", err)
	}
	if err := s.notLive(ctx, r.AnswerID); err != nil {
		return err
	}
	if err := s.d.Recordings.DeleteRecording(ctx, id); err != nil {
		return fmt.Errorf("delete recording: %w", err)
	}
	defer s.d.Events.RecordingsChanged()
	s.editing.Lock()
	defer s.editing.Unlock()
	a, err := s.d.Answers.GetAnswer(ctx, r.AnswerID)
	if notReadable(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read answer: %w", err)
	}
	for i := range a.Takes {
		if a.Takes[i].RecordingID == id {
			a.Takes[i].RecordingID = ""
		}
	}
	if err := s.d.Answers.PutAnswer(ctx, a); err != nil {
		return fmt.Errorf("save answer: %w", err)
	}
	return nil
}

// DeleteAnswer removes an answer and its recordings, for good.
func (s *Service) DeleteAnswer(ctx context.Context, id AnswerID) error {
	if err := s.notLive(ctx, id); err != nil {
		return err
	}
	s.editing.Lock()
	defer s.editing.Unlock()
	a, err := s.d.Answers.GetAnswer(ctx, id)
	if err != nil && !notReadable(err) {
		return fmt.Errorf("read answer: %w", err)
	}
	if err := s.d.Answers.DeleteAnswer(ctx, id); err != nil {
		return fmt.Errorf("delete answer: %w", err)
	}
	s.d.Events.RehearsalChanged(a.RehearsalID)
	s.d.Events.RecordingsChanged()
	return nil
}

// Delete removes a rehearsal with everything in it, for good.
func (s *Service) Delete(ctx context.Context, id ID) error {
	if s.running(id) != nil {
		return fault.New(fault.Conflict, "interview.endFirst")
	}
	s.editing.Lock()
	defer s.editing.Unlock()
	if err := s.d.Rehearsals.DeleteRehearsal(ctx, id); err != nil {
		return fmt.Errorf("delete rehearsal: %w", err)
	}
	s.d.Events.RehearsalChanged(id)
	s.d.Events.RecordingsChanged()
	return nil
}

// notLive refuses to touch the answer that is being given at this moment.
func (s *Service) notLive(ctx context.Context, id AnswerID) error {
	a, err := s.d.Answers.GetAnswer(ctx, id)
	if notReadable(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read answer: %w", err)
	}
	if s.running(a.RehearsalID) != nil {
		return fault.New(fault.Conflict, "interview.endFirst")
	}
	return nil
}

func rank(b bool) int {
	if b {
		return 1
	}
	return 0
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }
