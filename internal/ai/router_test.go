package ai_test

import (
	"slices"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai"
	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/advice"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
)

func TestTheRoutersModelsAndKey(t *testing.T) {
	s := router(t, fakeai.Options{})
	p := coaches(s)
	models, err := p.Models(t.Context(), account(fakeai.Key), provider.Coach)
	ids := map[string]provider.Model{}
	for _, m := range models {
		ids[m.ID] = m
	}
	if err != nil || len(models) != 6 || ids[fakeai.Scribe].ID != "" || ids[fakeai.Speaker].ID != "" {
		t.Fatalf("%+v, %v", models, err)
	}
	if m := ids[fakeai.Chat]; m.Name != "Acme: Interviewer" || !m.Structured || m.MustThink || *m.PromptUSD < 0.29 || *m.PromptUSD > 0.31 || *m.AnswerUSD < 1.49 {
		t.Errorf("%+v", m)
	}
	if ids[fakeai.Plain].Structured || !ids[fakeai.Thinker].MustThink || *ids[fakeai.Free].PromptUSD != 0 {
		t.Errorf("%+v", models)
	}
	s.SetCredit(fakeai.Key, 2)
	s.SetFreeTier(fakeai.Key, true)
	if a, err := p.Check(t.Context(), account(fakeai.Key)); err != nil || *a.LeftUSD != 2 || !a.Free || a.Label == "" {
		t.Errorf("%+v, %v", a, err)
	}
	for _, key := range []string{"sk-or-v1-nobody", ""} {
		if _, err := p.Check(t.Context(), account(key)); fault.Of(err).Key != "ai.invalidKey" {
			t.Errorf("%q: %v", key, err)
		}
	}
	s.Disable(fakeai.Key)
	if err := p.Try(t.Context(), account(fakeai.Key), provider.Coach, provider.Choice{Model: fakeai.Chat}); fault.Of(err).Key != "ai.invalidKey" {
		t.Errorf("%v", err)
	}
}

// Every model of the catalogue coaches; what each costs is what the router books.
func TestEveryModelCoaches(t *testing.T) {
	for _, model := range []string{fakeai.Chat, fakeai.Alias, fakeai.Plain, fakeai.Thinker} {
		t.Run(model, func(t *testing.T) {
			s := router(t, fakeai.Options{Reply: fakeai.Script{Level: 4}.Reply})
			spent := 0.0
			who, err := coaches(s).Coach(account(fakeai.Key), provider.Choice{Model: model, MustThink: model == fakeai.Thinker}, func(usd *float64) { spent += *usd })
			if err != nil {
				t.Fatal(err)
			}
			score := scoring.Rate(t.Context(), who, answer(), scoring.Options{Runs: 1, Compose: ai.Compose})
			if score.Scored != 5 || *score.Overall < 3.99 || *score.Overall > 4.01 || score.Source.Provider != "Acme" || *score.CostUSD <= 0 {
				t.Errorf("%+v", score)
			}
			if asked, err := who.FollowUp(t.Context(), followUp()); err != nil || asked.Question == "" || asked.Provider != "Acme" || *asked.CostUSD <= 0 {
				t.Errorf("%+v, %v", asked, err)
			}
			said := scoring.Finder(answer().Words, ai.Compose)
			points, err := who.Advise(t.Context(), adviceTask())
			held := advice.Holding(points, adviceTask(), func(q string) bool { _, ok := said(q); return ok })
			if err != nil || len(held) != 1 || held[0].FactID != "f7" {
				t.Errorf("%+v held of %+v, %v", held, points, err)
			}
			if booked := s.Spent(fakeai.Key); booked <= 0 || spent < booked*0.999 || spent > booked*1.001 {
				t.Errorf("%f USD told, %f booked", spent, booked)
			}
		})
	}
}

// A router that has nobody who can do all of a request is asked for less, and at once so
// from then on. What the person wants of providers stays in every request.
func TestARouterIsAskedForLess(t *testing.T) {
	for name, tt := range map[string]struct {
		model     string
		mustThink bool
		calls     int // of two scorings
		schema    []bool
	}{
		"does all of it":       {fakeai.Thinker, true, 2, []bool{true, true}},
		"can't leave thinking": {fakeai.Chat, false, 3, []bool{true, true, true}},
		"knows no schema":      {fakeai.Plain, false, 3, []bool{true, true, true}},
	} {
		t.Run(name, func(t *testing.T) {
			s := router(t, fakeai.Options{})
			c, _ := patient(t, s, ai.Privacy{ZeroRetention: true})
			coach := ai.NewCoach(c, tt.model, tt.mustThink, nil)
			for range 2 {
				if got := rate(t.Context(), coach, 1); got.Scored != 5 {
					t.Errorf("%+v", got)
				}
			}
			sent := bodies(t, s.Calls(completions))
			if len(sent) != tt.calls {
				t.Fatalf("%d calls", len(sent))
			}
			for i, b := range sent {
				if (b["response_format"] != nil) != tt.schema[i] || routing(b, "data_collection") != "deny" || routing(b, "zdr") != true {
					t.Errorf("call %d: %v", i, b)
				}
				if demanding := tt.calls == 2 || i == 0; (routing(b, "require_parameters") == true) != demanding {
					t.Errorf("call %d: %v", i, b["provider"])
				}
			}
		})
	}
}

// The refusal has another shape where the router is older: a sentence.
func TestAnOlderRouterIsAskedForLess(t *testing.T) {
	sentence := func(text string) fakeai.Fault {
		return fakeai.Answer(404, map[string]any{"error": map[string]any{"message": text, "code": 404}})
	}
	s := router(t, fakeai.Options{})
	c, _ := patient(t, s, ai.Privacy{})
	s.Fail(completions, 1, sentence("No endpoints found that can handle the requested parameters."))
	if got := rate(t.Context(), ai.NewCoach(c, fakeai.Thinker, true, nil), 1); got.Scored != 5 || len(s.Calls(completions)) != 2 {
		t.Errorf("%+v after %d calls", got, len(s.Calls(completions)))
	}
	s.Fail(completions, 1, sentence("No endpoints found matching your data policy (Free model training). Configure: https://openrouter.ai/settings/privacy"))
	if _, err := c.Chat(t.Context(), question(fakeai.Chat), nil); fault.Of(err).Key != "ai.privacyRestricted" {
		t.Errorf("%v", err)
	}
	s.Fail(completions, 1, sentence("No endpoints found for acme/gone."))
	if _, err := c.Chat(t.Context(), question(fakeai.Chat), nil); fault.Of(err).Key != "ai.modelMissing" {
		t.Errorf("%v", err)
	}
}

func TestAPrivacySettingIsNeverRelaxed(t *testing.T) {
	for name, tt := range map[string]struct {
		model   string
		privacy ai.Privacy
		key     string
		deny    any
		zdr     any
	}{
		"trains on words":         {fakeai.Collector, ai.Privacy{}, "ai.privacyRestricted", "deny", nil},
		"may train":               {fakeai.Collector, ai.Privacy{AllowTraining: true}, "", "allow", nil},
		"keeps words":             {fakeai.Collector, ai.Privacy{AllowTraining: true, ZeroRetention: true}, "ai.privacyRestricted", "allow", true},
		"free, and trains":        {fakeai.Free, ai.Privacy{}, "ai.privacyRestricted", "deny", nil},
		"keeps nothing, is asked": {fakeai.Chat, ai.Privacy{ZeroRetention: true}, "", "deny", true},
	} {
		t.Run(name, func(t *testing.T) {
			s := router(t, fakeai.Options{})
			c, _ := patient(t, s, tt.privacy)
			coach := ai.NewCoach(c, tt.model, false, nil)
			score := rate(t.Context(), coach, scoring.Runs)
			_, asked := coach.FollowUp(t.Context(), followUp())
			_, advised := coach.Advise(t.Context(), adviceTask())
			for _, err := range []error{score.Failure(), asked, advised} {
				if tt.key == "" && err != nil || tt.key != "" && fault.Of(err).Key != tt.key {
					t.Errorf("%v", err)
				}
			}
			if tt.key != "" && (score.Cause != tt.key || len(s.Calls(completions)) != scoring.Runs+2) {
				t.Errorf("%+v after %d calls", score, len(s.Calls(completions)))
			}
			for _, b := range bodies(t, s.Calls(completions)) {
				if routing(b, "data_collection") != tt.deny || routing(b, "zdr") != tt.zdr {
					t.Errorf("sent %v", b["provider"])
				}
			}
		})
	}
}

func TestAModelThatThinks(t *testing.T) {
	s := router(t, fakeai.Options{})
	c, _ := patient(t, s, ai.Privacy{})
	r := question(fakeai.Thinker)
	r.MustThink = true
	got, err := c.Chat(t.Context(), r, nil)
	if err != nil || got.Usage.ReasoningTokens == 0 || got.Text != "What exactly did you do yourself?" {
		t.Errorf("%+v, %v", got, err)
	}
	r.MustThink = false // chosen before the model could do nothing but think
	if _, err := c.Chat(t.Context(), r, nil); fault.Of(err).Key != "ai.requestRefused" {
		t.Errorf("%v", err)
	}
	r.MustThink, r.MaxTokens = true, 3 // less than its thoughts take
	if got, err := c.Chat(t.Context(), r, nil); fault.Of(err).Key != "ai.answerTooLong" || got.Text != "" {
		t.Errorf("%+v, %v", got, err)
	}
	r.MaxTokens, r.Think = 0, true // its thoughts come along, and are heard by nobody
	if got, err := c.Chat(t.Context(), r, nil); err != nil || got.Text[:4] == "The " || !slices.Contains([]byte(got.Text), '?') {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestCreditThatRunsOutInMidSession(t *testing.T) {
	s := router(t, fakeai.Options{})
	p := coaches(s)
	s.SetCredit(fakeai.Key, 1)
	who, err := p.Coach(account(fakeai.Key), provider.Choice{Model: fakeai.Chat}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := who.FollowUp(t.Context(), followUp()); err != nil {
		t.Fatal(err)
	}
	s.SetCredit(fakeai.Key, s.Spent(fakeai.Key))
	before := len(s.Calls(completions))
	if _, err := who.FollowUp(t.Context(), followUp()); fault.Of(err).Key != "ai.noCredit" {
		t.Errorf("%v", err)
	}
	score := scoring.Rate(t.Context(), who, answer(), scoring.Options{Runs: 1, At: time.Unix(0, 0), Compose: ai.Compose})
	if score.Cause != "ai.noCredit" || score.Overall != nil || len(s.Calls(completions)) != before+2 {
		t.Errorf("%+v after %d calls", score, len(s.Calls(completions))-before)
	}
	if a, err := p.Check(t.Context(), account(fakeai.Key)); err != nil || *a.LeftUSD != 0 {
		t.Errorf("%+v, %v", a, err)
	}
	s.SetCredit(fakeai.Key, 5)
	if _, err := who.FollowUp(t.Context(), followUp()); err != nil {
		t.Errorf("with new credit: %v", err)
	}
}
