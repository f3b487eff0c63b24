package fakespeech_test

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

const (
	realtimePath = "/v1/speech-to-text/realtime"
	realtimeURL  = realtimePath + "?model_id=scribe_v2_realtime&audio_format=pcm_16000&commit_strategy=manual"
)

// chunk is one message with sound in it.
func chunk(pcm []int16, commit bool) m {
	return m{"message_type": "input_audio_chunk", "audio_base_64": base64.StdEncoding.EncodeToString(sound.Bytes(pcm)), "commit": commit, "sample_rate": 16000}
}

// hear sends sound in pieces of a tenth of a second.
func (d *line) hear(pcm []int16) {
	for piece := range slices.Chunk(pcm, 1600) {
		d.send(chunk(piece, false))
	}
}

func kinds(frames []map[string]any) (all []string) {
	for _, f := range frames {
		kind, _ := f["message_type"].(string)
		all = append(all, kind)
	}
	return all
}

func TestRealtimeTranscript(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{Transcribe: func([]int16) string { return "I led our migration." }})
	d := dial(t, e.URL+realtimeURL+"&include_timestamps=true&language_code=en", fakespeech.Key)
	if f := d.read(); f["message_type"] != "session_started" || f["session_id"] == nil || at(f, "config.include_timestamps") != true || at(f, "config.sample_rate") != 16000.0 {
		t.Errorf("%v", f)
	}
	var partials []string
	d.hear(spokenSound) // three times half a second
	d.send(chunk(nil, true))
	for {
		f := d.read()
		if f["message_type"] != "partial_transcript" {
			if f["message_type"] != "committed_transcript" || f["text"] != "I led our migration." || f["words"] != nil {
				t.Errorf("%v", f)
			}
			break
		}
		partials = append(partials, f["text"].(string))
	}
	if len(partials) != 3 || partials[0] != "I-" || partials[1] != "I le-" || partials[2] != "I led ou-" {
		t.Errorf("partials %q", partials)
	}
	f := d.read()
	if f["message_type"] != "committed_transcript_with_timestamps" || at(f, "words.1.type") != "spacing" || at(f, "words.0.start") != 0.0 || f["language_code"] != "en" {
		t.Errorf("%v", f)
	}
	d.send(chunk(spokenSound, true))
	d.read()
	if f := d.read(); at(f, "words.0.start") != 1.5 {
		t.Errorf("the second segment goes on in time: %v", f)
	}
}

func TestRealtimeWithoutTimestamps(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	d := dial(t, e.URL+realtimeURL, fakespeech.Key)
	d.read()
	d.send(m{"message_type": "input_audio_chunk", "audio_base_64": "", "commit": false, "sample_rate": 16000}) // keep-alive
	d.send(chunk(spokenSound[:8000], true), chunk(make([]int16, 4800), true))
	first, second := d.read(), d.read()
	if first["text"] != fakespeech.Heard || second["message_type"] != "committed_transcript" || second["text"] != "" {
		t.Errorf("%v, %v", first, second)
	}
}

func TestVoiceActivityCommits(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{PartialEvery: time.Hour})
	d := dial(t, e.URL+strings.Replace(realtimeURL, "manual", "vad", 1)+"&vad_silence_threshold_secs=0.5", fakespeech.Key)
	d.read()
	d.hear(make([]int16, 32000)) // silence alone commits nothing
	d.hear(spokenSound)
	d.hear(make([]int16, 8000))
	if f := d.read(); f["message_type"] != "committed_transcript" || f["text"] != fakespeech.Heard {
		t.Errorf("%v", f)
	}
}

func TestLongSegmentIsCommitted(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{PartialEvery: time.Hour, Transcribe: func(pcm []int16) string { return strings.Repeat("a ", len(pcm)/16000) }})
	d := dial(t, e.URL+realtimeURL, fakespeech.Key)
	d.read()
	for range 91 {
		d.send(chunk(make([]int16, 16000), false))
	}
	if f := d.read(); f["message_type"] != "committed_transcript" || len(strings.Fields(f["text"].(string))) != 90 {
		t.Errorf("%v", f)
	}
}

func TestRealtimeErrors(t *testing.T) {
	good := chunk(spokenSound[:1600], false)
	with := func(name string, value any) m {
		c := m{}
		for k, v := range good {
			c[k] = v
		}
		c[name] = value
		return c
	}
	large := with("audio_base_64", base64.StdEncoding.EncodeToString(make([]byte, 1<<20+2)))
	tests := map[string]struct {
		key, query string
		messages   []m
		want       string
	}{
		"unknown key":          {"sk_x", "", nil, "auth_error"},
		"key may only speak":   {fakespeech.TTSOnly, "", nil, "auth_error"},
		"unknown parameter":    {fakespeech.Key, "&language=en", nil, "input_error"},
		"vad out of range":     {fakespeech.Key, "&vad_threshold=1", nil, "input_error"},
		"too many keyterms":    {fakespeech.Key, strings.Repeat("&keyterms=a", 51), nil, "input_error"},
		"commit by name":       {fakespeech.Key, "", []m{{"message_type": "commit"}}, "input_error"},
		"no base64":            {fakespeech.Key, "", []m{with("audio_base_64", "!")}, "input_error"},
		"half a sample":        {fakespeech.Key, "", []m{with("audio_base_64", "AA==")}, "input_error"},
		"other rate":           {fakespeech.Key, "", []m{with("sample_rate", 24000)}, "input_error"},
		"unknown field":        {fakespeech.Key, "", []m{with("audio", "")}, "input_error"},
		"no commit":            {fakespeech.Key, "", []m{with("commit", nil)}, "input_error"},
		"context too late":     {fakespeech.Key, "", []m{good, with("previous_text", "so")}, "input_error"},
		"context too long":     {fakespeech.Key, "", []m{with("previous_text", strings.Repeat("a", 51))}, "input_error"},
		"chunk too large":      {fakespeech.Key, "", []m{large}, "chunk_size_exceeded"},
		"context in the first": {fakespeech.Key, "", []m{with("previous_text", "so"), {"message_type": "x"}}, "input_error"},
	}
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := dial(t, e.URL+realtimeURL+tt.query, tt.key)
			d.send(tt.messages...)
			frames, closed := d.rest()
			last := frames[len(frames)-1]
			if text, isText := last["error"].(string); last["message_type"] != tt.want || !isText || text == "" || websocket.CloseStatus(closed) != 1008 {
				t.Errorf("%v, %v; want %s", frames, closed, tt.want)
			}
			if slices.Contains(kinds(frames), "session_started") == (tt.messages == nil) {
				t.Errorf("session: %v", kinds(frames))
			}
		})
	}
}

func TestRealtimeFaults(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{PartialEvery: time.Hour})
	for _, kind := range []string{"quota_exceeded", "rate_limited", "transcriber_error", "queue_overflow", "resource_exhausted", "unaccepted_terms", "insufficient_audio_activity", "error"} {
		e.Fail(realtimePath, 1, fakespeech.RealtimeError(3, kind, "why"))
		d := dial(t, e.URL+realtimeURL, fakespeech.Key)
		d.hear(spokenSound)
		frames, closed := d.rest()
		if got := kinds(frames); !slices.Equal(got, []string{"session_started", kind}) || frames[1]["error"] != "why" || websocket.CloseStatus(closed) != 1008 {
			t.Errorf("%s: %v, %v", kind, got, closed)
		}
	}
	e.Fail(realtimePath, 1, fakespeech.RealtimeWarning(2, "insufficient_audio_activity", "why"))
	d := dial(t, e.URL+realtimeURL, fakespeech.Key)
	d.hear(spokenSound)
	d.send(chunk(nil, true))
	got := []any{d.read()["message_type"], d.read()["message_type"], d.read()["message_type"]}
	if !slices.Equal(got, []any{"session_started", "insufficient_audio_activity", "committed_transcript"}) {
		t.Errorf("%v", got)
	}
	e.Fail(realtimePath, 1, fakespeech.Torn(1))
	d = dial(t, e.URL+realtimeURL, fakespeech.Key)
	d.hear(spokenSound)
	if frames, closed := d.rest(); len(frames) != 1 || websocket.CloseStatus(closed) != -1 {
		t.Errorf("torn: %v, %v", frames, closed)
	}
}

// Where there is too little sound the session ends; otherwise a throttled commit can be
// repeated.
func TestCommitsAreThrottled(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	d := dial(t, e.URL+realtimeURL, fakespeech.Key)
	d.send(chunk(spokenSound[:4799], true))
	frames, closed := d.rest()
	if got := kinds(frames); !slices.Equal(got, []string{"session_started", "commit_throttled"}) || websocket.CloseStatus(closed) != websocket.StatusNormalClosure {
		t.Errorf("%v, %v", got, closed)
	}
	e.Fail(realtimePath, 1, fakespeech.ThrottledCommits(1))
	d = dial(t, e.URL+realtimeURL, fakespeech.Key)
	d.send(chunk(spokenSound[:4800], true), chunk(nil, true))
	got := []any{d.read()["message_type"], d.read()["message_type"], d.read()["message_type"]}
	if !slices.Equal(got, []any{"session_started", "commit_throttled", "committed_transcript"}) {
		t.Errorf("%v", got)
	}
}

func TestSessionEndsByTheClock(t *testing.T) {
	clock := testkit.NewClock()
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{Clock: clock, SessionLimit: time.Hour, Delays: fakespeech.Delays{Commit: 410 * time.Millisecond}})
	d := dial(t, e.URL+realtimeURL, fakespeech.Key)
	d.read()
	d.send(chunk(spokenSound[:8000], true))
	serve.Until(t, "the commit waits", func() bool { return clock.Waiting() == 2 })
	clock.Advance(410 * time.Millisecond)
	if f := d.read(); f["message_type"] != "committed_transcript" {
		t.Errorf("%v", f)
	}
	clock.Advance(time.Hour)
	if f := d.read(); f["message_type"] != "session_time_limit_exceeded" {
		t.Errorf("%v", f)
	}
}
