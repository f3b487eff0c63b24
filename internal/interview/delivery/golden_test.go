package delivery_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// wordMs is how long every word of a labelled answer lasts.
const wordMs = 300

// labelled is an answer of testdata/answers. Its text is marked by hand:
//
//	{f um}   a filled pause; d: a discourse filler, h: a hedge, r: a repetition
//	[400]    a silence before the next word, in ms
//
// What stands before the text was counted by hand.
type labelled struct {
	counted    map[string]string
	transcript transcript.Transcript
	sound      delivery.Sound
	marks      map[rune][]delivery.Place
}

func readLabelled(t *testing.T, path string) labelled {
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, body, _ := strings.Cut(string(raw), "\n\n")
	a := labelled{counted: map[string]string{}, marks: map[rune][]delivery.Place{}}
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(line, ":")
		a.counted[key] = strings.TrimSpace(value)
	}
	text, silences := a.unmark(strings.TrimSpace(body))
	a.transcript = transcript.Of(text)
	a.transcript.Timed, a.transcript.KeepsFillers, a.transcript.Language = true, true, a.counted["language"]
	a.speak(silences)
	return a
}

// unmark gives the text alone, and the silence before each of its words.
func (a *labelled) unmark(marked string) (string, map[int]int) {
	var out []rune
	silences := map[int]int{}
	in := []rune(marked)
	kinds, start := "", 0
	for i := 0; i < len(in); i++ {
		switch rest := string(in[i:]); in[i] {
		case '{':
			kinds, _, _ = strings.Cut(rest[1:], " ")
			start = len(out)
			i += len(kinds) + 1
		case '}':
			for _, kind := range kinds {
				a.marks[kind] = append(a.marks[kind], place(out, start))
			}
		case '[':
			number, _, _ := strings.Cut(rest[1:], "]")
			silences[len(strings.Fields(string(out)))], _ = strconv.Atoi(number)
			i += len(number) + 2
		default:
			out = append(out, in[i])
		}
	}
	return string(out), silences
}

// place is the end of a text, from start on.
func place(text []rune, start int) delivery.Place {
	said := string(text[start:])
	before := len(strings.Fields(string(text[:start])))
	return delivery.Place{
		Start: start, End: len(text), Text: said, WordStart: before, WordEnd: before + len(strings.Fields(said)),
	}
}

// speak gives each word its time, with exact silences between.
func (a *labelled) speak(silences map[int]int) {
	now := 0
	for i := range a.transcript.Words {
		now += silences[i]
		a.transcript.Words[i].StartMs, a.transcript.Words[i].EndMs = now, now+wordMs
		a.sound.SpeechMs = append(a.sound.SpeechMs, delivery.Segment{StartMs: now, EndMs: now + wordMs})
		now += wordMs
	}
	a.sound.RecordedMs = now + 1000
}

func TestLabelledAnswers(t *testing.T) {
	files, _ := filepath.Glob("testdata/answers/*.txt")
	if len(files) < 3 {
		t.Fatalf("labelled answers: %q", files)
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			a := readLabelled(t, path)
			m := delivery.FromAnswer(a.transcript, a.sound, delivery.Asked{QuestionEndMs: ptr(-250), Terms: []string{"bed management", "turnover", "SQL"}})
			got := map[string]int{"words": m.Words.Words, "pauses": m.Sound.Pauses.Count, "i": m.Words.FirstPerson.I, "we": m.Words.FirstPerson.We}
			for key, n := range got {
				if want := a.counted[key]; strconv.Itoa(n) != want {
					t.Errorf("%s: %d, counted by hand %s", key, n, want)
				}
			}
			samePlaces(t, a, 'f', m.Words.FilledPauses)
			if m.Language == "en" {
				samePlaces(t, a, 'h', m.Words.Hedges)
				samePlaces(t, a, 'd', m.Words.DiscourseFillers)
				samePlaces(t, a, 'r', m.Words.Repeats)
			} else if m.Words.Hedges != nil || m.Words.DiscourseFillers != nil || m.Words.Repeats != nil || m.Words.MostUsed != nil || m.Terms != nil {
				t.Errorf("English lists were asked about %s", m.Language)
			}
			golden(t, strings.TrimSuffix(path, ".txt")+".json", m)
		})
	}
}

func TestBandsAreOfMetrics(t *testing.T) {
	a := readLabelled(t, "testdata/answers/nurse.txt")
	m := delivery.FromAnswer(a.transcript, a.sound, delivery.Asked{})
	for name := range delivery.Bands() {
		field, part, _ := strings.Cut(name, ".")
		value := fields(t, m.Sound)[field]
		if value == nil {
			value = fields(t, m.Words)[field]
		}
		if part != "" {
			value = fields(t, value)[part]
		}
		if _, ok := value.(float64); !ok {
			t.Errorf("%s is no figure: %v", name, value)
		}
	}
}

// fields are what a value is in JSON.
func fields(t *testing.T, v any) map[string]any {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func samePlaces(t *testing.T, a labelled, kind rune, got *delivery.Count) {
	t.Helper()
	if got == nil || !slices.Equal(got.Places, a.marks[kind]) {
		t.Errorf("%c:\n got %+v\nwant %+v", kind, got, a.marks[kind])
		return
	}
	for _, p := range got.Places {
		words := a.transcript.Words[p.WordStart:p.WordEnd]
		if first, last := words[0], words[len(words)-1]; !strings.HasPrefix(p.Text, strings.Trim(first.Text, ",.?")) || !strings.HasSuffix(p.Text, strings.Trim(last.Text, ",.?")) {
			t.Errorf("%q is not words %d to %d", p.Text, p.WordStart, p.WordEnd)
		}
	}
}

func golden(t *testing.T, path string, m delivery.Metrics) {
	t.Helper()
	raw, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, raw, "", "  "); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, path, append(out.Bytes(), '\n'))
}
