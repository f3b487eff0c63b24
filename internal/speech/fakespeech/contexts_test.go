package fakespeech_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

const multiPath = speakPath + "/multi-stream-input?model_id=eleven_flash_v2_5&output_format=pcm_16000"

func TestContextsSpeakSideBySide(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	d := dial(t, e.URL+multiPath, fakespeech.Key)
	d.send(m{"text": " ", "context_id": "a", "voice_settings": m{"speed": 1}}, m{"text": " ", "context_id": "b"},
		m{"text": "One. ", "context_id": "a"}, m{"text": "Two. ", "context_id": "b", "flush": true}, m{"context_id": "a", "close_context": true}, m{"close_socket": true})
	frames, closed := d.rest()
	by := map[any][]map[string]any{}
	finals := map[any]int{}
	for _, f := range frames {
		by[f["contextId"]] = append(by[f["contextId"]], f)
		if f["isFinal"] == true {
			finals[f["contextId"]]++
		}
	}
	if !bytes.Equal(speech(t, by["b"]), toneAt("Two.", 16000)) || finals["a"] != 1 || finals["b"] != 1 || websocket.CloseStatus(closed) != 1000 {
		t.Errorf("finals %v, closed %v", finals, closed)
	}
}

func TestSixthContextClosesTheSocket(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	d := dial(t, e.URL+multiPath, fakespeech.Key)
	for i := range 6 {
		d.send(m{"text": " ", "context_id": fmt.Sprint(i)})
	}
	frames, closed := d.rest()
	if len(frames) != 1 || frames[0]["error"] != "max_active_conversations" || !strings.Contains(closed.Error(), "exceeded (5)") || websocket.CloseStatus(closed) != 1008 {
		t.Errorf("%v, %v", frames, closed)
	}
}

func TestFlushOfNothingOpensAContext(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	d := dial(t, e.URL+multiPath, fakespeech.Key)
	for i := range 5 {
		d.send(m{"text": "", "context_id": fmt.Sprint("phantom", i), "flush": true})
	}
	d.send(m{"text": " ", "context_id": "real"})
	if frames, _ := d.rest(); len(frames) != 1 || frames[0]["error"] != "max_active_conversations" {
		t.Errorf("%v", frames)
	}
}

func TestClosedContextGoesLater(t *testing.T) {
	clock := testkit.NewClock()
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{Clock: clock, Delays: fakespeech.Delays{ContextClose: time.Second}})
	d := dial(t, e.URL+multiPath, fakespeech.Key)
	for i := range 5 {
		d.send(m{"text": " ", "context_id": fmt.Sprint(i)})
	}
	d.send(m{"context_id": "0", "close_context": true}, m{"text": "late ", "context_id": "0", "flush": true})
	if f := d.read(); f["isFinal"] != true || f["contextId"] != "0" {
		t.Errorf("%v", f)
	}
	serve.Until(t, "the context is going", func() bool { return clock.Waiting() == 9 }) // 8 for messages, 1 for the context
	clock.Advance(time.Second)
	serve.Until(t, "it has gone", func() bool { return clock.Waiting() == 8 })
	d.send(m{"context_id": "1", "close_context": true})
	d.read()
	d.send(m{"text": "6. ", "context_id": "6", "flush": true})
	if f := d.read(); f["contextId"] != "6" || f["audio"] == nil {
		t.Errorf("after one has gone there is room: %v", f)
	}
	d.send(m{"text": " ", "context_id": "7"}) // the second hasn't gone
	if f := d.read(); f["error"] != "max_active_conversations" {
		t.Errorf("%v", f)
	}
}

func TestSettingsBelongToTheFirstMessage(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	d := dial(t, e.URL+multiPath, fakespeech.Key)
	d.send(m{"text": "", "context_id": "a"}, m{"text": " ", "context_id": "a", "voice_settings": m{"speed": 1}})
	if frames, closed := d.rest(); len(frames) != 1 || websocket.CloseStatus(closed) != 1008 {
		t.Errorf("%v, %v", frames, closed)
	}
}
