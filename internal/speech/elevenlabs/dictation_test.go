package elevenlabs

import (
	"encoding/base64"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// scribe is a realtime recogniser: it counts the sound that comes and hands each commit on.
type scribe struct {
	*serverSocket
	t       *testing.T
	samples int   // so far
	chunks  []int // samples of each message, commits and breaths included
	firsts  []any // previous_text of each
}

// started serves sessions and calls commit for each commit, until the client is gone.
func started(t *testing.T, commit func(s *scribe, n int)) func(*serverSocket) {
	t.Helper()
	return func(socket *serverSocket) {
		s := &scribe{serverSocket: socket, t: t}
		s.send(frame{"message_type": "session_started", "session_id": "s-1", "config": frame{"sample_rate": 16000}})
		for n := 0; ; {
			m, ok := s.read()
			if !ok {
				return
			}
			sound, _ := base64.StdEncoding.DecodeString(m["audio_base_64"].(string))
			if m["message_type"] != "input_audio_chunk" || m["sample_rate"] != 16000.0 || len(sound)%2 != 0 {
				t.Errorf("message %v", m)
			}
			s.samples += len(sound) / 2
			s.chunks, s.firsts = append(s.chunks, len(sound)/2), append(s.firsts, m["previous_text"])
			if m["commit"] == true {
				if len(sound) > 0 {
					t.Error("a commit has no sound, as the SDKs send it")
				}
				n++
				commit(s, n)
			}
		}
	}
}

func (s *scribe) plain(text string) {
	s.send(frame{"message_type": "committed_transcript", "text": text})
}

// timed sends words of the form "text@start-end", in seconds.
func (s *scribe) timed(text string, words ...string) {
	var items []frame
	for i, w := range words {
		var said string
		var start, end float64
		said, times, _ := strings.Cut(w, "@")
		if _, err := fmt.Sscanf(times, "%f-%f", &start, &end); err != nil {
			s.t.Error(err)
		}
		if i > 0 {
			items = append(items, frame{"text": " ", "type": "spacing", "start": start, "end": start})
		}
		items = append(items, frame{"text": said, "start": start, "end": end, "type": "word"})
	}
	s.send(frame{"message_type": "committed_transcript_with_timestamps", "text": text, "language_code": "en", "words": items})
}

func (s *scribe) both(text string, words ...string) {
	s.plain(text)
	s.timed(text, words...)
}

func openDictation(t *testing.T, r *rig, o DictationOptions) *Dictation {
	t.Helper()
	d, err := r.OpenDictation(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close(); <-d.Done() })
	return d
}

// say writes seconds of sound in pieces as a microphone gives them, from one buffer.
func say(t *testing.T, d *Dictation, seconds float64) {
	t.Helper()
	buffer := make([]int16, SampleRate/50)
	for n := int(seconds * SampleRate); n > 0; n -= len(buffer) {
		if err := d.Write(buffer[:min(n, len(buffer))]); err != nil {
			t.Fatal(err)
		}
	}
}

func TestADictationFromBeginningToEnd(t *testing.T) {
	query := make(chan map[string][]string, 1)
	r := newRig(t, socketServer(t, func(socket *serverSocket) {
		query <- socket.request.URL.Query()
		started(t, func(s *scribe, _ int) {
			for _, guess := range []string{"Um", "Um I let", "Um, I led"} {
				s.send(frame{"message_type": "partial_transcript", "text": guess})
			}
			s.send(frame{"message_type": "a later invention", "text": "x"})
			s.both("Um, I led nights.", "Um,@0.5-0.75", "I@1-1.1", "led@1.1-1.5", "nights.@1.6-2.2")
			s.send(frame{"message_type": "committed_transcript_entities", "text": "x", "entities": []any{}})
			if s.samples != 3*SampleRate || s.firsts[0] != "me about it." || slices.ContainsFunc(s.firsts[1:], func(p any) bool { return p != nil }) {
				t.Errorf("%d samples, previous %v", s.samples, s.firsts)
			}
			if longest := slices.Max(s.chunks); longest > largestPiece {
				t.Errorf("%d samples in one message", longest)
			}
		})(socket)
	}))
	var mu sync.Mutex
	var heard []string
	d := openDictation(t, r, DictationOptions{
		Hints: Hints{Language: "en", Terms: []string{"Kubernetes", "night shift"}}, Before: "me about it.",
		Heard: func(text string) {
			mu.Lock()
			defer mu.Unlock()
			heard = append(heard, text)
		},
	})
	want := map[string][]string{
		"model_id": {"scribe_v2_realtime"}, "audio_format": {"pcm_16000"}, "commit_strategy": {"manual"}, "include_timestamps": {"true"},
		"no_verbatim": {"false"}, "language_code": {"en"}, "keyterms": {"Kubernetes", "night shift"},
	}
	if got := within(t, query); !reflect.DeepEqual(got, want) {
		t.Errorf("asked for %v", got)
	}
	say(t, d, 3)
	got, err := d.Commit(t.Context())
	wanted := transcript.Transcript{
		Text: "Um, I led nights.", Timed: true, Language: "en", KeepsFillers: true, Source: transcript.Source{Provider: "elevenlabs", Model: "scribe_v2_realtime"},
		Words: []transcript.Word{{Text: "Um,", StartMs: 500, EndMs: 750}, {Text: "I", StartMs: 1000, EndMs: 1100}, {Text: "led", StartMs: 1100, EndMs: 1500}, {Text: "nights.", StartMs: 1600, EndMs: 2200}},
	}
	if err != nil || !reflect.DeepEqual(got, wanted) {
		t.Errorf("%+v, %v", got, err)
	}
	mu.Lock()
	defer mu.Unlock()
	if want := []string{"Um", "Um I let", "Um, I led", "Um, I led nights."}; !slices.Equal(heard, want) {
		t.Errorf("heard %q", heard)
	}
	if again, err := d.Commit(t.Context()); err != nil || !reflect.DeepEqual(again, wanted) {
		t.Errorf("committed twice: %+v, %v", again, err)
	}
	if kept := r.kept(); len(kept) != 1 || kept[0].RequestID != "req-socket" {
		t.Errorf("kept %v", kept)
	}
}

// TestTimesCountFromTheBeginning: an answer of 60 s with two pauses, from services that
// count times from the beginning of the session, or of each commit.
func TestTimesCountFromTheBeginning(t *testing.T) {
	for name, from := range map[string]float64{"the session's": 1, "each commit's": 0} {
		r := newRig(t, socketServer(t, started(t, func(s *scribe, n int) {
			a := from * 25 * float64(n-1) // where the second and third begin
			switch n {
			case 1:
				s.both("One two", "One@1-2", "two@23-24")
			case 2:
				s.both("three", fmt.Sprintf("three@%f-%f", a+2, a+3))
			default:
				s.both("four", fmt.Sprintf("four@%f-%f", a+8, a+9))
			}
		})))
		d := openDictation(t, r, DictationOptions{})
		say(t, d, 25)
		d.Pause()
		say(t, d, 10)
		d.Pause() // not worth it yet
		say(t, d, 15)
		d.Pause()
		say(t, d, 10)
		got, err := d.Commit(t.Context())
		want := []transcript.Word{{Text: "One", StartMs: 1000, EndMs: 2000}, {Text: "two", StartMs: 23000, EndMs: 24000}, {Text: "three", StartMs: 27000, EndMs: 28000}, {Text: "four", StartMs: 58000, EndMs: 59000}}
		if err != nil || !slices.Equal(got.Words, want) || got.Text != "One two three four" || !got.Timed {
			t.Errorf("times from %s beginning: %+v, %v", name, got, err)
		}
	}
}

func TestSilenceOfOursDoesntCount(t *testing.T) {
	r := newRig(t, socketServer(t, started(t, func(s *scribe, n int) {
		switch n {
		case 1: // 0.2 s of sound, filled up to 2 s
			if s.samples != 2*SampleRate {
				t.Errorf("committed with %d samples", s.samples)
			}
			s.both("Yes.", "Yes.@0.1-0.9")
		case 2: // 0.1 s more, filled up to 0.3 s
			if s.samples != 2*SampleRate+shortestCommit {
				t.Errorf("committed with %d samples", s.samples)
			}
			s.both("No.", "No.@2.05-2.3")
		case 3:
			s.both("Perhaps.", "Perhaps.@2.8-3.3")
		}
	})))
	d := openDictation(t, r, DictationOptions{})
	for _, seconds := range []float64{0.2, 0.1, 1} {
		say(t, d, seconds)
		if _, err := d.Commit(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	got, err := d.Commit(t.Context())
	want := []transcript.Word{{Text: "Yes.", StartMs: 100, EndMs: 200}, {Text: "No.", StartMs: 250, EndMs: 300}, {Text: "Perhaps.", StartMs: 800, EndMs: 1300}}
	if err != nil || !slices.Equal(got.Words, want) {
		t.Errorf("%+v, %v", got.Words, err)
	}
}

func TestALongAnswerIsCommittedBeforeTheServiceDoes(t *testing.T) {
	at := make(chan int, 10)
	r := newRig(t, socketServer(t, started(t, func(s *scribe, n int) {
		at <- s.samples
		s.both(fmt.Sprint("part", n))
	})))
	d := openDictation(t, r, DictationOptions{})
	say(t, d, 100) // without a pause
	got, err := d.Commit(t.Context())
	if first := within(t, at); err != nil || first != forcedCommit || got.Text != "part1 part2" {
		t.Errorf("first commit at %d: %+v, %v", first, got, err)
	}
}

func TestAnswersInOtherOrders(t *testing.T) {
	tests := map[string]func(s *scribe, n int){
		"the times first": func(s *scribe, n int) {
			s.timed("Yes.", fmt.Sprintf("Yes.@%d-%d", n*3-2, n*3-1))
			s.plain("Yes.")
		},
		"the times only": func(s *scribe, n int) { s.timed("Yes.", fmt.Sprintf("Yes.@%d-%d", n*3-2, n*3-1)) },
		"both":           func(s *scribe, n int) { s.both("Yes.", fmt.Sprintf("Yes.@%d-%d", n*3-2, n*3-1)) },
	}
	for name, commit := range tests {
		r := newRig(t, socketServer(t, started(t, commit)))
		d := openDictation(t, r, DictationOptions{})
		for range 2 {
			say(t, d, 3)
			if _, err := d.Commit(t.Context()); err != nil {
				t.Fatal(name, err)
			}
		}
		got, err := d.Commit(t.Context())
		want := []transcript.Word{{Text: "Yes.", StartMs: 1000, EndMs: 2000}, {Text: "Yes.", StartMs: 4000, EndMs: 5000}}
		if err != nil || !slices.Equal(got.Words, want) || got.Text != "Yes. Yes." {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestTimesThatDontCome(t *testing.T) {
	r := newRig(t, socketServer(t, started(t, func(s *scribe, n int) {
		if n == 1 {
			s.plain("Yes.")
			return
		}
		s.timed("Yes.", "Yes.@1-2") // so late that they only now come
		s.both("No.", "No.@4-5")
	})))
	d := openDictation(t, r, DictationOptions{})
	say(t, d, 3)
	var got transcript.Transcript
	result := make(chan error, 1)
	go func() {
		var err error
		got, err = d.Commit(t.Context())
		result <- err
	}()
	r.clock.wait(t, time.Second)
	r.clock.Advance(time.Second)
	if err := within(t, result); err != nil || got.Text != "Yes." || got.Timed || len(got.Words) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
	say(t, d, 3)
	got, err := d.Commit(t.Context())
	if want := []transcript.Word{{Text: "Yes.", StartMs: 1000, EndMs: 2000}, {Text: "No.", StartMs: 4000, EndMs: 5000}}; err != nil || !slices.Equal(got.Words, want) || !got.Timed {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestNothingWasSaid(t *testing.T) {
	tests := map[string]func(s *scribe, n int){
		"an empty text":        func(s *scribe, _ int) { s.plain("") },
		"an empty text, twice": func(s *scribe, _ int) { s.both("") },
		"insufficient activity": func(s *scribe, _ int) {
			s.send(frame{"message_type": "insufficient_audio_activity", "error": wireWords})
		},
		"activity by its error":   func(s *scribe, _ int) { s.send(frame{"message_type": "error", "error": "insufficient_audio_activity"}) },
		"throttled until the end": nil,
	}
	for name, commit := range tests {
		throttled := commit == nil
		if throttled {
			commit = func(s *scribe, _ int) { s.send(frame{"message_type": "commit_throttled", "error": wireWords}) }
		}
		r := newRig(t, socketServer(t, started(t, commit)))
		d := openDictation(t, r, DictationOptions{})
		say(t, d, 3)
		if throttled {
			go func() {
				for _, wait := range []time.Duration{throttleWait, 2 * throttleWait, 4 * throttleWait} {
					r.clock.wait(t, wait)
					r.clock.Advance(wait)
				}
			}()
		}
		if strings.Contains(name, "activity") {
			go func() {
				r.clock.wait(t, quietWait)
				r.clock.Advance(quietWait)
			}()
		}
		if got, err := d.Commit(t.Context()); err != nil || got.Text != "" || got.Words == nil || got.Timed {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	r := newRig(t, socketServer(t, started(t, func(*scribe, int) { t.Error("committed") })))
	d := openDictation(t, r, DictationOptions{})
	if got, err := d.Commit(t.Context()); err != nil || got.Text != "" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestAThrottledCommitIsRepeated(t *testing.T) {
	r := newRig(t, socketServer(t, started(t, func(s *scribe, n int) {
		if n == 1 {
			s.send(frame{"message_type": "scribe_commit_throttled", "error": wireWords})
			return
		}
		s.both("Yes.", "Yes.@1-2")
	})))
	d := openDictation(t, r, DictationOptions{})
	say(t, d, 3)
	go func() {
		r.clock.wait(t, throttleWait)
		r.clock.Advance(throttleWait)
	}()
	if got, err := d.Commit(t.Context()); err != nil || got.Text != "Yes." || len(got.Words) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
}
