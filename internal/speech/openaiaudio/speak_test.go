package openaiaudio_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/openaiaudio"
	"github.com/jobjourney/jobjourney/internal/speech/wave"
)

// kokoro speaks as Kokoro-FastAPI does: sound of a known shape, in odd pieces. A model
// named "wav" refuses sound without a header.
func kokoro(t *testing.T, said *[]map[string]any) *fake {
	return serve(t, func(w http.ResponseWriter, r *http.Request) {
		var body map[string]any
		if r.URL.Path != "/v1/audio/speech" || json.NewDecoder(r.Body).Decode(&body) != nil {
			say(w, 404, `{"detail":"Not Found"}`)
			return
		}
		*said = append(*said, body)
		file := wave.File(spoken, 22050)
		switch {
		case body["response_format"] == "wav":
			copy(file[40:44], "\xff\xff\xff\xff") // as one writes who doesn't know yet
			w.Header().Set("Content-Type", "audio/wav")
			chunks(w, file, 333)
		case body["model"] == "wav":
			say(w, 400, `{"detail":{"error":"validation_error","message":"response_format pcm","type":"invalid_request_error"}}`)
		case body["model"] == "liar": // a whole file, whatever was asked for
			chunks(w, file, 5)
		default:
			w.Header().Set("Content-Type", "audio/pcm"+str(body["voice"]))
			chunks(w, wave.Bytes(spoken), 333)
		}
	})
}

func str(v any) string { s, _ := v.(string); return s }

var spoken = sound(0.25)

// heard collects what was spoken, and its rate.
type heard struct {
	samples []int16
	rate    int
}

func (h *heard) write(samples []int16, rate int) error {
	h.samples, h.rate = append(h.samples, samples...), rate
	return nil
}

func TestSpeaksAsSoundArrives(t *testing.T) {
	tests := map[string]struct {
		model, voice string
		rate, asked  int
	}{
		"without a header":          {"kokoro", "", 24000, 1},
		"rate of the model":         {"deep", "", 16000, 1},
		"rate in the answer":        {"deep", ";rate=44100;bits=16", 44100, 1},
		"a rate nobody means":       {"deep", ";rate=3", 16000, 1},
		"with a header only":        {"wav", "", 22050, 3},
		"a header nobody asked for": {"liar", "", 22050, 2},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var said []map[string]any
			f := kokoro(t, &said)
			c := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI, Rates: map[string]int{"deep": 16000}})
			for range min(tt.asked, 2) {
				var h heard
				err := c.Speak(t.Context(), openaiaudio.Utterance{Model: tt.model, Voice: tt.voice, Text: "Hello.", Speed: 9}, h.write)
				if err != nil || h.rate != tt.rate || !sameSamples(h.samples, spoken) {
					t.Fatalf("%d samples at %d Hz, %v", len(h.samples), h.rate, err)
				}
			}
			if said[0]["input"] != "Hello." || said[0]["speed"] != 4.0 || said[0]["response_format"] != "pcm" || len(said) != tt.asked {
				t.Errorf("asked %d times, first %v", len(said), said[0])
			}
		})
	}
}

func TestUnsetPartsAreNotSent(t *testing.T) {
	var said []map[string]any
	f := kokoro(t, &said)
	var h heard
	if err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenRouter}).Speak(t.Context(), openaiaudio.Utterance{Model: "m", Text: "Hello."}, h.write); err != nil {
		t.Fatal(err)
	}
	if len(said[0]) != 3 {
		t.Errorf("sent %v", said[0])
	}
	if err := f.client(t, openaiaudio.Options{}).Speak(t.Context(), openaiaudio.Utterance{Model: "m", Text: " \n"}, nobody(t)); err != nil || len(said) != 1 {
		t.Errorf("an empty text: %v, %d requests", err, len(said))
	}
}

func TestSoundThatIsNone(t *testing.T) {
	tests := map[string]struct {
		kind, body string
		code       fault.Code
		key        string
	}{
		"MP3 by its type":    {"audio/mpeg", "\xff\xfb\x90\x44", fault.NotFound, "audioServer.unsupported"},
		"MP3 by its bytes":   {"audio/pcm", "ID3\x03aaaa", fault.NotFound, "audioServer.unsupported"},
		"Ogg by its bytes":   {"application/octet-stream", "OggSaaaa", fault.NotFound, "audioServer.unsupported"},
		"a page":             {"text/html", "<html>platypus", fault.Unavailable, "audioServer.badReply"},
		"events":             {"text/event-stream", "data: {}\n\n", fault.Unavailable, "audioServer.badReply"},
		"nothing":            {"audio/pcm", "", fault.Unavailable, "audioServer.badReply"},
		"a header alone":     {"audio/wav", string(wave.File(nil, 24000)), fault.Unavailable, "audioServer.badReply"},
		"a header of floats": {"audio/wav", "RIFF\x00\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x03\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x20\x00", fault.Unavailable, "audioServer.badReply"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", tt.kind)
				_, _ = w.Write([]byte(tt.body))
			})
			err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Speak(t.Context(), openaiaudio.Utterance{Model: "m", Text: secret}, nobody(t))
			wantFault(t, err, tt.code, tt.key)
			wantNothingTold(t, err)
		})
	}
}

func TestSoundCutOff(t *testing.T) {
	tests := map[string]func(w http.ResponseWriter){
		"by the line":           func(w http.ResponseWriter) { chunks(w, wave.Bytes(spoken), 100); panic(http.ErrAbortHandler) },
		"in a sample":           func(w http.ResponseWriter) { chunks(w, wave.Bytes(spoken)[:101], 100) },
		"before the size it is": func(w http.ResponseWriter) { chunks(w, wave.File(spoken, 24000)[:1000], 100) },
	}
	for name, answer := range tests {
		t.Run(name, func(t *testing.T) {
			f := serve(t, func(w http.ResponseWriter, _ *http.Request) { answer(w) })
			var h heard
			err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Speak(t.Context(), openaiaudio.Utterance{Model: "m", Text: secret}, h.write)
			wantFault(t, err, fault.Unavailable, "audioServer.cutOff")
			wantNothingTold(t, err)
			if len(h.samples) == 0 || !sameSamples(h.samples, spoken[:len(h.samples)]) {
				t.Errorf("%d samples before it", len(h.samples))
			}
		})
	}
}

// stalling gives some sound and then waits until the client hangs up.
func stalling(t *testing.T) (f *fake, left chan struct{}) {
	left = make(chan struct{})
	return serve(t, func(w http.ResponseWriter, r *http.Request) {
		chunks(w, wave.Bytes(spoken[:100]), 200)
		<-r.Context().Done()
		close(left)
	}), left
}

func TestAStallInTheMiddle(t *testing.T) {
	f, left := stalling(t)
	c := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI, Clock: f.clock})
	result := make(chan error)
	writing, written := make(chan struct{}), make(chan struct{})
	go func() {
		result <- c.Speak(t.Context(), openaiaudio.Utterance{Model: "m", Text: secret}, func([]int16, int) error {
			close(writing)
			<-written
			return nil
		})
	}()
	<-writing
	f.clock.Advance(time.Hour) // as long as the listener pauses, the server may
	before := f.clock.Waiting()
	close(written)
	until(t, func() bool { return f.clock.Waiting() > before })
	f.clock.Advance(15*time.Second - 1)
	select {
	case err := <-result:
		t.Fatalf("given up too early: %v", err)
	default:
	}
	f.clock.Advance(1)
	err := <-result
	wantFault(t, err, fault.Unavailable, "audioServer.stalled")
	wantNothingTold(t, err)
	<-left
}

func TestCancelAndRefusalOfSoundHangUp(t *testing.T) {
	full := errors.New("full")
	for name, write := range map[string]func(cancel func()) error{
		"cancel":            func(cancel func()) error { cancel(); return nil },
		"error of a writer": func(func()) error { return full },
	} {
		t.Run(name, func(t *testing.T) {
			f, left := stalling(t)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			c := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI})
			err := c.Speak(ctx, openaiaudio.Utterance{Model: "m", Text: secret}, func([]int16, int) error { return write(cancel) })
			if name == "cancel" {
				wantFault(t, err, fault.Canceled, "fault.canceled")
			} else if !errors.Is(err, full) {
				t.Errorf("%v, want the writer's error", err)
			}
			<-left
		})
	}
}

func TestWhisperCppDoesNotSpeak(t *testing.T) {
	f := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("asked") })
	err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.WhisperCpp}).Speak(t.Context(), openaiaudio.Utterance{Text: "Hello."}, nobody(t))
	wantFault(t, err, fault.NotFound, "audioServer.unsupported")
}

func TestUtterancesAreHandedOnInSmallPieces(t *testing.T) {
	f := serve(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(wave.Bytes(sound(2))) })
	var sizes []int
	err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Speak(t.Context(), openaiaudio.Utterance{Model: "m", Text: "x"}, func(s []int16, _ int) error {
		sizes = append(sizes, len(s))
		return nil
	})
	if err != nil || slices.Max(sizes) > 2048 {
		t.Errorf("%v samples, %v", sizes, err)
	}
}

// A loudspeaker plays a piece when the next ones have come already.
func TestPiecesOfSoundAreTheTakersToKeep(t *testing.T) {
	var said []map[string]any
	f := kokoro(t, &said)
	var kept [][]int16
	c := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI})
	err := c.Speak(t.Context(), openaiaudio.Utterance{Model: "kokoro", Text: "Hello."}, func(samples []int16, _ int) error {
		kept = append(kept, samples)
		return nil
	})
	if got := slices.Concat(kept...); err != nil || len(kept) < 2 || !sameSamples(got, spoken) {
		t.Errorf("%d pieces of %d samples, want those that were spoken: %v", len(kept), len(got), err)
	}
}
