package fakespeech

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"
)

// speaking is what the address of a speech socket asks for.
type speaking struct {
	voice   string
	model   model
	rate    int // Hz
	auto    bool
	idle    time.Duration
	forgets bool
}

// socketQuery are the parameters of a speech socket.
var socketQuery = []string{
	"model_id", "output_format", "language_code", "auto_mode", "inactivity_timeout", "sync_alignment", "enable_logging", "enable_ssml_parsing",
	"apply_text_normalization", "seed",
}

func (e *ElevenLabs) readSpeaking(r *http.Request) (speaking, *problem, error) {
	query := r.URL.Query()
	for name := range query {
		if !slices.Contains(socketQuery, name) {
			return speaking{}, nil, fmt.Errorf("unknown parameter %s", name)
		}
	}
	o := speaking{voice: r.PathValue("voice"), auto: query.Get("auto_mode") == "true", forgets: query.Get("enable_logging") == "false"}
	m, found := findModel(query.Get("model_id"))
	rate, known, p := e.rate(query.Get("output_format"))
	o.model, o.rate = m, rate
	switch {
	case !known:
		return o, nil, fmt.Errorf("unknown output_format %s", query.Get("output_format"))
	case p != nil:
		return o, p, nil
	case !e.voiceExists(o.voice):
		return o, &voiceUnknown, nil
	case !found:
		return o, &modelUnknown, nil
	case !m.socket:
		return o, nil, fmt.Errorf("the model %s has no websocket", m.id)
	case o.forgets && e.options.Tier != "enterprise":
		return o, &enterprise, nil
	}
	var err error
	o.idle, err = readIdle(query)
	return o, nil, err
}

// readIdle reads inactivity_timeout: 20 seconds by default, 180 at most.
func readIdle(query url.Values) (time.Duration, error) {
	text := query.Get("inactivity_timeout")
	if text == "" {
		return 20 * time.Second, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > 180 {
		return 0, errors.New("inactivity_timeout must be between 1 and 180")
	}
	return time.Duration(n) * time.Second, nil
}

// greet opens a speech socket and checks its address and its key; nil if it is refused.
func (e *ElevenLabs) greet(x *visit) (*socket, speaking) {
	s := e.open(x)
	if s == nil {
		return nil, speaking{}
	}
	if !s.permit(x.r, "text_to_speech") {
		return nil, speaking{}
	}
	o, p, err := e.readSpeaking(x.r)
	switch {
	case p != nil:
		s.fail(p.status, p.message)
		return nil, o
	case err != nil:
		s.fail("invalid_query", err.Error())
		return nil, o
	}
	return s, o
}

// idleReason is what a socket is closed with that had nothing to say.
func idleReason(d time.Duration) string {
	return fmt.Sprintf("Have not received a new text input within the timeout of %d seconds. Streaming input terminated.", int(d.Seconds()))
}

// pay takes what a text costs from the plan, keeps it in the history, and tells a socket
// where that can't be.
func (s *socket) pay(o speaking, text string) bool {
	if p := s.e.spend(int(float64(utf8.RuneCountInString(text))*o.model.factor + 0.5)); p != nil {
		s.fail(p.status, p.message)
		return false
	}
	if !o.forgets {
		s.e.keep(s.x.w.Header().Get("request-id"), o.voice, o.model.id, text)
	}
	return true
}

// schedule reads chunk_length_schedule: how many letters have to be there before speech
// is made, for the first, the second and so on.
func schedule(m map[string]any) ([]int, error) {
	object, _ := m["generation_config"].(map[string]any)
	list, found := object["chunk_length_schedule"].([]any)
	if !found {
		return []int{120, 160, 250, 290}, nil
	}
	var out []int
	for _, each := range list {
		n, isNumber := each.(float64)
		if !isNumber || n < 50 || n > 500 {
			return nil, errors.New("chunk_length_schedule must be numbers between 50 and 500")
		}
		out = append(out, int(n))
	}
	if len(out) == 0 {
		return nil, errors.New("chunk_length_schedule is empty")
	}
	return out, nil
}
