package fakespeech

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/coder/websocket"
)

// input is one stream-input socket: text comes in bit by bit and is put together letter
// by letter. A text that doesn't end with a space runs into the next.
type input struct {
	*socket
	speaking
	text     string
	schedule []int
	made     int // how often speech was made
}

// streamInput is the socket /v1/text-to-speech/{voice}/stream-input.
func (e *ElevenLabs) streamInput(x *visit) {
	s, o := e.greet(x)
	if s == nil {
		return
	}
	in := &input{socket: s, speaking: o}
	if !s.disturb() || !in.first() {
		return
	}
	for in.step() {
	}
}

// first takes the message a stream has to begin with: a single space.
func (in *input) first() bool {
	m, ok, idle := in.next(in.idle)
	if !ok {
		return false
	}
	if idle {
		in.fail("input_timeout_exceeded", idleReason(in.idle))
		return false
	}
	if m["text"] != " " {
		in.fail("invalid_input_message", "The first message must have a single space as its text.")
		return false
	}
	if wrong := unknownField(m, "text", "voice_settings", "generation_config", "pronunciation_dictionary_locators", "xi-api-key", "authorization", "try_trigger_generation"); wrong != "" {
		in.fail("invalid_input_message", wrong)
		return false
	}
	list, err := schedule(m)
	if err != nil {
		in.fail("invalid_input_message", err.Error())
		return false
	}
	in.schedule = list
	return in.settingsFit(m)
}

// settingsFit checks voice_settings, which may come with the first message only.
func (s *socket) settingsFit(m map[string]any) bool {
	object, _ := m["voice_settings"].(map[string]any)
	for name, value := range object {
		if kind, known := settings[name]; !known || !isKind(value, kind) {
			s.fail("invalid_input_message", "voice_settings."+name+" is invalid")
			return false
		}
	}
	if wrong := outOfRange(object); wrong != "" {
		s.fail("invalid_input_message", "voice_settings."+wrong+" is out of range")
		return false
	}
	return true
}

// step takes one message and says whether there is a next.
func (in *input) step() bool {
	m, ok, idle := in.next(in.idle)
	switch {
	case !ok:
		return false
	case idle:
		in.fail("input_timeout_exceeded", idleReason(in.idle))
		return false
	}
	text, isText := m["text"].(string)
	if wrong := unknownField(m, "text", "flush", "try_trigger_generation", "generator_config"); !isText || wrong != "" {
		in.fail("invalid_input_message", "The message needs a text. "+wrong)
		return false
	}
	if text == "" {
		in.finish()
		return false
	}
	in.text += text
	if m["flush"] == true || in.due(m) {
		return in.speak()
	}
	return true
}

// due says whether enough text is there: anything in auto mode, fifty letters where the
// client tries to trigger it, else what the schedule says.
func (in *input) due(m map[string]any) bool {
	letters := utf8.RuneCountInString(strings.TrimSpace(in.text))
	switch {
	case letters == 0:
		return false
	case in.auto:
		return true
	case m["try_trigger_generation"] == true && letters >= 50:
		return true
	}
	return letters >= in.schedule[min(in.made, len(in.schedule)-1)]
}

// speak makes speech of the text so far.
func (in *input) speak() bool {
	text := strings.TrimLeft(in.text, " ")
	in.text = ""
	if text == "" {
		return true
	}
	in.made++
	return in.pay(in.speaking, strings.TrimSpace(text)) && in.say(text, in.rate, nil)
}

// finish speaks what is left and closes.
func (in *input) finish() {
	if !in.speak() {
		return
	}
	if !in.x.fault.Unfinished {
		in.write(final(nil))
	}
	in.close(websocket.StatusNormalClosure, "")
}

// unknownField says which field of a message isn't known.
func unknownField(m map[string]any, known ...string) string {
	for name := range m {
		if !slices.Contains(known, name) {
			return fmt.Sprintf("Unknown field %s.", name)
		}
	}
	return ""
}
