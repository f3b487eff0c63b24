package fakeai

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Request is a call of /chat/completions that passed the checks.
type Request struct {
	Model    string // as routed; the client's own wish is in Body
	Messages []Message
	// Schema is the JSON schema the reply has to fit, nil without one. Enforced says that
	// the model really is held to it.
	Schema     json.RawMessage
	SchemaName string
	Enforced   bool
	// AnyJSON asks for a JSON object of any shape.
	AnyJSON bool
	Stream  bool
	// MaxTokens is the limit of the reply, 0 without one.
	MaxTokens int
	// Call counts the calls of this server's /chat/completions, from 1.
	Call int
	// Body is everything that was sent, decoded.
	Body map[string]any
}

// Message is one message of a conversation; the texts of its parts are joined by newlines.
type Message struct {
	Role, Text string
	Audio      []Clip
}

// Clip is sound in a message.
type Clip struct {
	Format string
	Data   []byte
}

// Reply is what the model says.
type Reply struct {
	Text      string
	Reasoning string // thought before
	Refusal   string // instead of Text
	Finish    string // finish_reason; empty is "stop"
}

// Last is the text of the last message of a role; empty if there is none.
func (r Request) Last(role string) string {
	if all := r.from(role); len(all) > 0 {
		return all[0]
	}
	return ""
}

// from are the texts of a role, the last first.
func (r Request) from(role string) (texts []string) {
	for _, m := range slices.Backward(r.Messages) {
		if m.Role == role {
			texts = append(texts, m.Text)
		}
	}
	return texts
}

// parse reads and checks a request. Its errors say what the documents want.
func parse(b []byte, check func(map[string]any) error) (Request, error) {
	var q Request
	decoder := json.NewDecoder(bytes.NewReader(b))
	if err := decoder.Decode(&q.Body); err != nil || decoder.More() {
		return q, errors.New("the body must be one JSON object")
	}
	if err := check(q.Body); err != nil {
		return q, err
	}
	if err := q.readMessages(); err != nil {
		return q, err
	}
	q.Stream, _ = q.Body["stream"].(bool)
	for _, name := range []string{"max_tokens", "max_completion_tokens"} {
		if n, found := q.Body[name].(float64); found {
			q.MaxTokens = int(n)
		}
	}
	return q, q.readFormat()
}

func (r *Request) readMessages() error {
	list, _ := r.Body["messages"].([]any)
	if len(list) == 0 {
		return errors.New("messages is required and not empty")
	}
	for i, each := range list {
		m, err := readMessage(each)
		if err != nil {
			return fmt.Errorf("messages[%d]: %w", i, err)
		}
		r.Messages = append(r.Messages, m)
	}
	return nil
}

var roles = []string{"system", "developer", "user", "assistant", "tool"}

func readMessage(value any) (Message, error) {
	object, _ := value.(map[string]any)
	role, _ := object["role"].(string)
	if !slices.Contains(roles, role) {
		return Message{}, fmt.Errorf("role must be one of %v", roles)
	}
	m := Message{Role: role}
	switch content := object["content"].(type) {
	case string:
		m.Text = content
		return m, nil
	case []any:
		for _, p := range content {
			if err := m.addPart(p); err != nil {
				return m, err
			}
		}
		return m, nil
	case nil:
		if role == "assistant" {
			return m, nil
		}
	}
	return m, errors.New("content must be a string or a list of parts")
}

// audioFormats are those of an input_audio part.
var audioFormats = []string{"wav", "mp3", "flac", "m4a", "ogg", "aiff", "aac", "pcm16", "pcm24"}

func (m *Message) addPart(value any) error {
	part, _ := value.(map[string]any)
	switch kind, _ := part["type"].(string); kind {
	case "text":
		text, isText := part["text"].(string)
		if !isText {
			return errors.New("a text part needs text")
		}
		m.Text = strings.TrimPrefix(m.Text+"\n"+text, "\n")
		return nil
	case "input_audio":
		audio, _ := part["input_audio"].(map[string]any)
		clip, err := readClip(audio, audioFormats)
		m.Audio = append(m.Audio, clip)
		return err
	case "image_url", "file", "video_url":
		return fmt.Errorf("the fake's models take no %s", kind)
	default:
		return fmt.Errorf("unknown type of part %q", kind)
	}
}

// readClip reads {data, format}: base64 of the sound itself, no data URI and no address.
func readClip(audio map[string]any, formats []string) (Clip, error) {
	format, _ := audio["format"].(string)
	if !slices.Contains(formats, format) {
		return Clip{}, fmt.Errorf("input_audio.format must be one of %v", formats)
	}
	text, _ := audio["data"].(string)
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(data) == 0 {
		return Clip{}, errors.New("input_audio.data must be base64 of the sound, without a data URI")
	}
	return Clip{Format: format, Data: data}, nil
}
