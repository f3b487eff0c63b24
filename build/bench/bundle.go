package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"github.com/jobjourney/jobjourney/internal/settings"
)

// loaded finds what the page asks for before it can show anything: the scripts, styles
// and preloads that index.html names.
var loaded = regexp.MustCompile(`(?:src|href)="\.?/?([^"]+\.(?:js|css))"`)

// entryBudget is what the entry bundle may weigh, in kB of gzip. "make bench" prints it
// as the aim; the test of this package holds it.
const entryBudget = 140.0

// bundle weighs what the first screen needs, each file compressed by itself: what
// index.html names, and the sentences of one language, the heaviest.
func bundle(_ context.Context, b bench) ([]figure, error) {
	html, err := os.ReadFile(filepath.Join(b.dist, "index.html"))
	if err != nil {
		return nil, err
	}
	figures := []figure{}
	total := 0.0
	for _, match := range loaded.FindAllSubmatch(html, -1) {
		f, err := weigh(filepath.Join(b.dist, string(match[1])))
		if err != nil {
			return figures, err
		}
		total += f.value
		figures = append(figures, f)
	}
	if total == 0 {
		return nil, errors.New("index.html names no script")
	}
	words, err := heaviestLanguage(b.dist)
	if err != nil {
		return figures, err
	}
	total += words.value
	figures = append(figures, words)
	return append(figures, figure{name: "entry bundle, gzip", value: total, unit: "kB", aim: fmt.Sprintf("%.0f kB", entryBudget)}), nil
}

// heaviestLanguage finds the file of sentences that weighs most; the page loads one.
func heaviestLanguage(dist string) (heaviest figure, err error) {
	for _, language := range settings.Languages() {
		found, err := filepath.Glob(filepath.Join(dist, "assets", language+"-*.js"))
		if err != nil || len(found) != 1 {
			return heaviest, fmt.Errorf("look for the sentences of %q: %d files", language, len(found))
		}
		f, err := weigh(found[0])
		if err != nil {
			return heaviest, err
		}
		if f.value > heaviest.value {
			heaviest = f
		}
	}
	return heaviest, nil
}

// weigh measures one file.
func weigh(path string) (figure, error) {
	data, err := os.ReadFile(path)
	return figure{name: filepath.Base(path), value: gzipped(data), unit: "kB"}, err
}

// gzipped is the size in units of 1000 bytes, as a server would send it.
func gzipped(data []byte) float64 {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // a known level
	_, _ = w.Write(data)                                    // a buffer takes everything
	_ = w.Close()
	return float64(out.Len()) / 1000
}
