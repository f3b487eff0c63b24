package fakespeech

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/coder/websocket"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// maxContexts is how many contexts a socket may have at once.
const maxContexts = 5

// tooManyContexts is the reason a socket is closed with for the sixth.
const tooManyContexts = "Maximum simultaneous contexts per WebSocket connection exceeded (5). Please close existing contexts before creating new ones."

// contexts is one multi-stream-input socket: several texts side by side, each in its own
// context.
type contexts struct {
	*socket
	speaking
	mu   sync.Mutex
	open map[string]*spokenContext
}

// spokenContext is one text. It counts until it has really gone, which is later than the
// client has closed it.
type spokenContext struct {
	text    string
	closing bool
}

// multiStreamInput is the socket /v1/text-to-speech/{voice}/multi-stream-input.
func (e *ElevenLabs) multiStreamInput(x *visit) {
	s, o := e.greet(x)
	if s == nil {
		return
	}
	c := &contexts{socket: s, speaking: o, open: map[string]*spokenContext{}}
	if !s.disturb() {
		return
	}
	for c.step() {
	}
}

// step takes one message and says whether there is a next.
func (c *contexts) step() bool {
	m, ok, idle := c.next(c.idle)
	switch {
	case !ok:
		return false
	case idle:
		c.fail("input_timeout_exceeded", idleReason(c.idle))
		return false
	case m["close_socket"] == true:
		c.closeAll()
		return false
	}
	id, _ := m["context_id"].(string)
	if id == "" {
		id = "default"
	}
	wrong := unknownField(m, "text", "context_id", "flush", "close_context", "close_socket", "voice_settings", "generation_config",
		"pronunciation_dictionary_locators", "xi_api_key", "authorization")
	if wrong != "" {
		c.fail("invalid_input_message", wrong)
		return false
	}
	return c.take(id, m)
}

// take gives a message to its context, which it may create: a flush or a keep-alive for a
// context that was never opened does that too.
func (c *contexts) take(id string, m map[string]any) bool {
	each, isNew, fits := c.find(id)
	switch {
	case !fits:
		c.fail("max_active_conversations", tooManyContexts)
		return false
	case !isNew && m["voice_settings"] != nil:
		c.fail("invalid_input_message", "voice_settings can be given in the first message of a context only.")
		return false
	case !c.settingsFit(m):
		return false
	case each.closing:
		return true
	}
	text, _ := m["text"].(string)
	each.text += text
	if m["flush"] == true || c.auto && strings.TrimSpace(each.text) != "" || m["close_context"] == true {
		if !c.speak(id, each) {
			return false
		}
	}
	if m["close_context"] == true {
		return c.end(id, each)
	}
	return true
}

func (c *contexts) find(id string) (each *spokenContext, isNew, fits bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if each, found := c.open[id]; found {
		return each, false, true
	}
	if len(c.open) >= maxContexts {
		return nil, true, false
	}
	c.open[id] = &spokenContext{}
	return c.open[id], true, true
}

func (c *contexts) speak(id string, each *spokenContext) bool {
	text := strings.TrimLeft(each.text, " ")
	each.text = ""
	if text == "" {
		return true
	}
	return c.pay(c.speaking, strings.TrimSpace(text)) && c.say(text, c.rate, fields{"contextId": id})
}

// end closes a context; it goes on counting for a while.
func (c *contexts) end(id string, each *spokenContext) bool {
	each.closing = true
	if !c.x.fault.Unfinished && !c.write(final(fields{"contextId": id})) {
		return false
	}
	delay := c.e.options.Delays.ContextClose
	if delay == 0 {
		c.forget(id)
		return true
	}
	go func() {
		if serve.Wait(c.ctx, c.e.options.Clock, delay) == nil {
			c.forget(id)
		}
	}()
	return true
}

func (c *contexts) forget(id string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.open, id)
}

// closeAll speaks what is left of every context, and closes.
func (c *contexts) closeAll() {
	c.mu.Lock()
	left := maps.Clone(c.open)
	c.mu.Unlock()
	for _, id := range slices.Sorted(maps.Keys(left)) {
		each := left[id]
		if each.closing {
			continue
		}
		if !c.speak(id, each) || !c.write(final(fields{"contextId": id})) {
			return
		}
	}
	c.close(websocket.StatusNormalClosure, "")
}
