package recogniser_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/speech/recogniser"
	"github.com/jobjourney/jobjourney/internal/speech/wave"
)

// sphinx is the real PocketSphinx.
func sphinx(t *testing.T) *recogniser.Recogniser {
	t.Helper()
	for _, r := range recogniser.Find(clock.System{}, recogniser.Choice{}) {
		if r.Name() == "PocketSphinx" {
			return r
		}
	}
	t.Fatal("PocketSphinx not found; the tests need the Debian packages pocketsphinx and pocketsphinx-en-us")
	return nil
}

// speak has flite say a text; its voice "rms" is one that PocketSphinx hears well.
func speak(t *testing.T, text string) []int16 {
	t.Helper()
	path := filepath.Join(t.TempDir(), "said.wav")
	if out, err := exec.Command("flite", "-voice", "rms", "-t", text, "-o", path).CombinedOutput(); err != nil {
		t.Fatalf("flite: %v, %s", err, out)
	}
	file, err := os.ReadFile(path)
	ok(t, err)
	samples, rate, err := wave.Parse(file)
	if err != nil || rate != recogniser.Rate {
		t.Fatalf("%d Hz, %v", rate, err)
	}
	return samples
}

const (
	saidFirst = "I led a team of four engineers and we moved our billing system to a new database."
	saidThen  = "It took six months and we finished two weeks early."
	pauseMs   = 3000
)

func TestPocketSphinxHears(t *testing.T) {
	r := sphinx(t)
	first, then := speak(t, saidFirst), speak(t, saidThen)
	silence := make([]int16, pauseMs*recogniser.Rate/1000)
	got, err := r.Transcribe(t.Context(), slices.Concat(silence, first, silence, then), "en")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Fields(strings.ToLower(strings.ReplaceAll(saidFirst+" "+saidThen, ".", "")))
	heard := strings.Fields(got.Text)
	wrong := mistakes(want, heard)
	t.Logf("%d of %d words are wrong (%.1f %%)", wrong, len(want), 100*float64(wrong)/float64(len(want)))
	if float64(wrong) > 0.2*float64(len(want)) {
		t.Errorf("%d of %d words are wrong: %q", wrong, len(want), got.Text)
	}
	if !got.Timed || !got.Rough || got.KeepsFillers || got.Language != "en" || got.Source != (transcript.Source{Provider: "PocketSphinx", Model: "en-us"}) {
		t.Errorf("%+v", got)
	}
	length := func(s []int16) int { return len(s) * 1000 / recogniser.Rate }
	inTime(t, got.Words, [][2]int{{pauseMs, pauseMs + length(first)}, {2*pauseMs + length(first), 2*pauseMs + length(first) + length(then)}})
}

// inTime wants each word inside one of the spans in which there is speech, one after another.
func inTime(t *testing.T, words []transcript.Word, spans [][2]int) {
	t.Helper()
	const slack = 300 // milliseconds; the recogniser begins a word before it sounds
	last := 0
	for _, w := range words {
		inside := slices.ContainsFunc(spans, func(s [2]int) bool { return w.StartMs >= s[0]-slack && w.EndMs <= s[1]+slack })
		if !inside || w.StartMs < last || w.EndMs <= w.StartMs {
			t.Errorf("%q from %d to %d ms, after %d; speech is in %v", w.Text, w.StartMs, w.EndMs, last, spans)
		}
		last = w.StartMs
	}
}

// mistakes counts the words to change, leave out or put in to make one text of the other
// (Levenshtein's distance).
func mistakes(want, got []string) int {
	row := make([]int, len(got)+1)
	for j := range row {
		row[j] = j
	}
	for i, w := range want {
		diagonal := row[0]
		row[0] = i + 1
		for j, g := range got {
			change := diagonal
			if w != g {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(got)]
}

func TestErrorsAreCounted(t *testing.T) {
	for text, want := range map[string]int{"a b c": 0, "a c": 1, "a x c": 1, "a b b c": 1, "": 3, "x y z w": 4} {
		if got := mistakes([]string{"a", "b", "c"}, strings.Fields(text)); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestPocketSphinxHearsNothingInSilence(t *testing.T) {
	got, err := sphinx(t).Transcribe(t.Context(), make([]int16, 2*recogniser.Rate), "en")
	if err != nil || got.Text != "" || got.Words == nil {
		t.Errorf("%+v, %v", got, err)
	}
	if r := sphinx(t); r.Supports("de") || r.Supports("") || !r.Rough() || r.Version(t.Context()) != "" || r.ID() != "PocketSphinx/en-us" {
		t.Errorf("%+v", r)
	}
}

// stand puts a script in the place of PocketSphinx, with a model that is only a name.
func stand(t *testing.T, script string) *recogniser.Recogniser {
	t.Helper()
	folder := hide(t)
	ok(t, os.WriteFile(filepath.Join(folder, "pocketsphinx_continuous"), []byte("#!/bin/sh\n"+script), 0o755))
	mdef := filepath.Join(os.Getenv("XDG_DATA_DIRS"), "pocketsphinx", "model", "en-us", "en-us", "mdef")
	ok(t, os.MkdirAll(filepath.Dir(mdef), 0o755))
	ok(t, os.WriteFile(mdef, nil, 0o644))
	return sphinx(t)
}

func TestRawWordsOfPocketSphinx(t *testing.T) {
	r := stand(t, `/bin/cat >/dev/null
/bin/cat <<'END'
the cause one two three
<s> 0.000 0.310 0.999800
the(2) 0.320 0.990 1.000000
[NOISE] 1.000 1.200 0.5
++BREATH++ 1.000 1.200 0.5
because(12) 1.300 1.800 0.2
<sil> 1.810 1.900 0.9
(odd) 1.950 9.000 0.9
late 0.100 1.000 0.9
</s> 2.000 2.100 1.000000
the cause -1 2 3
word 1e9 2 3
word nan 2 3
END`)
	got, err := r.Transcribe(t.Context(), seconds3, "en")
	want := []transcript.Word{
		{Text: "the", StartMs: 320, EndMs: 990}, {Text: "because", StartMs: 1300, EndMs: 1800}, {Text: "(odd)", StartMs: 1950, EndMs: 3000},
		{Text: "late", StartMs: 1950, EndMs: 1950},
	}
	if err != nil || !reflect.DeepEqual(got.Words, want) || got.Text != "the because (odd) late" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestPocketSphinxGoesWrong(t *testing.T) {
	_, err := stand(t, "exit 1").Transcribe(t.Context(), seconds3, "en")
	wantFault(t, err, fault.Unavailable, "speech.recogniserFailed")
}
