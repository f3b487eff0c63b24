package speech

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech/elevenlabs"
)

// Captioner is provider.Captioners.
func (e eleven) Captioner(a provider.Access) (interview.Captioner, error) {
	l, err := e.tidying(a) // a handshake tells no id that could be deleted by
	if err != nil {
		return nil, err
	}
	return elevenCaptions{l.client}, nil
}

// elevenCaptions are those of ElevenLabs' realtime transcription.
type elevenCaptions struct{ client *elevenlabs.Client }

// Caption is interview.Captioner.
func (e elevenCaptions) Caption(ctx context.Context, language string, heard func(settled, guess string)) (interview.Captioning, error) {
	d, err := e.client.OpenDictation(ctx, elevenlabs.DictationOptions{Hints: elevenlabs.Hints{Language: language}, Parts: heard})
	if err != nil {
		return nil, err
	}
	return dictated{d}, nil
}

// dictated is a stretch of sound being dictated.
type dictated struct{ *elevenlabs.Dictation }

// Hear is interview.Captioning.
func (d dictated) Hear(samples []int16, quiet bool) error {
	if quiet {
		d.Pause()
	}
	return d.Write(samples)
}

// Finish is interview.Captioning. Nothing tells an id to delete it there by.
func (d dictated) Finish(ctx context.Context) (transcript.Transcript, error) {
	said, err := d.Commit(ctx)
	said.LeftThere = true
	return said, err
}
