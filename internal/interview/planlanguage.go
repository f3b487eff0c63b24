package interview

import (
	"context"
	"fmt"
	"slices"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/bank"
	"github.com/jobjourney/jobjourney/internal/interview/star"
	"github.com/jobjourney/jobjourney/internal/interview/translation"
)

// linesAtOnce is about how many lines a model is given at a time: enough to keep a question
// and its follow-ups together, few enough that one wrong line costs little.
const linesAtOnce = 24

// LanguageChoice is a language to rehearse in.
type LanguageChoice struct {
	Code    string `json:"code"` // ISO 639-1
	Name    string `json:"name"` // in the language itself
	BuiltIn bool   `json:"builtIn"`
	// HasVoice: somebody can read the questions aloud in it.
	HasVoice bool `json:"hasVoice"`
	// Heard: who was chosen to write down answers may well know it. True if nobody was chosen.
	Heard bool `json:"heard"`
	// Checklist: the words of answers in it can be checked for the parts of a story.
	Checklist bool `json:"checklist"`
}

func (s *Service) languageChoices(ctx context.Context) []LanguageChoice {
	known, _ := s.d.Cast.Hears(ctx)
	out := []LanguageChoice{}
	for _, l := range translation.Languages() {
		out = append(out, LanguageChoice{
			Code: l.Code, Name: l.Name, BuiltIn: slices.Contains(bank.Languages(), l.Code),
			HasVoice: s.d.Voice.Available(l.Code), Heard: known == nil || slices.Contains(known, l.Code), Checklist: star.Knows(l.Code),
		})
	}
	return out
}

func knownLanguage(code string) bool {
	return slices.ContainsFunc(translation.Languages(), func(l translation.Language) bool { return l.Code == code })
}

// translated puts a plan of the bank into another language: every word the interviewer
// says or shows, and nothing else. Faults: Conflict interview.noTranslator, and those of the
// coach.
func (s *Service) translated(ctx context.Context, plan Plan, persona bank.Persona, to string, progress func(done, total int)) (Plan, error) {
	coach, err := s.d.Cast.Coach(ctx)
	if err != nil {
		return Plan{}, fmt.Errorf("choose coach: %w", err)
	}
	if coach == nil {
		return Plan{}, fault.New(fault.Conflict, "interview.noTranslator")
	}
	put, total := wordings{}, 0
	parts := batches(plan)
	for _, lines := range parts {
		total += len(lines)
	}
	for _, lines := range parts {
		progress(len(put), total)
		task := translation.Task{From: plan.Language, To: to, Interviewer: persona.Name, Manner: persona.About, Lines: lines}
		if plan.TranslatedBy, err = put.ask(ctx, coach, task); err != nil {
			return Plan{}, fmt.Errorf("put questions into another language: %w", err)
		}
	}
	progress(total, total)
	return put.plan(plan, to), nil
}

// wording is a text in the part it plays: the same words may be put in two ways.
type wording struct {
	kind translation.Kind
	text string
}

// batches are the lines of a plan, each once: what is said around questions, then question by question.
func batches(plan Plan) [][]translation.Line {
	seen, next := map[wording]bool{}, 0
	group := func(add func(say func(translation.Kind, ...string))) []translation.Line {
		var lines []translation.Line
		add(func(kind translation.Kind, texts ...string) {
			for _, text := range texts {
				if w := (wording{kind, text}); text != "" && !seen[w] {
					seen[w] = true
					next++
					lines = append(lines, translation.Line{ID: fmt.Sprint(next), Kind: kind, Text: text})
				}
			}
		})
		return lines
	}
	groups := [][]translation.Line{group(plan.remarks)}
	for _, q := range plan.Questions {
		groups = append(groups, group(q.lines))
	}
	var out [][]translation.Line
	for _, g := range groups {
		if last := len(out) - 1; last >= 0 && len(out[last])+len(g) <= linesAtOnce {
			out[last] = append(out[last], g...)
			continue
		}
		out = append(out, g)
	}
	return out
}

func (p Plan) remarks(say func(translation.Kind, ...string)) {
	for _, q := range p.Questions {
		say(translation.Remark, q.Lead, q.LeadAfterSkip)
		say(translation.Remark, q.ProbeLeads...)
	}
	say(translation.Remark, p.Closing)
}

func (q PlannedQuestion) lines(say func(translation.Kind, ...string)) {
	say(translation.Topic, q.Competency)
	say(translation.Question, q.Text)
	say(translation.Aim, q.Tests)
	for _, part := range star.Parts() {
		say(translation.FollowUp, q.Probes[string(part)])
	}
}

// wordings are the new words for the old.
type wordings map[wording]string

// ask has lines translated. What the translator has checked is checked once more here, where
// it is kept for good.
func (w wordings) ask(ctx context.Context, by translation.Translator, t translation.Task) (*translation.Source, error) {
	got, err := by.Translate(ctx, t)
	if err != nil {
		return nil, err
	}
	pairs := make([]translation.Pair, 0, len(got.Texts))
	for id, text := range got.Texts {
		pairs = append(pairs, translation.Pair{ID: id, Text: text})
	}
	texts, wrong := translation.Check(t, pairs)
	if wrong != nil {
		return nil, fault.New(fault.Unavailable, "ai.badReply")
	}
	for _, l := range t.Lines {
		w[wording{l.Kind, l.Text}] = texts[l.ID]
	}
	return &got.Source, nil
}

// plan gives the plan in its new words. Ids and everything of the person stay.
func (w wordings) plan(p Plan, language string) Plan {
	p.Language, p.Closing = language, w[wording{translation.Remark, p.Closing}]
	p.Questions = slices.Clone(p.Questions)
	for i := range p.Questions {
		p.Questions[i] = w.question(p.Questions[i])
	}
	return p
}

func (w wordings) question(q PlannedQuestion) PlannedQuestion {
	remark := func(text string) string { return w[wording{translation.Remark, text}] }
	q.Lead, q.LeadAfterSkip = remark(q.Lead), remark(q.LeadAfterSkip)
	q.Competency, q.Text = w[wording{translation.Topic, q.Competency}], w[wording{translation.Question, q.Text}]
	q.Tests = w[wording{translation.Aim, q.Tests}]
	leads, probes := make([]string, len(q.ProbeLeads)), make(map[string]string, len(q.Probes))
	for i, text := range q.ProbeLeads {
		leads[i] = remark(text)
	}
	for part, text := range q.Probes {
		probes[part] = w[wording{translation.FollowUp, text}]
	}
	q.ProbeLeads, q.Probes = leads, probes
	return q
}
