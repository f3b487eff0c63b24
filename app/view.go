package app

import (
	"time"

	"github.com/jobjourney/jobjourney/internal/account"
	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// stamp is a moment as RFC 3339, empty for the zero time.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// views maps a list; the result is never null in JSON.
func views[T, V any](all []T, view func(T) V) []V {
	out := make([]V, 0, len(all))
	for _, v := range all {
		out = append(out, view(v))
	}
	return out
}

// SystemView is what the page needs to know about where it runs.
type SystemView struct {
	Version  string `json:"version"`
	Shell    string `json:"shell"`    // "desktop" or "browser"
	Platform string `json:"platform"` // "linux", "mac" or "windows"
	Folder   string `json:"folder"`   // where the profile lies; another one while the example is shown
}

// AccountView is the lock state and what the first screen needs with it.
type AccountView struct {
	State           string `json:"state"` // none, locked, unlocked, wiping
	HasPassphrase   bool   `json:"hasPassphrase"`
	NeedsPassphrase string `json:"needsPassphrase"` // key of the reason, or empty
	HasRecoveryKey  bool   `json:"hasRecoveryKey"`
	RetryAfterMs    int64  `json:"retryAfterMs"`
	Trouble         string `json:"trouble"` // key of why it can't be opened at all, or empty
	Example         bool   `json:"example"`
}

func accountView(s account.Status) AccountView {
	return AccountView{
		State: string(s.State), HasPassphrase: s.HasPassphrase, NeedsPassphrase: s.NeedsPassphrase,
		HasRecoveryKey: s.HasRecoveryKey, RetryAfterMs: s.RetryAfter.Milliseconds(), Trouble: s.Trouble, Example: s.Example,
	}
}

// RecoveryKeyView is the recovery key, shown once, and the two groups (from 0) to type back.
type RecoveryKeyView struct {
	Groups []string `json:"groups"`
	Ask    []int    `json:"ask"`
}

// TypedGroup is one group of the recovery key, typed back.
type TypedGroup struct {
	Group int    `json:"group"`
	Text  string `json:"text"`
}

// StepsView says whether the last change can be taken back, and whether one was that can be
// made again.
type StepsView struct {
	CanUndo bool `json:"canUndo"`
	CanRedo bool `json:"canRedo"`
}

// DraftView is what was understood of a document, for the review.
type DraftView struct {
	Ledger career.Ledger `json:"ledger"`
	Source career.Source `json:"source"`
	Losses []career.Loss `json:"losses"`
	Doubts []string      `json:"doubts"`
}

// MergeView is what an import did.
type MergeView struct {
	Added []career.Merged `json:"added"`
	Known []career.Merged `json:"known"`
}

// TaskView is how long work stands.
type TaskView struct {
	State string    `json:"state"` // "running", "done", "failed", or "unknown": long over, or never begun
	Error *Envelope `json:"error"` // why it failed
}

// ClockView is a clock that can't be believed without asking; both are empty if it can.
type ClockView struct {
	Latest string `json:"latest"` // the latest moment seen
	Now    string `json:"now"`    // what the computer says
}

// HitView is something search found.
type HitView struct {
	Kind   string `json:"kind"` // ledger, posting, rehearsal
	Record string `json:"record"`
	Item   string `json:"item"`
	Title  string `json:"title"`
	Text   string `json:"text"`
}

func hitView(h ident.Hit) HitView { return HitView(h) }

// DamageView is a record that could not be opened.
type DamageView struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
}

// DocumentView is a file that was kept.
type DocumentView struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Bytes   int    `json:"bytes"`
	AddedAt string `json:"addedAt"`
}

func documentView(d career.Document) DocumentView {
	return DocumentView{string(d.ID), d.Name, d.Bytes, stamp(d.AddedAt)}
}
