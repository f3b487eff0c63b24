package interview

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/turn"
)

// leastTakeMs is the shortest recording that is kept, in milliseconds: what somebody
// leaves who is done the moment the microphone opens holds no word.
const leastTakeMs = 300

// take is a recording being made: it gathers samples to half-second frames, has each
// sealed and made durable, and listens for speech in them. What is found out on the way,
// when the answer ends and which words it has, never holds it up.
type take struct {
	s        *session
	id       RecordingID
	index    int // in the answer's takes
	activity Activity

	mu      sync.Mutex
	mic     io.Closer // nil while halted
	pending []int16   // less than a frame
	samples int       // handed in so far, pending ones included
	breaks  []int     // where the recording was paused, in ms
	failed  error
	ending  ending
	parts   []*captioned // the stretches between its breaks
}

// startTake makes the recording and opens the microphone. The session's mutex is held.
func (s *session) startTake() (*take, error) {
	now := s.p.now()
	r, err := s.p.recorder.CreateRecording(s.ctx, Recording{
		ID: RecordingID(ident.NewRecord()), AnswerID: s.answer.ID, RehearsalID: s.rehearsal.ID, CapturedAt: now,
		ExpiresAt: now.AddDate(0, 0, s.p.prefs.RecordingDays), Rate: SampleRate,
	})
	if err != nil {
		return nil, fmt.Errorf("create recording: %w", err)
	}
	t := &take{s: s, id: r.ID, index: len(s.answer.Takes), activity: s.p.activity(), ending: s.newEnding()}
	s.answer.Takes = append(s.answer.Takes, Take{RecordingID: r.ID, CapturedAt: now})
	if err := s.p.answers.PutAnswer(s.ctx, *s.answer); err != nil {
		return nil, s.dropTake(s.ctx, t, fmt.Errorf("save answer: %w", err))
	}
	if err := t.open(); err != nil {
		return nil, s.dropTake(s.ctx, t, err)
	}
	return t, nil
}

// dropTake takes back a recording with nothing in it; it is the answer's last.
func (s *session) dropTake(ctx context.Context, t *take, cause error) error {
	s.answer.Takes = s.answer.Takes[:t.index]
	if err := s.p.answers.PutAnswer(ctx, *s.answer); err != nil {
		cause = errors.Join(cause, fmt.Errorf("save answer: %w", err))
	}
	if err := s.p.recordings.DeleteRecording(ctx, t.id); err != nil {
		cause = errors.Join(cause, fmt.Errorf("remove empty recording: %w", err))
	}
	return cause
}

func (t *take) open() error {
	t.holdOff()
	stretches := len(t.parts)
	t.beginCaptions()
	mic, err := t.s.p.mic.Listen(t.s.ctx, t.s.p.prefs.MicrophoneID, Hearing{
		Samples: t.hear,
		Level:   t.s.p.events.MicrophoneLevel,
		Trouble: t.trouble,
	})
	if err != nil {
		t.dropCaptions(stretches)
		return fmt.Errorf("open microphone: %w", err)
	}
	t.mu.Lock()
	t.mic = mic
	t.mu.Unlock()
	return nil
}

// hear runs on the microphone's goroutine. A frame that can't be saved ends the
// recording: what was saved before stays.
func (t *take) hear(samples []int16) {
	news, changed, failed := t.takeIn(samples)
	if failed != nil {
		go t.s.takeFailed(t, failed)
	}
	if changed {
		t.tellTurn(news)
	}
}

// takeIn keeps the samples and says what they change.
func (t *take) takeIn(samples []int16) (news turn.Outlook, changed bool, failed error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.failed != nil {
		return news, false, nil
	}
	t.activity.Process(samples)
	t.samples += len(samples)
	speech := t.activity.Segments()
	t.caption(samples, speech)
	t.pending = append(t.pending, samples...)
	for len(t.pending) >= FrameSamples && t.failed == nil {
		t.save(FrameSamples)
	}
	news, changed = t.judge(speech)
	return news, changed, t.failed
}

// save makes the first n samples of pending durable. If that fails the recording is
// over, and what could not be saved was never recorded.
func (t *take) save(n int) {
	if err := t.s.p.recorder.Append(t.s.ctx, t.id, t.pending[:n]); err != nil {
		t.failed = fmt.Errorf("save sound: %w", err)
		t.samples -= len(t.pending)
		t.pending = nil
		return
	}
	t.pending = t.pending[:copy(t.pending, t.pending[n:])]
}

// trouble runs on the microphone's goroutine.
func (t *take) trouble(err error) {
	switch fault.Of(err).Key {
	case "audio.silent", "audio.heard", "audio.gaps":
		t.s.p.events.MicrophoneTrouble(err)
	default:
		go t.s.takeFailed(t, err)
	}
}

// takeFailed pauses the rehearsal because the microphone or the disk gave up.
func (s *session) takeFailed(t *take, cause error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.take != t || s.closed {
		return
	}
	s.stopTake()
	if err := s.troubled(cause); err != nil {
		s.p.events.MicrophoneTrouble(err)
	}
}

// haltTake closes the microphone for a while; the recording can go on in the same
// blob. What was said before the pause is safe: the pause ends the frame.
func (s *session) haltTake() {
	if s.take != nil {
		s.take.halt()
		s.saveSound()
	}
}

func (t *take) halt() {
	t.mu.Lock()
	mic := t.mic
	t.mic = nil
	t.mu.Unlock()
	if mic != nil {
		if err := mic.Close(); err != nil {
			t.s.p.events.MicrophoneTrouble(err)
		}
	}
	t.endCaptions()
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.pending) == 0 || t.failed != nil {
		return
	}
	if t.save(len(t.pending)); t.failed != nil {
		t.s.p.events.MicrophoneTrouble(t.failed)
	}
}

// continueTake opens the microphone again, or a new take where there is none that can
// go on.
func (s *session) continueTake() error {
	if s.take != nil && s.take.broken() {
		s.stopTake()
	}
	if s.take == nil {
		return s.record()
	}
	s.take.markBreak()
	if err := s.take.open(); err != nil {
		return s.troubled(err)
	}
	return nil
}

// markBreak remembers where the sound goes on after a pause.
func (t *take) markBreak() {
	ms := t.recordedMs()
	t.mu.Lock()
	defer t.mu.Unlock()
	if n := len(t.breaks); n == 0 || t.breaks[n-1] != ms {
		t.breaks = append(t.breaks, ms)
	}
}

// stopTake closes microphone and recording and keeps what the sound tells. A recording
// too short for a word is not kept.
func (s *session) stopTake() {
	if s.take == nil {
		return
	}
	t := s.take
	t.halt()
	s.saveSound()
	s.take = nil
	// The app may be on its way out: the end of a recording is written all the same.
	ctx := context.WithoutCancel(s.ctx)
	err := s.p.recorder.FinishRecording(ctx, t.id)
	if t.broken() || t.recordedMs() < leastTakeMs {
		t.dropCaptions(0) // they may have words that the recording hasn't
	}
	t.keepCaptions(s.answer.ID)
	if t.recordedMs() < leastTakeMs {
		err = s.dropTake(ctx, t, err)
	}
	if err != nil {
		s.p.events.MicrophoneTrouble(err)
	}
	s.p.events.RecordingsChanged()
}

func (s *session) saveSound() {
	t := s.take
	s.answer.Takes[t.index].Sound = t.sound()
	if err := s.p.answers.PutAnswer(context.WithoutCancel(s.ctx), *s.answer); err != nil {
		s.p.events.MicrophoneTrouble(err)
	}
}

// running reports whether the microphone is open.
func (t *take) running() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.mic != nil
}

// broken reports whether something could not be saved, so that nothing may follow it.
func (t *take) broken() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.failed != nil
}

func (t *take) recordedMs() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.soFarMs()
}

func (t *take) sound() delivery.Sound {
	ms := t.recordedMs()
	t.mu.Lock()
	defer t.mu.Unlock()
	return soundOf(t.activity, ms, slices.Clone(t.breaks))
}

func soundOf(heard Activity, ms int, breaks []int) delivery.Sound {
	sound := delivery.Sound{RecordedMs: ms, BreaksMs: breaks, SpeechMs: []delivery.Segment{}}
	for _, seg := range heard.Segments() {
		if seg[0] < ms { // a piece at the end may have been heard and not saved
			sound.SpeechMs = append(sound.SpeechMs, delivery.Segment{StartMs: seg[0], EndMs: min(seg[1], ms)})
		}
	}
	return sound
}
