package scoring

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// Options say how an answer is scored.
type Options struct {
	Runs int // Runs, or 1 if it is to be quick
	At   time.Time
	// Compose brings a text to Unicode's composed form (NFC, UAX #15).
	Compose func(string) string
}

// Rate scores an answer by several runs, side by side. It always gives a Score: one that
// could not be had says why.
func Rate(ctx context.Context, r Rater, a Answer, o Options) Score {
	rub := rubric.Current()
	out := Score{Runs: o.Runs, At: o.At, Short: len(a.Words) < ShortWords, Source: Source{RubricVersion: rub.Version}}
	if strings.TrimSpace(strings.Join(a.Words, "")) == "" {
		return out.without(rub, "scoring.noWords")
	}
	results := make([]run, o.Runs)
	var asking sync.WaitGroup
	for i := range results {
		asking.Go(func() { results[i] = ask(ctx, r, Task{a, rub, order(rub, i)}, prepare(a.Words, o.Compose)) })
	}
	asking.Wait()
	for _, one := range results {
		out.Source, out.CostUSD = one.source(out.Source), sum(out.CostUSD, one.cost)
		if out.failure == nil {
			out.failure = one.err
		}
	}
	if out.failure != nil {
		return out.without(rub, fault.Of(out.failure).Key)
	}
	return out.together(rub, results)
}

// order is the rubric's, begun at another place in each run and turned around in every
// second: a model that tires of the last criteria doesn't always tire of the same.
func order(rub rubric.Rubric, run int) []rubric.CriterionID {
	var ids []rubric.CriterionID
	for _, c := range rub.Criteria {
		ids = append(ids, c.ID)
	}
	at := run * 2 % len(ids)
	ids = slices.Concat(ids[at:], ids[:at])
	if run%2 == 1 {
		slices.Reverse(ids)
	}
	return ids
}

// run is what one run gives after its quotes were looked up.
type run struct {
	held map[rubric.CriterionID]finding
	from Source
	cost *float64
	err  error // nothing could be had
	// missed is why criteria that didn't hold could not be asked for again; nil otherwise.
	missed error
}

// finding is an opinion that holds.
type finding struct {
	level        int
	insufficient bool
	evidence     []Evidence
}

// ask does one run. Criteria whose opinion doesn't hold are asked for once more; if that
// fails, those that held stay.
func ask(ctx context.Context, r Rater, t Task, words spoken) run {
	out := run{held: map[rubric.CriterionID]finding{}}
	for range 2 {
		said, err := r.Rate(ctx, t)
		out.cost = sum(out.cost, said.CostUSD)
		if err != nil && len(out.held) > 0 {
			out.missed = err
			return out
		}
		if err != nil {
			out.err = err
			return out
		}
		said.Source.OwnTemperature = said.Source.OwnTemperature || out.from.OwnTemperature
		out.from = said.Source
		for _, o := range said.Criteria {
			if f, ok := hold(o, words, t.Rubric); ok && slices.Contains(t.Criteria, o.Criterion) {
				out.held[o.Criterion] = f
			}
		}
		t.Criteria = slices.DeleteFunc(slices.Clone(t.Criteria), func(id rubric.CriterionID) bool { _, ok := out.held[id]; return ok })
		if len(t.Criteria) == 0 {
			break
		}
	}
	return out
}

// hold checks an opinion: a level needs a quote of some length, each quote must have been
// said, and the anchor must not be that of another level.
func hold(o Opinion, words spoken, rub rubric.Rubric) (finding, bool) {
	f := finding{level: o.Level, insufficient: o.Insufficient, evidence: []Evidence{}}
	for _, q := range o.Quotes {
		e, ok := words.find(q)
		if !ok {
			return f, false
		}
		if e.enough(words) && !slices.Contains(f.evidence, e) {
			f.evidence = append(f.evidence, e)
		}
	}
	if o.Insufficient {
		f.level = 0
		return f, true
	}
	c, known := rub.Criterion(o.Criterion)
	holds := known && o.Level >= 1 && o.Level <= rubric.Levels && len(f.evidence) > 0 && words.anchored(c, o)
	return f, holds
}

// anchored is false if the anchor is another level's. One in a model's own words is left alone.
func (s spoken) anchored(c rubric.Criterion, o Opinion) bool {
	said := strings.TrimFunc(s.fold(o.Anchor), outside)
	if said == "" || strings.Contains(s.fold(c.Anchor(o.Level)), said) {
		return true
	}
	for level := 1; level <= rubric.Levels; level++ {
		if strings.Contains(s.fold(c.Anchor(level)), said) {
			return false
		}
	}
	return true
}

func (r run) source(s Source) Source {
	s.OwnTemperature = s.OwnTemperature || r.from.OwnTemperature
	s.Model, s.Provider, s.PromptVersion = or(r.from.Model, s.Model), or(r.from.Provider, s.Provider), or(r.from.PromptVersion, s.PromptVersion)
	return s
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func sum(a, b *float64) *float64 {
	if a == nil || b == nil {
		if a == nil {
			return b
		}
		return a
	}
	total := *a + *b
	return &total
}
