package provider

import (
	"math"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/advice"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/translation"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// rate makes the most that a question can cost a quarter of a dollar.
const rate = 0.25 * perMillion / (mostTimes * (mostPrompt + mostAnswer))

func price(usd float64) *float64 { return &usd }

// hired is a service whose coach costs a quarter for a question, which is the most it can cost.
func hired(t *testing.T) (*Service, *desk) {
	t.Helper()
	s, d := set(t)
	d.config = Config{
		Entries: []Entry{{ID: "openrouter", Kind: OpenRouter}},
		Choices: map[Part]Choice{Coach: {ProviderID: "openrouter", Model: "m", PromptUSD: price(rate), AnswerUSD: price(rate)}},
	}
	return s, d
}

func TestALimitStopsBeforeIt(t *testing.T) {
	s, d := hired(t)
	if err := s.SetLimit(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	coach, err := s.Coach(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for range 9 {
		if _, err = coach.Rate(t.Context(), scoring.Task{}); err == nil {
			asked++
		}
	}
	if asked != 4 || fault.Of(err).Key != "provider.limitReached" || d.config.Spent.USD != 1 || len(d.made) != 4 {
		t.Errorf("%d questions, %+v, %v", asked, d.config.Spent, err)
	}
	o, err := s.Overview(t.Context())
	if err != nil || o.SpentUSD != 1 {
		t.Errorf("%+v, %v", o, err)
	}
	s.d.Clock.(*testkit.Clock).Advance(31 * 24 * time.Hour)
	if _, err := coach.Rate(t.Context(), scoring.Task{}); err != nil || d.config.Spent.USD != 0.25 {
		t.Errorf("in the next month: %+v, %v", d.config.Spent, err)
	}
}

func TestQuestionsSideBySideStayWithinTheLimit(t *testing.T) {
	s, d := hired(t)
	if err := s.SetLimit(t.Context(), 0.8); err != nil {
		t.Fatal(err)
	}
	coach, err := s.Coach(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var asking sync.WaitGroup
	for range 20 {
		asking.Go(func() { _, _ = coach.Rate(t.Context(), scoring.Task{}) })
	}
	asking.Wait()
	if d.config.Spent.USD > 0.8 || d.config.Spent.USD == 0 || s.reserved != 0 {
		t.Errorf("%+v, %f set aside", d.config.Spent, s.reserved)
	}
}

func TestWhatFailedIsPaidForToo(t *testing.T) {
	s, d := hired(t)
	coach, err := s.Coach(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := coach.Advise(t.Context(), advice.Task{}); err == nil || d.config.Spent.USD != 0.25 {
		t.Errorf("%+v, %v", d.config.Spent, err)
	}
}

func TestAnEstimateIsWhatItMostlyCosts(t *testing.T) {
	s, d := hired(t)
	got, err := s.Estimate(t.Context(), []int{0, 0})
	if want := 2.0 * 4 * (usualPrompt + usualAnswer) * rate / perMillion; err != nil || math.Abs(*got-want) > 1e-9 { // two answers, four questions each
		t.Errorf("%v, %v", got, err)
	}
	d.config.Choices = map[Part]Choice{Coach: {ProviderID: "openrouter", Model: "m"}}
	if got, err := s.Estimate(t.Context(), []int{100}); got != nil || err != nil {
		t.Errorf("%v, %v", got, err)
	}
	for _, usd := range []float64{-1, math.NaN(), math.Inf(1)} {
		if err := s.SetLimit(t.Context(), usd); fault.Of(err).Key != "provider.badLimit" {
			t.Errorf("%v", err)
		}
	}
}

func TestATranslationIsPaidForWithinTheLimit(t *testing.T) {
	s, d := hired(t)
	if err := s.SetLimit(t.Context(), 0.6); err != nil {
		t.Fatal(err)
	}
	coach, err := s.Coach(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for range 4 {
		if _, err = coach.Translate(t.Context(), translation.Task{}); err == nil {
			asked++
		}
	}
	if asked != 2 || fault.Of(err).Key != "provider.limitReached" || d.config.Spent.USD != 0.5 || s.reserved != 0 {
		t.Errorf("%d calls, %+v, %v", asked, d.config.Spent, err)
	}
}

func TestAForecastIsOfFollowUpsAndOfScores(t *testing.T) {
	s, d := hired(t)
	got, err := s.Forecast(t.Context(), 3)
	if err != nil || got.FollowUps == nil || got.Scores == nil {
		t.Fatalf("%+v, %v", got, err)
	}
	// A question costs one request to follow up, and four for each of its two answers to score.
	if want := 8 * *got.FollowUps; math.Abs(*got.Scores-want) > 1e-9 || *got.FollowUps <= 0 {
		t.Errorf("%v to follow up, %v to score", *got.FollowUps, *got.Scores)
	}
	nine, err := s.Forecast(t.Context(), 9)
	if want := (usualPrompt + 3*(lettersOfQuestion/usualLetters+tokensOfQuestion)) * rate / perMillion; err != nil || math.Abs(*got.Translation-want) > 1e-9 || math.Abs(*nine.Translation-3*want) > 1e-9 {
		t.Errorf("%v and %v to put into another language, %v", *got.Translation, *nine.Translation, err)
	}
	d.config.Choices = map[Part]Choice{Coach: {ProviderID: "openrouter", Model: "m"}}
	if got, err := s.Forecast(t.Context(), 3); got != (Forecast{}) || err != nil {
		t.Errorf("nobody tells prices: %+v, %v", got, err)
	}
}
