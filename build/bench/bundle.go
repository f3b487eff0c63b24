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
)

// loaded finds what the page asks for before it can show anything: the scripts, styles
// and preloads that index.html names.
var loaded = regexp.MustCompile(`(?:src|href)="\.?/?([^"]+\.(?:js|css))"`)

// entryBudget is what the entry bundle may weigh, in kB of gzip. "make bench" prints it
// as the aim; the test of this package holds it.
const entryBudget = 140.0

// bundle weighs what the first screen needs, each file compressed by itself.
func bundle(_ context.Context, b bench) ([]figure, error) {
	html, err := os.ReadFile(filepath.Join(b.dist, "index.html"))
	if err != nil {
		return nil, err
	}
	figures := []figure{}
	total := 0.0
	for _, match := range loaded.FindAllSubmatch(html, -1) {
		data, err := os.ReadFile(filepath.Join(b.dist, string(match[1])))
		if err != nil {
			return figures, err
		}
		size := gzipped(data)
		total += size
		figures = append(figures, figure{name: filepath.Base(string(match[1])), value: size, unit: "kB"})
	}
	if total == 0 {
		return nil, errors.New("index.html names no script")
	}
	return append(figures, figure{name: "entry bundle, gzip", value: total, unit: "kB", aim: fmt.Sprintf("%.0f kB", entryBudget)}), nil
}

// gzipped is the size in units of 1000 bytes, as a server would send it.
func gzipped(data []byte) float64 {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // a known level
	_, _ = w.Write(data)                                    // a buffer takes everything
	_ = w.Close()
	return float64(out.Len()) / 1000
}
