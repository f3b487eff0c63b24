package fakespeech_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

const inputPath = speakPath + "/stream-input"

type m = map[string]any

func inputURL(e *fakespeech.ElevenLabs, more string) string {
	return e.URL + inputPath + "?model_id=eleven_flash_v2_5&output_format=pcm_16000" + more
}

func TestTextStreamIsSpoken(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	d := dial(t, inputURL(e, ""), fakespeech.Key)
	d.send(m{"text": " ", "voice_settings": m{"speed": 1}, "generation_config": m{"chunk_length_schedule": []int{120, 160}}},
		m{"text": "What did "}, m{"text": "you do? ", "flush": true}, m{"text": " "}, m{"text": "And then? "}, m{"text": ""})
	frames, closed := d.rest()
	if websocket.CloseStatus(closed) != websocket.StatusNormalClosure {
		t.Errorf("closed: %v", closed)
	}
	want := append(toneAt("What did you do?", 16000), toneAt("And then?", 16000)...)
	if got := speech(t, frames); !bytes.Equal(got, want) {
		t.Errorf("%d bytes of speech, want %d", len(got), len(want))
	}
	last := frames[len(frames)-1]
	if last["isFinal"] != true || last["audio"] != nil {
		t.Errorf("last frame %v", last)
	}
	for _, f := range frames[:len(frames)-1] {
		if f["isFinal"] != nil || f["audio"] == nil {
			t.Errorf("isFinal %v in a frame with sound", f["isFinal"])
		}
	}
	if h := e.History(); len(h) != 2 || h[1] != "What did you do?" {
		t.Errorf("history %q", h)
	}
}

// TestTextWithoutSpaceRunsIntoTheNext is what a client has to prevent.
func TestTextWithoutSpaceRunsIntoTheNext(t *testing.T) {
	var spoken []string
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{Voice: func(text string) []int16 { spoken = append(spoken, text); return make([]int16, 2400) }})
	d := dial(t, inputURL(e, ""), fakespeech.Key)
	d.send(m{"text": " "}, m{"text": "What did"}, m{"text": "you do?"}, m{"text": ""})
	d.rest()
	if len(spoken) != 1 || spoken[0] != "What didyou do?" {
		t.Errorf("spoken %q", spoken)
	}
}

func TestSpeechBeginsWhenEnoughTextIsThere(t *testing.T) {
	long := strings.Repeat("word ", 12) // 60 letters
	tests := map[string]struct {
		query string
		last  m
		speak bool
	}{
		"schedule not reached": {"", m{"text": long}, false},
		"flush":                {"", m{"text": "a ", "flush": true}, true},
		"trigger":              {"", m{"text": long, "try_trigger_generation": true}, true},
		"trigger, too short":   {"", m{"text": "a ", "try_trigger_generation": true}, false},
		"auto mode":            {"&auto_mode=true", m{"text": "a "}, true},
		"schedule reached":     {"", m{"text": long + long + long}, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			clock := testkit.NewClock()
			e := fakespeech.StartElevenLabs(t, fakespeech.Options{Clock: clock})
			d := dial(t, inputURL(e, tt.query), fakespeech.Key)
			d.send(m{"text": " "}, tt.last)
			serve.Until(t, "both messages were taken", func() bool { return clock.Waiting() == 3 })
			clock.Advance(20 * time.Second)
			frames, _ := d.rest()
			if (len(speech(t, frames)) > 0) != tt.speak {
				t.Errorf("%d frames", len(frames))
			}
		})
	}
}

func TestStreamInputCloses(t *testing.T) {
	tests := map[string]struct {
		key, query string
		messages   []m
		want       string // error
	}{
		"unknown key":        {"sk_x", "", nil, "invalid_api_key"},
		"first is a text":    {fakespeech.Key, "", []m{{"text": "Hello "}}, "invalid_input_message"},
		"first is nothing":   {fakespeech.Key, "", []m{{}}, "invalid_input_message"},
		"schedule":           {fakespeech.Key, "", []m{{"text": " ", "generation_config": m{"chunk_length_schedule": []int{10}}}}, "invalid_input_message"},
		"settings":           {fakespeech.Key, "", []m{{"text": " ", "voice_settings": m{"speed": 3}}}, "invalid_input_message"},
		"unknown field":      {fakespeech.Key, "", []m{{"text": " "}, {"text": "a ", "txt": 1}}, "invalid_input_message"},
		"no text":            {fakespeech.Key, "", []m{{"text": " "}, {"flush": true}}, "invalid_input_message"},
		"idle for too long":  {fakespeech.Key, "&inactivity_timeout=200", nil, "invalid_query"},
		"unknown parameter":  {fakespeech.Key, "&voice=x", nil, "invalid_query"},
		"plan is used up":    {fakespeech.Key, "", []m{{"text": " "}, {"text": strings.Repeat("a", 20002) + " ", "flush": true}}, "quota_exceeded"},
		"settings afterward": {fakespeech.Key, "", []m{{"text": " "}, {"text": "a ", "voice_settings": m{}}}, "invalid_input_message"},
	}
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := dial(t, inputURL(e, tt.query), tt.key)
			d.send(tt.messages...)
			frames, closed := d.rest()
			if len(frames) != 1 || frames[0]["error"] != tt.want || frames[0]["code"] != 1008.0 || frames[0]["message"] == "" {
				t.Errorf("frames %v, want %s", frames, tt.want)
			}
			if websocket.CloseStatus(closed) != websocket.StatusPolicyViolation {
				t.Errorf("closed: %v", closed)
			}
		})
	}
}

func TestModelWithoutSocket(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	d := dial(t, e.URL+inputPath+"?model_id=eleven_v3&output_format=pcm_16000", fakespeech.Key)
	if frames, closed := d.rest(); len(frames) != 1 || websocket.CloseStatus(closed) != websocket.StatusPolicyViolation {
		t.Errorf("%v, %v", frames, closed)
	}
}

func TestIdleSocketIsClosed(t *testing.T) {
	clock := testkit.NewClock()
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{Clock: clock})
	d := dial(t, inputURL(e, ""), fakespeech.Key)
	d.send(m{"text": " "})
	serve.Until(t, "the first message was taken", func() bool { return clock.Waiting() == 2 })
	clock.Advance(19 * time.Second)
	d.send(m{"text": " "}) // keeps it alive
	serve.Until(t, "the second message was taken", func() bool { return clock.Waiting() == 3 })
	clock.Advance(19 * time.Second)
	d.send(m{"text": "a ", "flush": true})
	if f := d.read(); f["audio"] == nil {
		t.Errorf("alive: %v", f)
	}
	serve.Until(t, "it waits again", func() bool { return clock.Waiting() == 2 })
	clock.Advance(20 * time.Second)
	frames, closed := d.rest()
	if websocket.CloseStatus(closed) != websocket.StatusPolicyViolation || !strings.Contains(closed.Error(), "within the timeout of 20 seconds") {
		t.Errorf("%v, %v", frames, closed)
	}
}

func TestSpellingOfDurations(t *testing.T) {
	for spec, want := range map[bool]string{true: "charsDurationsMs", false: "charDurationsMs"} {
		e := fakespeech.StartElevenLabs(t, fakespeech.Options{SpecSpelling: spec})
		d := dial(t, inputURL(e, ""), fakespeech.Key)
		d.send(m{"text": " "}, m{"text": "Hello there. "}, m{"text": ""})
		frames, _ := d.rest()
		letters := ""
		for _, f := range frames[:len(frames)-1] {
			alignment, _ := f["alignment"].(m)
			chars, _ := alignment["chars"].([]any)
			durations, _ := alignment[want].([]any)
			starts, _ := alignment["charStartTimesMs"].([]any)
			if len(chars) == 0 || len(durations) != len(chars) || len(starts) != len(chars) || starts[0] != 0.0 {
				t.Errorf("%v", alignment)
			}
			for _, c := range chars {
				letters += c.(string)
			}
		}
		if letters != "Hello there. " {
			t.Errorf("letters %q", letters)
		}
	}
}

// Seen on the wire: the first frame has the times of the whole text, the others none.
func TestTimesAhead(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{TimesAhead: true})
	d := dial(t, inputURL(e, ""), fakespeech.Key)
	d.send(m{"text": " "}, m{"text": "Hello there. "}, m{"text": ""})
	frames, _ := d.rest()
	if chars, _ := at(frames[0], "alignment.chars").([]any); len(frames) < 4 || len(chars) != len("Hello there. ") {
		t.Errorf("%d frames, the first with %d letters", len(frames), len(chars))
	}
	for _, f := range frames[1:] {
		if f["alignment"] != nil {
			t.Errorf("%v", f["alignment"])
		}
	}
}

// A socket that fell silent ends with its client, and nothing of it is left behind.
func TestStalledSocketEndsWithItsClient(t *testing.T) {
	ended := make(chan struct{})
	e := fakespeech.NewElevenLabs(fakespeech.Options{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer close(ended)
		e.ServeHTTP(w, r)
	}))
	defer server.Close()
	e.URL = server.URL
	e.Fail(inputPath, 1, fakespeech.Stalled(1))
	d := dial(t, inputURL(e, "&auto_mode=true"), fakespeech.Key)
	d.send(m{"text": " "}, m{"text": "Hello there. "})
	d.read()
	_ = d.conn.CloseNow()
	select {
	case <-ended:
	case <-time.After(20 * time.Second):
		t.Error("the stalled socket never ends")
	}
}

func TestSocketFaults(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	talk := []m{{"text": " "}, {"text": "What did you do? "}, {"text": ""}}
	t.Run("big frames", func(t *testing.T) {
		e.Fail(inputPath, 1, fakespeech.BigFrames())
		d := dial(t, inputURL(e, ""), fakespeech.Key)
		d.send(talk...)
		frames, _ := d.rest()
		if audio, _ := frames[0]["audio"].(string); len(audio) <= 1<<20 || len(frames) != 2 {
			t.Errorf("%d letters of sound in %d frames", len(audio), len(frames))
		}
	})
	t.Run("torn", func(t *testing.T) {
		e.Fail(inputPath, 1, fakespeech.Torn(1))
		d := dial(t, inputURL(e, ""), fakespeech.Key)
		d.send(talk...)
		if frames, closed := d.rest(); len(frames) != 1 || websocket.CloseStatus(closed) != -1 {
			t.Errorf("%d frames, %v", len(frames), closed)
		}
	})
	t.Run("error in the middle", func(t *testing.T) {
		e.Fail(inputPath, 1, fakespeech.SocketError(2, "internal_error", "Something went wrong."))
		d := dial(t, inputURL(e, ""), fakespeech.Key)
		d.send(talk...)
		if frames, closed := d.rest(); len(frames) != 3 || frames[2]["error"] != "internal_error" || websocket.CloseStatus(closed) != 1008 {
			t.Errorf("%d frames, %v", len(frames), closed)
		}
	})
	t.Run("never final", func(t *testing.T) {
		e.Fail(inputPath, 1, fakespeech.Fault{Unfinished: true})
		d := dial(t, inputURL(e, ""), fakespeech.Key)
		d.send(talk...)
		if frames, _ := d.rest(); frames[len(frames)-1]["isFinal"] == true {
			t.Error("it was final")
		}
	})
	t.Run("refused handshake", func(t *testing.T) {
		e.Fail(inputPath, 1, fakespeech.SystemBusy())
		_, response, err := websocket.Dial(t.Context(), strings.Replace(inputURL(e, ""), "http", "ws", 1), &websocket.DialOptions{HTTPHeader: http.Header{"xi-api-key": {fakespeech.Key}}})
		if err == nil || response == nil {
			t.Fatalf("%v, %v", response, err)
		}
		defer response.Body.Close()
		if response.StatusCode != 429 {
			t.Errorf("status %d", response.StatusCode)
		}
	})
}
