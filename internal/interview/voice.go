package interview

import (
	"context"
	"slices"
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
	if !s.speaks() {
		return s.listen()
	}
	now := s.lines()
	s.p.voice.Prepare(s.inLanguage(append(now, s.upcoming()...))...)
	s.speak(now, s.listen)
	return nil
}

// lines is what the interviewer says now: the question and, unless that was said already,
// what leads to it.
func (s *session) lines() []string {
	lead := s.rehearsal.lead(s.state)
	if lead == "" || s.state.Thanked {
		return []string{s.question()}
	}
	return []string{lead, s.question()}
}

// upcoming is what will or may be said next: it is made into sound while the candidate
// still answers. How a follow-up is worded is known only then.
func (s *session) upcoming() []string {
	q := s.state.Question
	said := []string{s.rehearsal.thanks(s.state)}
	if q+1 < len(s.rehearsal.Plan.Questions) {
		next := s.rehearsal.Plan.Questions[q+1]
		said = append(said, next.Text, next.LeadAfterSkip)
	}
	if !s.rehearsal.Plan.Live {
		said = append(said, s.rehearsal.Plan.Questions[q].ProbeLeads...)
	}
	return slices.DeleteFunc(said, isBlank)
}

// inLanguage is words as lines in the plan's language.
func (s *session) inLanguage(words []string) []Line {
	out := make([]Line, len(words))
	for i, w := range words {
		out[i] = Line{w, s.rehearsal.Plan.Language}
	}
	return out
}

// speaks reports whether what the interviewer says is to be heard, and can be.
func (s *session) speaks() bool { return s.p.prefs.SpokenQuestions && s.canSpeak() }

// speak says some lines and then does what comes after it, unless it was hushed. Whatever
// changes the state hushes first. The caller holds the mutex.
func (s *session) speak(lines []string, after func() error) {
	ctx, cancel := context.WithCancel(s.ctx)
	said := &speech{cancel, make(chan struct{})}
	s.speech = said
	words := s.inLanguage(lines)
	go func() {
		err := s.p.voice.Say(ctx, words...)
		close(said.over)
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.speech != said {
			return
		}
		s.hush()
		if err != nil { // the words are on the screen: the rehearsal goes on without the voice
			s.voiceGone = true
			s.p.events.MicrophoneTrouble(voiceTrouble(err))
		}
		if err := after(); err != nil {
			s.p.events.MicrophoneTrouble(err)
		}
	}()
}

// voiceTrouble is what a person is told of a voice that failed: its own cause where there is
// one, such as a quota that is used up. Those of the sound system speak of a microphone.
func voiceTrouble(err error) error {
	if f := fault.Of(err); f.Code == fault.Internal || f.Code == fault.Canceled || strings.HasPrefix(f.Key, "audio.") {
		return fault.Wrap(fault.Unavailable, "speech.voiceFailed", err)
	}
	return err
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
	s.speak([]string{s.question()}, s.goOn)
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
	switch s.state.Phase {
	case Listening:
		return s.goOn()
	case Thinking: // it was a word of thanks: what comes next is still being worked out
		s.p.events.RehearsalChanged(s.id)
		return nil
	}
	return s.listen()
}
