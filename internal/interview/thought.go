package interview

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
	"github.com/jobjourney/jobjourney/internal/interview/star"
)

// How long a candidate waits for what comes next: for the words of an answer, and then for a
// follow-up about them. Past that the interview goes on with what is known. A conversation
// bears a silence of some seconds after an answer, and the interviewer has said thanks.
const (
	wordsPatience    = 6 * time.Second
	followUpPatience = 8 * time.Second
)

// thought is the work on what comes after an answer. It is void once anything else moves.
type thought struct {
	stop    context.CancelFunc
	thanked bool
}

// sequel is what comes after an answer.
type sequel struct {
	probe   *Move // nil: no follow-up
	thanked bool
	trouble error // what kept a helper from its part; the interview goes on without it
	slow    slowness
}

// proceed decides what comes after an answer: a follow-up, or what comes after the question.
// Where helpers take part that is worked out beside; who presses on waits for them no longer.
func (s *session) proceed() error {
	if s.state.Passed(s.state.Question, s.state.Attempt) { // the app went away just after that was saved
		return s.conclude(false)
	}
	given, err := s.answersHere()
	if err != nil {
		return err
	}
	s.answer = nil
	waited := s.thought
	if s.rehearsal.Plan.Live && waited == nil {
		if s.state.Probe < s.rehearsal.Plan.MaxProbes {
			s.think(given)
			return nil
		}
		s.beside(given)
	}
	var next sequel
	if part, ask := partToAsk(s.rehearsal.Plan, s.state, given); ask {
		next.probe = s.rehearsal.Plan.probe(s.state, part)
	}
	next.thanked = waited != nil && waited.thanked
	return s.follow(next)
}

// pressOn waits no longer for what is being worked out. If that came to nothing, because it
// couldn't be saved, it is worked out again.
func (s *session) pressOn() error {
	if s.state.Phase != Thinking {
		return nil
	}
	return s.proceed()
}

// follow puts what comes after an answer.
func (s *session) follow(next sequel) error {
	s.hush()
	if next.probe != nil {
		next.probe.Thanked = next.thanked
		return s.ask(*next.probe)
	}
	return s.conclude(next.thanked)
}

// advance goes to the next question, or to the end. thanked: the answer was acknowledged.
func (s *session) advance(thanked bool) error {
	if s.state.Question+1 < len(s.rehearsal.Plan.Questions) {
		return s.ask(Move{Kind: MoveNext, Thanked: thanked})
	}
	return s.finish()
}

func (s *session) finish() error {
	if err := s.move(MoveClose); err != nil {
		return err
	}
	return s.report()
}

func (s *session) ask(m Move) error {
	if err := s.moveWith(m); err != nil {
		return err
	}
	return s.put()
}

// think works out what comes next while the interviewer says thanks, and then does it. The
// caller holds the mutex; the work doesn't.
func (s *session) think(given []Answer) {
	ctx, stop := context.WithCancel(s.ctx)
	t := &thought{stop: stop}
	s.thought = t
	thanks := s.thank()
	t.thanked = thanks != nil
	work := s.thinker(given)
	go func() {
		defer stop()
		next := work.sequel(ctx)
		next.thanked = t.thanked
		if t.thanked {
			<-thanks.over
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.thought == t {
			s.arrive(next)
		}
	}()
}

func (s *session) thinker(given []Answer) thinker {
	coming := s.captions.coming
	s.captions.coming = nil
	return thinker{p: s.p, plan: s.rehearsal.Plan, state: s.state.copied(), given: given, coming: coming, slow: s.slow}
}

// beside has an answer written down that no follow-up can come to: nobody waits for it.
func (s *session) beside(given []Answer) {
	work := s.thinker(given)
	go func() {
		_, trouble := work.understood(s.ctx)
		s.mu.Lock()
		defer s.mu.Unlock()
		s.helped(trouble, slowness{scribe: trouble != nil, coach: s.slow.coach})
	}()
}

// helped tells of a helper that couldn't take part.
func (s *session) helped(trouble error, slow slowness) {
	s.slow = slowness{s.slow.scribe || slow.scribe, s.slow.coach || slow.coach}
	if trouble != nil {
		s.p.events.MicrophoneTrouble(trouble)
	}
}

// arrive takes what was worked out.
func (s *session) arrive(next sequel) {
	s.thought = nil
	s.helped(next.trouble, next.slow)
	if err := s.follow(next); err != nil {
		s.p.events.MicrophoneTrouble(err)
	}
	s.p.events.RehearsalChanged(s.id)
}

// thank has the interviewer acknowledge the answer, in words that are in memory already. It
// is nil where nothing is said.
func (s *session) thank() *speech {
	words := s.rehearsal.thanks(s.state)
	if words == "" || !s.speaks() {
		return nil
	}
	s.speak([]string{words}, func() error { return nil })
	return s.speech
}

// thanks is the acknowledgement that the next question begins with, or that of this one if it
// is the last.
func (r Rehearsal) thanks(s State) string {
	if next := s.Question + 1; next < len(r.Plan.Questions) {
		return r.Plan.Questions[next].Lead
	}
	if s.Question > 0 && s.Question < len(r.Plan.Questions) {
		return r.Plan.Questions[s.Question].Lead
	}
	return ""
}

// drop gives up working out what comes next.
func (s *session) drop() {
	if s.thought != nil {
		s.thought.stop()
		s.thought = nil
	}
}

// slowness is which helpers were too slow or failed for good: in this session they are not
// waited for again.
type slowness struct{ scribe, coach bool }

// Keys of what is told when a helper is too slow while somebody rehearses.
const (
	keyScribe = "interview.notUnderstood"
	keyCoach  = "interview.ownFollowUps"
)

// helperTrouble is what is told of a helper: its own cause where there is one, such as credit
// that is used up, and else that it was too slow.
func helperTrouble(key string, err error) error {
	if c := fault.Of(err).Code; c == fault.Internal || c == fault.Canceled {
		return fault.Wrap(fault.Unavailable, key, err)
	}
	return err
}

// thinker works out what comes after an answer. It touches nothing of the session.
type thinker struct {
	p     parts
	plan  Plan
	state State
	given []Answer // to this question
	// coming are closed once words that were written down while they were said are kept.
	coming []<-chan struct{}
	slow   slowness
}

// sequel gets the words of the answer, decides whether to ask further, and has the follow-up
// worded. Where a helper fails the plan's own wording is asked, and that is told.
func (w thinker) sequel(ctx context.Context) sequel {
	given, trouble := w.understood(ctx)
	out := sequel{trouble: trouble, slow: slowness{scribe: trouble != nil}}
	part, ask := partToAsk(w.plan, w.state, given)
	if !ask && !w.asksOpenly(given) {
		return out
	}
	out.probe = w.plan.probe(w.state, part)
	worded, err := w.worded(ctx, part, given)
	switch {
	case err != nil:
		out.slow.coach = true
		if trouble == nil {
			out.trouble = helperTrouble(keyCoach, err)
		}
	case worded.Question != "":
		out.probe = &Move{Kind: MoveProbe, Probe: worded.Question, Part: string(part), Worded: &worded.Source}
	}
	return out
}

// understood are the answers with their words, as far as those can be had in time.
func (w thinker) understood(ctx context.Context) ([]Answer, error) {
	if len(w.coming) == 0 && (w.slow.scribe || !hasSound(w.given)) {
		return w.given, nil
	}
	ctx, stop := within(ctx, w.p.after, wordsPatience)
	defer stop()
	heard := w.captioned(ctx)
	if w.slow.scribe || !hasSound(heard) {
		return heard, nil
	}
	given, err := w.p.writeDown(ctx, w.plan, heard)
	if err != nil {
		return heard, helperTrouble(keyScribe, err)
	}
	return given, nil
}

// captioned are the answers with the words that were written down while they were said.
func (w thinker) captioned(ctx context.Context) []Answer {
	for _, kept := range w.coming {
		select {
		case <-kept:
		case <-ctx.Done():
			return w.given
		}
	}
	out := slices.Clone(w.given)
	for i, a := range out {
		if now, err := w.p.answers.GetAnswer(ctx, a.ID); len(w.coming) > 0 && err == nil {
			out[i] = now
		}
	}
	return out
}

func hasSound(given []Answer) bool {
	return slices.ContainsFunc(given, func(a Answer) bool { return a.Mode == Spoken && slices.ContainsFunc(a.Takes, Take.unheard) })
}

// worded asks the coach, where there is one and there are words to go by.
func (w thinker) worded(ctx context.Context, part star.Part, given []Answer) (followup.Wording, error) {
	said := told(given)
	if w.slow.coach || isBlank(said) {
		return followup.Wording{}, nil
	}
	ctx, stop := within(ctx, w.p.after, followUpPatience)
	defer stop()
	coach, err := w.p.cast.Coach(ctx)
	if err != nil {
		return followup.Wording{}, fmt.Errorf("choose coach: %w", err)
	}
	if coach == nil {
		return followup.Wording{}, nil
	}
	ledger, err := w.p.ledger.Get(ctx)
	if err != nil {
		return followup.Wording{}, fmt.Errorf("read ledger: %w", err)
	}
	worded, err := coach.FollowUp(ctx, followup.Task{
		Person: ledger.Basics, Interviewer: w.plan.PersonaName, Manner: w.plan.Manner, Language: w.plan.Language,
		Question: w.plan.Questions[w.state.Question].Text, Answer: said, Aim: followup.Aim(part),
	})
	if err != nil {
		return followup.Wording{}, fmt.Errorf("word follow-up: %w", err)
	}
	return worded, nil
}

// told is what was said in some answers, as far as there are words for it.
func told(given []Answer) string {
	var words []string
	for _, a := range given {
		words = append(words, a.told())
	}
	return strings.TrimSpace(strings.Join(words, "\n"))
}

// within is ctx for so long at most, by the clock that after belongs to.
func within(ctx context.Context, after func(time.Duration) <-chan time.Time, d time.Duration) (context.Context, context.CancelFunc) {
	ctx, stop := context.WithCancel(ctx)
	timer := after(d)
	go func() {
		select {
		case <-timer:
			stop()
		case <-ctx.Done():
		}
	}()
	return ctx, stop
}
