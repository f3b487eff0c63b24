package elevenlabs

import (
	"fmt"
	"io"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// scribed is what Scribe answers for a short answer with a filler and a laugh.
const scribed = `{"language_code":"eng","language_probability":0.98,"text":"Um, I led (laughter) a team.","transcription_id":"tr-1","words":[
{"text":"Um,","start":0.1,"end":0.3004,"type":"word","logprob":-0.1,"speaker_id":"speaker_0"},
{"text":" ","start":0.3,"end":0.5,"type":"spacing"},
{"text":"I","start":0.5,"end":0.6,"type":"word"},{"text":" ","start":0.6,"end":0.7,"type":"spacing"},
{"text":"led","start":0.7,"end":0.6,"type":"word"},{"text":" ","type":"spacing"},
{"text":"(laughter)","start":1,"end":2,"type":"audio_event"},{"text":" ","type":"spacing"},
{"text":"a","start":2,"end":2.0996,"type":"word","characters":null},{"text":" ","type":"spacing"},
{"text":"team.","start":2.2,"end":2.5,"type":"word"}]}`

func TestARecordingIsWrittenDown(t *testing.T) {
	samples := ramp(3 * SampleRate)
	r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
		if got := q.Method + " " + q.URL.String(); got != "POST /v1/speech-to-text" {
			t.Error(got)
		}
		if err := q.ParseMultipartForm(1 << 20); err != nil {
			t.Error(err)
			return
		}
		want := map[string][]string{
			"model_id": {"scribe_v2"}, "file_format": {"pcm_s16le_16"}, "timestamps_granularity": {"word"},
			"tag_audio_events": {"false"}, "no_verbatim": {"false"}, "language_code": {"en"}, "keyterms": {"Kubernetes", "night shift"},
		}
		if !reflect.DeepEqual(q.MultipartForm.Value, want) {
			t.Errorf("form %v", q.MultipartForm.Value)
		}
		file, err := q.MultipartForm.File["file"][0].Open()
		if err != nil {
			t.Error(err)
			return
		}
		sent, _ := io.ReadAll(file)
		if !slices.Equal(sent, bytesOf(samples)) {
			t.Errorf("%d bytes aren't the sound", len(sent))
		}
		w.Header().Set("request-id", "req-2")
		fmt.Fprint(w, scribed)
	})
	got, err := r.Transcribe(t.Context(), samples, Hints{Language: "en", Terms: []string{
		"Kubernetes", " ", " night \n shift ", strings.Repeat("x", 50), "one two three four five six",
	}})
	want := transcript.Transcript{
		Text: "Um, I led a team.", Timed: true, Language: "en", KeepsFillers: true,
		Source: transcript.Source{Provider: "elevenlabs", Model: "scribe_v2"},
		Words: []transcript.Word{
			{Text: "Um,", StartMs: 100, EndMs: 300}, {Text: "I", StartMs: 500, EndMs: 600}, {Text: "led", StartMs: 700, EndMs: 700},
			{Text: "a", StartMs: 2000, EndMs: 2100}, {Text: "team.", StartMs: 2200, EndMs: 2500},
		},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	if kept := r.kept(); !slices.Equal(kept, []Made{{RequestID: "req-2", TranscriptionID: "tr-1"}}) {
		t.Errorf("kept %v", kept)
	}
}

func TestTranscriptsWithLess(t *testing.T) {
	tests := map[string]struct {
		body  string
		words []transcript.Word
		timed bool
		text  string
		code  string
	}{
		"nothing said":     {`{"language_code":"en","text":"","words":[]}`, []transcript.Word{}, false, "", "en"},
		"no words":         {`{"language_code":"de-DE","text":" Ja gut. "}`, []transcript.Word{{Text: "Ja"}, {Text: "gut."}}, false, "Ja gut.", "de"},
		"a time missing":   {`{"text":"Ja gut.","words":[{"text":"Ja","start":1,"end":2,"type":"word"},{"text":"gut.","start":null,"type":"word"}]}`, []transcript.Word{{Text: "Ja", StartMs: 1000, EndMs: 2000}, {Text: "gut."}}, false, "Ja gut.", ""},
		"a strange tongue": {`{"language_code":"tlh","text":"x","words":[{"text":"x","start":0,"end":0,"type":"word"}]}`, []transcript.Word{{Text: "x"}}, true, "x", ""},
	}
	for name, tt := range tests {
		r := newRig(t, answers(200, tt.body))
		got, err := r.Transcribe(t.Context(), ramp(100), Hints{})
		if err != nil || !slices.Equal(got.Words, tt.words) || got.Words == nil || got.Timed != tt.timed || got.Text != tt.text || got.Language != tt.code {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestNoSoundNeedsNoTranscription(t *testing.T) {
	r := newRig(t, func(http.ResponseWriter, *http.Request) { t.Error("something was sent") })
	got, err := r.Transcribe(t.Context(), nil, Hints{})
	if err != nil || got.Text != "" || got.Words == nil || !got.KeepsFillers {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestTranscriptionsThatDontWork(t *testing.T) {
	tests := map[string]struct {
		service http.HandlerFunc
		code    fault.Code
		key     string
	}{
		"quota":      {answers(401, detail("quota_exceeded")), fault.Denied, "elevenlabs.quotaExceeded"},
		"validation": {answers(422, `{"detail":[{"type":"value_error","loc":["body","file"],"msg":"marsupials-only"}]}`), fault.Invalid, "elevenlabs.refused"},
		"no JSON":    {answers(200, "platypus"), fault.Unavailable, "elevenlabs.badReply"},
		"cut": {func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprint(w, `{"text":"platypus`)
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		}, fault.Unavailable, "elevenlabs.cutOff"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := newRig(t, tt.service).Transcribe(t.Context(), ramp(100), Hints{})
			wants(t, err, tt.code, tt.key)
		})
	}
}

func TestALongRecordingHasTime(t *testing.T) {
	var r *rig
	arrived, release := make(chan struct{}), make(chan struct{})
	r = newRig(t, func(w http.ResponseWriter, _ *http.Request) {
		close(arrived)
		<-release
		fmt.Fprint(w, `{"text":"yes"}`)
	})
	result := make(chan error, 1)
	go func() {
		_, err := r.Transcribe(t.Context(), ramp(100), Hints{})
		result <- err
	}()
	within(t, arrived)
	r.clock.wait(t, uploadLimit)
	r.clock.Advance(uploadLimit - 1)
	close(release)
	if err := within(t, result); err != nil {
		t.Error(err)
	}
	never := make(chan struct{})
	defer close(never)
	r = newRig(t, func(http.ResponseWriter, *http.Request) { <-never })
	err := turning(t, r.clock, uploadLimit, func() error {
		_, err := r.Transcribe(t.Context(), ramp(100), Hints{})
		return err
	})
	wants(t, err, fault.Unavailable, "elevenlabs.stalled")
}

func TestTermsHaveALimit(t *testing.T) {
	var many []string
	for i := range 200 {
		many = append(many, fmt.Sprint("term", i))
	}
	if got := (Hints{Terms: many}).terms(50); len(got) != 50 || got[49] != "term49" {
		t.Errorf("%d terms", len(got))
	}
}
