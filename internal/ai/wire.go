package ai

import "encoding/json"

// chunk is one event of a stream, or a whole answer: OpenAI's fields, and those OpenRouter
// and servers on this computer add to them.
type chunk struct {
	Model    string          `json:"model"`
	Provider string          `json:"provider"`
	Choices  []choice        `json:"choices"`
	Usage    *wireUsage      `json:"usage"`
	Error    json.RawMessage `json:"error"`
}

type choice struct {
	Delta        words           `json:"delta"`
	Message      words           `json:"message"` // of an answer that didn't stream
	FinishReason string          `json:"finish_reason"`
	Error        json.RawMessage `json:"error"`
}

type words struct {
	Content string `json:"content"`
	Refusal string `json:"refusal"`
}

type wireUsage struct {
	PromptTokens     int      `json:"prompt_tokens"`
	CompletionTokens int      `json:"completion_tokens"`
	Cost             *float64 `json:"cost"`
	Details          struct {
		ReasoningTokens int `json:"reasoning_tokens"`
	} `json:"completion_tokens_details"`
}

func (u wireUsage) usage() Usage {
	return Usage{u.PromptTokens, u.CompletionTokens, u.Details.ReasoningTokens, u.Cost}
}

// errorOf is the error in a body or an event, wherever it stands; nil is none.
func (c chunk) errorOf() json.RawMessage {
	if present(c.Error) {
		return c.Error
	}
	for _, one := range c.Choices {
		if present(one.Error) {
			return one.Error
		}
	}
	return nil
}

func present(raw json.RawMessage) bool { return len(raw) > 0 && string(raw) != "null" }

// finished reports whether the model says that it has come to an end.
func (c chunk) finished() bool {
	for _, one := range c.Choices {
		if one.FinishReason != "" {
			return true
		}
	}
	return false
}
