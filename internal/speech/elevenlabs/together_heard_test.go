package elevenlabs

import (
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	sounds "github.com/jobjourney/jobjourney/internal/testkit/sound"
	"github.com/jobjourney/jobjourney/internal/testkit/sphinx"
)

// An answer in two parts, the first long enough for a pause in it to be committed.
const (
	firstPart = "Last year our team moved the billing system. It took six months and saved a lot of money. " +
		"I wrote the plan and talked to every customer who was worried about the change. " +
		"Two people left the company in the middle of the project and I had to find new ones."
	silence    = 8 // seconds before anything is said
	secondPart = "I worked with the team on the new schedule for two weeks and I would do it again."
)

// Real speech goes through the client into the ear of a real recogniser and comes back as
// words with their times: while it is said, and from the recording.
func TestTogetherRealSpeechIsUnderstood(t *testing.T) {
	if testing.Short() {
		t.Skip("a recogniser takes a while")
	}
	o := sphinx.Options(t.Context(), func(err error) { t.Error(err) })
	o.PartialEvery = never // each would be a run of the recogniser
	o.Voice = func(text string) []int16 {
		samples, err := sphinx.Speak(t.Context(), "rms", text, fakespeech.VoiceRate)
		if err != nil {
			t.Error(err)
		}
		return samples
	}
	segments, understand := 0, o.Words
	o.Words = func(pcm []int16) []sounds.Word { segments++; return understand(pcm) }
	p := newPair(t, o)
	lead := make([]int16, SampleRate)
	first := slices.Concat(make([]int16, silence*SampleRate), say16(t, p, firstPart), lead)
	second := slices.Concat(say16(t, p, secondPart), lead)

	d := openDictationOf(t, p, DictationOptions{Hints: Hints{Language: "en"}})
	hear(t, d, first)
	d.Pause()
	hear(t, d, second)
	live, err := d.Commit(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if segments != 2 {
		t.Errorf("%d segments", segments)
	}
	recorded, err := p.Transcribe(t.Context(), slices.Concat(first, second), Hints{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	wanted := plainWords(firstPart + " " + secondPart)
	for name, said := range map[string]transcript.Transcript{"live": live, "recorded": recorded} {
		rate := errorRate(wanted, plainWords(said.Text))
		t.Logf("%s: word error rate %.1f %% of %d words", name, 100*rate, len(wanted))
		if rate > 0.25 {
			t.Errorf("%s: %q", name, said.Text)
		}
		timesOf(t, said, millis(len(first), SampleRate), millis(len(first)+len(second), SampleRate))
	}
}

// say16 has the service speak and gives the sound at the rate of the recogniser.
func say16(t *testing.T, p *pair, text string) []int16 {
	t.Helper()
	var got []int16
	said, err := p.Speak(t.Context(), Utterance{Way: calm, Text: text}, collect(&got))
	if err != nil {
		t.Fatal(err)
	}
	return sounds.Resample(got, said.Rate, SampleRate)
}

// timesOf checks that words follow one another within the sound, after the silence at its
// beginning, and that the second part's begin where it does.
func timesOf(t *testing.T, said transcript.Transcript, second, end int) {
	t.Helper()
	last := silence*1000 - 100
	for _, w := range said.Words {
		if w.StartMs < last || w.EndMs <= w.StartMs || w.EndMs > end {
			t.Errorf("%+v after %d ms, of %d ms", w, last, end)
		}
		last = w.EndMs
	}
	at := slices.IndexFunc(said.Words, func(w transcript.Word) bool { return w.StartMs >= second-100 })
	if later := len(said.Words) - at; at < 0 || later < 13 || later > 22 || !said.Timed {
		t.Errorf("%d words of %d from %d ms on, where 17 are", later, len(said.Words), second)
	}
}

func plainWords(text string) []string {
	return strings.Fields(strings.ToLower(strings.NewReplacer(".", "", ",", "").Replace(text)))
}

// errorRate is the least number of words to be replaced, left out or put in, for each word
// wanted.
func errorRate(wanted, got []string) float64 {
	row := make([]int, len(got)+1)
	for j := range row {
		row[j] = j
	}
	for i, w := range wanted {
		diagonal := row[0]
		row[0] = i + 1
		for j, g := range got {
			cost := diagonal
			if w != g {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return float64(row[len(got)]) / float64(len(wanted))
}
