package example

import (
	"context"
	"encoding/binary"
	"slices"
	"time"

	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// wavHeader is the length of the header of our own sound files, in bytes.
const wavHeader = 44

// answer keeps what was said to one question, with its sound if there is any.
func (e *Example) answer(ctx context.Context, r interview.Rehearsal, question int, at time.Time, said answered) error {
	a := interview.Answer{
		ID: interview.AnswerID(ident.NewRecord()), RehearsalID: r.ID, Question: question, Mode: interview.Typed,
		Text: said.Text, KeyPoints: said.KeyPoints, Takes: []interview.Take{}, StartedAt: at, DoneAt: at.Add(time.Minute),
		SelfRating: said.ratings(),
	}
	if said.Sound != "" {
		take, err := e.record(ctx, a, at, said.Sound)
		if err != nil {
			return err
		}
		a.Mode, a.Takes = interview.Spoken, append(a.Takes, take)
	}
	return e.s.Records.PutAnswer(ctx, a)
}

// record puts a sound file where a microphone's sound would be.
func (e *Example) record(ctx context.Context, answer interview.Answer, at time.Time, file string) (interview.Take, error) {
	samples, err := readSound(file)
	if err != nil {
		return interview.Take{}, err
	}
	rec, err := e.s.Records.CreateRecording(ctx, interview.Recording{
		ID: interview.RecordingID(ident.NewRecord()), AnswerID: answer.ID, RehearsalID: answer.RehearsalID, CapturedAt: at,
		ExpiresAt: at.AddDate(0, 0, 90), Rate: interview.SampleRate,
	})
	if err != nil {
		return interview.Take{}, err
	}
	heard := e.s.Activity()
	for frame := range slices.Chunk(samples, interview.FrameSamples) {
		heard.Process(frame)
		if err := e.s.Records.Append(ctx, rec.ID, frame); err != nil {
			return interview.Take{}, err
		}
	}
	sound := delivery.Sound{RecordedMs: len(samples) * 1000 / interview.SampleRate}
	for _, s := range heard.Segments() {
		sound.SpeechMs = append(sound.SpeechMs, delivery.Segment{StartMs: s[0], EndMs: s[1]})
	}
	return interview.Take{RecordingID: rec.ID, CapturedAt: at, Sound: sound}, e.s.Records.FinishRecording(ctx, rec.ID)
}

func readSound(file string) ([]int16, error) {
	raw, err := data.ReadFile("data/" + file)
	if err != nil {
		return nil, err
	}
	raw = raw[wavHeader:]
	samples := make([]int16, len(raw)/2)
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(raw[2*i:])) // the bits of a sample
	}
	return samples, nil
}

func (a answered) ratings() []rubric.Rating {
	out := []rubric.Rating{}
	for _, c := range rubric.Current().Criteria {
		if level, ok := a.Rating[c.ID]; ok {
			out = append(out, rubric.Rating{Criterion: c.ID, Level: &level, Version: rubric.Current().Version})
		}
	}
	return out
}
