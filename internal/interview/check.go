package interview

import (
	"context"
	"fmt"
	"io"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Microphones lists the microphones of this computer.
func (s *Service) Microphones(ctx context.Context) ([]MicrophoneInfo, error) {
	all, err := s.d.Microphone.Microphones(ctx)
	if err != nil {
		return nil, fmt.Errorf("list microphones: %w", err)
	}
	return all, nil
}

// sample is what a voice says for somebody who chooses one; questions are in this language.
const sample = "Hello, and thank you for coming. I will ask you a few questions about your work."

// HearVoice lets the interviewer's voice say a sentence. Faults: those of the voice, and
// Conflict interview.anotherRunning while a rehearsal goes on.
func (s *Service) HearVoice(ctx context.Context) error {
	s.mu.Lock()
	busy := s.live != nil
	s.mu.Unlock()
	if busy {
		return fault.New(fault.Conflict, "interview.anotherRunning")
	}
	if err := s.d.Voice.Say(ctx, Line{sample, planLanguage}); err != nil {
		return fmt.Errorf("hear voice: %w", err)
	}
	return nil
}

// StartCheck lets the person see that a microphone hears them. Nothing is recorded.
func (s *Service) StartCheck(ctx context.Context, id string) error {
	s.checkMu.Lock()
	defer s.checkMu.Unlock()
	if err := s.stopCheck(); err != nil {
		return err
	}
	mic, err := s.d.Microphone.Listen(ctx, id, Hearing{
		Samples: func([]int16) {},
		Level:   s.d.Events.MicrophoneLevel,
		Trouble: s.d.Events.MicrophoneTrouble,
	})
	if err != nil {
		return fmt.Errorf("open microphone: %w", err)
	}
	s.check = mic
	return nil
}

// StopCheck closes the microphone; without a check it does nothing.
func (s *Service) StopCheck() error {
	s.checkMu.Lock()
	defer s.checkMu.Unlock()
	return s.stopCheck()
}

func (s *Service) stopCheck() error {
	mic := s.check
	s.check = nil
	if mic == nil {
		return nil
	}
	return closing(mic)
}

func closing(mic io.Closer) error {
	if err := mic.Close(); err != nil {
		return fmt.Errorf("close microphone: %w", err)
	}
	return nil
}
