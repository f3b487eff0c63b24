package translation

import "context"

// Language is one that questions can be asked in.
type Language struct {
	Code string // ISO 639-1
	Name string // in the language itself
}

// Languages are the ten: those whose filled pauses are known (package delivery) and for
// whose scripts Check is made, English, which the bank is written in, first.
func Languages() []Language {
	return []Language{
		{"en", "English"}, {"de", "Deutsch"}, {"es", "Español"}, {"fr", "Français"}, {"it", "Italiano"},
		{"nl", "Nederlands"}, {"pl", "Polski"}, {"pt", "Português"}, {"sv", "Svenska"}, {"tr", "Türkçe"},
	}
}

// Kind is what a line is for.
type Kind string

// The kinds of lines.
const (
	Question Kind = "question"
	FollowUp Kind = "followUp"
	Remark   Kind = "remark" // said around questions: a greeting, thanks, the last words
	Aim      Kind = "aim"    // shown: what a question is after
	Topic    Kind = "topic"  // shown: the name of a competency
)

// Line is one line of the bank.
type Line struct {
	ID   string
	Kind Kind
	Text string
}

// Task is what is to be put into another language.
type Task struct {
	From, To    string // ISO 639-1
	Interviewer string // the persona's name, which stays
	Manner      string // the persona as the bank describes it
	Lines       []Line
}

// Source is who translated.
type Source struct {
	Model         string `json:"model"`
	Provider      string `json:"provider"`
	PromptVersion string `json:"promptVersion"`
}

// Translation is the texts by the ids of their lines.
type Translation struct {
	Texts  map[string]string
	Source Source
}

// Translator puts lines into another language: a language model. What it gives has passed
// Check.
type Translator interface {
	Translate(ctx context.Context, t Task) (Translation, error)
}
