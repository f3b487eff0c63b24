package whisper_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/speech/whisper"
)

func TestPiecesBecomeWords(t *testing.T) {
	tests := map[string]struct {
		pieces []whisper.Piece
		want   []transcript.Word
		timed  bool
	}{
		"parts of words": {
			[]whisper.Piece{{" I", 0, 90}, {" re", 100, 200}, {"built", 200, 400}, {" it", 450, 500}, {".", 500, 520}},
			[]transcript.Word{{Text: "I", StartMs: 0, EndMs: 90}, {Text: "rebuilt", StartMs: 100, EndMs: 400}, {Text: "it.", StartMs: 450, EndMs: 520}}, true,
		},
		"the first without a space": {[]whisper.Piece{{"So", 0, 90}, {" yes", 100, 200}}, []transcript.Word{{Text: "So", StartMs: 0, EndMs: 90}, {Text: "yes", StartMs: 100, EndMs: 200}}, true},
		"a space at the end":        {[]whisper.Piece{{"So ", 0, 90}, {"yes", 100, 200}}, []transcript.Word{{Text: "So", StartMs: 0, EndMs: 90}, {Text: "yes", StartMs: 100, EndMs: 200}}, true},
		"a space alone":             {[]whisper.Piece{{"So", 0, 90}, {" ", 90, 90}, {"yes", 100, 200}}, []transcript.Word{{Text: "So", StartMs: 0, EndMs: 90}, {Text: "yes", StartMs: 100, EndMs: 200}}, true},
		"empty pieces":              {[]whisper.Piece{{"", 0, 0}, {" re", 0, 90}, {"", 0, 0}, {"do", 100, 200}}, []transcript.Word{{Text: "redo", StartMs: 0, EndMs: 200}}, true},
		"a time is missing":         {[]whisper.Piece{{" So", 10, 90}, {" yes", -1, -1}}, []transcript.Word{{Text: "So", StartMs: 0, EndMs: 0}, {Text: "yes", StartMs: 0, EndMs: 0}}, false},
		"times that go back":        {[]whisper.Piece{{" So", 200, 300}, {" yes", 100, 90}}, []transcript.Word{{Text: "So", StartMs: 200, EndMs: 300}, {Text: "yes", StartMs: 200, EndMs: 200}}, true},
		"times after the end":       {[]whisper.Piece{{" So", 200, 9000}, {" yes", 9000, 9900}}, []transcript.Word{{Text: "So", StartMs: 200, EndMs: 1000}, {Text: "yes", StartMs: 1000, EndMs: 1000}}, true},
		"silence":                   {[]whisper.Piece{{" [", 0, 10}, {"BLANK", 10, 20}, {"_AUDIO", 20, 30}, {"]", 30, 40}}, []transcript.Word{}, true},
		"sounds in brackets": {
			[]whisper.Piece{{" (door", 0, 10}, {" closes)", 10, 20}, {" So", 20, 30}, {" *coughs*", 30, 40}, {" [x]", 40, 50}, {" yes.", 50, 60}},
			[]transcript.Word{{Text: "So", StartMs: 20, EndMs: 30}, {Text: "yes.", StartMs: 50, EndMs: 60}}, true,
		},
		"a bracket left open": {[]whisper.Piece{{" (so", 0, 10}, {" yes", 10, 20}}, []transcript.Word{{Text: "(so", StartMs: 0, EndMs: 10}, {Text: "yes", StartMs: 10, EndMs: 20}}, true},
		"a lone star":         {[]whisper.Piece{{" *", 0, 10}, {" yes", 10, 20}}, []transcript.Word{{Text: "*", StartMs: 0, EndMs: 10}, {Text: "yes", StartMs: 10, EndMs: 20}}, true},
		"nothing":             {nil, []transcript.Word{}, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, timed := whisper.Words(tt.pieces, 1000)
			if !slices.Equal(got, tt.want) || got == nil || timed != tt.timed {
				t.Errorf("%v, %v; want %v, %v", got, timed, tt.want, tt.timed)
			}
		})
	}
}

func TestTimesAreAlwaysInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.Custom(func(t *rapid.T) whisper.Piece {
			return whisper.Piece{
				Text:    rapid.SampledFrom([]string{" a", "b", "", " ", "[", "]", " (c", "d)", "é", " *"}).Draw(t, "text"),
				StartMs: rapid.IntRange(0, 2000).Draw(t, "start"), EndMs: rapid.IntRange(0, 2000).Draw(t, "end"),
			}
		})
		words, timed := whisper.Words(rapid.SliceOf(piece).Draw(t, "pieces"), 1000)
		last := 0
		for _, w := range words {
			if w.StartMs < last || w.EndMs < w.StartMs || w.EndMs > 1000 || w.Text == "" || !timed {
				t.Fatalf("%+v", words)
			}
			last = w.StartMs
		}
	})
}

func TestLanguages(t *testing.T) {
	for name, want := range map[string]string{
		"english": "en", "English": "en", "en": "en", "en-US": "en", "de_DE": "de", "haitian creole": "ht",
		"cantonese": "yue", "": "", "klingon": "", "auto": "",
	} {
		if got := whisper.Code(name); got != want {
			t.Errorf("Code(%q) = %q, want %q", name, got, want)
		}
	}
	if all := whisper.Languages(); len(all) != 100 || !slices.Contains(all, "en") {
		t.Errorf("%d languages: %v", len(all), all)
	}
}

func TestModelsThatHearEnglishAlone(t *testing.T) {
	for model, want := range map[string]bool{
		"base.en": true, "base.en-q5_1": true, "small.en-tdrz": true, "Systran/faster-whisper-base.en": true, "whisper-small-EN": true,
		"base": false, "large-v3-turbo": false, "Systran/faster-whisper-medium": false, "whisper-1": false, "whisper-gen": false, "": false,
	} {
		if got := whisper.EnglishOnly(model); got != want {
			t.Errorf("%q: %v", model, got)
		}
	}
}
