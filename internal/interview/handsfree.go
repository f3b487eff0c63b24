package interview

import (
	"context"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/turn"
)

// Along tells what is found out while somebody answers aloud. Number names the question
// that stands, as State.Turn does.
type Along interface {
	TurnChanged(id ID, number int, o turn.Outlook)
	CaptionsChanged(id ID, c Captions)
}

// ending is how a take finds out that the answer is over. The take's mutex guards it.
type ending struct {
	number int // State.Turn
	on     bool
	rules  turn.Rules
	heldMs int          // see turn.Heard
	told   turn.Outlook // what was published last
}

func (s *session) newEnding() ending {
	e := ending{number: s.state.Turn, told: turn.Outlook{State: turn.Listening}}
	e.follow(s.p.prefs, s.rehearsal.Plan.Language)
	return e
}

func (e *ending) follow(p Preferences, language string) {
	e.on, e.rules = p.HandsFree, turn.Rules{SilenceMs: p.SilenceMs, Language: language}
}

// outlook is where the answer stands. The caller holds the mutex.
func (t *take) outlook(speech [][2]int) turn.Outlook {
	e := &t.ending
	if !e.on || t.mic == nil {
		return turn.Outlook{State: turn.Listening}
	}
	return e.rules.Judge(turn.Heard{SpeechMs: speech, NowMs: t.soFarMs(), Words: t.words(), HeldMs: e.heldMs})
}

// soFarMs is how much was heard. The caller holds the mutex.
func (t *take) soFarMs() int { return t.samples * 1000 / SampleRate }

// judge looks where the answer stands, and whether that is news. Over is acted upon. The
// caller holds the mutex.
func (t *take) judge(speech [][2]int) (now turn.Outlook, news bool) {
	now = t.outlook(speech)
	told := t.ending.told
	news = now.State != told.State || now.State == turn.Ending && now.WaitMs != told.WaitMs
	if news && now.State == turn.Over {
		go t.s.answerOver(t)
	}
	t.ending.told = now
	return now, news
}

// tellTurn publishes where the answer stands.
func (t *take) tellTurn(o turn.Outlook) { t.s.p.events.TurnChanged(t.s.id, t.ending.number, o) }

// over reports whether the answer is over at this moment: a word may have come since.
func (t *take) over() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.outlook(t.activity.Segments()).State == turn.Over
}

// holdOff keeps the answer from ending before somebody has spoken again.
func (t *take) holdOff() {
	t.mu.Lock()
	t.ending.heldMs = t.soFarMs()
	now, news := t.judge(t.activity.Segments())
	t.mu.Unlock()
	if news {
		t.tellTurn(now)
	}
}

// answerOver does what "I'm done" does, unless that was pressed meanwhile, somebody went on
// speaking, or nobody is listened to any more.
func (s *session) answerOver(t *take) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || s.take != t || s.mode != Spoken || s.speech != nil || s.state.Phase != Listening || !t.over() {
		return
	}
	if err := s.done(""); err != nil {
		s.p.events.MicrophoneTrouble(err)
	}
}

// heed takes over what was chosen anew about how answers end.
func (s *session) heed(p Preferences) {
	s.p.prefs.HandsFree, s.p.prefs.SilenceMs = p.HandsFree, p.SilenceMs
	if s.take == nil {
		return
	}
	s.take.mu.Lock()
	s.take.ending.follow(s.p.prefs, s.rehearsal.Plan.Language)
	s.take.mu.Unlock()
	s.take.holdOff() // a silence that began before ends nothing
}

// alongTheAnswer is what is found out of the answer being spoken.
func (s *session) alongTheAnswer() (turn.Outlook, *Captions) {
	if s.take == nil {
		return turn.Outlook{State: turn.Listening}, nil
	}
	s.take.mu.Lock()
	defer s.take.mu.Unlock()
	return s.take.ending.told, s.take.captions()
}

// SetHandsFree says for the rehearsal that is going on whether silence ends a spoken
// answer; how much silence is in the settings.
func (s *Service) SetHandsFree(ctx context.Context, id ID, on bool) (Standing, error) {
	prefs, err := s.d.Preferences.Rehearsal(ctx)
	if err != nil {
		return Standing{}, fmt.Errorf("read settings: %w", err)
	}
	prefs.HandsFree = on
	return s.do(id, func(live *session) error { live.heed(prefs); return nil })
}

// NotYet keeps the answer of that turn from ending before somebody has spoken again. In
// another turn it does nothing.
func (s *Service) NotYet(id ID, turn int) (Standing, error) {
	return s.inTurn(id, turn, func(live *session) error {
		if live.take != nil {
			live.take.holdOff()
		}
		return nil
	})
}

// orOver lets a press that came as the last spoken answer ended by itself find the rehearsal
// over.
func (s *Service) orOver(id ID, st Standing, err error) (Standing, error) {
	if fault.Of(err).Key != "interview.notRunning" {
		return st, err
	}
	now, reading := s.Standing(context.Background(), id) // a press has no context
	if reading != nil || now.State.Phase != Reported {
		return st, err
	}
	return now, nil
}
