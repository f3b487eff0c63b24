package fakeai

// Ids of the models in Catalogue.
const (
	Chat      = "acme/interviewer"         // everything a rehearsal needs
	Alias     = "~acme/interviewer-latest" // the same by its alias
	Free      = "acme/interviewer:free"
	Plain     = "acme/talker"     // no structured_outputs
	Thinker   = "acme/thinker"    // reasons, and can't be kept from it
	Collector = "acme/collector"  // its provider trains on prompts
	Scribe    = "acme/scribe"     // transcribes, with word times
	Note      = "acme/note-taker" // transcribes, text only
	Speaker   = "acme/speaker"    // speaks
)

// Model is one entry of GET /models, and what the fake needs to know to route to it.
type Model struct {
	ID, Name string
	// Of is the id of the model an alias stands for.
	Of string
	// Input and Output are modalities: text, audio, transcription, speech.
	Input, Output []string
	// Prompt and Completion are prices in USD per token, as decimal strings.
	Prompt, Completion string
	ContextLength      int
	Parameters         []string
	Voices             []string
	// Reasons says that the model thinks first; Mandatory that it can't be kept from it.
	Reasons, Mandatory bool
	// ZDR says that an endpoint keeps nothing; Collects that its provider uses prompts.
	ZDR, Collects bool
	// Verbose says that the provider offers verbose_json.
	Verbose bool
}

var textParameters = []string{"max_tokens", "temperature", "top_p", "stop", "seed", "frequency_penalty", "presence_penalty"}

func with(more ...string) []string { return append(append([]string{}, textParameters...), more...) }

// Catalogue is the default list of models.
func Catalogue() []Model {
	text := []string{"text"}
	structured := with("response_format", "structured_outputs")
	chat := Model{
		ID: Chat, Name: "Acme: Interviewer", Input: text, Output: text, Prompt: "0.0000003", Completion: "0.0000015",
		ContextLength: 128000, Parameters: structured, ZDR: true,
	}
	alias, free, plain, thinker, collector := chat, chat, chat, chat, chat
	alias.ID, alias.Of = Alias, Chat
	free.ID, free.Name, free.Prompt, free.Completion, free.ZDR, free.Collects = Free, "Acme: Interviewer (free)", "0", "0", false, true
	plain.ID, plain.Name, plain.Parameters = Plain, "Acme: Talker", with("response_format")
	thinker.ID, thinker.Name, thinker.Parameters = Thinker, "Acme: Thinker", with("response_format", "structured_outputs", "reasoning", "include_reasoning")
	thinker.Reasons, thinker.Mandatory = true, true
	collector.ID, collector.Name, collector.ZDR, collector.Collects = Collector, "Acme: Collector", false, true
	return []Model{
		chat, alias, free, plain, thinker, collector,
		{ID: Scribe, Name: "Acme: Scribe", Input: []string{"audio"}, Output: []string{"transcription"}, Prompt: "0.0001", Completion: "0", Verbose: true, ZDR: true},
		{ID: Note, Name: "Acme: Note-taker", Input: []string{"audio"}, Output: []string{"transcription"}, Prompt: "0.00005", Completion: "0"},
		{ID: Speaker, Name: "Acme: Speaker", Input: text, Output: []string{"speech"}, Prompt: "0.000015", Completion: "0", Voices: []string{"acme_calm", "acme_warm"}, ZDR: true},
	}
}

// find gives a model by id; the suffixes :nitro and :floor only choose among providers.
func (s *Server) find(id string) (Model, bool) {
	for _, m := range s.options.Models {
		if m.ID == id || id == m.ID+":nitro" || id == m.ID+":floor" {
			return m, true
		}
	}
	return Model{}, false
}
