package elevenlabs

import (
	"errors"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestATalkThatStalls(t *testing.T) {
	for name, say := range map[string]func(s *serverSocket, _ string){
		"in the middle": echo, "from the beginning": func(*serverSocket, string) {},
	} {
		release := make(chan struct{})
		r := newRig(t, talker(t, say, func(*serverSocket) { <-release }))
		talk := openTalk(t, r, func([]int16) error { return nil })
		if err := talk.Say(t.Context(), testText); err != nil {
			t.Fatal(err)
		}
		err := turning(t, r.clock, patience, func() error {
			_, err := talk.Finish(t.Context())
			return err
		})
		close(release)
		if f := fault.Of(err); f.Key != "elevenlabs.stalled" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestATalkSaysThatItIsThere(t *testing.T) {
	texts := make(chan any, 10)
	r := newRig(t, socketServer(t, func(s *serverSocket) {
		for {
			m, ok := s.read()
			if !ok {
				return
			}
			texts <- m["text"]
		}
	}))
	openTalk(t, r, nil)
	within(t, texts)
	for range 3 { // nobody says anything: the model thinks for 45 s
		r.clock.wait(t, 15*time.Second)
		r.clock.Advance(14 * time.Second)
		select {
		case text := <-texts:
			t.Fatalf("%q was sent too early", text)
		case <-r.clock.waits: // it looked, and waits again
		case <-time.After(20 * time.Millisecond): // or it wasn't even woken
		}
		r.clock.Advance(time.Second)
		if text := within(t, texts); text != " " {
			t.Fatalf("%q keeps nothing alive", text)
		}
	}
}

func TestBargingIn(t *testing.T) {
	r := newRig(t, talker(t, func(s *serverSocket, _ string) {
		s.send(frame{"audio": audio(bytesOf(ramp(240000)))}) // ten seconds in one frame
	}, finally))
	var mu sync.Mutex
	var got []int16
	cancelled := false
	first := make(chan struct{})
	goOn := make(chan struct{})
	talk := openTalk(t, r, func(s []int16) error {
		mu.Lock()
		defer mu.Unlock()
		if cancelled {
			t.Error("sound after Cancel")
		}
		if got = append(got, s...); len(got) == len(s) {
			close(first)
			mu.Unlock()
			<-goOn
			mu.Lock()
		}
		return nil
	})
	if err := talk.Say(t.Context(), testText); err != nil {
		t.Fatal(err)
	}
	within(t, first)
	talk.Cancel() // while a piece is being written
	mu.Lock()
	cancelled = true
	mu.Unlock()
	close(goOn)
	within(t, talk.Done())
	if said := talk.Spoken(); said.Samples != 2400 || len(got) != 2400 {
		t.Errorf("%+v, %d samples", said, len(got))
	}
	_, err := talk.Finish(t.Context())
	wants(t, err, fault.Unavailable, "elevenlabs.sessionEnded")
	talk.Cancel()
}

func TestCancelFromWithinAndReopen(t *testing.T) {
	r := newRig(t, talker(t, echo, finally))
	var talk *Talk
	opened := make(chan struct{})
	calls := 0
	talk = openTalk(t, r, func([]int16) error {
		<-opened
		if calls++; calls == 1 {
			talk.Cancel()
		}
		return nil
	})
	close(opened)
	if err := talk.Say(t.Context(), testText); err != nil {
		t.Fatal(err)
	}
	within(t, talk.Done())
	again, err := talk.Reopen(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Say(t.Context(), "Go on."); err != nil {
		t.Fatal(err)
	}
	if said, err := again.Finish(t.Context()); err != nil || said.Samples != 6 || calls != 2 {
		t.Errorf("%+v after %d calls, %v", said, calls, err)
	}
}

func TestAContextEndsATalk(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	r := newRig(t, talker(t, echo, func(*serverSocket) { <-release }))
	ctx, cancel := testContext(t)
	talk, err := r.OpenTalk(ctx, Way{Voice: testVoice}, func([]int16) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	within(t, talk.Done())
	wants(t, talk.Say(t.Context(), testText), fault.Canceled, "fault.canceled")

	talk = openTalk(t, r, func([]int16) error { return nil })
	finishing, stop := testContext(t)
	heard := make(chan error, 1)
	go func() {
		_, err := talk.Finish(finishing)
		heard <- err
	}()
	stop()
	wants(t, within(t, heard), fault.Canceled, "fault.canceled")
	within(t, talk.Done())
}

func TestTheListenersErrorEndsATalk(t *testing.T) {
	r := newRig(t, talker(t, echo, finally))
	full := errors.New("device unplugged")
	talk := openTalk(t, r, func([]int16) error { return full })
	if err := talk.Say(t.Context(), testText); err != nil {
		t.Fatal(err)
	}
	within(t, talk.Done())
	if _, err := talk.Finish(t.Context()); !errors.Is(err, full) {
		t.Error(err)
	}
}

func TestTalksThatDontOpen(t *testing.T) {
	tests := map[string]struct {
		status int
		body   string
		code   fault.Code
		key    string
	}{
		"wrong key":   {401, detail("invalid_api_key"), fault.Denied, "elevenlabs.invalidKey"},
		"permission":  {401, unpermitted + strings.Repeat(" ", 2000), fault.Denied, "elevenlabs.missingPermission"},
		"concurrency": {429, detail("too_many_concurrent_requests"), fault.RateLimited, "elevenlabs.tooManyAtOnce"},
		"a page":      {200, "<html>", fault.Unavailable, "elevenlabs.badReply"},
		"voice":       {404, detail("voice_not_found"), fault.NotFound, "elevenlabs.voiceNotFound"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, answers(tt.status, tt.body))
			_, err := r.OpenTalk(t.Context(), Way{Voice: testVoice}, nil)
			wants(t, err, tt.code, tt.key)
		})
	}
	r := newRig(t, func(http.ResponseWriter, *http.Request) { t.Error("something was sent") })
	_, err := r.OpenTalk(t.Context(), Way{}, nil)
	wants(t, err, fault.Invalid, "elevenlabs.badVoiceId")
}

func TestATalkAtALowerRateAfterABusyService(t *testing.T) {
	asked := 0
	served := talker(t, echo, finally)
	r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
		switch asked++; {
		case asked == 1:
			answers(503, "")(w, q)
		case q.URL.Query().Get("output_format") == "pcm_24000":
			answers(403, detail("output_format_not_allowed"))(w, q)
		default:
			served(w, q)
		}
	})
	result := make(chan *Talk, 1)
	go func() {
		talk, err := r.OpenTalk(t.Context(), Way{Voice: testVoice}, func([]int16) error { return nil })
		if err != nil {
			t.Error(err)
		}
		result <- talk
	}()
	r.clock.wait(t, time.Second)
	r.clock.Advance(time.Second)
	talk := within(t, result)
	defer talk.Cancel()
	if talk.Rate() != 22050 || asked != 3 {
		t.Errorf("rate %d after %d requests", talk.Rate(), asked)
	}
}
