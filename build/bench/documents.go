package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/jobjourney/jobjourney/internal/importer/pdf"
)

// rounds is how often each file is read; the first is not counted.
const rounds = 5

// documents reads every PDF of the corpus, in this process and warm. A file that is
// refused took time too, and is marked.
func documents(_ context.Context, b bench) ([]figure, error) {
	if b.corpus == "" {
		return []figure{{name: "none read: give a folder of PDFs with CORPUS=DIR"}}, nil
	}
	files, err := filepath.Glob(filepath.Join(b.corpus, "*.pdf"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no PDF in %s", b.corpus)
	}
	var figures []figure
	var all []float64
	for _, file := range files {
		f, err := document(file)
		if err != nil {
			return figures, err
		}
		figures, all = append(figures, f), append(all, f.value)
	}
	return append(figures,
		figure{name: fmt.Sprintf("all %d files, median", len(files)), value: quantile(all, 0.5), unit: "ms"},
		figure{name: "slowest file", value: quantile(all, 1), unit: "ms"},
	), nil
}

func document(file string) (figure, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return figure{}, err
	}
	f := figure{name: fmt.Sprintf("%s, %d kB", filepath.Base(file), len(data)/1000), unit: "ms"}
	var took []float64
	for n := range rounds {
		start := time.Now()
		_, err := pdf.Read(data)
		if n > 0 {
			took = append(took, milliseconds(time.Since(start)))
		}
		if err != nil {
			f.name = fmt.Sprintf("%s, %d kB, refused", filepath.Base(file), len(data)/1000)
		}
	}
	f.value = quantile(took, 0.5)
	return f, nil
}
