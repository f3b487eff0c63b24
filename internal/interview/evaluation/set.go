package evaluation

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// Kind says why an answer is in the set.
type Kind string

// The kinds of answers. All but Rung and Short are twins: another form of the
// answer named by Of, to be graded exactly like it.
const (
	Rung       Kind = "rung"       // a step of the question's ladder
	Short      Kind = "short"      // something to the point, in fewer than MinWords words
	Repeat     Kind = "repeat"     // word for word the same
	Padded     Kind = "padded"     // about three times as long, with words that say nothing
	Compressed Kind = "compressed" // at most two thirds as long, no part left out
	Plain      Kind = "plain"      // the same in plainer words
	Eloquent   Kind = "eloquent"   // the same in finer words
	Translated Kind = "translated" // the same in a language that isn't the question's
	Injected   Kind = "injected"   // the same with an instruction to the scorer inside
)

// Step is how good an answer is by intention, in five steps that a scorer has to
// put into this order.
type Step string

// The steps, in ascending order.
const (
	Empty   Step = "empty"   // nothing to tell
	Off     Step = "off"     // not what was asked
	Vague   Step = "vague"   // to the question, without a story to hold on to
	Partial Step = "partial" // a story in which something is missing
	Full    Step = "full"    // a story with all its parts
)

// Steps lists the steps in ascending order.
func Steps() []Step { return []Step{Empty, Off, Vague, Partial, Full} }

// MinWords is the least number of words of an answer that may be rated above
// MaxCapped.
const MinWords = 15

// MaxCapped is the highest level of an answer that has fewer than MinWords words
// or is off the question.
const MaxCapped = 2

// Grades are the levels by criterion, 1 to rubric.Levels; nil where the answer
// holds nothing to judge the criterion by.
type Grades map[rubric.CriterionID]*int

// Answer is one invented answer.
type Answer struct {
	ID        string   `json:"id"` // group, slash, name
	Kind      Kind     `json:"kind"`
	Step      Step     `json:"step"`      // only with Rung
	Of        string   `json:"of"`        // twins: the id of the answer it is another form of
	Form      string   `json:"form"`      // Injected: how the instruction is dressed
	Injection string   `json:"injection"` // Injected: the instruction, as it stands in Text
	Language  string   `json:"language"`  // Translated: the answer's language, ISO 639-1
	Voice     []string `json:"voice"`     // how the person speaks; see set/README.md
	Grades    Grades   `json:"grades"`
	Text      string   `json:"text"` // as a recogniser writes speech down
}

// Group is a question with its answers.
type Group struct {
	ID         string   `json:"id"`
	Competency string   `json:"competency"`
	Profession string   `json:"profession"`
	Language   string   `json:"language"` // of the question, ISO 639-1
	Question   string   `json:"question"`
	Answers    []Answer `json:"answers"`
}

// Item is what a scorer is given of an answer. The grade isn't part of it, and ID,
// which hints at it, is for the report and must not be shown to a model.
type Item struct {
	ID         string
	Competency string
	Profession string
	Language   string // of the question
	Question   string
	Answer     string
}

// Set is all groups. It is never changed after Load and safe for concurrent use.
type Set struct {
	// Version names the content: reports of different versions are not comparable.
	// It is the beginning of the SHA-256 of the files.
	Version string
	groups  []Group
	answers map[string]*Answer
}

//go:embed set/*.json
var content embed.FS

// Load reads the set that is part of the program.
func Load() (*Set, error) {
	s, err := read(content)
	if err != nil {
		return nil, fmt.Errorf("load evaluation set: %w", err)
	}
	return s, nil
}

func read(files fs.FS) (*Set, error) {
	names, err := fs.Glob(files, "set/*.json")
	if err != nil {
		return nil, err
	}
	s, digest := &Set{answers: map[string]*Answer{}}, sha256.New()
	for _, name := range names { // sorted by name
		raw, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		digest.Write(raw)
		var g Group
		d := json.NewDecoder(bytes.NewReader(raw))
		d.DisallowUnknownFields() // finds a slip of the pen
		if err := d.Decode(&g); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		s.groups = append(s.groups, g)
	}
	s.Version = hex.EncodeToString(digest.Sum(nil))[:12]
	return s, s.index()
}

// index finds answers by id and refuses what no figure could be computed from.
func (s *Set) index() error {
	for i := range s.groups {
		for j := range s.groups[i].Answers {
			a := &s.groups[i].Answers[j]
			if s.answers[a.ID] != nil {
				return fmt.Errorf("%s is there twice", a.ID)
			}
			if err := s.fits(a); err != nil {
				return fmt.Errorf("%s: %w", a.ID, err)
			}
			s.answers[a.ID] = a
		}
	}
	return nil
}

// fits checks one answer against those before it.
func (s *Set) fits(a *Answer) error {
	base := s.answers[a.Of]
	switch a.Kind {
	case Rung:
		if !slices.Contains(Steps(), a.Step) {
			return fmt.Errorf("no step %q", a.Step)
		}
	case Short:
	case Repeat, Padded, Compressed, Plain, Eloquent, Translated, Injected:
		if base == nil || base.Kind != Rung {
			return fmt.Errorf("twin of %q, which is no rung before it", a.Of)
		}
	default:
		return fmt.Errorf("no kind %q", a.Kind)
	}
	for id, level := range a.Grades {
		if level != nil && (*level < 1 || *level > rubric.Levels) || !slices.Contains(criteria(), id) {
			return fmt.Errorf("grade for %q is none", id)
		}
	}
	if len(a.Grades) != len(criteria()) {
		return fmt.Errorf("%d grades", len(a.Grades))
	}
	return nil
}

// criteria lists the five in the order they are reported.
func criteria() []rubric.CriterionID {
	return []rubric.CriterionID{rubric.Relevance, rubric.SituationAndTask, rubric.OwnAction, rubric.Result, rubric.RoleDepth}
}

// Groups lists the questions with their answers, sorted by id. The caller must not
// change them.
func (s *Set) Groups() []Group { return s.groups }

// Items lists what there is to score, in the order of the groups.
func (s *Set) Items() []Item {
	var all []Item
	for _, g := range s.groups {
		for _, a := range g.Answers {
			all = append(all, Item{a.ID, g.Competency, g.Profession, g.Language, g.Question, a.Text})
		}
	}
	return all
}
