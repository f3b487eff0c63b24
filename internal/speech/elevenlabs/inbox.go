package elevenlabs

import (
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

const (
	timesWithin  = time.Second            // after a text, for its times to come
	throttleWait = 500 * time.Millisecond // before a commit that was throttled is repeated
	throttleMost = 3
	quietWait    = 2 * time.Second // after a complaint about silence, for words to come all the same
	slack        = SampleRate / 2  // by which times of words may be off
)

// heardFrame is what a dictation receives.
type heardFrame struct {
	Type     string `json:"message_type"`
	Text     string `json:"text"`
	Language string `json:"language_code"`
	Items    []item `json:"words"`
	Error    string `json:"error"`
}

// segment is the answer to one commit. With include_timestamps the service answers twice:
// with the text, then with the text and the times. Both belong to one segment.
type segment struct {
	begin, end int // positions
	text       string
	items      []item
	plain      bool // the text came
	timed      bool // the times came
	settled    bool // nothing more is waited for
}

// inbox is what a dictation has understood.
type inbox struct {
	segments  []*segment
	boundary  int // position where the next segment begins
	guess     string
	language  string
	throttled int
}

func (b *inbox) pending() bool {
	for _, s := range b.segments {
		if !s.settled {
			return true
		}
	}
	return false
}

// add begins a segment: that of the oldest commit without an answer, or one the service
// made by itself.
func (b *inbox) add(text string, o *outbox) *segment {
	s := &segment{begin: b.boundary, text: text}
	if len(o.asked) > 0 {
		s.end, o.asked, o.again = o.asked[0], o.asked[1:], 0
	} else {
		s.end = min(o.sent(), s.begin+serverCommit)
	}
	b.boundary = max(s.end, s.begin)
	b.guess, b.throttled = "", 0
	b.segments = append(b.segments, s)
	return s
}

// plainText takes committed_transcript.
func (b *inbox) plainText(text string, o *outbox) *segment {
	for _, s := range b.segments {
		if !s.plain && s.text == text {
			s.plain = true // its times were faster
			return s
		}
	}
	s := b.add(text, o)
	s.plain, s.settled = true, strings.TrimSpace(text) == ""
	return s
}

// timedText takes committed_transcript_with_timestamps. Whatever came before it is settled:
// answers keep their order.
func (b *inbox) timedText(f heardFrame, o *outbox) {
	var mine *segment
	for _, s := range b.segments {
		if !s.timed && s.text == f.Text {
			mine = s
			break
		}
	}
	if mine == nil {
		mine = b.add(f.Text, o)
	}
	mine.timed, mine.items = true, f.Items
	for _, s := range b.segments {
		s.settled = true
		if s == mine {
			break
		}
	}
	if code := language(f.Language); code != "" {
		b.language = code
	}
}

// nothing settles the oldest commit without an answer as one in which nothing was said.
func (b *inbox) nothing(o *outbox) {
	s := b.add("", o)
	s.plain, s.timed, s.settled = true, true, true
}

// understood is everything that was.
type understood struct{ settled, guess string }

func (u understood) whole() string { return strings.TrimSpace(u.settled + " " + u.guess) }

// sofar is everything understood, committed and guessed.
func (b *inbox) sofar() understood {
	var texts []string
	for _, s := range b.segments {
		texts = append(texts, s.text)
	}
	return understood{tidy(strings.Join(texts, " ")), tidy(b.guess)}
}

func tidy(text string) string { return strings.Join(strings.Fields(text), " ") }

// whole puts the segments together, with times from the beginning of what came from outside.
func (b *inbox) whole(o *outbox) transcript.Transcript {
	out := transcript.Transcript{
		Words: []transcript.Word{}, Language: b.language, KeepsFillers: true,
		Source: transcript.Source{Provider: provider, Model: LiveModel},
	}
	var texts []string
	timed, own := true, b.countsAnew()
	for _, s := range b.segments {
		part := writtenDown(s.text, s.items)
		if part.Text == "" {
			continue
		}
		base := 0
		if own {
			base = s.begin
		}
		for i := range part.Words {
			if w := &part.Words[i]; part.Timed {
				w.StartMs = millis(o.outside(base+inSamples(w.StartMs)), SampleRate)
				w.EndMs = millis(o.outside(base+inSamples(w.EndMs)), SampleRate)
			}
		}
		timed = timed && part.Timed
		texts, out.Words = append(texts, part.Text), append(out.Words, part.Words...)
	}
	out.Text, out.Timed = strings.Join(texts, " "), timed && len(out.Words) > 0
	return out
}

func inSamples(ms int) int { return ms * (SampleRate / 1000) }

// countsAnew finds out whether the times of each segment begin at 0. The documentation
// doesn't say; those who use the service see times from the beginning of the session
// (elevenlabs-python#849), which is taken where both are possible. A word before its own
// segment shows the one, a word later than its segment is long shows the other.
func (b *inbox) countsAnew() bool {
	anew, through := 0, 0
	for _, s := range b.segments {
		words, timed := spokenWords(s.items)
		if !timed || s.begin == 0 {
			continue
		}
		if inSamples(words[0].StartMs) < s.begin-slack {
			anew++
		}
		if inSamples(words[len(words)-1].EndMs) > s.end-s.begin+slack {
			through++
		}
	}
	return anew > through
}

// listen reads until the dictation is over.
func (d *Dictation) listen() {
	defer close(d.done)
	defer d.socket.close()
	for {
		var f heardFrame
		err := d.socket.receive(&f)
		if err == nil {
			err = d.take(f)
		}
		if err != nil {
			d.mu.Lock()
			d.fail(unexpected(err))
			d.mu.Unlock()
			return
		}
	}
}

// take takes one frame; an error ends the dictation.
func (d *Dictation) take(f heardFrame) error {
	d.mu.Lock()
	before := d.inbox.sofar()
	switch f.Type {
	case "partial_transcript":
		d.inbox.guess = f.Text
	case "committed_transcript":
		if s := d.inbox.plainText(f.Text, &d.outbox); !s.settled {
			go d.waitForTimes(s)
		}
	case "committed_transcript_with_timestamps":
		d.inbox.timedText(f, &d.outbox)
	default:
		if err := d.trouble(f); err != nil {
			d.mu.Unlock()
			return err
		}
	}
	d.look()
	after := d.inbox.sofar()
	d.mu.Unlock()
	if d.heard != nil && after.whole() != before.whole() {
		d.heard(after.whole())
	}
	if d.parts != nil && after != before {
		d.parts(after.settled, after.guess)
	}
	return nil
}

// look tells Commit, and rests the watch while no answer is due. The caller holds the mutex.
func (d *Dictation) look() {
	d.tell()
	if d.outbox.pending() || d.inbox.pending() {
		d.socket.watch.beat()
	} else {
		d.socket.watch.rest()
	}
}

// waitForTimes goes on without the times if they don't come.
func (d *Dictation) waitForTimes(s *segment) {
	select {
	case <-d.client.clock.After(timesWithin):
	case <-d.done:
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if !s.settled {
		s.settled = true
		d.look()
	}
}

// trouble reads the messages that say what is wrong: in their type, or in the error of one
// whose type says no more. Two are no trouble where a commit waits for its answer. Unknown
// types without an error are for later versions. The caller holds the mutex, or is alone yet.
func (d *Dictation) trouble(f heardFrame) error {
	name := strings.TrimPrefix(f.Type, "scribe_")
	if !told(name) {
		if f.Error == "" && name != "error" {
			return nil
		}
		name = strings.TrimPrefix(f.Error, "scribe_")
	}
	switch name {
	case "insufficient_audio_activity":
		// It isn't said whether this is the answer to a commit or about the session: what
		// comes decides, and if nothing does, nothing was said.
		d.unlessAnswered(quietWait, func() { d.inbox.nothing(&d.outbox) })
		return nil
	case "commit_throttled":
		d.throttle()
		return nil
	}
	trouble := d.socket.complaint(name, f.Error)
	if trouble.Key == refused(policy).Key && !told(name) {
		return outOfOrder() // an error without a name we know is the service's own
	}
	return trouble
}

// told reports whether the name of a message says enough by itself.
func told(name string) bool {
	switch name {
	case "insufficient_audio_activity", "commit_throttled", "input_error", "invalid_request", "chunk_size_exceeded":
		return true
	}
	return byWord[name] != nil
}

// throttle repeats a commit that was ignored, a little later. One that is ignored because
// the service has just committed by itself has nothing left to say. The caller holds the
// mutex.
func (d *Dictation) throttle() {
	if len(d.outbox.asked) == 0 {
		return
	}
	d.inbox.throttled++
	if d.inbox.throttled > throttleMost || d.outbox.asked[0]-d.inbox.boundary < shortestCommit {
		d.inbox.nothing(&d.outbox)
		return
	}
	d.unlessAnswered(throttleWait<<(d.inbox.throttled-1), func() {
		d.outbox.again++
		d.stir()
	})
}

// unlessAnswered does something after a while, if the oldest commit has no answer by then.
// The caller holds the mutex, and so does what is done.
func (d *Dictation) unlessAnswered(wait time.Duration, do func()) {
	if len(d.outbox.asked) == 0 {
		return
	}
	commit := d.outbox.asked[0]
	late := d.client.clock.After(wait)
	go func() {
		select {
		case <-late:
		case <-d.done:
			return
		}
		d.mu.Lock()
		defer d.mu.Unlock()
		if asked := d.outbox.asked; len(asked) > 0 && asked[0] == commit {
			do()
			d.look()
		}
	}()
}
