package interview

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Unlocked finds what was going on when the app went away: a rehearsal in the middle
// is marked as interrupted, one that only lacked its end gets it. It is a Follower of
// the account.
func (s *Service) Unlocked(ctx context.Context) {
	all, err := s.d.Rehearsals.ListRehearsals(ctx)
	if err != nil {
		s.d.Events.MicrophoneTrouble(err)
	}
	for _, r := range all {
		if err := s.afterCrash(ctx, r); err != nil {
			s.d.Events.MicrophoneTrouble(err)
		}
	}
}

func (s *Service) afterCrash(ctx context.Context, r Rehearsal) error {
	state, err := r.State()
	if err != nil {
		return nil //nolint:nilerr // made by a newer version: it is none of ours to mend
	}
	kind := MoveInterrupt
	switch {
	case state.Phase == Closing:
		kind = MoveReport
	case state.Phase == Paused: // stands as it did; only its sound may lack an end
		return s.mendSound(ctx, r.ID)
	case !state.running():
		return nil
	}
	if err := s.mendSound(ctx, r.ID); err != nil {
		return err
	}
	if r, _, err = r.with(Move{Kind: kind, At: s.d.Clock.Now()}); err != nil {
		return err
	}
	if err := s.d.Rehearsals.PutRehearsal(ctx, r); err != nil {
		return fmt.Errorf("save move: %w", err)
	}
	return nil
}

// mendSound measures takes anew whose recording went on longer than their answer knows.
func (s *Service) mendSound(ctx context.Context, id ID) error {
	answers, err := s.d.Answers.ListAnswers(ctx, id)
	if err != nil {
		return fmt.Errorf("read answers: %w", err)
	}
	for _, a := range answers {
		changed, err := s.remeasure(ctx, &a)
		if err == nil && changed {
			err = s.d.Answers.PutAnswer(ctx, a)
		}
		if err != nil {
			return fmt.Errorf("mend answer: %w", err)
		}
	}
	return nil
}

// remeasure only looks at the last take: those before it were ended in order. One too
// short for a word goes, as it would have if the app had ended it.
func (s *Service) remeasure(ctx context.Context, a *Answer) (changed bool, err error) {
	last := len(a.Takes) - 1
	if last < 0 || a.Takes[last].RecordingID == "" {
		return false, nil
	}
	t := &a.Takes[last]
	sound, err := s.d.Recordings.OpenRecording(ctx, t.RecordingID)
	if fault.Has(err, fault.NotFound) && t.Sound.RecordedMs < leastTakeMs {
		a.Takes = a.Takes[:last] // it went away before the first sound, or was removed before this was saved
		return true, nil
	}
	if err != nil {
		return false, nil //nolint:nilerr // damaged: the report says so where it is played
	}
	ms := soundMs(sound.Size())
	if ms < leastTakeMs {
		a.Takes = a.Takes[:last]
		return true, errors.Join(sound.Close(), s.d.Recordings.DeleteRecording(ctx, t.RecordingID))
	}
	if ms == t.Sound.RecordedMs {
		return false, sound.Close()
	}
	err = s.measure(sound, t)
	return err == nil, errors.Join(err, sound.Close())
}

// measure listens to a recording again.
func (s *Service) measure(sound Samples, t *Take) error {
	activity, heard := s.d.Activity(), 0
	raw := make([]byte, 2*FrameSamples)
	for {
		n, err := io.ReadFull(sound, raw)
		samples := make([]int16, n/2)
		for i := range samples {
			samples[i] = int16(binary.LittleEndian.Uint16(raw[2*i:])) // the bits are the sample
		}
		activity.Process(samples)
		heard += len(samples)
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("read recording: %w", err)
		}
	}
	t.Sound = soundOf(activity, heard*1000/SampleRate, slices.Clone(t.Sound.BreaksMs))
	return nil
}

func soundMs(bytes int64) int { return int(bytes / 2 * 1000 / SampleRate) }
