package openaiaudio

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/speech/wave"
)

const (
	// firstSound is how long a server may take to begin: a model that isn't loaded yet, on
	// a computer without a graphics card.
	firstSound = 60 * time.Second
	// nextSound is how long it may pause in the middle.
	nextSound = 15 * time.Second
	// atOnce is how many samples are handed on at most: 85 ms at 24 kHz.
	atOnce = 2048
)

// Speeds that OpenAI and Kokoro-FastAPI take.
const (
	slowest = 0.25
	fastest = 4
)

// Utterance is a text to be spoken.
type Utterance struct {
	Model string
	Voice string
	Text  string
	Speed float64 // 1 is the voice's own; 0 leaves it to the server
}

// Speak has a text spoken and gives the sound to write as it arrives: mono samples and
// their rate in Hz. A piece is write's to keep; while write waits, the server waits. An
// error of write ends it all. Faults are those of the family "audioServer", and Canceled;
// sound that was written before one is good.
func (c *Client) Speak(ctx context.Context, u Utterance, write func(samples []int16, rate int) error) error {
	if strings.TrimSpace(u.Text) == "" {
		return nil
	}
	if c.options.Dialect == WhisperCpp {
		return fmt.Errorf("speak: %w", errUnsupported)
	}
	w, stop := watch(ctx, c.options.Clock)
	defer stop()
	resp, err := c.speech(w, u)
	if err != nil {
		return fmt.Errorf("speak: %w", err)
	}
	defer resp.Body.Close()
	s, err := c.sound(w, u, resp)
	if err == nil {
		err = play(w, s, write)
	}
	if err != nil {
		return fmt.Errorf("speak: %w", err)
	}
	return nil
}

// speech asks for sound without a header, which can be heard soonest, or with one if the
// model refuses; from then on with one at once.
func (c *Client) speech(w watchdog, u Utterance) (*http.Response, error) {
	if _, refuses := c.wave.Load(u.Model); !refuses {
		resp, err := c.spoken(w, u, "pcm")
		if !errors.Is(err, errRejected) {
			return resp, err
		}
	}
	resp, err := c.spoken(w, u, "wav")
	if err == nil {
		c.wave.Store(u.Model, true)
	}
	return resp, err
}

func (c *Client) spoken(w watchdog, u Utterance, format string) (*http.Response, error) {
	v := map[string]any{"model": u.Model, "input": u.Text, "response_format": format}
	if u.Voice != "" {
		v["voice"] = u.Voice
	}
	if u.Speed > 0 {
		v["speed"] = min(max(u.Speed, slowest), fastest)
	}
	body, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("make request: %w", err)
	}
	w.within(firstSound)
	return c.ask(w.ctx, question{http.MethodPost, c.place.root + "/audio/speech", body, "application/json"})
}

// packed are the beginnings of sound that would have to be unpacked: ID3 (MP3), Ogg, FLAC.
var packed = []string{"ID3", "OggS", "fLaC"}

// sound finds out what a server sends: what it says is not always so.
func (c *Client) sound(w watchdog, u Utterance, resp *http.Response) (*wave.Stream, error) {
	kind, parameters, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	body := bufio.NewReaderSize(resp.Body, 4*atOnce)
	head, err := body.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, lost(w.ctx, err)
	}
	begins := func(magic string) bool { return strings.HasPrefix(string(head), magic) }
	switch {
	case begins("RIFF"):
		return opened(w, body)
	case kind == "application/json", strings.HasPrefix(kind, "text/"):
		reply, err := io.ReadAll(io.LimitReader(body, maxRefusal))
		if err != nil {
			return nil, lost(w.ctx, err)
		}
		return nil, instead(reply)
	case slices.ContainsFunc(packed, begins), kind == "audio/mpeg", kind == "audio/ogg", kind == "audio/aac", kind == "audio/flac":
		return nil, errUnsupported
	}
	return wave.Raw(body, c.rate(u.Model, parameters["rate"])), nil
}

func opened(w watchdog, body io.Reader) (*wave.Stream, error) {
	s, err := wave.Open(body)
	switch {
	case w.ctx.Err() != nil:
		return nil, lost(w.ctx, w.ctx.Err())
	case err != nil:
		return nil, errBadReply
	}
	return s, nil
}

// rate is the samples per second of sound without a header.
func (c *Client) rate(model, said string) int {
	if n, err := strconv.Atoi(said); err == nil && n >= 8000 && n <= 192000 {
		return n
	}
	if n := c.options.Rates[model]; n > 0 {
		return n
	}
	return defaultRate
}

// play hands a stream on until it ends.
func play(w watchdog, s *wave.Stream, write func([]int16, int) error) error {
	buf := make([]int16, atOnce)
	heard := false
	for {
		w.within(nextSound)
		n, err := s.Next(buf)
		w.within(0)
		switch {
		case errors.Is(err, io.EOF) && heard:
			return nil
		case errors.Is(err, io.EOF):
			return errBadReply
		case err != nil:
			return lost(w.ctx, err)
		}
		heard = true
		if err := write(slices.Clone(buf[:n]), s.Rate()); err != nil { // a loudspeaker plays it later
			return fmt.Errorf("hand on sound: %w", err)
		}
		if w.ctx.Err() != nil {
			return lost(w.ctx, w.ctx.Err())
		}
	}
}
