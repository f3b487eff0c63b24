package sphinx_test

import (
	"bytes"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/testkit/sound"
	"github.com/jobjourney/jobjourney/internal/testkit/sphinx"
)

const sentence = "Last year our team moved the billing system. It took six months and saved a lot of money."

// TestServerUnderstandsSpeech sends a sentence, spoken by flite, through the server. The
// recogniser may mishear a few words; their times have to be those of the recording.
func TestServerUnderstandsSpeech(t *testing.T) {
	spoken, err := sphinx.Speak(t.Context(), "rms", sentence, sphinx.Rate)
	if err != nil {
		t.Fatal(err)
	}
	const quiet = 2 // seconds of silence in front
	pcm := append(make([]int16, quiet*sphinx.Rate), spoken...)
	got := transcribe(t, sphinx.Start(t).URL, sound.WAV(pcm, sphinx.Rate))
	expected := strings.Fields(strings.ToLower(strings.ReplaceAll(sentence, ".", "")))
	heard := map[string]bool{}
	last := 0.0
	for _, w := range got.Words {
		heard[strings.TrimSpace(w.Word)] = true
		if w.Start < last || w.End <= w.Start || w.Start < quiet || w.End > got.Duration {
			t.Errorf("%+v comes after %.2f s", w, last)
		}
		last = w.End
	}
	missed := 0
	for _, w := range expected {
		if !heard[w] {
			missed++
		}
	}
	if missed > len(expected)/4 || got.Text == "" {
		t.Errorf("%d of %d words weren't heard in %q", missed, len(expected), got.Text)
	}
}

// written is what comes back.
type written struct {
	Text     string
	Duration float64
	Words    []struct {
		Word       string
		Start, End float64
	}
}

func transcribe(t *testing.T, url string, wav []byte) (out written) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	part, _ := w.CreateFormFile("file", "answer.wav")
	_, _ = part.Write(wav)
	for _, f := range [][2]string{{"model", sphinx.Model}, {"response_format", "verbose_json"}, {"timestamp_granularities[]", "word"}} {
		_ = w.WriteField(f[0], f[1])
	}
	_ = w.Close()
	response, err := http.Post(url+"/v1/audio/transcriptions", w.FormDataContentType(), &b)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(response.Body)
	if err := json.Unmarshal(body, &out); err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%d %s, %v", response.StatusCode, body, err)
	}
	return out
}

func TestServerSpeaks(t *testing.T) {
	url := sphinx.Start(t).URL
	response, err := http.Post(url+"/v1/audio/speech", "application/json", strings.NewReader(`{"model":"sphinx","voice":"af_heart","input":"What did you do?","response_format":"pcm"}`))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	b, _ := io.ReadAll(response.Body)
	if samples := sound.Samples(b); response.StatusCode != http.StatusOK || len(samples) < 12000 || sound.Silent(samples) {
		t.Errorf("%d, %d samples", response.StatusCode, len(samples))
	}
}

func TestNothingIsHeardInSilence(t *testing.T) {
	words, err := sphinx.Recognise(t.Context(), make([]int16, sphinx.Rate))
	if err != nil || len(words) != 0 {
		t.Errorf("%v, %v", words, err)
	}
	if samples, err := sphinx.Speak(t.Context(), "rms", " ", sphinx.Rate); err != nil || len(samples) != 0 {
		t.Errorf("%d samples of nothing, %v", len(samples), err)
	}
}
