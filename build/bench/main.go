// Bench measures JobJourney as a person meets it and prints figures, with the aim
// beside each: windows against a bare Wails window, unlocking, saving, reading PDFs,
// the size of the page, writing in the studio. It asserts nothing: a slow computer is not
// a fault. Only the size of the page is held by a test, as it is the same everywhere.
//
// It is started by build/scripts/bench, which prepares the display, the keyring and the
// programs it measures.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
)

// bench is what the script hands over.
type bench struct {
	app, bare string // the two programs, as paths
	dist      string // the built page
	corpus    string // a folder of PDFs, or empty
	scratch   string // an empty folder for profiles
	runs      int    // how often each window is opened
	records   int    // how many records the big profile has
	inspected string // the program, built so that its window can be asked what it shows
	resumes   string // the tests of internal/resume, as a program
	picture   string // where a picture of the studio goes, or empty
	edits     int    // after how many edits the studio is weighed
}

// section is a part of the report.
type section struct {
	name    string
	measure func(context.Context, bench) ([]figure, error)
}

var sections = []section{
	{"windows", windows},
	{"records", records},
	{"documents", documents},
	{"bundle", bundle},
	{"studio", studio},
}

func main() {
	var b bench
	flag.StringVar(&b.app, "app", "./jobjourney", "the program to measure")
	flag.StringVar(&b.bare, "bare", "", "the bare window to measure beside it")
	flag.StringVar(&b.dist, "dist", "frontend/dist", "the built page")
	flag.StringVar(&b.corpus, "corpus", "", "a folder of PDFs")
	flag.StringVar(&b.scratch, "scratch", "", "an empty folder for profiles")
	flag.IntVar(&b.runs, "runs", 7, "how often each window is opened")
	flag.IntVar(&b.records, "records", 10_000, "records of the big profile")
	flag.StringVar(&b.inspected, "inspected", "", "the program, built with Wails' tag devtools")
	flag.StringVar(&b.resumes, "resumes", "", "the tests of internal/resume, as a program")
	flag.StringVar(&b.picture, "picture", "", "where a picture of the studio goes")
	flag.IntVar(&b.edits, "edits", 2000, "after how many edits the studio is weighed")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, b, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run measures the sections named, or all.
func run(ctx context.Context, b bench, wanted []string) error {
	for _, s := range sections {
		if len(wanted) > 0 && !slices.Contains(wanted, s.name) {
			continue
		}
		figures, err := s.measure(ctx, b)
		report(os.Stdout, s.name, figures)
		if err != nil {
			return fmt.Errorf("measure %s: %w", s.name, err)
		}
	}
	return nil
}
