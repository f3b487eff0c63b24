package app

import (
	"testing"
	"testing/fstest"
)

func TestSentences(t *testing.T) {
	files := fstest.MapFS{
		"frontend/src/i18n/en.json": {Data: []byte(`{"a.b": "{name} cannot be read."}`)},
		"frontend/src/i18n/de.json": {Data: []byte(`{"a.b": "{name} ist nicht lesbar."}`)},
	}
	for language, want := range map[string]string{
		"en": "x.pdf cannot be read.", "de": "x.pdf ist nicht lesbar.", "xx": "a.b",
	} {
		if got := Sentences(files, language)("a.b", map[string]string{"name": "x.pdf"}); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
	if got := Sentences(files, "de")("no.words", nil); got != "no.words" {
		t.Errorf("a key without words: %q", got)
	}
}
