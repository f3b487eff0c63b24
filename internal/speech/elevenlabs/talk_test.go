package elevenlabs

import (
	"encoding/base64"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// frame is what the service sends.
type frame map[string]any

func audio(b []byte) string { return base64.StdEncoding.EncodeToString(b) }

// talker serves talks: it checks what every talk has to keep to, and answers each sentence
// with what say sends.
func talker(t *testing.T, say func(s *serverSocket, sentence string), end func(s *serverSocket)) http.HandlerFunc {
	t.Helper()
	return socketServer(t, func(s *serverSocket) {
		first, ok := s.read()
		if !ok || first["text"] != " " {
			s.t.Errorf("first message %v", first)
			return
		}
		for {
			m, ok := s.read()
			if !ok {
				return
			}
			text, _ := m["text"].(string)
			switch {
			case len(m) != 1:
				s.t.Errorf("message %v", m)
			case text == "":
				end(s)
				return
			case text == " ":
			case !strings.HasSuffix(text, " "):
				s.t.Errorf("%q would grow together with the next", text)
			default:
				say(s, strings.TrimSpace(text))
			}
		}
	})
}

func finally(s *serverSocket) { s.send(frame{"audio": nil, "isFinal": true}) }

// echo answers with as many samples as the sentence has bytes.
func echo(s *serverSocket, sentence string) {
	s.send(frame{"audio": audio(bytesOf(ramp(len(sentence)))), "isFinal": nil, "alignment": nil})
}

func openTalk(t *testing.T, r *rig, write func([]int16) error) *Talk {
	t.Helper()
	talk, err := r.OpenTalk(t.Context(), Way{Voice: testVoice}, write)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { talk.Cancel(); <-talk.Done() })
	return talk
}

func TestATalkFromBeginningToEnd(t *testing.T) {
	var got []int16
	var asked *http.Request
	r := newRig(t, talker(t, func(s *serverSocket, sentence string) {
		asked = s.request
		echo(s, sentence)
	}, finally))
	talk := openTalk(t, r, collect(&got))
	for _, sentence := range []string{"Thank you.", " \n ", "And\n then? "} {
		if err := talk.Say(t.Context(), sentence); err != nil {
			t.Fatal(err)
		}
	}
	said, err := talk.Finish(t.Context())
	if err != nil || said.Samples != 19 || len(got) != 19 || said.Rate != 24000 || talk.Rate() != 24000 {
		t.Errorf("%+v, %d samples: %v", said, len(got), err)
	}
	want := "auto_mode=true&model_id=eleven_flash_v2_5&output_format=pcm_24000&sync_alignment=true"
	if asked.URL.RawQuery != want || asked.URL.Path != "/v1/text-to-speech/"+testVoice+"/stream-input" {
		t.Errorf("asked for %v", asked.URL)
	}
	if kept := r.kept(); len(kept) != 1 || kept[0].RequestID != "req-socket" {
		t.Errorf("kept %v", kept)
	}
	wants(t, talk.Say(t.Context(), "More."), fault.Unavailable, "elevenlabs.sessionEnded")
	if again, err := talk.Finish(t.Context()); err != nil || again.Samples != 19 {
		t.Errorf("finished twice: %+v, %v", again, err)
	}
}

func TestTheFirstMessageSetsTheVoice(t *testing.T) {
	first := make(chan map[string]any, 1)
	var query string
	r := newRig(t, socketServer(t, func(s *serverSocket) {
		query = s.request.URL.Query().Get("language_code")
		m, _ := s.read()
		first <- m
		_, _ = s.read()
	}))
	talk, err := r.OpenTalk(t.Context(), Way{Voice: testVoice, Language: "de", Settings: Settings{Speed: ptr(1.2)}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer talk.Cancel()
	want := map[string]any{"text": " ", "voice_settings": map[string]any{"speed": 1.2}}
	if got := within(t, first); !reflect.DeepEqual(got, want) || query != "de" {
		t.Errorf("%v, language %s", got, query)
	}
}

func TestWordsSplitOverFrames(t *testing.T) {
	letters := func(text string, start, each float64, name string) frame {
		var chars []string
		var starts, lengths []float64
		for i, c := range []rune(text) {
			chars, starts, lengths = append(chars, string(c)), append(starts, start+float64(i)*each), append(lengths, each)
		}
		return frame{"chars": chars, "charStartTimesMs": starts, name: lengths}
	}
	second := bytesOf(ramp(24000))
	for _, name := range []string{"charDurationsMs", "charsDurationsMs"} {
		for _, kind := range []string{"alignment", "normalizedAlignment"} {
			r := newRig(t, talker(t, func(s *serverSocket, _ string) {
				s.send(frame{"audio": audio(second[:24001]), kind: letters("So th", 0, 100, name)}) // half a sample more than half a second
				s.send(frame{"audio": audio(second[24001:]), kind: letters("en,", 0, 50, name)})
				s.send(frame{"audio": audio(second), kind: letters(" yes", 10, 100, name)})
			}, finally))
			var got []int16
			talk := openTalk(t, r, collect(&got))
			if err := talk.Say(t.Context(), "So then, yes"); err != nil {
				t.Fatal(err)
			}
			said, err := talk.Finish(t.Context())
			want := []transcript.Word{{Text: "So", StartMs: 0, EndMs: 200}, {Text: "then,", StartMs: 300, EndMs: 650}, {Text: "yes", StartMs: 1110, EndMs: 1410}}
			if err != nil || !slices.Equal(said.Words, want) {
				t.Errorf("%s %s: %v, %v", name, kind, said.Words, err)
			}
			if !slices.Equal(got, append(ramp(24000), ramp(24000)...)) {
				t.Errorf("%d samples aren't the ones sent", len(got))
			}
		}
	}
}

func TestLargeFrames(t *testing.T) {
	want := ramp(1 << 20) // 2.8 MB of text
	r := newRig(t, talker(t, func(s *serverSocket, _ string) { s.send(frame{"audio": audio(bytesOf(want))}) }, finally))
	var got []int16
	longest := 0
	talk := openTalk(t, r, func(s []int16) error {
		longest = max(longest, len(s))
		got = append(got, s...)
		return nil
	})
	if err := talk.Say(t.Context(), "A long one."); err != nil {
		t.Fatal(err)
	}
	if _, err := talk.Finish(t.Context()); err != nil || !slices.Equal(got, want) || longest > 2400 {
		t.Errorf("%d samples, pieces up to %d: %v", len(got), longest, err)
	}
	r = newRig(t, talker(t, func(s *serverSocket, _ string) { s.send(strings.Repeat(" ", largestFrame+1)) }, finally))
	talk = openTalk(t, r, nil)
	_ = talk.Say(t.Context(), "Too long a one.")
	_, err := talk.Finish(t.Context())
	wants(t, err, fault.Unavailable, "elevenlabs.badReply")
}

func TestHowTalksEnd(t *testing.T) {
	text := frame{"audio": audio(bytesOf(ramp(100)))}
	tests := map[string]struct {
		say, end func(s *serverSocket)
		code     fault.Code
		key      string // empty: well
	}{
		"final":                  {nil, finally, "", ""},
		"final, other spelling":  {nil, func(s *serverSocket) { s.send(frame{"is_final": true}) }, "", ""},
		"a close without final":  {nil, func(s *serverSocket) { s.close(1000, "") }, "", ""},
		"a close too early":      {func(s *serverSocket) { s.close(1000, "") }, nil, fault.Unavailable, "elevenlabs.sessionEnded"},
		"a server going away":    {func(s *serverSocket) { s.close(1001, "") }, nil, fault.Unavailable, "elevenlabs.cutOff"},
		"a connection that went": {func(s *serverSocket) { _ = s.conn.CloseNow() }, nil, fault.Unavailable, "elevenlabs.cutOff"},
		"a mistake of theirs":    {func(s *serverSocket) { s.close(1011, wireWords) }, nil, fault.Unavailable, "elevenlabs.outOfOrder"},
		"an error frame": {func(s *serverSocket) {
			s.send(frame{"message": wireWords, "error": "invalid_input_message", "code": 1008})
			s.close(1008, wireWords)
		}, nil, fault.Invalid, "elevenlabs.refused"},
		"an error frame we know": {func(s *serverSocket) {
			s.send(frame{"message": "This request exceeds your quota", "error": "quota_exceeded", "code": 1008})
			s.close(1008, "")
		}, nil, fault.Denied, "elevenlabs.quotaExceeded"},
		"an error without a name": {func(s *serverSocket) { s.send(frame{"message": "This exceeds your quota.", "code": 1008}) }, nil, fault.Denied, "elevenlabs.quotaExceeded"},
		"idle": {func(s *serverSocket) {
			s.close(1008, "Have not received a new text input within the timeout of 20 seconds. Streaming input terminated.")
		}, nil, fault.Unavailable, "elevenlabs.sessionEnded"},
		"a close with a reason":  {func(s *serverSocket) { s.close(1008, "concurrent_limit_exceeded: wait") }, nil, fault.RateLimited, "elevenlabs.tooManyAtOnce"},
		"a permission by reason": {func(s *serverSocket) { s.close(1008, "The API key you used is missing the permission text_to_speech") }, nil, fault.Denied, "elevenlabs.missingPermission"},
		"no JSON":                {func(s *serverSocket) { s.send("{" + wireWords) }, nil, fault.Unavailable, "elevenlabs.badReply"},
		"no base 64":             {func(s *serverSocket) { s.send(frame{"audio": wireWords}) }, nil, fault.Unavailable, "elevenlabs.badReply"},
		"no sound":               {func(*serverSocket) {}, finally, fault.Unavailable, "elevenlabs.badReply"},
		"half a sample":          {func(s *serverSocket) { s.send(frame{"audio": audio([]byte{1, 2, 3})}) }, finally, fault.Unavailable, "elevenlabs.cutOff"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			say := func(s *serverSocket, _ string) { s.send(text) }
			if tt.say != nil {
				say = func(s *serverSocket, _ string) { tt.say(s) }
			}
			r := newRig(t, talker(t, say, tt.end))
			talk := openTalk(t, r, func([]int16) error { return nil })
			if err := talk.Say(t.Context(), testText); err != nil {
				t.Fatal(err)
			}
			if tt.end == nil {
				within(t, talk.Done())
			}
			said, err := talk.Finish(t.Context())
			if tt.key == "" {
				if err != nil || said.Samples != 100 {
					t.Errorf("%+v, %v", said, err)
				}
				return
			}
			wants(t, err, tt.code, tt.key)
			wants(t, talk.Say(t.Context(), "More."), tt.code, tt.key)
		})
	}
}
