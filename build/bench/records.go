package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
)

const (
	unlocks = 7   // times the big profile is opened
	edits   = 500 // edits saved, one after another
)

var passphrase = []byte("correct horse battery staple")

// records measures through the calls the page makes, on the program as it ships.
func records(ctx context.Context, b bench) ([]figure, error) {
	big, guarded := filepath.Join(b.scratch, "big"), filepath.Join(b.scratch, "guarded")
	if err := errors.Join(fill(ctx, big, nil, b.records), fill(ctx, guarded, passphrase, 20)); err != nil {
		return nil, err
	}
	var total, guardedTotal []float64
	calls := map[string][]float64{}
	for range unlocks {
		took, err := unlock(ctx, b.app, big, "")
		if err != nil {
			return nil, err
		}
		for name, ms := range took {
			calls[name] = append(calls[name], ms)
		}
		total = append(total, sum(took))
		if took, err = unlock(ctx, b.app, guarded, string(passphrase)); err != nil {
			return nil, err
		}
		guardedTotal = append(guardedTotal, sum(took))
	}
	figures := []figure{{fmt.Sprintf("unlock with %d records to usable lists, median", b.records), quantile(total, 0.5), "ms", 0, "300 ms"}}
	for _, name := range firstScreen {
		figures = append(figures, figure{name: "  of which " + name, value: quantile(calls[name], 0.5), unit: "ms"})
	}
	saves, err := saveEdits(ctx, b.app, big)
	return append(figures,
		figure{name: "unlock with 20 records and a passphrase (Argon2id)", value: quantile(guardedTotal, 0.5), unit: "ms"},
		figure{name: "save of one edit, median", value: quantile(saves, 0.5), unit: "ms"},
		figure{name: "save of one edit, p99", value: quantile(saves, 0.99), unit: "ms"},
	), err
}

// firstScreen is what the page calls to get from the lock to its lists.
var firstScreen = []string{"Account.Unlock", "Career.Get", "Postings.List", "Rehearsals.List"}

// firstRehearsals is how many the page asks for.
const firstRehearsals = 20

// unlock opens a profile, asks for what the first screen shows, and says how many
// milliseconds each call took.
func unlock(ctx context.Context, app, folder, passphrase string) (took map[string]float64, err error) {
	page, err := open(ctx, app, folder)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, page.close()) }()
	took = map[string]float64{}
	for _, name := range firstScreen {
		args := []any{}
		switch name {
		case "Account.Unlock":
			args = append(args, passphrase)
		case "Rehearsals.List":
			args = append(args, firstRehearsals)
		}
		_, waited, err := page.call(ctx, name, args...)
		if err != nil {
			return nil, err
		}
		took[name] = milliseconds(waited)
	}
	return took, nil
}

func sum(took map[string]float64) (total float64) {
	for _, ms := range took {
		total += ms
	}
	return total
}

// saveEdits changes one field of the ledger again and again; each save is on the disk
// when the call returns. The result is in milliseconds.
func saveEdits(ctx context.Context, app, folder string) (saves []float64, err error) {
	page, err := open(ctx, app, folder)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, page.close()) }()
	if _, _, err := page.call(ctx, "Account.Unlock", ""); err != nil {
		return nil, err
	}
	ledger, _, err := page.call(ctx, "Career.Get")
	if err != nil {
		return nil, err
	}
	var was struct{ Basics map[string]any }
	if err := json.Unmarshal(ledger, &was); err != nil {
		return nil, err
	}
	for i := range edits {
		was.Basics["summary"] = fmt.Sprint("I plan shifts. Version ", i)
		_, took, err := page.call(ctx, "Career.UpdateBasics", was.Basics)
		if err != nil {
			return saves, err
		}
		saves = append(saves, milliseconds(took))
	}
	return saves, nil
}
