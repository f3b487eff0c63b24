package elevenlabs

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// talkAlive is how often a talk says that it is still there: the service ends one that has
// had no text for 20 s.
const talkAlive = 15 * time.Second

// Talk speaks sentences while somebody still thinks of the next ones, over one WebSocket
// (stream-input). It is for one turn: it ends with Finish, or with Cancel when the other
// side begins to speak. Reopen makes the next one.
type Talk struct {
	client *Client
	way    Way
	rate   int
	write  func([]int16) error
	socket *socket
	done   chan struct{} // closed when nothing comes any more

	sending  sync.Mutex // keeps messages in order
	lastSent time.Time

	mu       sync.Mutex // never held while something is sent or handed on
	finished bool       // the end was sent
	over     bool       // no more sound is handed on
	failure  error
	said     Spoken
	words    speller
	text     bool // something was said
}

// OpenTalk connects. Samples are handed to write as they come, from one goroutine and in
// pieces of at most a tenth of a second; a piece is write's to keep, and an error of it
// ends the talk. ctx bounds the whole talk: when it ends, so does the sound. The rate is
// the best the plan gave to Speak before, or gives now: see Rate.
//
// Faults, here and later: those of Speak, and elevenlabs.sessionEnded.
func (c *Client) OpenTalk(ctx context.Context, way Way, write func(samples []int16) error) (*Talk, error) {
	way, err := way.checked()
	if err != nil {
		return nil, err
	}
	t, err := atBestRate(c, true, func(rate int) (*Talk, error) {
		return c.talkAt(ctx, way, rate, write)
	})
	if err != nil {
		return nil, fmt.Errorf("open talk: %w", lacking(err))
	}
	return t, nil
}

func (c *Client) talkAt(ctx context.Context, way Way, rate int, write func([]int16) error) (*Talk, error) {
	query := url.Values{
		"model_id": {way.Model}, "output_format": {"pcm_" + strconv.Itoa(rate)},
		// whole sentences are spoken as they come, without waiting for more
		"auto_mode":      {"true"},
		"sync_alignment": {"true"},
	}
	if way.Language != "" {
		query.Set("language_code", way.Language)
	}
	s, err := c.dial(ctx, "/v1/text-to-speech/"+way.Voice+"/stream-input", query, "text_to_speech")
	if err != nil {
		return nil, err
	}
	s.watch.rest()
	t := &Talk{client: c, way: way, rate: rate, write: write, socket: s, done: make(chan struct{}), lastSent: c.clock.Now()}
	t.said = made(s.header)
	t.said.Rate = rate
	// The first message has to be a space; a voice can't be set later.
	if err := s.send(ctx, talkText{Text: " ", Settings: way.Settings.sent()}); err != nil {
		s.close()
		return nil, unexpected(err)
	}
	if t.said.Made != (Made{}) {
		c.made(t.said.Made)
	}
	go t.listen()
	go c.keepAlive(t.done, talkAlive, t.sentAt, t.breathe)
	return t, nil
}

// talkText is what a talk sends.
type talkText struct {
	Text     string    `json:"text"`
	Settings *Settings `json:"voice_settings,omitempty"`
}

// Rate is that of the samples, in Hz.
func (t *Talk) Rate() int { return t.rate }

// Say speaks a sentence. Whole sentences sound best: what is handed in separately is
// spoken separately. One without words is passed over.
func (t *Talk) Say(ctx context.Context, sentence string) error {
	sentence = strings.Join(strings.Fields(sentence), " ")
	if sentence == "" {
		return t.state() // an empty text would be the end of the talk
	}
	if err := t.way.fits(sentence); err != nil {
		return err
	}
	t.sending.Lock()
	defer t.sending.Unlock()
	if err := t.state(); err != nil {
		return err
	}
	if t.asked() {
		return sessionEnded()
	}
	t.mu.Lock()
	t.text = true
	t.mu.Unlock()
	t.socket.watch.beat()
	// Without a space at its end the sentence would grow together with the next one.
	return t.put(ctx, sentence+" ")
}

// put needs the sending lock.
func (t *Talk) put(ctx context.Context, text string) error {
	t.lastSent = t.client.clock.Now()
	err := t.socket.send(ctx, talkText{Text: text})
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return err
	}
	select { // the reader knows better why it broke
	case <-t.done:
		return t.state()
	case <-ctx.Done():
		return canceled(ctx)
	}
}

// Finish says that there are no more sentences and returns when the last sound was handed
// on. If ctx ends first, the talk is cancelled.
func (t *Talk) Finish(ctx context.Context) (Spoken, error) {
	err := t.close(ctx)
	if err != nil && ctx.Err() == nil {
		return t.Spoken(), err
	}
	select {
	case <-t.done:
	case <-ctx.Done():
		return t.Cancel(), fmt.Errorf("finish talk: %w", canceled(ctx))
	}
	return t.Spoken(), t.state()
}

// close sends the end, once.
func (t *Talk) close(ctx context.Context) error {
	t.sending.Lock()
	defer t.sending.Unlock()
	if t.state() != nil || t.asked() {
		return nil
	}
	t.mu.Lock()
	t.finished = true
	t.mu.Unlock()
	t.socket.watch.beat()
	return t.put(ctx, "")
}

// Cancel ends the talk at once, for when it is interrupted: once Cancel returned, no
// further call of write begins. It may be called from write, and more than once.
func (t *Talk) Cancel() Spoken {
	t.end(sessionEnded())
	t.socket.close()
	return t.Spoken()
}

// Reopen connects again in the same way, whatever became of this talk.
func (t *Talk) Reopen(ctx context.Context) (*Talk, error) {
	return t.client.OpenTalk(ctx, t.way, t.write)
}

// Done is closed when nothing comes any more.
func (t *Talk) Done() <-chan struct{} { return t.done }

// Spoken is what was handed on so far.
func (t *Talk) Spoken() Spoken {
	t.mu.Lock()
	defer t.mu.Unlock()
	said := t.said
	// The times of a whole sentence may come with its first piece of sound.
	said.Words = slices.DeleteFunc(t.words.all(), func(w transcript.Word) bool { return w.StartMs >= said.Millis() })
	return said
}

// state is why the talk is over, or nil.
func (t *Talk) state() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if own, mine := errors.AsType[errWrite](t.failure); mine {
		return own.error
	}
	return t.failure
}

// end records why the talk is over; the first reason counts, nil is a good end.
func (t *Talk) end(why error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.over {
		t.over, t.failure = true, why
	}
}

func (t *Talk) sentAt() time.Time {
	t.sending.Lock()
	defer t.sending.Unlock()
	return t.lastSent
}

// breathe keeps the talk alive.
func (t *Talk) breathe() {
	t.sending.Lock()
	defer t.sending.Unlock()
	t.lastSent = t.client.clock.Now()
	if !t.asked() && t.state() == nil {
		_ = t.socket.send(t.socket.watch.ctx, talkText{Text: " "}) // if it broke, the reader hears of it
	}
}

// keepAlive calls ping whenever nothing was sent for a while; ping counts as sent.
func (c *Client) keepAlive(done <-chan struct{}, every time.Duration, last func() time.Time, ping func()) {
	for {
		wait := every - c.clock.Now().Sub(last())
		if wait <= 0 {
			ping()
			continue
		}
		select {
		case <-done:
			return
		case <-c.clock.After(wait):
		}
	}
}

// unexpected makes a fault of a close that wasn't a complaint.
func unexpected(err error) error {
	if errors.Is(err, errClosed) {
		return sessionEnded()
	}
	return err
}

// talkFrame is what a talk receives. The published description says isFinal in one place
// and is_final in another.
type talkFrame struct {
	Audio      []byte     `json:"audio"` // base64
	Alignment  *alignment `json:"alignment"`
	Normalized *alignment `json:"normalizedAlignment"`
	Final      bool       `json:"isFinal"`
	Final2     bool       `json:"is_final"`
	Error      string     `json:"error"`
	Message    string     `json:"message"`
	Code       int        `json:"code"`
}

// listen reads until the talk is over.
func (t *Talk) listen() {
	defer close(t.done)
	defer t.socket.close()
	var whole joiner
	for {
		var f talkFrame
		err := t.socket.receive(&f)
		if err == nil && (f.Error != "" || f.Code != 0) {
			err = t.socket.complaint(f.Error, f.Message)
		}
		if err == nil {
			err = t.hear(f, &whole)
		}
		if err != nil {
			t.end(t.verdict(err, whole.holds))
			return
		}
	}
}

// errFinal is the end of a talk as it should be.
var errFinal = errors.New("everything was said")

// verdict says what the end of the reading means.
func (t *Talk) verdict(err error, half bool) error {
	asked := t.asked()
	final := errors.Is(err, errFinal) || errors.Is(err, errClosed) && asked
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case !final:
		return unexpected(err)
	case half:
		return cutOff(errors.New("half a sample"))
	case t.text && t.said.Samples == 0:
		return badReply("answer without sound")
	}
	return nil
}

// asked reports whether the end was asked for.
func (t *Talk) asked() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.finished
}

// hear takes one frame.
func (t *Talk) hear(f talkFrame, whole *joiner) error {
	w := t.socket.watch
	w.rest() // whoever plays the sound may take as long as it lasts
	t.mu.Lock()
	at := t.said.Millis()
	if f.Alignment == nil {
		f.Alignment = f.Normalized
	}
	if f.Alignment != nil {
		t.words.add(*f.Alignment, at)
	}
	t.mu.Unlock()
	if err := t.hand(whole.samples(f.Audio)); err != nil {
		return err
	}
	if t.asked() {
		if f.Final || f.Final2 {
			return errFinal
		}
		w.beat()
	}
	return nil
}

// hand gives the sound on in pieces, so that an interruption is heard soon.
func (t *Talk) hand(samples []int16) error {
	for most := t.rate / 10; len(samples) > 0; {
		piece := samples[:min(most, len(samples))]
		samples = samples[len(piece):]
		if t.isOver() {
			return errors.New("cancelled")
		}
		if err := t.write(piece); err != nil {
			return errWrite{err}
		}
		t.mu.Lock()
		t.said.Samples += len(piece)
		t.mu.Unlock()
	}
	return nil
}

func (t *Talk) isOver() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.over && t.socket.watch.outer.Err() != nil {
		t.over, t.failure = true, canceled(t.socket.watch.outer)
	}
	return t.over
}
