package openaiaudio_test

import (
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/openaiaudio"
)

func TestLanguagesThatVoicesAreNamedAfter(t *testing.T) {
	for _, tt := range []struct{ voice, model, want string }{
		{"af_bella", "kokoro", "en"},
		{"bm_george", "kokoro", "en"},
		{"AF_Bella+af_sky", "kokoro", "en"},
		{"ff_siwis", "kokoro", "fr"},
		{"em_alex", "kokoro", "es"},
		{"pf_dora", "kokoro", "pt"},
		{"de_DE-thorsten-medium", "piper", "de"},
		{"alloy", "speaches-ai/piper-en_US-ryan", ""},
		{"", "en_US-ryan-high", "en"},
		{"alloy", "tts-1", ""},
		{"a_bella", "kokoro", ""},
		{"xf_someone", "kokoro", ""},
		{"", "", ""},
	} {
		if got := openaiaudio.VoiceLanguage(tt.voice, tt.model); got != tt.want {
			t.Errorf("%s of %s: %q, not %q", tt.voice, tt.model, got, tt.want)
		}
	}
}

func TestAModelForEnglishAloneRefusesOtherLanguages(t *testing.T) {
	f := openAI(t)
	c := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI})
	r := openaiaudio.Request{Model: "Systran/faster-whisper-base.en", Language: "de"}
	if _, err := c.Transcribe(t.Context(), sound(1), r); err == nil || fault.Of(err).Key != "speech.languageUnknown" || len(f.uploads) != 0 {
		t.Errorf("%v after %d uploads", err, len(f.uploads))
	}
	r.Language = "en"
	if _, err := c.Transcribe(t.Context(), sound(1), r); err != nil || len(f.uploads) == 0 {
		t.Errorf("%v after %d uploads", err, len(f.uploads))
	}
}
