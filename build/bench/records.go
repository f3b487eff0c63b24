package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"time"
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
	var open, derive []float64
	for range unlocks {
		took, err := unlock(ctx, b.app, big, "")
		if err != nil {
			return nil, err
		}
		open = append(open, milliseconds(took))
		if took, err = unlock(ctx, b.app, guarded, string(passphrase)); err != nil {
			return nil, err
		}
		derive = append(derive, milliseconds(took))
	}
	saves, err := saveEdits(ctx, b.app, big)
	return []figure{
		{fmt.Sprintf("unlock with %d records to usable lists, median", b.records), quantile(open, 0.5), "ms", 0, "300 ms"},
		{"unlock with 20 records and a passphrase (Argon2id)", quantile(derive, 0.5), "ms", 0, ""},
		{"save of one edit, median", quantile(saves, 0.5), "ms", 0, ""},
		{"save of one edit, p99", quantile(saves, 0.99), "ms", 0, ""},
	}, err
}

// unlock opens a profile and asks for what the first screen shows.
func unlock(ctx context.Context, app, folder, passphrase string) (time.Duration, error) {
	page, err := open(ctx, app, folder)
	if err != nil {
		return 0, err
	}
	_, total, err := page.call(ctx, "Account.Unlock", passphrase)
	for _, list := range []string{"Career.Get", "Postings.List", "Rehearsals.List"} {
		if err != nil {
			break
		}
		var took time.Duration
		_, took, err = page.call(ctx, list)
		total += took
	}
	return total, errors.Join(err, page.close())
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
