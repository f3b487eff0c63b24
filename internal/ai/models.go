package ai

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
)

// Model is one a server offers.
type Model struct {
	ID            string
	Name          string // empty: the server gives none
	ContextTokens int    // 0: unknown
	// PromptUSD and CompletionUSD are the prices of one token in US dollars; nil: unknown.
	PromptUSD     *float64
	CompletionUSD *float64
	// Structured says that the server vouches for answers by a schema.
	Structured bool
	MustThink  bool // it can't answer without thinking first
	Inputs     []string
	Outputs    []string // "text", "speech", "transcription"...
	Voices     []string // of a model that speaks
}

// wireModel is OpenRouter's model; other servers send the id alone.
type wireModel struct {
	ID            string `json:"id"`
	Name          string `json:"name"`
	ContextLength *int   `json:"context_length"`
	Pricing       struct {
		Prompt     string `json:"prompt"`
		Completion string `json:"completion"`
	} `json:"pricing"`
	Architecture struct {
		Inputs  []string `json:"input_modalities"`
		Outputs []string `json:"output_modalities"`
	} `json:"architecture"`
	Parameters []string `json:"supported_parameters"`
	Voices     []string `json:"supported_voices"`
	Reasoning  struct {
		Mandatory bool `json:"mandatory"`
	} `json:"reasoning"`
}

func (m wireModel) model() Model {
	out := Model{
		ID: m.ID, Name: m.Name, PromptUSD: price(m.Pricing.Prompt), CompletionUSD: price(m.Pricing.Completion),
		Structured: slices.Contains(m.Parameters, "structured_outputs"), MustThink: m.Reasoning.Mandatory,
		Inputs: m.Architecture.Inputs, Outputs: m.Architecture.Outputs, Voices: m.Voices,
	}
	if m.ContextLength != nil {
		out.ContextTokens = *m.ContextLength
	}
	return out
}

// price reads a decimal text; nil is unknown. A negative price means "it depends".
func price(text string) *float64 {
	p, err := strconv.ParseFloat(text, 64)
	if err != nil || p < 0 {
		return nil
	}
	return &p
}

// noList are the statuses of servers that can chat and know no such page.
var noList = []int{http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusNotImplemented}

// Models lists what the server offers, by id. Of OpenRouter output narrows it to models
// that give "text", "speech" or "transcription"; empty is text. A server without a list is
// the fault NotFound ai.noModelList.
func (c *Client) Models(ctx context.Context, output string) ([]Model, error) {
	path := "/models"
	if c.router && output != "" {
		path += "?output_modalities=" + output
	}
	var list struct {
		Data []wireModel `json:"data"`
	}
	err := c.get(ctx, path, &list)
	if f, ok := errors.AsType[failure](err); ok && slices.Contains(noList, f.status) {
		err = final(fault.New(fault.NotFound, provider.NoModelList))
	}
	if err != nil {
		return nil, fmt.Errorf("list models: %w", err)
	}
	out := make([]Model, len(list.Data))
	for i, m := range list.Data {
		out[i] = m.model()
	}
	slices.SortFunc(out, func(a, b Model) int { return strings.Compare(a.ID, b.ID) })
	return out, nil
}

// Account is what OpenRouter says of a key.
type Account struct {
	Label string
	// LeftUSD is what may still be spent with this key; nil: no limit of its own.
	LeftUSD *float64
	UsedUSD float64
	Free    bool // no credit was ever bought: free models only, few requests a day
}

// Account asks OpenRouter about the key; that is also the one way to know that it works,
// because the list of models is open to everybody.
func (c *Client) Account(ctx context.Context) (Account, error) {
	var reply struct {
		Data struct {
			Label     string   `json:"label"`
			Remaining *float64 `json:"limit_remaining"`
			Usage     float64  `json:"usage"`
			Free      bool     `json:"is_free_tier"`
		} `json:"data"`
	}
	if err := c.get(ctx, "/key", &reply); err != nil {
		return Account{}, fmt.Errorf("check key: %w", err)
	}
	d := reply.Data
	return Account{d.Label, d.Remaining, d.Usage, d.Free}, nil
}

// listPatience is how long a server may take to tell what it has.
const listPatience = 20 * time.Second

// get reads one JSON answer.
func (c *Client) get(ctx context.Context, path string, into any) error {
	return c.retry(ctx, func() (bool, error) {
		ctx, watch := c.watch(ctx, listPatience)
		defer watch.stop()
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path, nil)
		if err != nil {
			return false, fmt.Errorf("make request: %w", err)
		}
		req.Header.Set("Authorization", "Bearer "+c.key)
		res, err := c.transport.send(req)
		if err != nil {
			return true, watch.explain(err)
		}
		defer res.Body.Close()
		raw, err := io.ReadAll(io.LimitReader(res.Body, mostBytes))
		if err != nil {
			return true, watch.explain(fmt.Errorf("read answer: %w", cutOff()))
		}
		if err := json.Unmarshal(raw, into); err != nil {
			return false, fmt.Errorf("read answer: %w", badReply())
		}
		return false, nil
	})
}
