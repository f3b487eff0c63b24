package elevenlabs

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

const (
	dictationAlive = 10 * time.Second // without sound, before an empty piece says that we are there

	// A commit with less than 0.3 s of sound is ignored by the service, which also begins
	// to listen only when it has had 2 s: silence is added up to there.
	shortestCommit  = 3 * SampleRate / 10
	shortestSession = 2 * SampleRate

	pauseWorth   = 20 * SampleRate  // of sound not committed, from which on Pause commits
	forcedCommit = 80 * SampleRate  // the service commits by itself at 90 s, wherever it is
	serverCommit = 90 * SampleRate  // where it does so
	mostQueued   = 120 * SampleRate // of sound that doesn't get through
)

// Dictation writes down what is said while it is said, over one WebSocket. Write takes the
// sound, Pause is told of silences, Commit gives the transcript. It is for one answer; times
// count from its first sample.
type Dictation struct {
	client *Client
	socket *socket
	heard  func(text string)
	parts  func(settled, guess string)
	done   chan struct{} // closed when nothing comes any more
	wake   chan struct{} // there may be something to send

	mu      sync.Mutex // never held while something is sent or heard is called
	outbox  outbox
	inbox   inbox
	failure error
	changed chan struct{} // closed and replaced when Commit should look again
}

// DictationOptions are what a dictation begins with. All may be empty.
type DictationOptions struct {
	Hints
	// Before is what was said just before, for instance the question's end. Its last 49
	// characters are used.
	Before string
	// Heard is called with everything understood so far, its last part a guess that the
	// next call may change. Calls come one after another, and must return soon.
	Heard func(text string)
	// Parts is called along with Heard, with what was committed and the guess that follows it.
	Parts func(settled, guess string)
}

// OpenDictation connects and returns when the service is ready to listen. ctx bounds the
// whole dictation.
//
// Faults, here and later: invalidKey, missingPermission, quotaExceeded, termsNotAccepted,
// tooManyAtOnce, busy, outOfOrder, refused, badReply, cutOff, stalled (no transcript 15 s
// after a commit), sessionEnded, unreachable, Canceled.
func (c *Client) OpenDictation(ctx context.Context, o DictationOptions) (*Dictation, error) {
	query := url.Values{
		"model_id": {LiveModel}, "audio_format": {fmt.Sprintf("pcm_%d", SampleRate)},
		"commit_strategy": {"manual"}, "include_timestamps": {"true"}, "no_verbatim": {"false"},
	}
	if o.Language != "" {
		query.Set("language_code", o.Language)
	}
	if terms := o.terms(50); len(terms) > 0 {
		query["keyterms"] = terms
	}
	s, err := c.dial(ctx, "/v1/speech-to-text/realtime", query, "speech_to_text")
	if err != nil {
		return nil, fmt.Errorf("open dictation: %w", err)
	}
	d := &Dictation{
		client: c, socket: s, heard: o.Heard, parts: o.Parts,
		done: make(chan struct{}), wake: make(chan struct{}, 1), changed: make(chan struct{}),
	}
	d.outbox = outbox{before: ending(o.Before, 49), lastSent: c.clock.Now()}
	if err := d.begin(); err != nil {
		s.close()
		return nil, fmt.Errorf("open dictation: %w", err)
	}
	c.made(made(s.header).Made)
	go d.listen()
	go d.speak()
	go c.keepAlive(d.done, dictationAlive, d.sentAt, d.breathe)
	return d, nil
}

// begin waits until the service is ready. A key that may not is told only now.
func (d *Dictation) begin() error {
	for {
		var f heardFrame
		if err := d.socket.receive(&f); err != nil {
			return unexpected(err)
		}
		if f.Type == "session_started" {
			d.socket.watch.rest()
			return nil
		}
		if err := d.trouble(f); err != nil {
			return err
		}
	}
}

// ending is the end of a text, at most n characters, beginning with a word.
func ending(text string, n int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= n {
		return string(runes)
	}
	_, rest, _ := strings.Cut(string(runes[len(runes)-n:]), " ")
	return rest
}

// Write takes the next samples (mono, SampleRate). It never waits for the network; samples
// may be used again when it returns. It answers with what ended the dictation, if
// something did.
func (d *Dictation) Write(samples []int16) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.failure != nil {
		return d.failure
	}
	d.outbox.add(samples)
	if len(d.outbox.queue) > mostQueued {
		d.fail(stalled())
		d.socket.watch.stop() // ends the reader, which closes
		return d.failure
	}
	if d.outbox.taken-d.outbox.marked >= forcedCommit {
		d.outbox.mark()
	}
	d.stir()
	return nil
}

// Pause says that nobody speaks at the moment. Where enough was said since the last time,
// it is committed, in the background: an answer that goes on for longer than 90 s would
// otherwise be cut by the service in the middle of a word.
func (d *Dictation) Pause() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.failure == nil && d.outbox.taken-d.outbox.marked >= pauseWorth {
		d.outbox.mark()
		d.stir()
	}
}

// Commit says that what was written is to be transcribed now, and returns the transcript
// of everything since the beginning when it is there. Further samples may follow, and
// another Commit. With an error comes what was understood until then.
func (d *Dictation) Commit(ctx context.Context) (transcript.Transcript, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.failure == nil {
		d.outbox.mark()
		d.stir()
	}
	for d.failure == nil && (d.outbox.pending() || d.inbox.pending()) {
		changed := d.changed
		d.mu.Unlock()
		select {
		case <-changed:
		case <-ctx.Done():
		}
		d.mu.Lock()
		if ctx.Err() != nil && d.failure == nil {
			return d.whole(), fmt.Errorf("commit dictation: %w", canceled(ctx))
		}
	}
	if d.failure != nil {
		return d.whole(), fmt.Errorf("commit dictation: %w", d.failure)
	}
	return d.whole(), nil
}

// Close ends the dictation at once; what wasn't committed is lost. Closing twice is fine.
func (d *Dictation) Close() {
	d.mu.Lock()
	d.fail(sessionEnded())
	d.mu.Unlock()
	d.socket.close()
}

// Done is closed when the dictation is over, for whatever reason.
func (d *Dictation) Done() <-chan struct{} { return d.done }

// fail records why it is over; the first reason counts. The caller holds the mutex.
func (d *Dictation) fail(err error) {
	if d.failure == nil {
		d.failure = err
		d.tell()
	}
}

// tell makes Commit look again. The caller holds the mutex.
func (d *Dictation) tell() {
	close(d.changed)
	d.changed = make(chan struct{})
}

// stir makes the sender look again.
func (d *Dictation) stir() {
	select {
	case d.wake <- struct{}{}:
	default:
	}
}

// whole is the transcript so far. The caller holds the mutex.
func (d *Dictation) whole() transcript.Transcript {
	return d.inbox.whole(&d.outbox)
}

func (d *Dictation) sentAt() time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.outbox.lastSent
}

// breathe keeps the session alive while there is no sound, as when the microphone is muted.
func (d *Dictation) breathe() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.outbox.lastSent = d.client.clock.Now()
	d.outbox.breath = true
	d.stir()
}

// speak sends what there is to send, in order.
func (d *Dictation) speak() {
	for {
		d.mu.Lock()
		next, some := d.outbox.next(d.client.clock.Now())
		d.mu.Unlock()
		if !some {
			select {
			case <-d.wake:
				continue
			case <-d.done:
				return
			}
		}
		if next.Commit {
			d.socket.watch.beat()
		}
		if d.socket.send(d.socket.watch.ctx, next) != nil {
			return // the reader hears why
		}
	}
}
