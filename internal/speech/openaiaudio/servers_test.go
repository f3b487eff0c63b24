package openaiaudio_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/speech/openaiaudio"
	"github.com/jobjourney/jobjourney/internal/testkit"
	faults "github.com/jobjourney/jobjourney/internal/testkit/serve"
	tones "github.com/jobjourney/jobjourney/internal/testkit/sound"
	"github.com/jobjourney/jobjourney/internal/testkit/sphinx"
)

const (
	whisperModel = "Systran/faster-whisper-small"
	kokoroModel  = "speaches-ai/Kokoro-82M-v1.0-ONNX"
	openAIPath   = "/v1/audio/transcriptions"
)

func local(t *testing.T, brand fakespeech.Brand, o fakespeech.LocalOptions, d openaiaudio.Dialect) (*fakespeech.Local, *openaiaudio.Client) {
	t.Helper()
	s := fakespeech.StartLocal(t, brand, o)
	c, err := openaiaudio.New(openaiaudio.Options{BaseURL: s.URL, Dialect: d, Clock: testkit.NewClock()})
	if err != nil {
		t.Fatal(err)
	}
	return s, c
}

// hears is a server that hears, and how it is asked.
type hears struct {
	brand   fakespeech.Brand
	dialect openaiaudio.Dialect
	o       fakespeech.LocalOptions
	model   string
	path    string
}

func hearers() map[string]hears {
	return map[string]hears{
		"speaches":                  {fakespeech.Speaches, openaiaudio.OpenAI, fakespeech.LocalOptions{}, whisperModel, openAIPath},
		"llama.cpp":                 {fakespeech.LlamaCpp, openaiaudio.OpenAI, fakespeech.LocalOptions{}, "any", openAIPath},
		"whisper.cpp":               {fakespeech.WhisperCpp, openaiaudio.WhisperCpp, fakespeech.LocalOptions{}, "", "/inference"},
		"whisper.cpp, old":          {fakespeech.WhisperCpp, openaiaudio.WhisperCpp, fakespeech.LocalOptions{OldBuild: true}, "", "/inference"},
		"whisper.cpp, OpenAI's way": {fakespeech.WhisperCpp, openaiaudio.OpenAI, fakespeech.LocalOptions{InferencePath: openAIPath}, "any", openAIPath},
	}
}

func TestServersHear(t *testing.T) {
	for name, tt := range hearers() {
		for _, language := range []string{"en", ""} {
			t.Run(name+" "+language, func(t *testing.T) {
				var heard []int16
				tt.o.Transcribe = func(pcm []int16) string { heard = pcm; return fakespeech.Heard }
				s, c := local(t, tt.brand, tt.o, tt.dialect)
				said := sound(3)
				got, err := c.Transcribe(t.Context(), said, openaiaudio.Request{Model: tt.model, Language: language, Prompt: "migration"})
				if err != nil || got.Text != fakespeech.Heard || !timed(got, 3000) || got.Language != "en" || len(got.Words) != len(strings.Fields(got.Text)) {
					t.Errorf("%+v, %v", got, err)
				}
				if calls := s.Calls(tt.path); len(calls) != 1 || !slices.Equal(heard, said) {
					t.Errorf("%d samples arrived in %d calls", len(heard), len(calls))
				}
				if got, err := c.Transcribe(t.Context(), nil, openaiaudio.Request{Model: tt.model}); err != nil || got.Text != "" || len(s.Calls("")) != 1 {
					t.Errorf("%+v of nothing, %v", got, err)
				}
			})
		}
	}
}

// A server that hears nothing in silence says so; that is a transcript, not a fault.
func TestServersHearSilence(t *testing.T) {
	for name, tt := range hearers() {
		_, c := local(t, tt.brand, tt.o, tt.dialect)
		if got, err := c.Transcribe(t.Context(), make([]int16, openaiaudio.Rate), openaiaudio.Request{Model: tt.model}); err != nil || got.Text != "" || len(got.Words) != 0 {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestServersSpeak(t *testing.T) {
	const text = "What did you do?"
	for name, tt := range map[string]struct {
		brand        fakespeech.Brand
		o            fakespeech.LocalOptions
		model, voice string
	}{
		"speaches":        {fakespeech.Speaches, fakespeech.LocalOptions{}, kokoroModel, "af_heart"},
		"Kokoro":          {fakespeech.Kokoro, fakespeech.LocalOptions{}, "kokoro", "am_michael"},
		"Kokoro, old":     {fakespeech.Kokoro, fakespeech.LocalOptions{OldBuild: true}, "kokoro", "af_bella"},
		"Ollama":          {fakespeech.Ollama, fakespeech.LocalOptions{}, "phonon", "Freya"},
		"Ollama, its tag": {fakespeech.Ollama, fakespeech.LocalOptions{}, "phonon:latest", "Toby"},
	} {
		t.Run(name, func(t *testing.T) {
			_, c := local(t, tt.brand, tt.o, openaiaudio.OpenAI)
			u := openaiaudio.Utterance{Model: tt.model, Voice: tt.voice, Text: text, Speed: 0.9}
			got, rate, err := listen(t, c, u)
			if err != nil || rate != fakespeech.VoiceRate || !slices.Equal(got, tones.Tone(text, rate)) {
				t.Errorf("%d samples at %d Hz, %v", len(got), rate, err)
			}
			u.Voice = "nobody"
			if _, _, err := listen(t, c, u); fault.Of(err).Key != "audioServer.voiceMissing" {
				t.Errorf("%v", err)
			}
			u.Model = "gone"
			if _, _, err := listen(t, c, u); fault.Of(err).Key != "audioServer.modelMissing" {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestServersListWhatTheyHave(t *testing.T) {
	for name, tt := range map[string]struct {
		brand  fakespeech.Brand
		o      fakespeech.LocalOptions
		hears  []string
		speaks []string
		voices []string
	}{
		"speaches":    {fakespeech.Speaches, fakespeech.LocalOptions{}, []string{whisperModel}, []string{kokoroModel}, []string{"af_heart"}},
		"Kokoro":      {fakespeech.Kokoro, fakespeech.LocalOptions{}, nil, []string{"kokoro", "tts-1"}, []string{"af_bella", "af_heart", "am_michael"}},
		"Kokoro, old": {fakespeech.Kokoro, fakespeech.LocalOptions{OldBuild: true}, nil, []string{"kokoro", "tts-1"}, []string{"af_bella", "af_heart", "am_michael"}},
		"Ollama":      {fakespeech.Ollama, fakespeech.LocalOptions{}, nil, []string{"phonon:latest"}, nil},
		"LM Studio":   {fakespeech.LMStudio, fakespeech.LocalOptions{}, nil, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			_, c := local(t, tt.brand, tt.o, openaiaudio.OpenAI)
			models, err := c.Models(t.Context())
			var hear, speak, voices []string
			for _, m := range models {
				if m.Transcribes {
					hear = append(hear, m.ID)
				}
				if m.Speaks {
					speak = append(speak, m.ID)
				}
			}
			if err != nil || !slices.Equal(hear, tt.hears) || !slices.Equal(speak, tt.speaks) {
				t.Errorf("%+v, %v", models, err)
			}
			list, err := c.Voices(t.Context(), "")
			for _, v := range list {
				voices = append(voices, v.ID)
			}
			if !slices.Equal(voices, tt.voices) || tt.voices == nil && fault.Of(err).Key != "audioServer.unsupported" {
				t.Errorf("%+v, %v", list, err)
			}
		})
	}
}

// What a server can't do is told from a server that has trouble.
func TestServersThatCanNot(t *testing.T) {
	for name, tt := range map[string]struct {
		brand       fakespeech.Brand
		o           fakespeech.LocalOptions
		hear, speak string
	}{
		"LM Studio":          {fakespeech.LMStudio, fakespeech.LocalOptions{}, "audioServer.unsupported", "audioServer.unsupported"},
		"Ollama":             {fakespeech.Ollama, fakespeech.LocalOptions{}, "audioServer.unsupported", "audioServer.modelMissing"},
		"Kokoro":             {fakespeech.Kokoro, fakespeech.LocalOptions{}, "audioServer.unsupported", "audioServer.modelMissing"},
		"speaches":           {fakespeech.Speaches, fakespeech.LocalOptions{}, "audioServer.modelMissing", "audioServer.modelMissing"},
		"llama.cpp, loading": {fakespeech.LlamaCpp, fakespeech.LocalOptions{Loading: true}, "audioServer.unavailable", "audioServer.unavailable"},
		"whisper.cpp":        {fakespeech.WhisperCpp, fakespeech.LocalOptions{}, "audioServer.unsupported", "audioServer.unsupported"},
	} {
		t.Run(name, func(t *testing.T) {
			s, c := local(t, tt.brand, tt.o, openaiaudio.OpenAI)
			if got, err := c.Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: secret}); fault.Of(err).Key != tt.hear || len(s.Calls("")) != 1 {
				t.Errorf("%+v, %v after %d calls", got, err, len(s.Calls("")))
			}
			_, _, err := listen(t, c, openaiaudio.Utterance{Model: secret, Voice: "af_heart", Text: secret})
			if fault.Of(err).Key != tt.speak {
				t.Errorf("%v", err)
			}
			wantNothingTold(t, err)
		})
	}
}

// Old builds of whisper.cpp say no with status 200: that is no transcript.
func TestAnErrorOfWhisperIsNoTranscript(t *testing.T) {
	for name, old := range map[string]bool{"new": false, "old": true} {
		s, c := local(t, fakespeech.WhisperCpp, fakespeech.LocalOptions{OldBuild: old}, openaiaudio.WhisperCpp)
		status := 400
		if old {
			status = 200
		}
		s.Fail("/inference", faults.Every, fakespeech.Answer(status, map[string]any{"error": "failed to read audio data"}))
		if got, err := c.Transcribe(t.Context(), sound(1), openaiaudio.Request{}); fault.Of(err).Key != "audioServer.rejected" || got.Text != "" || len(s.Calls("")) != 2 {
			t.Errorf("%s: %+v, %v after %d calls", name, got, err, len(s.Calls("")))
		}
	}
}

// wrong is the share of words that were misheard, left out or put in.
func wrong(said, heard string) float64 {
	a, b := strings.Fields(letters(said)), strings.Fields(letters(heard))
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, w := range a {
		last := row[0]
		row[0] = i + 1
		for j, v := range b {
			cost := last
			if v != w {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return float64(row[len(b)]) / float64(len(a))
}

func letters(text string) string {
	return strings.NewReplacer(".", "", ",", "", "?", "").Replace(strings.ToLower(text))
}

// Real speech, heard by a real recogniser: what was said comes back, and when.
func TestRealSpeechIsUnderstood(t *testing.T) {
	const said = "Last year our team moved the billing system. It took six months and saved a lot of money. I worked with the team on the new schedule for two weeks."
	c := real(t)
	samples, err := sphinx.Speak(t.Context(), "rms", said, openaiaudio.Rate)
	if err != nil {
		t.Fatal(err)
	}
	quiet := make([]int16, 2*openaiaudio.Rate)
	got, err := c.Transcribe(t.Context(), slices.Concat(quiet, samples), openaiaudio.Request{Model: sphinx.Model, Language: "en"})
	if err != nil || wrong(said, got.Text) > 0.1 || !timed(got, len(quiet)/16+len(samples)/16) {
		t.Fatalf("%.2f of the words are wrong in %+v, %v", wrong(said, got.Text), got, err)
	}
	if first := got.Words[0].StartMs; first < 1900 || first > 2500 {
		t.Errorf("the first word is said to come after %d ms", first)
	}
}

// Real speech arrives whole and at its own rate: sample by sample what flite says.
func TestRealSpeechIsSpoken(t *testing.T) {
	const asked = "What did you do when the team had too little time?"
	c := real(t)
	samples, rate, err := listen(t, c, openaiaudio.Utterance{Model: sphinx.Model, Voice: "af_heart", Text: asked})
	if err != nil {
		t.Fatal(err)
	}
	if want, err := sphinx.Speak(t.Context(), "slt", asked, rate); err != nil || rate != fakespeech.VoiceRate || !slices.Equal(samples, want) || tones.Silent(samples) {
		t.Errorf("%d samples at %d Hz, not %d, %v", len(samples), rate, len(want), err)
	}
}

func real(t *testing.T) *openaiaudio.Client {
	t.Helper()
	s := sphinx.Start(t)
	c, err := openaiaudio.New(openaiaudio.Options{BaseURL: s.URL, Dialect: openaiaudio.OpenAI, Clock: clock.System{}})
	if err != nil {
		t.Fatal(err)
	}
	if models, err := c.Models(t.Context()); err != nil || len(models) != 1 || models[0].ID != sphinx.Model {
		t.Fatalf("%+v, %v", models, err)
	}
	return c
}
