package speech

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

func redirected(t *testing.T, fake *fakespeech.ElevenLabs) *http.Client {
	t.Helper()
	to, err := url.Parse(fake.URL)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Transport: detour{t, to}}
}

// What was transcribed is kept there until it is deleted; the check of a key and a test leave nothing.
func TestTranscriptsAreDeletedThere(t *testing.T) {
	fake := fakespeech.StartElevenLabs(t, fakespeech.Options{Keys: map[string][]string{fakespeech.Key: nil}})
	p := Scribes(redirected(t, fake), clock.System{})[provider.ElevenLabs]
	access := provider.Access{Kind: provider.ElevenLabs, Key: fakespeech.Key}
	if _, err := p.Check(t.Context(), access); err != nil {
		t.Fatal(err)
	}
	if err := p.Try(t.Context(), access, provider.Scribe, provider.Choice{}); err != nil || len(fake.Transcripts()) != 0 {
		t.Fatalf("%v, %q left", err, fake.Transcripts())
	}
	s, err := p.Scribe(access, provider.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := s.WriteDown(t.Context(), sound.Tone("aaaa", 16000), "en"); err != nil {
			t.Fatal(err)
		}
	}
	if len(fake.Transcripts()) != 2 {
		t.Fatalf("%q are kept before they are deleted", fake.Transcripts())
	}
	if err := s.(interview.Forgetter).Forget(t.Context()); err != nil || len(fake.Transcripts()) != 0 {
		t.Errorf("%v, %q left", err, fake.Transcripts())
	}
}

// What can't be deleted now is deleted the next time.
func TestADeletionThatFailsIsDoneLater(t *testing.T) {
	fake := fakespeech.StartElevenLabs(t, fakespeech.Options{Keys: map[string][]string{fakespeech.Key: nil}})
	l, err := eleven{redirected(t, fake), clock.System{}, ""}.tidying(provider.Access{Key: fakespeech.Key})
	if err != nil {
		t.Fatal(err)
	}
	s := tidyScribe{l}
	if _, err := s.WriteDown(t.Context(), sound.Tone("aaaa", 16000), "en"); err != nil {
		t.Fatal(err)
	}
	id := l.made[0].TranscriptionID
	fake.Fail("/v1/speech-to-text/transcripts/"+id, 1, fakespeech.MissingPermission("speech_history_write"))
	if err := s.Forget(t.Context()); fault.Of(err).Key != "elevenlabs.missingPermission" || len(fake.Transcripts()) != 1 {
		t.Errorf("%v, %q", err, fake.Transcripts())
	}
	if err := s.Forget(t.Context()); err != nil || len(fake.Transcripts()) != 0 || len(l.made) != 0 {
		t.Errorf("%v, %q", err, fake.Transcripts())
	}
}

// Spoken questions leave the account's history; a key that may only speak speaks all the same.
func TestSpokenQuestionsAreDeletedThere(t *testing.T) {
	fake := fakespeech.StartElevenLabs(t, fakespeech.Options{Tier: "starter", Characters: 5000, ItemTold: true, Keys: map[string][]string{
		fakespeech.Key: nil, fakespeech.TTSOnly: {"text_to_speech"},
	}})
	p := Voices(redirected(t, fake), clock.System{})[provider.ElevenLabs]
	voices, err := p.Models(t.Context(), provider.Access{Kind: provider.ElevenLabs, Key: fakespeech.Key}, provider.Voice)
	if err != nil || len(voices) == 0 {
		t.Fatal(err)
	}
	for left, key := range []string{fakespeech.Key, fakespeech.TTSOnly} {
		n, err := p.Narrator(provider.Access{Kind: provider.ElevenLabs, Key: key}, provider.Choice{Model: voices[0].ID})
		if err != nil {
			t.Fatal(err)
		}
		heard := 0
		if err := n.Speak(t.Context(), interview.Line{Text: "What did " + strings.ToLower(key[:1]) + " do?", Language: "en"}, func(s []int16, _ int) error { heard += len(s); return nil }); err != nil || heard == 0 {
			t.Errorf("%q: %v, %d samples", key, err, heard)
		}
		serve.Until(t, "the history is as it should be", func() bool { return len(fake.History()) == left })
	}
}
