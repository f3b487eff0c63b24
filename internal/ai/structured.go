package ai

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/sashabaranov/go-openai/jsonschema"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Structured asks for an answer in the shape of the request's schema and reads it into a
// value. An answer of another shape, or one that check refuses, is sent back once with the
// reason. A model or server that knows no schemas is told the shape in words. The usage is
// that of all tries together.
//
// check sees the value as read; its error is told to the model, so it must say what is
// wrong in plain words and nothing else. Faults: those of Chat; an answer that stays wrong
// is Unavailable ai.badReply.
func Structured[T any](ctx context.Context, c *Client, r Request, check func(T) error) (T, Reply, error) {
	var none T
	reply, err := c.shaped(ctx, r)
	if err != nil {
		return none, reply, err
	}
	value, wrong := read(reply.Text, r.Schema.Definition, check)
	if wrong == nil {
		return value, reply, nil
	}
	again := r
	again.Messages = append(r.Messages[:len(r.Messages):len(r.Messages)], Message{Assistant, reply.Text}, Message{User, repair(wrong)})
	second, err := c.shaped(ctx, again)
	second.Usage = second.Usage.Plus(reply.Usage)
	if err != nil {
		return none, second, err
	}
	if value, wrong = read(second.Text, r.Schema.Definition, check); wrong != nil {
		return none, second, fmt.Errorf("read structured answer: %w", badReply())
	}
	return value, second, nil
}

func repair(wrong error) string {
	return "That answer can't be used: " + wrong.Error() + ". Answer again, with the whole JSON object and nothing else."
}

// How a model is told the shape: what it refused is remembered, and not asked for again.
const (
	bySchema = iota
	// byBoth asks a router's providers for the schema, but only if they can, and tells it in
	// words too: together with require_parameters, a wish that no provider knows (not to
	// think, a temperature of 0) would leave nobody to ask.
	byBoth
	inWords
)

// shaped asks with the schema, or with its words where the schema isn't understood.
func (c *Client) shaped(ctx context.Context, r Request) (Reply, error) {
	about := subject{c.base, r.Model}
	for way := c.learned.of(about).schema; ; {
		reply, err := c.Chat(ctx, r.told(way), nil)
		switch {
		case err == nil && way != bySchema:
			c.learned.note(about, func(m *manners) { m.schema = way })
			return reply, nil
		case err == nil || way == inWords || !errors.Is(err, fault.New(fault.Invalid, "ai.requestRefused")):
			return reply, err
		case way == bySchema && filtered(err):
			way = byBoth
		default:
			way = inWords
		}
	}
}

// told is the request with its schema put one way.
func (r Request) told(way int) Request {
	if way == bySchema {
		return r
	}
	r.System = strings.TrimSpace(r.System + "\n\n" + describe(r.Schema.Definition))
	r.lenient = true
	if way == inWords {
		r.Schema = nil
	}
	return r
}

// describe tells a schema to a model that can't be given it.
func describe(d jsonschema.Definition) string {
	raw, err := json.Marshal(&d)
	if err != nil {
		panic(err) // schemas are part of the program
	}
	return "Answer with one JSON object and nothing else: no explanation, no code fence. It must fit this JSON schema:\n" + string(raw)
}

// read finds the object in an answer, which may stand in a code fence or between words.
func read[T any](text string, d jsonschema.Definition, check func(T) error) (T, error) {
	var value T
	from, to := strings.IndexByte(text, '{'), strings.LastIndexByte(text, '}')
	if from < 0 || to < from {
		return value, errors.New("it holds no JSON object")
	}
	if err := jsonschema.VerifySchemaAndUnmarshal(d, []byte(text[from:to+1]), &value); err != nil {
		return value, errors.New("it is not valid JSON of the schema")
	}
	return value, check(value)
}
