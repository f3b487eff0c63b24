package elevenlabs

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Kept is something in the account's history that we made.
type Kept struct {
	Made       Made
	Text       string // that was spoken
	VoiceName  string
	Model      string
	MadeAt     time.Time
	Characters int // charged
}

// wireKept is an item of the history (GET /v1/history).
type wireKept struct {
	ID        string `json:"history_item_id"`
	RequestID string `json:"request_id"`
	Text      string `json:"text"`
	VoiceName string `json:"voice_name"`
	Model     string `json:"model_id"`
	Date      int64  `json:"date_unix"`
	From      int    `json:"character_count_change_from"`
	To        int    `json:"character_count_change_to"`
}

func (w wireKept) kept() Kept {
	return Kept{
		Made: Made{RequestID: w.RequestID, HistoryItemID: w.ID}, Text: w.Text, VoiceName: w.VoiceName, Model: w.Model,
		MadeAt: time.Unix(w.Date, 0).UTC(), Characters: max(w.To-w.From, 0),
	}
}

// History finds what we made in the account's history, newest first: ours are the items
// whose own id or request's id is among those the app kept. A talk is one request and may
// be kept as several items, one after another. It reads no further than needed: until all
// are found and a page doesn't end with one whose request may go on. What was made a moment
// ago may not be there yet. Permission: speech_history_read.
func (c *Client) History(ctx context.Context, ours []Made) ([]Kept, error) {
	wanted := map[string]bool{} // and whether it is still missing
	for _, m := range ours {
		if id := m.speech(); id != "" {
			wanted[id] = true
		}
	}
	if len(wanted) == 0 {
		return nil, nil
	}
	var found []Kept
	after := ""
	for range mostPages {
		page, err := c.historyPage(ctx, after)
		if err != nil {
			return nil, fmt.Errorf("read history: %w", err)
		}
		goesOn := false
		for _, w := range page.Items {
			name := w.among(wanted)
			if name != "" {
				found, wanted[name] = append(found, w.kept()), false
			}
			goesOn = name != "" && name == w.RequestID
		}
		missing := slices.Contains(slices.Collect(maps.Values(wanted)), true)
		if !missing && !goesOn || !page.More || page.Last == "" || page.Last == after {
			return found, nil
		}
		after = page.Last
	}
	return found, nil
}

// among says by which of its ids an item is among those wanted; empty if it isn't.
func (w wireKept) among(wanted map[string]bool) string {
	for _, id := range []string{w.ID, w.RequestID} {
		if _, is := wanted[id]; is {
			return id
		}
	}
	return ""
}

// speech is the id by which spoken sound is found; empty for what isn't in the history.
func (m Made) speech() string {
	if m.HistoryItemID != "" || m.TranscriptionID != "" {
		return m.HistoryItemID
	}
	return m.RequestID
}

type historyPage struct {
	Items []wireKept `json:"history"`
	More  bool       `json:"has_more"`
	Last  string     `json:"last_history_item_id"`
}

func (c *Client) historyPage(ctx context.Context, after string) (historyPage, error) {
	query := url.Values{"page_size": {strconv.Itoa(500)}}
	if after != "" {
		query.Set("start_after_history_item_id", after)
	}
	var page historyPage
	err := c.json(ctx, call{method: http.MethodGet, path: "/v1/history", query: query, need: "speech_history_read"}, &page)
	return page, err
}

// Forget deletes what we made from the account: speech by its id in the history, which is
// looked up by the request's where needed, and transcripts by theirs. What isn't there
// (any more) counts as deleted. With an error comes what is left to be deleted.
// Permission: speech_history_write.
func (c *Client) Forget(ctx context.Context, ours []Made) (left []Made, err error) {
	left = slices.Clone(ours)
	if left, err = c.lookUp(ctx, left); err != nil {
		return left, fmt.Errorf("delete from history: %w", err)
	}
	for len(left) > 0 {
		if err := c.forget(ctx, left[0]); err != nil {
			return left, fmt.Errorf("delete from history: %w", err)
		}
		left = left[1:]
	}
	return nil, nil
}

// lookUp adds the ids in the history where only those of requests are known, and drops
// what isn't there.
func (c *Client) lookUp(ctx context.Context, ours []Made) ([]Made, error) {
	unknown := slices.DeleteFunc(slices.Clone(ours), func(m Made) bool { return m.HistoryItemID+m.TranscriptionID != "" })
	if len(unknown) == 0 {
		return ours, nil
	}
	kept, err := c.History(ctx, unknown)
	if err != nil {
		return ours, err
	}
	known := slices.DeleteFunc(slices.Clone(ours), func(m Made) bool { return m.HistoryItemID+m.TranscriptionID == "" })
	for _, k := range kept {
		known = append(known, k.Made)
	}
	return known, nil
}

func (c *Client) forget(ctx context.Context, m Made) error {
	var paths []string
	if m.HistoryItemID != "" {
		paths = append(paths, "/v1/history/"+url.PathEscape(m.HistoryItemID))
	}
	if m.TranscriptionID != "" {
		paths = append(paths, "/v1/speech-to-text/transcripts/"+url.PathEscape(m.TranscriptionID))
	}
	for _, path := range paths {
		err := c.json(ctx, call{method: http.MethodDelete, path: path, need: "speech_history_write"}, nil)
		if err != nil && !fault.Has(err, fault.NotFound) {
			return err
		}
	}
	return nil
}
