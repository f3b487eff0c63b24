package elevenlabs

import (
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
)

// stamped notes when the fake asked it for the end of a delay: the moment before the delay
// is what the benchmarks count from.
type stamped struct {
	clock.System
	at chan time.Time
}

func (s stamped) After(d time.Duration) <-chan time.Time {
	due := s.System.After(d)
	if d >= 20*time.Second { // an idle limit, nothing that ends
		return due
	}
	out := make(chan time.Time, 1)
	go func() {
		now := <-due
		s.at <- time.Now()
		out <- now
	}()
	return out
}

func benchPair(b *testing.B, d fakespeech.Delays) (*Client, stamped) {
	b.Helper()
	s := stamped{at: make(chan time.Time, 1000)}
	fake := fakespeech.StartElevenLabs(b, fakespeech.Options{Clock: s, Delays: d, Characters: 1 << 30, PartialEvery: never})
	c, err := New(Options{BaseURL: fake.URL, Key: fakespeech.Key})
	if err != nil {
		b.Fatal(err)
	}
	return c, s
}

// From the moment the service has its first sound (75 ms after the text came) to the first
// samples handed on.
func BenchmarkTogetherFirstSamples(b *testing.B) {
	for name, speak := range map[string]func(*Client, func([]int16) error) error{
		"http": func(c *Client, write func([]int16) error) error {
			_, err := c.Speak(b.Context(), Utterance{Way: calm, Text: question}, write)
			return err
		},
		"talk": func(c *Client, write func([]int16) error) error {
			talk, err := c.OpenTalk(b.Context(), calm, write)
			if err != nil {
				return err
			}
			if err := talk.Say(b.Context(), question); err != nil {
				return err
			}
			_, err = talk.Finish(b.Context())
			return err
		},
	} {
		b.Run(name, func(b *testing.B) {
			c, s := benchPair(b, fakespeech.Delays{FirstAudio: 75 * time.Millisecond})
			var sum time.Duration
			for b.Loop() {
				first := true
				if err := speak(c, func([]int16) error {
					if first {
						sum += time.Since(<-s.at)
						first = false
					}
					return nil
				}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(sum.Microseconds())/float64(b.N), "µs/first")
		})
	}
}

// From Commit to the transcript, where the service takes 410 ms.
func BenchmarkTogetherCommit(b *testing.B) {
	c, s := benchPair(b, fakespeech.Delays{Commit: 410 * time.Millisecond})
	d, err := c.OpenDictation(b.Context(), DictationOptions{})
	if err != nil {
		b.Fatal(err)
	}
	defer d.Close()
	answer := spoken(3)
	var sum, after time.Duration
	for b.Loop() {
		if err := d.Write(answer); err != nil {
			b.Fatal(err)
		}
		begun := time.Now()
		said, err := d.Commit(b.Context())
		if err != nil || !strings.HasSuffix(said.Text, fakespeech.Heard) {
			b.Fatal(said.Text, err)
		}
		sum += time.Since(begun)
		after += time.Since(<-s.at)
	}
	b.ReportMetric(float64(sum.Microseconds())/float64(b.N)/1000, "ms/commit")
	b.ReportMetric(float64(after.Microseconds())/float64(b.N), "µs/received")
}
