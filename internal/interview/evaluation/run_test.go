package evaluation

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// scorerFunc is a scorer that is one function.
type scorerFunc func(ctx context.Context, item Item) (Outcome, error)

func (f scorerFunc) Score(ctx context.Context, item Item) (Outcome, error) { return f(ctx, item) }

func numbered(n int) []Item {
	items := make([]Item, n)
	for i := range items {
		items[i].ID = fmt.Sprint(i)
	}
	return items
}

func level(n int) Outcome { return Outcome{rubric.Relevance: Mark{Level: n}} }

func TestRunSurvivesItemsThatFail(t *testing.T) {
	scorer := scorerFunc(func(_ context.Context, item Item) (Outcome, error) {
		switch item.ID {
		case "1":
			return nil, fmt.Errorf("score answer: %w", fault.New(fault.Unavailable, "ai.cutOff"))
		case "2":
			return nil, errors.New("anything else")
		case "3":
			return level(6), nil
		case "4":
			return level(5), fault.New(fault.RateLimited, "ai.tooSoon")
		}
		return level(3), nil
	})
	for _, concurrency := range []int{-1, 1, 3, 100} {
		var told []int
		r := Run(t.Context(), scorer, numbered(6), concurrency, func(done, total int) {
			if total != 6 {
				t.Errorf("progress of %d", total)
			}
			told = append(told, done)
		})
		var ids, causes []string
		for _, i := range r.Items {
			ids, causes = append(ids, i.ID), append(causes, i.Cause)
			if (i.Outcome == nil) != (i.Cause != "") {
				t.Errorf("%+v", i)
			}
		}
		want := []string{"", "ai.cutOff", "fault.internal", "evaluation.badOutcome", "ai.tooSoon", ""}
		if !slices.Equal(ids, []string{"0", "1", "2", "3", "4", "5"}) || !slices.Equal(causes, want) {
			t.Errorf("at %d: %q %q", concurrency, ids, causes)
		}
		if !slices.Equal(told, []int{1, 2, 3, 4, 5, 6}) {
			t.Errorf("at %d: progress %v", concurrency, told)
		}
	}
}

func TestRunStopsAskingOnceCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	asked := 0
	r := Run(ctx, scorerFunc(func(context.Context, Item) (Outcome, error) {
		if asked++; asked == 2 {
			cancel()
		}
		return level(3), nil
	}), numbered(5), 1, nil)
	causes := []string{}
	for _, i := range r.Items {
		causes = append(causes, i.Cause)
	}
	if asked != 2 || !slices.Equal(causes, []string{"", "", "fault.canceled", "fault.canceled", "fault.canceled"}) {
		t.Errorf("%d asked, causes %q", asked, causes)
	}
}

// Each call waits until three are under way, so fewer would stand still for ever,
// which synctest reports; a fourth would be counted.
func TestRunKeepsToItsConcurrency(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		arrived, leave := make(chan bool), make(chan bool)
		go func() {
			for range 3 {
				for range 3 {
					<-arrived
				}
				synctest.Wait()
				select {
				case <-arrived:
					t.Error("a fourth call is under way")
				default:
				}
				for range 3 {
					leave <- true
				}
			}
		}()
		Run(t.Context(), scorerFunc(func(context.Context, Item) (Outcome, error) {
			arrived <- true
			<-leave
			return level(3), nil
		}), numbered(9), 3, nil)
	})
}

func TestRunOfNothing(t *testing.T) {
	if r := Run(t.Context(), nil, nil, 4, nil); len(r.Items) != 0 {
		t.Errorf("%+v", r)
	}
}

func TestMarksThatBreakTheContract(t *testing.T) {
	tests := map[string]struct {
		mark Mark
		fits bool
	}{
		"a level":                       {Mark{Level: 3}, true},
		"a level with its runs":         {Mark{Level: 3, Spread: Spread{2, 4}}, true},
		"nothing to judge by":           {Mark{Reason: InsufficientEvidence}, true},
		"not scored":                    {Mark{Reason: NotScored}, true},
		"no level and no reason":        {Mark{}, false},
		"a level and a reason":          {Mark{Level: 3, Reason: NotScored}, false},
		"an unknown reason":             {Mark{Reason: "tired"}, false},
		"too high":                      {Mark{Level: 6}, false},
		"below":                         {Mark{Level: -1}, false},
		"outside of its runs":           {Mark{Level: 3, Spread: Spread{4, 5}}, false},
		"runs turned round":             {Mark{Level: 3, Spread: Spread{4, 2}}, false},
		"runs above":                    {Mark{Level: 5, Spread: Spread{5, 6}}, false},
		"runs without a lowest":         {Mark{Level: 3, Spread: Spread{0, 4}}, false},
		"runs of what has no level":     {Mark{Reason: InsufficientEvidence, Spread: Spread{1, 2}}, false},
		"not scored, and yet with runs": {Mark{Reason: NotScored, Spread: Spread{1, 1}}, false},
	}
	for name, tt := range tests {
		err := Outcome{rubric.Result: tt.mark}.fit()
		if (err == nil) != tt.fits || err != nil && fault.Of(err).Key != "evaluation.badOutcome" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
