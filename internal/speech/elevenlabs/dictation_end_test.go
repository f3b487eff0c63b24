package elevenlabs

import (
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestADictationSaysThatItIsThere(t *testing.T) {
	arrived := make(chan struct{}, 10)
	r := newRig(t, socketServer(t, func(s *serverSocket) {
		s.send(frame{"message_type": "session_started"})
		for {
			m, ok := s.read()
			if !ok {
				return
			}
			if m["audio_base_64"] != "" || m["commit"] != false {
				t.Errorf("%v", m)
			}
			arrived <- struct{}{}
		}
	}))
	openDictation(t, r, DictationOptions{})
	for range 12 { // two minutes with the microphone muted
		r.clock.wait(t, 10*time.Second)
		r.clock.Advance(10 * time.Second)
		within(t, arrived)
	}
}

func TestTroublesOfADictation(t *testing.T) {
	tests := map[string]struct {
		kind string
		code fault.Code
		key  string
	}{
		"auth_error":                  {"", fault.Denied, "elevenlabs.invalidKey"},
		"quota_exceeded":              {"", fault.Denied, "elevenlabs.quotaExceeded"},
		"transcriber_error":           {"", fault.Unavailable, "elevenlabs.outOfOrder"},
		"unaccepted_terms":            {"", fault.Denied, "elevenlabs.termsNotAccepted"},
		"unaccepted_terms_error":      {"", fault.Denied, "elevenlabs.termsNotAccepted"},
		"rate_limited":                {"", fault.RateLimited, "elevenlabs.busy"},
		"input_error":                 {"", fault.Invalid, "elevenlabs.refused"},
		"invalid_request":             {"", fault.Invalid, "elevenlabs.refused"},
		"queue_overflow":              {"", fault.RateLimited, "elevenlabs.busy"},
		"resource_exhausted":          {"", fault.RateLimited, "elevenlabs.busy"},
		"session_time_limit_exceeded": {"", fault.Unavailable, "elevenlabs.sessionEnded"},
		"chunk_size_exceeded":         {"", fault.Invalid, "elevenlabs.refused"},
		"error":                       {"", fault.Unavailable, "elevenlabs.outOfOrder"},
		"a new one":                   {"", fault.Unavailable, "elevenlabs.outOfOrder"},
		"error, by name":              {"error", fault.Denied, "elevenlabs.quotaExceeded"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			message := frame{"message_type": name, "error": wireWords}
			if tt.kind != "" {
				message = frame{"message_type": tt.kind, "error": "quota_exceeded"}
			}
			r := newRig(t, socketServer(t, func(s *serverSocket) { s.send(message) }))
			_, err := r.OpenDictation(t.Context(), DictationOptions{})
			wants(t, err, tt.code, tt.key)

			r = newRig(t, socketServer(t, started(t, func(s *scribe, n int) {
				if n == 1 {
					s.both("Yes.", "Yes.@1-2")
					return
				}
				s.send(message)
				s.close(1008, wireWords)
			})))
			d := openDictation(t, r, DictationOptions{})
			say(t, d, 3)
			if _, err := d.Commit(t.Context()); err != nil {
				t.Fatal(err)
			}
			say(t, d, 3)
			got, err := d.Commit(t.Context())
			wants(t, err, tt.code, tt.key)
			if got.Text != "Yes." || !got.Timed {
				t.Errorf("what was understood is lost: %+v", got)
			}
			wants(t, d.Write(ramp(10)), tt.code, tt.key)
		})
	}
}

func TestAKeyThatMayNotListen(t *testing.T) {
	r := newRig(t, socketServer(t, func(s *serverSocket) {
		s.send(frame{"message_type": "auth_error", "error": "The API key you used is missing the permission speech_to_text to execute this operation."})
	}))
	_, err := r.OpenDictation(t.Context(), DictationOptions{})
	wants(t, err, fault.Denied, "elevenlabs.missingPermission")
	if p := fault.Of(err).Params["permission"]; p != "speech_to_text" {
		t.Errorf("permission %q", p)
	}
}

func TestHowDictationsEnd(t *testing.T) {
	tests := map[string]struct {
		commit func(s *scribe, n int)
		key    string
	}{
		"closed":               {func(s *scribe, _ int) { s.close(1000, "") }, "elevenlabs.sessionEnded"},
		"gone":                 {func(s *scribe, _ int) { _ = s.conn.CloseNow() }, "elevenlabs.cutOff"},
		"no JSON":              {func(s *scribe, _ int) { s.send(wireWords) }, "elevenlabs.badReply"},
		"too large":            {func(s *scribe, _ int) { s.send(strings.Repeat(" ", largestFrame+1)) }, "elevenlabs.badReply"},
		"out of order":         {func(s *scribe, _ int) { s.close(1011, wireWords) }, "elevenlabs.outOfOrder"},
		"text only, then gone": {func(s *scribe, _ int) { s.plain("Yes."); s.close(1000, "") }, "elevenlabs.sessionEnded"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := openDictation(t, newRig(t, socketServer(t, started(t, tt.commit))), DictationOptions{})
			say(t, d, 3)
			got, err := d.Commit(t.Context())
			wants(t, err, fault.Unavailable, tt.key)
			if said := strings.HasPrefix(name, "text"); said != (got.Text == "Yes.") {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestACommitWithoutAnAnswer(t *testing.T) {
	d := openDictation(t, newRig(t, socketServer(t, started(t, func(*scribe, int) {}))), DictationOptions{})
	say(t, d, 3)
	ctx, cancel := testContext(t)
	cancel()
	_, err := d.Commit(ctx)
	wants(t, err, fault.Canceled, "fault.canceled")
	say(t, d, 3) // it goes on
	r := newRig(t, socketServer(t, started(t, func(*scribe, int) {})))
	d = openDictation(t, r, DictationOptions{})
	say(t, d, 3)
	err = turning(t, r.clock, patience, func() error {
		_, err := d.Commit(t.Context())
		return err
	})
	wants(t, err, fault.Unavailable, "elevenlabs.stalled")
}

func TestASessionThatDoesntBegin(t *testing.T) {
	release := make(chan struct{})
	r := newRig(t, socketServer(t, func(*serverSocket) { <-release }))
	defer close(release)
	err := turning(t, r.clock, patience, func() error {
		_, err := r.OpenDictation(t.Context(), DictationOptions{})
		return err
	})
	wants(t, err, fault.Unavailable, "elevenlabs.stalled")
}

func TestAContextEndsADictation(t *testing.T) {
	r := newRig(t, socketServer(t, started(t, func(*scribe, int) {})))
	ctx, cancel := testContext(t)
	d, err := r.OpenDictation(ctx, DictationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	within(t, d.Done())
	wants(t, d.Write(ramp(10)), fault.Canceled, "fault.canceled")
	d = openDictation(t, r, DictationOptions{})
	d.Close()
	within(t, d.Done())
	_, err = d.Commit(t.Context())
	wants(t, err, fault.Unavailable, "elevenlabs.sessionEnded")
}

// TestWritingNeverWaits writes to a service that doesn't read: the sound stays here until
// it is too much.
func TestWritingNeverWaits(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	r := newRig(t, socketServer(t, func(s *serverSocket) {
		s.send(frame{"message_type": "session_started"})
		<-release
	}))
	d := openDictation(t, r, DictationOptions{})
	var err error
	for written := 0; err == nil && written < 100*mostQueued; written += SampleRate {
		err = d.Write(make([]int16, SampleRate))
	}
	wants(t, err, fault.Unavailable, "elevenlabs.stalled")
	within(t, d.Done())
}

func TestALargeTranscript(t *testing.T) {
	long := strings.Repeat("word ", 120000)
	r := newRig(t, socketServer(t, started(t, func(s *scribe, _ int) { s.both(long, "word@1-2") })))
	d := openDictation(t, r, DictationOptions{})
	say(t, d, 3)
	if got, err := d.Commit(t.Context()); err != nil || len(got.Text) != len(long)-1 {
		t.Errorf("%d bytes, %v", len(got.Text), err)
	}
}

func TestAServiceThatCommitsByItself(t *testing.T) {
	r := newRig(t, socketServer(t, func(socket *serverSocket) {
		s := &scribe{serverSocket: socket, t: t}
		s.send(frame{"message_type": "session_started"})
		s.both("By itself.", "By@0.5-1", "itself.@1-1.5")
		started(t, func(s *scribe, _ int) { s.both("Asked.", "Asked.@2-2.5") })(socket)
	}))
	heard := make(chan string, 10)
	d := openDictation(t, r, DictationOptions{Heard: func(text string) { heard <- text }})
	if got := within(t, heard); got != "By itself." {
		t.Errorf("heard %q", got)
	}
	say(t, d, 3)
	if got, err := d.Commit(t.Context()); err != nil || got.Text != "By itself. Asked." {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestTheEndingOfAText(t *testing.T) {
	for text, want := range map[string]string{
		"":                      "",
		" short\n one ":         "short one",
		strings.Repeat("x", 60): "",
		"Thank you. Tell me about a time when you led a team through a hard change.": "time when you led a team through a hard change.",
	} {
		got := ending(text, 49)
		if len(got) > 49 || (want != "" || text == "") && got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
