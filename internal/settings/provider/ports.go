package provider

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/interview"
)

// Store keeps the choices of this computer. Before the first save it answers with an empty Config.
type Store interface {
	Providers(ctx context.Context) (Config, error)
	SaveProviders(ctx context.Context, c Config) error
}

// Keys keeps secrets. Where they lie is for Sealed to say: false is the computer's keyring.
type Keys interface {
	Key(ctx context.Context, id ID) (string, error) // NotFound provider.noKey
	KeepKey(ctx context.Context, id ID, key string) error
	DropKey(ctx context.Context, id ID) error // that there is none is fine
	Sealed(ctx context.Context) (bool, error)
}

// Access is how a provider is reached.
type Access struct {
	Kind    Kind
	BaseURL string
	Dialect string
	Key     string
	Privacy Privacy
}

// Account is what a provider says of a key.
type Account struct {
	Label string
	// LeftUSD and LeftCredits are what may still be spent, in US dollars or in the
	// provider's own unit; nil: it doesn't say, or there is no limit.
	LeftUSD     *float64
	LeftCredits *int
	Free        bool // nothing was ever paid: few requests a day
	// Can are the parts the key is allowed to play; nil: all the provider has.
	Can []Part
}

// Model is one a provider offers for a part.
type Model struct {
	ID         string
	Name       string
	PromptUSD  *float64 // of a million tokens; nil: unknown
	AnswerUSD  *float64
	Structured bool
	MustThink  bool
	// Rough says that a recogniser is known to mishear many words.
	Rough bool
}

// NoModelList is the key of the fault (NotFound) of a server that has no list of its models:
// it may work all the same, if somebody knows what a model of it is called.
const NoModelList = "ai.noModelList"

// Way is one way of reaching providers: package ai for models, packages of speech for
// ears and voices.
type Way interface {
	// Check tells whether the key works; faults say why not.
	Check(ctx context.Context, a Access) (Account, error)
	// Models lists those for a part; empty if the provider has none for it.
	Models(ctx context.Context, a Access, p Part) ([]Model, error)
	// Try does the smallest thing that shows that a choice works.
	Try(ctx context.Context, a Access, p Part, c Choice) error
}

// Coaches make coaches of models.
type Coaches interface {
	Way
	Coach(a Access, c Choice, spent func(usd *float64)) (interview.Coach, error)
}

// Scribes make recognisers.
type Scribes interface {
	Way
	Scribe(a Access, c Choice) (interview.Scribe, error)
	// Languages are those a choice knows (ISO 639-1); nil: nobody can tell.
	Languages(c Choice) []string
}

// Captioners are Scribes who can also write down what is said while it is said.
type Captioners interface {
	Scribes
	Captioner(a Access) (interview.Captioner, error)
}

// Voices make narrators. The id of such a model names a voice.
type Voices interface {
	Way
	Narrator(a Access, c Choice) (interview.Narrator, error)
	// Speaks reports whether a choice may well speak a language (ISO 639-1): it is known to,
	// or nothing is known of it.
	Speaks(c Choice, language string) bool
}

// Found is a server or program on this computer.
type Found struct {
	Name    string // of the program
	BaseURL string
	Dialect string
	Models  []string
	Parts   []Part
}

// Local looks around on this computer.
type Local interface {
	Servers(ctx context.Context) []Found
}

// SignIn gets a key by the browser.
type SignIn interface {
	Key(ctx context.Context, open func(address string)) (string, error)
}

// Publisher tells the outside that something changed here.
type Publisher interface{ ProvidersChanged() }
