package ai

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/sashabaranov/go-openai"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Chat asks a model and hands on its words as they come (write may be nil). It tries
// again while nothing was heard and a later try may help. An answer that was cut off, by
// the network or by MaxTokens, is an error: what was heard of it went to write.
//
// Faults: Denied ai.invalidKey, ai.noCredit, ai.privacyRestricted, ai.regionRestricted,
// ai.contentRefused; NotFound ai.modelMissing; Invalid ai.tooLong, ai.requestRefused; RateLimited
// ai.rateLimited; Offline ai.unreachable; Unavailable ai.busy, ai.cutOff, ai.stalled,
// ai.badReply; Canceled.
func (c *Client) Chat(ctx context.Context, r Request, write func(words string)) (Reply, error) {
	var reply Reply
	err := c.retry(ctx, func() (again bool, err error) {
		reply, err = c.chat(ctx, r, write)
		return reply.Text == "", err
	})
	if err != nil {
		return reply, fmt.Errorf("ask model: %w", err)
	}
	return reply, nil
}

// chat is one try. A field that the model refuses, and that can be done without, costs
// another request at once, and is left out from then on.
func (c *Client) chat(ctx context.Context, r Request, write func(string)) (Reply, error) {
	about := subject{c.base, r.Model}
	for m := c.learned.of(about); ; {
		reply, err := c.send(ctx, r, m, write)
		if err == nil {
			c.learned.note(about, func(known *manners) { known.ownTemperature, known.bound = m.ownTemperature, m.bound })
			return reply, nil
		}
		next, can := m.without(refusedField(err))
		if !can {
			return reply, err
		}
		m = next
	}
}

// send is one request.
func (c *Client) send(ctx context.Context, r Request, m manners, write func(string)) (Reply, error) {
	ctx, watch := c.watch(ctx, c.patience)
	defer watch.stop()
	ctx = context.WithValue(ctx, extraKey{}, extra{r, m, watch.heard})
	stream, err := c.openai.CreateChatCompletionStream(ctx, c.request(r))
	if err != nil {
		return Reply{}, watch.explain(err)
	}
	defer func() { _ = stream.Close() }() // it was only read
	a := answer{write: write, head: Reply{OwnTemperature: m.ownTemperature}}
	for {
		raw, err := stream.RecvRaw()
		if errors.Is(err, io.EOF) {
			return a.whole()
		}
		if err != nil {
			return a.reply(), watch.explain(err)
		}
		watch.heard()
		if err := a.add(raw); err != nil {
			return a.reply(), err
		}
	}
}

func (c *Client) request(r Request) openai.ChatCompletionRequest {
	// The library refuses some parameters by the names of models, which servers on this
	// computer give freely: the transport writes the name in.
	out := openai.ChatCompletionRequest{Model: "model", Stream: true}
	if !c.router {
		out.StreamOptions = &openai.StreamOptions{IncludeUsage: true}
	}
	if r.System != "" {
		out.Messages = append(out.Messages, openai.ChatCompletionMessage{Role: "system", Content: r.System})
	}
	for _, m := range r.Messages {
		out.Messages = append(out.Messages, openai.ChatCompletionMessage{Role: string(m.Role), Content: m.Text})
	}
	if r.Schema != nil {
		out.ResponseFormat = &openai.ChatCompletionResponseFormat{
			Type: openai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{
				Name: r.Schema.Name, Schema: &r.Schema.Definition, Strict: true,
			},
		}
	}
	return out
}

// answer gathers the pieces of a stream.
type answer struct {
	write   func(string)
	text    strings.Builder
	head    Reply
	finish  string
	refused bool
	thought thinking
}

func (a *answer) add(raw []byte) error {
	var c chunk
	if err := json.Unmarshal(raw, &c); err != nil {
		return fmt.Errorf("read event: %w", badReply())
	}
	if c.Model != "" {
		a.head.Model = c.Model
	}
	if c.Provider != "" {
		a.head.Provider = c.Provider
	}
	if c.Usage != nil {
		a.head.Usage = c.Usage.usage()
	}
	for _, one := range c.Choices {
		a.refused = a.refused || one.Delta.Refusal+one.Message.Refusal != ""
		if one.FinishReason != "" {
			a.finish = one.FinishReason
		}
		a.hear(one.Delta.Content + one.Message.Content)
	}
	return nil
}

func (a *answer) hear(words string) {
	words = a.thought.without(words)
	if words == "" {
		return
	}
	a.text.WriteString(words)
	if a.write != nil {
		a.write(words)
	}
}

func (a *answer) reply() Reply {
	out := a.head
	out.Text = a.text.String()
	return out
}

// whole is the answer if it is one.
func (a *answer) whole() (Reply, error) {
	a.hear(a.thought.rest())
	out := a.reply()
	switch {
	case a.refused || a.finish == "content_filter":
		return out, refused()
	case a.finish == "length":
		return out, final(fault.New(fault.Unavailable, "ai.answerTooLong"))
	case strings.TrimSpace(out.Text) == "":
		return out, badReply()
	}
	return out, nil
}
