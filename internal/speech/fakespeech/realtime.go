package fakespeech

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/coder/websocket"

	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

const (
	autoCommit    = 90      // seconds of sound that are committed without being asked
	maxKeyterms   = 50      // LiveKit's client states this limit
	maxPrevious   = 50      // characters of previous_text
	maxSoundPiece = 1 << 20 // bytes; the real limit isn't documented
	leastCommit   = 0.3     // seconds of sound without which a commit is refused
)

// live is one realtime transcription.
type live struct {
	*socket
	query    url.Values
	rate     int     // Hz of what comes in
	pcm      []int16 // of the segment, at HeardRate
	before   float64 // seconds in segments that are committed
	partials int     // of this segment
	shown    int     // samples of the segment the last partial covered
	pieces   int     // with sound in them
	quiet    int     // samples of silence at the end of the segment
}

// realtimeQuery are the parameters of the socket.
var realtimeQuery = []string{
	"model_id", "audio_format", "commit_strategy", "language_code", "include_timestamps", "keyterms", "no_verbatim", "enable_logging",
	"include_language_detection", "vad_silence_threshold_secs", "vad_threshold", "min_speech_duration_ms", "min_silence_duration_ms",
}

// realtime is the socket /v1/speech-to-text/realtime.
func (e *ElevenLabs) realtime(x *visit) {
	s := e.open(x)
	if s == nil {
		return
	}
	l := &live{socket: s, query: x.r.URL.Query()}
	if !l.admit(x.r) {
		return
	}
	l.write(fields{"message_type": "session_started", "session_id": e.newID("session"), "config": l.config()})
	var over <-chan time.Time
	if e.options.SessionLimit > 0 {
		over = e.options.Clock.After(e.options.SessionLimit)
	}
	for l.step(over) {
	}
}

// admit checks the key and the address.
func (l *live) admit(r *http.Request) bool {
	if p := l.e.forbids(r, "speech_to_text"); p != nil {
		l.end("auth_error", p.message)
		return false
	}
	if wrong := l.wrong(); wrong != "" {
		l.end("input_error", wrong)
		return false
	}
	return true
}

// wrong says what of the address the server wouldn't take.
func (l *live) wrong() string {
	for name := range l.query {
		if !slices.Contains(realtimeQuery, name) {
			return "unknown parameter " + name
		}
	}
	format := l.query.Get("audio_format")
	if format == "" {
		format = "pcm_16000"
	}
	l.rate, _ = strconv.Atoi(strings.TrimPrefix(format, "pcm_"))
	q := l.query.Get
	switch {
	case q("model_id") != "scribe_v2_realtime":
		return "model_id must be scribe_v2_realtime"
	case !slices.Contains([]int{8000, 16000, 22050, 24000, 44100, 48000}, l.rate):
		return "unsupported audio_format " + format
	case !slices.Contains([]string{"", "manual", "vad"}, q("commit_strategy")):
		return "commit_strategy must be manual or vad"
	case len(l.query["keyterms"]) > maxKeyterms:
		return "too many keyterms"
	case !between(q("vad_silence_threshold_secs"), 0.3, 3), !between(q("vad_threshold"), 0.1, 0.9),
		!between(q("min_speech_duration_ms"), 50, 2000), !between(q("min_silence_duration_ms"), 50, 2000):
		return "a vad parameter is out of range"
	}
	return ""
}

func (l *live) config() fields {
	strategy := l.query.Get("commit_strategy")
	if strategy == "" {
		strategy = "manual"
	}
	return fields{
		"sample_rate": l.rate, "audio_format": "pcm_" + strconv.Itoa(l.rate), "language_code": l.query.Get("language_code"),
		"model_id": l.query.Get("model_id"), "commit_strategy": strategy, "enable_logging": l.query.Get("enable_logging") != "false",
		"include_timestamps": l.query.Get("include_timestamps") == "true",
	}
}

// end sends an error and closes.
func (l *live) end(kind, message string) {
	l.write(fields{"message_type": kind, "error": message})
	l.close(websocket.StatusPolicyViolation, message)
}

// step takes one message and says whether there is a next.
func (l *live) step(over <-chan time.Time) bool {
	var m map[string]any
	var ok bool
	select {
	case m, ok = <-l.messages:
	case <-over:
		l.end("session_time_limit_exceeded", "Maximum session time reached.")
		return false
	case <-l.ctx.Done():
	}
	if !ok {
		return false
	}
	if m["message_type"] != "input_audio_chunk" {
		l.end("input_error", "message_type must be input_audio_chunk")
		return false
	}
	return l.disturb() && l.hear(m)
}

// hear takes a piece of sound, and commits where that is asked for or due.
func (l *live) hear(m map[string]any) bool {
	b, message := l.readPiece(m)
	switch {
	case len(b) > maxSoundPiece:
		l.end("chunk_size_exceeded", "The audio chunk is too large.")
		return false
	case message != "":
		l.end("input_error", message)
		return false
	}
	if len(b) > 0 {
		l.pieces++
		l.sent++
		l.add(sound.Resample(sound.Samples(b), l.rate, HeardRate))
	}
	if m["commit"] == true {
		if seconds := float64(len(l.pcm)) / HeardRate; seconds < leastCommit {
			return l.throttle(seconds)
		}
		if l.x.fault.Throttled > 0 {
			l.x.fault.Throttled--
			return l.write(fields{"message_type": "commit_throttled", "error": "Commit request ignored."})
		}
	}
	if m["commit"] == true || len(l.pcm) >= autoCommit*HeardRate || l.paused() {
		return l.commit()
	}
	return l.partial()
}

// throttle refuses a commit of too little sound. The real server says that it is ignored,
// and was seen to close normally right after.
func (l *live) throttle(seconds float64) bool {
	l.write(fields{"message_type": "commit_throttled", "error": fmt.Sprintf(
		"Commit request ignored: only %.2fs of uncommitted audio. You need at least 0.3s of uncommitted audio before committing.", seconds)})
	l.close(websocket.StatusNormalClosure, "commit_throttled")
	return false
}

// readPiece decodes the sound of a message and says what is wrong with it.
func (l *live) readPiece(m map[string]any) (b []byte, message string) {
	text, isText := m["audio_base_64"].(string)
	_, isBool := m["commit"].(bool)
	b, err := base64.StdEncoding.DecodeString(text)
	previous, _ := m["previous_text"].(string)
	rate, hasRate := m["sample_rate"].(float64)
	wrong := unknownField(m, "message_type", "audio_base_64", "commit", "sample_rate", "previous_text")
	switch {
	case wrong != "":
		return nil, wrong
	case !isText || err != nil || len(b)%2 != 0:
		return nil, "audio_base_64 must be base64 of whole samples"
	case !isBool:
		return nil, "commit is required"
	case hasRate && int(rate) != l.rate:
		return nil, "sample_rate differs from audio_format"
	case previous != "" && l.pieces > 0:
		return nil, "previous_text can be sent with the first chunk only"
	case utf8.RuneCountInString(previous) > maxPrevious:
		return nil, "previous_text is too long"
	}
	return b, ""
}

// add takes samples into the segment and counts the silence at its end.
func (l *live) add(pcm []int16) {
	l.pcm = append(l.pcm, pcm...)
	if sound.Silent(pcm) {
		l.quiet += len(pcm)
	} else {
		l.quiet = 0
	}
}

// paused says that voice activity detection would commit: silence after sound.
func (l *live) paused() bool {
	if l.query.Get("commit_strategy") != "vad" || l.quiet == len(l.pcm) {
		return false
	}
	threshold := 1.5
	if text := l.query.Get("vad_silence_threshold_secs"); text != "" {
		threshold, _ = strconv.ParseFloat(text, 64) // checked at the beginning
	}
	return float64(l.quiet) >= threshold*HeardRate
}
