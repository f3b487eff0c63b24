package evaluation

import (
	"context"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Results are the outcomes of one run, in the order of its items whatever order
// they came in.
type Results struct {
	Items []ItemResult `json:"items"`
}

// ItemResult is what became of one item: an outcome, or else the fault key of the
// cause.
type ItemResult struct {
	ID      string  `json:"id"`
	Outcome Outcome `json:"outcome"`
	Cause   string  `json:"cause"` // "" when it was scored
}

// outcomes finds what was scored by id.
func (r Results) outcomes() map[string]Outcome {
	found := map[string]Outcome{}
	for _, i := range r.Items {
		if i.Cause == "" {
			found[i.ID] = i.Outcome
		}
	}
	return found
}

// Run lets the scorer rate every item, at most concurrency at a time (at least
// one). An item that can't be scored is kept with its cause, and the run goes on;
// once ctx is done the remaining items are not asked and have the cause
// fault.canceled. progress may be nil; it is never called twice at once, and done
// counts up to total.
func Run(ctx context.Context, scorer Scorer, items []Item, concurrency int, progress func(done, total int)) Results {
	results := Results{Items: make([]ItemResult, len(items))}
	next := make(chan int)
	var workers sync.WaitGroup
	report := counter(len(items), progress)
	for range max(1, min(concurrency, len(items))) {
		workers.Go(func() {
			for i := range next {
				results.Items[i] = scoreOne(ctx, scorer, items[i])
				report()
			}
		})
	}
	for i := range items {
		next <- i
	}
	close(next)
	workers.Wait()
	return results
}

// counter tells progress one more each time it is called.
func counter(total int, progress func(done, total int)) func() {
	var mutex sync.Mutex
	done := 0
	return func() {
		mutex.Lock()
		defer mutex.Unlock()
		done++
		if progress != nil {
			progress(done, total)
		}
	}
}

func scoreOne(ctx context.Context, scorer Scorer, item Item) ItemResult {
	result := ItemResult{ID: item.ID}
	err := ctx.Err()
	if err == nil {
		result.Outcome, err = scorer.Score(ctx, item)
	}
	if err == nil {
		err = result.Outcome.fit()
	}
	if err != nil {
		result.Outcome, result.Cause = nil, fault.Of(err).Key
	}
	return result
}
