package interview

import (
	"slices"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview/translation"
)

// ID names a rehearsal.
type ID string

// MaxProbes is how many follow-ups one question may get.
const MaxProbes = 2

// Rehearsal is the plan and everything that happened since: one record.
type Rehearsal struct {
	ID        ID        `json:"id"`
	CreatedAt time.Time `json:"createdAt"`
	Plan      Plan      `json:"plan"`
	Moves     []Move    `json:"moves"`
}

// Plan is frozen before the start; nothing changes it afterwards.
type Plan struct {
	Seed     uint64 `json:"seed,string"` // of the choice of questions
	Language string `json:"language"`
	// TranslatedBy put the words into Language; nil: they are the bank's own.
	TranslatedBy *translation.Source `json:"translatedBy,omitempty"`
	Difficulty   Difficulty          `json:"difficulty,omitempty"`
	PersonaID    string              `json:"personaId"`
	PersonaName  string              `json:"personaName"`
	Manner       string              `json:"manner"`             // how the persona asks, for a model that words follow-ups
	Live         bool                `json:"live"`               // helpers write down and word follow-ups while it goes on
	Feedback     Feedback            `json:"feedback,omitempty"` // empty: Real; plans made earlier have none
	MaxProbes    int                 `json:"maxProbes"`          // follow-ups the interviewer likes to ask, at most MaxProbes
	PostingID    string              `json:"postingId"`          // empty: no posting
	For          string              `json:"for"`                // the posting's title and company at that moment
	Terms        []string            `json:"terms"`              // the posting's keywords at that moment
	Facts        []Fact              `json:"facts"`              // what the candidate wants to draw on
	Questions    []PlannedQuestion   `json:"questions"`
	Closing      string              `json:"closing"` // the interviewer's last words
}

// Fact is a line of the ledger as it read when the plan was made.
type Fact struct {
	ItemID string `json:"itemId"`
	From   string `json:"from"` // the role it belongs to
	Text   string `json:"text"`
}

// PlannedQuestion is a question of the bank as it was worded when the plan was made.
type PlannedQuestion struct {
	QuestionID   string `json:"questionId"`
	CompetencyID string `json:"competencyId"`
	Competency   string `json:"competency"`
	Text         string `json:"text"`
	Tests        string `json:"tests"` // what the question is after
	Lead         string `json:"lead"`  // what the interviewer says before it
	// LeadAfterSkip is said instead where the question before was passed: nobody is
	// thanked for an answer that wasn't given. Plans made earlier have none.
	LeadAfterSkip string            `json:"leadAfterSkip"`
	Probes        map[string]string `json:"probes"` // the follow-up for each missing part of STAR
	ProbeLeads    []string          `json:"probeLeads"`
}

// State replays the moves.
func (r Rehearsal) State() (State, error) { return fold(len(r.Plan.Questions), r.Moves) }

// with returns the rehearsal after one more move, and where it then stands.
func (r Rehearsal) with(m Move) (Rehearsal, State, error) {
	moves := append(r.Moves[:len(r.Moves):len(r.Moves)], m)
	s, err := fold(len(r.Plan.Questions), moves)
	if err != nil {
		return r, State{}, err
	}
	r.Moves = moves
	return r, s, nil
}

// StartedAt is the moment of the first question, or zero before.
func (r Rehearsal) StartedAt() time.Time { return r.firstAt(MoveStart) }

// EndedAt is the moment the rehearsal closed for the first time, or zero before: a further
// attempt from the report closes it again, which is no other end.
func (r Rehearsal) EndedAt() time.Time { return r.firstAt(MoveClose, MoveEnd) }

func (r Rehearsal) firstAt(kinds ...MoveKind) time.Time {
	for _, m := range r.Moves {
		if slices.Contains(kinds, m.Kind) {
			return m.At
		}
	}
	return time.Time{}
}
