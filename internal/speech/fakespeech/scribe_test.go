package fakespeech_test

import (
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

const scribePath = "/v1/speech-to-text"

// spokenSound is a second and a half of a tone at 16 kHz.
var spokenSound = sound.Tone("abcdefghijklmnopqrstuvwxyz", 16000)[:24000]

func upload(t *testing.T, e *fakespeech.ElevenLabs, file []byte, fields ...string) answer {
	t.Helper()
	body, contentType := form(t, file, fields...)
	return ask(t, "POST", e.URL+scribePath, body, "Content-Type", contentType)
}

func TestTranscriptHasItemsForSpaces(t *testing.T) {
	var heard []int
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{Transcribe: func(pcm []int16) string { heard = append(heard, len(pcm)); return "Um, I led it." }})
	answers := map[string]answer{
		"wave": upload(t, e, sound.WAV(spokenSound, 16000), "model_id", "scribe_v2", "tag_audio_events", "false"),
		"raw":  upload(t, e, sound.Bytes(spokenSound), "model_id", "scribe_v2", "file_format", "pcm_s16le_16", "tag_audio_events", "false", "language_code", "en"),
	}
	for name, a := range answers {
		o := a.object(t)
		words, _ := o["words"].([]any)
		if a.status != 200 || o["text"] != "Um, I led it." || len(words) != 7 || at(o, "words.1.type") != "spacing" || at(o, "words.1.text") != " " || at(o, "words.2.text") != "I" {
			t.Errorf("%s: %d %s", name, a.status, a.body)
		}
		if at(o, "words.0.end") != at(o, "words.1.start") || at(o, "words.1.end") != at(o, "words.2.start") || o["language_code"] == nil {
			t.Errorf("%s: times %s", name, a.body)
		}
	}
	if !slices.Equal(heard, []int{len(spokenSound), len(spokenSound)}) {
		t.Errorf("heard %v samples", heard)
	}
}

func TestTranscriptOptions(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{Transcribe: func([]int16) string { return "Um, I led it." }})
	wav := sound.WAV(spokenSound, 16000)
	tagged := upload(t, e, wav, "model_id", "scribe_v2").object(t)
	words, _ := tagged["words"].([]any)
	if last, _ := words[len(words)-1].(map[string]any); last["type"] != "audio_event" {
		t.Errorf("events are tagged by default: %v", last)
	}
	if o := upload(t, e, wav, "model_id", "scribe_v2", "no_verbatim", "true", "tag_audio_events", "false").object(t); o["text"] != "I led it." {
		t.Errorf("no_verbatim: %v", o["text"])
	}
	if o := upload(t, e, wav, "model_id", "scribe_v2", "timestamps_granularity", "character").object(t); at(o, "words.0.characters.0.text") != "U" {
		t.Errorf("characters: %v", o)
	}
	if o := upload(t, e, wav, "model_id", "scribe_v2", "timestamps_granularity", "none").object(t); at(o, "words.0.start") != nil {
		t.Errorf("none: %v", o)
	}
}

func TestTranscriptRefuses(t *testing.T) {
	wav := sound.WAV(spokenSound, 16000)
	tests := map[string]struct {
		file   []byte
		fields []string
		status int
		at     string
		want   any
	}{
		"no model":      {wav, nil, 422, "detail.0.loc.1", "model_id"},
		"realtime":      {wav, []string{"model_id", "scribe_v2_realtime"}, 422, "detail.0.loc.1", "model_id"},
		"no file":       {nil, []string{"model_id", "scribe_v2"}, 422, "detail.0.loc.1", "file"},
		"unknown field": {wav, []string{"model_id", "scribe_v2", "language", "en"}, 422, "detail.0.loc.1", "language"},
		"boolean":       {wav, []string{"model_id", "scribe_v2", "diarize", "no"}, 422, "detail.0.loc.1", "diarize"},
		"granularity":   {wav, []string{"model_id", "scribe_v2", "timestamps_granularity", "words"}, 422, "detail.0.loc.1", "timestamps_granularity"},
		"not sound":     {[]byte("hello"), []string{"model_id", "scribe_v2"}, 400, "detail.status", "invalid_audio"},
		"wave as raw":   {wav, []string{"model_id", "scribe_v2", "file_format", "pcm_s16le_16"}, 400, "detail.status", "invalid_audio"},
	}
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if a := upload(t, e, tt.file, tt.fields...); a.status != tt.status || at(a.object(t), tt.at) != tt.want {
				t.Errorf("%d %s", a.status, a.body)
			}
		})
	}
	if a := ask(t, "POST", e.URL+scribePath, "{}"); a.status != 422 {
		t.Errorf("JSON: %d", a.status)
	}
}

func TestTranscriptsAreKeptUntilDeleted(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	id, _ := upload(t, e, sound.WAV(spokenSound, 16000), "model_id", "scribe_v2", "tag_audio_events", "false").object(t)["transcription_id"].(string)
	url := e.URL + "/v1/speech-to-text/transcripts/" + id
	if a := ask(t, "GET", url, nil); at(a.object(t), "text") != fakespeech.Heard || len(e.Transcripts()) != 1 {
		t.Errorf("%d %s", a.status, a.body)
	}
	if a := ask(t, "DELETE", url, nil, "xi-api-key", fakespeech.TTSOnly); a.status != 401 || len(e.Transcripts()) != 1 {
		t.Errorf("%d", a.status)
	}
	for _, want := range []int{200, 404} {
		if a := ask(t, "DELETE", url, nil); a.status != want || len(e.Transcripts()) != 0 {
			t.Errorf("%d, want %d", a.status, want)
		}
	}
}
