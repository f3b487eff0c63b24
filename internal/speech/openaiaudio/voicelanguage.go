package openaiaudio

import (
	"regexp"
	"strings"
)

// kokoroVoice is how Kokoro names its voices: a letter for the language, one for the sex, and
// a name; several may be mixed ("af_bella+af_sky").
var kokoroVoice = regexp.MustCompile(`^([abefhijpz])[fm]_[a-z]+`)

// kokoroLanguages are the letters (Kokoro-82M's list of voices; both a and b are English).
var kokoroLanguages = map[string]string{
	"a": "en", "b": "en", "e": "es", "f": "fr", "h": "hi", "i": "it", "j": "ja", "p": "pt", "z": "zh",
}

// piperVoice is how Piper names its voices: a locale, a name, a quality ("de_DE-thorsten-medium").
var piperVoice = regexp.MustCompile(`^([a-z]{2,3})_[A-Z]{2}-`)

// VoiceLanguage is the language (ISO 639-1) that a voice of a model speaks, where its name
// tells; "" where it doesn't: such a voice may speak many.
func VoiceLanguage(voice, model string) string {
	for _, name := range []string{voice, model} {
		if m := piperVoice.FindStringSubmatch(name); m != nil {
			return m[1]
		}
	}
	if m := kokoroVoice.FindStringSubmatch(strings.ToLower(voice)); m != nil {
		return kokoroLanguages[m[1]]
	}
	return ""
}
