package main

import (
	"slices"
	"testing"
)

// The page that was built must not outgrow its budget: what the first screen needs is
// loaded before anything is shown. What it can do without is imported when it is wanted.
func TestEntryBundleKeepsItsBudget(t *testing.T) {
	figures, err := bundle(t.Context(), bench{dist: "../../frontend/dist"})
	if err != nil {
		t.Fatalf("weigh the page (is it built? make ui): %v", err)
	}
	at := slices.IndexFunc(figures, func(f figure) bool { return f.name == "entry bundle, gzip" })
	if at < 0 {
		t.Fatalf("no total among %v", figures)
	}
	t.Logf("%.1f of %.0f kB", figures[at].value, entryBudget)
	if figures[at].value > entryBudget {
		t.Errorf("the entry bundle weighs %.1f kB, more than %.0f: %v", figures[at].value, entryBudget, figures)
	}
}
