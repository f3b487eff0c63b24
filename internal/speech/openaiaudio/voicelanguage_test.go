package openaiaudio_test

import (
	"testing"

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
