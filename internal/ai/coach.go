package ai

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/sashabaranov/go-openai/jsonschema"
	"golang.org/x/text/unicode/norm"

	"github.com/jobjourney/jobjourney/internal/ai/prompts"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/advice"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
)

// Coach is one model in the parts it plays in a rehearsal. It fulfils scoring.Rater,
// followup.Interviewer, advice.Adviser and translation.Translator.
type Coach struct {
	client    *Client
	model     string
	mustThink bool
	spent     func(Usage) // told of every answer's usage
}

// NewCoach gives a model its parts. mustThink says that it can't answer without thinking.
// spent is called for one answer at a time, though several may be asked for at once.
func NewCoach(c *Client, model string, mustThink bool, spent func(Usage)) *Coach {
	var one sync.Mutex
	return &Coach{c, model, mustThink, func(u Usage) {
		if spent != nil {
			one.Lock()
			defer one.Unlock()
			spent(u)
		}
	}}
}

// Compose brings a text to Unicode's composed form (NFC).
func Compose(text string) string { return norm.NFC.String(text) }

// Room for answers, in tokens; thinking counts too.
const (
	scoreTokens  = 6000
	adviceTokens = 4000
	askTokens    = 120
	thinkTokens  = 4000 // more for a model that must think
)

func (c *Coach) request(name prompts.Name, gaps, material any, tokens int) Request {
	if c.mustThink {
		tokens += thinkTokens
	}
	return Request{
		Model: c.model, MustThink: c.mustThink, MaxTokens: tokens, System: prompts.Text(name, gaps),
		Messages: []Message{{User, prompts.Data(material)}},
	}
}

// wireOpinion is what the scale asks for.
type wireOpinion struct {
	Criterion string   `json:"criterion"`
	Quotes    []string `json:"quotes"`
	Anchor    string   `json:"anchor"`
	Level     *int     `json:"level"`
}

type wireOpinions struct {
	Criteria []wireOpinion `json:"criteria"`
}

// Rate is scoring.Rater.
func (c *Coach) Rate(ctx context.Context, t scoring.Task) (scoring.Opinions, error) {
	mask := NewMask(t.Person)
	asked := make([]rubric.Criterion, 0, len(t.Criteria))
	for _, id := range t.Criteria {
		if one, ok := t.Rubric.Criterion(id); ok {
			asked = append(asked, one)
		}
	}
	r := c.request(prompts.Score, map[string]any{"Criteria": asked}, map[string]string{
		"question": mask.Hide(t.Question), "questionIsAfter": t.Tests, "competency": t.Competency, "rehearsalFor": mask.Hide(t.Role),
		"answer": mask.Hide(strings.Join(t.Words, " ")),
	}, scoreTokens)
	r.Schema = &Schema{"rating", opinionSchema(t.Criteria)}
	said, reply, err := Structured(ctx, c.client, r, func(o wireOpinions) error { return judgesAll(o, t.Criteria) })
	c.spent(reply.Usage)
	out := scoring.Opinions{
		Source:  scoring.Source{Model: or(reply.Model, c.model), Provider: or(reply.Provider, c.client.Host()), PromptVersion: string(prompts.Score), OwnTemperature: reply.OwnTemperature},
		CostUSD: reply.Usage.CostUSD,
	}
	if err != nil {
		return out, fmt.Errorf("rate answer: %w", err)
	}
	for _, o := range said.Criteria {
		out.Criteria = append(out.Criteria, o.opinion(mask))
	}
	return out, nil
}

func (o wireOpinion) opinion(mask *Mask) scoring.Opinion {
	out := scoring.Opinion{Criterion: rubric.CriterionID(o.Criterion), Anchor: o.Anchor, Insufficient: o.Level == nil}
	if o.Level != nil {
		out.Level = *o.Level
	}
	for _, q := range o.Quotes {
		out.Quotes = append(out.Quotes, mask.Show(q))
	}
	return out
}

// judgesAll wants one judgement of each criterion. Levels and quotes are checked where
// they are used, so that one wrong quote doesn't cost all of them.
func judgesAll(o wireOpinions, want []rubric.CriterionID) error {
	seen := map[string]int{}
	for _, one := range o.Criteria {
		seen[one.Criterion]++
		if one.Level != nil && (*one.Level < 1 || *one.Level > rubric.Levels) {
			return errors.New("a level is not from 1 to 5")
		}
	}
	for _, id := range want {
		if seen[string(id)] != 1 {
			return errors.New("each criterion must be judged once")
		}
	}
	return nil
}

func opinionSchema(ids []rubric.CriterionID) jsonschema.Definition {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	text := jsonschema.Definition{Type: jsonschema.String}
	one := object(map[string]jsonschema.Definition{
		"criterion": {Type: jsonschema.String, Enum: names},
		"quotes":    {Type: jsonschema.Array, Items: &text},
		"anchor":    text,
		"level":     {AnyOf: []jsonschema.Definition{{Type: jsonschema.Integer}, {Type: jsonschema.Null}}},
	}, "criterion", "quotes", "anchor", "level")
	return object(map[string]jsonschema.Definition{"criteria": {Type: jsonschema.Array, Items: &one}}, "criteria")
}

func object(fields map[string]jsonschema.Definition, names ...string) jsonschema.Definition {
	return jsonschema.Definition{Type: jsonschema.Object, Properties: fields, Required: names, AdditionalProperties: false}
}

// FollowUp is followup.Interviewer. A question that doesn't fit is the fault Unavailable
// ai.badReply: the plan has one of its own.
func (c *Coach) FollowUp(ctx context.Context, t followup.Task) (followup.Wording, error) {
	mask := NewMask(t.Person)
	r := c.request(prompts.FollowUp, map[string]string{
		"Interviewer": t.Interviewer, "Manner": t.Manner, "Language": language(t.Language), "Aim": t.Aim,
	}, map[string]string{"question": mask.Hide(t.Question), "answer": mask.Hide(t.Answer)}, askTokens)
	reply, err := c.client.Chat(ctx, r, nil)
	c.spent(reply.Usage)
	if err != nil {
		return followup.Wording{}, fmt.Errorf("word follow-up: %w", err)
	}
	question := strings.Trim(mask.Show(strings.TrimSpace(reply.Text)), `"“”`)
	if !followup.Fits(question, t) {
		return followup.Wording{}, fmt.Errorf("word follow-up: %w", fault.New(fault.Unavailable, "ai.badReply"))
	}
	return followup.Wording{Question: question, Source: followup.Source{
		Model: or(reply.Model, c.model), Provider: or(reply.Provider, c.client.Host()),
		PromptVersion: string(prompts.FollowUp), CostUSD: reply.Usage.CostUSD,
	}}, nil
}

type wirePoint struct {
	Quote  string `json:"quote"`
	Try    string `json:"try"`
	FactID string `json:"factId"`
}

type wirePoints struct {
	Points []wirePoint `json:"points"`
}

// Advise is advice.Adviser.
func (c *Coach) Advise(ctx context.Context, t advice.Task) ([]advice.Point, error) {
	mask := NewMask(t.Person)
	facts := []map[string]string{}
	for _, f := range t.Facts {
		facts = append(facts, map[string]string{"id": f.ID, "text": mask.Hide(f.Text)})
	}
	r := c.request(prompts.Advise, map[string]string{"Language": language(t.Language)}, map[string]any{
		"question": mask.Hide(t.Question), "answer": mask.Hide(t.Answer), "facts": facts,
	}, adviceTokens)
	text := jsonschema.Definition{Type: jsonschema.String}
	point := object(map[string]jsonschema.Definition{"quote": text, "try": text, "factId": text}, "quote", "try", "factId")
	r.Schema = &Schema{"advice", object(map[string]jsonschema.Definition{"points": {Type: jsonschema.Array, Items: &point}}, "points")}
	said, reply, err := Structured(ctx, c.client, r, func(wirePoints) error { return nil })
	c.spent(reply.Usage)
	if err != nil {
		return nil, fmt.Errorf("ask for advice: %w", err)
	}
	out := make([]advice.Point, len(said.Points))
	for i, p := range said.Points {
		out[i] = advice.Point{Quote: mask.Show(p.Quote), Try: mask.Show(p.Try), FactID: p.FactID}
	}
	return out, nil
}

// languages are the ten questions can be asked in, by their English names, which models know best.
var languages = map[string]string{
	"en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian",
	"pt": "Portuguese", "nl": "Dutch", "pl": "Polish", "sv": "Swedish", "tr": "Turkish",
}

func language(code string) string { return or(languages[code], code) }

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
