package elevenlabs

import (
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func ptr[T any](v T) *T { return &v }

// sound answers with samples, in pieces of the given lengths in bytes.
func sound(samples []int16, pieces func() int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "audio/pcm")
		w.Header().Set("request-id", "req-1")
		w.Header().Set("history-item-id", "item-1")
		w.Header().Set("character-cost", "13")
		for b := bytesOf(samples); len(b) > 0; {
			n := min(pieces(), len(b))
			_, _ = w.Write(b[:n])
			w.(http.Flusher).Flush()
			b = b[n:]
		}
	}
}

// collect is a write that keeps everything.
func collect(into *[]int16) func([]int16) error {
	return func(s []int16) error {
		*into = append(*into, s...)
		return nil
	}
}

func TestARequestSaysWhatIsSetOnly(t *testing.T) {
	tests := map[string]struct {
		u    Utterance
		want string
	}{
		"little": {Utterance{Way: Way{Voice: testVoice}, Text: testText}, `{"text":"Tell me about the platypus.","model_id":"eleven_flash_v2_5"}`},
		"all": {
			Utterance{
				Way: Way{Voice: testVoice, Model: "eleven_turbo_v2_5", Language: "de", Settings: Settings{
					Stability: ptr(0.0), Similarity: ptr(0.75), Style: ptr(0.1), SpeakerBoost: ptr(false), Speed: ptr(0.7),
				}},
				Text: "Und dann?", Previous: "Gut.",
			},
			`{"text":"Und dann?","model_id":"eleven_turbo_v2_5","language_code":"de","voice_settings":{"stability":0,"similarity_boost":0.75,"style":0.1,"use_speaker_boost":false,"speed":0.7},"previous_text":"Gut."}`,
		},
		"a model that can't be told the language": {
			Utterance{Way: Way{Voice: testVoice, Model: "eleven_multilingual_v2", Language: "de"}, Text: "x"}, `{"text":"x","model_id":"eleven_multilingual_v2"}`,
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
				body, _ := io.ReadAll(q.Body)
				if string(body) != tt.want {
					t.Errorf("body %s\nwant %s", body, tt.want)
				}
				if got := q.Method + " " + q.URL.String(); got != "POST /v1/text-to-speech/"+testVoice+"/stream?output_format=pcm_24000" {
					t.Error(got)
				}
				if q.Header.Get("Xi-Api-Key") != testKey || q.Header.Get("Content-Type") != "application/json" {
					t.Errorf("header %v", q.Header)
				}
				sound(ramp(5), func() int { return 10 })(w, q)
			})
			said, err := r.Speak(t.Context(), tt.u, func([]int16) error { return nil })
			want := Spoken{Rate: 24000, Samples: 5, Characters: 13, Made: Made{RequestID: "req-1", HistoryItemID: "item-1"}}
			if err != nil || !reflect.DeepEqual(said, want) {
				t.Errorf("%+v, %v", said, err)
			}
			if kept := r.kept(); !slices.Equal(kept, []Made{want.Made}) {
				t.Errorf("kept %v", kept)
			}
		})
	}
}

func TestSoundInAnyPieces(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, pieces := range map[string]func() int{
		"bytes": func() int { return 1 }, "threes": func() int { return 3 }, "random": func() int { return 1 + random.IntN(9000) }, "at once": func() int { return 1 << 20 },
	} {
		want := ramp(20000)
		if name == "bytes" {
			want = want[:500]
		}
		r := newRig(t, sound(want, pieces))
		var got []int16
		said, err := r.Speak(t.Context(), Utterance{Way: Way{Voice: testVoice}, Text: testText}, collect(&got))
		if err != nil || !slices.Equal(got, want) || said.Samples != len(want) {
			t.Errorf("%s: %d of %d samples, %v", name, len(got), len(want), err)
		}
	}
}

func TestAJoinerKeepsHalves(t *testing.T) {
	var j joiner
	var got []int16
	for _, b := range [][]byte{{1}, {}, {2, 3}, {255, 255, 255}, {127}} {
		got = append(got, j.samples(b)...)
	}
	if want := []int16{0x0201, -253, -1}; !slices.Equal(got, want) || !j.holds {
		t.Errorf("%v, %v", got, j)
	}
}

func TestWhatIsntSent(t *testing.T) {
	r := newRig(t, func(http.ResponseWriter, *http.Request) { t.Error("something was sent") })
	tests := map[string]struct {
		u   Utterance
		key string
	}{
		"no voice":        {Utterance{Text: "x"}, "elevenlabs.badVoiceId"},
		"no id":           {Utterance{Way: Way{Voice: "../v1/user/subscription"}, Text: "x"}, "elevenlabs.badVoiceId"},
		"too fast":        {Utterance{Way: Way{Voice: testVoice, Settings: Settings{Speed: ptr(1.21)}}, Text: "x"}, "elevenlabs.badSpeed"},
		"too slow":        {Utterance{Way: Way{Voice: testVoice, Settings: Settings{Speed: ptr(0.69)}}, Text: "x"}, "elevenlabs.badSpeed"},
		"too long":        {Utterance{Way: Way{Voice: testVoice}, Text: strings.Repeat("ä", 40001)}, "elevenlabs.textTooLong"},
		"too long for v3": {Utterance{Way: Way{Voice: testVoice, Model: "eleven_v3"}, Text: strings.Repeat("ä", 3001)}, "elevenlabs.textTooLong"},
	}
	for name, tt := range tests {
		_, err := r.Speak(t.Context(), tt.u, nil)
		if f := fault.Of(err); err == nil || f.Key != tt.key || f.Code != fault.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if said, err := r.Speak(t.Context(), Utterance{Way: Way{Voice: testVoice}, Text: " \n"}, nil); err != nil || said.Samples != 0 {
		t.Errorf("%+v, %v", said, err)
	}
}

func TestALowerRateWhereThePlanIsSmall(t *testing.T) {
	var asked []string
	least := "pcm_16000"
	r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
		format := q.URL.Query().Get("output_format")
		if asked = append(asked, format); format != least {
			answers(403, detail("output_format_not_allowed"))(w, q)
			return
		}
		sound(ramp(3), func() int { return 9 })(w, q)
	})
	u := Utterance{Way: Way{Voice: testVoice}, Text: testText}
	_, err := r.Speak(t.Context(), u, nil)
	wants(t, err, fault.Denied, "elevenlabs.planTooSmall") // nobody would hear of the rate
	var told int
	u.Began = func(rate int) { told = rate }
	for range 2 {
		said, err := r.Speak(t.Context(), u, func([]int16) error { return nil })
		if err != nil || said.Rate != 16000 || told != 16000 {
			t.Errorf("%+v, told %d: %v", said, told, err)
		}
	}
	if want := []string{"pcm_24000", "pcm_24000", "pcm_22050", "pcm_16000", "pcm_16000"}; !slices.Equal(asked, want) {
		t.Errorf("asked %v", asked)
	}
}

func TestASmallPlanThatIsntAboutTheRate(t *testing.T) {
	asked := 0
	r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
		asked++
		answers(403, detail("only_for_creator+"))(w, q)
	})
	_, err := r.Speak(t.Context(), Utterance{Way: Way{Voice: testVoice}, Text: testText, Began: func(int) { t.Error("began") }}, nil)
	wants(t, err, fault.Denied, "elevenlabs.planTooSmall")
	if asked != len(rates) || r.rate.Load() != 0 {
		t.Errorf("%d requests, rate %d", asked, r.rate.Load())
	}
}

func TestSoundThatIsNone(t *testing.T) {
	tests := map[string]struct {
		kind, body string
		code       fault.Code
		key        string
	}{
		"a page":              {"text/html; charset=utf-8", "<html>" + wireWords, fault.Unavailable, "elevenlabs.badReply"},
		"an error with 200":   {"application/json", detail("quota_exceeded"), fault.Denied, "elevenlabs.quotaExceeded"},
		"other JSON with 200": {"application/json", `{"x":"marsupials-only"}`, fault.Unavailable, "elevenlabs.badReply"},
		"nothing":             {"audio/pcm", "", fault.Unavailable, "elevenlabs.badReply"},
		"half a sample":       {"audio/pcm", "abc", fault.Unavailable, "elevenlabs.cutOff"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", tt.kind)
				_, _ = io.WriteString(w, tt.body)
			})
			_, err := r.Speak(t.Context(), Utterance{Way: Way{Voice: testVoice}, Text: testText}, func([]int16) error { return nil })
			wants(t, err, tt.code, tt.key)
		})
	}
}

func TestAnUnknownPathIsAnUnknownVoice(t *testing.T) {
	r := newRig(t, answers(404, `{"detail":"Not Found"}`))
	_, err := r.Speak(t.Context(), Utterance{Way: Way{Voice: testVoice}, Text: testText}, nil)
	wants(t, err, fault.NotFound, "elevenlabs.voiceNotFound")
	_, err = r.OpenTalk(t.Context(), Way{Voice: testVoice}, nil)
	wants(t, err, fault.NotFound, "elevenlabs.voiceNotFound")
}

// begun writes some sound and then does what is asked.
func begun(then func(w http.ResponseWriter), asked chan<- struct{}) http.HandlerFunc {
	return func(w http.ResponseWriter, q *http.Request) {
		asked <- struct{}{}
		sound(ramp(1000), func() int { return 1001 })(w, q)
		then(w)
	}
}

func TestSoundThatIsCutOff(t *testing.T) {
	asked := make(chan struct{}, 10)
	r := newRig(t, begun(func(http.ResponseWriter) { panic(http.ErrAbortHandler) }, asked))
	var got []int16
	said, err := r.Speak(t.Context(), Utterance{Way: Way{Voice: testVoice}, Text: testText}, collect(&got))
	wants(t, err, fault.Unavailable, "elevenlabs.cutOff")
	if said.Samples != len(got) || !slices.Equal(got, ramp(1000)[:len(got)]) || len(got) < 500 || said.Made.RequestID == "" {
		t.Errorf("%+v, %d samples", said, len(got))
	}
	if len(asked) != 1 {
		t.Error("asked again after sound was heard")
	}
}

func TestSoundThatStops(t *testing.T) {
	asked, release := make(chan struct{}, 10), make(chan struct{})
	r := newRig(t, begun(func(http.ResponseWriter) { <-release }, asked))
	defer close(release)
	var said Spoken
	heard := make(chan struct{}, 100)
	result := make(chan error, 1)
	go func() {
		var err error
		said, err = r.Speak(t.Context(), Utterance{Way: Way{Voice: testVoice}, Text: testText}, func([]int16) error {
			heard <- struct{}{}
			return nil
		})
		result <- err
	}()
	within(t, heard)
	err := turning(t, r.clock, patience, func() error { return <-result })
	wants(t, err, fault.Unavailable, "elevenlabs.stalled")
	if said.Samples != 1000 || said.Millis() != 41 || len(asked) != 1 {
		t.Errorf("%+v after %d requests", said, len(asked))
	}
}

// played turns the clock as if the sound were played meanwhile, and gives a watch that
// should rest the chance to end the call wrongly.
func played(r *rig) {
	r.clock.Advance(10 * patience)
	<-time.After(10 * time.Millisecond)
}

func TestALoudspeakerMayTakeItsTime(t *testing.T) {
	r := newRig(t, sound(ramp(60000), func() int { return 4000 }))
	said, err := r.Speak(t.Context(), Utterance{Way: Way{Voice: testVoice}, Text: testText}, func([]int16) error {
		played(r)
		return nil
	})
	if err != nil || said.Samples != 60000 {
		t.Errorf("%+v, %v", said, err)
	}
	r = newRig(t, talker(t, nil, func(s *serverSocket) {
		for range 3 {
			echo(s, testText)
		}
		finally(s)
	}))
	talk := openTalk(t, r, func([]int16) error {
		played(r)
		return nil
	})
	if said, err := talk.Finish(t.Context()); err != nil || said.Samples != 3*len(testText) {
		t.Errorf("%+v, %v", said, err)
	}
}

func TestAConnectionThatIsReset(t *testing.T) {
	r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
		w.Header().Set("Content-Length", "100000")
		sound(ramp(1000), func() int { return 2000 })(w, q)
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		_ = conn.(*net.TCPConn).SetLinger(0)
		conn.Close()
	})
	_, err := r.Speak(t.Context(), Utterance{Way: Way{Voice: testVoice}, Text: testText}, func([]int16) error { return nil })
	wants(t, err, fault.Unavailable, "elevenlabs.cutOff")
	if !errors.Is(err, syscall.ECONNRESET) && !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("the cause is lost: %v", err)
	}
}

func TestCancellingInTheMiddle(t *testing.T) {
	asked, release := make(chan struct{}, 10), make(chan struct{})
	r := newRig(t, begun(func(http.ResponseWriter) { <-release }, asked))
	defer close(release)
	ctx, cancel := testContext(t)
	said, err := r.Speak(ctx, Utterance{Way: Way{Voice: testVoice}, Text: testText}, func([]int16) error {
		cancel()
		return nil
	})
	wants(t, err, fault.Canceled, "fault.canceled")
	if said.Samples == 0 || len(asked) != 1 {
		t.Errorf("%+v after %d requests", said, len(asked))
	}
}

func TestTheListenersErrorIsPassedOn(t *testing.T) {
	r := newRig(t, sound(ramp(60000), func() int { return 4000 }))
	full := errors.New("device unplugged")
	calls := 0
	_, err := r.Speak(t.Context(), Utterance{Way: Way{Voice: testVoice}, Text: testText}, func([]int16) error {
		calls++
		return full
	})
	if !errors.Is(err, full) || calls != 1 {
		t.Errorf("%v after %d calls", err, calls)
	}
}

func TestSpeechIsTriedAgainBeforeTheFirstSound(t *testing.T) {
	asked := make(chan struct{}, 10)
	r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
		body, _ := io.ReadAll(q.Body)
		if asked <- struct{}{}; !strings.Contains(string(body), "platypus") {
			t.Error("the text is gone on the second try")
		}
		if len(asked) == 1 {
			answers(429, detail("system_busy"))(w, q)
			return
		}
		sound(ramp(10), func() int { return 20 })(w, q)
	})
	var got []int16
	result := make(chan error, 1)
	go func() {
		_, err := r.Speak(t.Context(), Utterance{Way: Way{Voice: testVoice}, Text: testText}, collect(&got))
		result <- err
	}()
	r.clock.wait(t, time.Second)
	r.clock.Advance(time.Second)
	if err := within(t, result); err != nil || len(got) != 10 {
		t.Errorf("%d samples, %v", len(got), err)
	}
}
