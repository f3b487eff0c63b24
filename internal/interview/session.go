package interview

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// session is a rehearsal that is going on. Every public call of it holds the mutex,
// saves the move it makes, and only then lets its effect be seen or heard.
type session struct {
	p   parts
	id  ID              // of the rehearsal
	ctx context.Context // lives as long as the session

	mu        sync.Mutex
	rehearsal Rehearsal
	state     State
	answer    *Answer  // the one being given; nil outside Listening
	mode      Mode     // how the candidate wants to answer
	take      *take    // sound being recorded; nil if none
	voiceGone bool     // it failed once; asking it again would only delay every question
	speech    *speech  // what the interviewer is saying; nil while silent
	thought   *thought // what comes next is being worked out; nil otherwise
	slow      slowness
	closed    bool
	captions  captionDesk
}

// move saves one more move and applies it. The caller holds the mutex.
func (s *session) move(kind MoveKind) error { return s.moveWith(Move{Kind: kind}) }

func (s *session) moveWith(m Move) error {
	m.At = s.p.now()
	next, state, err := s.rehearsal.with(m)
	if err != nil {
		return err
	}
	if err := s.p.rehearsals.PutRehearsal(s.ctx, next); err != nil {
		return fmt.Errorf("save move: %w", err)
	}
	s.drop()
	s.rehearsal, s.state = next, state
	s.p.events.RehearsalChanged(next.ID)
	return nil
}

// question is the wording of what is being asked now.
func (s *session) question() string { return s.rehearsal.wording(s.state) }

// listen begins or goes on with the answer.
func (s *session) listen() error {
	if err := s.move(MoveAsked); err != nil {
		return err
	}
	if err := s.openAnswer(); err != nil {
		return err
	}
	return s.record()
}

// openAnswer finds the answer of this question, or begins it.
func (s *session) openAnswer() error {
	all, err := s.p.answers.ListAnswers(s.ctx, s.rehearsal.ID)
	if err != nil {
		return fmt.Errorf("read answers: %w", err)
	}
	fresh := Answer{
		ID: AnswerID(ident.NewRecord()), RehearsalID: s.rehearsal.ID, Mode: s.mode,
		Question: s.state.Question, Probe: s.state.Probe, Attempt: s.state.Attempt, StartedAt: s.p.now(),
		Takes: []Take{}, SelfRating: []rubric.Rating{},
	}
	for _, a := range all {
		if a.slot() == fresh.slot() {
			s.answer = &a
			return nil
		}
	}
	if err := s.p.answers.PutAnswer(s.ctx, fresh); err != nil {
		return fmt.Errorf("save answer: %w", err)
	}
	s.answer = &fresh
	return nil
}

// record opens the microphone if the answer is to be spoken. A microphone that does
// not work is told, and the answer can be typed.
func (s *session) record() error {
	if s.mode != Spoken || s.take != nil {
		return nil
	}
	t, err := s.startTake()
	if err != nil {
		return s.troubled(err)
	}
	s.take = t
	return nil
}

// troubled pauses the rehearsal because the sound has gone, and tells why: last, so that
// it is what stays on the screen.
func (s *session) troubled(cause error) error {
	s.hush()
	defer s.p.events.MicrophoneTrouble(soundGone(cause))
	if s.state.Phase == Listening {
		return s.pauseAnyway()
	}
	return nil
}

// soundGone words a full disk for somebody who was being recorded.
func soundGone(cause error) error {
	if fault.Of(cause).Key == "store.diskFull" {
		return fault.Wrap(fault.Unavailable, "interview.diskFull", cause)
	}
	return cause
}

// pauseAnyway pauses also if that can't be saved, as on a full disk: nobody is to take
// for heard what isn't recorded. The next move saves it along; until then a rehearsal
// read back counts as interrupted, which goes on at the same place.
func (s *session) pauseAnyway() error {
	s.drop()
	next, state, err := s.rehearsal.with(Move{Kind: MovePause, At: s.p.now()})
	if err != nil {
		return err
	}
	if err := s.p.rehearsals.PutRehearsal(s.ctx, next); err != nil {
		s.p.events.MicrophoneTrouble(fmt.Errorf("save move: %w", err))
	}
	s.rehearsal, s.state = next, state
	s.p.events.RehearsalChanged(next.ID)
	return nil
}

// allow refuses a move before anything is done towards it.
func (s *session) allow(kind MoveKind) error {
	_, err := s.state.step(Move{Kind: kind}, len(s.rehearsal.Plan.Questions))
	return err
}

// done ends the answer. What was typed comes along; what was said is safe already. If
// the answer is in and only what comes after it failed, that is tried again.
func (s *session) done(text string) error {
	if s.state.Phase == Thinking {
		if s.thought != nil {
			return nil
		}
		return s.proceed()
	}
	if err := s.allow(MoveDone); err != nil {
		return err
	}
	if s.mode == Typed && isBlank(text) && s.elapsed() == 0 {
		return fault.InvalidField("text", "interview.emptyAnswer")
	}
	s.hush()
	if err := s.closeAnswer(text); err != nil {
		return err
	}
	if err := s.move(MoveDone); err != nil {
		return err
	}
	return s.proceed()
}

// closeAnswer stops the recording and saves the answer as it is.
func (s *session) closeAnswer(text string) error {
	if s.answer == nil {
		return nil
	}
	s.stopTake()
	finished := *s.answer
	finished.finish(s.mode, text, s.p.now())
	if err := s.p.answers.PutAnswer(s.ctx, finished); err != nil {
		return fmt.Errorf("save answer: %w", err)
	}
	*s.answer = finished
	return nil
}

// report ends the session. The report itself is made from the records whenever it is read.
func (s *session) report() error {
	if err := s.move(MoveReport); err != nil {
		return err
	}
	s.close()
	return nil
}

func (s *session) skip(draft string) error {
	if err := s.allow(MoveSkip); err != nil {
		return err
	}
	s.hush()
	if err := s.keepDraft(draft); err != nil {
		return err
	}
	s.stopTake()
	if err := s.move(MoveSkip); err != nil {
		return err
	}
	s.answer = nil
	return s.conclude(false)
}

func (s *session) unskip() error {
	if err := s.allow(MoveUnskip); err != nil {
		return err
	}
	s.hush()
	s.stopTake()
	s.answer = nil
	return s.ask(Move{Kind: MoveUnskip})
}

func (s *session) pause(draft string) error {
	if err := s.allow(MovePause); err != nil {
		return err
	}
	s.hush()
	if err := s.keepDraft(draft); err != nil {
		return err
	}
	s.haltTake()
	return s.move(MovePause)
}

// comeBack is resume for a session that has just been opened. If the rehearsal broke off
// in the middle without anybody noticing, that is noted first.
func (s *session) comeBack(mode Mode) error {
	if s.state.running() {
		if err := s.move(MoveInterrupt); err != nil {
			return err
		}
	}
	return s.resume(mode)
}

// resume goes on after a pause, an interruption or a microphone that was lost.
func (s *session) resume(mode Mode) error {
	if err := s.move(MoveResume); err != nil {
		return err
	}
	s.mode = mode
	switch s.state.Phase {
	case Asking, FollowUp:
		return s.put()
	case Listening:
		if s.answer == nil {
			if err := s.openAnswer(); err != nil {
				return err
			}
		}
		if s.mode == Typed {
			s.stopTake()
			return nil
		}
		return s.continueTake()
	case Thinking:
		return s.proceed()
	}
	return nil
}

// switchMode changes between speaking and typing in the middle of an answer. What was
// recorded stays.
func (s *session) switchMode(mode Mode) error {
	if s.mode == mode {
		return nil
	}
	s.mode = mode
	s.p.events.RehearsalChanged(s.rehearsal.ID)
	if s.state.Phase != Listening {
		return nil
	}
	if mode == Typed {
		s.stopTake()
	}
	if s.speech != nil {
		return nil // the microphone opens when the voice has finished
	}
	return s.record()
}

func (s *session) end(draft string) error {
	if s.state.Phase == Closing { // ended before, but the last move could not be saved
		return s.report()
	}
	if err := s.allow(MoveEnd); err != nil {
		return err
	}
	s.hush()
	if err := s.keepDraft(draft); err != nil {
		return err
	}
	if err := s.closeAnswer(draft); err != nil {
		return err
	}
	if err := s.move(MoveEnd); err != nil {
		return err
	}
	s.answer = nil
	return s.report()
}

// draftOf is the draft if it was typed in the turn that stands, and else what is kept of
// the answer already.
func (s *session) draftOf(turn int, draft string) string {
	if s.state.Turn == turn || s.answer == nil {
		return draft
	}
	return s.answer.Text
}

// keepDraft saves what is typed so far, so that nothing is lost whatever comes next.
func (s *session) keepDraft(text string) error {
	if s.answer == nil || s.mode != Typed || s.answer.Text == text {
		return nil
	}
	next := *s.answer
	next.Text = text
	if err := s.p.answers.PutAnswer(s.ctx, next); err != nil {
		return fmt.Errorf("save draft: %w", err)
	}
	s.answer.Text = text // only now: a draft taken for saved would not be saved when it comes again
	return nil
}

// suspend is what locking or leaving the app does: everything is saved, nothing is decided.
func (s *session) suspend() {
	s.hush()
	s.captions.callOff()
	s.stopTake()
	if s.state.running() {
		if err := s.move(MoveInterrupt); err != nil {
			s.p.events.MicrophoneTrouble(err) // the next unlocking finds it running and marks it then
		}
	}
	s.close()
}

func (s *session) close() {
	s.drop()
	s.hush()
	s.p.voice.Forget()
	s.stopTake()
	s.closed, s.answer = true, nil
	s.p.ended(s)
}

// elapsed is how much sound the answer being given has so far.
func (s *session) elapsed() time.Duration {
	if s.answer == nil {
		return 0
	}
	var ms int
	for i, t := range s.answer.Takes {
		if s.take == nil || i != s.take.index {
			ms += t.Sound.RecordedMs
		}
	}
	if s.take != nil {
		ms += s.take.recordedMs()
	}
	return time.Duration(ms) * time.Millisecond
}
