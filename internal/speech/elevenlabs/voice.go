package elevenlabs

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// DefaultSpeechModel answers fastest and costs half of the others.
const DefaultSpeechModel = "eleven_flash_v2_5"

// Way is how something is said. Only Voice is needed; what is zero or nil is not sent, and
// the voice's own settings hold.
type Way struct {
	Voice    string // id
	Model    string // empty means DefaultSpeechModel
	Language string // ISO 639-1; sent to models that can be told
	Settings Settings
}

// Settings change a voice, for one request. Each goes from 0 to 1, Speed from 0.7 to 1.2
// with 1 as usual. The service began to refuse explicit nulls: what is nil is left out.
type Settings struct {
	Stability    *float64 `json:"stability,omitempty"`
	Similarity   *float64 `json:"similarity_boost,omitempty"`
	Style        *float64 `json:"style,omitempty"`
	SpeakerBoost *bool    `json:"use_speaker_boost,omitempty"`
	Speed        *float64 `json:"speed,omitempty"`
}

// sent is nil if nothing is set, so that the whole object is left out.
func (s Settings) sent() *Settings {
	if s == (Settings{}) {
		return nil
	}
	return &s
}

// longest is how many characters a model takes in one request (the service's model page).
var longest = map[string]int{
	"eleven_flash_v2_5": 40000, "eleven_turbo_v2_5": 40000,
	"eleven_flash_v2": 30000, "eleven_turbo_v2": 30000,
	"eleven_multilingual_v2": 10000, "eleven_v3": 3000,
}

// takesLanguage are the models that can be told a language; others answer with an error.
var takesLanguage = map[string]bool{"eleven_flash_v2_5": true, "eleven_turbo_v2_5": true}

// flashLanguages are what DefaultSpeechModel speaks (the service's model page).
const flashLanguages = "ar bg cs da de el en es fi fil fr hi hr hu id it ja ko ms nl no pl pt ro ru sk sv ta tr uk vi zh"

// Speaks reports whether DefaultSpeechModel speaks a language (ISO 639-1).
func Speaks(language string) bool {
	return slices.Contains(strings.Fields(flashLanguages), language)
}

var voiceID = regexp.MustCompile(`^[A-Za-z0-9]{8,64}$`)

// checked fills in the model and refuses what the service would refuse.
func (w Way) checked() (Way, error) {
	if w.Model == "" {
		w.Model = DefaultSpeechModel
	}
	if !takesLanguage[w.Model] {
		w.Language = ""
	}
	if !voiceID.MatchString(w.Voice) {
		return w, fault.InvalidField("voice", "elevenlabs.badVoiceId")
	}
	if s := w.Settings.Speed; s != nil && (*s < 0.7 || *s > 1.2) {
		return w, fault.InvalidField("speed", "elevenlabs.badSpeed")
	}
	return w, nil
}

// fits checks the length of a text.
func (w Way) fits(text string) error {
	if most, known := longest[w.Model]; known && utf8.RuneCountInString(text) > most {
		return textTooLong()
	}
	return nil
}

// onlySpace reports whether there is nothing to say.
func onlySpace(text string) bool { return strings.TrimSpace(text) == "" }
