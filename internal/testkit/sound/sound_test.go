package sound_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

func TestWAVComesBack(t *testing.T) {
	want := []int16{0, 1, -1, 32767, -32768}
	got, rate, err := sound.ReadWAV(sound.WAV(want, 16000))
	if err != nil || rate != 16000 || !slices.Equal(got, want) {
		t.Errorf("%v at %d Hz, %v", got, rate, err)
	}
}

func TestReadWAVRefuses(t *testing.T) {
	file := sound.WAV(make([]int16, 100), 16000)
	float := slices.Clone(file)
	float[20] = 3
	for name, b := range map[string][]byte{
		"nothing": nil, "text": []byte("hello, this is no sound"), "cut": file[:len(file)-10], "float": float, "no data": file[:36],
	} {
		if _, _, err := sound.ReadWAV(b); !errors.Is(err, sound.ErrFormat) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestResampleKeepsTheLength(t *testing.T) {
	tone := sound.Tone("hello", 24000)
	got := sound.Resample(tone, 24000, 16000)
	if len(got) != len(tone)*2/3 || sound.Silent(got) {
		t.Errorf("%d of %d samples", len(got), len(tone))
	}
}

func TestToneFollowsTheText(t *testing.T) {
	if short, long := sound.Tone("ab", 16000), sound.Tone("abcd", 16000); len(long) != 2*len(short) || len(short) == 0 {
		t.Errorf("%d and %d samples", len(short), len(long))
	}
	if !sound.Silent(sound.Tone("  ", 16000)) || sound.Silent(sound.Tone("a", 16000)) {
		t.Error("spaces are silent, letters are not")
	}
}

func TestSpreadFillsTheTime(t *testing.T) {
	words := sound.Spread("I led nights", 2.6)
	if len(words) != 3 || words[0].Start != 0 || words[0].Text != "I" {
		t.Fatalf("%+v", words)
	}
	for i, w := range words {
		if w.End <= w.Start || w.End > 2.6 || (i > 0 && w.Start <= words[i-1].End) {
			t.Errorf("word %d of %+v", i, words)
		}
	}
	if got := sound.Spread("", 3); len(got) != 0 {
		t.Errorf("of nothing: %+v", got)
	}
}
