package provider

import (
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/advice"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/translation"
)

// Spending is what was spent in a calendar month, in US dollars.
type Spending struct {
	Month string  `json:"month"` // 2026-11
	USD   float64 `json:"usd"`
}

const (
	monthLayout = "2006-01"
	// What a question to a coach mostly takes: the prompt beside the words, and the answer.
	usualPrompt, usualAnswer = 1_100, 450
	// What it takes at most: the longest prompt, and all the room an answer has, thinking
	// included, twice, because an answer of the wrong shape is asked for once more.
	mostPrompt, mostAnswer, mostTimes = 1_500, 10_000, 2
	// A token is at least three letters and mostly four, in the languages of the bank.
	leastLetters, usualLetters = 3, 4
	perMillion                 = 1e6
)

// in is what was spent in a month.
func (s Spending) in(month string) float64 {
	if s.Month != month {
		return 0
	}
	return s.USD
}

// priced reports whether the provider told prices.
func (c Choice) priced() bool { return c.PromptUSD != nil && c.AnswerUSD != nil }

// usual is what a question with so many letters of material mostly costs.
func (c Choice) usual(letters int) float64 {
	return (float64(usualPrompt+letters/usualLetters)**c.PromptUSD + usualAnswer**c.AnswerUSD) / perMillion
}

// most is the most that it can cost; 0 where the provider tells no prices.
func (c Choice) most(letters int) float64 {
	if !c.priced() {
		return 0
	}
	return mostTimes * (float64(mostPrompt+letters/leastLetters)**c.PromptUSD + mostAnswer**c.AnswerUSD) / perMillion
}

// reserve sets the price of a question aside, or refuses it: Denied provider.limitReached.
// What is set aside comes back with settle.
func (s *Service) reserve(ctx context.Context, usd float64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.d.Store.Providers(ctx)
	if err != nil {
		return fmt.Errorf("read spending: %w", err)
	}
	spent := c.Spent.in(s.d.Clock.Now().Format(monthLayout))
	if c.MonthlyUSD > 0 && spent+s.reserved+usd > c.MonthlyUSD {
		return fault.New(fault.Denied, "provider.limitReached")
	}
	s.reserved += usd
	return nil
}

// settle gives back what was set aside and notes what was spent.
func (s *Service) settle(ctx context.Context, reserved, spent float64) error {
	defer func() { // not before it is noted: nothing may be spent twice in between
		s.mu.Lock()
		s.reserved -= reserved
		s.mu.Unlock()
	}()
	if spent == 0 {
		return nil
	}
	month := s.d.Clock.Now().Format(monthLayout)
	return s.change(context.WithoutCancel(ctx), func(c Config) Config {
		c.Spent = Spending{month, c.Spent.in(month) + spent}
		return c
	})
}

// Estimate is about what scoring answers of so many letters will cost, in US dollars; nil
// where nobody tells prices.
func (s *Service) Estimate(ctx context.Context, answers []int) (*float64, error) {
	c, err := s.d.Store.Providers(ctx)
	if err != nil {
		return nil, fmt.Errorf("read providers: %w", err)
	}
	choice := c.Choices[Coach]
	if !choice.priced() {
		return nil, nil //nolint:nilnil // unknown is a normal answer
	}
	const questions = scoring.Runs + 1 // and one for advice
	total := 0.0
	for _, n := range answers {
		total += questions * choice.usual(n)
	}
	return &total, nil
}

// Forecast is about what a rehearsal will cost, in US dollars; nil where nobody tells prices.
type Forecast struct {
	Translation *float64 `json:"translation"` // beforehand, into a language without a bank
	FollowUps   *float64 `json:"followUps"`   // worded while it goes on
	Scores      *float64 `json:"scores"`      // and advice, afterwards
}

// What a rehearsal mostly holds: an answer and one follow-up to each question, of 75 s at 150
// words a minute and six letters a word (the useful range is 60 to 120 s).
const (
	answersPerQuestion = 2
	lettersPerAnswer   = 1_125
)

// What a question of a plan mostly brings along when it is put into another language: its own
// words, those of its follow-ups and of what is said around them, in letters; the tokens
// they become, with room for languages that take more of them; and how many are asked for at once.
const lettersOfQuestion, tokensOfQuestion, questionsTogether = 620, 260, 3

// translation is what it mostly costs to put a plan of so many questions into another language.
func (c Choice) translation(questions int) float64 {
	times := (questions + questionsTogether - 1) / questionsTogether
	sent := times*usualPrompt + questions*lettersOfQuestion/usualLetters
	return (float64(sent)**c.PromptUSD + float64(questions*tokensOfQuestion)**c.AnswerUSD) / perMillion
}

// Forecast is about what a rehearsal of so many questions will cost.
func (s *Service) Forecast(ctx context.Context, questions int) (Forecast, error) {
	c, err := s.d.Store.Providers(ctx)
	if err != nil {
		return Forecast{}, fmt.Errorf("read providers: %w", err)
	}
	choice := c.Choices[Coach]
	if !choice.priced() {
		return Forecast{}, nil
	}
	translation, followUps := choice.translation(questions), float64(questions)*choice.usual(lettersPerAnswer)
	scores, err := s.Estimate(ctx, slices.Repeat([]int{lettersPerAnswer}, questions*answersPerQuestion))
	return Forecast{&translation, &followUps, scores}, err
}

// SetLimit bounds what may be spent in a month, in US dollars; 0 is no limit.
func (s *Service) SetLimit(ctx context.Context, usd float64) error {
	const most = 10_000
	if usd < 0 || usd > most || usd != usd {
		return fault.InvalidField("monthlyUsd", "provider.badLimit")
	}
	return s.change(ctx, func(c Config) Config { c.MonthlyUSD = usd; return c })
}

// paying is a coach whose every question is paid for out of the month's limit.
type paying struct {
	s      *Service
	choice Choice
	// make gives the coach for one question, and who is told what it cost.
	make func(spent func(usd *float64)) (interview.Coach, error)
}

// pay asks a question within the limit.
func (p paying) pay(ctx context.Context, letters int, ask func(interview.Coach) error) error {
	price := p.choice.most(letters)
	if err := p.s.reserve(ctx, price); err != nil {
		return err
	}
	total := 0.0
	coach, err := p.make(func(usd *float64) {
		if usd != nil {
			total += *usd
		}
	})
	if err == nil {
		err = ask(coach)
	}
	if noted := p.s.settle(ctx, price, total); err == nil && noted != nil {
		return fmt.Errorf("note spending: %w", noted)
	}
	return err
}

func letters(texts ...string) int {
	n := 0
	for _, t := range texts {
		n += utf8.RuneCountInString(t)
	}
	return n
}

// Rate is scoring.Rater.
func (p paying) Rate(ctx context.Context, t scoring.Task) (out scoring.Opinions, err error) {
	err = p.pay(ctx, letters(t.Question, t.Tests)+letters(t.Words...), func(c interview.Coach) (err error) {
		out, err = c.Rate(ctx, t)
		return err
	})
	return out, err
}

// FollowUp is followup.Interviewer.
func (p paying) FollowUp(ctx context.Context, t followup.Task) (out followup.Wording, err error) {
	err = p.pay(ctx, letters(t.Question, t.Answer), func(c interview.Coach) (err error) {
		out, err = c.FollowUp(ctx, t)
		return err
	})
	return out, err
}

// Translate is translation.Translator.
func (p paying) Translate(ctx context.Context, t translation.Task) (out translation.Translation, err error) {
	n := letters(t.Manner)
	for _, l := range t.Lines {
		n += letters(l.ID, string(l.Kind), l.Text)
	}
	err = p.pay(ctx, n, func(c interview.Coach) (err error) {
		out, err = c.Translate(ctx, t)
		return err
	})
	return out, err
}

// Advise is advice.Adviser.
func (p paying) Advise(ctx context.Context, t advice.Task) (out []advice.Point, err error) {
	n := letters(t.Question, t.Answer)
	for _, f := range t.Facts {
		n += letters(f.Text)
	}
	err = p.pay(ctx, n, func(c interview.Coach) (err error) {
		out, err = c.Advise(ctx, t)
		return err
	})
	return out, err
}
