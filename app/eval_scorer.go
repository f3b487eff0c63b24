package app

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/jobjourney/jobjourney/internal/interview/evaluation"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
)

// keyVariable is where the key is read from: what stands on a command line can be read by
// others on the computer.
const keyVariable = "JOBJOURNEY_PROVIDER_KEY"

// evalScorer has a model score the set of graded answers, and prints how far it can be
// trusted. It ends well also if the model is a poor scorer: what to make of the figures is
// for whoever reads them.
func (c Commands) evalScorer(args []string) int {
	m := evaluation.Model{Key: os.Getenv(keyVariable)}
	set := flag.NewFlagSet("eval-scorer", flag.ContinueOnError)
	set.SetOutput(c.Stderr)
	set.Usage = func() { c.usage(c.Stderr) }
	set.StringVar(&m.Provider, "provider", "openrouter", "")
	set.StringVar(&m.Name, "model", "", "")
	set.IntVar(&m.Runs, "runs", scoring.Runs, "")
	atOnce := set.Int("at-once", 4, "")
	most := set.Int("answers", 0, "")
	asJSON := set.Bool("json", false, "")
	if set.Parse(args) != nil || set.NArg() > 0 || m.Name == "" || m.Runs < 1 {
		c.usage(c.Stderr)
		return exitUsage
	}
	scorer, err := c.Scorer(m)
	if err != nil {
		fmt.Fprintln(c.Stderr, c.Explain(err))
		return exitUsage
	}
	if err := c.evaluate(scorer, *atOnce, *most, *asJSON); err != nil {
		fmt.Fprintln(c.Stderr, c.Explain(err))
		return exitFault
	}
	return exitRead
}

func (c Commands) evaluate(scorer evaluation.Scorer, atOnce, most int, asJSON bool) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	answers, err := evaluation.Load()
	if err != nil {
		return fmt.Errorf("load graded answers: %w", err)
	}
	items := answers.Items()
	if most > 0 && most < len(items) {
		items = items[:most]
	}
	results := evaluation.Run(ctx, scorer, items, atOnce, func(done, total int) {
		fmt.Fprintf(c.Stderr, "\r%d / %d", done, total)
	})
	fmt.Fprintln(c.Stderr)
	write := evaluation.WriteText
	if asJSON {
		write = func(w io.Writer, r evaluation.Report) error { return evaluation.WriteJSON(w, r) }
	}
	if err := write(c.Stdout, evaluation.Measure(answers, results)); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}
