package ai_test

import (
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai"
	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// trouble is a fault of the fake, and what is to come of it.
type trouble struct {
	fault fakeai.Fault
	key   string
	calls int
	after time.Duration // what the person is told to wait
}

const unlimited = 1 << 20 // tokens: more than any reply has

var troubles = map[string]trouble{
	"wrong key":                   {fakeai.Unauthorized(), "ai.invalidKey", 1, 0},
	"no credit":                   {fakeai.PaymentRequired(), "ai.noCredit", 1, 0},
	"moderated":                   {fakeai.Moderated("a word"), "ai.contentRefused", 1, 0},
	"guarded":                     {fakeai.Guarded(), "ai.contentRefused", 1, 0},
	"keeps words":                 {fakeai.PrivacyRestricted(fakeai.Chat, "zdr"), "ai.privacyRestricted", 1, 0},
	"trains on words":             {fakeai.PrivacyRestricted(fakeai.Chat, "training"), "ai.privacyRestricted", 1, 0},
	"deprecated":                  {fakeai.Deprecated(fakeai.Chat, fakeai.Plain), "ai.modelMissing", 1, 0},
	"too long a prompt":           {fakeai.InvalidRequest("context_length_exceeded", "x"), "ai.tooLong", 1, 0},
	"too many tokens":             {fakeai.InvalidRequest("max_tokens_exceeded", "x"), "ai.tooLong", 1, 0},
	"invalid":                     {fakeai.InvalidRequest("invalid_prompt", "x"), "ai.requestRefused", 1, 0},
	"against a policy":            {fakeai.InvalidRequest("content_policy_violation", "x"), "ai.contentRefused", 1, 0},
	"timed out":                   {fakeai.Timeout(), "ai.busy", 3, 0},
	"too fast":                    {fakeai.RateLimited(0), "ai.rateLimited", 3, 0},
	"too fast, a little":          {fakeai.RateLimited(7), "ai.rateLimited", 3, 7 * time.Second},
	"too fast, for long":          {fakeai.RateLimited(3600), "ai.rateLimited", 1, time.Hour},
	"at capacity":                 {fakeai.CapacityExhausted(fakeai.Chat, 3), "ai.rateLimited", 3, 3 * time.Second},
	"at capacity, for long":       {fakeai.CapacityExhausted(fakeai.Chat, 40), "ai.rateLimited", 1, 40 * time.Second},
	"broken":                      {fakeai.ServerError(), "ai.busy", 3, 0},
	"bad gateway":                 {fakeai.BadGateway(), "ai.busy", 3, 0},
	"bad gateway, a page":         {fakeai.HTMLBadGateway(), "ai.busy", 3, 0},
	"unavailable":                 {fakeai.Unavailable(0), "ai.busy", 3, 0},
	"unavailable, a little":       {fakeai.Unavailable(3), "ai.busy", 3, 3 * time.Second},
	"unavailable, for long":       {fakeai.Unavailable(60), "ai.busy", 1, time.Minute},
	"slow edge":                   {fakeai.EdgeTimeout(), "ai.busy", 3, 0},
	"overloaded":                  {fakeai.Overloaded(), "ai.busy", 3, 0},
	"200 and no credit":           {fakeai.ErrorInBody(402, "x", "payment_required"), "ai.noCredit", 1, 0},
	"200 and too fast":            {fakeai.ErrorInBody(429, "x", "rate_limit_exceeded"), "ai.rateLimited", 3, 0},
	"200 and a provider's error":  {fakeai.ErrorInBody(502, "x", "provider_unavailable"), "ai.busy", 3, 0},
	"reset":                       {fakeai.ConnectionReset(), "ai.unreachable", 3, 0},
	"error before a word":         {fakeai.MidStreamError(0, 429, "x", "rate_limit_exceeded"), "ai.rateLimited", 3, 0},
	"error before a word, named":  {fakeai.MidStreamError(0, "server_error", "x", ""), "ai.busy", 3, 0},
	"error after comments":        {fakeai.Fault{Comments: 3, Error: map[string]any{"code": 402, "message": "x"}}, "ai.noCredit", 1, 0},
	"error after words":           {fakeai.MidStreamError(3, 502, "x", "provider_unavailable"), "ai.busy", 1, 0},
	"error after words, typeless": {fakeai.MidStreamError(3, 429, "x", ""), "ai.rateLimited", 1, 0},
	"error after words, named":    {fakeai.MidStreamError(3, "server_error", "x", ""), "ai.busy", 1, 0},
	"error after all words":       {fakeai.MidStreamError(unlimited, 500, "x", "server"), "ai.busy", 1, 0},
	"bare error":                  {fakeai.Fault{After: 2, Error: map[string]any{"message": "x"}, Bare: true}, "ai.busy", 1, 0},
	"ends before a word":          {fakeai.Truncated(0), "ai.cutOff", 1, 0},
	"ends after words":            {fakeai.Truncated(3), "ai.cutOff", 1, 0},
	"ends after all words":        {fakeai.Truncated(unlimited), "ai.cutOff", 1, 0},
	"torn before a word":          {fakeai.Torn(0), "ai.cutOff", 1, 0},
	"torn after words":            {fakeai.Torn(3), "ai.cutOff", 1, 0},
	"torn after all words":        {fakeai.Torn(unlimited), "ai.cutOff", 1, 0},
	"too long an answer":          {fakeai.TooLong(), "ai.answerTooLong", 1, 0},
	"filtered":                    {fakeai.Filtered(), "ai.contentRefused", 1, 0},
	"finished by an error":        {fakeai.Fault{Finish: "error"}, "ai.busy", 1, 0},
	"refused":                     {fakeai.Refused(), "ai.contentRefused", 1, 0},
	"nothing said":                {fakeai.NoTokens(), "ai.badReply", 1, 0},
	"only blanks":                 {fakeai.Says(" \n\t "), "ai.badReply", 1, 0},
}

func TestEveryFaultOfTheRouterHasItsCause(t *testing.T) {
	for name, tt := range troubles {
		t.Run(name, func(t *testing.T) {
			s := router(t, fakeai.Options{})
			c, clk := patient(t, s, ai.Privacy{})
			defer hurry(t.Context(), clk)()
			s.Fail(completions, serve.Every, tt.fault)
			heard := ""
			got, err := c.Chat(t.Context(), question(fakeai.Chat), func(w string) { heard += w })
			if f := fault.Of(err); f.Key != tt.key || f.RetryAfter != tt.after || len(s.Calls(completions)) != tt.calls {
				t.Errorf("%v after %d calls, wait %v", err, len(s.Calls(completions)), f.RetryAfter)
			}
			if got.Text != heard || strings.Contains(err.Error(), "127.0.0.1") {
				t.Errorf("%q was heard, %q is told: %v", heard, got.Text, err)
			}
			s.Heal()
			if got, err := c.Chat(t.Context(), question(fakeai.Chat), nil); err != nil || got.Text == "" {
				t.Errorf("afterwards: %+v, %v", got, err)
			}
		})
	}
}

// What broke off is used by no part a coach plays.
func TestNothingHalfHeardIsUsed(t *testing.T) {
	for name, tt := range troubles {
		t.Run(name, func(t *testing.T) {
			s := router(t, fakeai.Options{})
			c, clk := patient(t, s, ai.Privacy{})
			defer hurry(t.Context(), clk)()
			coach := ai.NewCoach(c, fakeai.Thinker, true, nil)
			s.Fail(completions, serve.Every, tt.fault)
			calls := tt.calls
			if tt.key == "ai.requestRefused" {
				calls++ // once more, without the schema
			}
			if q, err := coach.FollowUp(t.Context(), followUp()); q.Question != "" || fault.Of(err).Key != tt.key || len(s.Calls(completions)) != tt.calls {
				t.Errorf("follow-up %v, %v after %d calls", q, err, len(s.Calls(completions)))
			}
			if got := rate(t.Context(), coach, 1); got.Cause != tt.key || got.Scored != 0 || got.Overall != nil || len(s.Calls(completions)) != tt.calls+calls {
				t.Errorf("%+v after %d calls", got, len(s.Calls(completions)))
			}
			if got, err := coach.Advise(t.Context(), adviceTask()); len(got) != 0 || fault.Of(err).Key != tt.key || len(s.Calls(completions)) != tt.calls+2*calls {
				t.Errorf("advice %+v, %v after %d calls", got, err, len(s.Calls(completions)))
			}
		})
	}
}

func TestSilenceOfTheRouterEnds(t *testing.T) {
	for name, tt := range map[string]struct {
		fault fakeai.Fault
		heard string
	}{"never answers": {fakeai.NeverAnswers(), ""}, "before a word": {fakeai.Stalled(0), ""}, "after words": {fakeai.Stalled(2), "What exactly"}} {
		t.Run(name, func(t *testing.T) {
			s := router(t, fakeai.Options{})
			c, clk := reach(t, ai.Options{BaseURL: s.API(), Key: fakeai.Key, OpenRouter: true})
			s.Fail(completions, serve.Every, tt.fault)
			words, heard := make(chan string, 8), ""
			done := make(chan error, 1)
			go func() {
				_, err := c.Chat(t.Context(), question(fakeai.Chat), func(w string) { words <- w })
				done <- err
			}()
			serve.Until(t, "the call came in", func() bool { return len(s.Calls(completions)) == 1 })
			for len(heard) < len(tt.heard) {
				heard += <-words
			}
			defer hurry(t.Context(), clk)()
			if err := <-done; fault.Of(err).Key != "ai.stalled" || heard != tt.heard || len(s.Calls(completions)) != 1 {
				t.Errorf("%v after %q and %d calls", err, heard, len(s.Calls(completions)))
			}
			serve.Until(t, "the router sees that nobody listens", func() bool { return s.Calls(completions)[0].Abandoned })
		})
	}
}

// A router that is slow, talks to itself or thinks aloud is no trouble.
func TestWhatIsNoTrouble(t *testing.T) {
	for name, f := range map[string]fakeai.Fault{
		"comments": fakeai.KeepAlive(1000), "slow": fakeai.SlowFirstToken(20 * time.Second), "word by word": {TokensPerSecond: 2},
		"thoughts": fakeai.Thinking("The candidate said <think>something</think> odd."), "no limit": {After: unlimited},
	} {
		t.Run(name, func(t *testing.T) {
			clk := serveClock{}
			s := router(t, fakeai.Options{Clock: &clk})
			c, _ := patient(t, s, ai.Privacy{})
			s.Fail(completions, serve.Every, f)
			got, err := c.Chat(t.Context(), question(fakeai.Chat), nil)
			if err != nil || got.Text != "What exactly did you do yourself?" || got.Usage.CompletionTokens == 0 || len(s.Calls(completions)) != 1 {
				t.Errorf("%+v, %v", got, err)
			}
		})
	}
}

// serveClock lets no time pass between a wish to wait and its end.
type serveClock struct{}

func (*serveClock) Now() time.Time { return time.Unix(1_770_000_000, 0) }

func (c *serveClock) After(time.Duration) <-chan time.Time {
	over := make(chan time.Time, 1)
	over <- c.Now()
	return over
}

// An answer that isn't of the schema is sent back once, with the reason.
func TestAWrongShapeIsRepairedOnce(t *testing.T) {
	for name, f := range map[string]fakeai.Fault{
		"broken off": fakeai.InvalidJSON(), "another shape": fakeai.WrongShape(), "words": fakeai.Says("I would say four."), "null": fakeai.Says("null"),
		"a list": fakeai.Says(`[{"criteria":[]}]`), "none": fakeai.Says(`{"criteria":[]}`), "two objects": fakeai.Says(`{"criteria":[]} {"criteria":[]}`),
	} {
		t.Run(name, func(t *testing.T) {
			s := router(t, fakeai.Options{})
			c, _ := patient(t, s, ai.Privacy{})
			coach := ai.NewCoach(c, fakeai.Thinker, true, nil)
			s.Fail(completions, 1, f)
			if got := rate(t.Context(), coach, 1); got.Scored != 5 || len(s.Calls(completions)) != 2 {
				t.Errorf("%+v after %d calls", got, len(s.Calls(completions)))
			}
			s.Fail(completions, serve.Every, f)
			if got := rate(t.Context(), coach, 1); got.Cause != "ai.badReply" || got.Scored != 0 || len(s.Calls(completions)) != 4 {
				t.Errorf("%+v after %d calls", got, len(s.Calls(completions)))
			}
		})
	}
}

// Who is asked to come back later comes back then, be the router limited or busy.
func TestAWaitIsWaitedFor(t *testing.T) {
	for name, f := range map[string]fakeai.Fault{"limited": fakeai.RateLimited(7), "full": fakeai.CapacityExhausted(fakeai.Chat, 7), "busy": fakeai.Unavailable(7)} {
		t.Run(name, func(t *testing.T) {
			s := router(t, fakeai.Options{})
			c, clk := patient(t, s, ai.Privacy{})
			s.Fail(completions, 1, f)
			done := make(chan error, 1)
			go func() {
				_, err := c.Chat(t.Context(), question(fakeai.Chat), nil)
				done <- err
			}()
			serve.Until(t, "it waits", func() bool { return len(s.Calls(completions)) == 1 && clk.Waiting() == 2 })
			clk.Advance(7*time.Second - time.Nanosecond)
			if clk.Waiting() != 2 || len(s.Calls(completions)) != 1 {
				t.Error("it came back before it was asked to")
			}
			clk.Advance(time.Nanosecond)
			if err := <-done; err != nil || len(s.Calls(completions)) != 2 {
				t.Errorf("%v after %d calls", err, len(s.Calls(completions)))
			}
		})
	}
}

// One run of three that fails costs the score, and says why.
func TestOneRunOfThreeFails(t *testing.T) {
	s := router(t, fakeai.Options{})
	c, _ := patient(t, s, ai.Privacy{})
	s.Fail(completions, 2, fakeai.Refused())
	if got := rate(t.Context(), ai.NewCoach(c, fakeai.Thinker, true, nil), scoring.Runs); got.Cause != "ai.contentRefused" || got.Overall != nil || fault.Of(got.Failure()).Key != got.Cause {
		t.Errorf("%+v", got)
	}
}
