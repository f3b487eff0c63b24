package elevenlabs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// Utterance is a text to be said at once.
type Utterance struct {
	Way
	Text string
	// Previous is what was said just before, so that the melody goes on. It isn't spoken.
	Previous string
	// Began, if set, hears the rate of the samples in Hz before the first of them. Without
	// it only 24,000 Hz will do; with it 22,050 and 16,000 are tried on plans that don't
	// give more.
	Began func(rate int)
}

// Spoken is what came of a text, also of one that was cut off.
type Spoken struct {
	Rate       int // Hz
	Samples    int // delivered
	Characters int // that were charged, as far as the service says
	Made       Made
	// Words are those that begin in the delivered sound, with times in milliseconds from its
	// beginning. Only a Talk has them.
	Words []transcript.Word
}

// Millis is how long the delivered sound lasts.
func (s Spoken) Millis() int {
	if s.Rate == 0 {
		return 0
	}
	return millis(s.Samples, s.Rate)
}

// errWrite marks an error of whoever takes the sound, which is passed on as it is.
type errWrite struct{ error }

func (e errWrite) Unwrap() error { return e.error }

// Speak says a text and calls write with its sound, piece by piece as it arrives; a piece
// is write's to keep. An error of write ends the call and is returned. A text without
// words says nothing, without a request.
//
// The faults that can come after sound was delivered are elevenlabs.cutOff, .stalled (no
// sound for 15 s) and Canceled; Spoken then says how much there was. Nothing is tried
// again once there was a sound. Further faults: badVoiceId, badSpeed, textTooLong,
// invalidKey, missingPermission, quotaExceeded, planTooSmall, unusualActivity,
// tooManyAtOnce, busy, outOfOrder, voiceNotFound, modelNotFound, refused, badReply,
// unreachable.
func (c *Client) Speak(ctx context.Context, u Utterance, write func(samples []int16) error) (Spoken, error) {
	way, err := u.checked()
	if err != nil {
		return Spoken{}, err
	}
	u.Way = way
	if err := way.fits(u.Text); err != nil || onlySpace(u.Text) {
		return Spoken{}, err
	}
	said, err := atBestRate(c, u.Began != nil, func(rate int) (Spoken, error) {
		return c.speakAt(ctx, u, rate, write)
	})
	if own, mine := errors.AsType[errWrite](err); mine {
		return said, own.error
	}
	if err != nil {
		return said, fmt.Errorf("synthesise speech: %w", err)
	}
	return said, nil
}

// atBestRate begins to speak at the best rate the plan gives, and remembers which that is.
// The first refusal is the one that counts if lower rates are refused as well: then it
// wasn't about the rate.
func atBestRate[T any](c *Client, anyRate bool, speak func(rate int) (T, error)) (T, error) {
	if !anyRate {
		return speak(rates[0])
	}
	first := int(c.rate.Load())
	said, refusal := speak(rates[first])
	if !aboutRate(refusal) {
		return said, refusal
	}
	for i := first + 1; i < len(rates); i++ {
		said, err := speak(rates[i])
		if err == nil {
			c.rate.Store(int32(i))
		}
		if !aboutRate(err) {
			return said, err
		}
	}
	return said, refusal
}

// aboutRate reports whether a lower rate may help: a plan is too small for this one, or
// the request was found invalid (a model may lack a format).
func aboutRate(err error) bool {
	if err == nil {
		return false
	}
	f := fault.Of(err)
	return f.Key == planTooSmall().Key || f.Key == refused(0).Key && f.Field == "output_format"
}

// speech is the body of a request. Unset fields stay out of it.
type speech struct {
	Text     string    `json:"text"`
	Model    string    `json:"model_id"`
	Language string    `json:"language_code,omitempty"`
	Settings *Settings `json:"voice_settings,omitempty"`
	Previous string    `json:"previous_text,omitempty"`
}

func (c *Client) speakAt(ctx context.Context, u Utterance, rate int, write func([]int16) error) (Spoken, error) {
	body, err := json.Marshal(speech{u.Text, u.Model, u.Language, u.Settings.sent(), u.Previous})
	if err != nil {
		return Spoken{}, fmt.Errorf("write request: %w", err)
	}
	r, err := c.do(ctx, call{
		method: http.MethodPost, path: "/v1/text-to-speech/" + u.Voice + "/stream",
		query: url.Values{"output_format": {"pcm_" + strconv.Itoa(rate)}},
		kind:  "application/json", body: body, need: "text_to_speech",
	})
	if err != nil {
		return Spoken{}, lacking(err)
	}
	defer r.close()
	if err := c.isSound(r, "text_to_speech"); err != nil {
		return Spoken{}, err
	}
	said := made(r.Header)
	said.Rate = rate
	c.made(said.Made)
	if u.Began != nil {
		u.Began(rate)
	}
	err = deliver(r, &said, write)
	return said, err
}

// lacking makes "not found" exact: a voice is all that a request for speech names in its
// address.
func lacking(err error) error {
	if f := fault.Of(err); f.Key == notFound().Key {
		return voiceNotFound()
	}
	return err
}

// made reads what the service says about a request in its headers. The history item's id
// isn't in its API description, but is sent.
func made(h http.Header) Spoken {
	s := Spoken{Made: Made{RequestID: h.Get("request-id"), HistoryItemID: h.Get("history-item-id")}}
	for _, name := range []string{"character-cost", "x-character-count"} {
		if n, err := strconv.Atoi(h.Get(name)); err == nil {
			s.Characters = n
			break
		}
	}
	return s
}

// deliver hands the sound on as it comes.
func deliver(r reply, said *Spoken, write func([]int16) error) error {
	var whole joiner
	piece := make([]byte, 16<<10)
	for {
		n, err := watchedBody{r}.Read(piece)
		if samples := whole.samples(piece[:n]); len(samples) > 0 {
			if r.watch.outer.Err() != nil {
				return canceled(r.watch.outer)
			}
			r.watch.rest() // whoever plays the sound may take as long as it lasts
			if err := write(samples); err != nil {
				return errWrite{err}
			}
			r.watch.beat()
			said.Samples += len(samples)
		}
		switch {
		case errors.Is(err, io.EOF) && whole.holds:
			return cutOff(io.ErrUnexpectedEOF)
		case errors.Is(err, io.EOF) && said.Samples == 0:
			return badReply("answer without sound")
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return r.watch.why(cutOff(err))
		}
	}
}
