package elevenlabs

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

// Model is a model of the service.
type Model struct {
	ID         string
	Name       string
	Speaks     bool     // makes speech of text
	Characters int      // most in one request; 0 if not said
	Languages  []string // ISO 639-1
	Cost       float64  // credits for a character, against 1 as usual; 0 if not said
}

// Models lists the models (GET /v1/models, permission models_read).
func (c *Client) Models(ctx context.Context) ([]Model, error) {
	var all []struct {
		ID         string  `json:"model_id"`
		Name       string  `json:"name"`
		Speaks     bool    `json:"can_do_text_to_speech"`
		Characters int     `json:"maximum_text_length_per_request"`
		Cost       float64 `json:"token_cost_factor"`
		Languages  []struct {
			ID string `json:"language_id"`
		} `json:"languages"`
	}
	if err := c.json(ctx, call{method: http.MethodGet, path: "/v1/models", need: "models_read"}, &all); err != nil {
		return nil, fmt.Errorf("list models: %w", err)
	}
	models := make([]Model, 0, len(all))
	for _, m := range all {
		model := Model{ID: m.ID, Name: m.Name, Speaks: m.Speaks, Characters: m.Characters, Cost: m.Cost}
		for _, l := range m.Languages {
			if code := language(l.ID); code != "" {
				model.Languages = append(model.Languages, code)
			}
		}
		models = append(models, model)
	}
	return models, nil
}

// Credit is what an account has, in credits: a character costs one or half of one.
type Credit struct {
	Plan       string // free, starter, creator and so on
	Used       int
	Limit      int
	Left       int       // 0 if more was used than the plan has
	RenewedAt  time.Time // zero if not said
	Extendable bool      // the account may go beyond its limit, for money
}

// Subscription tells the account's credit (GET /v1/user/subscription, permission user_read).
func (c *Client) Subscription(ctx context.Context) (Credit, error) {
	var s struct {
		Tier       string `json:"tier"`
		Used       int    `json:"character_count"`
		Limit      int    `json:"character_limit"`
		Reset      int64  `json:"next_character_count_reset_unix"`
		Extendable bool   `json:"can_extend_character_limit"`
	}
	err := c.json(ctx, call{method: http.MethodGet, path: "/v1/user/subscription", need: "user_read"}, &s)
	if err != nil {
		return Credit{}, fmt.Errorf("read subscription: %w", err)
	}
	credit := Credit{Plan: s.Tier, Used: s.Used, Limit: s.Limit, Left: max(s.Limit-s.Used, 0), Extendable: s.Extendable}
	if s.Reset > 0 {
		credit.RenewedAt = time.Unix(s.Reset, 0).UTC()
	}
	return credit, nil
}
