package interview

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/turn"
)

// Deps is everything the service talks to.
type Deps struct {
	Rehearsals  Rehearsals
	Answers     Answers
	Recorder    Recorder
	Recordings  Recordings
	Microphone  Microphone
	Voice       Voice
	Activity    func() Activity // a fresh one for each take
	Events      Publisher
	Clock       clock.Clock
	Sources     Sources
	Cast        Cast
	Compose     func(string) string // to Unicode's composed form (NFC)
	Preferences interface {
		Rehearsal(ctx context.Context) (Preferences, error)
	}
}

// parts is what a session needs of the service.
type parts struct {
	rehearsals Rehearsals
	answers    Answers
	recorder   Recorder
	recordings Recordings
	mic        Microphone
	voice      Voice
	activity   func() Activity
	events     Publisher
	now        func() time.Time
	after      func(time.Duration) <-chan time.Time
	cast       Cast
	ledger     Ledgers
	writeDown  func(ctx context.Context, plan Plan, given []Answer) ([]Answer, error)
	prefs      Preferences
	alter      func(context.Context, AnswerID, func(*Answer) error) error
	ended      func(*session)
}

// Service plans rehearsals, runs one at a time, and keeps what they leave behind.
type Service struct {
	d Deps

	mu        sync.Mutex
	live      *session
	assessing map[portion]bool // what somebody writes down or scores just now

	editing sync.Mutex // held from reading an answer or a rehearsal to saving it, and while a session begins

	checkMu sync.Mutex
	check   io.Closer // the microphone, while it is being tried out
}

// NewService makes the service; it touches nothing yet.
func NewService(d Deps) *Service { return &Service{d: d, assessing: map[portion]bool{}} }

// Standing is where a rehearsal stands, for the room.
type Standing struct {
	Rehearsal Rehearsal
	State     State
	Mode      Mode
	Lead      string        // what the interviewer says before the question
	Words     string        // of the question being put or answered
	Draft     string        // what is typed so far
	Speaking  bool          // the interviewer is talking
	Recording bool          // the microphone is open
	Elapsed   time.Duration // of sound in the answer so far
	Takes     int           // recordings of the answer so far
	HasVoice  bool
	HandsFree bool         // silence ends the answer
	Outlook   turn.Outlook // of the answer being spoken, where silence ends it
	Captions  *Captions    // nil: what is said isn't shown as words
}

// Start begins a planned rehearsal.
func (s *Service) Start(ctx context.Context, id ID, mode Mode) (Standing, error) {
	return s.begin(ctx, id, mode, func(live *session) error {
		if err := live.move(MoveStart); err != nil {
			return err
		}
		return live.put()
	})
}

// Resume goes on with a rehearsal that is paused or was interrupted.
func (s *Service) Resume(ctx context.Context, id ID, mode Mode) (Standing, error) {
	if s.running(id) != nil {
		if err := mode.check(); err != nil {
			return Standing{}, err
		}
		prefs, err := s.d.Preferences.Rehearsal(ctx)
		if err != nil {
			return Standing{}, fmt.Errorf("read settings: %w", err)
		}
		return s.do(id, func(live *session) error { live.heed(prefs); return live.resume(mode) })
	}
	return s.begin(ctx, id, mode, func(live *session) error { return live.comeBack(mode) })
}

// Done ends the answer to the question of that turn; text is what was typed, empty for a
// spoken one. If another question stands by then, because the button was pressed twice
// or an event was late, that one isn't touched: the standing shows it.
func (s *Service) Done(id ID, turn int, text string) (Standing, error) {
	st, err := s.typedInTurn(id, turn, text, (*session).done)
	if err != nil && isBlank(text) {
		return s.orOver(id, st, err)
	}
	return st, err
}

// PressOn goes on without waiting for what helpers work out after the answer of that turn.
func (s *Service) PressOn(id ID, turn int) (Standing, error) {
	return s.inTurn(id, turn, func(live *session) error { return live.pressOn() })
}

// SaveDraft keeps what is typed so far in that turn; what comes too late is in the answer already.
func (s *Service) SaveDraft(id ID, turn int, text string) (Standing, error) {
	return s.typedInTurn(id, turn, text, (*session).keepDraft)
}

// Skip passes the question of that turn; Unskip takes it back as long as nothing else
// happened. In another turn neither does anything.
func (s *Service) Skip(id ID, turn int, draft string) (Standing, error) {
	return s.typedInTurn(id, turn, draft, (*session).skip)
}

// Unskip goes back to the question passed last.
func (s *Service) Unskip(id ID, turn int) (Standing, error) {
	return s.inTurn(id, turn, func(live *session) error { return live.unskip() })
}

// Next leaves the feedback on the question of that turn for the next one, or for the end.
func (s *Service) Next(id ID, turn int) (Standing, error) {
	return s.inTurn(id, turn, (*session).next)
}

// TryAgain begins a further attempt at the question that is looked at in that turn; the
// answers so far stay.
func (s *Service) TryAgain(id ID, turn int) (Standing, error) {
	return s.inTurn(id, turn, (*session).again)
}

// Retry begins a further attempt at one question of a rehearsal that is over, which leads
// back to the report. All answers so far stay.
func (s *Service) Retry(ctx context.Context, id ID, question int, mode Mode) (Standing, error) {
	return s.begin(ctx, id, mode, func(live *session) error {
		return live.ask(Move{Kind: MoveRetry, Question: question})
	})
}

// Pause takes a break: the microphone is closed, the answer stays open. A draft of
// another turn isn't taken.
func (s *Service) Pause(id ID, turn int, draft string) (Standing, error) {
	if err := checkLength(draft); err != nil {
		return Standing{}, err
	}
	return s.do(id, func(live *session) error { return live.pause(live.draftOf(turn, draft)) })
}

// SwitchMode changes between speaking and typing.
func (s *Service) SwitchMode(id ID, mode Mode) (Standing, error) {
	if err := mode.check(); err != nil {
		return Standing{}, err
	}
	return s.do(id, func(live *session) error { return live.switchMode(mode) })
}

// HearAgain speaks the question once more.
func (s *Service) HearAgain(id ID) (Standing, error) {
	return s.do(id, func(live *session) error { return live.hearAgain() })
}

// HushVoice stops the interviewer's voice; the answer begins at once.
func (s *Service) HushVoice(id ID) (Standing, error) {
	return s.do(id, func(live *session) error { return live.interruptVoice() })
}

// End ends the rehearsal early, with what there is. A rehearsal that was interrupted
// can be ended without going back into it. A draft of another turn isn't taken.
func (s *Service) End(ctx context.Context, id ID, turn int, draft string) (Standing, error) {
	if err := checkLength(draft); err != nil {
		return Standing{}, err
	}
	if s.running(id) == nil {
		return s.begin(ctx, id, Typed, func(live *session) error { return live.end("") })
	}
	return s.do(id, func(live *session) error { return live.end(live.draftOf(turn, draft)) })
}

// Standing is where the rehearsal stands.
func (s *Service) Standing(ctx context.Context, id ID) (Standing, error) {
	if live := s.running(id); live != nil {
		live.mu.Lock()
		defer live.mu.Unlock()
		return live.standing(), nil
	}
	r, err := s.d.Rehearsals.GetRehearsal(ctx, id)
	if err != nil {
		return Standing{}, fmt.Errorf("read rehearsal: %w", err)
	}
	state, err := r.State()
	if err != nil {
		return Standing{}, fmt.Errorf("replay rehearsal: %w", err)
	}
	st := Standing{Rehearsal: r, State: state, Mode: Typed, Lead: r.lead(state), Words: r.wording(state), HasVoice: s.d.Voice.Available(r.Plan.Language)}
	return s.withDraft(ctx, st)
}

// withDraft adds what the answer at this place holds already. It may be done: if the app
// went away before the move on was saved, the same question is answered again.
func (s *Service) withDraft(ctx context.Context, st Standing) (Standing, error) {
	all, err := s.d.Answers.ListAnswers(ctx, st.Rehearsal.ID)
	if err != nil {
		return Standing{}, fmt.Errorf("read answers: %w", err)
	}
	for _, a := range all {
		if a.slot() == st.State.slot() {
			st.Draft, st.Mode, st.Takes = a.Text, a.Mode, len(a.Takes)
		}
	}
	return st, nil
}

// Locked is a Follower of the account.
func (s *Service) Locked() { s.Unattended() }

// Unattended saves and suspends what is going on, because nobody is there any more: the
// microphone closes, and the rehearsal can be resumed at its question.
func (s *Service) Unattended() {
	if err := s.StopCheck(); err != nil {
		s.d.Events.MicrophoneTrouble(err)
	}
	s.mu.Lock()
	live := s.live
	s.mu.Unlock()
	if live == nil {
		return
	}
	live.mu.Lock()
	defer live.mu.Unlock()
	if !live.closed {
		live.suspend()
	}
}

// begin makes a rehearsal the live one and does the first thing in it.
func (s *Service) begin(ctx context.Context, id ID, mode Mode, first func(*session) error) (Standing, error) {
	if err := mode.check(); err != nil {
		return Standing{}, err
	}
	live, err := s.open(ctx, id, mode)
	if err != nil {
		return Standing{}, err
	}
	live.mu.Lock()
	defer live.mu.Unlock()
	if live.closed { // the vault was locked in between
		return Standing{}, fault.New(fault.Conflict, "interview.notRunning")
	}
	if err := first(live); err != nil {
		live.close()
		return Standing{}, err
	}
	return live.standing(), nil
}

func (s *Service) open(ctx context.Context, id ID, mode Mode) (*session, error) {
	if err := s.StopCheck(); err != nil {
		return nil, err
	}
	prefs, err := s.d.Preferences.Rehearsal(ctx)
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	s.editing.Lock() // what is being changed was over when that began, and is saved before it is read here
	defer s.editing.Unlock()
	r, err := s.d.Rehearsals.GetRehearsal(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read rehearsal: %w", err)
	}
	state, err := r.State()
	if err != nil {
		return nil, fmt.Errorf("replay rehearsal: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.live != nil {
		return nil, fault.New(fault.Conflict, "interview.anotherRunning")
	}
	// A session outlives the call that opened it; close ends it.
	s.live = &session{p: s.parts(prefs), id: id, ctx: context.WithoutCancel(ctx), rehearsal: r, state: state, mode: mode}
	return s.live, nil
}

func (s *Service) parts(prefs Preferences) parts {
	d := s.d
	return parts{
		rehearsals: d.Rehearsals, answers: d.Answers, recorder: d.Recorder, recordings: d.Recordings,
		mic: d.Microphone, voice: d.Voice, activity: d.Activity, events: d.Events,
		now: d.Clock.Now, after: d.Clock.After, cast: d.Cast, ledger: d.Sources.Ledger, writeDown: s.understand,
		alter: s.alter, prefs: prefs, ended: s.ended,
	}
}

// ended is called by a session that is over, under its own mutex.
func (s *Service) ended(live *session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.live == live {
		s.live = nil
	}
}

func (s *Service) running(id ID) *session {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.live == nil || s.live.id != id {
		return nil
	}
	return s.live
}

func (s *Service) do(id ID, act func(*session) error) (Standing, error) {
	live := s.running(id)
	if live == nil {
		return Standing{}, fault.New(fault.Conflict, "interview.notRunning")
	}
	live.mu.Lock()
	defer live.mu.Unlock()
	if live.closed {
		return Standing{}, fault.New(fault.Conflict, "interview.notRunning")
	}
	if err := act(live); err != nil {
		return Standing{}, err
	}
	return live.standing(), nil
}

// inTurn is do for what is meant for one question; once that isn't the one that stands
// any more, nothing is done.
func (s *Service) inTurn(id ID, turn int, act func(*session) error) (Standing, error) {
	return s.do(id, func(live *session) error {
		if live.state.Turn != turn {
			return nil
		}
		return act(live)
	})
}

func (s *session) standing() Standing {
	st := Standing{
		Rehearsal: s.rehearsal, State: s.state, Mode: s.mode,
		Lead: s.rehearsal.lead(s.state), Words: s.question(),
		Speaking: s.speech != nil, Recording: s.take != nil && s.take.running(), Elapsed: s.elapsed(),
		HasVoice: s.canSpeak(), HandsFree: s.p.prefs.HandsFree,
	}
	st.Outlook, st.Captions = s.alongTheAnswer()
	if s.answer != nil {
		st.Draft, st.Takes = s.answer.Text, len(s.answer.Takes)
	}
	return st
}

// typedInTurn is inTurn for what brings along what was typed.
func (s *Service) typedInTurn(id ID, turn int, text string, act func(*session, string) error) (Standing, error) {
	if err := checkLength(text); err != nil {
		return Standing{}, err
	}
	return s.inTurn(id, turn, func(live *session) error { return act(live, text) })
}
