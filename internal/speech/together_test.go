package speech

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech/elevenlabs"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// detour carries what is meant for ElevenLabs to the fake, and refuses everything else.
type detour struct {
	t  *testing.T
	to *url.URL
}

func (d detour) RoundTrip(r *http.Request) (*http.Response, error) {
	if "https://"+r.URL.Host != elevenlabs.DefaultBaseURL {
		d.t.Errorf("asked %s", r.URL.Host)
	}
	turned := r.Clone(r.Context())
	(&httputil.ProxyRequest{In: r, Out: turned}).SetURL(d.to)
	return http.DefaultTransport.RoundTrip(turned)
}

// The provider of the settings, as the app makes it, against the fake service.
func TestTogetherElevenLabsAsAProvider(t *testing.T) {
	fake := fakespeech.StartElevenLabs(t, fakespeech.Options{Tier: "starter", Characters: 5000, Keys: map[string][]string{
		fakespeech.Key: nil, fakespeech.TTSOnly: {"text_to_speech"}, "listener": {"speech_to_text"},
	}})
	to, err := url.Parse(fake.URL)
	if err != nil {
		t.Fatal(err)
	}
	p := Scribes(&http.Client{Transport: detour{t, to}}, clock.System{})[provider.ElevenLabs]
	pcm := sound.Tone(strings.Repeat("a", 30), 16000)
	for key, want := range map[string]struct{ check, fault, plan string }{
		fakespeech.Key: {plan: "starter"}, "listener": {}, fakespeech.TTSOnly: {fault: "elevenlabs.missingPermission"},
		"unknown": {"elevenlabs.invalidKey", "elevenlabs.invalidKey", ""}, "": {"elevenlabs.badKey", "elevenlabs.badKey", ""},
	} {
		access := provider.Access{Kind: provider.ElevenLabs, Key: key}
		account, err := p.Check(t.Context(), access)
		tried := p.Try(t.Context(), access, provider.Scribe, provider.Choice{})
		if !failsWith(err, want.check) || !failsWith(tried, want.fault) || account.Label != want.plan || (account.LeftCredits != nil) != (want.plan != "") {
			t.Errorf("%q: %+v, %v, %v", key, account, err, tried)
		}
		if account.LeftCredits != nil && *account.LeftCredits != 5000 {
			t.Errorf("%d credits left", *account.LeftCredits)
		}
		scribe, err := p.Scribe(access, provider.Choice{Model: elevenlabs.RecordingModel})
		if err != nil {
			continue // the key can't be sent at all
		}
		said, err := scribe.WriteDown(t.Context(), pcm, "en")
		if !failsWith(err, want.fault) || err == nil && (said.Text != fakespeech.Heard || !said.Timed || said.Language != "en") {
			t.Errorf("%q: %+v, %v", key, said, err)
		}
	}
	if len(fake.History()) > 0 {
		t.Errorf("checking a key left %q", fake.History())
	}
}

// The voices of the account read a question aloud, also for a key that may do nothing else.
func TestTogetherElevenLabsSpeaks(t *testing.T) {
	fake := fakespeech.StartElevenLabs(t, fakespeech.Options{Tier: "starter", Characters: 5000, Keys: map[string][]string{
		fakespeech.Key: nil, fakespeech.TTSOnly: {"text_to_speech"}, "listener": {"speech_to_text"},
	}})
	to, err := url.Parse(fake.URL)
	if err != nil {
		t.Fatal(err)
	}
	p := Voices(&http.Client{Transport: detour{t, to}}, clock.System{})[provider.ElevenLabs]
	voices, err := p.Models(t.Context(), provider.Access{Kind: provider.ElevenLabs, Key: fakespeech.Key}, provider.Voice)
	if err != nil || len(voices) == 0 || voices[0].Name == "" {
		t.Fatalf("%+v, %v", voices, err)
	}
	for key, want := range map[string]string{fakespeech.Key: "", fakespeech.TTSOnly: "", "listener": "elevenlabs.missingPermission"} {
		access, choice := provider.Access{Kind: provider.ElevenLabs, Key: key}, provider.Choice{Model: voices[0].ID}
		n, err := p.Narrator(access, choice)
		if err != nil {
			t.Fatal(err)
		}
		heard := 0
		err = n.Speak(t.Context(), interview.Line{Text: "What did you do first?", Language: "en"}, func(samples []int16, rate int) error {
			if rate != 24000 {
				t.Errorf("%d Hz", rate)
			}
			heard += len(samples)
			return nil
		})
		if !failsWith(err, want) || (heard > 12000) != (want == "") {
			t.Errorf("%q: %d samples, %v", key, heard, err)
		}
		if err := p.Try(t.Context(), access, provider.Voice, choice); !failsWith(err, want) {
			t.Errorf("%q: %v", key, err)
		}
	}
}

// A server on this computer reads with each voice of each model that speaks.
func TestTogetherKokoroSpeaks(t *testing.T) {
	fake := fakespeech.StartLocal(t, fakespeech.Kokoro, fakespeech.LocalOptions{})
	p := Voices(http.DefaultClient, clock.System{})[provider.Server]
	access := provider.Access{Kind: provider.Server, BaseURL: fake.URL, Dialect: "kokoro"}
	voices, err := p.Models(t.Context(), access, provider.Voice)
	if err != nil || len(voices) == 0 || !strings.Contains(voices[0].ID, "@") {
		t.Fatalf("%+v, %v", voices, err)
	}
	n, err := p.Narrator(access, provider.Choice{Model: voices[0].ID})
	if err != nil {
		t.Fatal(err)
	}
	heard := 0
	if err := n.Speak(t.Context(), interview.Line{Text: "What did you do first?", Language: "en"}, func(samples []int16, _ int) error { heard += len(samples); return nil }); err != nil || heard < 12000 {
		t.Errorf("%d samples, %v", heard, err)
	}
}

// failsWith says whether err is a fault with that key; an empty key is no error.
func failsWith(err error, key string) bool {
	if key == "" || err == nil {
		return err == nil && key == ""
	}
	return fault.Of(err).Key == key
}
