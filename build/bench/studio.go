package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/store"
)

const (
	colds  = 3   // times the studio is opened first of all
	warms  = 7   // times it is opened again, and a file is made
	rested = 200 // edits after which the studio is weighed first
)

// typed is what is written, key by key, behind the first line of the résumé.
const typed = " agreed with the carriers that each lorry hears of its bay an hour ahead, and saved nine minutes of waiting on every load"

//go:embed studio/probe.js
var probe string

// life is the ledger of an invented person: two pages in the template the bench takes.
//
//go:embed studio/resume.json
var life []byte

// aims are what the figures of one shell are held against.
type aims struct{ median, slow string }

// studio writes a résumé in the real window and in headless Chromium, and makes the same
// pages by other means.
func studio(ctx context.Context, b bench) ([]figure, error) {
	var ledger career.Ledger
	if err := json.Unmarshal(life, &ledger); err != nil {
		return nil, err
	}
	page := func(ctx context.Context, folder string) (shell, error) { return openChromium(ctx, b, folder) }
	window := func(ctx context.Context, folder string) (shell, error) { return openWindow(ctx, b, folder) }
	figures, err := studioIn(ctx, b, visit{name: "Chromium", aim: aims{"80 ms", "160 ms"}}, ledger, page)
	if err != nil {
		return figures, fmt.Errorf("in Chromium: %w", err)
	}
	more, err := studioIn(ctx, b, visit{name: "WebKitGTK", aim: aims{"100 ms", "200 ms"}}, ledger, window)
	figures = append(figures, more...)
	if err != nil {
		return figures, fmt.Errorf("in the window: %w", err)
	}
	more, err = beside(ctx, b, ledger)
	return append(figures, more...), err
}

// opener opens one kind of shell over a profile.
type opener func(ctx context.Context, folder string) (shell, error)

// studioIn measures one kind of shell, in a profile of its own.
func studioIn(ctx context.Context, b bench, v visit, ledger career.Ledger, open opener) (figures []figure, err error) {
	folder := filepath.Join(b.scratch, "studio-"+v.name)
	err = makeProfile(ctx, folder, nil, func(kept *store.Store) error {
		_, _, err := career.NewService(store.NewCareer(kept), silent{}, clock.NewSteady(clock.System{})).Import(ctx, ledger)
		return err
	})
	var cold []opening
	for n := 0; n < colds && err == nil; n++ {
		if v.shell, err = open(ctx, folder); err != nil {
			break
		}
		var took opening
		took, err = v.first(ctx)
		cold = append(cold, took)
		if err == nil && n == colds-1 {
			figures, err = v.measure(ctx, b)
		}
		err = errors.Join(err, v.close())
	}
	return append(v.openings("cold", cold, "1500 ms"), figures...), err
}

// visit is one shell with the probe in its page.
type visit struct {
	shell
	name string
	aim  aims
}

// first puts the probe in and opens the studio, which no one has done in this life of the
// program.
func (v visit) first(ctx context.Context) (opening, error) {
	if err := v.evaluate(probe, nil); err != nil {
		return opening{}, err
	}
	if err := v.evaluate("probe.create()", nil); err != nil {
		return opening{}, err
	}
	if err := v.until(ctx, "probe.id"); err != nil {
		return opening{}, err
	}
	return v.open(ctx)
}

// opening is how long the first page took, and of that until it was asked for, compiling
// and drawing it, in milliseconds.
type opening struct{ All, Asked, Compiling, Drawing float64 }

// open goes to the studio and says how long its first page took.
func (v visit) open(ctx context.Context) (took opening, err error) {
	if err := v.evaluate("probe.open()", nil); err != nil {
		return took, err
	}
	// The text lies over the pages last: then nothing is under way any more.
	if err := v.until(ctx, "probe.opened && document.querySelector('.sheet .text')"); err != nil {
		return took, err
	}
	err = v.evaluate("({ all: probe.opened, ...probe.opening })", &took)
	return took, err
}

// openings are the medians of all openings of one kind.
func (v visit) openings(kind string, all []opening, aim string) []figure {
	median := func(part func(opening) float64) float64 {
		var values []float64
		for _, one := range all {
			values = append(values, part(one))
		}
		return quantile(values, 0.5)
	}
	return []figure{
		v.figure("first preview, "+kind+", median", median(func(o opening) float64 { return o.All }), "ms", aim),
		v.figure("of that until the page is asked for", median(func(o opening) float64 { return o.Asked }), "ms", ""),
		v.figure("of that compiling", median(func(o opening) float64 { return o.Compiling }), "ms", ""),
		v.figure("of that drawing in the worker", median(func(o opening) float64 { return o.Drawing }), "ms", ""),
	}
}

// measure is everything after the first opening.
func (v visit) measure(ctx context.Context, b bench) (figures []figure, err error) {
	parts := []func(context.Context, bench) ([]figure, error){v.again, v.writing, v.files, v.weight}
	for _, part := range parts {
		more, err := part(ctx, b)
		figures = append(figures, more...)
		if err != nil {
			return figures, err
		}
	}
	return figures, nil
}

func (v visit) again(ctx context.Context, _ bench) ([]figure, error) {
	var warm []opening
	for range warms {
		if err := v.evaluate("location.hash = '#/resumes'", nil); err != nil {
			return nil, err
		}
		if err := v.until(ctx, "!document.querySelector('.desk')"); err != nil {
			return nil, err
		}
		took, err := v.open(ctx)
		if err != nil {
			return nil, err
		}
		warm = append(warm, took)
	}
	return v.openings("warm", warm, "300 ms"), nil
}

// writing types into the first line.
func (v visit) writing(ctx context.Context, b bench) ([]figure, error) {
	if err := v.caret(ctx); err != nil {
		return nil, err
	}
	if w, ok := v.shell.(*window); ok && b.picture != "" {
		if err := w.picture(ctx, b.picture); err != nil {
			return nil, err
		}
	}
	if err := v.press(ctx, typed); err != nil {
		return nil, err
	}
	if err := v.until(ctx, fmt.Sprintf("probe.keys.length >= %d && probe.waits().every(Number.isFinite)", len(typed))); err != nil {
		return nil, err
	}
	return v.written()
}

// caret opens the first role and puts the caret behind its first line.
func (v visit) caret(ctx context.Context) error {
	if err := v.until(ctx, "document.querySelector('.work details.card')"); err != nil {
		return err
	}
	if err := v.evaluate("probe.unfold()", nil); err != nil {
		return err
	}
	if err := v.until(ctx, "document.querySelector('.work .line [contenteditable=true]')"); err != nil {
		return err
	}
	if err := v.evaluate("probe.write()", nil); err != nil {
		return err
	}
	return v.until(ctx, "document.activeElement?.closest('.line')")
}

// written reads what the probe saw of the keys.
func (v visit) written() ([]figure, error) {
	var saw struct {
		Waits         []float64
		Parts         struct{ Entering, Compiling, Drawing []float64 }
		Pages         int
		Gap, LongTask float64
		LongTasks     bool
	}
	err := v.evaluate("({ waits: probe.waits(), parts: probe.parts(), gap: probe.gap, longTask: probe.longTask, pages: probe.of, longTasks: PerformanceObserver.supportedEntryTypes.includes('longtask') })", &saw)
	if err != nil {
		return nil, err
	}
	if letters := len(strings.ReplaceAll(typed, " ", "")); len(saw.Waits) != letters || saw.Pages != 2 {
		return nil, fmt.Errorf("%d of %d letters came, into %d pages of 2", len(saw.Waits), letters, saw.Pages)
	}
	figures := []figure{
		v.figure(fmt.Sprintf("key press to painted page, p50 of %d letters", len(saw.Waits)), quantile(saw.Waits, 0.5), "ms", v.aim.median),
		v.figure("key press to painted page, p95", quantile(saw.Waits, 0.95), "ms", v.aim.slow),
		v.figure("of that until the key is in the text, p50", quantile(saw.Parts.Entering, 0.5), "ms", ""),
		v.figure("of that compiling, p50", quantile(saw.Parts.Compiling, 0.5), "ms", ""),
		v.figure("of that drawing in the worker, p50", quantile(saw.Parts.Drawing, 0.5), "ms", ""),
		v.figure("longest time the page answered nothing, while typing", saw.Gap, "ms", ""),
	}
	if saw.LongTasks {
		figures = append(figures, v.figure("longest task of 50 ms or more, while typing", saw.LongTask, "ms", ""))
	}
	return figures, nil
}

// files makes the PDF as the check of the studio does: the same bytes as are saved, without
// a window to ask where.
func (v visit) files(ctx context.Context, _ bench) ([]figure, error) {
	for n := range warms + 1 {
		if err := v.evaluate("location.hash = `#/resumes/${probe.id}/check`", nil); err != nil {
			return nil, err
		}
		if err := v.until(ctx, fmt.Sprintf("probe.pdfs.length > %d && document.querySelector('.work [role=status] b')", n)); err != nil {
			return nil, err
		}
		if err := v.evaluate("location.hash = `#/resumes/${probe.id}/work`", nil); err != nil {
			return nil, err
		}
		if err := v.until(ctx, "document.querySelector('.work details.card')"); err != nil {
			return nil, err
		}
	}
	var took []float64
	if err := v.evaluate("probe.pdfs.slice(1)", &took); err != nil {
		return nil, err
	}
	return []figure{v.figure("PDF of two pages, warm, median", quantile(took, 0.5), "ms", "200 ms")}, nil
}

// weight is what the page's processes hold after some edits and after many, each with its page.
func (v visit) weight(ctx context.Context, b bench) (figures []figure, err error) {
	if err := v.caret(ctx); err != nil {
		return nil, err
	}
	done := 0
	for _, all := range []int{min(rested, b.edits), b.edits} {
		if err := v.edit(ctx, all-done); err != nil {
			return figures, err
		}
		done = all
		size, err := atRest(ctx, v.pid())
		if err != nil {
			return figures, err
		}
		figures = append(figures, v.figure(fmt.Sprintf("memory (PSS) after %d edits", all), float64(size)/(1<<20), "MiB", ""))
	}
	return figures, nil
}

// edit has so many edits made, fifty at a time so that a page that hangs is noticed.
func (v visit) edit(ctx context.Context, n int) error {
	for left := n; left > 0; left -= 50 {
		some := min(left, 50)
		if err := v.evaluate(fmt.Sprintf("probe.edit(%d)", some), nil); err != nil {
			return err
		}
		if err := v.until(ctx, fmt.Sprintf("probe.edited === %d", some)); err != nil {
			return err
		}
	}
	return nil
}

func (v visit) figure(name string, value float64, unit, aim string) figure {
	return figure{name: v.name + ": " + name, value: value, unit: unit, aim: aim}
}

// How often the page is asked whether something holds, and for how long: seldom, for the
// question takes time of the page being measured.
const (
	often = 500 * time.Millisecond
	long  = 5 * time.Minute
)

// until waits for something to hold in the page, and tells what went wrong in it.
func (v visit) until(ctx context.Context, holds string) error {
	ctx, cancel := context.WithTimeout(ctx, long)
	defer cancel()
	for {
		select {
		case <-ctx.Done():
			return fmt.Errorf("waited for %s: %w", holds, ctx.Err())
		case <-time.After(often):
		}
		var saw struct {
			Holds  bool
			Failed string
		}
		if err := v.evaluate("({ holds: !!("+holds+"), failed: window.probe?.failed ?? '' })", &saw); err != nil {
			return err
		}
		if saw.Failed != "" {
			return errors.New("in the page: " + saw.Failed)
		}
		if saw.Holds {
			return nil
		}
	}
}
