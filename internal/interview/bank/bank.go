package bank

import (
	"slices"

	"github.com/jobjourney/jobjourney/internal/interview/star"
)

// CompetencyID names a competency; it never changes once released.
type CompetencyID string

// ProfessionID names a profession that has questions of its own.
type ProfessionID string

// QuestionID names a question: its competency or profession, a dot, and a word or
// two. It never changes once released, as rehearsals refer to it.
type QuestionID string

// PersonaID names a persona.
type PersonaID string

// Kind says what a question asks for.
type Kind string

// The kinds of questions.
const (
	Background Kind = "background" // how the person sees and does things in general
	Situation  Kind = "situation"  // a story of something that happened
	Role       Kind = "role"       // the daily work of one profession
)

// MaxWords is the most words of a question; MaxProbeWords that of a follow-up.
const (
	MaxWords      = 30
	MaxProbeWords = 25
)

// Competency is something an interview looks for.
type Competency struct {
	ID          CompetencyID   `json:"id"`
	Order       int            `json:"order"` // place in lists, from 1
	Name        string         `json:"name"`
	Description string         `json:"description"`
	Cues        []string       `json:"cues"`        // words of a posting that call for it
	Professions []ProfessionID `json:"professions"` // where it matters most
}

// Profession is a line of work with questions of its own.
type Profession struct {
	ID    ProfessionID `json:"id"`
	Order int          `json:"order"`
	Name  string       `json:"name"`
	Cues  []string     `json:"cues"` // words of a posting or profile that point to it
}

// Question is one question of the bank.
type Question struct {
	ID         QuestionID           `json:"id"`
	Kind       Kind                 `json:"kind"`
	Text       string               `json:"text"`
	Competency CompetencyID         `json:"competency"`
	Profession ProfessionID         `json:"profession"` // only with Role
	Tests      string               `json:"tests"`      // what the question is after, in a sentence
	Probes     map[star.Part]string `json:"probes"`     // follow-ups of its own, by the missing part
}

// Persona is who asks.
type Persona struct {
	ID               PersonaID            `json:"id"`
	Name             string               `json:"name"`
	About            string               `json:"about"`
	Warmth           string               `json:"warmth"`         // warm, neutral or reserved
	Pace             string               `json:"pace"`           // unhurried, brisk or slow
	WordsPerMinute   int                  `json:"wordsPerMinute"` // speaking pace
	GapMs            int                  `json:"gapMs"`          // silence before the next question
	MaxProbes        int                  `json:"maxProbes"`      // 1 or 2 follow-ups to a question
	Opening          string               `json:"opening"`
	Acknowledgements []string             `json:"acknowledgements"` // said after an answer
	AfterSkip        []string             `json:"afterSkip"`        // said after a question that was passed
	BeforeProbe      []string             `json:"beforeProbe"`      // said before a follow-up
	Closing          string               `json:"closing"`
	Probes           map[star.Part]string `json:"probes"` // general follow-ups, all four parts
}

// Bank is the content of one language. It is never changed after Load, and safe
// for concurrent use.
type Bank struct {
	language     string
	competencies []Competency
	professions  []Profession
	questions    []Question
	personas     []Persona
}

// Language is the ISO 639-1 code of the bank.
func (b *Bank) Language() string { return b.language }

// Competencies lists the competencies in their order.
func (b *Bank) Competencies() []Competency { return slices.Clone(b.competencies) }

// Professions lists the professions in their order.
func (b *Bank) Professions() []Profession { return slices.Clone(b.professions) }

// Personas lists the personas in their order.
func (b *Bank) Personas() []Persona { return slices.Clone(b.personas) }

// Filter chooses questions; an empty field lets everything through.
type Filter struct {
	Competency CompetencyID
	Profession ProfessionID
	Kind       Kind
}

// Questions lists the questions that fit, always in the same order.
func (b *Bank) Questions(f Filter) []Question {
	var out []Question
	for _, q := range b.questions {
		if (f.Competency == "" || q.Competency == f.Competency) &&
			(f.Profession == "" || q.Profession == f.Profession) &&
			(f.Kind == "" || q.Kind == f.Kind) {
			out = append(out, q)
		}
	}
	return out
}

// Question finds a question by its id.
func (b *Bank) Question(id QuestionID) (Question, bool) {
	return find(b.questions, func(q Question) bool { return q.ID == id })
}

// Competency finds a competency by its id.
func (b *Bank) Competency(id CompetencyID) (Competency, bool) {
	return find(b.competencies, func(c Competency) bool { return c.ID == id })
}

// Profession finds a profession by its id.
func (b *Bank) Profession(id ProfessionID) (Profession, bool) {
	return find(b.professions, func(p Profession) bool { return p.ID == id })
}

// Persona finds a persona by its id.
func (b *Bank) Persona(id PersonaID) (Persona, bool) {
	return find(b.personas, func(p Persona) bool { return p.ID == id })
}

func find[T any](list []T, fits func(T) bool) (T, bool) {
	if i := slices.IndexFunc(list, fits); i >= 0 {
		return list[i], true
	}
	var none T
	return none, false
}

// Probe is the follow-up for a part that an answer to the question left out: the
// question's own where it has one, else the persona's.
func (q Question) Probe(p Persona, missing star.Part) string {
	if own := q.Probes[missing]; own != "" {
		return own
	}
	return p.Probes[missing]
}
