package ai

import "github.com/sashabaranov/go-openai/jsonschema"

// Request is one thing asked of a model.
type Request struct {
	Model    string
	System   string    // what the model is to do; never holds anything a person wrote
	Messages []Message // what it is to do it with, in order
	// MaxTokens bounds the answer, thinking included; 0 leaves it to the server.
	MaxTokens int
	// Schema is what the answer must look like; nil is plain text.
	Schema *Schema
	// Think lets a model that can think do so before it answers. In a conversation nobody
	// waits for that.
	Think bool
	// MustThink says that this model can't do without.
	MustThink bool

	lenient bool // providers that can't do all of it may be asked too
}

// Schema is the shape of a structured answer.
type Schema struct {
	Name       string // letters, digits, _ and -, at most 64
	Definition jsonschema.Definition
}

// Role is who speaks.
type Role string

// The two roles of a message; what the model is told beforehand is Request.System.
const (
	User      Role = "user"
	Assistant Role = "assistant"
)

// Message is one turn of a conversation.
type Message struct {
	Role Role
	Text string
}

// Reply is a whole answer.
type Reply struct {
	Text  string
	Model string // the model that answered, as the server names it
	// Provider is who ran the model, where a router says so.
	Provider string
	Usage    Usage
	// OwnTemperature: the model refused a temperature of 0 and answered at its own.
	OwnTemperature bool
}

// Usage is what an answer took.
type Usage struct {
	PromptTokens     int
	CompletionTokens int
	ReasoningTokens  int // of the completion
	// CostUSD is the price in US dollars; nil if the server doesn't tell.
	CostUSD *float64
}

// Plus adds up; a cost that is unknown on one side is what is known on the other.
func (u Usage) Plus(v Usage) Usage {
	u.PromptTokens += v.PromptTokens
	u.CompletionTokens += v.CompletionTokens
	u.ReasoningTokens += v.ReasoningTokens
	if v.CostUSD != nil {
		sum := *v.CostUSD
		if u.CostUSD != nil {
			sum += *u.CostUSD
		}
		u.CostUSD = &sum
	}
	return u
}
