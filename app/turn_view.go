package app

import (
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/turn"
)

// TurnView is where the answer being spoken stands: "listening", "ending" or "over".
type TurnView struct {
	State       string `json:"state"`
	RemainingMs int    `json:"remainingMs"` // of silence, while it is ending
	WaitMs      int    `json:"waitMs"`      // the whole silence that ends it
	Reason      string `json:"reason"`      // of that: "plain", "early", "pausing", "unfinished" or "thinking"
}

// CaptionsView is what is understood of the answer being spoken. The guess comes after what
// is settled.
type CaptionsView struct {
	Turn    int       `json:"turn"`
	Settled string    `json:"settled"`
	Guess   string    `json:"guess"`
	Trouble *Envelope `json:"trouble"` // why there are no more; the recording goes on
}

func turnView(o turn.Outlook) TurnView {
	return TurnView{string(o.State), o.RemainingMs, o.WaitMs, string(o.Reason)}
}

func captionsView(c *interview.Captions) *CaptionsView {
	if c == nil {
		return nil
	}
	v := &CaptionsView{Turn: c.Turn, Settled: c.Settled, Guess: c.Guess}
	if env, troubled := FormatError(c.Gone).(Envelope); troubled {
		v.Trouble = &env
	}
	return v
}
