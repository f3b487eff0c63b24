package provider

import "time"

// ID names a provider: a Kind for those there is one of, a random id for a server.
type ID string

// Kind is what a provider is.
type Kind string

// The kinds.
const (
	OpenRouter Kind = "openrouter"
	ElevenLabs Kind = "elevenlabs"
	// Server is any server that understands OpenAI's API, on this computer or elsewhere.
	Server Kind = "server"
	// Recogniser is a program on this computer that writes down what is said.
	Recogniser Kind = "recogniser"
)

// Part is what somebody can do in a rehearsal.
type Part string

// The parts.
const (
	Coach  Part = "coach"  // words follow-ups, scores and advises
	Scribe Part = "scribe" // writes down what was said
	Voice  Part = "voice"  // speaks for the interviewer
)

// Parts lists all parts.
func Parts() []Part { return []Part{Coach, Scribe, Voice} }

// Entry is a provider that was set up.
type Entry struct {
	ID      ID     `json:"id"`
	Kind    Kind   `json:"kind"`
	Name    string `json:"name"`    // a person's own, of a server
	BaseURL string `json:"baseUrl"` // of a server
	// Dialect is the way a server speaks, as package local names it; empty is OpenAI's.
	Dialect string `json:"dialect"`
	// Model is what a person typed, of a server that has no list of its models; else empty.
	Model   string    `json:"model,omitempty"`
	HasKey  bool      `json:"hasKey"`
	KeyTail string    `json:"keyTail"` // the last letters of its key, to tell keys apart; empty for short ones
	AddedAt time.Time `json:"addedAt"`
}

// Choice is who plays a part.
type Choice struct {
	ProviderID ID     `json:"providerId"` // empty: nobody
	Model      string `json:"model"`
	// MustThink is what the provider said of the model: it can't answer without thinking.
	MustThink bool `json:"mustThink"`
	// PromptUSD and AnswerUSD are what it said of the prices when it was chosen, in US dollars
	// for a million tokens; nil: nothing.
	PromptUSD *float64 `json:"promptUsd"`
	AnswerUSD *float64 `json:"answerUsd"`
}

// Config is everything chosen about providers. It belongs to one computer, as keys do.
type Config struct {
	Entries []Entry         `json:"entries"`
	Choices map[Part]Choice `json:"choices"`
	Privacy Privacy         `json:"privacy"`
	// Captions has whoever writes down do so while somebody speaks: the sound leaves this
	// computer live. It is chosen for one provider and goes with it.
	Captions bool `json:"captions"`
	// MonthlyUSD is the most that may be spent on scores in a month, in US dollars; 0: no limit.
	MonthlyUSD float64  `json:"monthlyUsd"`
	Spent      Spending `json:"spent"`
}

// Privacy is what OpenRouter may do with the words. The zero value lets nobody train on
// them.
type Privacy struct {
	AllowTraining bool `json:"allowTraining"`
	ZeroRetention bool `json:"zeroRetention"`
}

// entry finds a provider; the programs of this computer need no entry.
func (c Config) entry(id ID) (Entry, bool) {
	for _, e := range c.Entries {
		if e.ID == id {
			return e, true
		}
	}
	if k := Kind(id); k == Recogniser {
		return Entry{ID: id, Kind: k}, true
	}
	return Entry{}, false
}

// with puts an entry in its place, or at the end.
func (c Config) with(e Entry) Config {
	entries := make([]Entry, 0, len(c.Entries)+1)
	there := false
	for _, old := range c.Entries {
		if old.ID == e.ID || e.Kind == Server && old.Kind == Server && old.BaseURL == e.BaseURL {
			e.ID = old.ID
			old, there = e, true
		}
		entries = append(entries, old)
	}
	if !there {
		entries = append(entries, e)
	}
	c.Entries = entries
	return c
}

// without takes a provider out, and out of the parts it plays.
func (c Config) without(id ID) Config {
	entries := []Entry{}
	for _, e := range c.Entries {
		if e.ID != id {
			entries = append(entries, e)
		}
	}
	c.Entries = entries
	for part, choice := range c.Choices {
		if choice.ProviderID == id {
			c = c.cast(part, Choice{})
		}
	}
	return c
}

// cast puts somebody into a part; nobody takes it out.
func (c Config) cast(p Part, who Choice) Config {
	choices := map[Part]Choice{}
	for part, choice := range c.Choices {
		choices[part] = choice
	}
	c.Captions = c.Captions && (p != Scribe || choices[p].ProviderID == who.ProviderID)
	if choices[p] = who; who.ProviderID == "" {
		delete(choices, p)
	}
	c.Choices = choices
	return c
}
