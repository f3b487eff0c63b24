package openaiaudio_test

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"reflect"
	"runtime"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/speech/openaiaudio"
)

func TestOpenAIGivesTimes(t *testing.T) {
	f := openAI(t)
	c := f.client(t, openaiaudio.Options{Key: "sk-1", Dialect: openaiaudio.OpenAI})
	samples := sound(3)
	got, err := c.Transcribe(t.Context(), samples, openaiaudio.Request{Model: "whisper-1", Language: "en", Prompt: "JobJourney"})
	if err != nil {
		t.Fatal(err)
	}
	want := transcript.Transcript{
		Text: "I led a team, twenty-five people.", Language: "en", Timed: true,
		Words: []transcript.Word{
			{Text: "I", StartMs: 100, EndMs: 200}, {Text: "led", StartMs: 200, EndMs: 500}, {Text: "a", StartMs: 500, EndMs: 600},
			{Text: "team,", StartMs: 600, EndMs: 1000}, {Text: "twenty-five", StartMs: 1400, EndMs: 2000}, {Text: "people.", StartMs: 2000, EndMs: 2400},
		},
		Source: transcript.Source{Provider: "127.0.0.1", Model: "whisper-1"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	u := f.uploads[0]
	if u.key != "Bearer sk-1" || !sameSamples(u.samples, samples) {
		t.Errorf("sent %d samples with %q", len(u.samples), u.key)
	}
	if want := map[string]string{
		"model": "whisper-1", "language": "en", "prompt": "JobJourney", "response_format": "verbose_json", "timestamp_granularities[]": "word",
	}; !reflect.DeepEqual(u.fields, want) {
		t.Errorf("sent %v", u.fields)
	}
}

func TestAModelWithoutTimesIsAskedForTextFromThenOn(t *testing.T) {
	f := openAI(t)
	c := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI})
	for range 2 {
		got, err := c.Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: "gpt-4o-transcribe"})
		if err != nil || got.Timed || got.Text != "I led a team, twenty-five people." || len(got.Words) != 6 || got.Language != "" {
			t.Fatalf("%+v, %v", got, err)
		}
	}
	var formats []string
	for _, u := range f.uploads {
		formats = append(formats, u.fields["response_format"])
	}
	if want := []string{"verbose_json", "json", "json"}; !reflect.DeepEqual(formats, want) {
		t.Errorf("asked for %v, want %v", formats, want)
	}
	if f.uploads[0].key != "Bearer local" {
		t.Errorf("without a key, sent %q", f.uploads[0].key)
	}
}

func TestOpenRouterTakesJSON(t *testing.T) {
	f := openRouter(t)
	c := f.client(t, openaiaudio.Options{BaseURL: f.URL + "/api/v1/", Key: "sk-or-1", Dialect: openaiaudio.OpenRouter})
	got, err := c.Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: "openai/whisper-1", Language: "en", Prompt: secret})
	want := transcript.Transcript{
		Text: "Yes, we did.", Language: "en", Timed: true,
		Words:  []transcript.Word{{Text: "Yes,", StartMs: 100, EndMs: 400}, {Text: "we", StartMs: 500, EndMs: 600}, {Text: "did.", StartMs: 600, EndMs: 900}},
		Source: transcript.Source{Provider: "openrouter", Model: "openai/whisper-1"},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	got, err = c.Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: "mistral/voxtral"})
	if err != nil || got.Timed || got.Text != "Yes, we did." {
		t.Errorf("without times: %+v, %v", got, err)
	}
	if u := f.uploads[0]; u.fields["granularities"] != "word" || u.key != "Bearer sk-or-1" || len(f.uploads) != 3 {
		t.Errorf("%d requests, the first %v", len(f.uploads), u.fields)
	}
}

func TestWhisperCppWritesInPieces(t *testing.T) {
	f := whisperCpp(t, "/inference")
	for _, base := range []string{"", "/", "/v1", "/inference"} {
		c := f.client(t, openaiaudio.Options{BaseURL: f.URL + base, Dialect: openaiaudio.WhisperCpp})
		got, err := c.Transcribe(t.Context(), sound(3), openaiaudio.Request{})
		want := transcript.Transcript{
			Text: "I rebuilt it.", Language: "en", Timed: true,
			Words:  []transcript.Word{{Text: "I", StartMs: 0, EndMs: 90}, {Text: "rebuilt", StartMs: 100, EndMs: 400}, {Text: "it.", StartMs: 450, EndMs: 520}},
			Source: transcript.Source{Provider: "127.0.0.1", Model: "whisper.cpp"},
		}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, %v", base, got, err)
		}
	}
	if want := map[string]string{"language": "auto", "response_format": "verbose_json", "no_language_probabilities": "true"}; !reflect.DeepEqual(f.uploads[0].fields, want) {
		t.Errorf("sent %v", f.uploads[0].fields)
	}
	// Started with another path, it is asked there, in either dialect.
	other := whisperCpp(t, "/v1/audio/transcriptions")
	for _, d := range []openaiaudio.Dialect{openaiaudio.WhisperCpp, openaiaudio.OpenAI} {
		c := other.client(t, openaiaudio.Options{BaseURL: other.URL + "/v1/audio/transcriptions", Dialect: d})
		if got, err := c.Transcribe(t.Context(), sound(3), openaiaudio.Request{Model: "m", Language: "de"}); err != nil || got.Text != "I rebuilt it." || !got.Timed {
			t.Errorf("%s: %+v, %v", d, got, err)
		}
	}
}

func TestLongSoundIsCutInSilence(t *testing.T) {
	f := openAI(t)
	c := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI, MaxUpload: 44 + 2*4*openaiaudio.Rate})
	samples := sound(9, 3.6, 7)
	got, err := c.Transcribe(t.Context(), samples, openaiaudio.Request{Model: "whisper-1"})
	if err != nil || !got.Timed || len(got.Words) != 18 {
		t.Fatalf("%+v, %v", got, err)
	}
	var whole []int16
	for i, u := range f.uploads {
		if begin := got.Words[6*i].StartMs - 100; begin != len(whole)*1000/openaiaudio.Rate {
			t.Errorf("piece %d begins at %d ms in the words, at %d ms in the sound", i, begin, len(whole)*1000/openaiaudio.Rate)
		}
		whole = append(whole, u.samples...)
	}
	if len(f.uploads) != 3 || !sameSamples(whole, samples) {
		t.Errorf("%d uploads with %d samples", len(f.uploads), len(whole))
	}
	if at := float64(len(f.uploads[0].samples)) / openaiaudio.Rate; at < 3.4 || at > 3.6 {
		t.Errorf("cut at %.2f s, the silence is from 3.4 to 3.6 s", at)
	}
}

func TestNoSoundIsNotSent(t *testing.T) {
	f := openAI(t)
	c := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI})
	got, err := c.Transcribe(t.Context(), nil, openaiaudio.Request{Model: "whisper-1"})
	if err != nil || got.Text != "" || got.Words == nil || len(f.uploads) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestOddReplies(t *testing.T) {
	tests := map[string]struct {
		reply string
		text  string
		timed bool
		words int
	}{
		"words without text's punctuation, but others": {`{"text":"Yes we did.","words":[{"word":"Yes","start":0,"end":0.1},{"word":"they","start":0.1,"end":0.2}]}`, "Yes they", true, 2},
		"words but no times":                           {`{"text":"Yes.","words":[{"word":"Yes"}]}`, "Yes.", false, 1},
		"text, words empty":                            {`{"text":"Yes we did.","words":[]}`, "Yes we did.", false, 3},
		"silence, words empty":                         {`{"text":"","words":[]}`, "", true, 0},
		"silence in brackets":                          {`{"text":" [BLANK_AUDIO]\n"}`, "", false, 0},
		"words null":                                   {`{"text":"Yes we did.","words":null,"segments":null}`, "Yes we did.", false, 3},
		"a dash of its own":                            {`{"text":"Yes — we","words":[{"word":"Yes","start":0,"end":0.1},{"word":"we","start":0.1,"end":0.2}]}`, "Yes — we", true, 2},
		"times before the start":                       {`{"text":" a b","segments":[{"words":[{"word":" a","start":-0.01,"end":-0.01},{"word":" b","start":0,"end":0}]}]}`, "a b", false, 2},
		"unknown language":                             {`{"text":"Yes","language":"klingon"}`, "Yes", false, 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := serve(t, func(w http.ResponseWriter, _ *http.Request) { say(w, 200, tt.reply) })
			got, err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: "m"})
			if err != nil || got.Text != tt.text || got.Timed != tt.timed || len(got.Words) != tt.words || got.Words == nil || got.KeepsFillers || got.Language != "" {
				t.Errorf("%+v, %v", got, err)
			}
		})
	}
}

// gone waits until the client has hung up, as whisper.cpp does before it stops working.
func gone(t *testing.T) (f *fake, asked, left chan struct{}) {
	asked, left = make(chan struct{}), make(chan struct{})
	f = serve(t, func(_ http.ResponseWriter, r *http.Request) {
		_, _ = fromForm(r) // the connection is watched only once the body is read
		close(asked)
		<-r.Context().Done()
		close(left)
	})
	return f, asked, left
}

func TestCancelHangsUp(t *testing.T) {
	f, asked, left := gone(t)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-asked
		cancel()
	}()
	_, err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.WhisperCpp}).Transcribe(ctx, sound(1), openaiaudio.Request{})
	wantFault(t, err, fault.Canceled, "fault.canceled")
	wantNothingTold(t, err)
	<-left
}

func TestASilentServerIsLeft(t *testing.T) {
	f, asked, left := gone(t)
	go func() {
		<-asked
		f.clock.Advance(2*time.Minute + 4*time.Second - time.Millisecond)
		f.clock.Advance(time.Millisecond)
	}()
	c := f.client(t, openaiaudio.Options{Dialect: openaiaudio.WhisperCpp, Clock: f.clock})
	_, err := c.Transcribe(t.Context(), sound(1), openaiaudio.Request{})
	wantFault(t, err, fault.Unavailable, "audioServer.stalled")
	wantNothingTold(t, err)
	<-left
}

func TestNobodyThere(t *testing.T) {
	f := openAI(t)
	f.Close()
	_, err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: "m"})
	wantFault(t, err, fault.Offline, "audioServer.unreachable")
	wantNothingTold(t, err)
	_, err = f.client(t, openaiaudio.Options{BaseURL: "https://speech.invalid", Dialect: openaiaudio.OpenAI}).Models(t.Context())
	wantFault(t, err, fault.Offline, "audioServer.unreachable")
	wantNothingTold(t, err, "speech.invalid")
}

func TestAnUntrustedCertificate(t *testing.T) {
	s := httptest.NewUnstartedServer(http.NotFoundHandler())
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	t.Cleanup(s.Close)
	f := &fake{Server: s}
	_, err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: "m"})
	wantFault(t, err, fault.Denied, "audioServer.untrusted")
	wantNothingTold(t, err)
}

func TestAnswerCutOff(t *testing.T) {
	f := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		say(w, 200, `{"text":"platypus`)
	})
	_, err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: "m"})
	wantFault(t, err, fault.Unavailable, "audioServer.cutOff")
	wantNothingTold(t, err)
	hung := serve(t, func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	_, err = hung.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: "m"})
	wantFault(t, err, fault.Unavailable, "audioServer.cutOff")
}

func TestARedirectIsNotFollowed(t *testing.T) {
	elsewhere := openAI(t)
	f := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, elsewhere.URL+"/v1/audio/transcriptions", http.StatusTemporaryRedirect)
	})
	_, err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: "whisper-1"})
	wantFault(t, err, fault.Unavailable, "audioServer.badReply")
	if len(elsewhere.uploads) != 0 {
		t.Error("the recording went to another server")
	}
}

func TestATranscriptWithoutEndIsRefused(t *testing.T) {
	f := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		line := make([]byte, 1<<16)
		for range 200 {
			if _, err := w.Write(line); err != nil {
				return
			}
		}
	})
	_, err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: "m"})
	wantFault(t, err, fault.Unavailable, "audioServer.badReply")
}

// until waits for something that another goroutine is about to do.
func until(t *testing.T, done func() bool) {
	t.Helper()
	for !done() {
		if t.Context().Err() != nil {
			t.Fatal(errors.New("the test is over"))
		}
		runtime.Gosched()
	}
}
