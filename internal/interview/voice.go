package interview

import (
	"context"
	"strings"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// speech is something the interviewer is saying.
type speech struct {
	stop context.CancelFunc
	over chan struct{} // closed when nothing is heard any more
}

// put asks the question: shown at once, and spoken where that is wanted. The
// candidate is listened to only when the last word is out (half-duplex).
func (s *session) put() error {
	if !s.p.prefs.SpokenQuestions || !s.canSpeak() {
		return s.listen()
	}
	s.speak(strings.TrimSpace(s.rehearsal.lead(s.state)+" "+s.question()), s.listen)
	return nil
}

// speak says the text and then does what comes after it, unless it was hushed. Whatever
// changes the state hushes first. The caller holds the mutex.
func (s *session) speak(text string, after func() error) {
	ctx, cancel := context.WithCancel(s.ctx)
	said := &speech{cancel, make(chan struct{})}
	s.speech = said
	go func() {
		err := s.p.voice.Say(ctx, Line{text, s.rehearsal.Plan.Language})
		close(said.over)
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.speech != said {
			return
		}
		s.hush()
		if err != nil { // the words are on the screen: the rehearsal goes on without the voice
			s.voiceGone = true
			s.p.events.MicrophoneTrouble(fault.Wrap(fault.Unavailable, "speech.voiceFailed", err))
		}
		if err := after(); err != nil {
			s.p.events.MicrophoneTrouble(err)
		}
	}()
}

// canSpeak reports whether there is a voice for the plan's language, and it hasn't failed in
// this session.
func (s *session) canSpeak() bool {
	return !s.voiceGone && s.p.voice.Available(s.rehearsal.Plan.Language)
}

// hush stops the interviewer and returns when nothing is heard any more, so that the
// microphone, which may open next, hears the candidate only.
func (s *session) hush() {
	said := s.speech
	if said == nil {
		return
	}
	s.speech = nil
	said.stop()
	<-said.over
}

// hearAgain speaks the question once more, with the microphone closed meanwhile.
func (s *session) hearAgain() error {
	if s.state.Phase != Listening || !s.canSpeak() || s.speech != nil {
		return nil
	}
	s.haltTake()
	s.speak(s.question(), s.goOn)
	s.p.events.RehearsalChanged(s.rehearsal.ID)
	return nil
}

// goOn goes back to the answer after the question was heard again.
func (s *session) goOn() error {
	s.p.events.RehearsalChanged(s.rehearsal.ID)
	if s.mode == Typed {
		return nil
	}
	return s.continueTake()
}

// interruptVoice cuts the interviewer short: the words stay on the screen, and the
// candidate may begin.
func (s *session) interruptVoice() error {
	if s.speech == nil {
		return nil
	}
	s.hush()
	if s.state.Phase == Listening {
		return s.goOn()
	}
	return s.listen()
}
